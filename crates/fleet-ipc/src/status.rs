//! The status bar: how the connection, the token, the requests and the running sweep stand.

use chrono::{DateTime, Utc};
use fleet::refresh::budget::LimitSource;
use fleet::session::Active;
use serde::Serialize;
use ts_rs::TS;

use crate::backend::Backend;
use crate::commands::Nothing;
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
    /// How that is known.
    pub limit_source: LimitSource,
    /// How often devices on the watch list are asked about at that limit, in seconds.
    pub watch_promise_s: u32,
    /// `apiUsage` of the last answer; its meaning is not documented.
    pub api_usage: Option<i64>,
    /// `apiDailyUsage` of the last answer.
    pub api_daily_usage: Option<i64>,
    /// The running round through the fleet.
    pub sweep: Option<Sweep>,
    /// Nothing is asked until then, because the service said to wait.
    pub paused_until: Option<DateTime<Utc>>,
    /// Devices of which the service gives no more results today.
    pub spent_devices: u32,
    /// What of the fleet is shown as it was known in the last session; `None` once nothing is.
    pub recalled: Option<RecalledView>,
    /// Why the fleet can't be kept for the next start, or could not be read at this one.
    pub keeping_problem: Option<ErrorBody>,
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

/// What of the fleet is shown as it was known in the last session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecalledView {
    /// The newest that was known then.
    pub as_of: DateTime<Utc>,
    /// Devices that are shown as they were then, and await news.
    pub devices: u32,
    /// All devices.
    pub total: u32,
}

impl Backend {
    pub(crate) async fn status(&self, _: Nothing) -> Result<StatusView, ErrorBody> {
        Ok(StatusView::of(&*self.app.active()?))
    }

    pub(crate) async fn try_again(&self, _: Nothing) -> Result<StatusView, ErrorBody> {
        let active = self.app.active()?;
        active.try_again();
        Ok(StatusView::of(&active))
    }
}

impl StatusView {
    fn of(active: &Active) -> Self {
        let client = active.client();
        let spending = active.desk().spending();
        let rejected = client.key_rejection();
        let (trouble, has_answered) = {
            let health = active.health();
            (health.trouble().cloned(), health.has_answered())
        };
        let connection = if rejected.is_some() {
            Connection::Stopped
        } else if spending.paused_until.is_some() {
            Connection::Waiting
        } else if trouble.is_some() {
            Connection::Trouble
        } else if has_answered || active.listed_at().is_some() {
            Connection::Online
        } else {
            Connection::Connecting
        };
        let token = client.token_status();
        Self {
            connection,
            problem: trouble.map(|trouble| Problem {
                error: trouble.error.into(),
                since: trouble.since,
            }),
            token_expires_at: token.and_then(|token| token.expires),
            has_token: token.is_some(),
            requests_last_minute: spending.requests_last_minute,
            limit_per_minute: spending.limit_per_minute,
            limit_source: spending.limit_source,
            watch_promise_s: u32::try_from(active.watch_promise().num_seconds())
                .unwrap_or(u32::MAX),
            api_usage: spending.usage.request,
            api_daily_usage: spending.usage.daily,
            sweep: active.progress().map(|progress| Sweep {
                asked: u32::try_from(progress.asked).unwrap_or(u32::MAX),
                total: u32::try_from(progress.total).unwrap_or(u32::MAX),
                started_at: progress.started_at,
            }),
            paused_until: spending
                .paused_until
                .and_then(|until| active.moment_of(until)),
            spent_devices: u32::try_from(spending.spent_devices).unwrap_or(u32::MAX),
            recalled: active.recalled_part().map(|part| RecalledView {
                as_of: part.as_of,
                devices: u32::try_from(part.devices).unwrap_or(u32::MAX),
                total: u32::try_from(part.total).unwrap_or(u32::MAX),
            }),
            keeping_problem: active.keeping_problem().map(ErrorBody::from),
            devices_listed_at: active.listed_at(),
            clock_offset_ms: client.clock_offset().unwrap_or_default().num_milliseconds(),
        }
    }
}
