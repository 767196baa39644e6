//! What of a fleet was lost in reading.

use super::Fleet;
use crate::view::count;
use crate::view::losses::{DeviceLabel, Losses};

/// So many are named; the others are counted.
const NAMED: usize = 20;

impl Fleet {
    /// What was lost in reading.
    #[must_use]
    pub fn losses(&self) -> Losses {
        let incomplete = self.columns.incomplete();
        let ranks = self.list.ranks.iter().map(|rank| *rank as usize);
        let first = ranks
            .filter(|rank| self.columns.signs(*rank).is_incomplete)
            .take(incomplete.min(NAMED));
        let incomplete_groups = self.groups.iter().filter(|group| group.is_incomplete);
        Losses {
            devices: count(self.list.lost),
            groups: count(self.lost_groups),
            incomplete_devices: count(incomplete),
            first_incomplete: first
                .map(|rank| self.list.at_rank(rank))
                .map(|device| DeviceLabel {
                    id: device.id.to_string(),
                    name: device.name.clone(),
                })
                .collect(),
            incomplete_groups: count(incomplete_groups.count()),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use plaspy::models::{Device, Group, Location};
    use plaspy::{DeviceId, GroupId, Listing};

    use super::*;
    use crate::fleet::Fix;

    fn listed(id: &str) -> Device {
        Device::new(DeviceId::from(id))
    }

    fn whole<T>(items: Vec<T>) -> Listing<T> {
        Listing { items, lost: 0 }
    }

    #[test]
    fn devices_and_groups_that_lack_something_are_counted_and_named() {
        let mut fleet = Fleet::default();
        let nameless = Device {
            unreadable: vec!["name".to_owned()],
            ..listed("a")
        };
        fleet.relist(whole(vec![nameless, listed("b"), listed("c")]));
        let now = DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time");
        let fix = Location {
            unreadable: vec!["speed".to_owned()],
            ..Location::new(now, 1.0, 2.0)
        };
        fleet.fold(&DeviceId::from("c"), Some(Fix::new(fix, None)), now);
        let group = Group {
            id: GroupId::from("g"),
            name: None,
            description: None,
            devices: Vec::new(),
            creation: None,
            last_modified: None,
            raw: serde_json::Map::new(),
            unreadable: vec!["devices".to_owned()],
        };
        fleet.regroup(whole(vec![group]));
        let losses = fleet.losses();
        let named: Vec<_> = losses
            .first_incomplete
            .iter()
            .map(|label| &*label.name)
            .collect();
        assert_eq!(named, ["a", "c"]);
        assert_eq!(
            (losses.incomplete_devices, losses.incomplete_groups),
            (2, 1)
        );
        let mended = Location::new(now, 1.0, 2.0);
        fleet.fold(&DeviceId::from("c"), Some(Fix::new(mended, None)), now);
        assert_eq!(fleet.losses().incomplete_devices, 1);
    }

    #[test]
    fn an_id_that_comes_twice_is_a_loss() {
        let mut fleet = Fleet::default();
        fleet.relist(Listing {
            items: vec![listed("a"), listed("b"), listed("a")],
            lost: 2,
        });
        assert_eq!(fleet.losses().devices, 3);
        assert_eq!(fleet.devices().len(), 2);
    }
}
