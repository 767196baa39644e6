//! Which devices a view shows, and in which order.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::status::Status;

/// Narrows a view. Empty parts do not narrow; the parts that are given must all hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct DeviceFilter {
    /// Words looked for in name, description, phone number and tags; case and accents don't count,
    /// and every word must be found.
    pub text: String,
    /// Any of these.
    pub statuses: Vec<Status>,
    /// Ids of groups; a device of any of them passes.
    pub groups: Vec<String>,
    /// Tags. Of each key that is named a device has one of the values.
    pub tags: Vec<DeviceTag>,
    /// Only devices about whose last fix something is odd.
    pub odd: bool,
}

/// A free pair of the account, as devices have it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeviceTag {
    /// What it says ("depot").
    pub key: String,
    /// Of this device ("Coquimbo").
    pub value: String,
}

/// What rows are ordered by. Devices without the value come last, whichever the direction.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SortKey {
    /// The device's name, numbers in it by their value ("Van 9" before "Van 10").
    #[default]
    Name,
    /// The status, the one that asks for attention first.
    Status,
    /// Speed of the last fix.
    Speed,
    /// When the fix was measured at whose place it is shown.
    FixAt,
    /// When the service was last asked.
    AskedAt,
    /// Charge of the tracker.
    Battery,
    /// Fuel of the first tank.
    Fuel,
    /// Ignition: on before off.
    Ignition,
    /// Name of the nearest place.
    Place,
    /// End of the device's subscription.
    Expires,
    /// Phone number of the SIM.
    PhoneNumber,
    /// Alerts: critical ones first, then by how many there are.
    Alerts,
}

/// An order of rows. Ties are broken by name, then by id, so that rows never swap by chance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Sort {
    /// What to order by.
    pub key: SortKey,
    /// From high to low.
    pub descending: bool,
}
