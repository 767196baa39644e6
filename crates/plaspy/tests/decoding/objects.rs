//! A field that can't be read costs itself and nothing else.

use std::collections::BTreeMap;

use plaspy::{
    models::{Device, Group, Location, User},
    operations::{devices, groups, users},
};
use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::{json, records};

fn device(object: Value) -> Device {
    let request = devices::get_device(&"d1".into()).expect("valid");
    request
        .read(&json::body("device", object))
        .expect("it has an id")
}

fn location(object: Value) -> Location {
    let request = devices::get_last_location(&"d1".into()).expect("valid");
    let body = json::body("lastLocation", object);
    request
        .read(&body)
        .expect("a fix")
        .expect("time and place are there")
}

fn group(object: &Value) -> Group {
    let request = groups::get_group(&"g1".into()).expect("valid");
    request
        .read(&beside_the_envelope(object))
        .expect("it has an id")
}

fn user(object: &Value) -> User {
    let request = users::get_user(&"u1".into()).expect("valid");
    request
        .read(&beside_the_envelope(object))
        .expect("it has an id")
}

fn beside_the_envelope(object: &Value) -> Vec<u8> {
    let mut object = object.clone();
    object["success"] = true.into();
    object.to_string().into_bytes()
}

/// A model as a map of its fields, without the notes on how it was read.
fn fields<T: serde::Serialize>(model: &T) -> BTreeMap<String, Value> {
    let Ok(Value::Object(mut fields)) = serde_json::to_value(model) else {
        panic!("models are objects");
    };
    fields.remove("unreadable");
    fields.remove("raw");
    fields.into_iter().collect()
}

/// The fields that differ are at most as many as those that were disturbed.
fn differ_by_at_most<T: serde::Serialize>(
    before: &T,
    after: &T,
    disturbed: usize,
) -> Result<(), TestCaseError> {
    let (before, after) = (fields(before), fields(after));
    let differing = before
        .iter()
        .filter(|(name, value)| after.get(*name) != Some(value));
    let differing: Vec<_> = differing.map(|(name, _)| name).collect();
    prop_assert!(differing.len() <= disturbed, "{:?}", differing);
    Ok(())
}

fn count_disturbed(before: &Value, after: &Value, names: &[&str]) -> usize {
    let changed = names
        .iter()
        .filter(|name| before.get(**name) != after.get(**name));
    changed.count()
}

/// What came and could not be read is named; null and blank didn't come.
fn unreadable_came(unreadable: &[String], object: &Value) -> Result<(), TestCaseError> {
    for name in unreadable {
        prop_assert!(
            object.get(name).is_some_and(|value| !value.is_null()),
            "{}",
            name
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(json::cases(256))]

    #[test]
    fn of_a_device(object in json::disturbed(records::device(), records::DEVICE_FIELDS)) {
        let disturbed = count_disturbed(&records::device(), &object, records::DEVICE_FIELDS);
        let read = device(object.clone());
        unreadable_came(&read.unreadable, &object)?;
        differ_by_at_most(&device(records::device()), &read, disturbed)?;
    }

    #[test]
    fn of_a_location(object in json::disturbed(records::location(), records::LOCATION_FIELDS)) {
        let disturbed = count_disturbed(&records::location(), &object, records::LOCATION_FIELDS);
        let read = location(object.clone());
        unreadable_came(&read.unreadable, &object)?;
        differ_by_at_most(&location(records::location()), &read, disturbed)?;
    }

    #[test]
    fn of_a_group_which_keeps_all_that_came(
        object in json::disturbed(records::group(), records::GROUP_FIELDS),
    ) {
        let disturbed = count_disturbed(&records::group(), &object, records::GROUP_FIELDS);
        let read = group(&object);
        prop_assert_eq!(&Value::Object(read.raw.clone()), &object);
        unreadable_came(&read.unreadable, &object)?;
        differ_by_at_most(&group(&records::group()), &read, disturbed)?;
    }

    #[test]
    fn of_a_user_who_keeps_all_that_came_but_the_password(
        object in json::disturbed(records::user(), records::USER_FIELDS),
        password in json::value(),
        spelling in prop::sample::select(vec!["password", "Password", "PASSWORD"]),
    ) {
        let disturbed = count_disturbed(&records::user(), &object, records::USER_FIELDS);
        let mut with_password = object.clone();
        with_password[spelling] = password;
        let read = user(&with_password);
        prop_assert_eq!(&Value::Object(read.raw.clone()), &object);
        unreadable_came(&read.unreadable, &object)?;
        differ_by_at_most(&user(&records::user()), &read, disturbed)?;
    }

    #[test]
    fn unknown_fields_survive_a_replacement(
        unknown in prop::collection::btree_map("x[a-z]{1,5}", json::value(), 0..5),
    ) {
        let mut object = records::user().as_object().cloned().unwrap_or_default();
        object.extend(unknown.clone());
        let mut replacement = user(&Value::Object(object)).replacement();
        let kept: Map<_, _> = replacement.fields_mut().clone();
        for (name, value) in unknown {
            prop_assert_eq!(kept.get(&name), Some(&value));
        }
    }
}

#[test]
fn a_whole_record_is_read_whole() {
    assert_eq!(device(records::device()).unreadable, Vec::<String>::new());
    assert_eq!(
        location(records::location()).unreadable,
        Vec::<String>::new()
    );
    assert_eq!(group(&records::group()).unreadable, Vec::<String>::new());
    assert_eq!(user(&records::user()).unreadable, Vec::<String>::new());
    let absent = fields(&location(records::location()));
    let absent: Vec<_> = absent.iter().filter(|(_, value)| value.is_null()).collect();
    assert_eq!(absent, [], "the record has every field");
}
