//! Who sees what, from the side of the devices; and what of the account's access asks for a look.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::groups::DeviceRef;
use super::rows::GroupLabel;
use super::users::{Standing, UserFilter};

/// Asks for a page of the devices and who sees them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct WatchedQuery {
    /// Words looked for in the device's name and those of its groups.
    pub text: String,
    /// Only devices that nobody sees.
    pub only_unseen: bool,
    /// How many rows to pass over.
    pub offset: u32,
    /// How many rows to answer, at most 500.
    pub limit: u32,
}

/// A page of devices and who sees them.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WatchedPage {
    /// All devices of the account.
    pub total: u32,
    /// Devices that pass.
    pub matched: u32,
    /// Devices that nobody sees by a group or of their own.
    pub unseen: u32,
    /// Users whom neither group nor device limits: whether they see every device, the API does not
    /// show.
    pub unlimited: u32,
    /// Position of the first row among the matched ones.
    pub offset: u32,
    /// The rows, in the order of their names.
    pub rows: Vec<WatchedRow>,
}

/// A device and who sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WatchedRow {
    /// The service's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Groups that hold it, by name.
    pub groups: Vec<String>,
    /// How many users see it by a group or as their own.
    pub viewers: u32,
}

/// Who sees one device, as far as the API shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Viewers {
    /// The device.
    pub device: DeviceRef,
    /// Groups that hold it.
    pub groups: Vec<GroupLabel>,
    /// Users who see it, in the order of their names.
    pub users: Vec<Viewer>,
    /// Users whom neither group nor device limits.
    pub unlimited: u32,
}

/// A user who sees a device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Viewer {
    /// The user's id.
    pub id: String,
    /// The user's name.
    pub name: String,
    /// The group by which the user sees it; null where it is the user's own device.
    pub group: Option<String>,
    /// Whether the user can sign in now.
    pub standing: Standing,
}

/// What asks for a look, the loudest first. What there is none of is left out.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Inbox {
    /// When the users were read, by the service's clock; null where they can't be read.
    pub read_at: Option<DateTime<Utc>>,
    /// Each matter.
    pub matters: Vec<Matter>,
}

/// Something that asks for a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Matter {
    /// What it is.
    pub kind: MatterKind,
    /// How many it concerns.
    pub count: u32,
    /// How many of them may send commands.
    pub commands: u32,
    /// The filter that shows the users it concerns.
    pub users: Option<UserFilter>,
    /// Ids of the groups or devices it concerns.
    pub ids: Vec<String>,
}

/// A device that a matter concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatterDevice {
    /// Which.
    pub device: DeviceRef,
    /// End of its subscription.
    pub expires: Option<DateTime<Utc>>,
}

/// What asks for a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MatterKind {
    /// Users whose validity has ended and who are not disabled.
    Expired,
    /// Users whose validity ends within 30 days.
    ExpiringSoon,
    /// Users who never signed in and were made more than a week ago.
    NeverLoggedIn,
    /// Users who have not signed in for 90 days.
    LongNotLoggedIn,
    /// Users who are limited to what shows no device.
    SeesNothing,
    /// Groups without a device.
    EmptyGroups,
    /// Devices in no group.
    UngroupedDevices,
    /// Devices whose subscription ends within 30 days, or has ended.
    ExpiringDevices,
}
