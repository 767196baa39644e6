//! The service's own counters as they came, and by how much each answer changed them. What they count
//! is not documented, so nothing is made of them.

use std::collections::VecDeque;

use chrono::{DateTime, Utc};
use plaspy::Usage;

use super::kind::RequestKind;

/// Answers that are remembered.
const KEPT: usize = 12;

/// The counters of one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CounterReading {
    /// When the answer came.
    pub at: DateTime<Utc>,
    /// What was asked.
    pub kind: RequestKind,
    /// The counters.
    pub usage: Usage,
    /// By how much each differs from the last one that came before.
    pub change: Usage,
}

/// The counters of the last answers.
#[derive(Debug, Default)]
pub struct Counters {
    last: Usage,
    readings: VecDeque<CounterReading>,
}

impl Counters {
    /// An answer came, with counters or without.
    pub fn enter(&mut self, kind: RequestKind, usage: Usage, at: DateTime<Utc>) {
        if usage == Usage::default() {
            return;
        }
        let change = |now: Option<i64>, before: Option<i64>| now?.checked_sub(before?);
        self.readings.push_front(CounterReading {
            at,
            kind,
            usage,
            change: Usage {
                request: change(usage.request, self.last.request),
                daily: change(usage.daily, self.last.daily),
            },
        });
        self.readings.truncate(KEPT);
        self.last = Usage {
            request: usage.request.or(self.last.request),
            daily: usage.daily.or(self.last.daily),
        };
    }

    /// The counters as the last answer that had them gave them.
    #[must_use]
    pub fn last(&self) -> Usage {
        self.last
    }

    /// The counters of the last answers that had any, newest first.
    pub fn readings(&self) -> impl Iterator<Item = &CounterReading> {
        self.readings.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enter(counters: &mut Counters, request: Option<i64>, daily: Option<i64>) {
        let usage = Usage { request, daily };
        counters.enter(RequestKind::Lists, usage, DateTime::UNIX_EPOCH);
    }

    #[test]
    fn an_answer_without_counters_keeps_the_last_ones() {
        let mut counters = Counters::default();
        enter(&mut counters, Some(3), Some(45));
        enter(&mut counters, None, None);
        enter(&mut counters, Some(4), None);
        let last = Usage {
            request: Some(4),
            daily: Some(45),
        };
        assert_eq!(counters.last(), last);
        assert_eq!(counters.readings().count(), 2);
    }

    #[test]
    fn each_answer_tells_by_how_much_it_changed_each_counter() {
        let mut counters = Counters::default();
        enter(&mut counters, Some(1), Some(45));
        enter(&mut counters, Some(1), Some(47));
        enter(&mut counters, Some(-1), None);
        enter(&mut counters, None, Some(i64::MIN));
        let changes: Vec<_> = counters
            .readings()
            .map(|reading| (reading.change.request, reading.change.daily))
            .collect();
        assert_eq!(
            changes,
            [
                (None, None),
                (Some(-2), None),
                (Some(0), Some(2)),
                (None, None)
            ]
        );
    }

    #[test]
    fn only_the_last_answers_are_remembered() {
        let mut counters = Counters::default();
        for number in 0..50 {
            enter(&mut counters, Some(number), None);
        }
        assert_eq!(counters.readings().count(), KEPT);
        let newest = counters.readings().next().expect("there is one");
        assert_eq!(newest.usage.request, Some(49));
    }
}
