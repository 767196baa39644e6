//! Commands for trackers as the window shows them: what is wrong with one, what is known of a vehicle
//! before it is sent, and how the sending goes.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::bulk::DeviceSelection;
use super::groups::DeviceRef;
use super::rows::{Place, Position};
use crate::command::CommandForm;
use crate::command::guard::Objection;
use crate::command::payload::PayloadFault;
use crate::error::Trouble;

/// What a command comes to before it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommandCheck {
    /// Why it can't be sent.
    pub fault: Option<PayloadFault>,
    /// How many bytes the tracker gets; null while that can't be told.
    pub length_bytes: Option<u32>,
    /// It is known to stop vehicles, whatever a person says of it.
    pub is_known_to_stop: bool,
}

/// What is known of the first device of a command, a moment before it is sent.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Preflight {
    /// The device that would get it first; null if the selection holds none.
    pub device: Option<DeviceRef>,
    /// For how many devices it is meant.
    pub devices: u32,
    /// Whether the service answered just now; otherwise the fix is what was known before.
    pub is_answered: bool,
    /// The last fix; null if there is none.
    pub fix: Option<PreflightFix>,
    /// What speaks against a dangerous command now.
    pub objections: Vec<Objection>,
}

/// A fix as it matters to a command.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreflightFix {
    /// When the tracker measured it.
    pub at: DateTime<Utc>,
    /// Where.
    pub position: Position,
    /// The nearest town.
    pub place: Option<Place>,
    /// Its speed in the unit in force.
    pub speed_kmh: Option<f64>,
    /// The highest speed that the figure can mean.
    pub worst_speed_kmh: Option<f64>,
    /// Whether the ignition is on.
    pub ignition: Option<bool>,
}

/// A command that is to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommandOrder {
    /// The devices for which it is meant.
    pub devices: DeviceSelection,
    /// The command.
    pub form: CommandForm,
    /// The device that the person was shown to get it first.
    pub first: String,
    /// For how many devices the person was shown that it is meant.
    pub count: u32,
    /// The name of the first device, as the person typed it; only a dangerous command asks for it.
    pub typed_name: String,
    /// The person sends it whatever speaks against it.
    pub is_overridden: bool,
}

/// The word that lets a command go on to the other devices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommandSecondWord {
    /// Of which sending.
    pub run: u32,
    /// The person sends it to all of them whatever speaks against it; otherwise those are passed over
    /// against which something speaks.
    pub is_overridden: bool,
}

/// How a sending stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CommandRunState {
    /// It goes on.
    Running,
    /// The first device has it; the others wait for a second word.
    Waiting,
    /// Nothing more is sent.
    Over,
}

/// What became of a command for one device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CommandState {
    /// Not sent yet.
    Waiting,
    /// Under way.
    Sending,
    /// The service took it.
    Taken,
    /// Nobody knows whether it arrived.
    Unknown,
    /// The service did not take it.
    Failed,
    /// Something spoke against it; it was not sent.
    Refused,
    /// A person gave it up, or the service failed; it was not sent.
    Dropped,
}

/// A sending: one command, to one device or to several.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommandRun {
    /// Its number.
    pub run: u32,
    /// The command.
    pub form: CommandForm,
    /// Whether it is treated as dangerous.
    pub is_dangerous: bool,
    /// How it stands.
    pub state: CommandRunState,
    /// Each device, in order, the first one first.
    pub items: Vec<CommandItem>,
}

/// One device of a sending.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommandItem {
    /// The device.
    pub device: DeviceRef,
    /// What became of it.
    pub state: CommandState,
    /// The service's answer, in its own words.
    pub words: Option<String>,
    /// Why it failed, or why nobody knows whether it arrived.
    pub trouble: Option<Trouble>,
    /// What spoke against it.
    pub objections: Vec<Objection>,
    /// The journal's entry, once it was entered.
    #[ts(type = "number | null")]
    pub entry: Option<i64>,
}
