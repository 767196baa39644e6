//! The tags of the fleet's devices, for the filter.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for tags.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TagsQuery {
    /// Words looked for in key and value; case and accents don't count, every word must be found.
    pub text: String,
}

/// A key of tags, with the values that devices have of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TagKey {
    /// The key.
    pub key: String,
    /// How many values pass the words.
    pub matched: u32,
    /// The first of them: those of most devices first.
    pub values: Vec<TagValue>,
}

/// A value of a tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TagValue {
    /// The value.
    pub value: String,
    /// How many devices have it.
    pub devices: u32,
}
