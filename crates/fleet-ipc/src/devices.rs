//! Devices: the list, the map, one device. What is asked for is what someone looks at, so that is
//! asked of the service first.

use fleet::view::detail::{DeviceDetail, GroupSummary};
use fleet::view::filter::DeviceFilter;
use fleet::view::losses::Losses;
use fleet::view::map::{Bounds, MapQuery, MapView};
use fleet::view::rows::{RowIndexQuery, RowsPage, RowsQuery};
use plaspy::{DeviceId, Urgency};

use crate::backend::Backend;
use crate::commands::{DeviceArgs, Nothing};
use crate::error::ErrorBody;

impl Backend {
    pub(crate) async fn device_rows(&self, args: RowsQuery) -> Result<RowsPage, ErrorBody> {
        let active = self.app.active()?;
        let page = active.fleet().rows(&args);
        active.look_at_rows(page.rows.iter().map(|row| DeviceId::from(row.id.as_str())));
        Ok(page)
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

    pub(crate) async fn fleet_bounds(
        &self,
        args: DeviceFilter,
    ) -> Result<Option<Bounds>, ErrorBody> {
        Ok(self.app.active()?.fleet().bounds(&args))
    }
}
