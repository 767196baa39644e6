//! Devices: the list, the map, one device, and what of them someone looks at.

use fleet::view::bulk::DeviceSelection;
use fleet::view::detail::{DeviceDetail, GroupSummary};
use fleet::view::filter::DeviceFilter;
use fleet::view::losses::Losses;
use fleet::view::map::{Bounds, MapQuery, MapView};
use fleet::view::map_list::MapList;
use fleet::view::place::{AreaQuery, NearDevice, NearestQuery};
use fleet::view::rows::{RowIndexQuery, RowsLook, RowsPage, RowsQuery};
use fleet::view::tags::{TagKey, TagsQuery};
use plaspy::{DeviceId, Urgency};
use serde::Deserialize;
use ts_rs::TS;

use crate::backend::Backend;
use crate::commands::{DeviceArgs, Nothing};
use crate::error::ErrorBody;

/// Whether anybody sees the window.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HiddenArgs {
    /// It is minimised, or another one covers it.
    pub is_hidden: bool,
}

/// Puts devices on the watch list, or takes them off.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WatchArgs {
    /// The service's ids.
    pub ids: Vec<String>,
    /// Whether they are to be on it.
    pub is_watched: bool,
}

impl Backend {
    pub(crate) async fn device_rows(&self, args: RowsQuery) -> Result<RowsPage, ErrorBody> {
        Ok(self.app.active()?.fleet().rows(&args))
    }

    pub(crate) async fn look_at_rows(&self, args: RowsLook) -> Result<(), ErrorBody> {
        self.app.active()?.look_at_rows(&args);
        Ok(())
    }

    pub(crate) async fn set_hidden(&self, args: HiddenArgs) -> Result<(), ErrorBody> {
        // Nobody may be signed in: then there is nothing to spare.
        if let Ok(active) = self.app.active() {
            active.set_hidden(args.is_hidden);
        }
        Ok(())
    }

    pub(crate) async fn set_watching(&self, args: WatchArgs) -> Result<(), ErrorBody> {
        let ids: Vec<_> = args.ids.into_iter().map(DeviceId::from).collect();
        self.app
            .active()?
            .set_watching(&ids, args.is_watched)
            .await?;
        Ok(())
    }

    pub(crate) async fn device_row_index(
        &self,
        args: RowIndexQuery,
    ) -> Result<Option<u32>, ErrorBody> {
        Ok(self.app.active()?.fleet().row_index(&args))
    }

    pub(crate) async fn device(&self, args: DeviceArgs) -> Result<DeviceDetail, ErrorBody> {
        let active = self.app.active()?;
        let id = DeviceId::from(args.id);
        let detail = active.detail(&id)?;
        active.look_at_device(&id);
        Ok(detail)
    }

    pub(crate) async fn ask_device(&self, args: DeviceArgs) -> Result<DeviceDetail, ErrorBody> {
        let active = self.app.active()?;
        let id = DeviceId::from(args.id);
        active.ask_now(&id, Urgency::Person).await?;
        Ok(active.detail(&id)?)
    }

    pub(crate) async fn groups(&self, _: Nothing) -> Result<Vec<GroupSummary>, ErrorBody> {
        Ok(self.app.active()?.fleet().groups())
    }

    pub(crate) async fn losses(&self, _: Nothing) -> Result<Losses, ErrorBody> {
        Ok(self.app.active()?.fleet().losses())
    }

    pub(crate) async fn map_view(&self, args: MapQuery) -> Result<MapView, ErrorBody> {
        let active = self.app.active()?;
        let view = active.fleet().map(&args);
        active.look_at_map(
            view.vehicles
                .iter()
                .map(|vehicle| DeviceId::from(vehicle.id.as_str())),
        );
        Ok(view)
    }

    pub(crate) async fn map_list(&self, args: MapQuery) -> Result<MapList, ErrorBody> {
        Ok(self.app.active()?.map_list(args).await?)
    }

    pub(crate) async fn device_tags(&self, args: TagsQuery) -> Result<Vec<TagKey>, ErrorBody> {
        Ok(self.app.active()?.device_tags(args).await?)
    }

    pub(crate) async fn fleet_bounds(
        &self,
        args: DeviceFilter,
    ) -> Result<Option<Bounds>, ErrorBody> {
        Ok(self.app.active()?.fleet().bounds(&args))
    }

    pub(crate) async fn selection_bounds(
        &self,
        args: DeviceSelection,
    ) -> Result<Option<Bounds>, ErrorBody> {
        Ok(self.app.active()?.fleet().bounds_of(&args))
    }

    pub(crate) async fn devices_in_bounds(
        &self,
        args: AreaQuery,
    ) -> Result<Vec<String>, ErrorBody> {
        Ok(self.app.active()?.fleet().in_bounds(&args))
    }

    pub(crate) async fn nearest_devices(
        &self,
        args: NearestQuery,
    ) -> Result<Vec<NearDevice>, ErrorBody> {
        Ok(self.app.active()?.nearest(args).await?)
    }
}
