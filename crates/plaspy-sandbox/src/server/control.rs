//! Changes the sandbox while it runs, for tests in a browser. Off unless asked for.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::state::Service;

pub(super) fn router() -> Router<Arc<Service>> {
    Router::new()
        .route("/limit", post(limit))
        .route("/down", post(down))
        .route("/key", post(key))
        .route("/expire-tokens", post(expire_tokens))
        .route("/tokens", get(tokens))
        .route("/counts", get(counts))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Limit {
    requests_per_minute: Option<u32>,
}

async fn limit(State(service): State<Arc<Service>>, Json(limit): Json<Limit>) {
    service.set_requests_per_minute(limit.requests_per_minute);
}

#[derive(Deserialize)]
struct Down {
    down: bool,
}

async fn down(State(service): State<Arc<Service>>, Json(Down { down }): Json<Down>) {
    service.set_down(down);
}

async fn key(State(service): State<Arc<Service>>) -> Json<Value> {
    Json(json!({ "apiKey": service.replace_api_key() }))
}

async fn expire_tokens(State(service): State<Arc<Service>>) {
    service.expire_tokens();
}

/// Every token that was issued, for tests that look for leaks.
async fn tokens(State(service): State<Arc<Service>>) -> Json<Vec<String>> {
    Json(service.switches().issued.clone())
}

async fn counts(State(service): State<Arc<Service>>) -> Json<Value> {
    let counts = service.counts();
    Json(json!({
        "tokenCalls": counts.token_calls,
        "requests": counts.requests,
        "refused": counts.refused,
    }))
}
