//! An online map that a person chose, once its addresses are known.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use chrono::TimeDelta;
use serde_json::Value;
use url::Url;

use super::address::{AddressError, Template, address, host_of, is_template};
use super::content::Expected;
use super::credit::safe_credit;
use super::document::{self, TileSource};
use super::style::{self, Glyphs, OwnStyle};
use super::supply::{Manners, Supply, Wanted};
use super::trouble::{Failure, MapTroubleKind};
use super::view::{DrawnMap, MapPart, TileSet};
use crate::error::Error;

/// The tiles of OpenStreetMap, with whom they are credited.
const OPEN_STREET_MAP: &str = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
const OPEN_STREET_MAP_CREDIT: &str =
    "<a href=\"https://www.openstreetmap.org/copyright\">© OpenStreetMap contributors</a>";
/// What its tile policy asks for.
const OPEN_STREET_MAP_LANES: usize = 2;
const OPEN_STREET_MAP_FLOOR: TimeDelta = TimeDelta::days(7);
const OPEN_STREET_MAP_MAX_ZOOM: u8 = 19;

const LANES: usize = 6;
/// Servers of plain images seldom say how close they go.
const MAX_ZOOM: u8 = 19;

/// An online map.
pub(super) struct Online {
    manners: Manners,
    sources: Vec<TileSource>,
    glyphs: Option<Glyphs>,
    sprite: Option<Url>,
    pub(super) drawn: DrawnMap,
    pub(super) name: Option<String>,
}

/// Whether an address can be that of a map.
pub(super) fn check_address(text: &str) -> Result<(), AddressError> {
    match is_template(text) {
        true => Template::new(text).map(|_| ()),
        false => address(text).map(|_| ()),
    }
}

/// The hosts to look at before anything is known but the address.
pub(super) fn first_host(text: &str) -> String {
    match is_template(text) {
        true => Template::new(text).map(|template| template.host()),
        false => address(text).map(|url| host_of(&url)),
    }
    .unwrap_or_default()
}

impl Online {
    /// The map of OpenStreetMap.
    pub(super) fn open_street_map() -> Result<Self, Failure> {
        Self::raster(
            OPEN_STREET_MAP,
            OPEN_STREET_MAP_CREDIT.to_owned(),
            OPEN_STREET_MAP_MAX_ZOOM,
            Manners::new(OPEN_STREET_MAP_LANES, OPEN_STREET_MAP_FLOOR),
        )
    }

    /// A map of a person's own: images by a template, or what is described at an address.
    pub(super) async fn open(
        text: &str,
        credit: &str,
        epoch: u32,
        supply: &Arc<Supply>,
    ) -> Result<Self, Failure> {
        let manners = Manners::new(LANES, TimeDelta::zero());
        let credit = safe_credit(credit);
        if is_template(text) {
            return Self::raster(text, credit, MAX_ZOOM, manners);
        }
        let host = first_host(text);
        let url = address(text).map_err(|error| unusable(&host, error))?;
        let described = document_at(&url, &manners, supply).await?;
        let name = document::name_of(&described);
        if described["tiles"].is_array() {
            let map = Self::described(described, &url, credit, manners)?;
            return Ok(Self { name, ..map });
        }
        let draft = style::draft(described, &url).ok_or_else(|| {
            Failure::new(
                &host,
                MapTroubleKind::NotAMap,
                "neither a style nor TileJSON",
            )
        })?;
        let draft = draft.map_err(|error| unusable(&host, error))?;
        let mut descriptions = BTreeMap::new();
        for (source, url) in &draft.elsewhere {
            descriptions.insert(source.clone(), document_at(url, &manners, supply).await?);
        }
        let OwnStyle {
            json,
            sources,
            glyphs,
            sprite,
        } = draft
            .own(&descriptions, &base(epoch), &credit)
            .map_err(|error| unusable(&host, error))?;
        Ok(Self {
            manners,
            sources,
            glyphs,
            sprite,
            drawn: DrawnMap::Style { json },
            name,
        })
    }

    fn raster(text: &str, credit: String, max_zoom: u8, manners: Manners) -> Result<Self, Failure> {
        let template = Template::new(text).map_err(|error| unusable(&first_host(text), error))?;
        let tiles = TileSet {
            source: 0,
            min_zoom: 0,
            max_zoom,
            tile_size_px: 256,
            bounds: None,
            credit,
        };
        Ok(Self {
            manners,
            sources: vec![TileSource {
                templates: vec![template],
                from_south: false,
                expected: Expected::Image,
                tiles: tiles.clone(),
            }],
            glyphs: None,
            sprite: None,
            drawn: DrawnMap::Raster { tiles },
            name: None,
        })
    }

    fn described(
        description: Value,
        url: &Url,
        credit: String,
        manners: Manners,
    ) -> Result<Self, Failure> {
        let expected = document::expected_of(&description);
        let mut source = document::tile_source(&description, expected, url)
            .map_err(|error| unusable(&host_of(url), error))?;
        if !credit.is_empty() {
            source.tiles.credit = credit;
        }
        let tiles = source.tiles.clone();
        let drawn = match expected {
            Expected::VectorTile => DrawnMap::Vector {
                tiles,
                layers: document::layer_names(&description),
            },
            _ => DrawnMap::Raster { tiles },
        };
        Ok(Self {
            manners,
            sources: vec![source],
            glyphs: None,
            sprite: None,
            drawn,
            name: None,
        })
    }

    /// The servers that it is asked of.
    pub(super) fn hosts(&self) -> Vec<String> {
        self.sources
            .iter()
            .flat_map(|source| &source.templates)
            .map(Template::host)
            .collect()
    }

    /// A part of it; empty where it has nothing there.
    pub(super) async fn part(&self, part: &MapPart, supply: &Arc<Supply>) -> Result<Bytes, Error> {
        let Some((url, key, expected)) = self.place_of(part) else {
            return Ok(Bytes::new());
        };
        let wanted = Wanted {
            url,
            key,
            expected,
            manners: self.manners.clone(),
        };
        Ok(supply.get(wanted).await?)
    }

    fn place_of(&self, part: &MapPart) -> Option<(Url, String, Expected)> {
        let known = |url: Url, expected| {
            let key = url.to_string();
            Some((url, key, expected))
        };
        match part {
            MapPart::Tile { source, z, x, y } => {
                let source = self.sources.get(usize::try_from(*source).ok()?)?;
                let row = match source.from_south {
                    true => 1_u32
                        .checked_shl(u32::from(*z))?
                        .checked_sub(y.checked_add(1)?)?,
                    false => *y,
                };
                let several = u32::try_from(source.templates.len()).ok()?;
                let turn = x.wrapping_add(*y).checked_rem(several)?;
                let template = source.templates.get(usize::try_from(turn).ok()?)?;
                let (url, key) = template.at(*z, *x, row)?;
                Some((url, key, source.expected))
            }
            MapPart::Glyphs { fonts, range } => {
                known(self.glyphs.as_ref()?.at(fonts, range)?, Expected::Glyphs)
            }
            MapPart::SpriteIndex { double } => {
                let url = style::sprite_at(self.sprite.as_ref()?, *double, ".json");
                known(url, Expected::Document)
            }
            MapPart::SpriteImage { double } => {
                let url = style::sprite_at(self.sprite.as_ref()?, *double, ".png");
                known(url, Expected::Image)
            }
        }
    }
}

/// How the addresses of the parts of a choice begin (ui/src/map/tileProtocol.ts).
fn base(epoch: u32) -> String {
    format!("atalaya://chosen/{epoch}")
}

async fn document_at(url: &Url, manners: &Manners, supply: &Arc<Supply>) -> Result<Value, Failure> {
    let wanted = Wanted {
        url: url.clone(),
        key: url.to_string(),
        expected: Expected::Document,
        manners: manners.clone(),
    };
    let bytes = supply.get(wanted).await?;
    serde_json::from_slice(&bytes)
        .map_err(|error| Failure::new(&host_of(url), MapTroubleKind::NotAMap, error.to_string()))
}

fn unusable(host: &str, error: AddressError) -> Failure {
    let detail = format!("an address that it names: {error}");
    Failure::new(host, MapTroubleKind::Unsupported, detail)
}
