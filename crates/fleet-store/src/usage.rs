//! How many requests an account sent: by hour, kind and how they ended, for some weeks.

use rusqlite::params;

use crate::{AccountKey, Store, StoreError};

pub(crate) const CREATE: &str = "
    CREATE TABLE usage_hours (
        base_url   TEXT NOT NULL,
        user_name  TEXT NOT NULL,
        hour       INTEGER NOT NULL,
        kind       TEXT NOT NULL,
        ended      TEXT NOT NULL,
        requests   INTEGER NOT NULL,
        PRIMARY KEY (base_url, user_name, hour, kind, ended),
        FOREIGN KEY (base_url, user_name) REFERENCES accounts ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
";

/// Requests of one kind that ended the same within one hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageRow {
    /// The hour, in hours since 1970, UTC.
    pub hour: i64,
    /// The kind, by the app's name for it.
    pub kind: String,
    /// How they ended, by the app's name for it.
    pub ended: String,
    /// How many.
    pub requests: u32,
}

impl Store {
    /// What was counted of an account, oldest hour first.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn usage(&self, account: &AccountKey) -> Result<Vec<UsageRow>, StoreError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT hour, kind, ended, requests FROM usage_hours
             WHERE base_url = ?1 AND user_name = ?2 ORDER BY hour, kind, ended",
        )?;
        let rows = statement.query_map(params![account.base_url, account.user_name], |row| {
            Ok(UsageRow {
                hour: row.get(0)?,
                kind: row.get(1)?,
                ended: row.get(2)?,
                requests: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Adds to what was counted, all or nothing, and forgets the hours before `oldest_hour`. Of an
    /// account that is not kept (its key is in memory only, or it is the demo) nothing is counted here.
    ///
    /// # Errors
    /// When the store can't be written.
    pub fn add_usage(
        &self,
        account: &AccountKey,
        rows: &[UsageRow],
        oldest_hour: i64,
    ) -> Result<(), StoreError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        {
            let mut add = transaction.prepare_cached(
                "INSERT INTO usage_hours (base_url, user_name, hour, kind, ended, requests)
                 SELECT base_url, user_name, ?3, ?4, ?5, ?6 FROM accounts
                 WHERE base_url = ?1 AND user_name = ?2
                 ON CONFLICT DO UPDATE SET requests = requests + ?6",
            )?;
            for row in rows {
                let UsageRow {
                    hour,
                    kind,
                    ended,
                    requests,
                } = row;
                let AccountKey {
                    base_url,
                    user_name,
                } = account;
                add.execute(params![base_url, user_name, hour, kind, ended, requests])?;
            }
        }
        transaction.execute(
            "DELETE FROM usage_hours WHERE base_url = ?1 AND user_name = ?2 AND hour < ?3",
            params![account.base_url, account.user_name, oldest_hour],
        )?;
        transaction.commit()?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AccountRecord;

    const URL: &str = "https://api.plaspy.com";

    fn key(user_name: &str) -> AccountKey {
        AccountKey {
            base_url: URL.to_owned(),
            user_name: user_name.to_owned(),
        }
    }

    fn store_with(user_names: &[&str]) -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path()).expect("it opens");
        for user_name in user_names {
            let account = AccountRecord {
                base_url: URL.to_owned(),
                user_name: (*user_name).to_owned(),
                service: "plaspy".to_owned(),
            };
            store.activate(&account, 1).expect("written");
        }
        (folder, store)
    }

    fn row(hour: i64, kind: &str, requests: u32) -> UsageRow {
        UsageRow {
            hour,
            kind: kind.to_owned(),
            ended: "answered".to_owned(),
            requests,
        }
    }

    #[test]
    fn what_is_counted_adds_up_and_is_there_at_the_next_start() {
        let (folder, store) = store_with(&["ana", "ben"]);
        let first = [row(10, "positions", 3), row(10, "users", 1)];
        store.add_usage(&key("ana"), &first, 0).expect("written");
        let second = [row(10, "positions", 4), row(11, "positions", 1)];
        store.add_usage(&key("ana"), &second, 0).expect("written");
        store
            .add_usage(&key("ben"), &[row(10, "users", 9)], 0)
            .expect("written");
        let again = Store::open(folder.path()).expect("it opens");
        assert_eq!(
            again.usage(&key("ana")).expect("read"),
            [
                row(10, "positions", 7),
                row(10, "users", 1),
                row(11, "positions", 1)
            ]
        );
    }

    #[test]
    fn old_hours_are_forgotten_with_the_next_batch() {
        let (_folder, store) = store_with(&["ana"]);
        let old = [row(10, "users", 1), row(11, "users", 1)];
        store.add_usage(&key("ana"), &old, 0).expect("written");
        let new = [row(12, "users", 1)];
        store.add_usage(&key("ana"), &new, 11).expect("written");
        let kept = store.usage(&key("ana")).expect("read");
        assert_eq!(
            kept.iter().map(|row| row.hour).collect::<Vec<_>>(),
            [11, 12]
        );
    }

    #[test]
    fn nothing_is_counted_of_an_account_that_is_not_kept() {
        let (_folder, store) = store_with(&[]);
        store
            .add_usage(&key("eve"), &[row(1, "users", 1)], 0)
            .expect("no error");
        assert_eq!(store.usage(&key("eve")).expect("read"), []);
    }
}
