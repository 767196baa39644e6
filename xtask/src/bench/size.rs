//! How large the program is with all that it brings, and its Debian package.

use std::fs;
use std::path::Path;

use super::figure::{Figure, Target};
use super::{built, run_program};
use crate::package;
use crate::process::Failure;

const MB: f64 = 1_000_000.0;

/// Sizes of the release build, which must be there.
pub(super) fn measure(root: &Path) -> Result<Vec<Figure>, Failure> {
    let program = fs::metadata(built(root, "atalaya"))?.len() as f64 / MB;
    run_program(&mut package::bundle(root, false))?;
    let deb = package::built_deb(root, "release")?;
    let deb = fs::metadata(deb)?.len() as f64 / MB;
    Ok(vec![
        Figure::held(
            "program with base map and demo",
            program,
            "MB",
            Target::AtMost(25.0),
        ),
        Figure::told("Debian package", deb, "MB"),
    ])
}
