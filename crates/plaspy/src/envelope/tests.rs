use super::*;
use crate::models::{Device, Group};

fn envelope(json: &str) -> Envelope {
    Envelope::read(json.as_bytes()).expect("tests give objects")
}

fn devices(json: &str) -> Result<(Vec<String>, usize), Error> {
    let listing = listing::<Device>(json.as_bytes(), "devices")?.value?;
    let ids = listing.items.iter().map(|device| device.id.to_string());
    Ok((ids.collect(), listing.lost))
}

#[test]
fn usage_counters_are_read_in_any_dress() {
    let usage = envelope(r#"{"success":true,"apiUsage":"3","apiDailyUsage":45.0}"#).usage();
    assert_eq!((usage.request, usage.daily), (Some(3), Some(45)));
}

#[test]
fn success_decides_and_an_error_alone_is_one() {
    assert!(!envelope(r#"{"success":true,"error":"a note"}"#).is_refusal());
    assert!(envelope(r#"{"success":"false"}"#).is_refusal());
    assert!(envelope(r#"{"error":"Not found"}"#).is_refusal());
    assert!(!envelope(r#"{"error":null}"#).is_refusal());
    assert_eq!(
        envelope(r#"{"error":{"code":7}}"#)
            .into_message()
            .as_deref(),
        Some(r#"{"code":7}"#)
    );
}

#[test]
fn a_null_list_is_empty_and_a_stray_object_is_not_a_fleet() {
    assert_eq!(
        devices(r#"{"success":true,"devices":null}"#),
        Ok((vec![], 0))
    );
    assert_eq!(devices(r#"{"success":true}"#), Ok((vec![], 0)));
    assert!(matches!(
        devices("{}"),
        Err(Error::NotUnderstood { path, .. }) if path == "devices"
    ));
}

#[test]
fn an_element_without_an_id_is_counted_as_lost() {
    let json = r#"{"success":true,"devices":[{"id":"a"},{"name":"b"},null,{"id":""},{"id":7}]}"#;
    assert_eq!(devices(json), Ok((vec!["a".into(), "7".into()], 3)));
}

#[test]
fn an_object_beside_the_envelope_is_read_without_its_fields() {
    let json = br#"{"success":true,"id":"g1","apiUsage":1,"colour":"red"}"#;
    let group = flat::<Group>(json).expect("JSON").value.expect("a group");
    let names: Vec<_> = group.raw.keys().map(String::as_str).collect();
    assert_eq!(names, ["colour", "id"]);
}

#[test]
fn what_came_instead_is_named() {
    let error = |bytes: &[u8]| match Envelope::read(bytes) {
        Err(Error::NotUnderstood { path, what, html }) => (path, what, html),
        other => panic!("{other:?}"),
    };
    assert!(error(b"\n<!DOCTYPE html><html>").2);
    assert_eq!(error(b" ").1, "the body is empty");
    assert!(error(b"[1]").1.contains("expected an object"));
    assert!(
        error(br#"{"success":true} and more"#)
            .1
            .contains("trailing")
    );
    let (path, _, html) = error(br#"{"devices":[{"id":"a"},{"id":!}]}"#);
    assert_eq!((path.as_str(), html), ("devices[1].id", false));
    assert_eq!(
        devices(r#"{"success":true,"devices":"none"}"#),
        Err(Error::not_understood(
            "devices",
            "expected a list, found text"
        ))
    );
}

#[test]
fn a_byte_order_mark_is_no_obstacle() {
    assert!(Envelope::read(b"\xEF\xBB\xBF{\"success\":true}").is_ok());
}
