//! Carries changes out: entered in the journal before anything is sent, held against what the
//! service has, sent as little as possible, and settled by reading where an answer got lost.

use std::sync::Arc;

use fleet_store::{EntryOutcome, JournalOwner, JournalRecord, Store, StoreError};
use plaspy::GroupId;
use plaspy::models::{Group, GroupInput};

use super::Active;
use crate::blocking::blocking;
use crate::change::journal::{self, EntryState, JournalEntry};
use crate::change::{GroupChange, GroupField, GroupForm, Unfit, patch};
use crate::error::Error;
use crate::moves::ViewName;
use crate::view::groups::{GroupConflict, GroupOutcome};

/// The most entries that a search looks through.
const MOST_SEARCHED: u32 = 10_000;

/// How a change went.
enum Carried {
    /// The service has it; the group's id.
    Out(String),
    /// Someone else's edit stands in its way; the group as it is now. Nothing was sent.
    Stopped(GroupForm),
    /// The group is no more. Nothing was sent.
    Gone,
}

impl Active {
    /// Carries a change to a group out. `undoes` is the journal's entry that it takes back.
    ///
    /// # Errors
    /// [`Error::Unfit`] where it breaks a rule of the service; [`Error::Store`] where it can't be
    /// entered in the journal, and then nothing is sent; [`Error::Service`] where the service does
    /// not have it, or where nobody can tell: such an entry stays sent and is settled by reading.
    pub async fn change_group(
        &self,
        change: GroupChange,
        undoes: Option<i64>,
    ) -> Result<GroupOutcome, Error> {
        let change = change.tidy();
        let _one_at_a_time = self.changing.lock().await;
        self.check(&change)?;
        let entry = self.enter(&change, undoes).await?;
        let carried = match self.carry_out(entry, &change).await {
            Err(Error::Service(error)) if may_have_arrived(&error) => {
                match self.arrived(&change).await {
                    Ok(Some(id)) => Ok(Carried::Out(id)),
                    Ok(None) => Err(Error::Service(error)),
                    Err(unknown) => {
                        self.surroundings.moves.moved(ViewName::Journal);
                        return Err(unknown);
                    }
                }
            }
            carried => carried,
        };
        let concluded = self.conclude(entry, undoes, &carried).await;
        self.reread_groups().await;
        self.surroundings.moves.moved(ViewName::Journal);
        let outcome = self.outcome(entry, &change, carried?);
        concluded?;
        Ok(outcome)
    }

    /// The latest entries of the journal that hold every word of a text, newest first.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub async fn journal(&self, text: &str, limit: u32) -> Result<Vec<JournalEntry>, Error> {
        let (store, owner) = self.journal_of();
        let text = text.to_owned();
        blocking(move || {
            let most = match text.trim().is_empty() {
                true => limit,
                false => MOST_SEARCHED,
            };
            let records = store.journal(&owner, most)?;
            let entries = records.iter().filter_map(journal::shown);
            let found = entries.filter(|entry| journal::matches(entry, &text));
            Ok::<_, StoreError>(found.take(limit as usize).collect())
        })
        .await
    }

    /// The change that takes an entry back.
    ///
    /// # Errors
    /// [`Error::NotUndoable`] where it is not done, or taken back already; [`Error::Store`].
    pub async fn inverse_of_entry(&self, id: i64) -> Result<GroupChange, Error> {
        let (store, owner) = self.journal_of();
        let record = blocking(move || store.journal_entry(&owner, id)).await?;
        let inverse = record.as_ref().and_then(journal::inverse_of);
        inverse.ok_or(Error::NotUndoable(id))
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
        for record in open {
            if let Err(error) = self.settle(&record).await {
                tracing::warn!(%error, entry = record.id, "what became of a change is not known");
            }
        }
    }

    async fn settle(&self, record: &JournalRecord) -> Result<(), Error> {
        let Some(change) = journal::change_of(record) else {
            return Ok(());
        };
        let arrived = match record.state == EntryState::Sent.word() {
            true => self.arrived(&change).await?,
            false => None,
        };
        let outcome = EntryOutcome {
            state: match arrived {
                Some(_) => EntryState::Done.word(),
                None => EntryState::Failed.word(),
            },
            subject_id: arrived,
            words: None,
        };
        self.note(record.id, outcome, record.undoes).await?;
        self.surroundings.moves.moved(ViewName::Journal);
        Ok(())
    }

    async fn carry_out(&self, entry: i64, change: &GroupChange) -> Result<Carried, Error> {
        let (id, before) = match change {
            GroupChange::Create { after } => return self.create(entry, change, after).await,
            GroupChange::Edit { id, before, .. } | GroupChange::Delete { id, before } => {
                (GroupId::from(id.as_str()), before)
            }
        };
        let Some(now) = self.read_group(&id).await? else {
            return Ok(Carried::Gone);
        };
        let form = GroupForm::from(&now).tidy();
        if !change.conflicts(&form).is_empty() {
            return Ok(Carried::Stopped(form));
        }
        let client = self.client_for_person();
        match change.after() {
            Some(after) => {
                let mut fields = before.differences(after).into_iter();
                if fields.any(|field| now.unreadable.iter().any(|name| name == field.on_wire())) {
                    return Err(Unfit::Unreadable.into());
                }
                self.note_sent(entry).await?;
                client.edit_group(&id, &patch(&now, before, after)).await?;
            }
            None => {
                self.note_sent(entry).await?;
                client.delete_group(&id).await?;
            }
        }
        Ok(Carried::Out(id.to_string()))
    }

    async fn create(
        &self,
        entry: i64,
        change: &GroupChange,
        after: &GroupForm,
    ) -> Result<Carried, Error> {
        self.note_sent(entry).await?;
        let input = GroupInput::from(after);
        if let Some(made) = self.client_for_person().create_group(&input).await?.value {
            return Ok(Carried::Out(made.id.to_string()));
        }
        // The service did not repeat it, so that only reading tells its id.
        let id = self.arrived(change).await?;
        let fields = GroupField::ALL.map(|field| field.on_wire().to_owned());
        let not_kept = plaspy::Error::NotKept {
            fields: fields.to_vec(),
        };
        Ok(Carried::Out(id.ok_or(not_kept)?))
    }

    /// Whether the service has what a change wants: the group's id if so.
    async fn arrived(&self, change: &GroupChange) -> Result<Option<String>, Error> {
        let Some(id) = change.id() else {
            // Names are unique, so that one of this name and these devices is the one.
            let groups = self.client_for_person().list_groups().await?.value.items;
            let made = groups
                .iter()
                .find(|group| change.has_arrived(&GroupForm::from(*group).tidy()));
            return Ok(made.map(|group| group.id.to_string()));
        };
        let now = self.read_group(&id).await?;
        let is_there = match (&now, change) {
            (None, GroupChange::Delete { .. }) => true,
            (None, _) => false,
            (Some(now), _) => change.has_arrived(&GroupForm::from(now).tidy()),
        };
        Ok(is_there.then(|| id.to_string()))
    }

    async fn read_group(&self, id: &GroupId) -> Result<Option<Group>, Error> {
        match self.client_for_person().get_group(id).await {
            Ok(answer) => Ok(Some(answer.value)),
            Err(plaspy::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    async fn reread_groups(&self) {
        match self.client_for_person().list_groups().await {
            Ok(groups) => self.fleet_mut().regroup(groups.value),
            Err(error) => tracing::warn!(%error, "the groups could not be read again"),
        }
        for view in [ViewName::Groups, ViewName::Devices] {
            self.surroundings.moves.moved(view);
        }
    }

    async fn enter(&self, change: &GroupChange, undoes: Option<i64>) -> Result<i64, Error> {
        let entry = journal::new_entry(change, self.client.server_now(), undoes)
            .map_err(|error| Error::Store(error.to_string()))?;
        let (store, owner) = self.journal_of();
        blocking(move || store.enter(&owner, &entry)).await
    }

    async fn note_sent(&self, entry: i64) -> Result<(), Error> {
        let outcome = EntryOutcome {
            state: EntryState::Sent.word(),
            ..EntryOutcome::default()
        };
        self.note(entry, outcome, None).await
    }

    async fn conclude(
        &self,
        entry: i64,
        undoes: Option<i64>,
        carried: &Result<Carried, Error>,
    ) -> Result<(), Error> {
        let (state, subject_id, words) = match carried {
            Ok(Carried::Out(id)) => (EntryState::Done, Some(id.clone()), None),
            Ok(Carried::Stopped(_) | Carried::Gone) => (EntryState::Conflicted, None, None),
            Err(error) => (EntryState::Failed, None, Some(error.to_string())),
        };
        let outcome = EntryOutcome {
            state: state.word(),
            subject_id,
            words,
        };
        self.note(entry, outcome, undoes).await
    }

    /// Notes what became of an entry; once it is done, the one that it takes back is undone.
    async fn note(
        &self,
        entry: i64,
        outcome: EntryOutcome,
        undoes: Option<i64>,
    ) -> Result<(), Error> {
        let is_done = outcome.state == EntryState::Done.word();
        let taken_back = undoes.filter(|_| is_done);
        let taken_back = taken_back.map(|id| (id, EntryState::Undone.word()));
        let (store, _) = self.journal_of();
        blocking(move || store.conclude(entry, &outcome, taken_back)).await
    }

    fn outcome(&self, entry: i64, change: &GroupChange, carried: Carried) -> GroupOutcome {
        let outcome = GroupOutcome {
            entry,
            id: change.id().map(|id| id.to_string()),
            ..GroupOutcome::default()
        };
        match carried {
            Carried::Out(id) => GroupOutcome {
                id: Some(id),
                ..outcome
            },
            Carried::Gone => GroupOutcome {
                is_gone: true,
                ..outcome
            },
            Carried::Stopped(now) => GroupOutcome {
                conflicts: self.conflicts(change, &now),
                theirs: Some(now),
                ..outcome
            },
        }
    }

    fn conflicts(&self, change: &GroupChange, now: &GroupForm) -> Vec<GroupConflict> {
        let fleet = self.fleet();
        let shown = |form: Option<&GroupForm>, field| {
            let Some(form) = form else {
                return String::new();
            };
            match field {
                GroupField::Name => form.name.clone(),
                GroupField::Description => form.description.clone(),
                GroupField::Devices => {
                    let devices = fleet.device_refs(&form.devices).into_iter();
                    devices
                        .map(|device| device.name)
                        .collect::<Vec<_>>()
                        .join(", ")
                }
            }
        };
        let conflicts = change.conflicts(now).into_iter();
        let conflicts = conflicts.map(|field| GroupConflict {
            field,
            original: shown(change.before(), field),
            mine: shown(change.after(), field),
            theirs: shown(Some(now), field),
        });
        conflicts.collect()
    }

    fn journal_of(&self) -> (Arc<Store>, JournalOwner) {
        let id = self.account.id();
        let owner = JournalOwner {
            base_url: id.base_url,
            user_name: id.user_name,
        };
        (Arc::clone(&self.surroundings.store), owner)
    }
}

/// Whether the service may have carried a request out that failed like this.
fn may_have_arrived(error: &plaspy::Error) -> bool {
    matches!(
        error,
        plaspy::Error::Timeout
            | plaspy::Error::ConnectionLost { .. }
            | plaspy::Error::ServiceDown { .. }
            | plaspy::Error::NotUnderstood { .. }
            | plaspy::Error::TooLarge { .. }
    )
}
