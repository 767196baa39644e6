//! What to ask next. A pure function of what is known of each device, of what is looked at, and of the
//! clock, so that it can be made cleverer without touching what sends the questions.
//! docs/ARCHITECTURE.md (What is asked next) says what the figures here are for.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use chrono::{DateTime, TimeDelta, Utc};

use super::budget::RESERVED_SHARE;
use crate::status::Status;

/// A device on the watch list is asked about this often, where the limit allows it.
pub const WATCH_PROMISE: TimeDelta = TimeDelta::seconds(60);

/// A device whose panel is open.
const OPEN: TimeDelta = TimeDelta::seconds(10);

/// By how much more the age of an open panel counts than that of a device on the watch list, where half
/// of all turns are too few for both: as the times that they were promised.
const OPEN_WEIGHT: i64 = 6;

/// Nothing on the screen is asked about more often.
const LEAST_ON_SCREEN_S: i64 = 15;

/// A device that needs attention at once is asked about at least this often.
const CRITICAL_S: i64 = 30;

/// Of each round of turns, which class of devices has the first right to each.
const TURNS: [Class; 4] = [
    Class::Promised,
    Class::Wanted,
    Class::Promised,
    Class::Other,
];

/// What the policy knows of one device.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    /// When the service last answered about it, be it with a refusal.
    pub answered_at: Option<DateTime<Utc>>,
    /// When its tracker can have told the service something new, by its own rhythm.
    pub news_at: Option<DateTime<Utc>>,
    /// Not before then, so that its results of the day last until the evening.
    pub spare_until: Option<DateTime<Utc>>,
    /// What it does.
    pub status: Status,
    /// It needs attention at once.
    pub critical: bool,
    /// It is on the watch list.
    pub watched: bool,
    /// How closely someone looks at it.
    pub attention: Attention,
}

/// How closely someone looks at a device.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attention {
    /// Nobody looks.
    #[default]
    None,
    /// It is next to what is on the screen: who scrolls on sees it next.
    Near,
    /// It is among the rows or the vehicles on the screen.
    OnScreen,
    /// Its panel is open.
    Open,
}

/// The policy's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Ask about the devices at these places of the input, in this order.
    Ask(Vec<usize>),
    /// Nothing is due before then.
    WaitUntil(DateTime<Utc>),
    /// There is nothing to ask.
    Nothing,
}

/// Who is served in turns, so that none takes everything: the least share of each is that of its
/// turns, and what one does not use goes to the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// An open panel, the watch list.
    Promised,
    /// What is on the screen, or about to be.
    Wanted,
    /// Everything else.
    Other,
}

impl Class {
    fn of(candidate: &Candidate) -> Self {
        match candidate.attention {
            Attention::Open => Self::Promised,
            _ if candidate.watched => Self::Promised,
            Attention::Near | Attention::OnScreen => Self::Wanted,
            Attention::None => Self::Other,
        }
    }

    /// The classes in the order in which they may use a turn of this one.
    fn heirs(self) -> [Self; 3] {
        match self {
            Self::Promised => [Self::Promised, Self::Wanted, Self::Other],
            Self::Wanted => [Self::Wanted, Self::Promised, Self::Other],
            Self::Other => [Self::Other, Self::Promised, Self::Wanted],
        }
    }
}

/// How long an answer about a device stays good enough.
#[must_use]
pub fn interval(candidate: &Candidate) -> TimeDelta {
    let by_status = match candidate.status {
        // Asked, and the service would not tell.
        Status::NotAsked => 600,
        Status::Moving => 30,
        Status::Idling => 60,
        Status::Parked => 120,
        Status::Silent => 600,
        Status::NeverReported => 900,
    };
    let by_status = if candidate.critical {
        by_status.min(CRITICAL_S)
    } else {
        by_status
    };
    let seconds = match candidate.attention {
        Attention::None => by_status,
        Attention::Near | Attention::OnScreen => {
            (by_status / 2).max(LEAST_ON_SCREEN_S.min(by_status))
        }
        Attention::Open => return OPEN,
    };
    let interval = TimeDelta::seconds(seconds);
    if candidate.watched {
        interval.min(WATCH_PROMISE / 2)
    } else {
        interval
    }
}

/// How often devices on the watch list are asked about where there are so many of them: half of all
/// turns are theirs and an open panel's, after what is kept for a person.
#[must_use]
pub fn watch_promise(watched: usize, limit_per_minute: u32) -> TimeDelta {
    let turns_per_minute = f64::from(limit_per_minute) * (1.0 - RESERVED_SHARE) / 2.0;
    let turns = watched as f64 + OPEN_WEIGHT as f64;
    let seconds = turns * 60.0 / turns_per_minute.max(1.0);
    WATCH_PROMISE.max(TimeDelta::seconds(seconds.ceil() as i64))
}

/// By how much more a device's age counts than that of one that is silent, where not all can be asked
/// in time. No weight is above 8, so that nothing waits longer than eight rounds of its class.
fn weight(candidate: &Candidate) -> i64 {
    // Each of the watch list was promised the same.
    match candidate.attention {
        Attention::Open => return OPEN_WEIGHT,
        _ if candidate.watched => return 1,
        _ => {}
    }
    let by_status = match candidate.status {
        Status::Moving => 4,
        Status::Idling | Status::Parked => 2,
        Status::Silent | Status::NeverReported | Status::NotAsked => 1,
    };
    let weight = if candidate.critical { 8 } else { by_status };
    match candidate.attention {
        Attention::Near => (weight / 2).max(1),
        _ => weight,
    }
}

/// When asking makes sense again.
fn due_at(candidate: &Candidate, answered_at: DateTime<Utc>) -> DateTime<Utc> {
    let due_at = answered_at + interval(candidate);
    let due_at = candidate.news_at.map_or(due_at, |news| due_at.max(news));
    match Class::of(candidate) {
        // A person waits, or was promised: what the day has left is for them.
        Class::Promised => due_at,
        _ => candidate
            .spare_until
            .map_or(due_at, |spare| due_at.max(spare)),
    }
}

/// The devices to ask about next, `most` at most. Classes have their turns, of which the first is the
/// `turn`-th since the account was opened. Within a class devices never asked come first, those that
/// someone looks at before the others; then whose age weighs the most, so that a tight limit slows
/// everything down and nothing starves.
pub fn next(
    now: DateTime<Utc>,
    turn: u64,
    most: usize,
    candidates: impl Iterator<Item = Candidate>,
) -> Next {
    let mut due: [Due; 3] = Default::default();
    let mut earliest: Option<DateTime<Utc>> = None;
    for (place, candidate) in candidates.enumerate() {
        let rank = match candidate.answered_at {
            None => Rank::NeverAsked(candidate.attention),
            Some(answered_at) => {
                let due_at = due_at(&candidate, answered_at);
                if due_at > now {
                    earliest = Some(earliest.map_or(due_at, |earlier| earlier.min(due_at)));
                    continue;
                }
                let age_ms = (now - answered_at).num_milliseconds();
                Rank::Asked(age_ms.saturating_mul(weight(&candidate)))
            }
        };
        due[Class::of(&candidate) as usize].consider(rank, place, most);
    }
    let mut due = due.map(Due::in_order);
    let mut places = Vec::new();
    for turn in (turn..).take(most) {
        let class = TURNS[(turn % TURNS.len() as u64) as usize];
        let heir = class.heirs().into_iter();
        let Some(place) = heir.filter_map(|class| due[class as usize].pop()).next() else {
            break;
        };
        places.push(place);
    }
    match (places.is_empty(), earliest) {
        (false, _) => Next::Ask(places),
        (true, Some(due_at)) => Next::WaitUntil(due_at),
        (true, None) => Next::Nothing,
    }
}

/// The first of a class, as many as are wanted.
#[derive(Default)]
struct Due(BinaryHeap<Reverse<(Rank, Reverse<usize>)>>);

impl Due {
    fn consider(&mut self, rank: Rank, place: usize, most: usize) {
        let entry = Reverse((rank, Reverse(place)));
        if self.0.len() < most {
            self.0.push(entry);
        } else if let Some(mut last) = self.0.peek_mut()
            && entry < *last
        {
            *last = entry;
        }
    }

    /// The places, the first of them last.
    fn in_order(self) -> Vec<usize> {
        let sorted = self.0.into_sorted_vec();
        sorted
            .into_iter()
            .rev()
            .map(|Reverse((_, Reverse(place)))| place)
            .collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// Milliseconds since it was answered, times its weight.
    Asked(i64),
    NeverAsked(Attention),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
    }

    fn candidate(seconds_ago: Option<i64>, status: Status, attention: Attention) -> Candidate {
        Candidate {
            answered_at: seconds_ago.map(|seconds| now() - TimeDelta::seconds(seconds)),
            news_at: None,
            spare_until: None,
            status,
            critical: false,
            watched: false,
            attention,
        }
    }

    fn first_of<const N: usize>(candidates: [Candidate; N]) -> Next {
        next(now(), 0, 1, candidates.into_iter())
    }

    fn all_of<const N: usize>(candidates: [Candidate; N]) -> Next {
        next(now(), 0, N, candidates.into_iter())
    }

    #[test]
    fn never_asked_comes_first_and_what_is_on_screen_before_what_is_near() {
        let near = candidate(None, Status::NotAsked, Attention::Near);
        let shown = candidate(None, Status::NotAsked, Attention::OnScreen);
        let overdue = candidate(Some(100_000), Status::Moving, Attention::OnScreen);
        assert_eq!(all_of([overdue, near, shown]), Next::Ask(vec![2, 1, 0]));
    }

    #[test]
    fn an_open_panel_does_not_wait_for_those_never_asked() {
        let hidden = candidate(None, Status::NotAsked, Attention::None);
        let open = candidate(Some(11), Status::Moving, Attention::Open);
        assert_eq!(first_of([hidden, open]), Next::Ask(vec![1]));
    }

    #[test]
    fn of_two_asked_together_the_moving_one_is_first() {
        let parked = candidate(Some(200), Status::Parked, Attention::None);
        let moving = candidate(Some(200), Status::Moving, Attention::None);
        assert_eq!(first_of([parked, moving]), Next::Ask(vec![1]));
    }

    #[test]
    fn attention_shortens_the_interval() {
        let others = candidate(Some(20), Status::Moving, Attention::None);
        let shown = candidate(Some(20), Status::Moving, Attention::OnScreen);
        assert_eq!(all_of([others, shown]), Next::Ask(vec![1]));
    }

    #[test]
    fn what_nobody_looks_at_has_its_turns() {
        let busy = |_| candidate(Some(600), Status::Moving, Attention::OnScreen);
        let neglected = candidate(Some(700), Status::Silent, Attention::None);
        let mut candidates = [0; 8].map(busy).to_vec();
        candidates.push(neglected);
        let Next::Ask(places) = next(now(), 0, 4, candidates.into_iter()) else {
            panic!("something is due");
        };
        assert_eq!(places, [0, 1, 2, 8]);
    }

    #[test]
    fn a_tracker_is_not_asked_before_it_can_have_news_whoever_looks() {
        let slow = Candidate {
            news_at: Some(now() + TimeDelta::seconds(40)),
            ..candidate(Some(20), Status::Moving, Attention::Open)
        };
        assert_eq!(
            first_of([slow]),
            Next::WaitUntil(now() + TimeDelta::seconds(40))
        );
    }

    #[test]
    fn the_results_of_a_day_are_spared_but_for_a_person() {
        let spared = |attention| Candidate {
            spare_until: Some(now() + TimeDelta::seconds(500)),
            ..candidate(Some(400), Status::Moving, attention)
        };
        assert_eq!(
            all_of([spared(Attention::OnScreen), spared(Attention::Open)]),
            Next::Ask(vec![1])
        );
    }

    #[test]
    fn nothing_due_waits_for_the_earliest() {
        let parked = candidate(Some(10), Status::Parked, Attention::None);
        let moving = candidate(Some(10), Status::Moving, Attention::None);
        assert_eq!(
            first_of([parked, moving]),
            Next::WaitUntil(now() + TimeDelta::seconds(20))
        );
    }

    #[test]
    fn an_empty_fleet_asks_nothing() {
        assert_eq!(first_of([]), Next::Nothing);
    }

    #[test]
    fn a_long_watch_list_stretches_the_promise() {
        assert_eq!(watch_promise(3, 60), WATCH_PROMISE);
        assert_eq!(watch_promise(90, 60), TimeDelta::seconds(196));
    }

    #[test]
    fn each_of_the_watch_list_is_asked_within_what_was_promised_whatever_else_is_due() {
        const LIMIT_PER_MINUTE: i64 = 60;
        for watched in [10, 30, 90] {
            let mut fleet: Vec<Candidate> = (0..1_000)
                .map(|place| {
                    let status = match place % 2 {
                        0 => Status::Moving,
                        _ => Status::Silent,
                    };
                    Candidate {
                        watched: place < watched,
                        critical: place % 7 == 0,
                        ..candidate(Some(200), status, Attention::OnScreen)
                    }
                })
                .collect();
            fleet.push(candidate(Some(200), Status::Parked, Attention::Open));
            let promised = watch_promise(watched, LIMIT_PER_MINUTE as u32);
            let mut longest = TimeDelta::zero();
            let apart = TimeDelta::milliseconds(60_000 / LIMIT_PER_MINUTE);
            for turn in 0..3_600 {
                let at = now() + apart * turn;
                let Next::Ask(places) = next(at, turn as u64, 1, fleet.iter().copied()) else {
                    continue;
                };
                let asked = &mut fleet[places[0]];
                // What came before is the test's.
                if asked.watched && turn > 1_200 {
                    let age = at - asked.answered_at.expect("it was answered");
                    longest = longest.max(age);
                }
                asked.answered_at = Some(at);
            }
            assert!(
                longest > TimeDelta::zero() && longest <= promised,
                "{watched}: {longest}"
            );
        }
    }
}
