//! How a client is made.

use std::{fmt, sync::Arc, time::Duration};

use super::{Account, Client, PatchSupport};
use crate::{
    base_url::BaseUrl,
    clock::{Clock, SystemClock},
    credentials::Credentials,
    error::Error,
    meter::{Meter, Unmetered, Urgency},
    retry::RetryPolicy,
    token::TokenKeeper,
    transport::{Timeouts, Transport},
};

/// Makes a [`Client`].
pub struct ClientBuilder {
    base_url: BaseUrl,
    credentials: Credentials,
    clock: Arc<dyn Clock>,
    meter: Arc<dyn Meter>,
    timeouts: Timeouts,
    retries: RetryPolicy,
}

impl ClientBuilder {
    pub(super) fn new(base_url: BaseUrl, credentials: Credentials) -> Self {
        Self {
            base_url,
            credentials,
            clock: Arc::new(SystemClock),
            meter: Arc::new(Unmetered),
            timeouts: Timeouts {
                connect: Duration::from_secs(10),
                total: Duration::from_secs(60),
            },
            retries: RetryPolicy::default(),
        }
    }

    /// The computer's clock; the operating system's unless given.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// What every exchange passes; unless given, all pass at once and unrecorded.
    #[must_use]
    pub fn meter(mut self, meter: Arc<dyn Meter>) -> Self {
        self.meter = meter;
        self
    }

    /// How long to wait for a connection; 10 s unless given.
    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.timeouts.connect = timeout;
        self
    }

    /// How long to wait for an answer in all; 60 s unless given.
    #[must_use]
    pub fn total_timeout(mut self, timeout: Duration) -> Self {
        self.timeouts.total = timeout;
        self
    }

    /// How often what failed for a passing cause is sent again; unless given, as
    /// [`RetryPolicy::default`] has it.
    #[must_use]
    pub fn retries(mut self, retries: RetryPolicy) -> Self {
        self.retries = retries;
        self
    }

    /// The client. Nothing is sent yet.
    ///
    /// # Errors
    /// [`Error::Tls`] if the computer offers no way of secure connections.
    pub fn build(self) -> Result<Client, Error> {
        let transport = Transport::new(self.base_url, self.timeouts, self.meter, self.clock)?;
        let tokens = TokenKeeper::new(self.credentials);
        Ok(Client {
            account: Arc::new(Account {
                transport,
                tokens,
                retries: self.retries,
                patch: PatchSupport::default(),
            }),
            urgency: Urgency::default(),
            stands: None,
        })
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("base_url", &self.base_url)
            .field("credentials", &self.credentials)
            .field("timeouts", &self.timeouts)
            .field("retries", &self.retries)
            .finish_non_exhaustive()
    }
}
