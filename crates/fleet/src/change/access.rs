//! Who sees which devices, as far as the API shows: a user sees the devices of its group and the one
//! device that it may have of its own; a user with neither is not limited by anything that shows.

use std::collections::HashSet;

use super::{Change, GroupForm, UserForm};

/// The devices that a user sees by what limits it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Nothing that the API shows limits the user.
    All,
    /// These, by their ids.
    Devices(HashSet<String>),
}

impl Reach {
    /// What a user of this form sees, the groups being these: `members` of a group's id.
    pub fn of<'a, M>(form: &UserForm, members: impl Fn(&str) -> M) -> Self
    where
        M: IntoIterator<Item = &'a str>,
    {
        if form.group.is_empty() && form.device_id.is_empty() {
            return Self::All;
        }
        let by_group = members(&form.group).into_iter().map(str::to_owned);
        let own = (!form.device_id.is_empty()).then(|| form.device_id.clone());
        Self::Devices(by_group.chain(own).collect())
    }
}

/// What of a user's view changes; ids of devices.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ReachChange {
    /// What comes into sight.
    pub gains: Vec<String>,
    /// What goes out of sight.
    pub loses: Vec<String>,
    /// The user is not limited any more.
    pub gains_all: bool,
    /// The user was not limited, and is now to what comes into sight.
    pub loses_rest: bool,
}

impl ReachChange {
    /// From one reach to another.
    #[must_use]
    pub fn between(before: &Reach, after: &Reach) -> Self {
        match (before, after) {
            (Reach::All, Reach::All) => Self::default(),
            (Reach::All, Reach::Devices(left)) => Self {
                gains: sorted(left.iter()),
                loses_rest: true,
                ..Self::default()
            },
            (Reach::Devices(_), Reach::All) => Self {
                gains_all: true,
                ..Self::default()
            },
            (Reach::Devices(before), Reach::Devices(after)) => Self {
                gains: sorted(after.difference(before)),
                loses: sorted(before.difference(after)),
                ..Self::default()
            },
        }
    }

    /// Whether nothing changes.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

fn sorted<'a>(ids: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut ids: Vec<_> = ids.cloned().collect();
    ids.sort_unstable();
    ids
}

/// What a change of a user does to the user's own view. Who comes sees from nothing; who is shut out
/// or goes loses all.
#[must_use]
pub fn reach_change_of_user<'a, M>(
    change: &Change<UserForm>,
    members: impl Fn(&str) -> M,
) -> ReachChange
where
    M: IntoIterator<Item = &'a str>,
{
    let reach = |form: Option<&UserForm>| match form.filter(|form| !form.disabled) {
        Some(form) => Reach::of(form, &members),
        None => Reach::Devices(HashSet::new()),
    };
    ReachChange::between(&reach(change.before()), &reach(change.after()))
}

/// What a change of a group does to the view of a user who sees by it.
#[must_use]
pub fn reach_change_by_group(change: &Change<GroupForm>, viewer: &UserForm) -> ReachChange {
    let nothing = GroupForm::default();
    let before = change.before().unwrap_or(&nothing);
    let after = change.after().unwrap_or(&nothing);
    let reach = |group: &GroupForm| Reach::of(viewer, |_| group.devices.iter().map(String::as_str));
    ReachChange::between(&reach(before), &reach(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(group: &str, device: &str) -> UserForm {
        UserForm {
            group: group.to_owned(),
            device_id: device.to_owned(),
            ..UserForm::default()
        }
    }

    fn members(group: &str) -> Vec<&'static str> {
        match group {
            "g1" => vec!["1", "2"],
            "g2" => vec!["2", "3"],
            _ => Vec::new(),
        }
    }

    fn ids(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    fn edit(before: UserForm, after: UserForm) -> ReachChange {
        let change = Change::Edit {
            id: "u1".to_owned(),
            before,
            after,
        };
        reach_change_of_user(&change, members)
    }

    #[test]
    fn another_group_shows_what_the_old_one_did_not() {
        let change = edit(user("g1", ""), user("g2", ""));
        assert_eq!((change.gains, change.loses), (ids(&["3"]), ids(&["1"])));
        let own = edit(user("g1", "1"), user("g2", "1"));
        assert_eq!(own.loses, ids(&[]), "its own device stays");
    }

    #[test]
    fn who_is_shut_out_loses_all_and_who_is_limited_loses_the_rest() {
        let shut = UserForm {
            disabled: true,
            ..user("g1", "")
        };
        assert_eq!(edit(user("g1", ""), shut).loses, ids(&["1", "2"]));
        let limited = edit(user("", ""), user("g1", ""));
        assert!(limited.loses_rest && limited.gains == ids(&["1", "2"]));
        assert!(edit(user("g1", ""), user("", "")).gains_all);
        assert!(edit(user("", ""), user("", "")).is_nothing());
    }

    #[test]
    fn by_a_group_a_user_gains_and_loses_what_it_does_not_see_otherwise() {
        let group = |devices: &[&str]| GroupForm {
            devices: ids(devices),
            ..GroupForm::default()
        };
        let change = Change::Edit {
            id: "g1".to_owned(),
            before: group(&["1", "2"]),
            after: group(&["1", "3"]),
        };
        let of = |device| reach_change_by_group(&change, &user("g1", device));
        assert_eq!((of("").gains, of("").loses), (ids(&["3"]), ids(&["2"])));
        assert_eq!(of("2").loses, ids(&[]));
    }
}
