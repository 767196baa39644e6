//! A fix as the store keeps it: what routes and statistics read in columns, the rest as compact JSON by
//! the names of its fields, so that a later version reads what it knows.

use chrono::DateTime;
use fleet_store::{FixReadings, FixRow};
use plaspy::models::{Location, TextMap};
use serde::{Deserialize, Serialize};

use super::raised::Told;

/// What is no column.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Rest {
    #[serde(skip_serializing_if = "is_blank")]
    sensor_times_raw: [Option<i64>; 4],
    #[serde(skip_serializing_if = "Option::is_none")]
    inactive_s: Option<i64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warning_texts: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alerts: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alert_texts: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_critical_alert: Option<bool>,
    #[serde(skip_serializing_if = "TextMap::is_empty")]
    attributes: TextMap,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    accessories: Vec<TextMap>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    outputs: Vec<Option<bool>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unreadable: Vec<String>,
}

fn is_blank(sensor_times: &[Option<i64>; 4]) -> bool {
    sensor_times.iter().all(Option::is_none)
}

/// The row of a location. Times are kept to the millisecond.
#[must_use]
pub fn row(location: Location) -> FixRow {
    let rest = Rest {
        sensor_times_raw: location.sensor_times_raw,
        inactive_s: location.inactive_s,
        warnings: location.warnings,
        warning_texts: location.warning_texts,
        alerts: location.alerts,
        alert_texts: location.alert_texts,
        has_critical_alert: location.has_critical_alert,
        attributes: location.attributes,
        accessories: location.accessories,
        outputs: location.outputs,
        unreadable: location.unreadable,
    };
    FixRow {
        at_ms: location.time.timestamp_millis(),
        latitude: location.latitude,
        longitude: location.longitude,
        readings: FixReadings {
            speed_raw: location.speed_raw,
            course_deg: location.course_deg,
            mileage_km: location.mileage_km,
            fuel_percent: location.fuel_percent,
            fuel2_percent: location.fuel2_percent,
            temperature_c: location.temperature_c,
            temperature2_c: location.temperature2_c,
            battery_percent: location.battery_percent,
            engine_rpm: location.rpm.map(|rpm| rpm as f64),
        },
        inputs: (!location.inputs.is_empty()).then(|| lines(&location.inputs)),
        // Nothing in it can fail to be written.
        rest: (rest != Rest::default())
            .then(|| serde_json::to_string(&rest).ok())
            .flatten(),
    }
}

/// The location of a row, without what is no column; `None` where no time is like that of the row.
#[must_use]
pub fn lean(row: &FixRow) -> Option<Location> {
    let time = DateTime::from_timestamp_millis(row.at_ms)?;
    let readings = &row.readings;
    Some(Location {
        speed_raw: readings.speed_raw,
        course_deg: readings.course_deg,
        mileage_km: readings.mileage_km,
        fuel_percent: readings.fuel_percent,
        fuel2_percent: readings.fuel2_percent,
        temperature_c: readings.temperature_c,
        temperature2_c: readings.temperature2_c,
        battery_percent: readings.battery_percent,
        rpm: readings.engine_rpm.map(|rpm| rpm as i64),
        inputs: row.inputs.as_deref().map(read_lines).unwrap_or_default(),
        ..Location::new(time, row.latitude, row.longitude)
    })
}

/// What a row's fix says of alerts; `None` where no time is like that of the row.
#[must_use]
pub fn told(row: &FixRow) -> Option<Told> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Alerts {
        alerts: Vec<String>,
        alert_texts: Vec<String>,
    }
    let at = DateTime::from_timestamp_millis(row.at_ms)?;
    // Most fixes carry none, and need not be read for that.
    let rest = row
        .rest
        .as_deref()
        .filter(|rest| rest.contains("\"alerts\""));
    let read = rest.and_then(|rest| serde_json::from_str::<Alerts>(rest).ok());
    let read = read.unwrap_or_default();
    Some(Told {
        at,
        codes: read.alerts,
        texts: read.alert_texts,
    })
}

/// The input lines, a character for each.
fn lines(inputs: &[Option<bool>]) -> String {
    let characters = inputs.iter().map(|line| match line {
        Some(true) => '1',
        Some(false) => '0',
        None => '-',
    });
    characters.collect()
}

fn read_lines(inputs: &str) -> Vec<Option<bool>> {
    let lines = inputs.chars().map(|character| match character {
        '1' => Some(true),
        '0' => Some(false),
        _ => None,
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn location() -> Location {
        let time = DateTime::from_timestamp_millis(1_800_000_000_123).expect("a time");
        Location {
            speed_raw: Some(12.5),
            rpm: Some(2_100),
            fuel2_percent: Some(40.0),
            inputs: vec![Some(true), None, Some(false)],
            ..Location::new(time, -30.25, -71.5)
        }
    }

    #[test]
    fn what_routes_read_comes_back_as_it_was() {
        let kept = row(location());
        assert_eq!(kept.inputs.as_deref(), Some("1-0"));
        assert_eq!(kept.rest, None, "nothing else was told");
        assert_eq!(lean(&kept), Some(location()));
    }

    #[test]
    fn what_only_a_closer_look_reads_is_kept_beside_it() {
        let told = Location {
            alerts: vec!["12".to_owned()],
            has_critical_alert: Some(true),
            outputs: vec![Some(false)],
            ..location()
        };
        let kept = row(told);
        let rest: Rest = serde_json::from_str(&kept.rest.expect("kept")).expect("read");
        assert_eq!(rest.alerts, ["12"]);
        assert_eq!(rest.has_critical_alert, Some(true));
        assert_eq!(rest.outputs, [Some(false)]);
    }
}
