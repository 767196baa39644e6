//! What passes over the whole fleet read of each device, in columns: a pass reads some hundred
//! kilobytes in a row instead of visiting 100,000 devices all over memory.

use super::list::DeviceList;
use super::window::mercator;
use super::{Device, Rules};
use crate::status::Status;
use crate::view::rows::Position;

/// How many statuses there are.
pub(super) const STATUSES: usize = Status::NotAsked as usize + 1;

/// What is known of each device, by rank, and counts of it.
#[derive(Debug, Default)]
pub(super) struct Columns {
    signs: Vec<Signs>,
    /// Web Mercator; not numbers for a device of which no place is believed.
    spots: Vec<(f64, f64)>,
    positions: Vec<Position>,
    count: Count,
    unplaced: usize,
    incomplete: usize,
}

/// How many devices of each status there are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Count {
    pub(super) all: [u32; STATUSES],
    /// Those with an odd fix.
    pub(super) odd: [u32; STATUSES],
}

/// What is to be said of a device in few words: five bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signs {
    pub(super) status: Status,
    /// Some place of it is believed.
    pub(super) is_placed: bool,
    pub(super) is_odd: bool,
    pub(super) is_critical: bool,
    pub(super) is_incomplete: bool,
}

/// What the columns hold of one device.
struct Entry {
    signs: Signs,
    spot: (f64, f64),
    position: Position,
}

impl Entry {
    fn unknown() -> Self {
        Self {
            signs: Signs {
                status: Status::NotAsked,
                is_placed: false,
                is_odd: false,
                is_critical: false,
                is_incomplete: false,
            },
            spot: (f64::NAN, f64::NAN),
            position: Position {
                latitude: f64::NAN,
                longitude: f64::NAN,
            },
        }
    }

    fn of(device: &Device, rules: &Rules) -> Self {
        let unknown = Self::unknown();
        let position = device.shown().map(|(fix, _)| fix.position());
        Self {
            signs: Signs {
                status: device.status(rules),
                is_placed: position.is_some(),
                is_odd: !device.oddities().is_empty(),
                is_critical: device.is_critical(),
                is_incomplete: device.is_incomplete(),
            },
            spot: position.map_or(unknown.spot, |at| mercator(at.latitude, at.longitude)),
            position: position.unwrap_or(unknown.position),
        }
    }
}

impl Columns {
    /// The columns of a list.
    pub(super) fn of(list: &DeviceList, rules: &Rules) -> Self {
        let size = list.devices.len();
        let unknown = Entry::unknown();
        let mut columns = Self {
            signs: vec![unknown.signs; size],
            spots: vec![unknown.spot; size],
            positions: vec![unknown.position; size],
            ..Self::default()
        };
        // In the order in which they lie in memory.
        for (device, rank) in list.devices.iter().zip(&list.ranks) {
            let rank = *rank as usize;
            let entry = Entry::of(device, rules);
            columns.add(entry.signs);
            columns.signs[rank] = entry.signs;
            columns.spots[rank] = entry.spot;
            columns.positions[rank] = entry.position;
        }
        columns
    }

    /// Takes over what has become of a device.
    pub(super) fn set(&mut self, rank: usize, device: &Device, rules: &Rules) {
        let entry = Entry::of(device, rules);
        let before = std::mem::replace(&mut self.signs[rank], entry.signs);
        self.count.all[before.status as usize] -= 1;
        self.count.odd[before.status as usize] -= u32::from(before.is_odd);
        self.unplaced -= usize::from(!before.is_placed);
        self.incomplete -= usize::from(before.is_incomplete);
        self.add(entry.signs);
        self.spots[rank] = entry.spot;
        self.positions[rank] = entry.position;
    }

    fn add(&mut self, signs: Signs) {
        self.count.add(signs);
        self.unplaced += usize::from(!signs.is_placed);
        self.incomplete += usize::from(signs.is_incomplete);
    }

    pub(super) fn size(&self) -> usize {
        self.signs.len()
    }

    pub(super) fn signs(&self, rank: usize) -> Signs {
        self.signs[rank]
    }

    /// Where everyone is, with the ranks; not numbers for who is nowhere.
    pub(super) fn spots(&self) -> impl Iterator<Item = (usize, (f64, f64))> + '_ {
        self.spots.iter().copied().enumerate()
    }

    pub(super) fn position(&self, rank: usize) -> Option<Position> {
        self.signs[rank].is_placed.then(|| self.positions[rank])
    }

    /// Of how many devices no place is believed.
    pub(super) fn unplaced(&self) -> usize {
        self.unplaced
    }

    /// Of how many something could not be read.
    pub(super) fn incomplete(&self) -> usize {
        self.incomplete
    }

    /// All devices, counted.
    pub(super) fn count(&self) -> &Count {
        &self.count
    }

    /// The devices that a question lets pass, counted.
    pub(super) fn count_where(&self, passes: impl Fn(usize) -> bool) -> Count {
        let mut count = Count::default();
        for (rank, signs) in self.signs.iter().enumerate() {
            if passes(rank) {
                count.add(*signs);
            }
        }
        count
    }
}

impl Count {
    fn add(&mut self, signs: Signs) {
        self.all[signs.status as usize] += 1;
        self.odd[signs.status as usize] += u32::from(signs.is_odd);
    }
}
