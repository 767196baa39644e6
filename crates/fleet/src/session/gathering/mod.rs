//! Gathers spans of the past of devices from the service into the store: several devices side by
//! side, the spans of one in order. What came is kept whatever ends it.

mod span;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::time::{Duration, Instant};

use fleet_store::SpanMs;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use plaspy::{DeviceId, Urgency};
use tokio::sync::watch;
use tokio::task::AbortHandle;

use super::{Active, lock};
use crate::error::Error;
use crate::moves::ViewName;
use crate::refresh::scheduler::concerns_one_device;
use crate::view::count;
use crate::view::history::FetchState;

/// At most so many devices are asked about side by side, and never more than a part of what the limit
/// makes worth having under way: live positions keep the rest.
const SIDE_BY_SIDE: usize = 8;
const PART: usize = 4;

/// A refused question waits so long for what others are answered, to learn which limit was met.
const UNDERSTANDING: Duration = Duration::from_secs(6);

/// The shortest rest after a failure of the service as a whole.
const SHORTEST_REST: Duration = Duration::from_secs(2);

/// What of the past is gathered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PastKind {
    /// Fixes.
    Locations,
    /// Alerts.
    Alerts,
}

/// What is wanted of one device: spans, each a request, in the order in which they are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Errand {
    pub(crate) device: DeviceId,
    pub(crate) spans: Vec<SpanMs>,
}

/// Who waits for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bearing {
    /// A person, who wants the first answer at once and to hear at once that the service fails.
    ForPerson,
    /// Nobody in particular: it rests while the service fails, and goes on by itself.
    Background,
}

impl Bearing {
    /// So often one span is asked for while limits are met. By the way there is time to wait: a limit of
    /// the minute pauses everything for up to a minute each time.
    fn attempts(self) -> u32 {
        match self {
            Self::ForPerson => 5,
            Self::Background => 60,
        }
    }
}

/// How far a gathering is.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    pub(crate) state: FetchState,
    pub(crate) requests_total: u32,
    pub(crate) requests_done: u32,
    pub(crate) devices_total: u32,
    /// Devices of which nothing more is asked, whatever the reason.
    pub(crate) devices_done: u32,
    /// Fixes or alerts that came.
    pub(crate) results: u32,
    /// Devices of which the service gives no more results today.
    pub(crate) spent: u32,
    /// Devices of which the service would not tell for another reason.
    pub(crate) failed: u32,
    /// Which devices are spent or failed.
    broken_off: Vec<DeviceId>,
    /// What went wrong last.
    pub(crate) problem: Option<Error>,
}

impl Standing {
    /// Whether everything that was wanted of a device came.
    pub(crate) fn is_whole_of(&self, device: &str) -> bool {
        let is_through = self.devices_done == self.devices_total;
        (self.state == FetchState::Done || is_through)
            && self.broken_off.iter().all(|id| id.as_str() != device)
    }
}

/// A gathering that runs, or ran. Clones are of the same one.
#[derive(Clone)]
pub(crate) struct Gathering(Arc<Inner>);

struct Inner {
    standing: watch::Sender<Standing>,
    task: Mutex<Option<AbortHandle>>,
    active: Weak<Active>,
    shown_by: ViewName,
}

/// The gatherings of an account, so that none outlives it.
#[derive(Default)]
pub(super) struct Gatherings(Mutex<Vec<Weak<Inner>>>);

impl Gatherings {
    fn add(&self, gathering: &Gathering) {
        let mut all = lock(&self.0);
        all.retain(|inner| inner.strong_count() > 0);
        all.push(Arc::downgrade(&gathering.0));
    }

    pub(super) fn cancel(&self) {
        let all = std::mem::take(&mut *lock(&self.0));
        for inner in all.iter().filter_map(Weak::upgrade) {
            Gathering(inner).cancel();
        }
    }
}

impl Active {
    /// Begins to gather; `shown_by` is the view that moves with it.
    pub(crate) fn gather(
        self: &Arc<Self>,
        kind: PastKind,
        errands: Vec<Errand>,
        bearing: Bearing,
        shown_by: ViewName,
    ) -> Gathering {
        let requests = errands.iter().map(|errand| errand.spans.len()).sum();
        let is_closed = self.check_open().is_err();
        let gathering = Gathering(Arc::new(Inner {
            standing: watch::Sender::new(Standing {
                state: match requests {
                    0 => FetchState::Done,
                    _ if is_closed => FetchState::Cancelled,
                    _ => FetchState::Running,
                },
                requests_total: count(requests),
                requests_done: 0,
                devices_total: count(errands.len()),
                devices_done: 0,
                results: 0,
                spent: 0,
                failed: 0,
                broken_off: Vec::new(),
                problem: None,
            }),
            task: Mutex::default(),
            active: Arc::downgrade(self),
            shown_by,
        }));
        if requests > 0 && !is_closed {
            let run = Run {
                active: Arc::clone(self),
                kind,
                bearing,
                gathering: gathering.clone(),
                is_first: AtomicBool::new(true),
            };
            let task = tokio::spawn(async move { run.all(errands).await });
            *lock(&gathering.0.task) = Some(task.abort_handle());
            self.gatherings.add(&gathering);
            // Closed meanwhile: whoever closed it may not have seen this one.
            if self.check_open().is_err() {
                gathering.cancel();
            }
        }
        self.surroundings.moves.moved(shown_by);
        gathering
    }
}

impl Gathering {
    pub(crate) fn standing(&self) -> Standing {
        self.0.standing.borrow().clone()
    }

    pub(crate) fn is_running(&self) -> bool {
        self.0.standing.borrow().state == FetchState::Running
    }

    /// Gives it up. What came is kept.
    pub(crate) fn cancel(&self) {
        if let Some(task) = lock(&self.0.task).take() {
            task.abort();
        }
        self.end(FetchState::Cancelled);
    }

    /// Waits for the end; how it stands then.
    pub(crate) async fn ended(&self) -> Standing {
        let mut standing = self.0.standing.subscribe();
        match standing
            .wait_for(|it| it.state != FetchState::Running)
            .await
        {
            Ok(ended) => ended.clone(),
            // Its sender lives as long as this gathering.
            Err(_) => self.standing(),
        }
    }

    fn note(&self, change: impl FnOnce(&mut Standing)) {
        self.0.standing.send_modify(change);
        self.moved();
    }

    /// The first end counts.
    fn end(&self, state: FetchState) {
        let ended = self.0.standing.send_if_modified(|standing| {
            let is_running = standing.state == FetchState::Running;
            if is_running {
                standing.state = state;
            }
            is_running
        });
        if ended {
            self.moved();
        }
    }

    fn moved(&self) {
        if let Some(active) = self.0.active.upgrade() {
            active.surroundings.moves.moved(self.0.shown_by);
        }
    }
}

/// The work of a gathering.
struct Run {
    active: Arc<Active>,
    kind: PastKind,
    bearing: Bearing,
    gathering: Gathering,
    is_first: AtomicBool,
}

impl Run {
    async fn all(self, errands: Vec<Errand>) {
        let side_by_side = (self.active.desk.worth_under_way() / PART).clamp(1, SIDE_BY_SIDE);
        let gathered = stream::iter(errands)
            .map(Ok::<_, Error>)
            .try_for_each_concurrent(side_by_side, |errand| self.device(errand))
            .await;
        if let Err(error) = gathered {
            self.gathering.note(|it| it.problem = Some(error));
            return self.gathering.end(FetchState::Failed);
        }
        let standing = self.gathering.standing();
        self.gathering.end(match (standing.failed, standing.spent) {
            (0, 0) => FetchState::Done,
            (0, _) => FetchState::DaySpent,
            _ => FetchState::Failed,
        });
    }

    /// # Errors
    /// What stands in the way of every other device as well.
    async fn device(&self, errand: Errand) -> Result<(), Error> {
        for span in errand.spans {
            match self.span(&errand.device, span).await {
                Ok(results) => self.gathering.note(|it| {
                    it.requests_done += 1;
                    it.results += results;
                    // Trouble that the service is over with.
                    if it.failed == 0 && it.spent == 0 {
                        it.problem = None;
                    }
                }),
                Err(Error::Service(error)) if concerns_one_device(&error) => {
                    let is_spent = is_limited(&error) && self.is_spent(&errand.device);
                    self.gathering.note(|it| {
                        match is_spent {
                            true => it.spent += 1,
                            false => it.failed += 1,
                        }
                        it.broken_off.push(errand.device.clone());
                        it.problem = Some(error.into());
                    });
                    break;
                }
                Err(error) => return Err(error),
            }
        }
        self.gathering.note(|it| it.devices_done += 1);
        Ok(())
    }

    /// Asks for a span, and in the background again for as long as only the service's trouble stands
    /// in the way.
    async fn span(&self, device: &DeviceId, span: SpanMs) -> Result<u32, Error> {
        loop {
            let error = match self.patiently(device, span).await {
                Err(Error::Service(error)) => error,
                other => return other,
            };
            let can_pass = error.is_retryable() && !concerns_one_device(&error);
            if !can_pass || self.bearing == Bearing::ForPerson {
                return Err(error.into());
            }
            self.active.judge(Some(error.clone().into()));
            self.gathering.note(|it| it.problem = Some(error.into()));
            let rest = self.active.health().resting(Instant::now());
            tokio::time::sleep(rest.unwrap_or_default().max(SHORTEST_REST)).await;
        }
    }

    /// Asks for a span until it is clear which limit a refusal met.
    async fn patiently(&self, device: &DeviceId, span: SpanMs) -> Result<u32, Error> {
        let is_urgent = self.bearing == Bearing::ForPerson;
        // Somebody waits for the first answer; the others leave the fleet its share.
        let urgency = match is_urgent && self.is_first.swap(false, Ordering::Relaxed) {
            true => Urgency::Person,
            false => Urgency::Background,
        };
        let mut attempt = 1;
        loop {
            let asked = match self.kind {
                PastKind::Locations => self.active.fetch_locations(device, span, urgency).await,
                PastKind::Alerts => self.active.fetch_alerts(device, span, urgency).await,
            };
            let error = match asked {
                Err(Error::Service(error)) if is_limited(&error) => error,
                other => return other,
            };
            let was_spent = self.is_spent(device);
            // Where nothing else is asked meanwhile, only the device itself can tell.
            let _ = tokio::time::timeout(UNDERSTANDING, self.active.desk.understood()).await;
            // Refused twice while others were answered.
            let is_spent = was_spent && self.is_spent(device);
            if is_spent || attempt >= self.bearing.attempts() {
                return Err(error.into());
            }
            attempt += 1;
        }
    }

    fn is_spent(&self, device: &DeviceId) -> bool {
        let desk = &self.active.desk;
        desk.spent_until(device, Instant::now()).is_some()
    }
}

fn is_limited(error: &plaspy::Error) -> bool {
    matches!(error, plaspy::Error::RateLimited { .. })
}
