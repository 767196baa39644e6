//! Groups as a table: a row for each device of each group, since a cell holds no thousands of devices.

use std::collections::{HashMap, HashSet};

use plaspy::GroupId;

use super::{Cell, Manner, SheetError, SheetRow, SheetRows};
use crate::change::{AnyChange, Change, GroupForm};
use crate::fleet::Fleet;
use crate::view::bulk::{ItemProblem, Rule};
use crate::words::fold;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Id,
    Name,
    Description,
    DeviceId,
    Device,
}

const COLUMNS: [(Column, &str); 5] = [
    (Column::Id, "id"),
    (Column::Name, "name"),
    (Column::Description, "description"),
    (Column::DeviceId, "deviceId"),
    (Column::Device, "device"),
];

/// The table of all groups, titles first.
pub(crate) fn group_rows(fleet: &Fleet, manner: &Manner) -> Vec<Vec<Cell>> {
    let titles = COLUMNS
        .iter()
        .map(|(_, name)| Cell::Text(manner.title(name)));
    let mut rows = vec![titles.collect()];
    for group in fleet.groups() {
        let id = GroupId::from(group.id.as_str());
        let Ok(form) = fleet.group_form(&id) else {
            continue;
        };
        let begin = [&group.id, &form.name, &form.description].map(|text| Cell::text(text));
        let devices = fleet.device_refs_by_name(form.devices.iter().cloned());
        if devices.is_empty() {
            rows.push([begin.to_vec(), vec![Cell::Empty; 2]].concat());
        }
        for device in devices {
            let end = vec![Cell::text(&device.id), Cell::text(&device.name)];
            rows.push([begin.to_vec(), end].concat());
        }
    }
    rows
}

/// What the rows say of one group.
struct Gathered {
    row: u32,
    id: Option<String>,
    before: Option<GroupForm>,
    after: GroupForm,
    /// The devices that it has, to be found quickly.
    members: HashSet<String>,
    problem: Option<ItemProblem>,
}

/// The changes that the rows of a file make. A group that a file names has the devices that the file
/// gives it, and no others, if the file has a column of devices; groups that it does not name stay.
///
/// # Errors
/// [`SheetError::NoColumn`] where neither id nor name is among the titles.
pub(crate) fn read_groups(
    rows: &[Vec<Cell>],
    fleet: &Fleet,
    manner: &Manner,
) -> Result<SheetRows, SheetError> {
    let header = rows.first().map_or(&[][..], Vec::as_slice);
    let (columns, ignored) = manner.columns(header, &COLUMNS);
    let place_of = |wanted| {
        let mut places = columns.iter().filter(|(_, column)| **column == wanted);
        places.next().map(|(place, _)| *place)
    };
    if place_of(Column::Id).is_none() && place_of(Column::Name).is_none() {
        return Err(SheetError::NoColumn(ignored.join(", ")));
    }
    let has_devices = place_of(Column::DeviceId)
        .or(place_of(Column::Device))
        .is_some();
    let index = fleet.device_index();
    let mut gathered: Vec<Gathered> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (number, cells) in (2_u32..).zip(rows.iter().skip(1)) {
        let words = |wanted| {
            let cell = place_of(wanted).and_then(|place| cells.get(place));
            cell.map(Cell::words).unwrap_or_default()
        };
        let (id, name) = (words(Column::Id), words(Column::Name));
        if id.is_empty() && name.is_empty() {
            continue;
        }
        let problem = |column, value: &str| ItemProblem {
            rule: Rule::Unknown,
            field: None,
            column: place_of(column)
                .and_then(|place| header.get(place))
                .map(Cell::words),
            value: Some(value.to_owned()),
        };
        let found = match id.is_empty() {
            true => fleet.group_of_words(&name),
            false => Some(id.clone()).filter(|id| fleet.group_name(&id.as_str().into()).is_some()),
        };
        // Rows of one group are one, however each of them names it.
        let key = found.clone().unwrap_or_else(|| fold(&name));
        let place = *places.entry(key).or_insert_with(|| {
            let before = found
                .as_deref()
                .and_then(|id| fleet.group_form(&GroupId::from(id)).ok());
            let mut after = before.clone().unwrap_or_default();
            if place_of(Column::Name).is_some() && !name.is_empty() {
                after.name.clone_from(&name);
            }
            if place_of(Column::Description).is_some() {
                after.description = words(Column::Description);
            }
            if has_devices {
                after.devices.clear();
            }
            gathered.push(Gathered {
                row: number,
                problem: (found.is_none() && !id.is_empty()).then(|| problem(Column::Id, &id)),
                id: found.clone(),
                members: before
                    .iter()
                    .flat_map(|form| form.devices.clone())
                    .collect(),
                before,
                after,
            });
            gathered.len() - 1
        });
        let group = &mut gathered[place];
        let device_id = words(Column::DeviceId);
        let (column, device) = match device_id.is_empty() {
            true => (Column::Device, words(Column::Device)),
            false => (Column::DeviceId, device_id),
        };
        if device.is_empty() {
            continue;
        }
        if group.members.contains(&device) {
            // A member that the account's list does not name stays one.
            group.after.devices.push(device);
            continue;
        }
        let by_id = (column == Column::DeviceId)
            .then(|| index.of_id(&device))
            .flatten();
        let meant = by_id.map_or_else(|| index.find(&device), |id| vec![id]);
        match meant[..] {
            [found] => group.after.devices.push(found.to_string()),
            _ if group.problem.is_none() => {
                group.row = number;
                group.problem = Some(problem(column, &device));
            }
            _ => {}
        }
    }
    let rows = gathered.into_iter().map(|group| {
        let change = match (group.id, group.before) {
            (Some(id), Some(before)) => Change::Edit {
                id,
                before,
                after: group.after,
            },
            _ => Change::Create { after: group.after },
        };
        SheetRow {
            row: group.row,
            change: AnyChange::Group(change.tidy()),
            problem: group.problem,
        }
    });
    Ok(SheetRows {
        rows: rows.collect(),
        ignored,
    })
}

#[cfg(test)]
mod tests {
    use plaspy::{Listing, models};

    use super::*;
    use crate::change::Form as _;
    use crate::sheet::tests::manner;

    fn fleet() -> Fleet {
        let mut fleet = Fleet::default();
        let device = |id: &str, name: &str| models::Device {
            name: Some(name.to_owned()),
            ..models::Device::new(id.into())
        };
        fleet.relist(Listing {
            items: vec![device("1", "Van 1"), device("2", "Van 2")],
            lost: 0,
        });
        let group = |id: &str, name: &str, devices: &[&str]| models::Group {
            name: Some(name.to_owned()),
            devices: devices.iter().map(|id| (*id).into()).collect(),
            ..models::Group::new(id.into())
        };
        fleet.regroup(Listing {
            items: vec![
                group("g1", "Norte", &["1", "gone"]),
                group("g2", "Sur", &[]),
            ],
            lost: 0,
        });
        fleet
    }

    fn read(rows: &[&[&str]]) -> SheetRows {
        let rows = rows.iter();
        let rows: Vec<Vec<Cell>> = rows
            .map(|row| row.iter().map(|text| Cell::text(text)).collect())
            .collect();
        read_groups(&rows, &fleet(), &manner()).expect("a table of groups")
    }

    #[test]
    fn what_is_exported_and_brought_back_changes_nothing() {
        let rows = group_rows(&fleet(), &manner());
        let again = read_groups(&rows, &fleet(), &manner()).expect("a table");
        assert_eq!(again.rows.len(), 2);
        for row in again.rows {
            let AnyChange::Group(Change::Edit { before, after, .. }) = row.change else {
                panic!("an edit")
            };
            assert!(row.problem.is_none());
            assert!(before.differences(&after).is_empty());
        }
    }

    #[test]
    fn rows_of_a_group_are_gathered_and_unknown_devices_named() {
        let read = read(&[
            &["Name", "device"],
            &["norte", "Van 2"],
            &["NORTE", "2"],
            &["Este", "van 1"],
            &["Este", "Truck"],
        ]);
        let AnyChange::Group(Change::Edit { id, after, .. }) = &read.rows[0].change else {
            panic!("an edit")
        };
        assert_eq!(
            (id.as_str(), after.devices.as_slice()),
            ("g1", &["2".to_owned()][..])
        );
        assert!(matches!(
            read.rows[1].change,
            AnyChange::Group(Change::Create { .. })
        ));
        let problem = read.rows[1].problem.as_ref().expect("an unknown device");
        assert_eq!(
            (read.rows[1].row, problem.value.as_deref()),
            (5, Some("Truck"))
        );
    }
}
