//! What can go wrong with a request, as one enum.

mod connection;
mod refusal;

use std::time::Duration;

use serde::{Deserialize, Serialize};

pub use connection::from_transport;
pub(crate) use refusal::Refusal;

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
    /// What the request depended on no longer held when its turn came: it was not sent.
    #[error("what the request depended on no longer held, so that it was not sent")]
    Withdrawn,
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
            Self::Withdrawn => FailureKind::Abandoned,
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
            | Self::Withdrawn
            | Self::Refused { .. }
            | Self::TooLarge { .. }
            | Self::InvalidRequest { .. } => false,
        }
    }

    /// The service's own words, where it sent any; otherwise the name of the HTTP status.
    #[must_use]
    pub fn service_words(&self) -> Option<&str> {
        match self {
            Self::KeyRejected { message }
            | Self::TokenRefused { message }
            | Self::NotPermitted { message }
            | Self::NotFound { message }
            | Self::Conflict { message }
            | Self::Refused { message, .. }
            | Self::ServiceDown { message, .. } => Some(message),
            _ => None,
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
