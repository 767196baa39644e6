//! What a person can set of a group.

use std::collections::BTreeSet;

use plaspy::DeviceId;
use plaspy::models::{Group, GroupInput, Memberships};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use super::{Field, Form};

/// What a person can set of a group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupForm {
    /// Its name.
    pub name: String,
    /// A free description; empty for none.
    pub description: String,
    /// Ids of the devices in it.
    pub devices: Vec<String>,
}

impl From<&Group> for GroupForm {
    fn from(group: &Group) -> Self {
        Self {
            name: group.name.clone().unwrap_or_default(),
            description: group.description.clone().unwrap_or_default(),
            devices: group.devices.iter().map(ToString::to_string).collect(),
        }
    }
}

impl From<&GroupForm> for GroupInput {
    fn from(form: &GroupForm) -> Self {
        Self {
            name: form.name.clone(),
            description: Some(form.description.clone()).filter(|text| !text.is_empty()),
            devices: form.device_ids().collect(),
        }
    }
}

impl GroupForm {
    /// The devices in it.
    pub fn device_ids(&self) -> impl Iterator<Item = DeviceId> + '_ {
        self.devices.iter().map(|id| DeviceId::from(id.as_str()))
    }

    /// Ids of the devices that this has and the other has not.
    #[must_use]
    pub fn without(&self, other: &Self) -> Vec<String> {
        let others: BTreeSet<_> = other.devices.iter().collect();
        let mine = self.devices.iter().filter(|id| !others.contains(id));
        mine.cloned().collect()
    }
}

impl Form for GroupForm {
    const FIELDS: &'static [Field] = &[Field::Name, Field::Description, Field::Devices];

    fn shown_name(&self) -> &str {
        &self.name
    }

    fn is_same_one(&self, other: &Self) -> bool {
        self.name.trim() == other.name.trim()
    }

    fn tidy(mut self) -> Self {
        let mut seen = BTreeSet::new();
        self.devices.retain(|id| seen.insert(id.clone()));
        self
    }

    /// The order of devices means nothing.
    fn is_same(&self, other: &Self, field: Field) -> bool {
        match field {
            Field::Name => self.name == other.name,
            Field::Description => self.description == other.description,
            Field::Devices => {
                self.devices == other.devices
                    || (self.without(other).is_empty() && other.without(self).is_empty())
            }
            _ => true,
        }
    }

    fn value(&self, field: Field, _: &Memberships) -> Value {
        match field {
            Field::Name => json!(self.name),
            Field::Description => json!(self.description),
            Field::Devices => json!(self.devices),
            _ => Value::Null,
        }
    }

    fn devices(&self) -> &[String] {
        &self.devices
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Change;

    fn form(name: &str, description: &str, devices: &[&str]) -> GroupForm {
        GroupForm {
            name: name.to_owned(),
            description: description.to_owned(),
            devices: devices.iter().map(|id| (*id).to_owned()).collect(),
        }
    }

    fn edit(before: GroupForm, after: GroupForm) -> Change<GroupForm> {
        Change::Edit {
            id: "g1".to_owned(),
            before,
            after,
        }
    }

    #[test]
    fn a_field_that_both_changed_stands_in_the_way_and_no_other() {
        let change = edit(form("A", "", &["1", "2"]), form("B", "", &["1"]));
        let conflicts = |now: GroupForm| change.conflicts(&now);
        assert_eq!(conflicts(form("A", "", &["2", "1"])), []);
        assert_eq!(conflicts(form("A", "theirs", &["1", "2"])), []);
        assert_eq!(conflicts(form("C", "", &["1", "2"])), [Field::Name]);
        assert_eq!(
            conflicts(form("B", "", &["1", "2"])),
            [],
            "they want it too"
        );
        assert_eq!(
            conflicts(form("C", "", &["1", "3"])),
            [Field::Name, Field::Devices]
        );
    }

    #[test]
    fn whoever_deletes_must_have_seen_what_goes() {
        let change = Change::Delete {
            id: "g1".to_owned(),
            before: form("A", "", &["1"]),
        };
        assert_eq!(change.conflicts(&form("A", "", &["1"])), []);
        let now = form("A", "", &["1", "2"]);
        assert_eq!(change.conflicts(&now), [Field::Devices]);
    }

    #[test]
    fn an_edit_has_arrived_when_its_own_fields_are_there() {
        let change = edit(form("A", "", &["1"]), form("B", "", &["1"]));
        assert!(change.has_arrived(&form("B", "of someone else", &["9"])));
        assert!(!change.has_arrived(&form("A", "", &["1"])));
    }

    #[test]
    fn the_inverse_of_the_inverse_is_the_change() {
        let before = form("A", "x", &["1", "2"]);
        let after = form("B", "", &["3"]);
        let changes = [
            edit(before.clone(), after.clone()),
            Change::Delete {
                id: "g1".to_owned(),
                before,
            },
            Change::Create { after },
        ];
        for change in changes {
            assert_eq!(change.inverse("g1").inverse("g1"), change);
        }
    }
}
