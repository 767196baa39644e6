//! What the present rate leads to, if nothing changes.

use chrono::{DateTime, Utc};

/// A rate below this, one request in ten minutes, leads nowhere that anyone could wait for.
const LEAST_PER_MINUTE: f64 = 0.1;

/// Requests from the day's begin to its end, going on at a rate.
#[must_use]
pub fn by_midnight(
    counted_today: u32,
    per_minute: f64,
    now: DateTime<Utc>,
    midnight: DateTime<Utc>,
) -> u32 {
    let minutes = (midnight - now).as_seconds_f64().max(0.0) / 60.0;
    let to_come = (per_minute.max(0.0) * minutes).round();
    counted_today.saturating_add(to_come as u32)
}

/// Seconds for so many requests at a rate; `None` at a rate that comes to nothing.
#[must_use]
pub fn seconds_for(requests: u32, per_minute: f64) -> Option<u32> {
    (per_minute >= LEAST_PER_MINUTE)
        .then(|| (f64::from(requests) * 60.0 / per_minute).round() as u32)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn projected(counted: u32, per_minute: f64, minutes_left: i64) -> u32 {
        let now = DateTime::UNIX_EPOCH;
        by_midnight(
            counted,
            per_minute,
            now,
            now + TimeDelta::minutes(minutes_left),
        )
    }

    #[test]
    fn what_was_counted_and_what_is_to_come_add_up() {
        assert_eq!(projected(1_000, 2.5, 120), 1_300);
        assert_eq!(projected(1_000, 0.0, 120), 1_000);
        assert_eq!(projected(1_000, 2.5, 0), 1_000);
    }

    #[test]
    fn a_midnight_that_has_passed_takes_nothing_away() {
        assert_eq!(projected(1_000, 2.5, -5), 1_000);
    }

    #[test]
    fn a_round_takes_as_long_as_its_questions_at_the_rate() {
        assert_eq!(seconds_for(100_000, 600.0), Some(10_000));
        assert_eq!(seconds_for(0, 600.0), Some(0));
        assert_eq!(seconds_for(100, 0.0), None);
        assert_eq!(seconds_for(u32::MAX, 0.1), Some(u32::MAX));
    }
}
