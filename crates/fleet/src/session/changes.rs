//! Carries a change out: entered in the journal before anything is sent, held against what the
//! service has, sent as little as possible, and settled by reading where an answer got lost.

use fleet_store::EntryOutcome;
use plaspy::models::PatchOperation;
use secrecy::ExposeSecret as _;

use super::Active;
use super::journal::{ToEnter, arrived_among, outcome_of};
use super::passwords::PasswordSource;
use super::subject::{Along, Subject};
use crate::change::journal::EntryState;
use crate::change::{AnyChange, Change, Form, Unfit, patch};
use crate::error::{Error, Trouble};
use crate::moves::ViewName;
use crate::view::changes::ChangeOutcome;

/// An edit, taken apart.
pub(super) struct Edit<'a, F> {
    pub(super) id: &'a str,
    pub(super) before: &'a F,
    pub(super) after: &'a F,
}

/// How a change went.
pub(super) enum Carried<F> {
    /// The service has it; the thing's id.
    Out(String),
    /// Someone else's edit stands in its way; the thing as it is now. Nothing was sent.
    Stopped(F),
    /// The thing is no more. Nothing was sent.
    Gone,
}

impl Active {
    /// Carries a change out. `undoes` is the journal's entry that it takes back.
    ///
    /// # Errors
    /// [`Error::Unfit`] where it breaks a rule of the service; [`Error::Store`] where it can't be
    /// entered in the journal, and then nothing is sent; [`Error::Service`] where the service does
    /// not have it, or where nobody can tell: such an entry stays sent and is settled by reading.
    pub async fn change(
        &self,
        change: AnyChange,
        undoes: Option<i64>,
        password: Option<PasswordSource>,
    ) -> Result<ChangeOutcome, Error> {
        let password = password
            .map(|source| self.passwords.of(source))
            .transpose()?;
        let change = change.tidy();
        let _one_at_a_time = self.changing.lock().await;
        self.check(&change, password.is_some())?;
        match change {
            AnyChange::Group(change) => {
                let outcome = self.carry(change, undoes, Along::default()).await;
                self.reread_groups().await;
                outcome
            }
            AnyChange::User(change) => {
                let users = match self.known_users() {
                    Some(users) => users,
                    None => self.read_users().await?,
                };
                let along = Along {
                    memberships: Some(users.memberships()),
                    password: password.as_ref(),
                };
                let outcome = self.carry(change, undoes, along).await;
                if let Err(error) = self.read_users().await {
                    tracing::warn!(%error, "the users could not be read again");
                }
                outcome
            }
        }
    }

    async fn carry<F: Subject>(
        &self,
        change: Change<F>,
        undoes: Option<i64>,
        along: Along<'_>,
    ) -> Result<ChangeOutcome, Error> {
        let any = F::any_change(change.clone());
        let has_password = along.password.is_some();
        let to_enter = ToEnter {
            change: &any,
            undoes,
            has_password,
        };
        let entries = self.enter(&[to_enter]).await?;
        let entry = entries.first().copied().unwrap_or_default();
        let mut password_arrived = has_password;
        let carried = match self.carry_out(entry, &change, along).await {
            Err(Error::Service(error)) if may_have_arrived(&error) => {
                match self.arrived(&change, along).await {
                    // Nobody can read whether a password is there. With other fields it came in one
                    // piece; of one alone nothing tells, and of one of a new user nothing for sure.
                    Ok(Some(id)) if !has_password || !change.fields().is_empty() => {
                        password_arrived = matches!(change, Change::Edit { .. });
                        Ok(Carried::Out(id))
                    }
                    Ok(_) => Err(Error::Service(error)),
                    Err(unknown) => {
                        self.surroundings.moves.moved(ViewName::Journal);
                        return Err(unknown);
                    }
                }
            }
            carried => carried,
        };
        if let (Ok(Carried::Out(id)), true) = (&carried, change.id().is_some()) {
            self.settled_by_hand(id);
        }
        let concluded = self.conclude(entry, &carried, password_arrived).await;
        self.surroundings.moves.moved(ViewName::Journal);
        let outcome = self.outcome(entry, &change, carried?);
        concluded?;
        Ok(outcome)
    }

    async fn carry_out<F: Subject>(
        &self,
        entry: i64,
        change: &Change<F>,
        along: Along<'_>,
    ) -> Result<Carried<F>, Error> {
        match change {
            Change::Create { after } => self.create(entry, change, after, along).await,
            Change::Edit { id, before, after } => {
                let edit = Edit { id, before, after };
                self.edit_as_read(Some(entry), change, edit, along).await
            }
            Change::Delete { id, .. } => self.delete_as_read(entry, change, id, along).await,
        }
    }

    async fn delete_as_read<F: Subject>(
        &self,
        entry: i64,
        change: &Change<F>,
        id: &str,
        along: Along<'_>,
    ) -> Result<Carried<F>, Error> {
        let client = self.client_for_person();
        let Some(now) = F::read(&client, id, along).await? else {
            return Ok(Carried::Gone);
        };
        if !change.conflicts(&now.form).is_empty() {
            return Ok(Carried::Stopped(now.form));
        }
        self.note_sent(entry).await?;
        F::delete(&client, id).await?;
        Ok(Carried::Out(id.to_owned()))
    }

    /// Edits one thing by a reading of its own, a moment before and one after. `entry` is the journal's
    /// that is still to be noted as sent.
    pub(super) async fn edit_as_read<F: Subject>(
        &self,
        entry: Option<i64>,
        change: &Change<F>,
        Edit { id, before, after }: Edit<'_, F>,
        along: Along<'_>,
    ) -> Result<Carried<F>, Error> {
        let client = self.client_for_person();
        let Some(now) = F::read(&client, id, along).await? else {
            return Ok(Carried::Gone);
        };
        if !change.conflicts(&now.form).is_empty() {
            return Ok(Carried::Stopped(now.form));
        }
        if let Some(field) = lost_field(before, after, &now.unreadable) {
            return Err(Unfit::Unreadable(field).into());
        }
        let mut patch = patch(&now.raw, before, after, &along.memberships(), F::GUARD);
        if let Some(password) = along.password {
            patch.0.push(PatchOperation::Add {
                path: "/password".to_owned(),
                value: password.expose_secret().into(),
            });
        }
        if let Some(entry) = entry {
            self.note_sent(entry).await?;
        }
        match F::edit(&client, id, &patch, along).await {
            // The service's own guard is quicker than reading: someone else was quicker still.
            Err(Error::Service(plaspy::Error::Conflict { message })) => {
                match F::read(&client, id, along).await? {
                    None => Ok(Carried::Gone),
                    // It was this very edit, which had arrived before its answer got lost.
                    Some(now) if change.has_arrived(&now.form) => Ok(Carried::Out(id.to_owned())),
                    Some(now) if !change.conflicts(&now.form).is_empty() => {
                        Ok(Carried::Stopped(now.form))
                    }
                    Some(_) => Err(plaspy::Error::Conflict { message }.into()),
                }
            }
            edited => edited.map(|()| Carried::Out(id.to_owned())),
        }
    }

    async fn create<F: Subject>(
        &self,
        entry: i64,
        change: &Change<F>,
        after: &F,
        along: Along<'_>,
    ) -> Result<Carried<F>, Error> {
        self.note_sent(entry).await?;
        if let Some(id) = F::create(&self.client_for_person(), after, along).await? {
            return Ok(Carried::Out(id));
        }
        // The service did not repeat it, so that only reading tells its id.
        let id = self.arrived(change, along).await.map_err(|error| {
            let reason = format!("what was made could not be read: {error}");
            plaspy::Error::ConnectionLost { reason }
        })?;
        let fields = F::FIELDS.iter().map(|field| field.name().to_owned());
        let not_kept = plaspy::Error::NotKept {
            fields: fields.collect(),
        };
        Ok(Carried::Out(id.ok_or(not_kept)?))
    }

    /// Whether the service has what a change wants: the thing's id if so.
    async fn arrived<F: Subject>(
        &self,
        change: &Change<F>,
        along: Along<'_>,
    ) -> Result<Option<String>, Error> {
        let client = self.client_for_person();
        let there = match change.id() {
            None => F::list(&client, along).await?,
            Some(id) => F::read(&client, id, along).await?.into_iter().collect(),
        };
        Ok(arrived_among(change, &there))
    }

    /// Reads the groups again, and finds out what the users see by them.
    pub(super) async fn reread_groups(&self) {
        match self.client_for_person().list_groups().await {
            Ok(groups) => self.regroup(groups.value),
            Err(error) => tracing::warn!(%error, "the groups could not be read again"),
        }
    }

    pub(super) async fn note_sent(&self, entry: i64) -> Result<(), Error> {
        let outcome = EntryOutcome {
            id: entry,
            state: EntryState::Sent.word(),
            ..EntryOutcome::default()
        };
        self.note(vec![outcome]).await
    }

    async fn conclude<F>(
        &self,
        entry: i64,
        carried: &Result<Carried<F>, Error>,
        password_arrived: bool,
    ) -> Result<(), Error> {
        let (state, subject_id, trouble) = match carried {
            Ok(Carried::Out(id)) => (EntryState::Done, Some(id.clone()), None),
            Ok(Carried::Stopped(_) | Carried::Gone) => (EntryState::Conflicted, None, None),
            Err(error) => (EntryState::Failed, None, Some(Trouble::of(error))),
        };
        let is_done = state == EntryState::Done;
        let outcome = EntryOutcome {
            id: entry,
            state: state.word(),
            subject_id,
            taken_back: is_done.then_some(EntryState::Undone.word()),
            password_arrived,
            ..outcome_of(trouble.as_ref())
        };
        self.note(vec![outcome]).await
    }

    fn outcome<F: Subject>(
        &self,
        entry: i64,
        change: &Change<F>,
        carried: Carried<F>,
    ) -> ChangeOutcome {
        let outcome = ChangeOutcome {
            entry,
            id: change.id().map(str::to_owned),
            conflicts: Vec::new(),
            theirs: None,
            is_gone: false,
        };
        match carried {
            Carried::Out(id) => ChangeOutcome {
                id: Some(id),
                ..outcome
            },
            Carried::Gone => ChangeOutcome {
                is_gone: true,
                ..outcome
            },
            Carried::Stopped(now) => {
                let theirs = F::any_form(now);
                let change = F::any_change(change.clone());
                ChangeOutcome {
                    conflicts: self.fleet().conflicts(&change, &theirs),
                    theirs: Some(theirs),
                    ..outcome
                }
            }
        }
    }
}

/// A field that would change though what the service has there could not be read.
pub(super) fn lost_field<F: Form>(
    before: &F,
    after: &F,
    unreadable: &[String],
) -> Option<crate::change::Field> {
    let mut fields = before.differences(after).into_iter();
    fields.find(|field| unreadable.iter().any(|name| name == field.name()))
}

/// Whether the service may have carried a request out that failed like this.
pub(super) fn may_have_arrived(error: &plaspy::Error) -> bool {
    matches!(
        error,
        plaspy::Error::Timeout
            | plaspy::Error::ConnectionLost { .. }
            | plaspy::Error::ServiceDown { .. }
            | plaspy::Error::NotUnderstood { .. }
            | plaspy::Error::TooLarge { .. }
    )
}
