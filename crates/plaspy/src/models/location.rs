//! A location (a fix): where a device was at one moment, and what its sensors said.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::TextMap;
use crate::decode::{Field, Indispensable, Readable, Source};

/// A location of a device. Written by serde, what is absent or empty is left out: programs keep many.
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speed_raw: Option<f64>,
    /// Degrees clockwise from north, 0 to 360.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub course_deg: Option<f64>,
    /// Charge of the battery in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub battery_percent: Option<f64>,
    /// Level of the tank in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fuel_percent: Option<f64>,
    /// Level of the second tank in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fuel2_percent: Option<f64>,
    /// Degrees Celsius.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temperature_c: Option<f64>,
    /// Degrees Celsius at the second sensor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temperature2_c: Option<f64>,
    /// `sensorTime1..4`: the time since each sensor became active, in a unit that isn't documented.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub sensor_times_raw: [Option<i64>; 4],
    /// Seconds without movement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inactive_s: Option<i64>,
    /// Revolutions of the engine per minute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rpm: Option<i64>,
    /// Mileage in km (`milleage` on the wire).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mileage_km: Option<f64>,
    /// Codes of warnings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
    /// Texts of the warnings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warning_texts: Vec<String>,
    /// Codes of alerts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alerts: Vec<String>,
    /// Texts of the alerts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alert_texts: Vec<String>,
    /// Whether an alert asks for attention at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_critical_alert: Option<bool>,
    /// Whatever else the tracker reports, as text by name.
    #[serde(default, skip_serializing_if = "TextMap::is_empty")]
    pub attributes: TextMap,
    /// The same for each accessory.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accessories: Vec<TextMap>,
    /// Digital input lines 1..n in order; line 1 is mostly the ignition. `None` for a line in its
    /// place that can't be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<Option<bool>>,
    /// Digital output lines 1..n in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outputs: Vec<Option<bool>>,
    /// Wire names of the fields that came and could not be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unreadable: Vec<String>,
}

fn is_blank(sensor_times: &[Option<i64>; 4]) -> bool {
    sensor_times.iter().all(Option::is_none)
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
            attributes: TextMap::default(),
            accessories: Vec::new(),
            inputs: Vec::new(),
            outputs: Vec::new(),
            unreadable: Vec::new(),
        }
    }
}

/// Time and place, without which there is no fix, as far as they have come.
#[derive(Debug, Default)]
pub(crate) struct FixDraft {
    time: Option<DateTime<Utc>>,
    latitude: Option<f64>,
    longitude: Option<f64>,
}

/// Time and place.
pub(super) struct Fix {
    pub(super) time: DateTime<Utc>,
    pub(super) latitude: f64,
    pub(super) longitude: f64,
}

impl FixDraft {
    const FIELDS: [&str; 3] = ["latitude", "longitude", "dateTime"];

    /// Takes a field that says time or place; gives back one that doesn't.
    pub(super) fn take<'a, 'de, S: Source<'de>>(
        &mut self,
        field: Field<'a, S>,
    ) -> Result<Option<Field<'a, S>>, S::Error> {
        match field.name() {
            "dateTime" => self.time = field.time()?,
            "latitude" => self.latitude = field.number()?,
            "longitude" => self.longitude = field.number()?,
            _ => return Ok(Some(field)),
        }
        Ok(None)
    }

    pub(super) fn finish(self) -> Result<Fix, Indispensable> {
        let within = |degrees: Option<f64>, limit| degrees.filter(|it| it.abs() <= limit);
        Ok(Fix {
            latitude: within(self.latitude, 90.0).ok_or(Indispensable("latitude"))?,
            longitude: within(self.longitude, 180.0).ok_or(Indispensable("longitude"))?,
            time: self.time.ok_or(Indispensable("dateTime"))?,
        })
    }

    /// Whether neither time nor place came, be it unreadably.
    fn is_blank(&self, unreadable: &[String]) -> bool {
        self.time.is_none()
            && self.latitude.is_none()
            && self.longitude.is_none()
            && !unreadable
                .iter()
                .any(|name| Self::FIELDS.contains(&name.as_str()))
    }
}

impl Readable for Location {
    /// Time and place, and the rest of a location whose own time and place say nothing.
    type Draft = (FixDraft, Self);

    fn begin() -> Self::Draft {
        let nowhere = Self::new(DateTime::UNIX_EPOCH, 0.0, 0.0);
        (FixDraft::default(), nowhere)
    }

    fn take<'de, S: Source<'de>>(
        (fix, location): &mut Self::Draft,
        field: Field<'_, S>,
    ) -> Result<(), S::Error> {
        let Some(field) = fix.take(field)? else {
            return Ok(());
        };
        match field.name() {
            "speed" => location.speed_raw = field.number()?,
            "course" => location.course_deg = field.number()?,
            "battery" => location.battery_percent = field.number()?,
            "fuel" => location.fuel_percent = field.number()?,
            "fuel2" => location.fuel2_percent = field.number()?,
            "temperature" => location.temperature_c = field.number()?,
            "temperature2" => location.temperature2_c = field.number()?,
            "sensorTime1" => location.sensor_times_raw[0] = field.integer()?,
            "sensorTime2" => location.sensor_times_raw[1] = field.integer()?,
            "sensorTime3" => location.sensor_times_raw[2] = field.integer()?,
            "sensorTime4" => location.sensor_times_raw[3] = field.integer()?,
            "inactiveSeconds" => location.inactive_s = field.integer()?,
            "rpm" => location.rpm = field.integer()?,
            "milleage" => location.mileage_km = field.number()?,
            "warnings" => location.warnings = field.texts()?,
            "warningTexts" => location.warning_texts = field.texts()?,
            "alerts" => location.alerts = field.texts()?,
            "alertTexts" => location.alert_texts = field.texts()?,
            "hasCriticalAlert" => location.has_critical_alert = field.boolean()?,
            "attributes" => location.attributes = field.texts_by_name()?.into(),
            "accessoriesAttributes" => {
                let accessories = field.list_of_texts_by_name()?.into_iter();
                location.accessories = accessories.map(TextMap::from).collect();
            }
            "inputs" => location.inputs = field.lines()?,
            "outputs" => location.outputs = field.lines()?,
            _ => field.skip()?,
        }
        Ok(())
    }

    fn finish(
        (fix, location): Self::Draft,
        unreadable: Vec<String>,
    ) -> Result<Self, Indispensable> {
        let Fix {
            time,
            latitude,
            longitude,
        } = fix.finish()?;
        Ok(Self {
            time,
            latitude,
            longitude,
            unreadable,
            ..location
        })
    }
}

/// What `lastLocation` holds: `None` also for an object without time and place, as a device that
/// never reported may have.
pub(crate) struct LastLocation(pub(crate) Option<Location>);

impl Readable for LastLocation {
    type Draft = <Location as Readable>::Draft;

    fn begin() -> Self::Draft {
        Location::begin()
    }

    fn take<'de, S: Source<'de>>(
        draft: &mut Self::Draft,
        field: Field<'_, S>,
    ) -> Result<(), S::Error> {
        Location::take(draft, field)
    }

    fn finish(draft: Self::Draft, unreadable: Vec<String>) -> Result<Self, Indispensable> {
        if draft.0.is_blank(&unreadable) {
            return Ok(Self(None));
        }
        Location::finish(draft, unreadable).map(|location| Self(Some(location)))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::decode::read_value;

    fn location(more: Value) -> Result<Location, &'static str> {
        let mut object = json!({
            "dateTime": "2024-06-01T12:00:00", "latitude": -29.9, "longitude": "-71.25",
        });
        for (name, value) in more.as_object().expect("tests give objects") {
            object[name] = value.clone();
        }
        read_value::<Location>(&object).map_err(|missing| missing.0)
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
        assert_eq!(location.unreadable, ["hasCriticalAlert", "speed"]);
    }

    #[test]
    fn a_last_location_of_nulls_means_never_reported() {
        let last = |value: Value| {
            read_value::<LastLocation>(&value)
                .map(|last| last.0.is_some())
                .map_err(|missing| missing.0)
        };
        assert_eq!(last(json!({ "dateTime": null, "speed": 0 })), Ok(false));
        assert_eq!(last(json!({ "dateTime": "2024-06-01" })), Err("latitude"));
    }
}
