//! The token's life where the token call fails, hangs or is given up.

use std::{sync::Arc, time::Duration};

use axum::{
    Json, Router,
    http::{HeaderMap, StatusCode, header},
    routing::{get, post},
};
use futures_util::future::join_all;
use plaspy::{Error, FailureKind, models::Command};
use serde_json::json;
use tokio::{sync::Notify, time::timeout};

use crate::stub::{Counter, Stub, issued, tokens};

const TOKEN_PATH: &str = "/api/Auth/Token";
const EMPTY_FLEET: &str = r#"{"success":true,"devices":[]}"#;

/// Long enough for anything that happens at all.
const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test]
async fn all_who_wait_share_one_failing_token_call() {
    let calls = Counter::default();
    let release = Arc::new(Notify::new());
    let (count, released) = (calls.clone(), Arc::clone(&release));
    let fail = move || async move {
        count.add();
        released.notified().await;
        StatusCode::SERVICE_UNAVAILABLE
    };
    let stub = Stub::serve(Router::new().route(TOKEN_PATH, post(fail))).await;
    let client = stub.client();
    let requests = join_all((0..50).map(|_| client.list_devices()));
    // `join!` polls in order: every request waits before the service answers the first.
    let (results, ()) = tokio::join!(requests, async { release.notify_one() });
    assert!(
        results
            .iter()
            .all(|result| matches!(result, Err(Error::ServiceDown { .. })))
    );
    assert_eq!(calls.get(), 1);
    assert_eq!(client.key_rejection(), None);
}

#[tokio::test]
async fn after_a_failed_token_call_nobody_calls_until_the_pause_ends() {
    let calls = Counter::default();
    let count = calls.clone();
    let issue = move || async move {
        match count.add() {
            1 => Err(StatusCode::SERVICE_UNAVAILABLE),
            number => Ok(Json(issued(number))),
        }
    };
    let router = Router::new()
        .route(TOKEN_PATH, post(issue))
        .route("/api/devices", get(|| async { EMPTY_FLEET }));
    let stub = Stub::serve(router).await;
    let client = stub.client();
    assert!(matches!(
        client.list_devices().await,
        Err(Error::ServiceDown { .. })
    ));
    for _ in 0..20 {
        let error = client.list_devices().await.expect_err("the pause lasts");
        assert!(matches!(error, Error::ServiceDown { .. }), "{error}");
    }
    assert_eq!(calls.get(), 1);
    client.resume();
    assert!(client.list_devices().await.is_ok());
    assert_eq!(calls.get(), 2);
}

#[tokio::test]
async fn a_service_that_refuses_every_token_it_issues_is_not_asked_for_ever_more() {
    let (calls, requests) = (Counter::default(), Counter::default());
    let stub = Stub::serve(accepting(0, &calls, &requests)).await;
    let client = stub.client();
    for _ in 0..20 {
        let error = client.list_devices().await.expect_err("refused");
        assert_eq!(error.kind(), FailureKind::TokenRefused);
    }
    assert_eq!((calls.get(), requests.get()), (2, 2));
}

#[tokio::test]
async fn a_request_given_up_in_the_token_call_does_not_hold_up_the_others() {
    let calls = Counter::default();
    let arrived = Arc::new(Notify::new());
    let (count, arrival) = (calls.clone(), Arc::clone(&arrived));
    let issue = move || async move {
        match count.add() {
            1 => {
                arrival.notify_one();
                std::future::pending().await
            }
            number => Json(issued(number)),
        }
    };
    let router = Router::new()
        .route(TOKEN_PATH, post(issue))
        .route("/api/devices", get(|| async { EMPTY_FLEET }));
    let stub = Stub::serve(router).await;
    let client = stub.client();
    let list = || {
        let client = client.clone();
        tokio::spawn(async move { client.list_devices().await })
    };
    let first = list();
    arrived.notified().await;
    let others = [list(), list(), list()];
    first.abort();
    for other in others {
        let result = timeout(PATIENCE, other).await.expect("it isn't held up");
        assert!(result.expect("it doesn't panic").is_ok());
    }
    assert_eq!(calls.get(), 2);
}

/// A service that accepts the token of this number only.
fn accepting(accepted: u64, calls: &Counter, requests: &Counter) -> Router {
    let requests = requests.clone();
    let answer = move |headers: HeaderMap| async move {
        requests.add();
        match headers[header::AUTHORIZATION] == format!("Bearer token-{accepted}") {
            true => Ok(r#"{"success":true,"devices":[],"result":"sent"}"#),
            false => Err(StatusCode::UNAUTHORIZED),
        }
    };
    let (token_path, token_route) = tokens(calls);
    Router::new()
        .route(token_path, token_route)
        .route("/api/devices", get(answer.clone()))
        .route("/api/devices/{id}/sendCommand", post(answer))
}

#[tokio::test]
async fn a_refused_token_is_renewed_and_the_request_repeated() {
    let (calls, requests) = (Counter::default(), Counter::default());
    let stub = Stub::serve(accepting(2, &calls, &requests)).await;
    assert!(stub.client().list_devices().await.is_ok());
    assert_eq!((calls.get(), requests.get()), (2, 2));
}

#[tokio::test]
async fn a_request_is_repeated_only_once() {
    let (calls, requests) = (Counter::default(), Counter::default());
    let stub = Stub::serve(accepting(99, &calls, &requests)).await;
    let error = stub.client().list_devices().await.expect_err("refused");
    assert_eq!(error.kind(), FailureKind::TokenRefused);
    assert_eq!((calls.get(), requests.get()), (2, 2));
}

#[tokio::test]
async fn a_command_is_never_repeated_and_the_next_request_renews() {
    let (calls, requests) = (Counter::default(), Counter::default());
    let stub = Stub::serve(accepting(2, &calls, &requests)).await;
    let client = stub.client();
    let command = Command::text("engine_stop");
    let error = client
        .send_command(&"d1".into(), &command)
        .await
        .expect_err("refused");
    assert_eq!(error.kind(), FailureKind::TokenRefused);
    assert_eq!((calls.get(), requests.get()), (1, 1));
    assert!(client.send_command(&"d1".into(), &command).await.is_ok());
    assert_eq!((calls.get(), requests.get()), (2, 2));
}

#[tokio::test]
async fn a_token_whose_end_is_unreadable_is_used_until_it_is_refused() {
    let calls = Counter::default();
    let count = calls.clone();
    let issue = move || async move {
        count.add();
        Json(json!({ "success": true, "token": "t", "expires": "when the cows come home" }))
    };
    let router = Router::new()
        .route(TOKEN_PATH, post(issue))
        .route("/api/devices", get(|| async { EMPTY_FLEET }));
    let stub = Stub::serve(router).await;
    let client = stub.client();
    for _ in 0..3 {
        client.list_devices().await.expect("an empty fleet");
    }
    assert_eq!(calls.get(), 1);
}

#[tokio::test]
async fn the_services_words_on_a_rejected_key_come_without_the_key() {
    let reject = || async {
        Json(json!({ "success": false, "error": format!("Bad key {}", crate::stub::API_KEY) }))
    };
    let stub = Stub::serve(Router::new().route(TOKEN_PATH, post(reject))).await;
    let client = stub.client();
    let rejected = Error::KeyRejected {
        message: "Bad key [hidden]".into(),
    };
    assert_eq!(client.create_token().await.err(), Some(rejected));
    assert_eq!(client.key_rejection().as_deref(), Some("Bad key [hidden]"));
}
