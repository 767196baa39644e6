//! One command on its way to its devices: the first, then the rest.

use plaspy::DeviceId;
use plaspy::models::Command;
use tokio::task::AbortHandle;

use crate::command::CommandForm;
use crate::command::guard::Objection;
use crate::error::Trouble;
use crate::view::commands::{CommandItem, CommandRun, CommandRunState, CommandState};
use crate::view::groups::DeviceRef;

/// A command and its devices.
pub(super) struct Run {
    pub(super) id: u32,
    pub(super) state: CommandRunState,
    pub(super) items: Vec<Item>,
    pub(super) task: Option<AbortHandle>,
    is_given_up: bool,
    form: CommandForm,
    /// The same, checked.
    command: Command,
}

/// One device.
pub(super) struct Item {
    pub(super) entry: Option<i64>,
    device: DeviceRef,
    state: CommandState,
    /// The service's answer.
    pub(super) words: Option<String>,
    trouble: Option<Trouble>,
    objections: Vec<Objection>,
}

impl Item {
    pub(super) fn new(device: DeviceRef) -> Self {
        Self {
            entry: None,
            device,
            state: CommandState::Waiting,
            words: None,
            trouble: None,
            objections: Vec::new(),
        }
    }
}

impl Run {
    pub(super) fn new(id: u32, form: CommandForm, command: Command, items: Vec<Item>) -> Self {
        Self {
            id,
            state: CommandRunState::Running,
            items,
            task: None,
            is_given_up: false,
            form,
            command,
        }
    }

    pub(super) fn is_running(&self) -> bool {
        self.state == CommandRunState::Running
    }

    /// Whether a person gave up what was not sent by then.
    pub(super) fn is_given_up(&self) -> bool {
        self.is_given_up
    }

    /// The first device is done with.
    pub(super) fn await_word(&mut self) {
        let waits = self
            .items
            .iter()
            .any(|it| it.state == CommandState::Waiting);
        self.state = match waits {
            true => CommandRunState::Waiting,
            false => CommandRunState::Over,
        };
    }

    /// The next device that waits, and whether the command is dangerous.
    pub(super) fn next(&mut self) -> Option<(usize, DeviceId, bool)> {
        let waiting = |item: &Item| item.state == CommandState::Waiting;
        let place = self.items.iter().position(waiting)?;
        let id = DeviceId::from(self.items[place].device.id.as_str());
        Some((place, id, self.form.is_treated_as_dangerous()))
    }

    /// What to send to whom, unless it was given up meanwhile.
    pub(super) fn begin(&mut self, place: usize) -> Option<(DeviceRef, CommandForm, Command)> {
        let item = self.items.get_mut(place)?;
        if item.state != CommandState::Waiting {
            return None;
        }
        item.state = CommandState::Sending;
        Some((item.device.clone(), self.form.clone(), self.command.clone()))
    }

    pub(super) fn end(&mut self, place: usize, state: CommandState, trouble: Option<Trouble>) {
        if let Some(item) = self.items.get_mut(place) {
            item.state = state;
            item.trouble = trouble;
        }
    }

    pub(super) fn refuse(&mut self, place: usize, objections: Vec<Objection>) {
        if let Some(item) = self.items.get_mut(place)
            && item.state == CommandState::Waiting
        {
            item.state = CommandState::Refused;
            item.objections = objections;
        }
    }

    /// It was not sent when its turn had come, for what speaks against it, or since it was given up.
    pub(super) fn withdraw(&mut self, place: usize, objections: Vec<Objection>) {
        let state = match objections.is_empty() || self.is_given_up {
            true => CommandState::Dropped,
            false => CommandState::Refused,
        };
        self.end(place, state, None);
        self.items[place].objections = objections;
    }

    /// It failed for a reason that stands in the way of all the others.
    pub(super) fn stop(&mut self, place: usize, state: CommandState, trouble: Option<Trouble>) {
        self.end(place, state, trouble);
        self.drop_waiting();
    }

    /// A person gives up what is not sent yet.
    pub(super) fn give_up(&mut self) {
        self.is_given_up = true;
        self.drop_waiting();
        if self.state == CommandRunState::Waiting {
            self.state = CommandRunState::Over;
        }
    }

    fn drop_waiting(&mut self) {
        for item in &mut self.items {
            if item.state == CommandState::Waiting {
                item.state = CommandState::Dropped;
            }
        }
    }

    pub(super) fn view(&self) -> CommandRun {
        let items = self.items.iter().map(|item| CommandItem {
            device: item.device.clone(),
            state: item.state,
            words: item.words.clone(),
            trouble: item.trouble.clone(),
            objections: item.objections.clone(),
            entry: item.entry,
        });
        CommandRun {
            run: self.id,
            form: self.form.clone(),
            is_dangerous: self.form.is_treated_as_dangerous(),
            state: self.state,
            items: items.collect(),
        }
    }
}
