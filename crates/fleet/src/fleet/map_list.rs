//! What a viewport of the map shows, in words.

use std::cmp::Reverse;

use plaspy::DeviceId;

use super::{Device, Fleet};
use crate::place::{Near, Places};
use crate::view::count;
use crate::view::map::{MapQuery, Vehicle};
use crate::view::map_list::{ListedCluster, ListedVehicle, MapList};

/// Who listens goes nearer long before that.
const MOST_LISTED: usize = 200;

impl Fleet {
    /// What lies within the bounds of a viewport. The selected device is among the vehicles if it
    /// does.
    #[must_use]
    pub fn map_list(&self, query: &MapQuery, places: &Places) -> MapList {
        let view = self.map(query);
        let mut vehicles: Vec<_> = view
            .vehicles
            .into_iter()
            .chain(view.selected)
            .filter(|vehicle| query.bounds.holds(vehicle.latitude, vehicle.longitude))
            .collect();
        let mut clusters: Vec<_> = view
            .clusters
            .into_iter()
            .filter(|cluster| query.bounds.holds(cluster.latitude, cluster.longitude))
            .collect();
        let in_clusters: u32 = clusters.iter().map(|cluster| cluster.count).sum();
        let (vehicles_total, clusters_total) = (count(vehicles.len()), count(clusters.len()));
        vehicles.sort_by_cached_key(|vehicle| {
            (Reverse(vehicle.critical), self.list.rank_of(&vehicle.id))
        });
        clusters.sort_by(|one, other| {
            let by_count = other.count.cmp(&one.count);
            by_count
                .then(other.latitude.total_cmp(&one.latitude))
                .then(one.longitude.total_cmp(&other.longitude))
        });
        vehicles.truncate(MOST_LISTED);
        clusters.truncate(MOST_LISTED);
        MapList {
            revision: view.revision,
            vehicles: vehicles.into_iter().map(|it| self.listed(it)).collect(),
            vehicles_total,
            clusters: clusters
                .into_iter()
                .map(|cluster| ListedCluster {
                    count: cluster.count,
                    moving: cluster.moving,
                    critical: cluster.critical,
                    latitude: cluster.latitude,
                    longitude: cluster.longitude,
                    place: places
                        .nearest(cluster.latitude, cluster.longitude)
                        .map(|near| near.view()),
                    expansion_zoom: cluster.expansion_zoom,
                })
                .collect(),
            clusters_total,
            devices: vehicles_total + in_clusters,
        }
    }

    fn listed(&self, vehicle: Vehicle) -> ListedVehicle {
        let device = self.device(&DeviceId::from(vehicle.id.as_str())).ok();
        let place = device
            .and_then(Device::shown)
            .and_then(|(fix, _)| fix.place.as_ref())
            .map(Near::view);
        ListedVehicle {
            place,
            id: vehicle.id,
            name: vehicle.name,
            status: vehicle.status,
            critical: vehicle.critical,
            fix_at: vehicle.fix_at,
            asked_at: vehicle.asked_at,
            oddities: vehicle.oddities,
            latitude: vehicle.latitude,
            longitude: vehicle.longitude,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};
    use plaspy::models::Location;
    use plaspy::{Listing, models};

    use super::super::Fix;
    use super::*;
    use crate::status::Thresholds;
    use crate::view::filter::DeviceFilter;
    use crate::view::map::Bounds;

    fn start() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
    }

    /// A fleet of one device at each of these places.
    fn fleet(places: &[(f64, f64)]) -> Fleet {
        let mut fleet = Fleet::new(Thresholds::default());
        fleet.relist(Listing {
            items: (0..places.len())
                .map(|number| models::Device {
                    name: Some(format!("Van {number}")),
                    ..models::Device::new(number.to_string().as_str().into())
                })
                .collect(),
            lost: 0,
        });
        for (number, (latitude, longitude)) in places.iter().enumerate() {
            let mut location = Location::new(start(), *latitude, *longitude);
            location.has_critical_alert = Some(number == 2);
            let id = number.to_string().as_str().into();
            fleet.fold(&id, Some(Fix::new(location, None)), start());
        }
        fleet
    }

    fn query(zoom: f64) -> MapQuery {
        MapQuery {
            filter: DeviceFilter::default(),
            bounds: Bounds {
                west: -72.0,
                south: -31.0,
                east: -71.0,
                north: -29.0,
            },
            zoom,
            selected: None,
        }
    }

    #[test]
    fn only_what_lies_within_the_screen_is_listed_and_what_needs_attention_comes_first() {
        let fleet = fleet(&[
            (-30.0, -71.5),
            (-29.5, -71.2),
            (-30.5, -71.8),
            (-33.0, -71.0),
        ]);
        let list = fleet.map_list(&query(12.0), &Places::none());
        let names: Vec<_> = list.vehicles.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Van 2", "Van 0", "Van 1"]);
        assert_eq!((list.vehicles_total, list.devices), (3, 3));
    }

    #[test]
    fn a_cluster_says_how_many_it_is_and_near_what() {
        let places = Places::built_in().expect("the table is readable");
        let fleet = fleet(&[(-29.953, -71.343), (-29.954, -71.343), (-29.953, -71.342)]);
        let list = fleet.map_list(&query(9.0), &places);
        let cluster = &list.clusters[0];
        assert_eq!((cluster.count, cluster.critical), (3, 1));
        let near = cluster.place.as_ref().map(|place| place.name.as_str());
        assert_eq!(near, Some("Coquimbo"));
        assert_eq!((list.clusters_total, list.devices), (1, 3));
    }

    #[test]
    fn a_vehicle_that_moves_shows_the_way_that_it_came_from_close_by() {
        let mut fleet = fleet(&[(-30.0, -71.5)]);
        let fold = |fleet: &mut Fleet, minutes: i64| {
            let time = start() + TimeDelta::minutes(minutes);
            let latitude = -30.0 + 0.004 * minutes as f64;
            let mut location = Location::new(time, latitude, -71.5);
            location.speed_raw = Some(10.0);
            fleet.fold(&"0".into(), Some(Fix::new(location, None)), time);
        };
        for minutes in 1..=3 {
            fold(&mut fleet, minutes);
        }
        let trail = [(-71.5, -30.0), (-71.5, -29.996), (-71.5, -29.992)];
        assert_eq!(fleet.map(&query(12.0)).vehicles[0].trail, trail);
        assert_eq!(fleet.map(&query(10.0)).vehicles[0].trail, []);
        let selected = MapQuery {
            selected: Some("0".to_owned()),
            ..query(5.0)
        };
        let shown = fleet.map(&selected).selected.expect("it is shown");
        assert_eq!(shown.trail, trail);
    }
}
