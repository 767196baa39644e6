//! The app without a window, against the sandbox over HTTP.

mod groups;
mod limits;
mod session;
mod speed;
mod world;
