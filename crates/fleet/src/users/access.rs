//! Who sees what: from the side of a user, of a device, and of all devices.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use plaspy::{DeviceId, GroupId};

use super::{Person, Users};
use crate::change::access::Reach;
use crate::fleet::Fleet;
use crate::view::access::{Viewer, Viewers, WatchedPage, WatchedQuery, WatchedRow};
use crate::view::count;
use crate::view::groups::DeviceRef;
use crate::view::users::Standing;
use crate::words::{fold, search_words};

/// No page holds more rows than this, whatever is asked for.
const MOST_ROWS: u32 = 500;

impl Person {
    /// How many devices the user sees; `None` where nothing limits the user.
    pub(super) fn count_devices(&self, fleet: &Fleet) -> Option<u32> {
        let group = self.form.group_id();
        let own = self.own_device();
        if group.is_none() && own.is_none() {
            return None;
        }
        let (members, by_group) = group.as_ref().map_or((&[][..], 0), |id| {
            (fleet.members(id), fleet.count_members(id))
        });
        let extra = own.is_some_and(|id| !members.contains(&id));
        Some(count(by_group + usize::from(extra)))
    }

    /// The devices that the user sees, by the groups of a fleet.
    pub(crate) fn reach(&self, fleet: &Fleet) -> Reach {
        Reach::of(&self.form, |group| {
            let members = fleet.members(&GroupId::from(group));
            members.iter().map(DeviceId::as_str).collect::<Vec<_>>()
        })
    }

    /// The devices that the user sees, in the order of their names; `None` where nothing limits the
    /// user.
    pub(super) fn devices(&self, fleet: &Fleet) -> Option<Vec<DeviceRef>> {
        match self.reach(fleet) {
            Reach::All => None,
            Reach::Devices(ids) => Some(fleet.device_refs_by_name(ids)),
        }
    }
}

impl Users {
    /// How many users see each device and can sign in.
    pub(super) fn count_viewers(&self, fleet: &Fleet) -> HashMap<DeviceId, u32> {
        let can = |place: &&usize| self.people[**place].standing(self.read_at) == Standing::Active;
        let by_group: HashMap<&GroupId, usize> = self
            .by_group
            .iter()
            .map(|(group, places)| (group, places.iter().filter(can).count()))
            .filter(|(_, users)| *users > 0)
            .collect();
        let mut viewers = HashMap::new();
        for device in fleet.devices() {
            let groups = device.group_ids().iter();
            let by_groups: usize = groups.filter_map(|id| by_group.get(id)).sum();
            let own = self
                .by_device
                .get(&device.id)
                .map_or(&[][..], Vec::as_slice);
            let own = own.iter().filter(can).filter(|place| {
                let group = self.people[**place].form.group_id();
                // Who sees it by a group as well is counted there.
                !group.is_some_and(|group| device.group_ids().contains(&group))
            });
            let users = by_groups + own.count();
            if users > 0 {
                viewers.insert(device.id.clone(), count(users));
            }
        }
        viewers
    }

    fn viewers_of(&self, device: &DeviceId) -> u32 {
        self.viewers.get(device).copied().unwrap_or_default()
    }

    /// How many users can sign in and are limited by nothing that the API shows.
    fn unlimited(&self) -> u32 {
        let unlimited = self.people.iter().filter(|person| {
            person.sees.is_none() && person.standing(self.read_at) == Standing::Active
        });
        count(unlimited.count())
    }

    /// Who sees one device.
    #[must_use]
    pub fn viewers(&self, fleet: &Fleet, id: &DeviceId, now: DateTime<Utc>) -> Viewers {
        let device = fleet.device(id).ok();
        let groups: HashSet<&GroupId> = device
            .map(|device| device.group_ids().iter().collect())
            .unwrap_or_default();
        let users = self.people.iter().filter_map(|person| {
            let group = person.form.group_id().filter(|id| groups.contains(id));
            let is_own = person.own_device().as_ref() == Some(id);
            (group.is_some() || is_own).then(|| Viewer {
                id: person.listed.id.to_string(),
                name: person.name.clone(),
                group: group.map(|_| person.group_name.clone().unwrap_or_default()),
                standing: person.standing(now),
            })
        });
        Viewers {
            device: fleet.device_ref(id.as_str()),
            groups: device
                .map(|device| fleet.groups_of(device))
                .unwrap_or_default(),
            users: users.collect(),
            unlimited: self.unlimited(),
        }
    }

    /// A page of the devices and who sees them.
    #[must_use]
    pub fn watched(&self, fleet: &Fleet, query: &WatchedQuery) -> WatchedPage {
        let words = search_words(&query.text);
        let devices = fleet.devices_by_name();
        let unseen = devices
            .iter()
            .filter(|device| self.viewers_of(&device.id) == 0)
            .count();
        let passing: Vec<_> = devices
            .into_iter()
            .filter(|device| !query.only_unseen || self.viewers_of(&device.id) == 0)
            .filter(|device| {
                words.is_empty() || {
                    let mut texts = fold(&device.name);
                    for group in fleet.group_names_of(device) {
                        texts.push('\n');
                        texts.push_str(&fold(group));
                    }
                    words.iter().all(|word| texts.contains(word))
                }
            })
            .collect();
        let rows = passing
            .iter()
            .skip(query.offset as usize)
            .take(query.limit.min(MOST_ROWS) as usize)
            .map(|device| WatchedRow {
                id: device.id.to_string(),
                name: device.name.clone(),
                groups: fleet.group_names_of(device).map(str::to_owned).collect(),
                viewers: self.viewers_of(&device.id),
            });
        WatchedPage {
            total: count(fleet.devices().len()),
            matched: count(passing.len()),
            unseen: count(unseen),
            unlimited: self.unlimited(),
            offset: query.offset,
            rows: rows.collect(),
        }
    }
}
