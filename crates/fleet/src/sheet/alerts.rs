//! Alerts as tables: each with its place, and how many there are of each kind and on each day.

use super::{Cell, Manner, Sheet};
use crate::view::alerts::{AlertsSummary, PastAlertRow};

const COLUMNS: [&str; 9] = [
    "time",
    "name",
    "id",
    "what",
    "text",
    "place",
    "latitude",
    "longitude",
    "told",
];

/// Every table, the alerts first. Titles of columns are also the words of kinds, by their names.
pub(crate) fn alert_sheets(
    rows: &[PastAlertRow],
    summary: &AlertsSummary,
    manner: &Manner,
) -> Vec<Sheet> {
    let sheet = |name: &str, columns: &[&str], rows: Vec<Vec<Cell>>| {
        let titles = columns.iter().map(|name| Cell::Text(manner.title(name)));
        Sheet {
            name: manner.title(name),
            rows: std::iter::once(titles.collect()).chain(rows).collect(),
        }
    };
    let kinds = summary.kinds.iter().map(|kind| {
        let words = manner.alert_words(&kind.name, kind.text.as_deref());
        vec![Cell::text(&words), Cell::Number(f64::from(kind.count))]
    });
    let days = summary
        .days
        .iter()
        .map(|day| vec![Cell::Day(day.day), Cell::Number(f64::from(day.count))]);
    vec![
        sheet(
            "alerts",
            &COLUMNS,
            rows.iter().map(|row| line(row, manner)).collect(),
        ),
        sheet("kinds", &["what", "count"], kinds.collect()),
        sheet("days", &["day", "count"], days.collect()),
    ]
}

fn line(row: &PastAlertRow, manner: &Manner) -> Vec<Cell> {
    let text = row.text.as_deref();
    let single = text.filter(|_| row.names.len() == 1);
    let what: Vec<_> = row
        .names
        .iter()
        .map(|name| manner.alert_words(name, single))
        .collect();
    let near = row.near.as_ref();
    vec![
        manner.moment_cell(Some(row.at)),
        Cell::text(&row.device.name),
        Cell::text(&row.device.id),
        match what.is_empty() {
            true => Cell::text(text.unwrap_or_default()),
            false => Cell::text(&what.join(", ")),
        },
        Cell::text(text.unwrap_or_default()),
        near.map_or(Cell::Empty, |near| Cell::text(&near.name)),
        Cell::Number(row.latitude),
        Cell::Number(row.longitude),
        Cell::text(&row.told.join(", ")),
    ]
}
