//! Alerts of the past as the window asks for them and shows them.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::bulk::DeviceSelection;
use super::groups::DeviceRef;
use super::history::FetchState;
use super::rows::Place;

/// Whole days of some devices. Days begin and end where the reader is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlertsQuery {
    /// Whose alerts.
    pub devices: DeviceSelection,
    /// The first day.
    pub first: NaiveDate,
    /// The last day, no earlier than the first.
    pub last: NaiveDate,
    /// The reader's time zone by its IANA name. One that is not known is read as UTC.
    pub time_zone: String,
}

/// Which of the alerts of some days are shown.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlertsShown {
    /// Whose, and of which days.
    pub of: AlertsQuery,
    /// The kinds, as [`AlertKindCount::name`] names them; all where none is named.
    pub kinds: Vec<String>,
}

/// Asks for a page of alerts.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlertRowsQuery {
    /// Which.
    pub shown: AlertsShown,
    /// How many rows to pass over.
    pub offset: u32,
    /// How many rows to answer, at most 500.
    pub limit: u32,
}

/// A page of alerts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlertsPage {
    /// All of them.
    pub matched: u32,
    /// Position of the first row.
    pub offset: u32,
    /// The rows, newest first.
    pub rows: Vec<PastAlertRow>,
}

/// An alert that a device raised.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PastAlertRow {
    /// When it was raised.
    pub at: DateTime<Utc>,
    /// Which device raised it.
    pub device: DeviceRef,
    /// The names of its kinds.
    pub names: Vec<String>,
    /// It in the service's words.
    pub text: Option<String>,
    /// Who was told, and how, in the service's words.
    pub told: Vec<String>,
    /// Degrees north of where it was raised.
    pub latitude: f64,
    /// Degrees east of where it was raised.
    pub longitude: f64,
    /// The nearest town.
    pub near: Option<Place>,
}

/// What the known alerts of some days come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlertsSummary {
    /// All of them.
    pub total: u32,
    /// Those of the kinds that are shown.
    pub matched: u32,
    /// Devices that raised those.
    pub devices: u32,
    /// Every kind there is, shown or not, the most frequent first.
    pub kinds: Vec<AlertKindCount>,
    /// Those that are shown, by day, oldest first.
    pub days: Vec<AlertDayCount>,
}

/// How many alerts there are of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlertKindCount {
    /// Its name; the text of alerts without a name, and empty where they have none either.
    pub name: String,
    /// An alert of it in the service's words.
    pub text: Option<String>,
    /// How many.
    pub count: u32,
}

/// How many alerts there are on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlertDayCount {
    /// The day, where the reader is.
    pub day: NaiveDate,
    /// How many.
    pub count: u32,
    /// Devices of which more may have come than is known: the day was not fetched, or is not over.
    pub unknown: u32,
}

/// Where alerts were raised.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlertPoints {
    /// All of them, those without a point here included.
    pub matched: u32,
    /// The newest, newest first.
    pub points: Vec<AlertPoint>,
}

/// Where an alert was raised.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlertPoint {
    /// When.
    pub at: DateTime<Utc>,
    /// The id of the device that raised it.
    pub device: String,
    /// The names of its kinds.
    pub names: Vec<String>,
    /// It in the service's words.
    pub text: Option<String>,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

/// How the fetching of alerts stands.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlertsFetch {
    /// Of which devices and days.
    pub of: AlertsQuery,
    /// Devices that something is asked about.
    pub devices_total: u32,
    /// Devices of which nothing more is asked.
    pub devices_done: u32,
    /// Requests that it takes.
    pub requests_total: u32,
    /// Requests that are done.
    pub requests_done: u32,
    /// Alerts that came.
    pub alerts: u32,
    /// Devices of which the service gives no more results today.
    pub spent: u32,
    /// Devices of which it would not tell for another reason.
    pub refused: u32,
    /// How it stands.
    pub state: FetchState,
}
