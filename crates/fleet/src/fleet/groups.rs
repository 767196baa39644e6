//! The account's groups and the devices in them.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use plaspy::{DeviceId, GroupId, Listing, models};

use super::{Device, Fleet};
use crate::change::{Form, GroupForm};
use crate::error::Error;
use crate::users::Users;
use crate::view::count;
use crate::view::detail::GroupSummary;
use crate::view::groups::{DeviceRef, GroupDetail, GroupRow};
use crate::view::rows::GroupLabel;
use crate::words::fold;

/// A group of the account.
#[derive(Debug)]
pub(super) struct Group {
    /// As the service listed it, without its raw form.
    listed: models::Group,
    pub(super) label: GroupLabel,
    /// How many devices of the account's list it holds.
    devices: u32,
    /// How many devices it holds, each once.
    members: usize,
    pub(super) is_incomplete: bool,
}

impl Group {
    pub(super) fn id(&self) -> &GroupId {
        &self.listed.id
    }
}

impl Fleet {
    /// Takes over a newer list of groups.
    pub fn regroup(&mut self, listed: Listing<models::Group>) {
        self.lost_groups = listed.lost;
        self.groups = listed
            .items
            .into_iter()
            .map(|mut group| {
                // Whoever changes it reads it afresh first.
                group.raw.clear();
                let name = group.name.clone().filter(|name| !name.trim().is_empty());
                let label = GroupLabel {
                    id: group.id.to_string(),
                    name: name.unwrap_or_else(|| group.id.to_string()),
                };
                let members: HashSet<_> = group.devices.iter().collect();
                Group {
                    label,
                    devices: 0,
                    members: members.len(),
                    is_incomplete: !group.unreadable.is_empty(),
                    listed: group,
                }
            })
            .collect();
        self.groups
            .sort_by_cached_key(|group| self.names.key(&group.label.name));
        let ids = self.groups.iter().map(|group| group.id().clone());
        self.groups_by_id = ids.zip(0..).collect();
        self.groups_by_name.clear();
        for (place, group) in self.groups.iter().enumerate() {
            let name = fold(&group.label.name);
            self.groups_by_name.entry(name).or_default().push(place);
        }
        self.link_groups();
        self.revision += 1;
        self.grouped_at = self.revision;
    }

    /// Notes with each device which groups hold it.
    pub(super) fn link_groups(&mut self) {
        for device in &mut self.list.devices {
            device.groups.clear();
        }
        for group in &mut self.groups {
            group.devices = 0;
            for id in &group.listed.devices {
                let place = self.list.by_id.get(id);
                let Some(device) = place.and_then(|it| self.list.devices.get_mut(*it)) else {
                    continue;
                };
                // A group that names a device twice has just been noted with it.
                if device.groups.last() != Some(&group.listed.id) {
                    // Most are in one group, and there are very many of them.
                    device.groups.reserve_exact(1);
                    device.groups.push(group.listed.id.clone());
                    group.devices += 1;
                }
            }
        }
        self.kept_parts.clear();
    }

    /// The groups in the order of their names, for the filter.
    #[must_use]
    pub fn groups(&self) -> Vec<GroupSummary> {
        let groups = self.groups.iter().map(|group| GroupSummary {
            id: group.label.id.clone(),
            name: group.label.name.clone(),
            devices: group.devices,
        });
        groups.collect()
    }

    /// The groups as the service listed them, without their raw form.
    #[must_use]
    pub fn listed_groups(&self) -> Vec<models::Group> {
        let groups = self.groups.iter().map(|group| group.listed.clone());
        groups.collect()
    }

    /// The names of all groups but one.
    pub fn names_of_other_groups<'a>(
        &'a self,
        id: Option<&'a GroupId>,
    ) -> impl Iterator<Item = &'a str> {
        let others = self
            .groups
            .iter()
            .filter(move |group| Some(group.id()) != id);
        others.filter_map(|group| group.listed.name.as_deref())
    }

    /// The groups that hold a device, in the order of their names.
    pub(crate) fn groups_of(&self, device: &Device) -> Vec<GroupLabel> {
        let places = device.group_ids().iter();
        let mut places: Vec<_> = places
            .filter_map(|id| self.groups_by_id.get(id).copied())
            .collect();
        places.sort_unstable();
        places
            .into_iter()
            .map(|place| self.groups[place].label.clone())
            .collect()
    }

    fn find_group(&self, id: &GroupId) -> Option<&Group> {
        self.groups_by_id
            .get(id)
            .and_then(|place| self.groups.get(*place))
    }

    /// What a person can set of a group.
    ///
    /// # Errors
    /// [`Error::GroupUnknown`].
    pub fn group_form(&self, id: &GroupId) -> Result<GroupForm, Error> {
        let group = self.find_group(id);
        let group = group.ok_or_else(|| Error::GroupUnknown(id.clone()))?;
        Ok(GroupForm::from(&group.listed).tidy())
    }

    /// The name of a group; its id where the service gave none.
    #[must_use]
    pub fn group_name(&self, id: &GroupId) -> Option<&str> {
        self.find_group(id).map(|group| group.label.name.as_str())
    }

    /// The name of a group, if no other has it.
    #[must_use]
    pub fn unique_group_name(&self, id: &GroupId) -> Option<&str> {
        let name = self.group_name(id)?;
        let meant = self.group_of_words(name)?;
        (meant == id.as_str()).then_some(name)
    }

    /// The id of the group that these words mean: by its id, or else by its name if no other has it;
    /// case and accents don't count.
    #[must_use]
    pub fn group_of_words(&self, words: &str) -> Option<String> {
        if self.group_name(&GroupId::from(words)).is_some() {
            return Some(words.to_owned());
        }
        match self.groups_by_name.get(&fold(words))?[..] {
            [place] => Some(self.groups.get(place)?.id().to_string()),
            _ => None,
        }
    }

    /// The devices that a group holds, those that the account's list does not name included; none of
    /// a group that is not there.
    #[must_use]
    pub fn members(&self, id: &GroupId) -> &[DeviceId] {
        self.find_group(id)
            .map_or(&[], |group| group.listed.devices.as_slice())
    }

    /// How many devices a group holds, each once.
    #[must_use]
    pub fn count_members(&self, id: &GroupId) -> usize {
        self.find_group(id).map_or(0, |group| group.members)
    }

    /// The names of the groups that hold a device.
    pub fn group_names_of<'a>(&'a self, device: &'a Device) -> impl Iterator<Item = &'a str> {
        device
            .group_ids()
            .iter()
            .filter_map(|id| self.group_name(id))
    }

    /// Ids of the groups without a device.
    #[must_use]
    pub fn empty_groups(&self) -> Vec<String> {
        let empty = self
            .groups
            .iter()
            .filter(|group| group.listed.devices.is_empty() && !group.is_incomplete);
        empty.map(|group| group.id().to_string()).collect()
    }

    /// Ids of the devices that no group holds.
    #[must_use]
    pub fn ungrouped_devices(&self) -> Vec<String> {
        let devices = self.devices_by_name().into_iter();
        let alone = devices.filter(|device| device.group_ids().is_empty());
        alone.map(|device| device.id.to_string()).collect()
    }

    /// Ids of the devices whose subscription ends before a moment.
    #[must_use]
    pub fn devices_expiring_before(&self, moment: DateTime<Utc>) -> Vec<String> {
        let devices = self.devices_by_name().into_iter();
        let ending = devices.filter(|device| device.expires.is_some_and(|until| until < moment));
        ending.map(|device| device.id.to_string()).collect()
    }

    /// The devices in the order of their names.
    #[must_use]
    pub fn devices_by_name(&self) -> Vec<&Device> {
        let ranks = 0..self.columns.size();
        ranks.map(|rank| self.list.at_rank(rank)).collect()
    }

    /// The table of groups, in the order of their names.
    #[must_use]
    pub fn groups_table(&self, users: Option<&Users>) -> Vec<GroupRow> {
        let rows = self.groups.iter().map(|group| GroupRow {
            id: group.label.id.clone(),
            name: group.label.name.clone(),
            description: group.listed.description.clone(),
            devices: count(group.listed.devices.len()),
            users: users.map(|users| count(users.seeing_by(group.id()).len())),
            modified_at: group.listed.last_modified,
            is_incomplete: group.is_incomplete,
        });
        rows.collect()
    }

    /// One group, whole.
    ///
    /// # Errors
    /// [`Error::GroupUnknown`] for a group that the list does not name (any more).
    pub fn group(&self, id: &GroupId, users: Option<&Users>) -> Result<GroupDetail, Error> {
        let group = self.find_group(id);
        let group = group.ok_or_else(|| Error::GroupUnknown(id.clone()))?;
        let form = GroupForm::from(&group.listed).tidy();
        let devices = self.device_refs_by_name(form.devices.clone());
        Ok(GroupDetail {
            id: id.to_string(),
            devices,
            form,
            users: users.map(|users| users.seeing_by(id).map(|it| it.name.clone()).collect()),
            created_at: group.listed.creation,
            modified_at: group.listed.last_modified,
            is_incomplete: group.is_incomplete,
        })
    }

    /// Devices by their names, in the order of those.
    #[must_use]
    pub fn device_refs_by_name(&self, ids: impl IntoIterator<Item = String>) -> Vec<DeviceRef> {
        let mut ranked: Vec<_> = ids
            .into_iter()
            .map(|id| match self.list.rank_of(&id) {
                Some(rank) => (rank, true, Box::default(), id),
                // It stands before the first device of the list whose name comes after its id.
                None => {
                    let key = self.names.key(&id);
                    let is_before = |place: &u32| {
                        let device = &self.list.devices[*place as usize];
                        (self.names.key(&device.name), device.id.as_str()) < (key.clone(), &id)
                    };
                    (self.list.by_name.partition_point(is_before), false, key, id)
                }
            })
            .collect();
        ranked.sort_unstable();
        let refs = ranked.iter().map(|(.., id)| self.device_ref(id));
        refs.collect()
    }

    /// A device by its name.
    #[must_use]
    pub fn device_ref(&self, id: &str) -> DeviceRef {
        let device = self.device(&DeviceId::from(id)).ok();
        DeviceRef {
            id: id.to_owned(),
            name: device.map_or_else(|| id.to_owned(), |device| device.name.clone()),
            is_listed: device.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::Thresholds;

    fn fleet() -> Fleet {
        let mut fleet = Fleet::new(Thresholds::default());
        let device = |id: &str, name: &str, number: &str| models::Device {
            name: Some(name.to_owned()),
            phone_number: Some(number.to_owned()),
            ..models::Device::new(id.into())
        };
        fleet.relist(Listing {
            items: vec![
                device("1", "Camión Ávila", "+56 9 8765 4321"),
                device("2", "Van", ""),
                device("3", "van", "+56 9 1111 1111"),
            ],
            lost: 0,
        });
        fleet
    }

    #[test]
    fn a_member_that_the_list_does_not_name_is_shown_and_told() {
        let mut fleet = fleet();
        let group = models::Group {
            name: Some("North".to_owned()),
            devices: vec!["2".into(), "gone".into(), "2".into()],
            ..models::Group::new("g1".into())
        };
        fleet.regroup(Listing {
            items: vec![group],
            lost: 0,
        });
        let detail = fleet.group(&"g1".into(), None).expect("it is there");
        let members: Vec<_> = detail
            .devices
            .iter()
            .map(|device| (device.name.as_str(), device.is_listed))
            .collect();
        assert_eq!(members, [("gone", false), ("Van", true)]);
        assert!(fleet.group(&"g2".into(), None).is_err());
    }
}
