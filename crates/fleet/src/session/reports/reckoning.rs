//! What one device did in the days of a report, as far as it is known.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use fleet_store::{AccountKey, History, StoreError};

use crate::history::days::DaySlice;
use crate::history::past::Past;
use crate::history::raised::raised;
use crate::history::trips::TripRules;
use crate::history::{coverage, kept};
use crate::report::device::{DeviceDays, Terms, reckon};
use crate::session::gathering::Standing;
use crate::speed::SpeedUnit;
use crate::view::count;

/// What a device is reckoned up by.
#[derive(Clone)]
pub(super) struct Reckoning {
    pub(super) history: Arc<History>,
    pub(super) account: AccountKey,
    pub(super) slices: Arc<[DaySlice]>,
    pub(super) unit: SpeedUnit,
    pub(super) rules: TripRules,
    pub(super) terms: Terms,
    pub(super) now: DateTime<Utc>,
    /// Of which devices all that was not known came, so that today is known as far as it can be.
    pub(super) gathered: Arc<Standing>,
}

impl Reckoning {
    /// What a device did, and how many days of it are known. Blocks for as long as the disk takes.
    pub(super) fn device(&self, device: &str) -> Result<(DeviceDays, u32), StoreError> {
        let (Some(first), Some(last)) = (self.slices.first(), self.slices.last()) else {
            return Ok((DeviceDays::default(), 0));
        };
        let span = (first.span_ms().0, last.span_ms().1);
        let rows = self.history.fixes(&self.account, device, span)?;
        let locations = rows.iter().filter_map(kept::lean);
        let raised = raised(rows.iter().filter_map(kept::told));
        let past = Past::new(locations, self.unit, self.rules, self.now);
        let past = past.with_raised(raised, self.now);
        let known = self.history.spans(&self.account, device)?;
        let now_ms = self.now.timestamp_millis();
        let is_whole = self.gathered.is_whole_of(device);
        let is_known = |slice: &&DaySlice| {
            let span = slice.span_ms();
            let is_over = span.1 <= now_ms;
            coverage::missing(span, &known).is_none() || (!is_over && is_whole)
        };
        let days_known = count(self.slices.iter().filter(is_known).count());
        Ok((reckon(&past, self.terms), days_known))
    }
}
