//! The part of the world that a map shows, in Web Mercator.

use crate::view::map::Bounds;

/// Where Web Mercator ends.
const LATITUDE_LIMIT_DEG: f64 = 85.051_128;

/// The part of the world that is drawn, 0 to 1 in both directions; may cross the antimeridian.
#[derive(Debug)]
pub(super) struct Window {
    west: f64,
    east: f64,
    north: f64,
    south: f64,
}

impl Window {
    /// The bounds with so much more around them, as a share of the world.
    pub(super) fn around(bounds: Bounds, margin: f64) -> Self {
        let (west, north) = mercator(bounds.north, bounds.west);
        let (east, south) = mercator(bounds.south, bounds.east);
        let across = if west <= east { 0.0 } else { 1.0 };
        // With what is around it, it may reach once around the world.
        let width = east - west + across + 2.0 * margin;
        let whole = bounds.east - bounds.west >= 360.0 || width >= 1.0;
        Self {
            west: if whole { 0.0 } else { west - margin },
            east: if whole { 1.0 } else { east + margin },
            north: north - margin,
            south: south + margin,
        }
    }

    /// The parts from west to east and from north to south in which it lies; across the
    /// antimeridian that is the whole way around.
    pub(super) fn extent(&self) -> ((f64, f64), (f64, f64)) {
        let across = if self.west <= self.east {
            (self.west.max(0.0), self.east.min(1.0))
        } else {
            (0.0, 1.0)
        };
        (across, (self.north.max(0.0), self.south.min(1.0)))
    }

    /// Whether a spot lies in it.
    pub(super) fn holds(&self, (x, y): (f64, f64)) -> bool {
        let in_x = if self.west <= self.east {
            (self.west..=self.east).contains(&x)
        } else {
            x >= self.west || x <= self.east
        };
        in_x && (self.north..=self.south).contains(&y)
    }
}

/// Web Mercator, 0 to 1 from the west and from the north.
pub(super) fn mercator(latitude: f64, longitude: f64) -> (f64, f64) {
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

/// Latitude and longitude of a spot.
pub(super) fn unmercator(x: f64, y: f64) -> (f64, f64) {
    let latitude = (std::f64::consts::PI * (1.0 - 2.0 * y))
        .sinh()
        .atan()
        .to_degrees();
    (latitude, x * 360.0 - 180.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_view_across_the_antimeridian_that_reaches_around_the_world_shows_all_of_it() {
        let bounds = Bounds {
            west: 130.0,
            south: -60.0,
            east: 88.0,
            north: 60.0,
        };
        let chile = mercator(-30.0, -71.0);
        for margin in [0.0, 0.05, 0.1] {
            assert!(Window::around(bounds, margin).holds(chile), "{margin}");
        }
    }
}
