//! What is sent again, and what never is.

use std::{
    io,
    time::{Duration, Instant},
};

use axum::{
    Router,
    http::{StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use plaspy::{
    Client, Error, FailureKind, RetryPolicy,
    models::{Command, GroupInput, RangeQuery},
};
use tokio::{io::AsyncReadExt as _, net::TcpListener};

use crate::stub::{Counter, Stub, builder, issued, tokens};

const QUICK: RetryPolicy = RetryPolicy {
    attempts: 3,
    first_pause: Duration::from_millis(10),
    longest_pause: Duration::from_millis(20),
    patience: Duration::from_secs(20),
};

const ANSWER: &str = r#"{"success":true,"devices":[],"locations":[],"groups":[],"result":"sent"}"#;

/// A service that fails so many times on these paths, and then answers.
async fn failing<R>(times: u64, failure: impl Fn() -> R) -> (Stub, Counter)
where
    R: IntoResponse + Clone + Send + Sync + 'static,
{
    let requests = Counter::default();
    let (count, failure) = (requests.clone(), failure());
    let answer = move || async move {
        match count.add() <= times {
            true => failure.into_response(),
            false => ANSWER.into_response(),
        }
    };
    let (token_path, token_route) = tokens(&Counter::default());
    let router = Router::new()
        .route(token_path, token_route)
        .route("/api/devices", get(answer.clone()))
        .route("/api/devices/{id}/lastLocation", get(answer.clone()))
        .route("/api/devices/{id}/locations", post(answer.clone()))
        .route("/api/devices/{id}/sendCommand", post(answer.clone()))
        .route("/api/groups", post(answer));
    (Stub::serve(router).await, requests)
}

fn patient(stub: &Stub) -> Client {
    stub.builder().retries(QUICK).build().expect("a client")
}

fn down() -> StatusCode {
    StatusCode::SERVICE_UNAVAILABLE
}

#[tokio::test]
async fn a_read_is_sent_again_until_it_is_answered() {
    let (stub, requests) = failing(2, down).await;
    patient(&stub).list_devices().await.expect("the third");
    assert_eq!(requests.get(), 3);
}

#[tokio::test]
async fn a_query_is_a_read_in_spite_of_its_verb() {
    let (stub, requests) = failing(1, down).await;
    let now = chrono::DateTime::UNIX_EPOCH;
    let range = RangeQuery { from: now, to: now };
    let listing = patient(&stub).query_locations(&"d1".into(), &range).await;
    listing.expect("the second");
    assert_eq!(requests.get(), 2);
}

#[tokio::test]
async fn a_read_is_given_up_after_its_attempts() {
    let (stub, requests) = failing(99, down).await;
    let error = patient(&stub).list_devices().await.expect_err("down");
    assert_eq!(error.kind(), FailureKind::ServiceDown);
    assert_eq!(requests.get(), 3);
}

#[tokio::test]
async fn what_will_not_pass_by_itself_is_not_sent_again() {
    for status in [
        StatusCode::NOT_FOUND,
        StatusCode::FORBIDDEN,
        StatusCode::BAD_REQUEST,
    ] {
        let (stub, requests) = failing(1, || status).await;
        patient(&stub).list_devices().await.expect_err("refused");
        assert_eq!(requests.get(), 1, "{status}");
    }
}

#[tokio::test]
async fn a_create_and_a_command_are_sent_once() {
    let (stub, requests) = failing(1, down).await;
    let client = patient(&stub);
    let input = GroupInput {
        name: "North".into(),
        ..GroupInput::default()
    };
    client.create_group(&input).await.expect_err("down");
    assert_eq!(requests.get(), 1);
    let (stub, requests) = failing(1, down).await;
    let command = Command::text("engine_stop");
    let sent = patient(&stub).send_command(&"d1".into(), &command).await;
    sent.expect_err("down");
    assert_eq!(requests.get(), 1);
}

/// How long a list takes that is refused once with this wish.
async fn time_with_retry_after(wait: String) -> Duration {
    let limit = || {
        (
            StatusCode::TOO_MANY_REQUESTS,
            [(header::RETRY_AFTER, wait.clone())],
        )
    };
    let (stub, requests) = failing(1, limit).await;
    let started = Instant::now();
    patient(&stub).list_devices().await.expect("the second");
    assert_eq!(requests.get(), 2);
    started.elapsed()
}

#[tokio::test]
async fn the_seconds_that_the_service_asks_for_are_kept() {
    let time = time_with_retry_after("1".into()).await;
    assert!(time >= Duration::from_secs(1), "{time:?}");
}

#[tokio::test]
async fn the_moment_that_the_service_names_is_awaited() {
    use plaspy::Clock as _;
    let at = plaspy::SystemClock.now() + chrono::TimeDelta::seconds(3);
    let at = at.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
    let time = time_with_retry_after(at).await;
    // Both dates are cut to the second.
    assert!(time >= Duration::from_secs(1), "{time:?}");
}

#[tokio::test]
async fn a_wait_beyond_patience_is_told_instead() {
    let limit = || {
        (
            StatusCode::SERVICE_UNAVAILABLE,
            [(header::RETRY_AFTER, "3600")],
        )
    };
    let (stub, requests) = failing(1, limit).await;
    let error = patient(&stub).list_devices().await.expect_err("down");
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3_600)));
    assert_eq!(requests.get(), 1);
}

#[tokio::test]
async fn a_limit_met_by_a_device_is_told_at_once() {
    let (stub, requests) = failing(1, || StatusCode::TOO_MANY_REQUESTS).await;
    let error = patient(&stub)
        .get_last_location(&"d1".into())
        .await
        .expect_err("a limit");
    assert_eq!(error, Error::RateLimited { retry_after: None });
    assert_eq!(requests.get(), 1);
}

#[tokio::test]
async fn a_command_waits_for_no_token_that_fails() {
    let calls = Counter::default();
    let count = calls.clone();
    let issue = move || async move {
        match count.add() {
            1 => Err(down()),
            number => Ok(axum::Json(issued(number))),
        }
    };
    let stub = Stub::serve(Router::new().route("/api/Auth/Token", post(issue))).await;
    let command = Command::text("engine_stop");
    let sent = patient(&stub).send_command(&"d1".into(), &command).await;
    assert_eq!(sent.expect_err("no token").kind(), FailureKind::ServiceDown);
    assert_eq!(calls.get(), 1);
}

#[tokio::test]
async fn a_create_whose_connection_breaks_is_sent_once() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let requests = Counter::default();
    let count = requests.clone();
    // Answers the token call, and closes whatever else it has begun to read.
    let server = tokio::spawn(async move {
        while let Ok((mut connection, _)) = listener.accept().await {
            let mut head = [0; 4_096];
            let read = connection.read(&mut head).await.unwrap_or_default();
            let head = String::from_utf8_lossy(&head[..read]).into_owned();
            if head.starts_with("POST /api/Auth/Token") {
                let body = issued(1).to_string();
                let answer = format!(
                    "HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
                    body.len()
                );
                let _ =
                    tokio::io::AsyncWriteExt::write_all(&mut connection, answer.as_bytes()).await;
            } else {
                count.add();
            }
        }
    });
    let client = builder(&format!("http://{address}")).retries(QUICK).build();
    let input = GroupInput {
        name: "North".into(),
        ..GroupInput::default()
    };
    let created = client.expect("a client").create_group(&input).await;
    let kind = created.expect_err("nobody answers").kind();
    assert_eq!((kind, requests.get()), (FailureKind::ConnectionLost, 1));
    server.abort();
    Ok(())
}
