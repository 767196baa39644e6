//! A stand-in for the vehicle-tracking service, written from its description (docs/api) and from
//! nothing of the client's: the demo account inside the app, the server of the tests, the load of the
//! benchmarks.

mod chance;
mod clock;
mod company;
mod config;
mod countries;
mod faults;
mod server;
mod sim;
mod standing;
mod wire;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use clock::Clock;
pub use config::{Config, RetryAfter};
pub use faults::Fault;
pub use server::{Counts, Received};
use server::{Door, Line, Service};
pub use sim::Drive;
pub use standing::{StandingSandbox, Told};

/// A running sandbox. It ends when it is dropped.
pub struct Sandbox {
    service: Arc<Service>,
    address: SocketAddr,
    api_key: String,
    stop: watch::Sender<bool>,
    serving: JoinHandle<io::Result<()>>,
}

impl Sandbox {
    /// Starts a sandbox on 127.0.0.1.
    ///
    /// # Errors
    /// When the port can't be listened on.
    pub async fn start(config: Config) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, config.port)).await?;
        let address = listener.local_addr()?;
        let service =
            tokio::task::spawn_blocking(move || Arc::new(Service::new(config, Clock::running())))
                .await
                .map_err(io::Error::other)?;
        let (stop, mut stopped) = watch::channel(false);
        let router = server::router(Arc::clone(&service));
        let router = router.into_make_service_with_connect_info::<Line>();
        let serving = tokio::spawn(async move {
            tokio::select! {
                served = axum::serve(Door(listener), router).into_future() => served,
                _ = stopped.changed() => Ok(()),
            }
        });
        let api_key = service.api_key();
        Ok(Self {
            service,
            address,
            api_key,
            stop,
            serving,
        })
    }

    /// Where it listens: `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Who may sign in.
    #[must_use]
    pub fn user_name(&self) -> &str {
        &self.service.config.user_name
    }

    /// The key that it was started with.
    #[must_use]
    pub fn api_key(&self) -> &str {
        &self.api_key
    }

    /// What it counted since its start.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.service.counts()
    }

    /// Commands that arrived since its start, in order.
    #[must_use]
    pub fn received_commands(&self) -> Vec<Received> {
        self.service.received()
    }

    /// What a device drives that lies wholly in a range, oldest first; nothing of one that is not there.
    #[must_use]
    pub fn drives(&self, device: &str, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Drive> {
        self.service.drives(device, from, to)
    }

    /// Refuses every token issued so far.
    pub fn expire_tokens(&self) {
        self.service.expire_tokens();
    }

    /// Makes a new key, which is answered; the old one is refused at once, with its tokens.
    pub fn replace_api_key(&self) -> String {
        self.service.replace_api_key()
    }

    /// Sets its clock to the computer's plus this.
    pub fn set_clock_offset(&self, offset: TimeDelta) {
        self.service.set_clock_offset(offset);
    }

    /// Sets the limit of requests a minute.
    pub fn set_requests_per_minute(&self, limit: Option<u32>) {
        self.service.set_requests_per_minute(limit);
    }

    /// Sets the limit of results of one device in one day of the service.
    pub fn set_results_per_day(&self, limit: Option<u32>) {
        self.service.set_results_per_day(limit);
    }

    /// Sets the form in which a 429 says how long to wait.
    pub fn set_retry_after(&self, form: RetryAfter) {
        self.service.set_retry_after(form);
    }

    /// Sets what goes wrong from now on.
    pub fn set_faults(&self, faults: Vec<Fault>) {
        self.service.set_faults(faults);
    }

    /// Makes a device raise these critical alerts, beside what its drive raises, from now on.
    pub fn raise(&self, device: &str, codes: &[&str]) {
        let codes = codes.iter().map(|code| (*code).to_owned());
        self.service.raise(device.to_owned(), codes.collect());
    }

    /// Sets how long every answer is held back.
    pub fn set_latency(&self, latency: Duration) {
        self.service.set_latency(latency);
    }

    /// Answers 503 to everything, or no longer.
    pub fn set_down(&self, down: bool) {
        self.service.set_down(down);
    }

    /// Stops listening.
    pub async fn stop(mut self) {
        let _ = self.stop.send(true);
        let _ = (&mut self.serving).await;
    }

    /// Serves until something outside ends it.
    ///
    /// # Errors
    /// When it can't listen any more.
    pub async fn serve(mut self) -> io::Result<()> {
        (&mut self.serving).await.map_err(io::Error::other)?
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
