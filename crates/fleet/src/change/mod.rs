//! Changes of the account's groups as values: what was, what is to be, what of it someone else
//! changed meanwhile, and the change that takes it back.

pub mod access;
pub mod journal;
mod patch;

use std::collections::BTreeSet;

use plaspy::models::{Group, GroupInput};
use plaspy::{DeviceId, GroupId};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

pub use patch::patch;

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

/// A field of a group that a person can set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum GroupField {
    /// Its name.
    Name,
    /// Its description.
    Description,
    /// The devices in it.
    Devices,
}

/// A change to one group. `before` is what the person saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum GroupChange {
    /// A new group.
    Create {
        /// What it is to be.
        after: GroupForm,
    },
    /// Other values for some fields.
    Edit {
        /// The service's id.
        id: String,
        /// What it was.
        before: GroupForm,
        /// What it is to be.
        after: GroupForm,
    },
    /// The end of a group.
    Delete {
        /// The service's id.
        id: String,
        /// What it was.
        before: GroupForm,
    },
}

/// Why a change can't be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// A group needs a name.
    #[error("a group needs a name")]
    NameMissing,
    /// Names of groups are unique.
    #[error("another group has this name")]
    NameTaken,
    /// A group needs at least one device.
    #[error("a group needs at least one device")]
    NoDevice,
    /// What the service has in a field could not be read, and would be lost.
    #[error("what the service has there can't be read, and would be lost")]
    Unreadable,
    /// What is to be is what was.
    #[error("nothing changes")]
    Nothing,
}

impl GroupField {
    /// Every field.
    pub const ALL: [Self; 3] = [Self::Name, Self::Description, Self::Devices];

    /// Its name on the wire.
    pub(crate) const fn on_wire(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Description => "description",
            Self::Devices => "devices",
        }
    }
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
    /// The same without a device twice.
    #[must_use]
    pub fn tidy(mut self) -> Self {
        let mut seen = BTreeSet::new();
        self.devices.retain(|id| seen.insert(id.clone()));
        self
    }

    /// The devices in it.
    pub fn device_ids(&self) -> impl Iterator<Item = DeviceId> + '_ {
        self.devices.iter().map(|id| DeviceId::from(id.as_str()))
    }

    /// The fields in which two differ. The order of devices means nothing.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<GroupField> {
        let differs = |field: &GroupField| match field {
            GroupField::Name => self.name != other.name,
            GroupField::Description => self.description != other.description,
            GroupField::Devices => {
                !self.without(other).is_empty() || !other.without(self).is_empty()
            }
        };
        GroupField::ALL.into_iter().filter(differs).collect()
    }

    /// Ids of the devices that this has and the other has not.
    #[must_use]
    pub fn without(&self, other: &Self) -> Vec<String> {
        let others: BTreeSet<_> = other.devices.iter().collect();
        let mine = self.devices.iter().filter(|id| !others.contains(id));
        mine.cloned().collect()
    }

    /// A field as it is sent.
    fn value(&self, field: GroupField) -> Value {
        match field {
            GroupField::Name => json!(self.name),
            GroupField::Description => json!(self.description),
            GroupField::Devices => json!(self.devices),
        }
    }
}

impl GroupChange {
    /// The same without a device twice in what is to be.
    #[must_use]
    pub fn tidy(self) -> Self {
        match self {
            Self::Create { after } => Self::Create {
                after: after.tidy(),
            },
            Self::Edit { id, before, after } => Self::Edit {
                id,
                before,
                after: after.tidy(),
            },
            delete @ Self::Delete { .. } => delete,
        }
    }

    /// The group that it is about; `None` for one that is to be created.
    #[must_use]
    pub fn id(&self) -> Option<GroupId> {
        match self {
            Self::Create { .. } => None,
            Self::Edit { id, .. } | Self::Delete { id, .. } => Some(GroupId::from(id.as_str())),
        }
    }

    /// What was; `None` for what is to be created.
    #[must_use]
    pub fn before(&self) -> Option<&GroupForm> {
        match self {
            Self::Create { .. } => None,
            Self::Edit { before, .. } | Self::Delete { before, .. } => Some(before),
        }
    }

    /// What is to be; `None` for what is to be deleted.
    #[must_use]
    pub fn after(&self) -> Option<&GroupForm> {
        match self {
            Self::Create { after } | Self::Edit { after, .. } => Some(after),
            Self::Delete { .. } => None,
        }
    }

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
        let changed = before.map_or(GroupField::ALL.to_vec(), |it| it.differences(after));
        if changed.is_empty() {
            return Err(Unfit::Nothing);
        }
        // What stays as it is may break a rule of which the service knew nothing then.
        if changed.contains(&GroupField::Name) {
            let name = after.name.trim();
            if name.is_empty() {
                return Err(Unfit::NameMissing);
            }
            if taken.any(|other| other.trim() == name) {
                return Err(Unfit::NameTaken);
            }
        }
        if changed.contains(&GroupField::Devices) && after.devices.is_empty() {
            return Err(Unfit::NoDevice);
        }
        Ok(())
    }

    /// The fields that stand in its way, given the group as it is now: someone else gave them
    /// another value than the person saw, and than this change would give them.
    #[must_use]
    pub fn conflicts(&self, now: &GroupForm) -> Vec<GroupField> {
        match self {
            Self::Create { .. } => Vec::new(),
            Self::Delete { before, .. } => before.differences(now),
            Self::Edit { before, after, .. } => {
                let mine = before.differences(after);
                let theirs = before.differences(now);
                let open = after.differences(now);
                let all = GroupField::ALL.into_iter();
                all.filter(|field| {
                    [&mine, &theirs, &open]
                        .iter()
                        .all(|set| set.contains(field))
                })
                .collect()
            }
        }
    }

    /// Whether the group, read again, is as this change wants it.
    #[must_use]
    pub fn has_arrived(&self, now: &GroupForm) -> bool {
        match self {
            Self::Create { after } => after.differences(now).is_empty(),
            Self::Delete { .. } => false,
            Self::Edit { before, after, .. } => {
                let open = after.differences(now);
                !before
                    .differences(after)
                    .iter()
                    .any(|field| open.contains(field))
            }
        }
    }

    /// The change that takes this one back, once it is done. `id` is that of the group that it made
    /// or changed.
    #[must_use]
    pub fn inverse(&self, id: &str) -> Self {
        match self {
            Self::Create { after } => Self::Delete {
                id: id.to_owned(),
                before: after.clone(),
            },
            Self::Edit { before, after, .. } => Self::Edit {
                id: id.to_owned(),
                before: after.clone(),
                after: before.clone(),
            },
            Self::Delete { before, .. } => Self::Create {
                after: before.clone(),
            },
        }
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

    fn edit(before: GroupForm, after: GroupForm) -> GroupChange {
        GroupChange::Edit {
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
        assert_eq!(conflicts(form("C", "", &["1", "2"])), [GroupField::Name]);
        assert_eq!(
            conflicts(form("B", "", &["1", "2"])),
            [],
            "they want it too"
        );
        assert_eq!(
            conflicts(form("C", "", &["1", "3"])),
            [GroupField::Name, GroupField::Devices]
        );
    }

    #[test]
    fn whoever_deletes_must_have_seen_what_goes() {
        let change = GroupChange::Delete {
            id: "g1".to_owned(),
            before: form("A", "", &["1"]),
        };
        assert_eq!(change.conflicts(&form("A", "", &["1"])), []);
        let now = form("A", "", &["1", "2"]);
        assert_eq!(change.conflicts(&now), [GroupField::Devices]);
    }

    #[test]
    fn the_rules_of_the_service_are_known_before_anything_is_sent() {
        let before = form("A", "", &["1"]);
        let check = |after| {
            let change = edit(before.clone(), after).tidy();
            change.check(["B"].into_iter())
        };
        assert_eq!(check(form(" ", "", &["1"])), Err(Unfit::NameMissing));
        assert_eq!(check(form(" B ", "", &["1"])), Err(Unfit::NameTaken));
        assert_eq!(check(form("A", "", &[])), Err(Unfit::NoDevice));
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
            GroupChange::Delete {
                id: "g1".to_owned(),
                before,
            },
            GroupChange::Create { after },
        ];
        for change in changes {
            assert_eq!(change.inverse("g1").inverse("g1"), change);
        }
    }
}
