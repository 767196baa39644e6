//! The street graph of La Serena and Coquimbo (data/README.md), read from what is built in.

use std::io::Read as _;

use flate2::read::GzDecoder;

const STREETS: &[u8] = include_bytes!("../../data/streets.bin.gz");

const METRES_PER_DEGREE: f64 = 111_195.0;

/// Speeds that are usually driven, by class of street, in the order of data/streets.py.
const SPEED_KMH: [f64; 8] = [100.0, 85.0, 55.0, 48.0, 42.0, 38.0, 30.0, 18.0];

/// A point, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Point {
    pub(crate) latitude: f64,
    pub(crate) longitude: f64,
}

/// A way from one node to the next.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) to: usize,
    pub(super) speed_kmh: f64,
    pub(super) length_m: f64,
    /// The points on the way, without the node that it leaves.
    pub(super) points: Vec<Point>,
}

/// The graph: for each node its place and the ways that leave it.
pub(super) struct Streets {
    pub(super) nodes: Vec<Point>,
    pub(super) links: Vec<Vec<Link>>,
}

impl Streets {
    pub(super) fn built_in() -> Self {
        let mut bytes = Vec::new();
        GzDecoder::new(STREETS)
            .read_to_end(&mut bytes)
            .expect("the streets are built in whole");
        let mut reader = Reader { bytes: &bytes };
        let node_count = reader.number() as usize;
        let nodes: Vec<Point> = (0..node_count).map(|_| reader.point()).collect();
        let mut links: Vec<Vec<Link>> = (0..node_count).map(|_| Vec::new()).collect();
        for _ in 0..reader.number() {
            let (from, to) = (reader.number() as usize, reader.number() as usize);
            let [one_way, class, few, many] = reader.take();
            let between = u16::from_le_bytes([few, many]);
            let between: Vec<Point> = (0..between).map(|_| reader.point()).collect();
            let speed_kmh = SPEED_KMH[usize::from(class)];
            let mut back: Vec<Point> = between.iter().rev().copied().collect();
            let mut points = between;
            points.push(nodes[to]);
            back.push(nodes[from]);
            if one_way == 0 {
                links[to].push(Link::new(nodes[to], from, speed_kmh, back));
            }
            links[from].push(Link::new(nodes[from], to, speed_kmh, points));
        }
        Self { nodes, links }
    }
}

impl Link {
    fn new(start: Point, to: usize, speed_kmh: f64, points: Vec<Point>) -> Self {
        let mut length_m = 0.0;
        let mut last = start;
        for point in &points {
            length_m += distance_m(last, *point);
            last = *point;
        }
        Self {
            to,
            speed_kmh,
            length_m,
            points,
        }
    }
}

/// Good enough within a city.
pub(super) fn distance_m(a: Point, b: Point) -> f64 {
    let north = (b.latitude - a.latitude) * METRES_PER_DEGREE;
    let east = (b.longitude - a.longitude) * METRES_PER_DEGREE * a.latitude.to_radians().cos();
    north.hypot(east)
}

/// Degrees clockwise from north.
pub(super) fn course_deg(a: Point, b: Point) -> f64 {
    let east = (b.longitude - a.longitude) * a.latitude.to_radians().cos();
    east.atan2(b.latitude - a.latitude)
        .to_degrees()
        .rem_euclid(360.0)
}

/// A point moved by metres.
pub(super) fn moved(point: Point, north_m: f64, east_m: f64) -> Point {
    Point {
        latitude: point.latitude + north_m / METRES_PER_DEGREE,
        longitude: point.longitude
            + east_m / (METRES_PER_DEGREE * point.latitude.to_radians().cos()),
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> [u8; N] {
        let (head, rest) = self
            .bytes
            .split_first_chunk()
            .expect("the streets are built in whole");
        self.bytes = rest;
        *head
    }

    fn number(&mut self) -> u32 {
        u32::from_le_bytes(self.take())
    }

    fn point(&mut self) -> Point {
        let longitude = f64::from(i32::from_le_bytes(self.take())) / 1e6;
        let latitude = f64::from(i32::from_le_bytes(self.take())) / 1e6;
        Point {
            latitude,
            longitude,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_graph_is_that_of_the_city() {
        let streets = Streets::built_in();
        assert!(streets.nodes.len() > 10_000, "{}", streets.nodes.len());
        assert!(streets.links.iter().all(|links| !links.is_empty()));
        for point in &streets.nodes {
            assert!((-30.2..-29.7).contains(&point.latitude), "{point:?}");
            assert!((-71.5..-71.0).contains(&point.longitude), "{point:?}");
        }
    }

    #[test]
    fn courses_run_clockwise_from_north() {
        let here = Point {
            latitude: -29.9,
            longitude: -71.2,
        };
        assert!((course_deg(here, moved(here, 0.0, 100.0)) - 90.0).abs() < 0.1);
        assert!((course_deg(here, moved(here, -100.0, 0.0)) - 180.0).abs() < 0.1);
        assert!((distance_m(here, moved(here, 30.0, 40.0)) - 50.0).abs() < 0.1);
    }
}
