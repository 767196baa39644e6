//! Descriptions of tiles (TileJSON), as servers and files give them.

use serde_json::Value;
use url::Url;

use super::address::{AddressError, Template};
use super::content::Expected;
use super::credit::safe_credit;
use super::view::TileSet;

/// MapLibre knows no closer zoom.
const CLOSEST_ZOOM: u64 = 24;
/// More layers than this nobody can look at.
const MOST_LAYERS: usize = 200;
const LONGEST_NAME: usize = 200;

/// Where the tiles of a source are.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TileSource {
    /// Their addresses; a tile is asked of one of them.
    pub(super) templates: Vec<Template>,
    /// Whether rows count from the south.
    pub(super) from_south: bool,
    pub(super) expected: Expected,
    /// How they are drawn.
    pub(super) tiles: TileSet,
}

/// Reads a description of tiles, or the part of a style that is like one.
pub(super) fn tile_source(
    description: &Value,
    expected: Expected,
    document: &Url,
) -> Result<TileSource, AddressError> {
    let templates: Vec<_> = description["tiles"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(|text| Template::new_in(text, document))
        .collect::<Result<_, _>>()?;
    if templates.is_empty() {
        return Err(AddressError::Malformed);
    }
    let zoom = |name: &str, otherwise: u64| {
        let told = description[name].as_u64().unwrap_or(otherwise);
        u8::try_from(told.min(CLOSEST_ZOOM)).unwrap_or_default()
    };
    let min_zoom = zoom("minzoom", 0);
    let size = match expected {
        Expected::VectorTile => 512,
        _ => description["tileSize"].as_u64().unwrap_or(256),
    };
    let corners: Option<Vec<f64>> = description["bounds"]
        .as_array()
        .map(|corners| corners.iter().filter_map(Value::as_f64).collect());
    Ok(TileSource {
        templates,
        from_south: description["scheme"].as_str() == Some("tms"),
        expected,
        tiles: TileSet {
            source: 0,
            min_zoom,
            max_zoom: zoom("maxzoom", 22).max(min_zoom),
            tile_size_px: u16::try_from(size.clamp(64, 2_048)).unwrap_or(256),
            bounds: corners
                .and_then(|corners| corners.try_into().ok())
                .and_then(sensible_bounds),
            credit: safe_credit(description["attribution"].as_str().unwrap_or_default()),
        },
    })
}

/// Whether a description of tiles is of vector tiles.
pub(super) fn expected_of(description: &Value) -> Expected {
    let is_vector = description["vector_layers"].is_array()
        || matches!(description["format"].as_str(), Some("pbf" | "mvt"));
    match is_vector {
        true => Expected::VectorTile,
        false => Expected::Image,
    }
}

/// The names of the layers of vector tiles.
pub(super) fn layer_names(description: &Value) -> Vec<String> {
    description["vector_layers"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|layer| layer["id"].as_str())
        .filter(|name| name.len() <= LONGEST_NAME)
        .take(MOST_LAYERS)
        .map(str::to_owned)
        .collect()
}

/// West, south, east and north, if they enclose a part of the world.
pub(super) fn sensible_bounds(bounds: [f64; 4]) -> Option<[f64; 4]> {
    let [west, south, east, north] = bounds;
    let is_sensible = bounds.iter().all(|side| side.is_finite())
        && (-180.0..=180.0).contains(&west)
        && (-180.0..=180.0).contains(&east)
        && (-90.0..=90.0).contains(&south)
        && (-90.0..=90.0).contains(&north)
        && west < east
        && south < north;
    is_sensible.then_some(bounds)
}

/// What a description calls the map.
pub(super) fn name_of(description: &Value) -> Option<String> {
    let name: String = description["name"]
        .as_str()?
        .chars()
        .take(LONGEST_NAME)
        .collect();
    Some(name).filter(|name| !name.is_empty())
}
