//! The desktop shell: composes the app with the computer's keyring, the demo service and a window,
//! and serves the contract to it. No logic lives here.

mod dialog;
mod instance;
mod ipc;
mod keys;
mod log;
mod notifications;
mod window;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use fleet::app::{App, Ports};
use fleet::critical::bell::Notifier;
use fleet::demo::DemoAccount;
use fleet_ipc::backend::Backend;

use instance::{Claim, Instance};

/// Look after a Plaspy vehicle fleet.
#[derive(Debug, Parser)]
#[command(name = "atalaya", version)]
struct Options {
    /// The folder for accounts, settings and logs.
    #[arg(long, value_name = "FOLDER")]
    data_dir: Option<PathBuf>,
    /// Opens the demo fleet.
    #[arg(long)]
    demo: bool,
}

/// Runs the app until its window is closed.
#[must_use]
pub fn run() -> ExitCode {
    match start(Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Atalaya can't start: {error}");
            dialog::show_start_failure(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn start(options: Options) -> Result<(), Box<dyn std::error::Error>> {
    let data_dir = match options.data_dir {
        Some(data_dir) => data_dir,
        None => dirs::data_dir()
            .ok_or("this computer has no folder for data")?
            .join("atalaya"),
    };
    std::fs::create_dir_all(&data_dir)?;
    let instance = match Instance::claim(&data_dir)? {
        Claim::First(instance) => instance,
        Claim::Shown => return Ok(()),
    };
    let _log = log::start(&data_dir);
    let notifications = Arc::new(notifications::Notifications::default());
    let app = App::new(Ports {
        clock: Arc::new(plaspy::SystemClock),
        credentials: Arc::new(keys::Keyring),
        notifier: Arc::clone(&notifications) as Arc<dyn Notifier>,
        start_demo: Box::new(|| Box::pin(start_demo())),
        data_dir,
        limit_per_minute: None,
    })?;
    let backend = Backend::new(Arc::new(app));
    window::open(backend, instance, notifications, options.demo)?;
    Ok(())
}

async fn start_demo() -> Result<DemoAccount, String> {
    let config = plaspy_sandbox::Config::demo();
    let requests_per_minute = config.requests_per_minute.unwrap_or(u32::MAX);
    let sandbox = plaspy_sandbox::Sandbox::start(config)
        .await
        .map_err(|error| error.to_string())?;
    Ok(DemoAccount {
        base_url: sandbox.base_url(),
        user_name: sandbox.user_name().to_owned(),
        api_key: sandbox.api_key().into(),
        requests_per_minute,
        running: Box::new(sandbox),
    })
}
