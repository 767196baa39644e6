//! What to ask next. A pure function of what is known of each device and of what is looked at, so
//! that it can be made cleverer without touching what sends the questions.

use chrono::{DateTime, TimeDelta, Utc};

use crate::status::Status;

/// What the policy knows of one device.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    /// When the service last answered about it, be it with a refusal.
    pub answered_at: Option<DateTime<Utc>>,
    /// What it does.
    pub status: Status,
    /// It needs attention at once.
    pub critical: bool,
    /// How closely someone looks at it.
    pub attention: Attention,
}

/// How closely someone looks at a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attention {
    /// Nobody looks.
    None,
    /// It is among the rows or the vehicles on the screen.
    OnScreen,
    /// Its panel is open.
    Open,
}

/// The policy's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Ask about the device at this place of the input.
    Ask(usize),
    /// Nothing is due before then.
    WaitUntil(DateTime<Utc>),
    /// There is nothing to ask.
    Nothing,
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
        by_status.min(30)
    } else {
        by_status
    };
    let seconds = match candidate.attention {
        Attention::None => by_status,
        Attention::OnScreen => (by_status / 2).max(15.min(by_status)),
        Attention::Open => by_status.min(10),
    };
    TimeDelta::seconds(seconds)
}

/// The device to ask about next: the one whose answer is most overdue in proportion to how long it
/// stays good, so that under a tight limit everything slows down alike and nothing starves. Devices
/// never asked come first, those that someone looks at before the others.
pub fn next(now: DateTime<Utc>, candidates: impl Iterator<Item = Candidate>) -> Next {
    let mut best: Option<(Rank, usize)> = None;
    let mut earliest: Option<DateTime<Utc>> = None;
    for (index, candidate) in candidates.enumerate() {
        let rank = match candidate.answered_at {
            None => Rank::NeverAsked(candidate.attention),
            Some(answered_at) => {
                let interval = interval(&candidate);
                let due_at = answered_at + interval;
                if due_at > now {
                    earliest = Some(earliest.map_or(due_at, |earlier| earlier.min(due_at)));
                    continue;
                }
                let age_ms = (now - answered_at).num_milliseconds();
                Rank::Overdue(age_ms * 1_000 / interval.num_milliseconds().max(1))
            }
        };
        if best.is_none_or(|(best_rank, _)| rank > best_rank) {
            best = Some((rank, index));
        }
    }
    match (best, earliest) {
        (Some((_, index)), _) => Next::Ask(index),
        (None, Some(due_at)) => Next::WaitUntil(due_at),
        (None, None) => Next::Nothing,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// Thousandths of the interval that have passed.
    Overdue(i64),
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
            status,
            critical: false,
            attention,
        }
    }

    fn next_of<const N: usize>(candidates: [Candidate; N]) -> Next {
        next(now(), candidates.into_iter())
    }

    #[test]
    fn never_asked_comes_first_and_what_is_on_screen_before_it() {
        let hidden = candidate(None, Status::NotAsked, Attention::None);
        let shown = candidate(None, Status::NotAsked, Attention::OnScreen);
        let overdue = candidate(Some(100_000), Status::Moving, Attention::Open);
        assert_eq!(next_of([overdue, hidden, shown]), Next::Ask(2));
    }

    #[test]
    fn of_two_asked_together_the_moving_one_is_due_first() {
        let parked = candidate(Some(200), Status::Parked, Attention::None);
        let moving = candidate(Some(200), Status::Moving, Attention::None);
        assert_eq!(next_of([parked, moving]), Next::Ask(1));
    }

    #[test]
    fn attention_shortens_the_interval() {
        let others = candidate(Some(40), Status::Moving, Attention::None);
        let open = candidate(Some(40), Status::Moving, Attention::Open);
        assert_eq!(next_of([others, open]), Next::Ask(1));
    }

    #[test]
    fn a_neglected_device_wins_over_a_busy_one_in_the_end() {
        let busy = candidate(Some(60), Status::Moving, Attention::Open);
        let neglected = candidate(Some(6_000), Status::Silent, Attention::None);
        assert_eq!(next_of([busy, neglected]), Next::Ask(1));
    }

    #[test]
    fn nothing_due_waits_for_the_earliest() {
        let parked = candidate(Some(10), Status::Parked, Attention::None);
        let moving = candidate(Some(10), Status::Moving, Attention::None);
        assert_eq!(
            next_of([parked, moving]),
            Next::WaitUntil(now() + TimeDelta::seconds(20))
        );
    }

    #[test]
    fn an_empty_fleet_asks_nothing() {
        assert_eq!(next_of([]), Next::Nothing);
    }
}
