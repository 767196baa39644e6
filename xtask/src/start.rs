//! `cargo xtask run`: from a clone to the open window.

use std::path::Path;
use std::process::Command;

use crate::process::Failure;
use crate::setup;

/// Builds the UI and the app with the UI inside, and opens it.
pub(crate) fn run(root: &Path, demo: bool, release: bool, app: &[String]) -> Result<(), Failure> {
    setup::to_build(root)?;
    build_ui(root)?;
    let mut build = Command::new("cargo");
    build
        .args(["build", "--features", "custom-protocol"])
        .current_dir(root);
    if release {
        build.arg("--release");
    }
    crate::process::run(&mut build)?;
    let profile = if release { "release" } else { "debug" };
    let mut open = Command::new(root.join("target").join(profile).join("atalaya"));
    if demo {
        open.arg("--demo");
    }
    crate::process::run(open.args(app))
}

/// Builds the UI.
pub(crate) fn build_ui(root: &Path) -> Result<(), Failure> {
    run_npm(root, "build")
}

/// Runs a script of the UI's package.
pub(crate) fn run_npm(root: &Path, script: &str) -> Result<(), Failure> {
    crate::process::run(
        Command::new("npm")
            .args(["run", "--silent", script])
            .current_dir(root.join("ui")),
    )
}
