//! Work that carries a plan out: a lot at a time, each lot held against one fresh list that also tells
//! what became of the lot before. It can be held, given up, and done again where it failed.

use std::sync::Arc;

use fleet_store::EntryOutcome;

use super::journal::ToEnter;
use super::plans::Item;
use super::work::Job;
use super::{Active, lock};
use crate::change::journal::EntryState;
use crate::change::{AnyChange, Change};
use crate::error::{Error, Trouble};
use crate::moves::ViewName;
use crate::view::bulk::{ItemState, ItemsPage, ItemsQuery, JobState, JobView};
use crate::view::count;

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
        self.begin(Job::new(plan, items)).await
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
                item.trouble = None;
            }
        }
        self.begin(job).await
    }

    async fn begin(self: &Arc<Self>, mut job: Job) -> Result<JobView, Error> {
        let waiting = job.waiting();
        for place in &waiting {
            let item = &mut job.items[*place];
            item.attempts = 0;
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
            job.items[place].entry = Some(entry);
        }
        job.state = JobState::Running;
        job.is_given_up = false;
        job.trouble = None;
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
                job.trouble = None;
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
                let Some(job) = work.job.as_ref().filter(|job| job.is_held()) else {
                    return;
                };
                Arc::clone(&job.changed)
            };
            let changed = changed.notified();
            tokio::pin!(changed);
            // Registered before it is looked again, so that a change in between is not missed.
            changed.as_mut().enable();
            let is_held = lock(&self.work).job.as_ref().is_some_and(Job::is_held);
            if !is_held {
                return;
            }
            changed.await;
        }
    }

    /// The service can't be worked with: the work rests until a person lets it go on.
    pub(super) fn hold_job(&self, error: &Error) {
        let trouble = Trouble::of(error);
        let _ = self.with_job(|job| {
            job.state = JobState::Paused;
            job.trouble = Some(trouble);
        });
    }

    /// The work is over: what was never sent is noted as such.
    pub(super) async fn end_of_work(&self) {
        let mut unsent = Vec::new();
        let _ = self.with_job(|job| {
            let items = job.items.iter();
            let given_up = items.filter(|item| item.state == ItemState::Cancelled);
            unsent = given_up.filter_map(|item| item.entry).collect();
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
            remaining_s: self.cost_of(job.items.iter()).duration_s,
            trouble: job.trouble.clone(),
        }
    }
}
