//! The client against the stand-in service, over real HTTP.

mod devices;
mod faults;
mod groups;
mod key;
mod renewal;
mod secrets;
mod service;
mod users;
