//! Why a map that a person chose can't be shown, or not all of it.

use serde::Serialize;
use ts_rs::TS;

/// What stands in the way of a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MapTroubleKind {
    /// No connection to the server could be made.
    NoNetwork,
    /// The server's name was not found.
    Dns,
    /// The encrypted connection could not be trusted.
    Tls,
    /// The connection broke in the middle.
    ConnectionLost,
    /// No answer in time.
    Timeout,
    /// The server wants a key, or doesn't serve this app.
    Refused,
    /// The server asks to slow down.
    Busy,
    /// The server is out of order.
    Down,
    /// There is nothing at the address.
    Missing,
    /// The server points to an address that can't be trusted.
    Moved,
    /// A web page came.
    WebPage,
    /// What came is no tile.
    NotATile,
    /// Vector tiles came where images are expected.
    VectorTiles,
    /// What came is too large.
    TooLarge,
    /// What came is neither a style nor a description of tiles.
    NotAMap,
    /// The map needs something that this app doesn't know.
    Unsupported,
    /// There is no such file.
    FileMissing,
    /// The file can't be read, or is no PMTiles file.
    FileUnreadable,
}

/// What stands in the way of the chosen map.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MapTrouble {
    /// The server's host, or the file's name.
    pub place: String,
    /// What is wrong.
    pub kind: MapTroubleKind,
    /// Details for a support case, in English.
    pub detail: String,
    /// When the server may be asked again, in seconds from now; `None` if only a person can help.
    pub retry_in_s: Option<u32>,
}

/// Something of a map could not be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {kind:?} {detail}")]
pub struct Failure {
    /// The server's host, or the file's name.
    pub place: String,
    /// What is wrong.
    pub kind: MapTroubleKind,
    /// Details, in English; never an address, which may hold a person's key.
    pub detail: String,
}

impl Failure {
    pub(super) fn new(place: &str, kind: MapTroubleKind, detail: impl Into<String>) -> Self {
        Self {
            place: place.to_owned(),
            kind,
            detail: detail.into(),
        }
    }
}
