//! The contract with the UI: commands, events and error codes, and their TypeScript.

pub mod backend;
pub mod commands;
pub mod contract;
pub mod error;
pub mod event;
pub mod session;
pub mod status;
pub mod typescript;
