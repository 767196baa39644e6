//! The account's groups and the devices in them.

use std::collections::{HashMap, HashSet};

use plaspy::{DeviceId, GroupId, Listing, models};

use super::Fleet;
use crate::change::GroupForm;
use crate::change::access::{People, shown_name};
use crate::error::Error;
use crate::view::detail::GroupSummary;
use crate::view::groups::{DeviceRef, GroupDetail, GroupRow, Matches};
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
        for device in &mut self.devices {
            device.groups.clear();
        }
        self.groups = listed
            .items
            .into_iter()
            .map(|mut group| {
                let mut devices = 0;
                for id in &group.devices {
                    let Some(device) = self.by_id.get(id).and_then(|i| self.devices.get_mut(*i))
                    else {
                        continue;
                    };
                    if !device.groups.contains(&group.id) {
                        device.groups.push(group.id.clone());
                        devices += 1;
                    }
                }
                // Whoever changes it reads it afresh first.
                group.raw.clear();
                let name = group.name.clone().filter(|name| !name.trim().is_empty());
                let label = GroupLabel {
                    id: group.id.to_string(),
                    name: name.unwrap_or_else(|| group.id.to_string()),
                };
                Group {
                    label,
                    devices,
                    is_incomplete: !group.unreadable.is_empty(),
                    listed: group,
                }
            })
            .collect();
        self.groups
            .sort_by_cached_key(|group| self.names.key(&group.label.name));
        self.revision += 1;
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

    /// The table of groups, in the order of their names.
    #[must_use]
    pub fn groups_table(&self, people: Option<&People>) -> Vec<GroupRow> {
        let rows = self.groups.iter().map(|group| GroupRow {
            id: group.label.id.clone(),
            name: group.label.name.clone(),
            description: group.listed.description.clone(),
            devices: count(group.listed.devices.len()),
            users: people.map(|people| count(people.seeing_by(group.id()).len())),
            modified_at: group.listed.last_modified,
            is_incomplete: group.is_incomplete,
        });
        rows.collect()
    }

    /// One group, whole.
    ///
    /// # Errors
    /// [`Error::GroupUnknown`] for a group that the list does not name (any more).
    pub fn group(&self, id: &GroupId, people: Option<&People>) -> Result<GroupDetail, Error> {
        let group = self.groups.iter().find(|group| group.id() == id);
        let group = group.ok_or_else(|| Error::GroupUnknown(id.clone()))?;
        let form = GroupForm::from(&group.listed).tidy();
        let mut devices = self.device_refs(&form.devices);
        devices.sort_by_cached_key(|device| self.names.key(&device.name));
        Ok(GroupDetail {
            id: id.to_string(),
            devices,
            form,
            users: people.map(|people| people.seeing_by(id).iter().map(shown_name).collect()),
            created_at: group.listed.creation,
            modified_at: group.listed.last_modified,
            is_incomplete: group.is_incomplete,
        })
    }

    /// Devices by their names.
    #[must_use]
    pub fn device_refs(&self, ids: &[String]) -> Vec<DeviceRef> {
        ids.iter().map(|id| self.device_ref(id)).collect()
    }

    fn device_ref(&self, id: &str) -> DeviceRef {
        let device = self.device(&DeviceId::from(id)).ok();
        DeviceRef {
            id: id.to_owned(),
            name: device.map_or_else(|| id.to_owned(), |device| device.name.clone()),
            is_listed: device.is_some(),
        }
    }

    /// The devices that have one of these words as their id, name or number. Case, accents and what
    /// numbers are divided by don't count; a name of several devices finds all of them.
    #[must_use]
    pub fn match_devices(&self, words: &[String]) -> Matches {
        let mut by_id: HashMap<&str, &DeviceId> = HashMap::new();
        let mut by_text: HashMap<String, Vec<&DeviceId>> = HashMap::new();
        for device in &self.devices {
            by_id.insert(device.id.as_str(), &device.id);
            let number = device.phone_number.as_deref().and_then(digits);
            let texts = [Some(fold(device.name.trim())), number];
            for text in texts.into_iter().flatten() {
                by_text.entry(text).or_default().push(&device.id);
            }
        }
        let mut matches = Matches::default();
        let mut seen = HashSet::new();
        for word in words.iter().map(|word| word.trim()) {
            let texts = [Some(fold(word)), digits(word)];
            let by_text = texts.iter().flatten().filter_map(|text| by_text.get(text));
            let found: Vec<_> = by_id
                .get(word)
                .into_iter()
                .chain(by_text.flatten())
                .collect();
            if found.is_empty() && !word.is_empty() {
                matches.unmatched.push(word.to_owned());
            }
            for id in found {
                if seen.insert(*id) {
                    matches.found.push(self.device_ref(id.as_str()));
                }
            }
        }
        matches
    }
}

/// The digits of a number.
fn digits(text: &str) -> Option<String> {
    let is_number = |character: char| character.is_ascii_digit() || "+-() ./".contains(character);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (text.chars().all(is_number) && !digits.is_empty()).then_some(digits)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
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
    fn pasted_words_find_devices_and_none_is_dropped() {
        let words = ["camion avila", "56987654321", "2", " VAN ", "", "Truck"];
        let matches = fleet().match_devices(&words.map(str::to_owned));
        let found: Vec<_> = matches
            .found
            .iter()
            .map(|device| device.id.as_str())
            .collect();
        assert_eq!(found, ["1", "2", "3"]);
        assert_eq!(matches.unmatched, ["Truck"]);
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
