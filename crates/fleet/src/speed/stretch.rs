//! Stretches: a few consecutive fixes of a vehicle under way. The way that it drove in their time,
//! held against the speeds that came with them, tells the unit of those.
//!
//! A single pair of fixes tells little in town: between two moments of driving lies a red light, or
//! a vehicle caught at two crossings was fast in between. Over several pairs the speeds that the
//! tracker happened to catch, stops included, come out at what it drove.

use chrono::{DateTime, TimeDelta, Utc};
use plaspy::models::Location;

use super::SpeedUnit;
use crate::globe::distance_m;
use crate::oddity::signs::{is_ahead, is_nowhere, is_too_far};

/// A fix this close to the one before is passed over: two positions are each off by some 5 m, and
/// many short steps would add that up to a way that nobody drove.
const SHORTEST_STEP: TimeDelta = TimeDelta::seconds(5);

/// After a longer step a new stretch begins. On real streets the straight line falls short of the
/// way by a median of 2.4 % at 10 s, 6 % at 30 s and 10 % at 60 s, and later by no one knows what.
const LONGEST_STEP: TimeDelta = TimeDelta::seconds(90);

/// With fewer steps chance has a say in when the tracker measured.
const STEPS: u32 = 5;

/// Shorter ways are lost in the noise of the positions.
const WAY_M: f64 = 500.0;

/// A vehicle that has not got that far by then mostly stood.
const LONGEST: TimeDelta = TimeDelta::minutes(10);

/// At this on the wire a vehicle moves in either unit; if its position stays the same to the digit,
/// the receiver is stuck.
const MOVES_RAW: f64 = 2.0;

/// An odometer is believed when it shows at least the straight lines and at most this times them:
/// more cannot be told from an odometer in another unit.
const ODOMETER_DETOUR: f64 = 1.5;

/// A unit explains a figure that is off by at most this factor. The units are a factor of 3.6 apart,
/// so that between the two lies a zone (1.5 to 2.4 times the figure in m/s) where neither does;
/// knots (1.9) and miles an hour (2.2) fall into it and decide nothing.
const EXPLAINS: f64 = 1.5;

/// A stretch that told something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// The unit that explains it.
    pub unit: SpeedUnit,
    /// The time of its first fix.
    pub from: DateTime<Utc>,
    /// The time of its last fix.
    pub to: DateTime<Utc>,
}

impl Stretch {
    /// Whether the two have time in common, so that both would tell of the same drive.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

/// The stretch that a vehicle is on.
#[derive(Debug, Default)]
pub struct Run {
    ends: Option<Ends>,
    steps: u32,
    straight_m: f64,
    /// The figures of the wire over the time, in their unit times seconds.
    told: f64,
    speeds_differ: bool,
}

/// Its first fix, and the last one so far.
#[derive(Debug, Clone, Copy)]
struct Ends {
    first: Point,
    last: Point,
}

/// What matters of a fix.
#[derive(Debug, Clone, Copy)]
struct Point {
    time: DateTime<Utc>,
    latitude: f64,
    longitude: f64,
    speed_raw: f64,
    mileage_km: Option<f64>,
}

impl Run {
    /// Goes on to a fix; the stretch that it completes, if that tells anything.
    ///
    /// Fixes that can't be relied on are passed over: without a speed, without reception (0, 0), out
    /// of order, from the future.
    pub fn go_on(&mut self, fix: &Location, now: DateTime<Utc>) -> Option<Stretch> {
        let to = Point::of(fix, now)?;
        let Some(Ends { first, last: from }) = self.ends else {
            self.begin(to);
            return None;
        };
        let time = to.time - from.time;
        if time < SHORTEST_STEP {
            return None;
        }
        let way_m = distance_m((from.latitude, from.longitude), (to.latitude, to.longitude));
        let speed_raw = f64::midpoint(from.speed_raw, to.speed_raw);
        let is_jump = is_too_far(way_m, time);
        let is_stuck = way_m == 0.0 && speed_raw >= MOVES_RAW;
        if time > LONGEST_STEP || is_jump || is_stuck || to.time - first.time > LONGEST {
            self.begin(to);
            return None;
        }
        self.ends = Some(Ends { first, last: to });
        self.steps += 1;
        self.straight_m += way_m;
        self.told += speed_raw * time.as_seconds_f64();
        self.speeds_differ |= from.speed_raw != to.speed_raw;
        if self.steps < STEPS || self.straight_m < WAY_M {
            return None;
        }
        let unit = self.unit(&first, &to);
        self.begin(to);
        unit.map(|unit| Stretch {
            unit,
            from: first.time,
            to: to.time,
        })
    }

    fn begin(&mut self, at: Point) {
        *self = Self {
            ends: Some(Ends {
                first: at,
                last: at,
            }),
            ..Self::default()
        };
    }

    /// The unit that explains what was told of the way, if one does. A tracker whose speed is stuck
    /// tells the same figure for ever, which may fit either unit by chance.
    fn unit(&self, first: &Point, last: &Point) -> Option<SpeedUnit> {
        let way_m = self.odometer_m(first, last).unwrap_or(self.straight_m);
        SpeedUnit::ALL.into_iter().find(|unit| {
            let off_by = self.told / (way_m * unit.per_metre_a_second());
            self.speeds_differ && off_by.ln().abs() <= EXPLAINS.ln()
        })
    }

    /// The way by the odometer, which does not fall short on curves, where it is plausible.
    fn odometer_m(&self, first: &Point, last: &Point) -> Option<f64> {
        let way_m = (last.mileage_km? - first.mileage_km?) * 1_000.0;
        (self.straight_m..=self.straight_m * ODOMETER_DETOUR)
            .contains(&way_m)
            .then_some(way_m)
    }
}

impl Point {
    fn of(fix: &Location, now: DateTime<Utc>) -> Option<Self> {
        if is_nowhere(fix) || is_ahead(fix.time, now) {
            return None;
        }
        Some(Self {
            time: fix.time,
            latitude: fix.latitude,
            longitude: fix.longitude,
            speed_raw: fix.speed_raw.filter(|raw| *raw >= 0.0)?,
            mileage_km: fix.mileage_km,
        })
    }
}
