//! `cargo xtask run`: from a clone to the open window.

use std::env::consts::EXE_SUFFIX;
use std::path::Path;
use std::process::Command;

use crate::process::{Failure, run as run_program};
use crate::setup;

/// Builds the UI and the app with the UI inside, and opens it.
pub(crate) fn run(root: &Path, demo: bool, release: bool, app: &[String]) -> Result<(), Failure> {
    setup::to_build(root)?;
    run_npm(root, "build")?;
    let mut build = Command::new("cargo");
    // With the features of the whole workspace, as `generate` builds: what both need is built once.
    build
        .args(["build", "--workspace", "--bin", "atalaya"])
        .args(["--features", "custom-protocol"])
        .current_dir(root);
    if release {
        build.arg("--release");
    }
    run_program(&mut build)?;
    let profile = if release { "release" } else { "debug" };
    let built = root.join("target").join(profile);
    let mut open = Command::new(built.join(format!("atalaya{EXE_SUFFIX}")));
    if demo {
        open.arg("--demo");
    }
    run_program(open.args(app))
}

/// Runs a script of the UI's package.
pub(crate) fn run_npm(root: &Path, script: &str) -> Result<(), Failure> {
    run_program(setup::npm(root).args(["run", "--silent", script]))
}
