//! The start without the service: what was known in the last session is shown, told apart from what
//! is new, and forgotten when a person wants that.

use std::path::Path;
use std::sync::Arc;

use chrono::TimeDelta;
use fleet::app::App;
use fleet::fleet::Fleet;
use fleet::session::{Active, Keeping};
use fleet::view::filter::DeviceFilter;
use plaspy_sandbox::{Config, Sandbox};

use crate::world::{World, not_asked, rows, until};

/// The app, started again on the folder of a world.
async fn started_again(world: &World) -> (Arc<App>, Arc<Active>) {
    let app = world.start();
    app.resume(false).await;
    let active = app.active().expect("signed in");
    (app, active)
}

/// Everything that a fleet knows of each device, in words.
fn known(fleet: &Fleet) -> Vec<String> {
    let devices = fleet.devices().iter().map(|device| {
        let fix = device.fix.as_ref().map(|fix| &fix.location);
        let (listed, mut groups) = (device.listed(), device.group_ids().to_vec());
        groups.sort();
        format!("{listed:?} {groups:?} {:?} {fix:?}", device.asked_at)
    });
    devices.collect()
}

fn port_of(sandbox: &Sandbox) -> u16 {
    let address = sandbox.base_url();
    let port = address.rsplit(':').next().expect("a port");
    port.trim_end_matches('/').parse().expect("a port")
}

fn holds(folder: &Path, text: &str) -> bool {
    let files = std::fs::read_dir(folder).expect("listed");
    let mut files = files.map(|file| std::fs::read(file.expect("listed").path()).expect("read"));
    files.any(|bytes| {
        bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    })
}

#[tokio::test]
async fn without_the_service_the_fleet_is_there_as_it_was_and_news_follow() {
    let mut world = World::new(30).await;
    // The last session was eight hours ago.
    world.sandbox.set_clock_offset(TimeDelta::hours(-8));
    let (app, active) = world.opened().await;
    until(&app, "every device was asked", |app| not_asked(app) == 0).await;
    assert_eq!(active.recalled_part(), None);
    app.close().await;
    let before = known(&active.fleet());
    let groups = active.fleet().groups().len();

    let port = port_of(&world.sandbox);
    let api_key = world.sandbox.api_key().to_owned();
    let elsewhere = Sandbox::start(Config::default()).await.expect("it starts");
    std::mem::replace(&mut world.sandbox, elsewhere)
        .stop()
        .await;
    let (app, active) = started_again(&world).await;
    // At once, before any question could fail.
    assert_eq!(known(&active.fleet()), before);
    assert_eq!(active.fleet().groups().len(), groups);
    assert!(active.fleet().bounds(&DeviceFilter::default()).is_some());
    let part = active.recalled_part().expect("all of it");
    assert_eq!((part.devices, part.total), (30, 30));
    until(&app, "nobody answers", |_| {
        active.health().trouble().is_some()
    })
    .await;
    assert!(app.session().problem.is_none());
    assert_eq!(known(&active.fleet()), before);

    // Two devices and all groups but one are gone when it comes back.
    world.sandbox = Sandbox::start(Config {
        port,
        devices: 28,
        groups: 1,
        api_key: Some(api_key),
        ..Config::default()
    })
    .await
    .expect("it starts");
    active.try_again();
    until(&app, "the list is there", |app| rows(app).total == 28).await;
    until(&app, "everything is news", |_| {
        active.recalled_part().is_none() && active.fleet().groups().len() < groups
    })
    .await;
    let asked_at = |fleet: &Fleet| fleet.devices().iter().map(|it| it.asked_at).min();
    assert!(asked_at(&active.fleet()) > Some(Some(part.as_of)));
    app.close().await;
    let (_, active) = started_again(&world).await;
    assert_eq!(active.fleet().devices().len(), 28);
}

#[tokio::test]
async fn after_a_short_break_nobody_waits_for_what_is_as_good_as_new() {
    let world = World::new(5).await;
    world.sandbox.set_clock_offset(TimeDelta::zero());
    let (app, _) = world.opened().await;
    until(&app, "every device was asked", |app| not_asked(app) == 0).await;
    app.close().await;
    let (app, active) = started_again(&world).await;
    assert_eq!(active.recalled_part().map(|part| part.devices), Some(5));
    until(&app, "the list is there", |_| active.listed_at().is_some()).await;
    assert_eq!(active.recalled_part(), None);
}

#[tokio::test]
async fn of_a_key_that_is_kept_for_this_run_nothing_is() {
    let world = World::new(5).await;
    let app = world.start();
    let typed = fleet::app::SignIn {
        keep_key: fleet::session::KeyPlace::ThisRun,
        ..world.typed(world.sandbox.api_key())
    };
    app.sign_in(typed).await.expect("signed in");
    until(&app, "every device was asked", |app| not_asked(app) == 0).await;
    let active = app.active().expect("signed in");
    assert_eq!(active.keeping(), Keeping::Never);
    let name = rows(&app).rows[0].name.clone();
    app.close().await;
    assert!(!holds(world.folder.path(), &name));
}

#[tokio::test]
async fn a_forgotten_copy_leaves_no_trace_and_is_not_made_again_until_the_next_start() {
    let world = World::new(5).await;
    let (app, active) = world.opened().await;
    until(&app, "every device was asked", |app| not_asked(app) == 0).await;
    let names: Vec<_> = rows(&app).rows.into_iter().map(|row| row.name).collect();
    app.close().await;
    assert!(names.iter().all(|name| holds(world.folder.path(), name)));

    active.forget_last_known().await.expect("forgotten");
    assert_eq!(active.keeping(), Keeping::Forgotten);
    assert!(!names.iter().any(|name| holds(world.folder.path(), name)));
    assert_eq!(rows(&app).total, 5);
    app.close().await;
    assert!(!names.iter().any(|name| holds(world.folder.path(), name)));

    let (app, active) = started_again(&world).await;
    assert_eq!(active.recalled_part(), None);
    until(&app, "the list is there", |app| rows(app).total == 5).await;
    app.close().await;
    assert!(names.iter().all(|name| holds(world.folder.path(), name)));
}

#[tokio::test]
async fn signing_out_keeps_what_is_known_unless_a_person_wants_it_gone() {
    let world = World::new(5).await;
    let (app, _) = world.opened().await;
    until(&app, "every device was asked", |app| not_asked(app) == 0).await;
    let name = rows(&app).rows[0].name.clone();
    app.sign_out(false).await.expect("signed out");
    assert!(holds(world.folder.path(), &name));

    app.sign_in(world.typed(world.sandbox.api_key()))
        .await
        .expect("signed in");
    assert_eq!(not_asked(&app), 0);
    app.sign_out(true).await.expect("signed out");
    assert!(!holds(world.folder.path(), &name));
    assert!(app.last_account().await.expect("read").is_none());
}

#[tokio::test]
async fn a_damaged_copy_is_told_and_costs_nothing_else() {
    let world = World::new(5).await;
    let (app, _) = world.opened().await;
    app.close().await;
    let connection = rusqlite::Connection::open(world.folder.path().join("atalaya.sqlite3"));
    let connection = connection.expect("it opens");
    connection
        .execute_batch("ALTER TABLE known_devices RENAME TO lost_devices")
        .expect("damaged");

    let (app, active) = started_again(&world).await;
    assert!(active.keeping_problem().is_some());
    until(&app, "the list is there", |app| {
        rows(app).total == 5 && not_asked(app) == 0
    })
    .await;
    assert!(active.keep_last_known().await.is_err());
    active.saved_views().await.expect("read");
    connection
        .execute_batch("ALTER TABLE lost_devices RENAME TO known_devices")
        .expect("mended");
    active.keep_last_known().await.expect("kept");
    assert!(active.keeping_problem().is_none());
}
