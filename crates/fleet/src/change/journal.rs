//! A change as the journal keeps it, and what its states mean.

use chrono::{DateTime, Utc};
use fleet_store::{JournalRecord, NewEntry};
use serde::Serialize;
use ts_rs::TS;

use super::{GroupChange, GroupForm};
use crate::words::{fold, search_words};

/// The journal's word for groups.
const GROUP: &str = "group";

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
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
}

/// A change in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalEntry {
    /// Its number.
    #[ts(type = "number")]
    pub id: i64,
    /// When it was entered, by the service's clock.
    pub at: DateTime<Utc>,
    /// What it does.
    pub kind: EntryKind,
    /// The group's name.
    pub name: String,
    /// What was.
    pub before: Option<GroupForm>,
    /// What is to be.
    pub after: Option<GroupForm>,
    /// What became of it.
    pub state: EntryState,
    /// The service's words, where something went wrong.
    pub words: Option<String>,
    /// Whether it can be taken back.
    pub can_be_undone: bool,
}

impl EntryState {
    const ALL: [Self; 6] = [
        Self::Pending,
        Self::Sent,
        Self::Done,
        Self::Failed,
        Self::Conflicted,
        Self::Undone,
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
    change: &GroupChange,
    at: DateTime<Utc>,
    undoes: Option<i64>,
) -> Result<NewEntry, serde_json::Error> {
    let json = |form: Option<&GroupForm>| form.map(serde_json::to_string).transpose();
    let named = change.before().or(change.after());
    Ok(NewEntry {
        at_ms: at.timestamp_millis(),
        subject: GROUP,
        subject_id: change.id().map(|id| id.to_string()),
        name: named.map(|form| form.name.clone()).unwrap_or_default(),
        before_json: json(change.before())?,
        after_json: json(change.after())?,
        state: EntryState::Pending.word(),
        undoes,
    })
}

/// The change that an entry holds; `None` if it is of a kind or form that this version doesn't know.
#[must_use]
pub fn change_of(record: &JournalRecord) -> Option<GroupChange> {
    if record.subject != GROUP {
        return None;
    }
    let [before, after] = [&record.before_json, &record.after_json]
        .map(|json| json.as_deref().map(serde_json::from_str).transpose());
    match (before.ok()?, after.ok()?, record.subject_id.clone()) {
        (None, Some(after), _) => Some(GroupChange::Create { after }),
        (Some(before), Some(after), Some(id)) => Some(GroupChange::Edit { id, before, after }),
        (Some(before), None, Some(id)) => Some(GroupChange::Delete { id, before }),
        _ => None,
    }
}

/// The change that takes an entry back; `None` if it is not done or can't be taken back.
#[must_use]
pub fn inverse_of(record: &JournalRecord) -> Option<GroupChange> {
    if record.state != EntryState::Done.word() {
        return None;
    }
    let change = change_of(record)?;
    Some(change.inverse(record.subject_id.as_deref()?))
}

/// An entry as it is shown; `None` for what this version can't read.
#[must_use]
pub fn shown(record: &JournalRecord) -> Option<JournalEntry> {
    let change = change_of(record)?;
    Some(JournalEntry {
        id: record.id,
        at: DateTime::from_timestamp_millis(record.at_ms)?,
        kind: match change {
            GroupChange::Create { .. } => EntryKind::Create,
            GroupChange::Edit { .. } => EntryKind::Edit,
            GroupChange::Delete { .. } => EntryKind::Delete,
        },
        name: record.name.clone(),
        before: change.before().cloned(),
        after: change.after().cloned(),
        state: EntryState::of(&record.state)?,
        words: record.words.clone(),
        can_be_undone: inverse_of(record).is_some(),
    })
}

/// Whether an entry has every word of a search text in its names, descriptions or the service's
/// words.
#[must_use]
pub fn matches(entry: &JournalEntry, text: &str) -> bool {
    let forms = [&entry.before, &entry.after].into_iter().flatten();
    let of_forms = forms.flat_map(|form| [&form.name, &form.description]);
    let texts: Vec<_> = of_forms
        .chain(&entry.words)
        .map(|text| fold(text))
        .collect();
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
        let change = GroupChange::Create { after: form };
        let at = DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time");
        let entry = new_entry(&change, at, None).expect("JSON");
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
            undoes: None,
        }
    }

    #[test]
    fn only_what_is_done_and_has_an_id_can_be_taken_back() {
        let can = |state, id| shown(&record(state, id)).expect("readable").can_be_undone;
        assert!(can(EntryState::Done, Some("g1")));
        assert!(!can(EntryState::Done, None));
        for state in [EntryState::Failed, EntryState::Sent, EntryState::Undone] {
            assert!(!can(state, Some("g1")));
        }
    }

    #[test]
    fn an_entry_is_found_by_names_and_by_the_services_words() {
        let entry = shown(&record(EntryState::Failed, None)).expect("readable");
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
        assert_eq!(shown(&later), None);
    }
}
