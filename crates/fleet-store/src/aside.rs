//! Sets a damaged file aside, so that a new one takes its place and nothing is lost with it.

use std::path::Path;

use crate::StoreError;

/// A file of the data folder that is made anew when it is damaged.
pub(crate) struct Replaceable {
    /// Its name.
    pub(crate) name: &'static str,
    /// Where a damaged one is put; an older one makes room.
    pub(crate) aside: &'static str,
}

impl Replaceable {
    /// Moves the file, which must be closed, and what belongs to it out of the way.
    pub(crate) fn set_aside(&self, folder: &Path, why: &StoreError) -> Result<(), StoreError> {
        tracing::warn!(error = %why, file = self.name, aside = self.aside, "a file is damaged and set aside; it is made anew");
        self.drop_aside(folder)?;
        std::fs::rename(folder.join(self.name), folder.join(self.aside))?;
        self.delete(folder)
    }

    /// Deletes the file, which must be closed, and what belongs to it.
    pub(crate) fn delete(&self, folder: &Path) -> Result<(), StoreError> {
        for tail in ["", "-wal", "-shm"] {
            remove(&folder.join(format!("{}{tail}", self.name)))?;
        }
        Ok(())
    }

    /// Deletes a damaged one that was set aside.
    pub(crate) fn drop_aside(&self, folder: &Path) -> Result<(), StoreError> {
        remove(&folder.join(self.aside))
    }
}

fn remove(file: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
