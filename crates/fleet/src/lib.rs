//! The app without a window: the session, the fleet and its views, and the spending of requests.

pub mod base_map;
pub mod settings;
pub mod status;
pub mod view;
