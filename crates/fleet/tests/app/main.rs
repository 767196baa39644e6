//! The app without a window, against the sandbox over HTTP.

mod alerts;
mod bulk;
mod commands;
mod critical;
mod groups;
mod history;
mod journeys;
mod killed;
mod limits;
mod odd;
mod offline;
mod recorded;
mod reports;
mod session;
mod sheets;
mod speed;
mod usage;
mod users;
mod world;
