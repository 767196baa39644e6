//! Users as a table, a row each.

use super::lists::{write_list, write_pairs};
use super::{Cell, Manner};
use crate::change::{Field, UserForm};
use crate::fleet::Fleet;
use crate::users::Person;

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Field(Field),
    LastLogin,
    Creation,
    Modification,
}

pub(super) const COLUMNS: [(Column, &str); 19] = [
    (Column::Id, "id"),
    (Column::Field(Field::Name), "name"),
    (Column::Field(Field::Email), "email"),
    (Column::Field(Field::Group), "group"),
    (Column::Field(Field::DeviceId), "deviceId"),
    (Column::Field(Field::Privileges), "privileges"),
    (Column::Field(Field::Disabled), "disabled"),
    (Column::Field(Field::DisabledMessage), "disabledMessage"),
    (Column::Field(Field::From), "from"),
    (Column::Field(Field::Expires), "expires"),
    (Column::Field(Field::Country), "country"),
    (Column::Field(Field::TimeZone), "timeZone"),
    (Column::Field(Field::Description), "description"),
    (Column::Field(Field::Message), "message"),
    (Column::Field(Field::Tags), "tags"),
    (Column::Field(Field::AdminDevices), "adminDevices"),
    (Column::LastLogin, "lastLogin"),
    (Column::Creation, "creation"),
    (Column::Modification, "modification"),
];

/// The table of some users, titles first. Passwords are not of it.
pub(crate) fn user_rows(people: &[&Person], fleet: &Fleet, manner: &Manner) -> Vec<Vec<Cell>> {
    let titles = COLUMNS
        .iter()
        .map(|(_, name)| Cell::Text(manner.title(name)));
    let mut rows = vec![titles.collect()];
    for person in people {
        let cells = COLUMNS.iter().map(|(column, _)| match column {
            Column::Id => Cell::text(person.listed.id.as_str()),
            Column::Field(field) => write_field(&person.form, *field, fleet, manner),
            Column::LastLogin => manner.moment_cell(person.listed.last_login),
            Column::Creation => manner.moment_cell(person.listed.creation),
            Column::Modification => manner.moment_cell(person.listed.modification),
        });
        rows.push(cells.collect());
    }
    rows
}

fn write_field(form: &UserForm, field: Field, fleet: &Fleet, manner: &Manner) -> Cell {
    match field {
        Field::Name => Cell::text(&form.name),
        Field::Email => Cell::text(&form.email),
        Field::Group => {
            let known = form.group_id();
            let name = known.as_ref().and_then(|id| fleet.unique_group_name(id));
            Cell::text(name.unwrap_or(&form.group))
        }
        // Its id: names of devices are not unique.
        Field::DeviceId => Cell::text(&form.device_id),
        Field::Privileges => Cell::text(&write_list(&form.privileges)),
        Field::Disabled => manner.flag_cell(form.disabled),
        Field::DisabledMessage => Cell::text(&form.disabled_message),
        Field::From => manner.moment_cell(form.from),
        Field::Expires => manner.moment_cell(form.expires),
        Field::Country => Cell::text(&form.country),
        Field::TimeZone => Cell::text(&form.time_zone),
        Field::Description => Cell::text(&form.description),
        Field::Message => Cell::text(&form.message),
        Field::Tags => Cell::text(&write_pairs(&form.tags)),
        #[expect(clippy::cast_precision_loss, reason = "nobody has so many devices")]
        Field::AdminDevices => form
            .admin_devices
            .map_or(Cell::Empty, |number| Cell::Number(number as f64)),
        Field::Devices => Cell::Empty,
    }
}
