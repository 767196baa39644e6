//! The time: the computer's, given from outside, and the service's, which is learnt from its
//! answers.

use std::sync::Mutex;

use chrono::{DateTime, TimeDelta, Utc};

/// The computer's clock, which may be wrong.
pub trait Clock: Send + Sync {
    /// The present moment by this clock.
    fn now(&self) -> DateTime<Utc>;
}

/// The clock of the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the clock that others are given"
    )]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// How far the service's clock is ahead of the computer's, as far as answers have told.
///
/// An answer dated D (to the second), asked for at `sent` and here at `received`, tells that the
/// offset lies between D - received and D + 1 s - sent. Each answer narrows what is known; one that
/// contradicts it says that a clock was set, and begins anew.
#[derive(Default)]
pub(crate) struct ClockOffset(Mutex<Option<Bounds>>);

#[derive(Clone, Copy)]
struct Bounds {
    least: TimeDelta,
    most: TimeDelta,
}

impl ClockOffset {
    pub(crate) fn learn(&self, date: DateTime<Utc>, sent: DateTime<Utc>, received: DateTime<Utc>) {
        let told = Bounds {
            least: date - received,
            most: date + TimeDelta::seconds(1) - sent,
        };
        if told.least > told.most {
            return; // The computer's clock was set back while the request was under way.
        }
        let mut known = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let narrowed = known.map_or(told, |known| Bounds {
            least: known.least.max(told.least),
            most: known.most.min(told.most),
        });
        *known = Some(if narrowed.least <= narrowed.most {
            narrowed
        } else {
            told
        });
    }

    /// The best guess; `None` before the first dated answer.
    pub(crate) fn get(&self) -> Option<TimeDelta> {
        let known = *self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        known.map(|bounds| bounds.least + (bounds.most - bounds.least) / 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ms: i64) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(1_700_000_000_000 + ms).expect("in range")
    }

    #[test]
    fn each_answer_narrows_the_offset() {
        let offset = ClockOffset::default();
        assert_eq!(offset.get(), None);
        // The true offset is 10.3 s; the service's dates are cut to the second.
        for sent in [0, 450, 900, 1_690] {
            let date = at((sent + 20 + 10_300) / 1_000 * 1_000);
            offset.learn(date, at(sent), at(sent + 40));
        }
        let error = offset.get().expect("learnt") - TimeDelta::milliseconds(10_300);
        assert!(error.abs() < TimeDelta::milliseconds(200), "{error}");
    }

    #[test]
    fn a_clock_that_was_set_is_followed() {
        let offset = ClockOffset::default();
        offset.learn(at(0), at(0), at(10));
        offset.learn(at(3_600_000), at(1_000), at(1_010));
        let learnt = offset.get().expect("learnt");
        assert!(
            (learnt - TimeDelta::milliseconds(3_599_500)).abs() < TimeDelta::seconds(1),
            "{learnt}"
        );
    }
}
