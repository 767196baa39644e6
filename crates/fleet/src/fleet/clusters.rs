//! Vehicles that would overlap on the map drawn as one. One pass over positions, without an index:
//! positions change many times a second, and an index would have to follow (docs/adr/0002).

use std::collections::HashMap;

use super::window::{Window, unmercator};
use crate::view::map::Bounds;

/// Side of the squares in which vehicles are gathered, in pixels of the map.
const CELL_PX: f64 = 72.0;

/// Middles of clusters that come closer than this are joined.
const JOIN_PX: f64 = 44.0;

/// From this zoom on every vehicle stands alone.
const ALONE_FROM_ZOOM: u8 = 16;

/// Pixels of the world at zoom 0.
const WORLD_PX: f64 = 512.0;

/// More squares than this are not laid out but looked up: no window asks for so many.
const MOST_LAID_OUT: usize = 1 << 16;

/// What a cluster counts of a vehicle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) moving: bool,
    pub(super) critical: bool,
}

/// What is drawn at one spot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gathering {
    /// The place among the names of a vehicle in it; the only one if `count` is 1.
    pub(super) rank: usize,
    pub(super) count: u32,
    pub(super) moving: u32,
    pub(super) critical: u32,
    sum_x: f64,
    sum_y: f64,
    least: (f64, f64),
    most: (f64, f64),
}

/// Gathers what a viewport shows: spots (by [`mercator`](super::window::mercator)) with the place of the vehicle among the
/// names, and how each looks; `None` for what is not shown. Squares are laid over the world, not over
/// the viewport, and those that the edge cuts are taken whole, so that panning changes nothing.
pub(super) fn gather(
    spots: impl Iterator<Item = (usize, (f64, f64))>,
    look: impl Fn(usize) -> Option<Look>,
    bounds: Bounds,
    zoom: f64,
) -> Vec<Gathering> {
    let zoom = zoom.clamp(0.0, 24.0).floor();
    let scale = WORLD_PX * zoom.exp2();
    let is_alone = zoom >= f64::from(ALONE_FROM_ZOOM);
    let side = CELL_PX / scale;
    let window = Window::around(bounds, if is_alone { 0.0 } else { side });
    let points = spots
        .filter(|(_, spot)| window.holds(*spot))
        .filter_map(|(rank, spot)| Some((rank, spot, look(rank)?)));
    if is_alone {
        return points
            .map(|(rank, spot, look)| Gathering::of(rank, spot, look))
            .collect();
    }
    let mut squares = Squares::of(&window, scale / CELL_PX);
    for (rank, spot, look) in points {
        squares.add(rank, spot, look);
    }
    squares.join(JOIN_PX / scale)
}

/// A square: from the west, from the north.
type Key = (i64, i64);

/// Squares with what was gathered in them.
struct Squares {
    /// How many the world is wide.
    across: f64,
    index: Index,
    gatherings: Vec<(Key, Option<Gathering>)>,
}

/// Where the gathering of a square is.
enum Index {
    /// A field for each square of a rectangle.
    LaidOut {
        corner: Key,
        rows: usize,
        /// The place in the gatherings and one; 0 for none.
        fields: Vec<u32>,
    },
    LookedUp(HashMap<Key, usize>),
}

impl Squares {
    fn of(window: &Window, across: f64) -> Self {
        let ((west, east), (north, south)) = window.extent();
        let key = |x: f64, y: f64| ((x * across) as i64, (y * across) as i64);
        let (corner, last) = (key(west, north), key(east, south));
        let length = |from: i64, to: i64| usize::try_from(to - from + 1).unwrap_or(0);
        let (columns, rows) = (length(corner.0, last.0), length(corner.1, last.1));
        let fields = columns.checked_mul(rows);
        let index = match fields.filter(|fields| *fields <= MOST_LAID_OUT) {
            Some(fields) => Index::LaidOut {
                corner,
                rows,
                fields: vec![0; fields],
            },
            None => Index::LookedUp(HashMap::new()),
        };
        Self {
            across,
            index,
            gatherings: Vec::new(),
        }
    }

    fn add(&mut self, rank: usize, spot: (f64, f64), look: Look) {
        let key = ((spot.0 * self.across) as i64, (spot.1 * self.across) as i64);
        if let Some((_, Some(known))) = self
            .index
            .get(key)
            .and_then(|place| self.gatherings.get_mut(place))
        {
            known.add(spot, look);
        } else {
            self.index.insert(key, self.gatherings.len());
            let gathering = Gathering::of(rank, spot, look);
            self.gatherings.push((key, Some(gathering)));
        }
    }

    /// Joins gatherings of neighbouring squares whose middles are closer than `distance`.
    fn join(mut self, distance: f64) -> Vec<Gathering> {
        let keys = self.gatherings.iter().map(|(key, _)| *key).zip(0..);
        let mut keys: Vec<(Key, usize)> = keys.collect();
        keys.sort_unstable();
        let mut joined = Vec::with_capacity(keys.len());
        for (key, place) in keys {
            let Some(mut gathering) = self.gatherings[place].1.take() else {
                continue;
            };
            for (dx, dy) in [(0, 1), (1, -1), (1, 0), (1, 1)] {
                let neighbour = self.index.get((key.0 + dx, key.1 + dy));
                let neighbour = neighbour.and_then(|place| self.gatherings.get_mut(place));
                let Some((_, neighbour)) = neighbour else {
                    continue;
                };
                let near = neighbour.as_ref().is_some_and(|other| {
                    let (x, y) = gathering.middle();
                    let (other_x, other_y) = other.middle();
                    (x - other_x).hypot(y - other_y) < distance
                });
                if near && let Some(other) = neighbour.take() {
                    gathering.absorb(&other);
                }
            }
            joined.push(gathering);
        }
        joined
    }
}

impl Index {
    fn get(&self, key: Key) -> Option<usize> {
        match self {
            Self::LaidOut {
                corner,
                rows,
                fields,
            } => {
                let field = field(key, *corner, *rows)?;
                (*fields.get(field)? as usize).checked_sub(1)
            }
            Self::LookedUp(places) => places.get(&key).copied(),
        }
    }

    fn insert(&mut self, key: Key, place: usize) {
        match self {
            Self::LaidOut {
                corner,
                rows,
                fields,
            } => {
                let field = field(key, *corner, *rows).and_then(|field| fields.get_mut(field));
                if let (Some(field), Ok(place)) = (field, u32::try_from(place + 1)) {
                    *field = place;
                }
            }
            Self::LookedUp(places) => {
                places.insert(key, place);
            }
        }
    }
}

/// The field of a square in a rectangle of so many rows.
fn field(key: Key, corner: Key, rows: usize) -> Option<usize> {
    let column = usize::try_from(key.0 - corner.0).ok()?;
    let row = usize::try_from(key.1 - corner.1).ok()?;
    (row < rows).then(|| column * rows + row)
}

impl Gathering {
    fn of(rank: usize, (x, y): (f64, f64), look: Look) -> Self {
        Self {
            rank,
            count: 1,
            moving: u32::from(look.moving),
            critical: u32::from(look.critical),
            sum_x: x,
            sum_y: y,
            least: (x, y),
            most: (x, y),
        }
    }

    fn add(&mut self, (x, y): (f64, f64), look: Look) {
        self.count += 1;
        self.moving += u32::from(look.moving);
        self.critical += u32::from(look.critical);
        self.sum_x += x;
        self.sum_y += y;
        self.least = (self.least.0.min(x), self.least.1.min(y));
        self.most = (self.most.0.max(x), self.most.1.max(y));
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

#[cfg(test)]
mod tests {
    use super::super::window::mercator;
    use super::*;

    type Spot = (usize, (f64, f64));

    fn gather(spots: impl Iterator<Item = Spot>, bounds: Bounds, zoom: f64) -> Vec<Gathering> {
        let look = |rank| {
            Some(Look {
                moving: rank % 2 == 0,
                critical: rank == 0,
            })
        };
        super::gather(spots, look, bounds, zoom)
    }

    const WORLD: Bounds = Bounds {
        west: -180.0,
        south: -90.0,
        east: 180.0,
        north: 90.0,
    };

    fn points(positions: &[(f64, f64)]) -> impl Iterator<Item = Spot> {
        let spots = positions
            .iter()
            .map(|(latitude, longitude)| mercator(*latitude, *longitude));
        spots.enumerate()
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
    fn too_many_squares_to_lay_out_gather_the_same() {
        let positions: Vec<(f64, f64)> = (0..500)
            .map(|n| {
                (
                    -30.0 + f64::from(n % 37) * 0.003,
                    -71.3 + f64::from(n % 41) * 0.003,
                )
            })
            .collect();
        let near = Bounds {
            west: -72.0,
            south: -31.0,
            east: -71.0,
            north: -29.0,
        };
        let counts = |bounds| {
            let gathered = gather(points(&positions), bounds, 12.0).into_iter();
            gathered.map(|it| (it.rank, it.count)).collect::<Vec<_>>()
        };
        assert_eq!(counts(WORLD), counts(near));
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
                .map(|gathering| (gathering.rank, gathering.count))
                .filter(|(rank, _)| (110..140).contains(rank))
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
