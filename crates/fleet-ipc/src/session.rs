//! Signing in and out, as the UI sees it.

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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

/// The services that the welcome page offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Service {
    /// plaspy.com.
    Plaspy,
    /// Factory IL GPS, a white label of the same service.
    FactoryIlGps,
    /// A white label at its own address.
    Other,
    /// The demo fleet inside the app.
    Demo,
}

/// Where an account's key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum KeyPlace {
    /// In the computer's keyring.
    Keyring,
    /// In memory, until the app ends.
    ThisRun,
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
