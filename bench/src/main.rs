//! The measurements of `cargo xtask bench` that need no window: prints what it measured as JSON, for
//! `cargo xtask` to judge.

#![expect(
    clippy::print_stdout,
    reason = "what is measured is told on the terminal"
)]

mod app;
mod bulk;
mod decode;
mod history;
mod refresh;
mod sweep;

use std::error::Error;
use std::process::ExitCode;

use clap::Parser;

/// Measures, and prints JSON.
#[derive(Parser)]
enum Bench {
    /// Changing 1,000 users, against the limit.
    Bulk,
    /// Reading 10,000 locations, against a plain derive.
    Decode,
    /// The past of devices: trips and sums, a day out of many, a second look.
    History,
    /// Keeping fleets fresh under limits that the service hides, against round robin.
    Refresh,
    /// Asking 1,000 devices, against one by one and against the limit.
    Sweep,
}

#[tokio::main]
async fn main() -> ExitCode {
    let measured = match Bench::parse() {
        Bench::Bulk => bulk::measure().await,
        Bench::Decode => decode::measure().await,
        Bench::History => history::measure().await,
        Bench::Refresh => refresh::measure().await,
        Bench::Sweep => sweep::measure().await,
    };
    match measured {
        Ok(measured) => {
            println!("{measured}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// What a measurement can end with.
type Measured = Result<serde_json::Value, Box<dyn Error>>;

/// The middle one of several durations, in milliseconds.
fn median_ms(mut durations: Vec<std::time::Duration>) -> f64 {
    durations.sort_unstable();
    let middle = durations.get(durations.len() / 2);
    middle.map_or(f64::NAN, |middle| middle.as_secs_f64() * 1_000.0)
}
