//! What a person sets for the whole app, kept in the store.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::critical::quiet::AlertSettings;
use crate::error::Error;
use crate::history::trips::TripRules;
use crate::status::Thresholds;

/// The settings; a field that is missing or unknown in the store gets its default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
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
    /// What the fleet is shown on.
    pub base_map: BaseMapSettings,
    /// For how many days the past of devices is kept on this computer: 1 to 3650.
    pub history_days: u32,
    /// Where the lines between stops and trips run.
    pub trip_rules: TripRules,
    /// How a person is told of new critical alerts.
    pub alerts: AlertSettings,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            units: Units::default(),
            language: Language::default(),
            theme: Theme::default(),
            thresholds: Thresholds::default(),
            device_columns: None,
            base_map: BaseMapSettings::default(),
            history_days: 400,
            trip_rules: TripRules::default(),
            alerts: AlertSettings::default(),
        }
    }
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
        if !(1..=3_650).contains(&self.history_days) {
            return Err(Error::Setting {
                field: "historyDays",
                range: "1 to 3650 days",
            });
        }
        self.trip_rules.check()?;
        self.alerts.check()?;
        crate::base_map::check(&self.base_map)
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

/// What the fleet is shown on. What belongs to a choice that is not made is kept for later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct BaseMapSettings {
    /// Which map.
    pub choice: BaseMapChoice,
    /// For [`BaseMapChoice::Online`]: a template of image tiles, or the address of a style or of a
    /// description of tiles.
    pub online_url: String,
    /// Who made that map, if it doesn't say so itself.
    pub online_credit: String,
    /// For [`BaseMapChoice::File`]: where the file is.
    pub file_path: String,
    /// How much of online maps is kept, in MiB: 0 to 4096.
    pub cache_mib: u32,
}

impl Default for BaseMapSettings {
    fn default() -> Self {
        Self {
            choice: BaseMapChoice::default(),
            online_url: String::new(),
            online_credit: String::new(),
            file_path: String::new(),
            cache_mib: 512,
        }
    }
}

impl BaseMapSettings {
    /// The most that can be kept.
    pub const MOST_CACHE_MIB: u32 = 4_096;

    /// How much of online maps is kept.
    #[must_use]
    pub fn cache_bytes(&self) -> u64 {
        u64::from(self.cache_mib) * 1024 * 1024
    }

    /// Whether the same map is shown, whatever is set of the others.
    #[must_use]
    pub fn is_same_map(&self, other: &Self) -> bool {
        self.choice == other.choice
            && match self.choice {
                BaseMapChoice::Offline | BaseMapChoice::OpenStreetMap => true,
                BaseMapChoice::Online => {
                    self.online_url == other.online_url && self.online_credit == other.online_credit
                }
                BaseMapChoice::File => self.file_path == other.file_path,
            }
    }
}

/// Which map.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum BaseMapChoice {
    /// The world inside the app.
    #[default]
    Offline,
    /// The map of OpenStreetMap.
    OpenStreetMap,
    /// Another online map.
    Online,
    /// A PMTiles file.
    File,
}
