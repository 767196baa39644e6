//! Brings a store of any earlier version to the present one, in one transaction.

use rusqlite::Connection;

use crate::error::StoreError;
use crate::{account_notes, accounts, settings};

/// Every step in order; the file's version says how many were taken. Only ever append.
const STEPS: [&str; 3] = [accounts::CREATE, settings::CREATE, account_notes::CREATE];

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
    fn running_twice_changes_nothing() {
        let mut connection = Connection::open_in_memory().expect("memory");
        run(&mut connection).expect("first");
        run(&mut connection).expect("second");
    }
}
