//! A request as a value: what is to be sent and how its answer is read, without any I/O.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::Method;
use serde_json::Value;

use crate::{
    endpoint::Endpoint,
    envelope::Opened,
    error::{Error, Refusal},
    ids::DeviceId,
};

/// One request to the service, whose answer is a `T`. Built by the functions of
/// [`operations`](crate::operations), sent by [`Client::send`](crate::Client::send).
#[derive(Clone)]
pub struct Request<T> {
    endpoint: Endpoint,
    method: Method,
    path: String,
    body: Option<Vec<u8>>,
    device: Option<DeviceId>,
    read: fn(&[u8]) -> Result<Opened<T>, Error>,
}

impl<T> Request<T> {
    /// A request to the path made of `segments`, each of which becomes exactly one segment of the
    /// URL.
    pub(crate) fn new(
        endpoint: Endpoint,
        method: Method,
        segments: &[&str],
        read: fn(&[u8]) -> Result<Opened<T>, Error>,
    ) -> Result<Self, Error> {
        Ok(Self {
            endpoint,
            method,
            path: encode_path(segments)?,
            body: None,
            device: None,
            read,
        })
    }

    pub(crate) fn with_body(mut self, body: &Value) -> Self {
        self.body = Some(body.to_string().into_bytes());
        self
    }

    pub(crate) fn about(mut self, device: &DeviceId) -> Self {
        self.device = Some(device.clone());
        self
    }

    /// The operation.
    pub fn endpoint(&self) -> Endpoint {
        self.endpoint
    }

    /// The HTTP method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The path below the base URL, percent-encoded, beginning with a slash.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The JSON body, if the request has one. It may hold a secret.
    pub fn body(&self) -> Option<&[u8]> {
        self.body.as_deref()
    }

    /// The device whose daily results the request may draw on.
    pub fn device(&self) -> Option<&DeviceId> {
        self.device.as_ref()
    }

    /// Reads the body of a successful answer.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`], and what the service's words mean where the body says that it did
    /// not do as asked.
    pub fn read(&self, body: &[u8]) -> Result<T, Error> {
        let opened = self.open(body)?;
        match opened.envelope.is_refusal() {
            true => Err(Refusal::with_success(opened.envelope).into_error(self.endpoint)),
            false => opened.value,
        }
    }

    /// Opens the body of an answer whose HTTP status is one of success.
    pub(crate) fn open(&self, body: &[u8]) -> Result<Opened<T>, Error> {
        (self.read)(body)
    }
}

/// Shows no body: a password may be in it.
impl<T> fmt::Debug for Request<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ({})", self.method, self.path, self.endpoint)
    }
}

/// All that isn't unreserved in RFC 3986.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

fn encode_path(segments: &[&str]) -> Result<String, Error> {
    let mut path = String::new();
    for segment in segments {
        // Every URL parser removes dot segments, encoded ones too: `DELETE /api/groups/..` would be
        // a request to quite another resource. Such ids can't be addressed, and are better refused.
        if matches!(*segment, "" | "." | "..") {
            return Err(Error::invalid(format!(
                "the id {segment:?} can't be part of a web address"
            )));
        }
        path.push('/');
        path.extend(utf8_percent_encode(segment, SEGMENT));
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base_url::BaseUrl;

    #[test]
    fn any_id_is_exactly_one_segment() {
        for (id, encoded) in [
            ("plain-1_2.3~", "plain-1_2.3~"),
            ("a/b?c#d%", "a%2Fb%3Fc%23d%25"),
            ("רכב 7", "%D7%A8%D7%9B%D7%91%207"),
            ("%2e%2e", "%252e%252e"),
            ("..\\..", "..%5C.."),
            ("...", "..."),
            (" ", "%20"),
            ("a\n;b", "a%0A%3Bb"),
        ] {
            let path = encode_path(&["api", "devices", id, "lastLocation"]).expect("an id");
            let url = BaseUrl::plaspy().join(&path);
            let segments: Vec<_> = url.path_segments().expect("https has a path").collect();
            assert_eq!(segments, ["api", "devices", encoded, "lastLocation"]);
            assert_eq!((url.query(), url.fragment()), (None, None));
        }
    }

    #[test]
    fn ids_that_no_address_can_hold_are_refused() {
        for id in ["", ".", ".."] {
            assert!(matches!(
                encode_path(&["api", "groups", id]),
                Err(Error::InvalidRequest { .. })
            ));
        }
    }
}
