//! The client's operations on users. Each can fail with whatever [`Error`] lists; answers to writes
//! hold the user if the service repeats it.

use std::collections::BTreeMap;

use super::Client;
use crate::{
    answer::{Answer, Listing},
    error::Error,
    ids::UserId,
    models::{JsonPatch, Replacement, User, UserInput},
    operations::users,
};

impl Client {
    /// All users of the account.
    pub async fn list_users(&self) -> Result<Answer<Listing<User>>, Error> {
        self.send(&users::list_users()?).await
    }

    /// One user.
    pub async fn get_user(&self, id: &UserId) -> Result<Answer<User>, Error> {
        self.send(&users::get_user(id)?).await
    }

    /// Creates a user.
    pub async fn create_user(&self, input: &UserInput) -> Result<Answer<Option<User>>, Error> {
        self.send(&users::create_user(input)?).await
    }

    /// Replaces a user whole: what the replacement lacks is lost.
    pub async fn replace_user(
        &self,
        id: &UserId,
        replacement: &Replacement,
    ) -> Result<Answer<Option<User>>, Error> {
        self.send(&users::replace_user(id, replacement)?).await
    }

    /// Changes some fields of a user.
    pub async fn patch_user(
        &self,
        id: &UserId,
        patch: &JsonPatch,
    ) -> Result<Answer<Option<User>>, Error> {
        self.send(&users::patch_user(id, patch)?).await
    }

    /// Deletes a user.
    pub async fn delete_user(&self, id: &UserId) -> Result<Answer<()>, Error> {
        self.send(&users::delete_user(id)?).await
    }

    /// The countries that a user can have: ISO 3166-1 alpha-2 code to name.
    pub async fn list_countries(&self) -> Result<Answer<BTreeMap<String, String>>, Error> {
        self.send(&users::list_countries()?).await
    }

    /// The time zones that a user can have: IANA name to description.
    pub async fn list_time_zones(&self) -> Result<Answer<BTreeMap<String, String>>, Error> {
        self.send(&users::list_time_zones()?).await
    }
}
