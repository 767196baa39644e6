//! How long an answer stays good, by its headers.

use chrono::{DateTime, TimeDelta, Utc};

/// How long an answer stays good that doesn't say so itself; maps change slowly.
const UNTOLD: TimeDelta = TimeDelta::days(7);
/// Longer than this nothing is taken to stay good.
const LONGEST: TimeDelta = TimeDelta::days(365);

/// What an answer says of how long it stays good, and by what it is known again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Dating {
    pub(super) cache_control: Option<String>,
    pub(super) expires: Option<String>,
    pub(super) date: Option<String>,
    pub(super) etag: Option<String>,
    pub(super) last_modified: Option<String>,
}

impl Dating {
    /// Until when the answer stays good, but no less than `floor`; `None` if it must not be kept.
    pub(super) fn fresh_until(
        &self,
        now: DateTime<Utc>,
        floor: TimeDelta,
    ) -> Option<DateTime<Utc>> {
        let told = self.lifetime();
        if told.is_none() && floor.is_zero() {
            return None;
        }
        let lifetime = told.unwrap_or_default().max(floor).min(LONGEST);
        now.checked_add_signed(lifetime)
    }

    fn lifetime(&self) -> Option<TimeDelta> {
        let control = self
            .cache_control
            .as_deref()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let directives = || control.split(',').map(str::trim);
        if directives().any(|directive| directive == "no-store") {
            return None;
        }
        if directives().any(|directive| directive == "no-cache") {
            return Some(TimeDelta::zero());
        }
        let max_age = directives().find_map(|directive| directive.strip_prefix("max-age="));
        if let Some(max_age) = max_age {
            let seconds = max_age.trim_matches('"').parse().unwrap_or(0_u32);
            return Some(TimeDelta::seconds(i64::from(seconds)));
        }
        let Some(expires) = &self.expires else {
            return Some(UNTOLD);
        };
        // What can't be read, such as "0", has run out.
        let lifetime = match (http_date(expires), self.date.as_deref().and_then(http_date)) {
            (Some(expires), Some(date)) => (expires - date).max(TimeDelta::zero()),
            _ => TimeDelta::zero(),
        };
        Some(lifetime)
    }
}

/// A date as HTTP writes it.
pub(super) fn http_date(text: &str) -> Option<DateTime<Utc>> {
    httpdate::parse_http_date(text).ok().map(DateTime::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).expect("in range")
    }

    fn controlled(cache_control: &str) -> Dating {
        Dating {
            cache_control: Some(cache_control.to_owned()),
            ..Dating::default()
        }
    }

    fn hours(dating: &Dating, floor: TimeDelta) -> Option<i64> {
        Some((dating.fresh_until(now(), floor)? - now()).num_hours())
    }

    #[test]
    fn the_headers_say_how_long() {
        let none = TimeDelta::zero();
        assert_eq!(hours(&controlled("public, max-age=7200"), none), Some(2));
        assert_eq!(hours(&controlled("Max-Age=7200, No-Cache"), none), Some(0));
        assert_eq!(hours(&controlled("max-age=99999999999"), none), Some(0));
        assert_eq!(hours(&controlled("no-store"), none), None);
        assert_eq!(hours(&Dating::default(), none), Some(7 * 24));
        let dated = Dating {
            date: Some("Tue, 15 Nov 1994 08:00:00 GMT".to_owned()),
            expires: Some("Tue, 15 Nov 1994 11:00:00 GMT".to_owned()),
            ..Dating::default()
        };
        assert_eq!(hours(&dated, none), Some(3));
        let over = Dating {
            expires: Some("0".to_owned()),
            ..Dating::default()
        };
        assert_eq!(hours(&over, none), Some(0));
    }

    #[test]
    fn a_policy_of_a_week_holds_whatever_the_headers_say() {
        let week = TimeDelta::days(7);
        assert_eq!(hours(&controlled("no-store"), week), Some(7 * 24));
        assert_eq!(hours(&controlled("max-age=60"), week), Some(7 * 24));
        assert_eq!(hours(&controlled("max-age=864000"), week), Some(10 * 24));
    }
}
