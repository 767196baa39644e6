//! How many requests may be sent, and when the next one may go. Pure: it is told the time.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use plaspy::Urgency;
use serde::Serialize;
use ts_rs::TS;

use super::limit::{LearntLimit, LimitMemory};

/// The service counts by its own clock, so ours counts over a little more than a minute.
const WINDOW: Duration = Duration::from_millis(61_000);

/// The share of the limit that may go out at once.
const BURST_SHARE: f64 = 1.0 / 12.0;

/// Requests of a burst that are kept for what a person does next.
const RESERVED_OF_BURST: f64 = 1.0;

/// The share of a minute that is kept for what a person does next, one request at the least.
pub(super) const RESERVED_SHARE: f64 = 0.02;

/// The share of the limit that is spent while nobody sees the window.
const TRICKLE_SHARE: f64 = 0.1;

/// First pause after a refusal without `Retry-After`; it doubles with each refusal in a row.
const FIRST_PAUSE: Duration = Duration::from_secs(5);

/// No pause of our own is longer.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// What the app goes by.
#[derive(Debug)]
enum Limit {
    /// The service's own figure.
    Told(f64),
    /// What was found out so far.
    Learnt(LearntLimit),
}

/// How the limit of requests a minute is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LimitSource {
    /// The service told it.
    Told,
    /// The service complained at that rate.
    Met,
    /// It is not known: more was never tried, or nothing ever refused.
    Unknown,
}

/// The allowance of requests: a token bucket whose rate is the limit, under a cap on any minute.
#[derive(Debug)]
pub struct Budget {
    limit: Limit,
    /// What the person set as the most.
    ceiling_per_minute: Option<f64>,
    is_trickling: bool,
    available: f64,
    refilled_at: Instant,
    sent: VecDeque<Instant>,
    taken: VecDeque<Instant>,
    last_in_background: Option<Instant>,
    refusals_in_a_row: u32,
    paused_until: Option<Instant>,
}

impl Budget {
    /// The allowance of an account whose limit the service told.
    #[must_use]
    pub fn told(per_minute: u32, now: Instant) -> Self {
        Self::new(Limit::Told(f64::from(per_minute.max(1))), now)
    }

    /// The allowance of an account whose limit has to be learnt, from what is remembered of it.
    #[must_use]
    pub fn learning(memory: Option<LimitMemory>, now: Instant) -> Self {
        Self::new(Limit::Learnt(LearntLimit::new(memory, now)), now)
    }

    fn new(limit: Limit, now: Instant) -> Self {
        let mut budget = Self {
            limit,
            ceiling_per_minute: None,
            is_trickling: false,
            available: 0.0,
            refilled_at: now,
            sent: VecDeque::new(),
            taken: VecDeque::new(),
            last_in_background: None,
            refusals_in_a_row: 0,
            paused_until: None,
        };
        budget.available = burst(budget.per_minute());
        budget
    }

    /// Sends no more than this a minute, whatever the service would take.
    pub fn set_ceiling(&mut self, per_minute: Option<u32>) {
        self.ceiling_per_minute = per_minute.map(|per_minute| f64::from(per_minute.max(1)));
    }

    /// What the person set as the most.
    #[must_use]
    pub fn ceiling_per_minute(&self) -> Option<u32> {
        self.ceiling_per_minute.map(|ceiling| ceiling as u32)
    }

    /// Spends a trickle only on what no person waits for, or all of it again.
    pub fn set_trickling(&mut self, is_trickling: bool) {
        self.is_trickling = is_trickling;
    }

    /// Takes one request from the allowance.
    ///
    /// # Errors
    /// How long to wait before asking again, at least a millisecond.
    pub fn take(&mut self, urgency: Urgency, now: Instant) -> Result<(), Duration> {
        self.refill(now);
        if let Some(until) = self.paused_until.filter(|until| *until > now) {
            return Err(until - now);
        }
        let per_minute = self.per_minute();
        let (of_burst, of_minute) = match urgency {
            Urgency::Person => (0.0, 0.0),
            Urgency::Background => {
                self.check_trickle(now)?;
                (RESERVED_OF_BURST, (per_minute * RESERVED_SHARE).max(1.0))
            }
        };
        let needed = 1.0 + of_burst;
        if self.available < needed {
            let seconds = (needed - self.available) * 60.0 / per_minute;
            return Err(Duration::from_secs_f64(seconds.max(0.001)));
        }
        let most = (per_minute - of_minute).ceil().max(1.0) as usize;
        if self.sent.len() >= most
            && let Some(leaves_next) = self.sent.get(self.sent.len() - most)
        {
            return Err((*leaves_next + WINDOW)
                .saturating_duration_since(now)
                .max(Duration::from_millis(1)));
        }
        self.available -= 1.0;
        self.sent.push_back(now);
        if urgency == Urgency::Background {
            self.last_in_background = Some(now);
        }
        Ok(())
    }

    fn check_trickle(&self, now: Instant) -> Result<(), Duration> {
        let Some(last) = self.last_in_background.filter(|_| self.is_trickling) else {
            return Ok(());
        };
        let apart = Duration::from_secs_f64(60.0 / (self.per_minute() * TRICKLE_SHARE).max(1.0));
        let wait = (last + apart).saturating_duration_since(now);
        if wait.is_zero() { Ok(()) } else { Err(wait) }
    }

    /// The service took a request.
    pub fn accepted(&mut self, now: Instant) {
        self.refill(now);
        self.refusals_in_a_row = 0;
        self.taken.push_back(now);
        let sent = self.sent.len();
        if let Limit::Learnt(limit) = &mut self.limit {
            limit.accepted(sent, now);
        }
    }

    /// The limit of the minute is met. Requests that were under way together count as one refusal.
    pub fn refused(&mut self, retry_after: Option<Duration>, now: Instant) {
        if self.paused_until.is_some_and(|until| until > now) && retry_after.is_none() {
            return;
        }
        let own_pause =
            (FIRST_PAUSE * 2_u32.saturating_pow(self.refusals_in_a_row)).min(LONGEST_PAUSE);
        let until = now + retry_after.unwrap_or(own_pause);
        let already_paused = self.paused_until.is_some_and(|until| until > now);
        self.paused_until = Some(
            self.paused_until
                .map_or(until, |earlier| earlier.max(until)),
        );
        if already_paused {
            return;
        }
        self.refusals_in_a_row = self.refusals_in_a_row.saturating_add(1);
        let taken = self.taken_last_minute(now);
        self.was_met(taken, now, now);
        self.available = self.available.min(1.0 + RESERVED_OF_BURST);
    }

    /// How many requests the service took in the minute before.
    pub fn taken_last_minute(&mut self, now: Instant) -> usize {
        self.refill(now);
        self.taken.len()
    }

    /// It turns out that the limit was met a while ago, by so many requests; there is nothing to wait
    /// for any more.
    pub fn was_met(&mut self, taken_last_minute: usize, met_at: Instant, now: Instant) {
        if let Limit::Learnt(limit) = &mut self.limit {
            limit.refused(taken_last_minute, met_at, now);
        }
    }

    /// Ends a pause: a person wants to try at once.
    pub fn resume(&mut self) {
        self.paused_until = None;
    }

    /// Requests a minute that are allowed at present.
    #[must_use]
    pub fn limit_per_minute(&self) -> u32 {
        self.per_minute() as u32
    }

    /// How the limit is known.
    #[must_use]
    pub fn source(&self) -> LimitSource {
        match &self.limit {
            Limit::Told(_) => LimitSource::Told,
            Limit::Learnt(limit) if limit.was_met() => LimitSource::Met,
            Limit::Learnt(_) => LimitSource::Unknown,
        }
    }

    /// What was learnt, to be remembered; `None` where there is nothing to learn.
    #[must_use]
    pub fn memory(&self) -> Option<LimitMemory> {
        match &self.limit {
            Limit::Told(_) => None,
            Limit::Learnt(limit) => Some(limit.memory()),
        }
    }

    /// The end of the running pause.
    #[must_use]
    pub fn paused_until(&self, now: Instant) -> Option<Instant> {
        self.paused_until.filter(|until| *until > now)
    }

    /// How many requests it is worth having under way at once: about two seconds' worth.
    #[must_use]
    pub fn worth_under_way(&self) -> usize {
        (self.per_minute() / 30.0).clamp(2.0, 48.0) as usize
    }

    fn per_minute(&self) -> f64 {
        let limit = match &self.limit {
            Limit::Told(per_minute) => *per_minute,
            Limit::Learnt(limit) => limit.per_minute(),
        };
        self.ceiling_per_minute
            .map_or(limit, |ceiling| limit.min(ceiling))
    }

    fn refill(&mut self, now: Instant) {
        let per_minute = self.per_minute();
        let seconds = now
            .saturating_duration_since(self.refilled_at)
            .as_secs_f64();
        self.refilled_at = now;
        self.available = (self.available + seconds * per_minute / 60.0).min(burst(per_minute));
        for moments in [&mut self.sent, &mut self.taken] {
            while moments
                .front()
                .is_some_and(|moment| now.saturating_duration_since(*moment) >= WINDOW)
            {
                moments.pop_front();
            }
        }
    }
}

fn burst(per_minute: f64) -> f64 {
    (per_minute * BURST_SHARE).max(2.0 + RESERVED_OF_BURST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refresh::limit::CAREFUL_PER_MINUTE;

    fn take_all(budget: &mut Budget, from: Instant, seconds: u64) -> usize {
        let end = from + Duration::from_secs(seconds);
        let mut now = from;
        let mut taken = 0;
        while now < end {
            match budget.take(Urgency::Background, now) {
                Ok(()) => taken += 1,
                Err(wait) => now += wait,
            }
        }
        taken
    }

    #[test]
    fn no_minute_exceeds_the_limit_and_most_of_it_is_used() {
        let start = Instant::now();
        let mut budget = Budget::told(600, start);
        assert!(take_all(&mut budget, start, 60) <= 600);
        let later = take_all(&mut budget, start + Duration::from_secs(60), 600);
        assert!((5_700..=6_000).contains(&later), "{later}");
    }

    #[test]
    fn an_unknown_limit_begins_gently() {
        let start = Instant::now();
        let mut budget = Budget::learning(None, start);
        assert_eq!(take_all(&mut budget, start, 61), 59);
    }

    #[test]
    fn a_person_is_served_while_the_background_waits() {
        let start = Instant::now();
        let mut budget = Budget::told(60, start);
        while budget.take(Urgency::Background, start).is_ok() {}
        assert_eq!(budget.take(Urgency::Person, start), Ok(()));
    }

    #[test]
    fn a_refusal_pauses_as_long_as_the_service_says() {
        let start = Instant::now();
        let mut budget = Budget::learning(None, start);
        budget.refused(Some(Duration::from_secs(17)), start);
        assert_eq!(
            budget.take(Urgency::Person, start),
            Err(Duration::from_secs(17))
        );
        assert_eq!(
            budget.take(Urgency::Person, start + Duration::from_secs(17)),
            Ok(())
        );
    }

    #[test]
    fn refusals_under_way_together_lower_the_limit_once() {
        let start = Instant::now();
        let mut budget = Budget::learning(None, start);
        take_all(&mut budget, start, 61);
        let now = start + Duration::from_secs(60);
        budget.refused(None, now);
        let once = budget.limit_per_minute();
        assert!(once < CAREFUL_PER_MINUTE);
        for _ in 0..10 {
            budget.refused(None, now);
        }
        assert_eq!(budget.limit_per_minute(), once);
        assert_eq!(budget.paused_until(now), Some(now + FIRST_PAUSE));
    }

    #[test]
    fn pauses_grow_with_each_refusal_and_end_when_a_request_is_taken() {
        let mut now = Instant::now();
        let mut budget = Budget::learning(None, now);
        for expected in [5, 10, 20, 40, 60, 60] {
            budget.refused(None, now);
            let until = budget.paused_until(now).expect("paused");
            assert_eq!(until - now, Duration::from_secs(expected));
            now = until;
        }
        budget.accepted(now);
        budget.refused(None, now);
        assert_eq!(budget.paused_until(now), Some(now + FIRST_PAUSE));
    }

    #[test]
    fn a_ceiling_holds_whatever_the_service_would_take() {
        let start = Instant::now();
        let mut budget = Budget::told(600, start);
        budget.set_ceiling(Some(30));
        let taken = take_all(&mut budget, start, 600);
        // What was in the bucket before the ceiling came goes out at once, and no minute exceeds it.
        assert!((280..=300).contains(&taken), "{taken}");
        budget.set_ceiling(None);
        assert_eq!(budget.limit_per_minute(), 600);
    }

    #[test]
    fn an_unseen_window_spends_a_trickle_and_people_are_served_all_the_same() {
        let start = Instant::now();
        let mut budget = Budget::told(600, start);
        budget.set_trickling(true);
        let taken = take_all(&mut budget, start, 600);
        assert!((590..=610).contains(&taken), "{taken}");
        let now = start + Duration::from_secs(600);
        assert_eq!(budget.take(Urgency::Person, now), Ok(()));
    }

    #[test]
    fn the_background_leaves_a_person_something_of_every_minute() {
        let start = Instant::now();
        let mut budget = Budget::told(60, start);
        take_all(&mut budget, start, 3_600);
        let mut now = start + Duration::from_secs(3_600);
        let wait = budget.take(Urgency::Person, now).err().unwrap_or_default();
        now += wait;
        assert!(wait < Duration::from_secs(2), "{wait:?}");
        assert_eq!(budget.take(Urgency::Person, now), Ok(()));
    }

    #[test]
    fn a_known_limit_is_not_lowered() {
        let start = Instant::now();
        let mut budget = Budget::told(600, start);
        budget.refused(None, start);
        assert_eq!(budget.limit_per_minute(), 600);
    }
}
