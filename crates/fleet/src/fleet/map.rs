//! The map of a fleet.

use super::area::around;
use super::clusters::{Point, gather};
use super::order::Matcher;
use super::{Device, Fleet};
use crate::status::Status;
use crate::view::count;
use crate::view::filter::DeviceFilter;
use crate::view::map::{Bounds, Cluster, MapQuery, MapView, Vehicle};

impl Fleet {
    /// What a viewport shows.
    #[must_use]
    pub fn map(&self, query: &MapQuery) -> MapView {
        let matcher = Matcher::new(&query.filter);
        let mut unplaced = 0;
        let mut points = Vec::new();
        let mut selected = None;
        for (place, device) in self.devices.iter().enumerate() {
            let status = self.status_of(device);
            if query.selected.as_deref() == Some(device.id.as_str()) {
                selected = self.vehicle(device);
                continue;
            }
            if !matcher.passes(device, status) {
                continue;
            }
            match &device.fix {
                None => unplaced += 1,
                Some(fix) => points.push(Point {
                    place,
                    latitude: fix.location.latitude,
                    longitude: fix.location.longitude,
                    moving: status == Status::Moving,
                    critical: device.is_critical(),
                }),
            }
        }
        let mut vehicles = Vec::new();
        let mut clusters = Vec::new();
        for gathering in gather(points.into_iter(), query.bounds, query.zoom) {
            if gathering.count == 1 {
                vehicles.extend(self.vehicle(&self.devices[gathering.place]));
                continue;
            }
            let (latitude, longitude) = gathering.position();
            clusters.push(Cluster {
                latitude,
                longitude,
                count: gathering.count,
                moving: gathering.moving,
                critical: gathering.critical,
                expansion_zoom: gathering.expansion_zoom(),
            });
        }
        MapView {
            revision: self.revision,
            vehicles,
            clusters,
            selected,
            unplaced: count(unplaced),
        }
    }

    /// The smallest rectangle that holds the devices of a filter; `None` if none has a position.
    ///
    /// Fixes at 0, 0 are left out: a tracker without reception sends them, and one of them would
    /// stretch the rectangle to the Gulf of Guinea.
    #[must_use]
    pub fn bounds(&self, filter: &DeviceFilter) -> Option<Bounds> {
        around(self.placed(filter).map(|(_, fix)| fix.position()))
    }

    fn vehicle(&self, device: &Device) -> Option<Vehicle> {
        let fix = device.fix.as_ref()?;
        Some(Vehicle {
            id: device.id.to_string(),
            name: device.name.clone(),
            latitude: fix.location.latitude,
            longitude: fix.location.longitude,
            course_deg: fix.location.course_deg,
            status: self.status_of(device),
            critical: device.is_critical(),
            fix_at: fix.at(),
        })
    }
}
