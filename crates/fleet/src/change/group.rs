//! What a person can set of a group, and the rules that the service has for it.

use std::collections::BTreeSet;

use plaspy::DeviceId;
use plaspy::models::{Group, GroupInput, Memberships};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use super::{Change, Field, Form, Unfit};

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

    fn take(&mut self, field: Field, other: &Self) {
        match field {
            Field::Name => self.name.clone_from(&other.name),
            Field::Description => self.description.clone_from(&other.description),
            Field::Devices => self.devices.clone_from(&other.devices),
            _ => {}
        }
    }
}

impl Change<GroupForm> {
    /// Checks it by the service's rules, before anything is sent. `taken` are the names of the
    /// other groups.
    ///
    /// # Errors
    /// The first rule that it breaks.
    pub fn check<'a>(&self, mut taken: impl Iterator<Item = &'a str>) -> Result<(), Unfit> {
        let Some(after) = self.after() else {
            return Ok(());
        };
        let before = self.before();
        let changed = before.map_or(GroupForm::FIELDS.to_vec(), |it| it.differences(after));
        if changed.is_empty() {
            return Err(Unfit::Nothing);
        }
        // What stays as it is may break a rule of which the service knew nothing then.
        if changed.contains(&Field::Name) {
            let name = after.name.trim();
            if name.is_empty() {
                return Err(Unfit::Missing(Field::Name));
            }
            if taken.any(|other| other.trim() == name) {
                return Err(Unfit::Taken(Field::Name));
            }
        }
        if changed.contains(&Field::Devices) && after.devices.is_empty() {
            return Err(Unfit::Missing(Field::Devices));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn the_rules_of_the_service_are_known_before_anything_is_sent() {
        let before = form("A", "", &["1"]);
        let check = |after| {
            let change = edit(before.clone(), after).tidy();
            change.check(["B"].into_iter())
        };
        assert_eq!(
            check(form(" ", "", &["1"])),
            Err(Unfit::Missing(Field::Name))
        );
        assert_eq!(
            check(form(" B ", "", &["1"])),
            Err(Unfit::Taken(Field::Name))
        );
        assert_eq!(
            check(form("A", "", &[])),
            Err(Unfit::Missing(Field::Devices))
        );
        assert_eq!(check(form("A", "", &["1", "1"])), Err(Unfit::Nothing));
        assert_eq!(check(form("C", "", &["1"])), Ok(()));
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
