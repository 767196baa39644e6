//! A map in a PMTiles file of the person's own.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use pmtiles::{
    AsyncBackend, AsyncPmTilesReader, BackendResponse, Compression, MokaCache, PmtError, PmtResult,
    TileCoord, TileType,
};
use serde_json::Value;

use super::content::{Expected, checked};
use super::credit::safe_credit;
use super::trouble::{Failure, MapTroubleKind};
use super::view::{DrawnMap, TileSet};

/// The most that is read at once, whatever the file says of itself.
const MOST_AT_ONCE_BYTES: usize = 16 * 1024 * 1024;
/// What the directories of a large file may take in memory.
const DIRECTORIES_BYTES: u64 = 16 * 1024 * 1024;
/// MapLibre knows no closer zoom.
const CLOSEST_ZOOM: u8 = 24;

/// An open file.
pub(super) struct MapFile {
    name: String,
    reader: AsyncPmTilesReader<OpenFile, MokaCache>,
    expected: Expected,
}

impl MapFile {
    /// Opens a file.
    pub(super) async fn open(path: &Path) -> Result<Self, Failure> {
        let name = path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned();
        let failed = |kind, detail: String| Failure::new(&name, kind, detail);
        let file = OpenFile::open(path.to_owned()).await.map_err(|error| {
            let kind = match error.kind() {
                std::io::ErrorKind::NotFound => MapTroubleKind::FileMissing,
                _ => MapTroubleKind::FileUnreadable,
            };
            failed(kind, error.to_string())
        })?;
        let cache = MokaCache::with_max_bytes(DIRECTORIES_BYTES);
        let reader = AsyncPmTilesReader::try_from_cached_source(file, cache)
            .await
            .map_err(|error| failed(MapTroubleKind::FileUnreadable, error.to_string()))?;
        let header = reader.get_header();
        let unsupported = |what: String| failed(MapTroubleKind::Unsupported, what);
        if !matches!(
            header.tile_compression,
            Compression::None | Compression::Gzip | Compression::Unknown
        ) {
            return Err(unsupported(format!("{:?} tiles", header.tile_compression)));
        }
        let expected = match header.tile_type {
            TileType::Mvt => Expected::VectorTile,
            TileType::Png | TileType::Jpeg | TileType::Webp => Expected::Image,
            other => return Err(unsupported(format!("{other:?} tiles"))),
        };
        Ok(Self {
            name,
            reader,
            expected,
        })
    }

    /// What it calls itself, and what is drawn of it.
    pub(super) async fn drawn(&self) -> (Option<String>, DrawnMap) {
        // A file without a description is drawn all the same, as far as it can be.
        let metadata = self.reader.get_metadata().await.unwrap_or_default();
        let metadata: Value = serde_json::from_str(&metadata).unwrap_or_default();
        let header = self.reader.get_header();
        let bounds = [
            header.min_longitude,
            header.min_latitude,
            header.max_longitude,
            header.max_latitude,
        ];
        let text = |name: &str| metadata[name].as_str().unwrap_or_default();
        let tiles = TileSet {
            source: 0,
            min_zoom: header.min_zoom.min(CLOSEST_ZOOM),
            max_zoom: header.max_zoom.min(CLOSEST_ZOOM),
            tile_size_px: match self.expected {
                Expected::Image => 256,
                _ => 512,
            },
            bounds: super::document::sensible_bounds(bounds),
            credit: safe_credit(text("attribution")),
        };
        let name = Some(text("name").to_owned()).filter(|name| !name.is_empty());
        let drawn = match self.expected {
            Expected::Image => DrawnMap::Raster { tiles },
            _ => DrawnMap::Vector {
                tiles,
                layers: super::document::layer_names(&metadata),
            },
        };
        (name, drawn)
    }

    /// A tile; empty where there is none.
    pub(super) async fn tile(&self, z: u8, x: u32, y: u32) -> Result<Bytes, Failure> {
        let Ok(coordinates) = TileCoord::new(z, x, y) else {
            return Ok(Bytes::new());
        };
        let failed = |kind, detail: String| Failure::new(&self.name, kind, detail);
        match self.reader.get_tile(coordinates).await {
            Ok(None) => Ok(Bytes::new()),
            Ok(Some(bytes)) => checked(self.expected, bytes.to_vec())
                .map(Bytes::from)
                .map_err(|kind| failed(kind, format!("tile {z}/{x}/{y}"))),
            Err(error) => Err(failed(MapTroubleKind::FileUnreadable, error.to_string())),
        }
    }
}

/// A file that is read piece by piece; one that is mapped into memory and then cut short would end
/// the app.
struct OpenFile(Arc<Mutex<File>>);

impl OpenFile {
    async fn open(path: PathBuf) -> std::io::Result<Self> {
        let opened = tokio::task::spawn_blocking(move || {
            // Opening a pipe would wait for ever.
            if !std::fs::metadata(&path)?.is_file() {
                return Err(std::io::Error::other("it is no file"));
            }
            File::open(path)
        });
        let file = opened.await.map_err(std::io::Error::other)??;
        Ok(Self(Arc::new(Mutex::new(file))))
    }
}

impl AsyncBackend for OpenFile {
    async fn read(&self, offset: u64, length: usize) -> PmtResult<BackendResponse> {
        if length > MOST_AT_ONCE_BYTES {
            return Err(PmtError::InvalidEntry);
        }
        let file = Arc::clone(&self.0);
        let read = tokio::task::spawn_blocking(move || {
            let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
            file.seek(SeekFrom::Start(offset))?;
            let mut bytes = Vec::new();
            (&mut *file).take(length as u64).read_to_end(&mut bytes)?;
            Ok::<_, std::io::Error>(bytes)
        });
        let bytes = read.await.map_err(std::io::Error::other)??;
        Ok(BackendResponse::new(Bytes::from(bytes)))
    }
}
