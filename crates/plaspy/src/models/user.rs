//! A user of the account: who may see and do what, and until when.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Replacement, range::wire_time};
use crate::{
    envelope::{FromObject, Indispensable},
    error::Error,
    fields::Fields,
    ids::{DeviceId, UserId},
};

/// A user of the account. A password that the service sends along is dropped before anything is
/// read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct User {
    /// Its id.
    pub id: UserId,
    /// The person's name.
    pub name: Option<String>,
    /// The user name, an e-mail address mostly.
    pub email: Option<String>,
    /// A code of the list of countries, though a name or another code may come.
    pub country: Option<String>,
    /// A key of the list of time zones.
    pub time_zone: Option<String>,
    /// A free description.
    pub description: Option<String>,
    /// A message shown to the user.
    pub message: Option<String>,
    /// Whether the user is shut out.
    pub disabled: Option<bool>,
    /// What a disabled user is told.
    pub disabled_message: Option<String>,
    /// Free tags, text to text.
    pub tags: BTreeMap<String, String>,
    /// What the user may do: an open set, whose spelling is the account's.
    pub privileges: Vec<String>,
    /// The group whose devices the user sees: its id, or else its name.
    pub group: Option<String>,
    /// The one device that the user sees.
    pub device_id: Option<DeviceId>,
    /// How many devices an administrator of an own account may have.
    pub admin_devices: Option<i64>,
    /// From when the account is valid.
    pub from: Option<DateTime<Utc>>,
    /// Until when the account is valid.
    pub expires: Option<DateTime<Utc>>,
    /// When the user was made.
    pub creation: Option<DateTime<Utc>>,
    /// When the user was last changed.
    pub modification: Option<DateTime<Utc>>,
    /// When the user last signed in.
    pub last_login: Option<DateTime<Utc>>,
    /// The user as it came, unknown fields included, the password not.
    pub raw: Map<String, Value>,
    /// Wire names of the fields that came and could not be read.
    pub unreadable: Vec<String>,
}

/// A user to be created.
#[derive(Debug, Clone, Default)]
pub struct UserInput {
    /// The person's name, not empty.
    pub name: String,
    /// The user name, not empty.
    pub email: String,
    /// A code of the list of countries.
    pub country: String,
    /// A key of the list of time zones.
    pub time_zone: String,
    /// A free description.
    pub description: Option<String>,
    /// A message shown to the user.
    pub message: Option<String>,
    /// Whether the user is shut out.
    pub disabled: Option<bool>,
    /// What a disabled user is told.
    pub disabled_message: Option<String>,
    /// Free tags; not sent when `None`, as all that follows.
    pub tags: Option<BTreeMap<String, String>>,
    /// What the user may do, as the account spells it.
    pub privileges: Option<Vec<String>>,
    /// The group whose devices the user sees, in the form that this account's users have.
    pub group: Option<String>,
    /// The one device that the user sees.
    pub device_id: Option<DeviceId>,
    /// How many devices an administrator of an own account may have.
    pub admin_devices: Option<i64>,
    /// From when the account is valid.
    pub from: Option<DateTime<Utc>>,
    /// Until when the account is valid.
    pub expires: Option<DateTime<Utc>>,
    /// The password as typed.
    pub password: Option<SecretString>,
}

impl FromObject for User {
    fn from_object(mut object: Map<String, Value>) -> Result<Self, Indispensable> {
        object.retain(|name, _| !name.eq_ignore_ascii_case("password"));
        let mut fields = Fields::new(object.clone());
        Ok(Self {
            id: fields.take_id("id").ok_or(Indispensable("id"))?,
            name: fields.take_text("name"),
            email: fields.take_text("email"),
            country: fields.take_text("country"),
            time_zone: fields.take_text("timeZone"),
            description: fields.take_text("description"),
            message: fields.take_text("message"),
            disabled: fields.take_bool("disabled"),
            disabled_message: fields.take_text("disabledMessage"),
            tags: fields.take_texts_by_name("tags"),
            privileges: fields.take_texts("privileges"),
            group: fields.take_text("group"),
            device_id: fields.take_id("deviceId"),
            admin_devices: fields.take_i64("adminDevices"),
            from: fields.take_time("from"),
            expires: fields.take_time("expires"),
            creation: fields.take_time("creation"),
            modification: fields.take_time("modification"),
            last_login: fields.take_time("lastLogin"),
            raw: object,
            unreadable: fields.into_unreadable(),
        })
    }
}

impl User {
    /// The user as it is, to be changed and put back whole. It has no password, so that one as read
    /// can't overwrite the real one.
    #[must_use]
    pub fn replacement(&self) -> Replacement {
        Replacement::of(&self.raw, &["id", "creation", "modification", "lastLogin"])
    }
}

impl UserInput {
    pub(crate) fn to_wire(&self) -> Result<Map<String, Value>, Error> {
        let required = [
            ("name", &self.name),
            ("email", &self.email),
            ("country", &self.country),
            ("timeZone", &self.time_zone),
        ];
        if let Some((field, _)) = required.iter().find(|(_, value)| value.trim().is_empty()) {
            return Err(Error::invalid(format!("a user needs {field:?}")));
        }
        let tags = self.tags.as_ref().map(|tags| -> Map<String, Value> {
            tags.iter()
                .map(|(name, value)| (name.clone(), value.as_str().into()))
                .collect()
        });
        let optional: [(&str, Value); 12] = [
            ("description", self.description.clone().into()),
            ("message", self.message.clone().into()),
            ("disabled", self.disabled.into()),
            ("disabledMessage", self.disabled_message.clone().into()),
            ("tags", tags.into()),
            ("privileges", self.privileges.clone().into()),
            ("group", self.group.clone().into()),
            (
                "deviceId",
                self.device_id.as_ref().map(DeviceId::as_str).into(),
            ),
            ("adminDevices", self.admin_devices.into()),
            ("from", self.from.map(wire_time).into()),
            ("expires", self.expires.map(wire_time).into()),
            (
                "password",
                self.password
                    .as_ref()
                    .map(ExposeSecret::expose_secret)
                    .into(),
            ),
        ];
        let required = required
            .into_iter()
            .map(|(name, value)| (name, value.as_str().into()));
        let given = required
            .chain(optional)
            .filter(|(_, value): &(_, Value)| !value.is_null());
        Ok(given
            .map(|(name, value)| (name.to_owned(), value))
            .collect())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn user(value: Value) -> User {
        let object = value.as_object().cloned().expect("tests give objects");
        User::from_object(object)
            .map_err(|missing| missing.0)
            .expect("it has an id")
    }

    #[test]
    fn a_password_is_dropped_at_the_door() {
        let user = user(
            json!({ "id": "u1", "password": "hash-of-it", "Password": "hash-of-it", "nick": "m" }),
        );
        assert!(!format!("{user:?}").contains("hash-of-it"));
        assert_eq!(user.replacement().to_wire(), json!({ "nick": "m" }));
        assert_eq!(user.unreadable, Vec::<String>::new());
    }

    #[test]
    fn an_unreadable_field_never_hides_a_person() {
        let user = user(json!({
            "id": "u1", "email": [], "disabled": "maybe", "privileges": "read", "expires": "soon",
            "adminDevices": "5", "from": "2024-06-01T00:00:00", "group": null,
        }));
        assert_eq!(user.admin_devices, Some(5));
        assert_eq!(user.from.map(|time| time.timestamp()), Some(1_717_200_000));
        assert_eq!(
            user.unreadable,
            ["email", "disabled", "privileges", "expires"]
        );
    }

    #[test]
    fn a_new_user_is_sent_with_what_is_given() {
        let input = UserInput {
            name: "María".into(),
            email: "maria@example.org".into(),
            country: "CL".into(),
            time_zone: "America/Santiago".into(),
            password: Some("typed".into()),
            privileges: Some(vec![]),
            ..UserInput::default()
        };
        let wire = json!({
            "name": "María", "email": "maria@example.org", "country": "CL",
            "timeZone": "America/Santiago",
            "password": "typed", "privileges": [],
        });
        assert_eq!(input.to_wire().map(Value::Object), Ok(wire));
        assert!(!format!("{input:?}").contains("typed"));
        assert!(
            UserInput {
                country: " ".into(),
                ..input
            }
            .to_wire()
            .is_err()
        );
    }
}
