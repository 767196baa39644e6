//! The simulated fleet. Pure: where a vehicle was at a moment follows from seed, vehicle and moment,
//! so that histories cost no memory.

mod circuits;
mod fixes;
mod route;
mod streets;
mod vehicle;
mod week;

pub(crate) use fixes::{Fix, SPEED_LIMIT_KMH};
pub(crate) use vehicle::{Kind, Vehicle};
pub use week::Drive;

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::chance::Chance;
use circuits::Circuits;
use streets::Streets;

/// The simulation of one company.
pub(crate) struct Simulation {
    circuits: Circuits,
    chance: Chance,
    /// How often every tracker reports while the ignition is on; each as it likes if `None`.
    period_s: Option<u32>,
    /// How far all shifts are moved forward.
    shifts_ahead_s: i64,
}

impl Simulation {
    /// The simulation of a seed. Reads the street graph, some 10 ms.
    pub(crate) fn new(seed: u64, period_s: Option<u32>, shifts_ahead_s: i64) -> Self {
        let chance = Chance::new(seed);
        let streets = Arc::new(Streets::built_in());
        Self {
            circuits: Circuits::new(streets, chance.of(1)),
            chance,
            period_s,
            shifts_ahead_s,
        }
    }

    /// What a vehicle is.
    pub(crate) fn vehicle(&self, number: usize) -> Vehicle {
        let vehicle = Vehicle::new(self.chance.of(2).of(number as u64));
        Vehicle {
            period_s: self.period_s.map_or(vehicle.period_s, i64::from),
            zone_s: vehicle.zone_s + self.shifts_ahead_s,
            ..vehicle
        }
    }

    /// What a vehicle drives that lies wholly in a range, oldest first.
    pub(crate) fn drives(
        &self,
        number: usize,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Vec<Drive> {
        week::drives(
            &self.vehicle(number),
            &self.circuits,
            from.timestamp(),
            to.timestamp(),
        )
    }

    /// The last fix of a vehicle at a moment; `None` for one that never reported.
    pub(crate) fn last_fix(&self, number: usize, at: DateTime<Utc>) -> Option<Fix> {
        fixes::last(&self.vehicle(number), &self.circuits, at.timestamp())
    }

    /// The fixes of a vehicle in a range, oldest first, `most` at most.
    pub(crate) fn fixes(
        &self,
        number: usize,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        most: usize,
    ) -> Vec<Fix> {
        // Trackers report on whole seconds: that in which the range begins lies before it.
        let into_s = from.timestamp_subsec_nanos() > 0;
        fixes::between(
            &self.vehicle(number),
            &self.circuits,
            from.timestamp() + i64::from(into_s),
            to.timestamp(),
            most,
        )
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn a_range_that_begins_within_a_second_has_nothing_from_before_it() {
        let simulation = Simulation::new(7, None, 0);
        let at = DateTime::from_timestamp(1_796_000_000, 0).expect("a valid time");
        let mut reported =
            (0..50).filter_map(|number| Some((number, simulation.last_fix(number, at)?)));
        let (number, fix) = reported.next().expect("someone reports");
        let fix_at = DateTime::from_timestamp(fix.at_s, 0).expect("a valid time");
        let count = |from| {
            simulation
                .fixes(number, from, fix_at + TimeDelta::seconds(1), 9)
                .len()
        };
        assert_eq!(count(fix_at), 1);
        assert_eq!(count(fix_at + TimeDelta::milliseconds(1)), 0);
    }
}
