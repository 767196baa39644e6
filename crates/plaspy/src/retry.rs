//! When a request that failed is sent again. Pure: chance and time are given.

use std::time::Duration;

use crate::{endpoint::Endpoint, error::Error};

/// How often, and how patiently, the client sends again what failed for a passing cause.
///
/// Only what is safe to repeat is repeated, see [`Endpoint::is_safe_to_repeat`]. A pause doubles
/// with each failure, is cut by chance to between half and all of it, so that many clients don't
/// come back at once, and is never shorter than the service's `Retry-After`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryPolicy {
    /// How often a request is sent at most, the first time included.
    pub attempts: u32,
    /// The pause after the first failure, before chance shortens it.
    pub first_pause: Duration,
    /// No pause of the client's own is longer.
    pub longest_pause: Duration,
    /// So long after it was first sent, a request is not sent again.
    pub patience: Duration,
}

impl RetryPolicy {
    /// Everything is sent once.
    pub const NONE: Self = Self {
        attempts: 1,
        first_pause: Duration::ZERO,
        longest_pause: Duration::ZERO,
        patience: Duration::ZERO,
    };

    /// How long to wait before the request is sent again after so many failures, `elapsed` after
    /// it was first sent; `None` if it has to be left at that.
    ///
    /// `asked` is how long the service or the token's breaker asks to wait, `chance` lies in 0..1.
    pub(crate) fn pause(
        &self,
        failures: u32,
        asked: Option<Duration>,
        elapsed: Duration,
        chance: f64,
    ) -> Option<Duration> {
        if failures >= self.attempts {
            return None;
        }
        let own = growing(self.first_pause, failures, self.longest_pause, chance);
        let pause = asked.map_or(own, |asked| asked + own / 4);
        (elapsed + pause <= self.patience).then_some(pause)
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            attempts: 3,
            first_pause: Duration::from_millis(500),
            longest_pause: Duration::from_secs(8),
            patience: Duration::from_secs(20),
        }
    }
}

/// `first`, doubled with each failure after the first one up to `longest`, and cut by chance to
/// between half and all of it.
pub(crate) fn growing(first: Duration, failures: u32, longest: Duration, chance: f64) -> Duration {
    let doublings = failures.saturating_sub(1).min(16);
    let whole = first.saturating_mul(1 << doublings).min(longest);
    whole.mul_f64(0.5 + chance.clamp(0.0, 1.0) / 2.0)
}

/// Whether a request may be sent again after this failure of its own exchange.
pub(crate) fn may_repeat(endpoint: Endpoint, is_about_device: bool, error: &Error) -> bool {
    if !endpoint.is_safe_to_repeat() {
        return endpoint.may_begin_again() && error.is_before_sending();
    }
    match error {
        // Which limit it was, only another device's request can tell.
        Error::RateLimited { .. } => !is_about_device,
        error => error.is_retryable(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: RetryPolicy = RetryPolicy {
        attempts: 9,
        first_pause: Duration::from_millis(500),
        longest_pause: Duration::from_secs(8),
        patience: Duration::from_secs(20),
    };

    fn pause(failures: u32, chance: f64) -> Option<Duration> {
        POLICY.pause(failures, None, Duration::ZERO, chance)
    }

    #[test]
    fn pauses_double_up_to_the_longest_and_chance_shortens_them() {
        let whole: Vec<_> = (1..=6)
            .filter_map(|failures| pause(failures, 1.0))
            .collect();
        let expected = [500, 1_000, 2_000, 4_000, 8_000, 8_000].map(Duration::from_millis);
        assert_eq!(whole, expected);
        assert_eq!(pause(3, 0.0), Some(Duration::from_secs(1)));
    }

    #[test]
    fn the_services_wish_is_never_undercut() {
        let asked = Some(Duration::from_secs(5));
        let pause = POLICY.pause(1, asked, Duration::ZERO, 0.0);
        assert!(pause >= asked, "{pause:?}");
    }

    #[test]
    fn patience_and_attempts_end() {
        assert_eq!(pause(9, 0.5), None);
        let late = Duration::from_millis(19_900);
        assert_eq!(POLICY.pause(1, None, late, 1.0), None);
        let long = Some(Duration::from_secs(60));
        assert_eq!(POLICY.pause(1, long, Duration::ZERO, 0.0), None);
        assert_eq!(RetryPolicy::NONE.pause(1, None, Duration::ZERO, 0.0), None);
    }

    #[test]
    fn only_what_was_not_sent_is_begun_again_if_it_changes_anything() {
        let refused = Error::NoNetwork {
            reason: String::new(),
        };
        let lost = Error::ConnectionLost {
            reason: String::new(),
        };
        for endpoint in Endpoint::ALL {
            let safe = endpoint.is_safe_to_repeat();
            assert_eq!(may_repeat(endpoint, false, &lost), safe, "{endpoint}");
            assert_eq!(may_repeat(endpoint, false, &Error::Timeout), safe);
            let never = endpoint == Endpoint::SendCommand;
            assert_eq!(may_repeat(endpoint, false, &refused), !never);
        }
    }

    #[test]
    fn a_limit_met_by_a_device_is_left_to_others_to_judge() {
        let limit = Error::RateLimited { retry_after: None };
        assert!(!may_repeat(Endpoint::GetLastLocation, true, &limit));
        assert!(may_repeat(Endpoint::ListDevices, false, &limit));
    }
}
