//! The results that the service gives of one device in a day, of which live positions and history
//! draw together: counted, and spread so that live positions leave a share and last until the evening.
//! Pure: it is told the time.

use std::collections::HashMap;

use chrono::{DateTime, Days as CalendarDays, NaiveDate, NaiveTime, TimeDelta, Utc};
use plaspy::DeviceId;

/// The share of a device's day that live positions may use; the rest is for its history.
const LIVE_SHARE: f64 = 0.75;

/// So many devices have to agree, by so much, on how many results a day holds.
const AGREEING: usize = 3;
const AGREEMENT: f64 = 0.9;

/// Only who counted since about the beginning of a day knows how many results it held.
const COUNTED_SINCE: TimeDelta = TimeDelta::hours(1);

/// Results by device of the present day, and how many a day holds.
#[derive(Debug)]
pub struct Days {
    day: NaiveDate,
    counted_since: DateTime<Utc>,
    used: HashMap<DeviceId, u32>,
    /// Results of devices whose day turned out to be spent, of the last few days.
    spent: Vec<u32>,
    limit: Option<u32>,
}

impl Days {
    /// Begins to count. `limit` is what is remembered of it.
    #[must_use]
    pub fn new(limit: Option<u32>, now: DateTime<Utc>) -> Self {
        Self {
            day: now.date_naive(),
            counted_since: now,
            used: HashMap::new(),
            spent: Vec::new(),
            limit,
        }
    }

    /// How many results a day of a device holds, as far as was found out.
    #[must_use]
    pub fn limit(&self) -> Option<u32> {
        self.limit
    }

    /// The service gave a result of a device.
    pub fn answered(&mut self, device: &DeviceId, now: DateTime<Utc>) {
        self.turn_to(now);
        match self.used.get_mut(device) {
            Some(used) => *used += 1,
            None => {
                self.used.insert(device.clone(), 1);
            }
        }
    }

    /// Results of a device that were counted today.
    #[must_use]
    pub fn results_of(&self, device: &DeviceId) -> u32 {
        self.used.get(device).copied().unwrap_or_default()
    }

    /// An earlier start had counted so many results of a device by then. What it counted on another day
    /// says nothing of this one; and a day of which a part was not counted tells no limit.
    pub fn recall(&mut self, device: &DeviceId, by: DateTime<Utc>, results: u32) {
        if by.date_naive() == self.day && results > 0 {
            *self.used.entry(device.clone()).or_default() += results;
        }
    }

    /// The service gives no more results of a device today.
    pub fn spent(&mut self, device: &DeviceId, now: DateTime<Utc>) {
        self.turn_to(now);
        let begun = self.day.and_time(NaiveTime::MIN).and_utc();
        if self.counted_since - begun <= COUNTED_SINCE
            && let Some(used) = self.used.get(device).filter(|used| **used > 0)
        {
            self.spent.push(*used);
            // Other programs of the account may draw on the same day: the most that was given is the
            // nearest to the limit.
            let most = self.spent.iter().max().copied().unwrap_or_default();
            let agrees = |used: &&u32| f64::from(**used) >= f64::from(most) * AGREEMENT;
            if self.spent.iter().filter(agrees).count() >= AGREEING {
                self.limit = Some(most);
            }
        }
    }

    /// When a device that was answered then may be asked again, if its day is to last; `None` where
    /// nothing limits it.
    #[must_use]
    pub fn spare_until(
        &self,
        device: &DeviceId,
        answered_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        let allowed = f64::from(self.limit?) * LIVE_SHARE;
        let today = now.date_naive();
        let used = match today == self.day {
            true => self.used.get(device).copied().unwrap_or_default(),
            false => 0,
        };
        let ends = (today + CalendarDays::new(1))
            .and_time(NaiveTime::MIN)
            .and_utc();
        let left = allowed - f64::from(used);
        if left < 1.0 {
            return Some(ends);
        }
        let apart = (ends - now).num_milliseconds() as f64 / left;
        answered_at.checked_add_signed(TimeDelta::milliseconds(apart as i64))
    }

    fn turn_to(&mut self, now: DateTime<Utc>) {
        let day = now.date_naive();
        if day != self.day {
            self.day = day;
            self.counted_since = now;
            self.used.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: i64) -> DateTime<Utc> {
        let midnight = DateTime::from_timestamp(1_800_057_600, 0).expect("a valid time");
        assert_eq!(midnight.time(), NaiveTime::MIN);
        midnight + TimeDelta::hours(hour)
    }

    fn spent_after(days: &mut Days, id: &str, results: u32, now: DateTime<Utc>) {
        let id = DeviceId::from(id);
        for _ in 0..results {
            days.answered(&id, now);
        }
        days.spent(&id, now);
    }

    #[test]
    fn what_a_day_holds_is_known_only_to_who_counted_it_whole() {
        let mut days = Days::new(None, at(12));
        for id in ["a", "b", "c"] {
            spent_after(&mut days, id, 10, at(13));
        }
        assert_eq!(days.limit(), None);
        days.answered(&"x".into(), at(24));
        for id in ["a", "b"] {
            spent_after(&mut days, id, 400, at(30));
        }
        // One that was refused for another reason tells nothing.
        spent_after(&mut days, "d", 2, at(30));
        assert_eq!(days.limit(), None);
        spent_after(&mut days, "c", 398, at(30));
        assert_eq!(days.limit(), Some(400));
    }

    #[test]
    fn live_positions_last_until_the_evening_and_leave_a_share() {
        let id = DeviceId::from("a");
        let mut days = Days::new(Some(400), at(0));
        let mut now = at(0);
        let mut asked = 0;
        while now < at(24) {
            days.answered(&id, now);
            asked += 1;
            now = days.spare_until(&id, now, now).expect("there is a limit");
        }
        assert!((290..=301).contains(&asked), "{asked}");
    }

    #[test]
    fn a_new_day_begins_anew() {
        let id = DeviceId::from("a");
        let mut days = Days::new(Some(4), at(0));
        spent_after(&mut days, "a", 4, at(1));
        assert_eq!(days.spare_until(&id, at(1), at(1)), Some(at(24)));
        let tomorrow = days.spare_until(&id, at(1), at(24)).expect("a limit");
        assert!(tomorrow <= at(24), "{tomorrow}");
    }

    #[test]
    fn a_restart_at_noon_does_not_give_the_day_anew() {
        let (id, other) = (DeviceId::from("a"), DeviceId::from("b"));
        let mut days = Days::new(Some(400), at(12));
        days.recall(&id, at(12), 299);
        days.recall(&other, at(-1), 299);
        assert_eq!((days.results_of(&id), days.results_of(&other)), (299, 0));
        days.answered(&id, at(12));
        assert_eq!(days.spare_until(&id, at(12), at(12)), Some(at(24)));
    }

    #[test]
    fn an_unknown_limit_spares_nothing() {
        let days = Days::new(None, at(0));
        assert_eq!(days.spare_until(&"a".into(), at(0), at(0)), None);
    }
}
