//! Commands to trackers: checked, sent once, and kept at hand.

use fleet::change::journal::JournalEntry;
use fleet::command::{CommandForm, FavouriteCommand};
use fleet::session::check_command;
use fleet::view::bulk::DeviceSelection;
use fleet::view::commands::{CommandCheck, CommandOrder, CommandRun, CommandSecondWord, Preflight};
use serde::Deserialize;
use ts_rs::TS;

use crate::backend::Backend;
use crate::changes::EntryArgs;
use crate::commands::Nothing;
use crate::error::ErrorBody;

/// Commands that the account keeps at hand.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FavouriteCommandsArgs {
    /// All of them, in order.
    pub favourites: Vec<FavouriteCommand>,
}

impl Backend {
    pub(crate) async fn check_command(&self, args: CommandForm) -> Result<CommandCheck, ErrorBody> {
        Ok(check_command(&args))
    }

    pub(crate) async fn preflight(&self, args: DeviceSelection) -> Result<Preflight, ErrorBody> {
        Ok(self.app.active()?.preflight(&args).await?)
    }

    pub(crate) async fn send_command(&self, args: CommandOrder) -> Result<CommandRun, ErrorBody> {
        Ok(self.app.active()?.send_command(args).await?)
    }

    pub(crate) async fn send_to_rest(
        &self,
        args: CommandSecondWord,
    ) -> Result<CommandRun, ErrorBody> {
        Ok(self.app.active()?.send_to_rest(args)?)
    }

    pub(crate) async fn drop_commands(&self, _: Nothing) -> Result<(), ErrorBody> {
        self.app.active()?.drop_commands();
        Ok(())
    }

    pub(crate) async fn command_run(&self, _: Nothing) -> Result<Option<CommandRun>, ErrorBody> {
        Ok(self.app.active()?.command_run())
    }

    pub(crate) async fn favourite_commands(
        &self,
        _: Nothing,
    ) -> Result<Vec<FavouriteCommand>, ErrorBody> {
        Ok(self.app.active()?.favourite_commands().await?)
    }

    pub(crate) async fn set_favourite_commands(
        &self,
        args: FavouriteCommandsArgs,
    ) -> Result<Vec<FavouriteCommand>, ErrorBody> {
        let active = self.app.active()?;
        Ok(active.set_favourite_commands(args.favourites).await?)
    }

    pub(crate) async fn journal_entry(
        &self,
        args: EntryArgs,
    ) -> Result<Option<JournalEntry>, ErrorBody> {
        Ok(self.app.active()?.journal_entry(args.id).await?)
    }
}
