//! A vehicle's week: which circuits it drives when. Every week is like the others, so that the
//! odometer of any moment is a short sum.

use super::circuits::{CIRCUITS_OF_HOME, Circuits, Whereabouts};
use super::streets::{Point, moved};
use super::vehicle::{Shift, Vehicle};

pub(super) const DAY_S: i64 = 86_400;
const WEEK_S: i64 = 7 * DAY_S;

/// A Monday, 00:00 UTC, before which nothing is asked.
const BEGINNING_S: i64 = 1_577_664_000;

/// A circuit as a vehicle drives it on one day; seconds since 1970.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trip {
    pub(super) start_s: f64,
    pub(super) end_s: f64,
    circuit: usize,
    /// Driven on the same day before it.
    before_m: f64,
}

/// Where a vehicle is and what it does at a moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    pub(super) whereabouts: Whereabouts,
    pub(super) odometer_m: f64,
    pub(super) ignition: bool,
    /// When the ignition was last on; now if it is on.
    pub(super) last_active_s: f64,
}

/// The state of a vehicle at a moment.
pub(super) fn state(vehicle: &Vehicle, circuits: &Circuits, at_s: i64) -> State {
    let local_day = (at_s + vehicle.zone_s).div_euclid(DAY_S);
    let at = at_s as f64;
    let mut last: Option<(i64, Trip)> = None;
    // A night shift runs into the next day; after a day off, the last trip lies days back.
    for day in (local_day - 3..=local_day).rev() {
        let trips = trips(vehicle, circuits, day);
        if let Some(trip) = trips.iter().rev().find(|trip| trip.start_s <= at) {
            last = Some((day, *trip));
            break;
        }
    }
    let Some((day, trip)) = last else {
        return parked(
            vehicle,
            circuits,
            local_day,
            0.0,
            at - 4.0 * DAY_S as f64,
            at,
        );
    };
    let circuit = circuits.circuit(vehicle.home, trip.circuit);
    if at >= trip.end_s {
        return parked(
            vehicle,
            circuits,
            day,
            trip.before_m + circuit.length_m,
            trip.end_s,
            at,
        );
    }
    let mut whereabouts = circuit.at((at - trip.start_s) / vehicle.pace);
    whereabouts.speed_ms /= vehicle.pace;
    whereabouts.standing_s = whereabouts.standing_s.map(|seconds| seconds * vehicle.pace);
    // The engine is left running at short stops, or for the first minutes of long ones.
    let ignition = whereabouts.standing_s.is_none_or(|seconds| seconds < 240.0);
    let since_off = whereabouts
        .standing_s
        .map_or(0.0, |seconds| (seconds - 240.0).max(0.0));
    State {
        odometer_m: odometer_before(vehicle, circuits, day) + trip.before_m + whereabouts.driven_m,
        whereabouts,
        ignition,
        last_active_s: at - since_off,
    }
}

/// What a vehicle drives between two stands, as it is, whatever its tracker tells of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drive {
    /// When it sets out, seconds since 1970.
    pub from_s: f64,
    /// When it stands again, seconds since 1970.
    pub to_s: f64,
    /// How far it is.
    pub length_m: f64,
    /// Whether it begins or ends at home, where a vehicle is put onto a spot of its own without driving.
    pub is_of_home: bool,
}

/// What a vehicle drives that lies wholly in a range, oldest first.
pub(super) fn drives(vehicle: &Vehicle, circuits: &Circuits, from_s: i64, to_s: i64) -> Vec<Drive> {
    let day = |at_s: i64| (at_s + vehicle.zone_s).div_euclid(DAY_S);
    let days = day(from_s) - 1..=day(to_s);
    let drives = days
        .flat_map(|day| trips(vehicle, circuits, day))
        .flat_map(|trip| {
            let circuit = circuits.circuit(vehicle.home, trip.circuit);
            let at = move |seconds: f64| trip.start_s + seconds * vehicle.pace;
            let duration_s = circuit.duration_s;
            circuit.legs().into_iter().map(move |leg| Drive {
                from_s: at(leg.from_s),
                to_s: at(leg.to_s),
                length_m: leg.length_m,
                is_of_home: leg.from_s <= 0.0 || leg.to_s >= duration_s,
            })
        });
    drives
        .filter(|drive| drive.from_s >= from_s as f64 && drive.to_s <= to_s as f64)
        .collect()
}

fn parked(
    vehicle: &Vehicle,
    circuits: &Circuits,
    day: i64,
    driven_that_day_m: f64,
    since_s: f64,
    at: f64,
) -> State {
    State {
        whereabouts: Whereabouts {
            point: parking_place(vehicle, circuits),
            course_deg: vehicle.chance.of(20).between(0.0, 360.0),
            speed_ms: 0.0,
            driven_m: 0.0,
            standing_s: Some(at - since_s),
        },
        odometer_m: odometer_before(vehicle, circuits, day) + driven_that_day_m,
        ignition: false,
        last_active_s: since_s,
    }
}

/// Beside the home, each vehicle on its own spot.
fn parking_place(vehicle: &Vehicle, circuits: &Circuits) -> Point {
    let spot = |key: u64| vehicle.chance.of(key).between(-60.0, 60.0);
    moved(circuits.home(vehicle.home), spot(21), spot(22))
}

/// The trips of a local day, in order.
fn trips(vehicle: &Vehicle, circuits: &Circuits, day: i64) -> Vec<Trip> {
    let weekday = day.rem_euclid(7) as u64;
    let chance = vehicle.chance.of(100 + weekday);
    // 1970-01-01 was a Thursday, so 3 is a Sunday.
    if weekday == 3 && chance.of(0).happens(0.2) {
        return Vec::new();
    }
    let (hour, hours) = match vehicle.shift {
        Shift::Day => (6.0, 11.0),
        Shift::Evening => (13.5, 10.0),
        Shift::Night => (20.0, 10.5),
    };
    let begin =
        (day * DAY_S - vehicle.zone_s) as f64 + (hour + chance.of(1).between(0.0, 2.5)) * 3_600.0;
    let end = begin + (hours + chance.of(2).between(-1.0, 1.0)) * 3_600.0;
    let mut trips = Vec::new();
    let mut start_s = begin;
    let mut before_m = 0.0;
    while start_s < end {
        let number = trips.len() as u64;
        let circuit = chance.of(10 + number).below(CIRCUITS_OF_HOME);
        let driven = circuits.circuit(vehicle.home, circuit);
        let end_s = start_s + driven.duration_s * vehicle.pace;
        trips.push(Trip {
            start_s,
            end_s,
            circuit,
            before_m,
        });
        before_m += driven.length_m;
        start_s = end_s + chance.of(40 + number).between(4.0, 18.0) * 60.0;
    }
    trips
}

fn day_m(vehicle: &Vehicle, circuits: &Circuits, day: i64) -> f64 {
    trips(vehicle, circuits, day).last().map_or(0.0, |trip| {
        trip.before_m + circuits.circuit(vehicle.home, trip.circuit).length_m
    })
}

/// The odometer at the beginning of a local day.
fn odometer_before(vehicle: &Vehicle, circuits: &Circuits, day: i64) -> f64 {
    let first_day = BEGINNING_S / DAY_S;
    let weeks = (day - first_day).div_euclid(WEEK_S / DAY_S);
    let week: f64 = (0..7)
        .map(|weekday| day_m(vehicle, circuits, first_day + weekday))
        .sum();
    let this_week: f64 = (first_day + weeks * 7..day)
        .map(|day| day_m(vehicle, circuits, day))
        .sum();
    vehicle.chance.of(30).between(2_000.0, 90_000.0) * 1_000.0 + weeks as f64 * week + this_week
}
