//! The status bar: how the connection, the token, the requests and the running sweep stand.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::error::ErrorBody;

/// How the active account's connection stands. Times are by the service's clock.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatusView {
    /// The state in a word.
    pub connection: Connection,
    /// What is wrong now, and since when.
    pub problem: Option<Problem>,
    /// End of the token's validity; `None` without a token or where the service does not say.
    pub token_expires_at: Option<DateTime<Utc>>,
    /// Whether there is a token.
    pub has_token: bool,
    /// Requests sent in the last 60 seconds.
    pub requests_last_minute: u32,
    /// Requests a minute that the app allows itself at present.
    pub limit_per_minute: u32,
    /// Whether that is the service's own figure (demo) rather than a careful guess.
    pub limit_known: bool,
    /// `apiUsage` of the last answer; its meaning is not documented.
    pub api_usage: Option<i64>,
    /// `apiDailyUsage` of the last answer.
    pub api_daily_usage: Option<i64>,
    /// The running round through the fleet.
    pub sweep: Option<Sweep>,
    /// Nothing is asked until then, because the service said to wait.
    pub paused_until: Option<DateTime<Utc>>,
    /// When the list of devices was last read.
    pub devices_listed_at: Option<DateTime<Utc>>,
    /// Service clock minus this computer's clock.
    pub clock_offset_ms: i64,
}

/// The connection in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Connection {
    /// The first answer has not come yet.
    Connecting,
    /// Answers come.
    Online,
    /// The service said that too much was asked; waiting.
    Waiting,
    /// Questions fail; trying again.
    Trouble,
    /// The key was rejected: nothing is asked any more.
    Stopped,
}

/// A failure that lasts.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// What.
    pub error: ErrorBody,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// A round through the fleet, from its start until every device was asked once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sweep {
    /// Devices asked in this round.
    pub asked: u32,
    /// Devices of the account.
    pub total: u32,
    /// When the round began.
    pub started_at: DateTime<Utc>,
}
