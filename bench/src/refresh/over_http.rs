//! The same over real HTTP: the app, whole, against a service that hides its limit.

use std::time::Duration;

use plaspy_sandbox::{Config, Sandbox};

use crate::app;

const DEVICES: u32 = 200;
const HIDDEN_LIMIT: u32 = 60;
const LATENCY: Duration = Duration::from_millis(50);

/// Until the limit was found, and tried once more.
const SETTLING: Duration = Duration::from_secs(600);
const TIME: Duration = Duration::from_secs(300);

/// Shares of the limit, and of what was sent.
pub(super) struct Spent {
    pub(super) used: f64,
    pub(super) refused: f64,
}

pub(super) async fn measure() -> Result<Spent, Box<dyn std::error::Error>> {
    let sandbox = Sandbox::start(Config {
        devices: DEVICES,
        latency: LATENCY,
        requests_per_minute: Some(HIDDEN_LIMIT),
        ..Config::default()
    })
    .await?;
    let started = app::start(None)?;
    app::sign_in(&started.app, &sandbox).await?;
    tokio::time::sleep(SETTLING).await;
    let before = sandbox.counts();
    tokio::time::sleep(TIME).await;
    let after = sandbox.counts();
    let sent = (after.requests - before.requests) as f64;
    let refused = (after.refused - before.refused) as f64;
    let allowed = f64::from(HIDDEN_LIMIT) * TIME.as_secs_f64() / 60.0;
    Ok(Spent {
        used: (sent - refused) / allowed,
        refused: refused / sent.max(1.0),
    })
}
