//! So that a flood of alerts is one word and not a hundred: what comes beyond a few in a short time is
//! gathered, and told as a summary.

use std::collections::VecDeque;

use chrono::{DateTime, TimeDelta, Utc};

use super::unread::UnreadAlert;

/// So many are told one by one within [`WINDOW`].
const MOST_SINGLE: usize = 3;
const WINDOW: TimeDelta = TimeDelta::seconds(60);

/// How long a summary waits for more. Until [`WINDOW`] has passed after it, there is no other.
const GATHER: TimeDelta = TimeDelta::seconds(5);

/// What was told lately, and what waits for the summary.
#[derive(Debug, Default)]
pub struct Flood {
    told: VecDeque<DateTime<Utc>>,
    held: Vec<UnreadAlert>,
    held_since: Option<DateTime<Utc>>,
    summed_at: Option<DateTime<Utc>>,
}

impl Flood {
    /// Takes an alert that came now; gives it back if it is to be told by itself.
    pub fn take(&mut self, alert: UnreadAlert, now: DateTime<Utc>) -> Option<UnreadAlert> {
        self.forget_what_is_to_come(now);
        while self.told.front().is_some_and(|at| now - *at >= WINDOW) {
            self.told.pop_front();
        }
        let is_over = self.summed_at.is_none_or(|at| now - at >= WINDOW);
        if self.held.is_empty() && is_over && self.told.len() < MOST_SINGLE {
            self.told.push_back(now);
            return Some(alert);
        }
        self.held_since.get_or_insert(now);
        self.held.push(alert);
        None
    }

    /// A clock that was set back must not keep alerts silent until it is where it was.
    fn forget_what_is_to_come(&mut self, now: DateTime<Utc>) {
        self.told.retain(|at| *at <= now);
        self.summed_at = self.summed_at.filter(|at| *at <= now);
        self.held_since = self.held_since.map(|at| at.min(now));
    }

    /// When the summary is due; `None` while nothing waits for it.
    #[must_use]
    pub fn due_at(&self) -> Option<DateTime<Utc>> {
        let gathered = self.held_since? + GATHER;
        let free = self.summed_at.map(|at| at + WINDOW);
        Some(free.map_or(gathered, |free| free.max(gathered)))
    }

    /// What the summary is of, if it is due: at least one alert.
    pub fn summary(&mut self, now: DateTime<Utc>) -> Option<Vec<UnreadAlert>> {
        if self.due_at()? > now {
            return None;
        }
        self.held_since = None;
        self.summed_at = Some(now);
        Some(std::mem::take(&mut self.held))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    #[test]
    fn a_clock_that_is_set_back_silences_nothing() {
        let mut flood = Flood::default();
        for number in 0..5 {
            let _ = flood.take(alert(number), at(3_600));
        }
        assert!(flood.summary(at(3_605)).is_some());
        assert!(flood.take(alert(9), at(10)).is_some(), "an hour earlier");
    }

    fn alert(number: u32) -> UnreadAlert {
        UnreadAlert {
            number,
            device: format!("d{number}"),
            name: format!("Van {number}"),
            code: "SOSButton".to_owned(),
            text: None,
            at: at(0),
        }
    }

    #[test]
    fn a_few_are_told_one_by_one_and_the_others_in_one_summary() {
        let mut flood = Flood::default();
        let single = (0..10).filter_map(|number| flood.take(alert(number), at(0)));
        assert_eq!(single.count(), MOST_SINGLE);
        assert_eq!(flood.summary(at(4)), None);
        let summed = flood.summary(at(5)).expect("it is due");
        assert_eq!(summed.len(), 10 - MOST_SINGLE);
        assert_eq!(flood.due_at(), None);
    }

    #[test]
    fn a_flood_that_goes_on_is_told_once_a_window() {
        let mut flood = Flood::default();
        let mut words = 0;
        for second in 0..=120 {
            let number = u32::try_from(second).expect("small");
            words += usize::from(flood.take(alert(number), at(second)).is_some());
            words += usize::from(flood.summary(at(second)).is_some());
        }
        assert_eq!(words, MOST_SINGLE + 2);
    }

    #[test]
    fn after_a_quiet_while_an_alert_is_told_by_itself_again() {
        let mut flood = Flood::default();
        for number in 0..5 {
            flood.take(alert(number), at(0));
        }
        assert!(flood.summary(at(5)).is_some());
        assert!(flood.take(alert(6), at(70)).is_some());
    }
}
