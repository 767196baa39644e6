//! The sandbox as a program: prints its base URL once it listens.

#![expect(clippy::print_stdout, reason = "what it prints is how it is reached")]

use std::process::ExitCode;
use std::time::Duration;

use chrono::TimeDelta;
use clap::Parser;
use plaspy_sandbox::{Config, Fault, RetryAfter, Sandbox};

/// A stand-in for the vehicle-tracking service, on this computer only.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// The port; any free one by default.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Vehicles.
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    devices: u32,
    /// Users.
    #[arg(long, default_value_t = 12)]
    users: u32,
    /// Groups.
    #[arg(long, default_value_t = 6)]
    groups: u32,
    /// Decides on everything that is left to chance.
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// How often every tracker reports while the ignition is on; each as it likes by default.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    report_every_seconds: Option<u32>,
    /// How far the fleet's week is ahead of Chile's; behind if negative.
    #[arg(long, default_value_t = 0, allow_negative_numbers = true)]
    shifts_ahead_seconds: i32,
    /// Who may sign in.
    #[arg(long, default_value = "demo")]
    user_name: String,
    /// With which key; one is made up by default.
    #[arg(long)]
    api_key: Option<String>,
    /// How long every answer is held back.
    #[arg(long, default_value_t = 0)]
    latency_ms: u64,
    /// Requests in any 60 seconds; no limit by default.
    #[arg(long)]
    requests_per_minute: Option<u32>,
    /// Results of one device in one day; no limit by default.
    #[arg(long)]
    results_per_day: Option<u32>,
    /// How a 429 says how long to wait: seconds, date or never.
    #[arg(long, default_value = "seconds")]
    retry_after: RetryAfter,
    /// What goes wrong, such as status=503,on=lastLocation,times=2; may be given several times.
    #[arg(long, value_name = "FAULT")]
    fault: Vec<Fault>,
    /// How far its clock is ahead of the computer's, or behind if negative.
    #[arg(long, default_value_t = 0, allow_negative_numbers = true)]
    clock_ahead_seconds: i32,
    /// How long a token is valid.
    #[arg(long, default_value_t = 3_600)]
    token_seconds: u64,
    /// Serves /sandbox, by which tests change it while it runs.
    #[arg(long)]
    control: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    let options = Options::parse();
    let makes_key = options.api_key.is_none();
    let config = Config {
        port: options.port,
        devices: options.devices,
        users: options.users,
        groups: options.groups,
        seed: options.seed,
        report_every_s: options.report_every_seconds,
        shifts_ahead_s: options.shifts_ahead_seconds.into(),
        user_name: options.user_name,
        api_key: options.api_key,
        latency: Duration::from_millis(options.latency_ms),
        requests_per_minute: options.requests_per_minute,
        results_per_day: options.results_per_day,
        retry_after: options.retry_after,
        faults: options.fault,
        token_lifetime: Duration::from_secs(options.token_seconds),
        control: options.control,
    };
    let sandbox = match Sandbox::start(config).await {
        Ok(sandbox) => sandbox,
        Err(error) => {
            eprintln!("can't listen on port {}: {error}", options.port);
            return ExitCode::FAILURE;
        }
    };
    sandbox.set_clock_offset(TimeDelta::seconds(options.clock_ahead_seconds.into()));
    println!("{}", sandbox.base_url());
    if makes_key {
        println!(
            "user name {}, API key {}",
            sandbox.user_name(),
            sandbox.api_key()
        );
    }
    tokio::select! {
        served = sandbox.serve() => {
            if let Err(error) = served {
                eprintln!("{error}");
                return ExitCode::FAILURE;
            }
        }
        _ = tokio::signal::ctrl_c() => {}
    }
    ExitCode::SUCCESS
}
