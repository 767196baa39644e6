//! Which devices pass a filter. What depends on the list alone (words, groups, tags) is kept until the list
//! changes; statuses change with every fix and are read from their column.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::Fleet;
use super::bits::Bits;
use super::columns::{Columns, STATUSES};
use crate::status::Status;
use crate::view::filter::{DeviceFilter, DeviceTag};
use crate::view::rows::StatusCounts;
use crate::words::search_words;

/// How many answers about the list are kept: what is on the screen and what was typed on the way.
const KEPT: usize = 16;

/// A part of a filter that the list alone answers.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// A folded word in the searchable text.
    Word(String),
    /// Any of these groups.
    Groups(Vec<String>),
    /// A tag of this key with any of these values.
    Tag(String, Vec<String>),
}

/// Answers about the list, the one that was used last at the end.
#[derive(Debug, Default)]
pub(super) struct KeptParts(Mutex<Vec<(Part, Arc<Bits>)>>);

impl KeptParts {
    /// The list is another one.
    pub(super) fn clear(&mut self) {
        self.0
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }
}

/// A filter made ready to be held against every device.
#[derive(Debug)]
pub(super) struct Passing {
    /// Ranks of the devices that words, groups and tags let pass; `None` if they let all pass.
    listed: Option<Bits>,
    /// A bit for each status that passes.
    statuses: u8,
    /// Only those with an odd fix.
    odd: bool,
}

/// What a filter lets pass, counted.
#[derive(Debug)]
pub(super) struct Counted {
    /// By status, whatever the statuses of the filter.
    pub(super) counts: StatusCounts,
    /// How many pass.
    pub(super) matched: u32,
    /// How many with an odd fix would pass a filter for those.
    pub(super) odd: u32,
}

const ANY_STATUS: u8 = u8::MAX;

impl Passing {
    /// Whether nothing narrows.
    pub(super) fn is_everyone(&self) -> bool {
        self.listed.is_none() && self.statuses == ANY_STATUS && !self.odd
    }

    /// Whether every part of the filter lets the device of a rank pass.
    pub(super) fn has(&self, columns: &Columns, rank: usize) -> bool {
        let signs = columns.signs(rank);
        self.is_listed(rank) && self.has_status(signs.status) && (signs.is_odd || !self.odd)
    }

    fn is_listed(&self, rank: usize) -> bool {
        self.listed.as_ref().is_none_or(|listed| listed.has(rank))
    }

    fn has_status(&self, status: Status) -> bool {
        self.statuses & bit(status) != 0
    }

    /// Counts what passes.
    pub(super) fn counted(&self, columns: &Columns) -> Counted {
        let count = match &self.listed {
            None => *columns.count(),
            Some(listed) => columns.count_where(|rank| listed.has(rank)),
        };
        let by_status = if self.odd { count.odd } else { count.all };
        let wanted = |counts: [u32; STATUSES]| {
            let counts = counts.into_iter().enumerate();
            let wanted = counts.filter(|(status, _)| self.statuses >> status & 1 == 1);
            wanted.map(|(_, count)| count).sum()
        };
        Counted {
            counts: status_counts(by_status),
            matched: wanted(by_status),
            odd: wanted(count.odd),
        }
    }
}

fn status_counts(
    [moving, idling, parked, silent, never_reported, not_asked]: [u32; STATUSES],
) -> StatusCounts {
    StatusCounts {
        moving,
        idling,
        parked,
        silent,
        never_reported,
        not_asked,
    }
}

/// The values that are wanted of each key.
fn tags_by_key(tags: &[DeviceTag]) -> BTreeMap<String, Vec<String>> {
    let mut by_key: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for DeviceTag { key, value } in tags {
        by_key.entry(key.clone()).or_default().push(value.clone());
    }
    by_key
}

fn bit(status: Status) -> u8 {
    1 << status as u8
}

impl Fleet {
    /// Holds a filter against the list.
    pub(super) fn passing_of(&self, filter: &DeviceFilter) -> Passing {
        let words = search_words(&filter.text).into_iter().map(Part::Word);
        let groups = Some(filter.groups.clone()).filter(|groups| !groups.is_empty());
        let tags = tags_by_key(&filter.tags).into_iter();
        let tags = tags.map(|(key, values)| Part::Tag(key, values));
        let parts = words.chain(groups.map(Part::Groups)).chain(tags);
        let listed = parts.fold(None, |listed: Option<Bits>, part| {
            let answer = self.part(part);
            Some(match listed {
                None => Bits::clone(&answer),
                Some(mut listed) => {
                    listed.retain(&answer);
                    listed
                }
            })
        });
        Passing {
            listed,
            odd: filter.odd,
            statuses: match filter.statuses[..] {
                [] => ANY_STATUS,
                ref statuses => statuses.iter().fold(0, |bits, it| bits | bit(*it)),
            },
        }
    }

    /// The ranks of the devices that pass, in the order of names.
    pub(super) fn passing_ranks<'a>(
        &'a self,
        passing: &'a Passing,
    ) -> impl DoubleEndedIterator<Item = usize> + 'a {
        let ranks = 0..self.columns.size();
        ranks.filter(|rank| passing.has(&self.columns, *rank))
    }

    fn part(&self, part: Part) -> Arc<Bits> {
        let mut kept = self
            .kept_parts
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().position(|(known, _)| *known == part);
        let entry = match known {
            Some(known) => kept.remove(known),
            None => {
                let answer = match &part {
                    Part::Word(word) => self.having(word, &kept),
                    Part::Groups(groups) => self.in_groups(groups),
                    Part::Tag(key, values) => self.tagged(key, values),
                };
                (part, Arc::new(answer))
            }
        };
        let answer = Arc::clone(&entry.1);
        if kept.len() == KEPT {
            kept.remove(0);
        }
        kept.push(entry);
        answer
    }

    /// The devices that have a word: most words are typed letter by letter, and who lacks the
    /// beginning lacks the whole.
    fn having(&self, word: &str, kept: &[(Part, Arc<Bits>)]) -> Bits {
        let within = kept.iter().filter_map(|(part, answer)| match part {
            Part::Word(known) if word.contains(known.as_str()) => Some((known.len(), answer)),
            _ => None,
        });
        let longest = within.max_by_key(|(length, _)| *length);
        self.list
            .searchable
            .having(word, longest.map(|(_, answer)| &**answer))
    }

    fn tagged(&self, key: &str, values: &[String]) -> Bits {
        let mut found = Bits::none(self.columns.size());
        for (device, rank) in self.list.devices.iter().zip(&self.list.ranks) {
            let value = device.tags.get(key);
            if value.is_some_and(|value| values.iter().any(|wanted| wanted == value)) {
                found.insert(*rank as usize);
            }
        }
        found
    }

    fn in_groups(&self, groups: &[String]) -> Bits {
        let mut found = Bits::none(self.columns.size());
        let members = groups
            .iter()
            .flat_map(|id| self.members(&id.as_str().into()));
        for rank in members.filter_map(|id| self.list.rank_of(id.as_str())) {
            found.insert(rank);
        }
        found
    }
}
