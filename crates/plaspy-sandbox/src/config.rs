//! How a sandbox is to be.

use std::fmt;
use std::time::Duration;

use crate::faults::Fault;

/// What a sandbox is started with.
#[derive(Clone)]
pub struct Config {
    /// The port on 127.0.0.1; 0 for any free one.
    pub port: u16,
    /// Vehicles, 1 to 100,000.
    pub devices: u32,
    /// Users besides the one who signs in.
    pub users: u32,
    /// Groups.
    pub groups: u32,
    /// Decides on everything that is left to chance.
    pub seed: u64,
    /// How often every tracker reports while the ignition is on, in seconds, at least 1; each as it
    /// likes if `None`.
    pub report_every_s: Option<u32>,
    /// How far the fleet's week is ahead of that of Chile, in seconds: by day and by night, and on a
    /// Sunday, it does different things.
    pub shifts_ahead_s: i64,
    /// Who may sign in.
    pub user_name: String,
    /// With which key; one is made up if none is given.
    pub api_key: Option<String>,
    /// How long every answer is held back.
    pub latency: Duration,
    /// Requests in any 60 seconds, the token call aside; no limit if `None`.
    pub requests_per_minute: Option<u32>,
    /// Results of one device in one day of the service (UTC): each fix and each alert that is
    /// answered, and each answer without any; no limit if `None`.
    pub results_per_day: Option<u32>,
    /// The form in which a 429 says how long to wait.
    pub retry_after: RetryAfter,
    /// What goes wrong.
    pub faults: Vec<Fault>,
    /// How long a token is valid.
    pub token_lifetime: Duration,
    /// Whether `/sandbox/...` answers, by which tests change the sandbox while it runs.
    pub control: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            port: 0,
            devices: 50,
            users: 12,
            groups: 6,
            seed: 7,
            report_every_s: None,
            shifts_ahead_s: 0,
            user_name: "demo".to_owned(),
            api_key: None,
            latency: Duration::ZERO,
            requests_per_minute: None,
            results_per_day: None,
            retry_after: RetryAfter::default(),
            faults: Vec::new(),
            token_lifetime: Duration::from_secs(3_600),
            control: false,
        }
    }
}

impl Config {
    /// The fleet that the app shows to those who look around: large enough to be searched, with a
    /// limit that it stays clear of.
    #[must_use]
    pub fn demo() -> Self {
        Self {
            devices: 180,
            users: 25,
            groups: 9,
            requests_per_minute: Some(1_200),
            ..Self::default()
        }
    }
}

/// How a 429 says how long to wait.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RetryAfter {
    /// `Retry-After` in seconds.
    #[default]
    Seconds,
    /// `Retry-After` as a date.
    Date,
    /// Not at all.
    Never,
}

impl std::str::FromStr for RetryAfter {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "seconds" => Ok(Self::Seconds),
            "date" => Ok(Self::Date),
            "never" => Ok(Self::Never),
            _ => Err("it is seconds, date or never".to_owned()),
        }
    }
}

/// Everything but the key.
impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("port", &self.port)
            .field("devices", &self.devices)
            .field("users", &self.users)
            .field("groups", &self.groups)
            .field("seed", &self.seed)
            .field("user_name", &self.user_name)
            .field("requests_per_minute", &self.requests_per_minute)
            .field("results_per_day", &self.results_per_day)
            .field("faults", &self.faults)
            .finish_non_exhaustive()
    }
}
