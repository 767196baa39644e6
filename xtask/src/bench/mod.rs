//! `cargo xtask bench`: how fast and how large the app is, each figure beside what it is compared
//! with, taken in the same run. Figures are printed and kept in target/bench; none fails a build.

mod figure;
mod size;
mod start;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::ValueEnum;
use serde_json::Value;

use crate::process::{Failure, output, run as run_program};
use crate::setup;
use crate::start::run_npm;
use figure::{Figure, Target};

/// A bench.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Bench {
    /// Reading 10,000 locations, against a plain derive.
    Decode,
    /// Asking 1,000 devices, against one by one and against the limit.
    Sweep,
    /// The program and its package.
    Size,
    /// From starting the app to its first rows, and its memory, against an empty window.
    Start,
}

impl Bench {
    fn name(self) -> &'static str {
        match self {
            Self::Decode => "decode",
            Self::Sweep => "sweep",
            Self::Size => "size",
            Self::Start => "start",
        }
    }

    fn measure(self, root: &Path) -> Result<Vec<Figure>, Failure> {
        match self {
            Self::Decode => {
                let measured = without_window(root, "decode")?;
                let tolerant = number(&measured, "tolerantMs")?;
                let plain = number(&measured, "plainMs")?;
                Ok(vec![
                    Figure::told("10,000 locations, plain derive", plain, "ms"),
                    Figure::told("10,000 locations, tolerant", tolerant, "ms"),
                    Figure::held(
                        "tolerant / plain",
                        tolerant / plain,
                        "",
                        Target::AtMost(1.5),
                    ),
                ])
            }
            Self::Sweep => sweep(&without_window(root, "sweep")?),
            Self::Size => size::measure(root),
            Self::Start => start::measure(root),
        }
    }
}

/// Runs the benches that are named, or all.
pub(crate) fn run(root: &Path, wanted: &[Bench]) -> Result<(), Failure> {
    setup::to_test(root)?;
    run_npm(root, "build")?;
    println!("Building as for a release takes some minutes the first time.");
    run_program(
        Command::new("cargo")
            .args(["build", "--release", "--workspace", "--bins"])
            .args(["--features", "custom-protocol"])
            .current_dir(root),
    )?;
    let folder = root.join("target/bench");
    fs::create_dir_all(&folder)?;
    let engine = engine(root);
    for bench in Bench::value_variants() {
        if wanted.is_empty() || wanted.contains(bench) {
            println!("\n== {}", bench.name());
            let figures = bench.measure(root)?;
            figure::keep(
                &folder.join(format!("{}.json", bench.name())),
                &figures,
                &engine,
            )?;
            figure::print(&figures);
        }
    }
    println!("\non {engine}");
    Ok(())
}

fn sweep(measured: &Value) -> Result<Vec<Figure>, Failure> {
    let [one_by_one, sweep, limited, allowed] =
        ["oneByOneS", "sweepS", "limitedS", "allowedS"].map(|name| number(measured, name));
    let (one_by_one, sweep, limited, allowed) = (one_by_one?, sweep?, limited?, allowed?);
    Ok(vec![
        Figure::told("1,000 devices one by one (100, times 10)", one_by_one, "s"),
        Figure::told("1,000 devices by the app", sweep, "s"),
        Figure::held(
            "one by one / app",
            one_by_one / sweep,
            "",
            Target::AtLeast(15.0),
        ),
        Figure::held(
            "last locations asked",
            number(measured, "lastLocations")?,
            "",
            Target::Exactly(1_000.0),
        ),
        Figure::held(
            "token calls",
            number(measured, "tokenCalls")?,
            "",
            Target::Exactly(1.0),
        ),
        Figure::told("7,000 devices at 6,000 a minute", limited, "s"),
        Figure::held(
            "that / what it allows",
            limited / allowed,
            "",
            Target::AtMost(1.05),
        ),
        Figure::held(
            "refused meanwhile",
            number(measured, "refusedAtLimit")?,
            "",
            Target::Exactly(0.0),
        ),
    ])
}

/// What the bench without a window measures under a name.
fn without_window(root: &Path, name: &str) -> Result<Value, Failure> {
    let printed = output(Command::new(built(root, "bench")).arg(name))?;
    parse(&printed)
}

fn built(root: &Path, program: &str) -> PathBuf {
    root.join("target/release").join(program)
}

fn parse(json: &str) -> Result<Value, Failure> {
    serde_json::from_str(json).map_err(|error| Failure::new(format!("{json:?}: {error}")))
}

fn number(measured: &Value, name: &str) -> Result<f64, Failure> {
    measured[name]
        .as_f64()
        .ok_or_else(|| Failure::new(format!("nothing was measured of {name}: {measured}")))
}

/// What the figures were taken on, in short.
fn engine(root: &Path) -> String {
    let first = |command: &mut Command| {
        let printed = output(command).unwrap_or_default();
        printed
            .trim()
            .lines()
            .next()
            .unwrap_or("unknown")
            .to_owned()
    };
    let rustc = first(Command::new("rustc").arg("--version").current_dir(root));
    let webkit = first(Command::new("pkg-config").args(["--modversion", "webkit2gtk-4.1"]));
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    format!("{rustc}, WebKitGTK {webkit}, {cores} cores, virtual display, software graphics")
}
