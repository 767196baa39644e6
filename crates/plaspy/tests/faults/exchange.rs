//! Answers that aren't answers, and connections that aren't connections.

use std::{io::Write as _, sync::Arc, time::Duration};

use axum::{
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::{Html, IntoResponse, Redirect},
    routing::{delete, get},
};
use plaspy::{Client, Error, FailureKind};
use tokio::{io::AsyncReadExt, net::TcpListener, sync::Mutex};

use crate::stub::{API_KEY, Counter, Stub, builder, with_route};

/// Lists devices of a service that answers so.
async fn list_devices<R: IntoResponse + Clone + Send + Sync + 'static>(answer: R) -> Error {
    let router = with_route("/api/devices", get(move || async move { answer }));
    let stub = Stub::serve(router).await;
    stub.client()
        .list_devices()
        .await
        .expect_err("not an answer")
}

#[tokio::test]
async fn a_web_page_with_http_200_is_recognised() {
    let error = list_devices(Html("<!doctype html><title>Wi-Fi sign-in</title>")).await;
    assert!(
        matches!(error, Error::NotUnderstood { html: true, .. }),
        "{error}"
    );
}

#[tokio::test]
async fn a_failure_with_http_200_brings_the_services_words() {
    let error = list_devices(r#"{"success":false,"error":"Expired account","devices":null}"#).await;
    assert_eq!(
        error,
        Error::Refused {
            status: 200,
            message: "Expired account".into()
        }
    );
}

#[tokio::test]
async fn a_limit_says_how_long_to_wait_if_the_service_does() {
    let retry_after = [(header::RETRY_AFTER, "17")];
    let error = list_devices((StatusCode::TOO_MANY_REQUESTS, retry_after)).await;
    assert_eq!(
        error,
        Error::RateLimited {
            retry_after: Some(Duration::from_secs(17))
        }
    );
    let error = list_devices(StatusCode::TOO_MANY_REQUESTS).await;
    assert_eq!(error, Error::RateLimited { retry_after: None });
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_not_read_to_its_end() {
    let error = list_devices(" ".repeat(64 * 1024 * 1024 + 1)).await;
    assert_eq!(
        error,
        Error::TooLarge {
            limit_bytes: 64 * 1024 * 1024
        }
    );
}

/// A body as a server sends it that compresses.
fn compressed(body: &[u8]) -> ([(HeaderName, &'static str); 1], Vec<u8>) {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(body).expect("memory takes all");
    let bytes = gzip.finish().expect("memory takes all");
    ([(header::CONTENT_ENCODING, "gzip")], bytes)
}

#[tokio::test]
async fn a_compressed_answer_is_read() {
    let answer = compressed(br#"{"success":true,"devices":[{"id":"a"}]}"#);
    let router = with_route("/api/devices", get(move || async move { answer }));
    let stub = Stub::serve(router).await;
    let devices = stub.client().list_devices().await.expect("a list").value;
    assert_eq!(devices.items.len(), 1);
}

#[tokio::test]
async fn a_small_body_that_grows_beyond_the_limit_is_not_read_to_its_end() {
    let bomb = compressed(&vec![b' '; 65 * 1024 * 1024]);
    assert!(bomb.1.len() < 1024 * 1024);
    let error = list_devices(bomb).await;
    assert!(matches!(error, Error::TooLarge { .. }), "{error}");
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = Counter::default();
    let visits = elsewhere.clone();
    let router = with_route(
        "/api/devices",
        get(|| async { Redirect::temporary("/elsewhere") }),
    )
    .route(
        "/elsewhere",
        get(move || async move { visits.add().to_string() }),
    );
    let stub = Stub::serve(router).await;
    let error = stub.client().list_devices().await.expect_err("no answer");
    assert!(
        matches!(error, Error::Refused { status: 307, .. }),
        "{error}"
    );
    assert_eq!(elsewhere.get(), 0);
}

#[tokio::test]
async fn a_deletion_may_be_confirmed_without_a_body() {
    let router = with_route(
        "/api/users/{id}",
        delete(|| async { StatusCode::NO_CONTENT }),
    );
    let stub = Stub::serve(router).await;
    assert!(stub.client().delete_user(&"u1".into()).await.is_ok());
}

#[tokio::test]
async fn the_token_travels_in_the_header_and_the_key_never_does() {
    let seen = Arc::new(Mutex::new(HeaderMap::new()));
    let keep = Arc::clone(&seen);
    let list = move |headers: HeaderMap| async move {
        *keep.lock().await = headers;
        r#"{"success":true,"devices":[]}"#
    };
    let stub = Stub::serve(with_route("/api/devices", get(list))).await;
    stub.client().list_devices().await.expect("an empty fleet");
    let headers = seen.lock().await;
    assert_eq!(headers[header::AUTHORIZATION], "Bearer token-1");
    assert_eq!(
        headers[header::USER_AGENT],
        concat!("Atalaya/", env!("CARGO_PKG_VERSION"))
    );
    assert!(!format!("{headers:?}").contains(API_KEY));
}

#[tokio::test]
async fn nobody_at_the_address_is_no_network() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("it is bound");
    drop(listener);
    assert_eq!(
        failure_at(&format!("http://{address}")).await,
        FailureKind::NoNetwork
    );
}

#[tokio::test]
async fn a_name_without_an_address_is_a_failure_of_dns() {
    // RFC 2606 reserves the name, so that it never has one.
    assert_eq!(
        failure_at("https://service.invalid").await,
        FailureKind::Dns
    );
}

#[tokio::test]
async fn a_server_that_speaks_no_tls_is_a_failure_of_tls() {
    let stub = Stub::serve(axum::Router::new()).await;
    assert_eq!(
        failure_at(&format!("https://{}", stub.address())).await,
        FailureKind::Tls
    );
}

#[tokio::test]
async fn a_connection_closed_before_the_answer_is_lost() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("it is bound");
    let server = tokio::spawn(async move {
        let (mut connection, _) = listener.accept().await.expect("a connection");
        let read = connection.read(&mut [0; 16]).await.expect("the request");
        assert!(read > 0);
    });
    assert_eq!(
        failure_at(&format!("http://{address}")).await,
        FailureKind::ConnectionLost
    );
    server.await.expect("the server read the request");
}

#[tokio::test]
async fn a_service_that_never_answers_is_a_timeout() {
    let router = with_route("/api/devices", get(std::future::pending::<()>));
    let stub = Stub::serve(router).await;
    let client = stub
        .builder()
        .total_timeout(Duration::from_millis(200))
        .build()
        .expect("a client");
    assert_eq!(client.list_devices().await.err(), Some(Error::Timeout));
}

async fn failure_at(base_url: &str) -> FailureKind {
    let client: Client = builder(base_url).build().expect("a client");
    let error = client.list_devices().await.expect_err("no service there");
    assert_eq!(client.key_rejection(), None);
    error.kind()
}
