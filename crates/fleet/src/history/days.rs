//! A range of days, cut where the reader is. A day has 23 to 25 hours where clocks change, and a day
//! that a zone left out has none.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use fleet_store::SpanMs;

use crate::ledger::calendar::start_of_day;

/// A day as a span of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaySlice {
    /// The day.
    pub day: NaiveDate,
    /// Its first moment.
    pub from: DateTime<Utc>,
    /// The first moment of the next one.
    pub to: DateTime<Utc>,
}

impl DaySlice {
    /// In milliseconds since 1970, the first within and the last not.
    #[must_use]
    pub fn span_ms(&self) -> SpanMs {
        (self.from.timestamp_millis(), self.to.timestamp_millis())
    }
}

/// Every day from the first to the last, oldest first; nothing where they are the wrong way round.
#[must_use]
pub fn slices(first: NaiveDate, last: NaiveDate, zone: Tz) -> Vec<DaySlice> {
    let days = first.iter_days().take_while(|day| *day <= last);
    days.filter_map(|day| {
        let from = start_of_day(day, zone);
        let to = start_of_day(day.succ_opt()?, zone);
        (from < to).then_some(DaySlice { day, from, to })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ZONES: [Tz; 8] = [
        Tz::UTC,
        Tz::America__Santiago,
        Tz::America__Sao_Paulo,
        Tz::Asia__Gaza,
        Tz::Asia__Kathmandu,
        Tz::Europe__Madrid,
        Tz::Pacific__Apia,
        Tz::Australia__Lord_Howe,
    ];

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn hours(text: &str, zone: Tz) -> Vec<i64> {
        let day = day(text);
        let slices = slices(day, day, zone).into_iter();
        slices.map(|it| (it.to - it.from).num_hours()).collect()
    }

    #[test]
    fn a_day_on_which_clocks_change_is_longer_or_shorter() {
        assert_eq!(hours("2026-03-29", Tz::Europe__Madrid), [23]);
        assert_eq!(hours("2026-10-25", Tz::Europe__Madrid), [25]);
        // Clocks are put forward at midnight.
        assert_eq!(hours("2018-11-04", Tz::America__Sao_Paulo), [23]);
        assert_eq!(hours("2026-11-25", Tz::UTC), [24]);
    }

    proptest! {
        #[test]
        fn days_follow_one_another_without_a_gap_and_begin_where_the_reader_has_them(
            zone in prop::sample::select(&ZONES[..]),
            start in 0_u64..20_000,
            length in 0_u64..40,
        ) {
            let first = day("1990-01-01") + chrono::Days::new(start);
            let last = first + chrono::Days::new(length);
            let slices = slices(first, last, zone);
            prop_assert!(!slices.is_empty() || zone == Tz::Pacific__Apia);
            for slice in &slices {
                prop_assert!(slice.from < slice.to);
                prop_assert_eq!(slice.from.with_timezone(&zone).date_naive(), slice.day);
                let end = slice.to - chrono::TimeDelta::milliseconds(1);
                prop_assert_eq!(end.with_timezone(&zone).date_naive(), slice.day);
            }
            for pair in slices.windows(2) {
                prop_assert_eq!(pair[0].to, pair[1].from);
            }
        }
    }
}
