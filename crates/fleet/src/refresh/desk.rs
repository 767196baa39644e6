//! The desk that every request passes: it lets a request through when the budget allows it, finds
//! out which limit a refusal met, and enters how requests ended in the ledger.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use plaspy::{Admission, Clock, DeviceId, FailureKind, Meter, Outcome, RequestInfo, Ticket};
use tokio::sync::Notify;

use super::attribution::{Attribution, Gate, Limit};
use super::budget::Budget;
use crate::ledger::Ledger;
use crate::moves::{Moves, ViewName};

/// The desk of one account.
pub struct Desk {
    books: Mutex<Books>,
    /// The budget or what is known of the limits changed: those who wait should ask again.
    changed: Notify,
    clock: Arc<dyn Clock>,
    moves: Arc<Moves>,
}

struct Books {
    budget: Budget,
    ledger: Ledger,
    attribution: Attribution,
    tickets: u64,
}

/// How the spending stands.
#[derive(Debug, Clone, Copy)]
pub struct Spending {
    /// Requests sent in the last 60 seconds.
    pub requests_last_minute: u32,
    /// Requests a minute that are allowed at present.
    pub limit_per_minute: u32,
    /// Whether that is the service's own figure.
    pub limit_known: bool,
    /// The service's own counters.
    pub usage: plaspy::Usage,
    /// The end of the running pause.
    pub paused_until: Option<Instant>,
    /// Devices of which the service gives no more results today.
    pub spent_devices: usize,
}

impl Desk {
    /// The desk of an account whose limit is known or not.
    #[must_use]
    pub fn new(limit_per_minute: Option<u32>, clock: Arc<dyn Clock>, moves: Arc<Moves>) -> Self {
        Self {
            books: Mutex::new(Books {
                budget: Budget::new(limit_per_minute, Instant::now()),
                ledger: Ledger::default(),
                attribution: Attribution::default(),
                tickets: 0,
            }),
            changed: Notify::new(),
            clock,
            moves,
        }
    }

    /// How the spending stands.
    #[must_use]
    pub fn spending(&self) -> Spending {
        let now = Instant::now();
        let mut books = self.books();
        Spending {
            requests_last_minute: books.ledger.sent_last_minute(now),
            limit_per_minute: books.budget.limit_per_minute(),
            limit_known: books.budget.is_known(),
            usage: books.ledger.usage(),
            paused_until: books.budget.paused_until(now),
            spent_devices: books.ledger.spent(now).count(),
        }
    }

    /// How many requests it is worth having under way at once.
    #[must_use]
    pub fn worth_under_way(&self) -> usize {
        self.books().budget.worth_under_way()
    }

    /// Devices that are better not asked now: those whose day is spent, and one of which that is
    /// not yet known.
    #[must_use]
    pub fn resting(&self, now: Instant) -> HashSet<DeviceId> {
        let books = self.books();
        let spent = books.ledger.spent(now);
        spent.chain(books.attribution.suspect()).cloned().collect()
    }

    /// Until when a device is not asked by itself, because its day is spent.
    #[must_use]
    pub fn spent_until(&self, device: &DeviceId, now: Instant) -> Option<Instant> {
        self.books().ledger.spent_until(device, now)
    }

    /// Ends a pause: a person wants to try at once.
    pub fn resume(&self) {
        self.books().budget.resume();
        self.changed.notify_waiters();
        self.moves.moved(ViewName::Status);
    }

    async fn wait_for_turn(&self, info: &RequestInfo) -> Ticket {
        loop {
            // Registered before the books are asked, so that a change in between is not missed.
            let changed = self.changed.notified();
            let wait = match self.books().admit(info, Instant::now()) {
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
        let now = Instant::now();
        let mut books = self.books();
        books.ledger.enter(info, outcome, self.clock.now());
        let had_suspect = books.attribution.suspect().is_some();
        let is_day_news = books.learn(ticket, info, outcome, now);
        let has_suspect = books.attribution.suspect().is_some();
        drop(books);
        if is_day_news {
            self.moves.moved(ViewName::Devices);
        }
        if had_suspect || has_suspect {
            self.changed.notify_waiters();
        }
        self.moves.moved(ViewName::Status);
    }
}

impl Books {
    /// Lets a request through, or says how long to wait before asking again.
    fn admit(&mut self, info: &RequestInfo, now: Instant) -> Result<Ticket, Duration> {
        if let Gate::Wait(wait) = self.attribution.gate(info, now) {
            return Err(wait);
        }
        self.budget.take(info.urgency, now)?;
        self.ledger.sent(now);
        self.tickets += 1;
        let ticket = Ticket(self.tickets);
        self.attribution.admitted(ticket, info);
        Ok(ticket)
    }

    /// What an outcome says of the limits. Whether a device's day turns out to be spent, or over.
    fn learn(
        &mut self,
        ticket: Ticket,
        info: &RequestInfo,
        outcome: &Outcome,
        now: Instant,
    ) -> bool {
        let mut is_day_news = false;
        let limit = match outcome.failure {
            Some(FailureKind::RateLimited) => {
                self.attribution
                    .refused(ticket, info, outcome.retry_after, now)
            }
            None => {
                self.budget.accepted(now);
                if let Some(device) = &info.device {
                    is_day_news = self.ledger.answered(device);
                }
                self.attribution.accepted(ticket, info)
            }
            Some(_) => {
                self.attribution.told_nothing(ticket);
                None
            }
        };
        match limit {
            Some(Limit::Minute { retry_after }) => {
                self.ledger.minute_was_spent();
                self.budget.refused(retry_after, now);
            }
            Some(Limit::DeviceDay(device)) => {
                self.ledger.day_is_spent(device, now);
                is_day_news = true;
            }
            None => {}
        }
        is_day_news
    }
}
