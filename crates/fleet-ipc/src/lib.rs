//! The contract with the UI: commands, events and error codes, and their TypeScript. The desktop
//! shell and the dev host both serve it, and know nothing else of the app.

pub mod account;
pub mod alerts;
pub mod backend;
pub mod base_map;
pub mod bulk;
pub mod changes;
pub mod commands;
pub mod contract;
pub mod device_commands;
pub mod devices;
pub mod error;
pub mod groups;
pub mod history;
pub mod reports;
pub mod session;
mod settings;
pub mod sheets;
pub mod status;
pub mod typescript;
pub mod unread;
mod usage;
pub mod users;
