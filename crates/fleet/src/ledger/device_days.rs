//! What the service told of each device on a day, and which devices' days were found spent.

use std::collections::{BTreeMap, HashMap};
use std::time::Instant;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use plaspy::DeviceId;

/// Days that are kept: today and yesterday, by UTC.
const DAYS_KEPT: TimeDelta = TimeDelta::days(1);

/// A device whose limit of the day was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MetLimit {
    /// When it was first met on that day.
    pub at: DateTime<Utc>,
    /// Answers about the device before that, on the same day by UTC.
    pub answers: u32,
}

/// Answers by device and day, as far as this run of the app counted.
#[derive(Debug, Default)]
pub struct DeviceDays {
    answers: BTreeMap<NaiveDate, HashMap<DeviceId, u32>>,
    met: BTreeMap<NaiveDate, HashMap<DeviceId, MetLimit>>,
    spent: HashMap<DeviceId, Instant>,
}

impl DeviceDays {
    /// The service answered about a device: its day is not spent, or over. Whether that is news.
    pub fn answered(&mut self, device: &DeviceId, at: DateTime<Utc>) -> bool {
        let day = at.date_naive();
        if !self.answers.contains_key(&day) {
            self.answers.retain(|kept, _| day - *kept <= DAYS_KEPT);
            self.met.retain(|kept, _| day - *kept <= DAYS_KEPT);
        }
        let of_day = self.answers.entry(day).or_default();
        match of_day.get_mut(device) {
            Some(count) => *count += 1,
            None => {
                of_day.insert(device.clone(), 1);
            }
        }
        self.spent.remove(device).is_some()
    }

    /// The service gives no more results of a device today; it is left alone until then.
    pub fn day_is_spent(&mut self, device: DeviceId, at: DateTime<Utc>, until: Instant) {
        let day = at.date_naive();
        let answers = self.answers.get(&day).and_then(|day| day.get(&device));
        let met = MetLimit {
            at,
            answers: answers.copied().unwrap_or_default(),
        };
        let of_day = self.met.entry(day).or_default();
        of_day.entry(device.clone()).or_insert(met);
        self.spent.insert(device, until);
    }

    /// The service may give no more results of a device today; it is left alone until then.
    pub fn leave_alone(&mut self, device: DeviceId, until: Instant) {
        self.spent.insert(device, until);
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

    /// Today's and yesterday's devices whose limit was met, with the day by UTC.
    pub fn met(&self) -> impl Iterator<Item = (NaiveDate, &DeviceId, MetLimit)> {
        let days = self.met.iter();
        days.flat_map(|(day, met)| met.iter().map(|(device, met)| (*day, device, *met)))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn at(day: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + day * 86_400, 0).expect("a valid time")
    }

    #[test]
    fn a_spent_day_is_looked_at_again_in_time_or_with_an_answer() {
        let mut days = DeviceDays::default();
        let now = Instant::now();
        let [a, b] = ["a", "b"].map(DeviceId::from);
        let later = now + Duration::from_secs(60);
        days.day_is_spent(a.clone(), at(0), later);
        days.leave_alone(b.clone(), later);
        assert!(days.answered(&b, at(0)) && !days.answered(&b, at(0)));
        assert_eq!(days.spent(now).collect::<Vec<_>>(), [&a]);
        assert_eq!(days.spent_until(&a, now), Some(later));
        assert_eq!(days.spent(later).count(), 0);
    }

    #[test]
    fn a_limit_of_the_day_is_told_with_the_answers_before_it() {
        let mut days = DeviceDays::default();
        let device = DeviceId::from("a");
        for _ in 0..3 {
            days.answered(&device, at(0));
        }
        days.day_is_spent(device.clone(), at(0), Instant::now());
        // Asked again an hour later, with no other result.
        let later = at(0) + TimeDelta::hours(1);
        days.day_is_spent(device.clone(), later, Instant::now());
        let met: Vec<_> = days.met().collect();
        let expected = MetLimit {
            at: at(0),
            answers: 3,
        };
        assert_eq!(met, [(at(0).date_naive(), &device, expected)]);
    }

    #[test]
    fn days_before_yesterday_are_forgotten() {
        let mut days = DeviceDays::default();
        let device = DeviceId::from("a");
        for day in 0..5 {
            days.answered(&device, at(day));
            days.day_is_spent(device.clone(), at(day), Instant::now());
        }
        assert_eq!(days.met().count(), 2);
        assert_eq!(days.answers.len(), 2);
    }
}
