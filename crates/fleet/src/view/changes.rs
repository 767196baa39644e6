//! Changes as the window shows them: what a change does to which field, and to whose view; and what
//! became of it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::groups::DeviceRef;
use crate::change::{AnyForm, Field};

/// What a field holds, with names in the place of ids where they are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum FieldValue {
    /// Nothing.
    None,
    /// A text.
    Text {
        /// The text.
        text: String,
    },
    /// Yes or no.
    Flag {
        /// Yes.
        on: bool,
    },
    /// A moment.
    Moment {
        /// When.
        at: DateTime<Utc>,
    },
    /// A number.
    Number {
        /// The number.
        #[ts(type = "number")]
        number: i64,
    },
    /// Some texts.
    Texts {
        /// Each of them.
        texts: Vec<String>,
    },
    /// Texts by name.
    Pairs {
        /// Each of them.
        pairs: BTreeMap<String, String>,
    },
    /// A group.
    Group {
        /// Its name, or what stands in its place.
        name: String,
        /// Whether it is a group of the account.
        is_known: bool,
    },
    /// One device.
    Device {
        /// Which.
        device: DeviceRef,
    },
    /// The devices of a group.
    Devices {
        /// How many.
        count: u32,
    },
}

/// What a change does to a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldChange {
    /// Which.
    pub field: Field,
    /// What it holds.
    pub before: FieldValue,
    /// What it is to hold.
    pub after: FieldValue,
    /// Devices that come into a group.
    pub added: Vec<DeviceRef>,
    /// Devices that leave a group.
    pub removed: Vec<DeviceRef>,
}

/// What a change would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangePreview {
    /// The fields that change.
    pub fields: Vec<FieldChange>,
    /// Whose view changes; null where the users could not be read.
    pub access: Option<Vec<AccessChange>>,
    /// How the service will get it.
    pub way: Way,
    /// The user name changes, by which the person signs in.
    pub renames_sign_in: bool,
    /// Nothing takes it back: what is deleted would come back as another one.
    pub is_final: bool,
}

/// How the service gets an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Way {
    /// Only what changes.
    Parts,
    /// All of it, since the service knows no other way: what someone else changes in the same moment
    /// is lost.
    Whole,
}

/// Whose view a change touches in the same way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccessChange {
    /// The users' names.
    pub users: Vec<String>,
    /// Devices that come into their sight.
    pub gains: Vec<DeviceRef>,
    /// Devices that go out of their sight.
    pub loses: Vec<DeviceRef>,
    /// Nothing limits them to devices any more, as far as the API shows.
    pub gains_all: bool,
    /// Nothing limited them to devices, as far as the API shows, and now they see what they gain and
    /// nothing else.
    pub loses_rest: bool,
}

/// A field that someone else changed as well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// Which.
    pub field: Field,
    /// As the person saw it.
    pub original: FieldValue,
    /// As the person wants it.
    pub mine: FieldValue,
    /// As it is now.
    pub theirs: FieldValue,
}

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeOutcome {
    /// The journal's entry.
    #[ts(type = "number")]
    pub entry: i64,
    /// The id of what was made or changed.
    pub id: Option<String>,
    /// What stood in the way; then nothing was sent.
    pub conflicts: Vec<Conflict>,
    /// The thing as it is now, where something stood in the way.
    pub theirs: Option<AnyForm>,
    /// The thing is no more; then nothing was sent.
    pub is_gone: bool,
}
