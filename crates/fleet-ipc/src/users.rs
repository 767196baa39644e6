//! Users, who sees what, and what of that asks for a look.

use fleet::view::access::{Inbox, MatterDevice, Viewers, WatchedPage, WatchedQuery};
use fleet::view::users::{
    SavedView, UserChoices, UserDetail, UserFilter, UserSort, UsersPage, UsersQuery,
};
use plaspy::{DeviceId, UserId};
use serde::Deserialize;
use ts_rs::TS;

use crate::backend::Backend;
use crate::commands::{DeviceArgs, Nothing};
use crate::error::ErrorBody;

/// Names one user.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UserArgs {
    /// The service's id.
    pub id: String,
}

/// Asks where a user stands in the table.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UserIndexQuery {
    /// The user.
    pub id: String,
    /// Which users the table shows.
    pub filter: UserFilter,
    /// In which order.
    pub sort: UserSort,
}

/// Names some devices.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatterDevicesArgs {
    /// The service's ids.
    pub ids: Vec<String>,
}

/// The views that are to be kept.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedViewsArgs {
    /// All of them, in order.
    pub views: Vec<SavedView>,
}

impl Backend {
    pub(crate) async fn user_rows(&self, args: UsersQuery) -> Result<UsersPage, ErrorBody> {
        Ok(self.app.active()?.user_rows(args).await?)
    }

    pub(crate) async fn user_row_index(
        &self,
        args: UserIndexQuery,
    ) -> Result<Option<u32>, ErrorBody> {
        let active = self.app.active()?;
        let id = UserId::from(args.id);
        Ok(active.user_row_index(&id, &args.filter, args.sort).await?)
    }

    pub(crate) async fn user(&self, args: UserArgs) -> Result<UserDetail, ErrorBody> {
        Ok(self.app.active()?.user(&UserId::from(args.id)).await?)
    }

    pub(crate) async fn user_choices(&self, _: Nothing) -> Result<UserChoices, ErrorBody> {
        Ok(self.app.active()?.user_choices().await?)
    }

    pub(crate) async fn saved_views(&self, _: Nothing) -> Result<Vec<SavedView>, ErrorBody> {
        Ok(self.app.active()?.saved_views().await?)
    }

    pub(crate) async fn set_saved_views(
        &self,
        args: SavedViewsArgs,
    ) -> Result<Vec<SavedView>, ErrorBody> {
        Ok(self.app.active()?.set_saved_views(args.views).await?)
    }

    pub(crate) async fn watched_devices(
        &self,
        args: WatchedQuery,
    ) -> Result<WatchedPage, ErrorBody> {
        Ok(self.app.active()?.watched(args).await?)
    }

    pub(crate) async fn device_viewers(&self, args: DeviceArgs) -> Result<Viewers, ErrorBody> {
        Ok(self.app.active()?.viewers(&DeviceId::from(args.id)).await?)
    }

    pub(crate) async fn matter_devices(
        &self,
        args: MatterDevicesArgs,
    ) -> Result<Vec<MatterDevice>, ErrorBody> {
        let active = self.app.active()?;
        Ok(fleet::users::matter_devices(&active.fleet(), &args.ids))
    }

    pub(crate) async fn inbox(&self, _: Nothing) -> Result<Inbox, ErrorBody> {
        Ok(self.app.active()?.inbox().await)
    }
}
