//! What can go wrong with a request, as one enum, and what a failed answer of the service means.

use std::time::Duration;

use reqwest::StatusCode;
use serde::{Deserialize, Serialize};

use crate::{endpoint::Endpoint, envelope::Envelope};

/// Why a request brought no usable answer.
///
/// `message` fields hold the service's own words where it sent any, otherwise the name of the HTTP
/// status. No variant ever holds key or token. Cloneable, since all who wait for one token share
/// its failure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No connection to the service came about.
    #[error("can't connect to the service: {reason}")]
    NoNetwork {
        /// The cause, for a log.
        reason: String,
    },
    /// The name of the service's host has no address, or no name server answered.
    #[error("can't find the address of the service: {reason}")]
    Dns {
        /// The cause, for a log.
        reason: String,
    },
    /// No secure connection came about: an unknown certificate, a wrong clock, someone in between.
    #[error("can't connect to the service securely: {reason}")]
    Tls {
        /// The cause, for a log.
        reason: String,
    },
    /// The connection broke after the request had begun: it may have been carried out.
    #[error("the connection to the service broke: {reason}")]
    ConnectionLost {
        /// The cause, for a log.
        reason: String,
    },
    /// No answer in time (or the service said 408). The request may have been carried out.
    #[error("the service took too long to answer")]
    Timeout,
    /// 429: a limit is met; which one, the service doesn't say.
    #[error("the service allows no more requests for now")]
    RateLimited {
        /// How long the service asks to wait, if it says so.
        retry_after: Option<Duration>,
    },
    /// The service refuses the user name or API key. From then on the client sends nothing more.
    #[error("the service refuses the API key: {message}")]
    KeyRejected {
        /// The service's words.
        message: String,
    },
    /// 401 for a token that the service had just issued, or for a command (which is never
    /// repeated). Nothing was carried out.
    #[error("the service refuses its own token: {message}")]
    TokenRefused {
        /// The service's words.
        message: String,
    },
    /// 403: the account may not do this.
    #[error("the account isn't allowed to do this: {message}")]
    NotPermitted {
        /// The service's words.
        message: String,
    },
    /// 404: no such device, group, user or operation.
    #[error("the service doesn't have this: {message}")]
    NotFound {
        /// The service's words.
        message: String,
    },
    /// 409: the request contradicts the present state, such as a name that is taken.
    #[error("the service sees a conflict: {message}")]
    Conflict {
        /// The service's words.
        message: String,
    },
    /// The service took an edit, and what was read back doesn't have it.
    #[error("the service took the change and did not keep it: {}", fields.join(", "))]
    NotKept {
        /// Wire names of the fields that aren't as they were written.
        fields: Vec<String>,
    },
    /// The service refuses for another reason; `status` is 200 where only `success` was false.
    #[error("the service refuses (HTTP {status}): {message}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// The service's words.
        message: String,
    },
    /// 5xx: the service fails or is closed for maintenance.
    #[error("the service is out of order (HTTP {status}): {message}")]
    ServiceDown {
        /// The HTTP status.
        status: u16,
        /// The service's words. A failing JSON Patch `test` may hide behind a 500.
        message: String,
        /// How long the service asks to wait, if it says so.
        retry_after: Option<Duration>,
    },
    /// The answer isn't what the service is documented to send.
    #[error("can't understand the service's answer at {path}: {what}")]
    NotUnderstood {
        /// Where in the body, such as `devices` or `lastLocation.latitude`; `.` is the body itself.
        path: String,
        /// What was wrong there.
        what: String,
        /// Whether a web page came instead, as from a proxy or a hotel's sign-in.
        html: bool,
    },
    /// The answer is larger than the client accepts.
    #[error("the service's answer exceeds {limit_bytes} bytes")]
    TooLarge {
        /// The limit.
        limit_bytes: usize,
    },
    /// The request can't be made: the caller gave what the service can't take. Nothing was sent.
    #[error("invalid request: {what}")]
    InvalidRequest {
        /// What is wrong with it.
        what: String,
    },
}

/// The kind of an [`Error`] without its details, and `Abandoned`: what a ledger stores of a
/// failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[expect(
    missing_docs,
    reason = "each is named after the variant of Error that documents it"
)]
pub enum FailureKind {
    NoNetwork,
    Dns,
    Tls,
    ConnectionLost,
    Timeout,
    RateLimited,
    KeyRejected,
    TokenRefused,
    NotPermitted,
    NotFound,
    Conflict,
    NotKept,
    Refused,
    ServiceDown,
    NotUnderstood,
    TooLarge,
    InvalidRequest,
    /// Nobody waited for the answer any more; the request may have been carried out.
    Abandoned,
}

impl Error {
    /// The kind of failure.
    #[must_use]
    pub const fn kind(&self) -> FailureKind {
        match self {
            Self::NoNetwork { .. } => FailureKind::NoNetwork,
            Self::Dns { .. } => FailureKind::Dns,
            Self::Tls { .. } => FailureKind::Tls,
            Self::ConnectionLost { .. } => FailureKind::ConnectionLost,
            Self::Timeout => FailureKind::Timeout,
            Self::RateLimited { .. } => FailureKind::RateLimited,
            Self::KeyRejected { .. } => FailureKind::KeyRejected,
            Self::TokenRefused { .. } => FailureKind::TokenRefused,
            Self::NotPermitted { .. } => FailureKind::NotPermitted,
            Self::NotFound { .. } => FailureKind::NotFound,
            Self::Conflict { .. } => FailureKind::Conflict,
            Self::NotKept { .. } => FailureKind::NotKept,
            Self::Refused { .. } => FailureKind::Refused,
            Self::ServiceDown { .. } => FailureKind::ServiceDown,
            Self::NotUnderstood { .. } => FailureKind::NotUnderstood,
            Self::TooLarge { .. } => FailureKind::TooLarge,
            Self::InvalidRequest { .. } => FailureKind::InvalidRequest,
        }
    }

    /// Whether the cause can pass by itself, so that asking again later makes sense.
    ///
    /// Says nothing of whether asking again is *harmless*: that is
    /// [`Endpoint::is_safe_to_repeat`](crate::Endpoint::is_safe_to_repeat).
    #[must_use]
    pub const fn is_retryable(&self) -> bool {
        match self {
            Self::NoNetwork { .. }
            | Self::Dns { .. }
            | Self::ConnectionLost { .. }
            | Self::Timeout
            | Self::RateLimited { .. }
            | Self::ServiceDown { .. } => true,
            // A web page in place of JSON is a proxy's doing, and proxies have their moments.
            Self::NotUnderstood { html, .. } => *html,
            Self::Tls { .. }
            | Self::KeyRejected { .. }
            | Self::TokenRefused { .. }
            | Self::NotPermitted { .. }
            | Self::NotFound { .. }
            | Self::Conflict { .. }
            | Self::NotKept { .. }
            | Self::Refused { .. }
            | Self::TooLarge { .. }
            | Self::InvalidRequest { .. } => false,
        }
    }

    /// How long the service asks to wait before the next try, where it says so.
    #[must_use]
    pub const fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::RateLimited { retry_after } | Self::ServiceDown { retry_after, .. } => {
                *retry_after
            }
            _ => None,
        }
    }

    /// Whether it came before a byte of the request was sent.
    pub(crate) const fn is_before_sending(&self) -> bool {
        matches!(self, Self::NoNetwork { .. } | Self::Dns { .. })
    }

    pub(crate) fn invalid(what: impl Into<String>) -> Self {
        Self::InvalidRequest { what: what.into() }
    }

    pub(crate) fn not_understood(path: impl Into<String>, what: impl Into<String>) -> Self {
        Self::NotUnderstood {
            path: path.into(),
            what: what.into(),
            html: false,
        }
    }
}

/// What the service answered when it did not do as asked.
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    /// The envelope's `error`, if the body was an envelope that had one.
    pub(crate) message: Option<String>,
    pub(crate) html: bool,
    pub(crate) retry_after: Option<Duration>,
}

impl Refusal {
    /// A refusal inside an answer whose HTTP status is one of success.
    pub(crate) fn with_success(envelope: Envelope) -> Self {
        Self {
            status: StatusCode::OK,
            message: envelope.into_message(),
            html: false,
            retry_after: None,
        }
    }

    pub(crate) fn into_error(self, endpoint: Endpoint) -> Error {
        let status = self.status.as_u16();
        let in_words = self.message.is_some();
        let message = self.message.unwrap_or_else(|| match self.html {
            true => format!("HTTP {}, with a web page instead of an answer", self.status),
            false => format!("HTTP {}", self.status),
        });
        let of_token = endpoint == Endpoint::CreateToken;
        match status {
            401 if of_token => Error::KeyRejected { message },
            // A page comes from a firewall in between, which knows nothing of keys.
            403 if of_token && !self.html => Error::KeyRejected { message },
            200..=299 if of_token => Error::KeyRejected { message },
            // Without the service's words a 400 may be anyone's.
            400 if of_token && in_words => Error::KeyRejected { message },
            401 => Error::TokenRefused { message },
            403 => Error::NotPermitted { message },
            404 => Error::NotFound { message },
            408 => Error::Timeout,
            409 => Error::Conflict { message },
            429 => Error::RateLimited {
                retry_after: self.retry_after,
            },
            500.. => Error::ServiceDown {
                status,
                message,
                retry_after: self.retry_after,
            },
            _ => Error::Refused { status, message },
        }
    }
}

/// What a failure of the HTTP library means.
pub(crate) fn from_transport(error: reqwest::Error) -> Error {
    // The URL would say nothing new, and ids are not for every log.
    let error = error.without_url();
    let reason = chain(&error);
    if error.is_timeout() {
        Error::Timeout
    } else if is_tls(&error) {
        Error::Tls { reason }
    } else if error.is_dns() {
        Error::Dns { reason }
    } else if error.is_connect() {
        Error::NoNetwork { reason }
    } else if error.is_builder() {
        Error::InvalidRequest { what: reason }
    } else {
        // Also a body that did not come whole, which the library calls a failure of decoding.
        Error::ConnectionLost { reason }
    }
}

/// The causes of an error, outermost first, without the repetitions that wrappers bring.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let cause_text = cause.to_string();
        if !text.ends_with(&cause_text) {
            text.push_str(": ");
            text.push_str(&cause_text);
        }
        source = cause.source();
    }
    text
}

fn is_tls(error: &(dyn std::error::Error + 'static)) -> bool {
    // What an io::Error wraps is not its source: that is the source of what it wraps.
    let wrapped = error
        .downcast_ref::<std::io::Error>()
        .and_then(std::io::Error::get_ref);
    error.is::<rustls::Error>()
        || wrapped.is_some_and(|inner| is_tls(inner))
        || error.source().is_some_and(is_tls)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(status: u16) -> Refusal {
        Refusal {
            status: StatusCode::from_u16(status).expect("a valid status"),
            message: Some("words".into()),
            html: false,
            retry_after: None,
        }
    }

    fn kind(status: u16, endpoint: Endpoint) -> FailureKind {
        refusal(status).into_error(endpoint).kind()
    }

    #[test]
    fn each_documented_status_has_its_meaning() {
        for (status, expected) in [
            (200, FailureKind::Refused),
            (302, FailureKind::Refused),
            (400, FailureKind::Refused),
            (401, FailureKind::TokenRefused),
            (403, FailureKind::NotPermitted),
            (404, FailureKind::NotFound),
            (405, FailureKind::Refused),
            (408, FailureKind::Timeout),
            (409, FailureKind::Conflict),
            (415, FailureKind::Refused),
            (429, FailureKind::RateLimited),
            (500, FailureKind::ServiceDown),
            (503, FailureKind::ServiceDown),
        ] {
            assert_eq!(kind(status, Endpoint::GetUser), expected, "{status}");
        }
    }

    #[test]
    fn only_a_refusal_of_the_token_call_itself_rejects_the_key() {
        for status in [200, 400, 401, 403] {
            assert_eq!(
                kind(status, Endpoint::CreateToken),
                FailureKind::KeyRejected,
                "{status}"
            );
        }
        for status in [404, 408, 429, 500, 503] {
            assert_ne!(
                kind(status, Endpoint::CreateToken),
                FailureKind::KeyRejected,
                "{status}"
            );
        }
    }

    #[test]
    fn what_stands_in_between_does_not_reject_the_key() {
        let page = Refusal {
            html: true,
            message: None,
            ..refusal(403)
        };
        assert_eq!(
            page.into_error(Endpoint::CreateToken).kind(),
            FailureKind::NotPermitted
        );
        let wordless = Refusal {
            message: None,
            ..refusal(400)
        };
        assert_eq!(
            wordless.into_error(Endpoint::CreateToken).kind(),
            FailureKind::Refused
        );
    }
}
