//! When a person wants to be told of critical alerts, and how.

use chrono::{DateTime, Timelike as _, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;

const MINUTES_OF_DAY: u32 = 24 * 60;

/// How a person is told of new critical alerts. They are kept as unread in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct AlertSettings {
    /// By the computer's notifications.
    pub notify: bool,
    /// With a sound.
    pub sound: bool,
    /// Not within the quiet hours.
    pub quiet: bool,
    /// When those begin, in minutes since midnight where the reader is: 0 to 1439.
    pub quiet_from_minute: u32,
    /// When they end, likewise; before their beginning, it is on the next day.
    pub quiet_to_minute: u32,
}

impl Default for AlertSettings {
    fn default() -> Self {
        Self {
            notify: true,
            sound: false,
            quiet: false,
            quiet_from_minute: 22 * 60,
            quiet_to_minute: 7 * 60,
        }
    }
}

impl AlertSettings {
    /// Whether every value is in its range.
    ///
    /// # Errors
    /// [`Error::Setting`] for the first that is not.
    pub fn check(&self) -> Result<(), Error> {
        for (field, minute) in [
            ("quietFromMinute", self.quiet_from_minute),
            ("quietToMinute", self.quiet_to_minute),
        ] {
            if minute >= MINUTES_OF_DAY {
                return Err(Error::Setting {
                    field,
                    range: "a time of day",
                });
            }
        }
        Ok(())
    }

    /// Whether a person is told at that moment.
    #[must_use]
    pub fn tells(&self, now: DateTime<Utc>, zone: Tz) -> bool {
        self.notify && !(self.quiet && self.is_quiet(now, zone))
    }

    /// From the one to the other, across midnight if need be; no time at all if they are the same.
    fn is_quiet(&self, now: DateTime<Utc>, zone: Tz) -> bool {
        let local = now.with_timezone(&zone);
        let minute = local.hour() * 60 + local.minute();
        let (from, to) = (self.quiet_from_minute, self.quiet_to_minute);
        if from <= to {
            (from..to).contains(&minute)
        } else {
            minute >= from || minute < to
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, TimeZone as _};

    use super::*;

    const ZONE: Tz = chrono_tz::America::Santiago;

    fn tells(from_hour: u32, to_hour: u32, hour: u32, minute: u32) -> bool {
        let settings = AlertSettings {
            quiet: true,
            quiet_from_minute: from_hour * 60,
            quiet_to_minute: to_hour * 60,
            ..AlertSettings::default()
        };
        let local =
            NaiveDate::from_ymd_opt(2026, 7, 16).and_then(|day| day.and_hms_opt(hour, minute, 0));
        let now = ZONE.from_local_datetime(&local.expect("a time")).unwrap();
        settings.tells(now.to_utc(), ZONE)
    }

    #[test]
    fn quiet_hours_go_across_midnight_where_the_reader_is() {
        assert!(tells(22, 7, 21, 59));
        assert!(!tells(22, 7, 22, 0));
        assert!(!tells(22, 7, 0, 0));
        assert!(!tells(22, 7, 6, 59));
        assert!(tells(22, 7, 7, 0));
    }

    #[test]
    fn quiet_hours_within_a_day_and_none_at_all() {
        assert!(tells(12, 14, 11, 59));
        assert!(!tells(12, 14, 13, 0));
        assert!(tells(12, 14, 14, 0));
        assert!(tells(12, 12, 12, 0));
    }

    #[test]
    fn who_wants_no_notifications_gets_none() {
        let settings = AlertSettings {
            notify: false,
            ..AlertSettings::default()
        };
        assert!(!settings.tells(DateTime::UNIX_EPOCH, ZONE));
    }

    #[test]
    fn a_time_that_no_day_has_is_refused() {
        let settings = AlertSettings {
            quiet_to_minute: MINUTES_OF_DAY,
            ..AlertSettings::default()
        };
        assert!(settings.check().is_err());
        assert!(AlertSettings::default().check().is_ok());
    }
}
