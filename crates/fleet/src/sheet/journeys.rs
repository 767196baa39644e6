//! What a device did on some days, as tables: its fixes, trips, stops and days. Lengths are in
//! kilometres, times in minutes, moments in the reader's zone.

use chrono::NaiveTime;

use super::{Cell, Manner, Sheet};
use crate::history::moment::Moment;
use crate::view::history::{DaySums, EndView, Journeys, StopView, Sums, TripView};

const FIX_COLUMNS: [&str; 14] = [
    "time",
    "latitude",
    "longitude",
    "speed",
    "course",
    "ignition",
    "mileage",
    "fuel",
    "fuel2",
    "temperature",
    "temperature2",
    "battery",
    "engineRpm",
    "trip",
];
const TRIP_COLUMNS: [&str; 5] = ["trip", "start", "startPlace", "end", "endPlace"];
const STOP_COLUMNS: [&str; 8] = [
    "number",
    "start",
    "end",
    "duration",
    "idling",
    "place",
    "latitude",
    "longitude",
];
const DAY_COLUMNS: [&str; 3] = ["day", "trips", "stops"];
const SUM_COLUMNS: [&str; 7] = [
    "distance",
    "moving",
    "idling",
    "standing",
    "topSpeed",
    "meanSpeed",
    "fuelUsed",
];

/// Every table, the fixes first.
pub(crate) fn journey_sheets(
    journeys: &Journeys,
    fixes: &[(Moment, Option<u32>)],
    manner: &Manner,
) -> Vec<Sheet> {
    let sheet = |name: &str, columns: &[&[&str]], rows: Vec<Vec<Cell>>| Sheet {
        name: manner.title(name),
        rows: std::iter::once(titles(columns, manner))
            .chain(rows)
            .collect(),
    };
    vec![
        sheet(
            "fixes",
            &[&FIX_COLUMNS],
            fixes
                .iter()
                .map(|(fix, trip)| fix_row(fix, *trip, manner))
                .collect(),
        ),
        sheet(
            "trips",
            &[&TRIP_COLUMNS, &SUM_COLUMNS],
            journeys
                .trips
                .iter()
                .map(|trip| trip_row(trip, manner))
                .collect(),
        ),
        sheet(
            "stops",
            &[&STOP_COLUMNS],
            journeys
                .stops
                .iter()
                .map(|stop| stop_row(stop, manner))
                .collect(),
        ),
        sheet(
            "days",
            &[&DAY_COLUMNS, &SUM_COLUMNS],
            journeys.days.iter().map(day_row).collect(),
        ),
    ]
}

fn titles(columns: &[&[&str]], manner: &Manner) -> Vec<Cell> {
    let columns = columns.iter().copied().flatten();
    columns.map(|name| Cell::Text(manner.title(name))).collect()
}

fn fix_row(fix: &Moment, trip: Option<u32>, manner: &Manner) -> Vec<Cell> {
    vec![
        manner.moment_cell(Some(fix.at)),
        Cell::Number(fix.latitude),
        Cell::Number(fix.longitude),
        number(fix.speed_kmh),
        number(fix.course_deg),
        fix.ignition.map_or(Cell::Empty, |on| manner.flag_cell(on)),
        number(fix.mileage_km),
        number(fix.fuel_percent),
        number(fix.fuel2_percent),
        number(fix.temperature_c),
        number(fix.temperature2_c),
        number(fix.battery_percent),
        number(fix.engine_rpm),
        number(trip.map(f64::from)),
    ]
}

fn trip_row(trip: &TripView, manner: &Manner) -> Vec<Cell> {
    let begin = vec![
        Cell::Number(f64::from(trip.number)),
        manner.moment_cell(Some(trip.start.at)),
        place(&trip.start),
        manner.moment_cell(Some(trip.end.at)),
        place(&trip.end),
    ];
    [begin, sums(&trip.sums)].concat()
}

fn stop_row(stop: &StopView, manner: &Manner) -> Vec<Cell> {
    vec![
        Cell::Number(f64::from(stop.number)),
        manner.moment_cell(Some(stop.start.at)),
        manner.moment_cell(Some(stop.until)),
        minutes(stop.duration_s),
        minutes(stop.idling_s),
        place(&stop.start),
        Cell::Number(stop.start.latitude),
        Cell::Number(stop.start.longitude),
    ]
}

fn day_row(day: &DaySums) -> Vec<Cell> {
    let begin = vec![
        Cell::Moment(day.day.and_time(NaiveTime::MIN)),
        Cell::Number(f64::from(day.sums.trips)),
        Cell::Number(f64::from(day.sums.stops)),
    ];
    [begin, sums(&day.sums)].concat()
}

fn sums(sums: &Sums) -> Vec<Cell> {
    vec![
        Cell::Number((sums.distance_m / 10.0).round() / 100.0),
        minutes(sums.moving_s),
        minutes(sums.idling_s),
        minutes(sums.standing_s),
        number(sums.top_speed_kmh),
        number(sums.mean_speed_kmh),
        number(sums.fuel_used_percent),
    ]
}

/// To a tenth, which is more than trackers measure.
pub(super) fn number(value: Option<f64>) -> Cell {
    value.map_or(Cell::Empty, |value| {
        Cell::Number((value * 10.0).round() / 10.0)
    })
}

fn minutes(seconds: u32) -> Cell {
    number(Some(f64::from(seconds) / 60.0))
}

fn place(end: &EndView) -> Cell {
    end.near
        .as_ref()
        .map_or(Cell::Empty, |near| Cell::text(&near.name))
}
