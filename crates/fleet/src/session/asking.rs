//! Asks the service for the lists and about devices, and folds the answers in.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use plaspy::models::Location;
use plaspy::{DeviceId, Listing, Urgency};

use super::{Active, lock};
use crate::blocking::blocking;
use crate::critical::edges::{Before, risen};
use crate::error::Error;
use crate::fleet::{DeviceList, Fix};
use crate::moves::ViewName;
use crate::refresh::round::{Progress, Round};
use crate::refresh::scheduler;
use crate::view::count;
use crate::view::usage::RoundTime;

/// Rounds that are remembered once they are over.
const MOST_ROUNDS: usize = 10;

impl Active {
    pub(crate) fn list_is_older_than(&self, age: TimeDelta) -> bool {
        self.listed_at()
            .is_none_or(|at| self.client.server_now() - at > age)
    }

    /// Reads the lists of devices and groups. An account that may not see groups has none.
    ///
    /// # Errors
    /// Why the list of devices could not be read; the list that was there stays.
    pub(crate) async fn read_list(&self, urgency: Urgency) -> Result<(), Error> {
        let client = self.client.with_urgency(urgency);
        let devices = client.list_devices().await?.value;
        let mut list = blocking(move || Ok::<_, Error>(DeviceList::new(devices))).await?;
        self.fleet_mut().take_list(&mut list);
        // What 100,000 devices were called before is given back beside the runtime as well.
        tokio::task::spawn_blocking(move || drop(list));
        let before = lock(&self.listed_at).replace(self.client.server_now());
        if before.is_none() {
            self.trust_what_is_not_due();
        }
        self.list_for_round();
        // The rows need not wait for the groups.
        self.surroundings.moves.moved(ViewName::Devices);
        let groups = match client.list_groups().await {
            Ok(groups) => groups.value,
            Err(plaspy::Error::NotPermitted { .. } | plaspy::Error::NotFound { .. }) => Listing {
                items: Vec::new(),
                lost: 0,
            },
            Err(error) => {
                tracing::warn!(%error, "the groups could not be read");
                return Ok(());
            }
        };
        self.regroup(groups);
        Ok(())
    }

    pub(crate) async fn refresh_list(&self, urgency: Urgency) {
        let result = self.read_list(urgency).await;
        self.judge(result.err());
    }

    /// Asks about one device and folds the answer in.
    pub(crate) async fn ask(&self, id: &DeviceId, urgency: Urgency) {
        // What went wrong is kept in the health and shown with the account.
        if self.ask_now(id, urgency).await.is_ok() {
            self.probe_speed(id).await;
        }
    }

    /// Asks about one device and folds the answer in.
    ///
    /// # Errors
    /// Why no answer came; what was known of the device stays.
    pub async fn ask_now(&self, id: &DeviceId, urgency: Urgency) -> Result<(), Error> {
        match self
            .client
            .with_urgency(urgency)
            .get_last_location(id)
            .await
        {
            Ok(answer) => {
                if let Some(fix) = &answer.value {
                    self.learn_speed(id, fix).await;
                }
                self.fold(id, answer.value);
                self.judge(None);
                Ok(())
            }
            Err(error) if scheduler::concerns_one_device(&error) => {
                if !matches!(error, plaspy::Error::RateLimited { .. }) {
                    self.refused(id);
                }
                Err(error.into())
            }
            Err(error) => {
                self.judge(Some(error.clone().into()));
                Err(error.into())
            }
        }
    }

    fn fold(&self, id: &DeviceId, location: Option<Location>) {
        let fix = location.map(|location| {
            let place = self
                .surroundings
                .places
                .nearest(location.latitude, location.longitude);
            Fix::new(location, place)
        });
        let at = self.client.server_now();
        let mut fleet = self.fleet_mut();
        let rose = match (fleet.device(id), &fix) {
            (Ok(device), Some(fix)) => {
                let before = match (&device.fix, device.asked_at) {
                    (_, None) => Before::Unknown,
                    (None, Some(_)) => Before::NoFix,
                    (Some(fix), Some(_)) => Before::Fix(&fix.location),
                };
                Some((device.name.clone(), risen(before, &fix.location)))
            }
            _ => None,
        };
        fleet.fold(id, fix, at);
        drop(fleet);
        if let Some((name, risen)) = rose {
            self.alerts_rose(id, &name, risen);
        }
        self.done_in_round([id]);
        self.surroundings.moves.moved(ViewName::Devices);
    }

    /// The service won't tell about this device: it is not asked at once again, so that the others
    /// get their turn.
    fn refused(&self, id: &DeviceId) {
        self.fleet_mut().refused(id, self.client.server_now());
        self.done_in_round([id]);
    }

    /// Carries the running round on with the list as it is now, or begins one.
    fn list_for_round(&self) {
        let devices = self.listed_devices();
        let started_at = self.client.server_now();
        lock(&self.round)
            .get_or_insert_with(|| Round::new(devices.clone(), started_at))
            .relist(&devices);
    }

    /// The running round does not wait for these any more.
    pub(crate) fn done_in_round<'a>(&self, ids: impl IntoIterator<Item = &'a DeviceId>) {
        let over = lock(&self.round).as_mut().and_then(|round| {
            round.done(ids);
            round.is_over().then(|| round.progress())
        });
        if let Some(over) = over {
            let now = self.client.server_now();
            self.note_round(over, now);
            self.fleet_mut().await_none();
            let next = Round::new(self.listed_devices(), now);
            *lock(&self.round) = Some(next);
        }
    }

    fn note_round(&self, over: Progress, ended_at: DateTime<Utc>) {
        // A round through nothing is none.
        if over.total == 0 {
            return;
        }
        let duration_s = (ended_at - over.started_at).num_seconds();
        let mut past = lock(&self.past_rounds);
        past.push_front(RoundTime {
            ended_at,
            duration_s: u32::try_from(duration_s).unwrap_or_default(),
            devices: count(over.total),
        });
        past.truncate(MOST_ROUNDS);
    }

    fn listed_devices(&self) -> HashSet<DeviceId> {
        let fleet = self.fleet();
        fleet
            .devices()
            .iter()
            .map(|device| device.id.clone())
            .collect()
    }
}
