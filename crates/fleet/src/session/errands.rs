//! What has to be asked for of some days of some devices, and what that takes.

use std::sync::Arc;

use chrono_tz::Tz;
use fleet_store::StoreError;
use plaspy::DeviceId;

use super::Active;
use super::gathering::{Errand, PastKind};
use super::past::missing;
use crate::blocking::blocking;
use crate::error::Error;
use crate::history::days::DaySlice;
use crate::view::bulk::DeviceSelection;
use crate::view::count;
use crate::view::filter::Sort;
use crate::view::history::PastCost;

impl Active {
    /// Ids of chosen devices, in the order of their names.
    pub(super) fn chosen(&self, selection: &DeviceSelection) -> Vec<String> {
        let devices = self.fleet().selected(selection, Sort::default());
        devices.iter().map(ToString::to_string).collect()
    }

    /// What has to be asked for of some days of some devices.
    pub(super) async fn errands(
        self: &Arc<Self>,
        kind: PastKind,
        devices: Vec<String>,
        slices: Vec<DaySlice>,
    ) -> Result<Vec<Errand>, Error> {
        let (history, account) = (Arc::clone(&self.history), self.account.key());
        let now_ms = self.client.server_now().timestamp_millis();
        blocking(move || {
            let mut errands = Vec::new();
            for device in devices {
                let known = match kind {
                    PastKind::Locations => history.spans(&account, &device)?,
                    PastKind::Alerts => history.alert_spans(&account, &device)?,
                };
                let spans = missing(&slices, &known, now_ms);
                if !spans.is_empty() {
                    let device = DeviceId::from(device);
                    errands.push(Errand { device, spans });
                }
            }
            Ok::<_, StoreError>(errands)
        })
        .await
    }

    /// What asking for it takes; `zone` is the reader's.
    pub(super) async fn past_cost(
        self: &Arc<Self>,
        kind: PastKind,
        selection: &DeviceSelection,
        slices: Vec<DaySlice>,
        zone: Tz,
    ) -> Result<PastCost, Error> {
        let devices = self.chosen(selection);
        let (found, days) = (count(devices.len()), count(slices.len()));
        let errands = self.errands(kind, devices, slices).await?;
        let requests: usize = errands.iter().map(|errand| errand.spans.len()).sum();
        let spending = self.desk.spending();
        let seconds = requests as u64 * 60 / u64::from(spending.limit_per_minute.max(1));
        let now = self.client.server_now();
        Ok(PastCost {
            today: now.with_timezone(&zone).date_naive(),
            devices: found,
            days,
            requests: count(requests),
            duration_s: u32::try_from(seconds).unwrap_or(u32::MAX),
            results_per_day: spending.results_per_day,
        })
    }
}
