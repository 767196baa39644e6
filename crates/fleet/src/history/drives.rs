//! Drives by hand, for tests: a report every second.

use chrono::{DateTime, TimeDelta, Utc};

use super::moment::{Inputs, Moment};

const METRES_PER_DEGREE: f64 = 111_195.0;

pub(crate) fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
}

/// A vehicle on its way north.
pub(crate) struct Drive {
    moments: Vec<Moment>,
    at: DateTime<Utc>,
    latitude: f64,
    km: f64,
    ignition: bool,
}

impl Drive {
    pub(crate) fn new() -> Self {
        Self {
            moments: Vec::new(),
            at: start(),
            latitude: -30.0,
            km: 1_000.0,
            ignition: true,
        }
    }

    pub(crate) fn moments(&self) -> Vec<Moment> {
        self.moments.clone()
    }

    pub(crate) fn go(&mut self, seconds: u32, speed_kmh: f64) -> &mut Self {
        self.ignition = true;
        self.report(seconds, speed_kmh)
    }

    pub(crate) fn stand(&mut self, seconds: u32, ignition: bool) -> &mut Self {
        self.ignition = ignition;
        self.report(seconds, 0.0)
    }

    /// Nothing is heard for so long.
    pub(crate) fn silence(&mut self, seconds: u32, speed_kmh: f64) -> &mut Self {
        self.pass(seconds, speed_kmh);
        self
    }

    fn report(&mut self, seconds: u32, speed_kmh: f64) -> &mut Self {
        for _ in 0..seconds {
            self.pass(1, speed_kmh);
            self.moments.push(Moment {
                at: self.at,
                latitude: self.latitude,
                longitude: -71.0,
                speed_kmh: Some(speed_kmh),
                course_deg: Some(0.0),
                ignition: Some(self.ignition),
                inputs: Inputs::of(&[Some(self.ignition), Some(!self.ignition)]),
                mileage_km: Some((self.km * 10.0).floor() / 10.0),
                fuel_percent: None,
                fuel2_percent: None,
                temperature_c: None,
                temperature2_c: None,
                battery_percent: None,
                engine_rpm: None,
            });
        }
        self
    }

    fn pass(&mut self, seconds: u32, speed_kmh: f64) {
        let way_m = speed_kmh / 3.6 * f64::from(seconds);
        self.at += TimeDelta::seconds(i64::from(seconds));
        self.latitude += way_m / METRES_PER_DEGREE;
        self.km += way_m / 1_000.0;
    }
}
