//! What the service has: devices, their locations and alerts, groups, users; and what is sent to
//! it.
//!
//! Fields that a model lists as `unreadable` came in a form that couldn't be read and are absent
//! from it. The serde forms of these types are this crate's own, for storing them; the wire's
//! differ.

mod alert;
mod command;
mod device;
mod group;
mod location;
mod membership;
mod patch;
mod range;
mod replacement;
mod text_map;
mod user;

pub use alert::{Alert, KNOWN_ALERT_NAMES};
pub use command::{Command, CommandFormat};
pub use device::Device;
pub use group::{Group, GroupInput};
pub(crate) use location::LastLocation;
pub use location::Location;
pub use membership::{GroupForm, Memberships};
pub use patch::{JsonPatch, PatchOperation, pointer};
pub use range::{AlertQuery, RangeQuery};
pub use replacement::Replacement;
pub use text_map::TextMap;
pub use user::{User, UserInput};
