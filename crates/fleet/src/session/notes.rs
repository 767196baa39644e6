//! What the app notes of an account in the store, as the JSON that it makes of it.

use std::sync::Arc;

use fleet_store::{NoteKey, Store};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Active;
use crate::account::Account;
use crate::blocking::blocking;
use crate::error::Error;

/// What was noted of an account under a subject; nothing, if it can't be understood.
///
/// # Errors
/// When the store can't be read.
pub(crate) async fn remembered<T: DeserializeOwned + Default>(
    store: Arc<Store>,
    account: &Account,
    subject: &'static str,
) -> Result<T, Error> {
    let key = note_key(account, subject);
    let Some(json) = blocking(move || store.account_note(&key)).await? else {
        return Ok(T::default());
    };
    Ok(serde_json::from_str(&json).unwrap_or_else(|error| {
        tracing::warn!(%error, subject, "a note of the account can't be read; it is begun anew");
        T::default()
    }))
}

fn note_key(account: &Account, subject: &'static str) -> NoteKey {
    let id = account.id();
    NoteKey {
        base_url: id.base_url,
        user_name: id.user_name,
        subject,
    }
}

impl Active {
    /// Notes something in place of what was noted under its subject. Of an account that is not kept,
    /// it goes with it.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub(super) async fn keep_note<T: Serialize>(
        &self,
        subject: &'static str,
        note: &T,
    ) -> Result<(), Error> {
        let json = serde_json::to_string(note).map_err(|error| Error::Store(error.to_string()))?;
        let store = Arc::clone(&self.surroundings.store);
        let key = note_key(&self.account, subject);
        blocking(move || store.keep_account_note(&key, &json)).await
    }
}
