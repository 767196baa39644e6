//! A fleet for tests: one parked device at each of some places.

use plaspy::models::{self, Location};
use plaspy::{DeviceId, Listing};

use super::{Fix, Fleet};
use crate::status::Thresholds;

/// Devices "0", "1"… named "number 0"… at these latitudes and longitudes.
pub(super) fn fleet_at(places: &[(f64, f64)]) -> Fleet {
    let now = chrono::DateTime::UNIX_EPOCH;
    let id = |number: usize| DeviceId::from(number.to_string());
    let mut fleet = Fleet::new(Thresholds::default());
    fleet.relist(Listing {
        items: (0..places.len())
            .map(|number| models::Device {
                name: Some(format!("number {number}")),
                ..models::Device::new(id(number))
            })
            .collect(),
        lost: 0,
    });
    for (number, (latitude, longitude)) in places.iter().enumerate() {
        let fix = Fix::new(Location::new(now, *latitude, *longitude), None);
        fleet.fold(&id(number), Some(fix), now);
    }
    fleet
}
