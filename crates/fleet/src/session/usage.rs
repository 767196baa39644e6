//! What the account sent: shown, and given to the store in batches, so that a restart loses nothing.

use std::sync::Arc;
use std::time::Duration;

use fleet_store::Store;

use super::{Active, lock};
use crate::account::Account;
use crate::blocking::blocking;
use crate::error::Error;
use crate::ledger::calendar::zone_named;
use crate::ledger::hours::{HourlyCounts, oldest_kept};
use crate::ledger::outlook::seconds_for;
use crate::ledger::told::{counters, days, hours, last_hour, projection};
use crate::moves::ViewName;
use crate::view::count;
use crate::view::usage::{Pace, Rounds, SpentDevice, UsageQuery, UsageView};

/// How often what was counted is given to the store, and to whoever looks at it.
const BATCH_EVERY: Duration = Duration::from_secs(3);

/// No more devices are told than this.
const MOST_SPENT: usize = 100;

/// What was counted of an account before.
///
/// # Errors
/// When the store can't be read.
pub(crate) async fn counted(store: Arc<Store>, account: &Account) -> Result<HourlyCounts, Error> {
    let key = account.key();
    let rows = blocking(move || store.usage(&key)).await?;
    Ok(HourlyCounts::kept(rows))
}

impl Active {
    /// What was sent, and what that leads to.
    #[must_use]
    pub fn usage(&self, query: &UsageQuery) -> UsageView {
        let zone = zone_named(&query.time_zone);
        let now = self.surroundings.clock.now();
        let spending = self.desk.spending();
        let devices = count(self.fleet().devices().len());
        let last_rounds = lock(&self.past_rounds).iter().copied().collect();
        let (mut view, mut spent) = self.desk.ledger(|ledger| {
            let rate = ledger.minutes().rate(now);
            let days = days(ledger.hours(), now, zone);
            let per_minute = rate.map(|rate| rate.requests);
            let view = UsageView {
                at: now,
                since: ledger.minutes().began_at(),
                hours: hours(ledger.hours(), now, zone),
                projection: projection(&days, per_minute, now, zone),
                days,
                minutes: last_hour(ledger, now),
                pace: Pace {
                    per_minute,
                    last_minute: spending.requests_last_minute,
                    limit_per_minute: spending.limit_per_minute,
                    limit_source: spending.limit_source,
                    times_limit_met: ledger.times_minute_was_spent(),
                },
                rounds: Rounds {
                    devices,
                    at_present_s: rate.and_then(|rate| seconds_for(devices, rate.positions)),
                    at_limit_s: seconds_for(devices, f64::from(spending.limit_per_minute)),
                    last: last_rounds,
                },
                results_per_day: spending.results_per_day,
                spent_total: 0,
                spent: Vec::new(),
                counters: counters(ledger),
            };
            let met = ledger.devices().met();
            let spent: Vec<_> = met.map(|(_, device, met)| (device.clone(), met)).collect();
            (view, spent)
        });
        view.spent_total = count(spent.len());
        spent.sort_by_key(|(_, met)| std::cmp::Reverse(met.at));
        let fleet = self.fleet();
        let spent = spent.into_iter().take(MOST_SPENT);
        view.spent = spent
            .map(|(device, met)| SpentDevice {
                device: fleet.device_ref(device.as_str()),
                met_at: met.at,
                answers: met.answers,
            })
            .collect();
        view
    }

    /// Tells and saves what is counted, for as long as the account is open.
    pub(super) async fn follow_usage(&self) {
        loop {
            tokio::time::sleep(BATCH_EVERY).await;
            self.save_usage().await;
        }
    }

    /// Gives the store what was counted since the last time.
    pub(crate) async fn save_usage(&self) {
        let rows = self.desk.ledger(|ledger| ledger.hours_mut().take_unsaved());
        if rows.is_empty() {
            return;
        }
        self.surroundings.moves.moved(ViewName::Usage);
        let store = Arc::clone(&self.surroundings.store);
        let key = self.account.key();
        let oldest_hour = oldest_kept(self.surroundings.clock.now());
        let given = rows.clone();
        let saved = blocking(move || store.add_usage(&key, &given, oldest_hour));
        if let Err(error) = saved.await {
            tracing::warn!(%error, "the counts of requests can't be saved yet");
            self.desk.ledger(|ledger| ledger.hours_mut().put_back(rows));
        }
    }
}
