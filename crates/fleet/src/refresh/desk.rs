//! The desk that every request passes: it lets a request through when the budget allows it, and
//! enters how it ended in the ledger.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use plaspy::{Admission, Clock, FailureKind, Meter, Outcome, RequestInfo, Urgency};
use tokio::sync::Notify;

use super::budget::Budget;
use crate::ledger::Ledger;
use crate::moves::{Moves, ViewName};

/// The desk of one account.
pub struct Desk {
    books: Mutex<Books>,
    resumed: Notify,
    clock: Arc<dyn Clock>,
    moves: Arc<Moves>,
}

struct Books {
    budget: Budget,
    ledger: Ledger,
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
}

impl Desk {
    /// The desk of an account whose limit is known or not.
    #[must_use]
    pub fn new(limit_per_minute: Option<u32>, clock: Arc<dyn Clock>, moves: Arc<Moves>) -> Self {
        Self {
            books: Mutex::new(Books {
                budget: Budget::new(limit_per_minute, Instant::now()),
                ledger: Ledger::default(),
            }),
            resumed: Notify::new(),
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
        }
    }

    /// How many requests it is worth having under way at once.
    #[must_use]
    pub fn worth_under_way(&self) -> usize {
        self.books().budget.worth_under_way()
    }

    /// Ends a pause: a person wants to try at once.
    pub fn resume(&self) {
        self.books().budget.resume();
        self.resumed.notify_waiters();
        self.moves.moved(ViewName::Status);
    }

    async fn wait_for_turn(&self, urgency: Urgency) {
        loop {
            // Registered before the budget is asked, so that a resume in between is not missed.
            let resumed = self.resumed.notified();
            let wait = {
                let now = Instant::now();
                let mut books = self.books();
                match books.budget.take(urgency, now) {
                    Ok(()) => {
                        books.ledger.sent(now);
                        return;
                    }
                    Err(wait) => wait,
                }
            };
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = resumed => {}
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
        Box::pin(self.wait_for_turn(info.urgency))
    }

    fn record(&self, info: &RequestInfo, outcome: &Outcome) {
        let now = Instant::now();
        let mut books = self.books();
        books.ledger.enter(info, outcome, self.clock.now());
        match outcome.failure {
            Some(FailureKind::RateLimited) => books.budget.refused(outcome.retry_after, now),
            None => books.budget.accepted(now),
            Some(_) => {}
        }
        drop(books);
        self.moves.moved(ViewName::Status);
    }
}
