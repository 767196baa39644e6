//! What the service answered when it did not do as asked, and what that means.

use std::time::Duration;

use reqwest::StatusCode;
use secrecy::{ExposeSecret as _, SecretString};

use super::Error;
use crate::{endpoint::Endpoint, envelope::Envelope};

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

    /// The same with the service's words made presentable: without the secret that the request
    /// carried, should they quote it, and of bearable length.
    pub(crate) fn without(self, secret: &SecretString) -> Self {
        let message = self.message.map(|words| presentable(&words, secret));
        Self { message, ..self }
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

fn presentable(words: &str, secret: &SecretString) -> String {
    const MAX_CHARS: usize = 500;
    let secret = secret.expose_secret();
    let words = match secret.is_empty() {
        true => words.to_owned(),
        false => words.replace(secret, "[hidden]"),
    };
    match words.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}
#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::FailureKind;

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

    #[test]
    fn the_services_words_never_quote_the_secret() {
        let key = SecretString::from("k3y");
        let words = presentable("The key k3y is invalid", &key);
        assert_eq!(words, "The key [hidden] is invalid");
    }
}
