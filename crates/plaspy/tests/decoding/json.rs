//! Arbitrary JSON, with a liking for what services do wrong.

use proptest::{
    prelude::*,
    test_runner::{Config, RngSeed},
};
use serde_json::{Map, Value, json};

/// The same cases in every run: what fails, fails for a change. Another seed searches elsewhere.
pub(crate) fn cases(cases: u32) -> Config {
    Config {
        cases,
        rng_seed: RngSeed::Fixed(20_261_124),
        failure_persistence: None,
        ..Config::default()
    }
}

/// Any JSON value, a few levels deep.
pub(crate) fn value() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
            prop::collection::btree_map(name(), inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (-200.0..200.0).prop_map(Value::from),
        prop::sample::select(vec![
            json!(""),
            json!(" "),
            json!("true"),
            json!("0"),
            json!("85"),
            json!("85.0"),
            json!("NaN"),
            json!("-1e308"),
            json!("2024-06-01T12:00:00"),
            json!("0001-01-01T00:00:00"),
            json!("2024-02-30"),
            json!("9999-12-31T23:59:59.9999999Z"),
            json!("<html>"),
            json!("רכב"),
        ]),
        ".*".prop_map(Value::from),
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec!["success", "error", "id", "device", "__proto__", ""])
            .prop_map(str::to_owned),
        ".{0,6}",
    ]
}

/// An id as services write them: text, or a whole number.
pub(crate) fn id() -> impl Strategy<Value = Value> {
    prop_oneof![
        ".{1,300}".prop_map(Value::from),
        any::<u32>().prop_map(Value::from)
    ]
}

/// The text that an id is read as.
pub(crate) fn id_text(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

/// `object` with some fields of these names, and of others, having arbitrary values.
pub(crate) fn disturbed(
    object: Value,
    names: &'static [&'static str],
) -> impl Strategy<Value = Value> {
    let known =
        prop::collection::vec((prop::sample::select(names), value()), 0..6).prop_map(|fields| {
            fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
        });
    let unknown = prop::collection::btree_map("x[a-z]{0,4}", value(), 0..3);
    (known, unknown).prop_map(move |(known, unknown)| {
        let mut object = object.as_object().cloned().unwrap_or_default();
        object.extend(known);
        object.extend(unknown);
        Value::Object(object)
    })
}

/// The body of an answer that has this field.
pub(crate) fn body(name: &str, value: Value) -> Vec<u8> {
    let mut body = Map::new();
    body.insert("success".to_owned(), true.into());
    body.insert(name.to_owned(), value);
    Value::Object(body).to_string().into_bytes()
}
