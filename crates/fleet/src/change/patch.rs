//! What is sent for an edit: the fields that change, as a JSON Patch; lists whole, all else left alone.

use plaspy::models::{Group, JsonPatch, PatchOperation, pointer};

use super::GroupForm;

/// What is sent so that a group gets other values in these fields; all else is left alone. `now` is
/// the group as it is on the service.
#[must_use]
pub fn patch(now: &Group, before: &GroupForm, after: &GroupForm) -> JsonPatch {
    let operations = before.differences(after).into_iter().map(|field| {
        let name = field.on_wire();
        let path = pointer([name]);
        let value = after.value(field);
        match now.raw.contains_key(name) {
            true => PatchOperation::Replace { path, value },
            false => PatchOperation::Add { path, value },
        }
    });
    JsonPatch(operations.collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Map, Value, json};

    use super::*;

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

    fn patched(raw: &Map<String, Value>, patch: &JsonPatch) -> Map<String, Value> {
        let mut value = Value::Object(raw.clone());
        let operations = serde_json::to_value(patch).expect("JSON");
        let operations: json_patch::Patch = serde_json::from_value(operations).expect("a patch");
        json_patch::patch(&mut value, &operations).expect("it applies");
        value.as_object().cloned().expect("an object")
    }

    proptest! {
        #[test]
        fn a_patch_gives_what_is_to_be_its_inverse_what_was_and_neither_touches_the_rest(
            before in forms(),
            after in forms(),
            has_description: bool,
        ) {
            let there = raw(&before, has_description);
            let changed = patched(&there, &patch(&group(&there), &before, &after));
            let now = group(&changed);
            prop_assert!(GroupForm::from(&now).differences(&after).is_empty());
            prop_assert_eq!(&changed["colour"], &there["colour"]);
            let back = patched(&changed, &patch(&now, &after, &before));
            prop_assert!(GroupForm::from(&group(&back)).differences(&before).is_empty());
            prop_assert_eq!(&back["colour"], &there["colour"]);
        }
    }
}
