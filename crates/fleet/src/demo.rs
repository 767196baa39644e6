//! The port to the demo service: a stand-in of the real one, started when someone explores the demo.

use std::any::Any;
use std::future::Future;
use std::pin::Pin;

use secrecy::SecretString;

/// A running demo service. Dropping it ends the service.
pub struct DemoAccount {
    /// Its address on loopback.
    pub base_url: String,
    /// Its user name.
    pub user_name: String,
    /// Its key, made anew at each start.
    pub api_key: SecretString,
    /// Its limit, which it tells.
    pub requests_per_minute: u32,
    /// What keeps it running.
    pub running: Box<dyn Any + Send + Sync>,
}

/// Starts the demo service; the error says why it could not.
pub type StartDemo = Box<
    dyn Fn() -> Pin<Box<dyn Future<Output = Result<DemoAccount, String>> + Send>> + Send + Sync,
>;
