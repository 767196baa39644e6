//! Who signs in: a user name and an API key.

use secrecy::SecretString;

/// User name and API key of an account. `Debug` hides the key.
#[derive(Debug, Clone)]
pub struct Credentials {
    user_name: String,
    api_key: SecretString,
}

impl Credentials {
    /// The key is the one made under My Account > Account Information > API Key; not the password.
    pub fn new(user_name: impl Into<String>, api_key: SecretString) -> Self {
        Self {
            user_name: user_name.into(),
            api_key,
        }
    }

    /// The user name.
    #[must_use]
    pub fn user_name(&self) -> &str {
        &self.user_name
    }

    pub(crate) fn api_key(&self) -> &SecretString {
        &self.api_key
    }
}
