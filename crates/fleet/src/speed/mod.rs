//! The unit of the speed on the wire: inferred from what vehicles drive, or set by a person.
//!
//! The service documents none (docs/API.md, Speed). The way that a vehicle drives in a time gives its
//! speed in m/s; which unit explains the figures that the service sent meanwhile is a vote
//! ([`stretch`]). Votes are gathered until enough of enough vehicles agree
//! ([`tally`]); what came of that, and what a person chose, is remembered with the account
//! ([`knowledge`]).

pub mod knowledge;
pub mod probe;
pub mod stretch;
pub mod tally;
#[cfg(test)]
mod traces;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A unit in which the service may send speeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SpeedUnit {
    /// As the service's older page has it.
    MetresPerSecond,
    /// As the service's web application shows it.
    KilometresPerHour,
}

impl SpeedUnit {
    /// What the app goes by until it knows better: the one unit that the service ever named.
    pub const ASSUMED: Self = Self::MetresPerSecond;

    /// Both.
    pub const ALL: [Self; 2] = [Self::MetresPerSecond, Self::KilometresPerHour];

    /// km/h of a figure on the wire that is in this unit.
    #[must_use]
    pub fn kmh(self, speed_raw: f64) -> f64 {
        match self {
            Self::MetresPerSecond => speed_raw * 3.6,
            Self::KilometresPerHour => speed_raw,
        }
    }

    /// The figure on the wire for one metre a second.
    fn per_metre_a_second(self) -> f64 {
        match self {
            Self::MetresPerSecond => 1.0,
            Self::KilometresPerHour => 3.6,
        }
    }
}
