//! The one ledger of requests: what was sent and how it ended, by hour and minute; what was told of each
//! device; and the service's own counters.

pub mod calendar;
pub mod counters;
pub mod device_days;
pub mod hours;
pub mod kind;
pub mod minutes;
pub mod outlook;
pub mod told;

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use plaspy::{DeviceId, Outcome, RequestInfo};

use counters::Counters;
use device_days::DeviceDays;
use hours::HourlyCounts;
use kind::{RequestEnd, RequestKind};
use minutes::Minutes;

const MINUTE: Duration = Duration::from_secs(60);

/// The ledger. Requests are counted, not listed.
#[derive(Debug, Default)]
pub struct Ledger {
    hours: HourlyCounts,
    minutes: Minutes,
    devices: DeviceDays,
    counters: Counters,
    sent: VecDeque<Instant>,
    minute_spent: u32,
}

impl Ledger {
    /// A ledger that goes on where the last one of the account ended.
    #[must_use]
    pub fn after(hours: HourlyCounts) -> Self {
        Self {
            hours,
            ..Self::default()
        }
    }

    /// A request goes out, while so many a minute are allowed.
    pub fn sent(
        &mut self,
        info: &RequestInfo,
        limit_per_minute: u32,
        at: DateTime<Utc>,
        now: Instant,
    ) {
        let kind = RequestKind::of(info.endpoint);
        self.minutes.sent(kind, limit_per_minute, at);
        self.sent.push_back(now);
        self.forget_sent_before(now);
    }

    /// How a request ended. Whether it is news that a device's day is not spent, or over.
    pub fn enter(&mut self, info: &RequestInfo, outcome: &Outcome, at: DateTime<Utc>) -> bool {
        let kind = RequestKind::of(info.endpoint);
        self.hours.enter(kind, RequestEnd::of(outcome.failure), at);
        self.counters.enter(kind, outcome.usage, at);
        match &info.device {
            Some(device) if outcome.failure.is_none() => self.devices.answered(device, at),
            _ => false,
        }
    }

    /// Requests sent in the 60 seconds before `now`.
    pub fn sent_last_minute(&mut self, now: Instant) -> u32 {
        self.forget_sent_before(now);
        u32::try_from(self.sent.len()).unwrap_or(u32::MAX)
    }

    /// The service's own counters, as the last answer that had them gave them.
    #[must_use]
    pub fn usage(&self) -> plaspy::Usage {
        self.counters.last()
    }

    /// The service's own counters, answer by answer.
    #[must_use]
    pub fn counters(&self) -> &Counters {
        &self.counters
    }

    /// Requests by hour.
    #[must_use]
    pub fn hours(&self) -> &HourlyCounts {
        &self.hours
    }

    /// Requests by hour, to be saved.
    pub fn hours_mut(&mut self) -> &mut HourlyCounts {
        &mut self.hours
    }

    /// Requests by minute.
    #[must_use]
    pub fn minutes(&self) -> &Minutes {
        &self.minutes
    }

    /// What was told of each device.
    #[must_use]
    pub fn devices(&self) -> &DeviceDays {
        &self.devices
    }

    /// The limit of requests a minute was met.
    pub fn minute_was_spent(&mut self) {
        self.minute_spent = self.minute_spent.saturating_add(1);
    }

    /// How often the limit of requests a minute was met.
    #[must_use]
    pub fn times_minute_was_spent(&self) -> u32 {
        self.minute_spent
    }

    /// The service gives no more results of a device today; it is left alone until then.
    pub fn day_is_spent(&mut self, device: DeviceId, at: DateTime<Utc>, until: Instant) {
        self.devices.day_is_spent(device, at, until);
    }

    /// The service may give no more results of a device today; it is left alone until then.
    pub fn leave_alone(&mut self, device: DeviceId, until: Instant) {
        self.devices.leave_alone(device, until);
    }

    fn forget_sent_before(&mut self, now: Instant) {
        while self
            .sent
            .front()
            .is_some_and(|sent| now.saturating_duration_since(*sent) >= MINUTE)
        {
            self.sent.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use plaspy::{Endpoint, FailureKind, Urgency};

    use super::*;

    fn info(device: &str) -> RequestInfo {
        RequestInfo {
            endpoint: Endpoint::GetLastLocation,
            device: Some(DeviceId::new(device)),
            urgency: Urgency::Background,
        }
    }

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
    }

    #[test]
    fn requests_are_counted_by_how_they_ended() {
        let mut ledger = Ledger::default();
        let ended = |failure| Outcome {
            failure,
            ..Outcome::default()
        };
        ledger.enter(&info("a"), &ended(None), now());
        ledger.enter(&info("b"), &ended(None), now());
        ledger.enter(&info("a"), &ended(Some(FailureKind::RateLimited)), now());
        ledger.enter(&info("a"), &ended(Some(FailureKind::Timeout)), now());
        ledger.enter(&info("a"), &ended(Some(FailureKind::Refused)), now());
        let counts: Vec<_> = ledger
            .hours()
            .all()
            .map(|(key, count)| (key.end, count))
            .collect();
        assert_eq!(
            counts,
            [
                (RequestEnd::Answered, 2),
                (RequestEnd::Limited, 1),
                (RequestEnd::Failed, 2)
            ]
        );
    }

    #[test]
    fn only_an_answer_tells_that_a_day_is_not_spent() {
        let mut ledger = Ledger::default();
        ledger.day_is_spent("a".into(), now(), Instant::now());
        let refused = Outcome {
            failure: Some(FailureKind::RateLimited),
            ..Outcome::default()
        };
        assert!(!ledger.enter(&info("a"), &refused, now()));
        assert!(ledger.enter(&info("a"), &Outcome::default(), now()));
    }

    #[test]
    fn minutes_that_were_spent_are_counted() {
        let mut ledger = Ledger::default();
        ledger.minute_was_spent();
        ledger.minute_was_spent();
        assert_eq!(ledger.times_minute_was_spent(), 2);
    }

    #[test]
    fn the_last_minute_slides() {
        let mut ledger = Ledger::default();
        let start = Instant::now();
        for second in 0..90 {
            let later = start + Duration::from_secs(second);
            ledger.sent(&info("a"), 60, now(), later);
        }
        assert_eq!(ledger.sent_last_minute(start + Duration::from_secs(89)), 60);
    }
}
