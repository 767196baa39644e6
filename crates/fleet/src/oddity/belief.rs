//! What a device's fixes, one after another, tell of the last one: whether it is odd, and which place is
//! good meanwhile. Pure: the fixes and the clock come as arguments.
//!
//! Only the last good fix is kept, and only while the one after it is doubted. So no bad fix can hold
//! a marker for longer than until the next good one, nor bad ones for longer than [`MOST_JUMPS`]: fixes are taken in the order in which the
//! service answers with them, whatever their times say.

use chrono::{DateTime, TimeDelta, Utc};
use plaspy::models::Location;

use super::signs::{is_ahead, is_nowhere, is_same_point, is_too_far, is_weak, way_m};
use super::{Oddities, Oddity};
use crate::fleet::Fix;

/// A shorter way is no jump: receivers between high houses err by hundreds of metres.
pub const SHORTEST_JUMP_M: f64 = 1_000.0;

/// How far apart two fixes may lie in time where the clock of one of them is wrong.
pub const LEEWAY: TimeDelta = TimeDelta::minutes(10);

/// So many fixes in a row may contradict the last good one and each other. The next is taken for what it
/// is: a vehicle is shown where it was last heard of, and not for ever where it once was.
pub const MOST_JUMPS: u8 = 5;

/// So many fixes in a row on the same point, each with speed, are stuck.
pub const STUCK_FIXES: u8 = 3;

/// What is remembered of a device's fixes besides the last one.
#[derive(Debug, Default)]
pub struct Belief {
    oddities: Oddities,
    /// Fixes in a row on the same point that had speed.
    stays: u8,
    /// While time or place of the last fix is not believed.
    doubt: Option<Box<Doubt>>,
}

#[derive(Debug)]
struct Doubt {
    /// The last fix whose place was good, where that of the last fix is not.
    good: Option<Good>,
    /// When the last fix was measured, as far as that is known.
    at: DateTime<Utc>,
    /// The same of the first in a row that are doubted.
    since: DateTime<Utc>,
    /// Jumps in a row up to the last fix.
    jumps: u8,
}

#[derive(Debug)]
struct Good {
    fix: Fix,
    at: DateTime<Utc>,
    /// Whether its own time says when it was measured.
    is_timed: bool,
}

impl Belief {
    /// What is odd about the last fix.
    #[must_use]
    pub fn oddities(&self) -> Oddities {
        self.oddities
    }

    /// When the last fix was measured: by the tracker, or, where its clock is ahead, when it first came.
    #[must_use]
    pub fn measured_at(&self, last: &Fix) -> DateTime<Utc> {
        self.doubt.as_ref().map_or(last.at(), |doubt| doubt.at)
    }

    /// The fix at whose place the device is shown, with when it was measured; `None` if no place is
    /// known to be good.
    #[must_use]
    pub fn shown<'a>(&'a self, last: &'a Fix) -> Option<(&'a Fix, DateTime<Utc>)> {
        match &self.doubt {
            Some(doubt) if self.oddities.hide_place() => {
                doubt.good.as_ref().map(|good| (&good.fix, good.at))
            }
            _ => Some((last, self.measured_at(last))),
        }
    }

    /// Since when time or place of what is reported is not believed.
    #[must_use]
    pub fn doubted_since(&self) -> Option<DateTime<Utc>> {
        self.doubt.as_ref().map(|doubt| doubt.since)
    }

    /// Goes on from the fix that was the last one to the one with which the service answers now.
    /// `moves` says whether its speed is that of a vehicle under way.
    pub fn go_on(&mut self, before: Option<Fix>, fix: &Location, moves: bool, now: DateTime<Utc>) {
        if before
            .as_ref()
            .is_some_and(|before| is_repeated(&before.location, fix))
        {
            return;
        }
        self.stays = self.stays_at(before.as_ref(), fix, moves);
        let doubt = self.doubt.take();
        let since = doubt.as_ref().map(|doubt| doubt.since);
        let jumps = doubt.as_ref().map_or(0, |doubt| doubt.jumps);
        let before = before.map(|fix| Good {
            at: doubt.as_ref().map_or(fix.at(), |doubt| doubt.at),
            is_timed: !self.oddities.contains(Oddity::Future),
            fix,
        });
        let (good, suspect) = if self.oddities.hide_place() {
            let suspect = before.filter(|_| self.oddities.contains(Oddity::Jump));
            (doubt.and_then(|doubt| doubt.good), suspect)
        } else {
            (before, None)
        };
        let is_ahead = is_ahead(fix.time, now);
        let at = if is_ahead { now } else { fix.time };
        let jumps_from = |other: &Good| other.is_left_by_a_jump(fix, at, !is_ahead);
        let is_nowhere = is_nowhere(fix);
        let is_jump = !is_nowhere
            && jumps < MOST_JUMPS
            && good.as_ref().is_some_and(jumps_from)
            // What two fixes say, one after the other, is where it is.
            && suspect.as_ref().is_none_or(jumps_from);
        let found = [
            (Oddity::Future, is_ahead),
            (Oddity::AtZero, is_nowhere),
            (Oddity::Jump, is_jump),
            (Oddity::Stuck, !is_nowhere && self.stays >= STUCK_FIXES),
            (Oddity::WeakReception, is_weak(&fix.attributes)),
        ];
        let found = found.into_iter().filter(|(_, is_so)| *is_so);
        self.oddities = found.map(|(oddity, _)| oddity).collect();
        self.doubt = (is_ahead || self.oddities.hide_place()).then(|| {
            Box::new(Doubt {
                good: good.filter(|_| self.oddities.hide_place()),
                at,
                since: since.unwrap_or(at),
                jumps: if is_jump { jumps + 1 } else { 0 },
            })
        });
    }

    fn stays_at(&self, before: Option<&Fix>, fix: &Location, moves: bool) -> u8 {
        let is_there = before.is_some_and(|before| is_same_point(&before.location, fix));
        match (moves, is_there) {
            (false, _) => 0,
            (true, false) => 1,
            (true, true) => self.stays.saturating_add(1),
        }
    }
}

impl Good {
    /// Whether a vehicle here can't have got to a fix in the time between.
    fn is_left_by_a_jump(&self, to: &Location, at: DateTime<Utc>, is_timed: bool) -> bool {
        let way_m = way_m(&self.fix.location, to);
        let time = (at - self.at).abs();
        let time = if self.is_timed && is_timed {
            time
        } else {
            time.max(LEEWAY)
        };
        way_m > SHORTEST_JUMP_M && is_too_far(way_m, time)
    }
}

/// Whether the tracker has reported nothing since: the service answers with the same fix.
fn is_repeated(before: &Location, fix: &Location) -> bool {
    before.time == fix.time && is_same_point(before, fix)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEGREE_M: f64 = 111_195.0;

    fn start() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        start() + TimeDelta::seconds(seconds)
    }

    /// A device whose fixes come one after another.
    #[derive(Default)]
    struct Followed {
        belief: Belief,
        last: Option<Fix>,
    }

    impl Followed {
        /// Answered at `now`, in s, with a fix; what is odd about it.
        fn go_on(&mut self, now: i64, fix: Location) -> Vec<Oddity> {
            let fix = Fix::new(fix, None);
            let moves = fix.location.speed_raw.is_some_and(|raw| raw >= 2.0);
            self.belief
                .go_on(self.last.take(), &fix.location, moves, at(now));
            self.last = Some(fix);
            self.belief.oddities().iter().collect()
        }

        /// How far north of home it is shown, and when that was measured, in s.
        fn shown(&self) -> Option<(i64, i64)> {
            let (fix, at) = self.belief.shown(self.last.as_ref()?)?;
            let north_m = ((fix.location.latitude + 30.0) * DEGREE_M).round();
            Some((north_m as i64, (at - start()).num_seconds()))
        }

        fn since(&self) -> Option<i64> {
            let since = self.belief.doubted_since()?;
            Some((since - start()).num_seconds())
        }
    }

    /// Measured at `seconds`, so many metres north of home.
    fn north(seconds: i64, north_m: f64) -> Location {
        Location::new(at(seconds), -30.0 + north_m / DEGREE_M, -71.0)
    }

    fn nowhere(seconds: i64) -> Location {
        Location::new(at(seconds), 0.0, 0.0)
    }

    #[test]
    fn a_drive_is_not_odd() {
        let mut device = Followed::default();
        for step in 0..20 {
            let fix = Location {
                speed_raw: Some(33.0),
                ..north(step * 30, step as f64 * 1_000.0)
            };
            assert_eq!(device.go_on(step * 30 + 5, fix), []);
        }
        assert_eq!(device.shown(), Some((19_000, 570)));
        assert_eq!(device.since(), None);
    }

    #[test]
    fn at_zero_the_last_good_place_stays_until_the_next_good_one() {
        let mut device = Followed::default();
        device.go_on(10, north(0, 500.0));
        assert_eq!(device.go_on(40, nowhere(30)), [Oddity::AtZero]);
        assert_eq!(device.go_on(70, nowhere(60)), [Oddity::AtZero]);
        assert_eq!(device.shown(), Some((500, 0)));
        assert_eq!(device.since(), Some(30));
        assert_eq!(device.go_on(100, north(90, 900.0)), []);
        assert_eq!(device.shown(), Some((900, 90)));
        assert_eq!(device.since(), None);
    }

    #[test]
    fn at_zero_from_the_start_is_shown_nowhere() {
        let mut device = Followed::default();
        assert_eq!(device.go_on(10, nowhere(0)), [Oddity::AtZero]);
        assert_eq!(device.shown(), None);
        assert_eq!(device.go_on(40, north(30, 0.0)), []);
        assert_eq!(device.shown(), Some((0, 30)));
    }

    #[test]
    fn a_jump_is_not_shown_and_the_next_fix_at_home_forgets_it() {
        let mut device = Followed::default();
        device.go_on(10, north(0, 0.0));
        let far = north(30, 500_000.0);
        assert_eq!(device.go_on(40, far.clone()), [Oddity::Jump]);
        // Asked again before the tracker reported anew: that confirms nothing.
        assert_eq!(device.go_on(50, far), [Oddity::Jump]);
        assert_eq!(device.shown(), Some((0, 0)));
        assert_eq!(device.go_on(70, north(60, 200.0)), []);
        assert_eq!(device.shown(), Some((200, 60)));
    }

    #[test]
    fn a_jump_that_the_next_fix_confirms_is_accepted() {
        let mut device = Followed::default();
        device.go_on(10, north(0, 0.0));
        assert_eq!(device.go_on(40, north(30, 500_000.0)), [Oddity::Jump]);
        assert_eq!(device.since(), Some(30));
        assert_eq!(device.go_on(70, north(60, 500_300.0)), []);
        assert_eq!(device.shown(), Some((500_300, 60)));
    }

    #[test]
    fn jumps_to_ever_other_places_confirm_nothing_and_freeze_nothing() {
        let mut device = Followed::default();
        device.go_on(10, north(0, 0.0));
        let leap = |device: &mut Followed, step: i64| {
            let fix = north(step * 30, step as f64 * 100_000.0);
            device.go_on(step * 30 + 10, fix)
        };
        for step in 1..=i64::from(MOST_JUMPS) {
            assert_eq!(leap(&mut device, step), [Oddity::Jump]);
        }
        assert_eq!(device.shown(), Some((0, 0)));
        assert_eq!(device.since(), Some(30));
        assert_eq!(leap(&mut device, 6), []);
        assert_eq!(device.shown(), Some((600_000, 180)));
        assert_eq!(leap(&mut device, 7), [Oddity::Jump]);
    }

    #[test]
    fn a_reflection_and_a_long_way_in_a_long_time_are_no_jumps() {
        let mut device = Followed::default();
        device.go_on(0, north(0, 0.0));
        assert_eq!(device.go_on(1, north(1, SHORTEST_JUMP_M - 1.0)), []);
        // 200 km in an hour, while nobody asked.
        assert_eq!(device.go_on(3_601, north(3_601, 200_000.0)), []);
    }

    #[test]
    fn a_fix_from_the_future_is_shown_with_the_time_at_which_it_first_came() {
        let mut device = Followed::default();
        device.go_on(10, north(0, 0.0));
        let fix = north(7_230, 300.0);
        assert_eq!(device.go_on(40, fix.clone()), [Oddity::Future]);
        assert_eq!(device.shown(), Some((300, 40)));
        // It grows old like any other, also once its own time has come.
        assert_eq!(device.go_on(9_000, fix), [Oddity::Future]);
        assert_eq!(device.shown(), Some((300, 40)));
        assert_eq!(device.since(), Some(40));
    }

    #[test]
    fn after_a_fix_from_the_future_earlier_ones_are_taken() {
        let mut device = Followed::default();
        assert_eq!(device.go_on(40, north(7_230, 0.0)), [Oddity::Future]);
        // Measured before the other came, since the clock is right again.
        assert_eq!(device.go_on(70, north(39, 1_900.0)), []);
        assert_eq!(device.shown(), Some((1_900, 39)));
        assert_eq!(device.go_on(100, north(90, 2_500.0)), []);
        assert_eq!(device.shown(), Some((2_500, 90)));
    }

    #[test]
    fn a_jump_is_found_also_where_a_clock_is_wrong() {
        let mut device = Followed::default();
        device.go_on(10, north(0, 0.0));
        let fix = north(7_230, 500_000.0);
        assert_eq!(device.go_on(40, fix), [Oddity::Jump, Oddity::Future]);
        assert_eq!(device.shown(), Some((0, 0)));
        assert_eq!(device.go_on(70, north(60, 100.0)), []);
    }

    #[test]
    fn one_point_with_speed_is_stuck_from_the_third_fix_on() {
        let mut device = Followed::default();
        let fast = |seconds| Location {
            speed_raw: Some(12.0),
            ..north(seconds, 0.0)
        };
        assert_eq!(device.go_on(0, fast(0)), []);
        assert_eq!(device.go_on(30, fast(30)), []);
        // The same fix again is none of its own.
        assert_eq!(device.go_on(40, fast(30)), []);
        assert_eq!(device.go_on(60, fast(60)), [Oddity::Stuck]);
        assert_eq!(device.shown(), Some((0, 60)));
        assert_eq!(device.go_on(90, north(90, 0.0)), []);
        assert_eq!(device.go_on(120, fast(120)), []);
    }

    #[test]
    fn one_point_without_speed_is_a_parked_vehicle() {
        let mut device = Followed::default();
        for step in 0..5 {
            assert_eq!(device.go_on(step * 300, north(step * 300, 0.0)), []);
        }
    }

    #[test]
    fn weak_reception_is_named_and_its_place_is_shown() {
        let mut device = Followed::default();
        let mut fix = north(0, 0.0);
        fix.attributes = [("Satellites", "2")].into_iter().collect();
        assert_eq!(device.go_on(5, fix), [Oddity::WeakReception]);
        assert_eq!(device.shown(), Some((0, 0)));
        assert_eq!(device.since(), None);
    }
}
