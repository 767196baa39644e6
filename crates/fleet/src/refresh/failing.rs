//! Devices that the service keeps failing to answer about while it answers about others: each waits
//! longer before it is asked again by itself, so that it doesn't take the turns of all. Pure: it is told
//! the time.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use plaspy::{DeviceId, FailureKind};

/// The first wait; it doubles.
const FIRST_WAIT: Duration = Duration::from_secs(2);

/// No wait is longer.
const LONGEST_WAIT: Duration = Duration::from_secs(600);

/// The devices of which the last question failed.
#[derive(Debug, Default)]
pub struct Failing {
    devices: HashMap<DeviceId, Wait>,
    /// Questions about devices that were answered.
    answered: u64,
}

#[derive(Debug, Clone, Copy)]
struct Wait {
    length: Duration,
    until: Instant,
    /// How many were answered until then.
    answered: u64,
}

impl Failing {
    /// The service answered about a device.
    pub fn answered(&mut self, device: &DeviceId) {
        self.answered += 1;
        self.devices.remove(device);
    }

    /// A question about a device failed. Its wait grows where others were answered since the last one:
    /// where nothing is, the fault is not the device's.
    pub fn failed(&mut self, device: &DeviceId, kind: FailureKind, now: Instant) {
        if !may_be_the_devices_own(kind) {
            return;
        }
        let length = match self.devices.get(device) {
            None => FIRST_WAIT,
            Some(wait) if wait.answered == self.answered => wait.length,
            Some(wait) => LONGEST_WAIT.min(wait.length * 2),
        };
        let wait = Wait {
            length,
            until: now + length,
            answered: self.answered,
        };
        self.devices.insert(device.clone(), wait);
    }

    /// A person wants to try at once.
    pub fn try_again(&mut self) {
        self.devices.clear();
    }

    /// Those that wait.
    pub fn resting(&self, now: Instant) -> impl Iterator<Item = &DeviceId> {
        let waiting = self
            .devices
            .iter()
            .filter(move |(_, wait)| wait.until > now);
        waiting.map(|(device, _)| device)
    }
}

/// Whether a service that is well can fail so about one device for ever. What it says of a device is no
/// failure of the way to it, and is told apart elsewhere.
fn may_be_the_devices_own(kind: FailureKind) -> bool {
    matches!(
        kind,
        FailureKind::ServiceDown
            | FailureKind::Timeout
            | FailureKind::ConnectionLost
            | FailureKind::NotUnderstood
            | FailureKind::TooLarge
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(failing: &Failing, device: &str, now: Instant) -> bool {
        failing.resting(now).any(|id| id.as_str() == device)
    }

    #[test]
    fn one_that_fails_while_others_are_answered_waits_longer_each_time() {
        let mut failing = Failing::default();
        let mut now = Instant::now();
        for seconds in [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600] {
            failing.failed(&"bad".into(), FailureKind::ServiceDown, now);
            assert!(waits(&failing, "bad", now));
            let wait = Duration::from_secs(seconds);
            assert!(waits(
                &failing,
                "bad",
                now + wait - Duration::from_millis(1)
            ));
            now += wait;
            assert!(!waits(&failing, "bad", now));
            failing.answered(&"good".into());
        }
        failing.answered(&"bad".into());
        failing.failed(&"bad".into(), FailureKind::Timeout, now);
        assert!(!waits(&failing, "bad", now + FIRST_WAIT));
    }

    #[test]
    fn where_nothing_is_answered_no_device_is_blamed() {
        let mut failing = Failing::default();
        let mut now = Instant::now();
        for _ in 0..20 {
            failing.failed(&"only".into(), FailureKind::ServiceDown, now);
            now += FIRST_WAIT;
            assert!(!waits(&failing, "only", now));
        }
    }

    #[test]
    fn a_dead_network_and_a_person_who_tries_again_make_none_wait() {
        let mut failing = Failing::default();
        let now = Instant::now();
        failing.failed(&"a".into(), FailureKind::NoNetwork, now);
        assert!(!waits(&failing, "a", now));
        failing.failed(&"a".into(), FailureKind::TooLarge, now);
        failing.try_again();
        assert!(!waits(&failing, "a", now));
    }
}
