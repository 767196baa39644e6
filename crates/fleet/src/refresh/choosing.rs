//! Brings together what the policy decides by: the fleet, who looks at what, the watch list, and what
//! the books say of limits. Pure: it is told the time.

use std::collections::HashSet;
use std::time::Instant;

use chrono::{DateTime, Utc};
use plaspy::DeviceId;

use super::books::Books;
use super::looking::Looking;
use super::policy::{self, Attention, Candidate, Next};
use crate::fleet::Fleet;

/// What choosing goes by, at one moment.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// The service's time.
    pub now: DateTime<Utc>,
    /// The same moment by the clock that looks and limits go by.
    pub instant: Instant,
    /// What is known of each device, with the watch list.
    pub fleet: &'a Fleet,
    /// Who looks at what.
    pub looking: &'a Looking,
    /// What the limits leave.
    pub books: &'a Books,
    /// Devices that are being asked.
    pub asked: &'a HashSet<DeviceId>,
    /// How many were chosen since the account was opened.
    pub turn: u64,
}

/// The devices to ask next, as places in the fleet's list, `most` at most.
#[must_use]
pub fn choose(situation: &Situation<'_>, most: usize) -> Next {
    let Situation { now, fleet, .. } = *situation;
    let mut marks = vec![Mark::default(); fleet.devices().len()];
    let mut mark = |id: &DeviceId, set: &dyn Fn(&mut Mark)| {
        if let Some(mark) = fleet.place_of(id).and_then(|place| marks.get_mut(place)) {
            set(mark);
        }
    };
    for (id, attention) in situation.looking.all(situation.instant) {
        mark(id, &|mark| mark.attention = mark.attention.max(attention));
    }
    for id in fleet.watched() {
        mark(id, &|mark| mark.watched = true);
    }
    for id in situation.books.resting(situation.instant) {
        mark(id, &|mark| mark.passed_over = true);
    }
    for id in situation.asked {
        mark(id, &|mark| mark.passed_over = true);
    }
    let waiting = fleet.devices().iter().zip(&marks).enumerate();
    let mut places = Vec::with_capacity(marks.len());
    let candidates =
        waiting
            .filter(|(_, (_, mark))| !mark.passed_over)
            .map(|(place, (device, mark))| {
                places.push(place);
                let answered_at = device.asked_at.max(device.refused_at);
                let spare_until =
                    answered_at.and_then(|at| situation.books.spare_until(&device.id, at, now));
                Candidate {
                    answered_at,
                    news_at: device.news_at(),
                    spare_until,
                    status: fleet.status_of(device),
                    critical: device.is_critical(),
                    watched: mark.watched,
                    attention: mark.attention,
                }
            });
    match policy::next(now, situation.turn, most, candidates) {
        Next::Ask(chosen) => Next::Ask(
            chosen
                .into_iter()
                .filter_map(|at| places.get(at).copied())
                .collect(),
        ),
        other => other,
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    attention: Attention,
    watched: bool,
    passed_over: bool,
}
