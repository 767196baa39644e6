//! The past of a device as far as it is kept: its days, and what its fixes come to.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;
use chrono_tz::Tz;
use fleet_store::{KeptHistory, SpanMs};

use super::{Active, KeyPlace, lock};
use crate::blocking::blocking;
use crate::error::Error;
use crate::history::days::{self, DaySlice};
use crate::history::export::TrackFormat;
use crate::history::past::Past;
use crate::history::raised::raised;
use crate::history::trips::TripRules;
use crate::history::{coverage, kept};
use crate::ledger::calendar::zone_named;
use crate::moves::ViewName;
use crate::sheet::{self, Manner};
use crate::speed::SpeedUnit;
use crate::speed::knowledge::SpeedSource;
use crate::view::count;
use crate::view::history::{
    HistoryDay, HistoryDays, HistoryQuery, Journeys, RouteAlert, RouteFormat, RouteQuery, RouteView,
};
use crate::view::sheets::{SheetFormat, SheetTexts};

/// No more days are read at once.
const MOST_DAYS: u32 = 31;

/// What was read last: map, plots and tables ask for the same days one after the other.
#[derive(Default)]
pub(super) struct LastRead {
    read: Mutex<VecDeque<(ReadBy, Arc<Past>)>>,
    rules: Mutex<TripRules>,
}

/// So many devices may be looked at together, of each of which what was read is kept at hand.
const MOST_READ: usize = 8;

/// The days, the revision of what is kept, the unit of its speeds, and what a stop is.
type ReadBy = (HistoryQuery, u64, SpeedUnit, TripRules);

impl LastRead {
    pub(super) fn new(rules: TripRules) -> Self {
        Self {
            rules: Mutex::new(rules),
            ..Self::default()
        }
    }
}

impl Active {
    /// Which days of a device are known, and what fetching the others costs.
    ///
    /// # Errors
    /// [`Error::Range`], [`Error::Store`].
    pub async fn history_days(&self, query: HistoryQuery) -> Result<HistoryDays, Error> {
        let zone = zone_of(&query);
        let slices = slices(&query)?;
        let spans: Vec<SpanMs> = slices.iter().map(DaySlice::span_ms).collect();
        let (known, counts) = self.known(&query, &spans).await?;
        let now = self.client.server_now();
        let now_ms = now.timestamp_millis();
        let days = slices
            .iter()
            .zip(spans)
            .zip(counts)
            .map(|((slice, span), fixes)| HistoryDay {
                day: slice.day,
                state: coverage::state_of(span, &known, fixes, now_ms),
                fixes,
            });
        let spending = self.desk.spending();
        let requests = count(missing(&slices, &known, now_ms).len());
        let seconds = u64::from(requests) * 60 / u64::from(spending.limit_per_minute.max(1));
        Ok(HistoryDays {
            today: now.with_timezone(&zone).date_naive(),
            days: days.collect(),
            requests,
            duration_s: u32::try_from(seconds).ok(),
            results_per_day: spending.results_per_day,
        })
    }

    /// What has to be asked for of some days, a span a day, oldest first.
    pub(super) async fn missing_spans(&self, query: &HistoryQuery) -> Result<Vec<SpanMs>, Error> {
        let slices = slices(query)?;
        let (known, _) = self.known(query, &[]).await?;
        let now_ms = self.client.server_now().timestamp_millis();
        Ok(missing(&slices, &known, now_ms))
    }

    async fn known(
        &self,
        query: &HistoryQuery,
        within: &[SpanMs],
    ) -> Result<(Vec<SpanMs>, Vec<u32>), Error> {
        let (history, account) = (Arc::clone(&self.history), self.account.key());
        let (device, within) = (query.id.clone(), within.to_vec());
        blocking(move || {
            let spans = history.spans(&account, &device)?;
            let counts = history.counts(&account, &device, &within)?;
            Ok::<_, fleet_store::StoreError>((spans, counts))
        })
        .await
    }

    /// Trips, stops and sums of some days, as far as they are known.
    ///
    /// # Errors
    /// [`Error::Range`], [`Error::Store`].
    pub async fn journeys(&self, query: HistoryQuery) -> Result<Journeys, Error> {
        let past = self.past(&query).await?;
        Ok(self.journeys_of(&query, &past))
    }

    fn journeys_of(&self, query: &HistoryQuery, past: &Past) -> Journeys {
        let device = self.fleet().device_ref(&query.id);
        let is_assumed = self.speed_reading().source == SpeedSource::Assumed;
        past.journeys(
            device,
            is_assumed,
            zone_of(query),
            &self.surroundings.places,
        )
    }

    /// The way that a device went in some days, as far as it is known.
    ///
    /// # Errors
    /// [`Error::Range`], [`Error::Store`].
    pub async fn route(&self, query: RouteQuery) -> Result<RouteView, Error> {
        let past = self.past(&query.days).await?;
        Ok(past.route(query.from, query.to, query.most_points as usize))
    }

    /// The bytes of a file of some days.
    ///
    /// # Errors
    /// [`Error::Range`], [`Error::Store`], or what the format can't hold.
    pub async fn export_route(
        &self,
        query: HistoryQuery,
        format: RouteFormat,
        texts: SheetTexts,
    ) -> Result<Vec<u8>, Error> {
        let past = self.past(&query).await?;
        let journeys = self.journeys_of(&query, &past);
        let manner = Manner {
            texts: vec![texts],
            zone: zone_of(&query),
        };
        blocking(move || {
            let words = |alert: &RouteAlert| manner.alert_words(&alert.code, alert.text.as_deref());
            let track = |format| Ok(past.track(&journeys, words).write(format)?);
            let sheets = || sheet::journey_sheets(&journeys, &past.numbered(), &manner);
            match format {
                RouteFormat::Gpx => track(TrackFormat::Gpx),
                RouteFormat::Kml => track(TrackFormat::Kml),
                RouteFormat::GeoJson => track(TrackFormat::GeoJson),
                RouteFormat::Csv => match sheets().first() {
                    Some(fixes) => Ok(sheet::write(&fixes.rows, SheetFormat::Csv)?),
                    None => Ok(Vec::new()),
                },
                RouteFormat::Xlsx => Ok::<_, Error>(sheet::write_workbook(&sheets())?),
            }
        })
        .await
    }

    /// What is kept of the account's past.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub async fn history_kept(&self) -> Result<KeptHistory, Error> {
        let (history, account) = (Arc::clone(&self.history), self.account.key());
        blocking(move || history.kept(&account)).await
    }

    /// Why what was kept of the account's past can't be used; what is fetched now goes with the program.
    #[must_use]
    pub fn history_problem(&self) -> Option<Error> {
        match self.key_place {
            KeyPlace::Keyring => self.surroundings.history_problem.clone(),
            KeyPlace::ThisRun => None,
        }
    }

    /// Deletes what is kept of the account's past. What is being fetched is given up.
    ///
    /// # Errors
    /// [`Error::Store`]; then it is there as before.
    pub async fn forget_history(&self) -> Result<(), Error> {
        if let Some(problem) = self.history_problem() {
            return Err(problem);
        }
        self.drop_report().await?;
        self.gatherings.cancel();
        let (history, account) = (Arc::clone(&self.history), self.account.key());
        blocking(move || history.forget(&account)).await?;
        lock(&self.past.read).clear();
        self.surroundings.moves.moved(ViewName::History);
        self.surroundings.moves.moved(ViewName::Alerts);
        Ok(())
    }

    /// Finds trips and stops by these rules from now on.
    pub(crate) fn set_trip_rules(&self, rules: TripRules) {
        *lock(&self.past.rules) = rules;
        self.surroundings.moves.moved(ViewName::History);
    }

    /// The rules by which trips and stops are found.
    pub(super) fn trip_rules(&self) -> TripRules {
        *lock(&self.past.rules)
    }

    async fn past(&self, query: &HistoryQuery) -> Result<Arc<Past>, Error> {
        let slices = slices(query)?;
        let unit = self.speed_reading().unit;
        let rules = self.trip_rules();
        let by: ReadBy = (query.clone(), self.history.revision(), unit, rules);
        if let Some((_, past)) = lock(&self.past.read).iter().find(|read| read.0 == by) {
            return Ok(Arc::clone(past));
        }
        let (Some(first), Some(last)) = (slices.first(), slices.last()) else {
            return Ok(Arc::default());
        };
        let span = (first.span_ms().0, last.span_ms().1);
        let (history, account) = (Arc::clone(&self.history), self.account.key());
        let (device, now) = (query.id.clone(), self.client.server_now());
        let past = blocking(move || {
            let rows = history.fixes(&account, &device, span)?;
            let locations = rows.iter().filter_map(kept::lean);
            let past = Past::new(locations, unit, rules, now);
            let raised = raised(rows.iter().filter_map(kept::told));
            Ok::<_, fleet_store::StoreError>(Arc::new(past.with_raised(raised, now)))
        })
        .await?;
        let mut read = lock(&self.past.read);
        // Of the same days nothing older is asked for again.
        read.retain(|(other, _)| other.0 != by.0);
        read.truncate(MOST_READ - 1);
        read.push_front((by, Arc::clone(&past)));
        Ok(past)
    }
}

fn zone_of(query: &HistoryQuery) -> Tz {
    zone_named(&query.time_zone)
}

fn slices(query: &HistoryQuery) -> Result<Vec<DaySlice>, Error> {
    some_days(query.first, query.last, zone_of(query))
}

/// The days from the first to the last.
///
/// # Errors
/// [`Error::Range`] where they are too many or the wrong way round.
pub(super) fn some_days(
    first: NaiveDate,
    last: NaiveDate,
    zone: Tz,
) -> Result<Vec<DaySlice>, Error> {
    let days = (last - first).num_days() + 1;
    if !(1..=i64::from(MOST_DAYS)).contains(&days) {
        return Err(Error::Range { most: MOST_DAYS });
    }
    Ok(days::slices(first, last, zone))
}

/// What has to be asked for, a span a day; nothing of days that are to come.
pub(super) fn missing(slices: &[DaySlice], known: &[SpanMs], now_ms: i64) -> Vec<SpanMs> {
    let begun = slices
        .iter()
        .map(DaySlice::span_ms)
        .filter(|(from, _)| *from <= now_ms);
    begun
        .filter_map(|span| coverage::missing(span, known))
        .collect()
}
