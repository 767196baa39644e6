//! The client's operations on groups. Each can fail with whatever [`Error`] lists; answers to
//! writes hold the group if the service repeats it.

use super::Client;
use crate::{
    answer::{Answer, Listing},
    error::Error,
    ids::GroupId,
    models::{Group, GroupInput, JsonPatch, Replacement},
    operations::groups,
};

impl Client {
    /// All groups of the account.
    pub async fn list_groups(&self) -> Result<Answer<Listing<Group>>, Error> {
        self.send(&groups::list_groups()?).await
    }

    /// One group.
    pub async fn get_group(&self, id: &GroupId) -> Result<Answer<Group>, Error> {
        self.send(&groups::get_group(id)?).await
    }

    /// Creates a group.
    pub async fn create_group(&self, input: &GroupInput) -> Result<Answer<Option<Group>>, Error> {
        self.send(&groups::create_group(input)?).await
    }

    /// Replaces a group whole: what the replacement lacks is lost.
    pub async fn replace_group(
        &self,
        id: &GroupId,
        replacement: &Replacement,
    ) -> Result<Answer<Option<Group>>, Error> {
        self.send(&groups::replace_group(id, replacement)?).await
    }

    /// Changes some fields of a group: add, remove and replace only.
    pub async fn patch_group(
        &self,
        id: &GroupId,
        patch: &JsonPatch,
    ) -> Result<Answer<Option<Group>>, Error> {
        self.send(&groups::patch_group(id, patch)?).await
    }

    /// Deletes a group.
    pub async fn delete_group(&self, id: &GroupId) -> Result<Answer<()>, Error> {
        self.send(&groups::delete_group(id)?).await
    }
}
