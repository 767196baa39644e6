//! How often a tracker reports while its vehicle moves, as far as it is sure: a question between two
//! reports is wasted. Learnt from questions that brought nothing new, since a gap between two fixes that
//! were asked for seldom says nothing of what lay between. A vehicle that stands may set off at any
//! moment, so it has no rhythm to go by.

use chrono::{DateTime, TimeDelta, Utc};

/// So many reports in a row have to agree.
const REPORTS: usize = 3;

/// What the last reports say.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rhythm {
    /// For the last reports, how long after each the service still had nothing newer, in seconds.
    quiet_s: [u16; REPORTS],
    reports: u8,
    /// The same for the newest one, so far.
    quiet_now_s: u16,
}

impl Rhythm {
    /// The service answered, at that time, with the fix that was known already.
    pub fn nothing_new(&mut self, fix_at: DateTime<Utc>, asked_at: DateTime<Utc>) {
        let seconds = (asked_at - fix_at).num_seconds();
        self.quiet_now_s = u16::try_from(seconds).unwrap_or_default();
    }

    /// The service answered with a newer fix.
    pub fn reported(&mut self) {
        self.quiet_s.rotate_left(1);
        self.quiet_s[REPORTS - 1] = std::mem::take(&mut self.quiet_now_s);
        self.reports = self.reports.saturating_add(1);
    }

    /// The vehicle stands: what was learnt of an earlier journey may not hold for the next one.
    pub fn stands(&mut self) {
        *self = Self::default();
    }

    /// When the tracker can have told something newer than this fix; `None` if that is not sure.
    #[must_use]
    pub fn news_at(&self, fix_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if usize::from(self.reports) < REPORTS {
            return None;
        }
        let shortest = self.quiet_s.iter().min().copied().unwrap_or_default();
        let shortest = TimeDelta::seconds(i64::from(shortest));
        (!shortest.is_zero()).then(|| fix_at + shortest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).expect("a valid time")
    }

    /// Asks every so often about a tracker that reports every so often.
    fn follow(report_s: i64, ask_s: i64) -> Option<DateTime<Utc>> {
        let mut rhythm = Rhythm::default();
        let mut known = 0;
        for asked in (0..1_000).step_by(usize::try_from(ask_s).expect("positive")) {
            let newest = asked / report_s * report_s;
            if newest == known {
                rhythm.nothing_new(at(known), at(asked));
            } else {
                rhythm.reported();
                known = newest;
            }
        }
        rhythm.news_at(at(0))
    }

    #[test]
    fn questions_in_vain_tell_the_rhythm() {
        assert_eq!(follow(60, 10), Some(at(50)));
    }

    #[test]
    fn who_asks_seldom_learns_nothing() {
        assert_eq!(follow(10, 30), None);
        assert_eq!(follow(60, 60), None);
    }

    #[test]
    fn a_stop_makes_it_forgotten() {
        let mut rhythm = Rhythm::default();
        for _ in 0..REPORTS {
            rhythm.nothing_new(at(0), at(50));
            rhythm.reported();
        }
        assert!(rhythm.news_at(at(0)).is_some());
        rhythm.stands();
        assert_eq!(rhythm.news_at(at(0)), None);
    }
}
