//! Drives through a town, as a tracker tells them in either unit: what the inference must get right.

use chrono::{DateTime, TimeDelta, Utc};
use plaspy::DeviceId;
use plaspy::models::Location;

use super::SpeedUnit;
use super::knowledge::SpeedKnowledge;
use super::stretch::{Run, Stretch};

const METRES_PER_DEGREE: f64 = 111_195.0;
const LATITUDE: f64 = -29.9;

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
}

fn long_after() -> DateTime<Utc> {
    start() + TimeDelta::days(10)
}

/// Numbers left to chance, the same for the same seed (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn between(&mut self, least: f64, most: f64) -> f64 {
        least + (most - least) * self.next()
    }

    /// Roughly normal, with this deviation.
    fn off_by(&mut self, deviation: f64) -> f64 {
        let sum: f64 = (0..12).map(|_| self.next()).sum();
        (sum - 6.0) * deviation
    }
}

/// How a tracker tells what it measures.
#[derive(Clone, Copy)]
struct Tracker {
    unit: SpeedUnit,
    period_s: u32,
    /// Whether it sends an odometer, in steps of 0.1 km.
    has_odometer: bool,
    /// Whether it sends whole numbers only.
    rounds: bool,
}

/// A drive of a vehicle: blocks of 60 to 500 m at the speed of the street, corners taken slowly,
/// lights that hold it up, and some bends in between.
fn drive(tracker: Tracker, minutes: u32, seed: u64) -> Vec<Location> {
    let mut chance = Chance(seed);
    let (mut east_m, mut north_m, mut heading_deg) = (0.0_f64, 0.0_f64, 0.0_f64);
    let (mut speed, mut driven_m) = (0.0_f64, 20_000.0_f64);
    let (mut left_m, mut street_speed, mut waits_s) = (200.0, 12.0, 0.0);
    let (mut turn_deg, mut bend_deg, mut stops) = (90.0, 0.0, true);
    let mut fixes = Vec::new();
    for second in 0..minutes * 60 {
        if waits_s > 0.0 {
            waits_s -= 1.0;
            speed = 0.0;
        } else {
            let end_speed: f64 = match (stops, turn_deg) {
                (true, _) => 0.0,
                (false, 0.0) => street_speed,
                (false, _) => 4.5,
            };
            let may = (end_speed * end_speed + 2.0 * 2.0 * left_m).sqrt();
            speed = (speed + 1.5).min(street_speed).min(may).max(1.0);
            left_m -= speed;
            heading_deg += bend_deg;
            east_m += speed * heading_deg.to_radians().sin();
            north_m += speed * heading_deg.to_radians().cos();
            driven_m += speed;
            if left_m <= 0.0 {
                waits_s = if stops {
                    chance.between(2.0, 45.0)
                } else {
                    0.0
                };
                heading_deg += turn_deg;
                left_m = chance.between(60.0, 500.0);
                street_speed = chance.between(8.0, 17.0);
                stops = chance.next() < 0.35;
                turn_deg = match chance.next() {
                    turn if turn < 0.2 => 90.0,
                    turn if turn < 0.4 => -90.0,
                    _ => 0.0,
                };
                bend_deg = if chance.next() < 0.2 {
                    chance.off_by(1.0)
                } else {
                    0.0
                };
            }
        }
        if second % tracker.period_s != 0 {
            continue;
        }
        let time = start() + TimeDelta::seconds(i64::from(second));
        let latitude = LATITUDE + (north_m + chance.off_by(5.0)) / METRES_PER_DEGREE;
        let metres_per_degree = METRES_PER_DEGREE * LATITUDE.to_radians().cos();
        let longitude = -71.2 + (east_m + chance.off_by(5.0)) / metres_per_degree;
        let told = (speed + chance.off_by(0.3)).max(0.0) * tracker.unit.per_metre_a_second();
        let step = if tracker.rounds { 1.0 } else { 10.0 };
        fixes.push(Location {
            speed_raw: Some((told * step).round() / step),
            course_deg: Some(heading_deg.rem_euclid(360.0).round()),
            mileage_km: tracker
                .has_odometer
                .then_some((driven_m / 100.0).floor() / 10.0),
            ..Location::new(time, latitude, longitude)
        });
    }
    fixes
}

fn trackers() -> impl Iterator<Item = Tracker> {
    let kinds = [(false, false), (true, false), (false, true), (true, true)];
    SpeedUnit::ALL.into_iter().flat_map(move |unit| {
        [10, 15, 30, 60].into_iter().flat_map(move |period_s| {
            kinds
                .into_iter()
                .map(move |(has_odometer, rounds)| Tracker {
                    unit,
                    period_s,
                    has_odometer,
                    rounds,
                })
        })
    })
}

fn id(vehicle: usize) -> DeviceId {
    DeviceId::from(vehicle.to_string())
}

/// What the histories of some vehicles decide.
fn found(fleet: &[Vec<Location>]) -> Option<SpeedUnit> {
    let mut knowledge = SpeedKnowledge::default();
    for (vehicle, fixes) in fleet.iter().enumerate() {
        knowledge.study(&id(vehicle), fixes, long_after());
    }
    knowledge.reading().found.map(|found| found.unit)
}

#[test]
fn three_vehicles_of_an_hour_tell_either_unit_however_often_they_report() {
    for tracker in trackers() {
        for seed in 0..25 {
            let fleet = [1, 2, 3].map(|vehicle| drive(tracker, 60, seed * 10 + vehicle));
            let Tracker { unit, period_s, .. } = tracker;
            assert_eq!(found(&fleet), Some(unit), "every {period_s} s, seed {seed}");
        }
    }
}

#[test]
fn at_every_step_of_a_day_the_wrong_unit_is_never_found() {
    for tracker in trackers() {
        let mut knowledge = SpeedKnowledge::default();
        let fleet: Vec<_> = (0..5)
            .map(|seed| drive(tracker, 240, 1_000 + seed))
            .collect();
        for step in 0..fleet[0].len() {
            for (vehicle, fixes) in fleet.iter().enumerate() {
                knowledge.follow(&id(vehicle), &fixes[step], long_after());
                let found = knowledge.reading().found.map(|found| found.unit);
                assert!(found.is_none_or(|unit| unit == tracker.unit));
            }
        }
    }
}

#[test]
fn a_quarter_of_an_hour_of_two_vehicles_mostly_decides() {
    let mut decided = 0;
    let mut tried = 0;
    for tracker in trackers() {
        for seed in 0..25 {
            let [one, other] = [1, 2].map(|vehicle| drive(tracker, 15, seed * 10 + vehicle));
            let found = found(&[one, other]);
            assert!(found.is_none_or(|unit| unit == tracker.unit));
            tried += 1;
            decided += i32::from(found.is_some());
        }
    }
    assert!(decided * 2 > tried, "{decided} of {tried}");
}

#[test]
fn few_stretches_vote_for_the_wrong_unit() {
    for tracker in trackers() {
        let (mut right, mut wrong) = (0, 0);
        for stretch in stretches(&drive(tracker, 6_000, 77)) {
            if stretch.unit == tracker.unit {
                right += 1;
            } else {
                wrong += 1;
            }
        }
        let Tracker { unit, period_s, .. } = tracker;
        assert!(
            wrong * 50 < right,
            "{unit:?} every {period_s} s: {wrong} wrong, {right} right"
        );
    }
}

fn stretches(fixes: &[Location]) -> Vec<Stretch> {
    let mut run = Run::default();
    let stretches = fixes.iter().filter_map(|fix| run.go_on(fix, long_after()));
    stretches.collect()
}

/// The units that six half-minute fixes due north tell, driven at 15 m/s and told in m/s but for what
/// the case changes of each.
fn told(change: impl Fn(usize, &mut Location)) -> Vec<SpeedUnit> {
    let fix = |number: usize| {
        let seconds = 30 * number as i64;
        let mut fix = Location {
            speed_raw: Some(15.0 + (number % 2) as f64 / 2.0),
            ..Location::new(
                start() + TimeDelta::seconds(seconds),
                LATITUDE + 15.0 * seconds as f64 / METRES_PER_DEGREE,
                -71.2,
            )
        };
        change(number, &mut fix);
        fix
    };
    let fixes: Vec<_> = (0..6).map(fix).collect();
    let stretches = stretches(&fixes);
    stretches.iter().map(|stretch| stretch.unit).collect()
}

fn times(fix: &mut Location, factor: f64) {
    fix.speed_raw = fix.speed_raw.map(|raw| raw * factor);
}

#[test]
fn a_clean_stretch_tells_its_unit() {
    assert_eq!(told(|_, _| {}), [SpeedUnit::MetresPerSecond]);
    let in_kmh = told(|_, fix| times(fix, 3.6));
    assert_eq!(in_kmh, [SpeedUnit::KilometresPerHour]);
}

#[test]
fn knots_and_miles_an_hour_tell_nothing() {
    for factor in [1.944, 2.237] {
        assert_eq!(told(|_, fix| times(fix, factor)), []);
    }
}

#[test]
fn what_cannot_tell_tells_nothing() {
    type Change = fn(usize, &mut Location);
    let cases: [(&str, Change); 11] = [
        ("the same fix again and again", |number, fix| {
            fix.time -= TimeDelta::seconds(30 * number as i64);
        }),
        ("a stuck point", |_, fix| fix.latitude = LATITUDE),
        ("a stuck point on the way", |number, fix| {
            if number == 3 {
                fix.latitude = LATITUDE + 15.0 * 60.0 / METRES_PER_DEGREE;
            }
        }),
        ("times out of order", |number, fix| {
            fix.time -= TimeDelta::seconds(60 * number as i64);
        }),
        ("times from the future", |_, fix| {
            fix.time += TimeDelta::days(365)
        }),
        ("too long between", |number, fix| {
            fix.time += TimeDelta::minutes(2 * number as i64);
        }),
        ("no speed", |_, fix| fix.speed_raw = None),
        ("speed 0 all the time", |_, fix| fix.speed_raw = Some(0.0)),
        ("a frozen speed", |_, fix| fix.speed_raw = Some(15.0)),
        ("a negative speed", |_, fix| times(fix, -1.0)),
        ("no reception", |_, fix| {
            fix.latitude = 0.0;
            fix.longitude = 0.0;
        }),
    ];
    for (what, change) in cases {
        assert_eq!(told(change), [], "{what}");
    }
    let jumps = told(|number, fix| {
        fix.latitude += number as f64;
        times(fix, 250.0);
    });
    assert_eq!(jumps, []);
}

#[test]
fn an_odometer_is_believed_only_if_it_is_plausible() {
    // Told in m/s, on a winding road that the straight lines cut by 38 %.
    let with = |km_a_step: f64| {
        told(|number, fix| {
            times(fix, 1.6);
            fix.mileage_km = Some(1_000.0 + km_a_step * number as f64);
        })
    };
    assert_eq!(with(0.66), [SpeedUnit::MetresPerSecond]);
    // In miles, standing still, running backwards, in metres.
    for implausible in [0.41, 0.0, -0.66, 660.0, f64::NAN] {
        assert_eq!(with(implausible), []);
    }
}

#[test]
fn a_frozen_speed_does_not_mislead_a_fleet() {
    let tracker = Tracker {
        unit: SpeedUnit::KilometresPerHour,
        period_s: 30,
        has_odometer: false,
        rounds: true,
    };
    let mut fleet = [11, 12, 13].map(|seed| drive(tracker, 60, seed));
    for fix in &mut fleet[0] {
        fix.speed_raw = Some(11.0);
    }
    assert_eq!(found(&fleet), Some(SpeedUnit::KilometresPerHour));
}
