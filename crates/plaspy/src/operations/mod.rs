//! The requests of the service's 21 operations, built without I/O: everything but the token's,
//! which the client makes itself.
//!
//! A function fails with [`Error::InvalidRequest`](crate::Error::InvalidRequest) where its input
//! can't be sent, such as an empty name.

pub(crate) mod auth;
pub mod devices;
pub mod groups;
pub mod users;
