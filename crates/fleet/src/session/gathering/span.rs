//! Asks for one span of the past of one device, and keeps what comes.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use fleet_store::SpanMs;
use plaspy::models::{Alert, AlertQuery, Location, RangeQuery};
use plaspy::{DeviceId, Urgency};

use super::super::Active;
use crate::alerts;
use crate::blocking::blocking;
use crate::error::Error;
use crate::history::{coverage, kept};
use crate::view::count;

impl Active {
    /// Asks for the fixes of a span and keeps what comes; how many fixes that were.
    pub(super) async fn fetch_locations(
        &self,
        id: &DeviceId,
        span: SpanMs,
        urgency: Urgency,
    ) -> Result<u32, Error> {
        let asked_at = self.client.server_now();
        let asked_in = self.history.generation();
        let client = self.client.with_urgency(urgency);
        let answer = client.query_locations(id, &range(span, asked_at)).await?;
        let locations: Vec<Location> = answer.value.items;
        let last_fix = locations.iter().map(|it| it.time.timestamp_millis()).max();
        let known = coverage::known_by(span, asked_at.timestamp_millis(), last_fix);
        let fixes = count(locations.len());
        let (history, account, device) = (
            Arc::clone(&self.history),
            self.account.key(),
            id.to_string(),
        );
        blocking(move || {
            let rows: Vec<_> = locations.into_iter().map(kept::row).collect();
            history.keep(asked_in, &account, &device, &rows, known)
        })
        .await?;
        Ok(fixes)
    }

    /// Asks for the alerts of a span and keeps what comes; how many alerts that were. A quiet day has
    /// no last one up to which it would be known, so what is not over is asked for again.
    pub(super) async fn fetch_alerts(
        &self,
        id: &DeviceId,
        span: SpanMs,
        urgency: Urgency,
    ) -> Result<u32, Error> {
        let asked_at = self.client.server_now();
        let client = self.client.with_urgency(urgency);
        let asked_in = self.history.generation();
        let query = AlertQuery {
            range: range(span, asked_at),
            alert_name: None,
        };
        let came: Vec<Alert> = client.query_alerts(id, &query).await?.value.items;
        let known = (span.1 <= asked_at.timestamp_millis()).then_some(span);
        let alerts = count(came.len());
        let (history, account, device) = (
            Arc::clone(&self.history),
            self.account.key(),
            id.to_string(),
        );
        blocking(move || {
            let rows: Vec<_> = came.into_iter().map(alerts::kept::row).collect();
            history.keep_alerts(asked_in, &account, &device, &rows, known)
        })
        .await?;
        Ok(alerts)
    }
}

/// A span as the service takes it: its last moment included, and nothing to come.
fn range((from, to): SpanMs, asked_at: DateTime<Utc>) -> RangeQuery {
    let last = moment(to.saturating_sub(1)).min(asked_at);
    RangeQuery {
        from: moment(from),
        to: last.max(moment(from)),
    }
}

fn moment(ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(ms).unwrap_or_default()
}
