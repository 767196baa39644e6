//! Changes the sandbox while it runs, for tests in a browser. Off unless asked for.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::TimeDelta;
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::Failure;
use super::state::Service;

pub(super) fn router() -> Router<Arc<Service>> {
    Router::new()
        .route("/limit", post(limit))
        .route("/day-limit", post(day_limit))
        .route("/retry-after", post(retry_after))
        .route("/faults", get(faults).put(set_faults).delete(no_faults))
        .route("/latency", post(latency))
        .route("/clock", post(clock))
        .route("/down", post(down))
        .route("/key", post(key))
        .route("/expire-tokens", post(expire_tokens))
        .route("/tokens", get(tokens))
        .route("/alert", post(alert))
        .route("/counts", get(counts))
        .route("/commands", get(commands))
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
#[serde(rename_all = "camelCase")]
struct DayLimit {
    results_per_day: Option<u32>,
}

async fn day_limit(State(service): State<Arc<Service>>, Json(limit): Json<DayLimit>) {
    service.set_results_per_day(limit.results_per_day);
}

#[derive(Deserialize)]
struct Form {
    form: String,
}

async fn retry_after(
    State(service): State<Arc<Service>>,
    Json(Form { form }): Json<Form>,
) -> Result<(), Failure> {
    service.set_retry_after(form.parse().map_err(|error: String| Failure::bad(error))?);
    Ok(())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Latency {
    latency_ms: u64,
}

async fn latency(State(service): State<Arc<Service>>, Json(latency): Json<Latency>) {
    service.set_latency(Duration::from_millis(latency.latency_ms));
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Clock {
    ahead_by_seconds: i64,
}

async fn clock(
    State(service): State<Arc<Service>>,
    Json(clock): Json<Clock>,
) -> Result<(), Failure> {
    let offset = TimeDelta::try_seconds(clock.ahead_by_seconds);
    service.set_clock_offset(offset.ok_or_else(|| Failure::bad("too far off"))?);
    Ok(())
}

/// What still goes wrong, each fault as it is written.
async fn faults(State(service): State<Arc<Service>>) -> Json<Vec<String>> {
    let faults = service.faults_left();
    Json(faults.iter().map(ToString::to_string).collect())
}

async fn set_faults(
    State(service): State<Arc<Service>>,
    Json(faults): Json<Vec<String>>,
) -> Result<(), Failure> {
    let faults: Result<_, String> = faults.iter().map(|fault| fault.parse()).collect();
    service.set_faults(faults.map_err(Failure::bad)?);
    Ok(())
}

async fn no_faults(State(service): State<Arc<Service>>) {
    service.set_faults(Vec::new());
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

/// Every command that arrived.
async fn commands(State(service): State<Arc<Service>>) -> Json<Value> {
    let received = service
        .received()
        .into_iter()
        .map(|it| json!({ "device": it.device, "command": it.command, "sms": it.sms }));
    Json(received.collect())
}

/// What a device raises beside what its drive does, from now on.
#[derive(Deserialize)]
struct Raise {
    device: String,
    /// Codes; none for what the drive raises alone.
    alerts: Vec<String>,
}

async fn alert(State(service): State<Arc<Service>>, Json(raise): Json<Raise>) {
    service.raise(raise.device, raise.alerts);
}

async fn counts(State(service): State<Arc<Service>>) -> Json<Value> {
    let counts = service.counts();
    Json(json!({
        "tokenCalls": counts.token_calls,
        "requests": counts.requests,
        "refused": counts.refused,
    }))
}
