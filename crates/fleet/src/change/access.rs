//! Who sees what by a group, as far as the API shows: a user sees the devices of its group, and the
//! one device that it may have of its own.

use std::collections::HashMap;

use plaspy::GroupId;
use plaspy::models::{Memberships, User};

use super::{GroupChange, GroupForm};

/// The account's users, by the group that each sees by.
#[derive(Debug, Clone, Default)]
pub struct People {
    by_group: HashMap<GroupId, Vec<User>>,
}

/// A user whose view a change touches; ids of devices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// The user, by the name that people know it by.
    pub user: String,
    /// What comes into sight.
    pub gains: Vec<String>,
    /// What goes out of sight.
    pub loses: Vec<String>,
}

impl People {
    /// The users of an account and its groups.
    #[must_use]
    pub fn new(groups: &[plaspy::models::Group], users: Vec<User>) -> Self {
        let memberships = Memberships::new(groups, &users);
        let mut by_group: HashMap<_, Vec<_>> = HashMap::new();
        for user in users {
            let written = user.group.as_deref();
            if let Some(group) = written.and_then(|text| memberships.resolve(text)) {
                by_group.entry(group.clone()).or_default().push(user);
            }
        }
        Self { by_group }
    }

    /// The users that see by a group.
    #[must_use]
    pub fn seeing_by(&self, group: &GroupId) -> &[User] {
        self.by_group.get(group).map_or(&[], Vec::as_slice)
    }

    /// Whose view a change touches.
    #[must_use]
    pub fn touched_by(&self, change: &GroupChange) -> Vec<Sight> {
        let Some(id) = change.id() else {
            // Nobody refers to a group before it is there.
            return Vec::new();
        };
        let nothing = GroupForm::default();
        let before = change.before().unwrap_or(&nothing);
        let after = change.after().unwrap_or(&nothing);
        let (gained, lost) = (after.without(before), before.without(after));
        let sights = self.seeing_by(&id).iter().map(|user| {
            let own = user.device_id.as_ref().map(plaspy::DeviceId::as_str);
            let seen_otherwise = |id: &&String| own != Some(id.as_str());
            Sight {
                user: shown_name(user),
                gains: gained.iter().filter(seen_otherwise).cloned().collect(),
                loses: lost.iter().filter(seen_otherwise).cloned().collect(),
            }
        });
        sights
            .filter(|sight| !sight.gains.is_empty() || !sight.loses.is_empty())
            .collect()
    }
}

/// The name that people know a user by.
#[must_use]
pub fn shown_name(user: &User) -> String {
    let names = [&user.name, &user.email].into_iter().flatten();
    let mut given = names.filter(|name| !name.trim().is_empty());
    given.next().cloned().unwrap_or_else(|| user.id.to_string())
}

#[cfg(test)]
mod tests {
    use plaspy::models::Group;

    use super::*;

    fn user(id: &str, group: Option<&str>, device: Option<&str>) -> User {
        User {
            group: group.map(str::to_owned),
            device_id: device.map(Into::into),
            ..User::new(id.into())
        }
    }

    fn form(devices: &[&str]) -> GroupForm {
        GroupForm {
            name: "North".to_owned(),
            devices: devices.iter().map(|id| (*id).to_owned()).collect(),
            ..GroupForm::default()
        }
    }

    #[test]
    fn only_who_sees_by_the_group_gains_and_loses_and_not_what_is_seen_otherwise() {
        let users = vec![
            user("ana", Some("g1"), None),
            user("ben", Some("g1"), Some("2")),
            user("eve", Some("g2"), None),
            user("ida", None, Some("1")),
        ];
        let groups = ["g1", "g2"].map(|id| Group::new(id.into()));
        let people = People::new(&groups, users);
        let change = GroupChange::Edit {
            id: "g1".to_owned(),
            before: form(&["1", "2"]),
            after: form(&["1", "3"]),
        };
        let sight = |user: &str, loses: &[&str]| Sight {
            user: user.to_owned(),
            gains: vec!["3".to_owned()],
            loses: loses.iter().map(|id| (*id).to_owned()).collect(),
        };
        assert_eq!(
            people.touched_by(&change),
            [sight("ana", &["2"]), sight("ben", &[])]
        );
    }
}
