//! Odd fixes: those that can't be quite right, found and named. What is odd of a fix by itself stands
//! in [`signs`]; what only a device's fixes together tell, and where the device is shown meanwhile, in
//! [`belief`].

pub mod belief;
pub mod signs;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is odd about a device's last fix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Oddity {
    /// Its time lies ahead of the service's clock by more than [`signs::AHEAD`]. The place is believed;
    /// its time is taken to be the one at which it first came.
    Future,
    /// It lies at 0, 0, which trackers send without reception. The last good place is shown.
    AtZero,
    /// It lies farther from the last good place than any vehicle gets in the time, and no other fix
    /// has confirmed it. The last good place is shown.
    Jump,
    /// The coordinates stay the same to the digit while the speed says that it moves.
    Stuck,
    /// The tracker itself tells of few satellites, or of a place that is good for little.
    WeakReception,
}

impl Oddity {
    /// All of them, the one first that says most about where the device is shown.
    pub const ALL: [Self; 5] = [
        Self::AtZero,
        Self::Jump,
        Self::Future,
        Self::Stuck,
        Self::WeakReception,
    ];

    /// Whether a fix with it is not shown where it says that it is.
    #[must_use]
    pub fn hides_place(self) -> bool {
        matches!(self, Self::AtZero | Self::Jump)
    }

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The oddities of one fix: a byte for each device of a large fleet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Oddities(u8);

impl Oddities {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this is among them.
    #[must_use]
    pub fn contains(self, oddity: Oddity) -> bool {
        self.0 & oddity.bit() != 0
    }

    /// Whether the fix is not shown where it says that it is.
    #[must_use]
    pub fn hide_place(self) -> bool {
        self.iter().any(Oddity::hides_place)
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = Oddity> {
        Oddity::ALL
            .into_iter()
            .filter(move |oddity| self.contains(*oddity))
    }
}

impl FromIterator<Oddity> for Oddities {
    fn from_iter<I: IntoIterator<Item = Oddity>>(oddities: I) -> Self {
        let bits = oddities.into_iter().map(Oddity::bit);
        Self(bits.fold(0, |all, bit| all | bit))
    }
}
