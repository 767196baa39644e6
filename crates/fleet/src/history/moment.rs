//! What routes and statistics read of a fix.

use chrono::{DateTime, Utc};
use plaspy::models::Location;

use crate::speed::SpeedUnit;

/// A fix as routes and statistics read it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// When it was measured.
    pub at: DateTime<Utc>,
    /// Degrees.
    pub latitude: f64,
    /// Degrees.
    pub longitude: f64,
    /// Kilometres an hour.
    pub speed_kmh: Option<f64>,
    /// Degrees clockwise from north.
    pub course_deg: Option<f64>,
    /// Whether the ignition (input 1) is on.
    pub ignition: Option<bool>,
    /// The input lines, the ignition among them.
    pub inputs: Inputs,
    /// The odometer.
    pub mileage_km: Option<f64>,
    /// Percent of the tank.
    pub fuel_percent: Option<f64>,
    /// Percent of the second tank.
    pub fuel2_percent: Option<f64>,
    /// Degrees Celsius.
    pub temperature_c: Option<f64>,
    /// Degrees Celsius at the second sensor.
    pub temperature2_c: Option<f64>,
    /// Percent of the battery.
    pub battery_percent: Option<f64>,
    /// Revolutions of the engine per minute.
    pub engine_rpm: Option<f64>,
}

/// The first lines of a tracker, a bit each, the first line in the lowest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Inputs {
    told: u8,
    on: u8,
}

impl Inputs {
    /// So many lines are looked at.
    pub const LINES: usize = 8;

    /// What is known of lines in their order.
    #[must_use]
    pub fn of(lines: &[Option<bool>]) -> Self {
        let mut inputs = Self::default();
        for (line, state) in lines.iter().take(Self::LINES).enumerate() {
            inputs.told |= u8::from(state.is_some()) << line;
            inputs.on |= u8::from(*state == Some(true)) << line;
        }
        inputs
    }

    /// Whether a line, from 0, is on; `None` where it was not told.
    #[must_use]
    pub fn line(self, line: usize) -> Option<bool> {
        let is_set = |bits: u8| line < Self::LINES && bits & (1 << line) != 0;
        is_set(self.told).then(|| is_set(self.on))
    }
}

impl Moment {
    /// A fix whose speed is in a unit. What is no number counts as not told.
    #[must_use]
    pub fn of(location: &Location, unit: SpeedUnit) -> Self {
        let finite = |value: Option<f64>| value.filter(|value| value.is_finite());
        Self {
            at: location.time,
            latitude: location.latitude,
            longitude: location.longitude,
            speed_kmh: finite(location.speed_raw.map(|raw| unit.kmh(raw))).filter(|it| *it >= 0.0),
            course_deg: finite(location.course_deg),
            ignition: location.inputs.first().copied().flatten(),
            inputs: Inputs::of(&location.inputs),
            mileage_km: finite(location.mileage_km),
            fuel_percent: finite(location.fuel_percent),
            fuel2_percent: finite(location.fuel2_percent),
            temperature_c: finite(location.temperature_c),
            temperature2_c: finite(location.temperature2_c),
            battery_percent: finite(location.battery_percent),
            engine_rpm: location.rpm.map(|rpm| rpm as f64),
        }
    }
}
