//! Errors as they cross to the UI: a code that it turns into a sentence, a cause and a way out.

use serde::Serialize;
use ts_rs::TS;

/// What went wrong, as the UI gets it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ErrorBody {
    /// What kind of failure; the UI has texts for every code.
    pub code: ErrorCode,
    /// Details for a support case, in English: the service's own words where there are any.
    pub message: String,
    /// Whether trying again can help.
    pub retryable: bool,
    /// The input that is at fault, by its name in the command's arguments.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub field: Option<String>,
    /// How long to wait before trying again, where the service says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub retry_after_s: Option<u32>,
}

/// The kinds of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// No connection to the service could be made.
    NoNetwork,
    /// The service's name was not found.
    Dns,
    /// The encrypted connection could not be trusted.
    Tls,
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
    /// Nobody is signed in.
    NotSignedIn,
    /// This app knows no such device (any more).
    DeviceUnknown,
    /// A setting is out of its range.
    Setting,
    /// The data folder can't be read or written.
    DataFolder,
    /// The demo service could not be started.
    Demo,
    /// A command or its arguments are not of the contract; a defect of the app.
    Contract,
}

impl ErrorBody {
    /// A defect of the app: a command or its arguments are not of the contract.
    pub(crate) fn contract(message: String) -> Self {
        Self {
            code: ErrorCode::Contract,
            message,
            retryable: false,
            field: None,
            retry_after_s: None,
        }
    }

    /// No command has that name.
    pub(crate) fn unknown_command(name: &str) -> Self {
        Self::contract(format!("no command is called {name:?}"))
    }
}
