//! The port that every exchange with the service passes: the app's budget lets it through, and the
//! app's ledger hears how it ended.

use std::{future::Future, pin::Pin, time::Duration};

use reqwest::StatusCode;

use crate::{answer::Usage, endpoint::Endpoint, error::FailureKind, ids::DeviceId};

/// What a request is, as far as a budget or a ledger is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestInfo {
    /// The operation.
    pub endpoint: Endpoint,
    /// The device whose daily results it may draw on.
    pub device: Option<DeviceId>,
    /// Who waits for it.
    pub urgency: Urgency,
}

/// Who waits for an answer. Ordered: what is greater goes first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Urgency {
    /// Nobody in particular.
    #[default]
    Background,
    /// A person looks at a screen that waits.
    Person,
}

/// How an exchange ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The HTTP status; `None` if no answer came.
    pub status: Option<StatusCode>,
    /// `None` for a success.
    pub failure: Option<FailureKind>,
    /// How long the service asks to wait.
    pub retry_after: Option<Duration>,
    /// The usage counters that came along.
    pub usage: Usage,
}

/// The meter's own mark of a request that it let through, given back with the outcome: of two
/// requests that look the same it tells which went out first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ticket(pub u64);

/// The future of [`Meter::admit`].
pub type Admission<'a> = Pin<Box<dyn Future<Output = Ticket> + Send + 'a>>;

/// Lets requests through and hears how they ended. All exchanges pass it: the token call, which is
/// always urgent since everything waits for it, and the repetition after a renewed token.
pub trait Meter: Send + Sync {
    /// Waits until the request may go out. Dropped if nobody waits for the request any more; then
    /// it isn't sent, nor recorded.
    fn admit<'a>(&'a self, info: &'a RequestInfo) -> Admission<'a>;

    /// Called exactly once for each request that was admitted. One whose answer nobody waits for
    /// any more is [`FailureKind::Abandoned`]; it may or may not have reached the service.
    fn record(&self, ticket: Ticket, info: &RequestInfo, outcome: &Outcome);
}

/// Lets everything through and records nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unmetered;

impl Meter for Unmetered {
    fn admit<'a>(&'a self, _info: &'a RequestInfo) -> Admission<'a> {
        Box::pin(std::future::ready(Ticket::default()))
    }

    fn record(&self, _ticket: Ticket, _info: &RequestInfo, _outcome: &Outcome) {}
}

/// A request that was let through, and whose outcome is owed to the meter.
pub(crate) struct Admitted<'a> {
    meter: &'a dyn Meter,
    ticket: Ticket,
    info: RequestInfo,
    outcome: Outcome,
}

impl<'a> Admitted<'a> {
    pub(crate) async fn wait(meter: &'a dyn Meter, info: RequestInfo) -> Self {
        let ticket = meter.admit(&info).await;
        let outcome = Outcome {
            failure: Some(FailureKind::Abandoned),
            ..Outcome::default()
        };
        Self {
            meter,
            ticket,
            info,
            outcome,
        }
    }

    pub(crate) fn info(&self) -> &RequestInfo {
        &self.info
    }

    pub(crate) fn record(mut self, outcome: Outcome) {
        self.outcome = outcome;
    }
}

/// Records on drop, so that a request whose future is dropped is recorded as well.
impl Drop for Admitted<'_> {
    fn drop(&mut self) {
        self.meter.record(self.ticket, &self.info, &self.outcome);
    }
}
