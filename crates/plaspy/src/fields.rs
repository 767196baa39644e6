//! Reads the fields of a JSON object that may not keep to its description.
//!
//! Whatever can't be read costs that one field: it is taken as absent and its wire name is noted,
//! so that the app can show "unreadable" instead of hiding a vehicle or a person.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use serde_json::{Map, Value};

/// A JSON object being taken apart, field by field.
pub(crate) struct Fields {
    map: Map<String, Value>,
    unreadable: Vec<String>,
}

impl Fields {
    pub(crate) fn new(map: Map<String, Value>) -> Self {
        Self {
            map,
            unreadable: Vec::new(),
        }
    }

    /// The wire names of the fields that could not be read, in the order of reading.
    pub(crate) fn into_unreadable(self) -> Vec<String> {
        self.unreadable
    }

    /// A field as it came; null counts as absent.
    pub(crate) fn take(&mut self, name: &str) -> Option<Value> {
        self.map.remove(name).filter(|value| !value.is_null())
    }

    /// A field read by `read`; noted as unreadable where that gives nothing.
    fn take_with<T>(&mut self, name: &str, read: impl FnOnce(Value) -> Option<T>) -> Option<T> {
        let result = read(self.take(name)?);
        if result.is_none() {
            self.unreadable.push(name.to_owned());
        }
        result
    }

    pub(crate) fn take_text(&mut self, name: &str) -> Option<String> {
        self.take_with(name, text)
    }

    /// An id: text with at least one character.
    pub(crate) fn take_id<I: From<String>>(&mut self, name: &str) -> Option<I> {
        self.take_text(name)
            .filter(|id| !id.is_empty())
            .map(I::from)
    }

    pub(crate) fn take_bool(&mut self, name: &str) -> Option<bool> {
        self.take_unless_blank(name, |value| boolean(&value))
    }

    /// A finite number, also one in a string.
    pub(crate) fn take_f64(&mut self, name: &str) -> Option<f64> {
        self.take_unless_blank(name, |value| number(&value))
    }

    /// A whole number, also as `85.0` or `"85"`; a fraction is rounded.
    pub(crate) fn take_i64(&mut self, name: &str) -> Option<i64> {
        self.take_unless_blank(name, |value| integer(&value))
    }

    /// A moment; without an offset it is UTC.
    pub(crate) fn take_time(&mut self, name: &str) -> Option<DateTime<Utc>> {
        self.take_unless_blank(name, |value| time(value.as_str()?))
    }

    /// A list; null and absent are the empty list. An element that can't be read marks the field,
    /// and the others are kept.
    fn take_list_with<T>(&mut self, name: &str, read: impl Fn(Value) -> Option<T>) -> Vec<T> {
        let Some(elements) = self.take_with(name, array) else {
            return Vec::new();
        };
        let count = elements.len();
        let items: Vec<T> = elements.into_iter().filter_map(read).collect();
        if items.len() < count {
            self.unreadable.push(name.to_owned());
        }
        items
    }

    pub(crate) fn take_texts(&mut self, name: &str) -> Vec<String> {
        self.take_list_with(name, text)
    }

    pub(crate) fn take_ids<I: From<String>>(&mut self, name: &str) -> Vec<I> {
        self.take_list_with(name, |value| {
            text(value).filter(|id| !id.is_empty()).map(I::from)
        })
    }

    /// Lines 1..n in order. A line that can't be read stays in its place as `None`, since every
    /// line is known by its position only.
    pub(crate) fn take_lines(&mut self, name: &str) -> Vec<Option<bool>> {
        let Some(elements) = self.take_with(name, array) else {
            return Vec::new();
        };
        let lines: Vec<_> = elements.iter().map(boolean).collect();
        if elements
            .iter()
            .zip(&lines)
            .any(|(element, line)| line.is_none() && !element.is_null())
        {
            self.unreadable.push(name.to_owned());
        }
        lines
    }

    /// A map of text to text. A value that can't be read marks the field, and the others are kept.
    pub(crate) fn take_texts_by_name(&mut self, name: &str) -> BTreeMap<String, String> {
        let Some(entries) = self.take_with(name, object) else {
            return BTreeMap::new();
        };
        let (texts, complete) = texts_by_name(entries);
        if !complete {
            self.unreadable.push(name.to_owned());
        }
        texts
    }

    /// A list of maps of text to text.
    pub(crate) fn take_list_of_texts_by_name(
        &mut self,
        name: &str,
    ) -> Vec<BTreeMap<String, String>> {
        let Some(elements) = self.take_with(name, array) else {
            return Vec::new();
        };
        let mut complete = true;
        let mut maps = Vec::with_capacity(elements.len());
        for element in elements.into_iter().filter(|element| !element.is_null()) {
            let (texts, readable) = object(element).map_or_else(Default::default, texts_by_name);
            complete &= readable;
            maps.push(texts);
        }
        if !complete {
            self.unreadable.push(name.to_owned());
        }
        maps
    }

    /// As `take_with`, an empty string being the same as null for what isn't text.
    fn take_unless_blank<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(Value) -> Option<T>,
    ) -> Option<T> {
        if self
            .map
            .get(name)
            .and_then(Value::as_str)
            .is_some_and(|text| text.trim().is_empty())
        {
            self.map.remove(name);
        }
        self.take_with(name, read)
    }
}

/// What a JSON value is, in words for an error.
pub(crate) const fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

fn texts_by_name(entries: Map<String, Value>) -> (BTreeMap<String, String>, bool) {
    let entries = entries.into_iter().filter(|(_, value)| !value.is_null());
    let mut complete = true;
    let texts = entries.filter_map(|(name, value)| {
        let text = text(value);
        complete &= text.is_some();
        Some((name, text?))
    });
    (texts.collect(), complete)
}

fn array(value: Value) -> Option<Vec<Value>> {
    match value {
        Value::Array(elements) => Some(elements),
        _ => None,
    }
}

fn object(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(map) => Some(map),
        _ => None,
    }
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn boolean(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::Number(number) => match number.as_f64()? {
            0.0 => Some(false),
            1.0 => Some(true),
            _ => None,
        },
        Value::String(text) => match text.trim().to_ascii_lowercase().as_str() {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        },
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
    .filter(|number| number.is_finite())
}

fn integer(value: &Value) -> Option<i64> {
    // Whole numbers first: beyond 2^53 the detour over f64 would change them.
    if let Some(whole) = value
        .as_i64()
        .or_else(|| value.as_str()?.trim().parse().ok())
    {
        return Some(whole);
    }
    let rounded = number(value)?.round();
    // i64::MIN is a power of two and exact as f64; -i64::MIN is the first value past the range.
    let range = i64::MIN as f64..-(i64::MIN as f64);
    range.contains(&rounded).then_some(rounded as i64)
}

fn time(text: &str) -> Option<DateTime<Utc>> {
    const WITH_OFFSET: [&str; 2] = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f%#z"];
    const WITHOUT_OFFSET: [&str; 4] = [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M",
    ];
    let text = text.trim();
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Some(time.to_utc());
    }
    let with_offset = WITH_OFFSET
        .iter()
        .find_map(|format| DateTime::parse_from_str(text, format).ok());
    if let Some(time) = with_offset {
        return Some(time.to_utc());
    }
    let naive = WITHOUT_OFFSET
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    let day = || {
        Some(
            NaiveDate::parse_from_str(text, "%Y-%m-%d")
                .ok()?
                .and_time(NaiveTime::MIN),
        )
    };
    naive.or_else(day).map(|time| time.and_utc())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fields(value: Value) -> Fields {
        Fields::new(object(value).expect("tests give objects"))
    }

    #[test]
    fn null_and_absent_fields_are_neither_there_nor_unreadable() {
        let mut fields = fields(json!({ "a": null, "b": "", "c": null }));
        assert_eq!(fields.take_f64("a"), None);
        assert_eq!(fields.take_f64("b"), None);
        assert_eq!(fields.take_texts("c"), Vec::<String>::new());
        assert_eq!(fields.take_bool("d"), None);
        assert_eq!(fields.into_unreadable(), Vec::<String>::new());
    }

    #[test]
    fn integers_come_in_any_dress() {
        let mut fields = fields(json!({
            "a": 85, "b": 85.0, "c": "85", "d": "85.0", "e": " 85 ", "f": "9007199254740993",
            "g": 84.6,
        }));
        let read: Vec<_> = ["a", "b", "c", "d", "e", "g"]
            .map(|name| fields.take_i64(name))
            .into();
        assert_eq!(read, [Some(85); 6]);
        assert_eq!(fields.take_i64("f"), Some(9_007_199_254_740_993));
        assert_eq!(fields.into_unreadable(), Vec::<String>::new());
    }

    #[test]
    fn numbers_that_are_none_cost_their_field() {
        let mut fields = fields(
            json!({ "a": "NaN", "b": "inf", "c": "fast", "d": [1], "e": 1e300, "f": 9.3e18 }),
        );
        for name in ["a", "b", "c", "d"] {
            assert_eq!(fields.take_f64(name), None);
        }
        assert_eq!(fields.take_i64("e"), None);
        assert_eq!(fields.take_i64("f"), None);
        assert_eq!(fields.into_unreadable(), ["a", "b", "c", "d", "e", "f"]);
    }

    #[test]
    fn times_are_read_with_and_without_offset() {
        let noon: DateTime<Utc> = "2024-06-01T12:00:00Z".parse().expect("valid");
        for text in [
            "2024-06-01T12:00:00Z",
            "2024-06-01T12:00:00",
            "2024-06-01T12:00:00.000",
            "2024-06-01 12:00:00",
            "2024-06-01T12:00",
            "2024-06-01T08:00:00-04:00",
            "2024-06-01T08:00:00-0400",
        ] {
            assert_eq!(time(text), Some(noon), "{text}");
        }
        assert_eq!(
            time("2024-06-01"),
            Some(noon - chrono::TimeDelta::hours(12))
        );
        assert_eq!(time("yesterday"), None);
    }

    #[test]
    fn text_accepts_scalars_only() {
        let mut fields = fields(json!({ "a": 85, "b": true, "c": {} }));
        assert_eq!(fields.take_text("a").as_deref(), Some("85"));
        assert_eq!(fields.take_text("b").as_deref(), Some("true"));
        assert_eq!(fields.take_text("c"), None);
        assert_eq!(fields.into_unreadable(), ["c"]);
    }

    #[test]
    fn an_unreadable_line_keeps_the_others_in_their_places() {
        let mut fields = fields(json!({ "inputs": [1, "?", "false", null, true] }));
        let lines = [Some(true), None, Some(false), None, Some(true)];
        assert_eq!(fields.take_lines("inputs"), lines);
        assert_eq!(fields.into_unreadable(), ["inputs"]);
    }

    #[test]
    fn readable_elements_outlive_unreadable_ones() {
        let mut fields = fields(json!({
            "list": ["a", 2, {}], "map": { "a": 1, "b": [], "c": null }, "maps": [{ "a": "b" }, 7],
        }));
        assert_eq!(fields.take_texts("list"), ["a", "2"]);
        assert_eq!(
            fields.take_texts_by_name("map"),
            BTreeMap::from([("a".into(), "1".into())])
        );
        assert_eq!(fields.take_list_of_texts_by_name("maps").len(), 2);
        assert_eq!(fields.into_unreadable(), ["list", "map", "maps"]);
    }
}
