//! Dependencies point one way (docs/ARCHITECTURE.md): held for crates by what cargo resolves, for
//! the UI by what its files import.

mod crates;
mod imports;

use std::path::Path;

use crate::process::Failure;

/// Fails if a dependency points the wrong way, and names every one that does.
pub(crate) fn check(root: &Path) -> Result<(), Failure> {
    let mut wrong = crates::wrong_dependencies(root)?;
    wrong.extend(imports::wrong_imports(root)?);
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(wrong.join("\n"))),
    }
}
