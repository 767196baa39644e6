//! The envelope around every answer: whether it succeeded, the usage counters, and lists that
//! survive their worst element.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    error::Error,
    fields::{Fields, kind_of},
};

/// What the service answered, and what it says beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer<T> {
    /// What was asked for.
    pub value: T,
    /// The usage counters that came with it.
    pub usage: Usage,
    /// The service's clock when it answered (its `Date` header), to the second.
    pub server_date: Option<DateTime<Utc>>,
}

/// The service's usage counters. Whether `request` is the cost of the request or a running total,
/// the documentation leaves open; neither ceiling is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// `apiUsage`.
    pub request: Option<i64>,
    /// `apiDailyUsage`.
    pub daily: Option<i64>,
}

/// A list as far as it could be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing<T> {
    /// The elements that could be told from one another.
    pub items: Vec<T>,
    /// How many elements had no id (a fix: no time or place) and are therefore missing here.
    pub lost: usize,
}

/// An element or object that lacks what it can't do without; names the field.
#[derive(Debug)]
pub(crate) struct Indispensable(pub(crate) &'static str);

/// What can be read from one JSON object of the service.
pub(crate) trait FromObject: Sized {
    fn from_object(object: Map<String, Value>) -> Result<Self, Indispensable>;
}

/// The body of an answer: the envelope read, the rest yet to be taken.
pub(crate) struct Body {
    success: Option<bool>,
    message: Option<String>,
    usage: Usage,
    rest: Map<String, Value>,
}

impl Body {
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, Error> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        if bytes.trim_ascii().is_empty() {
            return Err(Error::not_understood(".", "the body is empty"));
        }
        if looks_like_html(bytes) {
            let what = "a web page came instead of an answer".to_owned();
            return Err(Error::NotUnderstood {
                path: ".".to_owned(),
                what,
                html: true,
            });
        }
        let mut deserializer = serde_json::Deserializer::from_slice(bytes);
        let value: Value =
            serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
                Error::not_understood(error.path().to_string(), error.inner().to_string())
            })?;
        deserializer
            .end()
            .map_err(|error| Error::not_understood(".", error.to_string()))?;
        match value {
            Value::Object(map) => Ok(Self::open(map)),
            other => Err(Error::not_understood(
                ".",
                format!("expected an object, found {}", kind_of(&other)),
            )),
        }
    }

    /// The body that an answer with HTTP 204 would have.
    pub(crate) fn of_no_content() -> Self {
        Self {
            success: Some(true),
            message: None,
            usage: Usage::default(),
            rest: Map::new(),
        }
    }

    fn open(mut map: Map<String, Value>) -> Self {
        const ENVELOPE: [&str; 4] = ["success", "error", "apiUsage", "apiDailyUsage"];
        let mut envelope = Fields::new(
            ENVELOPE
                .iter()
                .filter_map(|name| map.remove_entry(*name))
                .collect(),
        );
        Self {
            success: envelope.take_bool("success"),
            message: match envelope.take("error") {
                Some(Value::String(text)) => Some(text).filter(|text| !text.trim().is_empty()),
                other => other.map(|value| value.to_string()),
            },
            usage: Usage {
                request: envelope.take_i64("apiUsage"),
                daily: envelope.take_i64("apiDailyUsage"),
            },
            rest: map,
        }
    }

    pub(crate) fn usage(&self) -> Usage {
        self.usage
    }

    /// Whether the service says that it did not do as asked; an error without `success` counts as
    /// well.
    pub(crate) fn is_refusal(&self) -> bool {
        !self.success.unwrap_or(self.message.is_none())
    }

    /// The service's words on a failure.
    pub(crate) fn into_message(self) -> Option<String> {
        self.message
    }

    /// The fields beside the envelope's.
    pub(crate) fn into_object(self) -> Map<String, Value> {
        self.rest
    }

    /// An object that stands beside the envelope's fields.
    pub(crate) fn flat<T: FromObject>(self) -> Result<T, Error> {
        T::from_object(self.rest).map_err(|missing| Error::not_understood(missing.0, MISSING))
    }

    /// As [`Self::flat`], for answers to writes: a service may confirm without repeating the
    /// object.
    pub(crate) fn flat_if_repeated<T: FromObject>(self) -> Result<Option<T>, Error> {
        let confirmed = self.confirm();
        match T::from_object(self.rest) {
            Ok(object) => Ok(Some(object)),
            Err(_) => confirmed.map(|()| None),
        }
    }

    /// An object nested under `name`; `None` where it is null or absent.
    pub(crate) fn nested<T: FromObject>(mut self, name: &str) -> Result<Option<T>, Error> {
        match self.take_payload(name)? {
            Value::Null => Ok(None),
            Value::Object(object) => T::from_object(object)
                .map(Some)
                .map_err(|missing| Error::not_understood(format!("{name}.{}", missing.0), MISSING)),
            other => Err(expected("an object", name, &other)),
        }
    }

    /// The list under `name`; null is the empty list.
    pub(crate) fn listing<T: FromObject>(mut self, name: &str) -> Result<Listing<T>, Error> {
        let elements = match self.take_payload(name)? {
            Value::Null => Vec::new(),
            Value::Array(elements) => elements,
            other => return Err(expected("a list", name, &other)),
        };
        let count = elements.len();
        let read = |element| match element {
            Value::Object(object) => T::from_object(object).ok(),
            _ => None,
        };
        let items: Vec<T> = elements.into_iter().filter_map(read).collect();
        Ok(Listing {
            lost: count - items.len(),
            items,
        })
    }

    /// The map of text to text under `name`; null is the empty map.
    pub(crate) fn texts_by_name(mut self, name: &str) -> Result<BTreeMap<String, String>, Error> {
        match self.take_payload(name)? {
            Value::Null => Ok(BTreeMap::new()),
            Value::Object(map) => {
                let mut fields =
                    Fields::new(Map::from_iter([(name.to_owned(), Value::Object(map))]));
                Ok(fields.take_texts_by_name(name))
            }
            other => Err(expected("an object", name, &other)),
        }
    }

    /// The text under `name`, if there is one.
    pub(crate) fn into_text(self, name: &str) -> Option<String> {
        Fields::new(self.rest).take_text(name)
    }

    /// The service says that it did as asked.
    pub(crate) fn confirm(&self) -> Result<(), Error> {
        match self.success {
            Some(true) => Ok(()),
            _ => Err(Error::not_understood("success", MISSING)),
        }
    }

    /// Null and absent are the same, provided that the answer says it is one: any `{}` from
    /// elsewhere would otherwise empty a fleet.
    fn take_payload(&mut self, name: &str) -> Result<Value, Error> {
        match self.rest.remove(name) {
            Some(value) => Ok(value),
            None if self.success.is_some() => Ok(Value::Null),
            None => Err(Error::not_understood(name, MISSING)),
        }
    }
}

const MISSING: &str = "it is missing or unreadable";

fn expected(wanted: &str, path: &str, found: &Value) -> Error {
    Error::not_understood(path, format!("expected {wanted}, found {}", kind_of(found)))
}

/// Whether a body that should be JSON is a web page; JSON never begins with `<`.
pub(crate) fn looks_like_html(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"<")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::Device;

    fn body(json: &str) -> Body {
        Body::parse(json.as_bytes()).expect("tests give objects")
    }

    #[test]
    fn usage_counters_are_read_in_any_dress() {
        let usage = body(r#"{"success":true,"apiUsage":"3","apiDailyUsage":45.0}"#).usage();
        assert_eq!(
            usage,
            Usage {
                request: Some(3),
                daily: Some(45)
            }
        );
    }

    #[test]
    fn success_decides_and_an_error_alone_is_one() {
        assert!(!body(r#"{"success":true,"error":"a note"}"#).is_refusal());
        assert!(body(r#"{"success":"false"}"#).is_refusal());
        assert!(body(r#"{"error":"Not found"}"#).is_refusal());
        assert!(!body(r#"{"error":null}"#).is_refusal());
        assert_eq!(
            body(r#"{"error":{"code":7}}"#).into_message().as_deref(),
            Some(r#"{"code":7}"#)
        );
    }

    #[test]
    fn a_null_list_is_empty_and_a_stray_object_is_not_a_fleet() {
        let listing = |json| {
            body(json)
                .listing::<Device>("devices")
                .map(|listing| listing.items.len())
        };
        assert_eq!(listing(r#"{"success":true,"devices":null}"#), Ok(0));
        assert_eq!(listing(r#"{"success":true}"#), Ok(0));
        assert_eq!(
            listing("{}"),
            Err(Error::not_understood("devices", MISSING))
        );
    }

    #[test]
    fn an_element_without_an_id_is_counted_as_lost() {
        let body =
            body(r#"{"success":true,"devices":[{"id":"a"},{"name":"b"},null,{"id":""},{"id":7}]}"#);
        let listing = body.listing::<Device>("devices").expect("a list");
        let ids: Vec<_> = listing
            .items
            .iter()
            .map(|device| device.id.as_str())
            .collect();
        assert_eq!((ids, listing.lost), (vec!["a", "7"], 3));
    }

    #[test]
    fn what_came_instead_is_named() {
        let error = |bytes: &[u8]| match Body::parse(bytes) {
            Err(Error::NotUnderstood { path, what, html }) => (path, what, html),
            _ => panic!("understood {bytes:?}"),
        };
        assert!(error(b"\n<!DOCTYPE html><html>").2);
        assert_eq!(error(b" ").1, "the body is empty");
        assert_eq!(error(b"[1]").1, "expected an object, found a list");
        let (path, _, html) = error(br#"{"devices":[{"id":"a"},{"id":!}]}"#);
        assert_eq!((path.as_str(), html), ("devices[1].id", false));
        let wrong_type = body(r#"{"success":true,"devices":"none"}"#).listing::<Device>("devices");
        assert_eq!(
            wrong_type,
            Err(Error::not_understood(
                "devices",
                "expected a list, found text"
            ))
        );
    }

    #[test]
    fn a_byte_order_mark_is_no_obstacle() {
        assert!(Body::parse(b"\xEF\xBB\xBF{\"success\":true}").is_ok());
    }
}
