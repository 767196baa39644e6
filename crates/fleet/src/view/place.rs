//! Where devices are with regard to a point or a rectangle that a person names on the map.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::filter::DeviceFilter;
use super::map::Bounds;
use crate::status::Status;

/// Asks for the devices of a filter within a rectangle, those in clusters included.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AreaQuery {
    /// Which devices.
    pub filter: DeviceFilter,
    /// The rectangle; its edges belong to it.
    pub bounds: Bounds,
}

/// Asks for the devices of a filter that are nearest to a point.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NearestQuery {
    /// Which devices.
    pub filter: DeviceFilter,
    /// Degrees north of the point.
    pub latitude: f64,
    /// Degrees east of the point.
    pub longitude: f64,
    /// How many at the most; never more than 50.
    pub limit: u32,
    /// A device that is left out: the one from which others are looked for.
    pub except: Option<String>,
}

/// A device near a point.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NearDevice {
    /// The service's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it does.
    pub status: Status,
    /// When the fix at whose place it is shown was measured.
    pub fix_at: DateTime<Utc>,
    /// Degrees north of that place.
    pub latitude: f64,
    /// Degrees east of that place.
    pub longitude: f64,
    /// From the point to the fix, as the crow flies.
    pub distance_m: f64,
}
