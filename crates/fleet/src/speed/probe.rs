//! The probe: while the unit is not known, the last minutes of a vehicle that moves are asked for at
//! once, since waiting for polled fixes would leave an account on an assumption for long.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use plaspy::DeviceId;
use plaspy::models::{Location, RangeQuery};
use serde::{Deserialize, Serialize};

/// What is asked for: a vehicle that reports every 15 s mostly decides alone by it, two that report
/// every 30 s do; it costs at most some ninety of the vehicle's results of the day.
const SPAN: TimeDelta = TimeDelta::minutes(15);

/// Histories draw on the results that a device has for the day, and each probe is a request. Half of
/// the vehicles under way have stood for most of the last minutes and tell little, so that with four
/// probes one start in twenty went on without knowing.
const MOST_A_DAY: usize = 8;

/// At this on the wire a vehicle moves, whichever the unit.
const MOVES_RAW: f64 = 5.0;

/// A vehicle whose last fix is older may have stopped long ago.
const FRESH: TimeDelta = TimeDelta::minutes(5);

/// The probes of a day, kept over restarts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Probes {
    day: Option<NaiveDate>,
    devices: Vec<DeviceId>,
}

impl Probes {
    /// Enters a probe of a device if it is worth one and the day has one left; what to ask for then.
    pub fn claim(
        &mut self,
        device: &DeviceId,
        last_fix: &Location,
        now: DateTime<Utc>,
    ) -> Option<RangeQuery> {
        let moves = last_fix.speed_raw.is_some_and(|raw| raw >= MOVES_RAW);
        if !moves || (now - last_fix.time).abs() > FRESH {
            return None;
        }
        let today = now.date_naive();
        if self.day != Some(today) {
            self.day = Some(today);
            self.devices.clear();
        }
        if self.devices.len() >= MOST_A_DAY || self.devices.contains(device) {
            return None;
        }
        self.devices.push(device.clone());
        Some(RangeQuery {
            from: now - SPAN,
            to: now,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
    }

    fn moving(seconds_ago: i64) -> Location {
        Location {
            speed_raw: Some(14.0),
            ..Location::new(now() - TimeDelta::seconds(seconds_ago), -29.9, -71.2)
        }
    }

    #[test]
    fn a_day_has_few_probes_and_none_asks_a_vehicle_twice() {
        let mut probes = Probes::default();
        let mut claimed = |name: &str, now| {
            let device = DeviceId::from(name);
            let fix = Location {
                time: now,
                ..moving(0)
            };
            probes.claim(&device, &fix, now).is_some()
        };
        assert!(claimed("0", now()));
        assert!(!claimed("0", now()));
        let others = (1..20).filter(|number| claimed(&number.to_string(), now()));
        assert_eq!(others.count(), MOST_A_DAY - 1);
        let tomorrow = now() + TimeDelta::days(1);
        assert!(claimed("0", tomorrow));
    }

    #[test]
    fn only_a_vehicle_that_moves_now_is_worth_one() {
        let mut probes = Probes::default();
        let stands = Location {
            speed_raw: Some(1.0),
            ..moving(10)
        };
        let unknown = Location {
            speed_raw: None,
            ..moving(10)
        };
        for fix in [stands, unknown, moving(3_600), moving(-3_600)] {
            assert_eq!(probes.claim(&DeviceId::from("a"), &fix, now()), None);
        }
        let query = probes.claim(&DeviceId::from("a"), &moving(10), now());
        let minutes = query.map(|query| (query.to - query.from).num_minutes());
        assert_eq!(minutes, Some(15));
    }
}
