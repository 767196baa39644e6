//! What can go wrong in the app, typed where it arises.

mod code;
mod trouble;

use plaspy::{BaseUrlError, DeviceId, GroupId, UserId};

use crate::base_map::{AddressError, Failure};
use crate::change::Unfit;
use crate::command::payload::PayloadFault;
use crate::history::export::TrackUnwritten;
use crate::sheet::{SheetError, WriteError};

pub use code::ErrorCode;
pub use trouble::Trouble;

/// A failure of the app.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The service, or the way to it.
    #[error(transparent)]
    Service(#[from] plaspy::Error),
    /// The address of the service can't be used.
    #[error(transparent)]
    BaseUrl(#[from] BaseUrlError),
    /// No user name was given.
    #[error("the user name is empty")]
    UserNameMissing,
    /// No API key was given.
    #[error("the API key is empty")]
    ApiKeyMissing,
    /// The place where keys are kept.
    #[error(transparent)]
    Credentials(#[from] crate::credentials::CredentialError),
    /// The key of the account used last is not where it was kept.
    #[error("the keyring has no key for the account used last")]
    KeyGone,
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// The list names no such device (any more).
    #[error("the account's list has no device {0}")]
    DeviceUnknown(DeviceId),
    /// The list names no such group (any more).
    #[error("the account's list has no group {0}")]
    GroupUnknown(GroupId),
    /// The list names no such user (any more).
    #[error("the account's list has no user {0}")]
    UserUnknown(UserId),
    /// A generated password was used or given up already.
    #[error("no such password waits")]
    PasswordGone,
    /// A plan is none of those that are kept.
    #[error("no such plan is kept")]
    PlanGone,
    /// Other work is under way.
    #[error("other work is under way")]
    JobRunning,
    /// There is no work of which that could be asked.
    #[error("there is no such work")]
    NoJob,
    /// A file is no table of what it should hold.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// A table can't be written as a file.
    #[error(transparent)]
    SheetUnwritten(#[from] WriteError),
    /// A change breaks a rule of the service.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// A command can't be sent as it is written.
    #[error(transparent)]
    Command(#[from] PayloadFault),
    /// A dangerous command wants the device's name, which was not typed as it is.
    #[error("the name of the device was not typed")]
    CommandUnconfirmed,
    /// The selection holds other devices by now than the person was shown.
    #[error("the selection holds other devices by now")]
    CommandMoved,
    /// Something speaks against a dangerous command.
    #[error("the vehicle may move, or nothing tells whether it does")]
    CommandObjected,
    /// An entry of the journal is not there, or can't be taken back.
    #[error("entry {0} can't be taken back")]
    NotUndoable(i64),
    /// A setting is out of its range.
    #[error("{field} must be {range}")]
    Setting {
        /// The setting, by its name in the contract.
        field: &'static str,
        /// What it may be.
        range: &'static str,
    },
    /// A range of days ends before it begins, or is longer than is read at once.
    #[error("the days must be 1 to {most}, the first before the last")]
    Range {
        /// The most days.
        most: u32,
    },
    /// A route can't be written as a file.
    #[error(transparent)]
    TrackUnwritten(#[from] TrackUnwritten),
    /// The store in the data folder.
    #[error("the data folder: {0}")]
    Store(String),
    /// Work beside the window ended before its time.
    #[error("interrupted: {0}")]
    Interrupted(String),
    /// The demo service.
    #[error("the demo service: {0}")]
    Demo(String),
    /// The address of an online map can't be used.
    #[error("the map's address can't be used: {0}")]
    MapAddress(#[from] AddressError),
    /// No file was named.
    #[error("no map file is named")]
    MapFileMissing,
    /// A part of the chosen map can't be had.
    #[error(transparent)]
    Map(#[from] Failure),
    /// The base map inside the app is damaged.
    #[error("the base map: {0}")]
    BaseMap(String),
}

impl From<fleet_store::StoreError> for Error {
    fn from(error: fleet_store::StoreError) -> Self {
        Self::Store(error.to_string())
    }
}
