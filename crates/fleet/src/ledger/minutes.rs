//! Requests by minute over the last hour, and the present rate.

use std::collections::VecDeque;

use chrono::{DateTime, TimeDelta, Utc};

use super::kind::RequestKind;

/// Whole minutes that are kept.
const MINUTES_KEPT: usize = 60;

/// The present rate is the mean over so many minutes: less of it would be told by one burst.
const RATE_MINUTES: i64 = 10;

/// What went out in one minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minute {
    /// Minutes since 1970, UTC.
    pub minute: i64,
    /// Requests that were sent.
    pub requests: u32,
    /// Those among them that asked where a device is.
    pub positions: u32,
    /// Requests a minute that were allowed when the last one went out.
    pub limit_per_minute: u32,
}

/// Requests a minute, at present.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// All.
    pub requests: f64,
    /// Those that ask where a device is.
    pub positions: f64,
}

/// The minutes of the last hour in which something was sent.
#[derive(Debug, Default)]
pub struct Minutes {
    began_at: Option<DateTime<Utc>>,
    /// Oldest first.
    minutes: VecDeque<Minute>,
}

impl Minutes {
    /// A request goes out.
    pub fn sent(&mut self, kind: RequestKind, limit_per_minute: u32, at: DateTime<Utc>) {
        let began_at = *self.began_at.get_or_insert(at);
        // A clock that was set back makes no minute twice.
        let newest = self.minutes.back().map_or(i64::MIN, |last| last.minute);
        let minute = minute_of(at.max(began_at)).max(newest);
        if minute > newest {
            self.minutes.push_back(Minute {
                minute,
                requests: 0,
                positions: 0,
                limit_per_minute,
            });
            while self.minutes.len() > MINUTES_KEPT + 1 {
                self.minutes.pop_front();
            }
        }
        if let Some(last) = self.minutes.back_mut() {
            last.requests += 1;
            last.positions += u32::from(kind == RequestKind::Positions);
            last.limit_per_minute = limit_per_minute;
        }
    }

    /// When the first request went out.
    #[must_use]
    pub fn began_at(&self) -> Option<DateTime<Utc>> {
        self.began_at
    }

    /// The last hour's whole minutes since counting began, oldest first, those without a request too.
    #[must_use]
    pub fn last_hour(&self, now: DateTime<Utc>) -> Vec<Minute> {
        let Some(began_at) = self.began_at else {
            return Vec::new();
        };
        let running = minute_of(now);
        let first = (running - MINUTES_KEPT as i64).max(minute_of(began_at));
        let mut sent = self.minutes.iter().copied().peekable();
        let mut limit_per_minute = self.minutes.front().map_or(0, |it| it.limit_per_minute);
        (first..running)
            .map(|minute| {
                let mut found = None;
                while let Some(it) = sent.next_if(|it| it.minute <= minute) {
                    limit_per_minute = it.limit_per_minute;
                    found = Some(it).filter(|it| it.minute == minute);
                }
                found.unwrap_or(Minute {
                    minute,
                    requests: 0,
                    positions: 0,
                    limit_per_minute,
                })
            })
            .collect()
    }

    /// The mean of the last minutes; `None` before the first request. Until a minute has passed since
    /// then, what was sent counts as that minute's.
    #[must_use]
    pub fn rate(&self, now: DateTime<Utc>) -> Option<Rate> {
        let began_at = self.began_at?;
        let first = (minute_of(now) - RATE_MINUTES).max(minute_of(began_at));
        let since = began_at.max(start_of(first));
        let minutes = (now - since).as_seconds_f64() / 60.0;
        let minutes = minutes.max(1.0);
        let recent = || self.minutes.iter().filter(|it| it.minute >= first);
        let a_minute = |sent: u32| f64::from(sent) / minutes;
        Some(Rate {
            requests: a_minute(recent().map(|it| it.requests).sum()),
            positions: a_minute(recent().map(|it| it.positions).sum()),
        })
    }
}

fn minute_of(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(60)
}

/// When a minute begins.
#[must_use]
pub fn start_of(minute: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH
        .checked_add_signed(TimeDelta::try_minutes(minute).unwrap_or_default())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        start_of(29_000_000) + TimeDelta::seconds(second)
    }

    fn sent(seconds: impl IntoIterator<Item = i64>) -> Minutes {
        let mut minutes = Minutes::default();
        for second in seconds {
            minutes.sent(RequestKind::Positions, 60, at(second));
        }
        minutes
    }

    fn requests(minutes: &Minutes, second: i64) -> Vec<u32> {
        let hour = minutes.last_hour(at(second)).into_iter();
        hour.map(|minute| minute.requests).collect()
    }

    #[test]
    fn minutes_without_a_request_are_there_and_the_running_one_is_not() {
        let minutes = sent([30, 31, 59, 190, 241]);
        assert_eq!(requests(&minutes, 250), [3, 0, 0, 1]);
        assert!(requests(&minutes, 30).is_empty());
    }

    #[test]
    fn only_the_last_hour_is_told() {
        let minutes = sent((0..4_000).step_by(60));
        assert_eq!(requests(&minutes, 4_010).len(), MINUTES_KEPT);
        assert_eq!(requests(&minutes, 100 * 60 * 60), [0; MINUTES_KEPT]);
    }

    #[test]
    fn an_empty_minute_has_the_limit_of_the_one_before() {
        let mut minutes = sent([0]);
        minutes.sent(RequestKind::Lists, 42, at(61));
        let limits = minutes.last_hour(at(200)).into_iter();
        let limits: Vec<_> = limits.map(|minute| minute.limit_per_minute).collect();
        assert_eq!(limits, [60, 42, 42]);
    }

    #[test]
    fn the_rate_is_the_mean_of_the_last_ten_minutes() {
        // One every two seconds for an hour.
        let minutes = sent((0..3_600).step_by(2));
        let rate = minutes.rate(at(3_600)).expect("there is one");
        assert!((rate.requests - 30.0).abs() < 0.5, "{rate:?}");
        assert!((rate.positions - rate.requests).abs() < f64::EPSILON);
        let later = minutes.rate(at(3_600 + 660)).expect("there is one");
        assert!(later.requests < f64::EPSILON, "{later:?}");
    }

    #[test]
    fn the_first_burst_is_no_rate_by_itself() {
        let minutes = sent([0; 40]);
        let rate = minutes.rate(at(2)).expect("there is one");
        assert!((rate.requests - 40.0).abs() < f64::EPSILON, "{rate:?}");
        assert_eq!(Minutes::default().rate(at(2)), None);
    }

    #[test]
    fn a_clock_that_is_set_back_does_no_harm() {
        let minutes = sent([600, 0, 601]);
        assert_eq!(requests(&minutes, 661), [3]);
    }
}
