//! An open account: its client, its fleet, and what is asked of the service for it.

mod alerts;
mod asking;
mod changes;
mod commanding;
mod cost;
mod critical;
mod errands;
mod fetching;
mod gathering;
mod groups;
mod job;
mod journal;
mod last_known;
mod limits;
mod looks;
mod lots;
mod notes;
mod passwords;
mod past;
mod plans;
mod preview;
mod reports;
mod saved_views;
mod sending;
mod sheets;
mod speed;
mod subject;
mod usage;
mod users;
mod views;
mod watching;
mod work;

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{
    Arc, LazyLock, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard,
};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use fleet_store::{History, Store};
use plaspy::{Client, Clock, Credentials, DeviceId, SecretString, Urgency};
use tokio::sync::Notify;
use tokio::task::AbortHandle;

use crate::account::Account;
use crate::critical::bell::Bell;
use crate::critical::unread::UnreadList;
use crate::demo::DemoAccount;
use crate::error::Error;
use crate::fleet::Fleet;
use crate::history::trips::TripRules;
use crate::ledger::hours::HourlyCounts;
use crate::moves::{Moves, ViewName};
use crate::place::Places;
use crate::refresh::books::LimitsMemory;
use crate::refresh::desk::Desk;
use crate::refresh::health::Health;
use crate::refresh::looking::Looking;
use crate::refresh::round::{Progress, Round};
use crate::refresh::scheduler;
use crate::speed::knowledge::SpeedMemory;
use crate::status::Thresholds;
use crate::view::detail::DeviceDetail;
use crate::view::usage::RoundTime;

pub use commanding::check as check_command;
pub use journal::JournalFilter;
pub use last_known::{Keeping, RecalledPart};
pub(crate) use notes::remembered;
pub use passwords::PasswordSource;
pub(crate) use usage::counted;
pub(crate) use watching::WatchList;

/// Subjects of the notes that an account is opened with.
pub(crate) mod subjects {
    pub(crate) use super::critical::NOTE as UNREAD;
    pub(crate) use super::limits::NOTE as LIMITS;
    pub(crate) use super::speed::NOTE as SPEED;
    pub(crate) use super::watching::NOTE as WATCH_LIST;
}

/// Where an account's key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum KeyPlace {
    /// In the computer's keyring.
    Keyring,
    /// In memory, until the app ends.
    ThisRun,
}

/// How long the end of an account waits for what it gave up.
const ENDING: Duration = Duration::from_secs(1);

/// What an account is opened with.
pub(crate) struct Opening {
    pub(crate) account: Account,
    pub(crate) key_place: KeyPlace,
    pub(crate) api_key: SecretString,
    pub(crate) limit_per_minute: Option<u32>,
    pub(crate) thresholds: Thresholds,
    pub(crate) trip_rules: TripRules,
    pub(crate) speed: SpeedMemory,
    pub(crate) limits: LimitsMemory,
    pub(crate) watch_list: WatchList,
    pub(crate) unread: UnreadList,
    pub(crate) counted: HourlyCounts,
    pub(crate) demo: Option<DemoAccount>,
}

/// What an open account needs of the app around it.
#[derive(Clone)]
pub(crate) struct Surroundings {
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) moves: Arc<Moves>,
    pub(crate) places: Arc<LazyLock<Places>>,
    pub(crate) store: Arc<Store>,
    pub(crate) history: Arc<History>,
    pub(crate) history_problem: Option<Error>,
    pub(crate) bell: Arc<Bell>,
}

/// An open account.
pub struct Active {
    /// Whose it is.
    pub account: Account,
    /// Where its key is.
    pub key_place: KeyPlace,
    pub(crate) client: Client,
    pub(crate) desk: Arc<Desk>,
    fleet: RwLock<Fleet>,
    speed: speed::Speed,
    last_known: last_known::LastKnown,
    /// Of an account of which nothing is kept it goes with the account.
    history: Arc<History>,
    fetch: Mutex<Option<fetching::Fetch>>,
    gatherings: gathering::Gatherings,
    /// Nothing new begins any more.
    is_closed: AtomicBool,
    past: past::LastRead,
    reports: reports::Reports,
    alerts: alerts::Alerts,
    listed_at: Mutex<Option<DateTime<Utc>>>,
    health: Mutex<Health>,
    looking: Mutex<Looking>,
    keeping_watch_list: tokio::sync::Mutex<()>,
    round: Mutex<Option<Round>>,
    /// Newest first.
    past_rounds: Mutex<VecDeque<RoundTime>>,
    wake: Notify,
    surroundings: Surroundings,
    scheduler: Mutex<Option<AbortHandle>>,
    unread: critical::Unread,
    users: users::KnownUsers,
    passwords: passwords::Passwords,
    work: Mutex<work::Work>,
    commanding: Mutex<commanding::Commanding>,
    saved_views: Mutex<Option<Vec<crate::view::users::SavedView>>>,
    /// One change at a time, so that each is held against what the one before left.
    changing: tokio::sync::Mutex<()>,
    _demo: Option<DemoAccount>,
}

impl Active {
    /// Opens an account without sending anything yet.
    pub(crate) fn open(opening: Opening, surroundings: Surroundings) -> Result<Arc<Self>, Error> {
        let Surroundings { clock, moves, .. } = &surroundings;
        let desk = Arc::new(Desk::new(
            opening.limit_per_minute,
            opening.limits,
            opening.counted,
            Arc::clone(clock),
            Arc::clone(moves),
        ));
        let credentials = Credentials::new(opening.account.user_name.clone(), opening.api_key);
        let client = Client::builder(opening.account.base_url.clone(), credentials)
            .clock(Arc::clone(clock))
            .meter(Arc::clone(&desk) as Arc<dyn plaspy::Meter>)
            .build()?;
        let speed = speed::Speed::new(opening.speed);
        let mut fleet = Fleet::new(opening.thresholds);
        fleet.set_speed_unit(speed.reading().unit);
        fleet.set_watched(opening.watch_list.ids());
        let history = match opening.key_place {
            KeyPlace::Keyring => Arc::clone(&surroundings.history),
            KeyPlace::ThisRun => Arc::new(History::in_memory()?),
        };
        Ok(Arc::new(Self {
            account: opening.account,
            key_place: opening.key_place,
            client,
            desk,
            fleet: RwLock::new(fleet),
            speed,
            last_known: last_known::LastKnown::of(opening.key_place),
            history,
            fetch: Mutex::default(),
            gatherings: gathering::Gatherings::default(),
            is_closed: AtomicBool::default(),
            past: past::LastRead::new(opening.trip_rules),
            reports: reports::Reports::default(),
            alerts: alerts::Alerts::default(),
            listed_at: Mutex::default(),
            health: Mutex::default(),
            looking: Mutex::default(),
            keeping_watch_list: tokio::sync::Mutex::default(),
            round: Mutex::default(),
            past_rounds: Mutex::default(),
            wake: Notify::new(),
            surroundings,
            scheduler: Mutex::default(),
            unread: critical::Unread::new(opening.unread),
            users: users::KnownUsers::default(),
            passwords: passwords::Passwords::default(),
            work: Mutex::default(),
            commanding: Mutex::default(),
            saved_views: Mutex::default(),
            changing: tokio::sync::Mutex::default(),
            _demo: opening.demo,
        }))
    }

    /// Begins to ask by itself, until the account is closed.
    pub(crate) fn start(self: &Arc<Self>) {
        let active = Arc::clone(self);
        let task = tokio::spawn(async move {
            tokio::join!(
                active.settle_journal(),
                scheduler::run(Arc::clone(&active)),
                active.follow_limits(),
                active.keep_by_the_way(),
                active.follow_usage(),
                active.resume_report(),
                active.follow_alerts(),
            );
        });
        *lock(&self.scheduler) = Some(task.abort_handle());
    }

    /// Ends all asking, and keeps what is known by then.
    pub(crate) async fn close(self: &Arc<Self>) {
        self.stop();
        // What was given up has to be counted as well; nobody waits for long when the app ends.
        let _ = tokio::time::timeout(ENDING, self.desk.quiet()).await;
        self.save_usage().await;
        self.keep_limits().await;
        if let Err(error) = self.keep_unread().await {
            tracing::warn!(%error, "the unread alerts can't be kept");
        }
        // What went wrong is in the log, and nobody is left to be told.
        let _ = self.keep_last_known().await;
    }

    /// Ends all asking.
    pub(crate) fn stop(&self) {
        self.is_closed.store(true, Ordering::Release);
        if let Some(task) = lock(&self.scheduler).take() {
            task.abort();
        }
        self.end_job();
        self.end_commands();
        // It goes on at the next start.
        self.end_report();
        self.gatherings.cancel();
    }

    /// Whether anything new may begin.
    fn check_open(&self) -> Result<(), Error> {
        match self.is_closed.load(Ordering::Acquire) {
            true => Err(Error::NotSignedIn),
            false => Ok(()),
        }
    }

    /// The fleet, to be looked at.
    pub fn fleet(&self) -> RwLockReadGuard<'_, Fleet> {
        self.fleet.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn fleet_mut(&self) -> RwLockWriteGuard<'_, Fleet> {
        self.fleet.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// How the way to the service stands.
    pub fn health(&self) -> MutexGuard<'_, Health> {
        lock(&self.health)
    }

    /// The account's client, for what it knows of token and clock.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The client, for what a person waits for.
    fn client_for_person(&self) -> Client {
        self.client.with_urgency(Urgency::Person)
    }

    /// The account's desk, for how the spending stands.
    #[must_use]
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// When the list of devices was last read, by the service's clock.
    #[must_use]
    pub fn listed_at(&self) -> Option<DateTime<Utc>> {
        *lock(&self.listed_at)
    }

    /// The running round through the fleet; `None` while the list is not there.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        lock(&self.round).as_ref().map(Round::progress)
    }

    pub(crate) fn looking(&self) -> MutexGuard<'_, Looking> {
        lock(&self.looking)
    }

    pub(crate) fn status_moved(&self) {
        self.surroundings.moves.moved(ViewName::Status);
    }

    /// Everything known of one device.
    ///
    /// # Errors
    /// [`Error::DeviceUnknown`].
    pub fn detail(&self, id: &DeviceId) -> Result<DeviceDetail, Error> {
        let spent_until = self.desk.spent_until(id, Instant::now());
        let spent_until = spent_until.and_then(|until| self.moment_of(until));
        self.fleet().detail(id, spent_until)
    }

    /// A moment to come, by the service's clock.
    #[must_use]
    pub fn moment_of(&self, at: Instant) -> Option<DateTime<Utc>> {
        let left = TimeDelta::from_std(at.saturating_duration_since(Instant::now())).ok()?;
        self.client.server_now().checked_add_signed(left)
    }

    /// Ends every pause.
    pub fn try_again(&self) {
        self.health().try_again();
        self.client.resume();
        self.desk.resume();
        self.wake.notify_one();
    }

    pub(crate) async fn woken(&self) {
        self.wake.notified().await;
    }

    pub(crate) async fn wake_or(&self, longest: Duration) {
        tokio::select! {
            () = tokio::time::sleep(longest) => {}
            () = self.wake.notified() => {}
        }
    }

    /// The service refuses the key: whichever request met that, it may have had nobody to tell.
    pub(crate) fn key_rejected(&self, message: String) {
        self.judge(Some(plaspy::Error::KeyRejected { message }.into()));
        self.status_moved();
    }

    fn judge(&self, failure: Option<Error>) {
        let before = self.health().trouble().is_some();
        match failure {
            // An answer that was under way when the key was refused says nothing of what comes.
            None if self.client.key_rejection().is_some() => {}
            None => self.health().succeeded(),
            Some(error) => {
                let at = self.client.server_now();
                self.health().failed(error, at, Instant::now());
            }
        }
        if before != self.health().trouble().is_some() {
            self.status_moved();
        }
    }
}

/// No code that can panic runs under these locks.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
