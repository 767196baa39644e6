//! What of a day is known, what has to be asked for, and what an answer makes known. Pure.

use fleet_store::SpanMs;

use crate::view::history::DayState;

/// What of a span has to be asked for, in one piece; `None` where everything is known. `known` is in
/// order and apart.
#[must_use]
pub fn missing((from, to): SpanMs, known: &[SpanMs]) -> Option<SpanMs> {
    let holding = |at: i64| {
        known
            .iter()
            .find(move |(from, to)| (*from..*to).contains(&at))
    };
    let first = holding(from).map_or(from, |(_, end)| *end);
    if first >= to {
        return None;
    }
    let last = holding(to - 1).map_or(to, |(begin, _)| *begin);
    Some((first, last.max(first)))
}

/// How much of a day is known, at a time when it has so many fixes.
#[must_use]
pub fn state_of(day: SpanMs, known: &[SpanMs], fixes: u32, now_ms: i64) -> DayState {
    if day.0 > now_ms {
        return DayState::Future;
    }
    let touched = known.iter().any(|(from, to)| *from < day.1 && *to > day.0);
    match missing(day, known) {
        None if fixes == 0 => DayState::Empty,
        None => DayState::Stored,
        Some(_) if touched || fixes > 0 => DayState::Part,
        Some(_) => DayState::Missing,
    }
}

/// What an answer makes known for good. What was to come when it was asked for is not: up to the last
/// fix, and no further.
#[must_use]
pub fn known_by(asked: SpanMs, asked_at_ms: i64, last_fix_ms: Option<i64>) -> Option<SpanMs> {
    let (from, to) = asked;
    if to <= asked_at_ms {
        return Some(asked);
    }
    let end = last_fix_ms?.saturating_add(1).min(to);
    (end > from).then_some((from, end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DAY: SpanMs = (100, 200);

    #[test]
    fn what_is_known_is_not_asked_for_again() {
        assert_eq!(missing(DAY, &[]), Some(DAY));
        assert_eq!(missing(DAY, &[(0, 300)]), None);
        assert_eq!(missing(DAY, &[(100, 200)]), None);
        assert_eq!(missing(DAY, &[(0, 150)]), Some((150, 200)));
        assert_eq!(missing(DAY, &[(150, 250)]), Some((100, 150)));
        assert_eq!(missing(DAY, &[(0, 120), (180, 220)]), Some((120, 180)));
        assert_eq!(
            missing(DAY, &[(120, 130)]),
            Some(DAY),
            "one request asks for both sides"
        );
    }

    #[test]
    fn today_is_known_up_to_its_last_fix() {
        assert_eq!(known_by(DAY, 250, None), Some(DAY), "an empty day is over");
        assert_eq!(known_by(DAY, 150, Some(140)), Some((100, 141)));
        assert_eq!(known_by(DAY, 150, None), None);
        assert_eq!(known_by(DAY, 150, Some(90)), None);
    }

    #[test]
    fn a_day_says_how_much_of_it_is_known() {
        assert_eq!(state_of(DAY, &[], 0, 150), DayState::Missing);
        assert_eq!(state_of(DAY, &[], 0, 50), DayState::Future);
        assert_eq!(state_of(DAY, &[(100, 141)], 7, 150), DayState::Part);
        assert_eq!(state_of(DAY, &[(0, 300)], 7, 300), DayState::Stored);
        assert_eq!(state_of(DAY, &[(0, 300)], 0, 300), DayState::Empty);
    }

    proptest! {
        #[test]
        fn what_is_missing_lies_within_the_day_and_holds_every_moment_that_is_not_known(
            cuts in proptest::collection::btree_set(0_i64..300, 0..12),
            at in 100_i64..200,
        ) {
            let cuts: Vec<_> = cuts.into_iter().collect();
            let known: Vec<SpanMs> = cuts.chunks_exact(2).map(|it| (it[0], it[1])).collect();
            let is_known = known.iter().any(|(from, to)| (*from..*to).contains(&at));
            let missing = missing(DAY, &known);
            if let Some((from, to)) = missing {
                prop_assert!(DAY.0 <= from && from < to && to <= DAY.1);
            }
            let is_asked = missing.is_some_and(|(from, to)| (from..to).contains(&at));
            prop_assert!(is_known || is_asked);
        }
    }
}
