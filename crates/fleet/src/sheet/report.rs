//! A report as tables: a row for each device with the sums of all below, the days of all devices, and
//! the days of each device. Lengths are in kilometres, speeds in kilometres an hour.

use std::collections::HashSet;

use super::journeys::number;
use super::{Cell, Manner, Sheet};
use crate::report::device::DeviceDays;
use crate::view::history::{DistanceSource, Sums};
use crate::view::reports::{ReportDay, ReportLine, ReportResult, ReportRow};

const LINE_COLUMNS: [&str; 13] = [
    "distance",
    "distanceSource",
    "moving",
    "idling",
    "standing",
    "trips",
    "stops",
    "topSpeed",
    "meanSpeed",
    "speedingTimes",
    "speeding",
    "fuelUsed",
    "alerts",
];

/// No name of a sheet is longer, counted as workbooks count.
const LONGEST_NAME: usize = 31;

/// The devices, titles first.
pub(crate) fn report_rows(rows: &[ReportRow], manner: &Manner) -> Vec<Vec<Cell>> {
    let titles = titles(&["name", "id"], &["daysKnown"], manner);
    let rows = rows.iter().map(|row| {
        let begin = [Cell::text(&row.device.name), Cell::text(&row.id)];
        let end = [Cell::Number(f64::from(row.days_known))];
        [&begin[..], &line(&row.line, manner), &end].concat()
    });
    std::iter::once(titles).chain(rows).collect()
}

/// The devices with their sums below, and the days.
pub(crate) fn report_sheets(
    rows: &[ReportRow],
    result: &ReportResult,
    manner: &Manner,
) -> Vec<Sheet> {
    let mut devices = report_rows(rows, manner);
    let total = [Cell::Text(manner.title("total")), Cell::Empty];
    devices.push([&total[..], &line(&result.total, manner)].concat());
    vec![
        Sheet {
            name: manner.title("summary"),
            rows: devices,
        },
        Sheet {
            name: manner.title("days"),
            rows: day_rows(&result.days, &result.total, manner),
        },
    ]
}

/// The days of a device.
pub(crate) fn report_device_sheet(name: &str, days: &DeviceDays, manner: &Manner) -> Sheet {
    Sheet {
        name: name.to_owned(),
        rows: day_rows(&days.days, &days.total, manner),
    }
}

fn day_rows(days: &[ReportDay], total: &ReportLine, manner: &Manner) -> Vec<Vec<Cell>> {
    let titles = titles(&["day"], &[], manner);
    let rows = days
        .iter()
        .map(|day| [&[Cell::Day(day.day)][..], &line(&day.line, manner)].concat());
    let sum = [
        &[Cell::Text(manner.title("total"))][..],
        &line(total, manner),
    ]
    .concat();
    std::iter::once(titles).chain(rows).chain([sum]).collect()
}

fn titles(before: &[&str], after: &[&str], manner: &Manner) -> Vec<Cell> {
    let all = before.iter().chain(&LINE_COLUMNS).chain(after);
    all.map(|name| Cell::Text(manner.title(name))).collect()
}

fn line(line: &ReportLine, manner: &Manner) -> Vec<Cell> {
    let ReportLine {
        sums,
        speeding,
        alerts,
    } = line;
    let whole = |number: u32| Cell::Number(f64::from(number));
    vec![
        Cell::Number((sums.distance_m / 10.0).round() / 100.0),
        distance_source(sums, manner),
        Cell::Duration(sums.moving_s),
        Cell::Duration(sums.idling_s),
        Cell::Duration(sums.standing_s),
        whole(sums.trips),
        whole(sums.stops),
        number(sums.top_speed_kmh),
        number(sums.mean_speed_kmh),
        speeding.map_or(Cell::Empty, |it| whole(it.times)),
        speeding.map_or(Cell::Empty, |it| Cell::Duration(it.duration_s)),
        number(sums.fuel_used_percent),
        whole(*alerts),
    ]
}

/// How a distance is known, where there is one.
pub(super) fn distance_source(sums: &Sums, manner: &Manner) -> Cell {
    match sums.distance_source {
        _ if sums.distance_m <= 0.0 => Cell::Empty,
        DistanceSource::Odometer => Cell::Text(manner.title("odometer")),
        DistanceSource::StraightLines => Cell::Text(manner.title("straightLines")),
        DistanceSource::Both => Cell::Text(manner.title("both")),
    }
}

/// Names that a workbook takes: short enough, without the signs that mean something to it, and no two
/// the same.
pub(super) fn sheet_names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = HashSet::new();
    names
        .map(|name| {
            let plain = name.replace(['[', ']', ':', '*', '?', '/', '\\'], "-");
            let plain = plain.trim_matches(['\'', ' ']);
            let plain = if plain.is_empty() { "-" } else { plain };
            let numbers = std::iter::once(String::new())
                .chain((2..).map(|number: u32| format!(" ({number})")));
            for end in numbers {
                let room = LONGEST_NAME - end.len();
                let begin = beginning(plain, room);
                let wanted = format!("{}{end}", begin.trim_end_matches(['\'', ' ']));
                if taken.insert(wanted.to_lowercase()) {
                    return wanted;
                }
            }
            // There is always another number.
            String::new()
        })
        .collect()
}

/// As much of a text as has room, counted as workbooks count.
fn beginning(text: &str, room: usize) -> String {
    let mut left = room;
    text.chars()
        .take_while(|c| {
            let fits = c.len_utf16() <= left;
            left = left.saturating_sub(c.len_utf16());
            fits
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_ones_that_a_workbook_takes() {
        let long = "Camión-con-un-nombre-demasiado-largo";
        let emoji = "🚚".repeat(20);
        let names = ["a/b", "A-B", "'", long, long, "", &emoji];
        let found = sheet_names(names.into_iter());
        assert_eq!(found[..3], ["a-b", "A-B (2)", "-"]);
        assert_eq!(found[3].chars().count(), 31);
        assert!(found[4].ends_with(" (2)") && found[4].chars().count() == 31);
        assert_eq!(found[5], "- (2)");
        assert!(found[6].encode_utf16().count() <= 31, "as workbooks count");
    }
}
