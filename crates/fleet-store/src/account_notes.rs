//! What the app notes of an account beside the account itself, by subject, as the JSON that it makes
//! of it. A note goes with its account.

use rusqlite::{OptionalExtension, params};

use crate::{Store, StoreError};

pub(crate) const CREATE: &str = "
    CREATE TABLE account_notes (
        base_url   TEXT NOT NULL,
        user_name  TEXT NOT NULL,
        subject    TEXT NOT NULL,
        json       TEXT NOT NULL,
        PRIMARY KEY (base_url, user_name, subject),
        FOREIGN KEY (base_url, user_name) REFERENCES accounts ON DELETE CASCADE
    ) STRICT;
";

/// Names a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteKey {
    /// The service's address.
    pub base_url: String,
    /// The user name.
    pub user_name: String,
    /// What it is about, by the app's name for it.
    pub subject: &'static str,
}

impl Store {
    /// The note as it was kept last.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn account_note(&self, key: &NoteKey) -> Result<Option<String>, StoreError> {
        Ok(self
            .connection()
            .query_row(
                "SELECT json FROM account_notes
                 WHERE base_url = ?1 AND user_name = ?2 AND subject = ?3",
                params![key.base_url, key.user_name, key.subject],
                |row| row.get(0),
            )
            .optional()?)
    }

    /// Keeps a note in place of the last one. Of an account that is not kept (its key is in memory
    /// only, or it is the demo) no note is either.
    ///
    /// # Errors
    /// When the store can't be written.
    pub fn keep_account_note(&self, key: &NoteKey, json: &str) -> Result<(), StoreError> {
        self.connection().execute(
            "INSERT INTO account_notes (base_url, user_name, subject, json)
             SELECT base_url, user_name, ?3, ?4 FROM accounts
             WHERE base_url = ?1 AND user_name = ?2
             ON CONFLICT (base_url, user_name, subject) DO UPDATE SET json = ?4",
            params![key.base_url, key.user_name, key.subject, json],
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AccountRecord;

    fn key(user_name: &str) -> NoteKey {
        NoteKey {
            base_url: "https://api.plaspy.com".to_owned(),
            user_name: user_name.to_owned(),
            subject: "speed",
        }
    }

    fn store_with(user_names: [&str; 2]) -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path()).expect("it opens");
        for user_name in user_names {
            let account = AccountRecord {
                base_url: key(user_name).base_url,
                user_name: user_name.to_owned(),
                service: "plaspy".to_owned(),
            };
            store.activate(&account, 1).expect("written");
        }
        (folder, store)
    }

    #[test]
    fn each_account_has_its_own_note_and_the_last_one_wins() {
        let (folder, store) = store_with(["ana", "ben"]);
        for json in ["1", "2"] {
            store.keep_account_note(&key("ana"), json).expect("written");
        }
        store.keep_account_note(&key("ben"), "3").expect("written");
        let again = Store::open(folder.path()).expect("it opens");
        let read = |user_name| again.account_note(&key(user_name)).expect("read");
        assert_eq!(read("ana").as_deref(), Some("2"));
        assert_eq!(read("ben").as_deref(), Some("3"));
    }

    #[test]
    fn signing_in_again_keeps_the_note_and_forgetting_the_account_takes_it_along() {
        let (_folder, store) = store_with(["ana", "ana"]);
        store.keep_account_note(&key("ana"), "1").expect("written");
        let account = AccountRecord {
            base_url: key("ana").base_url,
            user_name: "ana".to_owned(),
            service: "other".to_owned(),
        };
        store.activate(&account, 2).expect("written");
        assert!(store.account_note(&key("ana")).expect("read").is_some());
        store
            .connection()
            .execute("DELETE FROM accounts", [])
            .expect("deleted");
        assert_eq!(store.account_note(&key("ana")).expect("read"), None);
    }

    #[test]
    fn nothing_is_noted_of_an_account_that_is_not_kept() {
        let (_folder, store) = store_with(["ana", "ben"]);
        store.keep_account_note(&key("eve"), "1").expect("no error");
        assert_eq!(store.account_note(&key("eve")).expect("read"), None);
    }
}
