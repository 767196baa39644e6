//! Which crate of the workspace may depend on which, and on Tauri.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cargo_metadata::{DependencyKind, MetadataCommand};

use crate::process::Failure;

/// What each crate of ours may depend on, of ours.
const ALLOWED: [(&str, &[&str]); 10] = [
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
    (
        "bench",
        &["fleet", "fleet-store", "plaspy", "plaspy-sandbox"],
    ),
    ("empty-window", &[]),
    ("xtask", &[]),
];

/// The stand-in service, which the tests of every crate may use.
const SANDBOX: &str = "plaspy-sandbox";

/// The packages that may reach Tauri, however indirectly: the shell, and what it is compared with.
const WITH_WINDOW: [&str; 2] = ["atalaya", "empty-window"];
const TAURI: &str = "tauri";

/// Who depends on whom, by name: several versions of a package count as one.
#[derive(Default)]
struct Graph {
    ours: BTreeSet<String>,
    built: BTreeMap<String, BTreeSet<String>>,
    tested: BTreeMap<String, BTreeSet<String>>,
}

/// A line for each dependency that points the wrong way.
pub(super) fn wrong_dependencies(root: &Path) -> Result<Vec<String>, Failure> {
    Ok(wrong(&read(root)?))
}

fn read(root: &Path) -> Result<Graph, Failure> {
    let metadata = MetadataCommand::new()
        .current_dir(root)
        .exec()
        .map_err(|error| Failure::new(format!("cargo metadata: {error}")))?;
    let names: BTreeMap<_, _> = metadata
        .packages
        .iter()
        .map(|package| (&package.id, package.name.to_string()))
        .collect();
    let name = |id| names.get(id).cloned().unwrap_or_default();
    let mut graph = Graph {
        ours: metadata.workspace_members.iter().map(name).collect(),
        ..Graph::default()
    };
    for node in metadata.resolve.iter().flat_map(|resolve| &resolve.nodes) {
        for dependency in &node.deps {
            let kinds = || dependency.dep_kinds.iter().map(|info| info.kind);
            let to = || name(&dependency.pkg);
            if kinds().any(|kind| kind != DependencyKind::Development) {
                graph.built.entry(name(&node.id)).or_default().insert(to());
            }
            if kinds().any(|kind| kind == DependencyKind::Development) {
                graph.tested.entry(name(&node.id)).or_default().insert(to());
            }
        }
    }
    Ok(graph)
}

fn wrong(graph: &Graph) -> Vec<String> {
    let mut wrong = Vec::new();
    for package in &graph.ours {
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| known == package) else {
            wrong.push(format!("{package} has no place among the layers yet"));
            continue;
        };
        let is_wrong = |to: &&String| graph.ours.contains(*to) && !allowed.contains(&to.as_str());
        for to in graph.built.get(package).into_iter().flatten() {
            if is_wrong(&to) {
                wrong.push(format!("{package} must not depend on {to}"));
            }
        }
        for to in graph.tested.get(package).into_iter().flatten() {
            if is_wrong(&to) && to != SANDBOX {
                wrong.push(format!("the tests of {package} must not depend on {to}"));
            }
        }
        if !WITH_WINDOW.contains(&package.as_str())
            && let Some(way) = way_to_tauri(graph, package)
        {
            wrong.push(format!("{package} must not reach {TAURI}: {way}"));
        }
    }
    wrong
}

/// By which packages one reaches Tauri, if it does.
fn way_to_tauri(graph: &Graph, package: &str) -> Option<String> {
    let mut ways = vec![vec![package]];
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop() {
        let last = way.last().copied()?;
        if last == TAURI {
            return Some(way.join(" -> "));
        }
        if seen.insert(last) {
            let further = graph.built.get(last).into_iter().flatten();
            ways.extend(further.map(|to| [way.as_slice(), &[to]].concat()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    type Dependency<'a> = (&'a str, &'a str);

    fn wrong_of(built: &[Dependency<'_>], tested: &[Dependency<'_>]) -> Vec<String> {
        let edges = |pairs: &[Dependency<'_>]| {
            let mut edges = BTreeMap::<String, BTreeSet<String>>::new();
            for (from, to) in pairs {
                edges
                    .entry((*from).to_owned())
                    .or_default()
                    .insert((*to).to_owned());
            }
            edges
        };
        wrong(&Graph {
            ours: ALLOWED.iter().map(|(name, _)| (*name).to_owned()).collect(),
            built: edges(built),
            tested: edges(tested),
        })
    }

    #[test]
    fn dependencies_that_point_down_are_right() {
        let built = [
            ("fleet", "plaspy"),
            ("atalaya", "fleet"),
            ("fleet", "serde"),
        ];
        assert_eq!(wrong_of(&built, &[]), [""; 0]);
    }

    #[test]
    fn a_crate_that_reaches_up_or_sideways_is_found() {
        for (from, to) in [
            ("plaspy", "fleet"),
            ("fleet-store", "plaspy"),
            ("fleet", "plaspy-sandbox"),
            ("fleet-ipc", "fleet-store"),
            ("devhost", "atalaya"),
        ] {
            let found = [format!("{from} must not depend on {to}")];
            assert_eq!(wrong_of(&[(from, to)], &[]), found);
        }
    }

    #[test]
    fn tests_may_use_the_sandbox_which_itself_knows_nobody() {
        assert_eq!(wrong_of(&[], &[("plaspy", "plaspy-sandbox")]), [""; 0]);
        assert_eq!(
            wrong_of(&[], &[("plaspy-sandbox", "plaspy")]),
            ["the tests of plaspy-sandbox must not depend on plaspy"]
        );
    }

    #[test]
    fn tauri_is_found_behind_other_packages() {
        let built = [
            ("fleet", "plugin"),
            ("plugin", "tauri"),
            ("atalaya", "tauri"),
        ];
        assert_eq!(
            wrong_of(&built, &[]),
            ["fleet must not reach tauri: fleet -> plugin -> tauri"]
        );
    }

    #[test]
    fn a_new_crate_needs_a_place() {
        let graph = Graph {
            ours: BTreeSet::from(["newcomer".to_owned()]),
            ..Graph::default()
        };
        assert_eq!(
            wrong(&graph),
            ["newcomer has no place among the layers yet"]
        );
    }
}
