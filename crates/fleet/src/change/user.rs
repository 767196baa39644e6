//! What a person can set of a user. The password is not of it: it is sent along with a change and
//! kept nowhere.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, SecondsFormat, Utc};
use plaspy::models::{Memberships, User, UserInput};
use plaspy::{DeviceId, GroupId, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use super::{Field, Form};

/// What a person can set of a user. Texts are empty for none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct UserForm {
    /// The person's name.
    pub name: String,
    /// The user name, an e-mail address mostly.
    pub email: String,
    /// A code of the service's list of countries, or what the service has instead.
    pub country: String,
    /// A key of the service's list of time zones.
    pub time_zone: String,
    /// A free description.
    pub description: String,
    /// A message shown to the user.
    pub message: String,
    /// Whether the user is shut out.
    pub disabled: bool,
    /// What a disabled user is told.
    pub disabled_message: String,
    /// Free tags, text to text.
    pub tags: BTreeMap<String, String>,
    /// What the user may do, as the account spells it.
    pub privileges: Vec<String>,
    /// Id of the group whose devices the user sees; what the service has where that is no group of
    /// the account.
    pub group: String,
    /// Id of the one device that the user sees.
    pub device_id: String,
    /// How many devices an administrator of an own account may have.
    #[ts(type = "number | null")]
    pub admin_devices: Option<i64>,
    /// From when the account is valid.
    pub from: Option<DateTime<Utc>>,
    /// Until when the account is valid.
    pub expires: Option<DateTime<Utc>>,
}

impl UserForm {
    /// What the service has, the group by its id wherever it is written so that it can be told.
    #[must_use]
    pub fn of(user: &User, memberships: &Memberships) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let written = text(&user.group);
        let group = memberships.resolve(&written).map(ToString::to_string);
        let form = Self {
            name: text(&user.name),
            email: text(&user.email),
            country: text(&user.country),
            time_zone: text(&user.time_zone),
            description: text(&user.description),
            message: text(&user.message),
            disabled: user.disabled.unwrap_or_default(),
            disabled_message: text(&user.disabled_message),
            tags: user.tags.clone(),
            privileges: user.privileges.clone(),
            group: group.unwrap_or(written),
            device_id: user
                .device_id
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            admin_devices: user.admin_devices,
            from: user.from,
            expires: user.expires,
        };
        form.tidy()
    }

    /// A new user as it is sent.
    #[must_use]
    pub fn input(&self, memberships: &Memberships, password: Option<SecretString>) -> UserInput {
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        UserInput {
            name: self.name.clone(),
            email: self.email.clone(),
            country: self.country.clone(),
            time_zone: self.time_zone.clone(),
            description: given(&self.description),
            message: given(&self.message),
            disabled: self.disabled.then_some(true),
            disabled_message: given(&self.disabled_message),
            tags: Some(self.tags.clone()).filter(|tags| !tags.is_empty()),
            privileges: Some(self.privileges.clone()).filter(|list| !list.is_empty()),
            group: given(&self.written_group(memberships)),
            device_id: given(&self.device_id).map(DeviceId::from),
            admin_devices: self.admin_devices,
            from: self.from,
            expires: self.expires,
            password,
        }
    }

    fn written_group(&self, memberships: &Memberships) -> String {
        match memberships.resolve(&self.group) {
            Some(id) => memberships.write(id),
            None => self.group.clone(),
        }
    }

    /// The group whose devices the user sees.
    #[must_use]
    pub fn group_id(&self) -> Option<GroupId> {
        let id = GroupId::from(self.group.as_str());
        (!self.group.is_empty()).then_some(id)
    }
}

fn moment(at: Option<DateTime<Utc>>) -> Value {
    json!(at.map(|at| at.to_rfc3339_opts(SecondsFormat::AutoSi, true)))
}

fn text_or_null(text: &str) -> Value {
    match text.is_empty() {
        true => Value::Null,
        false => json!(text),
    }
}

impl Form for UserForm {
    const FIELDS: &'static [Field] = &[
        Field::Name,
        Field::Email,
        Field::Group,
        Field::DeviceId,
        Field::Privileges,
        Field::AdminDevices,
        Field::Disabled,
        Field::DisabledMessage,
        Field::From,
        Field::Expires,
        Field::Country,
        Field::TimeZone,
        Field::Description,
        Field::Message,
        Field::Tags,
    ];

    fn shown_name(&self) -> &str {
        match self.name.trim().is_empty() {
            true => &self.email,
            false => &self.name,
        }
    }

    fn is_same_one(&self, other: &Self) -> bool {
        self.email.trim().to_lowercase() == other.email.trim().to_lowercase()
    }

    fn tidy(mut self) -> Self {
        for text in [&mut self.name, &mut self.email, &mut self.device_id] {
            *text = text.trim().to_owned();
        }
        let mut seen = BTreeSet::new();
        self.privileges
            .retain(|privilege| !privilege.trim().is_empty() && seen.insert(privilege.clone()));
        // None at all is what the service has for none.
        self.admin_devices = self.admin_devices.filter(|number| *number != 0);
        self
    }

    /// The order of privileges means nothing.
    fn is_same(&self, other: &Self, field: Field) -> bool {
        match field {
            Field::Name => self.name == other.name,
            Field::Email => self.email == other.email,
            Field::Country => self.country == other.country,
            Field::TimeZone => self.time_zone == other.time_zone,
            Field::Description => self.description == other.description,
            Field::Message => self.message == other.message,
            Field::Disabled => self.disabled == other.disabled,
            Field::DisabledMessage => self.disabled_message == other.disabled_message,
            Field::Tags => self.tags == other.tags,
            Field::Privileges => {
                let [mine, theirs]: [BTreeSet<_>; 2] =
                    [self, other].map(|form| form.privileges.iter().collect());
                mine == theirs
            }
            Field::Group => self.group == other.group,
            Field::DeviceId => self.device_id == other.device_id,
            Field::AdminDevices => {
                self.admin_devices.unwrap_or_default() == other.admin_devices.unwrap_or_default()
            }
            Field::From => self.from == other.from,
            Field::Expires => self.expires == other.expires,
            Field::Devices => true,
        }
    }

    fn value(&self, field: Field, memberships: &Memberships) -> Value {
        match field {
            Field::Name => json!(self.name),
            Field::Email => json!(self.email),
            Field::Country => json!(self.country),
            Field::TimeZone => json!(self.time_zone),
            Field::Description => text_or_null(&self.description),
            Field::Message => text_or_null(&self.message),
            Field::Disabled => json!(self.disabled),
            Field::DisabledMessage => text_or_null(&self.disabled_message),
            Field::Tags => json!(self.tags),
            Field::Privileges => json!(self.privileges),
            Field::Group => text_or_null(&self.written_group(memberships)),
            Field::DeviceId => text_or_null(&self.device_id),
            Field::AdminDevices => json!(self.admin_devices.unwrap_or_default()),
            Field::From => moment(self.from),
            Field::Expires => moment(self.expires),
            Field::Devices => Value::Null,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_the_same_by_id_and_by_name() {
        let groups = [plaspy::models::Group {
            name: Some("North".to_owned()),
            ..plaspy::models::Group::new("g1".into())
        }];
        let user = |group: &str| User {
            group: Some(group.to_owned()),
            ..User::new("u1".into())
        };
        let memberships = Memberships::new(&groups, &[user("North")]);
        let [by_id, by_name, unknown] =
            ["g1", "North", "gone"].map(|text| UserForm::of(&user(text), &memberships));
        assert_eq!(by_id, by_name);
        assert_eq!(by_id.value(Field::Group, &memberships), json!("North"));
        assert_eq!(unknown.value(Field::Group, &memberships), json!("gone"));
    }
}
