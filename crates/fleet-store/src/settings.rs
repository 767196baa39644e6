//! The settings, as the JSON that the app makes of them.

use rusqlite::OptionalExtension;

use crate::{Store, StoreError};

pub(crate) const CREATE: &str = "
    CREATE TABLE settings (
        id    INTEGER PRIMARY KEY CHECK (id = 1),
        json  TEXT NOT NULL
    ) STRICT;
";

impl Store {
    /// The settings that were saved last.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn settings(&self) -> Result<Option<String>, StoreError> {
        let sql = "SELECT json FROM settings WHERE id = 1";
        Ok(self
            .connection()
            .query_row(sql, [], |row| row.get(0))
            .optional()?)
    }

    /// Saves the settings in place of the last ones.
    ///
    /// # Errors
    /// When the store can't be written.
    pub fn save_settings(&self, json: &str) -> Result<(), StoreError> {
        self.connection().execute(
            "INSERT INTO settings (id, json) VALUES (1, ?1)
             ON CONFLICT (id) DO UPDATE SET json = ?1",
            [json],
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_settings_win() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path()).expect("it opens");
        assert_eq!(store.settings().expect("read"), None);
        store.save_settings("{}").expect("written");
        store
            .save_settings(r#"{"units":"imperial"}"#)
            .expect("written");
        assert_eq!(
            store.settings().expect("read").as_deref(),
            Some(r#"{"units":"imperial"}"#)
        );
    }
}
