//! What was sent to the service as the window shows it: by hour, day and minute, what that leads to, and
//! what is known of the limits.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::groups::DeviceRef;
use crate::ledger::kind::RequestKind;
use crate::refresh::budget::LimitSource;

/// Asks for what was sent.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageQuery {
    /// The reader's time zone by its IANA name, which says where days begin. One that is not known is
    /// read as UTC.
    pub time_zone: String,
}

/// What was sent, and what that leads to. Times are by this computer's clock but for the rounds', which
/// are by the service's.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageView {
    /// When this was found out.
    pub at: DateTime<Utc>,
    /// When the first request of this run of the app went out. Minutes, devices and counters are known
    /// since then.
    pub since: Option<DateTime<Utc>>,
    /// Every hour of yesterday, and of today up to the running one, oldest first.
    pub hours: Vec<UsageHour>,
    /// Today, yesterday, and the days before on which anything was sent, newest first.
    pub days: Vec<UsageDay>,
    /// The whole minutes of the last hour since then, oldest first.
    pub minutes: Vec<UsageMinute>,
    /// How fast requests go out.
    pub pace: Pace,
    /// What today comes to.
    pub projection: Projection,
    /// Rounds through the fleet.
    pub rounds: Rounds,
    /// Results that the service gives of one device in a day, where that was found out.
    pub results_per_day: Option<u32>,
    /// How many devices' limits of the day were met, today and yesterday by UTC.
    pub spent_total: u32,
    /// Those of them that were met last, at most 100.
    pub spent: Vec<SpentDevice>,
    /// The service's own counters, answer by answer, newest first.
    pub counters: Vec<CounterStep>,
}

/// Requests of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KindUsage {
    /// The kind.
    pub kind: RequestKind,
    /// Those that were answered.
    pub answered: u32,
    /// Those that met a limit.
    pub limited: u32,
    /// Those that failed otherwise.
    pub failed: u32,
}

/// What was sent within an hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageHour {
    /// When it begins.
    pub start: DateTime<Utc>,
    /// Whether it is of today.
    pub is_today: bool,
    /// The kinds of which something was sent.
    pub kinds: Vec<KindUsage>,
}

/// What was sent on a day of the reader's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageDay {
    /// When it begins.
    pub start: DateTime<Utc>,
    /// The kinds of which something was sent.
    pub kinds: Vec<KindUsage>,
}

/// What was sent within a minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageMinute {
    /// When it begins.
    pub start: DateTime<Utc>,
    /// Requests.
    pub requests: u32,
    /// Requests a minute that the app allowed itself then.
    pub limit_per_minute: u32,
}

/// How fast requests go out, and how fast they may.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Pace {
    /// The mean of the last ten minutes, a minute; null before the first request.
    pub per_minute: Option<f64>,
    /// Requests in the last 60 seconds.
    pub last_minute: u32,
    /// Requests a minute that the app allows itself at present.
    pub limit_per_minute: u32,
    /// How that is known.
    pub limit_source: LimitSource,
    /// How often the limit of the minute was met in this run of the app.
    pub times_limit_met: u32,
}

/// What today comes to at the present rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Projection {
    /// Requests since today began.
    pub counted: u32,
    /// Requests until it ends; null where there is no rate yet.
    pub by_midnight: Option<u32>,
    /// When it ends.
    pub midnight: DateTime<Utc>,
}

/// Rounds through the fleet, in each of which every device is asked about once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Rounds {
    /// Devices of the account.
    pub devices: u32,
    /// Seconds that a round takes at the present rate of questions; null without a rate.
    pub at_present_s: Option<u32>,
    /// Seconds that it would take if all that is allowed went into it.
    pub at_limit_s: Option<u32>,
    /// The last rounds, newest first, at most ten.
    pub last: Vec<RoundTime>,
}

/// A round that is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoundTime {
    /// When it ended, by the service's clock.
    pub ended_at: DateTime<Utc>,
    /// How long it took, in seconds.
    pub duration_s: u32,
    /// Devices of the account then.
    pub devices: u32,
}

/// A device whose limit of the day was met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SpentDevice {
    /// The device.
    pub device: DeviceRef,
    /// When the limit was first met on that day.
    pub met_at: DateTime<Utc>,
    /// Answers about it before that, since the day by UTC or this run of the app began.
    pub answers: u32,
}

/// The service's own counters in one answer; their meaning is not documented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CounterStep {
    /// When the answer came.
    pub at: DateTime<Utc>,
    /// What was asked.
    pub kind: RequestKind,
    /// `apiUsage`.
    pub request: Option<i64>,
    /// By how much it differs from the one before.
    pub request_change: Option<i64>,
    /// `apiDailyUsage`.
    pub daily: Option<i64>,
    /// By how much it differs from the one before.
    pub daily_change: Option<i64>,
}
