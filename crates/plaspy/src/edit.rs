//! An edit as values: a patch applied to an object here, and what of a patch a service kept. Pure.

use json_patch::PatchErrorKind;
use serde_json::{Map, Value};

use crate::{
    decode::{FromJson as _, Lenient},
    models::{JsonPatch, Memberships, PatchOperation},
};

/// Why a patch can't be applied to an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// A `test` fails: someone else changed what is at this path.
    Changed(String),
    /// An operation acts on what isn't there; names the path.
    NotThere(String),
}

/// The object after the patch. To replace a member sets it, be it there or not: a password, for one,
/// is never there to be replaced.
pub(crate) fn apply(
    object: &Map<String, Value>,
    patch: &JsonPatch,
) -> Result<Map<String, Value>, Misfit> {
    let mut value = Value::Object(object.clone());
    for operation in &patch.0 {
        let path = operation.path();
        let operation = match operation {
            PatchOperation::Replace { path, value } if member(path).is_some() => {
                PatchOperation::Add {
                    path: path.clone(),
                    value: value.clone(),
                }
            }
            other => other.clone(),
        };
        let not_there = |_| Misfit::NotThere(path.to_owned());
        let operation = serde_json::to_value([operation]).map_err(not_there)?;
        let operation: json_patch::Patch = serde_json::from_value(operation).map_err(not_there)?;
        json_patch::patch(&mut value, &operation).map_err(|error| match error.kind {
            PatchErrorKind::TestFailed => Misfit::Changed(path.to_owned()),
            _ => Misfit::NotThere(path.to_owned()),
        })?;
    }
    match value {
        Value::Object(object) => Ok(object),
        _ => Err(Misfit::NotThere(String::new())),
    }
}

/// Whether a patch has a `test`, whose failure a service may tell in several ways.
pub(crate) fn has_test(patch: &JsonPatch) -> bool {
    patch.0.iter().any(is_test)
}

pub(crate) fn is_test(operation: &PatchOperation) -> bool {
    matches!(operation, PatchOperation::Test { .. })
}

/// The wire names of the members that a patch set or removed and that `object`, read after it,
/// doesn't have as the patch wants them. What was changed within a member is not looked into.
pub(crate) fn not_kept(
    object: &Map<String, Value>,
    patch: &JsonPatch,
    memberships: &Memberships,
) -> Vec<String> {
    let mut wanted: Vec<(String, Value)> = Vec::new();
    for operation in &patch.0 {
        let Some(name) = member(operation.path()) else {
            continue;
        };
        // Of two operations on a member, the last counts.
        wanted.retain(|(wanted, _)| *wanted != name);
        match operation {
            // Never repeated by a sound service.
            _ if name.eq_ignore_ascii_case("password") => {}
            PatchOperation::Add { value, .. } | PatchOperation::Replace { value, .. } => {
                wanted.push((name, value.clone()));
            }
            PatchOperation::Remove { .. } => wanted.push((name, Value::Null)),
            _ => {}
        }
    }
    let kept = |name: &str, value: &Value| {
        let found = object.get(name).unwrap_or(&Value::Null);
        let same_group = || match (value, found) {
            (Value::String(value), Value::String(found)) => memberships.same(value, found),
            _ => false,
        };
        is_same(value, found) || (name == "group" && same_group())
    };
    let lost = wanted
        .into_iter()
        .filter(|(name, value)| !kept(name, value));
    lost.map(|(name, _)| name).collect()
}

/// The member of the object itself that a path names.
fn member(path: &str) -> Option<String> {
    let name = path.strip_prefix('/')?;
    (!name.contains('/')).then(|| name.replace("~1", "/").replace("~0", "~"))
}

/// Whether two values mean the same, however they are dressed: `85` and `"85"`, a moment in two
/// spellings, a list in another order, nothing as null or empty.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .all(|it| other.iter().any(|found| is_same(it, found)))
        }
        (Value::Object(one), Value::Object(other)) => {
            let named = |name: &String| other.get(name).unwrap_or(&Value::Null);
            one.iter().all(|(name, value)| is_same(value, named(name)))
                && other.keys().all(|name| one.contains_key(name))
        }
        _ => one == other || (is_nothing(one) && is_nothing(other)) || is_same_scalar(one, other),
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(elements) => elements.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

fn is_same_scalar(one: &Value, other: &Value) -> bool {
    fn read<T: crate::decode::FromJson>(value: &Value) -> Option<T> {
        match serde::Deserialize::deserialize(value) {
            Ok(Lenient::Read(read)) => Some(read),
            _ => None,
        }
    }
    let times = || {
        let [one, other] = [one, other].map(|value| {
            let text = value.as_str()?;
            chrono::DateTime::<chrono::Utc>::from_text(text)
        });
        one.is_some() && one == other
    };
    let flags = || read::<bool>(one).is_some() && read::<bool>(one) == read::<bool>(other);
    let numbers = || read::<f64>(one).is_some() && read::<f64>(one) == read::<f64>(other);
    times() || flags() || numbers()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn object(value: Value) -> Map<String, Value> {
        value.as_object().cloned().expect("tests give objects")
    }

    fn patch(value: Value) -> JsonPatch {
        serde_json::from_value(value).expect("a patch")
    }

    fn lost(after: Value, operations: Value) -> Vec<String> {
        not_kept(&object(after), &patch(operations), &Memberships::default())
    }

    #[test]
    fn a_patch_is_applied_and_leaves_the_rest() {
        let before = object(json!({ "name": "A", "colour": "red", "tags": { "a": "b" } }));
        let patch = patch(json!([
            { "op": "test", "path": "/name", "value": "A" },
            { "op": "replace", "path": "/name", "value": "B" },
            { "op": "replace", "path": "/password", "value": "typed" },
            { "op": "remove", "path": "/tags" },
        ]));
        let after = json!({ "name": "B", "colour": "red", "password": "typed" });
        assert_eq!(apply(&before, &patch), Ok(object(after)));
    }

    #[test]
    fn a_failing_test_is_told_from_a_path_that_is_not_there() {
        let before = object(json!({ "name": "A" }));
        let test = patch(json!([{ "op": "test", "path": "/name", "value": "B" }]));
        assert_eq!(apply(&before, &test), Err(Misfit::Changed("/name".into())));
        let missing = patch(json!([{ "op": "remove", "path": "/group" }]));
        assert_eq!(
            apply(&before, &missing),
            Err(Misfit::NotThere("/group".into()))
        );
    }

    #[test]
    fn what_did_not_stick_is_named() {
        let operations = json!([
            { "op": "replace", "path": "/name", "value": "B" },
            { "op": "replace", "path": "/disabled", "value": true },
            { "op": "remove", "path": "/group" },
            { "op": "add", "path": "/password", "value": "typed" },
        ]);
        let after = json!({ "name": "A", "disabled": false, "group": "North" });
        assert_eq!(
            lost(after, operations.clone()),
            ["name", "disabled", "group"]
        );
        let after = json!({ "name": "B", "disabled": "true", "group": null });
        assert_eq!(lost(after, operations), Vec::<String>::new());
    }

    #[test]
    fn the_same_in_another_dress_has_stuck() {
        for (wanted, found) in [
            (json!(85), json!("85")),
            (json!(85), json!(85.0)),
            (
                json!("2027-01-01T00:00:00Z"),
                json!("2026-12-31T21:00:00-03:00"),
            ),
            (json!("2027-01-01T00:00:00Z"), json!("2027-01-01T00:00:00")),
            (json!(["a", "b"]), json!(["b", "a"])),
            (json!({ "a": "1" }), json!({ "a": 1 })),
            (json!([]), Value::Null),
        ] {
            let operations = json!([{ "op": "replace", "path": "/x", "value": wanted }]);
            let lost = lost(json!({ "x": found }), operations);
            assert_eq!(lost, Vec::<String>::new(), "{wanted} {found}");
        }
        for (wanted, found) in [
            (json!(["a", "b"]), json!(["a"])),
            (json!("A"), json!("a")),
            (json!(true), json!(false)),
            (json!("x"), Value::Null),
        ] {
            let operations = json!([{ "op": "replace", "path": "/x", "value": wanted }]);
            assert_eq!(lost(json!({ "x": found }), operations), ["x"]);
        }
    }
}
