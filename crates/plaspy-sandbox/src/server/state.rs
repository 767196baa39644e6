//! What the service knows and counts.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use rand::distr::{Alphanumeric, SampleString as _};

use super::commands::Commands;
use super::day::Day;
use crate::clock::Clock;
use crate::company::Company;
use crate::config::{Config, RetryAfter};
use crate::faults::{Fault, Faults, Kind, Operation};
use crate::sim::{Drive, Simulation};

/// The running service.
pub(crate) struct Service {
    pub(crate) config: Config,
    pub(crate) clock: Clock,
    pub(crate) simulation: Simulation,
    company: RwLock<Company>,
    switches: RwLock<Switches>,
    faults: Mutex<Faults>,
    /// Codes of critical alerts by device, beside those of its drive.
    raised: Mutex<HashMap<String, Vec<String>>>,
    /// How often each token was used, while a fault counts that.
    token_uses: Mutex<HashMap<String, u32>>,
    /// Commands that arrived, in order, and the vehicles that they hold.
    pub(super) commands: Mutex<Commands>,
    /// The results of each device on the present day.
    pub(super) day: Mutex<Day>,
    /// When requests of the last minute came, since the service's start.
    pub(super) recent: Mutex<VecDeque<Duration>>,
    pub(super) counts: AtomicCounts,
}

/// What can be changed while it runs.
pub(super) struct Switches {
    pub(super) api_key: String,
    pub(super) signing_secret: String,
    pub(super) token_generation: u64,
    pub(super) clock_offset: TimeDelta,
    pub(super) requests_per_minute: Option<u32>,
    pub(super) results_per_day: Option<u32>,
    pub(super) retry_after: RetryAfter,
    pub(super) latency: Duration,
    pub(super) down: bool,
    pub(super) issued: Vec<String>,
}

/// What the service counted since its start.
#[derive(Debug, Default)]
pub(super) struct AtomicCounts {
    pub(super) token_calls: AtomicU64,
    pub(super) requests: AtomicU64,
    pub(super) on_users: AtomicU64,
    pub(super) last_locations: AtomicU64,
    pub(super) location_ranges: AtomicU64,
    pub(super) refused: AtomicU64,
}

/// What the service counted since its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Token calls.
    pub token_calls: u64,
    /// All other requests.
    pub requests: u64,
    /// Those among them that are about users.
    pub on_users: u64,
    /// Those among them that were answered with a last location.
    pub last_locations: u64,
    /// Those among them that asked for the locations of a range of time.
    pub location_ranges: u64,
    /// Those among all of them that were refused with 401 or 429.
    pub refused: u64,
}

impl Service {
    pub(crate) fn new(config: Config, clock: Clock) -> Self {
        let random = |length| Alphanumeric.sample_string(&mut rand::rng(), length);
        let simulation = Simulation::new(config.seed, config.report_every_s, config.shifts_ahead_s);
        let company = Company::new(&config, &simulation, clock.now());
        let switches = Switches {
            api_key: config.api_key.clone().unwrap_or_else(|| random(40)),
            signing_secret: random(64),
            token_generation: 0,
            clock_offset: TimeDelta::zero(),
            requests_per_minute: config.requests_per_minute,
            results_per_day: config.results_per_day,
            retry_after: config.retry_after,
            latency: config.latency,
            down: false,
            issued: Vec::new(),
        };
        let faults = Faults::new(config.faults.clone(), config.seed);
        Self {
            config,
            clock,
            simulation,
            faults: Mutex::new(faults),
            raised: Mutex::default(),
            token_uses: Mutex::default(),
            commands: Mutex::default(),
            day: Mutex::default(),
            company: RwLock::new(company),
            switches: RwLock::new(switches),
            recent: Mutex::default(),
            counts: AtomicCounts::default(),
        }
    }

    /// The time by the service's clock.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now() + self.switches().clock_offset
    }

    /// What a device drives that lies wholly in a range.
    pub(crate) fn drives(&self, id: &str, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Drive> {
        let number = self.company().numbers.get(id).copied();
        number.map_or_else(Vec::new, |number| self.simulation.drives(number, from, to))
    }

    pub(super) fn latency(&self) -> Duration {
        self.switches().latency
    }

    pub(super) fn is_down(&self) -> bool {
        self.switches().down
    }

    pub(super) fn company(&self) -> RwLockReadGuard<'_, Company> {
        self.company.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn company_mut(&self) -> RwLockWriteGuard<'_, Company> {
        self.company.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn switches(&self) -> RwLockReadGuard<'_, Switches> {
        self.switches.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn switches_mut(&self) -> RwLockWriteGuard<'_, Switches> {
        self.switches
            .write()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn recent(&self) -> MutexGuard<'_, VecDeque<Duration>> {
        self.recent.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn counts(&self) -> Counts {
        Counts {
            token_calls: self.counts.token_calls.load(Ordering::Relaxed),
            requests: self.counts.requests.load(Ordering::Relaxed),
            on_users: self.counts.on_users.load(Ordering::Relaxed),
            last_locations: self.counts.last_locations.load(Ordering::Relaxed),
            location_ranges: self.counts.location_ranges.load(Ordering::Relaxed),
            refused: self.counts.refused.load(Ordering::Relaxed),
        }
    }

    pub(crate) fn api_key(&self) -> String {
        self.switches().api_key.clone()
    }

    pub(crate) fn expire_tokens(&self) {
        self.switches_mut().token_generation += 1;
    }

    pub(crate) fn replace_api_key(&self) -> String {
        let key = Alphanumeric.sample_string(&mut rand::rng(), 40);
        let mut switches = self.switches_mut();
        switches.api_key.clone_from(&key);
        switches.token_generation += 1;
        key
    }

    pub(crate) fn set_clock_offset(&self, offset: TimeDelta) {
        self.switches_mut().clock_offset = offset;
    }

    pub(crate) fn set_requests_per_minute(&self, limit: Option<u32>) {
        self.switches_mut().requests_per_minute = limit;
    }

    pub(crate) fn set_results_per_day(&self, limit: Option<u32>) {
        self.switches_mut().results_per_day = limit;
    }

    pub(crate) fn set_retry_after(&self, form: RetryAfter) {
        self.switches_mut().retry_after = form;
    }

    pub(crate) fn set_faults(&self, faults: Vec<Fault>) {
        self.faults().set(faults);
        self.token_uses().clear();
    }

    /// What goes wrong with a request, and its number.
    pub(super) fn strike(&self, operation: Option<Operation>) -> (Vec<Kind>, u64) {
        let mut faults = self.faults();
        let kinds = faults.strike(operation);
        (kinds, faults.requests())
    }

    /// What a fault says of all requests together, whichever it strikes.
    pub(super) fn fault<T>(&self, pick: impl Fn(Kind) -> Option<T>) -> Option<T> {
        let faults = self.faults().left();
        faults.into_iter().find_map(|fault| pick(fault.kind))
    }

    /// The faults that still strike.
    pub(super) fn faults_left(&self) -> Vec<Fault> {
        self.faults().left()
    }

    fn faults(&self) -> MutexGuard<'_, Faults> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts one more use of a token, and says how many that makes.
    pub(super) fn use_token(&self, token: &str) -> u32 {
        let mut uses = self.token_uses();
        let uses = uses.entry(token.to_owned()).or_default();
        *uses += 1;
        *uses
    }

    fn token_uses(&self) -> MutexGuard<'_, HashMap<String, u32>> {
        self.token_uses
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn raise(&self, device: String, alerts: Vec<String>) {
        self.raised_of().insert(device, alerts);
    }

    /// Codes of the critical alerts that a device was made to raise.
    pub(super) fn raised(&self, device: &str) -> Vec<String> {
        self.raised_of().get(device).cloned().unwrap_or_default()
    }

    fn raised_of(&self) -> MutexGuard<'_, HashMap<String, Vec<String>>> {
        self.raised.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_latency(&self, latency: Duration) {
        self.switches_mut().latency = latency;
    }

    pub(crate) fn set_down(&self, down: bool) {
        self.switches_mut().down = down;
    }
}
