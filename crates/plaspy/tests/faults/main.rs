//! The client against services that misbehave in ways that the sandbox doesn't: each test writes
//! the few routes that it needs.

mod edits;
mod exchange;
mod metering;
mod retries;
mod stub;
mod token;
