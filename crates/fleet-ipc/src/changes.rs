//! Groups, changes to them, and the journal of changes.

use fleet::change::GroupChange;
use fleet::change::journal::JournalEntry;
use fleet::view::groups::{GroupDetail, GroupOutcome, GroupPreview, GroupRow, Matches};
use plaspy::GroupId;
use serde::Deserialize;
use ts_rs::TS;

use crate::backend::Backend;
use crate::commands::Nothing;
use crate::error::ErrorBody;

/// Names one group.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupArgs {
    /// The service's id.
    pub id: String,
}

/// Words to find devices by, as they were pasted.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatchArgs {
    /// Names, ids or numbers.
    pub words: Vec<String>,
}

/// A change to a group that is to be carried out.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupChangeArgs {
    /// The change.
    pub change: GroupChange,
    /// The entry of the journal that it takes back.
    #[ts(type = "number | null")]
    pub undoes: Option<i64>,
}

/// Which entries of the journal.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalQuery {
    /// Words that they hold.
    pub text: String,
    /// The most that are wanted.
    pub limit: u32,
}

/// Names one entry of the journal.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryArgs {
    /// Its number.
    #[ts(type = "number")]
    pub id: i64,
}

impl Backend {
    pub(crate) async fn groups_table(&self, _: Nothing) -> Result<Vec<GroupRow>, ErrorBody> {
        Ok(self.app.active()?.groups_table())
    }

    pub(crate) async fn group(&self, args: GroupArgs) -> Result<GroupDetail, ErrorBody> {
        Ok(self.app.active()?.group(&GroupId::from(args.id))?)
    }

    pub(crate) async fn match_devices(&self, args: MatchArgs) -> Result<Matches, ErrorBody> {
        Ok(self.app.active()?.fleet().match_devices(&args.words))
    }

    pub(crate) async fn preview_group_change(
        &self,
        args: GroupChange,
    ) -> Result<GroupPreview, ErrorBody> {
        Ok(self.app.active()?.preview_group_change(args).await?)
    }

    pub(crate) async fn change_group(
        &self,
        args: GroupChangeArgs,
    ) -> Result<GroupOutcome, ErrorBody> {
        let active = self.app.active()?;
        Ok(active.change_group(args.change, args.undoes).await?)
    }

    pub(crate) async fn journal(&self, args: JournalQuery) -> Result<Vec<JournalEntry>, ErrorBody> {
        let active = self.app.active()?;
        Ok(active.journal(&args.text, args.limit).await?)
    }

    pub(crate) async fn inverse_of_entry(&self, args: EntryArgs) -> Result<GroupChange, ErrorBody> {
        Ok(self.app.active()?.inverse_of_entry(args.id).await?)
    }
}
