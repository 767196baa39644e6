//! Devices within a rectangle, and the rectangle around devices; either may cross the antimeridian.

use std::collections::HashSet;

use super::Fleet;
use super::passing::Passing;
use crate::view::bulk::DeviceSelection;
use crate::view::map::Bounds;
use crate::view::place::AreaQuery;
use crate::view::rows::Position;

impl Fleet {
    /// Ids of the devices within a rectangle, in the order of the service's list.
    #[must_use]
    pub fn in_bounds(&self, query: &AreaQuery) -> Vec<String> {
        let passing = self.passing_of(&query.filter);
        self.placed(&passing)
            .filter(|(_, position)| query.bounds.holds(position.latitude, position.longitude))
            .map(|(place, _)| self.devices()[place].id.to_string())
            .collect()
    }

    /// The smallest rectangle that holds chosen devices; `None` if none has a position.
    #[must_use]
    pub fn bounds_of(&self, selection: &DeviceSelection) -> Option<Bounds> {
        match selection {
            DeviceSelection::Ids { ids } => {
                let devices = ids
                    .iter()
                    .filter_map(|id| self.device(&id.as_str().into()).ok());
                around(devices.filter_map(|device| Some(device.shown()?.0.position())))
            }
            DeviceSelection::Matching { filter, except } => {
                let except = except
                    .iter()
                    .filter_map(|id| self.place_of(&id.as_str().into()));
                let except: HashSet<usize> = except.collect();
                let passing = self.passing_of(filter);
                let others = self.placed(&passing);
                around(
                    others
                        .filter(|(place, _)| !except.contains(place))
                        .map(|(_, position)| position),
                )
            }
        }
    }

    /// Where in the list the devices of a filter are that have a position, with where each is shown.
    pub(super) fn placed<'a>(
        &'a self,
        passing: &'a Passing,
    ) -> impl Iterator<Item = (usize, Position)> + 'a {
        let ranks = self.list.ranks.iter().enumerate();
        ranks.filter_map(|(place, rank)| {
            let rank = *rank as usize;
            let position = self.columns.position(rank)?;
            passing
                .has(&self.columns, rank)
                .then_some((place, position))
        })
    }
}

/// The smallest rectangle around positions. It crosses the antimeridian where
/// that makes it narrower: a fleet in Fiji is not shown with the whole world.
pub(super) fn around(positions: impl Iterator<Item = Position>) -> Option<Bounds> {
    let mut extent: Option<Extent> = None;
    for position in positions {
        extent = Some(extent.map_or_else(
            || Extent::of(position),
            |known| known.with(Extent::of(position)),
        ));
    }
    extent.map(Extent::bounds)
}

/// How far positions reach: in longitudes from -180 to 180, and in the same from 0 to 360.
#[derive(Clone, Copy)]
struct Extent {
    south: f64,
    north: f64,
    plain: (f64, f64),
    turned: (f64, f64),
}

impl Extent {
    fn of(at: Position) -> Self {
        let turned = at.longitude.rem_euclid(360.0);
        Self {
            south: at.latitude,
            north: at.latitude,
            plain: (at.longitude, at.longitude),
            turned: (turned, turned),
        }
    }

    fn with(self, other: Self) -> Self {
        let wider = |a: (f64, f64), b: (f64, f64)| (a.0.min(b.0), a.1.max(b.1));
        Self {
            south: self.south.min(other.south),
            north: self.north.max(other.north),
            plain: wider(self.plain, other.plain),
            turned: wider(self.turned, other.turned),
        }
    }

    fn bounds(self) -> Bounds {
        let width = |(from, to): (f64, f64)| to - from;
        let (west, east) = if width(self.turned) < width(self.plain) {
            let back = |longitude: f64| {
                if longitude > 180.0 {
                    longitude - 360.0
                } else {
                    longitude
                }
            };
            (back(self.turned.0), back(self.turned.1))
        } else {
            self.plain
        };
        Bounds {
            west,
            south: self.south,
            east,
            north: self.north,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::at_places::fleet_at;
    use super::*;
    use crate::view::filter::DeviceFilter;

    fn within(fleet: &Fleet, west: f64, east: f64, text: &str) -> Vec<String> {
        fleet.in_bounds(&AreaQuery {
            filter: DeviceFilter {
                text: text.to_owned(),
                ..DeviceFilter::default()
            },
            bounds: Bounds {
                west,
                south: -20.0,
                east,
                north: -10.0,
            },
        })
    }

    fn chosen(ids: &[&str]) -> DeviceSelection {
        DeviceSelection::Ids {
            ids: ids.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn a_rectangle_across_the_antimeridian_holds_both_sides_and_nothing_else() {
        let fleet = fleet_at(&[(-17.0, 178.0), (-17.0, -179.0), (-17.0, 0.0), (17.0, 179.0)]);
        assert_eq!(within(&fleet, 177.0, -178.0, ""), ["0", "1"]);
        assert_eq!(within(&fleet, -178.0, 177.0, ""), ["2"]);
    }

    #[test]
    fn what_the_filter_hides_is_not_in_the_rectangle() {
        let fleet = fleet_at(&[(-17.0, 10.0), (-17.0, 10.0), (-17.0, 40.0)]);
        assert_eq!(within(&fleet, 0.0, 20.0, "number 1"), ["1"]);
    }

    #[test]
    fn the_rectangle_around_chosen_devices_is_the_narrower_one() {
        let fleet = fleet_at(&[(-17.0, 178.0), (-18.0, -179.0), (-17.0, 10.0), (0.0, 0.0)]);
        let bounds = fleet.bounds_of(&chosen(&["0", "1", "3"])).expect("placed");
        assert_eq!((bounds.west, bounds.east), (178.0, -179.0));
        assert_eq!((bounds.south, bounds.north), (-18.0, -17.0));
        let one = fleet.bounds_of(&chosen(&["2", "unknown"])).expect("placed");
        assert_eq!((one.west, one.east), (10.0, 10.0));
        assert_eq!(fleet.bounds_of(&chosen(&["3"])), None);
    }

    #[test]
    fn all_that_match_but_for_some_are_held() {
        let fleet = fleet_at(&[(-17.0, 10.0), (-17.0, 20.0), (-17.0, 30.0)]);
        let all_but_one = DeviceSelection::Matching {
            filter: DeviceFilter::default(),
            except: vec!["2".to_owned()],
        };
        let bounds = fleet.bounds_of(&all_but_one).expect("placed");
        assert_eq!((bounds.west, bounds.east), (10.0, 20.0));
    }
}
