//! What servers sent, kept on disk: opened when first needed, and given up for a while where the disk
//! is full, so that the map goes on without.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use fleet_store::{KeptTile, StoreError, TILES_FILE_NAME, TileCache};
use serde::Serialize;
use tokio::sync::OnceCell;
use ts_rs::TS;

use crate::blocking::blocking;
use crate::error::Error;
use crate::moves::{Moves, ViewName};

/// How long nothing is written after it failed.
const GIVEN_UP: TimeDelta = TimeDelta::minutes(10);

/// What is kept of online maps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TileCacheView {
    /// How much room it takes.
    #[ts(type = "number")]
    pub size_bytes: u64,
    /// Why nothing is kept at present.
    pub trouble: Option<TileCacheTrouble>,
}

/// Why nothing is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TileCacheTrouble {
    /// The disk has no room left.
    DiskFull,
    /// The file can't be read or written.
    Failed,
}

/// The cache of a data folder.
pub(super) struct Kept {
    folder: PathBuf,
    limit_bytes: AtomicU64,
    cache: OnceCell<Arc<TileCache>>,
    trouble: Mutex<Option<(TileCacheTrouble, DateTime<Utc>)>>,
    moves: Arc<Moves>,
    /// Stands for a small disk in tests.
    most_pages: Option<u32>,
}

impl Kept {
    pub(super) fn new(
        folder: PathBuf,
        limit_bytes: u64,
        most_pages: Option<u32>,
        moves: Arc<Moves>,
    ) -> Self {
        Self {
            folder,
            limit_bytes: AtomicU64::new(limit_bytes),
            cache: OnceCell::new(),
            trouble: Mutex::default(),
            moves,
            most_pages,
        }
    }

    /// What is kept under a key; nothing where that can't be read.
    pub(super) async fn get(&self, key: &str, now: DateTime<Utc>) -> Option<KeptTile> {
        let key = key.to_owned();
        let found = self
            .with(move |cache| cache.get(&key, now.timestamp()))
            .await;
        match found {
            Ok(found) => found,
            Err(error) => {
                self.failed(&error, now);
                None
            }
        }
    }

    /// Keeps something under a key, where there is room for it.
    pub(super) async fn put(&self, key: &str, tile: KeptTile, now: DateTime<Utc>) {
        let key = key.to_owned();
        self.write(now, move |cache| cache.put(&key, &tile, now.timestamp()))
            .await;
    }

    /// What is kept under a key is still so.
    pub(super) async fn renew(&self, key: &str, fresh_until: DateTime<Utc>, now: DateTime<Utc>) {
        let key = key.to_owned();
        self.write(now, move |cache| cache.renew(&key, fresh_until.timestamp()))
            .await;
    }

    pub(super) async fn view(&self) -> Result<TileCacheView, Error> {
        // Who never chose an online map gets no file for it.
        let file = self.folder.join(TILES_FILE_NAME);
        let is_made =
            self.cache.initialized() || blocking(move || Ok::<_, Error>(file.exists())).await?;
        let size_bytes = match is_made {
            true => self.with(|cache| cache.size_bytes()).await?,
            false => 0,
        };
        Ok(TileCacheView {
            size_bytes,
            trouble: self.trouble().map(|(trouble, _)| trouble),
        })
    }

    pub(super) async fn clear(&self) -> Result<(), Error> {
        self.with(|cache| cache.clear()).await?;
        self.works();
        self.moves.moved(ViewName::TileCache);
        Ok(())
    }

    /// Bounds the cache; the file follows beside.
    pub(super) async fn set_limit(&self, limit_bytes: u64) -> Result<(), Error> {
        if self.limit_bytes.swap(limit_bytes, Ordering::Relaxed) == limit_bytes {
            return Ok(());
        }
        self.with(move |cache| cache.set_limit(limit_bytes)).await?;
        self.works();
        self.moves.moved(ViewName::TileCache);
        Ok(())
    }

    async fn write(
        &self,
        now: DateTime<Utc>,
        work: impl FnOnce(&TileCache) -> Result<(), StoreError> + Send + 'static,
    ) {
        let is_off = self.limit_bytes.load(Ordering::Relaxed) == 0;
        let is_given_up = self
            .trouble()
            .is_some_and(|(_, since)| now - since < GIVEN_UP);
        if is_off || is_given_up {
            return;
        }
        match self.with(work).await {
            Ok(()) => self.works(),
            Err(error) => self.failed(&error, now),
        }
        self.moves.moved(ViewName::TileCache);
    }

    async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&TileCache) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, CacheError> {
        let cache = self
            .cache
            .get_or_try_init(|| {
                let folder = self.folder.clone();
                let limit_bytes = self.limit_bytes.load(Ordering::Relaxed);
                let most_pages = self.most_pages;
                blocking_store(move || {
                    TileCache::open_within(&folder, limit_bytes, most_pages).map(Arc::new)
                })
            })
            .await?;
        let cache = Arc::clone(cache);
        blocking_store(move || work(&cache)).await
    }

    fn trouble(&self) -> Option<(TileCacheTrouble, DateTime<Utc>)> {
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn works(&self) {
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn failed(&self, error: &CacheError, now: DateTime<Utc>) {
        let mut trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        if trouble.is_none() {
            tracing::warn!(%error, "map tiles can't be kept; the map goes on without");
        }
        let kind = match error.is_disk_full {
            true => TileCacheTrouble::DiskFull,
            false => TileCacheTrouble::Failed,
        };
        *trouble = Some((kind, now));
        self.moves.moved(ViewName::TileCache);
    }
}

/// A failure of the store, told apart by whether room is what is missing.
#[derive(Debug, thiserror::Error)]
#[error("{error}")]
struct CacheError {
    is_disk_full: bool,
    error: Error,
}

impl From<CacheError> for Error {
    fn from(error: CacheError) -> Self {
        error.error
    }
}

async fn blocking_store<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, CacheError> {
    let done: Result<Result<T, StoreError>, Error> = blocking(move || Ok::<_, Error>(work())).await;
    match done {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(CacheError {
            is_disk_full: error.is_disk_full(),
            error: error.into(),
        }),
        Err(error) => Err(CacheError {
            is_disk_full: false,
            error,
        }),
    }
}
