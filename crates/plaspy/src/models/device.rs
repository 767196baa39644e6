//! A device: the tracker, and by its name the vehicle that carries it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    decode::{Field, Indispensable, Readable, Source},
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

impl Readable for Device {
    /// The id, and the rest of a device whose own id says nothing.
    type Draft = (Option<DeviceId>, Self);

    fn begin() -> Self::Draft {
        (None, Self::new(DeviceId::from("")))
    }

    fn take<'de, S: Source<'de>>(
        (id, device): &mut Self::Draft,
        field: Field<'_, S>,
    ) -> Result<(), S::Error> {
        match field.name() {
            "id" => *id = field.id()?,
            "name" => device.name = field.text()?,
            "description" => device.description = field.text()?,
            "min" => device.phone_number = field.text()?,
            "tags" => device.tags = field.texts_by_name()?,
            "expires" => device.expires = field.time()?,
            _ => field.skip()?,
        }
        Ok(())
    }

    fn finish((id, device): Self::Draft, unreadable: Vec<String>) -> Result<Self, Indispensable> {
        Ok(Self {
            id: id.ok_or(Indispensable("id"))?,
            unreadable,
            ..device
        })
    }
}
