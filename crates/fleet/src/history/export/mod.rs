//! A route as a file for other programs: for navigation devices, for the globe, for maps.

mod geojson;
mod gpx;
mod kml;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};

/// A route without what only tables hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Track {
    /// What it is called.
    pub name: String,
    /// Pieces between which nothing is known, oldest first; none is empty.
    pub pieces: Vec<Vec<TrackPoint>>,
    /// Where something was: stops first, then alerts.
    pub marks: Vec<TrackMark>,
}

/// Where a vehicle was at a moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrackPoint {
    /// When.
    pub at: DateTime<Utc>,
    /// Degrees.
    pub latitude: f64,
    /// Degrees.
    pub longitude: f64,
}

/// Where something was on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackMark {
    /// What.
    pub kind: TrackMarkKind,
    /// What it is called.
    pub name: String,
    /// Where, and since when.
    pub point: TrackPoint,
    /// Until when.
    pub until: DateTime<Utc>,
}

/// What was somewhere on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrackMarkKind {
    /// The vehicle stood.
    Stop,
    /// An alert began.
    Alert,
}

impl TrackMarkKind {
    /// The word by which other programs tell them apart.
    fn word(self) -> &'static str {
        match self {
            Self::Stop => "stop",
            Self::Alert => "alert",
        }
    }
}

/// A form that other programs read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrackFormat {
    /// GPS Exchange Format 1.1.
    Gpx,
    /// Google Earth.
    Kml,
    /// GeoJSON (RFC 7946).
    GeoJson,
}

/// Why a file can't be written.
#[derive(Debug, Clone, thiserror::Error)]
#[error("the file can't be written: {0}")]
pub struct TrackUnwritten(String);

impl Track {
    /// The bytes of a file.
    ///
    /// # Errors
    /// What the format can't hold.
    pub fn write(&self, format: TrackFormat) -> Result<Vec<u8>, TrackUnwritten> {
        match format {
            TrackFormat::Gpx => gpx::write(self),
            TrackFormat::Kml => kml::write(self),
            TrackFormat::GeoJson => geojson::write(self),
        }
    }
}
