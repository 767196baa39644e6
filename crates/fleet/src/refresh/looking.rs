//! What someone looks at, as far as the window tells. Nobody says when a page is left, so a look counts
//! for as long as it is repeated: what is shown says so again from time to time.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use plaspy::DeviceId;

use super::policy::Attention;

/// How long a look counts: longer than the window goes without repeating it.
const LASTS: Duration = Duration::from_secs(90);

/// Everything that someone looks at.
#[derive(Debug, Default)]
pub struct Looking {
    rows: Option<Look>,
    near: Option<Look>,
    vehicles: Option<Look>,
    open: Option<Look>,
    is_hidden: bool,
}

#[derive(Debug)]
struct Look {
    devices: HashSet<DeviceId>,
    at: Instant,
}

impl Look {
    fn at(devices: HashSet<DeviceId>, at: Instant) -> Option<Self> {
        Some(Self { devices, at })
    }

    fn counts(&self, now: Instant) -> bool {
        now.saturating_duration_since(self.at) < LASTS
    }
}

impl Looking {
    /// These rows are on the screen, and those next to them. Whether there are others than before.
    pub fn at_rows(
        &mut self,
        rows: HashSet<DeviceId>,
        near: HashSet<DeviceId>,
        at: Instant,
    ) -> bool {
        let known = self.rows.as_ref().filter(|look| look.counts(at));
        let is_new = known.is_none_or(|look| !rows.is_subset(&look.devices));
        self.rows = Look::at(rows, at);
        self.near = Look::at(near, at);
        is_new
    }

    /// These vehicles stand on the map by themselves.
    pub fn at_map(&mut self, devices: HashSet<DeviceId>, at: Instant) {
        self.vehicles = Look::at(devices, at);
    }

    /// The panel of this device was asked for; whether nobody looked at it before.
    pub fn at_device(&mut self, id: &DeviceId, at: Instant) -> bool {
        let known = self.open.as_ref().filter(|look| look.counts(at));
        let is_new = known.is_none_or(|look| !look.devices.contains(id));
        self.open = Look::at(HashSet::from([id.clone()]), at);
        is_new
    }

    /// Nobody sees the window, or somebody does again.
    pub fn set_hidden(&mut self, is_hidden: bool) {
        self.is_hidden = is_hidden;
    }

    /// Every device that someone looks at, with how closely; one may come more than once.
    pub fn all(&self, now: Instant) -> impl Iterator<Item = (&DeviceId, Attention)> {
        [
            (&self.near, Attention::Near),
            (&self.rows, Attention::OnScreen),
            (&self.vehicles, Attention::OnScreen),
            (&self.open, Attention::Open),
        ]
        .into_iter()
        .filter(|_| !self.is_hidden)
        .filter_map(|(look, attention)| Some((look.as_ref()?, attention)))
        .filter(move |(look, _)| look.counts(now))
        .flat_map(|(look, attention)| look.devices.iter().map(move |id| (id, attention)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closest(looking: &Looking, id: &DeviceId, now: Instant) -> Attention {
        let looks = looking.all(now).filter(|(seen, _)| *seen == id);
        looks.map(|(_, how)| how).max().unwrap_or_default()
    }

    #[test]
    fn the_closest_look_counts_until_it_is_no_longer_repeated() {
        let (mut looking, start) = (Looking::default(), Instant::now());
        let id = DeviceId::from("a");
        assert_eq!(closest(&looking, &id, start), Attention::None);
        looking.at_rows(HashSet::new(), HashSet::from([id.clone()]), start);
        assert_eq!(closest(&looking, &id, start), Attention::Near);
        looking.at_rows(HashSet::from([id.clone()]), HashSet::new(), start);
        assert_eq!(closest(&looking, &id, start), Attention::OnScreen);
        assert!(looking.at_device(&id, start));
        assert!(!looking.at_device(&id, start + LASTS / 2));
        assert_eq!(closest(&looking, &id, start + LASTS), Attention::Open);
        assert_eq!(closest(&looking, &id, start + LASTS * 2), Attention::None);
    }

    #[test]
    fn nobody_looks_at_a_hidden_window() {
        let (mut looking, start) = (Looking::default(), Instant::now());
        let id = DeviceId::from("a");
        looking.at_device(&id, start);
        looking.set_hidden(true);
        assert_eq!(closest(&looking, &id, start), Attention::None);
        looking.set_hidden(false);
        assert_eq!(closest(&looking, &id, start), Attention::Open);
    }
}
