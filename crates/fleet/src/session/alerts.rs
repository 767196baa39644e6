//! Alerts of the past of several devices: what fetching them takes, their fetching, and what is known
//! of them as pages, counts, points and files.

use std::sync::{Arc, Mutex};

use chrono_tz::Tz;
use fleet_store::{SpanMs, StoreError};

use super::gathering::{Bearing, Gathering, PastKind};
use super::past::some_days;
use super::{Active, lock};
use crate::alerts::kept;
use crate::alerts::list::{AlertList, PastAlert, by_day};
use crate::blocking::blocking;
use crate::error::Error;
use crate::history::days::DaySlice;
use crate::ledger::calendar::zone_named;
use crate::moves::ViewName;
use crate::sheet::{self, Manner};
use crate::view::alerts::{
    AlertPoint, AlertPoints, AlertRowsQuery, AlertsFetch, AlertsPage, AlertsQuery, AlertsShown,
    AlertsSummary, PastAlertRow,
};
use crate::view::count;
use crate::view::history::PastCost;
use crate::view::sheets::{SheetFormat, SheetTexts};

/// No page holds more rows than this, whatever is asked for.
const MOST_ROWS: u32 = 500;

/// More points than this no map tells apart.
const MOST_POINTS: usize = 3_000;

/// The devices, the time, and the revision of what is kept.
type ReadBy = (Vec<String>, SpanMs, u64);

/// The fetching of alerts, and what was read of them.
#[derive(Default)]
pub(super) struct Alerts {
    /// The fetch that runs, or that ran last.
    fetch: Mutex<Option<Fetch>>,
    /// What was read last: table, counts and map ask for the same one after the other.
    read: tokio::sync::Mutex<Option<(ReadBy, Arc<Known>)>>,
}

/// What is known of some days of some devices.
#[derive(Default)]
struct Known {
    list: AlertList,
    /// The spans of each device of which every alert is known.
    spans: Vec<Vec<SpanMs>>,
}

struct Fetch {
    of: AlertsQuery,
    gathering: Gathering,
}

impl Fetch {
    fn view(&self) -> (AlertsFetch, Option<Error>) {
        let standing = self.gathering.standing();
        let view = AlertsFetch {
            of: self.of.clone(),
            devices_total: standing.devices_total,
            devices_done: standing.devices_done,
            requests_total: standing.requests_total,
            requests_done: standing.requests_done,
            alerts: standing.results,
            spent: standing.spent,
            refused: standing.failed,
            state: standing.state,
        };
        (view, standing.problem)
    }
}

impl Active {
    /// What fetching the alerts of some days takes. A day that is not over is always asked for.
    ///
    /// # Errors
    /// [`Error::Range`], [`Error::Store`].
    pub async fn alerts_cost(self: &Arc<Self>, query: AlertsQuery) -> Result<PastCost, Error> {
        let slices = slices(&query)?;
        self.past_cost(PastKind::Alerts, &query.devices, slices, zone_of(&query))
            .await
    }

    /// Begins to fetch the alerts that are not known of some days.
    ///
    /// # Errors
    /// [`Error::JobRunning`] while others are fetched, [`Error::Range`], [`Error::Store`].
    pub async fn gather_alerts(self: &Arc<Self>, query: AlertsQuery) -> Result<AlertsFetch, Error> {
        let slices = slices(&query)?;
        let devices = self.chosen(&query.devices);
        let errands = self.errands(PastKind::Alerts, devices, slices).await?;
        let mut fetch = lock(&self.alerts.fetch);
        if fetch.as_ref().is_some_and(|it| it.gathering.is_running()) {
            return Err(Error::JobRunning);
        }
        let begun = Fetch {
            of: query,
            gathering: self.gather(
                PastKind::Alerts,
                errands,
                Bearing::ForPerson,
                ViewName::Alerts,
            ),
        };
        let view = begun.view().0;
        *fetch = Some(begun);
        Ok(view)
    }

    /// The fetch of alerts that runs, or that ran last, and what went wrong with it.
    #[must_use]
    pub fn alerts_fetch(&self) -> Option<(AlertsFetch, Option<Error>)> {
        lock(&self.alerts.fetch).as_ref().map(Fetch::view)
    }

    /// Gives up the fetch of alerts that runs. What came is kept.
    pub fn cancel_alerts_fetch(&self) {
        if let Some(fetch) = &*lock(&self.alerts.fetch) {
            fetch.gathering.cancel();
        }
    }

    /// How many alerts of each kind and day are known.
    ///
    /// # Errors
    /// [`Error::Range`], [`Error::Store`].
    pub async fn alerts_summary(
        self: &Arc<Self>,
        shown: AlertsShown,
    ) -> Result<AlertsSummary, Error> {
        let slices = slices(&shown.of)?;
        let known = self.known_alerts(&shown.of, &slices).await?;
        blocking(move || {
            let Known { list, spans } = &*known;
            Ok::<_, Error>(summary(list, &shown.kinds, &slices, spans))
        })
        .await
    }

    /// A page of the alerts that are known, newest first.
    ///
    /// # Errors
    /// [`Error::Range`], [`Error::Store`].
    pub async fn alert_rows(self: &Arc<Self>, query: AlertRowsQuery) -> Result<AlertsPage, Error> {
        let slices = slices(&query.shown.of)?;
        let known = self.known_alerts(&query.shown.of, &slices).await?;
        let active = Arc::clone(self);
        blocking(move || {
            let found: Vec<_> = known.list.of_kinds(&query.shown.kinds).collect();
            let limit = query.limit.min(MOST_ROWS) as usize;
            let page = found.iter().skip(query.offset as usize).take(limit);
            Ok::<_, Error>(AlertsPage {
                matched: count(found.len()),
                offset: query.offset,
                rows: page.map(|alert| active.alert_row(alert)).collect(),
            })
        })
        .await
    }

    /// Where the alerts that are known were raised: the newest, where they are very many.
    ///
    /// # Errors
    /// [`Error::Range`], [`Error::Store`].
    pub async fn alert_points(self: &Arc<Self>, shown: AlertsShown) -> Result<AlertPoints, Error> {
        let slices = slices(&shown.of)?;
        let known = self.known_alerts(&shown.of, &slices).await?;
        blocking(move || {
            let found: Vec<_> = known.list.of_kinds(&shown.kinds).collect();
            Ok::<_, Error>(AlertPoints {
                matched: count(found.len()),
                points: found.iter().take(MOST_POINTS).map(|it| point(it)).collect(),
            })
        })
        .await
    }

    /// The bytes of a file of the alerts that are known; a workbook counts them by kind and day as well.
    ///
    /// # Errors
    /// [`Error::Range`], [`Error::Store`], [`Error::SheetUnwritten`].
    pub async fn export_alerts(
        self: &Arc<Self>,
        shown: AlertsShown,
        format: SheetFormat,
        texts: SheetTexts,
    ) -> Result<Vec<u8>, Error> {
        let slices = slices(&shown.of)?;
        let known = self.known_alerts(&shown.of, &slices).await?;
        let active = Arc::clone(self);
        blocking(move || {
            let manner = Manner {
                texts: vec![texts],
                zone: zone_of(&shown.of),
            };
            let found: Vec<_> = known.list.of_kinds(&shown.kinds).collect();
            let rows: Vec<_> = found.iter().map(|alert| active.alert_row(alert)).collect();
            // What is not shown is not counted in a file either.
            let counted = AlertList::of(
                found
                    .iter()
                    .map(|it| (it.device.clone(), vec![it.alert.clone()])),
            );
            let summary = summary(&counted, &[], &slices, &known.spans);
            let sheets = sheet::alert_sheets(&rows, &summary, &manner);
            match (format, sheets.first()) {
                (SheetFormat::Csv, Some(alerts)) => Ok(sheet::write(&alerts.rows, format)?),
                _ => Ok::<_, Error>(sheet::write_workbook(&sheets)?),
            }
        })
        .await
    }

    fn alert_row(&self, PastAlert { device, alert, .. }: &PastAlert) -> PastAlertRow {
        let (latitude, longitude) = (alert.latitude, alert.longitude);
        let near = self.surroundings.places.nearest(latitude, longitude);
        PastAlertRow {
            at: alert.time,
            device: self.fleet().device_ref(device),
            names: alert.alerts.clone(),
            text: alert.text.clone(),
            told: alert.notifications.clone(),
            latitude,
            longitude,
            near: near.map(|near| near.view()),
        }
    }

    async fn known_alerts(
        &self,
        query: &AlertsQuery,
        slices: &[DaySlice],
    ) -> Result<Arc<Known>, Error> {
        let (Some(first), Some(last)) = (slices.first(), slices.last()) else {
            return Ok(Arc::default());
        };
        let span = (first.span_ms().0, last.span_ms().1);
        let devices = self.chosen(&query.devices);
        // Whoever asks for the same meanwhile waits for it instead of reading it as well.
        let mut read = self.alerts.read.lock().await;
        let by: ReadBy = (devices, span, self.history.revision());
        if let Some((_, known)) = read.as_ref().filter(|(other, _)| *other == by) {
            return Ok(Arc::clone(known));
        }
        let (history, account) = (Arc::clone(&self.history), self.account.key());
        let devices = by.0.clone();
        let known = blocking(move || {
            let (mut of_devices, mut spans) = (Vec::new(), Vec::new());
            for device in devices {
                spans.push(history.alert_spans(&account, &device)?);
                let rows = history.alerts(&account, &device, span)?;
                let alerts: Vec<_> = rows.into_iter().filter_map(kept::alert).collect();
                of_devices.push((device, alerts));
            }
            let list = AlertList::of(of_devices);
            Ok::<_, StoreError>(Arc::new(Known { list, spans }))
        })
        .await?;
        *read = Some((by, Arc::clone(&known)));
        Ok(known)
    }
}

fn summary(
    list: &AlertList,
    kinds: &[String],
    slices: &[DaySlice],
    known: &[Vec<SpanMs>],
) -> AlertsSummary {
    let found: Vec<_> = list.of_kinds(kinds).collect();
    let mut devices: Vec<_> = found.iter().map(|it| it.device.as_str()).collect();
    devices.sort_unstable();
    devices.dedup();
    AlertsSummary {
        total: count(list.len()),
        matched: count(found.len()),
        devices: count(devices.len()),
        kinds: list.kinds(),
        days: by_day(found.iter().copied(), slices, known),
    }
}

fn point(PastAlert { device, alert, .. }: &PastAlert) -> AlertPoint {
    AlertPoint {
        at: alert.time,
        device: device.clone(),
        names: alert.alerts.clone(),
        text: alert.text.clone(),
        latitude: alert.latitude,
        longitude: alert.longitude,
    }
}

fn zone_of(query: &AlertsQuery) -> Tz {
    zone_named(&query.time_zone)
}

fn slices(query: &AlertsQuery) -> Result<Vec<DaySlice>, Error> {
    some_days(query.first, query.last, zone_of(query))
}
