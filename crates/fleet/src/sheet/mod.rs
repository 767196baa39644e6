//! Spreadsheets: tables of devices, users and groups as files, and files as tables again.

mod alerts;
mod devices;
mod groups;
mod journeys;
mod lists;
mod read;
mod report;
mod user_changes;
mod users;
mod write;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;

pub(crate) use alerts::alert_sheets;
pub(crate) use devices::{device_row, device_titles};
pub(crate) use groups::{group_rows, read_groups};
pub(crate) use journeys::journey_sheets;
pub use read::SheetError;
pub(crate) use read::read;
pub(crate) use report::{report_device_sheet, report_rows, report_sheets};
pub(crate) use user_changes::{Known, read_users};
pub(crate) use users::user_rows;
pub use write::WriteError;
pub(crate) use write::{write, write_workbook};

use crate::change::AnyChange;
use crate::view::bulk::ItemProblem;
use crate::view::sheets::SheetTexts;
use crate::words::fold;

/// A cell. A spreadsheet keeps more than text.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// A day and a time of day, in nobody's zone.
    Moment(NaiveDateTime),
    /// A day.
    Day(NaiveDate),
    /// A length of time in seconds.
    Duration(u32),
    /// What a formula that failed left.
    Error(String),
}

impl Cell {
    /// A text, or nothing.
    #[must_use]
    pub fn text(text: &str) -> Self {
        match text.is_empty() {
            true => Self::Empty,
            false => Self::Text(text.to_owned()),
        }
    }

    /// What it says, as a person would type it; blanks around it don't count.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Error(text) => text.trim().to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Flag(true) => "true".to_owned(),
            Self::Flag(false) => "false".to_owned(),
            Self::Moment(moment) => moment.format(MOMENT).to_string(),
            Self::Day(day) => day.to_string(),
            Self::Duration(seconds) => {
                let (hours, rest) = (seconds / 3_600, seconds % 3_600);
                format!("{hours}:{:02}:{:02}", rest / 60, rest % 60)
            }
        }
    }
}

/// A table of a workbook.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    /// What it is called.
    pub(crate) name: String,
    /// The titles, and what is below them.
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// What a row of a file says.
#[derive(Debug, Clone)]
pub struct SheetRow {
    /// Which row; the titles are row 1.
    pub row: u32,
    /// The change that it makes.
    pub change: AnyChange,
    /// Why it makes none.
    pub problem: Option<ItemProblem>,
}

/// What a file says.
#[derive(Debug, Clone)]
pub struct SheetRows {
    /// Row by row; several rows of a group are one.
    pub rows: Vec<SheetRow>,
    /// Titles of columns that nobody knows.
    pub ignored: Vec<String>,
}

/// How moments are written.
const MOMENT: &str = "%Y-%m-%d %H:%M:%S";

/// Yes or no as it may be typed besides the words of the person's language.
const YES: [&str; 6] = ["yes", "true", "1", "x", "si", "y"];
const NO: [&str; 5] = ["no", "false", "0", "-", "n"];

/// What cells are read and written by.
#[derive(Debug, Clone)]
pub struct Manner {
    /// The words of the person's language come first; those of others are read as well.
    pub texts: Vec<SheetTexts>,
    /// The person's time zone.
    pub zone: Tz,
}

impl Manner {
    fn title(&self, column: &str) -> String {
        let title = self
            .texts
            .first()
            .and_then(|texts| texts.columns.get(column));
        title.map_or(column, String::as_str).to_owned()
    }

    /// A kind of alerts in the person's language; what the service says of it where it is not known.
    pub(crate) fn alert_words(&self, name: &str, text: Option<&str>) -> String {
        let known = self.title(name);
        match text {
            Some(text) if known == name => text.to_owned(),
            _ => known,
        }
    }

    /// Which column stands where, by the first row; and the titles that nobody knows.
    fn columns<C: Copy>(
        &self,
        header: &[Cell],
        all: &[(C, &str)],
    ) -> (HashMap<usize, C>, Vec<String>) {
        let (mut known, mut unknown) = (HashMap::new(), Vec::new());
        for (place, cell) in header.iter().enumerate() {
            let title = cell.words();
            let folded = fold(&title);
            let is_it = |name: &str| {
                let titles = self
                    .texts
                    .iter()
                    .filter_map(|texts| texts.columns.get(name));
                fold(name) == folded || titles.into_iter().any(|title| fold(title) == folded)
            };
            match all.iter().find(|(_, name)| is_it(name)) {
                Some((column, _)) => {
                    known.insert(place, *column);
                }
                None if title.is_empty() => {}
                None => unknown.push(title),
            }
        }
        (known, unknown)
    }

    fn flag_cell(&self, on: bool) -> Cell {
        let texts = self.texts.first();
        let word = texts.map(|texts| if on { &texts.yes } else { &texts.no });
        Cell::Text(
            word.map_or(if on { "yes" } else { "no" }, String::as_str)
                .to_owned(),
        )
    }

    fn flag(&self, cell: &Cell) -> Option<bool> {
        if let Cell::Flag(on) = cell {
            return Some(*on);
        }
        let words = fold(&cell.words());
        let is_any = |fixed: &[&str], of: fn(&SheetTexts) -> &String| {
            fixed.contains(&words.as_str()) || self.texts.iter().any(|it| fold(of(it)) == words)
        };
        if words.is_empty() || is_any(&NO, |texts| &texts.no) {
            return Some(false);
        }
        is_any(&YES, |texts| &texts.yes).then_some(true)
    }

    fn moment_cell(&self, at: Option<DateTime<Utc>>) -> Cell {
        match at {
            None => Cell::Empty,
            Some(at) => Cell::Moment(at.with_timezone(&self.zone).naive_local()),
        }
    }

    /// The moments that a cell may mean in the person's zone, the first of them first; a day alone
    /// stands for its `time`. None for what is no moment.
    fn moments(&self, cell: &Cell, time: NaiveTime) -> Vec<DateTime<Utc>> {
        let words = cell.words();
        if let Ok(at) = DateTime::parse_from_rfc3339(&words) {
            return vec![at.with_timezone(&Utc)];
        }
        let forms = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"];
        let mut moments = forms
            .iter()
            .filter_map(|form| NaiveDateTime::parse_from_str(&words, form).ok());
        let day = || NaiveDate::parse_from_str(&words, "%Y-%m-%d").ok();
        let naive = match cell {
            Cell::Moment(moment) => Some(*moment),
            _ => moments.next().or_else(|| Some(day()?.and_time(time))),
        };
        let Some(naive) = naive else {
            return Vec::new();
        };
        // An hour that the clocks skip is the next one; one that they repeat may be either.
        let later = || {
            self.zone
                .from_local_datetime(&(naive + TimeDelta::hours(1)))
                .earliest()
        };
        let local = self.zone.from_local_datetime(&naive);
        let both = [local.earliest().or_else(later), local.latest()];
        let both = both.into_iter().flatten();
        both.map(|at| at.with_timezone(&Utc)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn manner() -> Manner {
        let texts = |yes: &str, no: &str, name: &str| SheetTexts {
            columns: [("name".to_owned(), name.to_owned())].into(),
            yes: yes.to_owned(),
            no: no.to_owned(),
        };
        Manner {
            texts: vec![texts("Sí", "No", "Nombre"), texts("Yes", "No", "Name")],
            zone: Tz::America__Santiago,
        }
    }

    #[test]
    fn titles_are_known_in_any_language_and_order() {
        let header = ["NOMBRE", "colour", "e-mail", "email", ""].map(Cell::text);
        let all = [(1, "name"), (2, "email")];
        let (known, unknown) = manner().columns(&header, &all);
        assert_eq!(known, [(0, 1), (3, 2)].into());
        assert_eq!(unknown, ["colour", "e-mail"]);
    }

    #[test]
    fn yes_and_no_are_read_as_people_type_them() {
        let flag = |text: &str| manner().flag(&Cell::text(text));
        for yes in ["SI", "sí", "yes", "TRUE", "1", "x"] {
            assert_eq!(flag(yes), Some(true), "{yes}");
        }
        for no in ["", "no", "False", "0"] {
            assert_eq!(flag(no), Some(false), "{no}");
        }
        assert_eq!(flag("maybe"), None);
    }

    #[test]
    fn moments_are_those_of_the_persons_zone_and_come_back_the_same() {
        let end = NaiveTime::from_hms_opt(23, 59, 59).expect("a time");
        let first = |cell: &Cell| manner().moments(cell, end).first().copied();
        let read = |cell: &Cell| first(cell).map(|at| at.to_rfc3339());
        let day = read(&Cell::text("2026-12-31"));
        assert_eq!(day.as_deref(), Some("2027-01-01T02:59:59+00:00"));
        let with_zone = read(&Cell::text("2026-12-31T10:00:00Z"));
        assert_eq!(with_zone.as_deref(), Some("2026-12-31T10:00:00+00:00"));
        assert_eq!(read(&Cell::text("31/12/2026")), None, "or is it the 12th?");
        let at = DateTime::from_timestamp(1_800_000_000, 0);
        let cell = manner().moment_cell(at);
        assert_eq!(first(&cell), at);
        assert_eq!(first(&Cell::text(&cell.words())), at);
        // In Chile the clocks skip the first hour of this day, and repeat the last of that one.
        let skipped = read(&Cell::text("2026-09-06 00:00"));
        assert_eq!(skipped.as_deref(), Some("2026-09-06T04:00:00+00:00"));
        let twice = manner().moments(&Cell::text("2026-04-04 23:30"), end);
        assert_ne!(twice[0], twice[1]);
    }
}
