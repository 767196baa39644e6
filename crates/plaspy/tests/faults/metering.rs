//! What the meter is asked and told.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use axum::routing::{get, post};
use plaspy::models::Command;
use plaspy::{
    Admission, Endpoint, FailureKind, Meter, Outcome, RequestInfo, Ticket, Urgency, Usage,
};
use tokio::sync::{Notify, Semaphore};

use crate::stub::{Counter, Stub, with_route};

/// Admits as many requests as it has permits, and keeps what it is told.
struct Ledger {
    permits: Semaphore,
    asked: Mutex<Vec<RequestInfo>>,
    told: Mutex<Vec<(RequestInfo, Outcome)>>,
}

impl Ledger {
    fn with_permits(permits: usize) -> Arc<Self> {
        let permits = Semaphore::new(permits);
        Arc::new(Self {
            permits,
            asked: Mutex::default(),
            told: Mutex::default(),
        })
    }

    fn asked(&self) -> Vec<(Endpoint, Urgency)> {
        let asked = self.asked.lock().expect("not poisoned");
        asked
            .iter()
            .map(|info| (info.endpoint, info.urgency))
            .collect()
    }

    fn told(&self) -> Vec<(RequestInfo, Outcome)> {
        self.told.lock().expect("not poisoned").clone()
    }

    fn failures(&self) -> Vec<(Endpoint, Option<FailureKind>)> {
        self.told()
            .iter()
            .map(|(info, outcome)| (info.endpoint, outcome.failure))
            .collect()
    }
}

impl Meter for Ledger {
    fn admit<'a>(&'a self, info: &'a RequestInfo) -> Admission<'a> {
        self.asked.lock().expect("not poisoned").push(info.clone());
        Box::pin(async {
            self.permits.acquire().await.expect("never closed").forget();
            Ticket(7)
        })
    }

    fn record(&self, ticket: Ticket, info: &RequestInfo, outcome: &Outcome) {
        assert_eq!(ticket, Ticket(7));
        self.told
            .lock()
            .expect("not poisoned")
            .push((info.clone(), *outcome));
    }
}

const LAST_LOCATION: &str = "/api/devices/{id}/lastLocation";

#[tokio::test]
async fn every_exchange_is_admitted_and_recorded_the_token_call_first_and_urgent() {
    let never_reported = r#"{"success":true,"lastLocation":null,"apiUsage":2,"apiDailyUsage":9}"#;
    let stub = Stub::serve(with_route(
        LAST_LOCATION,
        get(move || async move { never_reported }),
    ))
    .await;
    let ledger = Ledger::with_permits(9);
    let client = stub
        .builder()
        .meter(ledger.clone())
        .build()
        .expect("a client");
    client
        .get_last_location(&"d1".into())
        .await
        .expect("an answer");
    assert_eq!(
        ledger.asked(),
        [
            (Endpoint::CreateToken, Urgency::Person),
            (Endpoint::GetLastLocation, Urgency::Background),
        ]
    );
    let told = ledger.told();
    assert_eq!(told.len(), 2);
    let (info, outcome) = &told[1];
    assert_eq!(info.device, Some("d1".into()));
    assert_eq!(outcome.status, Some(StatusCode::OK));
    assert_eq!(outcome.failure, None);
    assert_eq!(
        outcome.usage,
        Usage {
            request: Some(2),
            daily: Some(9)
        }
    );
}

#[tokio::test]
async fn a_failure_is_recorded_with_its_kind_and_what_came_along() {
    let limit = (
        StatusCode::TOO_MANY_REQUESTS,
        [("retry-after", "5")],
        r#"{"apiDailyUsage":7}"#,
    );
    let stub = Stub::serve(with_route(
        "/api/devices",
        get(move || async move { limit }),
    ))
    .await;
    let ledger = Ledger::with_permits(9);
    let client = stub
        .builder()
        .meter(ledger.clone())
        .build()
        .expect("a client");
    client.urgent().list_devices().await.expect_err("a limit");
    let (info, outcome) = ledger.told().pop().expect("a record");
    assert_eq!(
        (info.endpoint, info.urgency),
        (Endpoint::ListDevices, Urgency::Person)
    );
    assert_eq!(outcome.failure, Some(FailureKind::RateLimited));
    assert_eq!(outcome.retry_after.map(|wait| wait.as_secs()), Some(5));
    assert_eq!(outcome.usage.daily, Some(7));
}

#[tokio::test]
async fn a_request_given_up_under_way_is_recorded_once_as_abandoned() {
    let arrived = Arc::new(Notify::new());
    let arrival = Arc::clone(&arrived);
    let hang = move || async move {
        arrival.notify_one();
        std::future::pending::<()>().await;
    };
    let stub = Stub::serve(with_route("/api/devices", get(hang))).await;
    let ledger = Ledger::with_permits(9);
    let client = stub
        .builder()
        .meter(ledger.clone())
        .build()
        .expect("a client");
    tokio::select! {
        result = client.list_devices() => panic!("answered: {result:?}"),
        () = arrived.notified() => {}
    }
    let token = (Endpoint::CreateToken, None);
    assert_eq!(
        ledger.failures(),
        [token, (Endpoint::ListDevices, Some(FailureKind::Abandoned))]
    );
}

#[tokio::test]
async fn a_request_given_up_before_it_is_admitted_is_neither_sent_nor_recorded() {
    let stub = Stub::serve(with_route("/api/devices", get(|| async { "" }))).await;
    let ledger = Ledger::with_permits(1);
    let client = stub
        .builder()
        .meter(ledger.clone())
        .build()
        .expect("a client");
    client
        .create_token()
        .await
        .expect("the one permit is the token's");
    tokio::select! {
        biased;
        result = client.list_devices() => panic!("admitted: {result:?}"),
        () = std::future::ready(()) => {}
    }
    assert_eq!(ledger.asked().len(), 2);
    assert_eq!(ledger.failures(), [(Endpoint::CreateToken, None)]);
}

#[tokio::test]
async fn what_no_longer_holds_when_its_turn_has_come_is_not_sent() {
    let received = Counter::default();
    let counting = received.clone();
    let take = move || async move {
        counting.add();
        r#"{"success":true,"result":"sent"}"#
    };
    let stub = Stub::serve(with_route("/api/devices/d1/sendCommand", post(take))).await;
    let ledger = Ledger::with_permits(1);
    let client = stub
        .builder()
        .meter(ledger.clone())
        .build()
        .expect("a client");
    client
        .create_token()
        .await
        .expect("the one permit is the token's");
    let holds = Arc::new(AtomicBool::new(true));
    let still = Arc::clone(&holds);
    let client = client.while_it_holds(move || still.load(Ordering::SeqCst));
    let (device, command) = ("d1".into(), Command::text("engine_stop"));
    let sending = client.send_command(&device, &command);
    let change = async {
        while ledger.asked().len() < 2 {
            tokio::task::yield_now().await;
        }
        holds.store(false, Ordering::SeqCst);
        ledger.permits.add_permits(1);
    };
    let (sent, ()) = tokio::join!(sending, change);
    assert!(matches!(sent, Err(plaspy::Error::Withdrawn)));
    assert_eq!(received.get(), 0);
}
