//! Signing in, starting again, and what becomes of the key.

use std::sync::Arc;

use fleet::Error;
use fleet::app::SignIn;
use fleet::credentials::CredentialError;
use fleet::session::KeyPlace;
use fleet::view::filter::DeviceFilter;

use crate::world::{Keys, World, not_asked, until};

#[tokio::test]
async fn after_signing_in_every_device_is_asked_about_once_a_round() {
    let world = World::new(60).await;
    let app = world.signed_in().await;
    until(&app, "every device was asked", |app| not_asked(app) == 0).await;
    let counts = world.sandbox.counts();
    assert_eq!(counts.token_calls, 1);
    assert_eq!(counts.refused, 0);
    let active = app.active().expect("signed in");
    assert!(active.fleet().bounds(&DeviceFilter::default()).is_some());
    assert!(
        active
            .fleet()
            .groups()
            .iter()
            .any(|group| group.devices > 0)
    );
}

#[tokio::test]
async fn the_next_start_is_signed_in_until_someone_signs_out() {
    let world = World::new(5).await;
    world.signed_in().await;

    let second = world.start();
    second.resume(false).await;
    until(&second, "the list is there", |app| {
        app.active()
            .is_ok_and(|active| active.fleet().devices().len() == 5)
    })
    .await;
    second.sign_out(false).await.expect("signed out");
    assert!(matches!(second.active(), Err(Error::NotSignedIn)));
    assert_eq!(world.kept_keys(), 0);

    let third = world.start();
    third.resume(false).await;
    assert!(third.session().active.is_none() && third.session().problem.is_none());
    let last = third
        .last_account()
        .await
        .expect("read")
        .expect("remembered");
    assert_eq!(last.user_name, world.sandbox.user_name());
}

#[tokio::test]
async fn a_key_that_vanished_from_the_keyring_is_told() {
    let world = World::new(5).await;
    world.signed_in().await;
    world.keys.kept.lock().expect("no panic").clear();
    let next = world.start();
    next.resume(false).await;
    assert!(matches!(next.session().problem, Some(Error::KeyGone)));
}

#[tokio::test]
async fn a_wrong_key_signs_nobody_in_and_is_not_kept() {
    let world = World::new(5).await;
    let app = world.start();
    let refused = app.sign_in(world.typed("wrong")).await;
    assert!(matches!(
        refused,
        Err(Error::Service(plaspy::Error::KeyRejected { .. }))
    ));
    assert!(app.active().is_err());
    assert_eq!(world.kept_keys(), 0);
}

#[tokio::test]
async fn without_a_keyring_the_key_can_be_kept_for_this_run() {
    let mut world = World::new(5).await;
    world.keys = Arc::new(Keys {
        is_missing: true,
        ..Keys::default()
    });
    let app = world.start();
    let typed = || world.typed(world.sandbox.api_key());
    let refused = app.sign_in(typed()).await;
    assert!(matches!(
        refused,
        Err(Error::Credentials(CredentialError::Missing(_)))
    ));
    let keep_key = KeyPlace::ThisRun;
    app.sign_in(SignIn {
        keep_key,
        ..typed()
    })
    .await
    .expect("signed in");
    assert!(app.active().is_ok());
}

#[tokio::test]
async fn a_regenerated_key_stops_all_traffic_and_the_list_stays() {
    let world = World::new(20).await;
    let app = world.signed_in().await;
    world.sandbox.replace_api_key();
    let active = app.active().expect("signed in");
    let device = active.fleet().devices()[0].id.clone();
    let ask = async || active.ask_now(&device, plaspy::Urgency::Person).await;
    until(&app, "the rejection is known", |_| {
        active.client().key_rejection().is_some()
    })
    .await;
    let before = world.sandbox.counts();
    active.try_again();
    assert!(matches!(
        ask().await,
        Err(Error::Service(plaspy::Error::KeyRejected { .. }))
    ));
    assert_eq!(world.sandbox.counts(), before);
    assert_eq!(active.fleet().devices().len(), 20);
}

#[tokio::test]
async fn a_refused_key_is_told_whichever_request_met_it() {
    // Without devices nothing is asked by itself: only the users are, for the groups.
    let world = World::new(0).await;
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    world.sandbox.replace_api_key();
    let _ = active.groups_table();
    until(&app, "it is told", |_| {
        let health = active.health();
        let trouble = health.trouble().map(|trouble| &trouble.error);
        matches!(
            trouble,
            Some(Error::Service(plaspy::Error::KeyRejected { .. }))
        )
    })
    .await;
}
