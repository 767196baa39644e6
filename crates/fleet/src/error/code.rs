//! The kinds of failure: what the window has texts for, and what a journal keeps of one.

use plaspy::Error as ServiceError;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Error;
use crate::change::Unfit;
use crate::credentials::CredentialError;
use crate::sheet::SheetError;

/// The kinds of failure. Their spelling is kept in journals: it is for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// No connection to the service could be made.
    NoNetwork,
    /// The service's name was not found.
    Dns,
    /// The encrypted connection could not be trusted.
    Tls,
    /// The connection broke in the middle.
    ConnectionLost,
    /// No answer in time.
    Timeout,
    /// The service answered 429.
    RateLimited,
    /// The service does not accept the API key (any more).
    KeyRejected,
    /// The service does not allow this to the account.
    NotPermitted,
    /// The service knows no such thing.
    NotFound,
    /// Someone or something else stands against it.
    Conflict,
    /// The service took a change and did not keep it.
    NotKept,
    /// The service said no, in its own words.
    Refused,
    /// The service is out of order or in maintenance.
    ServiceDown,
    /// The answer could not be understood.
    NotUnderstood,
    /// A web page came where data should have been (a proxy, a hotel's login page).
    WebPage,
    /// The answer was larger than this app accepts.
    TooLarge,
    /// The address of the service can't be used.
    BaseUrl,
    /// The user name is missing.
    UserName,
    /// The API key is missing or can't be sent.
    ApiKey,
    /// The computer has no keyring service.
    KeyringMissing,
    /// The keyring is locked or refused.
    KeyringLocked,
    /// The keyring failed otherwise.
    KeyringFailed,
    /// The keyring has no key for the account used last, or is locked.
    KeyGone,
    /// Nobody is signed in.
    NotSignedIn,
    /// This app knows no such device (any more).
    DeviceUnknown,
    /// This app knows no such group (any more).
    GroupUnknown,
    /// This app knows no such user (any more).
    UserUnknown,
    /// The service wants something in a field.
    ValueMissing,
    /// What a field holds must be unique, and isn't.
    ValueTaken,
    /// A field holds none of what it can.
    ValueInvalid,
    /// What the service has in a field could not be read, and the change would lose it.
    ValueUnreadable,
    /// The change changes nothing.
    NothingChanges,
    /// A password that the app made was given up, or shown already.
    PasswordGone,
    /// The plan was made long ago; another one took its place.
    PlanGone,
    /// A file can't be read as a table.
    SheetUnreadable,
    /// A file has no rows, or too many.
    SheetSize,
    /// A file has none of the columns that tell its rows apart.
    SheetColumns,
    /// A table can't be written as a file.
    SheetUnwritten,
    /// Other work is under way.
    JobRunning,
    /// There is no work of which that could be asked.
    NoJob,
    /// A command can't be sent as it is written.
    CommandPayload,
    /// A dangerous command wants the name of its device.
    CommandUnconfirmed,
    /// A command would go to other devices by now than the person was shown.
    CommandMoved,
    /// Something speaks against a dangerous command.
    CommandObjected,
    /// An entry of the journal can't be taken back.
    NotUndoable,
    /// A setting is out of its range.
    Setting,
    /// Days that are asked for end before they begin, or are too many.
    DayRange,
    /// The data folder can't be read or written.
    DataFolder,
    /// The base map inside the app is damaged.
    BaseMap,
    /// The address of an online map can't be used.
    MapAddress,
    /// No map file was named.
    MapFile,
    /// A part of the chosen map can't be had.
    MapPart,
    /// The work was ended before its time.
    Interrupted,
    /// The demo service could not be started.
    Demo,
    /// A command or its arguments are not of the contract; a defect of the app.
    Contract,
}

impl ErrorCode {
    /// The kind of a failure.
    #[must_use]
    pub fn of(error: &Error) -> Self {
        match error {
            Error::Service(error) => Self::of_service(error),
            Error::BaseUrl(_) => Self::BaseUrl,
            Error::UserNameMissing => Self::UserName,
            Error::ApiKeyMissing => Self::ApiKey,
            Error::Credentials(CredentialError::Missing(_)) => Self::KeyringMissing,
            Error::Credentials(CredentialError::Locked(_)) => Self::KeyringLocked,
            Error::Credentials(CredentialError::Failed(_)) => Self::KeyringFailed,
            Error::KeyGone => Self::KeyGone,
            Error::NotSignedIn => Self::NotSignedIn,
            Error::DeviceUnknown(_) => Self::DeviceUnknown,
            Error::GroupUnknown(_) => Self::GroupUnknown,
            Error::UserUnknown(_) => Self::UserUnknown,
            Error::Unfit(Unfit::Missing(_)) => Self::ValueMissing,
            Error::Unfit(Unfit::Taken(_)) => Self::ValueTaken,
            Error::Unfit(Unfit::Invalid(_)) => Self::ValueInvalid,
            Error::Unfit(Unfit::Unreadable(_)) => Self::ValueUnreadable,
            Error::Unfit(Unfit::Nothing) => Self::NothingChanges,
            Error::PasswordGone => Self::PasswordGone,
            Error::PlanGone => Self::PlanGone,
            Error::Sheet(SheetError::Unreadable(_)) => Self::SheetUnreadable,
            Error::Sheet(SheetError::Empty | SheetError::TooLarge) => Self::SheetSize,
            Error::Sheet(SheetError::NoColumn(_)) => Self::SheetColumns,
            Error::SheetUnwritten(_) => Self::SheetUnwritten,
            Error::JobRunning => Self::JobRunning,
            Error::NoJob => Self::NoJob,
            Error::Command(_) => Self::CommandPayload,
            Error::CommandUnconfirmed => Self::CommandUnconfirmed,
            Error::CommandMoved => Self::CommandMoved,
            Error::CommandObjected => Self::CommandObjected,
            Error::NotUndoable(_) => Self::NotUndoable,
            Error::Setting { .. } => Self::Setting,
            Error::Range { .. } => Self::DayRange,
            Error::TrackUnwritten(_) => Self::SheetUnwritten,
            Error::Store(_) => Self::DataFolder,
            Error::Interrupted(_) => Self::Interrupted,
            Error::Demo(_) => Self::Demo,
            Error::BaseMap(_) => Self::BaseMap,
            Error::MapAddress(_) => Self::MapAddress,
            Error::MapFileMissing => Self::MapFile,
            Error::Map(_) => Self::MapPart,
        }
    }

    pub(super) fn of_service(error: &ServiceError) -> Self {
        match error {
            ServiceError::NoNetwork { .. } => Self::NoNetwork,
            ServiceError::Dns { .. } => Self::Dns,
            ServiceError::Tls { .. } => Self::Tls,
            ServiceError::ConnectionLost { .. } => Self::ConnectionLost,
            ServiceError::Timeout => Self::Timeout,
            ServiceError::RateLimited { .. } => Self::RateLimited,
            ServiceError::KeyRejected { .. } => Self::KeyRejected,
            ServiceError::NotPermitted { .. } => Self::NotPermitted,
            ServiceError::NotFound { .. } => Self::NotFound,
            ServiceError::Conflict { .. } => Self::Conflict,
            ServiceError::NotKept { .. } => Self::NotKept,
            ServiceError::Withdrawn => Self::Interrupted,
            ServiceError::ServiceDown { .. } => Self::ServiceDown,
            ServiceError::NotUnderstood { html: true, .. } => Self::WebPage,
            ServiceError::NotUnderstood { .. } => Self::NotUnderstood,
            ServiceError::TooLarge { .. } => Self::TooLarge,
            // `TokenRefused` reaches nobody but a command's sender; the words tell.
            _ => Self::Refused,
        }
    }
}
