//! What speaks against a dangerous command now: a fix that says too little of where the vehicle is and
//! how fast it goes. Whoever knows better can override it.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::speed::SpeedUnit;

/// An older fix says nothing of whether the vehicle moves now.
pub const OLDEST_FIX: TimeDelta = TimeDelta::seconds(60);

/// Faster than this, by the worse reading of the unit, is no wandering of the receiver.
pub const STANDING_KMH: f64 = 5.0;

/// What is known of a vehicle when a command is about to be sent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LastFix {
    /// When the tracker measured it.
    pub at: DateTime<Utc>,
    /// Its speed as the service sent it.
    pub speed_raw: Option<f64>,
    /// Time or place of it can't be right.
    pub is_odd: bool,
}

/// Something that speaks against sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Objection {
    /// There is no fix.
    NoFix,
    /// The fix is older than a minute.
    OldFix,
    /// Time or place of the fix can't be right.
    OddFix,
    /// The vehicle moves, by the worse reading of its speed.
    Moving,
    /// The fix has no speed.
    NoSpeed,
    /// The service makes the app wait: it would go out later, when nobody has looked.
    Held,
}

/// What speaks against a dangerous command, at this moment.
#[must_use]
pub fn objections(fix: Option<&LastFix>, now: DateTime<Utc>) -> Vec<Objection> {
    let Some(fix) = fix else {
        return vec![Objection::NoFix];
    };
    let mut objections = Vec::new();
    if now - fix.at > OLDEST_FIX {
        objections.push(Objection::OldFix);
    }
    if fix.is_odd || fix.at - now > OLDEST_FIX {
        objections.push(Objection::OddFix);
    }
    match fix.speed_raw.map(worst_kmh) {
        None => objections.push(Objection::NoSpeed),
        Some(kmh) if kmh > STANDING_KMH || !kmh.is_finite() => objections.push(Objection::Moving),
        Some(_) => {}
    }
    objections
}

/// The highest speed that a figure on the wire can mean.
#[must_use]
pub fn worst_kmh(speed_raw: f64) -> f64 {
    let readings = SpeedUnit::ALL.into_iter().map(|unit| unit.kmh(speed_raw));
    readings.fold(f64::NEG_INFINITY, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
    }

    fn fix(age_s: i64, speed_raw: f64) -> LastFix {
        LastFix {
            at: now() - TimeDelta::seconds(age_s),
            speed_raw: Some(speed_raw),
            is_odd: false,
        }
    }

    #[test]
    fn a_fresh_fix_of_a_standing_vehicle_has_nothing_against_it() {
        assert_eq!(objections(Some(&fix(60, 0.0)), now()), []);
        assert_eq!(objections(Some(&fix(0, 1.3)), now()), []);
    }

    #[test]
    fn the_age_counts_from_a_minute_on_and_the_speed_by_its_worse_reading() {
        assert_eq!(objections(None, now()), [Objection::NoFix]);
        assert_eq!(objections(Some(&fix(61, 0.0)), now()), [Objection::OldFix]);
        // 1.5 may be 1.5 km/h, and may be 5.4.
        assert_eq!(objections(Some(&fix(5, 1.5)), now()), [Objection::Moving]);
        let both = [Objection::OldFix, Objection::Moving];
        assert_eq!(objections(Some(&fix(600, 20.0)), now()), both);
    }

    #[test]
    fn what_can_not_be_read_or_believed_speaks_against_it() {
        let silent = LastFix {
            speed_raw: None,
            ..fix(5, 0.0)
        };
        assert_eq!(objections(Some(&silent), now()), [Objection::NoSpeed]);
        let broken = fix(5, f64::NAN);
        assert_eq!(objections(Some(&broken), now()), [Objection::Moving]);
        let odd = LastFix {
            is_odd: true,
            ..fix(5, 0.0)
        };
        assert_eq!(objections(Some(&odd), now()), [Objection::OddFix]);
        assert_eq!(objections(Some(&fix(-90, 0.0)), now()), [Objection::OddFix]);
    }
}
