//! Fetches the past of a device, a day at a time: what is known is not asked for again, and what came
//! is kept whatever ends it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use fleet_store::SpanMs;
use plaspy::models::{Location, RangeQuery};
use plaspy::{DeviceId, Urgency};
use tokio::task::AbortHandle;

use super::{Active, lock};
use crate::blocking::blocking;
use crate::error::Error;
use crate::history::{coverage, kept};
use crate::moves::ViewName;
use crate::view::count;
use crate::view::history::{FetchProgress, FetchState, HistoryQuery};

/// So often one day is asked for while limits are met.
const ATTEMPTS: u32 = 5;

/// A fetch waits so long for what others are answered, to learn which limit was met.
const UNDERSTANDING: Duration = Duration::from_secs(6);

/// The fetch that runs, or that ran last.
pub(super) struct Fetch {
    progress: FetchProgress,
    problem: Option<Error>,
    task: Option<AbortHandle>,
}

impl Active {
    /// Begins to fetch what is not known of some days.
    ///
    /// # Errors
    /// [`Error::DeviceUnknown`], [`Error::JobRunning`] while another fetch runs, [`Error::Range`],
    /// [`Error::Store`].
    pub async fn fetch_history(
        self: &Arc<Self>,
        query: HistoryQuery,
    ) -> Result<FetchProgress, Error> {
        let id = DeviceId::from(query.id.as_str());
        let device = self.fleet().device_ref(&query.id);
        self.fleet().device(&id)?;
        let spans = self.missing_spans(&query).await?;
        let progress = FetchProgress {
            device,
            first: query.first,
            last: query.last,
            days_total: count(spans.len()),
            days_done: 0,
            fixes: 0,
            state: match spans.is_empty() {
                true => FetchState::Done,
                false => FetchState::Running,
            },
        };
        {
            let mut fetch = lock(&self.fetch);
            let is_running = |fetch: &Fetch| fetch.progress.state == FetchState::Running;
            if fetch.as_ref().is_some_and(is_running) {
                return Err(Error::JobRunning);
            }
            let task = (!spans.is_empty()).then(|| {
                let active = Arc::clone(self);
                let task = tokio::spawn(async move { active.fetch_spans(&id, spans).await });
                task.abort_handle()
            });
            *fetch = Some(Fetch {
                progress: progress.clone(),
                problem: None,
                task,
            });
        }
        self.surroundings.moves.moved(ViewName::History);
        Ok(progress)
    }

    /// The fetch that runs, or that ran last, and what ended it before its time.
    #[must_use]
    pub fn fetch(&self) -> Option<(FetchProgress, Option<Error>)> {
        let fetch = lock(&self.fetch);
        let fetch = fetch.as_ref()?;
        Some((fetch.progress.clone(), fetch.problem.clone()))
    }

    /// Gives up the fetch that runs. What came is kept.
    pub fn cancel_fetch(&self) {
        self.end_fetch(FetchState::Cancelled, None);
    }

    fn end_fetch(&self, state: FetchState, problem: Option<Error>) {
        {
            let mut fetch = lock(&self.fetch);
            let Some(fetch) = fetch.as_mut() else { return };
            if fetch.progress.state != FetchState::Running {
                return;
            }
            fetch.progress.state = state;
            fetch.problem = problem;
            if let Some(task) = fetch.task.take() {
                task.abort();
            }
        }
        self.surroundings.moves.moved(ViewName::History);
    }

    async fn fetch_spans(&self, id: &DeviceId, spans: Vec<SpanMs>) {
        for (number, span) in spans.into_iter().enumerate() {
            // Somebody waits for the first day; the others leave the fleet its share.
            let urgency = match number {
                0 => Urgency::Person,
                _ => Urgency::Background,
            };
            match self.fetch_span(id, span, urgency).await {
                Ok(fixes) => {
                    if let Some(fetch) = lock(&self.fetch).as_mut() {
                        fetch.progress.days_done += 1;
                        fetch.progress.fixes += fixes;
                    }
                    self.surroundings.moves.moved(ViewName::History);
                }
                Err(error) => {
                    let state = match self.desk.spent_until(id, Instant::now()) {
                        Some(_) if is_limited(&error) => FetchState::DaySpent,
                        _ => FetchState::Failed,
                    };
                    return self.end_fetch(state, Some(error));
                }
            }
        }
        self.end_fetch(FetchState::Done, None);
    }

    /// Asks for a span and keeps what comes; how many fixes that were.
    async fn fetch_span(
        &self,
        id: &DeviceId,
        span: SpanMs,
        urgency: Urgency,
    ) -> Result<u32, Error> {
        let asked_at = self.client.server_now();
        let locations = self.ask_for(id, span, asked_at, urgency).await?;
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
            history.keep(&account, &device, &rows, known)
        })
        .await?;
        Ok(fixes)
    }

    async fn ask_for(
        &self,
        id: &DeviceId,
        (from, to): SpanMs,
        asked_at: DateTime<Utc>,
        urgency: Urgency,
    ) -> Result<Vec<Location>, Error> {
        // The service's range takes its last moment in.
        let last = moment(to.saturating_sub(1)).min(asked_at);
        let query = RangeQuery {
            from: moment(from),
            to: last.max(moment(from)),
        };
        let client = self.client.with_urgency(urgency);
        let mut attempt = 1;
        loop {
            match client.query_locations(id, &query).await {
                Ok(answer) => return Ok(answer.value.items),
                Err(error @ plaspy::Error::RateLimited { .. }) => {
                    let was_spent = self.desk.spent_until(id, Instant::now()).is_some();
                    // Where nothing else is asked meanwhile, only the device itself can tell.
                    let _ = tokio::time::timeout(UNDERSTANDING, self.desk.understood()).await;
                    let is_spent = self.desk.spent_until(id, Instant::now()).is_some();
                    // Refused twice while others were answered.
                    if attempt >= ATTEMPTS || (was_spent && is_spent) {
                        return Err(error.into());
                    }
                    attempt += 1;
                }
                Err(error) => return Err(error.into()),
            }
        }
    }
}

fn is_limited(error: &Error) -> bool {
    matches!(error, Error::Service(plaspy::Error::RateLimited { .. }))
}

fn moment(ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(ms).unwrap_or_default()
}
