//! What came from the servers of online maps, kept so that it need not be asked for again and is
//! there without a network. A file of its own: it may be large, is bounded, and nothing is lost with
//! it. What was used longest ago goes first; a damaged file is set aside and made anew.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, OptionalExtension as _, params};

use crate::aside::Replaceable;
use crate::{BUSY_TIMEOUT, StoreError};

/// The file's name in the data folder.
pub const TILES_FILE_NAME: &str = "tiles.sqlite3";
const FILE: Replaceable = Replaceable {
    name: TILES_FILE_NAME,
    aside: "tiles.damaged.sqlite3",
};

/// What these files look like; another version is simply made anew.
const VERSION: u32 = 1;
const CREATE: &str = "
    CREATE TABLE tiles (
        key            TEXT PRIMARY KEY,
        body           BLOB NOT NULL,
        etag           TEXT,
        last_modified  TEXT,
        fresh_until_s  INTEGER NOT NULL,
        used_s         INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX tiles_by_use ON tiles (used_s);
";

/// Being used again is noted at most this often, so that reading rarely writes.
const USE_NOTED_EVERY_S: i64 = 3_600;
/// What an entry takes beside its body, roughly.
const OVERHEAD_BYTES: u64 = 512;

/// Something that a map's server answered with. An empty body says that it has nothing there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptTile {
    /// The bytes.
    pub body: Vec<u8>,
    /// The server's `ETag`, to ask whether it is still so.
    pub etag: Option<String>,
    /// The server's `Last-Modified`, likewise.
    pub last_modified: Option<String>,
    /// Until when it need not be asked for again, in seconds since 1970.
    pub fresh_until_s: i64,
}

/// The open cache. Its methods block for as long as the disk takes.
#[derive(Debug)]
pub struct TileCache {
    folder: PathBuf,
    most_pages: Option<u32>,
    open: Mutex<Open>,
}

#[derive(Debug)]
struct Open {
    connection: Connection,
    limit_bytes: u64,
}

impl TileCache {
    /// Opens the cache of a data folder that exists; makes it if need be, and anew if it is damaged.
    ///
    /// # Errors
    /// When the file can't be opened or written.
    pub fn open(data_dir: &Path, limit_bytes: u64) -> Result<Self, StoreError> {
        Self::open_within(data_dir, limit_bytes, None)
    }

    /// The same on a disk that is full once the file has so many pages of 4 KiB.
    ///
    /// # Errors
    /// When the file can't be opened or written.
    pub fn open_within(
        data_dir: &Path,
        limit_bytes: u64,
        most_pages: Option<u32>,
    ) -> Result<Self, StoreError> {
        let connection = match connect(data_dir, most_pages) {
            Err(error) if error.is_damage() => {
                FILE.set_aside(data_dir, &error)?;
                connect(data_dir, most_pages)?
            }
            other => other?,
        };
        let cache = Self {
            folder: data_dir.to_owned(),
            most_pages,
            open: Mutex::new(Open {
                connection,
                limit_bytes,
            }),
        };
        cache.set_limit(limit_bytes)?;
        Ok(cache)
    }

    /// What is kept under a key.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn get(&self, key: &str, now_s: i64) -> Result<Option<KeptTile>, StoreError> {
        self.with(|open| {
            let found = open
                .connection
                .prepare_cached(
                    "SELECT body, etag, last_modified, fresh_until_s, used_s FROM tiles WHERE key = ?1",
                )?
                .query_row([key], |row| {
                    let tile = KeptTile {
                        body: row.get(0)?,
                        etag: row.get(1)?,
                        last_modified: row.get(2)?,
                        fresh_until_s: row.get(3)?,
                    };
                    Ok((tile, row.get::<_, i64>(4)?))
                })
                .optional()?;
            let Some((tile, used_s)) = found else {
                return Ok(None);
            };
            if now_s - used_s >= USE_NOTED_EVERY_S {
                let sql = "UPDATE tiles SET used_s = ?2 WHERE key = ?1";
                // Where it can't be noted (a full disk), it is there all the same.
                let _ = open.connection.execute(sql, params![key, now_s]);
            }
            Ok(Some(tile))
        })
    }

    /// Keeps something under a key, in place of what was there; what was used longest ago makes room.
    ///
    /// # Errors
    /// When the file can't be written: [`StoreError::is_disk_full`] tells a full disk.
    pub fn put(&self, key: &str, tile: &KeptTile, now_s: i64) -> Result<(), StoreError> {
        self.with(|open| {
            let needed = tile.body.len() as u64 + OVERHEAD_BYTES;
            if needed > open.limit_bytes {
                return Ok(());
            }
            open.make_room(needed)?;
            open.connection
                .prepare_cached(
                    "INSERT OR REPLACE INTO tiles
                     (key, body, etag, last_modified, fresh_until_s, used_s)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .execute(params![
                    key,
                    tile.body,
                    tile.etag,
                    tile.last_modified,
                    tile.fresh_until_s,
                    now_s
                ])?;
            Ok(())
        })
    }

    /// What is kept under a key is still so.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn renew(&self, key: &str, fresh_until_s: i64) -> Result<(), StoreError> {
        self.with(|open| {
            let sql = "UPDATE tiles SET fresh_until_s = ?2 WHERE key = ?1";
            open.connection.execute(sql, params![key, fresh_until_s])?;
            Ok(())
        })
    }

    /// Bounds the cache, and drops what is beyond.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn set_limit(&self, limit_bytes: u64) -> Result<(), StoreError> {
        if limit_bytes == 0 {
            self.clear()?;
        }
        self.with(|open| {
            open.limit_bytes = limit_bytes;
            open.make_room(0)?;
            open.give_back()
        })
    }

    /// How much room the cache takes.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn size_bytes(&self) -> Result<u64, StoreError> {
        self.with(|open| match open.is_empty()? {
            true => Ok(0),
            false => open.size_bytes(),
        })
    }

    /// Drops everything, a damaged file that was set aside as well. The file is deleted and made anew:
    /// to delete in it takes room, which a full disk has not.
    ///
    /// # Errors
    /// When the file can't be deleted or made.
    pub fn clear(&self) -> Result<(), StoreError> {
        FILE.drop_aside(&self.folder)?;
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        // The file must be closed before it is deleted.
        open.connection = Connection::open_in_memory()?;
        let deleted = FILE.delete(&self.folder);
        open.connection = connect(&self.folder, self.most_pages)?;
        deleted
    }

    /// Does something with the file; if it turns out to be damaged, once more with a new one.
    fn with<T>(&self, work: impl Fn(&mut Open) -> Result<T, StoreError>) -> Result<T, StoreError> {
        // A panic under the lock leaves a transaction rolled back, so the connection is still sound.
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        match work(&mut open) {
            Err(error) if error.is_damage() => {
                // The file must be closed before it is moved.
                open.connection = Connection::open_in_memory()?;
                FILE.set_aside(&self.folder, &error)?;
                open.connection = connect(&self.folder, self.most_pages)?;
                work(&mut open)
            }
            other => other,
        }
    }
}

impl Open {
    fn pragma(&self, name: &str) -> Result<u64, StoreError> {
        let value: i64 = self
            .connection
            .pragma_query_value(None, name, |row| row.get(0))?;
        Ok(u64::try_from(value).unwrap_or_default())
    }

    fn size_bytes(&self) -> Result<u64, StoreError> {
        let pages = self
            .pragma("page_count")?
            .saturating_sub(self.pragma("freelist_count")?);
        Ok(pages * self.pragma("page_size")?)
    }

    fn is_empty(&self) -> Result<bool, StoreError> {
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM tiles)";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }

    /// Drops what was used longest ago until so many bytes more have room.
    fn make_room(&mut self, needed: u64) -> Result<(), StoreError> {
        while self.size_bytes()? + needed > self.limit_bytes && !self.is_empty()? {
            let over = self.size_bytes()? + needed - self.limit_bytes;
            let transaction = self.connection.transaction()?;
            {
                let mut oldest = transaction
                    .prepare_cached("SELECT key, length(body) FROM tiles ORDER BY used_s, rowid")?;
                let mut drop_one =
                    transaction.prepare_cached("DELETE FROM tiles WHERE key = ?1")?;
                let mut keys = Vec::new();
                let mut freed = 0;
                let mut rows = oldest.query([])?;
                while let Some(row) = rows.next()?
                    && freed < over
                {
                    keys.push(row.get::<_, String>(0)?);
                    freed += u64::from(row.get::<_, u32>(1)?).max(1);
                }
                for key in keys {
                    drop_one.execute([key])?;
                }
            }
            transaction.commit()?;
        }
        Ok(())
    }

    /// Gives what is free inside the file back to the disk.
    fn give_back(&mut self) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare("PRAGMA incremental_vacuum")?;
        let mut rows = statement.query([])?;
        while rows.next()?.is_some() {}
        drop(rows);
        drop(statement);
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }
}

fn connect(folder: &Path, most_pages: Option<u32>) -> Result<Connection, StoreError> {
    let mut connection = Connection::open(folder.join(TILES_FILE_NAME))?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    // Only a file without tables takes it.
    connection.pragma_update(None, "auto_vacuum", "INCREMENTAL")?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    if let Some(pages) = most_pages {
        connection.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))?;
    }
    let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found != VERSION {
        let transaction = connection.transaction()?;
        transaction.execute_batch("DROP TABLE IF EXISTS tiles")?;
        transaction.execute_batch(CREATE)?;
        transaction.pragma_update(None, "user_version", VERSION)?;
        transaction.commit()?;
    }
    Ok(connection)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR_S: i64 = 3_600;
    const ROOMY: u64 = 64 * 1024 * 1024;

    fn tile(bytes: usize) -> KeptTile {
        KeptTile {
            body: vec![7; bytes],
            etag: Some("\"1\"".to_owned()),
            last_modified: None,
            fresh_until_s: 1_000,
        }
    }

    fn has(cache: &TileCache, key: &str, now_s: i64) -> bool {
        cache.get(key, now_s).expect("read").is_some()
    }

    #[test]
    fn what_is_kept_is_there_at_the_next_start() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = TileCache::open(folder.path(), ROOMY).expect("it opens");
        cache.put("a", &tile(10), 0).expect("kept");
        cache.renew("a", 2_000).expect("renewed");
        drop(cache);
        let cache = TileCache::open(folder.path(), ROOMY).expect("it opens");
        let expected = KeptTile {
            fresh_until_s: 2_000,
            ..tile(10)
        };
        assert_eq!(cache.get("a", 1).expect("read"), Some(expected));
        assert_eq!(cache.get("b", 1).expect("read"), None);
    }

    #[test]
    fn what_was_used_longest_ago_goes_first_and_the_bound_holds() {
        let folder = tempfile::tempdir().expect("a folder");
        let limit = 1024 * 1024;
        let cache = TileCache::open(folder.path(), limit).expect("it opens");
        for (hour, key) in ["a", "b", "c"].iter().enumerate() {
            let now_s = HOUR_S * hour as i64;
            cache.put(key, &tile(250_000), now_s).expect("kept");
        }
        assert!(has(&cache, "a", 10 * HOUR_S), "a is used again");
        for number in 0..8 {
            let key = format!("new-{number}");
            cache
                .put(&key, &tile(60_000), (11 + number) * HOUR_S)
                .expect("kept");
            let size = cache.size_bytes().expect("read");
            assert!(size <= limit, "{size}");
        }
        assert!(!has(&cache, "b", 20 * HOUR_S), "b was used longest ago");
        assert!(has(&cache, "a", 20 * HOUR_S));
        cache.set_limit(300_000).expect("bounded");
        assert!(cache.size_bytes().expect("read") <= 300_000);
        let on_disk = std::fs::metadata(folder.path().join(TILES_FILE_NAME)).expect("there");
        assert!(on_disk.len() <= 300_000, "the disk has it back");
    }

    #[test]
    fn a_limit_of_nothing_keeps_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = TileCache::open(folder.path(), ROOMY).expect("it opens");
        cache.put("a", &tile(10), 0).expect("kept");
        cache.set_limit(0).expect("set");
        cache.put("b", &tile(10), 0).expect("nothing to do");
        assert!(!has(&cache, "a", 0) && !has(&cache, "b", 0));
        assert_eq!(cache.size_bytes().expect("read"), 0);
    }

    #[test]
    fn a_file_that_is_no_cache_is_set_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join(TILES_FILE_NAME), vec![b'x'; 10_000]).expect("written");
        let cache = TileCache::open(folder.path(), ROOMY).expect("made anew");
        cache.put("a", &tile(10), 0).expect("kept");
        assert!(has(&cache, "a", 0));
        let aside = folder.path().join(FILE.aside);
        assert_eq!(std::fs::read(&aside).expect("there").len(), 10_000);
        cache.clear().expect("cleared");
        assert!(!aside.exists());
    }

    #[test]
    fn damage_that_shows_later_is_mended_as_well() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = TileCache::open(folder.path(), ROOMY).expect("it opens");
        for number in 0..200 {
            cache
                .put(&number.to_string(), &tile(9_000), 0)
                .expect("kept");
        }
        cache.set_limit(ROOMY).expect("all of it is in the file");
        drop(cache);
        let file = folder.path().join(TILES_FILE_NAME);
        let mut bytes = std::fs::read(&file).expect("there");
        // The head stays, so that it opens.
        bytes[4_096..].fill(0xA5);
        std::fs::write(&file, bytes).expect("written");
        let cache = TileCache::open(folder.path(), ROOMY).expect("it opens");
        assert!(!has(&cache, "7", 0), "gone with the damage");
        cache.put("7", &tile(10), 0).expect("kept");
        assert!(has(&cache, "7", 0));
        assert!(folder.path().join(FILE.aside).exists());
    }

    #[test]
    fn a_full_disk_is_told_and_leaves_the_rest_readable() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = TileCache::open_within(folder.path(), ROOMY, Some(40)).expect("it opens");
        cache.put("a", &tile(20_000), 0).expect("kept");
        let full = (0..20)
            .find_map(|number| cache.put(&number.to_string(), &tile(20_000), 0).err())
            .expect("40 pages don't hold that much");
        assert!(full.is_disk_full(), "{full}");
        assert!(has(&cache, "a", 2 * HOUR_S));
        // And it can be emptied, which is what a person would do then.
        cache.clear().expect("cleared");
        assert!(!has(&cache, "a", 2 * HOUR_S));
        cache.put("b", &tile(20_000), 0).expect("there is room");
    }
}
