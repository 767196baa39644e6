//! How long the app takes to show its first rows, and what it holds in memory, against an empty
//! window: in a real window under a virtual display, with a keyring of its own.

use std::fs;
use std::path::Path;

use super::figure::{Figure, Target};
use super::measured;
use crate::process::Failure;
use crate::window;

/// Medians over several starts of both, taken in turns.
pub(super) fn measure(root: &Path) -> Result<Vec<Figure>, Failure> {
    let medians = root.join("target/bench/start-medians.json");
    let _ = fs::remove_file(&medians);
    window::run_script(root, "bench")?;
    let names = ["appMs", "emptyMs", "appMib", "emptyMib"];
    let [app_ms, empty_ms, app_mib, empty_mib] = measured(&fs::read_to_string(medians)?, names)?;
    Ok(vec![
        Figure::told("empty window, exec to first paint", empty_ms, "ms"),
        Figure::told("app, exec to first rows of 1,000 devices", app_ms, "ms"),
        Figure::held(
            "app / empty window",
            app_ms / empty_ms,
            "",
            Target::AtMost(2.0),
        ),
        Figure::told("empty window with empty map, PSS", empty_mib, "MiB"),
        Figure::told("app with map and 1,000 devices, PSS", app_mib, "MiB"),
        Figure::held(
            "app / empty map",
            app_mib / empty_mib,
            "",
            Target::AtMost(1.25),
        ),
    ])
}
