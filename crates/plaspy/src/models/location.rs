//! A location (a fix): where a device was at one moment, and what its sensors said.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    envelope::{FromObject, Indispensable},
    fields::Fields,
};

/// A location of a device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Location {
    /// When the tracker measured it.
    pub time: DateTime<Utc>,
    /// Degrees, -90 to 90.
    pub latitude: f64,
    /// Degrees, -180 to 180.
    pub longitude: f64,
    /// The speed as the service gives it, in a unit that **nobody documents**: m/s on an older
    /// page, km/h in the web application. Whoever shows it decides the unit first.
    pub speed_raw: Option<f64>,
    /// Degrees clockwise from north, 0 to 360.
    pub course_deg: Option<f64>,
    /// Charge of the battery in percent.
    pub battery_percent: Option<f64>,
    /// Level of the tank in percent.
    pub fuel_percent: Option<f64>,
    /// Level of the second tank in percent.
    pub fuel2_percent: Option<f64>,
    /// Degrees Celsius.
    pub temperature_c: Option<f64>,
    /// Degrees Celsius at the second sensor.
    pub temperature2_c: Option<f64>,
    /// `sensorTime1..4`: the time since each sensor became active, in a unit that isn't documented.
    pub sensor_times_raw: [Option<i64>; 4],
    /// Seconds without movement.
    pub inactive_s: Option<i64>,
    /// Revolutions of the engine per minute.
    pub rpm: Option<i64>,
    /// Mileage in km (`milleage` on the wire).
    pub mileage_km: Option<f64>,
    /// Codes of warnings.
    pub warnings: Vec<String>,
    /// Texts of the warnings.
    pub warning_texts: Vec<String>,
    /// Codes of alerts.
    pub alerts: Vec<String>,
    /// Texts of the alerts.
    pub alert_texts: Vec<String>,
    /// Whether an alert asks for attention at once.
    pub has_critical_alert: Option<bool>,
    /// Whatever else the tracker reports, as text by name.
    pub attributes: BTreeMap<String, String>,
    /// The same for each accessory.
    pub accessories: Vec<BTreeMap<String, String>>,
    /// Digital input lines 1..n in order; line 1 is mostly the ignition. `None` for a line in its
    /// place that can't be read.
    pub inputs: Vec<Option<bool>>,
    /// Digital output lines 1..n in order.
    pub outputs: Vec<Option<bool>>,
    /// Wire names of the fields that came and could not be read.
    pub unreadable: Vec<String>,
}

impl Location {
    /// A location of which nothing but time and place (in degrees) is known.
    #[must_use]
    pub fn new(time: DateTime<Utc>, latitude: f64, longitude: f64) -> Self {
        Self {
            time,
            latitude,
            longitude,
            speed_raw: None,
            course_deg: None,
            battery_percent: None,
            fuel_percent: None,
            fuel2_percent: None,
            temperature_c: None,
            temperature2_c: None,
            sensor_times_raw: [None; 4],
            inactive_s: None,
            rpm: None,
            mileage_km: None,
            warnings: Vec::new(),
            warning_texts: Vec::new(),
            alerts: Vec::new(),
            alert_texts: Vec::new(),
            has_critical_alert: None,
            attributes: BTreeMap::new(),
            accessories: Vec::new(),
            inputs: Vec::new(),
            outputs: Vec::new(),
            unreadable: Vec::new(),
        }
    }
}

/// Time and place, without which there is no fix.
pub(super) struct Fix {
    pub(super) time: DateTime<Utc>,
    pub(super) latitude: f64,
    pub(super) longitude: f64,
}

impl Fix {
    pub(super) fn take(fields: &mut Fields) -> Result<Self, Indispensable> {
        let mut degrees = |name, limit: f64| {
            let degrees = fields
                .take_f64(name)
                .filter(|degrees| degrees.abs() <= limit);
            degrees.ok_or(Indispensable(name))
        };
        Ok(Self {
            latitude: degrees("latitude", 90.0)?,
            longitude: degrees("longitude", 180.0)?,
            time: fields
                .take_time("dateTime")
                .ok_or(Indispensable("dateTime"))?,
        })
    }
}

impl FromObject for Location {
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
            speed_raw: fields.take_f64("speed"),
            course_deg: fields.take_f64("course"),
            battery_percent: fields.take_f64("battery"),
            fuel_percent: fields.take_f64("fuel"),
            fuel2_percent: fields.take_f64("fuel2"),
            temperature_c: fields.take_f64("temperature"),
            temperature2_c: fields.take_f64("temperature2"),
            sensor_times_raw: ["sensorTime1", "sensorTime2", "sensorTime3", "sensorTime4"]
                .map(|name| fields.take_i64(name)),
            inactive_s: fields.take_i64("inactiveSeconds"),
            rpm: fields.take_i64("rpm"),
            mileage_km: fields.take_f64("milleage"),
            warnings: fields.take_texts("warnings"),
            warning_texts: fields.take_texts("warningTexts"),
            alerts: fields.take_texts("alerts"),
            alert_texts: fields.take_texts("alertTexts"),
            has_critical_alert: fields.take_bool("hasCriticalAlert"),
            attributes: fields.take_texts_by_name("attributes"),
            accessories: fields.take_list_of_texts_by_name("accessoriesAttributes"),
            inputs: fields.take_lines("inputs"),
            outputs: fields.take_lines("outputs"),
            unreadable: fields.into_unreadable(),
        })
    }
}

/// What `lastLocation` holds: `None` also for an object of nothing but nulls, as a device that
/// never reported may have.
pub(crate) struct LastLocation(pub(crate) Option<Location>);

impl FromObject for LastLocation {
    fn from_object(object: Map<String, Value>) -> Result<Self, Indispensable> {
        let absent = |name| object.get(name).is_none_or(Value::is_null);
        if ["dateTime", "latitude", "longitude"]
            .into_iter()
            .all(absent)
        {
            return Ok(Self(None));
        }
        Location::from_object(object).map(|location| Self(Some(location)))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn location(mut more: Value) -> Result<Location, &'static str> {
        let mut object = Map::from_iter([
            ("dateTime".to_owned(), json!("2024-06-01T12:00:00")),
            ("latitude".to_owned(), json!(-29.9)),
            ("longitude".to_owned(), json!("-71.25")),
        ]);
        object.append(more.as_object_mut().expect("tests give objects"));
        Location::from_object(object).map_err(|missing| missing.0)
    }

    #[test]
    fn time_and_place_suffice_for_a_fix() {
        let location = location(json!({})).expect("a fix");
        assert_eq!(location.time.to_rfc3339(), "2024-06-01T12:00:00+00:00");
        assert_eq!((location.latitude, location.longitude), (-29.9, -71.25));
        assert_eq!((location.speed_raw, location.unreadable.len()), (None, 0));
    }

    #[test]
    fn without_time_or_place_there_is_no_fix() {
        assert_eq!(location(json!({ "dateTime": null })), Err("dateTime"));
        assert_eq!(location(json!({ "latitude": 90.1 })), Err("latitude"));
        assert_eq!(location(json!({ "longitude": "west" })), Err("longitude"));
    }

    #[test]
    fn unreadable_fields_are_named_and_cost_nothing_else() {
        let location = location(json!({
            "speed": { "value": 3 }, "battery": "85", "milleage": "12.5", "rpm": 85.0,
            "hasCriticalAlert": "perhaps", "alerts": null, "inputs": [true, null],
        }))
        .expect("a fix");
        assert_eq!(location.battery_percent, Some(85.0));
        assert_eq!(location.mileage_km, Some(12.5));
        assert_eq!(location.rpm, Some(85));
        assert_eq!(location.inputs, [Some(true), None]);
        assert_eq!(
            (location.speed_raw, location.has_critical_alert),
            (None, None)
        );
        assert_eq!(location.unreadable, ["speed", "hasCriticalAlert"]);
    }

    #[test]
    fn a_last_location_of_nulls_means_never_reported() {
        let last = |value: Value| {
            LastLocation::from_object(value.as_object().cloned().expect("tests give objects"))
                .map(|last| last.0.is_some())
                .map_err(|missing| missing.0)
        };
        assert_eq!(last(json!({ "dateTime": null, "speed": 0 })), Ok(false));
        assert_eq!(last(json!({ "dateTime": "2024-06-01" })), Err("latitude"));
    }
}
