//! What a tracker reports, and when: often while the ignition is on, seldom while it is off.

use super::circuits::Circuits;
use super::streets::Point;
use super::vehicle::{Kind, Vehicle};
use super::week::{self, DAY_S};

/// How often a parked vehicle reports.
const PARKED_PERIOD_S: i64 = 300;

/// Trackers that fall silent do so once in such a time.
const SILENCE_CYCLE_S: i64 = 30 * DAY_S;

/// Above this the service raises an alert.
pub(crate) const SPEED_LIMIT_KMH: f64 = 90.0;

/// One report of a tracker.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fix {
    /// Seconds since 1970.
    pub(crate) at_s: i64,
    pub(crate) point: Point,
    pub(crate) speed_ms: f64,
    pub(crate) course_deg: f64,
    pub(crate) ignition: bool,
    pub(crate) odometer_km: f64,
    pub(crate) fuel_percent: i64,
    pub(crate) battery_percent: i64,
    pub(crate) temperature_c: Option<f64>,
    pub(crate) inactive_s: i64,
    pub(crate) rpm: i64,
    pub(crate) satellites: i64,
    pub(crate) sos: bool,
    pub(crate) power_cut: bool,
    /// Of what carries goods, while it is unloaded at a stop.
    pub(crate) is_door_open: bool,
}

/// The last report at or before a moment.
pub(super) fn last(vehicle: &Vehicle, circuits: &Circuits, at_s: i64) -> Option<Fix> {
    if vehicle.never_reported {
        return None;
    }
    let at_s = silence_began(vehicle, at_s).unwrap_or(at_s);
    Some(fix(
        vehicle,
        circuits,
        last_report_s(vehicle, circuits, at_s),
    ))
}

/// The reports of a range, oldest first.
pub(super) fn between(
    vehicle: &Vehicle,
    circuits: &Circuits,
    from_s: i64,
    to_s: i64,
    most: usize,
) -> Vec<Fix> {
    let mut fixes = Vec::new();
    if vehicle.never_reported {
        return fixes;
    }
    let (phase, period) = (phase_s(vehicle), vehicle.period_s);
    let next_on = |grid_s: i64, after_s: i64| on_grid(grid_s, phase, after_s) + grid_s;
    let mut at_s = from_s - 1;
    while fixes.len() < most {
        at_s = next_on(PARKED_PERIOD_S, at_s).min(next_on(period, at_s));
        if at_s > to_s {
            break;
        }
        if silence_began(vehicle, at_s).is_none() && last_report_s(vehicle, circuits, at_s) == at_s
        {
            fixes.push(fix(vehicle, circuits, at_s));
        }
    }
    fixes
}

/// When a silence began that lasts at this moment.
fn silence_began(vehicle: &Vehicle, at_s: i64) -> Option<i64> {
    if !vehicle.falls_silent {
        return None;
    }
    let chance = vehicle.chance.of(50);
    let began = on_grid(
        SILENCE_CYCLE_S,
        chance.of(0).below(SILENCE_CYCLE_S as usize) as i64,
        at_s,
    );
    let ended = began + (chance.of(1).between(6.0, 26.0) * DAY_S as f64) as i64;
    (began..ended).contains(&at_s).then_some(began)
}

fn last_report_s(vehicle: &Vehicle, circuits: &Circuits, at_s: i64) -> i64 {
    let phase = phase_s(vehicle);
    let last_active_s = week::state(vehicle, circuits, at_s).last_active_s as i64;
    on_grid(PARKED_PERIOD_S, phase, at_s).max(on_grid(vehicle.period_s, phase, last_active_s))
}

/// Trackers don't all report in the same second.
fn phase_s(vehicle: &Vehicle) -> i64 {
    5 * vehicle.chance.of(51).below(60) as i64
}

/// The last point of a grid at or before a moment.
fn on_grid(period_s: i64, phase_s: i64, at_s: i64) -> i64 {
    (at_s - phase_s).div_euclid(period_s) * period_s + phase_s
}

fn fix(vehicle: &Vehicle, circuits: &Circuits, at_s: i64) -> Fix {
    let state = week::state(vehicle, circuits, at_s);
    let moment = vehicle.chance.of(at_s as u64);
    let odometer_km = state.odometer_m / 1_000.0;
    let standing_s = state.whereabouts.standing_s.unwrap_or(0.0);
    // An hour in which the driver pressed the button, and one in which someone cut the power.
    let hour = vehicle.chance.of(60).of(at_s.div_euclid(1_800) as u64);
    let ignition = state.ignition;
    Fix {
        at_s,
        point: state.whereabouts.point,
        speed_ms: state.whereabouts.speed_ms,
        course_deg: state.whereabouts.course_deg,
        ignition,
        odometer_km,
        fuel_percent: fuel_percent(vehicle, odometer_km),
        battery_percent: if ignition {
            100
        } else {
            (100.0 - standing_s / 3_600.0).max(35.0) as i64
        },
        temperature_c: (vehicle.kind == Kind::Reefer)
            .then(|| (-18.0 + moment.of(1).between(-2.0, 3.0)) * 10.0)
            .map(|tenths| tenths.round() / 10.0),
        inactive_s: standing_s as i64,
        rpm: match (ignition, state.whereabouts.standing_s) {
            (false, _) => 0,
            (true, Some(_)) => 750 + moment.of(2).below(80) as i64,
            (true, None) => 1_200 + (state.whereabouts.speed_ms * 45.0) as i64,
        },
        satellites: 7 + moment.of(3).below(8) as i64,
        sos: ignition && hour.of(0).happens(0.004),
        is_door_open: ignition
            && standing_s > 20.0
            && matches!(vehicle.kind, Kind::Van | Kind::Truck | Kind::Reefer),
        power_cut: !ignition && hour.of(1).happens(0.003),
    }
}

/// Falls with every kilometre, and rises when the tank is filled.
fn fuel_percent(vehicle: &Vehicle, odometer_km: f64) -> i64 {
    let range_km = vehicle.chance.of(52).between(350.0, 700.0);
    let left = 1.0 - (odometer_km / range_km).fract() * 0.94;
    (left * 100.0).round() as i64
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::chance::Chance;
    use crate::sim::streets::{Streets, distance_m};

    const MONDAY_S: i64 = 1_795_996_800;

    fn circuits() -> Circuits {
        Circuits::new(Arc::new(Streets::built_in()), Chance::new(7).of(1))
    }

    fn fleet(count: u64) -> Vec<Vehicle> {
        (0..count)
            .map(|number| Vehicle::new(Chance::new(7).of(2).of(number)))
            .collect()
    }

    #[test]
    fn the_same_moment_is_always_the_same() {
        let vehicles = fleet(20);
        let (once, again) = (circuits(), circuits());
        for vehicle in &vehicles {
            assert_eq!(
                last(vehicle, &once, MONDAY_S),
                last(vehicle, &again, MONDAY_S)
            );
        }
    }

    #[test]
    fn nobody_jumps_and_odometers_never_fall_short_of_the_way() {
        let circuits = circuits();
        for vehicle in fleet(12) {
            let fixes = between(&vehicle, &circuits, MONDAY_S, MONDAY_S + DAY_S, 100_000);
            for pair in fixes.windows(2) {
                let [a, b] = pair else { continue };
                let seconds = (b.at_s - a.at_s) as f64;
                let straight_m = distance_m(a.point, b.point);
                assert!(
                    straight_m <= 55.0 * seconds,
                    "{straight_m} m in {seconds} s"
                );
                let driven_m = (b.odometer_km - a.odometer_km) * 1_000.0;
                // Parking beside the home is not driven.
                assert!(driven_m + 90.0 >= straight_m, "{driven_m} for {straight_m}");
            }
        }
    }

    #[test]
    fn the_last_fix_is_the_last_of_the_history() {
        let circuits = circuits();
        for vehicle in fleet(30) {
            let at_s = MONDAY_S + 15 * 3_600 + 7;
            let history = between(&vehicle, &circuits, at_s - 3_600, at_s, 10_000);
            let last = last(&vehicle, &circuits, at_s);
            if let (Some(of_history), Some(last)) = (history.last(), last) {
                assert_eq!(*of_history, last);
            }
        }
    }

    #[test]
    fn at_every_hour_some_move_and_some_stand() {
        let circuits = circuits();
        let vehicles = fleet(200);
        for slot in 0..7 * 8 {
            let at_s = MONDAY_S + slot * 3 * 3_600;
            let moving = vehicles
                .iter()
                .filter_map(|vehicle| last(vehicle, &circuits, at_s))
                .filter(|fix| fix.speed_ms > 2.0)
                .count();
            assert!(
                (10..=140).contains(&moving),
                "{moving} of 200, {} h into the week",
                slot * 3
            );
        }
    }

    #[test]
    fn some_are_silent_and_some_never_reported() {
        let circuits = circuits();
        let mut silent = 0;
        let mut never = 0;
        for vehicle in fleet(1_000) {
            match last(&vehicle, &circuits, MONDAY_S) {
                None => never += 1,
                Some(fix) if MONDAY_S - fix.at_s > DAY_S => silent += 1,
                Some(_) => {}
            }
        }
        assert!((5..50).contains(&never), "{never}");
        assert!((5..60).contains(&silent), "{silent}");
    }
}
