//! `cargo xtask test`: the tiers of tests, the quick ones first, and how long each took.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use clap::ValueEnum;

use crate::process::{Failure, run as run_program};
use crate::start::{build_ui, run_npm};
use crate::{generate, layers, licences, setup, sizes, window};

/// Built once for all tiers: with the UI inside, so that the window needs no development server.
const FEATURES: [&str; 3] = ["--workspace", "--features", "custom-protocol"];

/// The tiers, in the order in which they run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Tier {
    /// Everything is formatted.
    Format,
    /// Dependencies point one way, files are short, generated files are fresh.
    Layers,
    /// The licences of dependencies.
    Licences,
    /// The UI's types and unit tests.
    Ui,
    /// Clippy, and the documentation of the client.
    Lints,
    /// Unit and integration tests in Rust.
    Rust,
    /// The UI in a browser on the dev host.
    Browser,
    /// The real window.
    Window,
}

/// Runs every tier, or those that are named.
pub(crate) fn run(root: &Path, wanted: &[Tier]) -> Result<(), Failure> {
    let mut took = Vec::new();
    let mut timed = |name: String, work: &dyn Fn() -> Result<(), Failure>| {
        println!("\n== {name}");
        let begun = Instant::now();
        let done = work();
        took.push((name, begun.elapsed(), done.is_ok()));
        done
    };
    let mut done = timed("set-up".to_owned(), &|| prepare(root));
    for tier in Tier::value_variants() {
        if done.is_ok() && (wanted.is_empty() || wanted.contains(tier)) {
            let name = format!("{tier:?}").to_lowercase();
            done = timed(name, &|| tier.run(root));
        }
    }
    print_times(&took);
    done
}

/// What every tier stands on. The app's build script wants the built UI to be there.
fn prepare(root: &Path) -> Result<(), Failure> {
    setup::to_test(root)?;
    build_ui(root)
}

impl Tier {
    fn run(self, root: &Path) -> Result<(), Failure> {
        let cargo = |subcommand: &str| {
            let mut command = Command::new("cargo");
            command.arg(subcommand).current_dir(root);
            command
        };
        match self {
            Self::Format => {
                run_program(cargo("fmt").args(["--all", "--check"]))?;
                run_npm(root, "lint")
            }
            Self::Layers => {
                layers::check(root)?;
                sizes::check(root)?;
                generate::run(root, true)
            }
            Self::Licences => licences::check(root),
            Self::Ui => {
                run_npm(root, "typecheck")?;
                run_npm(root, "unit")
            }
            Self::Lints => {
                run_program(cargo("clippy").args(FEATURES).args([
                    "--all-targets",
                    "--",
                    "-D",
                    "warnings",
                ]))?;
                run_program(
                    cargo("doc")
                        .args(["--package", "plaspy", "--no-deps"])
                        .env("RUSTDOCFLAGS", "-D warnings"),
                )
            }
            Self::Rust => run_program(cargo("test").args(FEATURES)),
            Self::Browser => {
                build_programs(root)?;
                run_npm(root, "e2e")
            }
            Self::Window => {
                build_programs(root)?;
                window::test(root)
            }
        }
    }
}

fn build_programs(root: &Path) -> Result<(), Failure> {
    run_program(
        Command::new("cargo")
            .arg("build")
            .args(FEATURES)
            .current_dir(root),
    )
}

fn print_times(took: &[(String, Duration, bool)]) {
    println!("\n{:<10} {:>7}", "tier", "minutes");
    for (name, time, passed) in took {
        let mark = if *passed { "" } else { "  failed" };
        println!("{name:<10} {:>7.1}{mark}", time.as_secs_f64() / 60.0);
    }
}
