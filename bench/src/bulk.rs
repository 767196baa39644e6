//! How long the app takes to change 1,000 users at once, against what a limit of requests a minute
//! allows, and how many requests it spends on it.

use std::error::Error;
use std::time::{Duration, Instant};

use fleet::view::bulk::{BulkTask, JobState, UserAction};
use fleet::view::users::{UserFilter, UserSelection};
use plaspy_sandbox::{Config, Sandbox};
use serde_json::json;

use crate::Measured;
use crate::app::{self, Started};

const USERS: u32 = 1_000;
const LATENCY: Duration = Duration::from_millis(50);
const LIMIT_PER_MINUTE: u32 = 3_000;

/// Work that is not over by then never will be.
const PATIENCE: Duration = Duration::from_secs(300);

/// Seconds, and what the service counted.
pub(crate) async fn measure() -> Measured {
    let sandbox = Sandbox::start(Config {
        devices: 10,
        users: USERS,
        latency: LATENCY,
        requests_per_minute: Some(LIMIT_PER_MINUTE),
        ..Config::default()
    })
    .await?;
    let Started { app, .. } = &app::start(Some(LIMIT_PER_MINUTE))?;
    app::sign_in(app, &sandbox).await?;
    let active = app.active()?;
    let task = BulkTask::Users {
        selection: UserSelection::Matching {
            filter: UserFilter::default(),
            except: Vec::new(),
        },
        action: UserAction::Message {
            message: "Workshop closed on Friday".to_owned(),
        },
    };
    let plan = active.plan(task).await?;
    let before = sandbox.counts().on_users;
    let mut moves = app.moves().listen();
    let started = Instant::now();
    active.run_plan(plan.id).await?;
    let over = async {
        while active.job().is_none_or(|job| job.state != JobState::Over) {
            // A listener that lagged has missed words and just looks again.
            let _ = moves.recv().await;
        }
    };
    tokio::time::timeout(PATIENCE, over).await?;
    let took_s = started.elapsed().as_secs_f64();
    let requests = sandbox.counts().on_users - before;
    let job = active.job().ok_or("there was work")?;
    if job.done != USERS {
        let what: Box<dyn Error> = format!("not all was done: {job:?}").into();
        return Err(what);
    }
    Ok(json!({
        "tookS": took_s,
        "allowedS": f64::from(USERS) * 60.0 / f64::from(LIMIT_PER_MINUTE),
        "requestsPerUser": requests as f64 / f64::from(USERS),
    }))
}
