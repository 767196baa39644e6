//! How long the app takes to ask every device once: against asking one by one, and against what a
//! limit of requests a minute allows.

use std::collections::HashMap;
use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use fleet::account::{AccountId, Service};
use fleet::app::{App, Ports, SignIn};
use fleet::credentials::{CredentialError, CredentialStore};
use fleet::session::KeyPlace;
use plaspy::{Client, Credentials, SecretString};
use plaspy_sandbox::{Config, Counts, Sandbox};
use serde_json::json;

use crate::Measured;

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
    let folder = tempfile::tempdir()?;
    let app = Arc::new(App::new(Ports {
        clock: Arc::new(plaspy::SystemClock),
        credentials: Arc::new(Keys::default()),
        start_demo: Box::new(|| Box::pin(async { Err("no demo here".to_owned()) })),
        data_dir: folder.path().to_owned(),
        limit_per_minute: Some(limit_per_minute),
    })?);
    let telling = Arc::clone(&app);
    let telling = tokio::spawn(async move { telling.moves().tell().await });
    let mut moves = app.moves().listen();
    let started = Instant::now();
    app.sign_in(SignIn {
        service: Service::Other,
        base_url: Some(sandbox.base_url()),
        user_name: sandbox.user_name().to_owned(),
        api_key: SecretString::from(sandbox.api_key()),
        keep_key: KeyPlace::ThisRun,
    })
    .await?;
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
    app.sign_out().await?;
    telling.abort();
    Ok(measured)
}

/// Keys in memory.
#[derive(Default)]
struct Keys(Mutex<HashMap<AccountId, SecretString>>);

impl Keys {
    fn kept(&self) -> std::sync::MutexGuard<'_, HashMap<AccountId, SecretString>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl CredentialStore for Keys {
    fn get(&self, account: &AccountId) -> Result<Option<SecretString>, CredentialError> {
        Ok(self.kept().get(account).cloned())
    }

    fn set(&self, account: &AccountId, api_key: &SecretString) -> Result<(), CredentialError> {
        self.kept().insert(account.clone(), api_key.clone());
        Ok(())
    }

    fn delete(&self, account: &AccountId) -> Result<(), CredentialError> {
        self.kept().remove(account);
        Ok(())
    }
}
