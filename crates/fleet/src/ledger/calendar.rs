//! Days and hours where the reader is. Counts are kept by UTC's hours; an hour that a midnight cuts in
//! two, as in zones with half hours, belongs to the day in which it begins.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;

use super::hours::{hour_of, start_of};

/// No zone leaves out more than this of a day at its beginning.
const LONGEST_GAP_MINUTES: i64 = 180;

/// The zone of that IANA name. One that this app does not know yet costs the offset, and nothing else.
#[must_use]
pub fn zone_named(name: &str) -> Tz {
    name.parse().unwrap_or(Tz::UTC)
}

/// The day in which an hour begins.
#[must_use]
pub fn day_of(hour: i64, zone: Tz) -> NaiveDate {
    start_of(hour).with_timezone(&zone).date_naive()
}

/// The first moment of a day. Where clocks are put forward at midnight, the day begins later than 0:00;
/// a day that a zone left out begins with the next one.
#[must_use]
pub fn start_of_day(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    (0..=LONGEST_GAP_MINUTES)
        .step_by(15)
        .find_map(|minutes| {
            let local = midnight + TimeDelta::minutes(minutes);
            zone.from_local_datetime(&local).earliest()
        })
        .map(|at| at.with_timezone(&Utc))
        .or_else(|| Some(start_of_day(day.succ_opt()?, zone)))
        .unwrap_or_else(|| midnight.and_utc())
}

/// The end of the day that it is.
#[must_use]
pub fn next_midnight(now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let today = now.with_timezone(&zone).date_naive();
    start_of_day(today.succ_opt().unwrap_or(today), zone)
}

/// The hours of yesterday, and of today up to the running one, oldest first.
#[must_use]
pub fn hours_since_yesterday(now: DateTime<Utc>, zone: Tz) -> Vec<i64> {
    let last = hour_of(now);
    let today = day_of(last, zone);
    let yesterday = today.pred_opt().unwrap_or(today);
    let mut hours: Vec<_> = (0..)
        .map(|back| last - back)
        .take_while(|hour| day_of(*hour, zone) >= yesterday)
        .collect();
    hours.reverse();
    hours
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a valid time")
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a valid day")
    }

    fn hours_of(now: &str, zone: Tz, of_day: &str) -> usize {
        let hours = hours_since_yesterday(at(now), zone).into_iter();
        hours
            .filter(|hour| day_of(*hour, zone) == day(of_day))
            .count()
    }

    #[test]
    fn a_day_begins_where_the_reader_is() {
        let zone = chrono_tz::America::Bogota;
        assert_eq!(
            start_of_day(day("2026-11-24"), zone),
            at("2026-11-24T05:00:00Z")
        );
        assert_eq!(
            next_midnight(at("2026-11-25T03:00:00Z"), zone),
            at("2026-11-25T05:00:00Z")
        );
        assert_eq!(
            day_of(hour_of(at("2026-11-25T04:59:00Z")), zone),
            day("2026-11-24")
        );
    }

    #[test]
    fn half_an_hour_of_offset_puts_the_cut_hour_into_the_day_in_which_it_begins() {
        let zone = chrono_tz::Asia::Kolkata;
        let midnight = at("2026-11-24T18:30:00Z");
        assert_eq!(next_midnight(at("2026-11-24T18:29:59Z"), zone), midnight);
        // From 23:30 to 0:30.
        assert_eq!(day_of(hour_of(midnight), zone), day("2026-11-24"));
        assert_eq!(day_of(hour_of(midnight) + 1, zone), day("2026-11-25"));
        assert_eq!(hours_of("2026-11-25T20:00:00Z", zone, "2026-11-25"), 24);
    }

    #[test]
    fn the_day_on_which_clocks_change_has_23_or_25_hours() {
        let zone = chrono_tz::Europe::Madrid;
        assert_eq!(hours_of("2026-03-30T12:00:00Z", zone, "2026-03-29"), 23);
        assert_eq!(hours_of("2026-10-26T12:00:00Z", zone, "2026-10-25"), 25);
        assert_eq!(hours_of("2026-10-26T12:00:00Z", zone, "2026-10-26"), 14);
    }

    #[test]
    fn a_day_without_a_midnight_begins_at_one() {
        // In Chile clocks go forward at the end of a Saturday.
        let zone = chrono_tz::America::Santiago;
        assert_eq!(
            start_of_day(day("2026-09-06"), zone),
            at("2026-09-06T04:00:00Z")
        );
        assert_eq!(
            next_midnight(at("2026-09-06T03:30:00Z"), zone),
            at("2026-09-06T04:00:00Z")
        );
    }
}
