//! What can go wrong with the store.

/// A failure of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite: the disk is full, the file can't be written, the file is damaged.
    #[error("the store can't be used: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The file could not be copied before it is changed.
    #[error("the store can't be copied: {0}")]
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
