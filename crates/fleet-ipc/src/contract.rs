//! JSON at the boundary: arguments in, answers out.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::ErrorBody;

/// An answer as it crosses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// JSON text.
    Json(String),
    /// Raw bytes (a tile of the map; empty where there is none).
    Bytes(Vec<u8>),
}

/// Reads a command's arguments.
///
/// The error names the command and the place, never the arguments: they may hold a secret.
pub(crate) fn arguments<T: DeserializeOwned>(command: &str, json: &str) -> Result<T, ErrorBody> {
    serde_json::from_str(json).map_err(|error| {
        ErrorBody::contract(format!(
            "arguments of {command} at column {}: {:?}",
            error.column(),
            error.classify()
        ))
    })
}

/// Writes a command's answer.
pub(crate) fn answer<T: Serialize>(command: &str, value: &T) -> Result<Reply, ErrorBody> {
    serde_json::to_string(value)
        .map(Reply::Json)
        .map_err(|error| ErrorBody::contract(format!("answer of {command}: {error}")))
}
