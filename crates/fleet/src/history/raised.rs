//! Alerts as the fixes of a device tell them, each where it began. Pure.

use chrono::{DateTime, Utc};

use crate::alerts::list::known_name;

/// What a fix says of alerts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// When it was measured.
    pub at: DateTime<Utc>,
    /// The service's codes.
    pub codes: Vec<String>,
    /// The service's words.
    pub texts: Vec<String>,
}

/// An alert that began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised {
    /// When the first fix that tells of it was measured.
    pub at: DateTime<Utc>,
    /// The service's code, spelt as the service documents it where it is known.
    pub code: String,
    /// What the service says of it.
    pub text: Option<String>,
}

/// The alerts that began, from what each fix tells, oldest first: a code that the fix before carried as
/// well goes on, and has not begun again.
#[must_use]
pub fn raised(fixes: impl IntoIterator<Item = Told>) -> Vec<Raised> {
    let mut before: Vec<String> = Vec::new();
    let mut raised = Vec::new();
    for Told { at, codes, texts } in fixes {
        // Texts belong to codes only where there are as many of them.
        let has_texts = texts.len() == codes.len();
        for (place, code) in codes.iter().enumerate() {
            if before.contains(code) || codes[..place].contains(code) {
                continue;
            }
            raised.push(Raised {
                at,
                code: known_name(code).unwrap_or(code).to_owned(),
                text: texts.get(place).filter(|_| has_texts).cloned(),
            });
        }
        before = codes;
    }
    raised
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(second, 0).expect("a time")
    }

    fn told(second: i64, codes: &[&str], texts: &[&str]) -> Told {
        let owned = |words: &[&str]| words.iter().map(ToString::to_string).collect();
        Told {
            at: at(second),
            codes: owned(codes),
            texts: owned(texts),
        }
    }

    #[test]
    fn an_alert_counts_when_it_begins() {
        let found = raised([
            told(0, &["sos"], &[]),
            told(10, &["sos", "power", "power"], &[]),
            told(20, &[], &[]),
            told(30, &["sos"], &[]),
        ]);
        let found: Vec<_> = found.iter().map(|it| (it.at, it.code.as_str())).collect();
        assert_eq!(found, [(at(0), "sos"), (at(10), "power"), (at(30), "sos")]);
    }

    #[test]
    fn an_alert_has_its_known_name_and_the_words_that_are_its_own() {
        let found = raised([
            told(0, &["sos button", "own"], &["Help", "Something"]),
            told(10, &["other"], &["one", "two"]),
        ]);
        let found: Vec<_> = found
            .iter()
            .map(|it| (it.code.as_str(), it.text.as_deref()))
            .collect();
        let expected = [
            ("SOSButton", Some("Help")),
            ("own", Some("Something")),
            ("other", None),
        ];
        assert_eq!(found, expected);
    }
}
