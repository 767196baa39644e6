//! A user of the account: who may see and do what, and until when.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Replacement, range::wire_time};
use crate::{
    decode::{Field, Indispensable, Readable, Source},
    error::Error,
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

impl User {
    /// A user of whom nothing but the id is known.
    #[must_use]
    pub fn new(id: UserId) -> Self {
        Self {
            id,
            name: None,
            email: None,
            country: None,
            time_zone: None,
            description: None,
            message: None,
            disabled: None,
            disabled_message: None,
            tags: BTreeMap::new(),
            privileges: Vec::new(),
            group: None,
            device_id: None,
            admin_devices: None,
            from: None,
            expires: None,
            creation: None,
            modification: None,
            last_login: None,
            raw: Map::new(),
            unreadable: Vec::new(),
        }
    }
}

impl Readable for User {
    /// The id, and the rest of a user whose own id says nothing.
    type Draft = (Option<UserId>, Self);

    fn begin() -> Self::Draft {
        (None, Self::new(UserId::from("")))
    }

    fn take<'de, S: Source<'de>>(
        (id, user): &mut Self::Draft,
        field: Field<'_, S>,
    ) -> Result<(), S::Error> {
        if field.name().eq_ignore_ascii_case("password") {
            return field.skip();
        }
        let field = field.kept_in(&mut user.raw)?;
        match field.name() {
            "id" => *id = field.id()?,
            "name" => user.name = field.text()?,
            "email" => user.email = field.text()?,
            "country" => user.country = field.text()?,
            "timeZone" => user.time_zone = field.text()?,
            "description" => user.description = field.text()?,
            "message" => user.message = field.text()?,
            "disabled" => user.disabled = field.boolean()?,
            "disabledMessage" => user.disabled_message = field.text()?,
            "tags" => user.tags = field.texts_by_name()?,
            "privileges" => user.privileges = field.texts()?,
            "group" => user.group = field.text()?,
            "deviceId" => user.device_id = field.id()?,
            "adminDevices" => user.admin_devices = field.integer()?,
            "from" => user.from = field.time()?,
            "expires" => user.expires = field.time()?,
            "creation" => user.creation = field.time()?,
            "modification" => user.modification = field.time()?,
            "lastLogin" => user.last_login = field.time()?,
            _ => {}
        }
        Ok(())
    }

    fn finish((id, user): Self::Draft, unreadable: Vec<String>) -> Result<Self, Indispensable> {
        Ok(Self {
            id: id.ok_or(Indispensable("id"))?,
            unreadable,
            ..user
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
    use crate::decode::read_value;

    fn user(value: Value) -> User {
        read_value(&value).expect("it has an id")
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
            ["disabled", "email", "expires", "privileges"]
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
