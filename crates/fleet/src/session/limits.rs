//! The account's limits: learnt while the app asks, bounded by what a person sets, and kept with the
//! account so that the next start need not find them out again.

use std::time::Duration;

use super::Active;
use crate::error::Error;
use crate::moves::ViewName;

/// The note's subject.
pub(crate) const NOTE: &str = "limits";

/// What was learnt is kept this often, if it changed.
const KEEPING: Duration = Duration::from_secs(60);

/// What a person can set as the most.
const CEILINGS: std::ops::RangeInclusive<u32> = 6..=60_000;

impl Active {
    /// Sends no more than this a minute, whatever the service would take; `None` for no such bound.
    ///
    /// # Errors
    /// [`Error::Setting`] for a figure that is out of its range, [`Error::Store`] when it can't be
    /// kept; then nothing changes.
    pub async fn set_ceiling(&self, per_minute: Option<u32>) -> Result<(), Error> {
        if per_minute.is_some_and(|per_minute| !CEILINGS.contains(&per_minute)) {
            return Err(Error::Setting {
                field: "ceilingPerMinute",
                range: "6 to 60,000 requests a minute",
            });
        }
        let mut memory = self.desk.memory();
        memory.ceiling_per_minute = per_minute;
        self.keep_note(NOTE, &memory).await?;
        self.desk.set_ceiling(per_minute);
        self.surroundings.moves.moved(ViewName::Settings);
        Ok(())
    }

    /// Keeps what is learnt for as long as the account is open.
    pub(super) async fn follow_limits(&self) {
        let mut kept = self.desk.memory();
        loop {
            tokio::time::sleep(KEEPING).await;
            let memory = self.desk.memory();
            if memory != kept {
                self.keep_limits().await;
                kept = memory;
            }
        }
    }

    /// Keeps what is learnt by now.
    pub(super) async fn keep_limits(&self) {
        if let Err(error) = self.keep_note(NOTE, &self.desk.memory()).await {
            tracing::warn!(%error, "what is known of the limits can't be kept");
        }
    }
}
