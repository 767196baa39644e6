//! The signs by which an odd fix is known, each for itself. Pure; the thresholds stand here and nowhere
//! else (docs/API.md, Odd fixes).

use chrono::{DateTime, TimeDelta, Utc};
use plaspy::models::{Location, TextMap};

use crate::globe::distance_m;

/// How far a tracker's clock may be ahead of the service's.
pub const AHEAD: TimeDelta = TimeDelta::minutes(1);

/// This close to 0, 0 (some 100 m), which is open sea, a tracker is without reception.
pub const NOWHERE_DEG: f64 = 0.001;

/// Faster on the ground (250 km/h) is a jump of the receiver, not a drive.
pub const FASTEST_M_PER_S: f64 = 70.0;

/// With fewer satellites a receiver can't tell where it is in all three dimensions.
pub const FEWEST_SATELLITES: f64 = 4.0;

/// From this dilution of precision on a place may be off by a street or more.
pub const LARGEST_DILUTION: f64 = 5.0;

/// Whether a time lies in the future.
#[must_use]
pub fn is_ahead(time: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    time > now + AHEAD
}

/// Whether a fix lies where trackers without reception say that they are.
#[must_use]
pub fn is_nowhere(fix: &Location) -> bool {
    fix.latitude.abs() < NOWHERE_DEG && fix.longitude.abs() < NOWHERE_DEG
}

/// From one fix to another, as the crow flies.
#[must_use]
pub fn way_m(from: &Location, to: &Location) -> f64 {
    distance_m((from.latitude, from.longitude), (to.latitude, to.longitude))
}

/// Whether no vehicle gets that far in the time, whichever of its ends came first.
#[must_use]
pub fn is_too_far(way_m: f64, time: TimeDelta) -> bool {
    way_m > FASTEST_M_PER_S * time.as_seconds_f64().abs()
}

/// Whether two fixes lie on one point, to the digit: receivers that work differ by a little even where
/// the vehicle stands.
#[must_use]
#[expect(clippy::float_cmp, reason = "to the digit is what is asked")]
pub fn is_same_point(one: &Location, other: &Location) -> bool {
    one.latitude == other.latitude && one.longitude == other.longitude
}

/// Whether the tracker itself says that its place is good for little: by its satellites, or, where
/// it tells nothing of them, by the dilution of precision.
#[must_use]
pub fn is_weak(attributes: &TextMap) -> bool {
    let figure = |wanted: &str| {
        let named = |(name, _): &(&str, &str)| name.eq_ignore_ascii_case(wanted);
        let (_, text) = attributes.iter().find(named)?;
        text.trim().parse::<f64>().ok().filter(|it| it.is_finite())
    };
    match figure("Satellites") {
        Some(satellites) => satellites < FEWEST_SATELLITES,
        None => figure("HDOP")
            .or_else(|| figure("PDOP"))
            .is_some_and(|dilution| dilution >= LARGEST_DILUTION),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
    }

    fn at(latitude: f64, longitude: f64) -> Location {
        Location::new(now(), latitude, longitude)
    }

    fn weak(pairs: &[(&str, &str)]) -> bool {
        is_weak(&pairs.iter().copied().collect())
    }

    #[test]
    fn a_clock_that_is_a_minute_ahead_is_no_future_yet() {
        assert!(!is_ahead(now() + AHEAD, now()));
        assert!(is_ahead(now() + AHEAD + TimeDelta::seconds(1), now()));
        assert!(!is_ahead(now() - TimeDelta::days(30), now()));
    }

    #[test]
    fn nowhere_is_where_both_coordinates_are_zero() {
        assert!(is_nowhere(&at(0.0, 0.0)));
        assert!(is_nowhere(&at(-0.000_5, 0.000_5)));
        // Vehicles drive on the equator and in Greenwich.
        assert!(!is_nowhere(&at(0.0, 32.5)));
        assert!(!is_nowhere(&at(51.48, 0.0)));
    }

    #[test]
    fn a_way_is_too_far_beyond_250_km_an_hour_in_either_direction_of_time() {
        let minute = TimeDelta::minutes(1);
        assert!(!is_too_far(4_200.0, minute));
        assert!(is_too_far(4_201.0, minute));
        assert!(!is_too_far(4_200.0, -minute));
        assert!(is_too_far(1.0, TimeDelta::zero()));
        let a_degree = way_m(&at(-30.0, -71.0), &at(-29.0, -71.0));
        assert!((111_000.0..111_500.0).contains(&a_degree), "{a_degree}");
    }

    #[test]
    fn a_point_is_the_same_to_the_digit_only() {
        assert!(is_same_point(&at(-29.9, -71.2), &at(-29.9, -71.2)));
        assert!(!is_same_point(&at(-29.9, -71.2), &at(-29.9, -71.200_001)));
    }

    #[test]
    fn few_satellites_are_weak_and_dilution_speaks_where_satellites_do_not() {
        assert!(weak(&[("Satellites", "3")]));
        assert!(!weak(&[("Satellites", "4")]));
        assert!(!weak(&[("satellites", "9"), ("HDOP", "12")]));
        assert!(weak(&[("HDOP", " 5.0 ")]));
        assert!(!weak(&[("HDOP", "4.9"), ("PDOP", "9")]));
        assert!(weak(&[("Satellites", "many"), ("pdop", "6")]));
        assert!(!weak(&[("Event", "2"), ("HDOP", "NaN")]));
    }
}
