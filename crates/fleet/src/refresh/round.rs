//! A round through the fleet, from its start until every device was asked once; then the next begins.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use plaspy::DeviceId;

/// The running round.
#[derive(Debug)]
pub struct Round {
    to_ask: HashSet<DeviceId>,
    total: usize,
    started_at: DateTime<Utc>,
}

/// How far a round got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Devices asked in this round.
    pub asked: usize,
    /// Devices of the account.
    pub total: usize,
    /// When the round began.
    pub started_at: DateTime<Utc>,
}

impl Round {
    /// A round through these devices.
    #[must_use]
    pub fn new(devices: HashSet<DeviceId>, started_at: DateTime<Utc>) -> Self {
        Self {
            total: devices.len(),
            to_ask: devices,
            started_at,
        }
    }

    /// The list was read again: those that it no longer names need not be asked, and new ones wait
    /// for the next round.
    pub fn relist(&mut self, devices: &HashSet<DeviceId>) {
        self.to_ask.retain(|id| devices.contains(id));
        self.total = devices.len();
    }

    /// These devices were asked, or can't be.
    pub fn done<'a>(&mut self, ids: impl IntoIterator<Item = &'a DeviceId>) {
        for id in ids {
            self.to_ask.remove(id);
        }
    }

    /// Whether nobody is left to ask.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.to_ask.is_empty()
    }

    /// How far it got.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            asked: self.total - self.to_ask.len(),
            total: self.total,
            started_at: self.started_at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn devices<const N: usize>(ids: [&str; N]) -> HashSet<DeviceId> {
        ids.into_iter().map(DeviceId::from).collect()
    }

    #[test]
    fn a_round_is_over_when_each_device_was_asked_once() {
        let mut round = Round::new(devices(["a", "b"]), DateTime::UNIX_EPOCH);
        round.done([&"a".into()]);
        round.done([&"a".into()]);
        let progress = round.progress();
        assert_eq!((progress.asked, progress.total), (1, 2));
        assert!(!round.is_over());
        round.done([&"b".into()]);
        assert!(round.is_over());
    }

    #[test]
    fn a_device_that_left_the_list_is_not_waited_for() {
        let mut round = Round::new(devices(["a", "b"]), DateTime::UNIX_EPOCH);
        round.done([&"a".into()]);
        round.relist(&devices(["a", "c"]));
        assert!(round.is_over());
        assert_eq!(round.progress().total, 2);
    }
}
