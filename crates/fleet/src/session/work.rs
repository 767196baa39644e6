//! What an account has to do to many: the plan that was made last, and the work that was begun last.

use std::sync::Arc;

use tokio::sync::Notify;
use tokio::task::AbortHandle;

use super::plans::{Item, Plan};
use crate::change::{AnyChange, Change, UserForm};
use crate::error::Trouble;
use crate::view::bulk::{ItemState, JobState};

/// The plan that was made last, and the work that was begun last.
#[derive(Default)]
pub(super) struct Work {
    pub(super) last_plan: u32,
    pub(super) plan: Option<Plan>,
    pub(super) job: Option<Job>,
    /// Work is being entered in the journal, and begins then.
    pub(super) is_beginning: bool,
    /// The account was closed: nothing begins any more.
    pub(super) is_closed: bool,
    /// Users that earlier work made with passwords which nobody has saved yet.
    pub(super) unsaved: Vec<(UserForm, u32)>,
}

impl Work {
    /// Users that were made with passwords which nobody has saved yet: their forms, and the passwords'
    /// numbers.
    pub(super) fn made(&self) -> Vec<(UserForm, u32)> {
        let job = self.job.iter().flat_map(Job::made);
        let of_job = job.map(|(form, number)| (form.clone(), number));
        self.unsaved.iter().cloned().chain(of_job).collect()
    }

    /// Nobody needs those passwords any more; their numbers.
    pub(super) fn forget_made(&mut self) -> Vec<u32> {
        let numbers = self.made().into_iter().map(|(_, number)| number).collect();
        self.unsaved.clear();
        for item in self.job.iter_mut().flat_map(|job| &mut job.items) {
            if item.state == ItemState::Done {
                item.password = None;
            }
        }
        numbers
    }

    /// Whether work runs, or is about to.
    pub(super) fn is_busy(&self) -> bool {
        let job = self.job.as_ref();
        self.is_beginning || job.is_some_and(|job| job.state != JobState::Over)
    }
}

/// Work that carries a plan out.
pub(super) struct Job {
    pub(super) id: u32,
    pub(super) items: Vec<Item>,
    pub(super) state: JobState,
    /// A person gave up what is not sent yet.
    pub(super) is_given_up: bool,
    pub(super) trouble: Option<Trouble>,
    pub(super) changed: Arc<Notify>,
    pub(super) task: Option<AbortHandle>,
}

impl Drop for Job {
    fn drop(&mut self) {
        if let Some(task) = self.task.take() {
            task.abort();
        }
    }
}

impl Job {
    /// Work on these items that was not begun.
    pub(super) fn new(id: u32, items: Vec<Item>) -> Self {
        Self {
            id,
            items,
            state: JobState::Over,
            is_given_up: false,
            trouble: None,
            changed: Arc::default(),
            task: None,
        }
    }

    /// Whether a person, or trouble with the service, wants it to rest.
    pub(super) fn is_held(&self) -> bool {
        self.state == JobState::Paused
    }

    /// Something that was not done is to be done later, unless all that was given up.
    pub(super) fn put_back(&mut self, place: usize) {
        self.items[place].state = match self.is_given_up {
            true => ItemState::Cancelled,
            false => ItemState::Waiting,
        };
    }

    /// The users that were made with passwords which nobody has saved yet: their forms, and the
    /// passwords' numbers.
    fn made(&self) -> impl Iterator<Item = (&UserForm, u32)> {
        let done = self
            .items
            .iter()
            .filter(|item| item.state == ItemState::Done);
        done.filter_map(|item| match &item.change {
            AnyChange::User(Change::Create { after }) => Some((after, item.password?)),
            _ => None,
        })
    }

    /// The places of what is not begun.
    pub(super) fn waiting(&self) -> Vec<usize> {
        let items = self.items.iter().enumerate();
        let waiting = items.filter(|(_, item)| item.state == ItemState::Waiting);
        waiting.map(|(place, _)| place).collect()
    }
}
