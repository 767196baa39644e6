//! A device: the tracker, and by its name the vehicle that carries it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    envelope::{FromObject, Indispensable},
    fields::Fields,
    ids::DeviceId,
};

/// A device of the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// Its id.
    pub id: DeviceId,
    /// The name, mostly that of the vehicle.
    pub name: Option<String>,
    /// A free description.
    pub description: Option<String>,
    /// The telephone number of its SIM (`min` on the wire).
    pub phone_number: Option<String>,
    /// Free tags, text to text.
    pub tags: BTreeMap<String, String>,
    /// When its service ends; an expired device can be missing from the list.
    pub expires: Option<DateTime<Utc>>,
    /// Wire names of the fields that came and could not be read.
    pub unreadable: Vec<String>,
}

impl Device {
    /// A device of which nothing but the id is known.
    #[must_use]
    pub fn new(id: DeviceId) -> Self {
        Self {
            id,
            name: None,
            description: None,
            phone_number: None,
            tags: BTreeMap::new(),
            expires: None,
            unreadable: Vec::new(),
        }
    }
}

impl FromObject for Device {
    fn from_object(object: Map<String, Value>) -> Result<Self, Indispensable> {
        let mut fields = Fields::new(object);
        Ok(Self {
            id: fields.take_id("id").ok_or(Indispensable("id"))?,
            name: fields.take_text("name"),
            description: fields.take_text("description"),
            phone_number: fields.take_text("min"),
            tags: fields.take_texts_by_name("tags"),
            expires: fields.take_time("expires"),
            unreadable: fields.into_unreadable(),
        })
    }
}
