//! No source file has more than one subject, and so none is very long.

use std::fs;
use std::path::{Path, PathBuf};

use crate::process::Failure;

const MOST_LINES: usize = 600;
const SOURCES: [&str; 5] = ["rs", "ts", "tsx", "css", "py"];

/// Fails if source files are too long.
pub(crate) fn check(root: &Path) -> Result<(), Failure> {
    let mut long = Vec::new();
    for path in sources(root)? {
        let lines = fs::read_to_string(&path)?.lines().count();
        if lines > MOST_LINES {
            long.push(format!("{} has {lines} lines", path.display()));
        }
    }
    match long.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(format!(
            "over {MOST_LINES} lines:\n{}",
            long.join("\n")
        ))),
    }
}

/// Every source file of ours, generated ones aside.
pub(crate) fn sources(root: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = ["crates", "src-tauri", "ui/src", "ui/e2e", "xtask", "bench"]
        .iter()
        .map(|folder| root.join(folder))
        .collect();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry?.path();
            let extension = path.extension().and_then(|extension| extension.to_str());
            let is_ours = !["generated", "node_modules", "dist"]
                .iter()
                .any(|name| path.ends_with(name));
            if path.is_dir() && is_ours {
                folders.push(path);
            } else if extension.is_some_and(|extension| SOURCES.contains(&extension)) {
                found.push(path);
            }
        }
    }
    Ok(found)
}
