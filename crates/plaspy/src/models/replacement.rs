//! A group or user as it is to be, whole: the body of a PUT, where whatever is left out is lost.

use std::fmt;

use serde_json::{Map, Value};

use super::{GroupInput, UserInput};
use crate::error::Error;

/// All fields that a group or user is to have, by their wire names.
///
/// Made from what was just read ([`Group::replacement`](super::Group::replacement),
/// [`User::replacement`](super::User::replacement)), it keeps the fields that this crate doesn't
/// know; made from an input, it has those of the input only.
#[derive(Clone, PartialEq)]
pub struct Replacement(Map<String, Value>);

impl Replacement {
    /// From a raw object, without what is the service's own to set.
    pub(super) fn of(raw: &Map<String, Value>, owned_by_service: &[&str]) -> Self {
        let kept = raw
            .iter()
            .filter(|(name, _)| !owned_by_service.contains(&name.as_str()));
        Self(
            kept.map(|(name, value)| (name.clone(), value.clone()))
                .collect(),
        )
    }

    /// The fields, to be changed by their wire names.
    pub fn fields_mut(&mut self) -> &mut Map<String, Value> {
        &mut self.0
    }

    pub(crate) fn to_wire(&self) -> Value {
        Value::Object(self.0.clone())
    }
}

impl TryFrom<&GroupInput> for Replacement {
    type Error = Error;

    fn try_from(input: &GroupInput) -> Result<Self, Error> {
        input.to_wire().map(Self)
    }
}

impl TryFrom<&UserInput> for Replacement {
    type Error = Error;

    fn try_from(input: &UserInput) -> Result<Self, Error> {
        input.to_wire().map(Self)
    }
}

/// Names the fields only: a password may be among the values.
impl fmt::Debug for Replacement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Replacement ")?;
        f.debug_set().entries(self.0.keys()).finish()
    }
}
