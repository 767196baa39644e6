#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod answer;
mod base_url;
mod breaker;
mod client;
mod clock;
mod credentials;
mod decode;
mod edit;
mod endpoint;
mod envelope;
mod error;
mod ids;
mod meter;
pub mod models;
pub mod operations;
mod request;
mod retry;
mod token;
mod transport;

pub use answer::{Answer, Listing, Usage};
pub use base_url::{BaseUrl, BaseUrlError};
pub use client::{Client, ClientBuilder, EditWay, Edited};
pub use clock::{Clock, SystemClock};
pub use credentials::Credentials;
pub use endpoint::Endpoint;

pub use error::{Error, FailureKind, from_transport};
pub use ids::{DeviceId, GroupId, UserId};
pub use meter::{Admission, Meter, Outcome, RequestInfo, Ticket, Unmetered, Urgency};
pub use request::Request;
pub use reqwest::{Method, StatusCode};
pub use retry::RetryPolicy;
pub use secrecy::SecretString;
pub use token::TokenStatus;
