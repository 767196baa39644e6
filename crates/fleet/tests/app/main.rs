//! The app without a window, against the sandbox over HTTP.

mod bulk;
mod critical;
mod groups;
mod history;
mod killed;
mod limits;
mod odd;
mod offline;
mod session;
mod sheets;
mod speed;
mod usage;
mod users;
mod world;
