//! Sends commands: to one device, or to the first of several and, on a second word, to the rest. Each is
//! in the journal before it goes out, and goes out once.

mod aftermath;
mod favourites;
mod preflight;
mod run;

use std::sync::Arc;

use fleet_store::EntryOutcome;
use plaspy::{DeviceId, Urgency};

use super::changes::may_have_arrived;
use super::journal::outcome_of;
use super::{Active, lock};
use crate::blocking::blocking;
use crate::change::journal::{self, EntryState};
use crate::command::{CommandForm, FavouriteCommand, payload};
use crate::error::{Error, Trouble};
use crate::moves::ViewName;
use crate::view::commands::{
    CommandCheck, CommandOrder, CommandRun, CommandRunState, CommandSecondWord, CommandState,
};
use crate::view::count;
use crate::view::filter::Sort;

use run::{Item, Run};

/// So many devices of a sending are asked about afterwards: those of a large one come round anyway.
const FOLLOWED: usize = 8;

/// What an account has to do with commands.
#[derive(Default)]
pub(super) struct Commanding {
    last_run: u32,
    run: Option<Run>,
    favourites: Option<Vec<FavouriteCommand>>,
    aftermath: tokio::task::JoinSet<()>,
}

/// What a command comes to before it is sent.
#[must_use]
pub fn check(form: &CommandForm) -> CommandCheck {
    CommandCheck {
        fault: payload::checked(form).err(),
        length_bytes: payload::length_bytes(form).ok().map(count),
        is_known_to_stop: payload::is_known_to_stop(&form.text, form.format),
    }
}

impl Active {
    /// Sends a command to the first of its devices; the others wait for a second word.
    ///
    /// # Errors
    /// [`Error::Command`] for what can't be sent, [`Error::CommandUnconfirmed`] and
    /// [`Error::CommandObjected`] where it is dangerous, [`Error::CommandMoved`] where it would go to
    /// others than the person saw, [`Error::JobRunning`] while another command is
    /// on its way, [`Error::DeviceUnknown`] for a selection that holds nothing. Nothing was sent then.
    pub async fn send_command(self: &Arc<Self>, order: CommandOrder) -> Result<CommandRun, Error> {
        let command = payload::checked(&order.form)?;
        let sending = {
            let fleet = self.fleet();
            let ids = fleet.selected(&order.devices, Sort::default());
            let first = ids.first();
            let first = first.ok_or_else(|| Error::DeviceUnknown(DeviceId::from("")))?;
            if first.as_str() != order.first || count(ids.len()) != order.count {
                return Err(Error::CommandMoved);
            }
            if order.form.is_treated_as_dangerous() {
                let name = fleet.device_ref(first.as_str()).name;
                if order.typed_name.trim() != name.trim() {
                    return Err(Error::CommandUnconfirmed);
                }
                let objections = self.objections(&fleet, first);
                if !objections.is_empty() && !order.is_overridden {
                    return Err(Error::CommandObjected);
                }
            }
            let items = ids
                .iter()
                .map(|id| Item::new(fleet.device_ref(id.as_str())));
            let items = items.collect();
            let mut commanding = lock(&self.commanding);
            // Under the lock: whoever closes the account finds the run, or it does not begin.
            self.check_open()?;
            if commanding.run.as_ref().is_some_and(Run::is_running) {
                return Err(Error::JobRunning);
            }
            commanding.last_run += 1;
            let number = commanding.last_run;
            let active = Arc::clone(self);
            let is_guarded = order.form.is_treated_as_dangerous() && !order.is_overridden;
            // Whoever asked may leave; what was begun is carried through.
            let sending = tokio::spawn(async move {
                active.send_item(number, 0, is_guarded).await;
                active.with_run(number, Run::await_word);
            });
            let mut run = Run::new(number, order.form, command, items);
            run.task = Some(sending.abort_handle());
            commanding.run = Some(run);
            sending
        };
        self.surroundings.moves.moved(ViewName::Commands);
        sending
            .await
            .map_err(|error| Error::Interrupted(error.to_string()))?;
        self.command_run().ok_or(Error::NoJob)
    }

    /// Sends the command that waits for a second word to the other devices, one after the other.
    ///
    /// # Errors
    /// [`Error::NoJob`] where none waits.
    pub fn send_to_rest(self: &Arc<Self>, word: CommandSecondWord) -> Result<CommandRun, Error> {
        {
            let mut commanding = lock(&self.commanding);
            self.check_open()?;
            let run = commanding.run.as_mut();
            let run = run.filter(|it| it.id == word.run && it.state == CommandRunState::Waiting);
            let run = run.ok_or(Error::NoJob)?;
            run.state = CommandRunState::Running;
            let active = Arc::clone(self);
            let task = tokio::spawn(async move { active.send_rest(word).await });
            run.task = Some(task.abort_handle());
        }
        self.surroundings.moves.moved(ViewName::Commands);
        self.command_run().ok_or(Error::NoJob)
    }

    /// Gives up what is not sent yet, also what waits its turn to be.
    pub fn drop_commands(&self) {
        if let Some(run) = lock(&self.commanding).run.as_mut() {
            run.give_up();
        }
        self.surroundings.moves.moved(ViewName::Commands);
    }

    /// The sending that runs, or that ran last.
    #[must_use]
    pub fn command_run(&self) -> Option<CommandRun> {
        lock(&self.commanding).run.as_ref().map(Run::view)
    }

    /// Ends all that goes on by itself. What is under way is unknown at the next start.
    pub(super) fn end_commands(&self) {
        let mut commanding = lock(&self.commanding);
        if let Some(task) = commanding.run.as_mut().and_then(|run| run.task.take()) {
            task.abort();
        }
        commanding.aftermath.abort_all();
    }

    async fn send_rest(self: Arc<Self>, word: CommandSecondWord) {
        while let Some((place, device, is_dangerous)) = self.with_run(word.run, Run::next).flatten()
        {
            let is_guarded = is_dangerous && !word.is_overridden;
            if is_guarded {
                // What can't be fetched leaves an old fix, which speaks against it.
                let _ = self.ask_now(&device, Urgency::Person).await;
                let objections = self.objections(&self.fleet(), &device);
                if !objections.is_empty() {
                    self.with_run(word.run, |run| run.refuse(place, objections));
                    continue;
                }
            }
            self.send_item(word.run, place, is_guarded).await;
        }
        self.with_run(word.run, |run| run.state = CommandRunState::Over);
    }

    /// Sends a run's command to one of its devices. One that is guarded goes out only while nothing
    /// speaks against it.
    async fn send_item(self: &Arc<Self>, run: u32, place: usize, is_guarded: bool) {
        let Some((device, form, command)) = self.with_run(run, |run| run.begin(place)).flatten()
        else {
            return;
        };
        let entry = match self.enter_command(&device.id, &device.name, &form).await {
            Ok(entry) => entry,
            Err(error) => {
                let trouble = Some(Trouble::of(&error));
                self.with_run(run, |run| run.stop(place, CommandState::Failed, trouble));
                return;
            }
        };
        self.with_run(run, |run| run.items[place].entry = Some(entry));
        let id = DeviceId::from(device.id.as_str());
        let sent_at = self.client.server_now();
        let client = self.client_for_person().while_it_holds({
            let (active, id) = (Arc::downgrade(self), id.clone());
            move || {
                let active = active.upgrade();
                active.is_some_and(|active| active.may_still_go(run, &id, is_guarded))
            }
        });
        let sent = client.send_command(&id, &command).await;
        let (state, in_journal) = match &sent {
            Ok(_) => (CommandState::Taken, EntryState::Done),
            Err(error) if may_have_arrived(error) => (CommandState::Unknown, EntryState::Unknown),
            Err(_) => (CommandState::Failed, EntryState::Failed),
        };
        let words = sent.as_ref().ok().and_then(|answer| answer.value.clone());
        let trouble = sent.as_ref().err().map(Trouble::of_service);
        let outcome = EntryOutcome {
            id: entry,
            state: in_journal.word(),
            ..outcome_of(trouble.as_ref())
        };
        let outcome = EntryOutcome {
            words: words.clone().or(outcome.words),
            ..outcome
        };
        if let Err(error) = self.note(vec![outcome]).await {
            tracing::warn!(%error, "what became of a command could not be noted");
        }
        self.surroundings.moves.moved(ViewName::Journal);
        let objections = match &sent {
            Err(plaspy::Error::Withdrawn) if is_guarded => self.objections(&self.fleet(), &id),
            _ => Vec::new(),
        };
        self.with_run(run, |run| match &sent {
            Err(plaspy::Error::Withdrawn) => run.withdraw(place, objections),
            // After the first one a person is asked anyway.
            Err(error)
                if stops_everything(error) && (place > 0 || state == CommandState::Failed) =>
            {
                run.stop(place, state, trouble);
            }
            _ => {
                run.end(place, state, trouble);
                run.items[place].words = words;
            }
        });
        if place < FOLLOWED && matches!(state, CommandState::Taken | CommandState::Unknown) {
            let active = Arc::downgrade(self);
            let following = aftermath::follow(active, entry, id, sent_at);
            let mut commanding = lock(&self.commanding);
            while commanding.aftermath.try_join_next().is_some() {}
            commanding.aftermath.spawn(following);
        }
    }

    /// Whether a command whose turn has come is still to go out: a person may have given it up, and the
    /// position that it was held against may be old by now.
    fn may_still_go(&self, run: u32, id: &DeviceId, is_guarded: bool) -> bool {
        let is_given_up = {
            let commanding = lock(&self.commanding);
            let run = commanding.run.as_ref().filter(|it| it.id == run);
            run.is_none_or(Run::is_given_up)
        };
        !is_given_up && (!is_guarded || self.objections(&self.fleet(), id).is_empty())
    }

    /// Enters a command as sent: pending first, so that one that was never sent is told from one that
    /// may have been.
    async fn enter_command(&self, id: &str, name: &str, form: &CommandForm) -> Result<i64, Error> {
        let at = self.client.server_now();
        let entry = journal::new_command_entry(id, name, form, at)
            .map_err(|error| Error::Store(error.to_string()))?;
        let (store, owner) = self.journal_of();
        let entries = blocking(move || store.enter(&owner, &[entry])).await?;
        let entry = entries.first().copied().unwrap_or_default();
        self.note_sent(entry).await?;
        self.surroundings.moves.moved(ViewName::Journal);
        Ok(entry)
    }

    fn with_run<T>(&self, id: u32, change: impl FnOnce(&mut Run) -> T) -> Option<T> {
        let changed = {
            let mut commanding = lock(&self.commanding);
            let run = commanding.run.as_mut().filter(|run| run.id == id);
            run.map(change)
        };
        self.surroundings.moves.moved(ViewName::Commands);
        changed
    }
}

/// Whether the next device would fare the same.
fn stops_everything(error: &plaspy::Error) -> bool {
    matches!(
        error,
        plaspy::Error::NoNetwork { .. }
            | plaspy::Error::Dns { .. }
            | plaspy::Error::Tls { .. }
            | plaspy::Error::KeyRejected { .. }
            | plaspy::Error::NotPermitted { .. }
            | plaspy::Error::Timeout
            | plaspy::Error::ConnectionLost { .. }
            | plaspy::Error::ServiceDown { .. }
            | plaspy::Error::NotUnderstood { html: true, .. }
    )
}
