//! Lines of a report, added up.

use crate::view::reports::{ReportLine, Speeding};

impl ReportLine {
    /// Both together.
    #[must_use]
    pub fn and(self, other: &Self) -> Self {
        let speeding = match (self.speeding, other.speeding) {
            (Some(one), Some(other)) => Some(one.and(other)),
            (one, other) => one.or(other),
        };
        Self {
            sums: self.sums.and(&other.sums),
            speeding,
            alerts: self.alerts.saturating_add(other.alerts),
        }
    }

    /// Without what needs the unit of speeds.
    #[must_use]
    pub fn without_speeds(mut self) -> Self {
        self.sums.top_speed_kmh = None;
        self.speeding = None;
        self
    }
}

impl Speeding {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            times: self.times.saturating_add(other.times),
            duration_s: self.duration_s.saturating_add(other.duration_s),
        }
    }
}
