//! The account's groups, and who sees by them.

use std::sync::Arc;

use plaspy::GroupId;

use super::Active;
use crate::error::Error;
use crate::view::groups::{GroupDetail, GroupRow};

impl Active {
    /// The table of groups. Who sees by them follows once the users are read.
    #[must_use]
    pub fn groups_table(self: &Arc<Self>) -> Vec<GroupRow> {
        let users = self.users_by_the_way();
        self.fleet().groups_table(users.as_deref())
    }

    /// One group, whole.
    ///
    /// # Errors
    /// [`Error::GroupUnknown`].
    pub fn group(self: &Arc<Self>, id: &GroupId) -> Result<GroupDetail, Error> {
        let users = self.users_by_the_way();
        self.fleet().group(id, users.as_deref())
    }
}
