//! A change or a command as the journal keeps it, and what its states mean.

use chrono::{DateTime, Utc};
use fleet_store::{BatchStates, JournalRecord, NewEntry};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AnyChange, Change, Form, GroupForm, UserForm};
use crate::command::{CommandForm, LaterFix};
use crate::error::Trouble;
use crate::words::{fold, search_words};

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Subject {
    /// A group.
    Group,
    /// A user.
    User,
    /// A command to a device.
    Command,
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum EntryState {
    /// Entered, and not sent.
    Pending,
    /// Sent, and not answered.
    Sent,
    /// The service has it.
    Done,
    /// The service does not have it.
    Failed,
    /// Someone else's edit stood in its way; it was not sent.
    Conflicted,
    /// It was done, and taken back by a later one.
    Undone,
    /// It was sent, and nobody knows whether it arrived.
    Unknown,
}

/// What a change does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum EntryKind {
    /// Makes something.
    Create,
    /// Gives some fields other values.
    Edit,
    /// Ends something.
    Delete,
    /// Sends a command.
    Send,
}

/// A change or a command in the journal, or the first of several that were made together.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalEntry {
    /// Its number.
    #[ts(type = "number")]
    pub id: i64,
    /// When it was entered, by the service's clock.
    pub at: DateTime<Utc>,
    /// What it is about.
    pub subject: Subject,
    /// The service's id of that, once there is one.
    pub subject_id: Option<String>,
    /// What it does.
    pub kind: EntryKind,
    /// The name of what it is about.
    pub name: String,
    /// What became of it.
    pub state: EntryState,
    /// What the service answered, in its own words.
    pub words: Option<String>,
    /// Why it failed, or why nobody knows whether it arrived.
    pub trouble: Option<Trouble>,
    /// Whether it can be taken back.
    pub can_be_undone: bool,
    /// It was done, and nothing takes it back.
    pub is_final: bool,
    /// The user was made, and nobody knows whether with the password.
    pub password_open: bool,
    /// The command that was sent.
    pub command: Option<CommandForm>,
    /// The fixes that came after a command.
    pub later_fixes: Vec<LaterFix>,
    /// How many were made together with it, by their states; null for one that was made alone.
    pub batch: Option<Vec<BatchCount>>,
}

/// How many entries that were made together have a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchCount {
    /// The state.
    pub state: EntryState,
    /// How many.
    pub count: u32,
}

impl Subject {
    const ALL: [Self; 3] = [Self::Group, Self::User, Self::Command];

    const fn word(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::User => "user",
            Self::Command => "command",
        }
    }
}

impl EntryState {
    const ALL: [Self; 7] = [
        Self::Pending,
        Self::Sent,
        Self::Done,
        Self::Failed,
        Self::Conflicted,
        Self::Undone,
        Self::Unknown,
    ];

    /// The word in the store.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Sent => "sent",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Conflicted => "conflicted",
            Self::Undone => "undone",
            Self::Unknown => "unknown",
        }
    }

    /// The state of that word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// The entry for a change that is about to be sent.
///
/// # Errors
/// When it can't be written as JSON.
pub fn new_entry(
    change: &AnyChange,
    at: DateTime<Utc>,
    undoes: Option<i64>,
    has_password: bool,
) -> Result<NewEntry, serde_json::Error> {
    let (subject, (before_json, after_json)) = match change {
        AnyChange::Group(change) => (Subject::Group, forms_json(change)?),
        AnyChange::User(change) => (Subject::User, forms_json(change)?),
    };
    Ok(NewEntry {
        at_ms: at.timestamp_millis(),
        subject: subject.word(),
        subject_id: change.id().map(str::to_owned),
        name: change.shown_name().to_owned(),
        before_json,
        after_json,
        state: EntryState::Pending.word(),
        undoes,
        password_open: has_password,
    })
}

/// The entry for a command that is about to be sent to a device.
///
/// # Errors
/// When it can't be written as JSON.
pub fn new_command_entry(
    device: &str,
    name: &str,
    form: &CommandForm,
    at: DateTime<Utc>,
) -> Result<NewEntry, serde_json::Error> {
    Ok(NewEntry {
        at_ms: at.timestamp_millis(),
        subject: Subject::Command.word(),
        subject_id: Some(device.to_owned()),
        name: name.to_owned(),
        before_json: None,
        after_json: Some(serde_json::to_string(form)?),
        state: EntryState::Pending.word(),
        undoes: None,
        password_open: false,
    })
}

/// The command that an entry holds; `None` for a change.
#[must_use]
pub fn command_of(record: &JournalRecord) -> Option<CommandForm> {
    match subject_of(record)? {
        Subject::Command => serde_json::from_str(record.after_json.as_deref()?).ok(),
        Subject::Group | Subject::User => None,
    }
}

type Json = Option<String>;

fn forms_json<F: Form>(change: &Change<F>) -> Result<(Json, Json), serde_json::Error> {
    let json = |form: Option<&F>| form.map(serde_json::to_string).transpose();
    Ok((json(change.before())?, json(change.after())?))
}

/// The change that an entry holds; `None` for a command, and if it is of a kind or form that this
/// version doesn't know.
#[must_use]
pub fn change_of(record: &JournalRecord) -> Option<AnyChange> {
    match subject_of(record)? {
        Subject::Group => typed::<GroupForm>(record).map(AnyChange::Group),
        Subject::User => typed::<UserForm>(record).map(AnyChange::User),
        Subject::Command => None,
    }
}

fn subject_of(record: &JournalRecord) -> Option<Subject> {
    let mut subjects = Subject::ALL.into_iter();
    subjects.find(|subject| subject.word() == record.subject)
}

fn typed<F: Form>(record: &JournalRecord) -> Option<Change<F>> {
    let [before, after] = [&record.before_json, &record.after_json]
        .map(|json| json.as_deref().map(serde_json::from_str).transpose());
    match (before.ok()?, after.ok()?, record.subject_id.clone()) {
        (None, Some(after), _) => Some(Change::Create { after }),
        (Some(before), Some(after), Some(id)) => Some(Change::Edit { id, before, after }),
        (Some(before), None, Some(id)) => Some(Change::Delete { id, before }),
        _ => None,
    }
}

/// The change that takes an entry back; `None` if it is not done or can't be taken back.
#[must_use]
pub fn inverse_of(record: &JournalRecord) -> Option<AnyChange> {
    if record.state != EntryState::Done.word() {
        return None;
    }
    change_of(record)?.inverse(record.subject_id.as_deref()?)
}

/// An entry as it is shown; `None` for what this version can't read.
#[must_use]
pub fn shown(record: &JournalRecord, batch: Option<BatchStates>) -> Option<JournalEntry> {
    let subject = subject_of(record)?;
    let kind = match (&record.before_json, &record.after_json) {
        _ if subject == Subject::Command => EntryKind::Send,
        (None, _) => EntryKind::Create,
        (Some(_), Some(_)) => EntryKind::Edit,
        (Some(_), None) => EntryKind::Delete,
    };
    let state = EntryState::of(&record.state)?;
    let can_be_undone = inverse_of(record).is_some();
    let batch = batch.map(|states| {
        let counts = states.into_iter().filter_map(|(word, count)| {
            let state = EntryState::of(&word)?;
            Some(BatchCount { state, count })
        });
        counts.collect()
    });
    let words = record.words.as_deref();
    let trouble = record.trouble.as_deref();
    let trouble = trouble.and_then(|kind| Trouble::written(kind, words));
    Some(JournalEntry {
        id: record.id,
        at: DateTime::from_timestamp_millis(record.at_ms)?,
        subject,
        subject_id: record.subject_id.clone(),
        kind,
        name: record.name.clone(),
        state,
        words: words.filter(|_| trouble.is_none()).map(str::to_owned),
        trouble,
        can_be_undone,
        is_final: state == EntryState::Done && !can_be_undone && kind != EntryKind::Send,
        password_open: record.password_open && state == EntryState::Done,
        command: command_of(record),
        later_fixes: later_fixes(record),
        batch,
    })
}

fn later_fixes(record: &JournalRecord) -> Vec<LaterFix> {
    let json = record.aftermath_json.as_deref().unwrap_or("[]");
    serde_json::from_str(json).unwrap_or_default()
}

/// Whether an entry has every word of a search text in its names, descriptions or the service's
/// words.
#[must_use]
pub fn matches(record: &JournalRecord, text: &str) -> bool {
    let mut texts = vec![fold(&record.name)];
    texts.extend(record.words.as_deref().map(fold));
    texts.extend(command_of(record).map(|form| fold(&form.text)));
    let mut add = |text: &str| texts.push(fold(text));
    match change_of(record) {
        Some(AnyChange::Group(change)) => {
            for form in [change.before(), change.after()].into_iter().flatten() {
                add(&form.name);
                add(&form.description);
            }
        }
        Some(AnyChange::User(change)) => {
            for form in [change.before(), change.after()].into_iter().flatten() {
                add(&form.name);
                add(&form.email);
                add(&form.description);
            }
        }
        None => {}
    }
    let texts = texts.join("\n");
    search_words(text).iter().all(|word| texts.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(state: EntryState, subject_id: Option<&str>) -> JournalRecord {
        let form = GroupForm {
            name: "Camiones del Ávila".to_owned(),
            ..GroupForm::default()
        };
        let change = AnyChange::Group(Change::Create { after: form });
        let at = DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time");
        let entry = new_entry(&change, at, None, false).expect("JSON");
        JournalRecord {
            id: 1,
            at_ms: entry.at_ms,
            subject: entry.subject.to_owned(),
            subject_id: subject_id.map(str::to_owned),
            name: entry.name,
            before_json: entry.before_json,
            after_json: entry.after_json,
            state: state.word().to_owned(),
            words: Some("Maintenance".to_owned()),
            trouble: None,
            undoes: None,
            batch: None,
            password_open: false,
            aftermath_json: None,
        }
    }

    #[test]
    fn only_what_is_done_and_has_an_id_can_be_taken_back() {
        let can = |state, id| {
            shown(&record(state, id), None)
                .expect("readable")
                .can_be_undone
        };
        assert!(can(EntryState::Done, Some("g1")));
        assert!(!can(EntryState::Done, None));
        for state in [EntryState::Failed, EntryState::Sent, EntryState::Undone] {
            assert!(!can(state, Some("g1")));
        }
    }

    #[test]
    fn an_entry_is_found_by_names_and_by_the_services_words() {
        let entry = record(EntryState::Failed, None);
        for text in ["", "avila camiones", "mainten"] {
            assert!(matches(&entry, text), "{text}");
        }
        assert!(!matches(&entry, "camiones norte"));
    }

    #[test]
    fn what_a_later_version_wrote_is_passed_over() {
        let later = JournalRecord {
            subject: "convoy".to_owned(),
            ..record(EntryState::Done, Some("g1"))
        };
        assert_eq!(shown(&later, None), None);
    }

    #[test]
    fn a_deleted_user_does_not_come_back() {
        let change = Change::Delete {
            id: "u1".to_owned(),
            before: UserForm::default(),
        };
        let at = DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time");
        let entry = new_entry(&AnyChange::User(change), at, None, false).expect("JSON");
        let deleted = JournalRecord {
            subject: entry.subject.to_owned(),
            before_json: entry.before_json,
            after_json: entry.after_json,
            ..record(EntryState::Done, Some("u1"))
        };
        let shown = shown(&deleted, None).expect("readable");
        assert!(shown.is_final && !shown.can_be_undone);
    }
}
