//! Stands in for the computer's keyring, which a browser test must not touch: keys live in memory,
//! and the ways in which a keyring fails can be asked for.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use clap::ValueEnum;
use fleet::account::AccountId;
use fleet::credentials::{CredentialError, CredentialStore};
use secrecy::SecretString;

/// How the keyring behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Keyring {
    /// It keeps keys until the dev host ends.
    Works,
    /// There is none.
    Missing,
    /// It is locked.
    Locked,
}

/// Keys in memory.
pub(crate) struct MemoryKeys {
    behaviour: Keyring,
    /// The key of whichever account is asked for, as if an earlier start had kept it.
    held: Option<SecretString>,
    keys: Mutex<HashMap<AccountId, SecretString>>,
}

impl MemoryKeys {
    pub(crate) fn new(behaviour: Keyring, held: Option<SecretString>) -> Self {
        Self {
            behaviour,
            held,
            keys: Mutex::default(),
        }
    }

    fn keys(
        &self,
    ) -> Result<std::sync::MutexGuard<'_, HashMap<AccountId, SecretString>>, CredentialError> {
        match self.behaviour {
            Keyring::Works => Ok(self.keys.lock().unwrap_or_else(PoisonError::into_inner)),
            Keyring::Missing => Err(CredentialError::Missing(
                "asked for by --keyring".to_owned(),
            )),
            Keyring::Locked => Err(CredentialError::Locked("asked for by --keyring".to_owned())),
        }
    }
}

impl CredentialStore for MemoryKeys {
    fn get(&self, account: &AccountId) -> Result<Option<SecretString>, CredentialError> {
        let kept = self.keys()?.get(account).cloned();
        Ok(kept.or_else(|| self.held.clone()))
    }

    fn set(&self, account: &AccountId, api_key: &SecretString) -> Result<(), CredentialError> {
        self.keys()?.insert(account.clone(), api_key.clone());
        Ok(())
    }

    fn delete(&self, account: &AccountId) -> Result<(), CredentialError> {
        self.keys()?.remove(account);
        Ok(())
    }
}
