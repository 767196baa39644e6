//! The map of a fleet.

use super::area::around;
use super::clusters::{Look, gather};
use super::{Device, Fleet};
use crate::status::Status;
use crate::view::count;
use crate::view::filter::DeviceFilter;
use crate::view::map::{Bounds, Cluster, MapQuery, MapView, Vehicle};

/// From this zoom on vehicles that move draw the way behind them.
const TRAILS_FROM_ZOOM: f64 = 11.0;

/// More lines than that tell nobody anything.
const MOST_TRAILS: usize = 300;

impl Fleet {
    /// What a viewport shows.
    #[must_use]
    pub fn map(&self, query: &MapQuery) -> MapView {
        let columns = &self.columns;
        let passing = self.passing_of(&query.filter);
        let selected = query.selected.as_deref();
        let selected = selected.and_then(|id| self.list.rank_of(id));
        let mut unplaced = match passing.is_everyone() {
            true => columns.unplaced(),
            false => self
                .passing_ranks(&passing)
                .filter(|rank| !columns.signs(*rank).is_placed)
                .count(),
        };
        // It is shown by itself and counts with nobody.
        if selected.is_some_and(|it| !columns.signs(it).is_placed && passing.has(columns, it)) {
            unplaced -= 1;
        }
        let others = columns.spots().filter(|(rank, _)| Some(*rank) != selected);
        let look = |rank| {
            let signs = columns.signs(rank);
            passing.has(columns, rank).then_some(Look {
                moving: signs.status == Status::Moving,
                critical: signs.is_critical,
            })
        };
        let selected = selected.map(|rank| self.list.at_rank(rank));
        let selected = selected.and_then(|device| {
            Some(Vehicle {
                trail: trail(device),
                ..self.vehicle(device)?
            })
        });
        let mut trails = 0;
        let mut vehicles = Vec::new();
        let mut clusters = Vec::new();
        for gathering in gather(others, look, query.bounds, query.zoom) {
            if gathering.count == 1 {
                let device = self.list.at_rank(gathering.rank);
                let mut vehicle = self.vehicle(device);
                if let Some(vehicle) = &mut vehicle
                    && vehicle.status == Status::Moving
                    && query.zoom >= TRAILS_FROM_ZOOM
                    && trails < MOST_TRAILS
                {
                    vehicle.trail = trail(device);
                    trails += usize::from(!vehicle.trail.is_empty());
                }
                vehicles.extend(vehicle);
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
    /// Places that are not believed are left out: one fix at 0, 0 would stretch the rectangle to the
    /// Gulf of Guinea.
    #[must_use]
    pub fn bounds(&self, filter: &DeviceFilter) -> Option<Bounds> {
        let passing = self.passing_of(filter);
        let ranks = self.passing_ranks(&passing);
        around(ranks.filter_map(|rank| self.columns.position(rank)))
    }

    fn vehicle(&self, device: &Device) -> Option<Vehicle> {
        let (fix, fix_at) = device.shown()?;
        Some(Vehicle {
            id: device.id.to_string(),
            name: device.name.clone(),
            latitude: fix.location.latitude,
            longitude: fix.location.longitude,
            course_deg: fix.location.course_deg,
            status: self.status_of(device),
            critical: device.is_critical(),
            fix_at,
            asked_at: device.asked_at,
            oddities: device.oddities().iter().collect(),
            trail: Vec::new(),
        })
    }
}

/// The way that a device came, in steps of about a metre: longer numbers would only be longer.
fn trail(device: &Device) -> Vec<(f64, f64)> {
    let short = |degrees: f64| (degrees * 1e5).round() / 1e5;
    let points = device.trail();
    points
        .map(|(latitude, longitude)| (short(longitude), short(latitude)))
        .collect()
}
