//! A group of devices, whose users see those devices.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Replacement;
use crate::{
    decode::{Field, Indispensable, Readable, Source},
    error::Error,
    ids::{DeviceId, GroupId},
};

/// A group of the account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its name, unique in the account.
    pub name: Option<String>,
    /// A free description.
    pub description: Option<String>,
    /// The devices in it; a device may be in several groups.
    pub devices: Vec<DeviceId>,
    /// When it was made.
    pub creation: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub last_modified: Option<DateTime<Utc>>,
    /// The group as it came, unknown fields included.
    pub raw: Map<String, Value>,
    /// Wire names of the fields that came and could not be read.
    pub unreadable: Vec<String>,
}

/// A group to be created.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupInput {
    /// The name, not empty.
    pub name: String,
    /// A free description.
    pub description: Option<String>,
    /// The devices in it; the service's web application wants at least one.
    pub devices: Vec<DeviceId>,
}

/// A group as far as its fields have come.
#[derive(Debug, Default)]
pub(crate) struct GroupDraft {
    raw: Map<String, Value>,
    id: Option<GroupId>,
    name: Option<String>,
    description: Option<String>,
    devices: Vec<DeviceId>,
    creation: Option<DateTime<Utc>>,
    last_modified: Option<DateTime<Utc>>,
}

impl Readable for Group {
    type Draft = GroupDraft;

    fn begin() -> GroupDraft {
        GroupDraft::default()
    }

    fn take<'de, S: Source<'de>>(
        draft: &mut GroupDraft,
        field: Field<'_, S>,
    ) -> Result<(), S::Error> {
        let field = field.kept_in(&mut draft.raw)?;
        match field.name() {
            "id" => draft.id = field.id()?,
            "name" => draft.name = field.text()?,
            "description" => draft.description = field.text()?,
            "devices" => draft.devices = field.ids()?,
            "creation" => draft.creation = field.time()?,
            "lastModified" => draft.last_modified = field.time()?,
            _ => {}
        }
        Ok(())
    }

    fn finish(draft: GroupDraft, unreadable: Vec<String>) -> Result<Self, Indispensable> {
        Ok(Self {
            id: draft.id.ok_or(Indispensable("id"))?,
            name: draft.name,
            description: draft.description,
            devices: draft.devices,
            creation: draft.creation,
            last_modified: draft.last_modified,
            raw: draft.raw,
            unreadable,
        })
    }
}

impl Group {
    /// A group of which nothing but the id is known.
    #[must_use]
    pub fn new(id: GroupId) -> Self {
        Self {
            id,
            name: None,
            description: None,
            devices: Vec::new(),
            creation: None,
            last_modified: None,
            raw: Map::new(),
            unreadable: Vec::new(),
        }
    }

    /// The group as it is, to be changed and put back whole.
    #[must_use]
    pub fn replacement(&self) -> Replacement {
        Replacement::of(&self.raw, &["id", "creation", "lastModified"])
    }
}

impl GroupInput {
    pub(crate) fn to_wire(&self) -> Result<Map<String, Value>, Error> {
        if self.name.trim().is_empty() {
            return Err(Error::invalid("a group needs a name"));
        }
        let devices = self.devices.iter().map(|id| id.as_str().into()).collect();
        let mut body = Map::new();
        body.insert("name".to_owned(), self.name.as_str().into());
        body.insert("description".to_owned(), self.description.clone().into());
        body.insert("devices".to_owned(), Value::Array(devices));
        body.retain(|_, value| !value.is_null());
        Ok(body)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::decode::read_value;

    fn group(value: Value) -> Group {
        read_value(&value).expect("it has an id")
    }

    #[test]
    fn unknown_and_unreadable_fields_survive_a_replacement() {
        let group = group(json!({
            "id": "g1", "name": "Trucks", "devices": { "a": 1 }, "colour": "red",
            "creation": "2024-06-01",
        }));
        assert_eq!(group.unreadable, ["devices"]);
        let mut replacement = group.replacement();
        replacement
            .fields_mut()
            .insert("name".into(), "Lorries".into());
        let wire = json!({ "name": "Lorries", "devices": { "a": 1 }, "colour": "red" });
        assert_eq!(replacement.to_wire(), wire);
    }

    #[test]
    fn a_group_of_nothing_but_an_id_is_a_group() {
        let group = group(json!({ "id": 17, "name": null, "devices": null }));
        assert_eq!(
            (group.id.as_str(), group.name, group.devices.len()),
            ("17", None, 0)
        );
    }

    #[test]
    fn what_is_not_given_is_not_sent() {
        let input = GroupInput {
            name: "Vans".into(),
            devices: vec!["d1".into()],
            description: None,
        };
        let wire = input.to_wire().map(Value::Object);
        assert_eq!(wire, Ok(json!({ "name": "Vans", "devices": ["d1"] })));
        assert!(GroupInput::default().to_wire().is_err());
    }
}
