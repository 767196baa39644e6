//! Many changes at once: planned, carried out a lot at a time, held, given up, done again, taken back.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use fleet::app::App;
use fleet::change::journal::EntryState;
use fleet::change::{AnyChange, UserForm};
use fleet::session::Active;
use fleet::view::bulk::{
    BulkTask, DeviceSelection, ItemState, ItemsQuery, JobState, JobView, UserAction,
};
use fleet::view::users::{UserFilter, UserSelection};
use plaspy::UserId;
use plaspy::models::{JsonPatch, PatchOperation};
use plaspy_sandbox::Config;

use crate::world::{World, entries, faults, until, user_rows};

fn everyone(action: UserAction) -> BulkTask {
    BulkTask::Users {
        selection: UserSelection::Matching {
            filter: UserFilter::default(),
            except: Vec::new(),
        },
        action,
    }
}

fn message(text: &str) -> UserAction {
    UserAction::Message {
        message: text.to_owned(),
    }
}

async fn forms(active: &Arc<Active>) -> HashMap<String, UserForm> {
    let rows = user_rows(active).await.into_iter();
    rows.map(|row| (row.id, row.form)).collect()
}

async fn run(app: &App, active: &Arc<Active>, task: BulkTask) -> JobView {
    let plan = active.plan(task).await.expect("planned");
    active.run_plan(plan.id).await.expect("begun");
    over(app).await
}

async fn over(app: &App) -> JobView {
    let job = || {
        app.active()
            .expect("signed in")
            .job()
            .expect("there is work")
    };
    until(app, "the work is over", |_| job().state == JobState::Over).await;
    job()
}

fn items(state: Option<ItemState>) -> ItemsQuery {
    ItemsQuery {
        state,
        offset: 0,
        limit: 500,
    }
}

#[tokio::test]
async fn everyone_is_changed_with_few_requests_and_all_of_it_taken_back() {
    let world = World::new(60).await;
    let (app, active) = world.opened().await;
    let before = forms(&active).await;
    let plan = active
        .plan(everyone(message("hello")))
        .await
        .expect("planned");
    assert_eq!(plan.changes as usize, before.len());
    let first = active.plan_items(plan.id, items(None)).expect("kept");
    assert_eq!(first.items.len(), before.len());

    let job = run(&app, &active, everyone(message("hello"))).await;
    assert_eq!(
        (job.done as usize, job.failed, job.conflicted),
        (before.len(), 0, 0)
    );
    assert!(
        forms(&active)
            .await
            .values()
            .all(|form| form.message == "hello")
    );
    // Once more changes nothing.
    let again = active
        .plan(everyone(message("hello")))
        .await
        .expect("planned");
    assert_eq!((again.changes, again.unchanged as usize), (0, before.len()));

    let listed = entries(&active, "").await;
    assert_eq!(listed.len(), 1, "what was made together is one");
    let batch = listed[0].batch.clone().expect("a batch");
    assert_eq!(
        (batch[0].state, batch[0].count as usize),
        (EntryState::Done, before.len())
    );
    let undone = run(
        &app,
        &active,
        BulkTask::Undo {
            entry: listed[0].id,
        },
    )
    .await;
    assert_eq!(undone.done as usize, before.len());
    assert_eq!(forms(&active).await, before);
    let batch = entries(&active, "").await[1]
        .batch
        .clone()
        .expect("a batch");
    assert_eq!(batch[0].state, EntryState::Undone);
}

#[tokio::test]
async fn a_conflict_stops_its_item_only_and_is_settled_by_hand() {
    let world = World::new(60).await;
    let (app, active) = world.opened().await;
    let plan = active
        .plan(everyone(message("mine")))
        .await
        .expect("planned");
    let [changed, gone] = {
        let items = active.plan_items(plan.id, items(None)).expect("kept").items;
        [0, 1].map(|place: usize| UserId::from(items[place].id.clone().expect("an id")))
    };
    let service = world.someone_else();
    let theirs = JsonPatch(vec![PatchOperation::Replace {
        path: "/message".to_owned(),
        value: "theirs".into(),
    }]);
    service
        .patch_user(&changed, &theirs)
        .await
        .expect("changed");
    service.delete_user(&gone).await.expect("deleted");
    active.run_plan(plan.id).await.expect("begun");
    let job = over(&app).await;
    assert_eq!((job.conflicted, job.failed), (2, 0));
    let stopped = active.job_items(items(Some(ItemState::Conflicted)));
    let stopped = stopped.expect("there is work").items;
    assert_eq!((stopped[0].is_gone, stopped[1].is_gone), (false, true));

    let AnyChange::User(fleet::change::Change::Edit { id, after, .. }) =
        active.job_change(stopped[0].place).expect("an item")
    else {
        panic!("an edit of a user")
    };
    let now = forms(&active).await.remove(&id).expect("there");
    let settled = AnyChange::User(fleet::change::Change::Edit {
        id,
        before: now,
        after,
    });
    active.change(settled, None, None).await.expect("sent");
    assert_eq!(active.job().expect("there is work").conflicted, 1);
}

#[tokio::test]
async fn trouble_on_the_way_loses_and_doubles_nothing() {
    let world = World::new(60).await;
    let (app, active) = world.opened().await;
    // The last one is refused whatever is tried.
    let faulty = [
        "reset-after,on=patchUser,share=0.2,times=5",
        "reset-before,on=patchUser,share=0.2,times=5",
        "status=503,on=patchUser,share=0.2,times=4",
        "status=429,on=patchUser,share=0.2,times=3",
        "failing-test=400",
    ];
    world.sandbox.set_faults(faults(&faulty));
    let job = run(&app, &active, everyone(message("hello"))).await;
    assert_eq!((job.failed, job.conflicted, job.sent), (0, 0, 0));
    assert!(
        forms(&active)
            .await
            .values()
            .all(|form| form.message == "hello")
    );
}

#[tokio::test]
async fn what_the_service_refuses_is_told_and_can_be_done_again() {
    let world = World::new(60).await;
    let (app, active) = world.opened().await;
    world
        .sandbox
        .set_faults(faults(&["status=400,on=patchUser,times=30"]));
    let job = run(&app, &active, everyone(message("hello"))).await;
    assert!(job.failed > 0 && job.done > 0, "{job:?}");
    let failed = active.job_items(items(Some(ItemState::Failed)));
    let failed = failed.expect("there is work").items;
    assert!(failed.iter().all(|item| item.trouble.is_some()));
    world.sandbox.set_faults(Vec::new());
    active.retry_job().await.expect("begun");
    let job = over(&app).await;
    assert_eq!((job.failed, job.done), (0, job.total));
}

#[tokio::test]
async fn work_is_held_and_given_up() {
    let config = Config {
        devices: 20,
        users: 150,
        // Long enough that it can't be over before a busy machine has looked.
        latency: Duration::from_millis(200),
        ..Config::default()
    };
    let world = World::of(config).await;
    let (app, active) = world.opened().await;
    let before = forms(&active).await;
    let plan = active
        .plan(everyone(message("hello")))
        .await
        .expect("planned");
    active.run_plan(plan.id).await.expect("begun");
    assert!(active.run_plan(plan.id).await.is_err(), "one at a time");
    until(&app, "some are done", |_| {
        active.job().is_some_and(|job| job.done > 0)
    })
    .await;
    let held = active.pause_job().expect("held");
    assert_eq!(held.state, JobState::Paused);
    active.cancel_job().expect("given up");
    let job = over(&app).await;
    assert!(job.cancelled > 0 && job.done > 0, "{job:?}");
    assert_eq!(job.done + job.cancelled, job.total);
    let after = forms(&active).await;
    let changed = after.iter().filter(|(id, form)| before[*id] != **form);
    assert_eq!(changed.count(), job.done as usize);
    active.dismiss_job().expect("dismissed");
    assert!(active.job().is_none());
}

#[tokio::test]
async fn a_limit_is_no_failure_and_what_it_holds_up_can_be_given_up() {
    let world = World::new(60).await;
    let (app, active) = world.opened().await;
    let plan = active
        .plan(everyone(message("hello")))
        .await
        .expect("planned");
    world
        .sandbox
        .set_faults(faults(&["status=429,on=patchUser"]));
    active.run_plan(plan.id).await.expect("begun");
    until(&app, "one was refused", |_| {
        active.desk().spending().paused_until.is_some()
    })
    .await;
    assert_eq!(active.job().expect("there is work").failed, 0);
    active.cancel_job().expect("given up");
    let job = over(&app).await;
    assert_eq!((job.cancelled, job.failed), (job.total, 0));
}

#[tokio::test]
async fn a_dead_service_holds_the_work_and_nothing_is_lost() {
    let world = World::new(60).await;
    let (app, active) = world.opened().await;
    let plan = active
        .plan(everyone(message("hello")))
        .await
        .expect("planned");
    world
        .sandbox
        .set_faults(faults(&["status=403,on=listUsers"]));
    active.run_plan(plan.id).await.expect("begun");
    until(&app, "the work rests", |_| {
        active
            .job()
            .is_some_and(|job| job.state == JobState::Paused && job.trouble.is_some())
    })
    .await;
    world.sandbox.set_faults(Vec::new());
    active.resume_job().expect("goes on");
    let job = over(&app).await;
    assert_eq!(job.done, job.total);
}

#[tokio::test]
async fn devices_go_into_groups_and_out_and_no_group_is_emptied() {
    let world = World::new(60).await;
    let (app, active) = world.opened().await;
    let groups: Vec<_> = active
        .groups_table()
        .into_iter()
        .map(|row| row.id)
        .collect();
    let all = DeviceSelection::Matching {
        filter: fleet::view::filter::DeviceFilter::default(),
        except: Vec::new(),
    };
    let members = |add| BulkTask::Members {
        groups: groups.clone(),
        devices: all.clone(),
        add,
    };
    let job = run(&app, &active, members(true)).await;
    assert_eq!(job.failed + job.conflicted, 0);
    assert!(active.groups_table().iter().all(|row| row.devices == 60));
    let plan = active.plan(members(false)).await.expect("planned");
    assert_eq!((plan.changes, plan.unfit as usize), (0, groups.len()));
}
