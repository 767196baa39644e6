//! The account's groups and who sees by them, and what a change to a group would do.

use std::sync::Arc;

use plaspy::GroupId;

use super::{Active, lock};
use crate::change::access::People;
use crate::change::{GroupChange, GroupForm};
use crate::error::Error;
use crate::moves::ViewName;
use crate::view::groups::{AccessChange, GroupDetail, GroupPreview, GroupRow};

/// What is known of the account's users.
#[derive(Debug, Clone, Default)]
pub(super) enum Knowledge {
    /// Nobody wanted to know yet.
    #[default]
    Unasked,
    /// They are being read.
    Reading,
    /// As they were read last.
    Known(Arc<People>),
    /// They could not be read; a preview tries again.
    Unreadable,
}

impl Active {
    /// The table of groups. Who sees by them follows once the users are read.
    #[must_use]
    pub fn groups_table(self: &Arc<Self>) -> Vec<GroupRow> {
        let people = self.people();
        self.fleet().groups_table(people.as_deref())
    }

    /// One group, whole.
    ///
    /// # Errors
    /// [`Error::GroupUnknown`].
    pub fn group(self: &Arc<Self>, id: &GroupId) -> Result<GroupDetail, Error> {
        let people = self.people();
        self.fleet().group(id, people.as_deref())
    }

    /// What a change would do, by the users as they are now.
    ///
    /// # Errors
    /// [`Error::Unfit`] where it breaks a rule of the service.
    pub async fn preview_group_change(&self, change: GroupChange) -> Result<GroupPreview, Error> {
        let change = change.tidy();
        self.check(&change)?;
        let people = self.read_people().await;
        let fleet = self.fleet();
        let nothing = GroupForm::default();
        let before = change.before().unwrap_or(&nothing);
        let after = change.after().unwrap_or(&nothing);
        let access = people.map(|people| {
            let sights = people.touched_by(&change).into_iter();
            let changes = sights.map(|sight| AccessChange {
                user: sight.user,
                gains: fleet.device_refs(&sight.gains),
                loses: fleet.device_refs(&sight.loses),
            });
            changes.collect()
        });
        Ok(GroupPreview {
            fields: before.differences(after),
            added: fleet.device_refs(&after.without(before)),
            removed: fleet.device_refs(&before.without(after)),
            access,
        })
    }

    pub(super) fn check(&self, change: &GroupChange) -> Result<(), Error> {
        let id = change.id();
        let fleet = self.fleet();
        Ok(change.check(fleet.names_of_other_groups(id.as_ref()))?)
    }

    /// The users as they were read last; reads them if nobody has yet.
    fn people(self: &Arc<Self>) -> Option<Arc<People>> {
        let mut known = lock(&self.people);
        match &*known {
            Knowledge::Known(people) => return Some(Arc::clone(people)),
            Knowledge::Reading | Knowledge::Unreadable => return None,
            Knowledge::Unasked => *known = Knowledge::Reading,
        }
        let active = Arc::clone(self);
        tokio::spawn(async move { active.read_people().await });
        None
    }

    /// Reads the users; `None` where that fails, since an account may not be allowed to. Those that
    /// were read before stay in the table.
    async fn read_people(&self) -> Option<Arc<People>> {
        let answer = self.client_for_person().list_users().await;
        let people = match answer {
            Ok(users) => {
                let groups = self.fleet().listed_groups();
                Some(Arc::new(People::new(&groups, users.value.items)))
            }
            Err(error) => {
                tracing::info!(%error, "the users could not be read");
                None
            }
        };
        {
            let mut known = lock(&self.people);
            match (&people, &*known) {
                (Some(people), _) => *known = Knowledge::Known(Arc::clone(people)),
                (None, Knowledge::Known(_)) => {}
                (None, _) => *known = Knowledge::Unreadable,
            }
        }
        self.surroundings.moves.moved(ViewName::Groups);
        people
    }
}
