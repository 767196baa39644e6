//! How the bodies of answers are dressed up wrongly. Pure functions of the answer.

use std::collections::HashMap;

use chrono::DateTime;
use serde_json::{Map, Number, Value};

use super::{Kind, fixes};

/// Fields without which nobody can be told from others.
const INDISPENSABLE: [&str; 4] = ["id", "dateTime", "latitude", "longitude"];

const ENVELOPE: [&str; 4] = ["success", "error", "apiUsage", "apiDailyUsage"];

/// The groups of the company: names by id.
pub(crate) type GroupNames = HashMap<String, String>;

/// Dresses an answer; `number` tells it from other answers.
pub(crate) fn dress(answer: &mut Value, kinds: &[Kind], number: u64, groups: &GroupNames) {
    for kind in kinds {
        match kind {
            Kind::NullLists => null_lists(answer),
            Kind::NullFields => each_item(answer, |item| {
                for (_, value) in dispensable(item) {
                    *value = Value::Null;
                }
            }),
            Kind::MissingFields => each_item(answer, |item| {
                item.retain(|name, _| is_kept(name));
            }),
            Kind::Strings => each_value(answer, &|value| {
                if let Value::Number(number) = value {
                    *value = number.to_string().into();
                }
            }),
            Kind::Floats => each_value(answer, &|value| {
                let whole = value.as_i64().map(|whole| whole as f64);
                if let Some(float) = whole.and_then(Number::from_f64) {
                    *value = float.into();
                }
            }),
            Kind::NoOffset => each_value(answer, &|value| {
                let time = value.as_str().map(DateTime::parse_from_rfc3339);
                if let Some(Ok(time)) = time {
                    *value = time
                        .naive_utc()
                        .format("%Y-%m-%dT%H:%M:%S%.f")
                        .to_string()
                        .into();
                }
            }),
            Kind::Expires => {
                if let Some(expires) = answer.get_mut("expires") {
                    *expires = "soon".into();
                }
            }
            Kind::GroupById => each_item(answer, |user| {
                let by_name = |name: &str| groups.iter().find(|(_, known)| *known == name);
                let id = text(user, "group").and_then(by_name);
                if let Some((id, _)) = id {
                    user.insert("group".to_owned(), id.as_str().into());
                }
            }),
            Kind::GroupByName => each_item(answer, |user| {
                let name = text(user, "group").and_then(|id| groups.get(id));
                if let Some(name) = name {
                    user.insert("group".to_owned(), name.as_str().into());
                }
            }),
            Kind::Future
            | Kind::AtZero
            | Kind::Jumping
            | Kind::OneSpot
            | Kind::Far
            | Kind::Stuck
            | Kind::FewSatellites
            | Kind::SpeedKmh => {
                let mut counted = number;
                each_item(answer, |item| {
                    fixes::odd(item, counted, *kind);
                    counted += 1;
                });
            }
            _ => {}
        }
    }
}

fn text<'a>(item: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    item.get(name).and_then(Value::as_str)
}

fn is_kept(name: &str) -> bool {
    INDISPENSABLE.contains(&name) || ENVELOPE.contains(&name)
}

fn dispensable(item: &mut Map<String, Value>) -> impl Iterator<Item = (&String, &mut Value)> {
    item.iter_mut().filter(|(name, _)| !is_kept(name))
}

/// Lists of the answer itself.
fn null_lists(answer: &mut Value) {
    for (_, value) in answer.as_object_mut().into_iter().flatten() {
        if value.is_array() {
            *value = Value::Null;
        }
    }
}

/// The things that an answer is about: elements of its list, the nested object, or itself.
fn each_item(answer: &mut Value, mut change: impl FnMut(&mut Map<String, Value>)) {
    const LISTS: [&str; 5] = ["devices", "locations", "alerts", "groups", "users"];
    const NESTED: [&str; 2] = ["device", "lastLocation"];
    let Some(object) = answer.as_object_mut() else {
        return;
    };
    if object.contains_key("id") {
        change(object);
        return;
    }
    for name in LISTS {
        let elements = object.get_mut(name).and_then(Value::as_array_mut);
        let items = elements
            .into_iter()
            .flatten()
            .filter_map(Value::as_object_mut);
        items.for_each(&mut change);
    }
    for name in NESTED {
        if let Some(item) = object.get_mut(name).and_then(Value::as_object_mut) {
            change(item);
        }
    }
}

fn each_value(value: &mut Value, change: &impl Fn(&mut Value)) {
    match value {
        Value::Array(elements) => elements.iter_mut().for_each(|it| each_value(it, change)),
        Value::Object(members) => members.values_mut().for_each(|it| each_value(it, change)),
        scalar => change(scalar),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn dressed(mut answer: Value, kind: Kind) -> Value {
        let groups = HashMap::from([("g1".to_owned(), "North".to_owned())]);
        dress(&mut answer, &[kind], 0, &groups);
        answer
    }

    #[test]
    fn nulls_and_missing_fields_leave_what_nobody_can_do_without() {
        let list =
            || json!({ "success": true, "devices": [{ "id": "a", "name": "A", "tags": {} }] });
        assert_eq!(dressed(list(), Kind::NullLists)["devices"], Value::Null);
        assert_eq!(
            dressed(list(), Kind::NullFields)["devices"],
            json!([{ "id": "a", "name": null, "tags": null }])
        );
        assert_eq!(
            dressed(list(), Kind::MissingFields)["devices"],
            json!([{ "id": "a" }])
        );
        let group = json!({ "success": true, "id": "g", "devices": ["a"] });
        assert_eq!(
            dressed(group, Kind::MissingFields),
            json!({ "success": true, "id": "g" })
        );
    }

    #[test]
    fn numbers_and_times_change_their_dress_everywhere() {
        let answer = || json!({ "apiUsage": 3, "lastLocation": { "rpm": 85, "speed": 1.5 } });
        assert_eq!(
            dressed(answer(), Kind::Strings),
            json!({ "apiUsage": "3", "lastLocation": { "rpm": "85", "speed": "1.5" } })
        );
        assert_eq!(
            dressed(answer(), Kind::Floats).to_string(),
            r#"{"apiUsage":3.0,"lastLocation":{"rpm":85.0,"speed":1.5}}"#
        );
        let times = json!({ "dateTime": "2026-06-01T09:00:00-03:00", "name": "A" });
        assert_eq!(
            dressed(times, Kind::NoOffset),
            json!({ "dateTime": "2026-06-01T12:00:00", "name": "A" })
        );
    }

    #[test]
    fn a_users_group_is_written_by_id_or_by_name() {
        let users = |group: &str| json!({ "users": [{ "id": "u", "group": group }] });
        assert_eq!(dressed(users("North"), Kind::GroupById), users("g1"));
        assert_eq!(dressed(users("g1"), Kind::GroupByName), users("North"));
        assert_eq!(dressed(users("gone"), Kind::GroupById), users("gone"));
    }
}
