//! How the way to the service stands: since when questions fail, and how long to leave it in peace.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use crate::error::Error;

/// First pause after a failure; it doubles with each failure in a row.
const FIRST_PAUSE: Duration = Duration::from_secs(2);

/// No pause is longer.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// What lasts and is wrong.
#[derive(Debug, Clone)]
pub struct Trouble {
    /// The last failure.
    pub error: Error,
    /// When the first one in a row came.
    pub since: DateTime<Utc>,
}

/// Successes and failures, gathered.
#[derive(Debug, Default)]
pub struct Health {
    answered: bool,
    trouble: Option<Trouble>,
    failures_in_a_row: u32,
    rest_until: Option<Instant>,
}

impl Health {
    /// An answer came.
    pub fn succeeded(&mut self) {
        *self = Self {
            answered: true,
            ..Self::default()
        };
    }

    /// A question failed for a reason that concerns every other question too. Those that were under
    /// way together count as one.
    pub fn failed(&mut self, error: Error, at: DateTime<Utc>, now: Instant) {
        let since = self.trouble.as_ref().map_or(at, |trouble| trouble.since);
        self.trouble = Some(Trouble { error, since });
        if self.resting(now).is_none() {
            let pause = FIRST_PAUSE * 2_u32.saturating_pow(self.failures_in_a_row.min(8));
            self.rest_until = Some(now + pause.min(LONGEST_PAUSE));
            self.failures_in_a_row = self.failures_in_a_row.saturating_add(1);
        }
    }

    /// A person wants to try at once.
    pub fn try_again(&mut self) {
        self.rest_until = None;
    }

    /// How much longer nothing should be asked.
    #[must_use]
    pub fn resting(&self, now: Instant) -> Option<Duration> {
        let until = self.rest_until?;
        (until > now).then(|| until - now)
    }

    /// What is wrong at present.
    #[must_use]
    pub fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }

    /// Whether any answer came yet.
    #[must_use]
    pub fn has_answered(&self) -> bool {
        self.answered
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure() -> Error {
        Error::Service(plaspy::Error::Timeout)
    }

    #[test]
    fn trouble_lasts_from_its_first_failure_to_the_next_answer() {
        let mut health = Health::default();
        let now = Instant::now();
        let first = DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time");
        health.failed(failure(), first, now);
        health.failed(failure(), first + chrono::TimeDelta::seconds(9), now);
        assert_eq!(health.trouble().map(|trouble| trouble.since), Some(first));
        health.succeeded();
        assert!(health.trouble().is_none());
        assert!(health.has_answered());
    }

    #[test]
    fn rests_grow_up_to_a_minute_and_a_person_ends_them() {
        let mut health = Health::default();
        let mut now = Instant::now();
        for expected in [2, 4, 8, 16, 32, 60, 60] {
            health.failed(failure(), DateTime::UNIX_EPOCH, now);
            let rest = health.resting(now).expect("resting");
            assert_eq!(rest, Duration::from_secs(expected));
            now += rest;
        }
        health.failed(failure(), DateTime::UNIX_EPOCH, now);
        health.try_again();
        assert_eq!(health.resting(now), None);
    }
}
