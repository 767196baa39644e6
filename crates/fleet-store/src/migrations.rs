//! Brings a store of any earlier version to the present one, in one transaction.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::error::StoreError;
use crate::{account_notes, accounts, journal, last_known, settings, usage};

/// Every step in order; the file's version says how many were taken. Only ever append.
const STEPS: [&str; 9] = [
    accounts::CREATE,
    settings::CREATE,
    account_notes::CREATE,
    journal::CREATE,
    journal::BATCHES,
    last_known::CREATE,
    usage::CREATE,
    journal::AFTERMATH,
    journal::TROUBLE,
];

/// Copies a store that is about to be migrated beside itself, in place of an older copy; where such
/// a copy is.
pub(crate) fn back_up(connection: &Connection, file: &Path) -> Result<PathBuf, StoreError> {
    let copy = file.with_extension("backup.sqlite3");
    let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found == 0 || found as usize >= STEPS.len() {
        return Ok(copy);
    }
    match std::fs::remove_file(&copy) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    connection.execute("VACUUM INTO ?1", [copy.to_string_lossy()])?;
    Ok(copy)
}

pub(crate) fn run(connection: &mut Connection) -> Result<(), StoreError> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_of_a_newer_app_is_left_alone() {
        let mut connection = Connection::open_in_memory().expect("memory");
        connection
            .pragma_update(None, "user_version", 999)
            .expect("set");
        assert!(matches!(
            run(&mut connection),
            Err(StoreError::Newer { found: 999, .. })
        ));
    }

    #[test]
    fn a_store_of_an_older_app_is_copied_before_it_is_changed() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("store.sqlite3");
        let mut connection = Connection::open(&file).expect("it opens");
        connection.execute_batch(STEPS[0]).expect("made");
        connection
            .pragma_update(None, "user_version", 1)
            .expect("set");
        back_up(&connection, &file).expect("copied");
        run(&mut connection).expect("migrated");
        let copy = Connection::open(folder.path().join("store.backup.sqlite3")).expect("it opens");
        let version = copy.pragma_query_value(None, "user_version", |row| row.get::<_, u32>(0));
        assert_eq!(version, Ok(1));
        // A store that is up to date is not copied over the copy.
        back_up(&connection, &file).expect("nothing to do");
        let version = copy.pragma_query_value(None, "user_version", |row| row.get::<_, u32>(0));
        assert_eq!(version, Ok(1));
    }

    #[test]
    fn running_twice_changes_nothing() {
        let mut connection = Connection::open_in_memory().expect("memory");
        run(&mut connection).expect("first");
        run(&mut connection).expect("second");
    }
}
