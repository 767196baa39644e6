//! What a device does, by named rules. The thresholds stand here and nowhere else; people can set them.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a device does, in the order in which a fleet manager wants to see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// Speed at or above [`Thresholds::moving_speed_kmh`].
    Moving,
    /// Ignition on, slower than that.
    Idling,
    /// Slower than that, ignition off or unknown.
    Parked,
    /// When we last asked, the last fix was older than [`Thresholds::silent_after_minutes`].
    Silent,
    /// The service has no fix of it.
    NeverReported,
    /// The service was not asked yet.
    NotAsked,
}

/// Where the lines between statuses run.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Thresholds {
    /// From this speed on a vehicle moves; below, GPS noise counts as standing.
    pub moving_speed_kmh: f64,
    /// A fix older than this when we asked makes a device silent.
    pub silent_after_minutes: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            moving_speed_kmh: 5.0,
            silent_after_minutes: 24 * 60,
        }
    }
}

/// What the rules look at.
#[derive(Debug, Clone, Copy)]
pub struct Evidence {
    /// When the tracker measured the fix.
    pub fix_at: DateTime<Utc>,
    /// When the service answered with it, by the service's clock.
    pub asked_at: DateTime<Utc>,
    /// Speed at the fix.
    pub speed_kmh: Option<f64>,
    /// Digital input 1.
    pub ignition: Option<bool>,
}

impl Status {
    /// The status of a device that has reported.
    ///
    /// Silence is judged at the time of the question: a fix that grew old because nobody asked
    /// says nothing about the tracker.
    #[must_use]
    pub fn of(evidence: Evidence, thresholds: &Thresholds) -> Self {
        let silent_after = TimeDelta::minutes(i64::from(thresholds.silent_after_minutes));
        if evidence.asked_at - evidence.fix_at > silent_after {
            Self::Silent
        } else if evidence
            .speed_kmh
            .is_some_and(|speed| speed >= thresholds.moving_speed_kmh)
        {
            Self::Moving
        } else if evidence.ignition == Some(true) {
            Self::Idling
        } else {
            Self::Parked
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(minutes_old: i64, speed_kmh: Option<f64>, ignition: Option<bool>) -> Status {
        let asked_at = DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time");
        Status::of(
            Evidence {
                fix_at: asked_at - TimeDelta::minutes(minutes_old),
                asked_at,
                speed_kmh,
                ignition,
            },
            &Thresholds::default(),
        )
    }

    #[test]
    fn speed_at_the_threshold_moves_whatever_the_ignition() {
        assert_eq!(evidence(1, Some(5.0), None), Status::Moving);
        assert_eq!(evidence(1, Some(5.0), Some(false)), Status::Moving);
    }

    #[test]
    fn ignition_tells_idling_from_parked_below_the_threshold() {
        assert_eq!(evidence(1, Some(4.9), Some(true)), Status::Idling);
        assert_eq!(evidence(1, Some(4.9), Some(false)), Status::Parked);
        assert_eq!(evidence(1, None, None), Status::Parked);
    }

    #[test]
    fn an_old_fix_is_silent_even_with_speed() {
        assert_eq!(evidence(24 * 60, Some(80.0), Some(true)), Status::Moving);
        assert_eq!(
            evidence(24 * 60 + 1, Some(80.0), Some(true)),
            Status::Silent
        );
    }
}
