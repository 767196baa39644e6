//! The commands that the UI may call, declared once: name, arguments, answer, and the view that the
//! answer shows. From this one list come the dispatch that every shell serves and the TypeScript that
//! the UI calls it by.

use fleet::change::GroupChange;
use fleet::change::journal::JournalEntry;
use fleet::moves::ViewName;
use fleet::settings::Settings;
use fleet::view::detail::{DeviceDetail, GroupSummary};
use fleet::view::filter::DeviceFilter;
use fleet::view::groups::{GroupDetail, GroupOutcome, GroupPreview, GroupRow, Matches};
use fleet::view::losses::Losses;
use fleet::view::map::{Bounds, MapQuery, MapView};
use fleet::view::rows::{RowIndexQuery, RowsPage, RowsQuery};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::account::{AccountSettings, SpeedUnitArgs};
use crate::backend::Backend;
use crate::contract::{Reply, answer, arguments};
use crate::error::ErrorBody;
use crate::groups::{EntryArgs, GroupArgs, GroupChangeArgs, JournalQuery, MatchArgs};
use crate::session::{SessionView, SignIn};
use crate::status::StatusView;

/// Names one device.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeviceArgs {
    /// The service's id.
    pub id: String,
}

/// Names one tile of the base map.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TileArgs {
    /// Which map.
    pub source: fleet::base_map::Source,
    /// Zoom.
    pub z: u8,
    /// Column, from the west.
    pub x: u32,
    /// Row, from the north.
    pub y: u32,
}

/// What the app is and where it keeps its data.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct About {
    /// The app's version.
    pub version: String,
    /// The folder with accounts, settings and logs.
    pub data_dir: String,
}

/// No arguments.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct Nothing {}

macro_rules! commands {
    ($($(#[doc = $doc:literal])* $name:ident($args:ty) -> $result:ty $(, shows $view:ident)?;)*) => {
        /// Runs the command of that name. An unknown name or arguments of another shape are
        /// answered with [`crate::error::ErrorCode::Contract`].
        ///
        /// # Errors
        /// Whatever the command fails with, already in the form of the contract.
        pub async fn dispatch(backend: &Backend, name: &str, args: &str) -> Result<Reply, ErrorBody> {
            match name {
                $(stringify!($name) => {
                    let args: $args = arguments(stringify!($name), args)?;
                    let result: $result = backend.$name(args).await?;
                    answer(stringify!($name), &result)
                })*
                "tile" => {
                    let args: TileArgs = arguments("tile", args)?;
                    Ok(Reply::Bytes(backend.tile(args).await?))
                }
                _ => Err(ErrorBody::unknown_command(name)),
            }
        }

        /// Every command as the UI's generated file lists it.
        #[must_use]
        pub fn signatures(config: &ts_rs::Config) -> Vec<Signature> {
            vec![$(Signature {
                name: stringify!($name),
                docs: &[$($doc),*],
                args: <$args as TS>::name(config),
                result: <$result as TS>::name(config),
                view: [$(ViewName::$view)?].first().copied(),
            }),*]
        }

        /// Hands every type that a command names to the visitor.
        pub(crate) fn visit_types(visitor: &mut impl ts_rs::TypeVisitor) {
            $(
                visitor.visit::<$args>();
                <$args as TS>::visit_generics(visitor);
                visitor.visit::<$result>();
                <$result as TS>::visit_generics(visitor);
            )*
            visitor.visit::<TileArgs>();
        }
    };
}

/// A command's shape in TypeScript.
#[derive(Debug)]
pub struct Signature {
    /// Its name.
    pub name: &'static str,
    /// Its doc comment, line by line.
    pub docs: &'static [&'static str],
    /// TypeScript of the arguments.
    pub args: String,
    /// TypeScript of the answer.
    pub result: String,
    /// The view that the answer shows, which is asked again when that view moves.
    pub view: Option<ViewName>,
}

commands! {
    /// Who is signed in.
    session(Nothing) -> SessionView, shows Session;
    /// Signs in with a key that a person typed, and keeps the key where they asked.
    sign_in(SignIn) -> SessionView;
    /// Opens the demo fleet.
    explore_demo(Nothing) -> SessionView;
    /// Forgets key and token and closes the account.
    sign_out(Nothing) -> SessionView;
    /// A page of the device list.
    device_rows(RowsQuery) -> RowsPage, shows Devices;
    /// Where a device stands in the list; null if the filter hides it.
    device_row_index(RowIndexQuery) -> Option<u32>, shows Devices;
    /// One device, whole.
    device(DeviceArgs) -> DeviceDetail, shows Devices;
    /// Asks the service about one device now, and answers with what came.
    ask_device(DeviceArgs) -> DeviceDetail;
    /// The account's groups.
    groups(Nothing) -> Vec<GroupSummary>, shows Devices;
    /// The table of groups.
    groups_table(Nothing) -> Vec<GroupRow>, shows Groups;
    /// One group, whole.
    group(GroupArgs) -> GroupDetail, shows Groups;
    /// The devices that have one of these words as their id, name or number.
    match_devices(MatchArgs) -> Matches;
    /// What a change to a group would do.
    preview_group_change(GroupChange) -> GroupPreview;
    /// Carries a change to a group out.
    change_group(GroupChangeArgs) -> GroupOutcome;
    /// The latest entries of the journal, newest first.
    journal(JournalQuery) -> Vec<JournalEntry>, shows Journal;
    /// The change that takes an entry of the journal back.
    inverse_of_entry(EntryArgs) -> GroupChange;
    /// What came from the service and can't be shown, or not all of it.
    losses(Nothing) -> Losses, shows Devices;
    /// What a viewport of the map shows.
    map_view(MapQuery) -> MapView, shows Devices;
    /// The smallest rectangle that holds the devices of a filter; null if none has a position.
    fleet_bounds(DeviceFilter) -> Option<Bounds>;
    /// How connection, token and requests stand.
    status(Nothing) -> StatusView, shows Status;
    /// Ends a pause after a failure and asks again at once.
    try_again(Nothing) -> StatusView;
    /// The settings.
    settings(Nothing) -> Settings, shows Settings;
    /// Replaces the settings.
    set_settings(Settings) -> Settings;
    /// The settings of the open account.
    account_settings(Nothing) -> AccountSettings, shows Settings;
    /// Sets the unit in which the service's speeds are read.
    set_speed_unit(SpeedUnitArgs) -> AccountSettings;
    /// What the app is.
    about(Nothing) -> About;
}
