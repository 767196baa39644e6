//! Many changes at once as the window shows them: what is to be done, the plan that it makes, and the
//! work that carries the plan out.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::changes::{AccessChange, FieldChange, Way};
use super::filter::DeviceFilter;
use super::users::UserSelection;
use crate::change::{Change, Field, GroupForm};
use crate::error::Trouble;
use crate::refresh::budget::LimitSource;

/// What is to be done to many.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum BulkTask {
    /// The same to each of some users.
    Users {
        /// Which.
        selection: UserSelection,
        /// What.
        action: UserAction,
    },
    /// Devices into some groups, or out of them.
    Members {
        /// Ids of the groups.
        groups: Vec<String>,
        /// The devices.
        devices: DeviceSelection,
        /// Into them; else out of them.
        add: bool,
    },
    /// Changes to groups that a person gathered.
    Groups {
        /// Each of them.
        changes: Vec<Change<GroupForm>>,
    },
    /// The end of some groups.
    DeleteGroups {
        /// Their ids.
        ids: Vec<String>,
    },
    /// All that some entries of the journal did together is taken back.
    Undo {
        /// Any of the entries.
        #[ts(type = "number")]
        entry: i64,
    },
}

/// Which devices something is to be done with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum DeviceSelection {
    /// These.
    Ids {
        /// Their ids.
        ids: Vec<String>,
    },
    /// All that pass a filter, but for some.
    Matching {
        /// The filter.
        filter: DeviceFilter,
        /// Ids of those that were taken out.
        except: Vec<String>,
    },
}

/// What is done to each user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum UserAction {
    /// Shuts the user out.
    Disable {
        /// What the user is told; null leaves what is there.
        message: Option<String>,
    },
    /// Lets the user in again.
    Enable,
    /// Gives validity an end, or none.
    Expire {
        /// When; null for never.
        at: Option<DateTime<Utc>>,
    },
    /// Moves the end of validity; what has ended already counts from now.
    Extend {
        /// By so many days.
        days: u32,
    },
    /// Lets the user see by a group, and not by a device of its own.
    Group {
        /// The group's id; null for none.
        group: Option<String>,
    },
    /// Gives and takes privileges.
    Privileges {
        /// Given.
        add: Vec<String>,
        /// Taken.
        remove: Vec<String>,
    },
    /// Sets and takes tags.
    Tags {
        /// Set.
        set: BTreeMap<String, String>,
        /// Taken, by name.
        remove: Vec<String>,
    },
    /// Sets the time zone.
    TimeZone {
        /// Its key.
        time_zone: String,
    },
    /// Sets the message.
    Message {
        /// The message; empty for none.
        message: String,
    },
}

/// What a task would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// Its number; the last plan made is the only one that is kept.
    pub id: u32,
    /// Things that change.
    pub changes: u32,
    /// Things that are so already.
    pub unchanged: u32,
    /// Things that can't be changed so.
    pub unfit: u32,
    /// Whose view changes, those who gain and lose the same together, at most a hundred such lots;
    /// null where the users could not be read.
    pub access: Option<Vec<AccessChange>>,
    /// How many users' views change.
    pub access_total: u32,
    /// How the service will get edits.
    pub way: Way,
    /// What it takes to carry it out.
    pub cost: RequestCost,
}

/// What something takes that sends many requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestCost {
    /// Requests, if each goes well at the first time.
    pub requests: u32,
    /// How long they take at the rate that is allowed now, in seconds.
    pub duration_s: u32,
    /// That rate, a minute.
    pub per_minute: u32,
    /// How that is known.
    pub limit_source: LimitSource,
}

/// Asks for a page of a plan, or of the running work.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ItemsQuery {
    /// Only those of this state; null for all.
    pub state: Option<ItemState>,
    /// How many to pass over.
    pub offset: u32,
    /// How many to answer, at most 500.
    pub limit: u32,
}

/// A page of items.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ItemsPage {
    /// How many there are in all.
    pub matched: u32,
    /// The items.
    pub items: Vec<ItemRow>,
}

/// One thing in a plan or in the work.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ItemRow {
    /// Its place in the plan.
    pub place: u32,
    /// Its row in the file that it came from; the titles are row 1.
    pub row: Option<u32>,
    /// Its id; null for what is to be created.
    pub id: Option<String>,
    /// The name by which people know it.
    pub name: String,
    /// What happens to it.
    pub kind: ItemKind,
    /// The fields that change.
    pub fields: Vec<FieldChange>,
    /// How it stands.
    pub state: ItemState,
    /// Why it can't be changed so.
    pub problem: Option<ItemProblem>,
    /// It is no more, or there was none of that id from the start.
    pub is_gone: bool,
    /// Why it failed.
    pub trouble: Option<Trouble>,
}

/// Why a thing can't be changed so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ItemProblem {
    /// Which rule it breaks.
    pub rule: Rule,
    /// The field at fault, where it is one that can be changed.
    pub field: Option<Field>,
    /// The title of the column at fault, for a row of a file.
    pub column: Option<String>,
    /// What the cell says, for a row of a file.
    pub value: Option<String>,
}

/// A rule that a change can break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Rule {
    /// The service wants something there.
    Missing,
    /// What is there must be unique, and isn't.
    Taken,
    /// What is there is none of what it can be.
    Invalid,
    /// What the service has there could not be read, and would be lost.
    Unreadable,
    /// The account has nothing of that name or id, or several.
    Unknown,
    /// The cell does not say what it should: a day, a number, yes or no.
    NotUnderstood,
    /// An earlier row is about the same.
    Twice,
}

/// What happens to a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ItemKind {
    /// It is made.
    Create,
    /// Some fields get other values.
    Edit,
    /// It ends.
    Delete,
}

/// How a thing in a plan or in the work stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ItemState {
    /// It is so already.
    Unchanged,
    /// It can't be changed so.
    Unfit,
    /// Not begun.
    Waiting,
    /// Sent, and not known yet.
    Sent,
    /// The service has it.
    Done,
    /// The service does not have it.
    Failed,
    /// Someone else changed it meanwhile; it was not sent.
    Conflicted,
    /// It was given up before it was sent.
    Cancelled,
}

/// The work that carries a plan out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JobView {
    /// Its number.
    pub id: u32,
    /// How it stands.
    pub state: JobState,
    /// All that it is to change.
    pub total: u32,
    /// Sent, and not known yet.
    pub sent: u32,
    /// The service has them.
    pub done: u32,
    /// The service does not have them.
    pub failed: u32,
    /// Someone else changed them meanwhile.
    pub conflicted: u32,
    /// They were given up.
    pub cancelled: u32,
    /// Users that were made with passwords which wait to be saved.
    pub passwords: u32,
    /// What it still takes at the pace that the service allows now, in seconds.
    pub remaining_s: u32,
    /// Why the work rests by itself.
    pub trouble: Option<Trouble>,
}

/// How the work stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum JobState {
    /// It goes on.
    Running,
    /// A person, or trouble with the service, holds it.
    Paused,
    /// It is over.
    Over,
}
