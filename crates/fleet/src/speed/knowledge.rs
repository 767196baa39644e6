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
