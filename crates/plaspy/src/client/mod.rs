//! The client: one account's door to the service.

mod builder;
mod devices;
mod groups;
mod users;

use std::{fmt, sync::Arc};

use chrono::{DateTime, TimeDelta, Utc};

pub use builder::ClientBuilder;

use crate::{
    answer::Answer,
    base_url::BaseUrl,
    credentials::Credentials,
    error::Error,
    meter::Urgency,
    request::Request,
    token::{Token, TokenKeeper, TokenStatus},
    transport::{Secret, Transport},
};

/// One account's door to the service: sends requests and keeps the token that they need.
///
/// Cheap to clone; clones share the token, the clock offset and the connections. Requests are in
/// the background unless made through [`Client::urgent`]. Once the service refuses the API key, the
/// client sends nothing more and every call ends with [`Error::KeyRejected`]; another key takes
/// another client.
///
/// ```no_run
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use plaspy::{BaseUrl, Client, Credentials, SecretString};
///
/// let credentials = Credentials::new("demo", SecretString::from("the key"));
/// let client = Client::builder(BaseUrl::plaspy(), credentials).build()?;
/// for device in client.list_devices().await?.value.items {
///     let last = client.urgent().get_last_location(&device.id).await?.value;
///     println!("{:?}: {last:?}", device.name);
/// }
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Client {
    account: Arc<Account>,
    urgency: Urgency,
}

struct Account {
    transport: Transport,
    tokens: TokenKeeper,
}

impl Client {
    /// A client of the account that `base_url` and the user name make up.
    pub fn builder(base_url: BaseUrl, credentials: Credentials) -> ClientBuilder {
        ClientBuilder::new(base_url, credentials)
    }

    /// The same client, for requests that a person waits for.
    #[must_use]
    pub fn urgent(&self) -> Self {
        self.with_urgency(Urgency::Person)
    }

    /// The same client, for requests of this urgency.
    #[must_use]
    pub fn with_urgency(&self, urgency: Urgency) -> Self {
        Self {
            account: Arc::clone(&self.account),
            urgency,
        }
    }

    /// Where the service lives.
    #[must_use]
    pub fn base_url(&self) -> &BaseUrl {
        self.account.transport.base_url()
    }

    /// Who signs in.
    #[must_use]
    pub fn user_name(&self) -> &str {
        self.account.tokens.user_name()
    }

    /// How far the service's clock is ahead of the computer's; `None` before the first dated
    /// answer.
    #[must_use]
    pub fn clock_offset(&self) -> Option<TimeDelta> {
        self.account.transport.clock_offset()
    }

    /// The present moment by the service's clock; by the computer's before the first dated answer.
    #[must_use]
    pub fn server_now(&self) -> DateTime<Utc> {
        self.account.transport.server_now()
    }

    /// How long the token lasts; `None` while there is none.
    #[must_use]
    pub fn token_status(&self) -> Option<TokenStatus> {
        self.account.tokens.status()
    }

    /// The service's words if it refused the API key, which has stopped this client.
    #[must_use]
    pub fn key_rejection(&self) -> Option<String> {
        self.account.tokens.rejection()
    }

    /// Fetches a new token, or joins the call for one that is under way. Other requests do so by
    /// themselves; this is how to find out whether the account's credentials are good.
    ///
    /// # Errors
    /// [`Error::KeyRejected`] if they aren't.
    pub async fn create_token(&self) -> Result<Answer<TokenStatus>, Error> {
        self.account.tokens.renew(&self.account.transport).await
    }

    /// Sends a request. If the service refuses the token, it is renewed and the request repeated,
    /// once; save a command, which is never repeated.
    ///
    /// # Errors
    /// Whatever [`Error`] lists.
    pub async fn send<T>(&self, request: &Request<T>) -> Result<Answer<T>, Error> {
        let (token, result) = self.attempt(request).await?;
        if !matches!(result, Err(Error::TokenRefused { .. })) {
            return result;
        }
        token.mark_refused();
        if !request.endpoint().repeats_with_a_new_token() {
            return result;
        }
        self.attempt(request).await?.1
    }

    /// Sends a request once; the token that it went with comes along. The outer error is that of a
    /// request that never went out.
    async fn attempt<T>(
        &self,
        request: &Request<T>,
    ) -> Result<(Arc<Token>, Result<Answer<T>, Error>), Error> {
        let Account { transport, tokens } = &*self.account;
        // The token first: a token call that had to be admitted from within an admitted request
        // could wait for a budget that the waiting requests hold.
        let token = tokens.ready(transport).await?;
        let admitted = transport.admit(request, self.urgency).await;
        // Admission may have taken long: a newer token may be there, or the key be refused.
        let token = tokens.newest(token)?;
        let result = transport
            .send(admitted, request, Secret::Token(token.secret()))
            .await;
        Ok((token, result))
    }
}

/// Shows whose client it is, and no secret.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", self.base_url())
            .field("user_name", &self.user_name())
            .field("urgency", &self.urgency)
            .finish_non_exhaustive()
    }
}
