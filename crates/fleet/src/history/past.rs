//! Some days of a device: what was cleaned, what was found in it, and the views of it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use plaspy::models::Location;

use super::cleaning::clean;
use super::export::{Track, TrackMark, TrackMarkKind, TrackPoint};
use super::moment::{Inputs, Moment};
use super::points;
use super::raised::Raised;
use super::sums;
use super::trips::{Found, Stretch, TripRules, find};
use crate::place::Places;
use crate::speed::SpeedUnit;
use crate::view::count;
use crate::view::groups::DeviceRef;
use crate::view::history::{
    DaySums, EndView, InputLine, Journeys, LeftOut, Reading, ReadingKind, RouteAlert, RouteView,
    StopView, Sums, TripView,
};

/// Some days of a device.
#[derive(Debug, Default)]
pub struct Past {
    rules: TripRules,
    moments: Vec<Moment>,
    left_out: LeftOut,
    found: Found,
    /// The number of the trip that each moment belongs to.
    trips: Vec<Option<u32>>,
    /// The alerts that began, oldest first.
    raised: Vec<Raised>,
}

impl Past {
    /// What these fixes come to, of which none can be later than `now`.
    #[must_use]
    pub fn new(
        locations: impl Iterator<Item = Location>,
        unit: SpeedUnit,
        rules: TripRules,
        now: DateTime<Utc>,
    ) -> Self {
        let moments = locations.map(|location| Moment::of(&location, unit));
        Self::of(moments.collect(), rules, now)
    }

    /// What these moments come to, in any order, of which none can be later than `now`.
    #[must_use]
    pub fn of(moments: Vec<Moment>, rules: TripRules, now: DateTime<Utc>) -> Self {
        let (moments, mut left_out) = clean(moments, now);
        let found = find(&moments, &rules);
        left_out.gaps = found.gaps;
        left_out.drift = count(found.stops.iter().map(|stop| stop.last - stop.first).sum());
        let mut trips = vec![None; moments.len()];
        for (number, trip) in (1..).zip(&found.trips) {
            trips[trip.first..=trip.last].fill(Some(number));
        }
        Self {
            rules,
            moments,
            left_out,
            found,
            trips,
            raised: Vec::new(),
        }
    }

    /// With the alerts that began in these days, oldest first, of which none can be later than `now`.
    #[must_use]
    pub fn with_raised(self, mut raised: Vec<Raised>, now: DateTime<Utc>) -> Self {
        raised.retain(|it| it.at <= now);
        Self { raised, ..self }
    }

    /// The alerts that began, oldest first.
    #[must_use]
    pub fn raised(&self) -> &[Raised] {
        &self.raised
    }

    /// Trips, stops and sums, for a reader in a zone.
    #[must_use]
    pub fn journeys(
        &self,
        device: DeviceRef,
        is_speed_unknown: bool,
        zone: Tz,
        places: &Places,
    ) -> Journeys {
        let mut days: BTreeMap<NaiveDate, Sums> = BTreeMap::new();
        let (mut under_way, mut total) = (Sums::default(), Sums::default());
        let day_of = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
        let mut add = |stretch: &Stretch, sums: &Sums| {
            let of_day = days
                .entry(day_of(self.moments[stretch.first].at))
                .or_default();
            *of_day = of_day.and(sums);
            total = total.and(sums);
        };
        let end = |place: usize| self.end(place, places);
        let alerts = self.alerts(places);
        let of_trip = |number| alerts.iter().filter(|it| it.trip == Some(number)).count();
        let trips = (1..).zip(&self.found.trips).map(|(number, trip)| {
            let sums = sums::of_trip(&self.moments, &self.found, *trip, &self.rules);
            add(trip, &sums);
            under_way = under_way.and(&sums);
            TripView {
                number,
                start: end(trip.first),
                end: end(trip.last),
                sums,
                alerts: count(of_trip(number)),
            }
        });
        let trips = trips.collect();
        let stops = (1..).zip(&self.found.stops).map(|(number, stop)| {
            let sums = sums::of_stop(&self.moments, &self.found, *stop, &self.rules);
            add(stop, &sums);
            StopView {
                number,
                start: end(stop.first),
                until: self.moments[stop.last].at,
                duration_s: sums.idling_s.saturating_add(sums.standing_s),
                idling_s: sums.idling_s,
            }
        });
        let stops = stops.collect();
        for alert in &alerts {
            days.entry(day_of(alert.start.at)).or_default();
        }
        let of_day = |day| {
            alerts
                .iter()
                .filter(|it| day_of(it.start.at) == day)
                .count()
        };
        let days = days.into_iter().map(|(day, sums)| DaySums {
            day,
            sums,
            alerts: count(of_day(day)),
        });
        Journeys {
            device,
            trips,
            stops,
            days: days.collect(),
            alerts,
            under_way,
            total,
            left_out: self.left_out,
            is_speed_unknown,
        }
    }

    /// The alerts, each where the device was last believed to be.
    fn alerts(&self, places: &Places) -> Vec<RouteAlert> {
        let views = (1..).zip(&self.raised).filter_map(|(number, raised)| {
            let after = self.moments.partition_point(|it| it.at <= raised.at);
            // One before the first place that is believed is shown there.
            let place = after.saturating_sub(1);
            self.moments.get(place)?;
            Some(RouteAlert {
                number,
                start: EndView {
                    at: raised.at,
                    ..self.end(place, places)
                },
                trip: self.trips[place],
                code: raised.code.clone(),
                text: raised.text.clone(),
            })
        });
        views.collect()
    }

    fn end(&self, place: usize, places: &Places) -> EndView {
        let Moment {
            at,
            latitude,
            longitude,
            ..
        } = self.moments[place];
        let near = places.nearest(latitude, longitude);
        EndView {
            at,
            latitude,
            longitude,
            near: near.map(|near| near.view()),
        }
    }

    /// The way, or the part of it between two moments, in at most so many points.
    #[must_use]
    pub fn route(
        &self,
        from: Option<DateTime<Utc>>,
        to: Option<DateTime<Utc>>,
        most_points: usize,
    ) -> RouteView {
        let begin = from.map_or(0, |from| self.moments.partition_point(|it| it.at < from));
        let end = to.map_or(self.moments.len(), |to| {
            self.moments.partition_point(|it| it.at <= to)
        });
        let within = &self.moments[begin.min(end)..end];
        let chosen = points::chosen(within, most_points);
        let of = |read: fn(&Moment) -> Option<f64>| -> Vec<Option<f64>> {
            chosen.iter().map(|place| read(&within[*place])).collect()
        };
        let numbers = |read: fn(&Moment) -> f64| -> Vec<f64> {
            chosen.iter().map(|place| read(&within[*place])).collect()
        };
        let gap_s = f64::from(self.rules.gap_after_s);
        let mut before = 0;
        let after_gap = chosen.iter().map(|place| {
            let way = &within[before..=*place];
            before = *place;
            let gap = |pair: &[Moment]| (pair[1].at - pair[0].at).as_seconds_f64() > gap_s;
            way.windows(2).any(gap)
        });
        RouteView {
            fixes: count(within.len()),
            after_gap: after_gap.collect(),
            at_s: numbers(|it| it.at.timestamp_millis() as f64 / 1_000.0),
            latitudes: numbers(|it| it.latitude),
            longitudes: numbers(|it| it.longitude),
            trips: chosen
                .iter()
                .map(|place| self.trips[begin + place])
                .collect(),
            speed_kmh: of(|it| it.speed_kmh),
            course_deg: of(|it| it.course_deg),
            ignition: chosen.iter().map(|place| within[*place].ignition).collect(),
            inputs: (1..Inputs::LINES)
                .map(|line| InputLine {
                    number: count(line + 1),
                    on: chosen
                        .iter()
                        .map(|place| within[*place].inputs.line(line))
                        .collect(),
                })
                .filter(|line| line.on.contains(&Some(true)))
                .collect(),
            readings: [
                (ReadingKind::Fuel, of(|it| it.fuel_percent)),
                (ReadingKind::Fuel2, of(|it| it.fuel2_percent)),
                (ReadingKind::Temperature, of(|it| it.temperature_c)),
                (ReadingKind::Temperature2, of(|it| it.temperature2_c)),
                (ReadingKind::Battery, of(|it| it.battery_percent)),
                (ReadingKind::EngineRpm, of(|it| it.engine_rpm)),
            ]
            .into_iter()
            .filter(|(_, values)| values.iter().any(Option::is_some))
            .map(|(kind, values)| Reading { kind, values })
            .collect(),
        }
    }

    /// For other programs; `words` names an alert.
    #[must_use]
    pub fn track(&self, journeys: &Journeys, words: impl Fn(&RouteAlert) -> String) -> Track {
        let gap_s = f64::from(self.rules.gap_after_s);
        let pieces = self
            .moments
            .chunk_by(|before, after| (after.at - before.at).as_seconds_f64() <= gap_s);
        let point = |moment: &Moment| TrackPoint {
            at: moment.at,
            latitude: moment.latitude,
            longitude: moment.longitude,
        };
        let point_of = |end: &EndView| TrackPoint {
            at: end.at,
            latitude: end.latitude,
            longitude: end.longitude,
        };
        let stops = journeys.stops.iter().map(|stop| {
            let near = stop.start.near.as_ref().map(|near| near.name.as_str());
            TrackMark {
                kind: TrackMarkKind::Stop,
                name: match near {
                    Some(near) => format!("{} · {near}", stop.number),
                    None => stop.number.to_string(),
                },
                point: point_of(&stop.start),
                until: stop.until,
            }
        });
        let alerts = journeys.alerts.iter().map(|alert| TrackMark {
            kind: TrackMarkKind::Alert,
            name: words(alert),
            point: point_of(&alert.start),
            until: alert.start.at,
        });
        Track {
            name: journeys.device.name.clone(),
            pieces: pieces
                .map(|piece| piece.iter().map(point).collect())
                .collect(),
            marks: stops.chain(alerts).collect(),
        }
    }

    /// Every moment, oldest first.
    #[must_use]
    pub fn moments(&self) -> &[Moment] {
        &self.moments
    }

    /// The sums of each day on which anything is known, for a reader in a zone; without places and ends.
    #[must_use]
    pub fn sums_by_day(&self, zone: Tz) -> BTreeMap<NaiveDate, Sums> {
        let mut days: BTreeMap<NaiveDate, Sums> = BTreeMap::new();
        let trips = self.found.trips.iter().map(|trip| {
            let sums = sums::of_trip(&self.moments, &self.found, *trip, &self.rules);
            (trip, sums)
        });
        let stops = self.found.stops.iter();
        let stops = stops.map(|stop| {
            (
                stop,
                sums::of_stop(&self.moments, &self.found, *stop, &self.rules),
            )
        });
        for (stretch, sums) in trips.chain(stops) {
            let at = self.moments[stretch.first].at;
            let of_day = days
                .entry(at.with_timezone(&zone).date_naive())
                .or_default();
            *of_day = of_day.and(&sums);
        }
        days
    }

    /// Every moment, and the number of the trip that it belongs to.
    #[must_use]
    pub fn numbered(&self) -> Vec<(Moment, Option<u32>)> {
        let moments = self.moments.iter().copied();
        moments.zip(self.trips.iter().copied()).collect()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::drives::Drive;
    use super::*;

    /// What a drive by hand comes to.
    pub(crate) fn past_of(drive: &Drive) -> Past {
        let moments = drive.moments();
        let now = moments
            .last()
            .map_or(DateTime::UNIX_EPOCH, |moment| moment.at);
        Past::of(moments, TripRules::default(), now)
    }
}
