//! The past of a device as the window shows it: which days are known, what fetching the others costs,
//! and what the known fixes come to: route, trips, stops, and the sums of days.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::groups::DeviceRef;
use super::rows::Place;

/// Whole days of one device. Days begin and end where the reader is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryQuery {
    /// The device's id.
    pub id: String,
    /// The first day.
    pub first: NaiveDate,
    /// The last day, no earlier than the first.
    pub last: NaiveDate,
    /// The reader's time zone by its IANA name. One that is not known is read as UTC.
    pub time_zone: String,
}

/// Which days of a device are known, and what the others cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryDays {
    /// The day that it is, where the reader is.
    pub today: NaiveDate,
    /// Every day that was asked for, oldest first.
    pub days: Vec<HistoryDay>,
    /// Requests that fetching what is not known takes.
    pub requests: u32,
    /// How long those take at the rate that is allowed now; `None` where that can't be told.
    pub duration_s: Option<u32>,
    /// Results of one device that the service gives in a day, where that was found out.
    pub results_per_day: Option<u32>,
}

/// What is known of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryDay {
    /// The day.
    pub day: NaiveDate,
    /// How much of it is known.
    pub state: DayState,
    /// Fixes that are known of it.
    pub fixes: u32,
}

/// How much of a day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DayState {
    /// Nothing.
    Missing,
    /// A part. Today is never more than that.
    Part,
    /// All of it, and there are fixes.
    Stored,
    /// All of it, and there are none.
    Empty,
    /// It is to come.
    Future,
}

/// What the past of several devices would take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PastCost {
    /// The day that it is, where the reader is.
    pub today: NaiveDate,
    /// Devices that it is about.
    pub devices: u32,
    /// Days that it is about.
    pub days: u32,
    /// Requests for what is not known yet.
    pub requests: u32,
    /// How long those take at the rate that is allowed now, in seconds.
    pub duration_s: u32,
    /// Results of one device that the service gives in a day, where that was found out.
    pub results_per_day: Option<u32>,
}

/// How the fetching of a past stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FetchProgress {
    /// Whose past.
    pub device: DeviceRef,
    /// The first day that was asked for.
    pub first: NaiveDate,
    /// The last day that was asked for.
    pub last: NaiveDate,
    /// Days to fetch.
    pub days_total: u32,
    /// Days fetched.
    pub days_done: u32,
    /// Fixes that came.
    pub fixes: u32,
    /// How it stands.
    pub state: FetchState,
}

/// How a fetch stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FetchState {
    /// It goes on.
    Running,
    /// All came.
    Done,
    /// A person gave it up; what came is kept.
    Cancelled,
    /// The service gives no more results of this device today; what came is kept.
    DaySpent,
    /// Something else went wrong; what came is kept.
    Failed,
}

/// Asks for the past as far as it is known, at most so many points of it.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RouteQuery {
    /// The days.
    pub days: HistoryQuery,
    /// Only what lies from this moment on.
    pub from: Option<DateTime<Utc>>,
    /// Only what lies up to this moment.
    pub to: Option<DateTime<Utc>>,
    /// The most points to answer with, at least 2. Where there are more fixes, those that say the most
    /// of the line and of the extremes are taken.
    pub most_points: u32,
}

/// Points of a route in columns of equal length, oldest first: the i-th number of each belongs to the
/// same fix.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RouteView {
    /// How many fixes there are in the range, those that the statistics leave out counted too.
    pub fixes: u32,
    /// When each was measured, seconds of the Unix epoch.
    pub at_s: Vec<f64>,
    /// Degrees.
    pub latitudes: Vec<f64>,
    /// Degrees.
    pub longitudes: Vec<f64>,
    /// Number of the trip that each belongs to, as in [`Journeys`]; `None` at a stop.
    pub trips: Vec<Option<u32>>,
    /// Whether nothing was known before it for so long that no line should lead to it.
    pub after_gap: Vec<bool>,
    /// Kilometres an hour.
    pub speed_kmh: Vec<Option<f64>>,
    /// Degrees clockwise from north.
    pub course_deg: Vec<Option<f64>>,
    /// Whether the ignition (input 1) is on.
    pub ignition: Vec<Option<bool>>,
    /// Which other input lines were on, from input 2 on, each of the length of the others; those that
    /// were never on are left out.
    pub inputs: Vec<InputLine>,
    /// What else the tracker measured, each of the length of the others; those of which nothing is
    /// known are left out.
    pub readings: Vec<Reading>,
}

/// An input line along a route.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InputLine {
    /// Which, from 1.
    pub number: u32,
    /// Whether it is on at each point.
    pub on: Vec<Option<bool>>,
}

/// A measured thing along a route.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// What.
    pub kind: ReadingKind,
    /// Its value at each point.
    pub values: Vec<Option<f64>>,
}

/// What a tracker measures beside place and speed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ReadingKind {
    /// Percent of the tank.
    Fuel,
    /// Percent of the second tank.
    Fuel2,
    /// Degrees Celsius.
    Temperature,
    /// Degrees Celsius at the second sensor.
    Temperature2,
    /// Percent of the battery.
    Battery,
    /// Revolutions of the engine per minute.
    EngineRpm,
}

/// What the known fixes of some days come to.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Journeys {
    /// Whose.
    pub device: DeviceRef,
    /// Trips, oldest first.
    pub trips: Vec<TripView>,
    /// Stops, oldest first.
    pub stops: Vec<StopView>,
    /// The sums of each day on which anything is known, oldest first.
    pub days: Vec<DaySums>,
    /// The alerts that its fixes tell of, oldest first.
    pub alerts: Vec<RouteAlert>,
    /// The sums of the trips, without the stops between them.
    pub under_way: Sums,
    /// The sums of all.
    pub total: Sums,
    /// What the statistics leave out; nothing of it is deleted.
    pub left_out: LeftOut,
    /// Whether the unit of speeds is still unknown, so that none is told.
    pub is_speed_unknown: bool,
}

/// A trip.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TripView {
    /// Its number in the range, from 1.
    pub number: u32,
    /// Its beginning.
    pub start: EndView,
    /// Its end.
    pub end: EndView,
    /// What it comes to.
    pub sums: Sums,
    /// Alerts that began on it.
    pub alerts: u32,
}

/// An alert that began on the way.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RouteAlert {
    /// Its number in the range, from 1.
    pub number: u32,
    /// When it began, and where the device was last believed to be then.
    pub start: EndView,
    /// The number of the trip that it began on; `None` at a stop.
    pub trip: Option<u32>,
    /// The service's code.
    pub code: String,
    /// What the service says of it.
    pub text: Option<String>,
}

/// An end of a trip.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EndView {
    /// When.
    pub at: DateTime<Utc>,
    /// Degrees.
    pub latitude: f64,
    /// Degrees.
    pub longitude: f64,
    /// The nearest place that has a name.
    pub near: Option<Place>,
}

/// A stop.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StopView {
    /// Its number in the range, from 1.
    pub number: u32,
    /// When and where it began.
    pub start: EndView,
    /// When it ended, or the last that is known of it.
    pub until: DateTime<Utc>,
    /// How long it lasted.
    pub duration_s: u32,
    /// How long of that the ignition was on.
    pub idling_s: u32,
}

/// Sums of a trip, a day, or a range.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sums {
    /// Trips.
    pub trips: u32,
    /// Stops.
    pub stops: u32,
    /// How far.
    pub distance_m: f64,
    /// How that is known.
    pub distance_source: DistanceSource,
    /// Time under way, without standing in traffic.
    pub moving_s: u32,
    /// Time standing with the ignition on, within trips too.
    pub idling_s: u32,
    /// Time standing otherwise.
    pub standing_s: u32,
    /// The highest speed; `None` where no speed is known.
    pub top_speed_kmh: Option<f64>,
    /// Distance over time under way.
    pub mean_speed_kmh: Option<f64>,
    /// Percent of the tank that was used, fillings left out; `None` where the tracker doesn't tell.
    pub fuel_used_percent: Option<f64>,
    /// The lowest temperature in degrees Celsius.
    pub lowest_temperature_c: Option<f64>,
    /// The highest temperature in degrees Celsius.
    pub highest_temperature_c: Option<f64>,
    /// How many seconds each input line was on, from input 1 on; `None` where it was not told.
    #[ts(type = "(number | null)[]")]
    pub inputs_on_s: [Option<u32>; 8],
}

/// How a distance is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DistanceSource {
    /// From the odometer.
    Odometer,
    /// The sum of straight lines between fixes: bends are cut short.
    #[default]
    StraightLines,
    /// Some of it from the odometer, some of it by straight lines.
    Both,
}

/// The sums of a day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DaySums {
    /// The day, where the reader is.
    pub day: NaiveDate,
    /// Its sums. A trip over midnight counts where it begins.
    pub sums: Sums,
    /// Alerts that began on it.
    pub alerts: u32,
}

/// What the statistics leave out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeftOut {
    /// Fixes of the same moment as another.
    pub duplicates: u32,
    /// Fixes at 0, 0 or of the future.
    pub impossible: u32,
    /// Fixes that no vehicle could have reached from their neighbours.
    pub jumps: u32,
    /// Fixes that wander while the vehicle stands.
    pub drift: u32,
    /// Stretches of which nothing is known, longer than the setting.
    pub gaps: u32,
}

/// The forms in which a route can be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RouteFormat {
    /// GPS Exchange Format 1.1.
    Gpx,
    /// Google Earth.
    Kml,
    /// GeoJSON.
    #[serde(rename = "geojson")]
    GeoJson,
    /// A table of fixes.
    Csv,
    /// A workbook: fixes, trips, stops, days.
    Xlsx,
}
