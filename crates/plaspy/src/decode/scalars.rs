//! Text, numbers and yes-or-no from whatever they are dressed as.

use chrono::{DateTime, Utc};
use serde_json::Number;

use super::{FromJson, time};

impl FromJson for String {
    fn from_text(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn from_bool(flag: bool) -> Option<Self> {
        Some(flag.to_string())
    }

    fn from_integer(number: i64) -> Option<Self> {
        Some(number.to_string())
    }

    fn from_large(number: u64) -> Option<Self> {
        Some(number.to_string())
    }

    fn from_float(number: f64) -> Option<Self> {
        // `85.0` keeps its fraction, as it was written.
        Number::from_f64(number).map(|number| number.to_string())
    }
}

impl FromJson for bool {
    const BLANK_IS_ABSENT: bool = true;

    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let is = |word: &str| text.eq_ignore_ascii_case(word);
        match (is("true") || is("1"), is("false") || is("0")) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    fn from_bool(flag: bool) -> Option<Self> {
        Some(flag)
    }

    fn from_integer(number: i64) -> Option<Self> {
        match number {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    fn from_float(number: f64) -> Option<Self> {
        integer(number).and_then(Self::from_integer)
    }
}

impl FromJson for f64 {
    const BLANK_IS_ABSENT: bool = true;

    fn from_text(text: &str) -> Option<Self> {
        text.trim()
            .parse()
            .ok()
            .filter(|number: &f64| number.is_finite())
    }

    fn from_integer(number: i64) -> Option<Self> {
        Some(number as f64)
    }

    fn from_large(number: u64) -> Option<Self> {
        Some(number as f64)
    }

    fn from_float(number: f64) -> Option<Self> {
        Some(number).filter(|number| number.is_finite())
    }
}

impl FromJson for i64 {
    const BLANK_IS_ABSENT: bool = true;

    fn from_text(text: &str) -> Option<Self> {
        // Whole numbers first: beyond 2^53 the detour over f64 would change them.
        let whole = text.trim().parse().ok();
        whole.or_else(|| f64::from_text(text).and_then(rounded))
    }

    fn from_integer(number: i64) -> Option<Self> {
        Some(number)
    }

    fn from_float(number: f64) -> Option<Self> {
        rounded(number)
    }
}

impl FromJson for DateTime<Utc> {
    const BLANK_IS_ABSENT: bool = true;

    fn from_text(text: &str) -> Option<Self> {
        time::read(text)
    }
}

/// The whole number that `number` is.
fn integer(number: f64) -> Option<i64> {
    rounded(number).filter(|whole| *whole as f64 == number)
}

fn rounded(number: f64) -> Option<i64> {
    let rounded = number.round();
    // i64::MIN is a power of two and exact as f64; -i64::MIN is the first value past the range.
    let range = i64::MIN as f64..-(i64::MIN as f64);
    range.contains(&rounded).then_some(rounded as i64)
}
