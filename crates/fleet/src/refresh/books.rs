//! The books of one account: what its requests were spent on, what is left of its limits, and which
//! of them a refusal met. Pure: they are told the time.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use plaspy::{DeviceId, Endpoint, FailureKind, Outcome, RequestInfo, Ticket};
use serde::{Deserialize, Serialize};

use super::attribution::{Attribution, Gate, Limit};
use super::budget::Budget;
use super::days::Days;
use super::failing::Failing;
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
    pub(super) failing: Failing,
    attribution: Attribution,
    /// Devices whose day may be spent: the next answer about each will tell.
    doubtful: HashMap<DeviceId, Doubt>,
    tickets: u64,
    /// How many were let through and have not ended.
    under_way: usize,
}

/// When a device was refused while others were answered, and how many were in the minute before.
#[derive(Debug, Clone, Copy)]
struct Doubt {
    since: Instant,
    taken_last_minute: usize,
}

/// So long a device is left alone whose day may be spent.
const DOUBTFUL_REST: Duration = Duration::from_secs(60);

/// So long a device is left alone whose results of the day are spent. When the service's day ends is
/// not documented; to ask once an hour finds out without much waste.
const SPENT_REST: Duration = Duration::from_secs(3_600);

/// An answer that comes later says nothing of why the device was refused: a new day may have begun.
const DOUBT_LASTS: Duration = Duration::from_secs(600);

impl Books {
    /// Books with this allowance, and with what was counted before.
    #[must_use]
    pub fn new(budget: Budget, days: Days, ledger: Ledger) -> Self {
        Self {
            budget,
            days,
            ledger,
            failing: Failing::default(),
            attribution: Attribution::default(),
            doubtful: HashMap::new(),
            tickets: 0,
            under_way: 0,
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

    /// Devices that are better not asked now: those whose day is spent, one of which that is not yet
    /// known, and those about which the service fails to answer.
    pub fn resting(&self, now: Instant) -> impl Iterator<Item = &DeviceId> {
        let spent = self.ledger.devices().spent(now);
        spent
            .chain(self.attribution.suspect())
            .chain(self.failing.resting(now))
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

    /// Whether nothing that was let through is still without its end.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.under_way == 0
    }

    /// Whether a refusal is not yet understood.
    #[must_use]
    pub fn has_suspect(&self) -> bool {
        self.attribution.suspect().is_some()
    }

    /// Lets a request through, `at` the time by this computer's clock.
    ///
    /// # Errors
    /// How long to wait before asking again.
    pub fn admit(
        &mut self,
        info: &RequestInfo,
        at: DateTime<Utc>,
        now: Instant,
    ) -> Result<Ticket, Duration> {
        if let Gate::Wait(wait) = self.attribution.gate(info, now) {
            return Err(wait);
        }
        self.budget.take(info.urgency, now)?;
        let limit_per_minute = self.budget.limit_per_minute();
        self.ledger.sent(info, limit_per_minute, at, now);
        self.tickets += 1;
        self.under_way += 1;
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
        self.under_way = self.under_way.saturating_sub(1);
        let mut is_day_news = self.ledger.enter(info, outcome, at);
        let limit = match outcome.failure {
            Some(FailureKind::RateLimited) => {
                self.attribution
                    .refused(ticket, info, outcome.retry_after, now)
            }
            None => {
                self.budget.accepted(now);
                if let Some(device) = &info.device {
                    self.failing.answered(device);
                    self.settle_doubt(device, now);
                    if info.endpoint == Endpoint::GetLastLocation {
                        self.days.answered(device, at);
                    }
                }
                self.attribution.accepted(ticket, info)
            }
            Some(kind) => {
                if let (Some(device), Endpoint::GetLastLocation) = (&info.device, info.endpoint) {
                    self.failing.failed(device, kind, now);
                }
                self.attribution.told_nothing(ticket);
                None
            }
        };
        match limit {
            Some(Limit::Minute { retry_after }) => {
                self.ledger.minute_was_spent();
                self.budget.refused(retry_after, now);
            }
            Some(Limit::DeviceDay { device, is_sure }) => {
                let was_doubtful = self.doubtful.remove(&device).is_some();
                if is_sure || was_doubtful {
                    self.days.spent(&device, at);
                    self.ledger.day_is_spent(device, at, now + SPENT_REST);
                } else {
                    let doubt = Doubt {
                        since: now,
                        taken_last_minute: self.budget.taken_last_minute(now),
                    };
                    self.doubtful.insert(device.clone(), doubt);
                    self.ledger.leave_alone(device, now + DOUBTFUL_REST);
                }
                is_day_news = true;
            }
            None => {}
        }
        is_day_news
    }

    /// A device is answered about again that was refused while others were answered: so its day is not
    /// spent, and it was the minute that had no room for it.
    fn settle_doubt(&mut self, device: &DeviceId, now: Instant) {
        let Some(doubt) = self.doubtful.remove(device) else {
            return;
        };
        if now.saturating_duration_since(doubt.since) < DOUBT_LASTS {
            self.ledger.minute_was_spent();
            self.budget
                .was_met(doubt.taken_last_minute, doubt.since, now);
        }
    }
}

#[cfg(test)]
mod tests {
    use plaspy::Urgency;

    use super::*;

    struct Desk {
        books: Books,
        now: Instant,
    }

    impl Desk {
        fn new() -> Self {
            let now = Instant::now();
            let budget = Budget::learning(None, now);
            Self {
                books: Books::new(
                    budget,
                    Days::new(None, DateTime::UNIX_EPOCH),
                    Ledger::default(),
                ),
                now,
            }
        }

        fn ask(&mut self, device: &str, is_refused: bool) {
            self.ends(device, is_refused.then_some(FailureKind::RateLimited));
        }

        fn ends(&mut self, device: &str, failure: Option<FailureKind>) {
            let info = RequestInfo {
                endpoint: Endpoint::GetLastLocation,
                device: Some(DeviceId::from(device)),
                urgency: Urgency::Person,
            };
            let outcome = Outcome {
                failure,
                ..Outcome::default()
            };
            self.now += Duration::from_secs(2);
            let at = DateTime::UNIX_EPOCH;
            let ticket = self
                .books
                .admit(&info, at, self.now)
                .expect("there is room");
            self.books.enter(ticket, &info, &outcome, at, self.now);
        }

        fn rests_at(&self, device: &str, later: Duration) -> bool {
            let id = DeviceId::from(device);
            self.books
                .resting(self.now + later)
                .any(|resting| *resting == id)
        }
    }

    #[test]
    fn a_device_refused_between_others_is_tried_again_before_its_day_is_given_up() {
        let mut desk = Desk::new();
        desk.ask("a", true);
        desk.ask("b", false);
        assert!(desk.rests_at("a", Duration::ZERO) && !desk.rests_at("a", DOUBTFUL_REST));
        desk.now += DOUBTFUL_REST;
        desk.ask("a", true);
        desk.ask("b", false);
        assert!(desk.rests_at("a", DOUBTFUL_REST) && !desk.rests_at("a", SPENT_REST));
    }

    #[test]
    fn a_device_about_which_the_service_always_fails_does_not_take_the_turns_of_all() {
        let mut desk = Desk::new();
        for _ in 0..4 {
            desk.ends("a", Some(FailureKind::ServiceDown));
            desk.ends("b", None);
        }
        assert!(desk.rests_at("a", Duration::from_secs(10)) && !desk.rests_at("b", Duration::ZERO));
        desk.ends("a", None);
        assert!(!desk.rests_at("a", Duration::ZERO));
    }

    #[test]
    fn a_device_that_is_answered_the_next_time_had_met_the_minute() {
        let mut desk = Desk::new();
        let before = desk.books.budget.limit_per_minute();
        desk.ask("a", true);
        desk.ask("b", false);
        desk.now += DOUBTFUL_REST;
        desk.ask("a", false);
        assert!(desk.books.budget.limit_per_minute() < before);
        assert_eq!(desk.books.days.limit(), None);
    }
}
