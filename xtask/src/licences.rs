//! Every dependency has a licence that the app can be shipped under: crates by cargo-deny
//! (deny.toml), npm packages by what their lock file says.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::process::{Failure, run};
use crate::setup;

/// Licences of npm packages that may be shipped, or that only build the UI.
const ALLOWED: [&str; 17] = [
    "MIT",
    "ISC",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "0BSD",
    "OFL-1.1",
    "CC0-1.0",
    "MPL-2.0",
    "Apache-2.0 OR MIT",
    "MIT OR Apache-2.0",
    "CC-BY-4.0",
    "Python-2.0",
    "Unlicense",
    "MIT AND Zlib",
    "MIT OR CC0-1.0",
    "MIT OR GPL-3.0-or-later",
];

/// Fails if a dependency has another licence, or none.
pub(crate) fn check(root: &Path) -> Result<(), Failure> {
    let deny = setup::cargo_deny(root)?;
    run(Command::new(deny)
        .args(["--all-features", "check", "licenses", "bans", "sources"])
        .current_dir(root))?;
    let lock = fs::read_to_string(root.join("ui/package-lock.json"))?;
    let lock = serde_json::from_str(&lock)
        .map_err(|error| Failure(format!("package-lock.json: {error}")))?;
    let wrong = wrong_packages(&lock);
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(Failure(format!(
            "npm packages with other licences:\n{}",
            wrong.join("\n")
        ))),
    }
}

fn wrong_packages(lock: &Value) -> Vec<String> {
    let Some(packages) = lock["packages"].as_object() else {
        return vec!["package-lock.json lists no packages".to_owned()];
    };
    packages
        .iter()
        .filter(|(path, _)| !path.is_empty())
        .filter_map(|(path, package)| {
            let licence = package["license"].as_str().unwrap_or("none");
            let licence = licence.trim_matches(['(', ')']);
            (!ALLOWED.contains(&licence)).then(|| format!("{path}: {licence}"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_package_of_another_licence_or_none_is_found() {
        let lock = json!({ "packages": {
            "": { "license": "anything" },
            "node_modules/good": { "license": "MIT" },
            "node_modules/other": { "license": "GPL-3.0" },
            "node_modules/none": {},
        } });
        assert_eq!(
            wrong_packages(&lock),
            ["node_modules/none: none", "node_modules/other: GPL-3.0"]
        );
    }
}
