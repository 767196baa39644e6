//! The account's groups, and who sees by them.

use std::sync::Arc;

use plaspy::{GroupId, Listing, models};

use super::Active;
use crate::error::Error;
use crate::moves::ViewName;
use crate::view::groups::{GroupDetail, GroupRow};

impl Active {
    /// The table of groups. Who sees by them follows once the users are read.
    #[must_use]
    pub fn groups_table(self: &Arc<Self>) -> Vec<GroupRow> {
        let users = self.users_by_the_way();
        self.fleet().groups_table(users.as_deref())
    }

    /// Takes over a newer list of groups, and finds out what the users see by them.
    pub(super) fn regroup(&self, groups: Listing<models::Group>) {
        self.fleet_mut().regroup(groups);
        self.set_users_beside_fleet();
        for view in [ViewName::Groups, ViewName::Devices] {
            self.surroundings.moves.moved(view);
        }
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
