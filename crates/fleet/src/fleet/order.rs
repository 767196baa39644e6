//! Which devices pass a filter, and in which order. Answers are kept until the fleet changes: a
//! screen asks for several pages of one order.

use std::cmp::Ordering;
use std::sync::{Arc, PoisonError};

use super::{Device, Fleet};
use crate::status::Status;
use crate::view::filter::{DeviceFilter, DeviceTag, Sort, SortKey};
use crate::view::rows::StatusCounts;
use crate::words::search_words;

/// How many orders are kept: the list, and what a search just left.
const KEPT: usize = 4;

/// Devices that pass a filter, in order, as places in the fleet's list.
#[derive(Debug)]
pub(super) struct Ordered {
    pub(super) places: Vec<usize>,
    pub(super) counts: StatusCounts,
    pub(super) odd: u32,
}

/// The orders computed last.
#[derive(Debug, Default)]
pub(super) struct OrderCache {
    revision: u64,
    orders: Vec<((DeviceFilter, Sort), Arc<Ordered>)>,
}

/// A filter made ready to be held against many devices.
pub(super) struct Matcher<'filter> {
    words: Vec<String>,
    filter: &'filter DeviceFilter,
}

impl<'filter> Matcher<'filter> {
    pub(super) fn new(filter: &'filter DeviceFilter) -> Self {
        Self {
            words: search_words(&filter.text),
            filter,
        }
    }

    /// Whether text, groups and tags let it pass.
    fn passes_text_groups_and_tags(&self, device: &Device) -> bool {
        let groups = &self.filter.groups;
        let in_group = groups.is_empty()
            || device
                .groups
                .iter()
                .any(|id| groups.iter().any(|wanted| wanted == id.as_str()));
        in_group && self.passes_tags(device) && device.has_words(&self.words)
    }

    /// Whether it has, of each key that is named, one of the values.
    fn passes_tags(&self, device: &Device) -> bool {
        let wanted = &self.filter.tags;
        wanted.iter().all(|DeviceTag { key, .. }| {
            let value = device.tags.get(key);
            value.is_some_and(|value| {
                let mut same = wanted.iter().filter(|tag| tag.key == *key);
                same.any(|tag| tag.value == *value)
            })
        })
    }

    fn passes_oddity(&self, device: &Device) -> bool {
        !self.filter.odd || !device.oddities().is_empty()
    }

    fn passes_status(&self, status: Status) -> bool {
        self.filter.statuses.is_empty() || self.filter.statuses.contains(&status)
    }

    /// Whether every part of the filter lets it pass.
    pub(super) fn passes(&self, device: &Device, status: Status) -> bool {
        self.passes_status(status)
            && self.passes_oddity(device)
            && self.passes_text_groups_and_tags(device)
    }
}

impl Fleet {
    /// The devices that pass a filter, in order.
    pub(super) fn ordered(&self, filter: &DeviceFilter, sort: Sort) -> Arc<Ordered> {
        let mut cache = self
            .order_cache
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if cache.revision != self.revision {
            cache.orders.clear();
            cache.revision = self.revision;
        }
        let key = (filter.clone(), sort);
        if let Some((_, ordered)) = cache.orders.iter().find(|(known, _)| *known == key) {
            return Arc::clone(ordered);
        }
        let ordered = Arc::new(self.order(filter, sort));
        if cache.orders.len() == KEPT {
            cache.orders.remove(0);
        }
        cache.orders.push((key, Arc::clone(&ordered)));
        ordered
    }

    fn order(&self, filter: &DeviceFilter, sort: Sort) -> Ordered {
        let matcher = Matcher::new(filter);
        let mut counts = StatusCounts::default();
        let mut odd = 0;
        let mut places = Vec::new();
        for (place, device) in self.devices.iter().enumerate() {
            if !matcher.passes_text_groups_and_tags(device) {
                continue;
            }
            let status = self.status_of(device);
            if matcher.passes_status(status) && !device.oddities().is_empty() {
                odd += 1;
            }
            if !matcher.passes_oddity(device) {
                continue;
            }
            counts.add(status);
            if matcher.passes_status(status) {
                places.push(place);
            }
        }
        self.sort(&mut places, sort);
        Ordered {
            places,
            counts,
            odd,
        }
    }

    fn sort(&self, places: &mut [usize], Sort { key, descending }: Sort) {
        let devices = &self.devices;
        let by = |places: &mut [usize], value: &dyn Fn(&Device) -> Option<Value>| {
            let values: Vec<Option<Value>> = devices.iter().map(value).collect();
            places.sort_unstable_by(|a, b| {
                compare(&values[*a], &values[*b], descending)
                    .then_with(|| devices[*a].name_key().cmp(devices[*b].name_key()))
                    .then_with(|| devices[*a].id.cmp(&devices[*b].id))
            });
        };
        match key {
            // Ties are broken by name, and here everything is tied.
            SortKey::Name => {
                by(places, &|_| None);
                if descending {
                    places.reverse();
                }
            }
            SortKey::Status => by(places, &|device| {
                Some(Value::Whole(self.status_of(device) as i64))
            }),
            SortKey::Speed => by(places, &|device| {
                let fix = device.fix.as_ref()?;
                fix.speed_kmh(self.rules.speed_unit).map(Value::Real)
            }),
            SortKey::FixAt => by(places, &|device| {
                Some(Value::Whole(device.shown_at()?.timestamp_millis()))
            }),
            SortKey::AskedAt => by(places, &|device| {
                Some(Value::Whole(device.asked_at?.timestamp_millis()))
            }),
            SortKey::Battery => by(places, &|device| {
                device
                    .fix
                    .as_ref()?
                    .location
                    .battery_percent
                    .map(Value::Real)
            }),
            SortKey::Fuel => by(places, &|device| {
                device.fix.as_ref()?.location.fuel_percent.map(Value::Real)
            }),
            SortKey::Ignition => by(places, &|device| {
                Some(Value::Whole(i64::from(!device.fix.as_ref()?.ignition?)))
            }),
            SortKey::Place => by(places, &|device| {
                let place = device.shown()?.0.place.as_ref()?;
                Some(Value::Key(self.names.key(&place.name)))
            }),
            SortKey::Expires => by(places, &|device| {
                Some(Value::Whole(device.expires?.timestamp_millis()))
            }),
            SortKey::PhoneNumber => by(places, &|device| {
                Some(Value::Key(self.names.key(device.phone_number.as_ref()?)))
            }),
            SortKey::Alerts => by(places, &|device| {
                let alerts = device.fix.as_ref()?.alert_texts().len();
                let critical = if device.is_critical() { 1_000 } else { 0 };
                let rank = critical + i64::try_from(alerts).unwrap_or(0);
                (rank > 0).then_some(Value::Whole(-rank))
            }),
        }
    }
}

/// What a device is ordered by.
#[derive(Debug, PartialEq, PartialOrd)]
enum Value {
    Whole(i64),
    Real(f64),
    Key(Box<[u8]>),
}

/// Devices without the value come last in both directions.
fn compare(a: &Option<Value>, b: &Option<Value>, descending: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => {
            let ordering = a.partial_cmp(b).unwrap_or(Ordering::Equal);
            if descending {
                ordering.reverse()
            } else {
                ordering
            }
        }
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

impl StatusCounts {
    fn add(&mut self, status: Status) {
        let count = match status {
            Status::Moving => &mut self.moving,
            Status::Idling => &mut self.idling,
            Status::Parked => &mut self.parked,
            Status::Silent => &mut self.silent,
            Status::NeverReported => &mut self.never_reported,
            Status::NotAsked => &mut self.not_asked,
        };
        *count += 1;
    }
}
