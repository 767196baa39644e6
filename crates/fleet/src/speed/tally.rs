//! The votes of the stretches, and when they suffice.

use std::collections::{HashMap, VecDeque};

use chrono::{DateTime, Utc};
use plaspy::DeviceId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::SpeedUnit;
use super::stretch::Stretch;

/// Of one vehicle only the latest stretches count: one tracker with a quirk, on the road all day,
/// must not outvote the rest.
const MOST_OF_ONE: usize = 20;

/// The latest stretches of all, enough for ten vehicles with all that counts of them.
const MOST: usize = 200;

/// So many stretches must agree. Even where trackers report but once a minute and in town, about one
/// in a hundred votes for the wrong unit; were it one in ten, five of six would still come about once
/// in ten thousand fleets, and later votes would overturn it.
const ENOUGH: u32 = 6;

/// The share of all stretches that must agree.
const CLEAR: f64 = 0.8;

/// Where one vehicle alone has spoken, nearly all that counts of it must agree: its tracker may have
/// a unit of its own.
const ENOUGH_OF_ONE: u32 = 10;

/// And no more than so many against them.
const AGAINST_ONE: u32 = 2;

/// To overturn what was decided takes twice the stretches, and as many vehicles as spoke for it, up
/// to so many.
const OVERTURNING_VEHICLES: u32 = 3;

/// What the stretches said when the unit was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SpeedFinding {
    /// The unit.
    pub unit: SpeedUnit,
    /// Stretches that speak for it.
    pub stretches: u32,
    /// Vehicles that drove them.
    pub vehicles: u32,
    /// Stretches that speak for the other unit.
    pub against: u32,
    /// When it was decided, by the service's clock.
    pub since: DateTime<Utc>,
}

/// What was gathered since the account was opened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SpeedVotes {
    /// Stretches that speak for m/s.
    pub metres_per_second: u32,
    /// Stretches that speak for km/h.
    pub kilometres_per_hour: u32,
    /// Vehicles that drove either.
    pub vehicles: u32,
}

/// The latest votes.
#[derive(Debug, Default)]
pub struct Tally {
    votes: VecDeque<Vote>,
}

#[derive(Debug)]
struct Vote {
    device: DeviceId,
    stretch: Stretch,
}

impl Tally {
    /// Counts a stretch, unless one that shares time with it is counted already (a history tells
    /// again what was polled). Whether it counts.
    pub fn count(&mut self, device: &DeviceId, stretch: Stretch) -> bool {
        let of_device = |vote: &Vote| vote.device == *device;
        let mut earlier = self.votes.iter().filter(|vote| of_device(vote));
        if earlier.any(|vote| vote.stretch.overlaps(&stretch)) {
            return false;
        }
        let counted = self.votes.iter().filter(|vote| of_device(vote)).count();
        if counted >= MOST_OF_ONE
            && let Some(oldest) = self.votes.iter().position(of_device)
        {
            self.votes.remove(oldest);
        } else if self.votes.len() >= MOST {
            self.votes.pop_front();
        }
        self.votes.push_back(Vote {
            device: device.clone(),
            stretch,
        });
        true
    }

    /// What the votes say, given what stands; `None` while nothing else than that is clear enough.
    #[must_use]
    pub fn decide(
        &self,
        standing: Option<&SpeedFinding>,
        now: DateTime<Utc>,
    ) -> Option<SpeedFinding> {
        let is_news = |unit: &SpeedUnit| standing.is_none_or(|standing| standing.unit != *unit);
        SpeedUnit::ALL.into_iter().filter(is_news).find_map(|unit| {
            let case = self.case_for(unit);
            case.suffices(standing).then_some(SpeedFinding {
                unit,
                stretches: case.stretches,
                vehicles: case.vehicles,
                against: case.against,
                since: now,
            })
        })
    }

    /// How the votes stand.
    #[must_use]
    pub fn votes(&self) -> SpeedVotes {
        let case = self.case_for(SpeedUnit::MetresPerSecond);
        SpeedVotes {
            metres_per_second: case.stretches,
            kilometres_per_hour: case.against,
            vehicles: count(self.by_vehicle().len()),
        }
    }

    /// What speaks for a unit. A vehicle speaks for the unit of most of its stretches.
    fn case_for(&self, unit: SpeedUnit) -> Case {
        let speaks = |vote: &&Vote| vote.stretch.unit == unit;
        let stretches = self.votes.iter().filter(speaks).count();
        let vehicles = self
            .by_vehicle()
            .into_values()
            .filter(|votes| 2 * votes.iter().filter(|vote| speaks(vote)).count() > votes.len())
            .count();
        Case {
            stretches: count(stretches),
            vehicles: count(vehicles),
            against: count(self.votes.len() - stretches),
        }
    }

    fn by_vehicle(&self) -> HashMap<&DeviceId, Vec<&Vote>> {
        let mut by_vehicle: HashMap<_, Vec<_>> = HashMap::new();
        for vote in &self.votes {
            by_vehicle.entry(&vote.device).or_default().push(vote);
        }
        by_vehicle
    }
}

/// What speaks for a unit, and against it.
struct Case {
    stretches: u32,
    vehicles: u32,
    against: u32,
}

impl Case {
    fn suffices(&self, standing: Option<&SpeedFinding>) -> bool {
        let all = f64::from(self.stretches + self.against);
        if f64::from(self.stretches) < CLEAR * all {
            return false;
        }
        let (stretches, vehicles) = match standing {
            None => (ENOUGH, 2),
            Some(standing) => (2 * ENOUGH, standing.vehicles.clamp(2, OVERTURNING_VEHICLES)),
        };
        let of_several = self.stretches >= stretches && self.vehicles >= vehicles;
        let may_be_of_one = standing.is_none_or(|standing| standing.vehicles == 1);
        let of_one = may_be_of_one
            && self.vehicles == 1
            && self.stretches >= ENOUGH_OF_ONE
            && self.against <= AGAINST_ONE;
        of_several || of_one
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::SpeedUnit::{KilometresPerHour, MetresPerSecond};
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
    }

    /// The stretch of a vehicle that ended so many half minutes ago.
    fn stretch(unit: SpeedUnit, half_minutes_ago: usize) -> Stretch {
        let to = now() - TimeDelta::seconds(30 * half_minutes_ago as i64);
        Stretch {
            unit,
            from: to - TimeDelta::seconds(30),
            to,
        }
    }

    /// Counts so many stretches of a vehicle, after all that it drove before.
    fn drive(tally: &mut Tally, vehicle: &str, unit: SpeedUnit, stretches: usize) {
        let device = DeviceId::from(vehicle);
        let driven = tally.votes.len();
        for number in 0..stretches {
            let ago = 100_000 - driven - number;
            assert!(tally.count(&device, stretch(unit, ago)));
        }
    }

    fn decided(tally: &Tally, standing: Option<&SpeedFinding>) -> Option<SpeedUnit> {
        tally.decide(standing, now()).map(|finding| finding.unit)
    }

    fn finding(unit: SpeedUnit, vehicles: u32) -> SpeedFinding {
        SpeedFinding {
            unit,
            stretches: 9,
            vehicles,
            against: 0,
            since: now(),
        }
    }

    #[test]
    fn six_stretches_of_two_vehicles_suffice_and_say_what_they_are() {
        let mut tally = Tally::default();
        drive(&mut tally, "a", KilometresPerHour, 3);
        drive(&mut tally, "b", KilometresPerHour, 2);
        drive(&mut tally, "c", MetresPerSecond, 1);
        assert_eq!(tally.decide(None, now()), None);
        drive(&mut tally, "b", KilometresPerHour, 1);
        let found = tally.decide(None, now()).expect("decided");
        assert_eq!(
            (found.unit, found.stretches, found.vehicles, found.against),
            (KilometresPerHour, 6, 2, 1)
        );
    }

    #[test]
    fn one_vehicle_alone_must_be_of_one_mind() {
        let mut tally = Tally::default();
        drive(&mut tally, "a", MetresPerSecond, 9);
        assert_eq!(decided(&tally, None), None);
        drive(&mut tally, "a", MetresPerSecond, 1);
        assert_eq!(decided(&tally, None), Some(MetresPerSecond));
        drive(&mut tally, "a", KilometresPerHour, 3);
        assert_eq!(decided(&tally, None), None);
    }

    #[test]
    fn a_divided_fleet_decides_nothing() {
        let mut tally = Tally::default();
        for vehicle in ["a", "b", "c"] {
            drive(&mut tally, vehicle, KilometresPerHour, 7);
            drive(&mut tally, vehicle, MetresPerSecond, 3);
        }
        assert_eq!(decided(&tally, None), None);
    }

    #[test]
    fn the_same_time_of_a_vehicle_counts_once() {
        let mut tally = Tally::default();
        let device = DeviceId::from("a");
        assert!(tally.count(&device, stretch(MetresPerSecond, 4)));
        assert!(tally.count(&device, stretch(MetresPerSecond, 6)));
        assert!(tally.count(&device, stretch(MetresPerSecond, 5)));
        assert!(!tally.count(&device, stretch(MetresPerSecond, 5)));
        let across = Stretch {
            from: now() - TimeDelta::seconds(130),
            ..stretch(MetresPerSecond, 3)
        };
        assert!(!tally.count(&device, across));
    }

    #[test]
    fn a_tracker_on_the_road_all_day_cannot_outvote_the_others() {
        let mut tally = Tally::default();
        drive(&mut tally, "odd", KilometresPerHour, 5_000);
        for vehicle in ["a", "b", "c", "d", "e"] {
            drive(&mut tally, vehicle, MetresPerSecond, 20);
        }
        assert_eq!(decided(&tally, None), Some(MetresPerSecond));
    }

    #[test]
    fn what_stands_is_overturned_by_strong_evidence_only() {
        let standing = finding(MetresPerSecond, 5);
        let mut tally = Tally::default();
        drive(&mut tally, "a", KilometresPerHour, 20);
        drive(&mut tally, "b", KilometresPerHour, 20);
        assert_eq!(decided(&tally, Some(&standing)), None);
        drive(&mut tally, "c", KilometresPerHour, 1);
        assert_eq!(decided(&tally, Some(&standing)), Some(KilometresPerHour));
        drive(&mut tally, "d", MetresPerSecond, 11);
        assert_eq!(decided(&tally, Some(&standing)), None);
    }

    #[test]
    fn what_one_vehicle_decided_can_be_overturned_by_itself_or_by_two_others() {
        let standing = finding(MetresPerSecond, 1);
        let mut alone = Tally::default();
        drive(&mut alone, "a", KilometresPerHour, 10);
        assert_eq!(decided(&alone, Some(&standing)), Some(KilometresPerHour));
        let mut others = Tally::default();
        drive(&mut others, "a", MetresPerSecond, 3);
        drive(&mut others, "b", KilometresPerHour, 6);
        drive(&mut others, "c", KilometresPerHour, 6);
        assert_eq!(decided(&others, Some(&standing)), Some(KilometresPerHour));
    }

    #[test]
    fn more_of_the_same_changes_nothing() {
        let mut tally = Tally::default();
        drive(&mut tally, "a", MetresPerSecond, 20);
        drive(&mut tally, "b", MetresPerSecond, 20);
        assert_eq!(decided(&tally, Some(&finding(MetresPerSecond, 2))), None);
        assert_eq!(
            tally.votes(),
            SpeedVotes {
                metres_per_second: 40,
                kilometres_per_hour: 0,
                vehicles: 2
            }
        );
    }
}
