//! Distances on the ground.

const EARTH_RADIUS_M: f64 = 6_371_008.8;

/// A point in degrees north and east on the unit sphere, where straight distance orders like
/// distance on the ground.
pub(crate) fn on_sphere(latitude: f64, longitude: f64) -> [f64; 3] {
    let (sin_latitude, cos_latitude) = latitude.to_radians().sin_cos();
    let (sin_longitude, cos_longitude) = longitude.to_radians().sin_cos();
    [
        cos_latitude * cos_longitude,
        cos_latitude * sin_longitude,
        sin_latitude,
    ]
}

/// The distance on the ground of two points whose straight distance on the unit sphere is `chord`.
pub(crate) fn ground_m(chord: f64) -> f64 {
    2.0 * EARTH_RADIUS_M * (chord / 2.0).clamp(0.0, 1.0).asin()
}

/// The straight distance on the unit sphere of points so far apart on the ground.
pub(crate) fn chord(ground_m: f64) -> f64 {
    2.0 * (ground_m / (2.0 * EARTH_RADIUS_M)).sin()
}

/// From one point to another (degrees north and east), as the crow flies.
pub(crate) fn distance_m(from: (f64, f64), to: (f64, f64)) -> f64 {
    let [a, b] = [from, to].map(|(latitude, longitude)| on_sphere(latitude, longitude));
    ground_m(chord_squared(a, b).sqrt())
}

/// The square of the straight distance of two points on the unit sphere.
pub(crate) fn chord_squared(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_ways_are_measured_on_the_ground() {
        let short_m = distance_m((-29.9, -71.25), (-29.901, -71.25));
        assert!((short_m - 111.195).abs() < 0.01, "{short_m}");
        let across_m = distance_m((0.0, 179.9), (0.0, -179.9));
        assert!((across_m - 22_239.0).abs() < 1.0, "{across_m}");
        assert_eq!(distance_m((12.0, 34.0), (12.0, 34.0)), 0.0);
    }
}
