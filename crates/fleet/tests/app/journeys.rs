//! Trips that are found in what trackers told, held against what the vehicles of the sandbox drove.

use chrono::{DateTime, TimeDelta, Utc};
use fleet::history::past::Past;
use fleet::history::trips::TripRules;
use fleet::place::Places;
use fleet::speed::SpeedUnit;
use fleet::view::groups::DeviceRef;
use fleet::view::history::{DistanceSource, TripView};
use plaspy::DeviceId;
use plaspy::models::{Location, RangeQuery};
use plaspy_sandbox::{Config, Drive};

use crate::world::World;

/// Longer than any tracker of the sandbox waits with a report unless it fell silent.
const SILENT_S: f64 = 600.0;

/// What a device told, and what it drove.
struct Told {
    fixes: Vec<Location>,
    drives: Vec<Drive>,
}

impl Told {
    async fn of(world: &World, device: &DeviceId, from: DateTime<Utc>, hours: i64) -> Self {
        let to = from + TimeDelta::hours(hours);
        let client = world.someone_else();
        let range = RangeQuery { from, to };
        let answer = client.query_locations(device, &range);
        // Whole drives around the range too: those that its ends cut are not judged.
        let day = TimeDelta::days(1);
        Self {
            fixes: answer.await.expect("answered").value.items,
            drives: world.sandbox.drives(device.as_str(), from - day, to + day),
        }
    }

    fn trips(&self, tells_odometer: bool) -> Vec<TripView> {
        let fixes = self.fixes.iter().cloned().map(|fix| Location {
            mileage_km: fix.mileage_km.filter(|_| tells_odometer),
            ..fix
        });
        let now = DateTime::<Utc>::MAX_UTC - TimeDelta::days(1_000);
        let rules = TripRules::default();
        let past = Past::new(fixes, SpeedUnit::MetresPerSecond, rules, now);
        let device = DeviceRef {
            id: String::new(),
            name: String::new(),
            is_listed: true,
        };
        past.journeys(device, false, chrono_tz::UTC, &Places::none())
            .trips
    }

    fn times(&self) -> Vec<f64> {
        self.fixes.iter().map(|fix| seconds(fix.time)).collect()
    }

    /// Whether the tracker was never silent.
    fn is_whole(&self) -> bool {
        let times = self.times();
        times.len() > 100 && times.windows(2).all(|pair| pair[1] - pair[0] <= SILENT_S)
    }

    /// Whether the fixes of a stand tell that it was a stop.
    fn tells_stop(&self, from_s: f64, to_s: f64) -> bool {
        let times = self.times();
        let within: Vec<f64> = times
            .into_iter()
            .filter(|at| (from_s..=to_s).contains(at))
            .collect();
        let rules = TripRules::default();
        match (within.first(), within.last()) {
            (Some(first), Some(last)) => last - first >= f64::from(rules.stop_after_s),
            _ => false,
        }
    }

    /// What was driven between stops that the fixes tell, where they tell both.
    fn journeys(&self) -> Vec<Drive> {
        let mut journeys: Vec<Drive> = Vec::new();
        let mut open: Option<Drive> = None;
        for pair in self.drives.windows(2) {
            let (before, after) = (pair[0], pair[1]);
            let is_stop = self.tells_stop(before.to_s, after.from_s);
            match &mut open {
                Some(journey) if !is_stop => {
                    journey.to_s = after.to_s;
                    journey.length_m += after.length_m;
                    journey.is_of_home |= after.is_of_home;
                }
                _ if !is_stop => {}
                _ => {
                    journeys.extend(open.take());
                    open = Some(after);
                }
            }
        }
        journeys
    }

    /// How long the fix before a moment and the one after it lie apart.
    fn interval_s(&self, at_s: f64) -> f64 {
        let times = self.times();
        let after = times.partition_point(|time| *time < at_s);
        match (
            after.checked_sub(1).map(|before| times[before]),
            times.get(after),
        ) {
            (Some(before), Some(after)) => after - before,
            _ => 0.0,
        }
    }
}

fn seconds(at: DateTime<Utc>) -> f64 {
    at.timestamp_millis() as f64 / 1_000.0
}

/// The morning of a working day, some days before the sandbox's.
fn morning() -> DateTime<Utc> {
    DateTime::from_timestamp(1_784_023_200, 0).expect("a time")
}

async fn devices(world: &World) -> Vec<DeviceId> {
    let listed = world.someone_else().list_devices().await;
    let devices = listed.expect("answered").value.items;
    devices.into_iter().map(|device| device.id).collect()
}

#[tokio::test]
async fn the_journeys_that_were_driven_are_found_and_as_long_as_they_were() {
    let world = World::new(8).await;
    let mut judged = 0;
    for device in devices(&world).await {
        let told = Told::of(&world, &device, morning(), 24).await;
        if !told.is_whole() {
            continue;
        }
        let trips = told.trips(true);
        let journeys = told.journeys();
        // What the ends of the range cut is found and not judged.
        assert!(
            (journeys.len()..=journeys.len() + 2).contains(&trips.len()),
            "{} of {} were found",
            trips.len(),
            journeys.len()
        );
        let (mut driven_m, mut found_m) = (0.0, 0.0);
        for journey in &journeys {
            let found = trips
                .iter()
                .find(|trip| seconds(trip.end.at) > journey.from_s)
                .expect("it is found");
            for (at, driven_s) in [
                (found.start.at, journey.from_s),
                (found.end.at, journey.to_s),
            ] {
                let off_s = (seconds(at) - driven_s).abs();
                assert!(
                    off_s <= told.interval_s(driven_s),
                    "{device}: {off_s} s off, reports came every {} s",
                    told.interval_s(driven_s)
                );
            }
            assert_eq!(found.sums.distance_source, DistanceSource::Odometer);
            driven_m += journey.length_m;
            found_m += found.sums.distance_m;
            // The odometer counts in hundreds of metres.
            let off_m = (found.sums.distance_m - journey.length_m).abs();
            assert!(
                off_m <= f64::max(101.0, journey.length_m * 0.01),
                "{off_m} m off"
            );
        }
        assert!(
            (found_m / driven_m - 1.0).abs() <= 0.01,
            "{found_m} m of {driven_m} m"
        );
        judged += journeys.len();
    }
    assert!(judged >= 50, "{judged} journeys were judged");
}

#[tokio::test]
async fn straight_lines_are_as_long_as_the_way_where_reports_come_each_second() {
    let world = World::of(Config {
        devices: 6,
        report_every_s: Some(1),
        ..Config::default()
    })
    .await;
    let (mut driven_m, mut found_m, mut judged) = (0.0, 0.0, 0);
    for device in devices(&world).await {
        let told = Told::of(&world, &device, morning(), 3).await;
        if !told.is_whole() {
            continue;
        }
        let trips = told.trips(false);
        for journey in told.journeys().iter().filter(|it| !it.is_of_home) {
            let found = trips
                .iter()
                .find(|trip| seconds(trip.end.at) > journey.from_s)
                .expect("it is found");
            assert_eq!(found.sums.distance_source, DistanceSource::StraightLines);
            // A short one may be all bends.
            let ratio = found.sums.distance_m / journey.length_m;
            assert!((ratio - 1.0).abs() <= 0.03, "{ratio} of a way");
            driven_m += journey.length_m;
            found_m += found.sums.distance_m;
            judged += 1;
        }
    }
    assert!(judged >= 5, "{judged} journeys were judged");
    assert!(
        (found_m / driven_m - 1.0).abs() <= 0.01,
        "{found_m} m of {driven_m} m"
    );
}
