//! What a device did on some days, as tables: its fixes, trips, stops, days and alerts. Lengths are in
//! kilometres, moments in the reader's zone.

use super::report::distance_source;
use super::{Cell, Manner, Sheet};
use crate::history::moment::Moment;
use crate::view::history::{DaySums, EndView, Journeys, RouteAlert, StopView, Sums, TripView};

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
const SUM_COLUMNS: [&str; 11] = [
    "distance",
    "distanceSource",
    "moving",
    "idling",
    "standing",
    "topSpeed",
    "meanSpeed",
    "fuelUsed",
    "lowestTemperature",
    "highestTemperature",
    "alerts",
];
const ALERT_COLUMNS: [&str; 7] = [
    "number",
    "time",
    "alert",
    "trip",
    "place",
    "latitude",
    "longitude",
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
    let lines = told_lines(&journeys.total);
    let lines_on = lines.iter().map(|line| format!("input{}", line + 1));
    let lines_on: Vec<_> = lines_on.collect();
    let lines_on: Vec<_> = lines_on.iter().map(String::as_str).collect();
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
            &[&TRIP_COLUMNS, &SUM_COLUMNS, &lines_on],
            journeys
                .trips
                .iter()
                .map(|trip| trip_row(trip, &lines, manner))
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
            &[&DAY_COLUMNS, &SUM_COLUMNS, &lines_on],
            journeys
                .days
                .iter()
                .map(|day| day_row(day, &lines, manner))
                .collect(),
        ),
        sheet(
            "alerts",
            &[&ALERT_COLUMNS],
            journeys
                .alerts
                .iter()
                .map(|alert| alert_row(alert, manner))
                .collect(),
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

/// The input lines, from 0, of which anything is told.
fn told_lines(total: &Sums) -> Vec<usize> {
    let lines = total.inputs_on_s.iter().enumerate();
    lines
        .filter_map(|(line, on_s)| on_s.is_some().then_some(line))
        .collect()
}

fn trip_row(trip: &TripView, lines: &[usize], manner: &Manner) -> Vec<Cell> {
    let begin = vec![
        Cell::Number(f64::from(trip.number)),
        manner.moment_cell(Some(trip.start.at)),
        place(&trip.start),
        manner.moment_cell(Some(trip.end.at)),
        place(&trip.end),
    ];
    [begin, sums(&trip.sums, trip.alerts, lines, manner)].concat()
}

fn stop_row(stop: &StopView, manner: &Manner) -> Vec<Cell> {
    vec![
        Cell::Number(f64::from(stop.number)),
        manner.moment_cell(Some(stop.start.at)),
        manner.moment_cell(Some(stop.until)),
        Cell::Duration(stop.duration_s),
        Cell::Duration(stop.idling_s),
        place(&stop.start),
        Cell::Number(stop.start.latitude),
        Cell::Number(stop.start.longitude),
    ]
}

fn day_row(day: &DaySums, lines: &[usize], manner: &Manner) -> Vec<Cell> {
    let begin = vec![
        Cell::Day(day.day),
        Cell::Number(f64::from(day.sums.trips)),
        Cell::Number(f64::from(day.sums.stops)),
    ];
    [begin, sums(&day.sums, day.alerts, lines, manner)].concat()
}

fn alert_row(alert: &RouteAlert, manner: &Manner) -> Vec<Cell> {
    vec![
        Cell::Number(f64::from(alert.number)),
        manner.moment_cell(Some(alert.start.at)),
        Cell::text(&manner.alert_words(&alert.code, alert.text.as_deref())),
        number(alert.trip.map(f64::from)),
        place(&alert.start),
        Cell::Number(alert.start.latitude),
        Cell::Number(alert.start.longitude),
    ]
}

fn sums(sums: &Sums, alerts: u32, lines: &[usize], manner: &Manner) -> Vec<Cell> {
    let all = [
        Cell::Number((sums.distance_m / 10.0).round() / 100.0),
        distance_source(sums, manner),
        Cell::Duration(sums.moving_s),
        Cell::Duration(sums.idling_s),
        Cell::Duration(sums.standing_s),
        number(sums.top_speed_kmh),
        number(sums.mean_speed_kmh),
        number(sums.fuel_used_percent),
        number(sums.lowest_temperature_c),
        number(sums.highest_temperature_c),
        Cell::Number(f64::from(alerts)),
    ];
    let lines_on = lines
        .iter()
        .map(|line| sums.inputs_on_s[*line].map_or(Cell::Empty, Cell::Duration));
    all.into_iter().chain(lines_on).collect()
}

/// To a tenth, which is more than trackers measure.
pub(super) fn number(value: Option<f64>) -> Cell {
    value.map_or(Cell::Empty, |value| {
        Cell::Number((value * 10.0).round() / 10.0)
    })
}

fn place(end: &EndView) -> Cell {
    end.near
        .as_ref()
        .map_or(Cell::Empty, |near| Cell::text(&near.name))
}
