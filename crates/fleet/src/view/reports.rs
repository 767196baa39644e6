//! Reports of what devices did over days, as the window orders and shows them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::bulk::DeviceSelection;
use super::groups::DeviceRef;
use super::history::{FetchState, Sums};

/// What a report is to be about. Days begin and end where the reader is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportOrder {
    /// Whose doings.
    pub devices: DeviceSelection,
    /// The first day.
    pub first: NaiveDate,
    /// The last day, no earlier than the first.
    pub last: NaiveDate,
    /// The reader's time zone by its IANA name. One that is not known is read as UTC.
    pub time_zone: String,
    /// The speed above which it counts as speeding; `None` counts nothing.
    pub limit_kmh: Option<f64>,
}

/// How the report stands that was ordered last.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportView {
    /// Its number; another report has another.
    pub number: u32,
    /// What was ordered.
    pub order: ReportOrder,
    /// Devices that it is about.
    pub devices: u32,
    /// What is done now.
    pub stage: ReportStage,
    /// Requests that it takes.
    pub requests_total: u32,
    /// Requests that are done.
    pub requests_done: u32,
    /// Devices that something is asked about.
    pub asked_total: u32,
    /// Devices of which nothing more is asked.
    pub asked_done: u32,
    /// Devices of which the service gives no more results today.
    pub spent: u32,
    /// Devices of which it would not tell for another reason.
    pub refused: u32,
    /// Devices that are reckoned up.
    pub reckoned: u32,
    /// How the fetching ended; `running` until then.
    pub fetched: FetchState,
    /// What it comes to, once it is there.
    pub result: Option<ReportResult>,
}

/// What is done for a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ReportStage {
    /// What is not known is asked for.
    Fetching,
    /// What is known is reckoned up, device by device.
    Reckoning,
    /// It is there.
    Done,
    /// A person gave it up.
    Cancelled,
    /// It could not be made.
    Failed,
}

/// What a report comes to in all.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportResult {
    /// Every day, oldest first.
    pub days: Vec<ReportDay>,
    /// All days of all devices.
    pub total: ReportLine,
    /// Devices of which not every day is known.
    pub incomplete: u32,
    /// Whether the unit of speeds is still unknown, so that none is told.
    pub is_speed_unknown: bool,
}

/// A day of all devices, or of one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportDay {
    /// The day, where the reader is.
    pub day: NaiveDate,
    /// What it comes to. A trip over midnight counts where it begins.
    pub line: ReportLine,
}

/// What a device did in a time, or several devices.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportLine {
    /// Distance, times, speeds and fuel.
    pub sums: Sums,
    /// How often, and how long, it was faster than the limit; `None` where no limit was set or no
    /// speed is known.
    pub speeding: Option<Speeding>,
    /// Alerts that began.
    pub alerts: u32,
}

/// How often, and how long, a device was faster than a limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Speeding {
    /// Times that it began to be.
    pub times: u32,
    /// Seconds in all.
    pub duration_s: u32,
}

/// A device in a report.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportRow {
    /// Its id.
    pub id: String,
    /// Which.
    pub device: DeviceRef,
    /// What it did in all days.
    pub line: ReportLine,
    /// Days of which everything is known.
    pub days_known: u32,
}

/// What the rows of a report are ordered by. Devices without the value come last, whichever the
/// direction.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ReportKey {
    /// The device's name.
    #[default]
    Name,
    /// Distance.
    Distance,
    /// Time under way.
    Moving,
    /// Time idling.
    Idling,
    /// Time standing.
    Standing,
    /// Stops.
    Stops,
    /// The highest speed.
    TopSpeed,
    /// Time above the limit.
    Speeding,
    /// Fuel used.
    FuelUsed,
    /// Alerts.
    Alerts,
    /// Days of which everything is known.
    DaysKnown,
}

/// Asks for a page of a report.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportRowsQuery {
    /// What to order by.
    pub key: ReportKey,
    /// From high to low.
    pub descending: bool,
    /// How many rows to pass over.
    pub offset: u32,
    /// How many rows to answer, at most 500.
    pub limit: u32,
}

/// A page of a report.
#[derive(Debug, Clone, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportPage {
    /// All rows.
    pub matched: u32,
    /// Position of the first row.
    pub offset: u32,
    /// The rows.
    pub rows: Vec<ReportRow>,
}
