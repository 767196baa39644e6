//! What the backend tells the UI unasked: which views moved. The UI asks again for those it shows.

use serde::Serialize;
use ts_rs::TS;

/// Views moved. Sent at most four times a second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Moved {
    /// Which.
    pub views: Vec<ViewName>,
}

/// What commands show, as far as it moves by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ViewName {
    /// Who is signed in.
    Session,
    /// Devices: list, map, panel, groups.
    Devices,
    /// The status bar.
    Status,
    /// The settings.
    Settings,
}
