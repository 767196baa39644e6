//! Distances of journeys that others recorded, held against the lengths that came with them.

use std::io::Read as _;

use chrono::{DateTime, TimeDelta, Utc};
use fleet::history::past::Past;
use fleet::history::trips::TripRules;
use fleet::place::Places;
use fleet::speed::SpeedUnit;
use fleet::view::groups::DeviceRef;
use fleet::view::history::{DistanceSource, Journeys};
use plaspy::models::Location;

const RIDE: &[u8] = include_bytes!("../data/cycling.csv.gz");
const ROUND: &[u8] = include_bytes!("../data/innrunde.gpx");

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000, 0).expect("a time")
}

fn journeys(locations: Vec<Location>, now: DateTime<Utc>) -> Journeys {
    let locations = locations.into_iter();
    let rules = TripRules::default();
    let past = Past::new(locations, SpeedUnit::MetresPerSecond, rules, now);
    let device = DeviceRef {
        id: "1".to_owned(),
        name: "1".to_owned(),
        is_listed: true,
    };
    past.journeys(device, false, chrono_tz::UTC, &Places::none())
}

fn assert_within_a_percent(journeys: &Journeys, told_m: f64) {
    let found_m = journeys.total.distance_m;
    assert!(
        (found_m / told_m - 1.0).abs() <= 0.01,
        "{found_m} m, and {told_m} m were told"
    );
    assert_eq!(journeys.left_out.jumps, 0);
}

/// Degrees of a figure that divides the circle into 2^32 parts.
fn degrees(semicircles: &str) -> f64 {
    semicircles.parse::<f64>().expect("a figure") * 180.0 / f64::from(1_u32 << 31)
}

/// The fixes of the ride, and how far its computer counted, in metres.
fn ride(tells_odometer: bool) -> (Vec<Location>, f64) {
    let mut text = String::new();
    flate2::read::GzDecoder::new(RIDE)
        .read_to_string(&mut text)
        .expect("it unpacks");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut told_m = Vec::new();
    let mut locations = Vec::new();
    for row in reader.records() {
        let row = row.expect("a row");
        // Number, latitude, longitude, altitude, power, cadence, distance, speed, time: each a second.
        let number: i64 = row[0].parse().expect("a number");
        let metres: f64 = row[6].parse().expect("metres");
        told_m.push(metres);
        locations.push(Location {
            speed_raw: row[7].parse().ok(),
            mileage_km: tells_odometer.then_some(metres / 1_000.0),
            ..Location::new(
                start() + TimeDelta::seconds(number),
                degrees(&row[1]),
                degrees(&row[2]),
            )
        });
    }
    let length_m = told_m[told_m.len() - 1] - told_m[0];
    (locations, length_m)
}

#[test]
fn a_ride_is_as_long_as_the_bicycle_counted() {
    let (locations, told_m) = ride(false);
    let now = locations.last().expect("fixes").time;
    let by_lines = journeys(locations, now);
    assert_eq!(
        by_lines.total.distance_source,
        DistanceSource::StraightLines
    );
    assert_within_a_percent(&by_lines, told_m);
    let (locations, told_m) = ride(true);
    let by_odometer = journeys(locations, now);
    assert_eq!(by_odometer.total.distance_source, DistanceSource::Odometer);
    assert_within_a_percent(&by_odometer, told_m);
}

#[test]
fn a_round_is_as_long_as_its_file_says() {
    let told_m: f64 = {
        // No part of GPX itself, so that the reader passes it over.
        let text = std::str::from_utf8(ROUND).expect("UTF-8");
        let (_, rest) = text.split_once("<gpsies:trackLengthMeter>").expect("told");
        rest.split_once('<')
            .expect("an end")
            .0
            .parse()
            .expect("metres")
    };
    let file = gpx::read(ROUND).expect("GPX");
    let points = file.tracks.iter().flat_map(|track| &track.segments);
    let locations: Vec<Location> = points
        .flat_map(|segment| &segment.points)
        .map(|point| {
            let text = point.time.expect("a time").format().expect("written");
            let at: DateTime<Utc> = text.parse().expect("read");
            Location::new(at, point.point().y(), point.point().x())
        })
        .collect();
    let now = locations.last().expect("fixes").time;
    assert_within_a_percent(&journeys(locations, now), told_m);
}
