//! What a caller gets of an answer, beside what it asked for.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What the service answered, and what it says beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer<T> {
    /// What was asked for.
    pub value: T,
    /// The usage counters that came with it.
    pub usage: Usage,
    /// The service's clock when it answered (its `Date` header), to the second.
    pub server_date: Option<DateTime<Utc>>,
}

/// The service's usage counters. Whether `request` is the cost of the request or a running total,
/// the documentation leaves open; neither ceiling is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// `apiUsage`.
    pub request: Option<i64>,
    /// `apiDailyUsage`.
    pub daily: Option<i64>,
}

/// A list as far as it could be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing<T> {
    /// The elements that could be told from one another.
    pub items: Vec<T>,
    /// How many elements had no id (a fix: no time or place) and are therefore missing here.
    pub lost: usize,
}
