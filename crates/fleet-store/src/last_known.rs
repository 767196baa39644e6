//! The last known fleet of an account: its devices and groups and the last fix of each, so that the
//! next start shows them before any answer came. It goes with its account.
//!
//! What a device and a group are is the app's: each device is a row with the compact JSON that the
//! app makes of it, which later versions read by the names of its fields; the groups, which change
//! seldom, are one text. A batch is one transaction.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::{AccountKey, Store, StoreError};

pub(crate) const CREATE: &str = "
    CREATE TABLE known_fleets (
        id            INTEGER PRIMARY KEY,
        base_url      TEXT NOT NULL,
        user_name     TEXT NOT NULL,
        listed_at_ms  INTEGER,
        groups_json   TEXT,
        UNIQUE (base_url, user_name),
        FOREIGN KEY (base_url, user_name) REFERENCES accounts ON DELETE CASCADE
    ) STRICT;
    CREATE TABLE known_devices (
        id         INTEGER PRIMARY KEY,
        fleet      INTEGER NOT NULL REFERENCES known_fleets ON DELETE CASCADE,
        device_id  TEXT NOT NULL,
        json       TEXT NOT NULL,
        UNIQUE (fleet, device_id)
    ) STRICT;
";

/// A device as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownDevice {
    /// The service's id.
    pub id: String,
    /// What is known of it, as JSON.
    pub json: String,
}

/// A fleet as it was kept last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownFleet {
    /// When its devices were listed, in milliseconds since 1970, UTC.
    pub listed_at_ms: Option<i64>,
    /// Its groups, as JSON; none if they were never kept.
    pub groups_json: Option<String>,
    /// Its devices, in the order in which they were first kept.
    pub devices: Vec<KnownDevice>,
}

/// What changed of a fleet since it was kept last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FleetNews {
    /// When its devices were listed; none to leave what is there.
    pub listed_at_ms: Option<i64>,
    /// Its groups; none to leave what is there.
    pub groups_json: Option<String>,
    /// Devices that are new or not as they were.
    pub devices: Vec<KnownDevice>,
    /// Ids of devices that are no part of it any more.
    pub gone: Vec<String>,
}

impl Store {
    /// The fleet as it was kept last; none of an account of which none was.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn last_known(&self, account: &AccountKey) -> Result<Option<KnownFleet>, StoreError> {
        let connection = self.connection();
        let fleet = connection
            .query_row(
                "SELECT id, listed_at_ms, groups_json FROM known_fleets
                 WHERE base_url = ?1 AND user_name = ?2",
                params![account.base_url, account.user_name],
                |row| Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?)),
            )
            .optional()?;
        let Some((id, listed_at_ms, groups_json)) = fleet else {
            return Ok(None);
        };
        let mut select = connection
            .prepare("SELECT device_id, json FROM known_devices WHERE fleet = ?1 ORDER BY id")?;
        let devices = select.query_map([id], |row| {
            Ok(KnownDevice {
                id: row.get(0)?,
                json: row.get(1)?,
            })
        })?;
        Ok(Some(KnownFleet {
            listed_at_ms,
            groups_json,
            devices: devices.collect::<Result<_, _>>()?,
        }))
    }

    /// Keeps what changed of a fleet, all or nothing. Of an account that is not kept (its key is in
    /// memory only, or it is the demo) no fleet is either.
    ///
    /// # Errors
    /// When the store can't be written; then what was kept before stays.
    pub fn keep_last_known(
        &self,
        account: &AccountKey,
        news: &FleetNews,
    ) -> Result<(), StoreError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        let Some(fleet) = touch(&transaction, account, news)? else {
            return Ok(());
        };
        {
            let mut keep = transaction.prepare_cached(
                "INSERT INTO known_devices (fleet, device_id, json) VALUES (?1, ?2, ?3)
                 ON CONFLICT (fleet, device_id) DO UPDATE SET json = ?3",
            )?;
            for device in &news.devices {
                keep.execute(params![fleet, device.id, device.json])?;
            }
            let mut forget = transaction
                .prepare_cached("DELETE FROM known_devices WHERE fleet = ?1 AND device_id = ?2")?;
            for id in &news.gone {
                forget.execute(params![fleet, id])?;
            }
        }
        transaction.commit()?;
        Ok(())
    }

    /// Deletes the last known fleet of an account, so that nothing of it is left in the file.
    ///
    /// # Errors
    /// When the store can't be written, or the file not be cleared of what was deleted.
    pub fn forget_last_known(&self, account: &AccountKey) -> Result<(), StoreError> {
        let connection = self.connection();
        connection.execute(
            "DELETE FROM known_fleets WHERE base_url = ?1 AND user_name = ?2",
            params![account.base_url, account.user_name],
        )?;
        self.clear_deleted(&connection)
    }

    /// Deletes an account and what is kept of it: its fleet, and its notes. Its journal stays.
    ///
    /// # Errors
    /// When the store can't be written, or the file not be cleared of what was deleted.
    pub fn forget_account(&self, account: &AccountKey) -> Result<(), StoreError> {
        let connection = self.connection();
        connection.execute(
            "DELETE FROM accounts WHERE base_url = ?1 AND user_name = ?2",
            params![account.base_url, account.user_name],
        )?;
        self.clear_deleted(&connection)
    }

    /// Leaves no trace of what was deleted, neither in the file and its log nor in the copy that a
    /// migration made.
    fn clear_deleted(&self, connection: &Connection) -> Result<(), StoreError> {
        if let Some(copy) = &self.backup {
            match std::fs::remove_file(copy) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(error.into());
                }
                _ => {}
            }
        }
        connection.execute_batch("VACUUM")?;
        let is_busy: bool =
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        match is_busy {
            true => Err(StoreError::InUse),
            false => Ok(()),
        }
    }
}

/// The number of an account's fleet, which is entered if it is new; none of an account that is not
/// kept.
fn touch(
    transaction: &Transaction<'_>,
    account: &AccountKey,
    news: &FleetNews,
) -> Result<Option<i64>, StoreError> {
    Ok(transaction
        .query_row(
            "INSERT INTO known_fleets (base_url, user_name, listed_at_ms, groups_json)
             SELECT base_url, user_name, ?3, ?4 FROM accounts
             WHERE base_url = ?1 AND user_name = ?2
             ON CONFLICT (base_url, user_name) DO UPDATE
             SET listed_at_ms = coalesce(?3, listed_at_ms), groups_json = coalesce(?4, groups_json)
             RETURNING id",
            params![
                account.base_url,
                account.user_name,
                news.listed_at_ms,
                news.groups_json
            ],
            |row| row.get(0),
        )
        .optional()?)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::{AccountRecord, NoteKey};

    fn key(user_name: &str) -> AccountKey {
        AccountKey {
            base_url: "https://api.plaspy.com".to_owned(),
            user_name: user_name.to_owned(),
        }
    }

    fn store_of(folder: &Path, user_names: &[&str]) -> Store {
        let store = Store::open(folder).expect("it opens");
        for user_name in user_names {
            let account = AccountRecord {
                base_url: key(user_name).base_url,
                user_name: (*user_name).to_owned(),
                service: "plaspy".to_owned(),
            };
            store.activate(&account, 1).expect("written");
        }
        store
    }

    fn device(id: &str, json: &str) -> KnownDevice {
        KnownDevice {
            id: id.to_owned(),
            json: json.to_owned(),
        }
    }

    fn devices(devices: Vec<KnownDevice>) -> FleetNews {
        FleetNews {
            devices,
            ..FleetNews::default()
        }
    }

    /// Everything that the folder's files hold.
    fn bytes_of(folder: &Path) -> Vec<u8> {
        let files = std::fs::read_dir(folder).expect("listed");
        let read = files.map(|file| std::fs::read(file.expect("listed").path()).expect("read"));
        read.flatten().collect()
    }

    fn holds(folder: &Path, text: &str) -> bool {
        let bytes = bytes_of(folder);
        bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    }

    #[test]
    fn a_fleet_outlives_the_app_and_news_change_only_what_they_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = store_of(folder.path(), &["ana", "ben"]);
        let all = FleetNews {
            listed_at_ms: Some(5),
            groups_json: Some("[]".to_owned()),
            ..devices(vec![device("b", "1"), device("a", "2"), device("c", "3")])
        };
        store.keep_last_known(&key("ana"), &all).expect("kept");
        store
            .keep_last_known(&key("ben"), &devices(vec![device("b", "9")]))
            .expect("kept");
        let news = FleetNews {
            gone: vec!["c".to_owned(), "never there".to_owned()],
            ..devices(vec![device("b", "4")])
        };
        store.keep_last_known(&key("ana"), &news).expect("kept");
        drop(store);
        let again = Store::open(folder.path()).expect("it opens");
        let known = again.last_known(&key("ana")).expect("read").expect("kept");
        assert_eq!(known.devices, [device("b", "4"), device("a", "2")]);
        assert_eq!(known.groups_json.as_deref(), Some("[]"));
        assert_eq!(known.listed_at_ms, Some(5));
        let other = again.last_known(&key("ben")).expect("read").expect("kept");
        assert_eq!(other.devices, [device("b", "9")]);
    }

    #[test]
    fn nothing_is_kept_of_an_account_that_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = store_of(folder.path(), &["ana"]);
        store
            .keep_last_known(&key("eve"), &devices(vec![device("a", "1")]))
            .expect("no error");
        assert_eq!(store.last_known(&key("eve")).expect("read"), None);
    }

    #[test]
    fn a_fleet_of_100_000_devices_is_one_batch() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = store_of(folder.path(), &["ana"]);
        let json = format!("{{\"fix\":\"{}\"}}", "x".repeat(400));
        let all = (0..100_000).map(|number| device(&format!("device-{number}"), &json));
        let all = devices(all.collect());
        store.keep_last_known(&key("ana"), &all).expect("kept");
        store
            .keep_last_known(&key("ana"), &all)
            .expect("kept again");
        let known = store.last_known(&key("ana")).expect("read").expect("kept");
        assert_eq!(known.devices, all.devices);
    }

    #[test]
    fn what_cannot_be_written_leaves_what_was_kept_before() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = store_of(folder.path(), &["ana"]);
        store
            .keep_last_known(&key("ana"), &devices(vec![device("a", "1")]))
            .expect("kept");
        // As on a full disk: the file may not grow.
        let connection = store.connection();
        let pages: u32 = connection
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .expect("read");
        connection
            .pragma_update(None, "max_page_count", pages)
            .expect("set");
        drop(connection);
        let long = "x".repeat(100_000);
        let news = devices(vec![device("a", "2"), device("b", &long)]);
        assert!(store.keep_last_known(&key("ana"), &news).is_err());
        let known = store.last_known(&key("ana")).expect("read").expect("kept");
        assert_eq!(known.devices, [device("a", "1")]);
    }

    #[test]
    fn a_forgotten_fleet_leaves_no_trace_in_the_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = store_of(folder.path(), &["ana", "ben"]);
        let names = (0..2_000).map(|n| device(&n.to_string(), &format!("Camión Ávila {n}")));
        let fleet = FleetNews {
            groups_json: Some("Grupo Norte".to_owned()),
            ..devices(names.collect())
        };
        store.keep_last_known(&key("ana"), &fleet).expect("kept");
        store
            .keep_last_known(&key("ben"), &devices(vec![device("1", "Furgón")]))
            .expect("kept");
        // Rows move between pages as they grow.
        let grown = (0..2_000).map(|n| device(&n.to_string(), &"Camión Ávila".repeat(n % 90)));
        store
            .keep_last_known(&key("ana"), &devices(grown.collect()))
            .expect("kept");
        std::fs::write(
            folder.path().join("atalaya.backup.sqlite3"),
            "a copy with Camión Ávila",
        )
        .expect("written");
        assert!(holds(folder.path(), "Camión Ávila") && holds(folder.path(), "Grupo Norte"));

        store.forget_last_known(&key("ana")).expect("forgotten");
        assert_eq!(store.last_known(&key("ana")).expect("read"), None);
        assert!(!holds(folder.path(), "Camión Ávila"));
        assert!(!holds(folder.path(), "Grupo Norte"));
        assert!(store.last_known(&key("ben")).expect("read").is_some());
        assert!(store.active_account().expect("read").is_some());
    }

    #[test]
    fn a_forgotten_account_takes_fleet_and_notes_along_and_leaves_the_others() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = store_of(folder.path(), &["ben", "ana"]);
        for user_name in ["ana", "ben"] {
            let note = NoteKey {
                base_url: key(user_name).base_url,
                user_name: user_name.to_owned(),
                subject: "saved-views",
            };
            let text = format!("the views of {user_name}");
            store.keep_account_note(&note, &text).expect("kept");
            store
                .keep_last_known(&key(user_name), &devices(vec![device("1", "Furgón")]))
                .expect("kept");
        }
        store.forget_account(&key("ana")).expect("forgotten");
        assert!(!holds(folder.path(), "the views of ana"));
        assert!(holds(folder.path(), "the views of ben"));
        assert_eq!(store.active_account().expect("read"), None);
        let last = store.last_account().expect("read").expect("ben");
        assert_eq!(last.user_name, "ben");
        assert!(store.last_known(&key("ben")).expect("read").is_some());
    }
}
