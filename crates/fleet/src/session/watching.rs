//! The watch list: devices that a person wants asked about within a promised time, whatever is on the
//! screen. Kept with the account.

use std::collections::HashSet;

use chrono::TimeDelta;
use plaspy::DeviceId;
use serde::{Deserialize, Serialize};

use super::Active;
use crate::error::Error;
use crate::moves::ViewName;
use crate::refresh::policy::watch_promise;

/// The note's subject.
pub(crate) const NOTE: &str = "watch-list";

/// The watch list as it is kept.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct WatchList {
    pub(crate) devices: Vec<String>,
}

impl WatchList {
    pub(crate) fn ids(&self) -> HashSet<DeviceId> {
        let ids = self.devices.iter();
        ids.map(|id| DeviceId::from(id.as_str())).collect()
    }
}

impl Active {
    /// How often each of them is asked about at the present limit.
    #[must_use]
    pub fn watch_promise(&self) -> TimeDelta {
        let watched = self.fleet().watched().len();
        watch_promise(watched, self.desk.spending().limit_per_minute)
    }

    /// Puts devices on the watch list, or takes them off.
    ///
    /// # Errors
    /// [`Error::Store`] when the list can't be kept; then nothing changes.
    pub async fn set_watching(&self, ids: &[DeviceId], is_watched: bool) -> Result<(), Error> {
        let _one_at_a_time = self.keeping_watch_list.lock().await;
        let mut watched = self.fleet().watched().clone();
        for id in ids {
            if is_watched {
                watched.insert(id.clone());
            } else {
                watched.remove(id);
            }
        }
        let mut devices: Vec<_> = watched.iter().map(ToString::to_string).collect();
        devices.sort_unstable();
        self.keep_note(NOTE, &WatchList { devices }).await?;
        self.fleet_mut().set_watched(watched);
        self.wake.notify_one();
        self.surroundings.moves.moved(ViewName::Devices);
        Ok(())
    }
}
