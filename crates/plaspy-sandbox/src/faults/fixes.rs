//! Odd fixes, made of sound ones. Pure.

use chrono::{DateTime, SecondsFormat, TimeDelta};
use serde_json::{Map, Value};

use super::Kind;

/// A yard in Coquimbo, degrees north and east.
const YARD: (f64, f64) = (-29.9533, -71.3436);

/// A stuck receiver stays on the nearest corner of a grid with so many lines a degree (some 11 km).
const STUCK_LINES: f64 = 10.0;

/// What a stuck receiver tells of its speed, in m/s.
const STUCK_SPEED_MS: f64 = 11.5;

/// Makes a fix odd in its wire form. `number` tells the fixes of an answer, or of a sequence of
/// answers, apart.
pub(super) fn odd(fix: &mut Map<String, Value>, number: u64, kind: Kind) {
    match kind {
        Kind::Future => {
            let time = fix.get("dateTime").and_then(Value::as_str);
            let time = time.and_then(|time| DateTime::parse_from_rfc3339(time).ok());
            if let Some(time) = time {
                let later = time.to_utc() + TimeDelta::hours(2);
                let later = later.to_rfc3339_opts(SecondsFormat::Secs, true);
                fix.insert("dateTime".to_owned(), later.into());
            }
        }
        Kind::AtZero => {
            fix.insert("latitude".to_owned(), 0.0.into());
            fix.insert("longitude".to_owned(), 0.0.into());
        }
        Kind::OneSpot => {
            fix.insert("latitude".to_owned(), YARD.0.into());
            fix.insert("longitude".to_owned(), YARD.1.into());
        }
        Kind::Jumping if number % 2 == 1 => put_far(fix),
        Kind::Far => put_far(fix),
        Kind::Stuck => {
            for name in ["latitude", "longitude"] {
                if let Some(degrees) = fix.get(name).and_then(Value::as_f64) {
                    let coarse = (degrees * STUCK_LINES).round() / STUCK_LINES;
                    fix.insert(name.to_owned(), coarse.into());
                }
            }
            fix.insert("speed".to_owned(), STUCK_SPEED_MS.into());
        }
        Kind::FewSatellites => {
            if let Some(attributes) = fix.get_mut("attributes").and_then(Value::as_object_mut) {
                attributes.insert("Satellites".to_owned(), "2".into());
                attributes.insert("HDOP".to_owned(), "12.5".into());
            }
        }
        Kind::SpeedKmh => {
            if let Some(speed) = fix.get("speed").and_then(Value::as_f64) {
                let kmh = (speed * 36.0).round() / 10.0;
                fix.insert("speed".to_owned(), kmh.into());
            }
        }
        _ => {}
    }
}

/// Some 550 km to the north.
fn put_far(fix: &mut Map<String, Value>) {
    if let Some(latitude) = fix.get("latitude").and_then(Value::as_f64) {
        fix.insert("latitude".to_owned(), (latitude + 5.0).into());
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn made_odd(number: u64, kind: Kind) -> Value {
        let mut fix = json!({
            "dateTime": "2026-06-01T12:00:00Z", "latitude": -29.9003, "longitude": -71.2, "speed": 10.0,
            "attributes": { "Satellites": "9" },
        });
        odd(fix.as_object_mut().expect("an object"), number, kind);
        fix
    }

    #[test]
    fn each_oddity_changes_what_it_says() {
        assert_eq!(
            made_odd(0, Kind::Future)["dateTime"],
            "2026-06-01T14:00:00Z"
        );
        let at_zero = made_odd(0, Kind::AtZero);
        assert_eq!(
            (&at_zero["latitude"], &at_zero["longitude"]),
            (&json!(0.0), &json!(0.0))
        );
        assert_eq!(made_odd(0, Kind::OneSpot)["latitude"], YARD.0);
        assert_eq!(made_odd(0, Kind::Jumping)["latitude"], -29.9003);
        assert_eq!(made_odd(1, Kind::Jumping)["latitude"], -24.9003);
        assert_eq!(made_odd(0, Kind::Far)["latitude"], -24.9003);
        let stuck = made_odd(0, Kind::Stuck);
        assert_eq!(
            (&stuck["latitude"], &stuck["speed"]),
            (&json!(-29.9), &json!(11.5))
        );
        let few = made_odd(0, Kind::FewSatellites);
        assert_eq!(few["attributes"]["Satellites"], "2");
        assert_eq!(made_odd(0, Kind::SpeedKmh)["speed"], 36.0);
    }
}
