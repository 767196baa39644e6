//! The devices nearest to a point, on the globe. One pass over the fleet, and an order of those alone
//! that are answered with.

use super::Fleet;
use crate::globe::{chord_squared, ground_m, on_sphere};
use crate::view::place::{NearDevice, NearestQuery};

/// Nobody is answered with more than these.
const MOST: usize = 50;

impl Fleet {
    /// The nearest devices, the nearest first; of equally near ones the one that the list names first.
    /// Devices without a position that is believed are not near anything.
    #[must_use]
    pub fn nearest(&self, query: &NearestQuery) -> Vec<NearDevice> {
        let point = on_sphere(query.latitude, query.longitude);
        let except = query.except.as_deref();
        let except = except.and_then(|id| self.place_of(&id.into()));
        let passing = self.passing_of(&query.filter);
        let mut near: Vec<_> = self
            .placed(&passing)
            .filter(|(place, _)| Some(*place) != except)
            .map(|(place, position)| {
                let at = on_sphere(position.latitude, position.longitude);
                // The straight way through the globe orders like the way on the ground.
                (chord_squared(point, at), place)
            })
            .collect();
        let by_distance =
            |a: &(f64, usize), b: &(f64, usize)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
        let limit = MOST.min(query.limit as usize);
        if near.len() > limit {
            near.select_nth_unstable_by(limit, by_distance);
            near.truncate(limit);
        }
        near.sort_unstable_by(by_distance);
        near.into_iter()
            .filter_map(|(square, place)| {
                let device = self.devices().get(place)?;
                let (fix, fix_at) = device.shown()?;
                Some(NearDevice {
                    id: device.id.to_string(),
                    name: device.name.clone(),
                    status: self.status_of(device),
                    fix_at,
                    latitude: fix.location.latitude,
                    longitude: fix.location.longitude,
                    distance_m: ground_m(square.sqrt()),
                })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::at_places::fleet_at;
    use super::*;
    use crate::view::filter::DeviceFilter;

    fn asked(latitude: f64, longitude: f64, limit: u32) -> NearestQuery {
        NearestQuery {
            filter: DeviceFilter::default(),
            latitude,
            longitude,
            limit,
            except: None,
        }
    }

    fn ids(near: &[NearDevice]) -> Vec<&str> {
        near.iter().map(|device| device.id.as_str()).collect()
    }

    #[test]
    fn across_the_antimeridian_is_nearer_than_around_the_world() {
        let fleet = fleet_at(&[(0.0, 179.0), (0.0, -179.9), (0.0, 170.0)]);
        let near = fleet.nearest(&asked(0.0, 179.9, 2));
        assert_eq!(ids(&near), ["1", "0"]);
        assert!((near[0].distance_m - 22_239.0).abs() < 1.0, "{near:?}");
    }

    #[test]
    fn over_the_pole_is_nearer_than_along_the_latitude() {
        let fleet = fleet_at(&[(89.0, -90.0), (80.0, 90.0)]);
        assert_eq!(ids(&fleet.nearest(&asked(89.0, 90.0, 2))), ["0", "1"]);
    }

    #[test]
    fn the_nearest_of_many_come_in_order_and_equal_ones_by_the_list() {
        let spots: Vec<(f64, f64)> = (1..=300).map(|n| (-30.0, f64::from(n % 100))).collect();
        let near = fleet_at(&spots).nearest(&asked(-30.0, 1.4, 5));
        assert_eq!(ids(&near), ["0", "100", "200", "1", "101"]);
    }

    #[test]
    fn never_more_than_fifty_and_none_where_none_is_asked_for() {
        let fleet = fleet_at(&[(10.0, 10.0); 80]);
        assert_eq!(fleet.nearest(&asked(0.0, 0.0, 1_000)).len(), MOST);
        assert!(fleet.nearest(&asked(0.0, 0.0, 0)).is_empty());
    }

    #[test]
    fn the_device_itself_and_trackers_without_reception_are_left_out() {
        let fleet = fleet_at(&[(0.1, 0.0), (0.0, 0.0), (1.0, 0.0)]);
        let query = NearestQuery {
            except: Some("0".to_owned()),
            ..asked(0.1, 0.0, 10)
        };
        assert_eq!(ids(&fleet.nearest(&query)), ["2"]);
    }
}
