//! The table of a report: a line for each device, the days of all of them, and the sums.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::device::DeviceDays;
use crate::view::count;
use crate::view::reports::{
    ReportDay, ReportKey, ReportLine, ReportPage, ReportResult, ReportRow, ReportRowsQuery,
};

/// No page holds more rows than this, whatever is asked for.
const MOST_ROWS: u32 = 500;

/// A report that is there, or grows. The days of each device are not in it: they are reckoned up again
/// where they are wanted, since a large fleet has very many.
#[derive(Debug, Clone, Default)]
pub struct ReportTable {
    rows: Vec<ReportRow>,
    days: BTreeMap<NaiveDate, ReportLine>,
    total: ReportLine,
    incomplete: u32,
}

impl ReportTable {
    /// An empty one of these days.
    #[must_use]
    pub fn of(days: impl Iterator<Item = NaiveDate>) -> Self {
        Self {
            days: days.map(|day| (day, ReportLine::default())).collect(),
            ..Self::default()
        }
    }

    /// Adds a device. Those that are added first stand first among names.
    pub fn add(&mut self, row: ReportRow, days: &[ReportDay]) {
        for ReportDay { day, line } in days {
            // A trip that began before the first day belongs to none of them.
            if let Some(sum) = self.days.get_mut(day) {
                *sum = sum.and(&across(line));
            }
        }
        self.total = self.total.and(&across(&row.line));
        self.incomplete += u32::from((row.days_known as usize) < self.days.len());
        self.rows.push(row);
    }

    /// Every device, in the order of their names.
    #[must_use]
    pub fn rows(&self) -> &[ReportRow] {
        &self.rows
    }

    /// What it comes to in all.
    #[must_use]
    pub fn result(&self, is_speed_unknown: bool) -> ReportResult {
        let days = self.days.iter();
        let days = days.map(|(day, line)| ReportDay {
            day: *day,
            line: *line,
        });
        ReportResult {
            days: days.collect(),
            total: self.total,
            incomplete: self.incomplete,
            is_speed_unknown,
        }
    }

    /// A page of the devices.
    #[must_use]
    pub fn page(&self, query: ReportRowsQuery) -> ReportPage {
        let mut rows: Vec<&ReportRow> = self.rows.iter().collect();
        match (query.key, query.descending) {
            (ReportKey::Name, false) => {}
            (ReportKey::Name, true) => rows.reverse(),
            // Those of equal value stay in the order of their names.
            (key, descending) => rows.sort_by(|one, other| {
                compare(value_of(one, key), value_of(other, key), descending)
            }),
        }
        let limit = query.limit.min(MOST_ROWS) as usize;
        let rows = rows.into_iter().skip(query.offset as usize).take(limit);
        ReportPage {
            matched: count(self.rows.len()),
            offset: query.offset,
            rows: rows.cloned().collect(),
        }
    }
}

/// What of a line can be added up over devices: percents of one tank are none of another.
fn across(line: &ReportLine) -> ReportLine {
    let mut line = *line;
    line.sums.fuel_used_percent = None;
    line
}

fn compare(one: Option<f64>, other: Option<f64>, descending: bool) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) if descending => other.total_cmp(&one),
        (Some(one), Some(other)) => one.total_cmp(&other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    }
}

fn value_of(row: &ReportRow, key: ReportKey) -> Option<f64> {
    let ReportLine {
        sums,
        speeding,
        alerts,
    } = &row.line;
    let whole = |number: u32| Some(f64::from(number));
    match key {
        ReportKey::Name => None,
        ReportKey::Distance => Some(sums.distance_m),
        ReportKey::Moving => whole(sums.moving_s),
        ReportKey::Idling => whole(sums.idling_s),
        ReportKey::Standing => whole(sums.standing_s),
        ReportKey::Stops => whole(sums.stops),
        ReportKey::TopSpeed => sums.top_speed_kmh,
        ReportKey::Speeding => speeding.and_then(|it| whole(it.duration_s)),
        ReportKey::FuelUsed => sums.fuel_used_percent,
        ReportKey::Alerts => whole(*alerts),
        ReportKey::DaysKnown => whole(row.days_known),
    }
}

/// A device that is reckoned up, for the table.
#[must_use]
pub fn row(device: crate::view::groups::DeviceRef, days: &DeviceDays, known: u32) -> ReportRow {
    ReportRow {
        id: device.id.clone(),
        device,
        line: days.total,
        days_known: known,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::groups::DeviceRef;
    use crate::view::history::Sums;

    fn table() -> ReportTable {
        let day: NaiveDate = "2026-11-02".parse().expect("a day");
        let mut table = ReportTable::of(day.iter_days().take(2));
        for (name, km, top, known) in [
            ("a", 10.0, None, 2),
            ("b", 30.0, Some(80.0), 1),
            ("c", 20.0, Some(95.0), 2),
        ] {
            let line = ReportLine {
                sums: Sums {
                    distance_m: km * 1_000.0,
                    top_speed_kmh: top,
                    ..Sums::default()
                },
                ..ReportLine::default()
            };
            let days = DeviceDays {
                days: vec![ReportDay { day, line }],
                total: line,
            };
            let device = DeviceRef {
                id: name.to_owned(),
                name: name.to_owned(),
                is_listed: true,
            };
            table.add(row(device, &days, known), &days.days);
        }
        table
    }

    #[test]
    fn it_is_ordered_by_any_column_and_what_is_not_known_comes_last() {
        let ids = |key, descending| {
            let page = table().page(ReportRowsQuery {
                key,
                descending,
                offset: 0,
                limit: 10,
            });
            let ids: Vec<_> = page.rows.into_iter().map(|row| row.id).collect();
            ids.concat()
        };
        assert_eq!(ids(ReportKey::Name, true), "cba");
        assert_eq!(ids(ReportKey::Distance, true), "bca");
        assert_eq!(ids(ReportKey::TopSpeed, false), "bca");
        assert_eq!(ids(ReportKey::TopSpeed, true), "cba");
    }

    #[test]
    fn days_and_devices_add_up() {
        let result = table().result(false);
        assert_eq!(
            result.days.len(),
            2,
            "a day of which nothing is known is there"
        );
        assert_eq!(result.days[0].line.sums.distance_m, 60_000.0);
        assert_eq!(result.total.sums.distance_m, 60_000.0);
        assert_eq!(result.total.sums.top_speed_kmh, Some(95.0));
        assert_eq!(result.incomplete, 1);
    }
}
