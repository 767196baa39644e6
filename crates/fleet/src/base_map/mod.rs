//! The base map beneath the fleet: the offline world inside the app, and over it the map that a
//! person chose: OpenStreetMap, another online map, or a file of their own. Whatever comes from a
//! server comes through here and is kept for later; where it can't be had, the world shows.

mod address;
mod backoff;
mod content;
mod credit;
mod document;
mod fetch;
mod file;
mod freshness;
mod kept;
mod offline;
mod online;
#[cfg(test)]
mod samples;
mod style;
mod supply;
#[cfg(test)]
mod tests;
mod trouble;
mod view;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use plaspy::Clock;

use crate::error::Error;
use crate::moves::{Moves, ViewName};
use crate::settings::{BaseMapChoice, BaseMapSettings};

pub use address::AddressError;
use fetch::Timeouts;
use file::MapFile;
use kept::Kept;
pub use kept::{TileCacheTrouble, TileCacheView};
use offline::OfflineMap;
pub use offline::Source;
use online::Online;
use supply::Supply;
pub use trouble::{Failure, MapTrouble, MapTroubleKind};
pub use view::{BaseMapView, DrawnMap, MapPart, TileSet};

/// Checks what a person set.
///
/// # Errors
/// [`Error::MapAddress`] and [`Error::MapFileMissing`] for the choice that is made;
/// [`Error::Setting`].
pub(crate) fn check(settings: &BaseMapSettings) -> Result<(), Error> {
    match settings.choice {
        BaseMapChoice::Offline | BaseMapChoice::OpenStreetMap => {}
        BaseMapChoice::Online => online::check_address(&settings.online_url)?,
        BaseMapChoice::File if settings.file_path.trim().is_empty() => {
            return Err(Error::MapFileMissing);
        }
        BaseMapChoice::File => {}
    }
    if settings.cache_mib > BaseMapSettings::MOST_CACHE_MIB {
        return Err(Error::Setting {
            field: "cacheMib",
            range: "0 to 4096 MiB",
        });
    }
    Ok(())
}

/// The base map.
pub struct BaseMap {
    offline: OfflineMap,
    supply: Arc<Supply>,
    kept: Arc<Kept>,
    clock: Arc<dyn Clock>,
    moves: Arc<Moves>,
    chosen: Mutex<Chosen>,
    /// One opens it at a time; the others wait for the outcome.
    opening: tokio::sync::Mutex<()>,
}

struct Chosen {
    epoch: u32,
    settings: BaseMapSettings,
    opened: Option<Arc<Opened>>,
    /// Why it could not be opened, or last gave no tile.
    failure: Option<Failure>,
}

enum Opened {
    Online(Online),
    File(MapFile),
}

impl BaseMap {
    pub(crate) fn new(
        data_dir: &Path,
        settings: BaseMapSettings,
        clock: Arc<dyn Clock>,
        moves: Arc<Moves>,
    ) -> Self {
        let limit_bytes = settings.cache_bytes();
        let kept = Kept::new(data_dir.to_owned(), limit_bytes, None, Arc::clone(&moves));
        Self::with(kept, Timeouts::default(), settings, clock, moves)
    }

    fn with(
        kept: Kept,
        timeouts: Timeouts,
        settings: BaseMapSettings,
        clock: Arc<dyn Clock>,
        moves: Arc<Moves>,
    ) -> Self {
        let kept = Arc::new(kept);
        Self {
            offline: OfflineMap::default(),
            supply: Arc::new(Supply::new(
                timeouts,
                Arc::clone(&kept),
                Arc::clone(&clock),
                Arc::clone(&moves),
            )),
            kept,
            clock,
            moves,
            chosen: Mutex::new(Chosen {
                epoch: 0,
                settings,
                opened: None,
                failure: None,
            }),
            opening: tokio::sync::Mutex::default(),
        }
    }

    /// A vector tile of the offline world (MVT, not compressed); `None` where it has none.
    ///
    /// # Errors
    /// [`Error::BaseMap`] when the archive is damaged.
    pub async fn tile(
        &self,
        source: Source,
        z: u8,
        x: u32,
        y: u32,
    ) -> Result<Option<Bytes>, Error> {
        self.offline.tile(source, z, x, y).await
    }

    /// What is drawn over it. May wait for a server.
    pub async fn view(&self) -> BaseMapView {
        let opened = self.opened().await;
        let (name, drawn) = match opened.as_deref() {
            None => (None, None),
            Some(Opened::Online(map)) => (map.name.clone(), Some(map.drawn.clone())),
            Some(Opened::File(map)) => {
                let (name, drawn) = map.drawn().await;
                (name, Some(drawn))
            }
        };
        let chosen = self.chosen();
        BaseMapView {
            epoch: chosen.epoch,
            choice: chosen.settings.choice,
            drawn,
            name,
        }
    }

    /// A part of the chosen map; empty where it has nothing there, or if another map was chosen
    /// meanwhile.
    ///
    /// # Errors
    /// [`Error::Map`] when it can't be had.
    pub async fn part(&self, epoch: u32, part: &MapPart) -> Result<Bytes, Error> {
        let opened = {
            let chosen = self.chosen();
            match chosen.epoch == epoch {
                true => chosen.opened.clone(),
                false => None,
            }
        };
        match (opened.as_deref(), part) {
            (Some(Opened::Online(map)), part) => map.part(part, &self.supply).await,
            (Some(Opened::File(map)), MapPart::Tile { z, x, y, .. }) => {
                let tile = map.tile(*z, *x, *y).await;
                if let Err(failure) = &tile {
                    self.failed(epoch, failure.clone());
                }
                Ok(tile?)
            }
            _ => Ok(Bytes::new()),
        }
    }

    /// What stands in the way of the chosen map, if anything does.
    #[must_use]
    pub fn trouble(&self) -> Option<MapTrouble> {
        let (hosts, failure) = {
            let chosen = self.chosen();
            let hosts = match (chosen.opened.as_deref(), chosen.settings.choice) {
                (Some(Opened::Online(map)), _) => map.hosts(),
                (None, BaseMapChoice::Online) => {
                    vec![online::first_host(&chosen.settings.online_url)]
                }
                _ => Vec::new(),
            };
            (hosts, chosen.failure.clone())
        };
        let pause = hosts.iter().find_map(|host| self.supply.pause(host));
        let pause = pause.or_else(|| self.supply.pause(&failure.as_ref()?.place));
        let retry_in_s = pause.as_ref().map(|pause| {
            let wait = (pause.until - self.clock.now()).num_seconds() + 1;
            u32::try_from(wait).unwrap_or_default()
        });
        let failure = pause.map(|pause| pause.failure).or(failure)?;
        Some(MapTrouble {
            place: failure.place,
            kind: failure.kind,
            detail: failure.detail,
            retry_in_s,
        })
    }

    /// Forgets what failed, so that all is asked again.
    pub fn try_again(&self) {
        self.supply.forget_failures();
        self.chosen().failure = None;
        self.moves.moved(ViewName::BaseMap);
    }

    /// What is kept of online maps.
    ///
    /// # Errors
    /// When the file can't be read.
    pub async fn cache(&self) -> Result<TileCacheView, Error> {
        self.kept.view().await
    }

    /// Drops what is kept of online maps.
    ///
    /// # Errors
    /// When the file can't be written.
    pub async fn clear_cache(&self) -> Result<(), Error> {
        self.kept.clear().await
    }

    /// Follows the settings.
    ///
    /// # Errors
    /// When what is kept can't be bounded anew; the choice is in force all the same.
    pub(crate) async fn configure(&self, settings: BaseMapSettings) -> Result<(), Error> {
        let limit_bytes = settings.cache_bytes();
        {
            let mut chosen = self.chosen();
            if !chosen.settings.is_same_map(&settings) {
                chosen.epoch += 1;
                chosen.opened = None;
                chosen.failure = None;
                self.moves.moved(ViewName::BaseMap);
                self.moves.moved(ViewName::MapTrouble);
            }
            chosen.settings = settings;
        }
        self.kept.set_limit(limit_bytes).await
    }

    async fn opened(&self) -> Option<Arc<Opened>> {
        let _one_at_a_time = self.opening.lock().await;
        let (epoch, settings) = {
            let chosen = self.chosen();
            if chosen.opened.is_some() {
                return chosen.opened.clone();
            }
            (chosen.epoch, chosen.settings.clone())
        };
        let opened = match settings.choice {
            BaseMapChoice::Offline => return None,
            BaseMapChoice::OpenStreetMap => Online::open_street_map().map(Opened::Online),
            BaseMapChoice::Online => {
                let BaseMapSettings {
                    online_url,
                    online_credit,
                    ..
                } = &settings;
                Online::open(online_url, online_credit, epoch, &self.supply)
                    .await
                    .map(Opened::Online)
            }
            BaseMapChoice::File => MapFile::open(&PathBuf::from(settings.file_path.trim()))
                .await
                .map(Opened::File),
        };
        match opened {
            Ok(opened) => {
                let opened = Arc::new(opened);
                let mut chosen = self.chosen();
                if chosen.epoch != epoch {
                    return None;
                }
                chosen.opened = Some(Arc::clone(&opened));
                if chosen.failure.take().is_some() {
                    self.moves.moved(ViewName::MapTrouble);
                }
                Some(opened)
            }
            Err(failure) => {
                self.failed(epoch, failure);
                None
            }
        }
    }

    fn failed(&self, epoch: u32, failure: Failure) {
        let mut chosen = self.chosen();
        if chosen.epoch == epoch && chosen.failure.as_ref() != Some(&failure) {
            tracing::warn!(%failure, "the chosen map can't be shown");
            chosen.failure = Some(failure);
            self.moves.moved(ViewName::MapTrouble);
        }
    }

    fn chosen(&self) -> MutexGuard<'_, Chosen> {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
