//! The device list of a fleet.

use std::collections::HashSet;

use plaspy::DeviceId;

use super::{Device, Fix, Fleet};
use crate::view::count;
use crate::view::filter::{DeviceFilter, Sort};
use crate::view::rows::{DeviceRow, RowIndexQuery, RowsLook, RowsPage, RowsQuery};

/// No page holds more rows than this, whatever is asked for.
const MOST_ROWS: u32 = 500;

impl Fleet {
    /// A page of the list.
    #[must_use]
    pub fn rows(&self, query: &RowsQuery) -> RowsPage {
        let ordered = self.ordered(&query.filter, query.sort);
        let rows = ordered
            .places
            .iter()
            .skip(query.offset as usize)
            .take(query.limit.min(MOST_ROWS) as usize)
            .map(|place| self.row(&self.devices[*place]))
            .collect();
        RowsPage {
            revision: self.revision,
            total: count(self.devices.len()),
            matched: count(ordered.places.len()),
            offset: query.offset,
            rows,
            counts: ordered.counts,
            odd: ordered.odd,
        }
    }

    /// Ids of the devices that pass a filter.
    #[must_use]
    pub fn passing(&self, filter: &DeviceFilter) -> Vec<String> {
        let ordered = self.ordered(filter, Sort::default());
        let places = ordered.places.iter();
        places
            .map(|place| self.devices[*place].id.to_string())
            .collect()
    }

    /// The devices of the rows in sight, and of those next to them: as many below, and half as many
    /// above, since people read downwards.
    #[must_use]
    pub fn rows_in_sight(&self, look: &RowsLook) -> (HashSet<DeviceId>, HashSet<DeviceId>) {
        let ordered = self.ordered(&look.filter, look.sort);
        let first = look.first as usize;
        let height = (look.last.saturating_sub(look.first).min(MOST_ROWS) as usize) + 1;
        let ids = |from: usize, count: usize| {
            let places = ordered.places.iter().skip(from).take(count);
            places.map(|place| self.devices[*place].id.clone())
        };
        let above = first.min(height / 2);
        let near = ids(first - above, above).chain(ids(first + height, height));
        (ids(first, height).collect(), near.collect())
    }

    /// Where a device stands in the list; `None` if the filter hides it.
    #[must_use]
    pub fn row_index(&self, query: &RowIndexQuery) -> Option<u32> {
        let ordered = self.ordered(&query.filter, query.sort);
        let is_wanted = |place: &usize| self.devices[*place].id.as_str() == query.id;
        ordered.places.iter().position(is_wanted).map(count)
    }

    pub(super) fn row(&self, device: &Device) -> DeviceRow {
        let fix = device.fix.as_ref();
        let shown = device.shown().map(|(fix, _)| fix);
        DeviceRow {
            id: device.id.to_string(),
            name: device.name.clone(),
            description: device.description.clone(),
            phone_number: device.phone_number.clone(),
            tags: device.tags.clone(),
            expires: device.expires,
            groups: self.groups_of(device),
            status: self.status_of(device),
            status_since: device.status_since(&self.rules),
            position: shown.map(Fix::position),
            speed_kmh: fix.and_then(|fix| fix.speed_kmh(self.rules.speed_unit)),
            fix_at: device.shown_at(),
            asked_at: device.asked_at,
            battery_percent: fix.and_then(|fix| fix.location.battery_percent),
            fuel_percent: fix.and_then(|fix| fix.location.fuel_percent),
            ignition: fix.and_then(|fix| fix.ignition),
            place: shown.and_then(|fix| fix.place.clone()),
            alerts: fix
                .map(|fix| fix.alert_texts().to_vec())
                .unwrap_or_default(),
            critical: device.is_critical(),
            is_watched: self.watched.contains(&device.id),
            unreadable: device.unreadable(),
            oddities: device.oddities().iter().collect(),
        }
    }
}
