//! Commands for trackers: what one may look like ([`payload`]), and when a dangerous one is refused
//! ([`guard`]). Pure.

pub mod guard;
pub mod payload;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use payload::PayloadFormat;

use crate::view::rows::Place;

/// A command as a person writes it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct CommandForm {
    /// The command itself, in the form that `format` says.
    pub text: String,
    /// How the service decodes `text` before it sends it on.
    pub format: PayloadFormat,
    /// By SMS instead of the tracker's data connection (GPRS).
    pub by_sms: bool,
    /// A person says that it can do harm. What is known to do harm is taken for dangerous anyway.
    pub is_dangerous: bool,
}

/// A command that a person keeps at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FavouriteCommand {
    /// What the person calls it.
    pub name: String,
    /// The command.
    pub form: CommandForm,
}

/// A fix that came after a command was sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LaterFix {
    /// When the tracker measured it.
    pub at: DateTime<Utc>,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// The nearest town.
    pub place: Option<Place>,
    /// Its speed, in the unit that was in force then.
    pub speed_kmh: Option<f64>,
    /// Whether the ignition was on.
    pub ignition: Option<bool>,
}

impl CommandForm {
    /// Whether it is treated as dangerous: a person says so, or it is known to stop vehicles.
    #[must_use]
    pub fn is_treated_as_dangerous(&self) -> bool {
        self.is_dangerous || payload::is_known_to_stop(&self.text, self.format)
    }
}
