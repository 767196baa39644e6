//! Alerts of the past: how they are kept, and what many of them come to. Pure.

pub mod kept;
pub mod list;
