//! The port to the place where API keys are kept: the computer's keyring.

use secrecy::SecretString;

use crate::account::AccountId;

/// Keeps API keys. Calls may block (a keyring may ask a person to unlock it).
pub trait CredentialStore: Send + Sync {
    /// The key of an account, if one is kept.
    ///
    /// # Errors
    /// When the store can't be read.
    fn get(&self, account: &AccountId) -> Result<Option<SecretString>, CredentialError>;

    /// Keeps the key of an account.
    ///
    /// # Errors
    /// When the store can't be written.
    fn set(&self, account: &AccountId, api_key: &SecretString) -> Result<(), CredentialError>;

    /// Forgets the key of an account; none kept is fine.
    ///
    /// # Errors
    /// When the store can't be written.
    fn delete(&self, account: &AccountId) -> Result<(), CredentialError>;
}

/// Why a key can't be kept or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CredentialError {
    /// The computer offers no such place.
    #[error("this computer has no keyring service: {0}")]
    Missing(String),
    /// It is locked, or whoever was asked said no.
    #[error("the keyring is locked: {0}")]
    Locked(String),
    /// Anything else.
    #[error("the keyring failed: {0}")]
    Failed(String),
}
