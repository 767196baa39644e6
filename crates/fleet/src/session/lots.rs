//! One lot of the work after the other: read what the service has, send what is to change, and know by
//! the next reading what became of it.

use std::collections::HashMap;

use fleet_store::EntryOutcome;
use futures_util::StreamExt as _;

use super::changes::lost_field;
use super::journal::{arrived_among, outcome_of};
use super::plans::problem_of;
use super::sending::Sent;
use super::subject::{Along, Found, Subject};
use super::{Active, lock};
use crate::change::journal::EntryState;
use crate::change::{Change, GroupForm, Unfit, UserForm};
use crate::error::{Error, ErrorCode, Trouble};
use crate::view::bulk::{ItemState, JobState};

/// Things that are held against one list. The list is read once more for each lot, so that small lots
/// cost requests and large ones leave long between the reading and the writing.
pub(super) const LOT: usize = 100;

/// How often a change is sent whose answer got lost and that had not arrived.
const MOST_ATTEMPTS: u32 = 3;

/// The fewest requests under way at once, so that a slow service does not slow the work below what
/// its limit allows.
const LEAST_UNDER_WAY: usize = 8;

/// One thing of a lot.
struct Task<F> {
    place: usize,
    change: Change<F>,
    /// The number of the password that goes with it.
    password: Option<u32>,
    /// The id of what was made, as the service told it.
    made: Option<String>,
}

impl Active {
    /// Carries everything out that waits.
    pub(super) async fn work(&self) {
        let groups = self.work_on::<GroupForm>(Along::default()).await;
        if groups {
            self.reread_groups().await;
        }
        let users = self.known_users();
        let along = Along {
            memberships: users.as_deref().map(crate::users::Users::memberships),
            password: None,
        };
        if self.work_on::<UserForm>(along).await
            && let Err(error) = self.read_users().await
        {
            tracing::warn!(%error, "the users could not be read again");
        }
        self.end_of_work().await;
    }

    /// Carries out what waits of one kind; whether there was any.
    async fn work_on<F: Subject>(&self, along: Along<'_>) -> bool {
        let mut open: Vec<Task<F>> = Vec::new();
        let mut was_any = false;
        loop {
            self.wait_while_held().await;
            let lot = self.next_lot::<F>();
            if lot.is_empty() && open.is_empty() {
                return was_any;
            }
            was_any = true;
            let all = match F::list(&self.client_for_person(), along).await {
                Ok(all) => all,
                Err(Error::Service(plaspy::Error::RateLimited { .. })) => continue,
                // What was sent stays so in the journal, and the next start finds out.
                Err(_) if lot.is_empty() && self.is_given_up() => return was_any,
                Err(error) => {
                    self.hold_job(&error);
                    continue;
                }
            };
            let noted = async {
                self.settle_lot(&open, &all).await?;
                open.clear();
                self.prepare(&lot, &all).await
            };
            if let Err(error) = noted.await {
                // The journal can't be written: nothing more is sent without it.
                self.hold_job(&error);
                continue;
            }
            open = self.send_lot(lot, &all, along).await;
        }
    }

    fn next_lot<F: Subject>(&self) -> Vec<Task<F>> {
        let work = lock(&self.work);
        let Some(job) = &work.job else {
            return Vec::new();
        };
        let waiting = job.waiting().into_iter();
        let tasks = waiting.filter_map(|place| {
            Some(Task {
                place,
                change: F::of_any(&job.items[place].change)?,
                password: job.items[place].password,
                made: None,
            })
        });
        tasks.take(LOT).collect()
    }

    /// Holds a lot against what the service has, and notes in the journal what is about to be sent as
    /// sent.
    async fn prepare<F: Subject>(&self, lot: &[Task<F>], all: &[Found<F>]) -> Result<(), Error> {
        let by_id: HashMap<_, _> = all.iter().map(|found| (found.id.as_str(), found)).collect();
        let mut outcomes = Vec::new();
        self.with_job(|job| {
            for task in lot {
                let item = &mut job.items[task.place];
                let mut arrived = None;
                let now = task.change.id().map(|id| by_id.get(id));
                match now {
                    Some(None) => {
                        item.state = ItemState::Conflicted;
                        item.is_gone = true;
                    }
                    Some(Some(now)) if !task.change.conflicts(&now.form).is_empty() => {
                        item.state = ItemState::Conflicted;
                    }
                    Some(Some(now)) => {
                        let lost = task.change.before().zip(task.change.after());
                        let lost = lost
                            .and_then(|(before, after)| lost_field(before, after, &now.unreadable));
                        if let Some(field) = lost {
                            item.state = ItemState::Failed;
                            item.problem = problem_of(Unfit::Unreadable(field));
                        }
                    }
                    // Made by an earlier attempt whose answer got lost.
                    None if item.was_sent => {
                        arrived = arrived_among(&task.change, all);
                        if arrived.is_some() {
                            item.state = ItemState::Done;
                        }
                    }
                    None => {}
                }
                let state = match item.state {
                    ItemState::Done => EntryState::Done,
                    ItemState::Conflicted => EntryState::Conflicted,
                    ItemState::Failed => EntryState::Failed,
                    _ => EntryState::Sent,
                };
                outcomes.extend(item.entry.map(|id| EntryOutcome {
                    id,
                    state: state.word(),
                    subject_id: arrived,
                    ..EntryOutcome::default()
                }));
            }
        })?;
        self.note(outcomes).await
    }

    /// Sends a lot; what of it was sent and is to be found out by reading.
    async fn send_lot<F: Subject>(
        &self,
        lot: Vec<Task<F>>,
        all: &[Found<F>],
        along: Along<'_>,
    ) -> Vec<Task<F>> {
        let by_id: HashMap<_, _> = all.iter().map(|found| (found.id.as_str(), found)).collect();
        let under_way = self.desk.worth_under_way().max(LEAST_UNDER_WAY);
        let sending = lot.into_iter().map(|task| {
            let now = task.change.id().and_then(|id| by_id.get(id).copied());
            async move {
                if !self.begins(task.place) {
                    return None;
                }
                let password = match task.password.map(|number| self.passwords.get(number)) {
                    Some(Ok(password)) => Some(password),
                    None => None,
                    Some(Err(error)) => return self.note_item(task, Sent::Failed(error)).await,
                };
                let along = Along {
                    password: password.as_ref(),
                    ..along
                };
                let sent = self.send_one(&task.change, now, along).await;
                self.note_item(task, sent).await
            }
        });
        let open: Vec<Option<Task<F>>> = futures_util::stream::iter(sending)
            .buffer_unordered(under_way)
            .collect()
            .await;
        open.into_iter().flatten().collect()
    }

    fn is_given_up(&self) -> bool {
        let work = lock(&self.work);
        work.job.as_ref().is_none_or(|job| job.is_given_up)
    }

    /// Whether an item is sent now: it may have been found impossible, or given up, and while the work
    /// is held it waits for a fresh reading.
    fn begins(&self, place: usize) -> bool {
        let mut begins = false;
        let _ = self.with_job(|job| {
            let item = &mut job.items[place];
            begins = item.state == ItemState::Waiting && job.state == JobState::Running;
            if begins {
                item.was_sent = true;
                item.state = ItemState::Sent;
            }
        });
        begins
    }

    /// Notes how sending went; the task again where reading is to tell what became of it.
    async fn note_item<F>(&self, mut task: Task<F>, sent: Sent) -> Option<Task<F>> {
        let mut outcome = None;
        let mut trouble = None;
        let mut is_open = true;
        let _ = self.with_job(|job| {
            let item = &mut job.items[task.place];
            let entry = item.entry;
            let mut conclude = |state: EntryState, trouble: Option<&Trouble>| {
                outcome = entry.map(|id| EntryOutcome {
                    id,
                    state: state.word(),
                    ..outcome_of(trouble)
                });
            };
            match sent {
                Sent::Told(made) => {
                    item.state = ItemState::Done;
                    task.made = made;
                }
                Sent::Unknown(trouble) => {
                    item.trouble = trouble;
                    item.attempts += 1;
                }
                Sent::Stopped => {
                    item.state = ItemState::Conflicted;
                    conclude(EntryState::Conflicted, None);
                }
                Sent::Gone => {
                    item.state = ItemState::Conflicted;
                    item.is_gone = true;
                    conclude(EntryState::Conflicted, None);
                }
                Sent::Failed(error) => {
                    item.state = ItemState::Failed;
                    item.trouble = Some(Trouble::of(&error));
                    conclude(EntryState::Failed, item.trouble.as_ref());
                }
                Sent::Later => {
                    is_open = false;
                    job.put_back(task.place);
                }
                Sent::Trouble(error) => {
                    is_open = false;
                    job.put_back(task.place);
                    trouble = Some(error);
                }
            }
        });
        if let Some(error) = trouble {
            self.hold_job(&error);
        }
        match outcome {
            None => is_open.then_some(task),
            Some(outcome) => {
                if let Err(error) = self.note(vec![outcome]).await {
                    tracing::warn!(%error, "the journal could not be written");
                }
                None
            }
        }
    }

    /// What became of a lot, now that the list was read again.
    async fn settle_lot<F: Subject>(
        &self,
        open: &[Task<F>],
        all: &[Found<F>],
    ) -> Result<(), Error> {
        let mut outcomes = Vec::new();
        self.with_job(|job| {
            for task in open {
                let is_made = |id: &&String| all.iter().any(|found| found.id == **id);
                let made = task.made.as_ref().filter(is_made).cloned();
                let is_told = made.is_some();
                let arrived = made.or_else(|| arrived_among(&task.change, all));
                let item = &mut job.items[task.place];
                let was_told = item.state == ItemState::Done;
                let is_new = matches!(task.change, Change::Create { .. });
                let state = match &arrived {
                    Some(_) => {
                        item.state = ItemState::Done;
                        item.trouble = None;
                        EntryState::Done
                    }
                    // Its answer got lost before it arrived: once more. What would be made may still
                    // arrive, and is not made twice.
                    None if !was_told && !is_new && item.attempts < MOST_ATTEMPTS => {
                        job.put_back(task.place);
                        continue;
                    }
                    None => {
                        item.state = ItemState::Failed;
                        item.trouble.get_or_insert(Trouble {
                            code: ErrorCode::NotKept,
                            words: None,
                        });
                        EntryState::Failed
                    }
                };
                outcomes.extend(item.entry.map(|id| EntryOutcome {
                    id,
                    state: state.word(),
                    taken_back: arrived.is_some().then_some(EntryState::Undone.word()),
                    subject_id: arrived,
                    password_arrived: is_told,
                    ..outcome_of(item.trouble.as_ref())
                }));
            }
        })?;
        self.note(outcomes).await
    }
}
