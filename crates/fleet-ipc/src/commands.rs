//! The commands that the UI may call, declared once: name, arguments, answer, and the view that the
//! answer shows. From this one list come the dispatch that every shell serves and the TypeScript that
//! the UI calls it by.

use fleet::base_map::{BaseMapView, MapTrouble, TileCacheView};
use fleet::change::AnyChange;
use fleet::change::journal::JournalEntry;
use fleet::command::{CommandForm, FavouriteCommand};
use fleet::critical::bell::AlertReader;
use fleet::critical::unread::Seen;
use fleet::moves::ViewName;
use fleet::settings::Settings;
use fleet::view::access::{Inbox, MatterDevice, Viewers, WatchedPage, WatchedQuery};
use fleet::view::alerts::{
    AlertPoints, AlertRowsQuery, AlertsPage, AlertsQuery, AlertsShown, AlertsSummary,
};
use fleet::view::bulk::{BulkTask, DeviceSelection, ItemsPage, ItemsQuery, JobView, PlanView};
use fleet::view::changes::{ChangeOutcome, ChangePreview, FieldChange};
use fleet::view::commands::{CommandCheck, CommandOrder, CommandRun, CommandSecondWord, Preflight};
use fleet::view::detail::{DeviceDetail, GroupSummary};
use fleet::view::filter::DeviceFilter;
use fleet::view::groups::{GroupDetail, GroupRow, Matches};
use fleet::view::history::{HistoryDays, HistoryQuery, Journeys, PastCost, RouteQuery, RouteView};
use fleet::view::losses::Losses;
use fleet::view::map::{Bounds, MapQuery, MapView};
use fleet::view::map_list::MapList;
use fleet::view::place::{AreaQuery, NearDevice, NearestQuery};
use fleet::view::reports::{ReportOrder, ReportPage, ReportRowsQuery};
use fleet::view::rows::{RowIndexQuery, RowsLook, RowsPage, RowsQuery};
use fleet::view::sheets::{Import, ImportView, SheetFile, SheetManner};
use fleet::view::tags::{TagKey, TagsQuery};
use fleet::view::usage::{UsageQuery, UsageView};
use fleet::view::users::{SavedView, UserChoices, UserDetail, UsersPage, UsersQuery};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::account::{AccountSettings, CeilingArgs, SpeedUnitArgs};
use crate::alerts::{AlertsFetchView, ExportAlerts};
use crate::backend::Backend;
use crate::base_map::{MapPartArgs, TileArgs};
use crate::bulk::{ItemArgs, PlanArgs, PlanItemsQuery};
use crate::changes::{
    ChangeArgs, EntryArgs, JournalQuery, PasswordNumber, PreviewArgs, ShownPassword,
};
use crate::contract::{Reply, answer, arguments};
use crate::device_commands::FavouriteCommandsArgs;
use crate::devices::{HiddenArgs, WatchArgs};
use crate::error::ErrorBody;
use crate::groups::{GroupArgs, MatchArgs};
use crate::history::{ExportRoute, FetchView, HistoryKept};
use crate::reports::{ExportReport, ReportState};
use crate::session::{SessionView, SignIn, SignOut};
use crate::sheets::{ExportDevices, ExportUsers};
use crate::status::StatusView;
use crate::unread::UnreadView;
use crate::users::{MatterDevicesArgs, SavedViewsArgs, UserArgs, UserIndexQuery};

/// Names one device.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeviceArgs {
    /// The service's id.
    pub id: String,
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
                "map_part" => {
                    let args: MapPartArgs = arguments("map_part", args)?;
                    Ok(Reply::Bytes(backend.map_part(args).await?))
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
            visitor.visit::<MapPartArgs>();
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
    /// Forgets key and token and closes the account, and forgets the account where that is wanted.
    sign_out(SignOut) -> SessionView;
    /// A page of the device list.
    device_rows(RowsQuery) -> RowsPage, shows Devices;
    /// These rows are on the screen: what someone looks at is asked about first. To be repeated within
    /// 90 seconds.
    look_at_rows(RowsLook) -> ();
    /// Nobody sees the window, or somebody does again.
    set_hidden(HiddenArgs) -> ();
    /// Puts devices on the watch list, or takes them off.
    set_watching(WatchArgs) -> ();
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
    /// A page of the users' table.
    user_rows(UsersQuery) -> UsersPage, shows Users;
    /// Where a user stands in the table; null if the filter hides it.
    user_row_index(UserIndexQuery) -> Option<u32>, shows Users;
    /// One user, whole.
    user(UserArgs) -> UserDetail, shows Users;
    /// What a user's fields can hold.
    user_choices(Nothing) -> UserChoices, shows Users;
    /// The views of the users' table that the account keeps.
    saved_views(Nothing) -> Vec<SavedView>, shows Settings;
    /// Replaces the views that the account keeps.
    set_saved_views(SavedViewsArgs) -> Vec<SavedView>;
    /// A page of the devices and who sees them.
    watched_devices(WatchedQuery) -> WatchedPage, shows Users;
    /// Who sees one device.
    device_viewers(DeviceArgs) -> Viewers, shows Users;
    /// What of the account's access asks for a look.
    inbox(Nothing) -> Inbox, shows Users;
    /// The devices that a matter of the inbox concerns, by name.
    matter_devices(MatterDevicesArgs) -> Vec<MatterDevice>, shows Users;
    /// What a change would do.
    preview_change(PreviewArgs) -> ChangePreview;
    /// Carries a change out.
    change(ChangeArgs) -> ChangeOutcome;
    /// Makes a password.
    generate_password(Nothing) -> PasswordNumber;
    /// Shows a password that the app made, once.
    show_password(PasswordNumber) -> ShownPassword;
    /// Forgets a password that the app made.
    forget_password(PasswordNumber) -> ();
    /// The latest entries of the journal, newest first.
    journal(JournalQuery) -> Vec<JournalEntry>, shows Journal;
    /// What an entry of the journal does to each field.
    entry_fields(EntryArgs) -> Vec<FieldChange>, shows Journal;
    /// The change that takes an entry of the journal back.
    inverse_of_entry(EntryArgs) -> AnyChange;
    /// What would be done to many at once. The plan takes the place of the one before.
    plan(BulkTask) -> PlanView;
    /// A page of a plan.
    plan_items(PlanItemsQuery) -> ItemsPage;
    /// Begins to carry a plan out.
    run_plan(PlanArgs) -> JobView;
    /// The work that runs, or that ran last; null once it was dismissed.
    job(Nothing) -> Option<JobView>, shows Job;
    /// A page of the work.
    job_items(ItemsQuery) -> ItemsPage, shows Job;
    /// Holds the work after what is under way.
    pause_job(Nothing) -> JobView;
    /// Lets the work go on.
    resume_job(Nothing) -> JobView;
    /// Gives up what is not sent yet.
    cancel_job(Nothing) -> JobView;
    /// Does again what failed or was given up.
    retry_job(Nothing) -> JobView;
    /// The change of one item, to be settled by hand.
    job_change(ItemArgs) -> AnyChange;
    /// Puts work that is over out of sight.
    dismiss_job(Nothing) -> ();
    /// A file of some users.
    export_users(ExportUsers) -> SheetFile;
    /// A file of all groups and their devices.
    export_groups(SheetManner) -> SheetFile;
    /// What a file would do. It is a plan like any other.
    plan_import(Import) -> ImportView;
    /// A file of the users that the work made, with their passwords.
    job_passwords(SheetManner) -> SheetFile;
    /// Forgets the passwords of the users that the work made: the person has saved them.
    forget_job_passwords(Nothing) -> JobView;
    /// What came from the service and can't be shown, or not all of it.
    losses(Nothing) -> Losses, shows Devices;
    /// What a viewport of the map shows.
    map_view(MapQuery) -> MapView, shows Devices;
    /// What lies within a viewport of the map, in words.
    map_list(MapQuery) -> MapList, shows Devices;
    /// The tags that devices have.
    device_tags(TagsQuery) -> Vec<TagKey>;
    /// The smallest rectangle that holds the devices of a filter; null if none has a position.
    fleet_bounds(DeviceFilter) -> Option<Bounds>;
    /// The smallest rectangle that holds chosen devices; null if none has a position.
    selection_bounds(DeviceSelection) -> Option<Bounds>;
    /// Ids of the devices of a filter within a rectangle.
    devices_in_bounds(AreaQuery) -> Vec<String>;
    /// The devices of a filter that are nearest to a point, the nearest first.
    nearest_devices(NearestQuery) -> Vec<NearDevice>, shows Devices;
    /// Which days of a device are known, and what fetching the others costs.
    history_days(HistoryQuery) -> HistoryDays, shows History;
    /// Begins to fetch what is not known of some days.
    fetch_history(HistoryQuery) -> FetchView;
    /// The fetch that runs, or that ran last; null if there was none.
    history_fetch(Nothing) -> Option<FetchView>, shows History;
    /// Gives up the fetch that runs. What came is kept.
    cancel_fetch(Nothing) -> ();
    /// Trips, stops and sums of some days, as far as they are known.
    journeys(HistoryQuery) -> Journeys, shows History;
    /// The way that a device went in some days, as far as it is known.
    route(RouteQuery) -> RouteView, shows History;
    /// A file of some days.
    export_route(ExportRoute) -> SheetFile;
    /// What this computer keeps of the account's past.
    history_kept(Nothing) -> HistoryKept, shows History;
    /// Deletes what this computer keeps of the account's past.
    forget_history(Nothing) -> HistoryKept;
    /// How connection, token and requests stand.
    status(Nothing) -> StatusView, shows Status;
    /// What was sent to the service, and what that leads to.
    usage(UsageQuery) -> UsageView, shows Usage;
    /// Ends a pause after a failure and asks again at once.
    try_again(Nothing) -> StatusView;
    /// What is drawn over the offline map.
    base_map(Nothing) -> BaseMapView, shows BaseMap;
    /// What stands in the way of the chosen map; null if nothing does.
    map_trouble(Nothing) -> Option<MapTrouble>, shows MapTrouble;
    /// Asks the chosen map's servers again at once, whatever failed before.
    try_map_again(Nothing) -> ();
    /// What is kept of online maps.
    tile_cache(Nothing) -> TileCacheView, shows TileCache;
    /// Drops what is kept of online maps.
    clear_tile_cache(Nothing) -> TileCacheView;
    /// The settings.
    settings(Nothing) -> Settings, shows Settings;
    /// Replaces the settings.
    set_settings(Settings) -> Settings;
    /// The settings of the open account.
    account_settings(Nothing) -> AccountSettings, shows Settings;
    /// Sets the unit in which the service's speeds are read.
    set_speed_unit(SpeedUnitArgs) -> AccountSettings;
    /// Sets the most that the app sends in a minute.
    set_ceiling(CeilingArgs) -> AccountSettings;
    /// Deletes the last known fleet, and keeps none until the next start.
    forget_last_known(Nothing) -> AccountSettings;
    /// What the app is.
    about(Nothing) -> About;
    /// A file of some devices as the list shows them.
    export_devices(ExportDevices) -> SheetFile;
    /// What a command comes to before it is sent.
    check_command(CommandForm) -> CommandCheck;
    /// Fetches the position of the first device of a selection, and says what speaks against a
    /// dangerous command.
    preflight(DeviceSelection) -> Preflight;
    /// Sends a command to the first of its devices; the others wait for a second word.
    send_command(CommandOrder) -> CommandRun;
    /// Sends the command that waits for a second word to the other devices.
    send_to_rest(CommandSecondWord) -> CommandRun;
    /// Gives up what is not sent yet.
    drop_commands(Nothing) -> ();
    /// The sending that runs, or that ran last; null if there was none.
    command_run(Nothing) -> Option<CommandRun>, shows Commands;
    /// Commands that are kept at hand.
    favourite_commands(Nothing) -> Vec<FavouriteCommand>, shows Commands;
    /// Replaces the commands that are kept at hand.
    set_favourite_commands(FavouriteCommandsArgs) -> Vec<FavouriteCommand>;
    /// One entry of the journal; null if it is not there.
    journal_entry(EntryArgs) -> Option<JournalEntry>, shows Journal;
    /// What a report would take.
    report_cost(ReportOrder) -> PastCost, shows Reports;
    /// Begins to make a report. It takes the place of the one before.
    order_report(ReportOrder) -> ReportState;
    /// The report that was ordered last; null if there was none.
    report(Nothing) -> Option<ReportState>, shows Reports;
    /// A page of the report; empty until it is there.
    report_rows(ReportRowsQuery) -> ReportPage, shows Reports;
    /// No more is asked for the report; while it is reckoned up, it is given up.
    cancel_report(Nothing) -> ();
    /// A file of the report.
    export_report(ExportReport) -> SheetFile;
    /// The critical alerts that nobody has seen yet.
    unread_alerts(Nothing) -> UnreadView, shows Unread;
    /// A person has seen some critical alerts.
    see_alerts(Seen) -> ();
    /// How notifications of critical alerts are written, from now on.
    read_alerts_as(AlertReader) -> ();
    /// What fetching the alerts of some days of some devices takes.
    alerts_cost(AlertsQuery) -> PastCost, shows Alerts;
    /// Begins to fetch the alerts that are not known of some days of some devices.
    fetch_alerts(AlertsQuery) -> AlertsFetchView;
    /// The fetch of alerts that runs, or that ran last; null if there was none.
    alerts_fetch(Nothing) -> Option<AlertsFetchView>, shows Alerts;
    /// Gives up the fetch of alerts that runs. What came is kept.
    cancel_alerts_fetch(Nothing) -> ();
    /// How many alerts of each kind and day are known.
    alerts_summary(AlertsShown) -> AlertsSummary, shows Alerts;
    /// A page of the alerts that are known, newest first.
    alert_rows(AlertRowsQuery) -> AlertsPage, shows Alerts;
    /// Where the alerts that are known were raised.
    alert_points(AlertsShown) -> AlertPoints, shows Alerts;
    /// A file of the alerts that are known.
    export_alerts(ExportAlerts) -> SheetFile;
}
