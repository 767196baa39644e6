//! How many requests may be sent, and when the next one may go. Pure: it is told the time.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use plaspy::Urgency;

/// Requests a minute to begin with where the service's limit is unknown (docs/API.md, Limits).
pub const CAREFUL_PER_MINUTE: u32 = 60;

/// Never below this: a service that refuses even so is not met with ever longer silence.
const LEAST_PER_MINUTE: f64 = 6.0;

/// The service counts by its own clock, so ours counts over a little more than a minute.
const WINDOW: Duration = Duration::from_millis(61_000);

/// The share of the limit that may go out at once.
const BURST_SHARE: f64 = 1.0 / 12.0;

/// Requests of a burst that are kept for what a person does next.
const RESERVED_FOR_PEOPLE: f64 = 1.0;

/// First pause after a refusal without `Retry-After`; it doubles with each refusal in a row.
const FIRST_PAUSE: Duration = Duration::from_secs(5);

/// No pause of our own is longer.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// What the limit is multiplied by when the service refuses.
const ON_REFUSAL: f64 = 0.7;

/// What a quiet minute adds to a limit that had to be lowered.
const ON_QUIET_MINUTE: f64 = 6.0;

/// The allowance of requests: a token bucket whose rate is the limit, under a cap on any minute.
#[derive(Debug)]
pub struct Budget {
    ceiling_per_minute: f64,
    known: bool,
    limit_per_minute: f64,
    available: f64,
    refilled_at: Instant,
    sent: VecDeque<Instant>,
    refusals_in_a_row: u32,
    changed_at: Instant,
    paused_until: Option<Instant>,
}

impl Budget {
    /// A fresh allowance. `limit_per_minute` is the service's own figure where it is known.
    #[must_use]
    pub fn new(limit_per_minute: Option<u32>, now: Instant) -> Self {
        let limit = f64::from(limit_per_minute.unwrap_or(CAREFUL_PER_MINUTE)).max(LEAST_PER_MINUTE);
        Self {
            ceiling_per_minute: limit,
            known: limit_per_minute.is_some(),
            limit_per_minute: limit,
            available: burst(limit),
            refilled_at: now,
            sent: VecDeque::new(),
            refusals_in_a_row: 0,
            changed_at: now,
            paused_until: None,
        }
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
        let needed = match urgency {
            Urgency::Person => 1.0,
            Urgency::Background => 1.0 + RESERVED_FOR_PEOPLE,
        };
        if self.available < needed {
            let seconds = (needed - self.available) * 60.0 / self.limit_per_minute;
            return Err(Duration::from_secs_f64(seconds.max(0.001)));
        }
        if let Some(oldest) = self.sent.front()
            && self.sent.len() >= self.limit_per_minute as usize
        {
            return Err((*oldest + WINDOW)
                .saturating_duration_since(now)
                .max(Duration::from_millis(1)));
        }
        self.available -= 1.0;
        self.sent.push_back(now);
        Ok(())
    }

    /// The service took a request.
    pub fn accepted(&mut self, now: Instant) {
        self.refusals_in_a_row = 0;
        let quiet = now.saturating_duration_since(self.changed_at);
        if self.limit_per_minute < self.ceiling_per_minute && quiet >= Duration::from_secs(60) {
            self.limit_per_minute =
                (self.limit_per_minute + ON_QUIET_MINUTE).min(self.ceiling_per_minute);
            self.changed_at = now;
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
        if !self.known {
            self.limit_per_minute = (self.limit_per_minute * ON_REFUSAL).max(LEAST_PER_MINUTE);
        }
        self.available = self.available.min(1.0 + RESERVED_FOR_PEOPLE);
        self.changed_at = now;
    }

    /// Ends a pause: a person wants to try at once.
    pub fn resume(&mut self) {
        self.paused_until = None;
    }

    /// Requests a minute that are allowed at present.
    #[must_use]
    pub fn limit_per_minute(&self) -> u32 {
        self.limit_per_minute as u32
    }

    /// Whether the limit is the service's own figure.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.known
    }

    /// The end of the running pause.
    #[must_use]
    pub fn paused_until(&self, now: Instant) -> Option<Instant> {
        self.paused_until.filter(|until| *until > now)
    }

    /// How many requests it is worth having under way at once: about two seconds' worth.
    #[must_use]
    pub fn worth_under_way(&self) -> usize {
        (self.limit_per_minute / 30.0).clamp(2.0, 48.0) as usize
    }

    fn refill(&mut self, now: Instant) {
        let seconds = now
            .saturating_duration_since(self.refilled_at)
            .as_secs_f64();
        self.refilled_at = now;
        self.available = (self.available + seconds * self.limit_per_minute / 60.0)
            .min(burst(self.limit_per_minute));
        while self
            .sent
            .front()
            .is_some_and(|sent| now.saturating_duration_since(*sent) >= WINDOW)
        {
            self.sent.pop_front();
        }
    }
}

fn burst(limit_per_minute: f64) -> f64 {
    (limit_per_minute * BURST_SHARE).max(2.0 + RESERVED_FOR_PEOPLE)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let mut budget = Budget::new(Some(600), start);
        assert_eq!(take_all(&mut budget, start, 60), 600);
        let later = take_all(&mut budget, start + Duration::from_secs(60), 600);
        assert!((5_800..=6_000).contains(&later), "{later}");
    }

    #[test]
    fn an_unknown_limit_begins_gently() {
        let start = Instant::now();
        let mut budget = Budget::new(None, start);
        assert_eq!(take_all(&mut budget, start, 61), 60);
    }

    #[test]
    fn a_person_is_served_while_the_background_waits() {
        let start = Instant::now();
        let mut budget = Budget::new(Some(60), start);
        while budget.take(Urgency::Background, start).is_ok() {}
        assert_eq!(budget.take(Urgency::Person, start), Ok(()));
    }

    #[test]
    fn a_refusal_pauses_as_long_as_the_service_says() {
        let start = Instant::now();
        let mut budget = Budget::new(None, start);
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
        let mut budget = Budget::new(None, start);
        for _ in 0..10 {
            budget.refused(None, start);
        }
        assert_eq!(budget.limit_per_minute(), 42);
        assert_eq!(budget.paused_until(start), Some(start + FIRST_PAUSE));
    }

    #[test]
    fn pauses_grow_with_each_refusal_and_end_when_a_request_is_taken() {
        let mut now = Instant::now();
        let mut budget = Budget::new(None, now);
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
    fn a_lowered_limit_recovers_in_quiet_minutes_up_to_where_it_began() {
        let start = Instant::now();
        let mut budget = Budget::new(None, start);
        budget.refused(None, start);
        let mut now = start;
        for _ in 0..10 {
            now += Duration::from_secs(60);
            budget.accepted(now);
        }
        assert_eq!(budget.limit_per_minute(), CAREFUL_PER_MINUTE);
    }

    #[test]
    fn a_known_limit_is_not_lowered() {
        let start = Instant::now();
        let mut budget = Budget::new(Some(600), start);
        budget.refused(None, start);
        assert_eq!(budget.limit_per_minute(), 600);
    }
}
