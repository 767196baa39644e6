//! What the window draws of a chosen map.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::settings::BaseMapChoice;

/// The base map in force.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BaseMapView {
    /// Which choice this is; part of the addresses of its parts.
    pub epoch: u32,
    /// What was chosen.
    pub choice: BaseMapChoice,
    /// What is drawn over the offline world; `None` if nothing was chosen or it can't be had.
    pub drawn: Option<DrawnMap>,
    /// What the map calls itself.
    pub name: Option<String>,
}

/// A map that is drawn over the offline world.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum DrawnMap {
    /// Images.
    Raster {
        /// Their tiles.
        tiles: TileSet,
    },
    /// Vector tiles without a style.
    Vector {
        /// The tiles.
        tiles: TileSet,
        /// The names of their layers.
        layers: Vec<String>,
    },
    /// A style with all its sources.
    Style {
        /// The MapLibre style as JSON; all that it names comes through the backend.
        json: String,
    },
}

/// The tiles of one source.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TileSet {
    /// The source's number, for [`MapPart::Tile`].
    pub source: u32,
    /// The least zoom that has tiles.
    pub min_zoom: u8,
    /// The greatest zoom that has tiles.
    pub max_zoom: u8,
    /// The side of a tile, in pixels.
    pub tile_size_px: u16,
    /// West, south, east and north of what has tiles, in degrees.
    pub bounds: Option<[f64; 4]>,
    /// Who made it: HTML of text and https links only.
    pub credit: String,
}

/// Names a part of the chosen map.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "part")]
pub enum MapPart {
    /// A tile of a source.
    Tile {
        /// The source's number.
        source: u32,
        /// Zoom.
        z: u8,
        /// Column, from the west.
        x: u32,
        /// Row, from the north.
        y: u32,
    },
    /// Letters of a font.
    Glyphs {
        /// The fonts, by which the server knows them.
        fonts: String,
        /// Which letters, such as `0-255`.
        range: String,
    },
    /// The places of the signs in their image.
    SpriteIndex {
        /// Whether it is for screens of twice the density.
        double: bool,
    },
    /// The image of all signs.
    SpriteImage {
        /// Whether it is for screens of twice the density.
        double: bool,
    },
}
