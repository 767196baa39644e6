//! The app without a window, against the sandbox over HTTP.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fleet::Error;
use fleet::account::{AccountId, Service};
use fleet::app::{App, Ports, SignIn};
use fleet::credentials::{CredentialError, CredentialStore};
use fleet::session::KeyPlace;
use fleet::speed::SpeedUnit;
use fleet::speed::knowledge::SpeedSource;
use fleet::status::Status;
use fleet::view::filter::DeviceFilter;
use fleet::view::rows::{RowsPage, RowsQuery};
use fleet_store::{NoteKey, Store};
use plaspy::{SecretString, Urgency};
use plaspy_sandbox::{Config, Fault, Sandbox};
use tempfile::TempDir;

const PATIENCE: Duration = Duration::from_secs(30);

/// Keys in memory, which outlive the app like those of a keyring.
#[derive(Default)]
struct Keys {
    kept: Mutex<HashMap<AccountId, SecretString>>,
    is_missing: bool,
}

impl CredentialStore for Keys {
    fn get(&self, account: &AccountId) -> Result<Option<SecretString>, CredentialError> {
        Ok(self.kept.lock().expect("no panic").get(account).cloned())
    }

    fn set(&self, account: &AccountId, api_key: &SecretString) -> Result<(), CredentialError> {
        if self.is_missing {
            return Err(CredentialError::Missing("none here".to_owned()));
        }
        self.kept
            .lock()
            .expect("no panic")
            .insert(account.clone(), api_key.clone());
        Ok(())
    }

    fn delete(&self, account: &AccountId) -> Result<(), CredentialError> {
        self.kept.lock().expect("no panic").remove(account);
        Ok(())
    }
}

/// A sandbox, a data folder and a keyring, which several starts of the app share.
struct World {
    folder: TempDir,
    keys: Arc<Keys>,
    sandbox: Sandbox,
}

impl World {
    async fn new(devices: u32) -> Self {
        let config = Config {
            devices,
            ..Config::default()
        };
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            keys: Arc::default(),
            sandbox: Sandbox::start(config).await.expect("it starts"),
        }
    }

    /// The app, freshly started.
    fn start(&self) -> Arc<App> {
        let app = App::new(Ports {
            clock: Arc::new(plaspy::SystemClock),
            credentials: Arc::clone(&self.keys) as Arc<dyn CredentialStore>,
            start_demo: Box::new(|| Box::pin(async { Err("no demo here".to_owned()) })),
            data_dir: self.folder.path().to_owned(),
            limit_per_minute: Some(6_000),
        });
        let app = Arc::new(app.expect("the data folder can be used"));
        let telling = Arc::clone(&app);
        tokio::spawn(async move { telling.moves().tell().await });
        app
    }

    fn typed(&self, api_key: &str) -> SignIn {
        SignIn {
            service: Service::Other,
            base_url: Some(self.sandbox.base_url()),
            user_name: self.sandbox.user_name().to_owned(),
            api_key: SecretString::from(api_key),
            keep_key: KeyPlace::Keyring,
        }
    }

    /// The app, started and signed in.
    async fn signed_in(&self) -> Arc<App> {
        let app = self.start();
        app.sign_in(self.typed(self.sandbox.api_key()))
            .await
            .expect("signed in");
        app
    }

    fn kept_keys(&self) -> usize {
        self.keys.kept.lock().expect("no panic").len()
    }
}

/// Waits until something holds, looking again whenever a view moves.
async fn until(app: &App, what: &str, mut holds: impl FnMut(&App) -> bool) {
    let mut moves = app.moves().listen();
    let waiting = async {
        while !holds(app) {
            // A listener that lagged has missed words and just looks again.
            let _ = moves.recv().await;
        }
    };
    assert!(
        tokio::time::timeout(PATIENCE, waiting).await.is_ok(),
        "never: {what}"
    );
}

fn rows(app: &App) -> RowsPage {
    let active = app.active().expect("signed in");
    let query = RowsQuery {
        limit: 500,
        ..RowsQuery::default()
    };
    active.fleet().rows(&query)
}

fn not_asked(app: &App) -> u32 {
    rows(app).counts.not_asked
}

/// The km/h that each device has for one of what the service sent.
fn kmh_of_one(app: &App) -> Vec<f64> {
    let active = app.active().expect("signed in");
    let page = rows(app);
    let fleet = active.fleet();
    let kmh = page.rows.iter().filter_map(|row| {
        let device = fleet.device(&row.id.as_str().into()).ok()?;
        let raw = device.fix.as_ref()?.location.speed_raw?;
        (raw > 0.0).then(|| row.speed_kmh.map(|kmh| kmh / raw))?
    });
    kmh.map(|kmh| (kmh * 1e6).round() / 1e6).collect()
}

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
    second.sign_out().await.expect("signed out");
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

#[tokio::test]
async fn the_unit_of_speed_is_found_soon_and_known_at_once_at_the_next_start() {
    let world = World::new(200).await;
    let app = world.signed_in().await;
    let account = app.active().expect("signed in").account.id();
    let note = NoteKey {
        base_url: account.base_url,
        user_name: account.user_name,
        subject: "speed",
    };
    let store = Store::open(world.folder.path()).expect("it opens");
    until(&app, "the unit is found and kept", |_| {
        let kept = store.account_note(&note).expect("read");
        kept.is_some_and(|json| json.contains("stretches"))
    })
    .await;
    let found = app.active().expect("signed in").speed_reading();
    assert_eq!(found.source, SpeedSource::Found);
    assert_eq!(found.unit, SpeedUnit::MetresPerSecond);

    let next = world.start();
    next.resume(false).await;
    let known = next.active().expect("resumed").speed_reading();
    assert_eq!(known.source, SpeedSource::Found);
    assert_eq!(
        known.found.map(|finding| finding.since),
        found.found.map(|finding| finding.since)
    );
}

#[tokio::test]
async fn km_per_hour_on_the_wire_are_found_out_as_well() {
    let world = World::new(200).await;
    world.sandbox.set_faults(faults(&["speed-kmh"]));
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    until(&app, "the unit is found", |_| {
        active.speed_reading().source == SpeedSource::Found
    })
    .await;
    assert_eq!(active.speed_reading().unit, SpeedUnit::KilometresPerHour);
}

fn faults(texts: &[&str]) -> Vec<Fault> {
    let faults = texts.iter().map(|text| text.parse().expect("a fault"));
    faults.collect()
}

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
async fn a_unit_set_by_hand_reads_the_fleet_anew_at_once_and_stays() {
    let world = World::new(40).await;
    let app = world.signed_in().await;
    until(&app, "every device was asked", |app| not_asked(app) == 0).await;
    let before = kmh_of_one(&app);
    assert!(!before.is_empty() && before.iter().all(|kmh| *kmh == 3.6));

    let active = app.active().expect("signed in");
    let choice = Some(SpeedUnit::KilometresPerHour);
    active.set_speed_unit(choice).await.expect("kept");
    assert_eq!(active.speed_reading().source, SpeedSource::Chosen);
    let after = kmh_of_one(&app);
    assert!(!after.is_empty() && after.iter().all(|kmh| *kmh == 1.0));

    let next = world.start();
    next.resume(false).await;
    until(&next, "speeds are there", |app| !kmh_of_one(app).is_empty()).await;
    assert!(kmh_of_one(&next).iter().all(|kmh| *kmh == 1.0));
    let active = next.active().expect("resumed");
    active.set_speed_unit(None).await.expect("kept");
    assert!(kmh_of_one(&next).iter().all(|kmh| *kmh == 3.6));
}
