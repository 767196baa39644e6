//! How long the app takes to ask every device once: against asking one by one, and against what a
//! limit of requests a minute allows.

use std::error::Error;
use std::time::{Duration, Instant};

use plaspy::{Client, Credentials};
use plaspy_sandbox::{Config, Counts, Sandbox};
use serde_json::json;

use crate::Measured;
use crate::app::{self, Started};

const DEVICES: u32 = 1_000;
const LATENCY: Duration = Duration::from_millis(50);

/// Asked one by one, and taken for the rest.
const ONE_BY_ONE: u32 = 100;

const LIMIT_PER_MINUTE: u32 = 6_000;

/// So many that a burst at the start is worth little: more than the limit of one minute.
const DEVICES_AT_LIMIT: u32 = 7_000;

/// A fleet that is not through by then never will be.
const PATIENCE: Duration = Duration::from_secs(300);

/// Durations in seconds, and what the service counted.
pub(crate) async fn measure() -> Measured {
    let sandbox = start(DEVICES, None).await?;
    let one_by_one_s = one_by_one(&sandbox).await? * f64::from(DEVICES / ONE_BY_ONE);

    let sandbox = start(DEVICES, None).await?;
    let (sweep_s, counts) = sweep(&sandbox, DEVICES, u32::MAX).await?;

    let limited = start(DEVICES_AT_LIMIT, Some(LIMIT_PER_MINUTE)).await?;
    let (limited_s, at_limit) = sweep(&limited, DEVICES_AT_LIMIT, LIMIT_PER_MINUTE).await?;
    let allowed_s = f64::from(DEVICES_AT_LIMIT) * 60.0 / f64::from(LIMIT_PER_MINUTE);
    Ok(json!({
        "oneByOneS": one_by_one_s,
        "sweepS": sweep_s,
        "lastLocations": counts.last_locations,
        "tokenCalls": counts.token_calls,
        "limitedS": limited_s,
        "allowedS": allowed_s,
        "refusedAtLimit": at_limit.refused,
    }))
}

async fn start(devices: u32, limit: Option<u32>) -> Result<Sandbox, Box<dyn Error>> {
    let config = Config {
        devices,
        latency: LATENCY,
        requests_per_minute: limit,
        ..Config::default()
    };
    Ok(Sandbox::start(config).await?)
}

async fn one_by_one(sandbox: &Sandbox) -> Result<f64, Box<dyn Error>> {
    let credentials = Credentials::new(sandbox.user_name(), sandbox.api_key().into());
    let client = Client::builder(sandbox.base_url().parse()?, credentials).build()?;
    let devices = client.list_devices().await?.value.items;
    let started = Instant::now();
    for device in devices.iter().take(ONE_BY_ONE as usize) {
        client.get_last_location(&device.id).await?;
    }
    Ok(started.elapsed().as_secs_f64())
}

/// From signing in until every device was asked; and the counts of that moment.
async fn sweep(
    sandbox: &Sandbox,
    devices: u32,
    limit_per_minute: u32,
) -> Result<(f64, Counts), Box<dyn Error>> {
    let Started { app, .. } = &app::start(Some(limit_per_minute))?;
    let mut moves = app.moves().listen();
    let started = Instant::now();
    app::sign_in(app, sandbox).await?;
    let active = app.active()?;
    let asked_all = async {
        loop {
            let asked = active
                .fleet()
                .devices()
                .iter()
                .filter(|device| device.asked_at.is_some())
                .count();
            if asked == devices as usize {
                return;
            }
            // A listener that lagged has missed words and just looks again.
            let _ = moves.recv().await;
        }
    };
    tokio::time::timeout(PATIENCE, asked_all).await?;
    let measured = (started.elapsed().as_secs_f64(), sandbox.counts());
    app.sign_out(false).await?;
    Ok(measured)
}
