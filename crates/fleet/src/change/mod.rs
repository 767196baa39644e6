//! Changes of the account's groups and users as values: what was, what is to be, what of it someone
//! else changed meanwhile, and the change that takes it back.

pub mod access;
pub mod bulk;
mod group;
pub mod journal;
mod patch;
mod rules;
mod user;

use plaspy::models::Memberships;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

pub use group::GroupForm;
pub use patch::{Guard, patch};
pub use rules::UserRules;
pub use user::UserForm;

/// A field of a group or a user that a person can set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// The name of a group or of a person.
    Name,
    /// A free description.
    Description,
    /// The devices in a group.
    Devices,
    /// The user name, an e-mail address mostly.
    Email,
    /// A user's country, by its code.
    Country,
    /// A user's time zone, by its key.
    TimeZone,
    /// A message shown to the user.
    Message,
    /// Whether the user is shut out.
    Disabled,
    /// What a disabled user is told.
    DisabledMessage,
    /// Free tags of a user.
    Tags,
    /// What a user may do.
    Privileges,
    /// The group whose devices a user sees.
    Group,
    /// The one device that a user sees.
    DeviceId,
    /// How many devices an administrator of an own account may have.
    AdminDevices,
    /// From when a user's account is valid.
    From,
    /// Until when a user's account is valid.
    Expires,
}

impl Field {
    /// Its name, on the wire and in the contract.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Description => "description",
            Self::Devices => "devices",
            Self::Email => "email",
            Self::Country => "country",
            Self::TimeZone => "timeZone",
            Self::Message => "message",
            Self::Disabled => "disabled",
            Self::DisabledMessage => "disabledMessage",
            Self::Tags => "tags",
            Self::Privileges => "privileges",
            Self::Group => "group",
            Self::DeviceId => "deviceId",
            Self::AdminDevices => "adminDevices",
            Self::From => "from",
            Self::Expires => "expires",
        }
    }
}

/// What a person can set of a group or of a user.
pub trait Form: Clone + Default + PartialEq + Serialize + DeserializeOwned {
    /// The fields that it has.
    const FIELDS: &'static [Field];

    /// The name that people know the thing by.
    fn shown_name(&self) -> &str;

    /// Whether it is the same thing as another, by what the service lets only one have; whatever else
    /// of it may differ.
    fn is_same_one(&self, other: &Self) -> bool;

    /// The same in one spelling: nothing twice, no blanks around names.
    #[must_use]
    fn tidy(self) -> Self;

    /// Whether two have the same in a field.
    fn is_same(&self, other: &Self, field: Field) -> bool;

    /// A field as it is sent.
    fn value(&self, field: Field, memberships: &Memberships) -> Value;

    /// Ids of the devices that it holds, where it holds any.
    fn devices(&self) -> &[String] {
        &[]
    }

    /// The fields in which two differ.
    #[must_use]
    fn differences(&self, other: &Self) -> Vec<Field> {
        let fields = Self::FIELDS.iter().copied();
        fields
            .filter(|field| !self.is_same(other, *field))
            .collect()
    }
}

/// A change to one group or user. `before` is what the person saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Change<F> {
    /// A new one.
    Create {
        /// What it is to be.
        after: F,
    },
    /// Other values for some fields.
    Edit {
        /// The service's id.
        id: String,
        /// What it was.
        before: F,
        /// What it is to be.
        after: F,
    },
    /// The end of one.
    Delete {
        /// The service's id.
        id: String,
        /// What it was.
        before: F,
    },
}

/// A change to a group or to a user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[expect(
    clippy::large_enum_variant,
    reason = "users, the larger ones, are what there are many of"
)]
#[serde(tag = "subject", content = "change", rename_all = "camelCase")]
pub enum AnyChange {
    /// To a group.
    Group(Change<GroupForm>),
    /// To a user.
    User(Change<UserForm>),
}

/// What a person can set of a group or of a user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[expect(
    clippy::large_enum_variant,
    reason = "users, the larger ones, are what there are many of"
)]
#[serde(tag = "subject", content = "form", rename_all = "camelCase")]
pub enum AnyForm {
    /// Of a group.
    Group(GroupForm),
    /// Of a user.
    User(UserForm),
}

/// Why a change can't be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// The service wants something there.
    #[error("{0:?} is missing")]
    Missing(Field),
    /// What is there must be unique, and isn't.
    #[error("{0:?} is taken")]
    Taken(Field),
    /// What is there is none of what it can be.
    #[error("{0:?} is none of what it can be")]
    Invalid(Field),
    /// What the service has in a field could not be read, and would be lost.
    #[error("what the service has in {0:?} can't be read, and would be lost")]
    Unreadable(Field),
    /// What is to be is what was.
    #[error("nothing changes")]
    Nothing,
}

impl<F: Form> Change<F> {
    /// The same with what is to be in one spelling.
    #[must_use]
    pub fn tidy(self) -> Self {
        match self {
            Self::Create { after } => Self::Create {
                after: after.tidy(),
            },
            Self::Edit { id, before, after } => Self::Edit {
                id,
                // What differs in its spelling only is not to be changed.
                after: after.tidy(),
                before: before.tidy(),
            },
            delete @ Self::Delete { .. } => delete,
        }
    }

    /// The id of what it is about; `None` for what is to be created.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Create { .. } => None,
            Self::Edit { id, .. } | Self::Delete { id, .. } => Some(id),
        }
    }

    /// What was; `None` for what is to be created.
    #[must_use]
    pub fn before(&self) -> Option<&F> {
        match self {
            Self::Create { .. } => None,
            Self::Edit { before, .. } | Self::Delete { before, .. } => Some(before),
        }
    }

    /// What is to be; `None` for what is to be deleted.
    #[must_use]
    pub fn after(&self) -> Option<&F> {
        match self {
            Self::Create { after } | Self::Edit { after, .. } => Some(after),
            Self::Delete { .. } => None,
        }
    }

    /// The name that people know its subject by: as it was, or else as it is to be.
    #[must_use]
    pub fn shown_name(&self) -> &str {
        let form = self.before().or(self.after());
        form.map(F::shown_name).unwrap_or_default()
    }

    /// The fields that change; all that say something for what comes or goes.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        let nothing = F::default();
        let before = self.before().unwrap_or(&nothing);
        before.differences(self.after().unwrap_or(&nothing))
    }

    /// The fields that stand in its way, given the thing as it is now: someone else gave them
    /// another value than the person saw, and than this change would give them.
    #[must_use]
    pub fn conflicts(&self, now: &F) -> Vec<Field> {
        match self {
            Self::Create { .. } => Vec::new(),
            Self::Delete { before, .. } => before.differences(now),
            Self::Edit { before, after, .. } => {
                let stands = |field: &Field| {
                    !before.is_same(after, *field)
                        && !before.is_same(now, *field)
                        && !after.is_same(now, *field)
                };
                F::FIELDS.iter().copied().filter(stands).collect()
            }
        }
    }

    /// Whether the thing, read again, is as this change wants it.
    #[must_use]
    pub fn has_arrived(&self, now: &F) -> bool {
        match self {
            // The service may have put into another form what it was given.
            Self::Create { after } => after.is_same_one(now),
            Self::Delete { .. } => false,
            Self::Edit { before, after, .. } => {
                let mut changed = F::FIELDS
                    .iter()
                    .filter(|field| !before.is_same(after, **field));
                changed.all(|field| after.is_same(now, *field))
            }
        }
    }

    /// The change that takes this one back, once it is done. `id` is that of what it made or changed.
    #[must_use]
    pub fn inverse(&self, id: &str) -> Self {
        match self {
            Self::Create { after } => Self::Delete {
                id: id.to_owned(),
                before: after.clone(),
            },
            Self::Edit { before, after, .. } => Self::Edit {
                id: id.to_owned(),
                before: after.clone(),
                after: before.clone(),
            },
            Self::Delete { before, .. } => Self::Create {
                after: before.clone(),
            },
        }
    }
}

impl AnyChange {
    /// The same with what is to be in one spelling.
    #[must_use]
    pub fn tidy(self) -> Self {
        match self {
            Self::Group(change) => Self::Group(change.tidy()),
            Self::User(change) => Self::User(change.tidy()),
        }
    }

    /// The id of what it is about; `None` for what is to be created.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Group(change) => change.id(),
            Self::User(change) => change.id(),
        }
    }

    /// The name that people know its subject by.
    #[must_use]
    pub fn shown_name(&self) -> &str {
        match self {
            Self::Group(change) => change.shown_name(),
            Self::User(change) => change.shown_name(),
        }
    }

    /// The change that takes this one back, once it is done; `None` where nothing does: a user that
    /// is made again has another id and no password.
    #[must_use]
    pub fn inverse(&self, id: &str) -> Option<Self> {
        match self {
            Self::Group(change) => Some(Self::Group(change.inverse(id))),
            Self::User(Change::Delete { .. }) => None,
            Self::User(change) => Some(Self::User(change.inverse(id))),
        }
    }
}
