//! Groups as the window shows them: the table and one group; and devices by their names.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::change::GroupForm;

/// A device by id and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeviceRef {
    /// The service's id.
    pub id: String,
    /// Its name; the id where nothing else is known.
    pub name: String,
    /// Whether the account's list names it.
    pub is_listed: bool,
}

/// A group as a row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupRow {
    /// The service's id.
    pub id: String,
    /// Its name; the id where the service gave none.
    pub name: String,
    /// A free description.
    pub description: Option<String>,
    /// How many devices it holds, those that the account's list does not name included.
    pub devices: u32,
    /// How many users see by it; null while the users are not known.
    pub users: Option<u32>,
    /// When it was last changed.
    pub modified_at: Option<DateTime<Utc>>,
    /// Some of its fields could not be read.
    pub is_incomplete: bool,
}

/// One group, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupDetail {
    /// The service's id.
    pub id: String,
    /// What a person can set of it.
    pub form: GroupForm,
    /// The devices in it, in the order of their names.
    pub devices: Vec<DeviceRef>,
    /// Who sees by it; null while the users are not known.
    pub users: Option<Vec<String>>,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub modified_at: Option<DateTime<Utc>>,
    /// Some of its fields could not be read.
    pub is_incomplete: bool,
}

/// Devices found by words that a person pasted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Matches {
    /// Each device once, in the order of the words.
    pub found: Vec<DeviceRef>,
    /// The words that no device has.
    pub unmatched: Vec<String>,
}
