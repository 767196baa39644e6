//! The books of one account: what its requests were spent on, what is left of its limits, and which
//! of them a refusal met. Pure: they are told the time.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use plaspy::{DeviceId, Endpoint, FailureKind, Outcome, RequestInfo, Ticket};
use serde::{Deserialize, Serialize};

use super::attribution::{Attribution, Gate, Limit};
use super::budget::Budget;
use super::days::Days;
use super::limit::LimitMemory;
use crate::ledger::Ledger;

/// What is remembered of an account's limits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LimitsMemory {
    /// That of requests a minute, as far as it was learnt.
    pub minute: Option<LimitMemory>,
    /// Results of one device in a day, where that was found out.
    pub results_per_day: Option<u32>,
    /// Requests a minute that the person set as the most.
    pub ceiling_per_minute: Option<u32>,
}

/// Ledger, budget, days, and the refusal that is not yet understood.
#[derive(Debug)]
pub struct Books {
    pub(super) budget: Budget,
    pub(super) days: Days,
    pub(super) ledger: Ledger,
    attribution: Attribution,
    tickets: u64,
}

impl Books {
    /// Empty books with this allowance.
    #[must_use]
    pub fn new(budget: Budget, days: Days) -> Self {
        Self {
            budget,
            days,
            ledger: Ledger::default(),
            attribution: Attribution::default(),
            tickets: 0,
        }
    }

    /// The allowance.
    #[must_use]
    pub fn budget(&self) -> &Budget {
        &self.budget
    }

    /// What to remember of the limits.
    #[must_use]
    pub fn memory(&self) -> LimitsMemory {
        LimitsMemory {
            minute: self.budget.memory(),
            results_per_day: self.days.limit(),
            ceiling_per_minute: self.budget.ceiling_per_minute(),
        }
    }

    /// Devices that are better not asked now: those whose day is spent, and one of which that is
    /// not yet known.
    pub fn resting(&self, now: Instant) -> impl Iterator<Item = &DeviceId> {
        self.ledger.spent(now).chain(self.attribution.suspect())
    }

    /// When a device that was answered then may be asked again by itself, so that its results of the
    /// day last; `None` where nothing limits it.
    #[must_use]
    pub fn spare_until(
        &self,
        device: &DeviceId,
        answered_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        self.days.spare_until(device, answered_at, now)
    }

    /// Whether a refusal is not yet understood.
    #[must_use]
    pub fn has_suspect(&self) -> bool {
        self.attribution.suspect().is_some()
    }

    /// Lets a request through.
    ///
    /// # Errors
    /// How long to wait before asking again.
    pub fn admit(&mut self, info: &RequestInfo, now: Instant) -> Result<Ticket, Duration> {
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

    /// Enters how a request ended, `at` the service's time, and learns what that says of the limits.
    /// Whether a device's day turns out to be spent, or over.
    pub fn enter(
        &mut self,
        ticket: Ticket,
        info: &RequestInfo,
        outcome: &Outcome,
        at: DateTime<Utc>,
        now: Instant,
    ) -> bool {
        self.ledger.enter(info, outcome, at);
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
                    if info.endpoint == Endpoint::GetLastLocation {
                        self.days.answered(device, at);
                    }
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
                self.days.spent(&device, at);
                self.ledger.day_is_spent(device, now);
                is_day_news = true;
            }
            None => {}
        }
        is_day_news
    }
}
