//! What the window asks to see: rows of the list, features of the map, one device. Every view is
//! computed here from a filter and an order, so that one screen crosses the boundary, never the fleet.

pub mod access;
pub mod alerts;
pub mod bulk;
pub mod changes;
pub mod commands;
pub mod detail;
pub mod filter;
pub mod groups;
pub mod history;
pub mod losses;
pub mod map;
pub mod map_list;
pub mod place;
pub mod reports;
pub mod rows;
pub mod sheets;
pub mod tags;
pub mod usage;
pub mod users;

/// Counts cross the boundary as `u32`; no account has four billion of anything.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
