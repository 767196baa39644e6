//! Serves the UI and the contract to a browser on this computer: a developer's tool and the host of
//! the end-to-end tests. It is never part of a bundle.

mod guard;
mod keys;
mod notices;
mod routes;
mod tape;

use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use fleet::app::{App, Ports};
use fleet::demo::DemoAccount;
use fleet_ipc::backend::Backend;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use guard::Guard;
use keys::{Keyring, MemoryKeys};
use notices::RecordedNotices;
use routes::Host;
use tape::Tape;

/// Serves the UI and the contract to a browser on this computer.
#[derive(Debug, Parser)]
struct Options {
    /// The built UI.
    #[arg(long, default_value = "ui/dist")]
    ui: PathBuf,
    /// The app's data folder; made if need be.
    #[arg(long)]
    data_dir: PathBuf,
    /// The port to listen on; any free one by default.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Opens the demo fleet at once.
    #[arg(long)]
    demo: bool,
    /// Devices of the demo fleet.
    #[arg(long, default_value_t = plaspy_sandbox::Config::demo().devices)]
    demo_devices: u32,
    /// Requests a minute that other accounts allow; unknown by default.
    #[arg(long)]
    requests_per_minute: Option<u32>,
    /// What stands in for the computer's keyring.
    #[arg(long, value_enum, default_value_t = Keyring::Works)]
    keyring: Keyring,
    /// The environment variable with the key that the keyring holds from an earlier start.
    #[arg(long, value_name = "VARIABLE")]
    held_key: Option<String>,
    /// Writes every answer and event to this file.
    #[arg(long)]
    record: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(
            EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info")),
        )
        .with_writer(std::io::stderr)
        .init();
    match serve(Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(options: Options) -> Result<(), Box<dyn std::error::Error>> {
    std::fs::create_dir_all(&options.data_dir)?;
    let tape = options.record.as_deref().map(Tape::start).transpose()?;
    let devices = options.demo_devices;
    let held_key = options.held_key.map(std::env::var).transpose()?;
    let app = App::new(Ports {
        clock: Arc::new(plaspy::SystemClock),
        credentials: Arc::new(MemoryKeys::new(options.keyring, held_key.map(Into::into))),
        notifier: Arc::new(RecordedNotices(tape.clone())),
        start_demo: Box::new(move || Box::pin(start_demo(devices))),
        data_dir: options.data_dir,
        limit_per_minute: options.requests_per_minute,
    })?;
    let backend = Backend::new(Arc::new(app));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
    let guard = Guard::new(listener.local_addr()?);
    announce(&guard.entrance());
    let host = Host {
        backend: backend.clone(),
        tape,
    };
    let router = routes::router(host, guard, &options.ui);
    tokio::select! {
        served = axum::serve(listener, router) => served?,
        () = backend.run(options.demo) => {}
        ended = asked_to_end() => ended?,
    }
    backend.close().await;
    Ok(())
}

/// Waits until someone ends the program, by the keyboard or as tests do.
#[cfg(unix)]
async fn asked_to_end() -> std::io::Result<()> {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        ended = tokio::signal::ctrl_c() => ended,
        _ = terminate.recv() => Ok(()),
    }
}

/// Waits until someone ends the program by the keyboard.
#[cfg(not(unix))]
async fn asked_to_end() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}

/// The address with the secret in its fragment, which no server and no log ever sees.
#[expect(
    clippy::print_stdout,
    reason = "the address is what the dev host is started for"
)]
fn announce(entrance: &str) {
    println!("{entrance}");
}

async fn start_demo(devices: u32) -> Result<DemoAccount, String> {
    let config = plaspy_sandbox::Config {
        devices,
        ..plaspy_sandbox::Config::demo()
    };
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
