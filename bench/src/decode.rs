//! How long it takes to read 10,000 locations tolerantly, against a plain derive on the same bytes.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};
use plaspy::Clock as _;
use plaspy::models::RangeQuery;
use plaspy_sandbox::{Config, Sandbox};
use reqwest::Client;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{Measured, median_ms};

const LOCATIONS: usize = 10_000;
const ROUNDS: usize = 51;

/// The same as the client's location, for a service that keeps to its word.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "it is only read")]
struct Plain {
    success: bool,
    locations: Vec<PlainLocation>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "it is only read")]
struct PlainLocation {
    date_time: DateTime<Utc>,
    latitude: f64,
    longitude: f64,
    speed: Option<f64>,
    course: Option<f64>,
    battery: Option<f64>,
    fuel: Option<f64>,
    fuel2: Option<f64>,
    temperature: Option<f64>,
    temperature2: Option<f64>,
    sensor_time1: Option<i64>,
    sensor_time2: Option<i64>,
    sensor_time3: Option<i64>,
    sensor_time4: Option<i64>,
    inactive_seconds: Option<i64>,
    rpm: Option<i64>,
    milleage: Option<f64>,
    warnings: Vec<String>,
    warning_texts: Vec<String>,
    alerts: Vec<String>,
    alert_texts: Vec<String>,
    has_critical_alert: Option<bool>,
    attributes: BTreeMap<String, String>,
    #[serde(default)]
    accessories_attributes: Vec<BTreeMap<String, String>>,
    inputs: Vec<bool>,
    outputs: Vec<bool>,
}

/// Medians of both, taken in turns.
pub(crate) async fn measure() -> Measured {
    let body = locations().await?;
    let range = RangeQuery {
        from: DateTime::UNIX_EPOCH,
        to: DateTime::UNIX_EPOCH,
    };
    let request = plaspy::operations::devices::query_locations(&"a".into(), &range)?;
    let mut tolerant = Vec::new();
    let mut plain = Vec::new();
    for _ in 0..ROUNDS {
        let started = Instant::now();
        let listing = black_box(request.read(&body)?);
        tolerant.push(started.elapsed());
        if listing.items.len() != LOCATIONS {
            return Err(format!("{} locations were read", listing.items.len()).into());
        }
        drop(listing);
        let started = Instant::now();
        let listing: Plain = black_box(serde_json::from_slice(&body)?);
        plain.push(started.elapsed());
        drop(listing);
    }
    Ok(json!({
        "tolerantMs": median_ms(tolerant),
        "plainMs": median_ms(plain),
        "bytes": body.len(),
    }))
}

/// An answer of the sandbox, cut to the number of locations.
async fn locations() -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let sandbox = Sandbox::start(Config::default()).await?;
    let http = Client::builder().no_proxy().build()?;
    let address = |path: &str| format!("{}{path}", sandbox.base_url());
    let key = json!({ "userName": sandbox.user_name(), "apiKey": sandbox.api_key() });
    let answer = http.post(address("/api/Auth/Token")).json(&key).send();
    let answer: Value = answer.await?.json().await?;
    let token = answer["token"].as_str().ok_or("no token")?;
    let devices = http.get(address("/api/devices")).bearer_auth(token).send();
    let devices: Value = devices.await?.json().await?;
    let to = plaspy::SystemClock.now();
    let range = json!({ "from": to - TimeDelta::days(30), "to": to });
    for device in devices["devices"].as_array().into_iter().flatten() {
        let id = device["id"].as_str().unwrap_or_default();
        let query = http.post(address(&format!("/api/devices/{id}/locations")));
        let answer = query.bearer_auth(token).json(&range).send().await?;
        let mut answer: Value = answer.json().await?;
        if let Some(found) = answer["locations"].as_array_mut()
            && found.len() >= LOCATIONS
        {
            found.truncate(LOCATIONS);
            return Ok(serde_json::to_vec(&answer)?);
        }
    }
    Err("no device has that many locations".into())
}
