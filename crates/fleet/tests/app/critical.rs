//! Critical alerts of the live fleet: told once as they rise, unread until seen, over a restart as well.

use fleet::app::App;
use fleet::critical::bell::Notice;
use fleet::critical::quiet::AlertSettings;
use fleet::critical::unread::Seen;
use fleet::settings::Settings;
use plaspy::{DeviceId, Urgency};

use crate::world::{World, not_asked, until};

/// What devices are made to raise; a drive raises other alerts of its own.
const RAISED: [&str; 2] = ["DoorForced", "Tamper"];

/// The fleet, once every device was asked; and its devices that report.
async fn looked_at(app: &App) -> Vec<DeviceId> {
    until(app, "every device was asked", |app| not_asked(app) == 0).await;
    let active = app.active().expect("signed in");
    let fleet = active.fleet();
    let reporting = fleet.devices().iter().filter(|device| device.fix.is_some());
    reporting.map(|device| device.id.clone()).collect()
}

async fn ask(app: &App, id: &DeviceId) {
    let active = app.active().expect("signed in");
    active
        .ask_now(id, Urgency::Person)
        .await
        .expect("it answers");
}

/// Codes of what is unread of a device, newest first.
fn unread(app: &App, id: &DeviceId) -> Vec<String> {
    let alerts = app.active().expect("signed in").unread_alerts();
    let of_device = alerts
        .into_iter()
        .filter(|alert| alert.device == id.as_str());
    let codes = of_device.map(|alert| alert.code);
    codes
        .filter(|code| RAISED.contains(&code.as_str()))
        .collect()
}

/// Titles of the notifications that lead to a device.
fn told_of(shown: &[Notice], id: &DeviceId) -> Vec<String> {
    let of_device = shown
        .iter()
        .filter(|notice| notice.device.as_deref() == Some(id.as_str()));
    let titles = of_device.map(|notice| notice.title.clone());
    titles
        .filter(|title| RAISED.contains(&title.as_str()))
        .collect()
}

fn told(world: &World, id: &DeviceId) -> Vec<String> {
    told_of(&world.notices.shown(), id)
}

async fn until_told(world: &World, id: &DeviceId, times: usize) {
    let notices = &world.notices;
    notices
        .until("it was told", |shown| told_of(shown, id).len() == times)
        .await;
}

#[tokio::test]
async fn an_alert_is_told_at_its_rising_edge_and_not_while_it_stays() {
    let world = World::new(6).await;
    let app = world.signed_in().await;
    let id = looked_at(&app).await.remove(0);
    world.sandbox.raise(id.as_str(), &["DoorForced"]);
    ask(&app, &id).await;
    until_told(&world, &id, 1).await;
    ask(&app, &id).await;
    ask(&app, &id).await;
    assert_eq!(unread(&app, &id), ["DoorForced"]);
    world.sandbox.raise(id.as_str(), &["DoorForced", "Tamper"]);
    ask(&app, &id).await;
    until_told(&world, &id, 2).await;
    assert_eq!(told(&world, &id), ["DoorForced", "Tamper"]);
    assert_eq!(unread(&app, &id), ["Tamper", "DoorForced"]);
}

#[tokio::test]
async fn an_alert_that_ended_is_told_when_it_rises_again() {
    let world = World::new(6).await;
    let app = world.signed_in().await;
    let id = looked_at(&app).await.remove(0);
    for times in 1..=2 {
        // The next fix is another one: of one and the same an alert is kept once.
        let active = app.active().expect("signed in");
        active.see_alerts(&Seen::All).await.expect("kept");
        world.sandbox.raise(id.as_str(), &["DoorForced"]);
        ask(&app, &id).await;
        until_told(&world, &id, times).await;
        world.sandbox.raise(id.as_str(), &[]);
        ask(&app, &id).await;
    }
}

#[tokio::test]
async fn what_is_unread_survives_a_restart_and_what_rose_meanwhile_is_told() {
    let world = World::new(6).await;
    let app = world.signed_in().await;
    let mut ids = looked_at(&app).await;
    let (first, second) = (ids.remove(0), ids.remove(0));
    world.sandbox.raise(first.as_str(), &["DoorForced"]);
    ask(&app, &first).await;
    until_told(&world, &first, 1).await;
    app.close().await;
    world.sandbox.raise(second.as_str(), &["DoorForced"]);

    let app = world.start();
    app.resume(false).await;
    assert_eq!(unread(&app, &first), ["DoorForced"]);
    ask(&app, &first).await;
    ask(&app, &second).await;
    until_told(&world, &second, 1).await;
    assert_eq!(told(&world, &first).len(), 1, "it was so before");
    let active = app.active().expect("signed in");
    let seen = Seen::Device {
        id: first.to_string(),
    };
    active.see_alerts(&seen).await.expect("kept");
    assert!(unread(&app, &first).is_empty());
    assert_eq!(unread(&app, &second), ["DoorForced"]);
    app.close().await;
    let app = world.start();
    app.resume(false).await;
    assert!(unread(&app, &first).is_empty());
}

#[tokio::test]
async fn what_was_critical_at_the_first_look_is_not_told() {
    let world = World::new(3).await;
    let app = world.signed_in().await;
    let id = looked_at(&app).await.remove(0);
    app.sign_out(true).await.expect("signed out");
    world.sandbox.raise(id.as_str(), &["DoorForced"]);
    app.sign_in(world.typed(world.sandbox.api_key()))
        .await
        .expect("signed in");
    looked_at(&app).await;
    assert!(unread(&app, &id).is_empty());
    assert!(told(&world, &id).is_empty());
}

#[tokio::test]
async fn in_quiet_hours_an_alert_is_kept_and_not_told() {
    let world = World::new(6).await;
    let app = world.signed_in().await;
    let mut ids = looked_at(&app).await;
    let (first, second) = (ids.remove(0), ids.remove(0));
    // Of all minutes of the day but one that is hours away.
    let hour = chrono::Timelike::hour(&plaspy::Clock::now(&plaspy::SystemClock));
    let far = (hour + 12) % 24 * 60;
    let quiet = |quiet| Settings {
        alerts: AlertSettings {
            quiet,
            quiet_from_minute: far + 1,
            quiet_to_minute: far,
            ..AlertSettings::default()
        },
        ..Settings::default()
    };
    app.set_settings(quiet(true)).await.expect("set");
    world.sandbox.raise(first.as_str(), &["DoorForced"]);
    ask(&app, &first).await;
    assert_eq!(unread(&app, &first), ["DoorForced"]);
    app.set_settings(quiet(false)).await.expect("set");
    world.sandbox.raise(second.as_str(), &["DoorForced"]);
    ask(&app, &second).await;
    until_told(&world, &second, 1).await;
    assert!(told(&world, &first).is_empty());
}

#[tokio::test]
async fn a_flood_makes_one_summary() {
    let world = World::new(20).await;
    let app = world.signed_in().await;
    let ids = looked_at(&app).await;
    for id in &ids {
        world.sandbox.raise(id.as_str(), &["DoorForced"]);
    }
    for id in &ids {
        ask(&app, id).await;
    }
    let is_summary = |notice: &Notice| notice.device.is_none();
    let told = |shown: &Vec<Notice>| shown.iter().any(is_summary);
    world.notices.until("a summary was told", told).await;
    let singles = world.notices.shown().len() - 1;
    assert!(singles <= 3, "{singles}");
    assert!(ids.iter().all(|id| unread(&app, id) == ["DoorForced"]));
}
