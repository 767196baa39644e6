//! Records what crosses the boundary outward, so that tests can search it for secrets.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// The record of a run, a line for each answer or event.
#[derive(Clone)]
pub(crate) struct Tape(Arc<Mutex<File>>);

impl Tape {
    pub(crate) fn start(file: &Path) -> io::Result<Self> {
        // A host that is started again goes on with the record of the one before.
        let file = File::options().create(true).append(true).open(file)?;
        Ok(Self(Arc::new(Mutex::new(file))))
    }

    /// A disk that is full costs the record, not the run; the test that reads it will tell.
    pub(crate) fn write(&self, what: &str, text: &str) {
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(error) = writeln!(file, "{what} {text}") {
            eprintln!("the record can't be written: {error}");
        }
    }
}
