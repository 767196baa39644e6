//! JSON Patch on stored things.

use chrono::DateTime;
use json_patch::PatchErrorKind;
use serde_json::{Map, Value};

use super::answer::Failure;

/// Applies a patch to a copy. A path that isn't there and an operation that lacks what it needs are
/// conflicts, a failing `test` has its own status, and what is not a patch at all is a bad request.
pub(super) fn apply(
    item: &Map<String, Value>,
    patch: &Value,
    failing_test: u16,
) -> Result<Map<String, Value>, Failure> {
    if !has_form(patch) {
        return Err(Failure::bad("this is no patch"));
    }
    let patch: json_patch::Patch = serde_json::from_value(patch.clone())
        .map_err(|error| Failure::conflict(error.to_string()))?;
    let mut document = Value::Object(item.clone());
    json_patch::patch(&mut document, &patch).map_err(|error| match error.kind {
        PatchErrorKind::TestFailed => Failure::new(failing_test, error.to_string()),
        _ => Failure::conflict(error.to_string()),
    })?;
    match document {
        Value::Object(object) => Ok(object),
        _ => Err(Failure::conflict("the patch replaces the whole")),
    }
}

/// Whether it has the form that the service describes; what each operation needs beside, only the
/// standard says.
fn has_form(patch: &Value) -> bool {
    const OPERATIONS: [&str; 6] = ["add", "remove", "replace", "move", "copy", "test"];
    let operation = |operation: &Value| {
        let name = operation["op"].as_str();
        name.is_some_and(|name| OPERATIONS.contains(&name)) && operation["path"].is_string()
    };
    patch
        .as_array()
        .is_some_and(|operations| !operations.is_empty() && operations.iter().all(operation))
}

/// Takes over what the server alone decides.
pub(super) fn keep(changed: &mut Map<String, Value>, stored: &Map<String, Value>, fields: &[&str]) {
    for field in fields {
        match stored.get(*field) {
            Some(value) => changed.insert((*field).to_owned(), value.clone()),
            None => changed.remove(*field),
        };
    }
}

/// Whether a field is a text that is not empty; a blank one has the right form and is no name.
pub(super) fn require_text(item: &Map<String, Value>, field: &str) -> Result<(), Failure> {
    match item.get(field).and_then(Value::as_str) {
        Some(text) if !text.trim().is_empty() => Ok(()),
        Some(text) if !text.is_empty() => Err(Failure::conflict(format!("{field} is blank"))),
        _ => Err(Failure::bad(format!("{field} is required"))),
    }
}

/// Whether a field, if it is there, is of a kind.
pub(super) fn check_kind(
    item: &Map<String, Value>,
    fields: &[&str],
    kind: &str,
    is_kind: impl Fn(&Value) -> bool,
) -> Result<(), Failure> {
    for field in fields {
        if item
            .get(*field)
            .is_some_and(|value| !value.is_null() && !is_kind(value))
        {
            return Err(Failure::bad(format!("{field} must be {kind}")));
        }
    }
    Ok(())
}

/// Whether a value is a list of texts.
pub(super) fn is_texts(value: &Value) -> bool {
    value
        .as_array()
        .is_some_and(|list| list.iter().all(Value::is_string))
}

/// Whether a value is a moment with its offset.
pub(super) fn is_time(value: &Value) -> bool {
    value
        .as_str()
        .is_some_and(|text| DateTime::parse_from_rfc3339(text).is_ok())
}
