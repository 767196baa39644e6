//! Leaves a server alone that fails: longer each time, and sooner where it can't be reached at all
//! than where single answers are wrong.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::trouble::{Failure, MapTroubleKind};

const FIRST_PAUSE: TimeDelta = TimeDelta::seconds(5);
const LONGEST_PAUSE: TimeDelta = TimeDelta::minutes(5);
/// So many wrong answers in a row make a server one that fails.
const WRONG_ANSWERS: u32 = 3;

/// The servers that failed lately, by host.
#[derive(Debug, Default)]
pub(super) struct Hosts(HashMap<String, Host>);

#[derive(Debug, Default)]
struct Host {
    wrong_in_a_row: u32,
    pauses: u32,
    paused: Option<Pause>,
}

/// A server is left alone.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pause {
    /// Why.
    pub(super) failure: Failure,
    /// Until when.
    pub(super) until: DateTime<Utc>,
}

impl Hosts {
    /// Whether a server may be asked now; if not, why.
    pub(super) fn admit(&self, host: &str, now: DateTime<Utc>) -> Result<(), Failure> {
        match self.pause(host) {
            Some(pause) if now < pause.until => Err(pause.failure.clone()),
            _ => Ok(()),
        }
    }

    /// Why a server is, or was last, left alone; nothing once it has answered again.
    pub(super) fn pause(&self, host: &str) -> Option<&Pause> {
        self.0.get(host)?.paused.as_ref()
    }

    /// A server answered as it should. Says whether it had failed before.
    pub(super) fn answered(&mut self, host: &str) -> bool {
        self.0
            .remove(host)
            .is_some_and(|host| host.paused.is_some())
    }

    /// A server failed. Says whether it is left alone from now on.
    pub(super) fn failed(
        &mut self,
        failure: &Failure,
        retry_after: Option<TimeDelta>,
        now: DateTime<Utc>,
    ) -> bool {
        let host = self.0.entry(failure.place.clone()).or_default();
        if host.paused.as_ref().is_some_and(|pause| now < pause.until) {
            // Was under way when the pause began, and tells nothing new.
            return false;
        }
        host.wrong_in_a_row += 1;
        if is_about_one_answer(failure.kind) && host.wrong_in_a_row < WRONG_ANSWERS {
            return false;
        }
        let doubled = FIRST_PAUSE * 2_i32.pow(host.pauses.min(10));
        let pause = doubled
            .min(LONGEST_PAUSE)
            .max(retry_after.unwrap_or_default());
        host.pauses += 1;
        host.paused = Some(Pause {
            failure: failure.clone(),
            until: now + pause.min(TimeDelta::hours(1)),
        });
        true
    }

    /// A person wants all of them asked again.
    pub(super) fn forget(&mut self) {
        self.0.clear();
    }
}

fn is_about_one_answer(kind: MapTroubleKind) -> bool {
    use MapTroubleKind as Kind;
    matches!(
        kind,
        Kind::Refused
            | Kind::NotATile
            | Kind::WebPage
            | Kind::TooLarge
            | Kind::VectorTiles
            | Kind::Moved
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).expect("in range")
    }

    fn failure(kind: MapTroubleKind) -> Failure {
        Failure::new("tiles.example", kind, "")
    }

    #[test]
    fn a_server_that_can_t_be_reached_is_left_alone_longer_each_time() {
        let mut hosts = Hosts::default();
        let dead = failure(MapTroubleKind::NoNetwork);
        assert!(hosts.failed(&dead, None, at(0)));
        assert!(!hosts.failed(&dead, None, at(1)), "of the same pause");
        assert!(hosts.admit("tiles.example", at(4)).is_err());
        assert!(hosts.admit("other.example", at(4)).is_ok());
        assert!(hosts.admit("tiles.example", at(5)).is_ok());
        assert!(hosts.failed(&dead, None, at(5)));
        assert!(hosts.admit("tiles.example", at(14)).is_err());
        let mut now = 15;
        for _ in 0..40 {
            hosts.failed(&dead, None, at(now));
            now += 300;
        }
        assert!(
            hosts.admit("tiles.example", at(now)).is_ok(),
            "at most 5 min"
        );
        assert!(hosts.answered("tiles.example"));
        assert!(hosts.pause("tiles.example").is_none());
    }

    #[test]
    fn one_wrong_tile_says_nothing_of_the_others() {
        let mut hosts = Hosts::default();
        let wrong = failure(MapTroubleKind::NotATile);
        assert!(!hosts.failed(&wrong, None, at(0)));
        assert!(!hosts.failed(&wrong, None, at(0)));
        assert!(!hosts.answered("tiles.example"));
        assert!(!hosts.failed(&wrong, None, at(1)));
        assert!(!hosts.failed(&wrong, None, at(1)));
        assert!(hosts.failed(&wrong, None, at(1)), "three in a row");
    }

    #[test]
    fn a_server_that_names_a_time_gets_it() {
        let mut hosts = Hosts::default();
        let busy = failure(MapTroubleKind::Busy);
        hosts.failed(&busy, Some(TimeDelta::seconds(90)), at(0));
        assert!(hosts.admit("tiles.example", at(89)).is_err());
        assert!(hosts.admit("tiles.example", at(90)).is_ok());
    }
}
