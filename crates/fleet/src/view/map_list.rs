//! What a viewport of the map shows, in words: for those who can't see it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::rows::Place;
use crate::oddity::Oddity;
use crate::status::Status;

/// What lies within a viewport. Long lists are cut; the counts tell.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MapList {
    /// The fleet's revision that this list shows.
    pub revision: u64,
    /// Vehicles that stand alone: those that need attention first, then by name.
    pub vehicles: Vec<ListedVehicle>,
    /// How many vehicles stand alone.
    pub vehicles_total: u32,
    /// Vehicles that are drawn as one, the largest first.
    pub clusters: Vec<ListedCluster>,
    /// How many clusters there are.
    pub clusters_total: u32,
    /// How many devices all of that is.
    pub devices: u32,
}

/// A vehicle that stands alone.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListedVehicle {
    /// The service's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it does.
    pub status: Status,
    /// It needs attention at once.
    pub critical: bool,
    /// When the fix at whose place it is shown was measured.
    pub fix_at: DateTime<Utc>,
    /// When the service last answered about it.
    pub asked_at: Option<DateTime<Utc>>,
    /// What is odd about its last fix.
    pub oddities: Vec<Oddity>,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// The nearest town.
    pub place: Option<Place>,
}

/// Vehicles that are drawn as one.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListedCluster {
    /// How many devices.
    pub count: u32,
    /// How many of them move.
    pub moving: u32,
    /// How many of them need attention at once.
    pub critical: u32,
    /// Degrees north of its middle.
    pub latitude: f64,
    /// Degrees east of its middle.
    pub longitude: f64,
    /// The town nearest to its middle.
    pub place: Option<Place>,
    /// The smallest zoom at which it comes apart.
    pub expansion_zoom: f64,
}
