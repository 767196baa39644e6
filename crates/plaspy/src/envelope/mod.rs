//! The envelope around every answer: whether it succeeded, its words and counters, and what stands
//! inside or beside it.

mod payload;

use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;

pub(crate) use payload::{
    Opened, confirmation, flat, flat_if_repeated, listing, nested, nested_always, text,
    texts_by_name,
};

use crate::{
    answer::Usage,
    decode::{Field, Key, Source},
    error::Error,
};

/// The body that an answer with HTTP 204 would have.
pub(crate) const CONFIRMATION: &[u8] = br#"{"success":true}"#;

/// What every answer says, whatever else is in it.
#[derive(Debug, Default)]
pub(crate) struct Envelope {
    success: Option<bool>,
    message: Option<String>,
    usage: Usage,
}

impl Envelope {
    /// Reads the envelope and leaves the rest.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Error> {
        open(bytes, Nothing).map(|(envelope, _)| envelope)
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

    /// Whether it says that it is an answer at all, be it of a failure.
    fn is_one(&self) -> bool {
        self.success.is_some()
    }

    /// The service says that it did as asked.
    fn confirms(&self) -> bool {
        self.success == Some(true)
    }

    /// Takes a field that is the envelope's; gives back one that isn't.
    fn take<'a, 'de, S: Source<'de>>(
        &mut self,
        field: Field<'a, S>,
    ) -> Result<Option<Field<'a, S>>, S::Error> {
        match field.name() {
            "success" => self.success = field.boolean()?,
            "error" => {
                self.message = match field.raw()? {
                    Value::Null => None,
                    Value::String(text) => Some(text).filter(|text| !text.trim().is_empty()),
                    other => Some(other.to_string()),
                }
            }
            "apiUsage" => self.usage.request = field.integer()?,
            "apiDailyUsage" => self.usage.daily = field.integer()?,
            _ => return Ok(Some(field)),
        }
        Ok(None)
    }
}

/// What is read beside the envelope.
trait Payload {
    fn take<'de, S: Source<'de>>(&mut self, field: Field<'_, S>) -> Result<(), S::Error>;
}

struct Nothing;

impl Payload for Nothing {
    fn take<'de, S: Source<'de>>(&mut self, field: Field<'_, S>) -> Result<(), S::Error> {
        field.skip()
    }
}

/// Reads a body: an object of the envelope's fields and others.
fn open<P: Payload>(bytes: &[u8], payload: P) -> Result<(Envelope, P), Error> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(Error::not_understood(".", "the body is empty"));
    }
    if looks_like_html(bytes) {
        return Err(Error::NotUnderstood {
            path: ".".to_owned(),
            what: "a web page came instead of an answer".to_owned(),
            html: true,
        });
    }
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let opened = deserializer.deserialize_map(Opening(payload));
    let opened = opened.and_then(|opened| deserializer.end().map(|()| opened));
    opened.map_err(|error| locate(bytes, &error))
}

/// Where in the body an error is. Only after one, since to keep track of the way costs time.
fn locate(bytes: &[u8], error: &serde_json::Error) -> Error {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    match serde_path_to_error::deserialize::<_, Value>(&mut deserializer) {
        Err(located) => {
            Error::not_understood(located.path().to_string(), located.inner().to_string())
        }
        Ok(_) => Error::not_understood(".", error.to_string()),
    }
}

struct Opening<P>(P);

impl<'de, P: Payload> Visitor<'de> for Opening<P> {
    type Value = (Envelope, P);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let Self(mut payload) = self;
        let mut envelope = Envelope::default();
        let mut unreadable = Vec::new();
        while let Some(Key(name)) = map.next_key()? {
            let field = Field::next_of(&mut map, &name, &mut unreadable);
            if let Some(field) = envelope.take(field)? {
                payload.take(field)?;
            }
        }
        Ok((envelope, payload))
    }
}

/// Whether a body that should be JSON is a web page; JSON never begins with `<`.
pub(crate) fn looks_like_html(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"<")
}

#[cfg(test)]
mod tests;
