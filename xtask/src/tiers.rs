//! `cargo xtask test`: the tiers of tests, the quick ones first, and how long each took.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use clap::ValueEnum;

use crate::process::{Failure, run as run_program};
use crate::start::run_npm;
use crate::{conformance, generate, layers, licences, package, setup, sizes, window};

/// What every tier builds: the same packages, features and targets, so that no dependency is built
/// twice. Only with the UI inside can the window do without a development server.
const EVERYTHING: [&str; 4] = [
    "--workspace",
    "--all-targets",
    "--features",
    "custom-protocol",
];

/// The tiers, in the order in which they run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Tier {
    /// Everything is formatted.
    Format,
    /// Dependencies point one way.
    Layers,
    /// No file is very long.
    Sizes,
    /// Dependencies may be shipped.
    Licences,
    /// The UI's types and unit tests.
    Ui,
    /// Clippy, and the documentation of the client.
    Lints,
    /// Unit and integration tests in Rust.
    Rust,
    /// Generated files are fresh.
    Generated,
    /// Sandbox and client against the service's description.
    Conformance,
    /// The UI in a browser on the dev host.
    Browser,
    /// The real window.
    Window,
    /// The Debian package.
    Package,
}

/// Runs every tier, or those that are named, up to the first that fails.
pub(crate) fn run(root: &Path, wanted: &[Tier]) -> Result<(), Failure> {
    let mut table = Times::default();
    let mut done = table.time("set-up", || prepare(root));
    for tier in Tier::value_variants() {
        if done.is_ok() && (wanted.is_empty() || wanted.contains(tier)) {
            done = table.time(&tier.name(), || tier.run(root));
        }
    }
    table.print();
    done
}

/// What every tier, and every bench, stands on. Neither the app nor the window that it is compared
/// with can be compiled without its built pages.
pub(crate) fn prepare(root: &Path) -> Result<(), Failure> {
    setup::to_test(root)?;
    run_npm(root, "build")?;
    run_npm(root, "build-empty-window")
}

impl Tier {
    fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }

    fn run(self, root: &Path) -> Result<(), Failure> {
        let cargo = |subcommand: &str| {
            let mut command = Command::new("cargo");
            command.arg(subcommand).current_dir(root);
            command
        };
        let build = || run_program(cargo("build").args(EVERYTHING));
        match self {
            Self::Format => {
                run_program(cargo("fmt").args(["--all", "--check"]))?;
                run_npm(root, "lint")
            }
            Self::Layers => layers::check(root),
            Self::Sizes => sizes::check(root),
            Self::Licences => licences::check(root),
            Self::Ui => {
                run_npm(root, "typecheck")?;
                run_npm(root, "unit")
            }
            Self::Lints => {
                let deny = ["--", "-D", "warnings"];
                run_program(cargo("clippy").args(EVERYTHING).args(deny))?;
                run_program(
                    cargo("doc")
                        .args(["--package", "plaspy", "--no-deps"])
                        .env("RUSTDOCFLAGS", "-D warnings"),
                )
            }
            Self::Rust => {
                build()?;
                run_program(cargo("test").args(["--workspace", "--features", "custom-protocol"]))
            }
            Self::Generated => {
                build()?;
                generate::check(root)
            }
            Self::Conformance => {
                build()?;
                conformance::test(root)
            }
            Self::Browser => {
                build()?;
                run_npm(root, "e2e")
            }
            Self::Window => {
                build()?;
                window::run_script(root, "window")
            }
            Self::Package => {
                build()?;
                package::test(root)
            }
        }
    }
}

/// How long each part took, and whether it passed.
#[derive(Default)]
struct Times(Vec<(String, Duration, bool)>);

impl Times {
    fn time(&mut self, name: &str, work: impl Fn() -> Result<(), Failure>) -> Result<(), Failure> {
        println!("\n== {name}");
        let begun = Instant::now();
        let done = work().map_err(|failure| Failure::new(format!("{name} failed: {failure}")));
        self.0
            .push((name.to_owned(), begun.elapsed(), done.is_ok()));
        done
    }

    fn print(&self) {
        println!("\n{:<11} {:>7}", "tier", "minutes");
        for (name, time, passed) in &self.0 {
            let mark = if *passed { "" } else { "  failed" };
            println!("{name:<11} {:>7}{mark}", minutes(*time));
        }
        let total = self.0.iter().map(|(_, time, _)| *time).sum();
        println!("{:<11} {:>7}", "total", minutes(total));
    }
}

fn minutes(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() / 60.0)
}
