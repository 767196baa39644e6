//! Devices as a table, a row each: what the list says of them, and their last fix. Speeds are in
//! kilometres an hour, levels in percent, moments in the reader's zone.

use super::journeys::number;
use super::lists::{write_list, write_pairs};
use super::{Cell, Manner};
use crate::status::Status;
use crate::view::rows::{DeviceRow, Place};

const COLUMNS: [&str; 21] = [
    "id",
    "name",
    "status",
    "statusSince",
    "speed",
    "latitude",
    "longitude",
    "place",
    "fixAt",
    "askedAt",
    "battery",
    "fuel",
    "ignition",
    "alerts",
    "critical",
    "watched",
    "groups",
    "expires",
    "phoneNumber",
    "description",
    "tags",
];

/// The titles of the table.
pub(crate) fn device_titles(manner: &Manner) -> Vec<Cell> {
    let titles = COLUMNS.iter().map(|name| Cell::Text(manner.title(name)));
    titles.collect()
}

/// The row of a device.
pub(crate) fn device_row(row: &DeviceRow, manner: &Manner) -> Vec<Cell> {
    let groups: Vec<_> = row.groups.iter().map(|group| group.name.clone()).collect();
    let degrees = |of: fn(&crate::view::rows::Position) -> f64| {
        let position = row.position.as_ref();
        position.map_or(Cell::Empty, |position| Cell::Number(of(position)))
    };
    let optional = |text: &Option<String>| Cell::text(text.as_deref().unwrap_or_default());
    vec![
        Cell::text(&row.id),
        Cell::text(&row.name),
        Cell::Text(manner.title(status_name(row.status))),
        manner.moment_cell(row.status_since.map(|since| since.at)),
        number(row.speed_kmh),
        degrees(|position| position.latitude),
        degrees(|position| position.longitude),
        row.place.as_ref().map_or(Cell::Empty, place),
        manner.moment_cell(row.fix_at),
        manner.moment_cell(row.asked_at),
        number(row.battery_percent),
        number(row.fuel_percent),
        row.ignition.map_or(Cell::Empty, |on| manner.flag_cell(on)),
        Cell::text(&write_list(&row.alerts)),
        manner.flag_cell(row.critical),
        manner.flag_cell(row.is_watched),
        Cell::text(&write_list(&groups)),
        manner.moment_cell(row.expires),
        optional(&row.phone_number),
        optional(&row.description),
        Cell::text(&write_pairs(&row.tags)),
    ]
}

/// By what name the words of a status are among the titles.
fn status_name(status: Status) -> &'static str {
    match status {
        Status::Moving => "moving",
        Status::Idling => "idling",
        Status::Parked => "parked",
        Status::Silent => "silent",
        Status::NeverReported => "neverReported",
        Status::NotAsked => "notAsked",
    }
}

fn place(place: &Place) -> Cell {
    let parts = [Some(place.name.as_str()), place.region.as_deref()];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    Cell::text(&parts.join(", "))
}
