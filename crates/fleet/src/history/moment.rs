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
