//! What was sent to the service as the window shows it: by hour, day and minute, what that leads to, and
//! what is known of the limits.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::groups::DeviceRef;
use crate::ledger::Ledger;
use crate::ledger::calendar::{day_of, hours_since_yesterday, next_midnight, start_of_day};
use crate::ledger::hours::{HourlyCounts, start_of};
use crate::ledger::kind::{RequestEnd, RequestKind};
use crate::ledger::minutes;
use crate::ledger::outlook::by_midnight;
use crate::refresh::budget::LimitSource;

/// Asks for what was sent.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageQuery {
    /// The reader's time zone by its IANA name, which says where days begin. One that is not known is
    /// read as UTC.
    pub time_zone: String,
}

/// What was sent, and what that leads to. Times are by this computer's clock but for the rounds', which
/// are by the service's.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageView {
    /// When this was found out.
    pub at: DateTime<Utc>,
    /// When the first request of this run of the app went out. Minutes, devices and counters are known
    /// since then.
    pub since: Option<DateTime<Utc>>,
    /// Every hour of yesterday, and of today up to the running one, oldest first.
    pub hours: Vec<UsageHour>,
    /// Today, yesterday, and the days before on which anything was sent, newest first.
    pub days: Vec<UsageDay>,
    /// The whole minutes of the last hour since then, oldest first.
    pub minutes: Vec<UsageMinute>,
    /// How fast requests go out.
    pub pace: Pace,
    /// What today comes to.
    pub projection: Projection,
    /// Rounds through the fleet.
    pub rounds: Rounds,
    /// Results that the service gives of one device in a day, where that was found out.
    pub results_per_day: Option<u32>,
    /// How many devices' limits of the day were met, today and yesterday by UTC.
    pub spent_total: u32,
    /// Those of them that were met last, at most 100.
    pub spent: Vec<SpentDevice>,
    /// The service's own counters, answer by answer, newest first.
    pub counters: Vec<CounterStep>,
}

/// Requests of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KindUsage {
    /// The kind.
    pub kind: RequestKind,
    /// Those that were answered.
    pub answered: u32,
    /// Those that met a limit.
    pub limited: u32,
    /// Those that failed otherwise.
    pub failed: u32,
}

/// What was sent within an hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageHour {
    /// When it begins.
    pub start: DateTime<Utc>,
    /// Whether it is of today.
    pub is_today: bool,
    /// The kinds of which something was sent.
    pub kinds: Vec<KindUsage>,
}

/// What was sent on a day of the reader's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageDay {
    /// When it begins.
    pub start: DateTime<Utc>,
    /// The kinds of which something was sent.
    pub kinds: Vec<KindUsage>,
}

/// What was sent within a minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsageMinute {
    /// When it begins.
    pub start: DateTime<Utc>,
    /// Requests.
    pub requests: u32,
    /// Requests a minute that the app allowed itself then.
    pub limit_per_minute: u32,
}

/// How fast requests go out, and how fast they may.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Pace {
    /// The mean of the last ten minutes, a minute; null before the first request.
    pub per_minute: Option<f64>,
    /// Requests in the last 60 seconds.
    pub last_minute: u32,
    /// Requests a minute that the app allows itself at present.
    pub limit_per_minute: u32,
    /// How that is known.
    pub limit_source: LimitSource,
    /// How often the limit of the minute was met in this run of the app.
    pub times_limit_met: u32,
}

/// What today comes to at the present rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Projection {
    /// Requests since today began.
    pub counted: u32,
    /// Requests until it ends; null where there is no rate yet.
    pub by_midnight: Option<u32>,
    /// When it ends.
    pub midnight: DateTime<Utc>,
}

/// Rounds through the fleet, in each of which every device is asked about once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Rounds {
    /// Devices of the account.
    pub devices: u32,
    /// Seconds that a round takes at the present rate of questions; null without a rate.
    pub at_present_s: Option<u32>,
    /// Seconds that it would take if all that is allowed went into it.
    pub at_limit_s: Option<u32>,
    /// The last rounds, newest first, at most ten.
    pub last: Vec<RoundTime>,
}

/// A round that is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoundTime {
    /// When it ended, by the service's clock.
    pub ended_at: DateTime<Utc>,
    /// How long it took, in seconds.
    pub duration_s: u32,
    /// Devices of the account then.
    pub devices: u32,
}

/// A device whose limit of the day was met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SpentDevice {
    /// The device.
    pub device: DeviceRef,
    /// When the limit was first met on that day.
    pub met_at: DateTime<Utc>,
    /// Answers about it before that, since the day by UTC or this run of the app began.
    pub answers: u32,
}

/// The service's own counters in one answer; their meaning is not documented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CounterStep {
    /// When the answer came.
    pub at: DateTime<Utc>,
    /// What was asked.
    pub kind: RequestKind,
    /// `apiUsage`.
    pub request: Option<i64>,
    /// By how much it differs from the one before.
    pub request_change: Option<i64>,
    /// `apiDailyUsage`.
    pub daily: Option<i64>,
    /// By how much it differs from the one before.
    pub daily_change: Option<i64>,
}

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
