//! The project's own commands: `cargo xtask run`, `test`, `bench`, `generate` and `map-data`.

#![expect(
    clippy::print_stdout,
    reason = "what these commands do is told on the terminal"
)]

mod bench;
mod conformance;
mod generate;
mod layers;
mod licences;
mod map_data;
mod package;
mod process;
mod setup;
mod sizes;
mod start;
mod tiers;
mod window;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use bench::Bench;
use tiers::Tier;

/// Atalaya's own commands.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Sets up what is missing, builds the app and opens it.
    Run {
        /// Opens the demo fleet.
        #[arg(long)]
        demo: bool,
        /// Builds as for a release: slower to build, faster to run.
        #[arg(long)]
        release: bool,
        /// Passed on to the app.
        #[arg(last = true)]
        app: Vec<String>,
    },
    /// Sets up what tests need and runs every tier, or those that are named.
    Test {
        /// Tiers to run.
        #[arg(value_enum)]
        tiers: Vec<Tier>,
    },
    /// Measures, and says what holds.
    Bench {
        /// Benches to run; all by default.
        #[arg(value_enum)]
        benches: Vec<Bench>,
    },
    /// Writes the files that are generated.
    Generate {
        /// Writes nothing; fails if one of them is stale.
        #[arg(long)]
        check: bool,
    },
    /// Makes the maps and the street graph inside the app anew.
    MapData,
}

fn main() -> ExitCode {
    let root = root();
    let done = match Arguments::parse().command {
        Command::Run { demo, release, app } => start::run(&root, demo, release, &app),
        Command::Test { tiers } => tiers::run(&root, &tiers),
        Command::Bench { benches } => bench::run(&root, &benches),
        Command::Generate { check } => generate::run(&root, check),
        Command::MapData => map_data::make(&root),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}
