//! The accounts that were signed in to, without their secrets. At most one is active.

use rusqlite::{OptionalExtension, Row, params};

use crate::{Store, StoreError};

pub(crate) const CREATE: &str = "
    CREATE TABLE accounts (
        base_url      TEXT NOT NULL,
        user_name     TEXT NOT NULL,
        service       TEXT NOT NULL,
        last_used_ms  INTEGER NOT NULL,
        is_active     INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (base_url, user_name)
    ) STRICT;
    CREATE UNIQUE INDEX one_active_account ON accounts (is_active) WHERE is_active = 1;
";

const COLUMNS: &str = "base_url, user_name, service";

/// An account as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRecord {
    /// The service's address.
    pub base_url: String,
    /// The user name.
    pub user_name: String,
    /// Which service the person chose, by the app's name for it.
    pub service: String,
}

/// Names an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountKey {
    /// The service's address.
    pub base_url: String,
    /// The user name.
    pub user_name: String,
}

impl Store {
    /// The account to resume at the next start.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn active_account(&self) -> Result<Option<AccountRecord>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM accounts WHERE is_active = 1");
        Ok(self.connection().query_row(&sql, [], record).optional()?)
    }

    /// The account that was used last, active or not.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn last_account(&self) -> Result<Option<AccountRecord>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM accounts ORDER BY last_used_ms DESC LIMIT 1");
        Ok(self.connection().query_row(&sql, [], record).optional()?)
    }

    /// Makes an account the active one; `now_ms` is milliseconds since 1970, UTC.
    ///
    /// # Errors
    /// When the store can't be written.
    pub fn activate(&self, account: &AccountRecord, now_ms: i64) -> Result<(), StoreError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        transaction.execute("UPDATE accounts SET is_active = 0", [])?;
        transaction.execute(
            "INSERT INTO accounts (base_url, user_name, service, last_used_ms, is_active)
             VALUES (?1, ?2, ?3, ?4, 1)
             ON CONFLICT (base_url, user_name) DO UPDATE
             SET service = ?3, last_used_ms = ?4, is_active = 1",
            params![account.base_url, account.user_name, account.service, now_ms],
        )?;
        transaction.commit()?;
        Ok(())
    }

    /// Leaves no account active.
    ///
    /// # Errors
    /// When the store can't be written.
    pub fn deactivate(&self) -> Result<(), StoreError> {
        self.connection()
            .execute("UPDATE accounts SET is_active = 0", [])?;
        Ok(())
    }
}

fn record(row: &Row<'_>) -> rusqlite::Result<AccountRecord> {
    Ok(AccountRecord {
        base_url: row.get(0)?,
        user_name: row.get(1)?,
        service: row.get(2)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(user_name: &str) -> AccountRecord {
        AccountRecord {
            base_url: "https://api.plaspy.com".to_owned(),
            user_name: user_name.to_owned(),
            service: "plaspy".to_owned(),
        }
    }

    #[test]
    fn the_active_account_survives_a_restart_until_it_is_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let open = || Store::open(folder.path()).expect("it opens");
        open().activate(&account("ana"), 1).expect("written");
        open().activate(&account("ben"), 2).expect("written");
        assert_eq!(open().active_account().expect("read"), Some(account("ben")));
        open().deactivate().expect("written");
        assert_eq!(open().active_account().expect("read"), None);
        assert_eq!(open().last_account().expect("read"), Some(account("ben")));
    }

    #[test]
    fn a_damaged_file_is_an_error_and_stays_as_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(crate::FILE_NAME);
        let rubbish = b"this is not a database, and long enough to be taken for one at first sight";
        std::fs::write(&file, rubbish).expect("written");
        assert!(Store::open(folder.path()).is_err());
        assert_eq!(std::fs::read(&file).expect("read"), rubbish);
    }
}
