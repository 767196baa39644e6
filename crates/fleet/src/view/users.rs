//! Users as the window shows them: a page of the table, one user, and which of them a filter means.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::groups::DeviceRef;
use crate::change::UserForm;

/// Asks for a page of the users' table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct UsersQuery {
    /// Which users.
    pub filter: UserFilter,
    /// In which order.
    pub sort: UserSort,
    /// How many rows to pass over.
    pub offset: u32,
    /// How many rows to answer, at most 500.
    pub limit: u32,
}

/// Which users. All that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct UserFilter {
    /// Words looked for in every text of a user, its group's and device's name included; case and
    /// accents don't count, and every word must be found.
    pub text: String,
    /// What must hold besides.
    pub terms: Vec<UserTerm>,
}

/// A condition, or its opposite.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UserTerm {
    /// The opposite.
    pub not: bool,
    /// The condition.
    pub is: UserCondition,
}

/// What can be asked of a user. Words are found within the value; none at all mean any value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum UserCondition {
    /// A text of the user has these words.
    Text {
        /// Which text.
        of: UserText,
        /// The words.
        words: String,
    },
    /// The user has a tag of this name, whose value has these words.
    Tag {
        /// The tag's name; empty for any.
        name: String,
        /// The words.
        words: String,
    },
    /// A moment of the user lies so.
    Moment {
        /// Which moment.
        of: UserMoment,
        /// Where it lies.
        lies: Lies,
    },
    /// The user stands so.
    State {
        /// How.
        state: UserState,
    },
}

/// A text of a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum UserText {
    /// Any of them.
    Any,
    /// The person's name.
    Name,
    /// The user name.
    Email,
    /// Name of the group.
    Group,
    /// Name or id of the one device.
    Device,
    /// Any of the privileges.
    Privilege,
    /// The country.
    Country,
    /// The time zone.
    TimeZone,
    /// The description.
    Description,
    /// The message, or what is told to a disabled user.
    Message,
}

/// A moment of a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum UserMoment {
    /// From when the account is valid.
    From,
    /// Until when the account is valid.
    Expires,
    /// When the user was made.
    Creation,
    /// When the user was last changed.
    Modification,
    /// When the user last signed in.
    LastLogin,
}

/// Where a moment lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Lies {
    /// There is none.
    Never,
    /// Nearer than so many days: to come for an end of validity, gone by for all others. What has
    /// ended already lies nearer than anything.
    Within {
        /// Days.
        days: u32,
    },
    /// Farther than so many days.
    Beyond {
        /// Days.
        days: u32,
    },
    /// Before a moment.
    Before {
        /// The moment.
        at: DateTime<Utc>,
    },
    /// At a moment or after it.
    After {
        /// The moment.
        at: DateTime<Utc>,
    },
}

/// How a user stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum UserState {
    /// Neither disabled nor out of validity.
    Active,
    /// Shut out by hand.
    Disabled,
    /// Valid no more.
    Expired,
    /// Not valid yet.
    NotYet,
    /// Limited to what shows no device.
    SeesNothing,
    /// Not limited to devices, as far as the API shows.
    SeesAll,
    /// Has a privilege that speaks of commands.
    Commands,
    /// Some fields could not be read.
    Incomplete,
}

/// What rows are ordered by. Users without the value come last, whichever the direction.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum UserSortKey {
    /// The name by which people know the user.
    #[default]
    Name,
    /// The user name.
    Email,
    /// Disabled and expired ones last.
    State,
    /// Name of the group.
    Group,
    /// Name of the one device.
    Device,
    /// How many devices the user sees.
    Sees,
    /// How many privileges.
    Privileges,
    /// The country.
    Country,
    /// The time zone.
    TimeZone,
    /// The description.
    Description,
    /// The message.
    Message,
    /// How many devices an administrator may have.
    AdminDevices,
    /// From when the account is valid.
    From,
    /// Until when the account is valid.
    Expires,
    /// When the user was made.
    Creation,
    /// When the user was last changed.
    Modification,
    /// When the user last signed in.
    LastLogin,
}

/// An order of rows. Ties are broken by name, then by id.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct UserSort {
    /// What to order by.
    pub key: UserSortKey,
    /// From high to low.
    pub descending: bool,
}

/// A page of the users' table.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsersPage {
    /// Grows whenever users or groups are read anew.
    pub revision: u64,
    /// When the users were read, by the service's clock.
    pub read_at: DateTime<Utc>,
    /// Users that came without an id and can't be shown.
    pub lost: u32,
    /// All users of the account.
    pub total: u32,
    /// Users that pass the filter.
    pub matched: u32,
    /// Position of the first row among the matched ones.
    pub offset: u32,
    /// The rows.
    pub rows: Vec<UserRow>,
}

/// A user as a row of the table.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UserRow {
    /// The service's id.
    pub id: String,
    /// The name by which people know the user: the person's, or else the user name, or else the id.
    pub name: String,
    /// What a person can set of it.
    pub form: UserForm,
    /// Whether the user can sign in now, and why not.
    pub standing: Standing,
    /// What the user sees, and why.
    pub sight: Sight,
    /// When the user was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When the user was last changed.
    pub modified_at: Option<DateTime<Utc>>,
    /// When the user last signed in.
    pub last_login_at: Option<DateTime<Utc>>,
    /// Has a privilege that speaks of commands.
    pub commands: bool,
    /// Fields that the service sent and that could not be read, by their names on the wire.
    pub unreadable: Vec<String>,
}

/// Whether a user can sign in now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// Nothing known stands against it.
    Active,
    /// Not valid yet.
    NotYet,
    /// Valid no more.
    Expired,
    /// Shut out by hand.
    Disabled,
}

/// What a user sees and why, as far as the API shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sight {
    /// The group whose devices the user sees, by name; null for none.
    pub group: Option<String>,
    /// The account has such a group.
    pub is_group_known: bool,
    /// The one device that the user sees; null for none.
    pub device: Option<DeviceRef>,
    /// How many devices that makes; null for a user whom neither limits.
    pub devices: Option<u32>,
}

/// One user, whole.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UserDetail {
    /// As in the table.
    pub row: UserRow,
    /// The devices that the user sees, in the order of their names; null for a user who is not
    /// limited.
    pub sees: Option<Vec<DeviceRef>>,
}

/// What a user's fields can hold, and what those of the account hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UserChoices {
    /// Countries by their codes; empty where the service does not tell.
    pub countries: BTreeMap<String, String>,
    /// Descriptions of the time zones by their keys; empty where the service does not tell.
    pub time_zones: BTreeMap<String, String>,
    /// Privileges that users of the account have, the most frequent first.
    pub privileges: Vec<String>,
    /// Names of tags that users of the account have.
    pub tags: Vec<String>,
}

/// Which users something is to be done to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum UserSelection {
    /// These.
    Ids {
        /// Their ids.
        ids: Vec<String>,
    },
    /// All that pass a filter, but for some.
    Matching {
        /// The filter.
        filter: UserFilter,
        /// Ids of those that were taken out.
        except: Vec<String>,
    },
}

/// A filter, an order and columns under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedView {
    /// Its name, unique among the views.
    pub name: String,
    /// What was typed as chips, word for word.
    pub chips: Vec<String>,
    /// What was typed beside them.
    pub text: String,
    /// The order.
    pub sort: UserSort,
    /// The columns that are shown, by the window's names for them.
    pub columns: Vec<String>,
}
