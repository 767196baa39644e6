//! When a vehicle was faster than a limit. Between two fixes its speed is taken to change evenly, so
//! that the time above the limit begins and ends between them; where fixes are far apart nobody knows
//! what it did, and no time is counted.

use chrono::{DateTime, Utc};

use crate::history::moment::Moment;
use crate::oddity::signs::FASTEST_M_PER_S;

/// Between fixes farther apart no speed is guessed.
const LONGEST_GUESS_S: f64 = 300.0;

/// A stretch above the limit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Excess {
    /// The first fix above the limit.
    pub at: DateTime<Utc>,
    /// How long it lasted.
    pub duration_s: f64,
}

/// The stretches above a limit, oldest first; `None` where no speed is told.
#[must_use]
pub fn excesses(moments: &[Moment], limit_kmh: f64) -> Option<Vec<Excess>> {
    let told = moments.iter().filter_map(|moment| {
        let speed_kmh = moment.speed_kmh?;
        (speed_kmh <= FASTEST_M_PER_S * 3.6).then_some((moment.at, speed_kmh))
    });
    let mut before: Option<(DateTime<Utc>, f64)> = None;
    let mut excesses: Vec<Excess> = Vec::new();
    let mut is_above = false;
    for (at, speed_kmh) in told {
        let apart = before.map(|(then, _)| (at - then).as_seconds_f64());
        let near = apart.filter(|apart_s| *apart_s <= LONGEST_GUESS_S);
        // What was above before a silence and is so after it was so twice.
        is_above &= near.is_some();
        if speed_kmh > limit_kmh && !is_above {
            excesses.push(Excess {
                at,
                duration_s: 0.0,
            });
            is_above = true;
        }
        if let (Some((_, from_kmh)), Some(apart_s)) = (before, near)
            && let Some(last) = excesses.last_mut().filter(|_| is_above)
        {
            last.duration_s += apart_s * share_above(from_kmh, speed_kmh, limit_kmh);
        }
        is_above &= speed_kmh > limit_kmh;
        before = Some((at, speed_kmh));
    }
    before.map(|_| excesses)
}

/// Which share of the way from one speed to another lies above a limit.
fn share_above(from: f64, to: f64, limit: f64) -> f64 {
    match (from > limit, to > limit) {
        (true, true) => 1.0,
        (false, false) => 0.0,
        (true, false) => (from - limit) / (from - to),
        (false, true) => (to - limit) / (to - from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::drives::Drive;

    #[test]
    fn each_stretch_above_the_limit_counts_once_and_for_as_long_as_it_lasted() {
        let mut drive = Drive::new();
        drive.go(600, 80.0).go(120, 100.0).go(300, 80.0);
        drive.go(60, 130.0).go(60, 110.0).go(60, 50.0);
        let found = excesses(&drive.moments(), 90.0).expect("speeds are told");
        let lasted: Vec<_> = found.iter().map(|it| it.duration_s.round()).collect();
        // A second more or less at the edges, where it speeds up and slows down.
        assert_eq!(lasted, [120.0, 120.0]);
        let none = excesses(&drive.moments(), 130.0).expect("speeds are told");
        assert!(none.is_empty(), "the limit itself is no excess");
    }

    #[test]
    fn a_silence_is_no_speeding_and_ends_it() {
        let mut drive = Drive::new();
        drive.go(60, 120.0).silence(3_000, 120.0).go(60, 120.0);
        let found = excesses(&drive.moments(), 90.0).expect("speeds are told");
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|it| it.duration_s < 61.0), "{found:?}");
    }

    #[test]
    fn nothing_is_said_where_no_speed_is_told() {
        let mut drive = Drive::new();
        let mut moments = drive.go(60, 120.0).moments();
        for moment in &mut moments {
            moment.speed_kmh = None;
        }
        assert_eq!(excesses(&moments, 90.0), None);
    }
}
