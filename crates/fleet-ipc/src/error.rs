//! Errors as they cross to the UI: a code that it turns into a sentence, a cause and a way out.

use fleet::Error;
use fleet::change::Unfit;
use fleet::credentials::CredentialError;
pub use fleet::error::ErrorCode;
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

impl From<Error> for ErrorBody {
    fn from(error: Error) -> Self {
        Self {
            code: ErrorCode::of(&error),
            message: error.to_string(),
            retryable: is_retryable(&error),
            field: field_of(&error).map(str::to_owned),
            retry_after_s: retry_after_s(&error),
        }
    }
}

fn is_retryable(error: &Error) -> bool {
    match error {
        Error::Service(error) => error.is_retryable(),
        Error::Credentials(CredentialError::Locked(_))
        | Error::Demo(_)
        | Error::Interrupted(_)
        | Error::Map(_) => true,
        _ => false,
    }
}

/// The argument that is at fault.
fn field_of(error: &Error) -> Option<&'static str> {
    match error {
        Error::BaseUrl(_) => Some("baseUrl"),
        Error::UserNameMissing => Some("userName"),
        Error::ApiKeyMissing => Some("apiKey"),
        Error::Unfit(
            Unfit::Missing(field)
            | Unfit::Taken(field)
            | Unfit::Invalid(field)
            | Unfit::Unreadable(field),
        ) => Some(field.name()),
        Error::Setting { field, .. } => Some(field),
        Error::Range { .. } => Some("last"),
        Error::Command(_) => Some("text"),
        Error::CommandUnconfirmed => Some("typedName"),
        Error::MapAddress(_) => Some("onlineUrl"),
        Error::MapFileMissing => Some("filePath"),
        _ => None,
    }
}

fn retry_after_s(error: &Error) -> Option<u32> {
    match error {
        Error::Service(error) => {
            let wait = error.retry_after()?;
            Some(u32::try_from(wait.as_secs()).unwrap_or(u32::MAX))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use plaspy::Error as ServiceError;

    use super::*;

    #[test]
    fn a_wait_that_the_service_names_reaches_the_ui() {
        let wait = std::time::Duration::from_secs(17);
        let error = Error::Service(ServiceError::RateLimited {
            retry_after: Some(wait),
        });
        let body = ErrorBody::from(error);
        assert_eq!(
            (body.code, body.retryable, body.retry_after_s),
            (ErrorCode::RateLimited, true, Some(17))
        );
    }

    #[test]
    fn an_input_at_fault_is_named_as_in_the_arguments() {
        assert_eq!(
            ErrorBody::from(Error::ApiKeyMissing).field.as_deref(),
            Some("apiKey")
        );
    }
}
