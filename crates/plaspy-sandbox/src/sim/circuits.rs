//! Circuits: rounds from a home over some stops and back. Vehicles share them, so that a large fleet
//! needs no more of them than a small one.

use std::sync::{Arc, OnceLock};

use super::route::quickest;
use super::streets::{Point, Streets, course_deg, distance_m};
use crate::chance::Chance;

/// Places where vehicles spend the night.
pub(super) const HOMES: usize = 32;

/// Circuits of each home.
pub(super) const CIRCUITS_OF_HOME: usize = 6;

/// How many places a home's next stop is chosen from; the nearest wins, so that rounds stay local.
const CHOICES: usize = 4;

/// A round from a home and back, at the usual speeds.
#[derive(Debug)]
pub(super) struct Circuit {
    steps: Vec<Step>,
    /// Length.
    pub(super) length_m: f64,
    /// Duration with its stops.
    pub(super) duration_s: f64,
}

/// A point of a circuit, when it is reached, and how far from the start it lies.
#[derive(Debug, Clone, Copy)]
struct Step {
    point: Point,
    at_s: f64,
    at_m: f64,
    /// Whether the vehicle waits here until the next step.
    waits: bool,
}

/// Where a vehicle is on its circuit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Whereabouts {
    pub(super) point: Point,
    pub(super) course_deg: f64,
    /// At the usual pace.
    pub(super) speed_ms: f64,
    /// From the start of the circuit.
    pub(super) driven_m: f64,
    /// How long it has stood; `None` while it drives.
    pub(super) standing_s: Option<f64>,
}

/// All circuits of a city, computed when first driven.
pub(super) struct Circuits {
    streets: Arc<Streets>,
    chance: Chance,
    homes: Vec<usize>,
    circuits: Vec<OnceLock<Circuit>>,
}

impl Circuits {
    pub(super) fn new(streets: Arc<Streets>, chance: Chance) -> Self {
        let homes = (0..HOMES as u64)
            .map(|home| chance.of(home).below(streets.nodes.len()))
            .collect();
        let circuits = (0..HOMES * CIRCUITS_OF_HOME)
            .map(|_| OnceLock::new())
            .collect();
        Self {
            streets,
            chance,
            homes,
            circuits,
        }
    }

    /// Where a home is.
    pub(super) fn home(&self, home: usize) -> Point {
        self.streets.nodes[self.homes[home]]
    }

    /// One of a home's circuits.
    pub(super) fn circuit(&self, home: usize, number: usize) -> &Circuit {
        let index = home * CIRCUITS_OF_HOME + number;
        self.circuits[index].get_or_init(|| self.draw(home, self.chance.of(1_000 + index as u64)))
    }

    fn draw(&self, home: usize, chance: Chance) -> Circuit {
        let start = self.homes[home];
        let stops = 3 + chance.of(0).below(4) as u64;
        let mut drawn = Drawn::new(self.streets.nodes[start]);
        let mut node = start;
        for stop in 1..=stops {
            let next = self.stop_near(node, chance.of(stop));
            drawn.drive(&quickest(&self.streets, node, next));
            drawn.wait(chance.of(100 + stop).between(60.0, 600.0));
            node = next;
        }
        drawn.drive(&quickest(&self.streets, node, start));
        drawn.done()
    }

    fn stop_near(&self, node: usize, chance: Chance) -> usize {
        let here = self.streets.nodes[node];
        let far = |candidate: &usize| distance_m(here, self.streets.nodes[*candidate]);
        (0..CHOICES as u64)
            .map(|choice| chance.of(choice).below(self.streets.nodes.len()))
            .min_by(|a, b| far(a).total_cmp(&far(b)))
            .unwrap_or(node)
    }
}

/// A circuit as it is drawn.
struct Drawn {
    steps: Vec<Step>,
}

impl Drawn {
    fn new(point: Point) -> Self {
        Self {
            steps: vec![Step {
                point,
                at_s: 0.0,
                at_m: 0.0,
                waits: false,
            }],
        }
    }

    fn last(&self) -> Step {
        self.steps[self.steps.len() - 1]
    }

    fn drive(&mut self, way: &[&super::streets::Link]) {
        for link in way {
            for point in &link.points {
                let last = self.last();
                let length_m = distance_m(last.point, *point);
                self.steps.push(Step {
                    point: *point,
                    at_s: last.at_s + length_m * 3.6 / link.speed_kmh,
                    at_m: last.at_m + length_m,
                    waits: false,
                });
            }
        }
    }

    fn wait(&mut self, seconds: f64) {
        let last = self.last();
        if let Some(step) = self.steps.last_mut() {
            step.waits = true;
        }
        self.steps.push(Step {
            at_s: last.at_s + seconds,
            waits: false,
            ..last
        });
    }

    fn done(self) -> Circuit {
        let Step { at_s, at_m, .. } = self.last();
        Circuit {
            steps: self.steps,
            length_m: at_m,
            duration_s: at_s,
        }
    }
}

/// A part of a circuit between two waits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leg {
    /// From the start of the circuit, at the usual pace.
    pub(super) from_s: f64,
    /// From the start of the circuit, at the usual pace.
    pub(super) to_s: f64,
    /// Length.
    pub(super) length_m: f64,
}

impl Circuit {
    /// What is driven between its waits, in order.
    pub(super) fn legs(&self) -> Vec<Leg> {
        let driven = self.steps.split_inclusive(|step| step.waits);
        let legs = driven.filter_map(|steps| {
            let (first, last) = (steps.first()?, steps.last()?);
            Some(Leg {
                from_s: first.at_s,
                to_s: last.at_s,
                length_m: last.at_m - first.at_m,
            })
        });
        legs.filter(|leg| leg.length_m > 0.0).collect()
    }

    /// Where a vehicle is so long after its start, at the usual pace.
    pub(super) fn at(&self, seconds: f64) -> Whereabouts {
        let next = self
            .steps
            .partition_point(|step| step.at_s <= seconds)
            .clamp(1, self.steps.len() - 1);
        let (before, after) = (self.steps[next - 1], self.steps[next]);
        if before.waits {
            return Whereabouts {
                point: before.point,
                course_deg: 0.0,
                speed_ms: 0.0,
                driven_m: before.at_m,
                standing_s: Some(seconds - before.at_s),
            };
        }
        let span_s = (after.at_s - before.at_s).max(1e-6);
        let part = ((seconds - before.at_s) / span_s).clamp(0.0, 1.0);
        let between = |a: f64, b: f64| a + (b - a) * part;
        Whereabouts {
            point: Point {
                latitude: between(before.point.latitude, after.point.latitude),
                longitude: between(before.point.longitude, after.point.longitude),
            },
            course_deg: course_deg(before.point, after.point),
            speed_ms: (after.at_m - before.at_m) / span_s,
            driven_m: between(before.at_m, after.at_m),
            standing_s: None,
        }
    }
}
