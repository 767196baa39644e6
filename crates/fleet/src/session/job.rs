//! Work that carries a plan out: a lot at a time, each lot held against one fresh list that also tells
//! what became of the lot before. It can be held, given up, and done again where it failed.

use std::sync::Arc;

use fleet_store::EntryOutcome;
use tokio::sync::Notify;
use tokio::task::AbortHandle;

use super::journal::ToEnter;
use super::plans::{Item, Plan, count};
use super::{Active, lock};
use crate::change::journal::EntryState;
use crate::change::{AnyChange, Change, UserForm};
use crate::error::Error;
use crate::moves::ViewName;
use crate::view::bulk::{ItemState, ItemsPage, ItemsQuery, JobState, JobView};

/// The plan that was made last, and the work that was begun last.
#[derive(Default)]
pub(super) struct Work {
    pub(super) last_plan: u32,
    pub(super) plan: Option<Plan>,
    pub(super) job: Option<Job>,
    /// Work is being entered in the journal, and begins then.
    is_beginning: bool,
    /// The account was closed: nothing begins any more.
    is_closed: bool,
    /// Users that earlier work made with passwords which nobody has saved yet.
    unsaved: Vec<(UserForm, u32)>,
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
    fn is_busy(&self) -> bool {
        let job = self.job.as_ref();
        self.is_beginning || job.is_some_and(|job| job.state != JobState::Over)
    }
}

/// Work that carries a plan out.
pub(super) struct Job {
    id: u32,
    pub(super) items: Vec<Item>,
    /// The journal's entries of the items; none for what is not to be changed.
    pub(super) entries: Vec<Option<i64>>,
    pub(super) state: JobState,
    /// A person or trouble wants it to rest.
    is_held: bool,
    /// A person gave up what is not sent yet.
    pub(super) is_given_up: bool,
    words: Option<String>,
    changed: Arc<Notify>,
    task: Option<AbortHandle>,
}

impl Drop for Job {
    fn drop(&mut self) {
        if let Some(task) = self.task.take() {
            task.abort();
        }
    }
}

impl Active {
    /// Begins to carry a plan out. Everything is entered in the journal first.
    ///
    /// # Errors
    /// [`Error::PlanGone`], [`Error::JobRunning`], or [`Error::Store`], and then nothing is sent.
    pub async fn run_plan(self: &Arc<Self>, plan: u32) -> Result<JobView, Error> {
        let items = {
            let mut work = lock(&self.work);
            if work.is_busy() {
                return Err(Error::JobRunning);
            }
            // Taken, so that it runs once.
            let kept = work.plan.take_if(|kept| kept.id == plan);
            let items = kept.ok_or(Error::PlanGone)?.items;
            work.is_beginning = true;
            items
        };
        let job = Job {
            id: plan,
            entries: vec![None; items.len()],
            items,
            state: JobState::Over,
            is_held: false,
            is_given_up: false,
            words: None,
            changed: Arc::default(),
            task: None,
        };
        self.begin(job).await
    }

    /// Does again what failed or was given up.
    ///
    /// # Errors
    /// [`Error::NoJob`], [`Error::JobRunning`], [`Error::Store`].
    pub async fn retry_job(self: &Arc<Self>) -> Result<JobView, Error> {
        let mut job = {
            let mut work = lock(&self.work);
            if work.is_busy() {
                return Err(Error::JobRunning);
            }
            let job = work.job.take().ok_or(Error::NoJob)?;
            work.is_beginning = true;
            job
        };
        for item in &mut job.items {
            if matches!(item.state, ItemState::Failed | ItemState::Cancelled) {
                item.state = ItemState::Waiting;
                item.words = None;
            }
        }
        self.begin(job).await
    }

    async fn begin(self: &Arc<Self>, mut job: Job) -> Result<JobView, Error> {
        let waiting = job.waiting();
        for place in &waiting {
            let item = &mut job.items[*place];
            if matches!(item.change, AnyChange::User(Change::Create { .. })) {
                item.password
                    .get_or_insert_with(|| self.passwords.generate());
            }
        }
        let changes: Vec<_> = waiting
            .iter()
            .map(|place| &job.items[*place])
            .map(|item| ToEnter {
                change: &item.change,
                undoes: item.undoes,
                has_password: item.password.is_some(),
            })
            .collect();
        let entered = self.enter(&changes).await;
        let entries = match entered {
            Ok(entries) => entries,
            Err(error) => {
                // Nothing was sent; what can't be entered is not lost either.
                for place in waiting {
                    job.items[place].state = ItemState::Cancelled;
                }
                let mut work = lock(&self.work);
                work.is_beginning = false;
                work.job = Some(job);
                return Err(error);
            }
        };
        for (place, entry) in waiting.into_iter().zip(entries) {
            job.entries[place] = Some(entry);
        }
        job.state = JobState::Running;
        job.is_held = false;
        job.is_given_up = false;
        job.words = None;
        {
            let mut work = lock(&self.work);
            work.is_beginning = false;
            if work.is_closed {
                return Err(Error::NotSignedIn);
            }
            work.unsaved = work.made();
            work.job = Some(job);
        }
        let active = Arc::clone(self);
        let task = tokio::spawn(async move { active.work().await });
        let view = self.with_job(|job| {
            job.task = Some(task.abort_handle());
        });
        self.surroundings.moves.moved(ViewName::Journal);
        view
    }

    /// The work that runs, or that ran last.
    #[must_use]
    pub fn job(&self) -> Option<JobView> {
        let work = lock(&self.work);
        let job = work.job.as_ref();
        job.map(|job| self.view_of(job, work.made().len()))
    }

    /// A page of the work.
    ///
    /// # Errors
    /// [`Error::NoJob`].
    pub fn job_items(&self, query: ItemsQuery) -> Result<ItemsPage, Error> {
        let work = lock(&self.work);
        let job = work.job.as_ref().ok_or(Error::NoJob)?;
        Ok(self.page_of(&job.items, query))
    }

    /// The change of one item, to be settled by hand.
    ///
    /// # Errors
    /// [`Error::NoJob`].
    pub fn job_change(&self, place: u32) -> Result<AnyChange, Error> {
        let work = lock(&self.work);
        let job = work.job.as_ref().ok_or(Error::NoJob)?;
        let item = job.items.get(place as usize).ok_or(Error::NoJob)?;
        Ok(item.change.clone())
    }

    /// Holds the work after what is under way.
    ///
    /// # Errors
    /// [`Error::NoJob`].
    pub fn pause_job(&self) -> Result<JobView, Error> {
        self.with_job(|job| {
            if job.state == JobState::Running {
                job.state = JobState::Paused;
                job.is_held = true;
            }
        })
    }

    /// Lets the work go on.
    ///
    /// # Errors
    /// [`Error::NoJob`].
    pub fn resume_job(&self) -> Result<JobView, Error> {
        self.with_job(|job| {
            if job.state == JobState::Paused {
                job.state = JobState::Running;
                job.is_held = false;
                job.words = None;
            }
        })
    }

    /// Gives up what is not sent yet.
    ///
    /// # Errors
    /// [`Error::NoJob`].
    pub fn cancel_job(&self) -> Result<JobView, Error> {
        self.with_job(|job| {
            job.is_given_up = true;
            for place in job.waiting() {
                job.put_back(place);
            }
            if job.state == JobState::Paused {
                job.state = JobState::Running;
                job.is_held = false;
            }
        })
    }

    /// Puts work that is over out of sight.
    ///
    /// # Errors
    /// [`Error::JobRunning`].
    pub fn dismiss_job(&self) -> Result<(), Error> {
        let mut work = lock(&self.work);
        if work.is_busy() {
            return Err(Error::JobRunning);
        }
        for number in work.forget_made() {
            self.passwords.forget(number);
        }
        work.job = None;
        self.surroundings.moves.moved(ViewName::Job);
        Ok(())
    }

    /// A person settled by hand what stood in the way of an item.
    pub(super) fn settled_by_hand(&self, id: &str) {
        let _ = self.with_job(|job| {
            let stopped = |item: &&mut Item| {
                item.state == ItemState::Conflicted && item.change.id() == Some(id)
            };
            for item in job.items.iter_mut().filter(stopped) {
                item.state = ItemState::Done;
            }
        });
    }

    /// Ends the work with the account; what it was at is settled at the next start.
    pub(super) fn end_job(&self) {
        let mut work = lock(&self.work);
        work.is_closed = true;
        work.job = None;
    }

    pub(super) fn with_job(&self, act: impl FnOnce(&mut Job)) -> Result<JobView, Error> {
        let mut work = lock(&self.work);
        let job = work.job.as_mut().ok_or(Error::NoJob)?;
        act(job);
        job.changed.notify_waiters();
        self.surroundings.moves.moved(ViewName::Job);
        let passwords = work.made().len();
        let job = work.job.as_ref().ok_or(Error::NoJob)?;
        Ok(self.view_of(job, passwords))
    }

    /// Waits while the work is held.
    pub(super) async fn wait_while_held(&self) {
        loop {
            let changed = {
                let work = lock(&self.work);
                let Some(job) = work.job.as_ref().filter(|job| job.is_held) else {
                    return;
                };
                Arc::clone(&job.changed)
            };
            let changed = changed.notified();
            tokio::pin!(changed);
            // Registered before it is looked again, so that a change in between is not missed.
            changed.as_mut().enable();
            let is_held = lock(&self.work).job.as_ref().is_some_and(|job| job.is_held);
            if !is_held {
                return;
            }
            changed.await;
        }
    }

    /// The service can't be worked with: the work rests until a person lets it go on.
    pub(super) fn hold_job(&self, error: &Error) {
        let words = error.to_string();
        let _ = self.with_job(|job| {
            job.state = JobState::Paused;
            job.is_held = true;
            job.words = Some(words);
        });
    }

    /// The work is over: what was never sent is noted as such.
    pub(super) async fn end_of_work(&self) {
        let mut unsent = Vec::new();
        let _ = self.with_job(|job| {
            let given_up = job.items.iter().zip(&job.entries);
            let given_up = given_up.filter(|(item, _)| item.state == ItemState::Cancelled);
            unsent = given_up.filter_map(|(_, entry)| *entry).collect();
        });
        let outcomes = unsent.into_iter().map(|id| EntryOutcome {
            id,
            state: EntryState::Failed.word(),
            ..EntryOutcome::default()
        });
        if let Err(error) = self.note(outcomes.collect()).await {
            tracing::warn!(%error, "the journal could not be written");
        }
        let _ = self.with_job(|job| job.state = JobState::Over);
        self.surroundings.moves.moved(ViewName::Journal);
    }

    fn view_of(&self, job: &Job, passwords: usize) -> JobView {
        let number = |state| {
            let items = job.items.iter();
            count(items.filter(|item| item.state == state).count())
        };
        let (waiting, sent) = (number(ItemState::Waiting), number(ItemState::Sent));
        let [done, failed, conflicted, cancelled] = [
            ItemState::Done,
            ItemState::Failed,
            ItemState::Conflicted,
            ItemState::Cancelled,
        ]
        .map(number);
        JobView {
            id: job.id,
            state: job.state,
            total: waiting + sent + done + failed + conflicted + cancelled,
            sent,
            done,
            failed,
            conflicted,
            cancelled,
            passwords: count(passwords),
            remaining_s: self.estimate_s(waiting),
            words: job.words.clone(),
        }
    }
}

impl Job {
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
