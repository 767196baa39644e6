//! The sandbox that a test runs against, and a clock for the client to go by.

use std::sync::Mutex;

use chrono::{DateTime, TimeDelta, Utc};
use plaspy::{BaseUrl, Client, ClientBuilder, Clock, Credentials, SystemClock};
use plaspy_sandbox::{Config, Sandbox};

pub(crate) async fn start() -> Sandbox {
    let config = Config {
        devices: 20,
        users: 10,
        groups: 5,
        seed: 7,
        user_name: "demo".into(),
        requests_per_minute: None,
        ..Config::default()
    };
    Sandbox::start(config).await.expect("the sandbox starts")
}

pub(crate) fn builder(sandbox: &Sandbox) -> ClientBuilder {
    let base_url: BaseUrl = sandbox.base_url().parse().expect("a loopback address");
    let credentials = Credentials::new(sandbox.user_name(), sandbox.api_key().into());
    Client::builder(base_url, credentials)
}

pub(crate) fn client(sandbox: &Sandbox) -> Client {
    builder(sandbox).build().expect("a client")
}

/// A computer's clock that is wrong, and that a test can move on.
pub(crate) struct WrongClock {
    ahead_by: TimeDelta,
    passed: Mutex<TimeDelta>,
}

impl WrongClock {
    pub(crate) fn ahead_by(ahead_by: TimeDelta) -> Self {
        Self {
            ahead_by,
            passed: Mutex::default(),
        }
    }

    /// Lets so much time have passed since the test began, beside that which really has.
    pub(crate) fn set_passed(&self, passed: TimeDelta) {
        *self.passed.lock().expect("not poisoned") = passed;
    }
}

impl Clock for WrongClock {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() + self.ahead_by + *self.passed.lock().expect("not poisoned")
    }
}
