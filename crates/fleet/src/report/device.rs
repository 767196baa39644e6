//! What one device did over some days.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::speeding::excesses;
use crate::history::past::Past;
use crate::view::reports::{ReportDay, ReportLine, Speeding};

/// What a report needs to know besides the fixes.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    /// Where days begin and end.
    pub zone: Tz,
    /// The speed above which it counts as speeding.
    pub limit_kmh: Option<f64>,
    /// Whether the unit of speeds is still unknown, so that none is told.
    pub is_speed_unknown: bool,
}

/// What a device did: each day on which anything is known, oldest first, and all of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeviceDays {
    /// The days.
    pub days: Vec<ReportDay>,
    /// All of them.
    pub total: ReportLine,
}

/// Reckons up a device.
#[must_use]
pub fn reckon(past: &Past, terms: Terms) -> DeviceDays {
    let day_of = |at: DateTime<Utc>| at.with_timezone(&terms.zone).date_naive();
    let mut days: BTreeMap<NaiveDate, ReportLine> = BTreeMap::new();
    let limit_kmh = terms.limit_kmh.filter(|_| !terms.is_speed_unknown);
    let found = limit_kmh.and_then(|limit_kmh| excesses(past.moments(), limit_kmh));
    for (day, sums) in past.sums_by_day(terms.zone) {
        let line = days.entry(day).or_default();
        line.sums = sums;
        line.speeding = found.is_some().then(Speeding::default);
    }
    for excess in found.iter().flatten() {
        let line = days.entry(day_of(excess.at)).or_default();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "seconds of at most a month"
        )]
        let one = Speeding {
            times: 1,
            duration_s: excess.duration_s.round() as u32,
        };
        line.speeding = Some(line.speeding.unwrap_or_default().and(one));
    }
    for raised in past.raised() {
        days.entry(day_of(raised.at)).or_default().alerts += 1;
    }
    let days = days.into_iter().map(|(day, line)| ReportDay {
        day,
        line: match terms.is_speed_unknown {
            true => line.without_speeds(),
            false => line,
        },
    });
    let days: Vec<_> = days.collect();
    let all = days.iter().map(|day| day.line);
    DeviceDays {
        total: all.fold(ReportLine::default(), |sum, line| sum.and(&line)),
        days,
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::history::drives::Drive;
    use crate::history::past::tests::past_of;
    use crate::history::raised::Raised;
    use crate::view::history::DistanceSource;

    fn terms(zone: Tz) -> Terms {
        Terms {
            zone,
            limit_kmh: Some(90.0),
            is_speed_unknown: false,
        }
    }

    /// Half an hour before midnight of UTC it sets out for an hour, and drives again the next morning.
    fn two_days() -> Past {
        // The first report is at 08:00 UTC.
        let mut drive = Drive::new();
        drive.stand(15 * 3_600 + 1_800, false);
        drive.go(1_200, 60.0).go(1_200, 100.0).go(1_200, 60.0);
        drive
            .stand(8 * 3_600, false)
            .go(1_800, 60.0)
            .stand(600, true);
        past_of(&drive)
    }

    #[test]
    fn days_are_the_readers_and_add_up() {
        for (zone, expected) in [(Tz::UTC, [1, 1]), (Tz::Asia__Tokyo, [0, 2])] {
            let report = reckon(&two_days(), terms(zone));
            let trips: Vec<_> = report.days.iter().map(|day| day.line.sums.trips).collect();
            assert_eq!(trips, expected, "{zone}");
            let sum = |read: fn(&ReportLine) -> f64| -> f64 {
                report.days.iter().map(|day| read(&day.line)).sum()
            };
            assert_eq!(sum(|it| it.sums.distance_m), report.total.sums.distance_m);
            assert_eq!(report.total.sums.trips, 2, "{zone}");
            let km = report.total.sums.distance_m / 1_000.0;
            assert!((km - 103.3).abs() < 1.0, "{km}");
            assert_eq!(report.total.sums.distance_source, DistanceSource::Odometer);
            let speeding = report.total.speeding.expect("speeds are told");
            assert_eq!(speeding.times, 1);
            assert!((1_199..=1_202).contains(&speeding.duration_s));
        }
    }

    #[test]
    fn an_unknown_unit_tells_no_speeds_and_leaves_the_rest() {
        let told = reckon(&two_days(), terms(Tz::UTC));
        let untold = reckon(
            &two_days(),
            Terms {
                is_speed_unknown: true,
                ..terms(Tz::UTC)
            },
        );
        assert_eq!(untold.total.speeding, None);
        assert_eq!(untold.total.sums.top_speed_kmh, None);
        assert_eq!(untold.total.sums.distance_m, told.total.sums.distance_m);
    }

    #[test]
    fn alerts_count_on_their_days() {
        let past = two_days();
        let moments = past.moments();
        let alert_at = |at| Raised {
            at,
            code: "sos".to_owned(),
            text: None,
        };
        let (first, last) = (moments[0].at, moments[moments.len() - 1].at);
        let of_tomorrow = last + TimeDelta::days(1);
        let raised = [first, last, last, of_tomorrow].map(alert_at).to_vec();
        let report = reckon(&past.with_raised(raised, last), terms(Tz::UTC));
        let alerts: Vec<_> = report.days.iter().map(|day| day.line.alerts).collect();
        assert_eq!(alerts, [1, 2]);
        assert_eq!(report.total.alerts, 3);
    }
}
