//! Vehicles that would overlap on the map drawn as one. One pass over positions, without an index:
//! positions change many times a second, and an index would have to follow (docs/adr/0002).

use std::collections::HashMap;

use crate::view::map::Bounds;

/// Side of the squares in which vehicles are gathered, in pixels of the map.
const CELL_PX: f64 = 72.0;

/// Middles of clusters that come closer than this are joined.
const JOIN_PX: f64 = 44.0;

/// From this zoom on every vehicle stands alone.
const ALONE_FROM_ZOOM: u8 = 16;

/// Pixels of the world at zoom 0.
const WORLD_PX: f64 = 512.0;

/// Where Web Mercator ends.
const LATITUDE_LIMIT_DEG: f64 = 85.051_128;

/// A vehicle as far as clustering is concerned.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    /// Place in the fleet's list.
    pub(super) place: usize,
    pub(super) latitude: f64,
    pub(super) longitude: f64,
    pub(super) moving: bool,
    pub(super) critical: bool,
}

/// What is drawn at one spot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gathering {
    /// A vehicle in it; the only one if `count` is 1.
    pub(super) place: usize,
    pub(super) count: u32,
    pub(super) moving: u32,
    pub(super) critical: u32,
    sum_x: f64,
    sum_y: f64,
    least: (f64, f64),
    most: (f64, f64),
}

/// Gathers the points of a viewport. Squares are laid over the world, not over the viewport, and
/// those that the edge cuts are taken whole, so that panning changes nothing.
pub(super) fn gather(
    points: impl Iterator<Item = Point>,
    bounds: Bounds,
    zoom: f64,
) -> Vec<Gathering> {
    let zoom = zoom.clamp(0.0, 24.0).floor();
    let scale = WORLD_PX * zoom.exp2();
    let cell = if zoom >= f64::from(ALONE_FROM_ZOOM) {
        None
    } else {
        Some(CELL_PX / scale)
    };
    let window = Window::around(bounds, cell.unwrap_or(0.0));
    let mut alone = Vec::new();
    let mut cells: HashMap<(i64, i64), Gathering> = HashMap::new();
    for point in points {
        let (x, y) = mercator(point.latitude, point.longitude);
        if !window.holds(x, y) {
            continue;
        }
        let gathering = Gathering::of(&point, x, y);
        match cell {
            None => alone.push(gathering),
            Some(side) => {
                cells
                    .entry(((x / side) as i64, (y / side) as i64))
                    .and_modify(|known| known.absorb(&gathering))
                    .or_insert(gathering);
            }
        }
    }
    if cells.is_empty() {
        alone
    } else {
        join(cells, JOIN_PX / scale)
    }
}

/// Joins gatherings of neighbouring squares whose middles are closer than `distance`.
fn join(mut cells: HashMap<(i64, i64), Gathering>, distance: f64) -> Vec<Gathering> {
    let mut keys: Vec<_> = cells.keys().copied().collect();
    keys.sort_unstable();
    let mut joined = Vec::new();
    for key in keys {
        let Some(mut gathering) = cells.remove(&key) else {
            continue;
        };
        for (dx, dy) in [(0, 1), (1, -1), (1, 0), (1, 1)] {
            let neighbour = (key.0 + dx, key.1 + dy);
            let near = cells.get(&neighbour).is_some_and(|other| {
                let (x, y) = gathering.middle();
                let (other_x, other_y) = other.middle();
                (x - other_x).hypot(y - other_y) < distance
            });
            if near && let Some(other) = cells.remove(&neighbour) {
                gathering.absorb(&other);
            }
        }
        joined.push(gathering);
    }
    joined
}

impl Gathering {
    fn of(point: &Point, x: f64, y: f64) -> Self {
        Self {
            place: point.place,
            count: 1,
            moving: u32::from(point.moving),
            critical: u32::from(point.critical),
            sum_x: x,
            sum_y: y,
            least: (x, y),
            most: (x, y),
        }
    }

    fn absorb(&mut self, other: &Self) {
        self.count += other.count;
        self.moving += other.moving;
        self.critical += other.critical;
        self.sum_x += other.sum_x;
        self.sum_y += other.sum_y;
        self.least = (
            self.least.0.min(other.least.0),
            self.least.1.min(other.least.1),
        );
        self.most = (self.most.0.max(other.most.0), self.most.1.max(other.most.1));
    }

    fn middle(&self) -> (f64, f64) {
        let count = f64::from(self.count);
        (self.sum_x / count, self.sum_y / count)
    }

    /// Latitude and longitude of the middle.
    pub(super) fn position(&self) -> (f64, f64) {
        let (x, y) = self.middle();
        unmercator(x, y)
    }

    /// The smallest whole zoom at which its vehicles no longer fall into one square.
    pub(super) fn expansion_zoom(&self) -> f64 {
        let extent = (self.most.0 - self.least.0).max(self.most.1 - self.least.1);
        let alone = f64::from(ALONE_FROM_ZOOM);
        if extent <= 0.0 {
            return alone;
        }
        (CELL_PX / (WORLD_PX * extent))
            .log2()
            .ceil()
            .clamp(0.0, alone)
    }
}

/// The part of the world that is drawn, 0 to 1 in both directions; may cross the antimeridian.
struct Window {
    west: f64,
    east: f64,
    north: f64,
    south: f64,
}

impl Window {
    fn around(bounds: Bounds, margin: f64) -> Self {
        let (west, north) = mercator(bounds.north, bounds.west);
        let (east, south) = mercator(bounds.south, bounds.east);
        let whole = bounds.east - bounds.west >= 360.0;
        Self {
            west: if whole { 0.0 } else { west - margin },
            east: if whole { 1.0 } else { east + margin },
            north: north - margin,
            south: south + margin,
        }
    }

    fn holds(&self, x: f64, y: f64) -> bool {
        let in_x = if self.west <= self.east {
            (self.west..=self.east).contains(&x)
        } else {
            x >= self.west || x <= self.east
        };
        in_x && (self.north..=self.south).contains(&y)
    }
}

/// Web Mercator, 0 to 1 from the west and from the north.
fn mercator(latitude: f64, longitude: f64) -> (f64, f64) {
    let wrapped = (longitude + 180.0).rem_euclid(360.0);
    // The eastern edge of the world is not its western one.
    let x = if longitude == 180.0 {
        1.0
    } else {
        wrapped / 360.0
    };
    let sin = latitude
        .clamp(-LATITUDE_LIMIT_DEG, LATITUDE_LIMIT_DEG)
        .to_radians()
        .sin();
    let y = 0.5 - ((1.0 + sin) / (1.0 - sin)).ln() / (4.0 * std::f64::consts::PI);
    (x, y.clamp(0.0, 1.0))
}

fn unmercator(x: f64, y: f64) -> (f64, f64) {
    let latitude = (std::f64::consts::PI * (1.0 - 2.0 * y))
        .sinh()
        .atan()
        .to_degrees();
    (latitude, x * 360.0 - 180.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORLD: Bounds = Bounds {
        west: -180.0,
        south: -90.0,
        east: 180.0,
        north: 90.0,
    };

    fn points(positions: &[(f64, f64)]) -> impl Iterator<Item = Point> {
        positions
            .iter()
            .enumerate()
            .map(|(place, (latitude, longitude))| Point {
                place,
                latitude: *latitude,
                longitude: *longitude,
                moving: place % 2 == 0,
                critical: place == 0,
            })
    }

    #[test]
    fn nobody_is_lost_at_any_zoom() {
        let positions: Vec<(f64, f64)> = (0..1_000)
            .map(|n| {
                (
                    -30.0 + f64::from(n % 37) * 0.01,
                    -71.3 + f64::from(n % 41) * 0.01,
                )
            })
            .collect();
        for zoom in 0..20 {
            let gathered = gather(points(&positions), WORLD, f64::from(zoom));
            let count: u32 = gathered.iter().map(|gathering| gathering.count).sum();
            assert_eq!(count, 1_000, "at zoom {zoom}");
        }
    }

    #[test]
    fn a_cluster_counts_the_moving_and_the_critical() {
        let gathered = gather(
            points(&[(-30.0, -71.0), (-30.0, -71.0), (-30.0, -71.0)]),
            WORLD,
            3.0,
        );
        let [one] = gathered[..] else {
            panic!("{gathered:?}")
        };
        assert_eq!((one.count, one.moving, one.critical), (3, 2, 1));
        let (latitude, longitude) = one.position();
        assert!((latitude + 30.0).abs() < 1e-9 && (longitude + 71.0).abs() < 1e-9);
    }

    #[test]
    fn a_cluster_comes_apart_at_its_expansion_zoom() {
        let positions = [(-29.95, -71.34), (-29.90, -71.25)];
        let together = gather(points(&positions), WORLD, 4.0);
        let zoom = together[0].expansion_zoom();
        assert_eq!(together.len(), 1);
        assert_eq!(
            gather(points(&positions), WORLD, zoom).len(),
            2,
            "at zoom {zoom}"
        );
    }

    #[test]
    fn vehicles_on_one_spot_stand_alone_at_the_deepest_zoom() {
        let positions = [(-30.0, -71.0), (-30.0, -71.0)];
        let zoom = gather(points(&positions), WORLD, 10.0)[0].expansion_zoom();
        assert_eq!(gather(points(&positions), WORLD, zoom).len(), 2);
    }

    #[test]
    fn panning_does_not_change_clusters() {
        let positions: Vec<(f64, f64)> = (0..200)
            .map(|n| (-30.0, -72.0 + f64::from(n) * 0.01))
            .collect();
        let view = |west: f64| {
            let bounds = Bounds {
                west,
                south: -31.0,
                east: west + 1.0,
                north: -29.0,
            };
            let mut seen: Vec<_> = gather(points(&positions), bounds, 9.0)
                .into_iter()
                .map(|gathering| (gathering.place, gathering.count))
                .filter(|(place, _)| (110..140).contains(place))
                .collect();
            seen.sort_unstable();
            seen
        };
        assert_eq!(view(-71.5), view(-71.45));
    }

    #[test]
    fn a_viewport_across_the_antimeridian_shows_both_sides() {
        let bounds = Bounds {
            west: 179.0,
            south: -1.0,
            east: -179.0,
            north: 1.0,
        };
        let gathered = gather(
            points(&[(0.0, 179.5), (0.0, -179.5), (0.0, 0.0)]),
            bounds,
            10.0,
        );
        assert_eq!(gathered.len(), 2);
    }

    #[test]
    fn what_lies_outside_is_left_out() {
        let bounds = Bounds {
            west: -72.0,
            south: -31.0,
            east: -71.0,
            north: -29.0,
        };
        assert!(gather(points(&[(40.0, 20.0)]), bounds, 8.0).is_empty());
    }
}
