//! The service's limit of requests a minute, which nobody tells: learnt from what it takes and what
//! it refuses. It grows while all of it is used and nothing is refused, fast as long as no limit was
//! met and in small steps after, and falls to below what was met. Pure: it is told the time.

use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

/// Requests a minute to begin with where the service's limit is unknown (docs/API.md, Limits).
pub const CAREFUL_PER_MINUTE: u32 = 60;

/// Never below this: a service that refuses even so is not met with ever longer silence.
const LEAST_PER_MINUTE: f64 = 6.0;

/// Nobody's limit is higher, and no account needs more.
const MOST_PER_MINUTE: f64 = 60_000.0;

/// One step a minute at the most: the service counts by minutes, and so takes one to complain.
const STEP: Duration = Duration::from_secs(61);

/// A limit of which less was used has not been tried.
const USED_SHARE: f64 = 0.8;

/// What a minute without a refusal multiplies the limit by while none was ever met.
const UNMET_GROWTH: f64 = 1.5;

/// What a minute without a refusal adds on the way back to a limit that was met, as its share.
const STEP_SHARE: f64 = 0.01;

/// The share of a limit that was met which is taken for safe.
const SAFE_SHARE: f64 = 0.98;

/// What a refusal leaves of the rate that met it.
const ON_REFUSAL: f64 = 0.94;

/// What a refusal leaves that follows on another one at once: what was learnt before was wrong.
const ON_REPEATED_REFUSAL: f64 = 0.85;

/// A refusal at less than this share of the limit was not met by the rate of the last minute.
const LEAST_EVIDENCE: f64 = 0.5;

/// A limit that was met is tried again after so long, and by so much more; each time that it is met
/// again doubles the wait.
const FIRST_PATIENCE: Duration = Duration::from_secs(120);
const LONGEST_PATIENCE: Duration = Duration::from_secs(4 * 3_600);
const TRIAL_GROWTH: f64 = 1.05;

/// What is known of a limit, to be remembered with the account.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct LimitMemory {
    /// Requests a minute that the service took without complaint.
    pub per_minute: f64,
    /// Requests a minute at which it complained last; `None` if it never did.
    pub met_per_minute: Option<f64>,
}

/// The limit as far as it is learnt.
#[derive(Debug)]
pub struct LearntLimit {
    per_minute: f64,
    met: Option<f64>,
    patience: Duration,
    stepped_at: Instant,
    refused_at: Option<Instant>,
}

impl LearntLimit {
    /// Begins with what was remembered, or carefully.
    #[must_use]
    pub fn new(memory: Option<LimitMemory>, now: Instant) -> Self {
        let remembered = memory.map(|memory| memory.per_minute);
        let per_minute = remembered
            .filter(|per_minute| per_minute.is_finite())
            .unwrap_or(f64::from(CAREFUL_PER_MINUTE));
        Self {
            per_minute: per_minute.clamp(LEAST_PER_MINUTE, MOST_PER_MINUTE),
            met: memory.and_then(|memory| memory.met_per_minute),
            patience: FIRST_PATIENCE,
            stepped_at: now,
            refused_at: None,
        }
    }

    /// Requests a minute that are worth trying at present.
    #[must_use]
    pub fn per_minute(&self) -> f64 {
        self.per_minute
    }

    /// Whether the service ever complained, so that the figure is more than a careful guess.
    #[must_use]
    pub fn was_met(&self) -> bool {
        self.met.is_some()
    }

    /// What to remember.
    #[must_use]
    pub fn memory(&self) -> LimitMemory {
        LimitMemory {
            per_minute: self.per_minute,
            met_per_minute: self.met,
        }
    }

    /// The service took a request, after so many others in the minute before.
    pub fn accepted(&mut self, sent_last_minute: usize, now: Instant) {
        let since = now.saturating_duration_since(self.stepped_at);
        if since < STEP || (sent_last_minute as f64) < self.per_minute * USED_SHARE {
            return;
        }
        match self.met {
            None => self.per_minute *= UNMET_GROWTH,
            Some(met) if self.per_minute < met * SAFE_SHARE => {
                let next = self.per_minute + (met * STEP_SHARE).max(0.5);
                self.per_minute = next.min(met * SAFE_SHARE);
            }
            Some(met) if since >= self.patience => {
                self.met = Some(met * TRIAL_GROWTH);
            }
            Some(_) => return,
        }
        self.per_minute = self.per_minute.min(MOST_PER_MINUTE);
        self.stepped_at = now;
    }

    /// The service refused, `met_at` a moment ago, having taken so many requests in the minute before.
    /// What was refused at the rate before the last step down, or in the minute after it, says nothing
    /// new.
    pub fn refused(&mut self, taken_last_minute: usize, met_at: Instant, now: Instant) {
        let since = self
            .refused_at
            .map(|before| met_at.saturating_duration_since(before));
        if since.is_some_and(|since| since < STEP) {
            return;
        }
        self.refused_at = Some(now);
        let least = self.per_minute * LEAST_EVIDENCE;
        let met = (taken_last_minute as f64).clamp(least, self.per_minute);
        let is_known = self
            .met
            .is_some_and(|before| (met / before - 1.0).abs() < 0.1);
        self.patience = match is_known {
            true => (self.patience * 2).min(LONGEST_PATIENCE),
            false => FIRST_PATIENCE,
        };
        let left = match since {
            Some(since) if since < STEP * 3 => ON_REPEATED_REFUSAL,
            _ => ON_REFUSAL,
        };
        self.per_minute = (met * left).max(LEAST_PER_MINUTE);
        self.met = Some(met.max(LEAST_PER_MINUTE));
        self.stepped_at = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Minutes in which all that is allowed is sent, against a limit that the service hides.
    fn live(limit: &mut LearntLimit, hidden: f64, minutes: u32, start: Instant) -> (f64, u32) {
        let (mut used, mut refusals) = (0.0, 0);
        for minute in 0..minutes {
            let now = start + STEP * minute;
            let sent = limit.per_minute();
            if sent > hidden {
                refusals += 1;
                limit.refused(hidden as usize, now, now);
            } else {
                limit.accepted(sent as usize, now);
            }
            used += sent.min(hidden);
        }
        (used / (hidden * f64::from(minutes)), refusals)
    }

    #[test]
    fn a_hidden_limit_is_found_and_then_used_with_few_refusals() {
        for hidden in [60.0, 600.0, 6_000.0] {
            let start = Instant::now();
            let mut limit = LearntLimit::new(None, start);
            live(&mut limit, hidden, 20, start);
            let (used, refusals) = live(&mut limit, hidden, 120, start + STEP * 20);
            assert!(used >= 0.95, "{hidden}: {used}");
            assert!(refusals <= 6, "{hidden}: {refusals}");
            assert!(limit.was_met());
        }
    }

    #[test]
    fn what_is_not_used_does_not_grow() {
        let start = Instant::now();
        let mut limit = LearntLimit::new(None, start);
        for minute in 0..100 {
            limit.accepted(10, start + STEP * minute);
        }
        assert_eq!(limit.per_minute(), f64::from(CAREFUL_PER_MINUTE));
        assert!(!limit.was_met());
    }

    #[test]
    fn a_limit_that_was_lowered_is_followed_down_and_one_that_was_raised_is_found_in_time() {
        let start = Instant::now();
        let mut limit = LearntLimit::new(None, start);
        live(&mut limit, 600.0, 60, start);
        live(&mut limit, 100.0, 20, start + STEP * 60);
        assert!(limit.per_minute() <= 105.0, "{}", limit.per_minute());
        live(&mut limit, 600.0, 24 * 60, start + STEP * 80);
        assert!(limit.per_minute() >= 120.0, "{}", limit.per_minute());
    }

    #[test]
    fn a_service_that_refuses_everything_is_still_asked_now_and_then() {
        let start = Instant::now();
        let mut limit = LearntLimit::new(None, start);
        for minute in 0..100 {
            limit.refused(0, start + STEP * minute, start + STEP * minute);
        }
        assert_eq!(limit.per_minute(), LEAST_PER_MINUTE);
    }

    #[test]
    fn what_was_learnt_is_remembered() {
        let start = Instant::now();
        let mut limit = LearntLimit::new(None, start);
        live(&mut limit, 600.0, 60, start);
        let again = LearntLimit::new(Some(limit.memory()), start);
        assert_eq!(again.per_minute(), limit.per_minute());
        assert!(again.was_met());
    }
}
