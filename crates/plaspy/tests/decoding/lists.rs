//! Nobody vanishes from a list who can be told from the others, and those who can't are counted.

use plaspy::{
    Listing, Request,
    models::{AlertQuery, RangeQuery},
    operations::{devices, groups, users},
};
use proptest::prelude::*;
use serde_json::{Value, json as value};

use crate::{json, records};

/// An element that has an id and anything else, or one that can't be told from others.
#[derive(Debug, Clone)]
enum Element {
    Known(Value),
    Hopeless(Value),
}

fn elements(record: Value, names: &'static [&'static str]) -> impl Strategy<Value = Vec<Element>> {
    let known =
        (json::id(), json::disturbed(record.clone(), names)).prop_map(|(id, mut object)| {
            object["id"] = id;
            Element::Known(object)
        });
    let without_id = (
        prop::sample::select(vec![
            value!(null),
            value!(""),
            value!([]),
            value!({ "a": 1 }),
        ]),
        json::disturbed(record, names),
    )
        .prop_map(|(id, mut object)| {
            object["id"] = id;
            object
        });
    let no_object = json::value().prop_filter("not an object", |value| !value.is_object());
    let hopeless = prop_oneof![without_id, no_object].prop_map(Element::Hopeless);
    prop::collection::vec(prop_oneof![4 => known, 1 => hopeless], 0..12)
}

fn ids_of(elements: &[Element]) -> Vec<String> {
    let known = elements.iter().filter_map(|element| match element {
        Element::Known(object) => Some(json::id_text(&object["id"])),
        Element::Hopeless(_) => None,
    });
    known.collect()
}

fn body(name: &str, elements: &[Element]) -> Vec<u8> {
    let list = elements.iter().map(|element| match element {
        Element::Known(value) | Element::Hopeless(value) => value.clone(),
    });
    json::body(name, list.collect())
}

fn check<T>(
    request: Result<Request<Listing<T>>, plaspy::Error>,
    name: &str,
    elements: &[Element],
    id: impl Fn(&T) -> String,
) -> Result<(), TestCaseError> {
    let request = request.expect("a valid request");
    let listing = request.read(&body(name, elements)).expect("a list");
    let read: Vec<String> = listing.items.iter().map(id).collect();
    let expected = ids_of(elements);
    prop_assert_eq!(listing.lost, elements.len() - expected.len());
    prop_assert_eq!(read, expected);
    Ok(())
}

/// Fixes are told from one another by their time.
fn fixes(record: Value, names: &'static [&'static str]) -> impl Strategy<Value = Vec<Value>> {
    prop::collection::vec(json::disturbed(record, names), 0..12).prop_map(|mut fixes| {
        for (minute, fix) in fixes.iter_mut().enumerate() {
            fix["dateTime"] = format!("2026-06-01T12:{minute:02}:00").into();
        }
        fixes
    })
}

fn minutes(times: impl Iterator<Item = chrono::DateTime<chrono::Utc>>) -> Vec<String> {
    times.map(|time| time.format("%M").to_string()).collect()
}

fn day() -> RangeQuery {
    RangeQuery {
        from: chrono::DateTime::UNIX_EPOCH,
        to: chrono::DateTime::UNIX_EPOCH,
    }
}

proptest! {
    #![proptest_config(json::cases(256))]

    #[test]
    fn no_device_vanishes(elements in elements(records::device(), records::DEVICE_FIELDS)) {
        check(devices::list_devices(), "devices", &elements, |device| device.id.to_string())?;
    }

    #[test]
    fn no_group_vanishes(elements in elements(records::group(), records::GROUP_FIELDS)) {
        check(groups::list_groups(), "groups", &elements, |group| group.id.to_string())?;
    }

    #[test]
    fn no_user_vanishes(elements in elements(records::user(), records::USER_FIELDS)) {
        check(users::list_users(), "users", &elements, |user| user.id.to_string())?;
    }

    #[test]
    fn no_location_vanishes(fixes in fixes(records::location(), records::LOCATION_FIELDS)) {
        let request = devices::query_locations(&"d".into(), &day()).expect("valid");
        let listing = request.read(&json::body("locations", fixes.clone().into())).expect("a list");
        let expected: Vec<_> = (0..fixes.len()).map(|minute| format!("{minute:02}")).collect();
        prop_assert_eq!(minutes(listing.items.iter().map(|fix| fix.time)), expected);
        prop_assert_eq!(listing.lost, 0);
    }

    #[test]
    fn no_alert_vanishes(fixes in fixes(records::alert(), records::ALERT_FIELDS)) {
        let query = AlertQuery { range: day(), alert_name: None };
        let request = devices::query_alerts(&"d".into(), &query).expect("valid");
        let listing = request.read(&json::body("alerts", fixes.clone().into())).expect("a list");
        let expected: Vec<_> = (0..fixes.len()).map(|minute| format!("{minute:02}")).collect();
        prop_assert_eq!(minutes(listing.items.iter().map(|alert| alert.time)), expected);
        prop_assert_eq!(listing.lost, 0);
    }
}
