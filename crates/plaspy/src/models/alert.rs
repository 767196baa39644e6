//! An alert that a device raised.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::location::Fix;
use crate::{
    envelope::{FromObject, Indispensable},
    fields::Fields,
};

/// An alert of a device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alert {
    /// When it was raised.
    pub time: DateTime<Utc>,
    /// Degrees, -90 to 90.
    pub latitude: f64,
    /// Degrees, -180 to 180.
    pub longitude: f64,
    /// The alert in words.
    pub text: Option<String>,
    /// Who was told, and how.
    pub notifications: Vec<String>,
    /// Names of the alerts, see [`KNOWN_ALERT_NAMES`].
    pub alerts: Vec<String>,
    /// Wire names of the fields that came and could not be read.
    pub unreadable: Vec<String>,
}

impl FromObject for Alert {
    fn from_object(object: Map<String, Value>) -> Result<Self, Indispensable> {
        let mut fields = Fields::new(object);
        let Fix {
            time,
            latitude,
            longitude,
        } = Fix::take(&mut fields)?;
        Ok(Self {
            time,
            latitude,
            longitude,
            text: fields.take_text("text"),
            notifications: fields.take_texts("notifications"),
            alerts: fields.take_texts("alerts"),
            unreadable: fields.into_unreadable(),
        })
    }
}

/// The names of alerts that the service documents. The set is open: others come and may be asked
/// for.
#[rustfmt::skip]
pub const KNOWN_ALERT_NAMES: &[&str] = &[
    "GPSOff", "GPSNoSignal", "ForbiddenArea", "AllowedArea", "SOSButton", "SpeedLimit", "NoMovementTime",
    "Sensor1On", "Sensor2On", "Sensor3On", "Sensor4On",
    "Sensor1Off", "Sensor2Off", "Sensor3Off", "Sensor4Off",
    "GPSUnplugged", "TemperatureGreaterThan", "TemperatureLowerThan", "Temperature2LessThan",
    "Temperature2GreaterThan", "FuelJumpDown", "FuelJumpUp", "FuelLessThan", "FuelJumpDown2", "FuelJumpUp2",
    "FuelLessThan2", "FutureDate", "PastDate", "ExpiredDate", "Mileage", "Vibration", "RPM", "CheckPoint",
    "CheckArea", "SpeedLower", "Offline", "LowBattery", "BatteryVoltage", "SleepMode", "Route",
    "Sensor1Time", "Sensor2Time", "Sensor3Time", "Sensor4Time",
    "SensorAccumulated1Time", "SensorAccumulated2Time", "SensorAccumulated3Time", "SensorAccumulated4Time",
    "AttributeEquals", "AttributeLessThan", "AttributeGreaterThan", "HarshBraking", "HarshAcceleration",
    "AuthenticationFailed", "IdleTime",
];
