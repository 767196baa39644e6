//! The test of the Debian package: the built app is bundled, and what a desktop needs is inside.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{Failure, output, run};

/// What the app's page is drawn by.
const WEB_VIEW: &str = "libwebkit2gtk-4.1-0";

/// Bundles the debug build, which must be there, and looks into the package.
pub(crate) fn test(root: &Path) -> Result<(), Failure> {
    let bundles = bundles(root, "debug");
    let unpacked = root.join("target/package-test");
    for folder in [&bundles, &unpacked] {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
    }
    run(&mut bundle(root, true))?;
    let package = built_deb(root, "debug")?;
    let depends = output(
        Command::new("dpkg-deb")
            .arg("-f")
            .arg(&package)
            .arg("Depends"),
    )?;
    if !depends.contains(WEB_VIEW) {
        return Err(Failure::new(format!(
            "the package depends on {depends}, not on {WEB_VIEW}"
        )));
    }
    run(Command::new("dpkg-deb")
        .arg("-x")
        .arg(&package)
        .arg(&unpacked))?;
    run(Command::new(unpacked.join("usr/bin/atalaya")).arg("--version"))?;

    let entry = only_file(&unpacked.join("usr/share/applications"), "desktop")?;
    run(Command::new("desktop-file-validate").arg(&entry))?;
    let entry = fs::read_to_string(entry)?;
    let program = value(&entry, "Exec")?.split(' ').next().unwrap_or_default();
    expect_file(&unpacked.join("usr/bin").join(program))?;
    let icon = value(&entry, "Icon")?;
    for size in ["32x32", "128x128", "256x256@2"] {
        let folder = unpacked.join("usr/share/icons/hicolor").join(size);
        expect_file(&folder.join("apps").join(format!("{icon}.png")))?;
    }
    Ok(())
}

/// Bundles the build that is there.
pub(crate) fn bundle(root: &Path, debug: bool) -> Command {
    let mut command = Command::new(root.join("ui/node_modules/.bin/tauri"));
    command
        .args(["bundle", "--bundles", "deb"])
        .current_dir(root);
    if debug {
        command.arg("--debug");
    }
    command
}

/// The one package of a profile.
pub(crate) fn built_deb(root: &Path, profile: &str) -> Result<PathBuf, Failure> {
    only_file(&bundles(root, profile), "deb")
}

fn bundles(root: &Path, profile: &str) -> PathBuf {
    root.join("target").join(profile).join("bundle/deb")
}

fn expect_file(path: &Path) -> Result<(), Failure> {
    match path.is_file() {
        true => Ok(()),
        false => Err(Failure::new(format!("{} is missing", path.display()))),
    }
}

/// The one file in a folder that has this extension.
fn only_file(folder: &Path, extension: &str) -> Result<PathBuf, Failure> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    match (files.pop(), files.pop()) {
        (Some(file), None) => Ok(file),
        _ => Err(Failure::new(format!(
            "{} must hold one .{extension} file",
            folder.display()
        ))),
    }
}

/// What a desktop entry says under a key.
fn value<'a>(entry: &'a str, key: &str) -> Result<&'a str, Failure> {
    entry
        .lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix('='))
        .ok_or_else(|| Failure::new(format!("the menu entry has no {key}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_menu_entry_is_read_by_whole_keys() {
        let entry = "[Desktop Entry]\nExecutable=no\nExec=atalaya %u\n";
        assert_eq!(value(entry, "Exec").expect("an Exec"), "atalaya %u");
        assert!(value(entry, "Icon").is_err());
    }
}
