//! The app without a window: the session, the fleet and its views, and the spending of requests.
//! It knows the clock, the keyring and the demo service as ports; whoever composes it brings them.

pub mod account;
pub mod alerts;
pub mod app;
pub mod base_map;
mod blocking;
pub mod change;
pub mod command;
pub mod credentials;
pub mod critical;
pub mod demo;
pub mod error;
pub mod fleet;
mod globe;
pub mod history;
pub mod ledger;
pub mod moves;
pub mod oddity;
pub mod place;
pub mod refresh;
pub mod report;
pub mod session;
pub mod settings;
pub mod sheet;
pub mod speed;
pub mod status;
pub mod users;
pub mod view;
pub mod words;

pub use error::Error;
