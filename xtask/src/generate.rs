//! `cargo xtask generate`: the files of the UI that are made from the contract.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;
use std::{fs, io};

use crate::process::{Failure, run as run_program};

const CONTRACT: &str = "ui/src/ipc/generated";

/// Builds what writes the files, then writes them, or checks them.
pub(crate) fn run(root: &Path, is_check: bool) -> Result<(), Failure> {
    // With the features of the whole workspace, so that no dependency is built for this alone.
    run_program(
        Command::new("cargo")
            .args(["build", "--workspace", "--bin", "write-contract"])
            .current_dir(root),
    )?;
    match is_check {
        true => check(root),
        false => write(root, &root.join(CONTRACT)),
    }
}

/// Fails if the files are not as they would be written by the program as it was last built.
pub(crate) fn check(root: &Path) -> Result<(), Failure> {
    let fresh = root.join("target/generated");
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    write(root, &fresh)?;
    let stale = stale(&contents(&fresh)?, &contents(&root.join(CONTRACT))?);
    match stale.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(format!(
            "stale in {CONTRACT}: {}\nRun cargo xtask generate.",
            stale.join(", ")
        ))),
    }
}

fn write(root: &Path, folder: &Path) -> Result<(), Failure> {
    let program = root.join("target/debug/write-contract");
    run_program(Command::new(program).arg(folder))
}

type Contents = BTreeMap<OsString, Vec<u8>>;

fn contents(folder: &Path) -> io::Result<Contents> {
    fs::read_dir(folder)?
        .map(|entry| {
            let entry = entry?;
            Ok((entry.file_name(), fs::read(entry.path())?))
        })
        .collect()
}

/// Names of files that differ, are missing, or are left over.
fn stale(fresh: &Contents, kept: &Contents) -> Vec<String> {
    let differ = fresh
        .iter()
        .filter(|(name, text)| kept.get(*name) != Some(text));
    let left_over = kept.iter().filter(|(name, _)| !fresh.contains_key(*name));
    differ
        .chain(left_over)
        .map(|(name, _)| name.display().to_string())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_differ_or_are_missing_or_left_over_are_stale() {
        let files = |files: &[(&str, &str)]| -> Contents {
            let file = |(name, text): &(&str, &str)| ((*name).into(), (*text).into());
            files.iter().map(file).collect()
        };
        let fresh = files(&[("same", "1"), ("differs", "2"), ("missing", "3")]);
        let kept = files(&[("same", "1"), ("differs", "1"), ("left over", "4")]);
        assert_eq!(stale(&fresh, &kept), ["differs", "missing", "left over"]);
        assert!(stale(&fresh, &fresh).is_empty());
    }
}
