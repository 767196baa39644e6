//! Plans: what a task would do to each of many, to be looked at and then carried out.

use std::collections::HashSet;
use std::sync::Arc;

use plaspy::GroupId;

use super::preview::access_changes;
use super::{Active, lock};
use crate::blocking::blocking;
use crate::change::bulk::{apply, change_members};
use crate::change::{AnyChange, Change, Unfit};
use crate::error::{Error, Trouble};
use crate::sheet::SheetRow;
use crate::users::Users;
use crate::view::bulk::{
    BulkTask, DeviceSelection, ItemKind, ItemProblem, ItemRow, ItemState, ItemsPage, ItemsQuery,
    PlanView, Rule,
};
use crate::view::count;

/// No page holds more items than this, whatever is asked for.
const MOST_ITEMS: u32 = 500;

/// What is to be done to many.
pub(super) struct Plan {
    pub(super) id: u32,
    pub(super) items: Vec<Item>,
}

/// What is to be done to one of them.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) change: AnyChange,
    /// Its row in a file.
    pub(super) row: Option<u32>,
    /// The password that goes with it, by its number.
    pub(super) password: Option<u32>,
    /// The entry of the journal that it takes back.
    pub(super) undoes: Option<i64>,
    /// Its own entry of the journal, once it is to be sent.
    pub(super) entry: Option<i64>,
    pub(super) state: ItemState,
    /// It was sent once, whatever became of that.
    pub(super) was_sent: bool,
    /// How often its answer got lost since the work was begun.
    pub(super) attempts: u32,
    pub(super) problem: Option<ItemProblem>,
    pub(super) is_gone: bool,
    pub(super) trouble: Option<Trouble>,
}

impl Item {
    fn new(change: AnyChange, undoes: Option<i64>, verdict: Result<(), Unfit>) -> Self {
        let (state, problem) = match verdict {
            Ok(()) => (ItemState::Waiting, None),
            Err(Unfit::Nothing) => (ItemState::Unchanged, None),
            Err(unfit) => (ItemState::Unfit, problem_of(unfit)),
        };
        Self {
            change,
            row: None,
            password: None,
            undoes,
            entry: None,
            state,
            was_sent: false,
            attempts: 0,
            problem,
            is_gone: false,
            trouble: None,
        }
    }
}

/// Why a change can't be sent, in the words of the window.
pub(crate) fn problem_of(unfit: Unfit) -> Option<ItemProblem> {
    let (rule, field) = match unfit {
        Unfit::Missing(field) => (Rule::Missing, field),
        Unfit::Taken(field) => (Rule::Taken, field),
        Unfit::Invalid(field) => (Rule::Invalid, field),
        Unfit::Unreadable(field) => (Rule::Unreadable, field),
        Unfit::Nothing => return None,
    };
    Some(ItemProblem {
        rule,
        field: Some(field),
        column: None,
        value: None,
    })
}

impl Active {
    /// Makes a plan of a task, by groups and users as they are now. It takes the place of the plan
    /// before.
    ///
    /// # Errors
    /// Why users or groups could not be read; [`Error::NotUndoable`].
    pub async fn plan(self: &Arc<Self>, task: BulkTask) -> Result<PlanView, Error> {
        let users = match &task {
            BulkTask::Users { .. } => Some(self.read_users().await?),
            _ => self.read_users().await.ok(),
        };
        let inverses = match task {
            BulkTask::Undo { entry } => self.inverses_of_batch(entry).await?,
            _ => Vec::new(),
        };
        let active = Arc::clone(self);
        // Of thousands of users and devices it is more than a moment's work.
        blocking(move || {
            let changes = active.changes_of(task, users.as_deref())?.into_iter();
            let changes = changes.map(|change| (change, None));
            let undone = inverses.into_iter();
            let undone = undone.map(|(change, entry)| (change, Some(entry)));
            let items = changes.chain(undone).map(|(change, undoes)| {
                let verdict = active.verdict(&change);
                Item::new(change, undoes, verdict)
            });
            Ok::<_, Error>(active.keep_plan(items.collect(), users.as_deref()))
        })
        .await
    }

    /// Plans what the rows of a file say.
    pub(super) fn plan_rows(&self, rows: Vec<SheetRow>, users: Option<&Users>) -> PlanView {
        let items = rows.into_iter().map(|row| {
            let verdict = match row.problem {
                Some(_) => Ok(()),
                None => self.verdict(&row.change),
            };
            let mut item = Item::new(row.change, None, verdict);
            item.row = Some(row.row);
            if let Some(problem) = row.problem {
                item.state = ItemState::Unfit;
                item.problem = Some(problem);
            }
            item
        });
        self.keep_plan(items.collect(), users)
    }

    fn verdict(&self, change: &AnyChange) -> Result<(), Unfit> {
        match self.check(change, false) {
            Err(Error::Unfit(unfit)) => Err(unfit),
            _ => Ok(()),
        }
    }

    fn changes_of(&self, task: BulkTask, users: Option<&Users>) -> Result<Vec<AnyChange>, Error> {
        let now = self.client.server_now();
        let changes = match task {
            BulkTask::Users { selection, action } => {
                let selected = users.map(|users| users.selected(&selection, now));
                let edits = selected.unwrap_or_default().into_iter().map(|person| {
                    AnyChange::User(Change::Edit {
                        id: person.listed.id.to_string(),
                        before: person.form.clone(),
                        after: apply(&action, &person.form, now),
                    })
                });
                edits.collect()
            }
            BulkTask::Members {
                groups,
                devices,
                add,
            } => {
                let fleet = self.fleet();
                let devices = match devices {
                    DeviceSelection::Ids { ids } => ids,
                    DeviceSelection::Matching { filter, except } => {
                        let except: HashSet<_> = except.into_iter().collect();
                        let ids = fleet.passing(&filter).into_iter();
                        ids.filter(|id| !except.contains(id)).collect()
                    }
                };
                let mut changes = Vec::new();
                for id in groups {
                    let before = fleet.group_form(&GroupId::from(id.as_str()))?;
                    let change = change_members(&id, &before, &devices, add);
                    changes.push(AnyChange::Group(change));
                }
                changes
            }
            BulkTask::Groups { changes } => {
                let changes = changes.into_iter().map(Change::tidy);
                changes.map(AnyChange::Group).collect()
            }
            BulkTask::DeleteGroups { ids } => {
                let fleet = self.fleet();
                let mut changes = Vec::new();
                for id in ids {
                    let before = fleet.group_form(&GroupId::from(id.as_str()))?;
                    changes.push(AnyChange::Group(Change::Delete { id, before }));
                }
                changes
            }
            // Its changes are the journal's.
            BulkTask::Undo { .. } => Vec::new(),
        };
        Ok(changes)
    }

    /// Keeps items as the plan, in place of the one before.
    fn keep_plan(&self, items: Vec<Item>, users: Option<&Users>) -> PlanView {
        let in_state = |state| count(items.iter().filter(|item| item.state == state).count());
        let changes = in_state(ItemState::Waiting);
        let access = users.map(|users| {
            let waiting = items.iter().filter(|item| item.state == ItemState::Waiting);
            access_changes(users, &self.fleet(), waiting.map(|item| &item.change))
        });
        let (access, access_total) = access.unzip();
        let mut work = lock(&self.work);
        work.last_plan += 1;
        let view = PlanView {
            id: work.last_plan,
            changes,
            unchanged: in_state(ItemState::Unchanged),
            unfit: in_state(ItemState::Unfit),
            access,
            access_total: count(access_total.unwrap_or_default()),
            way: self.way(),
            cost: self.cost_of(items.iter()),
        };
        work.plan = Some(Plan { id: view.id, items });
        view
    }

    /// A page of a plan.
    ///
    /// # Errors
    /// [`Error::PlanGone`].
    pub fn plan_items(&self, plan: u32, query: ItemsQuery) -> Result<ItemsPage, Error> {
        let work = lock(&self.work);
        let plan = work.plan.as_ref().filter(|kept| kept.id == plan);
        Ok(self.page_of(&plan.ok_or(Error::PlanGone)?.items, query))
    }

    pub(super) fn page_of(&self, items: &[Item], query: ItemsQuery) -> ItemsPage {
        let passing = || {
            let all = items.iter().enumerate();
            all.filter(|(_, item)| query.state.is_none_or(|state| state == item.state))
        };
        let fleet = self.fleet();
        let rows = passing()
            .skip(query.offset as usize)
            .take(query.limit.min(MOST_ITEMS) as usize)
            .map(|(place, item)| ItemRow {
                place: count(place),
                row: item.row,
                id: item.change.id().map(str::to_owned),
                name: item.change.shown_name().to_owned(),
                kind: kind_of(&item.change),
                fields: fleet.field_changes(&item.change),
                state: item.state,
                problem: item.problem.clone(),
                is_gone: item.is_gone,
                trouble: item.trouble.clone(),
            });
        ItemsPage {
            matched: count(passing().count()),
            items: rows.collect(),
        }
    }
}

fn kind_of(change: &AnyChange) -> ItemKind {
    fn of<F>(change: &Change<F>) -> ItemKind {
        match change {
            Change::Create { .. } => ItemKind::Create,
            Change::Edit { .. } => ItemKind::Edit,
            Change::Delete { .. } => ItemKind::Delete,
        }
    }
    match change {
        AnyChange::Group(change) => of(change),
        AnyChange::User(change) => of(change),
    }
}
