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
 * Whose view a change touches.
 */
export type AccessChange = { 
/**
 * The user's name.
 */
user: string, 
/**
 * Devices that come into sight.
 */
gains: Array<DeviceRef>, 
/**
 * Devices that go out of sight.
 */
loses: Array<DeviceRef>, };

/**
 * The settings of the open account.
 */
export type AccountSettings = { 
/**
 * The unit in which the service's speeds are read, and why.
 */
speed: SpeedReading, };

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
 * The connection in a word.
 */
export type Connection = "connecting" | "online" | "waiting" | "trouble" | "stopped";

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
fix: FixDetail | null, };

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
groups: Array<string>, };

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
 * Where it was at the last fix.
 */
position: Position | null, 
/**
 * Speed at the last fix.
 */
speedKmh: number | null, 
/**
 * When the tracker measured the last fix.
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
 * Fields that the service sent and that could not be read, by their names on the wire.
 */
unreadable: Array<string>, };

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
export type EntryKind = "create" | "edit" | "delete";

/**
 * What became of a change.
 */
export type EntryState = "pending" | "sent" | "done" | "failed" | "conflicted" | "undone";

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
 * The kinds of failure.
 */
export type ErrorCode = "no_network" | "dns" | "tls" | "connection_lost" | "timeout" | "rate_limited" | "key_rejected" | "not_permitted" | "not_found" | "conflict" | "not_kept" | "refused" | "service_down" | "not_understood" | "web_page" | "too_large" | "base_url" | "user_name" | "api_key" | "keyring_missing" | "keyring_locked" | "keyring_failed" | "key_gone" | "not_signed_in" | "device_unknown" | "group_unknown" | "group_name" | "group_devices" | "group_unreadable" | "group_unchanged" | "not_undoable" | "setting" | "data_folder" | "base_map" | "interrupted" | "demo" | "contract";

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
 * A change to one group. `before` is what the person saw.
 */
export type GroupChange = { "kind": "create", 
/**
 * What it is to be.
 */
after: GroupForm, } | { "kind": "edit", 
/**
 * The service's id.
 */
id: string, 
/**
 * What it was.
 */
before: GroupForm, 
/**
 * What it is to be.
 */
after: GroupForm, } | { "kind": "delete", 
/**
 * The service's id.
 */
id: string, 
/**
 * What it was.
 */
before: GroupForm, };

/**
 * A change to a group that is to be carried out.
 */
export type GroupChangeArgs = { 
/**
 * The change.
 */
change: GroupChange, 
/**
 * The entry of the journal that it takes back.
 */
undoes: number | null, };

/**
 * A field that someone else changed as well, as text; devices by their names.
 */
export type GroupConflict = { 
/**
 * Which.
 */
field: GroupField, 
/**
 * As the person saw it.
 */
original: string, 
/**
 * As the person wants it.
 */
mine: string, 
/**
 * As it is now.
 */
theirs: string, };

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
 * A field of a group that a person can set.
 */
export type GroupField = "name" | "description" | "devices";

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
 * What became of a change to a group.
 */
export type GroupOutcome = { 
/**
 * The journal's entry.
 */
entry: number, 
/**
 * The group's id.
 */
id: string | null, 
/**
 * What stood in the way; then nothing was sent.
 */
conflicts: Array<GroupConflict>, 
/**
 * The group as it is now, where something stood in the way.
 */
theirs: GroupForm | null, 
/**
 * The group is no more; then nothing was sent.
 */
isGone: boolean, };

/**
 * What a change to a group would do.
 */
export type GroupPreview = { 
/**
 * The fields that change.
 */
fields: Array<GroupField>, 
/**
 * Devices that come into it.
 */
added: Array<DeviceRef>, 
/**
 * Devices that leave it.
 */
removed: Array<DeviceRef>, 
/**
 * Whose view changes; null where the users could not be read.
 */
access: Array<AccessChange> | null, };

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
 * A change in the journal.
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
 * What it does.
 */
kind: EntryKind, 
/**
 * The group's name.
 */
name: string, 
/**
 * What was.
 */
before: GroupForm | null, 
/**
 * What is to be.
 */
after: GroupForm | null, 
/**
 * What became of it.
 */
state: EntryState, 
/**
 * The service's words, where something went wrong.
 */
words: string | null, 
/**
 * Whether it can be taken back.
 */
canBeUndone: boolean, };

/**
 * Which entries of the journal.
 */
export type JournalQuery = { 
/**
 * Words that they hold.
 */
text: string, 
/**
 * The most that are wanted.
 */
limit: number, };

/**
 * Where an account's key is.
 */
export type KeyPlace = "keyring" | "thisRun";

/**
 * Language of the texts.
 */
export type Language = "system" | "en" | "es";

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
 * Devices that pass the filter and have no position.
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
 * Views moved. Sent at most four times a second.
 */
export type Moved = { 
/**
 * Which.
 */
views: Array<ViewName>, };

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
 * Devices by status that pass the text and the groups of the filter, whatever their status.
 */
counts: StatusCounts, };

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
deviceColumns: Array<string> | null, };

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
 * Whether that is the service's own figure (demo) rather than a careful guess.
 */
limitKnown: boolean, 
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
 * When the list of devices was last read.
 */
devicesListedAt: string | null, 
/**
 * Service clock minus this computer's clock.
 */
clockOffsetMs: number, };

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
 * Names one tile of the base map.
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
 * Units of distance and speed.
 */
export type Units = "metric" | "imperial";

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
 * Age class of the marker follows from this.
 */
fixAt: string, };

/**
 * What commands show, as far as it moves by itself.
 */
export type ViewName = "session" | "devices" | "groups" | "journal" | "status" | "settings";

/** Every command with JSON answers: its arguments and its answer. */
export type Commands = {
  /** Who is signed in. */
  session: { args: Nothing; result: SessionView };
  /** Signs in with a key that a person typed, and keeps the key where they asked. */
  sign_in: { args: SignIn; result: SessionView };
  /** Opens the demo fleet. */
  explore_demo: { args: Nothing; result: SessionView };
  /** Forgets key and token and closes the account. */
  sign_out: { args: Nothing; result: SessionView };
  /** A page of the device list. */
  device_rows: { args: RowsQuery; result: RowsPage };
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
  /** What a change to a group would do. */
  preview_group_change: { args: GroupChange; result: GroupPreview };
  /** Carries a change to a group out. */
  change_group: { args: GroupChangeArgs; result: GroupOutcome };
  /** The latest entries of the journal, newest first. */
  journal: { args: JournalQuery; result: Array<JournalEntry> };
  /** The change that takes an entry of the journal back. */
  inverse_of_entry: { args: EntryArgs; result: GroupChange };
  /** What came from the service and can't be shown, or not all of it. */
  losses: { args: Nothing; result: Losses };
  /** What a viewport of the map shows. */
  map_view: { args: MapQuery; result: MapView };
  /** The smallest rectangle that holds the devices of a filter; null if none has a position. */
  fleet_bounds: { args: DeviceFilter; result: Bounds | null };
  /** How connection, token and requests stand. */
  status: { args: Nothing; result: StatusView };
  /** Ends a pause after a failure and asks again at once. */
  try_again: { args: Nothing; result: StatusView };
  /** The settings. */
  settings: { args: Nothing; result: Settings };
  /** Replaces the settings. */
  set_settings: { args: Settings; result: Settings };
  /** The settings of the open account. */
  account_settings: { args: Nothing; result: AccountSettings };
  /** Sets the unit in which the service's speeds are read. */
  set_speed_unit: { args: SpeedUnitArgs; result: AccountSettings };
  /** What the app is. */
  about: { args: Nothing; result: About };
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
  journal: "journal",
  losses: "devices",
  map_view: "devices",
  status: "status",
  settings: "settings",
  account_settings: "settings",
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
  "deviceColumns": null
};
