//! Groups, and devices found by words.

use fleet::view::groups::{GroupDetail, GroupRow, Matches};
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
}
