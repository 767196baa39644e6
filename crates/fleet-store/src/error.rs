//! What can go wrong with the store.

use rusqlite::ErrorCode;

/// A failure of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite: the disk is full, the file can't be written, the file is damaged.
    #[error("the store can't be used: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The copy that is made before the file is changed could not be made or deleted.
    #[error("the copy beside the store can't be made or deleted: {0}")]
    Copy(#[from] std::io::Error),
    /// Another program reads the file, so that what was deleted can't be cleared out of its log yet.
    #[error("another program uses the store; close it and try again")]
    InUse,
    /// The file was written by a newer version of the app.
    #[error("the store is of version {found}, newer than this app's {known}")]
    Newer {
        /// The file's version.
        found: u32,
        /// The newest version that this app knows.
        known: u32,
    },
}

impl StoreError {
    /// Whether the disk has no room left.
    #[must_use]
    pub fn is_disk_full(&self) -> bool {
        match self {
            Self::Sqlite(error) => error.sqlite_error_code() == Some(ErrorCode::DiskFull),
            Self::Copy(error) => error.kind() == std::io::ErrorKind::StorageFull,
            Self::InUse | Self::Newer { .. } => false,
        }
    }

    /// Whether the file is no database (any more).
    pub(crate) fn is_damage(&self) -> bool {
        matches!(self, Self::Sqlite(error) if matches!(
            error.sqlite_error_code(),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
        ))
    }
}
