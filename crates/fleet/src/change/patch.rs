//! What is sent for an edit: the fields that change, as a JSON Patch; lists whole, all else left alone.

use plaspy::models::{JsonPatch, Memberships, PatchOperation, pointer};
use serde_json::{Map, Value};

use super::Form;

/// Whether the service itself is to hold an edit against what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// By a `test` operation for each field.
    Tested,
    /// Not: it documents no `test` there.
    None,
}

/// What is sent so that a thing gets other values in these fields; all else is left alone. `now` is
/// the thing as the service sent it.
#[must_use]
pub fn patch<F: Form>(
    now: &Map<String, Value>,
    before: &F,
    after: &F,
    memberships: &Memberships,
    guard: Guard,
) -> JsonPatch {
    let mut operations = Vec::new();
    let changed = before.differences(after);
    for field in &changed {
        let path = pointer([field.name()]);
        // What is not there can't be tested: that alone would fail the patch.
        if let (Guard::Tested, Some(value)) = (guard, now.get(field.name())) {
            let value = value.clone();
            operations.push(PatchOperation::Test { path, value });
        }
    }
    for field in changed {
        let path = pointer([field.name()]);
        let value = after.value(field, memberships);
        operations.push(match now.contains_key(field.name()) {
            true => PatchOperation::Replace { path, value },
            false => PatchOperation::Add { path, value },
        });
    }
    JsonPatch(operations)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    use chrono::DateTime;
    use plaspy::models::{Group, User};
    use serde_json::json;

    use super::*;
    use crate::change::{GroupForm, UserForm};

    fn forms() -> impl Strategy<Value = GroupForm> {
        let devices = proptest::collection::btree_set("[a-d]{1,2}", 0..5);
        ("[A-C]{0,2}", "[x-z]{0,2}", devices).prop_map(|(name, description, devices)| GroupForm {
            name,
            description,
            devices: devices.into_iter().collect(),
        })
    }

    /// A group as the service sends it, with a field that nobody here knows.
    fn raw(form: &GroupForm, has_description: bool) -> Map<String, Value> {
        let mut raw = Map::new();
        raw.insert("id".to_owned(), json!("g1"));
        raw.insert("name".to_owned(), json!(form.name));
        raw.insert("devices".to_owned(), json!(form.devices));
        raw.insert("colour".to_owned(), json!({ "of": ["someone"] }));
        if has_description || !form.description.is_empty() {
            raw.insert("description".to_owned(), json!(form.description));
        }
        raw
    }

    fn group(raw: &Map<String, Value>) -> Group {
        let text = |name: &str| raw.get(name).and_then(Value::as_str).map(str::to_owned);
        let devices = raw["devices"].as_array().expect("a list");
        Group {
            name: text("name"),
            description: text("description"),
            devices: devices
                .iter()
                .filter_map(Value::as_str)
                .map(Into::into)
                .collect(),
            raw: raw.clone(),
            ..Group::new("g1".into())
        }
    }

    fn applied(raw: &Map<String, Value>, patch: &JsonPatch) -> Option<Map<String, Value>> {
        let mut value = Value::Object(raw.clone());
        let operations = serde_json::to_value(patch).expect("JSON");
        let operations: json_patch::Patch = serde_json::from_value(operations).expect("a patch");
        json_patch::patch(&mut value, &operations).ok()?;
        value.as_object().cloned()
    }

    fn patched(raw: &Map<String, Value>, patch: &JsonPatch) -> Map<String, Value> {
        applied(raw, patch).expect("it applies")
    }

    proptest! {
        #[test]
        fn a_patch_gives_what_is_to_be_its_inverse_what_was_and_neither_touches_the_rest(
            before in forms(),
            after in forms(),
            has_description: bool,
        ) {
            let there = raw(&before, has_description);
            let changed = patched(&there, &patch(&there, &before, &after, &Memberships::default(), Guard::None));
            let now = group(&changed);
            prop_assert!(GroupForm::from(&now).differences(&after).is_empty());
            prop_assert_eq!(&changed["colour"], &there["colour"]);
            let back = patched(&changed, &patch(&now.raw, &after, &before, &Memberships::default(), Guard::None));
            prop_assert!(GroupForm::from(&group(&back)).differences(&before).is_empty());
            prop_assert_eq!(&back["colour"], &there["colour"]);
        }

        #[test]
        fn a_tested_patch_of_a_user_does_the_same_and_fails_on_what_someone_else_changed(
            before in users(),
            after in users(),
            theirs in users(),
        ) {
            let there = raw_user(&before);
            let names = Memberships::default();
            let forward = patch(&there, &before, &after, &names, Guard::Tested);
            let changed = patched(&there, &forward);
            prop_assert_eq!(&UserForm::of(&read_user(&changed), &names), &after);
            prop_assert_eq!(&changed["nick"], &there["nick"]);
            let back = patched(&changed, &patch(&changed, &after, &before, &names, Guard::Tested));
            prop_assert_eq!(&UserForm::of(&read_user(&back), &names), &before);
            let mine = before.differences(&after);
            let both = before.differences(&theirs).into_iter().any(|field| mine.contains(&field));
            prop_assert_eq!(applied(&raw_user(&theirs), &forward).is_some(), !both);
        }
    }

    fn users() -> impl Strategy<Value = UserForm> {
        let text = || "[a-c]{0,1}";
        let privileges = proptest::collection::btree_set("[a-d]", 0..3);
        let tags = proptest::collection::btree_map("[a-b/~]", "[a-b]", 0..3);
        let moment = proptest::option::of(0_i64..3);
        (
            text(),
            text(),
            text(),
            any::<bool>(),
            privileges,
            tags,
            moment,
            0_i64..3,
        )
            .prop_map(
                |(name, message, group, disabled, privileges, tags, expires, admin_devices)| {
                    UserForm {
                        name,
                        message,
                        group,
                        disabled,
                        privileges: privileges.into_iter().collect(),
                        tags,
                        expires: expires.and_then(|second| DateTime::from_timestamp(second, 0)),
                        admin_devices: Some(admin_devices),
                        ..UserForm::default()
                    }
                    .tidy()
                },
            )
    }

    /// A user as the service sends it, with a field that nobody here knows.
    fn raw_user(form: &UserForm) -> Map<String, Value> {
        let mut raw = Map::new();
        for field in UserForm::FIELDS {
            let value = form.value(*field, &Memberships::default());
            raw.insert(field.name().to_owned(), value);
        }
        raw.insert("nick".to_owned(), json!([1, { "of": "someone" }]));
        raw
    }

    fn read_user(raw: &Map<String, Value>) -> User {
        let text = |name: &str| raw[name].as_str().map(str::to_owned);
        let pairs = raw["tags"].as_object().expect("pairs").iter();
        let list = raw["privileges"].as_array().expect("a list").iter();
        User {
            name: text("name"),
            message: text("message"),
            group: text("group"),
            disabled: raw["disabled"].as_bool(),
            privileges: list.filter_map(Value::as_str).map(str::to_owned).collect(),
            tags: pairs
                .map(|(name, value)| (name.clone(), value.as_str().unwrap_or_default().to_owned()))
                .collect::<BTreeMap<_, _>>(),
            expires: text("expires").and_then(|text| text.parse().ok()),
            admin_devices: raw["adminDevices"].as_i64(),
            ..User::new("u1".into())
        }
    }
}
