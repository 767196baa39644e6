//! What a person sets for the whole app, kept in the store.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::status::Thresholds;

/// The settings; a field that is missing or unknown in the store gets its default.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Units of distance and speed.
    pub units: Units,
    /// Language of the texts.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Where the lines between statuses run.
    pub thresholds: Thresholds,
    /// Columns of the device list in their order, by the UI's names; `None` for its default.
    pub device_columns: Option<Vec<String>>,
}

impl Settings {
    /// Whether every value is in its range.
    ///
    /// # Errors
    /// [`Error::Setting`] for the first that is not.
    pub fn check(&self) -> Result<(), Error> {
        let Thresholds {
            moving_speed_kmh,
            silent_after_minutes,
        } = self.thresholds;
        if !(1.0..=50.0).contains(&moving_speed_kmh) {
            return Err(Error::Setting {
                field: "movingSpeedKmh",
                range: "1 to 50 km/h",
            });
        }
        if !(5..=30 * 24 * 60).contains(&silent_after_minutes) {
            return Err(Error::Setting {
                field: "silentAfterMinutes",
                range: "5 minutes to 30 days",
            });
        }
        Ok(())
    }
}

/// Units of distance and speed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Units {
    /// Kilometres, km/h, °C.
    #[default]
    Metric,
    /// Miles, mph, °F.
    Imperial,
}

/// Language of the texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Language {
    /// As the computer is set.
    #[default]
    System,
    /// English.
    En,
    /// Spanish.
    Es,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// As the computer is set.
    #[default]
    System,
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    Dark,
}
