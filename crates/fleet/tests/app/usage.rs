//! What the app counts is what the service counted, a restart loses none of it, and a plan says before
//! it starts what it will send.

use fleet::app::App;
use fleet::ledger::kind::RequestKind;
use fleet::refresh::budget::LimitSource;
use fleet::view::bulk::{BulkTask, DeviceSelection, JobState, UserAction};
use fleet::view::usage::{KindUsage, UsageQuery, UsageView};
use fleet::view::users::{UserFilter, UserSelection};
use plaspy_sandbox::{Config, Counts};

use crate::world::{World, not_asked, rows, until};

fn usage(app: &App) -> UsageView {
    let query = UsageQuery {
        time_zone: "America/Santiago".to_owned(),
    };
    app.active().expect("signed in").usage(&query)
}

/// Today and yesterday, since a midnight may lie within a test.
fn kinds(app: &App) -> Vec<KindUsage> {
    let days = usage(app).days.into_iter();
    days.flat_map(|day| day.kinds).collect()
}

fn sum(kinds: &[KindUsage], of: impl Fn(&KindUsage) -> u32) -> u64 {
    kinds.iter().map(|it| u64::from(of(it))).sum()
}

fn sent(it: &KindUsage) -> u32 {
    it.answered + it.limited + it.failed
}

fn sent_of(app: &App, wanted: &[RequestKind]) -> u64 {
    sum(&kinds(app), |it| match wanted.contains(&it.kind) {
        true => sent(it),
        false => 0,
    })
}

/// Everything that the service counted, as the app counts it. A moment ahead of or behind one another
/// they differ.
fn agrees(app: &App, counts: Counts) -> bool {
    let kinds = kinds(app);
    let sign_ins = sent_of(app, &[RequestKind::SignIn]);
    sign_ins == counts.token_calls
        && sum(&kinds, sent) == counts.requests + counts.token_calls
        && sent_of(app, &[RequestKind::Users]) == counts.on_users
        && sum(&kinds, |it| it.limited) == counts.refused
}

#[tokio::test]
async fn requests_by_kind_and_end_are_those_that_the_service_counted() {
    let world = World::new(30).await;
    let (app, _active) = world.opened().await;
    until(&app, "every device was asked", |app| not_asked(app) == 0).await;

    until(&app, "the counts agree", |app| {
        agrees(app, world.sandbox.counts())
    })
    .await;
    assert!(sent_of(&app, &[RequestKind::Positions]) >= 30);
    let view = usage(&app);
    assert_eq!(
        u64::from(view.projection.counted),
        sum(&view.days[0].kinds, sent)
    );
    assert!(view.projection.by_midnight >= Some(view.projection.counted));
    let hours: Vec<_> = view.hours.into_iter().flat_map(|hour| hour.kinds).collect();
    assert_eq!(sum(&hours, sent), sum(&kinds(&app), sent));
    assert!(!view.counters.is_empty(), "the sandbox sends counters");
}

#[tokio::test]
async fn refusals_are_counted_as_such() {
    let world = World::new(30).await;
    let app = world.signed_in().await;
    world.sandbox.set_requests_per_minute(Some(1));
    until(&app, "refusals are counted", |app| {
        let counts = world.sandbox.counts();
        counts.refused > 0 && agrees(app, counts)
    })
    .await;
    let view = usage(&app);
    assert_eq!(view.pace.limit_source, LimitSource::Told);
    assert!(view.spent.is_empty());
}

#[tokio::test]
async fn a_device_whose_day_is_spent_is_told_with_its_answers() {
    let world = World::new(12).await;
    let app = world.signed_in().await;
    until(&app, "every device was asked", |app| not_asked(app) == 0).await;
    world.sandbox.set_results_per_day(Some(1));
    let active = app.active().expect("signed in");
    let [first, second] = [0, 1].map(|number| active.fleet().devices()[number].id.clone());
    let ask = |id| active.ask_now(id, plaspy::Urgency::Person);
    ask(&first).await.expect("the first of the day");
    ask(&first).await.expect_err("the day is spent");
    ask(&second).await.expect("another device is answered");
    let view = usage(&app);
    assert_eq!(view.spent_total, 1);
    assert_eq!(view.spent[0].device.id, first.as_str());
    assert!(view.spent[0].answers >= 2, "{:?}", view.spent);
}

#[tokio::test]
async fn a_restart_loses_no_count() {
    let world = World::new(20).await;
    let app = world.signed_in().await;
    until(&app, "every device was asked", |app| not_asked(app) == 0).await;
    until(&app, "the counts agree", |app| {
        agrees(app, world.sandbox.counts())
    })
    .await;
    app.close().await;
    let before = world.sandbox.counts();

    let next = world.start();
    next.resume(false).await;
    assert!(usage(&next).hours.iter().any(|hour| !hour.kinds.is_empty()));
    until(&next, "every device was asked", |app| {
        rows(app).total == 20 && not_asked(app) == 0
    })
    .await;
    until(&next, "the counts agree with those of both runs", |app| {
        let counts = world.sandbox.counts();
        counts.requests > before.requests && agrees(app, counts)
    })
    .await;
}

#[tokio::test]
async fn rounds_that_are_over_are_told() {
    let world = World::new(20).await;
    let app = world.signed_in().await;
    until(&app, "a round is over", |app| {
        !usage(app).rounds.last.is_empty()
    })
    .await;
    let rounds = usage(&app).rounds;
    assert_eq!((rounds.devices, rounds.last[0].devices), (20, 20));
    assert!(rounds.at_present_s.is_some());
}

/// Carries out what a task plans: what it cost, as the plan says and as it was counted.
async fn cost_of(app: &App, task: BulkTask, counted: impl Fn() -> u64) -> (u64, u64) {
    let active = app.active().expect("signed in");
    let plan = active.plan(task).await.expect("planned");
    let before = counted();
    active.run_plan(plan.id).await.expect("begun");
    until(app, "the work is over", |_| {
        active.job().is_some_and(|job| job.state == JobState::Over)
    })
    .await;
    let job = active.job().expect("there is work");
    assert_eq!((job.done, job.remaining_s), (plan.changes, 0));
    (u64::from(plan.cost.requests), counted() - before)
}

#[tokio::test]
async fn a_plan_says_what_it_will_send() {
    let world = World::of(Config {
        devices: 20,
        users: 130,
        groups: 12,
        ..Config::default()
    })
    .await;
    let (app, active) = world.opened().await;
    until(&app, "every device was asked", |app| not_asked(app) == 0).await;
    let to_users = BulkTask::Users {
        selection: UserSelection::Matching {
            filter: UserFilter::default(),
            except: Vec::new(),
        },
        action: UserAction::Message {
            message: "The office is closed on Monday.".to_owned(),
        },
    };
    let on_users = || sent_of(&app, &[RequestKind::Users, RequestKind::Changes]);
    let (said, counted) = cost_of(&app, to_users, on_users).await;
    assert_eq!(said, counted);
    assert!(counted >= 130);

    let groups = active.groups_table().into_iter().map(|row| row.id);
    let task = BulkTask::Members {
        groups: groups.collect(),
        devices: DeviceSelection::Ids {
            ids: vec![active.fleet().devices()[3].id.to_string()],
        },
        add: true,
    };
    let on_groups = || sent_of(&app, &[RequestKind::Lists, RequestKind::Changes]);
    let (said, counted) = cost_of(&app, task, on_groups).await;
    assert_eq!(said, counted);
}
