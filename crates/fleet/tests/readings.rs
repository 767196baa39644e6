//! What is made of a service that sends km/h, and of one whose lists can't be read whole: against a
//! small stub over HTTP, which sends what the sandbox does not.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::extract::{Path, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::{DateTime, DurationRound as _, TimeDelta, Utc};
use fleet::account::AccountId;
use fleet::app::{App, Ports};
use fleet::credentials::{CredentialError, CredentialStore};
use fleet::critical::bell::NoNotifications;
use fleet::demo::DemoAccount;
use fleet::speed::SpeedUnit;
use fleet::speed::knowledge::SpeedSource;
use fleet::status::Status;
use fleet::view::rows::RowsQuery;
use plaspy::{Clock as _, SecretString, SystemClock};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::net::TcpListener;

const PATIENCE: Duration = Duration::from_secs(30);

/// How fast every vehicle of the stub drives north.
const SPEED_M_PER_S: f64 = 15.0;
const METRES_PER_DEGREE: f64 = 111_195.0;

/// The devices that the stub lists, and how often a history was asked for.
struct Service {
    devices: Vec<Value>,
    histories: Mutex<Vec<String>>,
}

/// A fix every ten seconds, told in km/h.
fn fix(at: DateTime<Utc>) -> Value {
    let seconds = at.timestamp() % 3_600;
    let kmh = SPEED_M_PER_S * 3.6 + (seconds / 10 % 2) as f64;
    json!({
        "dateTime": at.to_rfc3339(),
        "latitude": -30.0 + SPEED_M_PER_S * seconds as f64 / METRES_PER_DEGREE,
        "longitude": -71.2,
        "speed": kmh,
    })
}

fn tens(at: DateTime<Utc>) -> DateTime<Utc> {
    at.duration_trunc(TimeDelta::seconds(10)).expect("in range")
}

#[derive(Deserialize)]
struct Range {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

async fn history(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
    Json(range): Json<Range>,
) -> Json<Value> {
    service.histories.lock().expect("no panic").push(id);
    let mut fixes = Vec::new();
    let mut at = tens(range.to);
    while at >= range.from {
        // The newest first, as a service may well send them.
        fixes.push(fix(at));
        at -= TimeDelta::seconds(10);
    }
    Json(json!({ "success": true, "locations": fixes }))
}

/// Starts the stub; its address.
async fn serve(service: Arc<Service>) -> String {
    let list = |State(service): State<Arc<Service>>| async move {
        Json(json!({ "success": true, "devices": service.devices }))
    };
    let groups =
        json!({ "success": true, "groups": [{ "id": "g", "name": "North" }, { "name": "?" }] });
    let router = Router::new()
        .route(
            "/api/Auth/Token",
            post(async || {
                Json(json!({ "success": true, "token": "t", "expires": "2999-01-01T00:00:00Z" }))
            }),
        )
        .route("/api/devices", get(list))
        .route("/api/groups", get(async move || Json(groups.clone())))
        .route(
            "/api/devices/{id}/lastLocation",
            get(async || {
                Json(json!({ "success": true, "lastLocation": fix(tens(SystemClock.now())) }))
            }),
        )
        .route("/api/devices/{id}/locations", post(history))
        .with_state(service);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("it is bound");
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

/// No key is kept here.
struct NoKeys;

impl CredentialStore for NoKeys {
    fn get(&self, _: &AccountId) -> Result<Option<SecretString>, CredentialError> {
        Ok(None)
    }

    fn set(&self, _: &AccountId, _: &SecretString) -> Result<(), CredentialError> {
        Err(CredentialError::Missing("none here".to_owned()))
    }

    fn delete(&self, _: &AccountId) -> Result<(), CredentialError> {
        Ok(())
    }
}

/// The app with the stub's account open.
async fn open(devices: Vec<Value>) -> (tempfile::TempDir, Arc<App>, Arc<Service>) {
    let service = Arc::new(Service {
        devices,
        histories: Mutex::default(),
    });
    let base_url = serve(Arc::clone(&service)).await;
    let folder = tempfile::tempdir().expect("a folder");
    let app = App::new(Ports {
        clock: Arc::new(SystemClock),
        credentials: Arc::new(NoKeys),
        notifier: Arc::new(NoNotifications),
        start_demo: Box::new(move || {
            let base_url = base_url.clone();
            Box::pin(async move {
                Ok(DemoAccount {
                    base_url,
                    user_name: "ana".to_owned(),
                    api_key: SecretString::from("key"),
                    requests_per_minute: 6_000,
                    running: Box::new(()),
                })
            })
        }),
        data_dir: folder.path().to_owned(),
        limit_per_minute: None,
    });
    let app = Arc::new(app.expect("the data folder can be used"));
    let telling = Arc::clone(&app);
    tokio::spawn(async move { telling.moves().tell().await });
    app.explore_demo().await.expect("open");
    (folder, app, service)
}

/// Waits until something holds, looking again whenever a view moves.
async fn until(app: &App, what: &str, mut holds: impl FnMut() -> bool) {
    let mut moves = app.moves().listen();
    let waiting = async {
        while !holds() {
            // A listener that lagged has missed words and just looks again.
            let _ = moves.recv().await;
        }
    };
    assert!(
        tokio::time::timeout(PATIENCE, waiting).await.is_ok(),
        "never: {what}"
    );
}

#[tokio::test]
async fn km_per_hour_on_the_wire_are_found_out_and_read_as_such() {
    let devices = ["a", "b", "c", "d", "e", "f"].map(|id| json!({ "id": id, "name": id }));
    let (_folder, app, service) = open(devices.to_vec()).await;
    let active = app.active().expect("open");
    until(&app, "the unit is found", || {
        active.speed_reading().source == SpeedSource::Found
    })
    .await;
    let reading = active.speed_reading();
    assert_eq!(reading.unit, SpeedUnit::KilometresPerHour);
    let found = reading.found.expect("it says why");
    assert!(found.stretches >= 6 && found.against == 0, "{found:?}");
    until(&app, "the fleet is read anew", || {
        let query = RowsQuery {
            limit: 10,
            ..RowsQuery::default()
        };
        let page = active.fleet().rows(&query);
        let moving = page.rows.iter().filter(|row| row.status == Status::Moving);
        let mut speeds = moving.filter_map(|row| row.speed_kmh).peekable();
        speeds.peek().is_some() && speeds.all(|kmh| (50.0..60.0).contains(&kmh))
    })
    .await;
    let histories = service.histories.lock().expect("no panic").len();
    assert!((1..=4).contains(&histories), "{histories} probes");
}

#[tokio::test]
async fn what_a_list_loses_is_counted_and_hides_nobody_else() {
    let devices = vec![
        json!({ "id": "a", "name": "Van 1" }),
        json!({ "name": "without an id" }),
        json!({ "id": "b", "name": { "text": "Van 2" } }),
        json!({ "id": "a", "name": "again" }),
        json!(null),
    ];
    let (_folder, app, _service) = open(devices).await;
    let active = app.active().expect("open");
    let losses = active.fleet().losses();
    assert_eq!((losses.devices, losses.groups), (3, 1));
    assert_eq!(losses.incomplete_devices, 1);
    assert_eq!(losses.first_incomplete[0].id, "b");
    assert_eq!(active.fleet().devices().len(), 2);
    let nameless = active.detail(&"b".into()).expect("it is listed");
    assert_eq!(nameless.row.unreadable, ["name"]);
}
