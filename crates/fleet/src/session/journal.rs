//! The journal of an account: entering changes, noting what became of them, and finding that out
//! after the app ended in the middle.

use std::sync::Arc;

use fleet_store::{AccountKey, EntryOutcome, JournalRecord, Store, StoreError};
use plaspy::models::Memberships;

use super::Active;
use super::subject::{Along, Found, Subject};
use crate::blocking::blocking;
use crate::change::journal::{self, EntryState, JournalEntry};
use crate::change::{AnyChange, Change, GroupForm, UserForm};
use crate::error::{Error, Trouble};
use crate::moves::ViewName;
use crate::view::changes::FieldChange;

/// The most entries that a search looks through.
const MOST_SEARCHED: u32 = 10_000;

/// Which entries of the journal.
#[derive(Debug, Clone, Default)]
pub struct JournalFilter {
    /// Words that they hold.
    pub text: String,
    /// Only those of this state.
    pub state: Option<EntryState>,
    /// Only those that were made together with this one.
    pub batch: Option<i64>,
    /// The most that are wanted.
    pub limit: u32,
}

/// A change that is to be entered.
pub(super) struct ToEnter<'a> {
    pub(super) change: &'a AnyChange,
    /// The entry that it takes back.
    pub(super) undoes: Option<i64>,
    /// Whether a password goes with it.
    pub(super) has_password: bool,
}

impl Active {
    /// The latest entries of the journal that pass a filter, newest first. Without one, the first
    /// only of those that were made together.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub async fn journal(&self, filter: JournalFilter) -> Result<Vec<JournalEntry>, Error> {
        let (store, owner) = self.journal_of();
        blocking(move || {
            let records = match filter.batch {
                Some(batch) => store.journal_batch(&owner, batch)?,
                None if filter.text.trim().is_empty() && filter.state.is_none() => {
                    store.journal_gathered(&owner, filter.limit)?
                }
                None => store.journal(&owner, MOST_SEARCHED)?,
            };
            let is_gathered = filter.batch.is_none();
            let mut entries = Vec::new();
            for record in records {
                let is_wanted = filter
                    .state
                    .is_none_or(|state| state.word() == record.state)
                    && journal::matches(&record, &filter.text);
                if !is_wanted {
                    continue;
                }
                let batch = record
                    .batch
                    .filter(|batch| is_gathered && *batch == record.id);
                let states = batch.map(|batch| store.batch_states(batch)).transpose()?;
                entries.extend(journal::shown(&record, states));
                if entries.len() == filter.limit as usize {
                    break;
                }
            }
            Ok::<_, StoreError>(entries)
        })
        .await
    }

    /// One entry of the journal; `None` if it is not there, or can't be read by this version.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub async fn journal_entry(&self, id: i64) -> Result<Option<JournalEntry>, Error> {
        let (store, owner) = self.journal_of();
        let record = blocking(move || store.journal_entry(&owner, id)).await?;
        Ok(record.and_then(|record| journal::shown(&record, None)))
    }

    /// What an entry does to each field, with the names of today.
    ///
    /// # Errors
    /// [`Error::NotUndoable`] for an entry that is not there or that this version can't read.
    pub async fn entry_fields(&self, id: i64) -> Result<Vec<FieldChange>, Error> {
        let record = self.entry(id).await?;
        let change = journal::change_of(&record).ok_or(Error::NotUndoable(id))?;
        Ok(self.fleet().field_changes(&change))
    }

    /// The change that takes an entry back.
    ///
    /// # Errors
    /// [`Error::NotUndoable`] where it is not done, or taken back already; [`Error::Store`].
    pub async fn inverse_of_entry(&self, id: i64) -> Result<AnyChange, Error> {
        let record = self.entry(id).await?;
        journal::inverse_of(&record).ok_or(Error::NotUndoable(id))
    }

    async fn entry(&self, id: i64) -> Result<JournalRecord, Error> {
        let (store, owner) = self.journal_of();
        let record = blocking(move || store.journal_entry(&owner, id)).await?;
        record.ok_or(Error::NotUndoable(id))
    }

    /// The changes that take back what was made together with an entry, each with its entry; those
    /// that can't be taken back are left out.
    pub(super) async fn inverses_of_batch(
        &self,
        entry: i64,
    ) -> Result<Vec<(AnyChange, i64)>, Error> {
        let batch = self.entry(entry).await?.batch;
        let batch = batch.ok_or(Error::NotUndoable(entry))?;
        let (store, owner) = self.journal_of();
        let records = blocking(move || store.journal_batch(&owner, batch)).await?;
        let inverses = records
            .iter()
            .filter_map(|record| Some((journal::inverse_of(record)?, record.id)));
        Ok(inverses.collect())
    }

    /// Enters changes, all or none; their numbers.
    pub(super) async fn enter(&self, changes: &[ToEnter<'_>]) -> Result<Vec<i64>, Error> {
        let at = self.client.server_now();
        let entries = changes
            .iter()
            .map(|it| journal::new_entry(it.change, at, it.undoes, it.has_password))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| Error::Store(error.to_string()))?;
        let (store, owner) = self.journal_of();
        blocking(move || store.enter(&owner, &entries)).await
    }

    /// Notes what became of entries.
    pub(super) async fn note(&self, outcomes: Vec<EntryOutcome>) -> Result<(), Error> {
        let (store, _) = self.journal_of();
        blocking(move || store.conclude(&outcomes)).await
    }

    /// Finds out what became of changes that were under way when the app ended: by reading what the
    /// service has, never by sending anything again.
    pub(crate) async fn settle_journal(&self) {
        let _one_at_a_time = self.changing.lock().await;
        let states = [EntryState::Pending.word(), EntryState::Sent.word()];
        let (store, owner) = self.journal_of();
        let open = blocking(move || store.journal_in_states(&owner, states)).await;
        let open = open.unwrap_or_else(|error| {
            tracing::warn!(%error, "the journal can't be read");
            Vec::new()
        });
        if open.is_empty() {
            return;
        }
        let (mut groups, mut users) = (Vec::new(), Vec::new());
        let (mut unsent, mut unknown) = (Vec::new(), Vec::new());
        for record in open {
            match journal::change_of(&record) {
                _ if record.state == EntryState::Pending.word() => unsent.push(record.id),
                Some(AnyChange::Group(change)) => groups.push((record.id, change)),
                Some(AnyChange::User(change)) => users.push((record.id, change)),
                // Nothing that can be read tells whether a tracker got it.
                None if journal::command_of(&record).is_some() => unknown.push(record.id),
                None => {}
            }
        }
        let settled = tokio::join!(
            self.settle_as(EntryState::Failed, unsent),
            self.settle_as(EntryState::Unknown, unknown),
            self.settle_sent::<GroupForm>(groups),
            self.settle_sent::<UserForm>(users),
        );
        let (unsent, unknown, groups, users) = settled;
        let failures = [unsent.err(), unknown.err(), groups.err(), users.err()];
        for error in failures.into_iter().flatten() {
            tracing::warn!(%error, "what became of changes is not known");
        }
        self.surroundings.moves.moved(ViewName::Journal);
    }

    async fn settle_as(&self, state: EntryState, entries: Vec<i64>) -> Result<(), Error> {
        let outcomes = entries.into_iter().map(|id| EntryOutcome {
            id,
            state: state.word(),
            ..EntryOutcome::default()
        });
        self.note(outcomes.collect()).await
    }

    async fn settle_sent<F: Subject>(&self, sent: Vec<(i64, Change<F>)>) -> Result<(), Error> {
        if sent.is_empty() {
            return Ok(());
        }
        let client = self.client_for_person();
        // The fleet may know no groups yet, by which users' groups are told.
        let groups = match client.list_groups().await {
            Ok(groups) => groups.value.items,
            Err(plaspy::Error::NotPermitted { .. } | plaspy::Error::NotFound { .. }) => Vec::new(),
            Err(error) => return Err(error.into()),
        };
        let memberships = Memberships::new(&groups, &[]);
        let along = Along {
            memberships: Some(&memberships),
            password: None,
        };
        let all = F::list(&client, along).await?;
        let outcomes = sent.into_iter().map(|(id, change)| {
            let arrived = arrived_among(&change, &all);
            let state = match arrived {
                Some(_) => EntryState::Done,
                None => EntryState::Failed,
            };
            EntryOutcome {
                id,
                state: state.word(),
                subject_id: arrived,
                taken_back: (state == EntryState::Done).then_some(EntryState::Undone.word()),
                ..EntryOutcome::default()
            }
        });
        self.note(outcomes.collect()).await
    }

    pub(super) fn journal_of(&self) -> (Arc<Store>, AccountKey) {
        (Arc::clone(&self.surroundings.store), self.account.key())
    }
}

/// What is noted of a failure, if there was one; the number of its entry and its state are yet to be told.
pub(super) fn outcome_of(trouble: Option<&Trouble>) -> EntryOutcome {
    EntryOutcome {
        words: trouble.and_then(|it| it.words.clone()),
        trouble: trouble.and_then(Trouble::kind_word),
        ..EntryOutcome::default()
    }
}

/// Whether, of all things that the service has, one is as a change wants it: its id if so.
pub(super) fn arrived_among<F: Subject>(change: &Change<F>, all: &[Found<F>]) -> Option<String> {
    let Some(id) = change.id() else {
        let made = all.iter().find(|found| change.has_arrived(&found.form));
        return made.map(|found| found.id.clone());
    };
    let now = all.iter().find(|found| found.id == id);
    let is_there = match (now, change) {
        (None, Change::Delete { .. }) => true,
        (None, _) => false,
        (Some(now), _) => change.has_arrived(&now.form),
    };
    is_there.then(|| id.to_owned())
}
