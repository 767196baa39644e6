//! An alert that a device raised.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::location::{Fix, FixDraft};
use crate::decode::{Field, Indispensable, Readable, Source};

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

/// An alert as far as its fields have come.
#[derive(Debug, Default)]
pub(crate) struct AlertDraft {
    fix: FixDraft,
    text: Option<String>,
    notifications: Vec<String>,
    alerts: Vec<String>,
}

impl Readable for Alert {
    type Draft = AlertDraft;

    fn begin() -> AlertDraft {
        AlertDraft::default()
    }

    fn take<'de, S: Source<'de>>(
        draft: &mut AlertDraft,
        field: Field<'_, S>,
    ) -> Result<(), S::Error> {
        let Some(field) = draft.fix.take(field)? else {
            return Ok(());
        };
        match field.name() {
            "text" => draft.text = field.text()?,
            "notifications" => draft.notifications = field.texts()?,
            "alerts" => draft.alerts = field.texts()?,
            _ => field.skip()?,
        }
        Ok(())
    }

    fn finish(draft: AlertDraft, unreadable: Vec<String>) -> Result<Self, Indispensable> {
        let Fix {
            time,
            latitude,
            longitude,
        } = draft.fix.finish()?;
        Ok(Self {
            time,
            latitude,
            longitude,
            text: draft.text,
            notifications: draft.notifications,
            alerts: draft.alerts,
            unreadable,
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
