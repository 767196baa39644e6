//! What the ledger holds, as it is shown: added up by the hours and days of the reader, with what today
//! comes to. Pure: it is told the time and the zone.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::Ledger;
use super::calendar::{day_of, hours_since_yesterday, next_midnight, start_of_day};
use super::hours::{HourlyCounts, start_of};
use super::kind::{RequestEnd, RequestKind};
use super::minutes;
use super::outlook::by_midnight;
use crate::view::usage::{CounterStep, KindUsage, Projection, UsageDay, UsageHour, UsageMinute};

type Tally = BTreeMap<RequestKind, KindUsage>;

fn add(tally: &mut Tally, kind: RequestKind, end: RequestEnd, count: u32) {
    let usage = tally.entry(kind).or_insert(KindUsage {
        kind,
        answered: 0,
        limited: 0,
        failed: 0,
    });
    let sum = match end {
        RequestEnd::Answered => &mut usage.answered,
        RequestEnd::Limited => &mut usage.limited,
        RequestEnd::Failed => &mut usage.failed,
    };
    *sum = sum.saturating_add(count);
}

fn kinds(tally: Option<Tally>) -> Vec<KindUsage> {
    tally.unwrap_or_default().into_values().collect()
}

fn total(kinds: &[KindUsage]) -> u32 {
    let counts = kinds
        .iter()
        .flat_map(|it| [it.answered, it.limited, it.failed]);
    counts.fold(0, u32::saturating_add)
}

/// Every hour since yesterday began where the reader is.
pub(crate) fn hours(counts: &HourlyCounts, now: DateTime<Utc>, zone: Tz) -> Vec<UsageHour> {
    let shown = hours_since_yesterday(now, zone);
    let first = shown.first().copied().unwrap_or(i64::MAX);
    let mut tallies: BTreeMap<i64, Tally> = BTreeMap::new();
    for (key, count) in counts.all().rev().take_while(|(key, _)| key.hour >= first) {
        add(
            tallies.entry(key.hour).or_default(),
            key.kind,
            key.end,
            count,
        );
    }
    let today = shown.last().map(|hour| day_of(*hour, zone));
    let shown = shown.into_iter().map(|hour| UsageHour {
        start: start_of(hour),
        is_today: Some(day_of(hour, zone)) == today,
        kinds: kinds(tallies.remove(&hour)),
    });
    shown.collect()
}

/// Today, yesterday, and every day before on which anything was sent, newest first.
pub(crate) fn days(counts: &HourlyCounts, now: DateTime<Utc>, zone: Tz) -> Vec<UsageDay> {
    let today = now.with_timezone(&zone).date_naive();
    let mut tallies: BTreeMap<NaiveDate, Tally> = BTreeMap::new();
    tallies.insert(today, Tally::new());
    if let Some(yesterday) = today.pred_opt() {
        tallies.insert(yesterday, Tally::new());
    }
    // The hours come in order, so that a zone is asked once for each of them.
    let mut of_hour = None;
    for (key, count) in counts.all() {
        let day = match of_hour {
            Some((hour, day)) if hour == key.hour => day,
            _ => day_of(key.hour, zone),
        };
        of_hour = Some((key.hour, day));
        add(tallies.entry(day).or_default(), key.kind, key.end, count);
    }
    let days = tallies.into_iter().rev().map(|(day, tally)| UsageDay {
        start: start_of_day(day, zone),
        kinds: kinds(Some(tally)),
    });
    days.collect()
}

/// What today, the first of these days, comes to.
pub(crate) fn projection(
    days: &[UsageDay],
    per_minute: Option<f64>,
    now: DateTime<Utc>,
    zone: Tz,
) -> Projection {
    let counted = days.first().map_or(0, |today| total(&today.kinds));
    let midnight = next_midnight(now, zone);
    Projection {
        counted,
        by_midnight: per_minute.map(|rate| by_midnight(counted, rate, now, midnight)),
        midnight,
    }
}

/// The whole minutes of the last hour.
pub(crate) fn last_hour(ledger: &Ledger, now: DateTime<Utc>) -> Vec<UsageMinute> {
    let hour = ledger.minutes().last_hour(now).into_iter();
    let hour = hour.map(|minute| UsageMinute {
        start: minutes::start_of(minute.minute),
        requests: minute.requests,
        limit_per_minute: minute.limit_per_minute,
    });
    hour.collect()
}

/// The service's own counters.
pub(crate) fn counters(ledger: &Ledger) -> Vec<CounterStep> {
    let readings = ledger.counters().readings().map(|reading| CounterStep {
        at: reading.at,
        kind: reading.kind,
        request: reading.usage.request,
        request_change: reading.change.request,
        daily: reading.usage.daily,
        daily_change: reading.change.daily,
    });
    readings.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a valid time")
    }

    fn counted(moments: &[&str]) -> HourlyCounts {
        let mut counts = HourlyCounts::default();
        for moment in moments {
            counts.enter(RequestKind::Positions, RequestEnd::Answered, at(moment));
        }
        counts
    }

    #[test]
    fn a_request_counts_for_the_readers_day_wherever_the_reader_is() {
        let counts = counted(&[
            "2026-11-23T04:30:00Z",
            "2026-11-24T04:30:00Z",
            "2026-11-24T06:30:00Z",
        ]);
        let now = at("2026-11-24T20:00:00Z");
        let totals = |zone| {
            let days = days(&counts, now, zone).into_iter();
            days.map(|day| total(&day.kinds)).collect::<Vec<_>>()
        };
        assert_eq!(totals(Tz::UTC), [2, 1]);
        // There midnight is at 5:00 UTC.
        assert_eq!(totals(chrono_tz::America::Bogota), [1, 1, 1]);
    }

    #[test]
    fn every_hour_of_two_days_is_there_and_older_ones_are_not() {
        let counts = counted(&[
            "2026-10-23T12:00:00Z",
            "2026-10-25T00:30:00Z",
            "2026-10-25T01:30:00Z",
            "2026-10-26T07:59:00Z",
        ]);
        // Madrid's clocks were put back on the 25th: 2:30 was twice.
        let hours = hours(
            &counts,
            at("2026-10-26T08:00:00Z"),
            chrono_tz::Europe::Madrid,
        );
        assert_eq!(hours.len(), 25 + 10);
        assert_eq!(hours.iter().filter(|hour| hour.is_today).count(), 10);
        let sent: Vec<_> = hours.iter().map(|hour| total(&hour.kinds)).collect();
        assert_eq!((sent[2], sent[3]), (1, 1));
        assert_eq!(sent.iter().sum::<u32>(), 3);
        assert_eq!(sent[sent.len() - 2], 1);
    }

    #[test]
    fn the_projection_goes_by_todays_counts_and_the_readers_midnight() {
        let counts = counted(&["2026-11-24T20:00:00Z", "2026-11-25T04:00:00Z"]);
        let now = at("2026-11-25T04:30:00Z");
        let zone = chrono_tz::America::Bogota;
        let days = days(&counts, now, zone);
        let projected = projection(&days, Some(2.0), now, zone);
        assert_eq!(
            projected,
            Projection {
                counted: 2,
                by_midnight: Some(62),
                midnight: at("2026-11-25T05:00:00Z"),
            }
        );
        assert_eq!(projection(&days, None, now, zone).by_midnight, None);
    }

    #[test]
    fn refused_and_failed_requests_are_counted_apart() {
        let mut counts = HourlyCounts::default();
        let now = at("2026-11-24T20:00:00Z");
        for end in [RequestEnd::Limited, RequestEnd::Failed, RequestEnd::Limited] {
            counts.enter(RequestKind::Users, end, now);
        }
        let days = days(&counts, now, Tz::UTC);
        assert_eq!(
            days[0].kinds,
            [KindUsage {
                kind: RequestKind::Users,
                answered: 0,
                limited: 2,
                failed: 1
            }]
        );
    }
}
