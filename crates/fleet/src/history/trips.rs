//! Where a vehicle stopped, and the trips between. Stops are stay points as Li, Zheng, Xie, Chen, Liu
//! and Ma find them ("Mining user similarity based on location history", ACM GIS 2008): fixes that stay
//! within a distance of the first of them for a time. Refined where trackers tell more than places: a
//! stay begins and ends with a fix that stands, so that a trip is not cut short by the distance, and the
//! distance counts from where the vehicle came to stand, so that a place that wanders is one stop. A
//! time of which nothing is known ends a trip if the vehicle is elsewhere after it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::moment::Moment;
use crate::error::Error;
use crate::globe::{chord, chord_squared, ground_m, on_sphere};

/// Where the lines between stops and trips run. Each has its bounds, see [`TripRules::check`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct TripRules {
    /// A vehicle that stays within so many metres may stand.
    pub stop_radius_m: f64,
    /// It stops if it does so for so many seconds.
    pub stop_after_s: u32,
    /// After so many seconds without a fix nobody knows what it did.
    pub gap_after_s: u32,
    /// From this speed in km/h on it is under way.
    pub moving_speed_kmh: f64,
}

impl Default for TripRules {
    fn default() -> Self {
        Self {
            stop_radius_m: 100.0,
            stop_after_s: 180,
            gap_after_s: 3_600,
            moving_speed_kmh: 5.0,
        }
    }
}

impl TripRules {
    /// Whether every value is in its range.
    ///
    /// # Errors
    /// [`Error::Setting`] for the first that is not.
    pub fn check(&self) -> Result<(), Error> {
        let wrong = |field, range| Err(Error::Setting { field, range });
        if !(20.0..=2_000.0).contains(&self.stop_radius_m) {
            return wrong("stopRadiusM", "20 to 2000 m");
        }
        if !(60..=7_200).contains(&self.stop_after_s) {
            return wrong("stopAfterS", "1 minute to 2 hours");
        }
        if !(600..=86_400).contains(&self.gap_after_s) {
            return wrong("gapAfterS", "10 minutes to a day");
        }
        if !(1.0..=50.0).contains(&self.moving_speed_kmh) {
            return wrong("tripSpeedKmh", "1 to 50 km/h");
        }
        Ok(())
    }
}

/// Fixes that belong together, by their places in what was cleaned; both are within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The first.
    pub first: usize,
    /// The last.
    pub last: usize,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Trips, oldest first. A trip begins and ends with the fix that still, or again, stands.
    pub trips: Vec<Stretch>,
    /// Stops, oldest first.
    pub stops: Vec<Stretch>,
    /// From each fix to the one before, in metres on the ground.
    pub ways_m: Vec<f64>,
    /// When each fix was measured, in milliseconds since 1970.
    pub at_ms: Vec<i64>,
    /// Times of which nothing is known.
    pub gaps: u32,
}

/// Finds stops and trips in what was cleaned.
#[must_use]
pub fn find(moments: &[Moment], rules: &TripRules) -> Found {
    let seen = Seen::of(moments, rules);
    let stops = seen.stops();
    let ways_m = seen.ways_m();
    let trips = seen.trips(&stops, &ways_m);
    let gaps = (1..moments.len()).filter(|place| seen.is_gap(*place));
    Found {
        gaps: crate::view::count(gaps.count()),
        trips,
        stops,
        ways_m,
        at_ms: seen.at_ms,
    }
}

/// What trips and stops are found by, in columns: the fixes of years are looked at several times, and
/// each has much more to tell.
struct Seen<'a> {
    at_ms: Vec<i64>,
    /// On the unit sphere.
    places: Vec<[f64; 3]>,
    /// Whether it may be of a vehicle that stands.
    stands: Vec<bool>,
    rules: &'a TripRules,
    /// The square of the straight distance within which a vehicle may stand.
    near: f64,
    gap_ms: i64,
}

impl<'a> Seen<'a> {
    fn of(moments: &[Moment], rules: &'a TripRules) -> Self {
        let mut seen = Self {
            at_ms: Vec::with_capacity(moments.len()),
            places: Vec::with_capacity(moments.len()),
            stands: Vec::with_capacity(moments.len()),
            rules,
            near: chord(rules.stop_radius_m).powi(2),
            gap_ms: i64::from(rules.gap_after_s) * 1_000,
        };
        for moment in moments {
            seen.at_ms.push(moment.at.timestamp_millis());
            seen.places
                .push(on_sphere(moment.latitude, moment.longitude));
            let is_slow = |speed_kmh| speed_kmh < rules.moving_speed_kmh;
            seen.stands.push(moment.speed_kmh.is_none_or(is_slow));
        }
        seen
    }

    fn stops(&self) -> Vec<Stretch> {
        let mut stops: Vec<Stretch> = Vec::new();
        let mut from = 0;
        while from < self.places.len() {
            let stay = self.stay(from);
            let Some(stop) = self.standing(stay) else {
                // Nothing before the first fix that leaves can begin a longer stay.
                from += 1;
                continue;
            };
            match stops.last_mut() {
                // It wandered off and was never under way.
                Some(before) if self.is_one(before, stop) => before.last = stop.last,
                _ => stops.push(stop),
            }
            from = stop.last + 1;
        }
        stops
    }

    /// The fixes from one on that stay near it.
    fn stay(&self, from: usize) -> Stretch {
        let rest = self.places[from..].iter();
        let near = rest.take_while(|place| self.is_near(self.places[from], **place));
        Stretch {
            first: from,
            last: from + near.count().saturating_sub(1),
        }
    }

    /// The part of a stay in which the vehicle stands, if that is long enough to be a stop.
    fn standing(&self, stay: Stretch) -> Option<Stretch> {
        if self.seconds(stay) < self.rules.stop_after_s {
            return None;
        }
        let first = (stay.first..=stay.last).find(|place| self.stands[*place])?;
        // It counts from where the vehicle came to stand.
        let settled = self.stay(first);
        let last = (first..=settled.last)
            .rev()
            .find(|place| self.stands[*place])?;
        let stop = Stretch { first, last };
        (self.seconds(stop) >= self.rules.stop_after_s).then_some(stop)
    }

    fn is_one(&self, before: &Stretch, stop: Stretch) -> bool {
        self.is_near(self.places[before.first], self.places[stop.first])
            && self.stands[before.last..stop.first]
                .iter()
                .all(|stands| *stands)
    }

    /// The stretches between stops, cut where nothing is known, that lead anywhere.
    fn trips(&self, stops: &[Stretch], ways_m: &[f64]) -> Vec<Stretch> {
        let mut trips = Vec::new();
        let mut first = 0;
        let ends = stops.iter().map(|stop| (stop.first, stop.last));
        let end = self.places.len().saturating_sub(1);
        for (last, next) in ends.chain([(end, end)]) {
            let mut from = first;
            for place in first + 1..=last {
                if self.is_gap(place) {
                    trips.push(Stretch {
                        first: from,
                        last: place - 1,
                    });
                    from = place;
                }
            }
            trips.push(Stretch { first: from, last });
            first = next;
        }
        trips.retain(|trip| {
            trip.first < trip.last
                && ways_m[trip.first + 1..=trip.last].iter().sum::<f64>() > self.rules.stop_radius_m
        });
        trips
    }

    fn ways_m(&self) -> Vec<f64> {
        let first = (!self.places.is_empty()).then_some(0.0);
        let ways = self
            .places
            .windows(2)
            .map(|pair| ground_m(chord_squared(pair[0], pair[1]).sqrt()));
        first.into_iter().chain(ways).collect()
    }

    fn is_near(&self, one: [f64; 3], other: [f64; 3]) -> bool {
        chord_squared(one, other) <= self.near
    }

    fn seconds(&self, stretch: Stretch) -> u32 {
        let time_ms = self.at_ms[stretch.last] - self.at_ms[stretch.first];
        u32::try_from(time_ms / 1_000).unwrap_or_default()
    }

    /// Whether nothing is known of the time before a fix, which is not the first.
    fn is_gap(&self, place: usize) -> bool {
        self.at_ms[place] - self.at_ms[place - 1] > self.gap_ms
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::super::drives::{Drive, start};
    use super::*;

    fn found(moments: &[Moment]) -> Found {
        find(moments, &TripRules::default())
    }

    /// When each begins and ends, in seconds since the start.
    fn times(moments: &[Moment], stretches: &[Stretch]) -> Vec<(i64, i64)> {
        let second = |place: usize| (moments[place].at - start()).num_seconds();
        stretches
            .iter()
            .map(|it| (second(it.first), second(it.last)))
            .collect()
    }

    #[test]
    fn a_trip_lies_between_two_stops_and_begins_and_ends_where_it_stands() {
        let mut drive = Drive::new();
        drive.stand(600, false).go(900, 50.0).stand(600, false);
        let moments = drive.moments();
        let found = found(&moments);
        assert_eq!(times(&moments, &found.stops), [(1, 600), (1_501, 2_100)]);
        assert_eq!(times(&moments, &found.trips), [(600, 1_501)]);
    }

    #[test]
    fn a_stop_is_what_the_rules_say() {
        let mut drive = Drive::new();
        drive.go(300, 50.0).stand(100, true).go(300, 50.0);
        let moments = drive.moments();
        let sooner = TripRules {
            stop_after_s: 60,
            ..TripRules::default()
        };
        assert!(sooner.check().is_ok());
        assert_eq!(find(&moments, &sooner).trips.len(), 2);
        let nonsense = TripRules {
            stop_radius_m: f64::NAN,
            ..sooner
        };
        assert!(nonsense.check().is_err());
    }

    #[test]
    fn a_red_light_is_no_stop() {
        let mut drive = Drive::new();
        drive.go(300, 50.0).stand(100, true).go(300, 50.0);
        let moments = drive.moments();
        let found = found(&moments);
        assert_eq!(found.stops, []);
        assert_eq!(times(&moments, &found.trips), [(1, 700)]);
    }

    #[test]
    fn a_place_that_wanders_is_one_stop_and_no_trip() {
        let mut drive = Drive::new();
        drive.go(300, 50.0).stand(7_200, false);
        let mut moments = drive.moments();
        for (number, moment) in moments[300..].iter_mut().enumerate() {
            moment.latitude += 0.000_8 * (number as f64 / 400.0).sin();
        }
        let found = found(&moments);
        assert_eq!(times(&moments, &found.stops), [(301, 7_500)]);
        assert_eq!(found.trips.len(), 1);
    }

    #[test]
    fn a_tracker_that_sleeps_where_it_stands_makes_one_stop() {
        let mut drive = Drive::new();
        drive.go(300, 50.0).stand(2, false).silence(30_000, 0.0);
        drive.stand(2, true).go(300, 50.0);
        let moments = drive.moments();
        let found = found(&moments);
        assert_eq!(times(&moments, &found.stops), [(301, 30_304)]);
        assert_eq!(found.trips.len(), 2);
        assert_eq!(found.gaps, 1);
    }

    #[test]
    fn a_time_of_which_nothing_is_known_cuts_a_trip_where_the_vehicle_went_on() {
        let mut drive = Drive::new();
        drive.go(300, 50.0).silence(7_200, 50.0).go(300, 50.0);
        let moments = drive.moments();
        let found = found(&moments);
        assert_eq!(times(&moments, &found.trips), [(1, 300), (7_501, 7_800)]);
    }

    #[test]
    fn a_tracker_that_tells_no_speed_is_judged_by_its_places() {
        let mut drive = Drive::new();
        drive.stand(600, false).go(900, 50.0).stand(600, false);
        let mut moments = drive.moments();
        for moment in &mut moments {
            (moment.speed_kmh, moment.ignition) = (None, None);
        }
        let found = found(&moments);
        assert_eq!(found.stops.len(), 2);
        let (from, to) = times(&moments, &found.trips)[0];
        // By the distance alone it is known some seconds late, and early.
        assert!((600..615).contains(&from), "{from}");
        assert!((1_485..=1_501).contains(&to), "{to}");
    }

    proptest! {
        #[test]
        fn trips_and_stops_are_in_order_and_share_ends_at_most(
            steps in prop::collection::vec((0_u32..4_000, -0.01_f64..0.01, prop::option::of(0_f64..120.0)), 0..80),
        ) {
            let mut drive = Drive::new();
            drive.stand(1, false);
            let template = drive.moments()[0];
            let (mut at, mut latitude) = (template.at, template.latitude);
            let moments: Vec<Moment> = steps.iter().map(|(seconds, north, speed_kmh)| {
                at += TimeDelta::seconds(i64::from(*seconds) + 1);
                latitude += north;
                Moment { at, latitude, speed_kmh: *speed_kmh, ..template }
            }).collect();
            let found = find(&moments, &TripRules::default());
            prop_assert_eq!(found.ways_m.len(), moments.len());
            for stretches in [&found.trips, &found.stops] {
                for it in stretches {
                    prop_assert!(it.first <= it.last && it.last < moments.len());
                }
                for pair in stretches.windows(2) {
                    prop_assert!(pair[0].last <= pair[1].first);
                }
            }
        }
    }
}
