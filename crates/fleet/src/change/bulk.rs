//! The same done to many: what an action makes of a user, and devices of a group. Pure.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Change, Form, GroupForm, UserForm};
use crate::view::bulk::UserAction;

/// What an action makes of a user at a moment.
#[must_use]
pub fn apply(action: &UserAction, before: &UserForm, now: DateTime<Utc>) -> UserForm {
    let mut form = before.clone();
    match action {
        UserAction::Disable { message } => {
            form.disabled = true;
            if let Some(message) = message {
                form.disabled_message.clone_from(message);
            }
        }
        UserAction::Enable => form.disabled = false,
        UserAction::Expire { at } => form.expires = *at,
        UserAction::Extend { days } => {
            // Whose validity has no end needs none.
            form.expires = form.expires.map(|until| {
                let from = until.max(now);
                let longer = from.checked_add_signed(TimeDelta::days(i64::from(*days)));
                longer.unwrap_or(from)
            });
        }
        UserAction::Group { group } => {
            form.group = group.clone().unwrap_or_default();
            form.device_id.clear();
        }
        UserAction::Privileges { add, remove } => {
            form.privileges
                .retain(|privilege| !remove.contains(privilege));
            form.privileges.extend(add.iter().cloned());
        }
        UserAction::Tags { set, remove } => {
            form.tags.retain(|name, _| !remove.contains(name));
            form.tags.extend(set.clone());
        }
        UserAction::TimeZone { time_zone } => form.time_zone.clone_from(time_zone),
        UserAction::Message { message } => form.message.clone_from(message),
    }
    form.tidy()
}

/// The change that brings devices into a group, or takes them out of it.
#[must_use]
pub fn change_members(
    id: &str,
    before: &GroupForm,
    devices: &[String],
    add: bool,
) -> Change<GroupForm> {
    let mut after = before.clone();
    match add {
        true => after.devices.extend(devices.iter().cloned()),
        false => {
            let out: HashSet<_> = devices.iter().collect();
            after.devices.retain(|id| !out.contains(id));
        }
    }
    let change = Change::Edit {
        id: id.to_owned(),
        before: before.clone(),
        after,
    };
    change.tidy()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
    }

    fn in_days(days: i64) -> Option<DateTime<Utc>> {
        Some(now() + TimeDelta::days(days))
    }

    fn user() -> UserForm {
        UserForm {
            privileges: vec!["read".to_owned(), "write".to_owned()],
            group: "g1".to_owned(),
            device_id: "7".to_owned(),
            ..UserForm::default()
        }
    }

    #[test]
    fn what_has_ended_is_extended_from_now_and_what_has_no_end_stays() {
        let extended = |expires| {
            let before = UserForm { expires, ..user() };
            apply(&UserAction::Extend { days: 30 }, &before, now()).expires
        };
        assert_eq!(extended(in_days(-100)), in_days(30));
        assert_eq!(extended(in_days(10)), in_days(40));
        assert_eq!(extended(None), None);
    }

    #[test]
    fn privileges_are_given_and_taken_and_never_twice() {
        let action = UserAction::Privileges {
            add: vec!["write".to_owned(), "execute".to_owned()],
            remove: vec!["read".to_owned()],
        };
        let after = apply(&action, &user(), now());
        assert_eq!(after.privileges, ["write", "execute"]);
        assert_eq!(apply(&action, &after, now()), after, "twice is as once");
    }

    #[test]
    fn who_sees_by_a_group_sees_by_no_device_of_its_own() {
        let action = UserAction::Group {
            group: Some("g2".to_owned()),
        };
        let after = apply(&action, &user(), now());
        assert_eq!((after.group.as_str(), after.device_id.as_str()), ("g2", ""));
    }

    #[test]
    fn devices_come_into_a_group_once_and_leave_it() {
        let before = GroupForm {
            devices: ["1", "2"].map(str::to_owned).to_vec(),
            ..GroupForm::default()
        };
        let devices = ["2", "3"].map(str::to_owned);
        let after = |add| {
            change_members("g1", &before, &devices, add)
                .after()
                .cloned()
        };
        let of = |form: Option<GroupForm>| form.expect("an edit").devices;
        assert_eq!(of(after(true)), ["1", "2", "3"]);
        assert_eq!(of(after(false)), ["1"]);
    }
}
