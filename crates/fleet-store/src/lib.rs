//! What the app keeps on disk, in one SQLite file of its data folder: accounts without their
//! secrets, notes, the last known fleet and counts of the requests of each, the journal of changes, and
//! settings. Each table has its migrations beside it. Two files stand apart: the past of devices, which may
//! be large, and what online maps sent, which may go at any time.

mod account_notes;
mod accounts;
mod aside;
mod error;
mod history;
mod journal;
mod last_known;
mod migrations;
mod settings;
mod tiles;
mod usage;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::Connection;

pub use account_notes::NoteKey;
pub use accounts::{AccountKey, AccountRecord};
pub use error::StoreError;
pub use history::{AlertRow, FixReadings, FixRow, HISTORY_FILE_NAME, History, KeptHistory, SpanMs};
pub use journal::{BatchStates, EntryOutcome, JournalRecord, NewEntry};
pub use last_known::{FleetNews, KnownDevice, KnownFleet};
pub use tiles::{KeptTile, TILES_FILE_NAME, TileCache};
pub use usage::UsageRow;

/// The file's name in the data folder.
pub const FILE_NAME: &str = "atalaya.sqlite3";

/// How long a statement waits for another process that writes (a backup program, say).
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// The log beside the file is cut to this once it was carried over.
const LARGEST_LOG_BYTES: u32 = 4 << 20;

/// The open store. Its methods block for as long as the disk takes.
#[derive(Debug)]
pub struct Store {
    connection: Mutex<Connection>,
    /// Where a migration copies the file to; none for a store in memory.
    backup: Option<PathBuf>,
}

impl Store {
    /// Opens the store of a data folder that exists, and makes or migrates it if need be.
    ///
    /// # Errors
    /// When the file can't be opened or written, is damaged, or was written by a newer version.
    pub fn open(data_dir: &Path) -> Result<Self, StoreError> {
        let file = data_dir.join(FILE_NAME);
        let connection = Connection::open(&file)?;
        let backup = migrations::back_up(&connection, &file)?;
        Self::prepare(connection, Some(backup))
    }

    /// A store that goes with the program: for the demo, of which nothing is kept.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::prepare(Connection::open_in_memory()?, None)
    }

    fn prepare(mut connection: Connection, backup: Option<PathBuf>) -> Result<Self, StoreError> {
        connection.busy_timeout(BUSY_TIMEOUT)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // What is deleted is overwritten, and a large batch leaves no large log behind.
        connection.pragma_update(None, "secure_delete", true)?;
        connection.pragma_update(None, "journal_size_limit", LARGEST_LOG_BYTES)?;
        migrations::run(&mut connection)?;
        Ok(Self {
            connection: Mutex::new(connection),
            backup,
        })
    }

    /// A panic under the lock leaves a transaction rolled back, so the connection is still sound.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
