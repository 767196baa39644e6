//! The last known fleet of an account: recalled when the account is opened, and kept behind the
//! scenes while it is open. A device is kept as compact JSON by the names of its fields, without what
//! is absent, so that a later version reads what it knows.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};
use fleet_store::{FleetNews, KnownDevice};
use plaspy::DeviceId;
use plaspy::models::{self, Location};
use serde::{Deserialize, Serialize};
use tokio::sync::OwnedMutexGuard;
use ts_rs::TS;

use super::{Active, KeyPlace, lock};
use crate::blocking::blocking;
use crate::error::Error;
use crate::fleet::{Answer, Device, Fix, Recalled};
use crate::moves::ViewName;
use crate::place::Places;
use crate::refresh::policy::{self, Attention, Candidate};

/// What changed is kept once in this time.
const EVERY: Duration = Duration::from_secs(10);

/// Where that fails, the pauses double up to this.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);

/// So many devices are read out of the fleet at a time: fixes that come meanwhile don't wait long.
const AT_A_TIME: usize = 500;

/// What becomes of the last known fleet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Keeping {
    /// It is kept for the next start.
    Kept,
    /// It was deleted, and is kept again from the next start on.
    Forgotten,
    /// Of this account it never is: its key is in memory only.
    Never,
}

/// How much of what is shown comes from the last session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecalledPart {
    /// The newest that was known then, by the service's clock.
    pub as_of: DateTime<Utc>,
    /// Devices that are shown as they were then, and await news.
    pub devices: usize,
    /// All devices.
    pub total: usize,
}

/// The last known fleet of an open account.
pub(super) struct LastKnown {
    kept: Arc<tokio::sync::Mutex<Kept>>,
    state: Mutex<State>,
}

struct State {
    keeping: Keeping,
    /// The newest of what was recalled.
    as_of: Option<DateTime<Utc>>,
    /// Why it could not be read or kept.
    problem: Option<Error>,
}

/// What is in the store already.
#[derive(Default)]
struct Kept {
    /// The fleet's revision then.
    revision: u64,
    /// Nothing is kept any more.
    is_over: bool,
    listed_at: Option<DateTime<Utc>>,
    /// A hash of the groups.
    groups: Option<u64>,
    ids: HashSet<DeviceId>,
}

/// A device as it is kept.
#[derive(Serialize, Deserialize)]
struct KeptDevice {
    listed: models::Device,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_at: Option<DateTime<Utc>>,
    /// Results that the service had given of it on that day, so that they are not counted from none by
    /// the next start.
    #[serde(default)]
    results: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Location>,
    /// The last good one, while the place of the last one is not believed.
    #[serde(skip_serializing_if = "Option::is_none")]
    good: Option<Location>,
    /// When the last one was measured, while its own time is not believed.
    #[serde(skip_serializing_if = "Option::is_none")]
    measured_at: Option<DateTime<Utc>>,
}

impl LastKnown {
    pub(super) fn of(key_place: KeyPlace) -> Self {
        let keeping = match key_place {
            KeyPlace::Keyring => Keeping::Kept,
            KeyPlace::ThisRun => Keeping::Never,
        };
        Self {
            kept: Arc::default(),
            state: Mutex::new(State {
                keeping,
                as_of: None,
                problem: None,
            }),
        }
    }
}

impl Active {
    /// Shows what was known in the last session. Without it the account is opened all the same.
    pub(crate) async fn recall(self: &Arc<Self>) {
        if self.keeping() != Keeping::Kept {
            return;
        }
        let kept = Arc::clone(&self.last_known.kept).lock_owned().await;
        let active = Arc::clone(self);
        if let Err(error) = blocking(move || active.read_last_known(kept)).await {
            tracing::warn!(%error, "the last known fleet can't be read");
            lock(&self.last_known.state).problem = Some(error);
        }
    }

    /// Keeps what changes, for as long as the account is open.
    pub(super) async fn keep_by_the_way(self: &Arc<Self>) {
        let mut pause = EVERY;
        while self.keeping() != Keeping::Never {
            tokio::time::sleep(pause).await;
            pause = match self.keep_last_known().await {
                Ok(()) => EVERY,
                Err(_) => (pause * 2).min(LONGEST_PAUSE),
            };
        }
    }

    /// Keeps what changed since that was done last.
    ///
    /// # Errors
    /// [`Error::Store`]: what was kept before stays, and all of this is tried again the next time.
    pub async fn keep_last_known(self: &Arc<Self>) -> Result<(), Error> {
        if self.keeping() == Keeping::Never {
            return Ok(());
        }
        let kept = Arc::clone(&self.last_known.kept).lock_owned().await;
        let active = Arc::clone(self);
        let result = blocking(move || active.write_last_known(kept)).await;
        self.note_problem(result.as_ref().err());
        result
    }

    /// Deletes what is kept, and keeps nothing more until the account is opened again.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub async fn forget_last_known(&self) -> Result<(), Error> {
        let mut kept = Arc::clone(&self.last_known.kept).lock_owned().await;
        let (store, account) = (Arc::clone(&self.surroundings.store), self.account.key());
        blocking(move || {
            // Held until then, so that nothing is kept in between.
            let forgotten = store.forget_last_known(&account);
            match &forgotten {
                Ok(()) => kept.is_over = true,
                // Some of it may be gone: all is kept anew.
                Err(_) => *kept = Kept::default(),
            }
            forgotten
        })
        .await?;
        lock(&self.last_known.state).keeping = Keeping::Forgotten;
        self.note_problem(None);
        self.surroundings.moves.moved(ViewName::Settings);
        Ok(())
    }

    /// What becomes of the last known fleet.
    #[must_use]
    pub fn keeping(&self) -> Keeping {
        lock(&self.last_known.state).keeping
    }

    /// Why the last known fleet could not be read or kept.
    #[must_use]
    pub fn keeping_problem(&self) -> Option<Error> {
        lock(&self.last_known.state).problem.clone()
    }

    /// How much of what is shown comes from the last session; `None` once nothing does.
    #[must_use]
    pub fn recalled_part(&self) -> Option<RecalledPart> {
        let as_of = lock(&self.last_known.state).as_of?;
        let fleet = self.fleet();
        let devices = fleet.awaited();
        (devices > 0).then(|| RecalledPart {
            as_of,
            devices,
            total: fleet.devices().len(),
        })
    }

    /// The first list of the session came: what is known from the last one and not due to be asked
    /// about yet counts as new.
    pub(super) fn trust_what_is_not_due(&self) {
        let now = self.client.server_now();
        self.fleet_mut().trust_recalled(|device, status| {
            let candidate = Candidate {
                answered_at: device.asked_at,
                news_at: None,
                spare_until: None,
                status,
                critical: device.is_critical(),
                watched: false,
                attention: Attention::None,
            };
            let due_at = device.asked_at.map(|at| at + policy::interval(&candidate));
            due_at.is_some_and(|due_at| due_at > now)
        });
    }

    fn note_problem(&self, problem: Option<&Error>) {
        let mut state = lock(&self.last_known.state);
        let before = state.problem.take();
        state.problem = problem.cloned();
        if before.is_some() != problem.is_some() {
            if let Some(error) = problem {
                tracing::warn!(%error, "the last known fleet can't be kept");
            }
            drop(state);
            self.status_moved();
        }
    }

    fn read_last_known(&self, mut kept: OwnedMutexGuard<Kept>) -> Result<(), Error> {
        let Some(known) = self.surroundings.store.last_known(&self.account.key())? else {
            return Ok(());
        };
        let listed_at = known.listed_at_ms.and_then(DateTime::from_timestamp_millis);
        let (devices, results): (Vec<_>, Vec<_>) = known
            .devices
            .iter()
            .filter_map(|device| recalled(device, &self.surroundings.places))
            .unzip();
        let groups = known.groups_json.as_deref().map(serde_json::from_str);
        let groups: Vec<models::Group> = groups
            .transpose()
            .unwrap_or_else(|error| {
                tracing::warn!(%error, "the last known groups can't be read");
                None
            })
            .unwrap_or_default();
        let counted = devices.iter().zip(results).filter_map(|(device, results)| {
            let asked_at = device.answer.as_ref()?.asked_at;
            Some((&device.listed.id, asked_at, results))
        });
        self.desk.recall_results(counted);
        let answers = devices.iter().filter_map(|device| device.answer.as_ref());
        let newest = answers.map(|answer| answer.asked_at).max();
        let now = self.client.server_now();
        lock(&self.last_known.state).as_of = newest.map(|newest| newest.min(now));
        let ids = known.devices.iter();
        kept.ids = ids
            .map(|device| DeviceId::from(device.id.as_str()))
            .collect();
        kept.listed_at = listed_at;
        kept.groups = known.groups_json.as_deref().map(hash);
        let mut fleet = self.fleet_mut();
        fleet.recall(devices, groups, now);
        kept.revision = fleet.revision();
        Ok(())
    }

    fn write_last_known(&self, mut kept: OwnedMutexGuard<Kept>) -> Result<(), Error> {
        if kept.is_over {
            return Ok(());
        }
        let listed_at = self.listed_at();
        let (revision, changed, gone, groups) = {
            let fleet = self.fleet();
            let changed = fleet.changed_since(kept.revision);
            let changed: Vec<_> = changed.map(|device| device.id.clone()).collect();
            let gone: Vec<_> = fleet.gone_of(kept.ids.iter()).cloned().collect();
            let groups = fleet
                .regrouped_since(kept.revision)
                .then(|| fleet.listed_groups());
            (fleet.revision(), changed, gone, groups)
        };
        let groups_json = groups.map(|groups| json(&groups)).transpose()?;
        // The groups are read again and again, and seldom change.
        let groups_json = groups_json.filter(|json| kept.groups != Some(hash(json)));
        let mut news = FleetNews {
            listed_at_ms: listed_at
                .filter(|at| kept.listed_at != Some(*at))
                .map(|at| at.timestamp_millis()),
            groups_json,
            devices: Vec::with_capacity(changed.len()),
            gone: gone.iter().map(ToString::to_string).collect(),
        };
        for some in changed.chunks(AT_A_TIME) {
            let fleet = self.fleet();
            for device in some.iter().filter_map(|id| fleet.device(id).ok()) {
                news.devices.push(KnownDevice {
                    id: device.id.to_string(),
                    json: json(&KeptDevice::of(device, self.desk.results_of(&device.id)))?,
                });
            }
        }
        if news != FleetNews::default() {
            let store = &self.surroundings.store;
            store.keep_last_known(&self.account.key(), &news)?;
        }
        if let Some(json) = &news.groups_json {
            kept.groups = Some(hash(json));
        }
        for id in &gone {
            kept.ids.remove(id);
        }
        kept.ids.extend(changed);
        kept.listed_at = listed_at.or(kept.listed_at);
        kept.revision = revision;
        Ok(())
    }
}

impl KeptDevice {
    fn of(device: &Device, results: u32) -> Self {
        let location = |fix: &Fix| Location::clone(&fix.location);
        let good = device.shown().filter(|_| device.oddities().hide_place());
        Self {
            listed: device.listed(),
            asked_at: device.asked_at,
            results,
            fix: device.fix.as_ref().map(location),
            good: good.map(|(fix, _)| location(fix)),
            measured_at: device.doubted_since().and(device.measured_at()),
        }
    }
}

fn json(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::Store(error.to_string()))
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// A device as it was kept, and the results that were counted of it on the day of its last one; `None` if
/// it can't be read, so that it is listed and asked about anew.
fn recalled(known: &KnownDevice, places: &Places) -> Option<(Recalled, u32)> {
    match serde_json::from_str::<KeptDevice>(&known.json) {
        Ok(kept) => {
            let fix = |location: Location| {
                let place = places.nearest(location.latitude, location.longitude);
                Fix::new(location, place)
            };
            let recalled = Recalled {
                listed: kept.listed,
                answer: kept.asked_at.map(|asked_at| Answer {
                    asked_at,
                    fix: kept.fix.map(fix),
                    good: kept.good.map(fix),
                    measured_at: kept.measured_at,
                }),
            };
            Some((recalled, kept.results))
        }
        Err(error) => {
            tracing::warn!(%error, id = known.id, "a last known device can't be read");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use fleet_store::{AccountKey, Store};
    use plaspy::models::TextMap;
    use proptest::collection::{btree_map, vec};
    use proptest::option;
    use proptest::prelude::*;

    use super::*;
    use crate::fleet::Fleet;

    fn text() -> impl Strategy<Value = String> {
        "\\PC{0,12}"
    }

    fn moment() -> impl Strategy<Value = DateTime<Utc>> {
        let seconds = -62_000_000_000_i64..250_000_000_000;
        let moment = (seconds, 0..1_000_000_000_u32);
        moment.prop_filter_map("in range", |(seconds, nanoseconds)| {
            DateTime::from_timestamp(seconds, nanoseconds)
        })
    }

    fn number() -> impl Strategy<Value = Option<f64>> {
        option::of(prop::num::f64::NORMAL | prop::num::f64::ZERO)
    }

    fn texts() -> impl Strategy<Value = Vec<String>> {
        vec(text(), 0..3)
    }

    fn pairs() -> impl Strategy<Value = TextMap> {
        btree_map(text(), text(), 0..3).prop_map(TextMap::from)
    }

    prop_compose! {
        fn location()(
            (time, latitude, longitude) in (moment(), -90.0..=90.0, -180.0..=180.0),
            numbers in prop::array::uniform8(number()),
            sensor_times_raw in prop::array::uniform4(option::of(any::<i64>())),
            (inactive_s, rpm) in (option::of(any::<i64>()), option::of(any::<i64>())),
            (warnings, warning_texts, alerts, alert_texts) in (texts(), texts(), texts(), texts()),
            has_critical_alert in any::<Option<bool>>(),
            (attributes, accessories) in (pairs(), vec(pairs(), 0..3)),
            inputs in vec(any::<Option<bool>>(), 0..5),
            outputs in vec(any::<Option<bool>>(), 0..5),
            unreadable in texts(),
        ) -> Location {
            let [
                speed_raw, course_deg, battery_percent, fuel_percent, fuel2_percent, temperature_c,
                temperature2_c, mileage_km,
            ] = numbers;
            Location {
                time, latitude, longitude, speed_raw, course_deg, battery_percent, fuel_percent,
                fuel2_percent, temperature_c, temperature2_c, sensor_times_raw, inactive_s, rpm,
                mileage_km, warnings, warning_texts, alerts, alert_texts, has_critical_alert,
                attributes, accessories, inputs, outputs, unreadable,
            }
        }
    }

    prop_compose! {
        fn listed()(
            id in "\\PC{1,12}",
            // A device without a name is listed by its id.
            name in "[a-zñא]{1,12}",
            description in option::of(text()),
            phone_number in option::of(text()),
            tags in btree_map(text(), text(), 0..3),
            expires in option::of(moment()),
            unreadable in texts(),
        ) -> models::Device {
            let name = Some(name);
            models::Device {
                id: id.into(), name, description, phone_number, tags, expires, unreadable,
            }
        }
    }

    /// A store, and an account that it keeps.
    fn store() -> (Store, AccountKey) {
        let store = Store::in_memory().expect("memory");
        let account = fleet_store::AccountRecord {
            base_url: "https://api.plaspy.com".to_owned(),
            user_name: "ana".to_owned(),
            service: "plaspy".to_owned(),
        };
        store.activate(&account, 1).expect("written");
        let key = AccountKey {
            base_url: account.base_url,
            user_name: account.user_name,
        };
        (store, key)
    }

    proptest! {
        #[test]
        fn every_field_of_a_device_and_its_fix_outlives_the_app(
            listed in listed(),
            asked_at in moment(),
            location in option::of(location()),
            results in any::<u32>(),
        ) {
            let mut device = Device::new(listed.clone());
            device.asked_at = Some(asked_at);
            device.fix = location.clone().map(|location| Fix::new(location, None));
            let (store, account) = store();
            let news = FleetNews {
                devices: vec![KnownDevice {
                    id: device.id.to_string(),
                    json: json(&KeptDevice::of(&device, results)).expect("written"),
                }],
                ..FleetNews::default()
            };
            store.keep_last_known(&account, &news).expect("kept");
            let known = store.last_known(&account).expect("read").expect("kept");
            let (recalled, counted) = recalled(&known.devices[0], &Places::none()).expect("read");
            prop_assert_eq!((recalled.listed, counted), (listed, results));
            let answer = recalled.answer.expect("it was asked about");
            prop_assert_eq!(answer.asked_at, asked_at);
            prop_assert_eq!(answer.fix.map(|fix| *fix.location), location);
        }
    }

    #[test]
    fn what_was_odd_is_odd_after_a_restart_and_the_last_good_place_stays() {
        let id = DeviceId::from("a");
        let at =
            |seconds: i64| DateTime::from_timestamp(1_800_000_000 + seconds, 0).expect("a time");
        let mut fleet = Fleet::default();
        fleet.relist(plaspy::Listing {
            items: vec![models::Device::new(id.clone())],
            lost: 0,
        });
        for (seconds, latitude, longitude) in [(0, -30.0, -71.0), (60, 0.0, 0.0)] {
            let fix = Fix::new(Location::new(at(seconds), latitude, longitude), None);
            fleet.fold(&id, Some(fix), at(seconds + 5));
        }
        let known = KnownDevice {
            id: id.to_string(),
            json: json(&KeptDevice::of(fleet.device(&id).expect("known"), 2)).expect("written"),
        };
        let (recalled, _) = recalled(&known, &Places::none()).expect("read");
        let mut next = Fleet::default();
        next.recall(vec![recalled], Vec::new(), at(3_600));
        let device = next.device(&id).expect("recalled");
        assert!(device.oddities().hide_place());
        let shown = device.shown().map(|(fix, _)| fix.location.latitude);
        assert_eq!(shown, Some(-30.0));
    }

    #[test]
    fn what_a_later_version_adds_is_passed_over() {
        let known = KnownDevice {
            id: "a".to_owned(),
            json: r#"{"listed":{"id":"a","name":"Van","tags":{},"unreadable":[],"colour":"red"},
                "asked_at":"2026-01-02T03:04:05Z","fix":{"time":"2026-01-02T03:04:05Z",
                "latitude":1.5,"longitude":2.5,"mood":"good"},"more":1}"#
                .to_owned(),
        };
        let (recalled, _) = recalled(&known, &Places::none()).expect("read");
        let fix = recalled.answer.and_then(|answer| answer.fix);
        assert_eq!(fix.map(|fix| fix.location.latitude), Some(1.5));
    }

    #[test]
    fn what_cannot_be_read_is_passed_over() {
        let known = KnownDevice {
            id: "a".to_owned(),
            json: "{".to_owned(),
        };
        assert!(recalled(&known, &Places::none()).is_none());
    }
}
