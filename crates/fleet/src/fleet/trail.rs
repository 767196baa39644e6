//! The way that a vehicle came: its last fixes before the present one, as far as they were seen here
//! and make one drive. Small enough to be kept of 100,000 vehicles, and nothing at all of those that
//! stand.

use chrono::{DateTime, TimeDelta, Utc};
use plaspy::models::Location;

use crate::globe::distance_m;
use crate::oddity::signs::{is_nowhere, is_too_far};

/// How many fixes are kept.
const LENGTH: usize = 12;

/// Older ones say nothing of where it comes from.
const LONGEST: TimeDelta = TimeDelta::minutes(30);

/// After a longer gap nobody knows which way it took.
const LONGEST_GAP: TimeDelta = TimeDelta::minutes(10);

/// Closer than that to the fix before, a position is the same place within what a receiver is off by.
const STEP_M: f64 = 12.0;

/// Units of a degree in which positions are kept: about a centimetre.
const PER_DEGREE: f64 = 1e7;

/// The trail of one vehicle, oldest first, without its present fix. One block of 150 bytes, which a
/// device has only once a second fix of a drive came.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Trail {
    points: [Point; LENGTH],
    length: u8,
}

/// A fix in 12 bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Point {
    /// Seconds since 1970; a year beyond 2106 does not fit and begins no trail.
    at_s: u32,
    latitude: i32,
    longitude: i32,
}

impl Point {
    /// `None` for a fix that no line can go through: without reception (0, 0), or out of range.
    fn of(fix: &Location) -> Option<Self> {
        let is_on_globe = fix.latitude.abs() <= 90.0 && fix.longitude.abs() <= 180.0;
        if is_nowhere(fix) || !is_on_globe {
            return None;
        }
        Some(Self {
            at_s: u32::try_from(fix.time.timestamp()).ok()?,
            latitude: (fix.latitude * PER_DEGREE).round() as i32,
            longitude: (fix.longitude * PER_DEGREE).round() as i32,
        })
    }

    fn degrees(self) -> (f64, f64) {
        let degrees = |units: i32| f64::from(units) / PER_DEGREE;
        (degrees(self.latitude), degrees(self.longitude))
    }

    fn seconds_until(self, later: Self) -> i64 {
        i64::from(later.at_s) - i64::from(self.at_s)
    }

    /// Whether a vehicle can have driven from here to a later fix, and the line is what it drove.
    fn leads_to(self, later: Self) -> bool {
        let seconds = self.seconds_until(later);
        let way_m = distance_m(self.degrees(), later.degrees());
        (1..=LONGEST_GAP.num_seconds()).contains(&seconds)
            && !is_too_far(way_m, TimeDelta::seconds(seconds))
    }
}

impl Trail {
    /// The trail after an answer of the service: `before` and `after` are the fixes known until then
    /// and from then on. `moves` tells whether the vehicle moves at either of them.
    pub(super) fn follow(
        trail: Option<Box<Self>>,
        before: Option<&Location>,
        after: Option<&Location>,
        moves: bool,
        asked_at: DateTime<Utc>,
    ) -> Option<Box<Self>> {
        let from = Point::of(before?)?;
        let to = Point::of(after?)?;
        if from.at_s == to.at_s {
            // Asked again, and nothing new: what it drove before grows old all the same.
            let silent_s = asked_at.timestamp() - i64::from(to.at_s);
            return trail.filter(|_| silent_s <= LONGEST_GAP.num_seconds());
        }
        if !from.leads_to(to) {
            return None;
        }
        let last = trail.as_ref().and_then(|trail| trail.last());
        let is_step = last.is_none_or(|last| distance_m(last.degrees(), from.degrees()) >= STEP_M);
        let has_moved = distance_m(from.degrees(), to.degrees()) >= STEP_M;
        let mut trail = trail;
        if moves && is_step && (last.is_some() || has_moved) {
            trail.get_or_insert_with(Box::default).push(from);
        }
        let mut trail = trail?;
        trail.forget_before(to);
        // One that stands for long has arrived: the way behind it is another drive's.
        let goes_on = trail.last().is_some_and(|last| last.leads_to(to));
        goes_on.then_some(trail)
    }

    /// Its points, oldest first, in degrees north and east.
    pub(super) fn points(&self) -> impl Iterator<Item = (f64, f64)> {
        self.known().iter().map(|point| point.degrees())
    }

    fn known(&self) -> &[Point] {
        self.points.get(..self.length.into()).unwrap_or_default()
    }

    fn last(&self) -> Option<Point> {
        self.known().last().copied()
    }

    fn push(&mut self, point: Point) {
        if usize::from(self.length) == LENGTH {
            self.drop_first(1);
        }
        if let Some(place) = self.points.get_mut(usize::from(self.length)) {
            *place = point;
            self.length += 1;
        }
    }

    fn forget_before(&mut self, now: Point) {
        let is_old = |point: &&Point| point.seconds_until(now) > LONGEST.num_seconds();
        let old = self.known().iter().take_while(is_old).count();
        self.drop_first(old);
    }

    fn drop_first(&mut self, count: usize) {
        self.points.rotate_left(count);
        self.length = self
            .length
            .saturating_sub(u8::try_from(count).unwrap_or(u8::MAX));
    }
}

impl Default for Trail {
    fn default() -> Self {
        Self {
            points: [Point::default(); LENGTH],
            length: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const METRES_PER_DEGREE: f64 = 111_195.0;

    fn at(seconds: i64, north_m: f64) -> Location {
        let time = DateTime::from_timestamp(1_800_000_000 + seconds, 0).expect("a valid time");
        Location::new(time, -29.9 + north_m / METRES_PER_DEGREE, -71.2)
    }

    /// The trail after these fixes, each asked for a second after it was measured.
    fn after(fixes: &[Location]) -> Option<Box<Trail>> {
        let mut trail = None;
        let mut before: Option<&Location> = None;
        for fix in fixes {
            let asked_at = fix.time + TimeDelta::seconds(1);
            trail = Trail::follow(trail, before, Some(fix), true, asked_at);
            before = Some(fix);
        }
        trail
    }

    fn length(fixes: &[Location]) -> usize {
        after(fixes).map_or(0, |trail| trail.known().len())
    }

    fn drive(fixes: i64) -> Vec<Location> {
        (0..fixes).map(|n| at(30 * n, 400.0 * n as f64)).collect()
    }

    #[test]
    fn nothing_is_kept_until_a_second_fix_came() {
        assert_eq!(after(&drive(1)), None);
        assert_eq!(length(&drive(2)), 1);
    }

    #[test]
    fn a_block_is_small() {
        assert!(size_of::<Trail>() <= 152, "{}", size_of::<Trail>());
    }

    #[test]
    fn the_last_twelve_fixes_before_the_present_one_are_kept() {
        let trail = after(&drive(40)).expect("a trail");
        let norths: Vec<_> = trail
            .points()
            .map(|(latitude, _)| ((latitude + 29.9) * METRES_PER_DEGREE / 400.0).round())
            .collect();
        assert_eq!(norths, (27..39).map(f64::from).collect::<Vec<_>>());
    }

    #[test]
    fn what_is_older_than_half_an_hour_is_dropped() {
        let slow: Vec<_> = (0..12).map(|n| at(240 * n, 400.0 * n as f64)).collect();
        assert_eq!(length(&slow), 7);
    }

    #[test]
    fn no_line_crosses_a_gap_a_jump_or_the_place_without_reception() {
        let mut gap = drive(4);
        gap.push(at(90 + 601, 2_000.0));
        assert_eq!(after(&gap), None);
        let mut jump = drive(4);
        jump.push(at(120, 50_000.0));
        assert_eq!(after(&jump), None);
        let mut lost = drive(4);
        lost.push(Location::new(at(120, 0.0).time, 0.0, 0.0));
        assert_eq!(after(&lost), None);
        lost.extend([at(150, 2_000.0), at(180, 2_400.0)]);
        assert_eq!(length(&lost), 1, "it begins anew behind the jump");
    }

    #[test]
    fn a_fix_of_before_ends_the_trail() {
        let mut back = drive(4);
        back.push(at(60, 800.0));
        assert_eq!(after(&back), None);
    }

    #[test]
    fn a_red_light_does_not_end_a_drive_and_an_arrival_does() {
        let mut stands = drive(4);
        stands.extend((1..10).map(|n| at(90 + 30 * n, 1_200.0)));
        assert_eq!(length(&stands), 4);
        stands.extend((10..30).map(|n| at(90 + 30 * n, 1_200.0)));
        assert_eq!(after(&stands), None);
    }

    #[test]
    fn the_trail_of_a_silent_vehicle_goes_once_it_is_asked_again() {
        let fixes = drive(3);
        let trail = after(&fixes);
        let last = &fixes[2];
        let ask = |minutes| {
            let asked_at = last.time + TimeDelta::minutes(minutes);
            Trail::follow(trail.clone(), Some(last), Some(last), true, asked_at)
        };
        assert_eq!(ask(5), trail);
        assert_eq!(ask(11), None);
    }

    #[test]
    fn a_parked_vehicle_whose_receiver_wanders_has_none() {
        let mut trail = None;
        for n in 1..20 {
            let (before, now) = (at(30 * (n - 1), 0.0), at(30 * n, 25.0 * (n % 2) as f64));
            trail = Trail::follow(trail, Some(&before), Some(&now), false, now.time);
        }
        assert_eq!(trail, None);
    }
}
