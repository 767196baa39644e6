//! The client: one account's door to the service.

mod builder;
mod devices;
mod edits;
mod groups;
mod users;

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::Instant;

pub use builder::ClientBuilder;
pub use edits::{EditWay, Edited};

use crate::{
    answer::Answer,
    base_url::BaseUrl,
    credentials::Credentials,
    error::Error,
    meter::Urgency,
    request::Request,
    retry::{self, RetryPolicy},
    token::{TokenKeeper, TokenStatus},
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
    stands: Option<Stands>,
}

/// Whether what a request depends on still holds.
type Stands = Arc<dyn Fn() -> bool + Send + Sync>;

struct Account {
    transport: Transport,
    tokens: TokenKeeper,
    retries: RetryPolicy,
    patch: PatchSupport,
}

/// Whether the service has PATCH, as far as edits have shown.
#[derive(Default)]
struct PatchSupport(AtomicBool);

impl PatchSupport {
    fn is_missing(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    fn note_missing(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
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
            urgency,
            ..self.clone()
        }
    }

    /// The same client, whose requests go out only if this still holds when their turn has come, which
    /// may be long after they were asked for; else they end with [`Error::Withdrawn`]. Asked on the
    /// runtime: it must not block.
    #[must_use]
    pub fn while_it_holds(&self, stands: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self {
            stands: Some(Arc::new(stands)),
            ..self.clone()
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

    /// Ends the pause that failed token calls have brought about: a person wants to try at once.
    pub fn resume(&self) {
        self.account.tokens.resume();
    }

    /// Sends a request. If the service refuses the token, it is renewed and the request repeated,
    /// once; what fails for a passing cause and is safe to repeat is sent again as the client's
    /// [`RetryPolicy`] has it. A command is sent once, whatever happens.
    ///
    /// # Errors
    /// Whatever [`Error`] lists.
    pub async fn send<T>(&self, request: &Request<T>) -> Result<Answer<T>, Error> {
        let Account {
            tokens, retries, ..
        } = &*self.account;
        let endpoint = request.endpoint();
        let started = Instant::now();
        let mut failures = 0;
        loop {
            let (error, asked) = match self.with_good_token(request).await {
                Ok(Ok(answer)) => return Ok(answer),
                Ok(Err(error)) => {
                    if !retry::may_repeat(endpoint, request.device().is_some(), &error) {
                        return Err(error);
                    }
                    let asked = error.retry_after();
                    (error, asked)
                }
                Err(NoToken(error)) => {
                    if !(error.is_retryable() && endpoint.may_begin_again()) {
                        return Err(error);
                    }
                    (error, tokens.pause())
                }
            };
            failures += 1;
            match retries.pause(failures, asked, started.elapsed(), rand::random()) {
                Some(pause) => tokio::time::sleep(pause).await,
                None => return Err(error),
            }
        }
    }

    /// Sends a request, and once more if the service refuses the token that it went with.
    async fn with_good_token<T>(
        &self,
        request: &Request<T>,
    ) -> Result<Result<Answer<T>, Error>, NoToken> {
        let result = self.attempt(request).await?;
        let refused = matches!(result, Err(Error::TokenRefused { .. }));
        match refused && request.endpoint().repeats_with_a_new_token() {
            true => self.attempt(request).await,
            false => Ok(result),
        }
    }

    /// Sends a request once.
    async fn attempt<T>(&self, request: &Request<T>) -> Result<Result<Answer<T>, Error>, NoToken> {
        let Account {
            transport, tokens, ..
        } = &*self.account;
        // The token first: a token call that had to be admitted from within an admitted request
        // could wait for a budget that the waiting requests hold.
        let token = tokens.ready(transport).await.map_err(NoToken)?;
        let admitted = transport.admit(request, self.urgency).await;
        // Admission may have taken long: a newer token may be there, or the key be refused.
        let token = tokens.newest(token).map_err(NoToken)?;
        if self.stands.as_ref().is_some_and(|stands| !stands()) {
            return Ok(Err(Error::Withdrawn));
        }
        let result = transport
            .send(admitted, request, Secret::Token(token.secret()))
            .await;
        match &result {
            Err(error @ Error::TokenRefused { .. }) => tokens.refused(&token, error),
            Ok(_) => tokens.proved(&token),
            Err(_) => {}
        }
        Ok(result)
    }
}

/// Why a request never went out: there is no token for it.
struct NoToken(Error);

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
