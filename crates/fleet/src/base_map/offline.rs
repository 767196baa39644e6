//! The offline base map: tiles of the world and of the demo's streets, from PMTiles archives inside
//! the app.

use bytes::Bytes;
use pmtiles::{AsyncBackend, AsyncPmTilesReader, BackendResponse, PmtResult, TileCoord};
use serde::{Deserialize, Serialize};
use tokio::sync::OnceCell;
use ts_rs::TS;

use crate::error::Error;

/// A map inside the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Source {
    /// Land, borders and cities of the world.
    World,
    /// Streets of the demo fleet's city.
    Streets,
}

/// The archives, opened when first asked for.
#[derive(Default)]
pub(super) struct OfflineMap {
    world: OnceCell<AsyncPmTilesReader<Embedded>>,
    streets: OnceCell<AsyncPmTilesReader<Embedded>>,
}

impl OfflineMap {
    /// A vector tile (MVT, not compressed); `None` where the map has none.
    ///
    /// # Errors
    /// [`Error::BaseMap`] when the archive is damaged.
    pub(super) async fn tile(
        &self,
        source: Source,
        z: u8,
        x: u32,
        y: u32,
    ) -> Result<Option<Bytes>, Error> {
        let Ok(coordinates) = TileCoord::new(z, x, y) else {
            return Ok(None);
        };
        let (cell, archive) = match source {
            Source::World => (
                &self.world,
                Embedded(include_bytes!("../../data/world.pmtiles")),
            ),
            Source::Streets => (
                &self.streets,
                Embedded(include_bytes!("../../data/coquimbo.pmtiles")),
            ),
        };
        let reader = cell
            .get_or_try_init(|| AsyncPmTilesReader::try_from_source(archive))
            .await;
        let tile = match reader {
            Ok(reader) => reader.get_tile_decompressed(coordinates).await,
            Err(error) => Err(error),
        };
        tile.map_err(|error| Error::BaseMap(error.to_string()))
    }
}

/// An archive that is part of the program.
struct Embedded(&'static [u8]);

impl AsyncBackend for Embedded {
    async fn read(&self, offset: u64, length: usize) -> PmtResult<BackendResponse> {
        let start = usize::try_from(offset)
            .unwrap_or(usize::MAX)
            .min(self.0.len());
        let end = start.saturating_add(length).min(self.0.len());
        let bytes = self.0.get(start..end).unwrap_or_default();
        Ok(BackendResponse::new(Bytes::from_static(bytes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_world_and_the_demo_city_have_tiles_and_the_rest_has_none() {
        let map = OfflineMap::default();
        let tile = |source, z, x, y| map.tile(source, z, x, y);
        assert!(
            tile(Source::World, 0, 0, 0)
                .await
                .expect("readable")
                .is_some()
        );
        // La Serena at zoom 12.
        assert!(
            tile(Source::Streets, 12, 1237, 2404)
                .await
                .expect("readable")
                .is_some()
        );
        assert!(
            tile(Source::Streets, 12, 0, 0)
                .await
                .expect("readable")
                .is_none()
        );
        assert!(
            tile(Source::World, 3, 99, 99)
                .await
                .expect("no tile, no error")
                .is_none()
        );
    }
}
