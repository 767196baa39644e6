//! The journal: every change to the account's groups and users, and every command, entered before it is sent. What a
//! change holds and what its states mean is the app's; secrets never enter it.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::{AccountKey, Store, StoreError};

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

/// Changes that were made together carry the number of the first of them.
pub(crate) const BATCHES: &str = "
    ALTER TABLE journal ADD COLUMN batch INTEGER;
    ALTER TABLE journal ADD COLUMN password_open INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX journal_of_batch ON journal (batch) WHERE batch IS NOT NULL;
";

/// The kind of a failure; the words beside it are the service's own since then.
pub(crate) const TROUBLE: &str = "ALTER TABLE journal ADD COLUMN trouble TEXT;";

/// What came after a command was sent.
pub(crate) const AFTERMATH: &str = "ALTER TABLE journal ADD COLUMN aftermath_json TEXT;";

const COLUMNS: &str = "id, at_ms, subject, subject_id, name, before_json, after_json, state, words,
     undoes, batch, password_open, aftermath_json, trouble";

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
    /// Whether a password goes with it, of which nobody knows yet whether it arrived.
    pub password_open: bool,
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
    /// What the service answered.
    pub words: Option<String>,
    /// The kind of failure, where something went wrong.
    pub trouble: Option<String>,
    /// The entry that it takes back.
    pub undoes: Option<i64>,
    /// The first entry of those that were made together; none for one that was made alone.
    pub batch: Option<i64>,
    /// Whether a password went with it of which nobody knows whether it arrived.
    pub password_open: bool,
    /// What came after it was sent, as JSON.
    pub aftermath_json: Option<String>,
}

/// How many entries of a batch have each state.
pub type BatchStates = Vec<(String, u32)>;

/// What became of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryOutcome {
    /// The entry's number.
    pub id: i64,
    /// Its state from now on.
    pub state: &'static str,
    /// The id of what was created; none to leave the one that is there.
    pub subject_id: Option<String>,
    /// What the service answered; none to have none.
    pub words: Option<String>,
    /// The kind of failure; none to have none.
    pub trouble: Option<String>,
    /// The state from now on of the entry that this one takes back.
    pub taken_back: Option<&'static str>,
    /// Whether the password that goes with it is known to have arrived.
    pub password_arrived: bool,
}

impl Store {
    /// Enters changes, all or none; their numbers in order. Several are a batch.
    ///
    /// # Errors
    /// When the store can't be written; then nothing must be sent.
    pub fn enter(&self, owner: &AccountKey, entries: &[NewEntry]) -> Result<Vec<i64>, StoreError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        let mut ids = Vec::with_capacity(entries.len());
        for entry in entries {
            let batch = ids.first().copied();
            let mut insert = transaction.prepare_cached(
                "INSERT INTO journal (base_url, user_name, at_ms, subject, subject_id, name,
                                      before_json, after_json, state, undoes, batch, password_open)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            )?;
            ids.push(insert.insert(params![
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
                batch,
                entry.password_open,
            ])?);
        }
        if let [first, _, ..] = ids[..] {
            transaction.execute("UPDATE journal SET batch = id WHERE id = ?1", [first])?;
        }
        transaction.commit()?;
        Ok(ids)
    }

    /// Notes what became of entries, and of those that they take back, all or none.
    ///
    /// # Errors
    /// When the store can't be written.
    pub fn conclude(&self, outcomes: &[EntryOutcome]) -> Result<(), StoreError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        for outcome in outcomes {
            let mut update = transaction.prepare_cached(
                "UPDATE journal
                 SET state = ?2, subject_id = coalesce(?3, subject_id), words = ?4,
                     password_open = password_open AND NOT ?5, trouble = ?6
                 WHERE id = ?1",
            )?;
            update.execute(params![
                outcome.id,
                outcome.state,
                outcome.subject_id,
                outcome.words,
                outcome.password_arrived,
                outcome.trouble,
            ])?;
            if let Some(state) = outcome.taken_back {
                let mut update = transaction.prepare_cached(
                    "UPDATE journal SET state = ?2
                     WHERE id = (SELECT undoes FROM journal WHERE id = ?1)",
                )?;
                update.execute(params![outcome.id, state])?;
            }
        }
        transaction.commit()?;
        Ok(())
    }

    /// Keeps what came after an entry was sent, in place of what was kept before.
    ///
    /// # Errors
    /// When the store can't be written.
    pub fn keep_aftermath(&self, entry: i64, json: &str) -> Result<(), StoreError> {
        self.connection().execute(
            "UPDATE journal SET aftermath_json = ?2 WHERE id = ?1",
            params![entry, json],
        )?;
        Ok(())
    }

    /// An owner's latest entries, newest first; of those that were made together the first only.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn journal_gathered(
        &self,
        owner: &AccountKey,
        limit: u32,
    ) -> Result<Vec<JournalRecord>, StoreError> {
        read(
            &self.connection(),
            "AND (batch IS NULL OR batch = id) ORDER BY id DESC LIMIT ?3",
            params![owner.base_url, owner.user_name, limit],
        )
    }

    /// An owner's entries that were made together, in order.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn journal_batch(
        &self,
        owner: &AccountKey,
        batch: i64,
    ) -> Result<Vec<JournalRecord>, StoreError> {
        read(
            &self.connection(),
            "AND batch = ?3 ORDER BY id",
            params![owner.base_url, owner.user_name, batch],
        )
    }

    /// How the entries of a batch stand.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn batch_states(&self, batch: i64) -> Result<BatchStates, StoreError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT state, count(*) FROM journal WHERE batch = ?1 GROUP BY state ORDER BY state",
        )?;
        let states = statement.query_map([batch], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(states.collect::<Result<_, _>>()?)
    }

    /// An owner's latest entries, newest first.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn journal(
        &self,
        owner: &AccountKey,
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
        owner: &AccountKey,
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
        owner: &AccountKey,
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
        batch: row.get(10)?,
        password_open: row.get(11)?,
        aftermath_json: row.get(12)?,
        trouble: row.get(13)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owner(user_name: &str) -> AccountKey {
        AccountKey {
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
            password_open: false,
        }
    }

    fn entered(store: &Store, owner: &AccountKey, entry: NewEntry) -> i64 {
        store.enter(owner, &[entry]).expect("entered")[0]
    }

    #[test]
    fn each_account_reads_its_own_entries_newest_first() {
        let store = Store::in_memory().expect("memory");
        for name in ["one", "two"] {
            entered(&store, &owner("ana"), entry(name));
        }
        let of_ben = entered(&store, &owner("ben"), entry("three"));
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
        let first = entered(&store, &owner("ana"), entry("one"));
        let undoing = NewEntry {
            undoes: Some(first),
            ..entry("one")
        };
        let second = entered(&store, &owner("ana"), undoing);
        let outcome = EntryOutcome {
            id: second,
            state: "done",
            subject_id: Some("g1".to_owned()),
            words: Some("sure".to_owned()),
            trouble: Some("refused".to_owned()),
            taken_back: Some("undone"),
            password_arrived: false,
        };
        store.conclude(&[outcome]).expect("concluded");
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

    #[test]
    fn what_was_made_together_is_listed_once_and_found_whole() {
        let store = Store::in_memory().expect("memory");
        let owner = owner("ana");
        let alone = entered(&store, &owner, entry("alone"));
        let batch = store
            .enter(&owner, &["one", "two", "three"].map(entry))
            .expect("entered");
        let gathered = store.journal_gathered(&owner, 10).expect("read");
        let listed: Vec<_> = gathered.iter().map(|it| (it.id, it.batch)).collect();
        assert_eq!(listed, [(batch[0], Some(batch[0])), (alone, None)]);
        let of_batch = store.journal_batch(&owner, batch[0]).expect("read");
        let names: Vec<_> = of_batch.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["one", "two", "three"]);
        let done = EntryOutcome {
            id: batch[1],
            state: "done",
            ..EntryOutcome::default()
        };
        store.conclude(&[done]).expect("concluded");
        let states = store.batch_states(batch[0]).expect("read");
        assert_eq!(states, [("done".to_owned(), 1), ("pending".to_owned(), 2)]);
    }
}
