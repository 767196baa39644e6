//! Runs scripts that drive the real window: under a virtual display, with a keyring of their own.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::process::{Failure, run};
use crate::setup;

/// Unlocks a keyring that nobody else uses, then runs a script in the same session bus.
const SESSION: &str = r#"
    printf 'test' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    exec npm run --silent "$0"
"#;

/// Runs a script of the UI's package.
pub(crate) fn run_script(root: &Path, script: &str) -> Result<(), Failure> {
    let driver = setup::tauri_driver(root)?;
    let own = root.join("target/window-test");
    let _ = fs::remove_dir_all(&own);
    for folder in ["runtime", "data", "config", "cache"] {
        fs::create_dir_all(own.join(folder))?;
    }
    run(Command::new("xvfb-run")
        .args(["--auto-servernum", "--server-args=-screen 0 1400x900x24"])
        .args(["dbus-run-session", "--", "bash", "-euc", SESSION, script])
        .env("XDG_RUNTIME_DIR", own.join("runtime"))
        .env("XDG_DATA_HOME", own.join("data"))
        .env("XDG_CONFIG_HOME", own.join("config"))
        .env("XDG_CACHE_HOME", own.join("cache"))
        .env("TAURI_DRIVER", driver)
        .env("NO_AT_BRIDGE", "1")
        .current_dir(root.join("ui")))
}
