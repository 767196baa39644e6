//! The report that was ordered last: what is not known is asked for behind live positions, then what
//! is known is reckoned up, device by device. Its order is kept until it is there, so that the next
//! start goes on with it.

mod reckoning;

use std::sync::{Arc, Mutex};

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use tokio::task::AbortHandle;

use super::gathering::{Bearing, Gathering, PastKind, Standing};
use super::past::some_days;
use super::{Active, lock, remembered};
use crate::blocking::blocking;
use crate::error::Error;
use crate::history::days::DaySlice;
use crate::ledger::calendar::zone_named;
use crate::moves::ViewName;
use crate::report::device::Terms;
use crate::report::table::{self, ReportTable};
use crate::sheet::{self, Manner};
use crate::speed::knowledge::SpeedSource;
use crate::view::count;
use crate::view::history::{FetchState, PastCost};
use crate::view::reports::{
    ReportOrder, ReportPage, ReportResult, ReportRow, ReportRowsQuery, ReportStage, ReportView,
};
use crate::view::sheets::{SheetFormat, SheetTexts};

use reckoning::Reckoning;

/// The note's subject.
const NOTE: &str = "report";

/// More tables than this, one a device, nobody finds their way in.
const MOST_DEVICE_SHEETS: usize = 250;

/// What was ordered, with the devices as they were found then, in the order of their names.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Ordered {
    order: ReportOrder,
    devices: Vec<String>,
}

/// What is kept of it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    open: Option<Ordered>,
}

/// The report that was ordered last.
#[derive(Default)]
pub(super) struct Reports {
    current: Mutex<Option<Report>>,
    /// One note after the other, as what they tell of happens.
    noting: tokio::sync::Mutex<()>,
}

struct Report {
    number: u32,
    ordered: Arc<Ordered>,
    stage: ReportStage,
    gathering: Option<Gathering>,
    reckoned: u32,
    problem: Option<Error>,
    /// A person wants no more to be asked, and sees what is known by then.
    is_enough: bool,
    made: Option<Arc<Made>>,
    task: Option<AbortHandle>,
}

/// A report that is there.
struct Made {
    table: ReportTable,
    result: ReportResult,
    reckoning: Reckoning,
}

impl Report {
    fn is_running(&self) -> bool {
        matches!(self.stage, ReportStage::Fetching | ReportStage::Reckoning)
    }

    fn view(&self) -> ReportView {
        let standing = self.gathering.as_ref().map(Gathering::standing);
        let of = |read: fn(&Standing) -> u32| standing.as_ref().map_or(0, read);
        ReportView {
            number: self.number,
            order: self.ordered.order.clone(),
            devices: count(self.ordered.devices.len()),
            stage: self.stage,
            requests_total: of(|it| it.requests_total),
            requests_done: of(|it| it.requests_done),
            asked_total: of(|it| it.devices_total),
            asked_done: of(|it| it.devices_done),
            spent: of(|it| it.spent),
            refused: of(|it| it.failed),
            reckoned: self.reckoned,
            fetched: standing.as_ref().map_or(FetchState::Running, |it| it.state),
            result: self.made.as_ref().map(|made| made.result.clone()),
        }
    }
}

impl Drop for Report {
    fn drop(&mut self) {
        if let Some(task) = self.task.take() {
            task.abort();
        }
    }
}

impl Active {
    /// What a report would take.
    ///
    /// # Errors
    /// [`Error::Range`], [`Error::Setting`], [`Error::Store`].
    pub async fn report_cost(self: &Arc<Self>, order: ReportOrder) -> Result<PastCost, Error> {
        let slices = slices(&order)?;
        let zone = zone_of(&order);
        self.past_cost(PastKind::Locations, &order.devices, slices, zone)
            .await
    }

    /// Begins to make a report. It takes the place of the one before.
    ///
    /// # Errors
    /// [`Error::JobRunning`] while another is made, [`Error::Range`], [`Error::Setting`],
    /// [`Error::Store`] when the order can't be kept.
    pub async fn order_report(self: &Arc<Self>, order: ReportOrder) -> Result<ReportView, Error> {
        slices(&order)?;
        let devices = self.chosen(&order.devices);
        let _in_turn = self.reports.noting.lock().await;
        if self.is_reporting() {
            return Err(Error::JobRunning);
        }
        let kept = Kept {
            open: Some(Ordered { order, devices }),
        };
        self.keep_note(NOTE, &kept).await?;
        self.check_open()?;
        match kept.open {
            Some(ordered) => Ok(self.begin_report(ordered)),
            None => Err(Error::NoJob),
        }
    }

    fn is_reporting(&self) -> bool {
        let current = lock(&self.reports.current);
        current.as_ref().is_some_and(Report::is_running)
    }

    fn begin_report(self: &Arc<Self>, ordered: Ordered) -> ReportView {
        let ordered = Arc::new(ordered);
        let view = {
            let mut current = lock(&self.reports.current);
            let number = current.as_ref().map_or(0, |report| report.number) + 1;
            let active = Arc::clone(self);
            let order = Arc::clone(&ordered);
            let task = tokio::spawn(async move { active.make_report(number, order).await });
            let report = Report {
                number,
                ordered,
                stage: ReportStage::Fetching,
                gathering: None,
                reckoned: 0,
                problem: None,
                is_enough: false,
                made: None,
                task: Some(task.abort_handle()),
            };
            let view = report.view();
            *current = Some(report);
            view
        };
        self.surroundings.moves.moved(ViewName::Reports);
        view
    }

    /// Goes on with the report that the last session left open.
    pub(super) async fn resume_report(self: &Arc<Self>) {
        let _in_turn = self.reports.noting.lock().await;
        let store = Arc::clone(&self.surroundings.store);
        match remembered::<Kept>(store, &self.account, NOTE).await {
            Ok(Kept { open: None }) => {}
            Ok(Kept {
                open: Some(ordered),
            }) => {
                // A person may have been quicker.
                if lock(&self.reports.current).is_none() {
                    self.begin_report(ordered);
                }
            }
            Err(error) => tracing::warn!(%error, "an open report can't be read"),
        }
    }

    /// The report that was ordered last, and what went wrong with it.
    #[must_use]
    pub fn report(&self) -> Option<(ReportView, Option<Error>)> {
        let current = lock(&self.reports.current);
        let report = current.as_ref()?;
        let standing = report.gathering.as_ref().map(Gathering::standing);
        let problem = report.problem.clone();
        Some((report.view(), problem.or_else(|| standing?.problem)))
    }

    /// A page of the report; empty where there is none.
    #[must_use]
    pub fn report_rows(&self, query: ReportRowsQuery) -> ReportPage {
        let Some(made) = self.made() else {
            return ReportPage::default();
        };
        let mut page = made.table.page(query);
        self.name_anew(&mut page.rows);
        page
    }

    /// Names may have come, or changed, since it was made.
    fn name_anew(&self, rows: &mut [ReportRow]) {
        let fleet = self.fleet();
        for row in rows {
            row.device = fleet.device_ref(&row.id);
        }
    }

    fn made(&self) -> Option<Arc<Made>> {
        lock(&self.reports.current).as_ref()?.made.clone()
    }

    /// No more is asked for: what is known by then is reckoned up. While it is reckoned up, the report
    /// is given up.
    ///
    /// # Errors
    /// [`Error::Store`] when the next start would go on with it.
    pub async fn cancel_report(&self) -> Result<(), Error> {
        let _in_turn = self.reports.noting.lock().await;
        {
            let mut current = lock(&self.reports.current);
            let Some(report) = current.as_mut().filter(|report| report.is_running()) else {
                return Ok(());
            };
            match (report.stage, &report.gathering) {
                (ReportStage::Fetching, gathering) => {
                    report.is_enough = true;
                    if let Some(gathering) = gathering.clone() {
                        gathering.cancel();
                    }
                }
                _ => {
                    report.stage = ReportStage::Cancelled;
                    if let Some(task) = report.task.take() {
                        task.abort();
                    }
                }
            }
        }
        self.surroundings.moves.moved(ViewName::Reports);
        self.keep_note(NOTE, &Kept::default()).await
    }

    /// The report goes with the past that it tells of, whether it is there or being made.
    ///
    /// # Errors
    /// [`Error::Store`] when the next start would go on with it.
    pub(super) async fn drop_report(&self) -> Result<(), Error> {
        let _in_turn = self.reports.noting.lock().await;
        self.end_report();
        let report = lock(&self.reports.current).take();
        if report.is_none() {
            return Ok(());
        }
        self.surroundings.moves.moved(ViewName::Reports);
        self.keep_note(NOTE, &Kept::default()).await
    }

    /// Ends what is made of a report; its order stays kept. Whether there was anything to end.
    pub(crate) fn end_report(&self) -> bool {
        let gathering = {
            let mut current = lock(&self.reports.current);
            let Some(report) = current.as_mut().filter(|report| report.is_running()) else {
                return false;
            };
            report.stage = ReportStage::Cancelled;
            // First, or it would go on with what was gathered by then.
            if let Some(task) = report.task.take() {
                task.abort();
            }
            report.gathering.clone()
        };
        if let Some(gathering) = gathering {
            gathering.cancel();
        }
        self.surroundings.moves.moved(ViewName::Reports);
        true
    }

    async fn make_report(self: Arc<Self>, number: u32, ordered: Arc<Ordered>) {
        let made = self.made_of(number, &ordered).await;
        let _in_turn = self.reports.noting.lock().await;
        self.with_report(number, |report| match made {
            Ok(made) => {
                report.made = Some(Arc::new(made));
                report.stage = ReportStage::Done;
            }
            Err(error) => {
                report.problem = Some(error);
                report.stage = ReportStage::Failed;
            }
        });
        if let Err(error) = self.keep_note(NOTE, &Kept::default()).await {
            tracing::warn!(%error, "the next start makes a report once more");
        }
    }

    async fn made_of(self: &Arc<Self>, number: u32, ordered: &Ordered) -> Result<Made, Error> {
        let order = &ordered.order;
        let slices = slices(order)?;
        let kind = PastKind::Locations;
        let errands = self
            .errands(kind, ordered.devices.clone(), slices.clone())
            .await?;
        let gathering = self.gather(kind, errands, Bearing::Background, ViewName::Reports);
        self.with_report(number, |report| {
            report.gathering = Some(gathering.clone());
            if report.is_enough {
                gathering.cancel();
            }
        });
        let gathered = Arc::new(gathering.ended().await);
        self.with_report(number, |report| report.stage = ReportStage::Reckoning);
        let reading = self.speed_reading();
        let reckoning = Reckoning {
            history: Arc::clone(&self.history),
            account: self.account.key(),
            unit: reading.unit,
            rules: self.trip_rules(),
            terms: Terms {
                zone: zone_of(order),
                limit_kmh: order.limit_kmh,
                is_speed_unknown: reading.source == SpeedSource::Assumed,
            },
            now: self.client.server_now(),
            gathered,
            slices: slices.into(),
        };
        let mut table = ReportTable::of(reckoning.slices.iter().map(|slice| slice.day));
        for device in &ordered.devices {
            let (by, id) = (reckoning.clone(), device.clone());
            // A device at a time, so that the fixes of one are held and not those of all.
            let (days, known) = blocking(move || by.device(&id)).await?;
            let device = self.fleet().device_ref(device);
            table.add(table::row(device, &days, known), &days.days);
            self.with_report(number, |report| report.reckoned += 1);
        }
        Ok(Made {
            result: table.result(reckoning.terms.is_speed_unknown),
            table,
            reckoning,
        })
    }

    fn with_report(&self, number: u32, change: impl FnOnce(&mut Report)) {
        {
            let mut current = lock(&self.reports.current);
            let Some(report) = current.as_mut().filter(|report| report.number == number) else {
                return;
            };
            change(report);
        }
        self.surroundings.moves.moved(ViewName::Reports);
    }

    /// The bytes of a file of the report; in a workbook with a table of its days for each device where
    /// that is wanted, and there are not too many of them.
    ///
    /// # Errors
    /// [`Error::NoJob`] where there is no report, [`Error::Store`], [`Error::SheetUnwritten`].
    pub async fn export_report(
        self: &Arc<Self>,
        format: SheetFormat,
        with_devices: bool,
        texts: SheetTexts,
    ) -> Result<Vec<u8>, Error> {
        let made = self.made().ok_or(Error::NoJob)?;
        let active = Arc::clone(self);
        blocking(move || {
            let manner = Manner {
                texts: vec![texts],
                zone: made.reckoning.terms.zone,
            };
            let mut rows = made.table.rows().to_vec();
            active.name_anew(&mut rows);
            if format == SheetFormat::Csv {
                return Ok(sheet::write(&sheet::report_rows(&rows, &manner), format)?);
            }
            let mut sheets = sheet::report_sheets(&rows, &made.result, &manner);
            if with_devices && rows.len() <= MOST_DEVICE_SHEETS {
                for row in &rows {
                    let (days, _) = made.reckoning.device(&row.id)?;
                    sheets.push(sheet::report_device_sheet(&row.device.name, &days, &manner));
                }
            }
            Ok::<_, Error>(sheet::write_workbook(&sheets)?)
        })
        .await
    }
}

fn zone_of(order: &ReportOrder) -> Tz {
    zone_named(&order.time_zone)
}

/// The days of an order.
///
/// # Errors
/// [`Error::Range`] where they are too many or the wrong way round, [`Error::Setting`] for a limit that
/// no road has.
fn slices(order: &ReportOrder) -> Result<Vec<DaySlice>, Error> {
    let days = some_days(order.first, order.last, zone_of(order))?;
    if order
        .limit_kmh
        .is_some_and(|it| !(1.0..=300.0).contains(&it))
    {
        return Err(Error::Setting {
            field: "limitKmh",
            range: "1 to 300 km/h",
        });
    }
    Ok(days)
}
