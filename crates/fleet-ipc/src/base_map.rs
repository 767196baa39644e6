//! What the fleet is shown on: the parts of maps as bytes, and how the chosen one stands.

use fleet::base_map::{BaseMapView, MapPart, MapTrouble, Source, TileCacheView};
use serde::Deserialize;
use ts_rs::TS;

use crate::backend::Backend;
use crate::commands::Nothing;
use crate::error::ErrorBody;

/// Names one tile of the offline map.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TileArgs {
    /// Which map.
    pub source: Source,
    /// Zoom.
    pub z: u8,
    /// Column, from the west.
    pub x: u32,
    /// Row, from the north.
    pub y: u32,
}

/// Names one part of the chosen map.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MapPartArgs {
    /// The choice that it is of.
    pub epoch: u32,
    /// Which part.
    pub wanted: MapPart,
}

impl Backend {
    pub(crate) async fn tile(&self, args: TileArgs) -> Result<Vec<u8>, ErrorBody> {
        let map = self.app.base_map();
        let tile = map.tile(args.source, args.z, args.x, args.y).await?;
        Ok(tile.map(|bytes| bytes.to_vec()).unwrap_or_default())
    }

    pub(crate) async fn map_part(&self, args: MapPartArgs) -> Result<Vec<u8>, ErrorBody> {
        let part = self.app.base_map().part(args.epoch, &args.wanted).await?;
        Ok(part.to_vec())
    }

    pub(crate) async fn base_map(&self, _: Nothing) -> Result<BaseMapView, ErrorBody> {
        Ok(self.app.base_map().view().await)
    }

    pub(crate) async fn map_trouble(&self, _: Nothing) -> Result<Option<MapTrouble>, ErrorBody> {
        Ok(self.app.base_map().trouble())
    }

    pub(crate) async fn try_map_again(&self, _: Nothing) -> Result<(), ErrorBody> {
        self.app.base_map().try_again();
        Ok(())
    }

    pub(crate) async fn tile_cache(&self, _: Nothing) -> Result<TileCacheView, ErrorBody> {
        Ok(self.app.base_map().cache().await?)
    }

    pub(crate) async fn clear_tile_cache(&self, _: Nothing) -> Result<TileCacheView, ErrorBody> {
        self.app.base_map().clear_cache().await?;
        Ok(self.app.base_map().cache().await?)
    }
}
