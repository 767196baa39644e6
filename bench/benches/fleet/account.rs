//! An account of any size, always the same: names, tags and fixes as the sandbox has them, half of
//! the vehicles in one city and the others around the world.

use chrono::{DateTime, TimeDelta, Utc};
use fleet::fleet::{DeviceList, Fix, Fleet};
use fleet::place::Places;
use fleet::status::Thresholds;
use fleet::view::map::Bounds;
use plaspy::models::{self, Location};
use plaspy::{DeviceId, Listing};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};

const CITY: (f64, f64) = (-29.95, -71.3);

/// An account.
pub(crate) struct Account {
    spots: Vec<(f64, f64)>,
    places: Places,
    chance: StdRng,
    now: DateTime<Utc>,
}

impl Account {
    pub(crate) fn new(size: usize) -> Self {
        let mut chance = StdRng::seed_from_u64(7);
        let spots = (0..size).map(|number| {
            let (latitude, longitude) = match number % 2 {
                0 => CITY,
                _ => (
                    chance.random_range(-50.0..60.0),
                    chance.random_range(-170.0..170.0),
                ),
            };
            let mut near = || chance.random_range(-0.12..0.12);
            (latitude + near(), longitude + near())
        });
        Self {
            spots: spots.collect(),
            places: Places::built_in().unwrap_or_else(|_| Places::none()),
            chance,
            now: DateTime::UNIX_EPOCH + TimeDelta::days(20_000),
        }
    }

    pub(crate) fn size(&self) -> usize {
        self.spots.len()
    }

    pub(crate) fn id(&self, number: usize) -> DeviceId {
        DeviceId::from(format!("d{number:06}"))
    }

    /// The list, ready to be taken over.
    pub(crate) fn list(&self) -> DeviceList {
        let items = (0..self.size()).map(|number| models::Device {
            name: Some(format!(
                "Camión {:05} {}",
                number * 7_919 % 100_003,
                ["norte", "sur"][number % 2]
            )),
            description: Some(format!("Reparto {}", number % 40)),
            phone_number: Some(format!(
                "+56 9 {:04} {:04}",
                number / 10_000,
                number % 10_000
            )),
            tags: [("driver", "María Pérez"), ("plate", "KXYZ-21")]
                .map(|(name, text)| (name.to_owned(), text.to_owned()))
                .into(),
            ..models::Device::new(self.id(number))
        });
        DeviceList::new(Listing {
            items: items.collect(),
            lost: 0,
        })
    }

    /// A fleet of which every device was asked, in forty groups.
    pub(crate) fn fleet(&mut self) -> Fleet {
        let mut fleet = Fleet::new(Thresholds::default());
        fleet.take_list(&mut self.list());
        let groups = (0..40).map(|group| models::Group {
            devices: (group..self.size())
                .step_by(40)
                .map(|number| self.id(number))
                .collect(),
            ..models::Group::new(format!("g{group}").into())
        });
        fleet.regroup(Listing {
            items: groups.collect(),
            lost: 0,
        });
        for number in 0..self.size() {
            let (id, fix, at) = self.fix(number);
            fleet.fold(&id, Some(fix), at);
        }
        fleet
    }

    /// A newer fix of some device.
    pub(crate) fn some_fix(&mut self) -> (DeviceId, Fix, DateTime<Utc>) {
        let number = self.chance.random_range(0..self.size());
        self.fix(number)
    }

    fn fix(&mut self, number: usize) -> (DeviceId, Fix, DateTime<Utc>) {
        self.now += TimeDelta::milliseconds(10);
        let spot = &mut self.spots[number];
        spot.0 += self.chance.random_range(-0.001..0.001);
        spot.1 += self.chance.random_range(-0.001..0.001);
        let ignition = self.chance.random_bool(0.5);
        let speed: f64 = if ignition {
            self.chance.random_range(0.0..30.0)
        } else {
            0.0
        };
        let location = Location {
            speed_raw: Some((speed * 10.0).round() / 10.0),
            course_deg: Some(f64::from(self.chance.random_range(0..360))),
            battery_percent: Some(f64::from(self.chance.random_range(0..100))),
            fuel_percent: Some(f64::from(self.chance.random_range(0..100))),
            temperature_c: Some(21.5),
            inactive_s: Some(0),
            rpm: Some(800),
            mileage_km: Some(120_345.6),
            has_critical_alert: Some(self.chance.random_bool(0.001)),
            attributes: [
                ("Event", "2"),
                ("Satellites", "11"),
                ("HDOP", "0.9"),
                ("Voltage", "13.8"),
            ]
            .into_iter()
            .collect(),
            inputs: vec![Some(ignition), Some(false)],
            outputs: vec![Some(false)],
            ..Location::new(
                self.now - TimeDelta::seconds(self.chance.random_range(1..200)),
                spot.0,
                spot.1,
            )
        };
        let place = self.places.nearest(spot.0, spot.1);
        (self.id(number), Fix::new(location, place), self.now)
    }

    /// Where some device is.
    pub(crate) fn some_position(&mut self) -> (f64, f64) {
        let number = self.chance.random_range(0..self.size());
        self.spots[number]
    }
}

/// What a window of 1280 by 800 pixels shows around a point.
pub(crate) fn viewport((latitude, longitude): (f64, f64), zoom: u8) -> Bounds {
    let degree_px = 512.0 * f64::from(zoom).exp2() / 360.0;
    let (across, up) = (
        640.0 / degree_px,
        400.0 / degree_px * latitude.to_radians().cos(),
    );
    Bounds {
        west: (longitude - across).max(-180.0),
        south: (latitude - up).max(-85.0),
        east: (longitude + across).min(180.0),
        north: (latitude + up).min(85.0),
    }
}
