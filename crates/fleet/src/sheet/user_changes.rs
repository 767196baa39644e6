//! What the rows of a table of users say: found again by id or by user name, cell by cell.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, NaiveTime, Utc};
use plaspy::UserId;

use super::lists::{read_list, read_pairs};
use super::users::{COLUMNS, Column};
use super::{Cell, Manner, SheetError, SheetRow, SheetRows};
use crate::change::{AnyChange, Change, Field, UserForm};
use crate::fleet::{DeviceIndex, Fleet};
use crate::users::Users;
use crate::view::bulk::{ItemProblem, Rule};
use crate::words::fold;

/// What a person types is held against this.
pub(crate) struct Known<'a> {
    pub(crate) users: &'a Users,
    pub(crate) fleet: &'a Fleet,
    pub(crate) devices: DeviceIndex<'a>,
    /// Countries by their codes; empty where the service tells none.
    pub(crate) countries: &'a BTreeMap<String, String>,
    /// Time zones by their keys; empty where the service tells none.
    pub(crate) time_zones: &'a BTreeMap<String, String>,
}

/// The changes that the rows of a file make. Cells of columns that are not there change nothing.
///
/// # Errors
/// [`SheetError::NoColumn`] where neither id nor user name is among the titles.
pub(crate) fn read_users(
    rows: &[Vec<Cell>],
    known: &Known<'_>,
    manner: &Manner,
) -> Result<SheetRows, SheetError> {
    let header = rows.first().map_or(&[][..], Vec::as_slice);
    let (columns, ignored) = manner.columns(header, &COLUMNS);
    let has = |wanted| columns.values().any(|column| *column == wanted);
    if !has(Column::Id) && !has(Column::Field(Field::Email)) {
        return Err(SheetError::NoColumn(ignored.join(", ")));
    }
    let mut seen = HashSet::new();
    let mut changes = Vec::new();
    for (number, cells) in (2_u32..).zip(rows.iter().skip(1)) {
        let mut named: Vec<_> = columns
            .iter()
            // A row that ends early says nothing of what would come after.
            .filter_map(|(place, column)| Some((*place, *column, cells.get(*place)?)))
            .collect();
        named.sort_by_key(|(place, ..)| *place);
        if named.iter().all(|(_, _, cell)| cell.words().is_empty()) {
            continue;
        }
        let of = |wanted| {
            let cell = named.iter().find(|(_, column, _)| *column == wanted);
            cell.map(|(place, _, cell)| (*place, cell.words()))
        };
        let problem = |rule, place: usize, field, value: &str| ItemProblem {
            rule,
            field,
            column: header.get(place).map(Cell::words),
            value: Some(value.to_owned()),
        };
        let mut wrong = None;
        let (id, email) = (of(Column::Id), of(Column::Field(Field::Email)));
        let person = match (&id, &email) {
            (Some((place, id)), _) if !id.is_empty() => {
                let found = known.users.person(&UserId::from(id.as_str())).ok();
                if found.is_none() {
                    wrong = Some(problem(Rule::Unknown, *place, None, id));
                }
                found
            }
            (_, Some((_, email))) => known.users.of_email(email),
            _ => None,
        };
        let before = person.map(|person| person.form.clone());
        let mut after = before.clone().unwrap_or_default();
        for (place, column, cell) in &named {
            let Column::Field(field) = column else {
                continue;
            };
            if let Err(rule) = read_field(&mut after, *field, cell, known, manner) {
                let found = problem(rule, *place, Some(*field), &cell.words());
                wrong.get_or_insert(found);
            }
        }
        let who = match person {
            Some(person) => person.listed.id.to_string(),
            None => after.email.to_lowercase(),
        };
        if !seen.insert(who) {
            let (place, value) = email.or(id).unwrap_or_default();
            wrong.get_or_insert(problem(Rule::Twice, place, None, &value));
        }
        let change = match (person, before) {
            (Some(person), Some(before)) => Change::Edit {
                id: person.listed.id.to_string(),
                before,
                after,
            },
            _ => Change::Create { after },
        };
        changes.push(SheetRow {
            row: number,
            change: AnyChange::User(change.tidy()),
            problem: wrong,
        });
    }
    Ok(SheetRows {
        rows: changes,
        ignored,
    })
}

fn read_field(
    form: &mut UserForm,
    field: Field,
    cell: &Cell,
    known: &Known<'_>,
    manner: &Manner,
) -> Result<(), Rule> {
    let words = cell.words();
    match field {
        _ if matches!(cell, Cell::Error(_)) => return Err(Rule::NotUnderstood),
        // Nothing at all says neither yes nor no.
        Field::Disabled if words.is_empty() => {}
        Field::Name => form.name = words,
        Field::Email => form.email = words,
        Field::Group => form.group = group_of(&words, &form.group, known.fleet)?,
        Field::DeviceId => form.device_id = device_of(&words, &form.device_id, &known.devices)?,
        Field::Privileges => form.privileges = read_list(&words),
        Field::Disabled => form.disabled = manner.flag(cell).ok_or(Rule::NotUnderstood)?,
        Field::DisabledMessage => form.disabled_message = words,
        Field::From => form.from = moment(cell, NaiveTime::MIN, form.from, manner)?,
        Field::Expires => {
            // Who is valid until a day is valid on that day.
            let end = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
            form.expires = moment(cell, end, form.expires, manner)?;
        }
        Field::Country => form.country = key_of(words, &form.country, known.countries)?,
        Field::TimeZone => form.time_zone = key_of(words, &form.time_zone, known.time_zones)?,
        Field::Description => form.description = words,
        Field::Message => form.message = words,
        Field::Tags => form.tags = read_pairs(&words).ok_or(Rule::NotUnderstood)?,
        Field::AdminDevices if words.is_empty() => form.admin_devices = None,
        Field::AdminDevices => {
            form.admin_devices = Some(words.parse().map_err(|_| Rule::NotUnderstood)?);
        }
        Field::Devices => {}
    }
    Ok(())
}

fn moment(
    cell: &Cell,
    time: NaiveTime,
    present: Option<DateTime<Utc>>,
    manner: &Manner,
) -> Result<Option<DateTime<Utc>>, Rule> {
    if cell.words().is_empty() {
        return Ok(None);
    }
    let meant = manner.moments(cell, time);
    // A table holds whole seconds, and of an hour that comes twice not which: what it does not hold is
    // not changed.
    let is_present = |present: &DateTime<Utc>| {
        let mut seconds = meant.iter().map(DateTime::timestamp);
        seconds.any(|second| second == present.timestamp())
    };
    let present = present.filter(is_present);
    let first = *meant.first().ok_or(Rule::NotUnderstood)?;
    Ok(Some(present.unwrap_or(first)))
}

/// The id of the group that the words mean; what is there already may stay, whatever it is.
fn group_of(words: &str, present: &str, fleet: &Fleet) -> Result<String, Rule> {
    if words.is_empty() || words == present {
        return Ok(words.to_owned());
    }
    fleet.group_of_words(words).ok_or(Rule::Unknown)
}

fn device_of(words: &str, present: &str, devices: &DeviceIndex<'_>) -> Result<String, Rule> {
    if words.is_empty() || words == present {
        return Ok(words.to_owned());
    }
    if let Some(device) = devices.of_id(words) {
        return Ok(device.to_string());
    }
    match devices.find(words)[..] {
        [device] => Ok(device.to_string()),
        _ => Err(Rule::Unknown),
    }
}

/// The key that the words mean, by itself or by what the service calls it.
fn key_of(words: String, present: &str, list: &BTreeMap<String, String>) -> Result<String, Rule> {
    if words.is_empty() || words == present || list.is_empty() || list.contains_key(&words) {
        return Ok(words);
    }
    let folded = fold(&words);
    let mut meant = list
        .iter()
        .filter(|(key, name)| [key, name].iter().any(|text| fold(text) == folded));
    meant
        .next()
        .map(|(key, _)| key.clone())
        .ok_or(Rule::Unknown)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use plaspy::{Listing, models};

    use super::*;
    use crate::sheet::tests::manner;
    use crate::sheet::user_rows;

    struct Account {
        users: Users,
        fleet: Fleet,
        countries: BTreeMap<String, String>,
    }

    impl Account {
        fn new() -> Self {
            let mut fleet = Fleet::default();
            let device = |id: &str, name: &str| models::Device {
                name: Some(name.to_owned()),
                ..models::Device::new(id.into())
            };
            let devices = [("7", "Van 7"), ("8", "Twin"), ("9", "Twin")];
            fleet.relist(Listing {
                items: devices.map(|(id, name)| device(id, name)).to_vec(),
                lost: 0,
            });
            let group = |id: &str, name: &str| models::Group {
                name: Some(name.to_owned()),
                ..models::Group::new(id.into())
            };
            fleet.regroup(Listing {
                items: vec![
                    group("g1", "Norte"),
                    group("g2", "Twin"),
                    group("g3", "Twin"),
                ],
                lost: 0,
            });
            let now = DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time");
            let ana = models::User {
                name: Some("Ana".to_owned()),
                email: Some("ana@x.example".to_owned()),
                country: Some("CL".to_owned()),
                time_zone: Some("America/Santiago".to_owned()),
                group: Some("Norte".to_owned()),
                privileges: vec!["a;b".to_owned(), "read".to_owned()],
                tags: [("team".to_owned(), "a=b".to_owned())].into(),
                expires: Some(now + TimeDelta::milliseconds(259_200_123)),
                ..models::User::new("u1".into())
            };
            let ben = models::User {
                name: Some("=cmd()".to_owned()),
                email: Some("ben@x.example".to_owned()),
                group: Some("g3".to_owned()),
                device_id: Some("9".into()),
                disabled: Some(true),
                ..models::User::new("u2".into())
            };
            let users = Listing {
                items: vec![ana, ben],
                lost: 0,
            };
            Self {
                users: Users::new(users, &fleet, now, 1),
                fleet,
                countries: [("CL".to_owned(), "Chile".to_owned())].into(),
            }
        }

        fn read(&self, rows: &[Vec<Cell>]) -> SheetRows {
            let known = Known {
                users: &self.users,
                fleet: &self.fleet,
                devices: self.fleet.device_index(),
                countries: &self.countries,
                time_zones: &BTreeMap::new(),
            };
            read_users(rows, &known, &manner()).expect("a table of users")
        }

        fn read_texts(&self, rows: &[&[&str]]) -> SheetRows {
            let rows = rows.iter();
            let rows: Vec<Vec<Cell>> = rows
                .map(|row| row.iter().map(|text| Cell::text(text)).collect())
                .collect();
            self.read(&rows)
        }
    }

    fn form(row: &SheetRow) -> &UserForm {
        match &row.change {
            AnyChange::User(change) => change.after().expect("made or changed"),
            AnyChange::Group(_) => panic!("a user"),
        }
    }

    fn rule(row: &SheetRow) -> Option<(Rule, Option<&str>)> {
        let problem = row.problem.as_ref()?;
        Some((problem.rule, problem.column.as_deref()))
    }

    #[test]
    fn what_is_exported_and_brought_back_changes_nothing() {
        let account = Account::new();
        let everyone: Vec<_> = ["u1", "u2"]
            .iter()
            .map(|id| account.users.person(&(*id).into()).expect("there"))
            .collect();
        let rows = user_rows(&everyone, &account.fleet, &manner());
        for format in [
            crate::view::sheets::SheetFormat::Csv,
            crate::view::sheets::SheetFormat::Xlsx,
        ] {
            let file = crate::sheet::write(&rows, format).expect("written");
            let again = account.read(&crate::sheet::read(&file).expect("a table"));
            assert!(again.ignored.is_empty(), "{:?}", again.ignored);
            for row in &again.rows {
                assert_eq!(row.problem, None, "{format:?}");
                let AnyChange::User(Change::Edit { before, after, .. }) = &row.change else {
                    panic!("an edit")
                };
                assert_eq!(before, after, "{format:?}");
            }
        }
    }

    #[test]
    fn a_row_makes_changes_or_is_unknown() {
        let account = Account::new();
        let read = account.read_texts(&[
            &["Email", "GROUP", "disabled", "country", "colour"],
            &["ana@x.example", "", "si", "chile", "red"],
            &["NEW@x.example", "Norte", "", "CL", ""],
            &["", "", "", "", ""],
        ]);
        assert_eq!(read.ignored, ["colour"]);
        assert_eq!(read.rows.len(), 2, "an empty row says nothing");
        let (ana, new) = (&read.rows[0], &read.rows[1]);
        assert_eq!((ana.row, new.row), (2, 3));
        assert!(form(ana).disabled && form(ana).group.is_empty());
        assert_eq!(form(ana).name, "Ana", "what is no column stays");
        assert_eq!(form(ana).country, "CL");
        assert!(matches!(new.change, AnyChange::User(Change::Create { .. })));
        assert_eq!(form(new).group, "g1");
    }

    #[test]
    fn what_a_row_does_not_say_stays_and_what_failed_is_wrong() {
        let account = Account::new();
        let read = account.read_texts(&[
            &["email", "disabled", "group"],
            &["ben@x.example", ""],
            &["ana@x.example"],
        ]);
        assert!(form(&read.rows[0]).disabled, "neither yes nor no");
        assert_eq!(form(&read.rows[0]).group, "g3");
        assert_eq!(form(&read.rows[1]).group, "g1");
        let failed = account.read(&[
            vec![Cell::text("email"), Cell::text("group")],
            vec![Cell::text("ana@x.example"), Cell::Error("#N/A".to_owned())],
        ]);
        let expected = Some((Rule::NotUnderstood, Some("group")));
        assert_eq!(rule(&failed.rows[0]), expected);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_column() {
        let account = Account::new();
        let titles = ["id", "email", "group", "deviceId", "expires", "disabled"];
        let read = account.read_texts(&[
            &titles,
            &["u9", "", "", "", "", ""],
            &["", "ana@x.example", "Twin", "", "", ""],
            &["", "ben@x.example", "g3", "Twin", "", ""],
            &["u1", "other@x.example", "Norte", "", "31/12/2026", ""],
            &["", "new@x.example", "", "van 7", "", "perhaps"],
            &["", "new@x.example", "", "", "", ""],
        ]);
        let rules: Vec<_> = read.rows.iter().map(rule).collect();
        assert_eq!(
            rules,
            [
                Some((Rule::Unknown, Some("id"))),
                Some((Rule::Unknown, Some("group"))),
                Some((Rule::Unknown, Some("deviceId"))),
                Some((Rule::NotUnderstood, Some("expires"))),
                Some((Rule::NotUnderstood, Some("disabled"))),
                Some((Rule::Twice, Some("email"))),
            ]
        );
        let none = read_users(
            &[vec![Cell::text("colour")], vec![Cell::text("red")]],
            &Known {
                users: &account.users,
                fleet: &account.fleet,
                devices: account.fleet.device_index(),
                countries: &account.countries,
                time_zones: &BTreeMap::new(),
            },
            &manner(),
        );
        assert!(matches!(none, Err(SheetError::NoColumn(_))));
    }
}
