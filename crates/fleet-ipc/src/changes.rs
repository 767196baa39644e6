//! Changes to groups and users, and the journal of them.

use fleet::change::AnyChange;
use fleet::change::journal::{EntryState, JournalEntry};
use fleet::session::{JournalFilter, PasswordSource};
use fleet::view::changes::{ChangeOutcome, ChangePreview, FieldChange};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::backend::Backend;
use crate::commands::Nothing;
use crate::error::ErrorBody;

/// A change that is to be looked at before it is sent.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreviewArgs {
    /// The change.
    pub change: AnyChange,
    /// Whether a password is to go with it.
    pub has_password: bool,
}

/// A change that is to be carried out.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeArgs {
    /// The change.
    pub change: AnyChange,
    /// The entry of the journal that it takes back.
    #[ts(type = "number | null")]
    pub undoes: Option<i64>,
    /// The password that a user is to get.
    pub password: Option<PasswordArgs>,
}

/// A password that a user is to get.
#[derive(Debug, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum PasswordArgs {
    /// Typed by a person.
    Typed {
        /// The password.
        #[ts(type = "string")]
        password: SecretString,
    },
    /// Made by the app.
    Generated {
        /// Its number.
        number: u32,
    },
}

/// Names a password that the app made.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PasswordNumber {
    /// Its number.
    pub number: u32,
}

/// A password that the app made, shown because a person asked for it.
#[derive(Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShownPassword {
    /// The password.
    pub password: String,
}

/// Which entries of the journal.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalQuery {
    /// Words that they hold.
    pub text: String,
    /// Only those of this state.
    pub state: Option<EntryState>,
    /// Only those that were made together with this one, in the order in which they were made. Without
    /// text, state and this, only the first of those that were made together is listed.
    #[ts(type = "number | null")]
    pub batch: Option<i64>,
    /// The most that are wanted.
    pub limit: u32,
}

/// Names one entry of the journal.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryArgs {
    /// Its number.
    #[ts(type = "number")]
    pub id: i64,
}

impl Backend {
    pub(crate) async fn preview_change(
        &self,
        args: PreviewArgs,
    ) -> Result<ChangePreview, ErrorBody> {
        let active = self.app.active()?;
        Ok(active
            .preview_change(args.change, args.has_password)
            .await?)
    }

    pub(crate) async fn change(&self, args: ChangeArgs) -> Result<ChangeOutcome, ErrorBody> {
        let active = self.app.active()?;
        let password = args.password.map(|password| match password {
            PasswordArgs::Typed { password } => PasswordSource::Typed(password),
            PasswordArgs::Generated { number } => PasswordSource::Generated(number),
        });
        Ok(active.change(args.change, args.undoes, password).await?)
    }

    pub(crate) async fn generate_password(&self, _: Nothing) -> Result<PasswordNumber, ErrorBody> {
        let number = self.app.active()?.generate_password();
        Ok(PasswordNumber { number })
    }

    pub(crate) async fn show_password(
        &self,
        args: PasswordNumber,
    ) -> Result<ShownPassword, ErrorBody> {
        let password = self.app.active()?.show_password(args.number)?;
        Ok(ShownPassword {
            password: password.expose_secret().to_owned(),
        })
    }

    pub(crate) async fn forget_password(&self, args: PasswordNumber) -> Result<(), ErrorBody> {
        self.app.active()?.forget_password(args.number);
        Ok(())
    }

    pub(crate) async fn journal(&self, args: JournalQuery) -> Result<Vec<JournalEntry>, ErrorBody> {
        let active = self.app.active()?;
        let filter = JournalFilter {
            text: args.text,
            state: args.state,
            batch: args.batch,
            limit: args.limit,
        };
        Ok(active.journal(filter).await?)
    }

    pub(crate) async fn entry_fields(
        &self,
        args: EntryArgs,
    ) -> Result<Vec<FieldChange>, ErrorBody> {
        Ok(self.app.active()?.entry_fields(args.id).await?)
    }

    pub(crate) async fn inverse_of_entry(&self, args: EntryArgs) -> Result<AnyChange, ErrorBody> {
        Ok(self.app.active()?.inverse_of_entry(args.id).await?)
    }
}
