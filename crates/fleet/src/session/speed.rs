//! The account's unit of speed: learnt from the fixes that come, asked for while it is unknown, set by
//! a person, and kept with the account.

use std::sync::Mutex;

use plaspy::models::{Location, RangeQuery};
use plaspy::{DeviceId, Urgency};

use super::{Active, lock};
use crate::error::Error;
use crate::fleet::Device;
use crate::moves::ViewName;
use crate::speed::SpeedUnit;
use crate::speed::knowledge::{Learnt, SpeedKnowledge, SpeedMemory, SpeedReading, SpeedSource};

/// The note's subject.
pub(crate) const NOTE: &str = "speed";

/// What an open account knows of its unit.
pub(super) struct Speed {
    knowledge: Mutex<SpeedKnowledge>,
    /// One at a time, each keeping what is known by then, so that nothing older is kept last.
    keeping: tokio::sync::Mutex<()>,
}

impl Speed {
    pub(super) fn new(memory: SpeedMemory) -> Self {
        Self {
            knowledge: Mutex::new(SpeedKnowledge::new(memory)),
            keeping: tokio::sync::Mutex::default(),
        }
    }

    /// The unit in force, and why.
    pub(super) fn reading(&self) -> SpeedReading {
        lock(&self.knowledge).reading()
    }
}

impl Active {
    /// The unit in which the service's speeds are read, and why.
    #[must_use]
    pub fn speed_reading(&self) -> SpeedReading {
        self.speed.reading()
    }

    /// A person sets the unit; `None` to go by what vehicles drive. Everything that is known is read
    /// anew at once.
    ///
    /// # Errors
    /// When it can't be kept; then nothing changes.
    pub async fn set_speed_unit(&self, unit: Option<SpeedUnit>) -> Result<(), Error> {
        let _one_at_a_time = self.speed.keeping.lock().await;
        let memory = lock(&self.speed.knowledge).memory().choosing(unit);
        self.keep_note(NOTE, &memory).await?;
        lock(&self.speed.knowledge).choose(unit);
        self.reread_speeds();
        Ok(())
    }

    /// Learns from a fix that was polled.
    pub(super) async fn learn_speed(&self, id: &DeviceId, fix: &Location) {
        let now = self.client.server_now();
        let learnt = lock(&self.speed.knowledge).follow(id, fix, now);
        self.take_over(learnt).await;
    }

    /// Asks for the last minutes of vehicles that move, this one or others, for as long as that can
    /// tell the unit and it is unknown.
    pub(super) async fn probe_speed(&self, id: &DeviceId) {
        let mut claim = self.claim_probe(self.fleet().device(id).into_iter());
        while let Some((id, query)) = claim {
            // It counts among the probes of the day, whether its answer comes or not.
            self.keep_speed().await;
            let client = self.client.with_urgency(Urgency::Background);
            let answer = client.query_locations(&id, &query).await;
            let learnt = {
                let mut knowledge = lock(&self.speed.knowledge);
                knowledge.probed();
                match answer {
                    Ok(answer) => {
                        let mut history = answer.value.items;
                        history.sort_by_key(|fix| fix.time);
                        knowledge.study(&id, &history, query.to)
                    }
                    // Nobody waits for it: another vehicle, or what is polled, will tell.
                    Err(error) => {
                        tracing::info!(%error, "no history to tell the unit of speed by");
                        return;
                    }
                }
            };
            self.take_over(learnt).await;
            // Those that answered while this probe was under way had no chance of their own.
            claim = self.claim_probe(self.fleet().devices().iter());
        }
    }

    /// A probe of the first of these devices that is worth one.
    fn claim_probe<'a>(
        &self,
        mut devices: impl Iterator<Item = &'a Device>,
    ) -> Option<(DeviceId, RangeQuery)> {
        let now = self.client.server_now();
        let mut knowledge = lock(&self.speed.knowledge);
        devices.find_map(|device| {
            let fix = &device.fix.as_ref()?.location;
            let query = knowledge.claim_probe(&device.id, fix, now)?;
            Some((device.id.clone(), query))
        })
    }

    async fn take_over(&self, learnt: Learnt) {
        match learnt {
            Learnt::Nothing => {}
            Learnt::Stretches => {
                if self.speed_reading().source == SpeedSource::Assumed {
                    self.surroundings.moves.moved(ViewName::Settings);
                }
            }
            Learnt::Unit => {
                self.keep_speed().await;
                self.reread_speeds();
            }
        }
    }

    /// Reads what is in memory in the unit that is in force now.
    fn reread_speeds(&self) {
        {
            let mut fleet = self.fleet_mut();
            // Looked up under the fleet's lock, so that of two changes the last one stays.
            fleet.set_speed_unit(self.speed_reading().unit);
        }
        for view in [ViewName::Devices, ViewName::Settings] {
            self.surroundings.moves.moved(view);
        }
    }

    async fn keep_speed(&self) {
        let _one_at_a_time = self.speed.keeping.lock().await;
        let memory = lock(&self.speed.knowledge).memory().clone();
        if let Err(error) = self.keep_note(NOTE, &memory).await {
            tracing::warn!(%error, "what is known of the unit of speed can't be kept");
        }
    }
}
