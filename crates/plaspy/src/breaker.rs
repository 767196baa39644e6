//! Keeps the token endpoint from being hammered: after a failure no token call goes out for a
//! while, and for a longer one after each that follows. Pure: chance and time are given.

use std::time::Duration;

use tokio::time::Instant;

use crate::retry::growing;

/// The pause after the first failure, before chance shortens it.
const FIRST_PAUSE: Duration = Duration::from_secs(1);

/// No pause is longer, unless the service asks for it.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);

/// A fresh token that is refused may be an accident; from the second in a row on it is a failure.
const ACCIDENTS: u32 = 1;

/// Whether token calls may go out.
#[derive(Debug, Default)]
pub(crate) struct Breaker {
    failures_in_a_row: u32,
    refused_fresh_in_a_row: u32,
    open_until: Option<Instant>,
}

impl Breaker {
    /// How long no token call may go out.
    pub(crate) fn wait(&self, now: Instant) -> Option<Duration> {
        let wait = self.open_until?.checked_duration_since(now)?;
        (!wait.is_zero()).then_some(wait)
    }

    /// A token call failed; `asked` is how long the service asks to wait.
    pub(crate) fn failed(&mut self, asked: Option<Duration>, now: Instant, chance: f64) {
        self.failures_in_a_row = self.failures_in_a_row.saturating_add(1);
        let own = growing(FIRST_PAUSE, self.failures_in_a_row, LONGEST_PAUSE, chance);
        self.open_until = Some(now + asked.map_or(own, |asked| asked.max(own)));
    }

    /// A token was refused that had never been good for anything.
    pub(crate) fn refused_fresh(&mut self, now: Instant, chance: f64) {
        self.refused_fresh_in_a_row = self.refused_fresh_in_a_row.saturating_add(1);
        if self.refused_fresh_in_a_row > ACCIDENTS {
            self.failed(None, now, chance);
        }
    }

    /// A token was accepted.
    pub(crate) fn proved(&mut self) {
        *self = Self::default();
    }

    /// A person wants to try at once.
    pub(crate) fn resume(&mut self) {
        self.open_until = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_five_minutes_and_end_with_a_good_token() {
        let now = Instant::now();
        let mut breaker = Breaker::default();
        assert_eq!(breaker.wait(now), None);
        let mut waits = Vec::new();
        for _ in 0..11 {
            breaker.failed(None, now, 1.0);
            waits.push(breaker.wait(now).expect("open").as_secs());
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
        breaker.proved();
        breaker.failed(None, now, 1.0);
        assert_eq!(breaker.wait(now), Some(FIRST_PAUSE));
        assert_eq!(breaker.wait(now + FIRST_PAUSE), None);
    }

    #[test]
    fn the_services_wish_is_never_undercut() {
        let now = Instant::now();
        let mut breaker = Breaker::default();
        breaker.failed(Some(Duration::from_secs(40)), now, 0.5);
        assert_eq!(breaker.wait(now), Some(Duration::from_secs(40)));
    }

    #[test]
    fn a_service_that_refuses_every_token_it_makes_is_left_in_peace() {
        let now = Instant::now();
        let mut breaker = Breaker::default();
        breaker.refused_fresh(now, 1.0);
        assert_eq!(breaker.wait(now), None, "one may be an accident");
        breaker.refused_fresh(now, 1.0);
        assert_eq!(breaker.wait(now), Some(FIRST_PAUSE));
        breaker.resume();
        assert_eq!(breaker.wait(now), None);
    }
}
