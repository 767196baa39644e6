//! The fleet in memory: every device of the account with its last fix, and the account's groups.

#[cfg(test)]
mod agreement;
mod area;
#[cfg(test)]
mod at_places;
mod bits;
mod clusters;
mod columns;
mod detail;
mod device;
mod groups;
mod list;
mod losses;
mod map;
mod map_list;
mod matching;
mod nearest;
#[cfg(test)]
mod odd_views;
mod order;
mod passing;
mod recall;
mod rows;
mod searchable;
mod selected;
mod tags;
mod trail;
mod values;
mod window;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use plaspy::models;
use plaspy::{DeviceId, GroupId, Listing};

pub use device::{Device, Fix};
pub use list::DeviceList;
pub use matching::DeviceIndex;
pub use recall::{Answer, Recalled};

use crate::error::Error;
use crate::speed::SpeedUnit;
use crate::status::{Status, Thresholds};
use crate::words::NameOrder;
use columns::Columns;
use groups::Group;
use order::{Changes, KeptOrders};
use passing::KeptParts;

/// The fleet. The revision grows with every change that a view could show.
#[derive(Debug, Default)]
pub struct Fleet {
    list: DeviceList,
    columns: Columns,
    /// Which devices were asked lately.
    changes: Changes,
    groups: Vec<Group>,
    groups_by_id: HashMap<GroupId, usize>,
    /// By folded names.
    groups_by_name: HashMap<String, Vec<usize>>,
    revision: u64,
    /// The revision at which the groups were last read.
    grouped_at: u64,
    /// How many devices are shown as they were known in the last session, and await news.
    awaited: usize,
    lost_groups: usize,
    watched: HashSet<DeviceId>,
    rules: Rules,
    names: NameOrder,
    kept_parts: KeptParts,
    kept_orders: KeptOrders,
}

/// By what a fix is read.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Where the lines between statuses run.
    pub thresholds: Thresholds,
    /// The unit in which the service is taken to send speeds.
    pub speed_unit: SpeedUnit,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            thresholds: Thresholds::default(),
            speed_unit: SpeedUnit::ASSUMED,
        }
    }
}

impl Rules {
    /// Whether the speed of a fix is that of a vehicle under way.
    pub(crate) fn moves(&self, fix: &Fix) -> bool {
        fix.speed_kmh(self.speed_unit)
            .is_some_and(|speed| speed >= self.thresholds.moving_speed_kmh)
    }
}

impl Fleet {
    /// An empty fleet whose statuses follow these thresholds.
    #[must_use]
    pub fn new(thresholds: Thresholds) -> Self {
        Self {
            rules: Rules {
                thresholds,
                ..Rules::default()
            },
            ..Self::default()
        }
    }

    /// Which state of the fleet this is.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Every device, in the order of the service's list.
    #[must_use]
    pub fn devices(&self) -> &[Device] {
        &self.list.devices
    }

    /// One device.
    ///
    /// # Errors
    /// [`Error::DeviceUnknown`] for a device that the list does not name (any more).
    pub fn device(&self, id: &DeviceId) -> Result<&Device, Error> {
        self.list
            .by_id
            .get(id)
            .and_then(|place| self.list.devices.get(*place))
            .ok_or_else(|| Error::DeviceUnknown(id.clone()))
    }

    /// Where a device stands in the list.
    #[must_use]
    pub fn place_of(&self, id: &DeviceId) -> Option<usize> {
        self.list.by_id.get(id).copied()
    }

    /// Takes over a newer list of devices, as [`Self::take_list`] does.
    pub fn relist(&mut self, listed: Listing<models::Device>) {
        self.take_list(&mut DeviceList::new(listed));
    }

    /// Takes over a newer list of devices. Those that stay keep their fixes; those that the list no
    /// longer names go. An element whose id another before it has is lost like one without any.
    ///
    /// `list` is left with what nobody needs any more, to be dropped where nobody waits for it.
    pub fn take_list(&mut self, list: &mut DeviceList) {
        self.revision += 1;
        let has_same_devices = list.take_over(&mut self.list, self.revision);
        std::mem::swap(&mut self.list, list);
        self.read_anew();
        self.kept_parts.clear();
        if !has_same_devices {
            self.link_groups();
        }
        for gone in &list.devices {
            self.heard_of(gone.is_awaited);
        }
    }

    /// Folds the service's answer about one device in; `None` for a device without any fix.
    pub fn fold(&mut self, id: &DeviceId, fix: Option<Fix>, asked_at: DateTime<Utc>) {
        let Some((rank, device)) = self.list.find_mut(id) else {
            return;
        };
        self.revision += 1;
        let was_awaited = device.is_awaited;
        device.answered(fix, asked_at, &self.rules);
        device.changed_at = self.revision;
        self.columns.set(rank, device, &self.rules);
        self.changes.note(rank, self.columns.size());
        self.heard_of(was_awaited);
    }

    /// The service would not tell about a device: what was known of it stays.
    pub fn refused(&mut self, id: &DeviceId, at: DateTime<Utc>) {
        if let Some((_, device)) = self.list.find_mut(id) {
            device.refused_at = Some(at);
        }
    }

    /// The watch list.
    #[must_use]
    pub fn watched(&self) -> &HashSet<DeviceId> {
        &self.watched
    }

    /// Replaces the watch list.
    pub fn set_watched(&mut self, watched: HashSet<DeviceId>) {
        self.watched = watched;
        self.revision += 1;
    }

    /// Draws the lines between statuses anew.
    pub fn set_thresholds(&mut self, thresholds: Thresholds) {
        self.rules.thresholds = thresholds;
        self.revision += 1;
        self.read_anew();
    }

    /// Reads every speed in this unit from now on.
    pub fn set_speed_unit(&mut self, unit: SpeedUnit) {
        self.rules.speed_unit = unit;
        self.revision += 1;
        self.read_anew();
    }

    /// Reads the columns from the devices, after what may have changed all of them.
    fn read_anew(&mut self) {
        self.columns = Columns::of(&self.list, &self.rules);
        self.kept_orders.clear();
    }

    /// What a device does, by the rules in force.
    #[must_use]
    pub fn status_of(&self, device: &Device) -> Status {
        device.status(&self.rules)
    }
}
