//! The backend behind the commands.
use crate::commands::*;
use crate::error::ErrorBody;
use crate::session::*; use crate::status::*;
use fleet::settings::Settings;
use fleet::view::{detail::*,filter::*,map::*,rows::*};
/// Backend
#[derive(Debug)] pub struct Backend;
macro_rules! st { ($($n:ident($a:ty) -> $r:ty;)*) => { impl Backend { $( pub(crate) async fn $n(&self, _a: $a) -> Result<$r, ErrorBody> { Err(ErrorBody::contract(String::new())) } )* } } }
st! {
    session(Nothing) -> SessionView;
    sign_in(SignIn) -> SessionView;
    explore_demo(Nothing) -> SessionView;
    sign_out(Nothing) -> SessionView;
    device_rows(RowsQuery) -> RowsPage;
    device_row_index(RowIndexQuery) -> Option<u32>;
    device(DeviceArgs) -> DeviceDetail;
    ask_device(DeviceArgs) -> DeviceDetail;
    groups(Nothing) -> Vec<GroupSummary>;
    map_view(MapQuery) -> MapView;
    fleet_bounds(DeviceFilter) -> Option<Bounds>;
    status(Nothing) -> StatusView;
    try_again(Nothing) -> StatusView;
    settings(Nothing) -> Settings;
    set_settings(Settings) -> Settings;
    about(Nothing) -> About;
    tile(TileArgs) -> Vec<u8>;
}
