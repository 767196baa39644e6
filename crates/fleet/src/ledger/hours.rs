//! Requests by hour: what the store keeps, and what it has not been given yet. Hours are UTC's; where a
//! reader's day begins is found out when it is shown.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use fleet_store::UsageRow;

use super::kind::{RequestEnd, RequestKind};

/// So long hours are kept.
const DAYS_KEPT: i64 = 35;

const HOUR_S: i64 = 3_600;

/// What is counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HourKey {
    /// Hours since 1970, UTC.
    pub hour: i64,
    /// What the requests are about.
    pub kind: RequestKind,
    /// How they ended.
    pub end: RequestEnd,
}

/// Requests by hour, kind and end, of the last 35 days.
#[derive(Debug, Default)]
pub struct HourlyCounts {
    counts: BTreeMap<HourKey, u32>,
    unsaved: BTreeMap<HourKey, u32>,
}

/// The hour of a moment, counted from 1970.
#[must_use]
pub fn hour_of(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(HOUR_S)
}

/// When an hour begins.
#[must_use]
pub fn start_of(hour: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(hour.saturating_mul(HOUR_S), 0).unwrap_or_default()
}

/// The oldest hour that is kept at a time.
#[must_use]
pub fn oldest_kept(at: DateTime<Utc>) -> i64 {
    hour_of(at) - DAYS_KEPT * 24
}

impl HourlyCounts {
    /// What the store had kept. Names that this version does not know are passed over.
    #[must_use]
    pub fn kept(rows: Vec<UsageRow>) -> Self {
        let mut counts = BTreeMap::new();
        for row in rows {
            let known = RequestKind::named(&row.kind).zip(RequestEnd::named(&row.ended));
            if let Some((kind, end)) = known {
                let hour = row.hour;
                counts.insert(HourKey { hour, kind, end }, row.requests);
            }
        }
        Self {
            counts,
            unsaved: BTreeMap::new(),
        }
    }

    /// A request ended.
    pub fn enter(&mut self, kind: RequestKind, end: RequestEnd, at: DateTime<Utc>) {
        let hour = hour_of(at);
        let key = HourKey { hour, kind, end };
        // Only with a new hour can there be one too many.
        if !self.counts.contains_key(&key) {
            let oldest = oldest_kept(at);
            while let Some(first) = self.counts.first_entry()
                && first.key().hour < oldest
            {
                first.remove();
            }
        }
        *self.counts.entry(key).or_default() += 1;
        *self.unsaved.entry(key).or_default() += 1;
    }

    /// Every count, oldest hour first.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = (HourKey, u32)> {
        self.counts.iter().map(|(key, count)| (*key, *count))
    }

    /// What the store has not been given yet; from now on it counts as given.
    pub fn take_unsaved(&mut self) -> Vec<UsageRow> {
        let unsaved = std::mem::take(&mut self.unsaved).into_iter();
        let rows = unsaved.map(|(key, requests)| UsageRow {
            hour: key.hour,
            kind: key.kind.name().to_owned(),
            ended: key.end.name().to_owned(),
            requests,
        });
        rows.collect()
    }

    /// The store could not take it: it is to be given again.
    pub fn put_back(&mut self, rows: Vec<UsageRow>) {
        for (key, requests) in Self::kept(rows).counts {
            *self.unsaved.entry(key).or_default() += requests;
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn at(hours: i64) -> DateTime<Utc> {
        start_of(500_000) + TimeDelta::hours(hours) + TimeDelta::minutes(59)
    }

    fn enter(counts: &mut HourlyCounts, hours: i64) {
        counts.enter(RequestKind::Positions, RequestEnd::Answered, at(hours));
    }

    fn total(counts: &HourlyCounts) -> u32 {
        counts.all().map(|(_, count)| count).sum()
    }

    #[test]
    fn hours_before_1970_and_their_ends_are_not_mixed_up() {
        assert_eq!(hour_of(start_of(-1)), -1);
        assert_eq!(hour_of(start_of(7) + TimeDelta::seconds(3_599)), 7);
        assert_eq!(hour_of(start_of(7) + TimeDelta::seconds(3_600)), 8);
    }

    #[test]
    fn what_was_kept_and_what_is_new_add_up_and_only_the_new_is_to_be_saved() {
        let mut first = HourlyCounts::default();
        enter(&mut first, 0);
        enter(&mut first, 0);
        enter(&mut first, 1);
        let saved = first.take_unsaved();
        assert_eq!(
            saved.iter().map(|row| row.requests).collect::<Vec<_>>(),
            [2, 1]
        );
        let mut next = HourlyCounts::kept(saved);
        enter(&mut next, 1);
        assert_eq!(total(&next), 4);
        let unsaved = next.take_unsaved();
        assert_eq!(unsaved.len(), 1);
        assert_eq!(unsaved[0].requests, 1);
        assert_eq!(next.take_unsaved(), []);
    }

    #[test]
    fn what_could_not_be_saved_is_saved_with_the_next() {
        let mut counts = HourlyCounts::default();
        enter(&mut counts, 0);
        let rows = counts.take_unsaved();
        enter(&mut counts, 0);
        counts.put_back(rows);
        assert_eq!(counts.take_unsaved()[0].requests, 2);
        assert_eq!(total(&counts), 2);
    }

    #[test]
    fn hours_older_than_35_days_are_forgotten() {
        let mut counts = HourlyCounts::default();
        enter(&mut counts, 0);
        enter(&mut counts, 35 * 24);
        assert_eq!(total(&counts), 2);
        enter(&mut counts, 35 * 24 + 1);
        assert_eq!(total(&counts), 2);
    }
}
