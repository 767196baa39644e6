//! The past of devices: their fixes and alerts, and of which spans of time they are known. A file of its own,
//! since it may be large; a fix is a row in the order of device and time, so that a day of one vehicle
//! is read in one piece however many there are.

mod alert;
mod fix;
mod spans;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OptionalExtension as _, Transaction, params};

pub use alert::AlertRow;
pub use fix::{FixReadings, FixRow};
use spans::KnownOf;

use crate::aside::Replaceable;
use crate::{AccountKey, BUSY_TIMEOUT, LARGEST_LOG_BYTES, StoreError};

/// The file's name in the data folder.
pub const HISTORY_FILE_NAME: &str = "history.sqlite3";
const FILE: Replaceable = Replaceable {
    name: HISTORY_FILE_NAME,
    aside: "history.damaged.sqlite3",
};

/// Every step in order; the file's version says how many were taken. Only ever append.
const STEPS: [&str; 3] = [FIXES, alert::CREATE, COUNTS];

const FIXES: &str = "
    CREATE TABLE devices (
        device     INTEGER PRIMARY KEY,
        base_url   TEXT NOT NULL,
        user_name  TEXT NOT NULL,
        id         TEXT NOT NULL,
        UNIQUE (base_url, user_name, id)
    ) STRICT;
    CREATE TABLE spans (
        device   INTEGER NOT NULL REFERENCES devices ON DELETE CASCADE,
        from_ms  INTEGER NOT NULL,
        to_ms    INTEGER NOT NULL,
        PRIMARY KEY (device, from_ms)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE fixes (
        device         INTEGER NOT NULL REFERENCES devices ON DELETE CASCADE,
        at_ms          INTEGER NOT NULL,
        digest         INTEGER NOT NULL,
        latitude       REAL NOT NULL,
        longitude      REAL NOT NULL,
        speed_raw      REAL,
        course_deg     REAL,
        mileage_km     REAL,
        fuel           REAL,
        fuel2          REAL,
        temperature_c  REAL,
        temperature2_c REAL,
        battery        REAL,
        engine_rpm     REAL,
        inputs         TEXT,
        rest           TEXT,
        PRIMARY KEY (device, at_ms, digest)
    ) STRICT, WITHOUT ROWID;
";

/// How many there are of each device: counting the rows of millions takes seconds.
const COUNTS: &str = "
    ALTER TABLE devices ADD COLUMN fixes INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE devices ADD COLUMN alerts INTEGER NOT NULL DEFAULT 0;
    UPDATE devices SET
        fixes = (SELECT count(*) FROM fixes WHERE fixes.device = devices.device),
        alerts = (SELECT count(*) FROM alerts WHERE alerts.device = devices.device);
";

/// Moments in milliseconds since 1970, the first within and the last not.
pub type SpanMs = (i64, i64);

/// What is kept of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptHistory {
    /// Fixes.
    pub fixes: u64,
    /// Alerts.
    pub alerts: u64,
    /// Devices that any are kept of.
    pub devices: u32,
}

/// The open file. Its methods block for as long as the disk takes.
#[derive(Debug)]
pub struct History {
    connection: Mutex<Connection>,
    /// None for one in memory.
    folder: Option<PathBuf>,
    revision: AtomicU64,
    /// How often anything was forgotten at a person's wish.
    generation: AtomicU64,
}

impl History {
    /// Opens the file of a data folder that exists, and makes or migrates it if need be; one that is
    /// damaged is set aside.
    ///
    /// # Errors
    /// When the file can't be opened or written, or was written by a newer version.
    pub fn open(data_dir: &Path) -> Result<Self, StoreError> {
        let connect = || {
            let connection = Connection::open(data_dir.join(HISTORY_FILE_NAME))?;
            Self::prepare(connection, Some(data_dir.to_owned()))
        };
        match connect() {
            Err(error) if error.is_damage() => {
                FILE.set_aside(data_dir, &error)?;
                connect()
            }
            other => other,
        }
    }

    /// A history that goes with the program: of accounts of which nothing is kept.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::prepare(Connection::open_in_memory()?, None)
    }

    fn prepare(mut connection: Connection, folder: Option<PathBuf>) -> Result<Self, StoreError> {
        connection.busy_timeout(BUSY_TIMEOUT)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // Where people were is overwritten when it is deleted.
        connection.pragma_update(None, "secure_delete", true)?;
        connection.pragma_update(None, "journal_size_limit", LARGEST_LOG_BYTES)?;
        migrate(&mut connection)?;
        Ok(Self {
            connection: Mutex::new(connection),
            folder,
            revision: AtomicU64::default(),
            generation: AtomicU64::default(),
        })
    }

    /// Grows with everything that changes what is kept.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision.load(Ordering::Acquire)
    }

    /// Grows when a person has something forgotten: what was asked for before is not to be kept.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    fn changed(&self) {
        self.revision.fetch_add(1, Ordering::Release);
    }

    /// Of which spans of a device everything is known, in order and apart.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn spans(&self, account: &AccountKey, device: &str) -> Result<Vec<SpanMs>, StoreError> {
        let connection = self.connection();
        let Some(device) = device_of(&connection, account, device)? else {
            return Ok(Vec::new());
        };
        spans::spans(&connection, KnownOf::Fixes, device)
    }

    /// How many fixes of a device each of these spans has.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn counts(
        &self,
        account: &AccountKey,
        device: &str,
        within: &[SpanMs],
    ) -> Result<Vec<u32>, StoreError> {
        let connection = self.connection();
        let Some(device) = device_of(&connection, account, device)? else {
            return Ok(vec![0; within.len()]);
        };
        let mut statement = connection.prepare_cached(
            "SELECT count(*) FROM fixes WHERE device = ?1 AND at_ms >= ?2 AND at_ms < ?3",
        )?;
        within
            .iter()
            .map(|(from, to)| Ok(statement.query_row([device, *from, *to], |row| row.get(0))?))
            .collect()
    }

    /// The fixes of a device in a span, oldest first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn fixes(
        &self,
        account: &AccountKey,
        device: &str,
        (from, to): SpanMs,
    ) -> Result<Vec<FixRow>, StoreError> {
        let connection = self.connection();
        let Some(device) = device_of(&connection, account, device)? else {
            return Ok(Vec::new());
        };
        let mut statement = connection.prepare_cached(fix::SELECT)?;
        let rows = statement.query_map([device, from, to], fix::read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps fixes of a device, all or nothing, and that everything of a span is known with them.
    /// Those that are there already are passed over. How many are new: none if something was forgotten
    /// since the generation in which they were asked for.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn keep(
        &self,
        asked_in: u64,
        account: &AccountKey,
        device: &str,
        fixes: &[FixRow],
        known: Option<SpanMs>,
    ) -> Result<u32, StoreError> {
        let mut connection = self.connection();
        if self.generation() != asked_in {
            return Ok(0);
        }
        let transaction = connection.transaction()?;
        let Some(device) = add_device(&transaction, account, device)? else {
            return Ok(0);
        };
        let mut new = 0;
        {
            let mut insert = transaction.prepare_cached(fix::INSERT)?;
            for fix in fixes {
                new += u32::from(fix.insert(&mut insert, device)?);
            }
        }
        transaction
            .prepare_cached("UPDATE devices SET fixes = fixes + ?2 WHERE device = ?1")?
            .execute([device, i64::from(new)])?;
        if let Some(known) = known {
            spans::add(&transaction, KnownOf::Fixes, device, known)?;
        }
        transaction.commit()?;
        self.changed();
        Ok(new)
    }

    /// What is kept of an account.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn kept(&self, account: &AccountKey) -> Result<KeptHistory, StoreError> {
        let sql = "SELECT coalesce(sum(fixes), 0), coalesce(sum(alerts), 0),
                          count(*) FILTER (WHERE fixes + alerts > 0)
                   FROM devices WHERE base_url = ?1 AND user_name = ?2";
        let (fixes, alerts, devices): (i64, i64, u32) =
            self.connection()
                .query_row(sql, [&account.base_url, &account.user_name], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })?;
        Ok(KeptHistory {
            fixes: u64::try_from(fixes).unwrap_or_default(),
            alerts: u64::try_from(alerts).unwrap_or_default(),
            devices,
        })
    }

    /// Deletes what is kept of an account, a damaged file that was set aside as well, and gives the
    /// room back to the disk.
    ///
    /// # Errors
    /// When the file can't be written, or not be cleared of what was deleted.
    pub fn forget(&self, account: &AccountKey) -> Result<(), StoreError> {
        let connection = self.connection();
        self.generation.fetch_add(1, Ordering::Release);
        connection.execute(
            "DELETE FROM devices WHERE base_url = ?1 AND user_name = ?2",
            params![account.base_url, account.user_name],
        )?;
        self.changed();
        if let Some(folder) = &self.folder {
            FILE.drop_aside(folder)?;
        }
        connection.execute_batch("VACUUM")?;
        let is_busy: bool =
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        match is_busy {
            true => Err(StoreError::InUse),
            false => Ok(()),
        }
    }

    /// Deletes what is older than a moment, of every account.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn forget_before(&self, at_ms: i64) -> Result<(), StoreError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        let devices = transaction
            .prepare("SELECT device FROM devices")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<Vec<i64>, _>>()?;
        for table in ["fixes", "alerts"] {
            let mut delete = transaction.prepare(&format!(
                "DELETE FROM {table} WHERE device = ?1 AND at_ms < ?2"
            ))?;
            let mut count = transaction.prepare(&format!(
                "UPDATE devices SET {table} = {table} - ?2 WHERE device = ?1"
            ))?;
            for device in &devices {
                let deleted = delete.execute([*device, at_ms])?;
                count.execute(params![device, i64::try_from(deleted).unwrap_or_default()])?;
            }
        }
        for of in [KnownOf::Fixes, KnownOf::Alerts] {
            spans::cut_before(&transaction, of, at_ms)?;
        }
        transaction.commit()?;
        self.changed();
        Ok(())
    }

    /// A panic under the lock leaves a transaction rolled back, so the connection is still sound.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let known = u32::try_from(STEPS.len()).unwrap_or(u32::MAX);
    let transaction = connection.transaction()?;
    let found: u32 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    for step in &STEPS[found as usize..] {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", known)?;
    transaction.commit()?;
    Ok(())
}

fn device_of(
    connection: &Connection,
    account: &AccountKey,
    id: &str,
) -> Result<Option<i64>, StoreError> {
    let found = connection
        .prepare_cached(
            "SELECT device FROM devices WHERE base_url = ?1 AND user_name = ?2 AND id = ?3",
        )?
        .query_row([&account.base_url, &account.user_name, id], |row| {
            row.get(0)
        })
        .optional()?;
    Ok(found)
}

/// The device's number, which it gets if it has none.
fn add_device(
    transaction: &Transaction<'_>,
    account: &AccountKey,
    id: &str,
) -> Result<Option<i64>, StoreError> {
    transaction
        .prepare_cached(
            "INSERT INTO devices (base_url, user_name, id) VALUES (?1, ?2, ?3)
             ON CONFLICT DO NOTHING",
        )?
        .execute([&account.base_url, &account.user_name, id])?;
    device_of(transaction, account, id)
}

#[cfg(test)]
mod tests;
