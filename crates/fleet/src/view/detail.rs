//! One device, whole: everything that the service says of it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::rows::{DeviceRow, Position};

/// Everything known of one device.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeviceDetail {
    /// The fleet's revision that this view shows.
    pub revision: u64,
    /// What the list shows of it.
    pub row: DeviceRow,
    /// Until when it is not asked by itself, because the service gives no more results of it today.
    pub spent_until: Option<DateTime<Utc>>,
    /// The last fix; `None` for a device that never reported or was not asked yet.
    pub fix: Option<FixDetail>,
    /// Time and place of the last fix as they were reported, where they are not what the row shows.
    pub reported: Option<ReportedFix>,
}

/// A fix whose time or place is not believed, as it was reported.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportedFix {
    /// Where it says that the device is.
    pub position: Position,
    /// When it says that it was measured.
    pub fix_at: DateTime<Utc>,
    /// When the first in a row that are not believed was measured.
    pub since: DateTime<Utc>,
}

/// A fix, whole.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FixDetail {
    /// Speed as the service sent it, in the unit that the account's settings tell of.
    pub speed_raw: Option<f64>,
    /// Direction of travel, degrees clockwise from north.
    pub course_deg: Option<f64>,
    /// Fuel of the second tank.
    pub fuel2_percent: Option<f64>,
    /// First temperature sensor.
    pub temperature_c: Option<f64>,
    /// Second temperature sensor.
    pub temperature2_c: Option<f64>,
    /// For sensors 1 to 4, how long each has been active, in a unit that the service does not name.
    pub sensor_times_raw: [Option<i64>; 4],
    /// How long the vehicle has not moved, by the service.
    pub inactive_s: Option<i64>,
    /// Revolutions of the engine.
    pub engine_rpm: Option<i64>,
    /// Odometer.
    pub mileage_km: Option<f64>,
    /// Warnings, with their texts where the service gives them.
    pub warnings: Vec<Notice>,
    /// Alerts, with their texts where the service gives them.
    pub alerts: Vec<Notice>,
    /// Digital inputs 1..n; input 1 is usually the ignition. Null where one could not be read.
    pub inputs: Vec<Option<bool>>,
    /// Digital outputs 1..n.
    pub outputs: Vec<Option<bool>>,
    /// The tracker's own attributes, as they came.
    pub attributes: BTreeMap<String, String>,
    /// Attributes of accessories (beacons, tags), as they came.
    pub accessories: Vec<BTreeMap<String, String>>,
}

/// A warning or an alert.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Notice {
    /// The service's code.
    pub code: Option<String>,
    /// The service's text.
    pub text: Option<String>,
}

/// A group of the account, for the filter.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupSummary {
    /// The service's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many devices of the account's list it holds.
    pub devices: u32,
}
