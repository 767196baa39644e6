//! The desk that every request passes: it lets a request through when the budget allows it, finds
//! out which limit a refusal met, and enters how requests ended in the ledger.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use chrono::{DateTime, Utc};
use plaspy::{Admission, Clock, DeviceId, Meter, Outcome, RequestInfo, Ticket};
use tokio::sync::Notify;

use super::books::{Books, LimitsMemory};
use super::budget::{Budget, LimitSource};
use super::days::Days;
use crate::ledger::Ledger;
use crate::ledger::hours::HourlyCounts;
use crate::moves::{Moves, ViewName};

/// The desk of one account.
pub struct Desk {
    books: Mutex<Books>,
    /// The budget or what is known of the limits changed: those who wait should ask again.
    changed: Notify,
    clock: Arc<dyn Clock>,
    moves: Arc<Moves>,
}

/// How the spending stands.
#[derive(Debug, Clone, Copy)]
pub struct Spending {
    /// Requests sent in the last 60 seconds.
    pub requests_last_minute: u32,
    /// Requests a minute that are allowed at present.
    pub limit_per_minute: u32,
    /// How that is known.
    pub limit_source: LimitSource,
    /// Results of one device in a day, where that was found out.
    pub results_per_day: Option<u32>,
    /// The service's own counters.
    pub usage: plaspy::Usage,
    /// The end of the running pause.
    pub paused_until: Option<Instant>,
    /// Devices of which the service gives no more results today.
    pub spent_devices: usize,
}

impl Desk {
    /// The desk of an account: of one whose limit the service told, or of one whose limits have to be
    /// learnt, from what is remembered of them; and of which so much was counted before.
    #[must_use]
    pub fn new(
        told_per_minute: Option<u32>,
        memory: LimitsMemory,
        counted: HourlyCounts,
        clock: Arc<dyn Clock>,
        moves: Arc<Moves>,
    ) -> Self {
        let now = Instant::now();
        let mut budget = match told_per_minute {
            Some(per_minute) => Budget::told(per_minute, now),
            None => Budget::learning(memory.minute, now),
        };
        budget.set_ceiling(memory.ceiling_per_minute);
        let days = Days::new(memory.results_per_day, clock.now());
        Self {
            books: Mutex::new(Books::new(budget, days, Ledger::after(counted))),
            changed: Notify::new(),
            clock,
            moves,
        }
    }

    /// What to remember of the limits.
    #[must_use]
    pub fn memory(&self) -> LimitsMemory {
        self.books().memory()
    }

    /// The most that the person lets the app send in a minute.
    #[must_use]
    pub fn ceiling_per_minute(&self) -> Option<u32> {
        self.books().budget.ceiling_per_minute()
    }

    /// Sends no more than this a minute, whatever the service would take.
    pub fn set_ceiling(&self, per_minute: Option<u32>) {
        self.books().budget.set_ceiling(per_minute);
        self.changed.notify_waiters();
        self.moves.moved(ViewName::Status);
    }

    /// Nobody sees the window: a trickle is spent on what no person waits for.
    pub fn set_trickling(&self, is_trickling: bool) {
        self.books().budget.set_trickling(is_trickling);
        self.changed.notify_waiters();
    }

    /// How the spending stands.
    #[must_use]
    pub fn spending(&self) -> Spending {
        let now = Instant::now();
        let mut books = self.books();
        Spending {
            requests_last_minute: books.ledger.sent_last_minute(now),
            limit_per_minute: books.budget.limit_per_minute(),
            limit_source: books.budget.source(),
            results_per_day: books.days.limit(),
            usage: books.ledger.usage(),
            paused_until: books.budget.paused_until(now),
            spent_devices: books.ledger.devices().spent(now).count(),
        }
    }

    /// How many requests it is worth having under way at once.
    #[must_use]
    pub fn worth_under_way(&self) -> usize {
        self.books().budget.worth_under_way()
    }

    /// How many devices to choose at once: about a second's worth.
    #[must_use]
    pub fn worth_choosing(&self) -> usize {
        (self.books().budget.limit_per_minute() as usize / 60).max(1)
    }

    /// Devices that are better not asked now.
    #[must_use]
    pub fn resting(&self, now: Instant) -> HashSet<DeviceId> {
        self.books().resting(now).cloned().collect()
    }

    /// Reads something in the books. Everything that is sent waits meanwhile.
    pub(super) fn look_up<T>(&self, read: impl FnOnce(&Books) -> T) -> T {
        read(&self.books())
    }

    /// Results of a device that were counted today.
    #[must_use]
    pub(crate) fn results_of(&self, device: &DeviceId) -> u32 {
        self.books().days.results_of(device)
    }

    /// Goes on counting from what an earlier start had counted of devices by then.
    pub(crate) fn recall_results<'a>(
        &self,
        counted: impl Iterator<Item = (&'a DeviceId, DateTime<Utc>, u32)>,
    ) {
        let mut books = self.books();
        for (device, by, results) in counted {
            books.days.recall(device, by, results);
        }
    }

    /// Until when a device is not asked by itself, because its day is spent.
    #[must_use]
    pub fn spent_until(&self, device: &DeviceId, now: Instant) -> Option<Instant> {
        let books = self.books();
        books.ledger.devices().spent_until(device, now)
    }

    /// Looks something up in the ledger, or takes it out. No request goes out meanwhile.
    pub(crate) fn ledger<T>(&self, look: impl FnOnce(&mut Ledger) -> T) -> T {
        look(&mut self.books().ledger)
    }

    /// Ends a pause: a person wants to try at once.
    pub fn resume(&self) {
        let mut books = self.books();
        books.budget.resume();
        books.failing.try_again();
        drop(books);
        self.changed.notify_waiters();
        self.moves.moved(ViewName::Status);
    }

    /// Waits until everything that was sent has ended, and so is entered.
    pub(crate) async fn quiet(&self) {
        loop {
            // Registered before the books are asked, so that an end in between is not missed.
            let changed = self.changed.notified();
            if self.books().is_quiet() {
                return;
            }
            changed.await;
        }
    }

    /// Waits until it is clear which limit the last refusal met.
    pub(crate) async fn understood(&self) {
        loop {
            // Registered before the books are asked, so that news in between is not missed.
            let changed = self.changed.notified();
            if !self.books().has_suspect() {
                return;
            }
            changed.await;
        }
    }

    async fn wait_for_turn(&self, info: &RequestInfo) -> Ticket {
        loop {
            // Registered before the books are asked, so that a change in between is not missed.
            let changed = self.changed.notified();
            let wait = match self.books().admit(info, self.clock.now(), Instant::now()) {
                Ok(ticket) => return ticket,
                Err(wait) => wait,
            };
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = changed => {}
            }
        }
    }

    /// No code that can panic runs under the lock.
    fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Meter for Desk {
    fn admit<'a>(&'a self, info: &'a RequestInfo) -> Admission<'a> {
        Box::pin(self.wait_for_turn(info))
    }

    fn record(&self, ticket: Ticket, info: &RequestInfo, outcome: &Outcome) {
        let (at, now) = (self.clock.now(), Instant::now());
        let mut books = self.books();
        let had_suspect = books.has_suspect();
        let is_day_news = books.enter(ticket, info, outcome, at, now);
        let has_suspect = books.has_suspect();
        let is_quiet = books.is_quiet();
        drop(books);
        if is_day_news {
            self.moves.moved(ViewName::Devices);
        }
        if had_suspect || has_suspect || is_quiet {
            self.changed.notify_waiters();
        }
        self.moves.moved(ViewName::Status);
    }
}
