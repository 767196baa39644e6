//! What is kept of a failure after the call that met it is over.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Error, ErrorCode};

/// Why something that was begun went wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Trouble {
    /// What kind of failure; the UI has texts for every code.
    pub code: ErrorCode,
    /// The service's own words, where it sent any.
    pub words: Option<String>,
}

impl Trouble {
    /// What is kept of a failure.
    #[must_use]
    pub fn of(error: &Error) -> Self {
        let words = match error {
            Error::Service(error) => error.service_words(),
            _ => None,
        };
        Self {
            code: ErrorCode::of(error),
            words: words.map(str::to_owned),
        }
    }

    /// What is kept of a failure of the service, or of the way to it.
    #[must_use]
    pub fn of_service(error: &plaspy::Error) -> Self {
        Self {
            code: ErrorCode::of_service(error),
            words: error.service_words().map(str::to_owned),
        }
    }

    /// How a journal writes the kind of failure.
    #[must_use]
    pub fn kind_word(&self) -> Option<String> {
        let word = serde_json::to_value(self.code).ok()?;
        word.as_str().map(str::to_owned)
    }

    /// A failure as a journal wrote it; `None` for a kind that only another version of the app knows.
    #[must_use]
    pub fn written(kind: &str, words: Option<&str>) -> Option<Self> {
        let code = serde_json::from_value(kind.into()).ok()?;
        Some(Self {
            code,
            words: words.map(str::to_owned),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_comes_back_from_a_journal_as_it_was() {
        let refused = Error::Service(plaspy::Error::Refused {
            status: 400,
            message: "No credit".to_owned(),
        });
        for error in [refused, Error::Service(plaspy::Error::Timeout)] {
            let trouble = Trouble::of(&error);
            let kind = trouble.kind_word().expect("a word");
            let read = Trouble::written(&kind, trouble.words.as_deref());
            assert_eq!(read, Some(trouble));
        }
        assert_eq!(Trouble::written("of_tomorrow", Some("words")), None);
    }

    #[test]
    fn only_the_services_own_words_are_kept() {
        let lost = plaspy::Error::ConnectionLost {
            reason: "reset by peer".to_owned(),
        };
        assert_eq!(Trouble::of_service(&lost).words, None);
    }
}
