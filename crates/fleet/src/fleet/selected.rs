//! Chosen devices in the order of a list.

use std::collections::HashSet;

use plaspy::DeviceId;

use super::Fleet;
use crate::view::bulk::DeviceSelection;
use crate::view::filter::{DeviceFilter, Sort};
use crate::view::rows::DeviceRow;

impl Fleet {
    /// Ids of chosen devices, in the order of the list.
    #[must_use]
    pub fn selected(&self, selection: &DeviceSelection, sort: Sort) -> Vec<DeviceId> {
        let everyone = DeviceFilter::default();
        let (filter, listed, is_in) = match selection {
            DeviceSelection::Ids { ids } => (&everyone, ids, true),
            DeviceSelection::Matching { filter, except } => (filter, except, false),
        };
        let listed: HashSet<&str> = listed.iter().map(String::as_str).collect();
        let passing = self.passing_of(filter);
        let ranks = self.page(&passing, sort, 0, self.devices().len());
        let ids = ranks.into_iter().map(|rank| &self.list.at_rank(rank).id);
        ids.filter(|id| listed.contains(id.as_str()) == is_in)
            .cloned()
            .collect()
    }

    /// The rows of some devices; those that are no more are passed over.
    #[must_use]
    pub fn rows_of(&self, ids: &[DeviceId]) -> Vec<DeviceRow> {
        let devices = ids.iter().filter_map(|id| self.device(id).ok());
        devices.map(|device| self.row(device)).collect()
    }
}
