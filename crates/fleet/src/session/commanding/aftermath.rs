//! Looks at what a tracker reports after a command: its next fixes go with the journal's entry.

use std::sync::{Arc, Weak};
use std::time::Duration;

use chrono::{DateTime, Utc};
use plaspy::{DeviceId, Urgency};

use super::super::Active;
use crate::blocking::blocking;
use crate::command::LaterFix;
use crate::error::Error;
use crate::moves::ViewName;
use crate::place::Near;

/// When to look, each after the one before: trackers answer within seconds or at their next report.
const LOOKS: [Duration; 5] = [
    Duration::from_secs(5),
    Duration::from_secs(15),
    Duration::from_secs(40),
    Duration::from_secs(120),
    Duration::from_secs(300),
];

/// So many fixes tell enough.
const ENOUGH: usize = 3;

/// Looks until enough fixes came, or none is to be expected soon.
pub(super) async fn follow(
    active: Weak<Active>,
    entry: i64,
    device: DeviceId,
    sent_at: DateTime<Utc>,
) {
    let mut fixes: Vec<LaterFix> = Vec::new();
    for wait in LOOKS {
        tokio::time::sleep(wait).await;
        let Some(active) = active.upgrade() else {
            return;
        };
        // What could not be asked is asked at the next look.
        let _ = active.ask_now(&device, Urgency::Background).await;
        let Some(fix) = active.fix_after(&device, fixes.last().map_or(sent_at, |fix| fix.at))
        else {
            continue;
        };
        fixes.push(fix);
        if let Err(error) = active.keep_aftermath(entry, &fixes).await {
            tracing::warn!(%error, "what came after a command could not be kept");
        }
        if fixes.len() == ENOUGH {
            return;
        }
    }
}

impl Active {
    fn fix_after(&self, device: &DeviceId, after: DateTime<Utc>) -> Option<LaterFix> {
        let unit = self.speed_reading().unit;
        let fleet = self.fleet();
        let fix = fleet.device(device).ok()?.fix.as_ref()?;
        (fix.at() > after).then(|| LaterFix {
            at: fix.at(),
            latitude: fix.location.latitude,
            longitude: fix.location.longitude,
            place: fix.place.as_ref().map(Near::view),
            speed_kmh: fix.speed_kmh(unit),
            ignition: fix.ignition,
        })
    }

    async fn keep_aftermath(&self, entry: i64, fixes: &[LaterFix]) -> Result<(), Error> {
        let json = serde_json::to_string(fixes).map_err(|error| Error::Store(error.to_string()))?;
        let store = Arc::clone(&self.surroundings.store);
        blocking(move || store.keep_aftermath(entry, &json)).await?;
        self.surroundings.moves.moved(ViewName::Journal);
        Ok(())
    }
}
