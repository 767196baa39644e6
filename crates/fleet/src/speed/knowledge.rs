//! What is known of an account's unit of speed: what a person chose, what the stretches say, and what
//! is gathered on the way there.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use plaspy::DeviceId;
use plaspy::models::{Location, RangeQuery};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::SpeedUnit;
use super::probe::Probes;
use super::stretch::{Run, Stretch};
use super::tally::{SpeedFinding, SpeedVotes, Tally};

/// What is kept with the account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SpeedMemory {
    chosen: Option<SpeedUnit>,
    found: Option<SpeedFinding>,
    probes: Probes,
}

/// The unit in force, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SpeedReading {
    /// The unit in which the service's speeds are read.
    pub unit: SpeedUnit,
    /// Where that comes from.
    pub source: SpeedSource,
    /// What the stretches say, also where a person chose.
    pub found: Option<SpeedFinding>,
    /// What was gathered since the account was opened.
    pub votes: SpeedVotes,
}

/// Where the unit in force comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SpeedSource {
    /// A person set it.
    Chosen,
    /// It follows from what vehicles drove.
    Found,
    /// Nothing is known yet.
    Assumed,
}

/// What fixes have taught.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Learnt {
    /// Nothing.
    Nothing,
    /// Stretches, that decide nothing yet.
    Stretches,
    /// The unit.
    Unit,
}

/// The knowledge of one account.
#[derive(Debug, Default)]
pub struct SpeedKnowledge {
    memory: SpeedMemory,
    tally: Tally,
    runs: HashMap<DeviceId, Run>,
    is_probing: bool,
}

impl SpeedMemory {
    /// The same with what a person chooses; `None` to go by what is found.
    #[must_use]
    pub fn choosing(&self, unit: Option<SpeedUnit>) -> Self {
        Self {
            chosen: unit,
            ..self.clone()
        }
    }
}

impl SpeedKnowledge {
    /// Goes on from what was kept.
    #[must_use]
    pub fn new(memory: SpeedMemory) -> Self {
        Self {
            memory,
            ..Self::default()
        }
    }

    /// What to keep.
    #[must_use]
    pub fn memory(&self) -> &SpeedMemory {
        &self.memory
    }

    /// The unit in force, and why.
    #[must_use]
    pub fn reading(&self) -> SpeedReading {
        let SpeedMemory { chosen, found, .. } = self.memory;
        let (unit, source) = match (chosen, found) {
            (Some(unit), _) => (unit, SpeedSource::Chosen),
            (None, Some(found)) => (found.unit, SpeedSource::Found),
            (None, None) => (SpeedUnit::ASSUMED, SpeedSource::Assumed),
        };
        SpeedReading {
            unit,
            source,
            found,
            votes: self.tally.votes(),
        }
    }

    /// A person sets the unit; `None` to go by what is found.
    pub fn choose(&mut self, unit: Option<SpeedUnit>) {
        self.memory.chosen = unit;
    }

    /// Learns from a fix of a device, the latest of those that were polled.
    pub fn follow(&mut self, device: &DeviceId, fix: &Location, now: DateTime<Utc>) -> Learnt {
        let run = match self.runs.get_mut(device) {
            Some(run) => run,
            None => self.runs.entry(device.clone()).or_default(),
        };
        let stretch = run.go_on(fix, now);
        self.count(device, stretch.into_iter(), now)
    }

    /// Learns from the history of a device, oldest fix first.
    pub fn study(&mut self, device: &DeviceId, history: &[Location], now: DateTime<Utc>) -> Learnt {
        let mut run = Run::default();
        let stretches = history.iter().filter_map(|fix| run.go_on(fix, now));
        self.count(device, stretches, now)
    }

    fn count(
        &mut self,
        device: &DeviceId,
        stretches: impl Iterator<Item = Stretch>,
        now: DateTime<Utc>,
    ) -> Learnt {
        // Every one is counted before the question is whether they suffice.
        let counted = stretches
            .filter(|stretch| self.tally.count(device, *stretch))
            .count();
        if counted == 0 {
            return Learnt::Nothing;
        }
        match self.tally.decide(self.memory.found.as_ref(), now) {
            Some(found) => {
                self.memory.found = Some(found);
                Learnt::Unit
            }
            None => Learnt::Stretches,
        }
    }

    /// What to ask for to learn more at once, if the unit is unknown and this device is worth it.
    /// One probe at a time: whoever gets one says [`Self::probed`] when it is over.
    pub fn claim_probe(
        &mut self,
        device: &DeviceId,
        last_fix: &Location,
        now: DateTime<Utc>,
    ) -> Option<RangeQuery> {
        let is_known = self.memory.chosen.is_some() || self.memory.found.is_some();
        if self.is_probing || is_known {
            return None;
        }
        let query = self.memory.probes.claim(device, last_fix, now)?;
        self.is_probing = true;
        Some(query)
    }

    /// The probe under way is over.
    pub fn probed(&mut self) {
        self.is_probing = false;
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::SpeedUnit::{KilometresPerHour, MetresPerSecond};
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
    }

    /// An hour due north at 15 m/s, told in km/h.
    fn history() -> Vec<Location> {
        let fix = |number: i64| Location {
            speed_raw: Some(54.0 + (number % 2) as f64),
            ..Location::new(
                now() - TimeDelta::seconds(3_600 - 30 * number),
                -29.9 + 450.0 * number as f64 / 111_195.0,
                -71.2,
            )
        };
        (0..120).map(fix).collect()
    }

    fn in_force(knowledge: &SpeedKnowledge) -> (SpeedUnit, SpeedSource) {
        let SpeedReading { unit, source, .. } = knowledge.reading();
        (unit, source)
    }

    #[test]
    fn what_is_found_replaces_the_assumption_and_what_is_chosen_replaces_both() {
        let mut knowledge = SpeedKnowledge::default();
        assert_eq!(
            in_force(&knowledge),
            (MetresPerSecond, SpeedSource::Assumed)
        );
        let learnt = knowledge.study(&DeviceId::from("a"), &history(), now());
        assert_eq!(learnt, Learnt::Unit);
        assert_eq!(
            in_force(&knowledge),
            (KilometresPerHour, SpeedSource::Found)
        );
        knowledge.choose(Some(MetresPerSecond));
        assert_eq!(in_force(&knowledge), (MetresPerSecond, SpeedSource::Chosen));
        knowledge.choose(None);
        assert_eq!(
            in_force(&knowledge),
            (KilometresPerHour, SpeedSource::Found)
        );
    }

    #[test]
    fn polled_fixes_teach_the_same_as_a_history_and_one_drive_counts_once() {
        let device = DeviceId::from("a");
        let mut knowledge = SpeedKnowledge::default();
        for fix in &history() {
            knowledge.follow(&device, fix, now());
            // Asked again before the tracker reported anew.
            knowledge.follow(&device, fix, now());
        }
        assert_eq!(
            in_force(&knowledge),
            (KilometresPerHour, SpeedSource::Found)
        );
        let learnt = knowledge.study(&device, &history()[60..], now());
        assert_eq!(learnt, Learnt::Nothing);
    }

    #[test]
    fn what_is_kept_is_in_force_again_and_what_an_older_version_kept_is_read() {
        let mut knowledge = SpeedKnowledge::default();
        knowledge.study(&DeviceId::from("a"), &history(), now());
        let json = serde_json::to_string(knowledge.memory()).expect("it can be kept");
        let memory: SpeedMemory = serde_json::from_str(&json).expect("it can be read");
        let again = SpeedKnowledge::new(memory);
        assert_eq!(again.reading().found, knowledge.reading().found);
        assert!(serde_json::from_str::<SpeedMemory>("{}").is_ok());
    }

    #[test]
    fn probes_go_one_at_a_time_and_only_while_the_unit_is_unknown() {
        let mut knowledge = SpeedKnowledge::default();
        let fix = history().pop().expect("it has fixes");
        let claim = |knowledge: &mut SpeedKnowledge, name: &str| {
            knowledge
                .claim_probe(&DeviceId::from(name), &fix, now())
                .is_some()
        };
        assert!(claim(&mut knowledge, "a"));
        assert!(!claim(&mut knowledge, "b"));
        knowledge.probed();
        assert!(claim(&mut knowledge, "b"));
        knowledge.probed();
        knowledge.choose(Some(MetresPerSecond));
        assert!(!claim(&mut knowledge, "c"));
    }
}
