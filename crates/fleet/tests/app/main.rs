//! The app without a window, against the sandbox over HTTP.

mod limits;
mod session;
mod speed;
mod world;
