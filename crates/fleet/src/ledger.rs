//! The one ledger of requests: endpoint, device, day and outcome of everything that was sent.

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use plaspy::{DeviceId, Endpoint, FailureKind, Outcome, RequestInfo};

/// Days that are kept: today and yesterday, by UTC.
const DAYS_KEPT: TimeDelta = TimeDelta::days(1);

const MINUTE: Duration = Duration::from_secs(60);

/// What entries are counted by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Entry {
    /// The operation.
    pub endpoint: Endpoint,
    /// The device asked about.
    pub device: Option<DeviceId>,
    /// The day by UTC.
    pub day: NaiveDate,
    /// `None` for a success.
    pub failure: Option<FailureKind>,
}

/// The ledger. Requests of one kind, device, day and outcome are counted, not listed.
#[derive(Debug, Default)]
pub struct Ledger {
    counts: HashMap<Entry, u32>,
    newest_day: Option<NaiveDate>,
    sent: VecDeque<Instant>,
    usage: plaspy::Usage,
    spent: HashMap<DeviceId, Instant>,
    minute_spent: u32,
}

impl Ledger {
    /// A request went out.
    pub fn sent(&mut self, at: Instant) {
        self.sent.push_back(at);
        self.forget_sent_before(at);
    }

    /// How a request ended.
    pub fn enter(&mut self, info: &RequestInfo, outcome: &Outcome, at: DateTime<Utc>) {
        let day = at.date_naive();
        if self.newest_day.is_none_or(|newest| day > newest) {
            self.newest_day = Some(day);
            self.counts.retain(|entry, _| day - entry.day <= DAYS_KEPT);
        }
        let entry = Entry {
            endpoint: info.endpoint,
            device: info.device.clone(),
            day,
            failure: outcome.failure,
        };
        *self.counts.entry(entry).or_default() += 1;
        self.usage = plaspy::Usage {
            request: outcome.usage.request.or(self.usage.request),
            daily: outcome.usage.daily.or(self.usage.daily),
        };
    }

    /// Requests sent in the 60 seconds before `at`.
    pub fn sent_last_minute(&mut self, at: Instant) -> u32 {
        self.forget_sent_before(at);
        u32::try_from(self.sent.len()).unwrap_or(u32::MAX)
    }

    /// The service's own counters, as the last answer that had them gave them.
    #[must_use]
    pub fn usage(&self) -> plaspy::Usage {
        self.usage
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
    pub fn day_is_spent(&mut self, device: DeviceId, until: Instant) {
        self.spent.insert(device, until);
    }

    /// The service answered about a device: its day is not spent, or over. Whether that is news.
    pub fn answered(&mut self, device: &DeviceId) -> bool {
        self.spent.remove(device).is_some()
    }

    /// The devices whose day is spent, as far as was found out lately.
    pub fn spent(&self, now: Instant) -> impl Iterator<Item = &DeviceId> {
        let spent = self.spent.iter().filter(move |(_, until)| **until > now);
        spent.map(|(device, _)| device)
    }

    /// Until when a device is left alone because its day is spent.
    #[must_use]
    pub fn spent_until(&self, device: &DeviceId, now: Instant) -> Option<Instant> {
        self.spent.get(device).copied().filter(|until| *until > now)
    }

    /// Every count.
    pub fn counts(&self) -> impl Iterator<Item = (&Entry, u32)> {
        self.counts.iter().map(|(entry, count)| (entry, *count))
    }

    fn forget_sent_before(&mut self, at: Instant) {
        while self
            .sent
            .front()
            .is_some_and(|sent| at.saturating_duration_since(*sent) >= MINUTE)
        {
            self.sent.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use plaspy::Urgency;

    use super::*;

    fn info(device: &str) -> RequestInfo {
        RequestInfo {
            endpoint: Endpoint::GetLastLocation,
            device: Some(DeviceId::new(device)),
            urgency: Urgency::Background,
        }
    }

    fn at(day: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + day * 86_400, 0).expect("a valid time")
    }

    #[test]
    fn requests_are_counted_by_device_day_and_outcome() {
        let mut ledger = Ledger::default();
        let refused = Outcome {
            failure: Some(FailureKind::RateLimited),
            ..Outcome::default()
        };
        ledger.enter(&info("a"), &Outcome::default(), at(0));
        ledger.enter(&info("a"), &Outcome::default(), at(0));
        ledger.enter(&info("a"), &refused, at(0));
        ledger.enter(&info("b"), &Outcome::default(), at(1));
        let mut counts: Vec<_> = ledger.counts().map(|(_, count)| count).collect();
        counts.sort_unstable();
        assert_eq!(counts, [1, 1, 2]);
    }

    #[test]
    fn days_before_yesterday_are_forgotten() {
        let mut ledger = Ledger::default();
        for day in 0..5 {
            ledger.enter(&info("a"), &Outcome::default(), at(day));
        }
        assert_eq!(ledger.counts().count(), 2);
    }

    #[test]
    fn a_spent_day_is_looked_at_again_in_time_or_with_an_answer() {
        let mut ledger = Ledger::default();
        let now = Instant::now();
        let [a, b] = ["a", "b"].map(DeviceId::from);
        let later = now + MINUTE;
        ledger.day_is_spent(a.clone(), later);
        ledger.day_is_spent(b.clone(), later);
        assert!(ledger.answered(&b) && !ledger.answered(&b));
        assert_eq!(ledger.spent(now).collect::<Vec<_>>(), [&a]);
        assert_eq!(ledger.spent_until(&a, now), Some(later));
        assert_eq!(ledger.spent(later).count(), 0);
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
            ledger.sent(start + Duration::from_secs(second));
        }
        assert_eq!(ledger.sent_last_minute(start + Duration::from_secs(89)), 60);
    }

    #[test]
    fn an_answer_without_counters_keeps_the_last_ones() {
        let mut ledger = Ledger::default();
        let usage = plaspy::Usage {
            request: Some(3),
            daily: Some(45),
        };
        ledger.enter(
            &info("a"),
            &Outcome {
                usage,
                ..Outcome::default()
            },
            at(0),
        );
        ledger.enter(&info("a"), &Outcome::default(), at(0));
        assert_eq!(ledger.usage(), usage);
    }
}
