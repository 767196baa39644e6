//! The device list of a fleet.

use std::collections::HashSet;

use plaspy::DeviceId;

use super::passing::{Counted, Passing};
use super::{Device, Fix, Fleet};
use crate::place::Near;
use crate::view::count;
use crate::view::filter::{DeviceFilter, Sort};
use crate::view::rows::{DeviceRow, RowIndexQuery, RowsLook, RowsPage, RowsQuery};

/// No page holds more rows than this, whatever is asked for.
const MOST_ROWS: u32 = 500;

impl Fleet {
    /// A page of the list.
    #[must_use]
    pub fn rows(&self, query: &RowsQuery) -> RowsPage {
        let passing = self.passing_of(&query.filter);
        let Counted {
            counts,
            matched,
            odd,
        } = passing.counted(&self.columns);
        let (offset, limit) = (query.offset, query.limit.min(MOST_ROWS));
        // Nobody needs to be looked for beyond the last.
        let limit = limit.min(matched.saturating_sub(offset)) as usize;
        let ranks = self.page(&passing, query.sort, offset as usize, limit);
        let rows = ranks
            .into_iter()
            .map(|rank| self.row(self.list.at_rank(rank)));
        RowsPage {
            revision: self.revision,
            total: count(self.devices().len()),
            matched,
            offset,
            rows: rows.collect(),
            counts,
            odd,
        }
    }

    pub(super) fn page(
        &self,
        passing: &Passing,
        sort: Sort,
        offset: usize,
        limit: usize,
    ) -> Vec<usize> {
        let cut = |ranks: &mut dyn Iterator<Item = usize>| ranks.skip(offset).take(limit).collect();
        let everyone = 0..self.columns.size();
        match (self.order(sort), sort.descending) {
            (Some(order), _) => {
                let ranks = order.iter().map(|rank| *rank as usize);
                cut(&mut ranks.filter(|rank| passing.has(&self.columns, *rank)))
            }
            (None, false) if passing.is_everyone() => cut(&mut everyone.into_iter()),
            (None, true) if passing.is_everyone() => cut(&mut everyone.rev()),
            (None, false) => cut(&mut self.passing_ranks(passing)),
            (None, true) => cut(&mut self.passing_ranks(passing).rev()),
        }
    }

    /// Ids of the devices that pass a filter.
    #[must_use]
    pub fn passing(&self, filter: &DeviceFilter) -> Vec<String> {
        let passing = self.passing_of(filter);
        let devices = self
            .passing_ranks(&passing)
            .map(|rank| self.list.at_rank(rank));
        devices.map(|device| device.id.to_string()).collect()
    }

    /// The devices of the rows in sight, and of those next to them: as many below, and half as many
    /// above, since people read downwards.
    #[must_use]
    pub fn rows_in_sight(&self, look: &RowsLook) -> (HashSet<DeviceId>, HashSet<DeviceId>) {
        let passing = self.passing_of(&look.filter);
        let first = look.first as usize;
        let height = (look.last.saturating_sub(look.first).min(MOST_ROWS) as usize) + 1;
        let above = first.min(height / 2);
        let ranks = self.page(&passing, look.sort, first - above, above + 2 * height);
        let ids = ranks
            .into_iter()
            .map(|rank| self.list.at_rank(rank).id.clone());
        let placed = ids.enumerate();
        let (near, in_sight): (Vec<_>, Vec<_>) =
            placed.partition(|(place, _)| !(above..above + height).contains(place));
        let set = |ids: Vec<(usize, DeviceId)>| ids.into_iter().map(|(_, id)| id).collect();
        (set(in_sight), set(near))
    }

    /// Where a device stands in the list; `None` if the filter hides it.
    #[must_use]
    pub fn row_index(&self, query: &RowIndexQuery) -> Option<u32> {
        let passing = self.passing_of(&query.filter);
        let wanted = self.list.rank_of(&query.id)?;
        if !passing.has(&self.columns, wanted) {
            return None;
        }
        let before = match (self.order(query.sort), query.sort.descending) {
            (Some(order), _) => {
                let before = order.iter().map(|rank| *rank as usize);
                let before = before.take_while(|rank| *rank != wanted);
                before
                    .filter(|rank| passing.has(&self.columns, *rank))
                    .count()
            }
            (None, false) => (0..wanted)
                .filter(|rank| passing.has(&self.columns, *rank))
                .count(),
            (None, true) => (wanted + 1..self.columns.size())
                .filter(|rank| passing.has(&self.columns, *rank))
                .count(),
        };
        Some(count(before))
    }

    pub(super) fn row(&self, device: &Device) -> DeviceRow {
        let fix = device.fix.as_ref();
        let shown = device.shown().map(|(fix, _)| fix);
        DeviceRow {
            id: device.id.to_string(),
            name: device.name.clone(),
            description: device.description.clone(),
            phone_number: device.phone_number.clone(),
            tags: (&device.tags).into(),
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
            place: shown.and_then(|fix| fix.place.as_ref()).map(Near::view),
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
