//! A moment in the spellings that services use.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

const WITH_OFFSET: [&str; 2] = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f%#z"];

const WITHOUT_OFFSET: [&str; 4] = [
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
];

/// Reads a moment; without an offset it is UTC, without a time of day it is midnight.
pub(super) fn read(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Some(time.to_utc());
    }
    let with_offset = WITH_OFFSET
        .iter()
        .find_map(|format| DateTime::parse_from_str(text, format).ok());
    if let Some(time) = with_offset {
        return Some(time.to_utc());
    }
    let naive = WITHOUT_OFFSET
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    let day = || {
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
        Some(day.and_time(NaiveTime::MIN))
    };
    naive.or_else(day).map(|time| time.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_with_and_without_offset() {
        let noon: DateTime<Utc> = "2024-06-01T12:00:00Z".parse().expect("valid");
        for text in [
            "2024-06-01T12:00:00Z",
            "2024-06-01T12:00:00",
            "2024-06-01T12:00:00.000",
            "2024-06-01 12:00:00",
            "2024-06-01T12:00",
            "2024-06-01T08:00:00-04:00",
            "2024-06-01T08:00:00-0400",
        ] {
            assert_eq!(read(text), Some(noon), "{text}");
        }
        let midnight = noon - chrono::TimeDelta::hours(12);
        assert_eq!(read("2024-06-01"), Some(midnight));
        assert_eq!(read("yesterday"), None);
    }
}
