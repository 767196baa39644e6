//! Runs what is measured in a browser, and reads what it left.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::process::{self, Failure};

/// Measures `ui/e2e/bench/NAME.browser.ts`; the JSON of its medians.
pub(super) fn run(root: &Path, name: &str) -> Result<String, Failure> {
    let medians = root.join(format!("target/bench/{name}-medians.json"));
    let _ = fs::remove_file(&medians);
    process::run(
        Command::new("npx")
            .args(["playwright", "test", &format!("{name}.browser")])
            .args(["--config", "playwright.bench.config.ts"])
            .current_dir(root.join("ui")),
    )?;
    Ok(fs::read_to_string(medians)?)
}
