//! Devices in the order of a value. Such an order is kept, and repaired where devices were asked
//! meanwhile: sorting what is nearly in order takes little more than reading it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Device, Fleet};
use crate::view::filter::{Sort, SortKey};

/// How many orders are kept.
const KEPT: usize = 3;

/// What devices without the value have: they come last in both directions.
const ABSENT: u64 = u64::MAX;

/// The orders used last, the last one at the end.
#[derive(Debug, Default)]
pub(super) struct KeptOrders(Mutex<Vec<ValueOrder>>);

/// The whole fleet in the order of a value; ties are broken by name.
#[derive(Debug)]
struct ValueOrder {
    sort: Sort,
    /// How many changes it knows of.
    changes: u64,
    /// By rank, made so that the smallest comes first.
    values: Vec<u64>,
    ranks: Arc<Vec<u32>>,
    /// What texts stand for, where the value is one.
    ordinals: HashMap<Box<str>, u64>,
}

/// Which devices changed lately, by rank.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// How many were forgotten.
    forgotten: u64,
    ranks: Vec<u32>,
}

impl Changes {
    /// Notes a change. More than half a fleet of them says no more than that everything changed.
    pub(super) fn note(&mut self, rank: usize, size: usize) {
        if self.ranks.len() > size / 2 {
            self.forget();
        }
        self.ranks.extend(u32::try_from(rank).ok());
    }

    fn forget(&mut self) {
        self.forgotten += self.ranks.len() as u64;
        self.ranks.clear();
    }

    fn count(&self) -> u64 {
        self.forgotten + self.ranks.len() as u64
    }

    /// What changed since there were so many; `None` if that is forgotten.
    fn since(&self, count: u64) -> Option<&[u32]> {
        let from = count.checked_sub(self.forgotten)?;
        self.ranks.get(usize::try_from(from).ok()?..)
    }
}

impl KeptOrders {
    /// What orders are made of has changed in all devices.
    pub(super) fn clear(&mut self) {
        self.0
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }
}

impl Fleet {
    /// The ranks of all devices in an order; `None` for the order of names, which the ranks are.
    pub(super) fn order(&self, sort: Sort) -> Option<Arc<Vec<u32>>> {
        if sort.key == SortKey::Name {
            return None;
        }
        let mut kept = self
            .kept_orders
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().position(|order| order.sort == sort);
        let known = known.map(|index| kept.remove(index));
        let order = known
            .and_then(|order| self.repaired(order))
            .unwrap_or_else(|| self.make_order(sort));
        let ranks = Arc::clone(&order.ranks);
        if kept.len() == KEPT {
            kept.remove(0);
        }
        kept.push(order);
        Some(ranks)
    }

    fn make_order(&self, sort: Sort) -> ValueOrder {
        let ordinals = self.ordinals(sort.key);
        let mut values = vec![ABSENT; self.list.devices.len()];
        for (device, rank) in self.list.devices.iter().zip(&self.list.ranks) {
            let rank = *rank as usize;
            let value = self.value(rank, device, sort.key, &ordinals).flatten();
            values[rank] = directed(value, sort.descending);
        }
        let mut keyed: Vec<(u64, u32)> = values.iter().copied().zip(0..).collect();
        keyed.sort_unstable();
        ValueOrder {
            sort,
            changes: self.changes.count(),
            values,
            ranks: Arc::new(keyed.into_iter().map(|(_, rank)| rank).collect()),
            // Numbers don't change before the list does, and there are as many as devices.
            ordinals: match sort.key {
                SortKey::PhoneNumber => HashMap::new(),
                _ => ordinals,
            },
        }
    }

    /// Brings an order up to date; `None` if it has to be made anew.
    fn repaired(&self, mut order: ValueOrder) -> Option<ValueOrder> {
        if matches!(order.sort.key, SortKey::PhoneNumber | SortKey::Expires) {
            // The list says them, and no order outlives its list.
            return Some(order);
        }
        let changed = self.changes.since(order.changes)?;
        let mut is_moved = false;
        for rank in changed.iter().map(|rank| *rank as usize) {
            let device = self.list.at_rank(rank);
            let value = self.value(rank, device, order.sort.key, &order.ordinals)?;
            let value = directed(value, order.sort.descending);
            let before = std::mem::replace(&mut order.values[rank], value);
            is_moved |= before != value;
        }
        if is_moved {
            let keyed = order.ranks.iter();
            let keyed = keyed.map(|rank| (order.values[*rank as usize], *rank));
            let mut keyed: Vec<(u64, u32)> = keyed.collect();
            // The stable sort finds what is in order already.
            keyed.sort();
            order.ranks = Arc::new(keyed.into_iter().map(|(_, rank)| rank).collect());
        }
        order.changes = self.changes.count();
        Some(order)
    }

    /// What a device is ordered by, the smallest first; `Some(None)` if it lacks that, and `None` if
    /// it is a text that has no ordinal.
    fn value(
        &self,
        rank: usize,
        device: &Device,
        key: SortKey,
        ordinals: &HashMap<Box<str>, u64>,
    ) -> Option<Option<u64>> {
        if let Some(text) = text(device, key) {
            return ordinals.get(text).map(|ordinal| Some(*ordinal));
        }
        let fix = device.fix.as_ref();
        Some(match key {
            // The ranks are the order of names, and texts have just been looked up.
            SortKey::Name | SortKey::Place | SortKey::PhoneNumber => None,
            SortKey::Status => Some(self.columns.signs(rank).status as u64),
            SortKey::Speed => fix
                .and_then(|fix| fix.speed_kmh(self.rules.speed_unit))
                .and_then(real),
            SortKey::FixAt => device.shown_at().map(|at| whole(at.timestamp_millis())),
            SortKey::AskedAt => device.asked_at.map(|at| whole(at.timestamp_millis())),
            SortKey::Battery => fix
                .and_then(|fix| fix.location.battery_percent)
                .and_then(real),
            SortKey::Fuel => fix.and_then(|fix| fix.location.fuel_percent).and_then(real),
            SortKey::Ignition => fix.and_then(|fix| fix.ignition).map(|on| u64::from(!on)),
            SortKey::Expires => device.expires.map(|at| whole(at.timestamp_millis())),
            SortKey::Alerts => {
                let alerts = fix.map_or(0, |fix| fix.alert_texts().len());
                let critical = if device.is_critical() { 1_000 } else { 0 };
                let rank = critical + i64::try_from(alerts).unwrap_or(0);
                (rank > 0).then_some(whole(-rank))
            }
        })
    }

    /// Numbers the texts that devices are ordered by in the order that people expect of them.
    fn ordinals(&self, key: SortKey) -> HashMap<Box<str>, u64> {
        let texts = self.list.devices.iter().filter_map(|it| text(it, key));
        let mut keys: HashMap<&str, Box<[u8]>> = HashMap::new();
        for text in texts {
            keys.entry(text).or_insert_with(|| self.names.key(text));
        }
        let mut keyed: Vec<_> = keys.into_iter().map(|(text, key)| (key, text)).collect();
        keyed.sort_unstable();
        let (mut ordinal, mut before) = (0, None);
        let mut ordinals = HashMap::with_capacity(keyed.len());
        for (key, text) in &keyed {
            // Texts that people take for the same are the same.
            if before.is_some_and(|before| before != key) {
                ordinal += 1;
            }
            before = Some(key);
            ordinals.insert(Box::from(*text), ordinal);
        }
        ordinals
    }
}

/// The text that a device is ordered by.
fn text(device: &Device, key: SortKey) -> Option<&str> {
    match key {
        SortKey::Place => {
            let place = device.shown()?.0.place.as_ref()?;
            Some(&place.town.name)
        }
        SortKey::PhoneNumber => device.phone_number.as_deref(),
        _ => None,
    }
}

/// Whole numbers as unsigned ones of the same order.
fn whole(number: i64) -> u64 {
    number.cast_unsigned() ^ (1 << 63)
}

/// Real numbers as unsigned ones of the same order; nothing for what is not a number.
fn real(number: f64) -> Option<u64> {
    // Plus zero makes one of the two zeros.
    let bits = (number + 0.0).to_bits();
    let ordered = if bits >> 63 == 1 {
        !bits
    } else {
        bits | (1 << 63)
    };
    (!number.is_nan()).then_some(ordered)
}

fn directed(value: Option<u64>, descending: bool) -> u64 {
    let last = ABSENT - 1;
    match value.map(|value| value.min(last)) {
        None => ABSENT,
        Some(value) if descending => last - value,
        Some(value) => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_order() {
        let reals = [f64::NEG_INFINITY, -2.0, -0.5, 0.0, 0.5, 3.0, f64::INFINITY];
        assert!(reals.map(real).is_sorted());
        assert_eq!((real(-0.0), real(f64::NAN)), (real(0.0), None));
        assert!([i64::MIN, -1, 0, 1, i64::MAX].map(whole).is_sorted());
    }

    #[test]
    fn the_absent_come_last_and_the_smallest_are_told_apart_in_both_directions() {
        let directed = |descending| [Some(0), Some(1), None].map(|it| directed(it, descending));
        assert!(directed(false).is_sorted_by(|one, other| one < other));
        let [smallest, next, absent] = directed(true);
        assert!(next < smallest && smallest < absent);
    }

    #[test]
    fn what_changed_is_told_until_it_is_forgotten() {
        let mut changes = Changes::default();
        changes.note(1, 4);
        let count = changes.count();
        changes.note(2, 4);
        assert_eq!(changes.since(count), Some(&[2][..]));
        changes.note(3, 4);
        changes.note(0, 4);
        assert_eq!(changes.since(count), None);
    }
}
