//! The map: vehicles and clusters of one viewport.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::filter::DeviceFilter;
use crate::oddity::Oddity;
use crate::status::Status;

/// A rectangle in degrees. `west` greater than `east` crosses the antimeridian.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Bounds {
    /// Western edge, degrees east.
    pub west: f64,
    /// Southern edge, degrees north.
    pub south: f64,
    /// Eastern edge, degrees east.
    pub east: f64,
    /// Northern edge, degrees north.
    pub north: f64,
}

impl Bounds {
    /// Whether a point (degrees north and east) lies within.
    pub(crate) fn holds(&self, latitude: f64, longitude: f64) -> bool {
        let in_longitude = if self.west <= self.east {
            (self.west..=self.east).contains(&longitude)
        } else {
            longitude >= self.west || longitude <= self.east
        };
        in_longitude && (self.south..=self.north).contains(&latitude)
    }
}

/// Asks for what a viewport shows.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MapQuery {
    /// Which devices.
    pub filter: DeviceFilter,
    /// The viewport.
    pub bounds: Bounds,
    /// Zoom of the map, 0 for the whole world.
    pub zoom: f64,
    /// A device that is always shown by itself, also inside a cluster or outside the filter.
    pub selected: Option<String>,
}

/// What a viewport shows.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MapView {
    /// The fleet's revision that this view shows.
    pub revision: u64,
    /// Devices that stand alone at this zoom.
    pub vehicles: Vec<Vehicle>,
    /// Devices that are drawn as one.
    pub clusters: Vec<Cluster>,
    /// The selected device, if it has a position.
    pub selected: Option<Vehicle>,
    /// Devices that pass the filter and have no position, or none that can be believed.
    pub unplaced: u32,
}

/// One device on the map.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Vehicle {
    /// The service's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// Direction of travel, degrees clockwise from north.
    pub course_deg: Option<f64>,
    /// What the device does.
    pub status: Status,
    /// It needs attention at once.
    pub critical: bool,
    /// When the fix at whose place it is shown was measured; the marker fades with its age.
    pub fix_at: DateTime<Utc>,
    /// When the service last answered about it.
    pub asked_at: Option<DateTime<Utc>>,
    /// What is odd about its last fix.
    pub oddities: Vec<Oddity>,
    /// The way that it came, oldest first and without where it is: pairs of degrees east and north,
    /// as maps take them. Only of vehicles that move, from close by, and of the selected one.
    pub trail: Vec<(f64, f64)>,
}

/// Several devices drawn as one.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Cluster {
    /// Degrees north of its middle.
    pub latitude: f64,
    /// Degrees east of its middle.
    pub longitude: f64,
    /// How many devices.
    pub count: u32,
    /// How many of them move.
    pub moving: u32,
    /// How many of them need attention at once.
    pub critical: u32,
    /// The smallest zoom at which it comes apart.
    pub expansion_zoom: f64,
}
