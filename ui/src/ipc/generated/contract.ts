// Written by `cargo xtask generate` from crates/fleet-ipc. Do not edit.

/**
 * What the app is and where it keeps its data.
 */
export type About = { 
/**
 * The app's version.
 */
version: string, 
/**
 * The folder with accounts, settings and logs.
 */
dataDir: string, };

/**
 * Whose view a change touches in the same way.
 */
export type AccessChange = { 
/**
 * The users' names.
 */
users: Array<string>, 
/**
 * Devices that come into their sight.
 */
gains: Array<DeviceRef>, 
/**
 * Devices that go out of their sight.
 */
loses: Array<DeviceRef>, 
/**
 * Nothing limits them to devices any more, as far as the API shows.
 */
gainsAll: boolean, 
/**
 * Nothing limited them to devices, as far as the API shows, and now they see what they gain and
 * nothing else.
 */
losesRest: boolean, };

/**
 * The settings of the open account.
 */
export type AccountSettings = { 
/**
 * The unit in which the service's speeds are read, and why.
 */
speed: SpeedReading, 
/**
 * Requests a minute that the person set as the most.
 */
ceilingPerMinute: number | null, 
/**
 * What becomes of its last known fleet.
 */
lastKnown: Keeping, };

/**
 * An account without its secrets.
 */
export type AccountView = { 
/**
 * Which service.
 */
service: Service, 
/**
 * Its address.
 */
baseUrl: string, 
/**
 * The user name.
 */
userName: string, 
/**
 * The service's web app, where one is known.
 */
webAppUrl: string | null, 
/**
 * Where the key is.
 */
key: KeyPlace, };

/**
 * How many alerts there are on a day.
 */
export type AlertDayCount = { 
/**
 * The day, where the reader is.
 */
day: string, 
/**
 * How many.
 */
count: number, 
/**
 * Devices of which more may have come than is known: the day was not fetched, or is not over.
 */
unknown: number, };

/**
 * How many alerts there are of a kind.
 */
export type AlertKindCount = { 
/**
 * Its name; the text of alerts without a name, and empty where they have none either.
 */
name: string, 
/**
 * An alert of it in the service's words.
 */
text: string | null, 
/**
 * How many.
 */
count: number, };

/**
 * Where an alert was raised.
 */
export type AlertPoint = { 
/**
 * When.
 */
at: string, 
/**
 * The id of the device that raised it.
 */
device: string, 
/**
 * The names of its kinds.
 */
names: Array<string>, 
/**
 * It in the service's words.
 */
text: string | null, 
/**
 * Degrees north.
 */
latitude: number, 
/**
 * Degrees east.
 */
longitude: number, };

/**
 * Where alerts were raised.
 */
export type AlertPoints = { 
/**
 * All of them, those without a point here included.
 */
matched: number, 
/**
 * The newest, newest first.
 */
points: Array<AlertPoint>, };

/**
 * How notifications are written for the reader. Until the window has told, the service's own words stand.
 */
export type AlertReader = { 
/**
 * The reader's time zone by its IANA name, which says when quiet hours are. One that is not known is
 * read as UTC.
 */
timeZone: string, 
/**
 * Words of the known codes.
 */
names: { [key in string]: string }, 
/**
 * Words of an alert of which the service tells no code.
 */
critical: string, 
/**
 * The title of a summary, with `{count}` for how many there are.
 */
summary: string, };

/**
 * Asks for a page of alerts.
 */
export type AlertRowsQuery = { 
/**
 * Which.
 */
shown: AlertsShown, 
/**
 * How many rows to pass over.
 */
offset: number, 
/**
 * How many rows to answer, at most 500.
 */
limit: number, };

/**
 * How a person is told of new critical alerts. They are kept as unread in any case.
 */
export type AlertSettings = { 
/**
 * By the computer's notifications.
 */
notify: boolean, 
/**
 * With a sound.
 */
sound: boolean, 
/**
 * Not within the quiet hours.
 */
quiet: boolean, 
/**
 * When those begin, in minutes since midnight where the reader is: 0 to 1439.
 */
quietFromMinute: number, 
/**
 * When they end, likewise; before their beginning, it is on the next day.
 */
quietToMinute: number, };

/**
 * How the fetching of alerts stands.
 */
export type AlertsFetch = { 
/**
 * Of which devices and days.
 */
of: AlertsQuery, 
/**
 * Devices that something is asked about.
 */
devicesTotal: number, 
/**
 * Devices of which nothing more is asked.
 */
devicesDone: number, 
/**
 * Requests that it takes.
 */
requestsTotal: number, 
/**
 * Requests that are done.
 */
requestsDone: number, 
/**
 * Alerts that came.
 */
alerts: number, 
/**
 * Devices of which the service gives no more results today.
 */
spent: number, 
/**
 * Devices of which it would not tell for another reason.
 */
refused: number, 
/**
 * How it stands.
 */
state: FetchState, };

/**
 * How a fetch of alerts stands.
 */
export type AlertsFetchView = { 
/**
 * How far it is.
 */
fetch: AlertsFetch, 
/**
 * What went wrong last.
 */
problem: ErrorBody | null, };

/**
 * A page of alerts.
 */
export type AlertsPage = { 
/**
 * All of them.
 */
matched: number, 
/**
 * Position of the first row.
 */
offset: number, 
/**
 * The rows, newest first.
 */
rows: Array<PastAlertRow>, };

/**
 * Whole days of some devices. Days begin and end where the reader is.
 */
export type AlertsQuery = { 
/**
 * Whose alerts.
 */
devices: DeviceSelection, 
/**
 * The first day.
 */
first: string, 
/**
 * The last day, no earlier than the first.
 */
last: string, 
/**
 * The reader's time zone by its IANA name. One that is not known is read as UTC.
 */
timeZone: string, };

/**
 * Which of the alerts of some days are shown.
 */
export type AlertsShown = { 
/**
 * Whose, and of which days.
 */
of: AlertsQuery, 
/**
 * The kinds, as [`AlertKindCount::name`] names them; all where none is named.
 */
kinds: Array<string>, };

/**
 * What the known alerts of some days come to.
 */
export type AlertsSummary = { 
/**
 * All of them.
 */
total: number, 
/**
 * Those of the kinds that are shown.
 */
matched: number, 
/**
 * Devices that raised those.
 */
devices: number, 
/**
 * Every kind there is, shown or not, the most frequent first.
 */
kinds: Array<AlertKindCount>, 
/**
 * Those that are shown, by day, oldest first.
 */
days: Array<AlertDayCount>, };

/**
 * A change to a group or to a user.
 */
export type AnyChange = { "subject": "group", "change": Change<GroupForm> } | { "subject": "user", "change": Change<UserForm> };

/**
 * What a person can set of a group or of a user.
 */
export type AnyForm = { "subject": "group", "form": GroupForm } | { "subject": "user", "form": UserForm };

/**
 * Asks for the devices of a filter within a rectangle, those in clusters included.
 */
export type AreaQuery = { 
/**
 * Which devices.
 */
filter: DeviceFilter, 
/**
 * The rectangle; its edges belong to it.
 */
bounds: Bounds, };

/**
 * Which map.
 */
export type BaseMapChoice = "offline" | "openStreetMap" | "online" | "file";

/**
 * What the fleet is shown on. What belongs to a choice that is not made is kept for later.
 */
export type BaseMapSettings = { 
/**
 * Which map.
 */
choice: BaseMapChoice, 
/**
 * For [`BaseMapChoice::Online`]: a template of image tiles, or the address of a style or of a
 * description of tiles.
 */
onlineUrl: string, 
/**
 * Who made that map, if it doesn't say so itself.
 */
onlineCredit: string, 
/**
 * For [`BaseMapChoice::File`]: where the file is.
 */
filePath: string, 
/**
 * How much of online maps is kept, in MiB: 0 to 4096.
 */
cacheMib: number, };

/**
 * The base map in force.
 */
export type BaseMapView = { 
/**
 * Which choice this is; part of the addresses of its parts.
 */
epoch: number, 
/**
 * What was chosen.
 */
choice: BaseMapChoice, 
/**
 * What is drawn over the offline world; `None` if nothing was chosen or it can't be had.
 */
drawn: DrawnMap | null, 
/**
 * What the map calls itself.
 */
name: string | null, };

/**
 * How many entries that were made together have a state.
 */
export type BatchCount = { 
/**
 * The state.
 */
state: EntryState, 
/**
 * How many.
 */
count: number, };

/**
 * A rectangle in degrees. `west` greater than `east` crosses the antimeridian.
 */
export type Bounds = { 
/**
 * Western edge, degrees east.
 */
west: number, 
/**
 * Southern edge, degrees north.
 */
south: number, 
/**
 * Eastern edge, degrees east.
 */
east: number, 
/**
 * Northern edge, degrees north.
 */
north: number, };

/**
 * What is to be done to many.
 */
export type BulkTask = { "kind": "users", 
/**
 * Which.
 */
selection: UserSelection, 
/**
 * What.
 */
action: UserAction, } | { "kind": "members", 
/**
 * Ids of the groups.
 */
groups: Array<string>, 
/**
 * The devices.
 */
devices: DeviceSelection, 
/**
 * Into them; else out of them.
 */
add: boolean, } | { "kind": "groups", 
/**
 * Each of them.
 */
changes: Array<Change<GroupForm>>, } | { "kind": "deleteGroups", 
/**
 * Their ids.
 */
ids: Array<string>, } | { "kind": "undo", 
/**
 * Any of the entries.
 */
entry: number, };

/**
 * Sets the most that the app sends in a minute.
 */
export type CeilingArgs = { 
/**
 * Requests a minute, 6 to 60,000; null for what the service takes.
 */
perMinute: number | null, };

/**
 * A change to one group or user. `before` is what the person saw.
 */
export type Change<F> = { "kind": "create", 
/**
 * What it is to be.
 */
after: F, } | { "kind": "edit", 
/**
 * The service's id.
 */
id: string, 
/**
 * What it was.
 */
before: F, 
/**
 * What it is to be.
 */
after: F, } | { "kind": "delete", 
/**
 * The service's id.
 */
id: string, 
/**
 * What it was.
 */
before: F, };

/**
 * A change that is to be carried out.
 */
export type ChangeArgs = { 
/**
 * The change.
 */
change: AnyChange, 
/**
 * The entry of the journal that it takes back.
 */
undoes: number | null, 
/**
 * The password that a user is to get.
 */
password: PasswordArgs | null, };

/**
 * What became of a change.
 */
export type ChangeOutcome = { 
/**
 * The journal's entry.
 */
entry: number, 
/**
 * The id of what was made or changed.
 */
id: string | null, 
/**
 * What stood in the way; then nothing was sent.
 */
conflicts: Array<Conflict>, 
/**
 * The thing as it is now, where something stood in the way.
 */
theirs: AnyForm | null, 
/**
 * The thing is no more; then nothing was sent.
 */
isGone: boolean, };

/**
 * What a change would do.
 */
export type ChangePreview = { 
/**
 * The fields that change.
 */
fields: Array<FieldChange>, 
/**
 * Whose view changes; null where the users could not be read.
 */
access: Array<AccessChange> | null, 
/**
 * How the service will get it.
 */
way: Way, 
/**
 * The user name changes, by which the person signs in.
 */
renamesSignIn: boolean, 
/**
 * Nothing takes it back: what is deleted would come back as another one.
 */
isFinal: boolean, };

/**
 * Several devices drawn as one.
 */
export type Cluster = { 
/**
 * Degrees north of its middle.
 */
latitude: number, 
/**
 * Degrees east of its middle.
 */
longitude: number, 
/**
 * How many devices.
 */
count: number, 
/**
 * How many of them move.
 */
moving: number, 
/**
 * How many of them need attention at once.
 */
critical: number, 
/**
 * The smallest zoom at which it comes apart.
 */
expansionZoom: number, };

/**
 * What a command comes to before it is sent.
 */
export type CommandCheck = { 
/**
 * Why it can't be sent.
 */
fault: PayloadFault | null, 
/**
 * How many bytes the tracker gets; null while that can't be told.
 */
lengthBytes: number | null, 
/**
 * It is known to stop vehicles, whatever a person says of it.
 */
isKnownToStop: boolean, };

/**
 * A command as a person writes it.
 */
export type CommandForm = { 
/**
 * The command itself, in the form that `format` says.
 */
text: string, 
/**
 * How the service decodes `text` before it sends it on.
 */
format: PayloadFormat, 
/**
 * By SMS instead of the tracker's data connection (GPRS).
 */
bySms: boolean, 
/**
 * A person says that it can do harm. What is known to do harm is taken for dangerous anyway.
 */
isDangerous: boolean, };

/**
 * One device of a sending.
 */
export type CommandItem = { 
/**
 * The device.
 */
device: DeviceRef, 
/**
 * What became of it.
 */
state: CommandState, 
/**
 * The service's answer, in its own words.
 */
words: string | null, 
/**
 * Why it failed, or why nobody knows whether it arrived.
 */
trouble: Trouble | null, 
/**
 * What spoke against it.
 */
objections: Array<Objection>, 
/**
 * The journal's entry, once it was entered.
 */
entry: number | null, };

/**
 * A command that is to be sent.
 */
export type CommandOrder = { 
/**
 * The devices for which it is meant.
 */
devices: DeviceSelection, 
/**
 * The command.
 */
form: CommandForm, 
/**
 * The device that the person was shown to get it first.
 */
first: string, 
/**
 * For how many devices the person was shown that it is meant.
 */
count: number, 
/**
 * The name of the first device, as the person typed it; only a dangerous command asks for it.
 */
typedName: string, 
/**
 * The person sends it whatever speaks against it.
 */
isOverridden: boolean, };

/**
 * A sending: one command, to one device or to several.
 */
export type CommandRun = { 
/**
 * Its number.
 */
run: number, 
/**
 * The command.
 */
form: CommandForm, 
/**
 * Whether it is treated as dangerous.
 */
isDangerous: boolean, 
/**
 * How it stands.
 */
state: CommandRunState, 
/**
 * Each device, in order, the first one first.
 */
items: Array<CommandItem>, };

/**
 * How a sending stands.
 */
export type CommandRunState = "running" | "waiting" | "over";

/**
 * The word that lets a command go on to the other devices.
 */
export type CommandSecondWord = { 
/**
 * Of which sending.
 */
run: number, 
/**
 * The person sends it to all of them whatever speaks against it; otherwise those are passed over
 * against which something speaks.
 */
isOverridden: boolean, };

/**
 * What became of a command for one device.
 */
export type CommandState = "waiting" | "sending" | "taken" | "unknown" | "failed" | "refused" | "dropped";

/**
 * A field that someone else changed as well.
 */
export type Conflict = { 
/**
 * Which.
 */
field: Field, 
/**
 * As the person saw it.
 */
original: FieldValue, 
/**
 * As the person wants it.
 */
mine: FieldValue, 
/**
 * As it is now.
 */
theirs: FieldValue, };

/**
 * The connection in a word.
 */
export type Connection = "connecting" | "online" | "waiting" | "trouble" | "stopped";

/**
 * The service's own counters in one answer; their meaning is not documented.
 */
export type CounterStep = { 
/**
 * When the answer came.
 */
at: string, 
/**
 * What was asked.
 */
kind: RequestKind, 
/**
 * `apiUsage`.
 */
request: number | null, 
/**
 * By how much it differs from the one before.
 */
requestChange: number | null, 
/**
 * `apiDailyUsage`.
 */
daily: number | null, 
/**
 * By how much it differs from the one before.
 */
dailyChange: number | null, };

/**
 * How much of a day is known.
 */
export type DayState = "missing" | "part" | "stored" | "empty" | "future";

/**
 * The sums of a day.
 */
export type DaySums = { 
/**
 * The day, where the reader is.
 */
day: string, 
/**
 * Its sums. A trip over midnight counts where it begins.
 */
sums: Sums, 
/**
 * Alerts that began on it.
 */
alerts: number, };

/**
 * Names one device.
 */
export type DeviceArgs = { 
/**
 * The service's id.
 */
id: string, };

/**
 * Everything known of one device.
 */
export type DeviceDetail = { 
/**
 * The fleet's revision that this view shows.
 */
revision: number, 
/**
 * What the list shows of it.
 */
row: DeviceRow, 
/**
 * Until when it is not asked by itself, because the service gives no more results of it today.
 */
spentUntil: string | null, 
/**
 * The last fix; `None` for a device that never reported or was not asked yet.
 */
fix: FixDetail | null, 
/**
 * Time and place of the last fix as they were reported, where they are not what the row shows.
 */
reported: ReportedFix | null, };

/**
 * Narrows a view. Empty parts do not narrow; the parts that are given must all hold.
 */
export type DeviceFilter = { 
/**
 * Words looked for in name, description, phone number and tags; case and accents don't count,
 * and every word must be found.
 */
text: string, 
/**
 * Any of these.
 */
statuses: Array<Status>, 
/**
 * Ids of groups; a device of any of them passes.
 */
groups: Array<string>, 
/**
 * Tags. Of each key that is named a device has one of the values.
 */
tags: Array<DeviceTag>, 
/**
 * Only devices about whose last fix something is odd.
 */
odd: boolean, };

/**
 * A device's id and name.
 */
export type DeviceLabel = { 
/**
 * The service's id.
 */
id: string, 
/**
 * Its name; the id where there is none to read.
 */
name: string, };

/**
 * A device by id and name.
 */
export type DeviceRef = { 
/**
 * The service's id.
 */
id: string, 
/**
 * Its name; the id where nothing else is known.
 */
name: string, 
/**
 * Whether the account's list names it.
 */
isListed: boolean, };

/**
 * One device in the list.
 */
export type DeviceRow = { 
/**
 * The service's id.
 */
id: string, 
/**
 * Its name; the id where the service gave none.
 */
name: string, 
/**
 * Free text of the account.
 */
description: string | null, 
/**
 * The SIM's number, as the service writes it.
 */
phoneNumber: string | null, 
/**
 * Free pairs of the account.
 */
tags: { [key in string]: string }, 
/**
 * End of the device's subscription.
 */
expires: string | null, 
/**
 * Groups that hold the device, by name.
 */
groups: Array<GroupLabel>, 
/**
 * What the device does, by the rules of [`crate::status`].
 */
status: Status, 
/**
 * Since when, where that is known.
 */
statusSince: StatusSince | null, 
/**
 * Where it was at the last fix; at the last good one while the place of that is not believed.
 */
position: Position | null, 
/**
 * Speed at the last fix.
 */
speedKmh: number | null, 
/**
 * When the fix at whose place it is shown was measured. A time in the future is not believed:
 * this is when the fix first came then.
 */
fixAt: string | null, 
/**
 * When the service last answered about this device.
 */
askedAt: string | null, 
/**
 * Charge of the tracker.
 */
batteryPercent: number | null, 
/**
 * Fuel of the first tank.
 */
fuelPercent: number | null, 
/**
 * Digital input 1.
 */
ignition: boolean | null, 
/**
 * The nearest town.
 */
place: Place | null, 
/**
 * What the last fix raised, in the service's words.
 */
alerts: Array<string>, 
/**
 * The service says that it needs attention at once.
 */
critical: boolean, 
/**
 * It is on the watch list.
 */
isWatched: boolean, 
/**
 * Fields that the service sent and that could not be read, by their names on the wire.
 */
unreadable: Array<string>, 
/**
 * What is odd about the last fix.
 */
oddities: Array<Oddity>, };

/**
 * Which devices something is to be done with.
 */
export type DeviceSelection = { "kind": "ids", 
/**
 * Their ids.
 */
ids: Array<string>, } | { "kind": "matching", 
/**
 * The filter.
 */
filter: DeviceFilter, 
/**
 * Ids of those that were taken out.
 */
except: Array<string>, };

/**
 * A free pair of the account, as devices have it.
 */
export type DeviceTag = { 
/**
 * What it says ("depot").
 */
key: string, 
/**
 * Of this device ("Coquimbo").
 */
value: string, };

/**
 * How a distance is known.
 */
export type DistanceSource = "odometer" | "straightLines" | "both";

/**
 * A map that is drawn over the offline world.
 */
export type DrawnMap = { "kind": "raster", 
/**
 * Their tiles.
 */
tiles: TileSet, } | { "kind": "vector", 
/**
 * The tiles.
 */
tiles: TileSet, 
/**
 * The names of their layers.
 */
layers: Array<string>, } | { "kind": "style", 
/**
 * The MapLibre style as JSON; all that it names comes through the backend.
 */
json: string, };

/**
 * An end of a trip.
 */
export type EndView = { 
/**
 * When.
 */
at: string, 
/**
 * Degrees.
 */
latitude: number, 
/**
 * Degrees.
 */
longitude: number, 
/**
 * The nearest place that has a name.
 */
near: Place | null, };

/**
 * Names one entry of the journal.
 */
export type EntryArgs = { 
/**
 * Its number.
 */
id: number, };

/**
 * What a change does.
 */
export type EntryKind = "create" | "edit" | "delete" | "send";

/**
 * What became of a change.
 */
export type EntryState = "pending" | "sent" | "done" | "failed" | "conflicted" | "undone" | "unknown";

/**
 * What went wrong, as the UI gets it.
 */
export type ErrorBody = { 
/**
 * What kind of failure; the UI has texts for every code.
 */
code: ErrorCode, 
/**
 * Details for a support case, in English: the service's own words where there are any.
 */
message: string, 
/**
 * Whether trying again can help.
 */
retryable: boolean, 
/**
 * The input that is at fault, by its name in the command's arguments.
 */
field?: string, 
/**
 * How long to wait before trying again, where the service says so.
 */
retryAfterS?: number, };

/**
 * The kinds of failure. Their spelling is kept in journals: it is for good.
 */
export type ErrorCode = "no_network" | "dns" | "tls" | "connection_lost" | "timeout" | "rate_limited" | "key_rejected" | "not_permitted" | "not_found" | "conflict" | "not_kept" | "refused" | "service_down" | "not_understood" | "web_page" | "too_large" | "base_url" | "user_name" | "api_key" | "keyring_missing" | "keyring_locked" | "keyring_failed" | "key_gone" | "not_signed_in" | "device_unknown" | "group_unknown" | "user_unknown" | "value_missing" | "value_taken" | "value_invalid" | "value_unreadable" | "nothing_changes" | "password_gone" | "plan_gone" | "sheet_unreadable" | "sheet_size" | "sheet_columns" | "sheet_unwritten" | "job_running" | "no_job" | "command_payload" | "command_unconfirmed" | "command_moved" | "command_objected" | "not_undoable" | "setting" | "day_range" | "data_folder" | "base_map" | "map_address" | "map_file" | "map_part" | "interrupted" | "demo" | "contract";

/**
 * Asks for a file of alerts.
 */
export type ExportAlerts = { 
/**
 * Which.
 */
shown: AlertsShown, 
/**
 * The kind of file.
 */
format: SheetFormat, 
/**
 * The words of the person's language: titles of columns, and kinds of alerts by their names.
 */
texts: SheetTexts, };

/**
 * Which devices are exported, in which order, and how.
 */
export type ExportDevices = { 
/**
 * Which.
 */
selection: DeviceSelection, 
/**
 * In which order.
 */
sort: Sort, 
/**
 * How.
 */
manner: SheetManner, };

/**
 * Asks for a file of the report.
 */
export type ExportReport = { 
/**
 * The kind of file.
 */
format: SheetFormat, 
/**
 * Whether a workbook also has a table of its days for each device; of very many it has none.
 */
withDevices: boolean, 
/**
 * The words of the person's language.
 */
texts: SheetTexts, };

/**
 * Asks for a file of some days.
 */
export type ExportRoute = { 
/**
 * The days.
 */
days: HistoryQuery, 
/**
 * The kind of file.
 */
format: RouteFormat, 
/**
 * The words of the person's language, for tables.
 */
texts: SheetTexts, };

/**
 * Which users are exported, and how.
 */
export type ExportUsers = { 
/**
 * Which.
 */
selection: UserSelection, 
/**
 * How.
 */
manner: SheetManner, };

/**
 * A command that a person keeps at hand.
 */
export type FavouriteCommand = { 
/**
 * What the person calls it.
 */
name: string, 
/**
 * The command.
 */
form: CommandForm, };

/**
 * Commands that the account keeps at hand.
 */
export type FavouriteCommandsArgs = { 
/**
 * All of them, in order.
 */
favourites: Array<FavouriteCommand>, };

/**
 * How the fetching of a past stands.
 */
export type FetchProgress = { 
/**
 * Whose past.
 */
device: DeviceRef, 
/**
 * The first day that was asked for.
 */
first: string, 
/**
 * The last day that was asked for.
 */
last: string, 
/**
 * Days to fetch.
 */
daysTotal: number, 
/**
 * Days fetched.
 */
daysDone: number, 
/**
 * Fixes that came.
 */
fixes: number, 
/**
 * How it stands.
 */
state: FetchState, };

/**
 * How a fetch stands.
 */
export type FetchState = "running" | "done" | "cancelled" | "daySpent" | "failed";

/**
 * How a fetch stands.
 */
export type FetchView = { 
/**
 * How far it is.
 */
progress: FetchProgress, 
/**
 * What ended it before its time.
 */
problem: ErrorBody | null, };

/**
 * A field of a group or a user that a person can set.
 */
export type Field = "name" | "description" | "devices" | "email" | "country" | "timeZone" | "message" | "disabled" | "disabledMessage" | "tags" | "privileges" | "group" | "deviceId" | "adminDevices" | "from" | "expires";

/**
 * What a change does to a field.
 */
export type FieldChange = { 
/**
 * Which.
 */
field: Field, 
/**
 * What it holds.
 */
before: FieldValue, 
/**
 * What it is to hold.
 */
after: FieldValue, 
/**
 * Devices that come into a group.
 */
added: Array<DeviceRef>, 
/**
 * Devices that leave a group.
 */
removed: Array<DeviceRef>, };

/**
 * What a field holds, with names in the place of ids where they are known.
 */
export type FieldValue = { "kind": "none" } | { "kind": "text", 
/**
 * The text.
 */
text: string, } | { "kind": "flag", 
/**
 * Yes.
 */
on: boolean, } | { "kind": "moment", 
/**
 * When.
 */
at: string, } | { "kind": "number", 
/**
 * The number.
 */
number: number, } | { "kind": "texts", 
/**
 * Each of them.
 */
texts: Array<string>, } | { "kind": "pairs", 
/**
 * Each of them.
 */
pairs: { [key in string]: string }, } | { "kind": "group", 
/**
 * Its name, or what stands in its place.
 */
name: string, 
/**
 * Whether it is a group of the account.
 */
isKnown: boolean, } | { "kind": "device", 
/**
 * Which.
 */
device: DeviceRef, } | { "kind": "devices", 
/**
 * How many.
 */
count: number, };

/**
 * A fix, whole.
 */
export type FixDetail = { 
/**
 * Speed as the service sent it, in the unit that the account's settings tell of.
 */
speedRaw: number | null, 
/**
 * Direction of travel, degrees clockwise from north.
 */
courseDeg: number | null, 
/**
 * Fuel of the second tank.
 */
fuel2Percent: number | null, 
/**
 * First temperature sensor.
 */
temperatureC: number | null, 
/**
 * Second temperature sensor.
 */
temperature2C: number | null, 
/**
 * For sensors 1 to 4, how long each has been active, in a unit that the service does not name.
 */
sensorTimesRaw: [number | null, number | null, number | null, number | null], 
/**
 * How long the vehicle has not moved, by the service.
 */
inactiveS: number | null, 
/**
 * Revolutions of the engine.
 */
engineRpm: number | null, 
/**
 * Odometer.
 */
mileageKm: number | null, 
/**
 * Warnings, with their texts where the service gives them.
 */
warnings: Array<Notice>, 
/**
 * Alerts, with their texts where the service gives them.
 */
alerts: Array<Notice>, 
/**
 * Digital inputs 1..n; input 1 is usually the ignition. Null where one could not be read.
 */
inputs: Array<boolean | null>, 
/**
 * Digital outputs 1..n.
 */
outputs: Array<boolean | null>, 
/**
 * The tracker's own attributes, as they came.
 */
attributes: { [key in string]: string }, 
/**
 * Attributes of accessories (beacons, tags), as they came.
 */
accessories: Array<{ [key in string]: string }>, };

/**
 * Names one group.
 */
export type GroupArgs = { 
/**
 * The service's id.
 */
id: string, };

/**
 * One group, whole.
 */
export type GroupDetail = { 
/**
 * The service's id.
 */
id: string, 
/**
 * What a person can set of it.
 */
form: GroupForm, 
/**
 * The devices in it, in the order of their names.
 */
devices: Array<DeviceRef>, 
/**
 * Who sees by it; null while the users are not known.
 */
users: Array<string> | null, 
/**
 * When it was made.
 */
createdAt: string | null, 
/**
 * When it was last changed.
 */
modifiedAt: string | null, 
/**
 * Some of its fields could not be read.
 */
isIncomplete: boolean, };

/**
 * What a person can set of a group.
 */
export type GroupForm = { 
/**
 * Its name.
 */
name: string, 
/**
 * A free description; empty for none.
 */
description: string, 
/**
 * Ids of the devices in it.
 */
devices: Array<string>, };

/**
 * A group's id and name.
 */
export type GroupLabel = { 
/**
 * The service's id.
 */
id: string, 
/**
 * Its name.
 */
name: string, };

/**
 * A group as a row of the table.
 */
export type GroupRow = { 
/**
 * The service's id.
 */
id: string, 
/**
 * Its name; the id where the service gave none.
 */
name: string, 
/**
 * A free description.
 */
description: string | null, 
/**
 * How many devices it holds, those that the account's list does not name included.
 */
devices: number, 
/**
 * How many users see by it; null while the users are not known.
 */
users: number | null, 
/**
 * When it was last changed.
 */
modifiedAt: string | null, 
/**
 * Some of its fields could not be read.
 */
isIncomplete: boolean, };

/**
 * A group of the account, for the filter.
 */
export type GroupSummary = { 
/**
 * The service's id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * How many devices of the account's list it holds.
 */
devices: number, };

/**
 * Whether anybody sees the window.
 */
export type HiddenArgs = { 
/**
 * It is minimised, or another one covers it.
 */
isHidden: boolean, };

/**
 * What is known of a day.
 */
export type HistoryDay = { 
/**
 * The day.
 */
day: string, 
/**
 * How much of it is known.
 */
state: DayState, 
/**
 * Fixes that are known of it.
 */
fixes: number, };

/**
 * Which days of a device are known, and what the others cost.
 */
export type HistoryDays = { 
/**
 * The day that it is, where the reader is.
 */
today: string, 
/**
 * Every day that was asked for, oldest first.
 */
days: Array<HistoryDay>, 
/**
 * Requests that fetching what is not known takes.
 */
requests: number, 
/**
 * How long those take at the rate that is allowed now; `None` where that can't be told.
 */
durationS: number | null, 
/**
 * Results of one device that the service gives in a day, where that was found out.
 */
resultsPerDay: number | null, };

/**
 * What this computer keeps of an account's past.
 */
export type HistoryKept = { 
/**
 * Fixes.
 */
fixes: number, 
/**
 * Alerts.
 */
alerts: number, 
/**
 * Devices.
 */
devices: number, 
/**
 * Why the file of it can't be used; then this is what was fetched since the start.
 */
problem: ErrorBody | null, };

/**
 * Whole days of one device. Days begin and end where the reader is.
 */
export type HistoryQuery = { 
/**
 * The device's id.
 */
id: string, 
/**
 * The first day.
 */
first: string, 
/**
 * The last day, no earlier than the first.
 */
last: string, 
/**
 * The reader's time zone by its IANA name. One that is not known is read as UTC.
 */
timeZone: string, };

/**
 * A file that a person brings.
 */
export type Import = { 
/**
 * What its rows are.
 */
subject: SheetSubject, 
/**
 * The file, in Base64.
 */
base64: string, 
/**
 * The words of each language that the app speaks, the person's first.
 */
texts: Array<SheetTexts>, 
/**
 * The person's time zone, by its IANA name.
 */
zone: string, };

/**
 * What a file would do.
 */
export type ImportView = { 
/**
 * The plan that it makes.
 */
plan: PlanView, 
/**
 * Users or groups that it makes.
 */
creates: number, 
/**
 * Of those that it changes, users whom it shuts out.
 */
disables: number, 
/**
 * Titles of columns that nobody knows; they are passed over.
 */
ignored: Array<string>, };

/**
 * What asks for a look, the loudest first. What there is none of is left out.
 */
export type Inbox = { 
/**
 * When the users were read, by the service's clock; null where they can't be read.
 */
readAt: string | null, 
/**
 * Each matter.
 */
matters: Array<Matter>, };

/**
 * An input line along a route.
 */
export type InputLine = { 
/**
 * Which, from 1.
 */
number: number, 
/**
 * Whether it is on at each point.
 */
on: Array<boolean | null>, };

/**
 * Names one item of the work.
 */
export type ItemArgs = { 
/**
 * Its place in the plan.
 */
place: number, };

/**
 * What happens to a thing.
 */
export type ItemKind = "create" | "edit" | "delete";

/**
 * Why a thing can't be changed so.
 */
export type ItemProblem = { 
/**
 * Which rule it breaks.
 */
rule: Rule, 
/**
 * The field at fault, where it is one that can be changed.
 */
field: Field | null, 
/**
 * The title of the column at fault, for a row of a file.
 */
column: string | null, 
/**
 * What the cell says, for a row of a file.
 */
value: string | null, };

/**
 * One thing in a plan or in the work.
 */
export type ItemRow = { 
/**
 * Its place in the plan.
 */
place: number, 
/**
 * Its row in the file that it came from; the titles are row 1.
 */
row: number | null, 
/**
 * Its id; null for what is to be created.
 */
id: string | null, 
/**
 * The name by which people know it.
 */
name: string, 
/**
 * What happens to it.
 */
kind: ItemKind, 
/**
 * The fields that change.
 */
fields: Array<FieldChange>, 
/**
 * How it stands.
 */
state: ItemState, 
/**
 * Why it can't be changed so.
 */
problem: ItemProblem | null, 
/**
 * It is no more, or there was none of that id from the start.
 */
isGone: boolean, 
/**
 * Why it failed.
 */
trouble: Trouble | null, };

/**
 * How a thing in a plan or in the work stands.
 */
export type ItemState = "unchanged" | "unfit" | "waiting" | "sent" | "done" | "failed" | "conflicted" | "cancelled";

/**
 * A page of items.
 */
export type ItemsPage = { 
/**
 * How many there are in all.
 */
matched: number, 
/**
 * The items.
 */
items: Array<ItemRow>, };

/**
 * Asks for a page of a plan, or of the running work.
 */
export type ItemsQuery = { 
/**
 * Only those of this state; null for all.
 */
state: ItemState | null, 
/**
 * How many to pass over.
 */
offset: number, 
/**
 * How many to answer, at most 500.
 */
limit: number, };

/**
 * How the work stands.
 */
export type JobState = "running" | "paused" | "over";

/**
 * The work that carries a plan out.
 */
export type JobView = { 
/**
 * Its number.
 */
id: number, 
/**
 * How it stands.
 */
state: JobState, 
/**
 * All that it is to change.
 */
total: number, 
/**
 * Sent, and not known yet.
 */
sent: number, 
/**
 * The service has them.
 */
done: number, 
/**
 * The service does not have them.
 */
failed: number, 
/**
 * Someone else changed them meanwhile.
 */
conflicted: number, 
/**
 * They were given up.
 */
cancelled: number, 
/**
 * Users that were made with passwords which wait to be saved.
 */
passwords: number, 
/**
 * What it still takes at the pace that the service allows now, in seconds.
 */
remainingS: number, 
/**
 * Why the work rests by itself.
 */
trouble: Trouble | null, };

/**
 * A change or a command in the journal, or the first of several that were made together.
 */
export type JournalEntry = { 
/**
 * Its number.
 */
id: number, 
/**
 * When it was entered, by the service's clock.
 */
at: string, 
/**
 * What it is about.
 */
subject: Subject, 
/**
 * The service's id of that, once there is one.
 */
subjectId: string | null, 
/**
 * What it does.
 */
kind: EntryKind, 
/**
 * The name of what it is about.
 */
name: string, 
/**
 * What became of it.
 */
state: EntryState, 
/**
 * What the service answered, in its own words.
 */
words: string | null, 
/**
 * Why it failed, or why nobody knows whether it arrived.
 */
trouble: Trouble | null, 
/**
 * Whether it can be taken back.
 */
canBeUndone: boolean, 
/**
 * It was done, and nothing takes it back.
 */
isFinal: boolean, 
/**
 * The user was made, and nobody knows whether with the password.
 */
passwordOpen: boolean, 
/**
 * The command that was sent.
 */
command: CommandForm | null, 
/**
 * The fixes that came after a command.
 */
laterFixes: Array<LaterFix>, 
/**
 * How many were made together with it, by their states; null for one that was made alone.
 */
batch: Array<BatchCount> | null, };

/**
 * Which entries of the journal.
 */
export type JournalQuery = { 
/**
 * Words that they hold.
 */
text: string, 
/**
 * Only those of this state.
 */
state: EntryState | null, 
/**
 * Only those that were made together with this one, in the order in which they were made. Without
 * text, state and this, only the first of those that were made together is listed.
 */
batch: number | null, 
/**
 * The most that are wanted.
 */
limit: number, };

/**
 * What the known fixes of some days come to.
 */
export type Journeys = { 
/**
 * Whose.
 */
device: DeviceRef, 
/**
 * Trips, oldest first.
 */
trips: Array<TripView>, 
/**
 * Stops, oldest first.
 */
stops: Array<StopView>, 
/**
 * The sums of each day on which anything is known, oldest first.
 */
days: Array<DaySums>, 
/**
 * The alerts that its fixes tell of, oldest first.
 */
alerts: Array<RouteAlert>, 
/**
 * The sums of the trips, without the stops between them.
 */
underWay: Sums, 
/**
 * The sums of all.
 */
total: Sums, 
/**
 * What the statistics leave out; nothing of it is deleted.
 */
leftOut: LeftOut, 
/**
 * Whether the unit of speeds is still unknown, so that none is told.
 */
isSpeedUnknown: boolean, };

/**
 * What becomes of the last known fleet.
 */
export type Keeping = "kept" | "forgotten" | "never";

/**
 * Where an account's key is.
 */
export type KeyPlace = "keyring" | "thisRun";

/**
 * Requests of one kind.
 */
export type KindUsage = { 
/**
 * The kind.
 */
kind: RequestKind, 
/**
 * Those that were answered.
 */
answered: number, 
/**
 * Those that met a limit.
 */
limited: number, 
/**
 * Those that failed otherwise.
 */
failed: number, };

/**
 * Language of the texts.
 */
export type Language = "system" | "en" | "es";

/**
 * A fix that came after a command was sent.
 */
export type LaterFix = { 
/**
 * When the tracker measured it.
 */
at: string, 
/**
 * Degrees north.
 */
latitude: number, 
/**
 * Degrees east.
 */
longitude: number, 
/**
 * The nearest town.
 */
place: Place | null, 
/**
 * Its speed, in the unit that was in force then.
 */
speedKmh: number | null, 
/**
 * Whether the ignition was on.
 */
ignition: boolean | null, };

/**
 * What the statistics leave out.
 */
export type LeftOut = { 
/**
 * Fixes of the same moment as another.
 */
duplicates: number, 
/**
 * Fixes at 0, 0 or of the future.
 */
impossible: number, 
/**
 * Fixes that no vehicle could have reached from their neighbours.
 */
jumps: number, 
/**
 * Fixes that wander while the vehicle stands.
 */
drift: number, 
/**
 * Stretches of which nothing is known, longer than the setting.
 */
gaps: number, };

/**
 * Where a moment lies.
 */
export type Lies = { "kind": "never" } | { "kind": "within", 
/**
 * Days.
 */
days: number, } | { "kind": "beyond", 
/**
 * Days.
 */
days: number, } | { "kind": "before", 
/**
 * The moment.
 */
at: string, } | { "kind": "after", 
/**
 * The moment.
 */
at: string, };

/**
 * How the limit of requests a minute is known.
 */
export type LimitSource = "told" | "met" | "unknown";

/**
 * Vehicles that are drawn as one.
 */
export type ListedCluster = { 
/**
 * How many devices.
 */
count: number, 
/**
 * How many of them move.
 */
moving: number, 
/**
 * How many of them need attention at once.
 */
critical: number, 
/**
 * Degrees north of its middle.
 */
latitude: number, 
/**
 * Degrees east of its middle.
 */
longitude: number, 
/**
 * The town nearest to its middle.
 */
place: Place | null, 
/**
 * The smallest zoom at which it comes apart.
 */
expansionZoom: number, };

/**
 * A vehicle that stands alone.
 */
export type ListedVehicle = { 
/**
 * The service's id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it does.
 */
status: Status, 
/**
 * It needs attention at once.
 */
critical: boolean, 
/**
 * When the fix at whose place it is shown was measured.
 */
fixAt: string, 
/**
 * When the service last answered about it.
 */
askedAt: string | null, 
/**
 * What is odd about its last fix.
 */
oddities: Array<Oddity>, 
/**
 * Degrees north.
 */
latitude: number, 
/**
 * Degrees east.
 */
longitude: number, 
/**
 * The nearest town.
 */
place: Place | null, };

/**
 * What was lost in reading, as it stands now.
 */
export type Losses = { 
/**
 * Entries of the list of devices without an id of their own: they can't be shown at all.
 */
devices: number, 
/**
 * Entries of the list of groups without an id.
 */
groups: number, 
/**
 * Devices with fields that can't be read.
 */
incompleteDevices: number, 
/**
 * The first of those, in the order of the service's list, at most 20.
 */
firstIncomplete: Array<DeviceLabel>, 
/**
 * Groups with fields that can't be read.
 */
incompleteGroups: number, };

/**
 * What lies within a viewport. Long lists are cut; the counts tell.
 */
export type MapList = { 
/**
 * The fleet's revision that this list shows.
 */
revision: number, 
/**
 * Vehicles that stand alone: those that need attention first, then by name.
 */
vehicles: Array<ListedVehicle>, 
/**
 * How many vehicles stand alone.
 */
vehiclesTotal: number, 
/**
 * Vehicles that are drawn as one, the largest first.
 */
clusters: Array<ListedCluster>, 
/**
 * How many clusters there are.
 */
clustersTotal: number, 
/**
 * How many devices all of that is.
 */
devices: number, };

/**
 * Names a part of the chosen map.
 */
export type MapPart = { "part": "tile", 
/**
 * The source's number.
 */
source: number, 
/**
 * Zoom.
 */
z: number, 
/**
 * Column, from the west.
 */
x: number, 
/**
 * Row, from the north.
 */
y: number, } | { "part": "glyphs", 
/**
 * The fonts, by which the server knows them.
 */
fonts: string, 
/**
 * Which letters, such as `0-255`.
 */
range: string, } | { "part": "spriteIndex", 
/**
 * Whether it is for screens of twice the density.
 */
double: boolean, } | { "part": "spriteImage", 
/**
 * Whether it is for screens of twice the density.
 */
double: boolean, };

/**
 * Names one part of the chosen map.
 */
export type MapPartArgs = { 
/**
 * The choice that it is of.
 */
epoch: number, 
/**
 * Which part.
 */
wanted: MapPart, };

/**
 * Asks for what a viewport shows.
 */
export type MapQuery = { 
/**
 * Which devices.
 */
filter: DeviceFilter, 
/**
 * The viewport.
 */
bounds: Bounds, 
/**
 * Zoom of the map, 0 for the whole world.
 */
zoom: number, 
/**
 * A device that is always shown by itself, also inside a cluster or outside the filter.
 */
selected: string | null, };

/**
 * What stands in the way of the chosen map.
 */
export type MapTrouble = { 
/**
 * The server's host, or the file's name.
 */
place: string, 
/**
 * What is wrong.
 */
kind: MapTroubleKind, 
/**
 * Details for a support case, in English.
 */
detail: string, 
/**
 * When the server may be asked again, in seconds from now; `None` if only a person can help.
 */
retryInS: number | null, };

/**
 * What stands in the way of a map.
 */
export type MapTroubleKind = "noNetwork" | "dns" | "tls" | "connectionLost" | "timeout" | "refused" | "busy" | "down" | "missing" | "moved" | "webPage" | "notATile" | "vectorTiles" | "tooLarge" | "notAMap" | "unsupported" | "fileMissing" | "fileUnreadable";

/**
 * What a viewport shows.
 */
export type MapView = { 
/**
 * The fleet's revision that this view shows.
 */
revision: number, 
/**
 * Devices that stand alone at this zoom.
 */
vehicles: Array<Vehicle>, 
/**
 * Devices that are drawn as one.
 */
clusters: Array<Cluster>, 
/**
 * The selected device, if it has a position.
 */
selected: Vehicle | null, 
/**
 * Devices that pass the filter and have no position, or none that can be believed.
 */
unplaced: number, };

/**
 * Words to find devices by, as they were pasted.
 */
export type MatchArgs = { 
/**
 * Names, ids or numbers.
 */
words: Array<string>, };

/**
 * Devices found by words that a person pasted.
 */
export type Matches = { 
/**
 * Each device once, in the order of the words.
 */
found: Array<DeviceRef>, 
/**
 * The words that no device has.
 */
unmatched: Array<string>, };

/**
 * Something that asks for a look.
 */
export type Matter = { 
/**
 * What it is.
 */
kind: MatterKind, 
/**
 * How many it concerns.
 */
count: number, 
/**
 * How many of them may send commands.
 */
commands: number, 
/**
 * The filter that shows the users it concerns.
 */
users: UserFilter | null, 
/**
 * Ids of the groups or devices it concerns.
 */
ids: Array<string>, };

/**
 * A device that a matter concerns.
 */
export type MatterDevice = { 
/**
 * Which.
 */
device: DeviceRef, 
/**
 * End of its subscription.
 */
expires: string | null, };

/**
 * Names some devices.
 */
export type MatterDevicesArgs = { 
/**
 * The service's ids.
 */
ids: Array<string>, };

/**
 * What asks for a look.
 */
export type MatterKind = "expired" | "expiringSoon" | "neverLoggedIn" | "longNotLoggedIn" | "seesNothing" | "emptyGroups" | "ungroupedDevices" | "expiringDevices";

/**
 * Views moved. Sent at most four times a second.
 */
export type Moved = { 
/**
 * Which.
 */
views: Array<ViewName>, };

/**
 * A device near a point.
 */
export type NearDevice = { 
/**
 * The service's id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it does.
 */
status: Status, 
/**
 * When the fix at whose place it is shown was measured.
 */
fixAt: string, 
/**
 * Degrees north of that place.
 */
latitude: number, 
/**
 * Degrees east of that place.
 */
longitude: number, 
/**
 * From the point to the fix, as the crow flies.
 */
distanceM: number, };

/**
 * Asks for the devices of a filter that are nearest to a point.
 */
export type NearestQuery = { 
/**
 * Which devices.
 */
filter: DeviceFilter, 
/**
 * Degrees north of the point.
 */
latitude: number, 
/**
 * Degrees east of the point.
 */
longitude: number, 
/**
 * How many at the most; never more than 50.
 */
limit: number, 
/**
 * A device that is left out: the one from which others are looked for.
 */
except: string | null, };

/**
 * No arguments.
 */
export type Nothing = Record<symbol, never>;

/**
 * A warning or an alert.
 */
export type Notice = { 
/**
 * The service's code.
 */
code: string | null, 
/**
 * The service's text.
 */
text: string | null, };

/**
 * Something that speaks against sending.
 */
export type Objection = "noFix" | "oldFix" | "oddFix" | "moving" | "noSpeed" | "held";

/**
 * What is odd about a device's last fix.
 */
export type Oddity = "future" | "atZero" | "jump" | "stuck" | "weakReception";

/**
 * How fast requests go out, and how fast they may.
 */
export type Pace = { 
/**
 * The mean of the last ten minutes, a minute; null before the first request.
 */
perMinute: number | null, 
/**
 * Requests in the last 60 seconds.
 */
lastMinute: number, 
/**
 * Requests a minute that the app allows itself at present.
 */
limitPerMinute: number, 
/**
 * How that is known.
 */
limitSource: LimitSource, 
/**
 * How often the limit of the minute was met in this run of the app.
 */
timesLimitMet: number, };

/**
 * A password that a user is to get.
 */
export type PasswordArgs = { "kind": "typed", 
/**
 * The password.
 */
password: string, } | { "kind": "generated", 
/**
 * Its number.
 */
number: number, };

/**
 * Names a password that the app made.
 */
export type PasswordNumber = { 
/**
 * Its number.
 */
number: number, };

/**
 * An alert that a device raised.
 */
export type PastAlertRow = { 
/**
 * When it was raised.
 */
at: string, 
/**
 * Which device raised it.
 */
device: DeviceRef, 
/**
 * The names of its kinds.
 */
names: Array<string>, 
/**
 * It in the service's words.
 */
text: string | null, 
/**
 * Who was told, and how, in the service's words.
 */
told: Array<string>, 
/**
 * Degrees north of where it was raised.
 */
latitude: number, 
/**
 * Degrees east of where it was raised.
 */
longitude: number, 
/**
 * The nearest town.
 */
near: Place | null, };

/**
 * What the past of several devices would take.
 */
export type PastCost = { 
/**
 * The day that it is, where the reader is.
 */
today: string, 
/**
 * Devices that it is about.
 */
devices: number, 
/**
 * Days that it is about.
 */
days: number, 
/**
 * Requests for what is not known yet.
 */
requests: number, 
/**
 * How long those take at the rate that is allowed now, in seconds.
 */
durationS: number, 
/**
 * Results of one device that the service gives in a day, where that was found out.
 */
resultsPerDay: number | null, };

/**
 * Why a command can't be sent as it is written.
 */
export type PayloadFault = "empty" | "control" | "hexDigit" | "hexPairs" | "base64" | "longForSms" | "long";

/**
 * How the text of a command is decoded.
 */
export type PayloadFormat = "text" | "hex" | "base64";

/**
 * The populated place nearest to a fix.
 */
export type Place = { 
/**
 * Its name.
 */
name: string, 
/**
 * The region that it lies in.
 */
region: string | null, 
/**
 * ISO 3166-1 alpha-2 code of its country.
 */
country: string, 
/**
 * From the fix to the middle of the place, as the crow flies.
 */
distanceM: number, };

/**
 * Names a plan.
 */
export type PlanArgs = { 
/**
 * Its number.
 */
plan: number, };

/**
 * Asks for a page of a plan.
 */
export type PlanItemsQuery = { 
/**
 * The plan's number.
 */
plan: number, 
/**
 * Which of its items.
 */
items: ItemsQuery, };

/**
 * What a task would do.
 */
export type PlanView = { 
/**
 * Its number; the last plan made is the only one that is kept.
 */
id: number, 
/**
 * Things that change.
 */
changes: number, 
/**
 * Things that are so already.
 */
unchanged: number, 
/**
 * Things that can't be changed so.
 */
unfit: number, 
/**
 * Whose view changes, those who gain and lose the same together, at most a hundred such lots;
 * null where the users could not be read.
 */
access: Array<AccessChange> | null, 
/**
 * How many users' views change.
 */
accessTotal: number, 
/**
 * How the service will get edits.
 */
way: Way, 
/**
 * What it takes to carry it out.
 */
cost: RequestCost, };

/**
 * A point on the globe, WGS 84.
 */
export type Position = { 
/**
 * Degrees north.
 */
latitude: number, 
/**
 * Degrees east.
 */
longitude: number, };

/**
 * What is known of the first device of a command, a moment before it is sent.
 */
export type Preflight = { 
/**
 * The device that would get it first; null if the selection holds none.
 */
device: DeviceRef | null, 
/**
 * For how many devices it is meant.
 */
devices: number, 
/**
 * Whether the service answered just now; otherwise the fix is what was known before.
 */
isAnswered: boolean, 
/**
 * The last fix; null if there is none.
 */
fix: PreflightFix | null, 
/**
 * What speaks against a dangerous command now.
 */
objections: Array<Objection>, };

/**
 * A fix as it matters to a command.
 */
export type PreflightFix = { 
/**
 * When the tracker measured it.
 */
at: string, 
/**
 * Where.
 */
position: Position, 
/**
 * The nearest town.
 */
place: Place | null, 
/**
 * Its speed in the unit in force.
 */
speedKmh: number | null, 
/**
 * The highest speed that the figure can mean.
 */
worstSpeedKmh: number | null, 
/**
 * Whether the ignition is on.
 */
ignition: boolean | null, };

/**
 * A change that is to be looked at before it is sent.
 */
export type PreviewArgs = { 
/**
 * The change.
 */
change: AnyChange, 
/**
 * Whether a password is to go with it.
 */
hasPassword: boolean, };

/**
 * A failure that lasts.
 */
export type Problem = { 
/**
 * What.
 */
error: ErrorBody, 
/**
 * Since when.
 */
since: string, };

/**
 * What today comes to at the present rate.
 */
export type Projection = { 
/**
 * Requests since today began.
 */
counted: number, 
/**
 * Requests until it ends; null where there is no rate yet.
 */
byMidnight: number | null, 
/**
 * When it ends.
 */
midnight: string, };

/**
 * A measured thing along a route.
 */
export type Reading = { 
/**
 * What.
 */
kind: ReadingKind, 
/**
 * Its value at each point.
 */
values: Array<number | null>, };

/**
 * What a tracker measures beside place and speed.
 */
export type ReadingKind = "fuel" | "fuel2" | "temperature" | "temperature2" | "battery" | "engineRpm";

/**
 * What of the fleet is shown as it was known in the last session.
 */
export type RecalledView = { 
/**
 * The newest that was known then.
 */
asOf: string, 
/**
 * Devices that are shown as they were then, and await news.
 */
devices: number, 
/**
 * All devices.
 */
total: number, };

/**
 * A day of all devices, or of one.
 */
export type ReportDay = { 
/**
 * The day, where the reader is.
 */
day: string, 
/**
 * What it comes to. A trip over midnight counts where it begins.
 */
line: ReportLine, };

/**
 * What the rows of a report are ordered by. Devices without the value come last, whichever the
 * direction.
 */
export type ReportKey = "name" | "distance" | "moving" | "idling" | "standing" | "stops" | "topSpeed" | "speeding" | "fuelUsed" | "alerts" | "daysKnown";

/**
 * What a device did in a time, or several devices.
 */
export type ReportLine = { 
/**
 * Distance, times, speeds and fuel.
 */
sums: Sums, 
/**
 * How often, and how long, it was faster than the limit; `None` where no limit was set or no
 * speed is known.
 */
speeding: Speeding | null, 
/**
 * Alerts that began.
 */
alerts: number, };

/**
 * What a report is to be about. Days begin and end where the reader is.
 */
export type ReportOrder = { 
/**
 * Whose doings.
 */
devices: DeviceSelection, 
/**
 * The first day.
 */
first: string, 
/**
 * The last day, no earlier than the first.
 */
last: string, 
/**
 * The reader's time zone by its IANA name. One that is not known is read as UTC.
 */
timeZone: string, 
/**
 * The speed above which it counts as speeding; `None` counts nothing.
 */
limitKmh: number | null, };

/**
 * A page of a report.
 */
export type ReportPage = { 
/**
 * All rows.
 */
matched: number, 
/**
 * Position of the first row.
 */
offset: number, 
/**
 * The rows.
 */
rows: Array<ReportRow>, };

/**
 * What a report comes to in all.
 */
export type ReportResult = { 
/**
 * Every day, oldest first.
 */
days: Array<ReportDay>, 
/**
 * All days of all devices.
 */
total: ReportLine, 
/**
 * Devices of which not every day is known.
 */
incomplete: number, 
/**
 * Whether the unit of speeds is still unknown, so that none is told.
 */
isSpeedUnknown: boolean, };

/**
 * A device in a report.
 */
export type ReportRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Which.
 */
device: DeviceRef, 
/**
 * What it did in all days.
 */
line: ReportLine, 
/**
 * Days of which everything is known.
 */
daysKnown: number, };

/**
 * Asks for a page of a report.
 */
export type ReportRowsQuery = { 
/**
 * What to order by.
 */
key: ReportKey, 
/**
 * From high to low.
 */
descending: boolean, 
/**
 * How many rows to pass over.
 */
offset: number, 
/**
 * How many rows to answer, at most 500.
 */
limit: number, };

/**
 * What is done for a report.
 */
export type ReportStage = "fetching" | "reckoning" | "done" | "cancelled" | "failed";

/**
 * How the report stands that was ordered last.
 */
export type ReportState = { 
/**
 * What is there of it.
 */
report: ReportView, 
/**
 * What went wrong last.
 */
problem: ErrorBody | null, };

/**
 * How the report stands that was ordered last.
 */
export type ReportView = { 
/**
 * Its number; another report has another.
 */
number: number, 
/**
 * What was ordered.
 */
order: ReportOrder, 
/**
 * Devices that it is about.
 */
devices: number, 
/**
 * What is done now.
 */
stage: ReportStage, 
/**
 * Requests that it takes.
 */
requestsTotal: number, 
/**
 * Requests that are done.
 */
requestsDone: number, 
/**
 * Devices that something is asked about.
 */
askedTotal: number, 
/**
 * Devices of which nothing more is asked.
 */
askedDone: number, 
/**
 * Devices of which the service gives no more results today.
 */
spent: number, 
/**
 * Devices of which it would not tell for another reason.
 */
refused: number, 
/**
 * Devices that are reckoned up.
 */
reckoned: number, 
/**
 * How the fetching ended; `running` until then.
 */
fetched: FetchState, 
/**
 * What it comes to, once it is there.
 */
result: ReportResult | null, };

/**
 * A fix whose time or place is not believed, as it was reported.
 */
export type ReportedFix = { 
/**
 * Where it says that the device is.
 */
position: Position, 
/**
 * When it says that it was measured.
 */
fixAt: string, 
/**
 * When the first in a row that are not believed was measured.
 */
since: string, };

/**
 * What something takes that sends many requests.
 */
export type RequestCost = { 
/**
 * Requests, if each goes well at the first time.
 */
requests: number, 
/**
 * How long they take at the rate that is allowed now, in seconds.
 */
durationS: number, 
/**
 * That rate, a minute.
 */
perMinute: number, 
/**
 * How that is known.
 */
limitSource: LimitSource, };

/**
 * What a request is about, as people tell them apart.
 */
export type RequestKind = "positions" | "history" | "lists" | "users" | "changes" | "commands" | "signIn";

/**
 * A round that is over.
 */
export type RoundTime = { 
/**
 * When it ended, by the service's clock.
 */
endedAt: string, 
/**
 * How long it took, in seconds.
 */
durationS: number, 
/**
 * Devices of the account then.
 */
devices: number, };

/**
 * Rounds through the fleet, in each of which every device is asked about once.
 */
export type Rounds = { 
/**
 * Devices of the account.
 */
devices: number, 
/**
 * Seconds that a round takes at the present rate of questions; null without a rate.
 */
atPresentS: number | null, 
/**
 * Seconds that it would take if all that is allowed went into it.
 */
atLimitS: number | null, 
/**
 * The last rounds, newest first, at most ten.
 */
last: Array<RoundTime>, };

/**
 * An alert that began on the way.
 */
export type RouteAlert = { 
/**
 * Its number in the range, from 1.
 */
number: number, 
/**
 * When it began, and where the device was last believed to be then.
 */
start: EndView, 
/**
 * The number of the trip that it began on; `None` at a stop.
 */
trip: number | null, 
/**
 * The service's code.
 */
code: string, 
/**
 * What the service says of it.
 */
text: string | null, };

/**
 * The forms in which a route can be saved.
 */
export type RouteFormat = "gpx" | "kml" | "geojson" | "csv" | "xlsx";

/**
 * Asks for the past as far as it is known, at most so many points of it.
 */
export type RouteQuery = { 
/**
 * The days.
 */
days: HistoryQuery, 
/**
 * Only what lies from this moment on.
 */
from: string | null, 
/**
 * Only what lies up to this moment.
 */
to: string | null, 
/**
 * The most points to answer with, at least 2. Where there are more fixes, those that say the most
 * of the line and of the extremes are taken.
 */
mostPoints: number, };

/**
 * Points of a route in columns of equal length, oldest first: the i-th number of each belongs to the
 * same fix.
 */
export type RouteView = { 
/**
 * How many fixes there are in the range, those that the statistics leave out counted too.
 */
fixes: number, 
/**
 * When each was measured, seconds of the Unix epoch.
 */
atS: Array<number>, 
/**
 * Degrees.
 */
latitudes: Array<number>, 
/**
 * Degrees.
 */
longitudes: Array<number>, 
/**
 * Number of the trip that each belongs to, as in [`Journeys`]; `None` at a stop.
 */
trips: Array<number | null>, 
/**
 * Whether nothing was known before it for so long that no line should lead to it.
 */
afterGap: Array<boolean>, 
/**
 * Kilometres an hour.
 */
speedKmh: Array<number | null>, 
/**
 * Degrees clockwise from north.
 */
courseDeg: Array<number | null>, 
/**
 * Whether the ignition (input 1) is on.
 */
ignition: Array<boolean | null>, 
/**
 * Which other input lines were on, from input 2 on, each of the length of the others; those that
 * were never on are left out.
 */
inputs: Array<InputLine>, 
/**
 * What else the tracker measured, each of the length of the others; those of which nothing is
 * known are left out.
 */
readings: Array<Reading>, };

/**
 * Asks where a device stands in the list.
 */
export type RowIndexQuery = { 
/**
 * The device.
 */
id: string, 
/**
 * Which devices the list shows.
 */
filter: DeviceFilter, 
/**
 * In which order.
 */
sort: Sort, };

/**
 * Tells which rows of the device list are on the screen.
 */
export type RowsLook = { 
/**
 * Which devices the list shows.
 */
filter: DeviceFilter, 
/**
 * In which order.
 */
sort: Sort, 
/**
 * The first row in sight.
 */
first: number, 
/**
 * The last row in sight.
 */
last: number, };

/**
 * A page of the device list.
 */
export type RowsPage = { 
/**
 * The fleet's revision that this page shows.
 */
revision: number, 
/**
 * All devices of the account.
 */
total: number, 
/**
 * Devices that pass the filter.
 */
matched: number, 
/**
 * Position of the first row among the matched ones.
 */
offset: number, 
/**
 * The rows.
 */
rows: Array<DeviceRow>, 
/**
 * Devices by status that pass all of the filter but its statuses.
 */
counts: StatusCounts, 
/**
 * Devices with something odd that pass the filter, whether or not it asks for them.
 */
odd: number, };

/**
 * Asks for a page of the device list.
 */
export type RowsQuery = { 
/**
 * Which devices.
 */
filter: DeviceFilter, 
/**
 * In which order.
 */
sort: Sort, 
/**
 * How many rows to pass over.
 */
offset: number, 
/**
 * How many rows to answer, at most 500.
 */
limit: number, };

/**
 * A rule that a change can break.
 */
export type Rule = "missing" | "taken" | "invalid" | "unreadable" | "unknown" | "notUnderstood" | "twice";

/**
 * A filter, an order and columns under a name.
 */
export type SavedView = { 
/**
 * Its name, unique among the views.
 */
name: string, 
/**
 * What was typed as chips, word for word.
 */
chips: Array<string>, 
/**
 * What was typed beside them.
 */
text: string, 
/**
 * The order.
 */
sort: UserSort, 
/**
 * The columns that are shown, by the window's names for them.
 */
columns: Array<string>, };

/**
 * The views that are to be kept.
 */
export type SavedViewsArgs = { 
/**
 * All of them, in order.
 */
views: Array<SavedView>, };

/**
 * What a person has seen.
 */
export type Seen = { "of": "all" } | { "of": "one", 
/**
 * Which.
 */
number: number, } | { "of": "device", 
/**
 * The service's id.
 */
id: string, };

/**
 * The services that the welcome page offers.
 */
export type Service = "plaspy" | "factoryIlGps" | "other" | "demo";

/**
 * Who is signed in, and what stands in the way if nobody is.
 */
export type SessionView = { 
/**
 * The active account.
 */
account: AccountView | null, 
/**
 * The account used last, to fill the form with.
 */
last: AccountView | null, 
/**
 * The start is still finding out whether an account can be resumed.
 */
resuming: boolean, 
/**
 * Why the account used last could not be resumed.
 */
problem: ErrorBody | null, };

/**
 * The settings; a field that is missing or unknown in the store gets its default.
 */
export type Settings = { 
/**
 * Units of distance and speed.
 */
units: Units, 
/**
 * Language of the texts.
 */
language: Language, 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * Where the lines between statuses run.
 */
thresholds: Thresholds, 
/**
 * Columns of the device list in their order, by the UI's names; `None` for its default.
 */
deviceColumns: Array<string> | null, 
/**
 * What the fleet is shown on.
 */
baseMap: BaseMapSettings, 
/**
 * For how many days the past of devices is kept on this computer: 1 to 3650.
 */
historyDays: number, 
/**
 * Where the lines between stops and trips run.
 */
tripRules: TripRules, 
/**
 * How a person is told of new critical alerts.
 */
alerts: AlertSettings, };

/**
 * A file to be saved.
 */
export type SheetFile = { 
/**
 * The file, in Base64.
 */
base64: string, };

/**
 * A kind of file.
 */
export type SheetFormat = "csv" | "xlsx";

/**
 * How a table is written.
 */
export type SheetManner = { 
/**
 * The kind of file.
 */
format: SheetFormat, 
/**
 * The words of the person's language.
 */
texts: SheetTexts, 
/**
 * The person's time zone, by its IANA name.
 */
zone: string, };

/**
 * What a table of changes is about.
 */
export type SheetSubject = "group" | "user";

/**
 * The words of one language in a spreadsheet.
 */
export type SheetTexts = { 
/**
 * Titles by the names of columns: those of [`crate::change::Field`], `id`, `device`, `lastLogin`,
 * `creation`, `modification` and `password`.
 */
columns: { [key in string]: string }, 
/**
 * Yes.
 */
yes: string, 
/**
 * No.
 */
no: string, };

/**
 * A password that the app made, shown because a person asked for it.
 */
export type ShownPassword = { 
/**
 * The password.
 */
password: string, };

/**
 * What a user sees and why, as far as the API shows.
 */
export type Sight = { 
/**
 * The group whose devices the user sees, by name; null for none.
 */
group: string | null, 
/**
 * The account has such a group.
 */
isGroupKnown: boolean, 
/**
 * The one device that the user sees; null for none.
 */
device: DeviceRef | null, 
/**
 * How many devices that makes; null for a user whom neither limits.
 */
devices: number | null, };

/**
 * What a person typed to sign in. The one place where a secret crosses the boundary, inward.
 */
export type SignIn = { 
/**
 * Which service; not `demo`.
 */
service: Service, 
/**
 * The address, for `other`.
 */
baseUrl: string | null, 
/**
 * The user name.
 */
userName: string, 
/**
 * The API key.
 */
apiKey: string, 
/**
 * Where to keep the key.
 */
keepKey: KeyPlace, };

/**
 * How to sign out.
 */
export type SignOut = { 
/**
 * Also deletes what this computer keeps of the account, but for the journal of its changes.
 */
forgetAccount: boolean, };

/**
 * How the start of a status is known.
 */
export type SinceSource = "observed" | "service";

/**
 * An order of rows. Ties are broken by name, then by id, so that rows never swap by chance.
 */
export type Sort = { 
/**
 * What to order by.
 */
key: SortKey, 
/**
 * From high to low.
 */
descending: boolean, };

/**
 * What rows are ordered by. Devices without the value come last, whichever the direction.
 */
export type SortKey = "name" | "status" | "speed" | "fixAt" | "askedAt" | "battery" | "fuel" | "ignition" | "place" | "expires" | "phoneNumber" | "alerts";

/**
 * A map inside the app.
 */
export type Source = "world" | "streets";

/**
 * What the stretches said when the unit was decided.
 */
export type SpeedFinding = { 
/**
 * The unit.
 */
unit: SpeedUnit, 
/**
 * Stretches that speak for it.
 */
stretches: number, 
/**
 * Vehicles that drove them.
 */
vehicles: number, 
/**
 * Stretches that speak for the other unit.
 */
against: number, 
/**
 * When it was decided, by the service's clock.
 */
since: string, };

/**
 * The unit in force, and why.
 */
export type SpeedReading = { 
/**
 * The unit in which the service's speeds are read.
 */
unit: SpeedUnit, 
/**
 * Where that comes from.
 */
source: SpeedSource, 
/**
 * What the stretches say, also where a person chose.
 */
found: SpeedFinding | null, 
/**
 * What was gathered since the account was opened.
 */
votes: SpeedVotes, };

/**
 * Where the unit in force comes from.
 */
export type SpeedSource = "chosen" | "found" | "assumed";

/**
 * A unit in which the service may send speeds.
 */
export type SpeedUnit = "metresPerSecond" | "kilometresPerHour";

/**
 * Sets the unit in which the service's speeds are read.
 */
export type SpeedUnitArgs = { 
/**
 * The unit; null to go by what vehicles drive.
 */
unit: SpeedUnit | null, };

/**
 * What was gathered since the account was opened.
 */
export type SpeedVotes = { 
/**
 * Stretches that speak for m/s.
 */
metresPerSecond: number, 
/**
 * Stretches that speak for km/h.
 */
kilometresPerHour: number, 
/**
 * Vehicles that drove either.
 */
vehicles: number, };

/**
 * How often, and how long, a device was faster than a limit.
 */
export type Speeding = { 
/**
 * Times that it began to be.
 */
times: number, 
/**
 * Seconds in all.
 */
durationS: number, };

/**
 * A device whose limit of the day was met.
 */
export type SpentDevice = { 
/**
 * The device.
 */
device: DeviceRef, 
/**
 * When the limit was first met on that day.
 */
metAt: string, 
/**
 * Answers about it before that, since the day by UTC or this run of the app began.
 */
answers: number, };

/**
 * Whether a user can sign in now.
 */
export type Standing = "active" | "notYet" | "expired" | "disabled";

/**
 * What a device does, in the order in which a fleet manager wants to see it.
 */
export type Status = "moving" | "idling" | "parked" | "silent" | "neverReported" | "notAsked";

/**
 * How many devices have each status.
 */
export type StatusCounts = { 
/**
 * On the move.
 */
moving: number, 
/**
 * Standing with the ignition on.
 */
idling: number, 
/**
 * Standing.
 */
parked: number, 
/**
 * Asked, and the last fix is old.
 */
silent: number, 
/**
 * Asked, and the service has no fix at all.
 */
neverReported: number, 
/**
 * Not asked yet since this account was opened.
 */
notAsked: number, };

/**
 * Since when a device has its status.
 */
export type StatusSince = { 
/**
 * The time.
 */
at: string, 
/**
 * How it is known.
 */
source: SinceSource, };

/**
 * How the active account's connection stands. Times are by the service's clock.
 */
export type StatusView = { 
/**
 * The state in a word.
 */
connection: Connection, 
/**
 * What is wrong now, and since when.
 */
problem: Problem | null, 
/**
 * End of the token's validity; `None` without a token or where the service does not say.
 */
tokenExpiresAt: string | null, 
/**
 * Whether there is a token.
 */
hasToken: boolean, 
/**
 * Requests sent in the last 60 seconds.
 */
requestsLastMinute: number, 
/**
 * Requests a minute that the app allows itself at present.
 */
limitPerMinute: number, 
/**
 * How that is known.
 */
limitSource: LimitSource, 
/**
 * How often devices on the watch list are asked about at that limit, in seconds.
 */
watchPromiseS: number, 
/**
 * `apiUsage` of the last answer; its meaning is not documented.
 */
apiUsage: number | null, 
/**
 * `apiDailyUsage` of the last answer.
 */
apiDailyUsage: number | null, 
/**
 * The running round through the fleet.
 */
sweep: Sweep | null, 
/**
 * Nothing is asked until then, because the service said to wait.
 */
pausedUntil: string | null, 
/**
 * Devices of which the service gives no more results today.
 */
spentDevices: number, 
/**
 * What of the fleet is shown as it was known in the last session; `None` once nothing is.
 */
recalled: RecalledView | null, 
/**
 * Why the fleet can't be kept for the next start, or could not be read at this one.
 */
keepingProblem: ErrorBody | null, 
/**
 * When the list of devices was last read.
 */
devicesListedAt: string | null, 
/**
 * Service clock minus this computer's clock.
 */
clockOffsetMs: number, };

/**
 * A stop.
 */
export type StopView = { 
/**
 * Its number in the range, from 1.
 */
number: number, 
/**
 * When and where it began.
 */
start: EndView, 
/**
 * When it ended, or the last that is known of it.
 */
until: string, 
/**
 * How long it lasted.
 */
durationS: number, 
/**
 * How long of that the ignition was on.
 */
idlingS: number, };

/**
 * What an entry is about.
 */
export type Subject = "group" | "user" | "command";

/**
 * Sums of a trip, a day, or a range.
 */
export type Sums = { 
/**
 * Trips.
 */
trips: number, 
/**
 * Stops.
 */
stops: number, 
/**
 * How far.
 */
distanceM: number, 
/**
 * How that is known.
 */
distanceSource: DistanceSource, 
/**
 * Time under way, without standing in traffic.
 */
movingS: number, 
/**
 * Time standing with the ignition on, within trips too.
 */
idlingS: number, 
/**
 * Time standing otherwise.
 */
standingS: number, 
/**
 * The highest speed; `None` where no speed is known.
 */
topSpeedKmh: number | null, 
/**
 * Distance over time under way.
 */
meanSpeedKmh: number | null, 
/**
 * Percent of the tank that was used, fillings left out; `None` where the tracker doesn't tell.
 */
fuelUsedPercent: number | null, 
/**
 * The lowest temperature in degrees Celsius.
 */
lowestTemperatureC: number | null, 
/**
 * The highest temperature in degrees Celsius.
 */
highestTemperatureC: number | null, 
/**
 * How many seconds each input line was on, from input 1 on; `None` where it was not told.
 */
inputsOnS: (number | null)[], };

/**
 * A round through the fleet, from its start until every device was asked once.
 */
export type Sweep = { 
/**
 * Devices asked in this round.
 */
asked: number, 
/**
 * Devices of the account.
 */
total: number, 
/**
 * When the round began.
 */
startedAt: string, };

/**
 * A key of tags, with the values that devices have of it.
 */
export type TagKey = { 
/**
 * The key.
 */
key: string, 
/**
 * How many values pass the words.
 */
matched: number, 
/**
 * The first of them: those of most devices first.
 */
values: Array<TagValue>, };

/**
 * A value of a tag.
 */
export type TagValue = { 
/**
 * The value.
 */
value: string, 
/**
 * How many devices have it.
 */
devices: number, };

/**
 * Asks for tags.
 */
export type TagsQuery = { 
/**
 * Words looked for in key and value; case and accents don't count, every word must be found.
 */
text: string, };

/**
 * Light or dark.
 */
export type Theme = "system" | "light" | "dark";

/**
 * Where the lines between statuses run.
 */
export type Thresholds = { 
/**
 * From this speed on a vehicle moves; below, GPS noise counts as standing.
 */
movingSpeedKmh: number, 
/**
 * A fix older than this when we asked makes a device silent.
 */
silentAfterMinutes: number, };

/**
 * Names one tile of the offline map.
 */
export type TileArgs = { 
/**
 * Which map.
 */
source: Source, 
/**
 * Zoom.
 */
z: number, 
/**
 * Column, from the west.
 */
x: number, 
/**
 * Row, from the north.
 */
y: number, };

/**
 * Why nothing is kept.
 */
export type TileCacheTrouble = "diskFull" | "failed";

/**
 * What is kept of online maps.
 */
export type TileCacheView = { 
/**
 * How much room it takes.
 */
sizeBytes: number, 
/**
 * Why nothing is kept at present.
 */
trouble: TileCacheTrouble | null, };

/**
 * The tiles of one source.
 */
export type TileSet = { 
/**
 * The source's number, for [`MapPart::Tile`].
 */
source: number, 
/**
 * The least zoom that has tiles.
 */
minZoom: number, 
/**
 * The greatest zoom that has tiles.
 */
maxZoom: number, 
/**
 * The side of a tile, in pixels.
 */
tileSizePx: number, 
/**
 * West, south, east and north of what has tiles, in degrees.
 */
bounds: [number, number, number, number] | null, 
/**
 * Who made it: HTML of text and https links only.
 */
credit: string, };

/**
 * Where the lines between stops and trips run. Each has its bounds, see [`TripRules::check`].
 */
export type TripRules = { 
/**
 * A vehicle that stays within so many metres may stand.
 */
stopRadiusM: number, 
/**
 * It stops if it does so for so many seconds.
 */
stopAfterS: number, 
/**
 * After so many seconds without a fix nobody knows what it did.
 */
gapAfterS: number, 
/**
 * From this speed in km/h on it is under way.
 */
movingSpeedKmh: number, };

/**
 * A trip.
 */
export type TripView = { 
/**
 * Its number in the range, from 1.
 */
number: number, 
/**
 * Its beginning.
 */
start: EndView, 
/**
 * Its end.
 */
end: EndView, 
/**
 * What it comes to.
 */
sums: Sums, 
/**
 * Alerts that began on it.
 */
alerts: number, };

/**
 * Why something that was begun went wrong.
 */
export type Trouble = { 
/**
 * What kind of failure; the UI has texts for every code.
 */
code: ErrorCode, 
/**
 * The service's own words, where it sent any.
 */
words: string | null, };

/**
 * Units of distance and speed.
 */
export type Units = "metric" | "imperial";

/**
 * A critical alert that rose while the app looked.
 */
export type UnreadAlert = { 
/**
 * Tells it from the account's others.
 */
number: number, 
/**
 * The device's id.
 */
device: string, 
/**
 * The device's name then.
 */
name: string, 
/**
 * The service's code; empty where it only says that something is critical.
 */
code: string, 
/**
 * What the service says of it.
 */
text: string | null, 
/**
 * When the tracker measured the fix that raised it.
 */
at: string, };

/**
 * The critical alerts that nobody has seen yet.
 */
export type UnreadView = { 
/**
 * Newest first, at most 500.
 */
alerts: Array<UnreadAlert>, 
/**
 * The device of a notification that a person has clicked: to be opened.
 */
called: string | null, };

/**
 * What was sent on a day of the reader's.
 */
export type UsageDay = { 
/**
 * When it begins.
 */
start: string, 
/**
 * The kinds of which something was sent.
 */
kinds: Array<KindUsage>, };

/**
 * What was sent within an hour.
 */
export type UsageHour = { 
/**
 * When it begins.
 */
start: string, 
/**
 * Whether it is of today.
 */
isToday: boolean, 
/**
 * The kinds of which something was sent.
 */
kinds: Array<KindUsage>, };

/**
 * What was sent within a minute.
 */
export type UsageMinute = { 
/**
 * When it begins.
 */
start: string, 
/**
 * Requests.
 */
requests: number, 
/**
 * Requests a minute that the app allowed itself then.
 */
limitPerMinute: number, };

/**
 * Asks for what was sent.
 */
export type UsageQuery = { 
/**
 * The reader's time zone by its IANA name, which says where days begin. One that is not known is
 * read as UTC.
 */
timeZone: string, };

/**
 * What was sent, and what that leads to. Times are by this computer's clock but for the rounds', which
 * are by the service's.
 */
export type UsageView = { 
/**
 * When this was found out.
 */
at: string, 
/**
 * When the first request of this run of the app went out. Minutes, devices and counters are known
 * since then.
 */
since: string | null, 
/**
 * Every hour of yesterday, and of today up to the running one, oldest first.
 */
hours: Array<UsageHour>, 
/**
 * Today, yesterday, and the days before on which anything was sent, newest first.
 */
days: Array<UsageDay>, 
/**
 * The whole minutes of the last hour since then, oldest first.
 */
minutes: Array<UsageMinute>, 
/**
 * How fast requests go out.
 */
pace: Pace, 
/**
 * What today comes to.
 */
projection: Projection, 
/**
 * Rounds through the fleet.
 */
rounds: Rounds, 
/**
 * Results that the service gives of one device in a day, where that was found out.
 */
resultsPerDay: number | null, 
/**
 * How many devices' limits of the day were met, today and yesterday by UTC.
 */
spentTotal: number, 
/**
 * Those of them that were met last, at most 100.
 */
spent: Array<SpentDevice>, 
/**
 * The service's own counters, answer by answer, newest first.
 */
counters: Array<CounterStep>, };

/**
 * What is done to each user.
 */
export type UserAction = { "kind": "disable", 
/**
 * What the user is told; null leaves what is there.
 */
message: string | null, } | { "kind": "enable" } | { "kind": "expire", 
/**
 * When; null for never.
 */
at: string | null, } | { "kind": "extend", 
/**
 * By so many days.
 */
days: number, } | { "kind": "group", 
/**
 * The group's id; null for none.
 */
group: string | null, } | { "kind": "privileges", 
/**
 * Given.
 */
add: Array<string>, 
/**
 * Taken.
 */
remove: Array<string>, } | { "kind": "tags", 
/**
 * Set.
 */
set: { [key in string]: string }, 
/**
 * Taken, by name.
 */
remove: Array<string>, } | { "kind": "timeZone", 
/**
 * Its key.
 */
timeZone: string, } | { "kind": "message", 
/**
 * The message; empty for none.
 */
message: string, };

/**
 * Names one user.
 */
export type UserArgs = { 
/**
 * The service's id.
 */
id: string, };

/**
 * What a user's fields can hold, and what those of the account hold.
 */
export type UserChoices = { 
/**
 * Countries by their codes; empty where the service does not tell.
 */
countries: { [key in string]: string }, 
/**
 * Descriptions of the time zones by their keys; empty where the service does not tell.
 */
timeZones: { [key in string]: string }, 
/**
 * Privileges that users of the account have, the most frequent first.
 */
privileges: Array<string>, 
/**
 * Names of tags that users of the account have.
 */
tags: Array<string>, };

/**
 * What can be asked of a user. Words are found within the value; none at all mean any value.
 */
export type UserCondition = { "kind": "text", 
/**
 * Which text.
 */
of: UserText, 
/**
 * The words.
 */
words: string, } | { "kind": "tag", 
/**
 * The tag's name; empty for any.
 */
name: string, 
/**
 * The words.
 */
words: string, } | { "kind": "moment", 
/**
 * Which moment.
 */
of: UserMoment, 
/**
 * Where it lies.
 */
lies: Lies, } | { "kind": "state", 
/**
 * How.
 */
state: UserState, };

/**
 * One user, whole.
 */
export type UserDetail = { 
/**
 * As in the table.
 */
row: UserRow, 
/**
 * The devices that the user sees, in the order of their names; null for a user who is not
 * limited.
 */
sees: Array<DeviceRef> | null, };

/**
 * Which users. All that is given must hold.
 */
export type UserFilter = { 
/**
 * Words looked for in every text of a user, its group's and device's name included; case and
 * accents don't count, and every word must be found.
 */
text: string, 
/**
 * What must hold besides.
 */
terms: Array<UserTerm>, };

/**
 * What a person can set of a user. Texts are empty for none.
 */
export type UserForm = { 
/**
 * The person's name.
 */
name: string, 
/**
 * The user name, an e-mail address mostly.
 */
email: string, 
/**
 * A code of the service's list of countries, or what the service has instead.
 */
country: string, 
/**
 * A key of the service's list of time zones.
 */
timeZone: string, 
/**
 * A free description.
 */
description: string, 
/**
 * A message shown to the user.
 */
message: string, 
/**
 * Whether the user is shut out.
 */
disabled: boolean, 
/**
 * What a disabled user is told.
 */
disabledMessage: string, 
/**
 * Free tags, text to text.
 */
tags: { [key in string]: string }, 
/**
 * What the user may do, as the account spells it.
 */
privileges: Array<string>, 
/**
 * Id of the group whose devices the user sees; what the service has where that is no group of
 * the account.
 */
group: string, 
/**
 * Id of the one device that the user sees.
 */
deviceId: string, 
/**
 * How many devices an administrator of an own account may have.
 */
adminDevices: number | null, 
/**
 * From when the account is valid.
 */
from: string | null, 
/**
 * Until when the account is valid.
 */
expires: string | null, };

/**
 * Asks where a user stands in the table.
 */
export type UserIndexQuery = { 
/**
 * The user.
 */
id: string, 
/**
 * Which users the table shows.
 */
filter: UserFilter, 
/**
 * In which order.
 */
sort: UserSort, };

/**
 * A moment of a user.
 */
export type UserMoment = "from" | "expires" | "creation" | "modification" | "lastLogin";

/**
 * A user as a row of the table.
 */
export type UserRow = { 
/**
 * The service's id.
 */
id: string, 
/**
 * The name by which people know the user: the person's, or else the user name, or else the id.
 */
name: string, 
/**
 * What a person can set of it.
 */
form: UserForm, 
/**
 * Whether the user can sign in now, and why not.
 */
standing: Standing, 
/**
 * What the user sees, and why.
 */
sight: Sight, 
/**
 * When the user was made.
 */
createdAt: string | null, 
/**
 * When the user was last changed.
 */
modifiedAt: string | null, 
/**
 * When the user last signed in.
 */
lastLoginAt: string | null, 
/**
 * Has a privilege that speaks of commands.
 */
commands: boolean, 
/**
 * Fields that the service sent and that could not be read, by their names on the wire.
 */
unreadable: Array<string>, };

/**
 * Which users something is to be done to.
 */
export type UserSelection = { "kind": "ids", 
/**
 * Their ids.
 */
ids: Array<string>, } | { "kind": "matching", 
/**
 * The filter.
 */
filter: UserFilter, 
/**
 * Ids of those that were taken out.
 */
except: Array<string>, };

/**
 * An order of rows. Ties are broken by name, then by id.
 */
export type UserSort = { 
/**
 * What to order by.
 */
key: UserSortKey, 
/**
 * From high to low.
 */
descending: boolean, };

/**
 * What rows are ordered by. Users without the value come last, whichever the direction.
 */
export type UserSortKey = "name" | "email" | "state" | "group" | "device" | "sees" | "privileges" | "country" | "timeZone" | "description" | "message" | "adminDevices" | "from" | "expires" | "creation" | "modification" | "lastLogin";

/**
 * How a user stands.
 */
export type UserState = "active" | "disabled" | "expired" | "notYet" | "seesNothing" | "seesAll" | "commands" | "incomplete";

/**
 * A condition, or its opposite.
 */
export type UserTerm = { 
/**
 * The opposite.
 */
not: boolean, 
/**
 * The condition.
 */
is: UserCondition, };

/**
 * A text of a user.
 */
export type UserText = "any" | "name" | "email" | "group" | "device" | "privilege" | "country" | "timeZone" | "description" | "message";

/**
 * A page of the users' table.
 */
export type UsersPage = { 
/**
 * Grows whenever users or groups are read anew.
 */
revision: number, 
/**
 * When the users were read, by the service's clock.
 */
readAt: string, 
/**
 * Users that came without an id and can't be shown.
 */
lost: number, 
/**
 * All users of the account.
 */
total: number, 
/**
 * Users that pass the filter.
 */
matched: number, 
/**
 * Position of the first row among the matched ones.
 */
offset: number, 
/**
 * The rows.
 */
rows: Array<UserRow>, };

/**
 * Asks for a page of the users' table.
 */
export type UsersQuery = { 
/**
 * Which users.
 */
filter: UserFilter, 
/**
 * In which order.
 */
sort: UserSort, 
/**
 * How many rows to pass over.
 */
offset: number, 
/**
 * How many rows to answer, at most 500.
 */
limit: number, };

/**
 * One device on the map.
 */
export type Vehicle = { 
/**
 * The service's id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Degrees north.
 */
latitude: number, 
/**
 * Degrees east.
 */
longitude: number, 
/**
 * Direction of travel, degrees clockwise from north.
 */
courseDeg: number | null, 
/**
 * What the device does.
 */
status: Status, 
/**
 * It needs attention at once.
 */
critical: boolean, 
/**
 * When the fix at whose place it is shown was measured; the marker fades with its age.
 */
fixAt: string, 
/**
 * When the service last answered about it.
 */
askedAt: string | null, 
/**
 * What is odd about its last fix.
 */
oddities: Array<Oddity>, 
/**
 * The way that it came, oldest first and without where it is: pairs of degrees east and north,
 * as maps take them. Only of vehicles that move, from close by, and of the selected one.
 */
trail: Array<[number, number]>, };

/**
 * What commands show, as far as it moves by itself.
 */
export type ViewName = "session" | "devices" | "groups" | "users" | "journal" | "job" | "status" | "history" | "commands" | "reports" | "alerts" | "unread" | "usage" | "settings" | "baseMap" | "mapTrouble" | "tileCache";

/**
 * A user who sees a device.
 */
export type Viewer = { 
/**
 * The user's id.
 */
id: string, 
/**
 * The user's name.
 */
name: string, 
/**
 * The group by which the user sees it; null where it is the user's own device.
 */
group: string | null, 
/**
 * Whether the user can sign in now.
 */
standing: Standing, };

/**
 * Who sees one device, as far as the API shows.
 */
export type Viewers = { 
/**
 * The device.
 */
device: DeviceRef, 
/**
 * Groups that hold it.
 */
groups: Array<GroupLabel>, 
/**
 * Users who see it, in the order of their names.
 */
users: Array<Viewer>, 
/**
 * Users whom neither group nor device limits.
 */
unlimited: number, };

/**
 * Puts devices on the watch list, or takes them off.
 */
export type WatchArgs = { 
/**
 * The service's ids.
 */
ids: Array<string>, 
/**
 * Whether they are to be on it.
 */
isWatched: boolean, };

/**
 * A page of devices and who sees them.
 */
export type WatchedPage = { 
/**
 * All devices of the account.
 */
total: number, 
/**
 * Devices that pass.
 */
matched: number, 
/**
 * Devices that nobody sees by a group or of their own.
 */
unseen: number, 
/**
 * Users whom neither group nor device limits: whether they see every device, the API does not
 * show.
 */
unlimited: number, 
/**
 * Position of the first row among the matched ones.
 */
offset: number, 
/**
 * The rows, in the order of their names.
 */
rows: Array<WatchedRow>, };

/**
 * Asks for a page of the devices and who sees them.
 */
export type WatchedQuery = { 
/**
 * Words looked for in the device's name and those of its groups.
 */
text: string, 
/**
 * Only devices that nobody sees.
 */
onlyUnseen: boolean, 
/**
 * How many rows to pass over.
 */
offset: number, 
/**
 * How many rows to answer, at most 500.
 */
limit: number, };

/**
 * A device and who sees it.
 */
export type WatchedRow = { 
/**
 * The service's id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Groups that hold it, by name.
 */
groups: Array<string>, 
/**
 * How many users see it by a group or as their own.
 */
viewers: number, };

/**
 * How the service gets an edit.
 */
export type Way = "parts" | "whole";

/** Every command with JSON answers: its arguments and its answer. */
export type Commands = {
  /** Who is signed in. */
  session: { args: Nothing; result: SessionView };
  /** Signs in with a key that a person typed, and keeps the key where they asked. */
  sign_in: { args: SignIn; result: SessionView };
  /** Opens the demo fleet. */
  explore_demo: { args: Nothing; result: SessionView };
  /** Forgets key and token and closes the account, and forgets the account where that is wanted. */
  sign_out: { args: SignOut; result: SessionView };
  /** A page of the device list. */
  device_rows: { args: RowsQuery; result: RowsPage };
  /** These rows are on the screen: what someone looks at is asked about first. To be repeated within 90 seconds. */
  look_at_rows: { args: RowsLook; result: null };
  /** Nobody sees the window, or somebody does again. */
  set_hidden: { args: HiddenArgs; result: null };
  /** Puts devices on the watch list, or takes them off. */
  set_watching: { args: WatchArgs; result: null };
  /** Where a device stands in the list; null if the filter hides it. */
  device_row_index: { args: RowIndexQuery; result: number | null };
  /** One device, whole. */
  device: { args: DeviceArgs; result: DeviceDetail };
  /** Asks the service about one device now, and answers with what came. */
  ask_device: { args: DeviceArgs; result: DeviceDetail };
  /** The account's groups. */
  groups: { args: Nothing; result: Array<GroupSummary> };
  /** The table of groups. */
  groups_table: { args: Nothing; result: Array<GroupRow> };
  /** One group, whole. */
  group: { args: GroupArgs; result: GroupDetail };
  /** The devices that have one of these words as their id, name or number. */
  match_devices: { args: MatchArgs; result: Matches };
  /** A page of the users' table. */
  user_rows: { args: UsersQuery; result: UsersPage };
  /** Where a user stands in the table; null if the filter hides it. */
  user_row_index: { args: UserIndexQuery; result: number | null };
  /** One user, whole. */
  user: { args: UserArgs; result: UserDetail };
  /** What a user's fields can hold. */
  user_choices: { args: Nothing; result: UserChoices };
  /** The views of the users' table that the account keeps. */
  saved_views: { args: Nothing; result: Array<SavedView> };
  /** Replaces the views that the account keeps. */
  set_saved_views: { args: SavedViewsArgs; result: Array<SavedView> };
  /** A page of the devices and who sees them. */
  watched_devices: { args: WatchedQuery; result: WatchedPage };
  /** Who sees one device. */
  device_viewers: { args: DeviceArgs; result: Viewers };
  /** What of the account's access asks for a look. */
  inbox: { args: Nothing; result: Inbox };
  /** The devices that a matter of the inbox concerns, by name. */
  matter_devices: { args: MatterDevicesArgs; result: Array<MatterDevice> };
  /** What a change would do. */
  preview_change: { args: PreviewArgs; result: ChangePreview };
  /** Carries a change out. */
  change: { args: ChangeArgs; result: ChangeOutcome };
  /** Makes a password. */
  generate_password: { args: Nothing; result: PasswordNumber };
  /** Shows a password that the app made, once. */
  show_password: { args: PasswordNumber; result: ShownPassword };
  /** Forgets a password that the app made. */
  forget_password: { args: PasswordNumber; result: null };
  /** The latest entries of the journal, newest first. */
  journal: { args: JournalQuery; result: Array<JournalEntry> };
  /** What an entry of the journal does to each field. */
  entry_fields: { args: EntryArgs; result: Array<FieldChange> };
  /** The change that takes an entry of the journal back. */
  inverse_of_entry: { args: EntryArgs; result: AnyChange };
  /** What would be done to many at once. The plan takes the place of the one before. */
  plan: { args: BulkTask; result: PlanView };
  /** A page of a plan. */
  plan_items: { args: PlanItemsQuery; result: ItemsPage };
  /** Begins to carry a plan out. */
  run_plan: { args: PlanArgs; result: JobView };
  /** The work that runs, or that ran last; null once it was dismissed. */
  job: { args: Nothing; result: JobView | null };
  /** A page of the work. */
  job_items: { args: ItemsQuery; result: ItemsPage };
  /** Holds the work after what is under way. */
  pause_job: { args: Nothing; result: JobView };
  /** Lets the work go on. */
  resume_job: { args: Nothing; result: JobView };
  /** Gives up what is not sent yet. */
  cancel_job: { args: Nothing; result: JobView };
  /** Does again what failed or was given up. */
  retry_job: { args: Nothing; result: JobView };
  /** The change of one item, to be settled by hand. */
  job_change: { args: ItemArgs; result: AnyChange };
  /** Puts work that is over out of sight. */
  dismiss_job: { args: Nothing; result: null };
  /** A file of some users. */
  export_users: { args: ExportUsers; result: SheetFile };
  /** A file of all groups and their devices. */
  export_groups: { args: SheetManner; result: SheetFile };
  /** What a file would do. It is a plan like any other. */
  plan_import: { args: Import; result: ImportView };
  /** A file of the users that the work made, with their passwords. */
  job_passwords: { args: SheetManner; result: SheetFile };
  /** Forgets the passwords of the users that the work made: the person has saved them. */
  forget_job_passwords: { args: Nothing; result: JobView };
  /** What came from the service and can't be shown, or not all of it. */
  losses: { args: Nothing; result: Losses };
  /** What a viewport of the map shows. */
  map_view: { args: MapQuery; result: MapView };
  /** What lies within a viewport of the map, in words. */
  map_list: { args: MapQuery; result: MapList };
  /** The tags that devices have. */
  device_tags: { args: TagsQuery; result: Array<TagKey> };
  /** The smallest rectangle that holds the devices of a filter; null if none has a position. */
  fleet_bounds: { args: DeviceFilter; result: Bounds | null };
  /** The smallest rectangle that holds chosen devices; null if none has a position. */
  selection_bounds: { args: DeviceSelection; result: Bounds | null };
  /** Ids of the devices of a filter within a rectangle. */
  devices_in_bounds: { args: AreaQuery; result: Array<string> };
  /** The devices of a filter that are nearest to a point, the nearest first. */
  nearest_devices: { args: NearestQuery; result: Array<NearDevice> };
  /** Which days of a device are known, and what fetching the others costs. */
  history_days: { args: HistoryQuery; result: HistoryDays };
  /** Begins to fetch what is not known of some days. */
  fetch_history: { args: HistoryQuery; result: FetchView };
  /** The fetch that runs, or that ran last; null if there was none. */
  history_fetch: { args: Nothing; result: FetchView | null };
  /** Gives up the fetch that runs. What came is kept. */
  cancel_fetch: { args: Nothing; result: null };
  /** Trips, stops and sums of some days, as far as they are known. */
  journeys: { args: HistoryQuery; result: Journeys };
  /** The way that a device went in some days, as far as it is known. */
  route: { args: RouteQuery; result: RouteView };
  /** A file of some days. */
  export_route: { args: ExportRoute; result: SheetFile };
  /** What this computer keeps of the account's past. */
  history_kept: { args: Nothing; result: HistoryKept };
  /** Deletes what this computer keeps of the account's past. */
  forget_history: { args: Nothing; result: HistoryKept };
  /** How connection, token and requests stand. */
  status: { args: Nothing; result: StatusView };
  /** What was sent to the service, and what that leads to. */
  usage: { args: UsageQuery; result: UsageView };
  /** Ends a pause after a failure and asks again at once. */
  try_again: { args: Nothing; result: StatusView };
  /** What is drawn over the offline map. */
  base_map: { args: Nothing; result: BaseMapView };
  /** What stands in the way of the chosen map; null if nothing does. */
  map_trouble: { args: Nothing; result: MapTrouble | null };
  /** Asks the chosen map's servers again at once, whatever failed before. */
  try_map_again: { args: Nothing; result: null };
  /** What is kept of online maps. */
  tile_cache: { args: Nothing; result: TileCacheView };
  /** Drops what is kept of online maps. */
  clear_tile_cache: { args: Nothing; result: TileCacheView };
  /** The settings. */
  settings: { args: Nothing; result: Settings };
  /** Replaces the settings. */
  set_settings: { args: Settings; result: Settings };
  /** The settings of the open account. */
  account_settings: { args: Nothing; result: AccountSettings };
  /** Sets the unit in which the service's speeds are read. */
  set_speed_unit: { args: SpeedUnitArgs; result: AccountSettings };
  /** Sets the most that the app sends in a minute. */
  set_ceiling: { args: CeilingArgs; result: AccountSettings };
  /** Deletes the last known fleet, and keeps none until the next start. */
  forget_last_known: { args: Nothing; result: AccountSettings };
  /** What the app is. */
  about: { args: Nothing; result: About };
  /** A file of some devices as the list shows them. */
  export_devices: { args: ExportDevices; result: SheetFile };
  /** What a command comes to before it is sent. */
  check_command: { args: CommandForm; result: CommandCheck };
  /** Fetches the position of the first device of a selection, and says what speaks against a dangerous command. */
  preflight: { args: DeviceSelection; result: Preflight };
  /** Sends a command to the first of its devices; the others wait for a second word. */
  send_command: { args: CommandOrder; result: CommandRun };
  /** Sends the command that waits for a second word to the other devices. */
  send_to_rest: { args: CommandSecondWord; result: CommandRun };
  /** Gives up what is not sent yet. */
  drop_commands: { args: Nothing; result: null };
  /** The sending that runs, or that ran last; null if there was none. */
  command_run: { args: Nothing; result: CommandRun | null };
  /** Commands that are kept at hand. */
  favourite_commands: { args: Nothing; result: Array<FavouriteCommand> };
  /** Replaces the commands that are kept at hand. */
  set_favourite_commands: { args: FavouriteCommandsArgs; result: Array<FavouriteCommand> };
  /** One entry of the journal; null if it is not there. */
  journal_entry: { args: EntryArgs; result: JournalEntry | null };
  /** What a report would take. */
  report_cost: { args: ReportOrder; result: PastCost };
  /** Begins to make a report. It takes the place of the one before. */
  order_report: { args: ReportOrder; result: ReportState };
  /** The report that was ordered last; null if there was none. */
  report: { args: Nothing; result: ReportState | null };
  /** A page of the report; empty until it is there. */
  report_rows: { args: ReportRowsQuery; result: ReportPage };
  /** No more is asked for the report; while it is reckoned up, it is given up. */
  cancel_report: { args: Nothing; result: null };
  /** A file of the report. */
  export_report: { args: ExportReport; result: SheetFile };
  /** The critical alerts that nobody has seen yet. */
  unread_alerts: { args: Nothing; result: UnreadView };
  /** A person has seen some critical alerts. */
  see_alerts: { args: Seen; result: null };
  /** How notifications of critical alerts are written, from now on. */
  read_alerts_as: { args: AlertReader; result: null };
  /** What fetching the alerts of some days of some devices takes. */
  alerts_cost: { args: AlertsQuery; result: PastCost };
  /** Begins to fetch the alerts that are not known of some days of some devices. */
  fetch_alerts: { args: AlertsQuery; result: AlertsFetchView };
  /** The fetch of alerts that runs, or that ran last; null if there was none. */
  alerts_fetch: { args: Nothing; result: AlertsFetchView | null };
  /** Gives up the fetch of alerts that runs. What came is kept. */
  cancel_alerts_fetch: { args: Nothing; result: null };
  /** How many alerts of each kind and day are known. */
  alerts_summary: { args: AlertsShown; result: AlertsSummary };
  /** A page of the alerts that are known, newest first. */
  alert_rows: { args: AlertRowsQuery; result: AlertsPage };
  /** Where the alerts that are known were raised. */
  alert_points: { args: AlertsShown; result: AlertPoints };
  /** A file of the alerts that are known. */
  export_alerts: { args: ExportAlerts; result: SheetFile };
};

/** The view that a command shows: asked again when that view moves. */
export const viewOf = {
  session: "session",
  device_rows: "devices",
  device_row_index: "devices",
  device: "devices",
  groups: "devices",
  groups_table: "groups",
  group: "groups",
  user_rows: "users",
  user_row_index: "users",
  user: "users",
  user_choices: "users",
  saved_views: "settings",
  watched_devices: "users",
  device_viewers: "users",
  inbox: "users",
  matter_devices: "users",
  journal: "journal",
  entry_fields: "journal",
  job: "job",
  job_items: "job",
  losses: "devices",
  map_view: "devices",
  map_list: "devices",
  nearest_devices: "devices",
  history_days: "history",
  history_fetch: "history",
  journeys: "history",
  route: "history",
  history_kept: "history",
  status: "status",
  usage: "usage",
  base_map: "baseMap",
  map_trouble: "mapTrouble",
  tile_cache: "tileCache",
  settings: "settings",
  account_settings: "settings",
  command_run: "commands",
  favourite_commands: "commands",
  journal_entry: "journal",
  report_cost: "reports",
  report: "reports",
  report_rows: "reports",
  unread_alerts: "unread",
  alerts_cost: "alerts",
  alerts_fetch: "alerts",
  alerts_summary: "alerts",
  alert_rows: "alerts",
  alert_points: "alerts",
} as const satisfies Partial<Record<keyof Commands, ViewName>>;

/** The settings of someone who set nothing. */
export const defaultSettings: Settings = {
  "units": "metric",
  "language": "system",
  "theme": "system",
  "thresholds": {
    "movingSpeedKmh": 5.0,
    "silentAfterMinutes": 1440
  },
  "deviceColumns": null,
  "baseMap": {
    "choice": "offline",
    "onlineUrl": "",
    "onlineCredit": "",
    "filePath": "",
    "cacheMib": 512
  },
  "historyDays": 400,
  "tripRules": {
    "stopRadiusM": 100.0,
    "stopAfterS": 180,
    "gapAfterS": 3600,
    "movingSpeedKmh": 5.0
  },
  "alerts": {
    "notify": true,
    "sound": false,
    "quiet": false,
    "quietFromMinute": 1320,
    "quietToMinute": 420
  }
};
