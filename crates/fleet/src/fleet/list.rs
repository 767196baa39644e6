//! The list of devices with what is made of it once and serves many questions: the order of names
//! and the text to be searched.

use std::collections::HashMap;

use plaspy::{DeviceId, Listing, models};

use super::Device;
use super::searchable::Searchable;
use crate::words::NameOrder;

/// A list of devices, made ready to be taken over by a fleet.
///
/// A device's *place* is where the service's list has it, its *rank* where it stands among the names.
#[derive(Debug, Default)]
pub struct DeviceList {
    /// By place.
    pub(super) devices: Vec<Device>,
    /// Places.
    pub(super) by_id: HashMap<DeviceId, usize>,
    /// Places by rank.
    pub(super) by_name: Vec<u32>,
    /// Ranks by place.
    pub(super) ranks: Vec<u32>,
    /// By rank.
    pub(super) searchable: Searchable,
    /// Elements that have no id, or one that another before them has.
    pub(super) lost: usize,
}

impl DeviceList {
    /// Folds and orders the names of a list. For 100,000 devices that takes a good part of a second,
    /// so nobody should have to wait for it.
    #[must_use]
    pub fn new(listed: Listing<models::Device>) -> Self {
        let names = NameOrder::new();
        let listed_count = listed.items.len();
        let mut devices: Vec<Device> = Vec::with_capacity(listed_count);
        let mut by_id = HashMap::with_capacity(listed_count);
        for listed in listed.items {
            if !by_id.contains_key(&listed.id) {
                by_id.insert(listed.id.clone(), devices.len());
                devices.push(Device::new(listed));
            }
        }
        let keys = devices.iter().map(|device| names.key(&device.name));
        let mut keyed: Vec<(Box<[u8]>, u32)> = keys.zip(0..).collect();
        keyed.sort_unstable_by(|one, other| {
            let id = |place: u32| &devices[place as usize].id;
            one.0.cmp(&other.0).then_with(|| id(one.1).cmp(id(other.1)))
        });
        let by_name: Vec<u32> = keyed.into_iter().map(|(_, place)| place).collect();
        let mut ranks = vec![0; devices.len()];
        let mut searchable = Searchable::default();
        for (rank, place) in (0..).zip(&by_name) {
            ranks[*place as usize] = rank;
            searchable.push(&devices[*place as usize].searchable());
        }
        searchable.shrink();
        Self {
            lost: listed.lost + listed_count - devices.len(),
            devices,
            by_id,
            by_name,
            ranks,
            searchable,
        }
    }

    /// The device of a rank.
    pub(super) fn at_rank(&self, rank: usize) -> &Device {
        &self.devices[self.by_name[rank] as usize]
    }

    /// A device to be changed, and its rank.
    pub(super) fn find_mut(&mut self, id: &DeviceId) -> Option<(usize, &mut Device)> {
        let place = *self.by_id.get(id)?;
        let rank = *self.ranks.get(place)?;
        Some((rank as usize, self.devices.get_mut(place)?))
    }

    /// The rank of a device.
    pub(super) fn rank_of(&self, id: &str) -> Option<usize> {
        let place = self.by_id.get(id)?;
        self.ranks.get(*place).map(|rank| *rank as usize)
    }

    /// Gives the devices that `before` has as well what was known of them there, and notes the
    /// revision with those of which the list says anything new. `before` is left with what nobody
    /// needs any more: devices that are gone, and nothing of the others but what the list said.
    /// Answers whether the two have the same devices.
    pub(super) fn take_over(&mut self, before: &mut Self, revision: u64) -> bool {
        let mut known = 0;
        for (place, device) in self.devices.iter_mut().enumerate() {
            // Mostly the list is what it was, in the same order.
            let is_same = |old: &usize| {
                before
                    .devices
                    .get(*old)
                    .is_some_and(|it| it.id == device.id)
            };
            let old = Some(place).filter(is_same);
            let old = old.or_else(|| before.by_id.get(&device.id).copied());
            if let Some(old) = old.and_then(|old| before.devices.get_mut(old)) {
                std::mem::swap(device, old);
                known += 1;
                if !device.relist(old) {
                    continue;
                }
            }
            device.changed_at = revision;
        }
        known == self.devices.len() && known == before.devices.len()
    }
}
