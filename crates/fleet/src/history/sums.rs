//! What a trip or a stop comes to, and the sums of several.

use super::moment::{Inputs, Moment};
use super::trips::{Found, Stretch, TripRules};
use crate::oddity::signs::FASTEST_M_PER_S;
use crate::view::history::{DistanceSource, Sums};

/// An odometer that differs by no more from the straight lines is believed: it may count in whole
/// hundreds of metres, and more finely than that nobody can tell them apart.
const ODOMETER_STEP_M: f64 = 200.0;

/// An odometer is believed that has gone so many times as far as the straight lines, which cut bends.
const ODOMETER_SHARES: std::ops::RangeInclusive<f64> = 0.9..=2.0;

/// A level that wavers by less says nothing.
const FUEL_NOISE_PERCENT: f64 = 1.0;

/// A level that rises by more was filled up.
const FILLING_PERCENT: f64 = 5.0;

/// Time by what a vehicle did in it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Times {
    moving_s: f64,
    idling_s: f64,
    standing_s: f64,
}

/// What a trip comes to.
#[must_use]
pub fn of_trip(moments: &[Moment], found: &Found, trip: Stretch, rules: &TripRules) -> Sums {
    let within = &moments[trip.first..=trip.last];
    let ways_m = &found.ways_m[trip.first..=trip.last];
    let at_ms = &found.at_ms[trip.first..=trip.last];
    let lines_m: f64 = ways_m.iter().skip(1).sum();
    let (distance_m, distance_source) = match odometer_m(within, lines_m) {
        Some(odometer_m) => (odometer_m, DistanceSource::Odometer),
        None => (lines_m, DistanceSource::StraightLines),
    };
    let mut times = Times::default();
    for ((pair, at_ms), way_m) in within.windows(2).zip(at_ms.windows(2)).zip(&ways_m[1..]) {
        times.add(&pair[0], &pair[1], seconds(at_ms), *way_m, rules);
    }
    let top = within
        .iter()
        .filter_map(|moment| moment.speed_kmh)
        .filter(|speed_kmh| *speed_kmh <= FASTEST_M_PER_S * 3.6);
    Sums {
        trips: 1,
        distance_m,
        distance_source,
        top_speed_kmh: top.reduce(f64::max),
        ..times.sums(within)
    }
    .with_mean()
}

/// What a stop comes to.
#[must_use]
pub fn of_stop(moments: &[Moment], found: &Found, stop: Stretch, rules: &TripRules) -> Sums {
    let within = &moments[stop.first..=stop.last];
    let at_ms = &found.at_ms[stop.first..=stop.last];
    let mut times = Times::default();
    for (from, at_ms) in within.iter().zip(at_ms.windows(2)) {
        let time_s = seconds(at_ms);
        match from.ignition {
            // An engine that is said to run while nothing is heard for hours was turned off.
            Some(true) if time_s <= f64::from(rules.gap_after_s) => times.idling_s += time_s,
            _ => times.standing_s += time_s,
        }
    }
    Sums {
        stops: 1,
        ..times.sums(within)
    }
}

impl Times {
    fn add(&mut self, from: &Moment, to: &Moment, time_s: f64, way_m: f64, rules: &TripRules) {
        let told = [from, to].map(|moment| moment.speed_kmh);
        let by_way = (time_s > 0.0).then_some(way_m / time_s * 3.6);
        let is_moving = match told {
            [Some(one), Some(other)] => one.max(other) >= rules.moving_speed_kmh,
            _ => by_way.is_some_and(|speed_kmh| speed_kmh >= rules.moving_speed_kmh),
        };
        match (is_moving, from.ignition) {
            (true, _) => self.moving_s += time_s,
            (false, Some(true)) => self.idling_s += time_s,
            (false, _) => self.standing_s += time_s,
        }
    }

    fn sums(self, within: &[Moment]) -> Sums {
        let temperatures = || within.iter().filter_map(|moment| moment.temperature_c);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "seconds of at most a month"
        )]
        let whole = |seconds: f64| seconds.round() as u32;
        Sums {
            moving_s: whole(self.moving_s),
            idling_s: whole(self.idling_s),
            standing_s: whole(self.standing_s),
            fuel_used_percent: fuel_used(within),
            lowest_temperature_c: temperatures().reduce(f64::min),
            highest_temperature_c: temperatures().reduce(f64::max),
            inputs_on_s: inputs_on_s(within),
            ..Sums::default()
        }
    }
}

impl Sums {
    /// Both together.
    #[must_use]
    pub fn and(self, other: &Self) -> Self {
        let either =
            |one: Option<f64>, other: Option<f64>, join: fn(f64, f64) -> f64| match (one, other) {
                (Some(one), Some(other)) => Some(join(one, other)),
                (one, other) => one.or(other),
            };
        let distance_source = match (self.distance_m > 0.0, other.distance_m > 0.0) {
            (true, true) if self.distance_source != other.distance_source => DistanceSource::Both,
            (false, true) => other.distance_source,
            _ => self.distance_source,
        };
        Self {
            trips: self.trips + other.trips,
            stops: self.stops + other.stops,
            distance_m: self.distance_m + other.distance_m,
            distance_source,
            moving_s: self.moving_s.saturating_add(other.moving_s),
            idling_s: self.idling_s.saturating_add(other.idling_s),
            standing_s: self.standing_s.saturating_add(other.standing_s),
            top_speed_kmh: either(self.top_speed_kmh, other.top_speed_kmh, f64::max),
            mean_speed_kmh: None,
            fuel_used_percent: either(self.fuel_used_percent, other.fuel_used_percent, |a, b| {
                a + b
            }),
            lowest_temperature_c: either(
                self.lowest_temperature_c,
                other.lowest_temperature_c,
                f64::min,
            ),
            highest_temperature_c: either(
                self.highest_temperature_c,
                other.highest_temperature_c,
                f64::max,
            ),
            inputs_on_s: std::array::from_fn(|line| {
                match (self.inputs_on_s[line], other.inputs_on_s[line]) {
                    (Some(one), Some(other)) => Some(one.saturating_add(other)),
                    (one, other) => one.or(other),
                }
            }),
        }
        .with_mean()
    }

    fn with_mean(self) -> Self {
        let hours = f64::from(self.moving_s) / 3_600.0;
        Self {
            mean_speed_kmh: (hours > 0.0).then(|| self.distance_m / 1_000.0 / hours),
            ..self
        }
    }
}

/// How far the odometer went, if it is there, never runs back, and goes with the straight lines.
fn odometer_m(within: &[Moment], lines_m: f64) -> Option<f64> {
    // A trip of which an end is not told would be cut short.
    let (first, last) = (within.first()?.mileage_km?, within.last()?.mileage_km?);
    let mut told = within.iter().filter_map(|moment| moment.mileage_km);
    if !told.by_ref().is_sorted() {
        return None;
    }
    let odometer_m = (last - first) * 1_000.0;
    let is_plausible = (odometer_m - lines_m).abs() <= ODOMETER_STEP_M
        || ODOMETER_SHARES.contains(&(odometer_m / lines_m));
    is_plausible.then_some(odometer_m)
}

/// Percent of the tank that went, fillings and wavering left out; `None` where no level is told.
fn fuel_used(within: &[Moment]) -> Option<f64> {
    let mut levels = within.iter().filter_map(|moment| moment.fuel_percent);
    let mut from = levels.next()?;
    let mut used = 0.0;
    for level in levels {
        if level <= from - FUEL_NOISE_PERCENT {
            used += from - level;
            from = level;
        } else if level >= from + FILLING_PERCENT {
            from = level;
        }
    }
    Some(used)
}

/// How long each input line was on: from a fix that tells so to the next one.
fn inputs_on_s(within: &[Moment]) -> [Option<u32>; Inputs::LINES] {
    let mut told = [false; Inputs::LINES];
    let mut on_s = [0_i64; Inputs::LINES];
    let mut open: Option<(&Moment, Inputs)> = None;
    let mut close = |from: &Moment, inputs: Inputs, to: &Moment| {
        let time_s = (to.at - from.at).num_seconds();
        for line in 0..Inputs::LINES {
            told[line] |= inputs.line(line).is_some();
            on_s[line] += time_s * i64::from(inputs.line(line) == Some(true));
        }
    };
    // Lines seldom change: what lies between two changes is one piece.
    for moment in within {
        match open {
            Some((_, inputs)) if inputs == moment.inputs => {}
            Some((from, inputs)) => {
                close(from, inputs, moment);
                open = Some((moment, moment.inputs));
            }
            None => open = Some((moment, moment.inputs)),
        }
    }
    if let (Some((from, inputs)), Some(last)) = (open, within.last()) {
        close(from, inputs, last);
    }
    std::array::from_fn(|line| {
        let seconds = u32::try_from(on_s[line]).unwrap_or_default();
        told[line].then_some(seconds)
    })
}

/// From one moment in milliseconds to the next.
fn seconds(at_ms: &[i64]) -> f64 {
    match at_ms {
        [from, to] => (to - from) as f64 / 1_000.0,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::drives::Drive;
    use super::super::trips::find;
    use super::*;

    /// What the only trip of a drive comes to.
    fn trip(moments: &[Moment]) -> Sums {
        let rules = TripRules::default();
        let found = find(moments, &rules);
        assert_eq!(found.trips.len(), 1);
        of_trip(moments, &found, found.trips[0], &rules)
    }

    fn drive() -> Vec<Moment> {
        let mut drive = Drive::new();
        drive.stand(300, true).go(720, 50.0).stand(60, true);
        drive.go(720, 50.0).stand(300, false);
        drive.moments()
    }

    #[test]
    fn the_odometer_tells_the_distance_where_it_is_there_and_plausible() {
        let sums = trip(&drive());
        assert_eq!(sums.distance_source, DistanceSource::Odometer);
        assert!(
            (sums.distance_m / 20_000.0 - 1.0).abs() < 0.01,
            "{}",
            sums.distance_m
        );
        let mut lying = drive();
        for moment in &mut lying[900..] {
            moment.mileage_km = moment.mileage_km.map(|km| km + 300.0);
        }
        let sums = trip(&lying);
        assert_eq!(sums.distance_source, DistanceSource::StraightLines);
        assert!(
            (sums.distance_m / 20_000.0 - 1.0).abs() < 0.01,
            "{}",
            sums.distance_m
        );
        let mut back = drive();
        back[900].mileage_km = Some(3.0);
        assert_eq!(trip(&back).distance_source, DistanceSource::StraightLines);
    }

    #[test]
    fn time_is_told_by_what_the_vehicle_did_in_it() {
        let sums = trip(&drive());
        assert!(sums.moving_s.abs_diff(1_440) <= 3, "{}", sums.moving_s);
        assert!(sums.idling_s.abs_diff(60) <= 3, "{}", sums.idling_s);
        let mean_kmh = sums.mean_speed_kmh.expect("it moved");
        assert!((mean_kmh - 50.0).abs() < 1.0, "{mean_kmh}");
        assert_eq!(sums.top_speed_kmh, Some(50.0));
        let mut odd = drive();
        odd[500].speed_kmh = Some(900.0);
        assert_eq!(trip(&odd).top_speed_kmh, Some(50.0));
    }

    #[test]
    fn a_stop_is_idle_as_long_as_the_ignition_is_on() {
        let mut drive = Drive::new();
        drive
            .stand(120, true)
            .stand(600, false)
            .silence(20_000, 0.0)
            .stand(2, true);
        let moments = drive.moments();
        let rules = TripRules::default();
        let found = find(&moments, &rules);
        let sums = of_stop(&moments, &found, found.stops[0], &rules);
        assert!(sums.idling_s.abs_diff(120) <= 2, "{}", sums.idling_s);
        assert!(sums.standing_s.abs_diff(20_600) <= 2, "{}", sums.standing_s);
    }

    #[test]
    fn an_input_counts_from_a_fix_that_tells_it_is_on_to_the_next() {
        let sums = trip(&drive());
        // The line that the drives turn on with the engine off, and lines that they don't have.
        assert_eq!(sums.inputs_on_s[0], Some(1_501));
        assert_eq!(sums.inputs_on_s[1], Some(0));
        assert_eq!(sums.inputs_on_s[2], None);
    }

    #[test]
    fn what_was_filled_up_was_not_used_and_wavering_is_nothing() {
        let mut moments = drive();
        let level = |number: usize| match number {
            0..500 => 50.0 - number as f64 / 100.0,
            500..1_000 => 90.0 - (number - 500) as f64 / 100.0,
            _ => 85.0,
        };
        for (number, moment) in moments.iter_mut().enumerate() {
            let wave = 0.4 * (number as f64).sin();
            moment.fuel_percent = Some(level(number) + wave);
        }
        let used = fuel_used(&moments).expect("told");
        assert!((used - 10.0).abs() < 2.0, "{used}");
        assert_eq!(trip(&drive()).fuel_used_percent, None);
    }

    #[test]
    fn sums_add_up_and_say_how_the_distance_is_known() {
        let odometer = trip(&drive());
        let lines = Sums {
            distance_source: DistanceSource::StraightLines,
            top_speed_kmh: Some(80.0),
            ..odometer
        };
        let both = Sums::default().and(&odometer).and(&lines);
        assert_eq!(both.distance_source, DistanceSource::Both);
        assert_eq!((both.trips, both.top_speed_kmh), (2, Some(80.0)));
        assert_eq!(Sums::default().and(&odometer), odometer);
    }
}
