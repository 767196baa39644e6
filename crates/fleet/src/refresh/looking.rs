//! What someone looks at, as far as the questions of the window tell. Nobody says when a page is
//! left, so a look counts for as long as it is repeated: what is shown asks again whenever it moves.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use plaspy::DeviceId;

use super::policy::Attention;

/// How long a look counts: longer than what is on the screen goes without an answer.
const LASTS: Duration = Duration::from_secs(90);

/// Everything that someone looks at.
#[derive(Debug, Default)]
pub struct Looking {
    rows: Option<Look>,
    vehicles: Option<Look>,
    open: Option<Look>,
}

#[derive(Debug)]
struct Look {
    devices: HashSet<DeviceId>,
    at: Instant,
}

impl Look {
    fn counts(look: Option<&Self>, id: &DeviceId, now: Instant) -> bool {
        look.is_some_and(|look| {
            now.saturating_duration_since(look.at) < LASTS && look.devices.contains(id)
        })
    }
}

impl Looking {
    /// These rows were asked for.
    pub fn at_rows(&mut self, devices: HashSet<DeviceId>, at: Instant) {
        self.rows = Some(Look { devices, at });
    }

    /// These vehicles stand on the map by themselves.
    pub fn at_map(&mut self, devices: HashSet<DeviceId>, at: Instant) {
        self.vehicles = Some(Look { devices, at });
    }

    /// The panel of this device was asked for; whether nobody looked at it before.
    pub fn at_device(&mut self, id: &DeviceId, at: Instant) -> bool {
        let is_new = !Look::counts(self.open.as_ref(), id, at);
        let devices = HashSet::from([id.clone()]);
        self.open = Some(Look { devices, at });
        is_new
    }

    /// How closely someone looks at a device.
    #[must_use]
    pub fn attention(&self, id: &DeviceId, now: Instant) -> Attention {
        let looks = |look: &Option<Look>| Look::counts(look.as_ref(), id, now);
        if looks(&self.open) {
            Attention::Open
        } else if looks(&self.rows) || looks(&self.vehicles) {
            Attention::OnScreen
        } else {
            Attention::None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_look_counts_until_it_is_no_longer_repeated() {
        let (mut looking, start) = (Looking::default(), Instant::now());
        let id = DeviceId::from("a");
        assert_eq!(looking.attention(&id, start), Attention::None);
        looking.at_rows(HashSet::from([id.clone()]), start);
        assert_eq!(looking.attention(&id, start), Attention::OnScreen);
        assert!(looking.at_device(&id, start));
        assert!(!looking.at_device(&id, start + LASTS / 2));
        assert_eq!(looking.attention(&id, start + LASTS), Attention::Open);
        assert_eq!(looking.attention(&id, start + LASTS * 2), Attention::None);
    }
}
