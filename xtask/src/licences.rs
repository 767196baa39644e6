//! Every dependency has a licence that the app can be shipped under: crates by cargo-deny, npm
//! packages by what their lock file says, both held against the one list in deny.toml.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use spdx::{Expression, Licensee};

use crate::process::{Failure, run};
use crate::setup;

const DENY: &str = "deny.toml";
const LOCK: &str = "ui/package-lock.json";

/// Fails if a dependency has another licence, or none.
pub(crate) fn check(root: &Path) -> Result<(), Failure> {
    let deny = setup::cargo_deny(root)?;
    run(Command::new(deny)
        .args(["check", "licenses", "bans", "sources"])
        .current_dir(root))?;
    let allowed = allowed(&fs::read_to_string(root.join(DENY))?)?;
    let lock = serde_json::from_str(&fs::read_to_string(root.join(LOCK))?)
        .map_err(|error| Failure::new(format!("{LOCK}: {error}")))?;
    let wrong = wrong_packages(&lock, &allowed);
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(format!(
            "npm packages with licences that {DENY} does not allow:\n{}",
            wrong.join("\n")
        ))),
    }
}

fn allowed(deny: &str) -> Result<Vec<Licensee>, Failure> {
    let deny: toml::Table = deny
        .parse()
        .map_err(|error| Failure::new(format!("{DENY}: {error}")))?;
    let names = deny
        .get("licenses")
        .and_then(|licences| licences.get("allow"))
        .and_then(toml::Value::as_array)
        .ok_or_else(|| Failure::new(format!("{DENY} allows no licences")))?;
    names
        .iter()
        .map(|name| {
            Licensee::parse(name.as_str().unwrap_or_default())
                .map_err(|error| Failure::new(format!("{DENY}: {error}")))
        })
        .collect()
}

/// A line for each package that is not allowed.
fn wrong_packages(lock: &Value, allowed: &[Licensee]) -> Vec<String> {
    let Some(packages) = lock["packages"].as_object() else {
        return vec![format!("{LOCK} lists no packages")];
    };
    packages
        .iter()
        // The nameless one is the UI itself.
        .filter(|(path, _)| !path.is_empty())
        .filter_map(|(path, package)| {
            let licence = package["license"].as_str().unwrap_or("none");
            (!is_allowed(licence, allowed)).then(|| format!("{path}: {licence}"))
        })
        .collect()
}

fn is_allowed(licence: &str, allowed: &[Licensee]) -> bool {
    Expression::parse(licence).is_ok_and(|expression| {
        expression.evaluate(|wanted| allowed.iter().any(|licence| licence.satisfies(wanted)))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_package_of_another_licence_or_none_is_found() {
        let allowed = allowed("[licenses]\nallow = ['MIT', 'ISC']").expect("licences");
        let lock = json!({ "packages": {
            "": { "license": "anything" },
            "node_modules/choice": { "license": "(MIT OR GPL-3.0-only)" },
            "node_modules/both": { "license": "MIT AND GPL-3.0-only" },
            "node_modules/good": { "license": "MIT" },
            "node_modules/none": {},
            "node_modules/other": { "license": "GPL-3.0-only" },
        } });
        assert_eq!(
            wrong_packages(&lock, &allowed),
            [
                "node_modules/both: MIT AND GPL-3.0-only",
                "node_modules/none: none",
                "node_modules/other: GPL-3.0-only"
            ]
        );
    }

    #[test]
    fn a_list_with_an_unknown_licence_is_refused() {
        assert!(allowed("[licenses]\nallow = ['No-Such-1.0']").is_err());
        assert!(allowed("[licenses]").is_err());
    }
}
