//! The journal: every change to the account's groups and users, entered before it is sent. What a
//! change holds and what its states mean is the app's; secrets never enter it.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::{Store, StoreError};

pub(crate) const CREATE: &str = "
    CREATE TABLE journal (
        id          INTEGER PRIMARY KEY AUTOINCREMENT,
        base_url    TEXT NOT NULL,
        user_name   TEXT NOT NULL,
        at_ms       INTEGER NOT NULL,
        subject     TEXT NOT NULL,
        subject_id  TEXT,
        name        TEXT NOT NULL,
        before_json TEXT,
        after_json  TEXT,
        state       TEXT NOT NULL,
        words       TEXT,
        undoes      INTEGER REFERENCES journal
    ) STRICT;
    CREATE INDEX journal_of_account ON journal (base_url, user_name, id DESC);
";

const COLUMNS: &str =
    "id, at_ms, subject, subject_id, name, before_json, after_json, state, words, undoes";

/// Whose journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalOwner {
    /// The service's address.
    pub base_url: String,
    /// The user name.
    pub user_name: String,
}

/// A change to be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// When, in milliseconds since 1970, UTC.
    pub at_ms: i64,
    /// What kind of thing is changed, by the app's name for it.
    pub subject: &'static str,
    /// Its id; none for what is to be created.
    pub subject_id: Option<String>,
    /// Its name, for people.
    pub name: String,
    /// What it was, as JSON; none for what is created.
    pub before_json: Option<String>,
    /// What it is to be, as JSON; none for what is deleted.
    pub after_json: Option<String>,
    /// Its state, by the app's name for it.
    pub state: &'static str,
    /// The entry that it takes back.
    pub undoes: Option<i64>,
}

/// A change as it was entered, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalRecord {
    /// Its number, growing with time.
    pub id: i64,
    /// When it was entered, in milliseconds since 1970, UTC.
    pub at_ms: i64,
    /// What kind of thing is changed.
    pub subject: String,
    /// Its id, once there is one.
    pub subject_id: Option<String>,
    /// Its name.
    pub name: String,
    /// What it was, as JSON.
    pub before_json: Option<String>,
    /// What it is to be, as JSON.
    pub after_json: Option<String>,
    /// Its state.
    pub state: String,
    /// The service's words, where something went wrong.
    pub words: Option<String>,
    /// The entry that it takes back.
    pub undoes: Option<i64>,
}

/// What became of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryOutcome {
    /// Its state from now on.
    pub state: &'static str,
    /// The id of what was created; none to leave the one that is there.
    pub subject_id: Option<String>,
    /// The service's words; none to have none.
    pub words: Option<String>,
}

impl Store {
    /// Enters a change; its number.
    ///
    /// # Errors
    /// When the store can't be written; then nothing must be sent.
    pub fn enter(&self, owner: &JournalOwner, entry: &NewEntry) -> Result<i64, StoreError> {
        let connection = self.connection();
        connection.execute(
            "INSERT INTO journal (base_url, user_name, at_ms, subject, subject_id, name,
                                  before_json, after_json, state, undoes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                owner.base_url,
                owner.user_name,
                entry.at_ms,
                entry.subject,
                entry.subject_id,
                entry.name,
                entry.before_json,
                entry.after_json,
                entry.state,
                entry.undoes,
            ],
        )?;
        Ok(connection.last_insert_rowid())
    }

    /// Notes what became of an entry, and of the one that it takes back, in one transaction.
    ///
    /// # Errors
    /// When the store can't be written.
    pub fn conclude(
        &self,
        id: i64,
        outcome: &EntryOutcome,
        taken_back: Option<(i64, &'static str)>,
    ) -> Result<(), StoreError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        transaction.execute(
            "UPDATE journal SET state = ?2, subject_id = coalesce(?3, subject_id), words = ?4
             WHERE id = ?1",
            params![id, outcome.state, outcome.subject_id, outcome.words],
        )?;
        if let Some((id, state)) = taken_back {
            transaction.execute(
                "UPDATE journal SET state = ?2 WHERE id = ?1",
                params![id, state],
            )?;
        }
        transaction.commit()?;
        Ok(())
    }

    /// An owner's latest entries, newest first.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn journal(
        &self,
        owner: &JournalOwner,
        limit: u32,
    ) -> Result<Vec<JournalRecord>, StoreError> {
        read(
            &self.connection(),
            "ORDER BY id DESC LIMIT ?3",
            params![owner.base_url, owner.user_name, limit],
        )
    }

    /// An owner's entries in these states, oldest first.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn journal_in_states(
        &self,
        owner: &JournalOwner,
        states: [&str; 2],
    ) -> Result<Vec<JournalRecord>, StoreError> {
        let [one, other] = states;
        read(
            &self.connection(),
            "AND state IN (?3, ?4) ORDER BY id",
            params![owner.base_url, owner.user_name, one, other],
        )
    }

    /// One of an owner's entries.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn journal_entry(
        &self,
        owner: &JournalOwner,
        id: i64,
    ) -> Result<Option<JournalRecord>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM journal WHERE base_url = ?1 AND user_name = ?2 AND id = ?3"
        );
        let found =
            self.connection()
                .query_row(&sql, params![owner.base_url, owner.user_name, id], record);
        Ok(found.optional()?)
    }
}

fn read(
    connection: &Connection,
    which: &str,
    params: &[&dyn rusqlite::ToSql],
) -> Result<Vec<JournalRecord>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM journal WHERE base_url = ?1 AND user_name = ?2 {which}");
    let mut statement = connection.prepare(&sql)?;
    let records = statement.query_map(params, record)?;
    Ok(records.collect::<Result<_, _>>()?)
}

fn record(row: &Row<'_>) -> rusqlite::Result<JournalRecord> {
    Ok(JournalRecord {
        id: row.get(0)?,
        at_ms: row.get(1)?,
        subject: row.get(2)?,
        subject_id: row.get(3)?,
        name: row.get(4)?,
        before_json: row.get(5)?,
        after_json: row.get(6)?,
        state: row.get(7)?,
        words: row.get(8)?,
        undoes: row.get(9)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owner(user_name: &str) -> JournalOwner {
        JournalOwner {
            base_url: "https://api.plaspy.com".to_owned(),
            user_name: user_name.to_owned(),
        }
    }

    fn entry(name: &str) -> NewEntry {
        NewEntry {
            at_ms: 1,
            subject: "group",
            subject_id: None,
            name: name.to_owned(),
            before_json: None,
            after_json: Some("{}".to_owned()),
            state: "pending",
            undoes: None,
        }
    }

    #[test]
    fn each_account_reads_its_own_entries_newest_first() {
        let store = Store::in_memory().expect("memory");
        for name in ["one", "two"] {
            store.enter(&owner("ana"), &entry(name)).expect("entered");
        }
        let of_ben = store
            .enter(&owner("ben"), &entry("three"))
            .expect("entered");
        let names: Vec<_> = store
            .journal(&owner("ana"), 10)
            .expect("read")
            .into_iter()
            .map(|record| record.name)
            .collect();
        assert_eq!(names, ["two", "one"]);
        assert_eq!(
            store.journal_entry(&owner("ana"), of_ben).expect("read"),
            None
        );
    }

    #[test]
    fn an_entry_that_takes_another_back_concludes_both() {
        let store = Store::in_memory().expect("memory");
        let first = store.enter(&owner("ana"), &entry("one")).expect("entered");
        let undoing = NewEntry {
            undoes: Some(first),
            ..entry("one")
        };
        let second = store.enter(&owner("ana"), &undoing).expect("entered");
        let outcome = EntryOutcome {
            state: "done",
            subject_id: Some("g1".to_owned()),
            words: None,
        };
        store
            .conclude(second, &outcome, Some((first, "undone")))
            .expect("concluded");
        let states: Vec<_> = store
            .journal(&owner("ana"), 10)
            .expect("read")
            .into_iter()
            .map(|record| (record.state, record.subject_id))
            .collect();
        let expected = [("done", Some("g1")), ("undone", None)];
        assert_eq!(
            states,
            expected.map(|(state, id)| (state.to_owned(), id.map(str::to_owned)))
        );
        let open = store
            .journal_in_states(&owner("ana"), ["pending", "sent"])
            .expect("read");
        assert!(open.is_empty());
    }
}
