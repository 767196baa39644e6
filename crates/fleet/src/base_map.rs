//! The offline base map: tiles of the world and of the demo's streets.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A map inside the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Source {
    /// Land, borders and cities of the world.
    World,
    /// Streets of the demo fleet's city.
    Streets,
}
