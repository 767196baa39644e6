//! Keys in the computer's keyring: Secret Service, Keychain or Credential Manager.

use fleet::account::AccountId;
use fleet::credentials::{CredentialError, CredentialStore};
use keyring::{Entry, Error};
use secrecy::{ExposeSecret as _, SecretString};

/// What the entries are filed under.
const SERVICE: &str = "Atalaya";

/// The computer's keyring.
pub(crate) struct Keyring;

impl CredentialStore for Keyring {
    fn get(&self, account: &AccountId) -> Result<Option<SecretString>, CredentialError> {
        match entry(account)?.get_password() {
            Ok(key) => Ok(Some(key.into())),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(meaning_of(&error)),
        }
    }

    fn set(&self, account: &AccountId, api_key: &SecretString) -> Result<(), CredentialError> {
        entry(account)?
            .set_password(api_key.expose_secret())
            .map_err(|error| meaning_of(&error))
    }

    fn delete(&self, account: &AccountId) -> Result<(), CredentialError> {
        match entry(account)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(meaning_of(&error)),
        }
    }
}

fn entry(account: &AccountId) -> Result<Entry, CredentialError> {
    let user = format!("{} at {}", account.user_name, account.base_url);
    Entry::new(SERVICE, &user).map_err(|error| meaning_of(&error))
}

fn meaning_of(error: &Error) -> CredentialError {
    match error {
        Error::NoDefaultStore => CredentialError::Missing(error.to_string()),
        Error::NoStorageAccess(_) => CredentialError::Locked(error.to_string()),
        // `BadEncoding` and `Ambiguous` hold what was found: only their kind is told.
        Error::BadEncoding(_) | Error::BadDataFormat(..) => {
            CredentialError::Failed("the entry can't be read".to_owned())
        }
        Error::Ambiguous(_) => CredentialError::Failed("there are several entries".to_owned()),
        _ => CredentialError::Failed(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_that_cannot_be_read_is_never_shown() {
        let error = meaning_of(&Error::BadEncoding(b"hunter2".to_vec()));
        assert!(
            !format!("{error} {error:?}").contains("hunter2"),
            "{error:?}"
        );
    }
}
