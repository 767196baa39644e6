//! Which folder of the UI may import which, and who may import Tauri and the router.

use std::fs;
use std::path::Path;

use crate::process::Failure;
use crate::sizes;

/// What the files of each folder of `ui/src` may import besides their own folder. A feature is a
/// folder of its own. Files beside these folders compose the app and may import all.
const ALLOWED: [(&str, &[&str]); 10] = [
    ("platform", &["ipc/generated"]),
    ("i18n", &[]),
    ("ipc", &["i18n", "platform"]),
    ("components", &[]),
    ("table", &["components"]),
    ("format", &["components", "i18n", "ipc"]),
    ("map", &["components", "format", "i18n", "ipc", "platform"]),
    ("plot", &["components"]),
    (
        "features",
        &[
            "components",
            "format",
            "i18n",
            "ipc",
            "map",
            "plot",
            "platform",
            "table",
        ],
    ),
    (
        "app",
        &[
            "components",
            "features",
            "format",
            "i18n",
            "ipc",
            "map",
            "plot",
            "platform",
            "table",
        ],
    ),
];

/// Packages that only some may import.
const RESERVED: [(&str, &[&str]); 2] = [
    ("@tauri-apps", &["platform/tauri.ts"]),
    ("@tanstack/react-router", &["app", "features"]),
];

/// What stands before the name of a module.
const BEFORE_MODULE: [&str; 3] = ["from '", "import '", "import('"];

/// A line for each import that points the wrong way.
pub(super) fn wrong_imports(root: &Path) -> Result<Vec<String>, Failure> {
    let ui = root.join("ui/src");
    let mut wrong = Vec::new();
    for path in sizes::sources(root)? {
        if let Ok(file) = path.strip_prefix(&ui) {
            let file = file.to_string_lossy().replace('\\', "/");
            wrong.extend(wrong_in(&file, &fs::read_to_string(&path)?));
        }
    }
    Ok(wrong)
}

fn wrong_in(file: &str, text: &str) -> Vec<String> {
    modules(text)
        .filter(|module| !is_allowed(file, module))
        .map(|module| format!("ui/src/{file} must not import {module}"))
        .collect()
}

fn modules(text: &str) -> impl Iterator<Item = &str> {
    BEFORE_MODULE
        .iter()
        .flat_map(|before| text.split(before).skip(1))
        .filter_map(|after| after.split('\'').next())
}

fn is_allowed(file: &str, module: &str) -> bool {
    let Some(target) = target(file, module) else {
        return RESERVED
            .iter()
            .filter(|(package, _)| is_within(module, package))
            .all(|(_, users)| users.iter().any(|user| is_within(file, user)));
    };
    let Some((folder, rest)) = file.split_once('/') else {
        return true;
    };
    let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == folder) else {
        return false;
    };
    let own = match (folder, rest.split_once('/')) {
        ("features", Some((feature, _))) => format!("features/{feature}"),
        _ => folder.to_owned(),
    };
    is_within(&target, &own) || allowed.iter().any(|folder| is_within(&target, folder))
}

/// The path below `ui/src` that a module's name means; `None` for a package.
fn target(file: &str, module: &str) -> Option<String> {
    if let Some(target) = module.strip_prefix("@/") {
        return Some(target.to_owned());
    }
    if !module.starts_with('.') {
        return None;
    }
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in module.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

fn is_within(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_that_point_down_are_right() {
        for (file, module) in [
            ("platform/tauri.ts", "@tauri-apps/api/core"),
            ("platform/tauri.ts", "@/ipc/generated/contract"),
            ("features/map/FleetMap.tsx", "@/map/MapCanvas"),
            ("features/map/FleetMap.tsx", "./useViewport"),
            ("features/map/parts/Tooltip.tsx", "../useViewport"),
            ("app/pages/DevicesPage.tsx", "@/features/devices/DeviceList"),
            ("map/style/layers.ts", "../labels"),
            ("main.tsx", "./app/App"),
            ("table/VirtualTable.tsx", "react"),
        ] {
            assert!(is_allowed(file, module), "{file} imports {module}");
        }
    }

    #[test]
    fn an_import_that_points_up_or_sideways_is_found() {
        for (file, module) in [
            ("features/map/FleetMap.tsx", "@/features/devices/DeviceList"),
            ("features/map/FleetMap.tsx", "../devices/DeviceList"),
            ("features/map/FleetMap.tsx", "@/features/map-tools/Ruler"),
            ("features/map/FleetMap.tsx", "../../app/router"),
            ("features/map/FleetMap.tsx", "@/app/router"),
            ("components/Card.tsx", "@/ipc/client"),
            ("components/Card.tsx", "@tanstack/react-router"),
            ("table/VirtualTable.tsx", "@/ipc/client"),
            ("map/MapCanvas.tsx", "@/features/map/FleetMap"),
            ("map/MapCanvas.tsx", "@tauri-apps/api/core"),
            ("platform/devhost.ts", "@tauri-apps/api/core"),
            ("platform/devhost.ts", "@/ipc/client"),
            ("newcomer/thing.ts", "@/ipc/client"),
        ] {
            assert!(!is_allowed(file, module), "{file} imports {module}");
        }
    }

    #[test]
    fn every_way_to_import_is_seen() {
        let text = "import { one,\n  two } from '@/app/one';\nimport '@/app/two.css';\n\
                    export * from '@/app/three';\nconst four = await import('@/app/four');";
        assert_eq!(wrong_in("table/kit.ts", text).len(), 4);
    }
}
