//! A service of a few routes on a loopback port.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use axum::{
    Json, Router,
    routing::{MethodRouter, post},
};
use plaspy::{BaseUrl, Client, ClientBuilder, Credentials, RetryPolicy};
use serde_json::{Value, json};
use tokio::{net::TcpListener, task::JoinHandle};

pub(crate) const API_KEY: &str = "key-5ecret";

/// Counts what happens on the service's side.
#[derive(Clone, Default)]
pub(crate) struct Counter(Arc<AtomicU64>);

impl Counter {
    /// Counts one more, and says how many that makes.
    pub(crate) fn add(&self) -> u64 {
        self.0.fetch_add(1, Ordering::SeqCst) + 1
    }

    pub(crate) fn get(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}

pub(crate) struct Stub {
    address: String,
    server: JoinHandle<()>,
}

impl Stub {
    pub(crate) async fn serve(router: Router) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it is bound").to_string();
        let server = tokio::spawn(async move {
            axum::serve(listener, router)
                .await
                .expect("the stub serves");
        });
        Self { address, server }
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    pub(crate) fn builder(&self) -> ClientBuilder {
        builder(&format!("http://{}", self.address))
    }

    pub(crate) fn client(&self) -> Client {
        self.builder().build().expect("a client")
    }
}

impl Drop for Stub {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// A client that sends everything once.
pub(crate) fn builder(base_url: &str) -> ClientBuilder {
    let base_url: BaseUrl = base_url.parse().expect("a base URL");
    let credentials = Credentials::new("demo", API_KEY.into());
    Client::builder(base_url, credentials).retries(RetryPolicy::NONE)
}

/// The token call's path with a route that issues `token-1`, `token-2` and so on, counting them.
pub(crate) fn tokens(calls: &Counter) -> (&'static str, MethodRouter) {
    let calls = calls.clone();
    let issue = move || async move { Json(issued(calls.add())) };
    ("/api/Auth/Token", post(issue))
}

pub(crate) fn issued(number: u64) -> Value {
    json!({ "success": true, "token": format!("token-{number}"), "expires": "2999-01-01T00:00:00Z" })
}

/// A service that issues tokens and has one more route.
pub(crate) fn with_route(path: &str, route: MethodRouter) -> Router {
    let (token_path, token_route) = tokens(&Counter::default());
    Router::new()
        .route(token_path, token_route)
        .route(path, route)
}
