//! What came from the service and can't be shown, or not all of it.

use serde::Serialize;
use ts_rs::TS;

/// What was lost in reading, as it stands now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Losses {
    /// Entries of the list of devices without an id of their own: they can't be shown at all.
    pub devices: u32,
    /// Entries of the list of groups without an id.
    pub groups: u32,
    /// Devices with fields that can't be read.
    pub incomplete_devices: u32,
    /// The first of those, in the order of the service's list, at most 20.
    pub first_incomplete: Vec<DeviceLabel>,
    /// Groups with fields that can't be read.
    pub incomplete_groups: u32,
}

/// A device's id and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeviceLabel {
    /// The service's id.
    pub id: String,
    /// Its name; the id where there is none to read.
    pub name: String,
}
