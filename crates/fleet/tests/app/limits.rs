//! The service's limits, met: that of the minute, and that of a device's day.

use std::sync::Arc;

use fleet::app::App;
use fleet::status::Status;
use plaspy::Urgency;

use crate::world::{World, not_asked, until};

/// Asks for a device as a person does; whether an answer came.
async fn ask(app: &App, number: usize) -> bool {
    let active = app.active().expect("signed in");
    let id = active.fleet().devices()[number].id.clone();
    active.ask_now(&id, Urgency::Person).await.is_ok()
}

#[tokio::test]
async fn a_device_whose_day_is_spent_slows_nobody_down() {
    let world = World::new(12).await;
    let app = world.signed_in().await;
    until(&app, "every device was asked", |app| not_asked(app) == 0).await;
    let active = app.active().expect("signed in");
    let limit = active.desk().spending().limit_per_minute;
    world.sandbox.set_results_per_day(Some(1));
    assert!(ask(&app, 0).await, "the first of the day");
    assert!(!ask(&app, 0).await, "the day is spent");
    assert!(ask(&app, 1).await, "another device is answered");
    let spending = active.desk().spending();
    assert_eq!(spending.spent_devices, 1);
    assert_eq!(
        (spending.paused_until, spending.limit_per_minute),
        (None, limit)
    );
    let id = active.fleet().devices()[0].id.clone();
    let detail = active.detail(&id).expect("it is known");
    assert!(detail.spent_until > Some(active.client().server_now()));
    assert!(detail.fix.is_some() || detail.row.status == Status::NeverReported);
}

#[tokio::test]
async fn a_limit_of_the_minute_pauses_everything() {
    let world = World::new(12).await;
    let app = world.signed_in().await;
    until(&app, "every device was asked", |app| not_asked(app) == 0).await;
    world.sandbox.set_requests_per_minute(Some(1));
    // Whoever asks first is answered, and the others meet the limit.
    let asking = Arc::clone(&app);
    let asking = tokio::spawn(async move {
        for number in 0..3 {
            ask(&asking, number).await;
        }
    });
    let active = app.active().expect("signed in");
    until(&app, "everything pauses", |_| {
        active.desk().spending().paused_until.is_some()
    })
    .await;
    assert_eq!(active.desk().spending().spent_devices, 0);
    asking.abort();
}

#[tokio::test]
async fn a_refusal_pauses_the_questions_and_keeps_what_is_known() {
    let world = World::new(30).await;
    let app = world.signed_in().await;
    world.sandbox.set_requests_per_minute(Some(1));
    let active = app.active().expect("signed in");
    until(&app, "the app waits", |_| {
        active.desk().spending().paused_until.is_some()
    })
    .await;
    assert_eq!(active.fleet().devices().len(), 30);
    assert!(active.health().trouble().is_none());
}
