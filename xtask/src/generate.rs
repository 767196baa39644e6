//! `cargo xtask generate`: the files that are made from others.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::process::{Failure, run as run_program};

const CONTRACT: &str = "ui/src/ipc/generated";

/// Writes the generated files, or checks that they are as they would be written.
pub(crate) fn run(root: &Path, check: bool) -> Result<(), Failure> {
    let kept = root.join(CONTRACT);
    let folder = if check {
        root.join("target/generated")
    } else {
        kept.clone()
    };
    let mut write = Command::new("cargo");
    write.args([
        "run",
        "--quiet",
        "--package",
        "fleet-ipc",
        "--bin",
        "write-contract",
        "--",
    ]);
    run_program(write.arg(&folder).current_dir(root))?;
    if !check {
        return Ok(());
    }
    for entry in fs::read_dir(&folder)? {
        let name = entry?.file_name();
        if fs::read(folder.join(&name))? != fs::read(kept.join(&name)).unwrap_or_default() {
            return Err(Failure(format!(
                "{CONTRACT}/{} is stale: run cargo xtask generate",
                name.display()
            )));
        }
    }
    Ok(())
}
