//! Dependencies point one way (docs/ARCHITECTURE.md, Rooms): held for crates by what cargo resolves,
//! for the UI by what its files import.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::process::{Failure, output};
use crate::sizes;

/// What a crate of ours may depend on, other crates of ours that is.
const ALLOWED: [(&str, &[&str]); 8] = [
    ("plaspy", &[]),
    ("plaspy-sandbox", &[]),
    ("fleet-store", &[]),
    ("fleet", &["plaspy", "fleet-store"]),
    ("fleet-ipc", &["fleet", "plaspy"]),
    (
        "devhost",
        &["fleet", "fleet-ipc", "plaspy", "plaspy-sandbox"],
    ),
    (
        "atalaya",
        &["fleet", "fleet-ipc", "plaspy", "plaspy-sandbox"],
    ),
    ("xtask", &[]),
];

/// The only package that may depend on Tauri.
const SHELL: &str = "atalaya";

/// The only file of the UI that may import Tauri.
const TAURI_TWIN: &str = "platform/tauri.ts";

/// What the files of a folder of the UI may not import, by the beginnings of module names.
const FORBIDDEN: [(&str, &[&str]); 6] = [
    (
        "components/",
        &["@/ipc", "@/app", "@/features", "@tanstack/react-router"],
    ),
    ("features/", &["@/app"]),
    ("table/", &["@/app", "@/features"]),
    ("map/", &["@/app", "@/features"]),
    ("format/", &["@/app", "@/features"]),
    ("ipc/", &["@/app", "@/features", "@/components"]),
];

/// Fails at the first dependency that points the wrong way.
pub(crate) fn check(root: &Path) -> Result<(), Failure> {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["metadata", "--format-version", "1", "--no-deps"])
        .current_dir(root);
    let metadata: Value = serde_json::from_str(&output(&mut cargo)?)
        .map_err(|error| Failure(format!("cargo metadata: {error}")))?;
    let mut wrong = wrong_crates(&direct_dependencies(&metadata));
    let ui = root.join("ui/src");
    for path in sizes::sources(root)? {
        if let Ok(file) = path.strip_prefix(&ui) {
            let file = file.to_string_lossy().replace('\\', "/");
            wrong.extend(wrong_imports(&file, &fs::read_to_string(&path)?));
        }
    }
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(Failure(wrong.join("\n"))),
    }
}

/// Each package of the workspace with what it depends on when it is built, tests aside.
fn direct_dependencies(metadata: &Value) -> BTreeMap<String, Vec<String>> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    list(&metadata["packages"])
        .iter()
        .map(|package| {
            let dependencies = list(&package["dependencies"])
                .iter()
                .filter(|dependency| dependency["kind"].is_null())
                .map(|dependency| text(&dependency["name"]))
                .collect();
            (text(&package["name"]), dependencies)
        })
        .collect()
}

fn wrong_crates(dependencies: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (package, names) in dependencies {
        let allowed = ALLOWED
            .iter()
            .find(|(known, _)| known == package)
            .map(|(_, allowed)| *allowed);
        let Some(allowed) = allowed else {
            wrong.push(format!(
                "{package} has no place among the layers (xtask/src/layers.rs)"
            ));
            continue;
        };
        for name in names {
            let is_ours = dependencies.contains_key(name);
            let is_tauri = name.starts_with("tauri") && package != SHELL;
            if is_tauri || (is_ours && !allowed.contains(&name.as_str())) {
                wrong.push(format!("{package} must not depend on {name}"));
            }
        }
    }
    wrong
}

fn wrong_imports(file: &str, text: &str) -> Vec<String> {
    let imports = text.lines().filter_map(|line| {
        let (_, after) = line
            .split_once("from '")
            .or_else(|| line.split_once("import '"))?;
        after.split('\'').next()
    });
    imports
        .filter(|module| is_wrong_import(file, module))
        .map(|module| format!("ui/src/{file} must not import {module}"))
        .collect()
}

fn is_wrong_import(file: &str, module: &str) -> bool {
    if module.starts_with("@tauri-apps") {
        return file != TAURI_TWIN;
    }
    let within = |base: &str| module == base || module.starts_with(&format!("{base}/"));
    let forbidden = FORBIDDEN
        .iter()
        .find(|(folder, _)| file.starts_with(folder));
    if forbidden.is_some_and(|(_, modules)| modules.iter().any(|module| within(module))) {
        return true;
    }
    let feature_of = |path: &str| path.split('/').next().unwrap_or_default().to_owned();
    match (
        file.strip_prefix("features/"),
        module.strip_prefix("@/features/"),
    ) {
        (Some(file), Some(module)) => feature_of(file) != feature_of(module),
        (Some(_), None) => module.starts_with("../../"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong_of(package: &str, dependency: &str) -> Vec<String> {
        let mut dependencies: BTreeMap<String, Vec<String>> = ALLOWED
            .iter()
            .map(|(name, _)| ((*name).to_owned(), Vec::new()))
            .collect();
        dependencies.insert(package.to_owned(), vec![dependency.to_owned()]);
        wrong_crates(&dependencies)
    }

    #[test]
    fn a_crate_that_reaches_up_or_sideways_is_found() {
        assert_eq!(wrong_of("plaspy", "fleet").len(), 1);
        assert_eq!(wrong_of("fleet", "plaspy-sandbox").len(), 1);
        assert_eq!(wrong_of("fleet", "tauri").len(), 1);
        assert_eq!(wrong_of("newcomer", "serde").len(), 1);
        assert!(wrong_of("fleet", "plaspy").is_empty());
        assert!(wrong_of("atalaya", "tauri").is_empty());
    }

    #[test]
    fn a_file_that_reaches_up_or_sideways_is_found() {
        let wrong = |file: &str, module: &str| {
            !wrong_imports(file, &format!("import x from '{module}';")).is_empty()
        };
        assert!(wrong(
            "features/map/FleetMap.tsx",
            "@/features/devices/DeviceList"
        ));
        assert!(wrong("features/map/FleetMap.tsx", "../../app/router"));
        assert!(wrong("features/map/FleetMap.tsx", "@/app/router"));
        assert!(wrong("components/Card.tsx", "@/ipc/client"));
        assert!(wrong("map/MapCanvas.tsx", "@tauri-apps/api/core"));
        assert!(!wrong("platform/tauri.ts", "@tauri-apps/api/core"));
        assert!(!wrong("features/map/FleetMap.tsx", "@/map/MapCanvas"));
        assert!(!wrong("features/map/FleetMap.tsx", "./useViewport"));
        assert!(!wrong(
            "app/pages/DevicesPage.tsx",
            "@/features/devices/DeviceList"
        ));
    }
}
