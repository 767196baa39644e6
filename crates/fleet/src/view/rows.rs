//! The device list: a page of rows, and how many devices there are of each status.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::filter::{DeviceFilter, Sort};
use crate::oddity::Oddity;
use crate::status::Status;

/// Asks for a page of the device list.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowsQuery {
    /// Which devices.
    pub filter: DeviceFilter,
    /// In which order.
    pub sort: Sort,
    /// How many rows to pass over.
    pub offset: u32,
    /// How many rows to answer, at most 500.
    pub limit: u32,
}

/// Tells which rows of the device list are on the screen.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowsLook {
    /// Which devices the list shows.
    pub filter: DeviceFilter,
    /// In which order.
    pub sort: Sort,
    /// The first row in sight.
    pub first: u32,
    /// The last row in sight.
    pub last: u32,
}

/// A page of the device list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowsPage {
    /// The fleet's revision that this page shows.
    pub revision: u64,
    /// All devices of the account.
    pub total: u32,
    /// Devices that pass the filter.
    pub matched: u32,
    /// Position of the first row among the matched ones.
    pub offset: u32,
    /// The rows.
    pub rows: Vec<DeviceRow>,
    /// Devices by status that pass all of the filter but its statuses.
    pub counts: StatusCounts,
    /// Devices with something odd that pass the filter, whether or not it asks for them.
    pub odd: u32,
}

/// How many devices have each status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatusCounts {
    /// On the move.
    pub moving: u32,
    /// Standing with the ignition on.
    pub idling: u32,
    /// Standing.
    pub parked: u32,
    /// Asked, and the last fix is old.
    pub silent: u32,
    /// Asked, and the service has no fix at all.
    pub never_reported: u32,
    /// Not asked yet since this account was opened.
    pub not_asked: u32,
}

/// One device in the list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeviceRow {
    /// The service's id.
    pub id: String,
    /// Its name; the id where the service gave none.
    pub name: String,
    /// Free text of the account.
    pub description: Option<String>,
    /// The SIM's number, as the service writes it.
    pub phone_number: Option<String>,
    /// Free pairs of the account.
    pub tags: BTreeMap<String, String>,
    /// End of the device's subscription.
    pub expires: Option<DateTime<Utc>>,
    /// Groups that hold the device, by name.
    pub groups: Vec<GroupLabel>,
    /// What the device does, by the rules of [`crate::status`].
    pub status: Status,
    /// Since when, where that is known.
    pub status_since: Option<StatusSince>,
    /// Where it was at the last fix; at the last good one while the place of that is not believed.
    pub position: Option<Position>,
    /// Speed at the last fix.
    pub speed_kmh: Option<f64>,
    /// When the fix at whose place it is shown was measured. A time in the future is not believed:
    /// this is when the fix first came then.
    pub fix_at: Option<DateTime<Utc>>,
    /// When the service last answered about this device.
    pub asked_at: Option<DateTime<Utc>>,
    /// Charge of the tracker.
    pub battery_percent: Option<f64>,
    /// Fuel of the first tank.
    pub fuel_percent: Option<f64>,
    /// Digital input 1.
    pub ignition: Option<bool>,
    /// The nearest town.
    pub place: Option<Place>,
    /// What the last fix raised, in the service's words.
    pub alerts: Vec<String>,
    /// The service says that it needs attention at once.
    pub critical: bool,
    /// It is on the watch list.
    pub is_watched: bool,
    /// Fields that the service sent and that could not be read, by their names on the wire.
    pub unreadable: Vec<String>,
    /// What is odd about the last fix.
    pub oddities: Vec<Oddity>,
}

/// A group's id and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupLabel {
    /// The service's id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A point on the globe, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Position {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

/// The populated place nearest to a fix.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Its name.
    pub name: String,
    /// The region that it lies in.
    pub region: Option<String>,
    /// ISO 3166-1 alpha-2 code of its country.
    pub country: String,
    /// From the fix to the middle of the place, as the crow flies.
    pub distance_m: f64,
}

/// Since when a device has its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatusSince {
    /// The time.
    pub at: DateTime<Utc>,
    /// How it is known.
    pub source: SinceSource,
}

/// How the start of a status is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SinceSource {
    /// Seen here, between two fixes.
    Observed,
    /// Told by the service (`inactiveSeconds`).
    Service,
}

/// Asks where a device stands in the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowIndexQuery {
    /// The device.
    pub id: String,
    /// Which devices the list shows.
    pub filter: DeviceFilter,
    /// In which order.
    pub sort: Sort,
}
