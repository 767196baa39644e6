//! `cargo xtask bench`: how fast and how large the app is, each figure beside what it is compared
//! with, taken in the same run. Figures are printed and kept in target/bench; none fails a build.

mod admin;
mod browser;
mod figure;
mod fleet;
mod history;
mod size;
mod start;
mod without_window;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::ValueEnum;
use serde_json::Value;

use crate::process::{Failure, output, run as run_program};
use crate::tiers;
use figure::Figure;

/// A bench.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Bench {
    /// Reading 10,000 locations, against a plain derive.
    Decode,
    /// Keeping fleets fresh under limits that the service hides, against round robin.
    Refresh,
    /// Asking 1,000 devices, against one by one and against the limit.
    Sweep,
    /// The program and its package.
    Size,
    /// From starting the app to its first rows, and its memory, against an empty window.
    Start,
    /// Users and who sees what, in a large account against a small one; many changes at once.
    Admin,
    /// The devices' page with 100,000 devices against 1,000.
    Fleet,
    /// The past of devices: trips and sums, a day out of many, a long route on the map.
    History,
}

impl Bench {
    fn name(self) -> &'static str {
        match self {
            Self::Decode => "decode",
            Self::Refresh => "refresh",
            Self::Sweep => "sweep",
            Self::Size => "size",
            Self::Start => "start",
            Self::Admin => "admin",
            Self::Fleet => "fleet",
            Self::History => "history",
        }
    }

    fn measure(self, root: &Path) -> Result<Vec<Figure>, Failure> {
        match self {
            Self::Decode => without_window::decode(root),
            Self::Refresh => without_window::refresh(root),
            Self::Sweep => without_window::sweep(root),
            Self::Size => size::measure(root),
            Self::Start => start::measure(root),
            Self::Admin => admin::measure(root),
            Self::Fleet => fleet::measure(root),
            Self::History => history::measure(root),
        }
    }
}

/// Runs the benches that are named, or all.
pub(crate) fn run(root: &Path, wanted: &[Bench]) -> Result<(), Failure> {
    tiers::prepare(root)?;
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

fn built(root: &Path, program: &str) -> PathBuf {
    root.join("target/release").join(program)
}

/// What a bench measured under these names, from the JSON that it left.
fn measured<const N: usize>(json: &str, names: [&str; N]) -> Result<[f64; N], Failure> {
    let wrong = |what: String| Failure::new(format!("{what} in {json:?}"));
    let values: Value = serde_json::from_str(json).map_err(|error| wrong(error.to_string()))?;
    let mut numbers = [0.0; N];
    for (number, name) in numbers.iter_mut().zip(names) {
        let found = values[name].as_f64();
        *number = found.ok_or_else(|| wrong(format!("nothing was measured of {name}")))?;
    }
    Ok(numbers)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_measured_is_read_by_name_and_what_was_not_is_named() {
        let json = r#"{"a":1,"b":2.5,"each":{}}"#;
        assert_eq!(measured(json, ["b", "a"]).expect("both"), [2.5, 1.0]);
        let missing = measured(json, ["a", "each"]).expect_err("no number");
        assert!(missing.to_string().contains("each"), "{missing}");
        assert!(measured("no JSON", ["a"]).is_err());
    }
}
