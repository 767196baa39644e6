//! Signing in and out, as the UI sees it.

use fleet::account::{Account, Service};
use fleet::session::KeyPlace;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::backend::Backend;
use crate::commands::Nothing;
use crate::error::ErrorBody;

/// Who is signed in, and what stands in the way if nobody is.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionView {
    /// The active account.
    pub account: Option<AccountView>,
    /// The account used last, to fill the form with.
    pub last: Option<AccountView>,
    /// The start is still finding out whether an account can be resumed.
    pub resuming: bool,
    /// Why the account used last could not be resumed.
    pub problem: Option<ErrorBody>,
}

/// An account without its secrets.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountView {
    /// Which service.
    pub service: Service,
    /// Its address.
    pub base_url: String,
    /// The user name.
    pub user_name: String,
    /// The service's web app, where one is known.
    pub web_app_url: Option<String>,
    /// Where the key is.
    pub key: KeyPlace,
}

/// What a person typed to sign in. The one place where a secret crosses the boundary, inward.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignIn {
    /// Which service; not `demo`.
    pub service: Service,
    /// The address, for `other`.
    pub base_url: Option<String>,
    /// The user name.
    pub user_name: String,
    /// The API key.
    #[ts(type = "string")]
    pub api_key: SecretString,
    /// Where to keep the key.
    pub keep_key: KeyPlace,
}

/// How to sign out.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignOut {
    /// Also deletes what this computer keeps of the account, but for the journal of its changes.
    pub forget_account: bool,
}

impl AccountView {
    fn of(account: &Account, key: KeyPlace) -> Self {
        Self {
            service: account.service,
            base_url: account.base_url.to_string(),
            user_name: account.user_name.clone(),
            web_app_url: account.web_app_url().map(str::to_owned),
            key,
        }
    }
}

impl Backend {
    pub(crate) async fn session(&self, _: Nothing) -> Result<SessionView, ErrorBody> {
        let session = self.app.session();
        let last = match session.active {
            Some(_) => None,
            None => self.app.last_account().await?,
        };
        Ok(SessionView {
            account: session
                .active
                .map(|active| AccountView::of(&active.account, active.key_place)),
            last: last.map(|account| AccountView::of(&account, KeyPlace::Keyring)),
            resuming: session.resuming,
            problem: session.problem.map(ErrorBody::from),
        })
    }

    pub(crate) async fn sign_in(&self, args: SignIn) -> Result<SessionView, ErrorBody> {
        let sign_in = fleet::app::SignIn {
            service: args.service,
            base_url: args.base_url,
            user_name: args.user_name,
            api_key: args.api_key,
            keep_key: args.keep_key,
        };
        self.app.sign_in(sign_in).await?;
        self.session(Nothing {}).await
    }

    pub(crate) async fn explore_demo(&self, _: Nothing) -> Result<SessionView, ErrorBody> {
        self.app.explore_demo().await?;
        self.session(Nothing {}).await
    }

    pub(crate) async fn sign_out(&self, args: SignOut) -> Result<SessionView, ErrorBody> {
        self.app.sign_out(args.forget_account).await?;
        self.session(Nothing {}).await
    }
}
