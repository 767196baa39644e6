//! Which points of a route stand for all of it where a screen has no room for more.

use super::moment::Moment;

/// Places of at most so many points, in order: of each stretch of equal count its ends, and its
/// slowest and fastest. The first and the last are always among them.
#[must_use]
pub fn chosen(moments: &[Moment], most: usize) -> Vec<usize> {
    const OF_A_STRETCH: usize = 4;
    let most = most.max(2);
    if moments.len() <= most {
        return (0..moments.len()).collect();
    }
    let stretches = (most / OF_A_STRETCH).max(1);
    let length = moments.len().div_ceil(stretches);
    let mut chosen = Vec::with_capacity(most);
    for (number, stretch) in moments.chunks(length).enumerate() {
        let begin = number * length;
        let speed = |place: &usize| moments[*place].speed_kmh.unwrap_or_default();
        let places = begin..begin + stretch.len();
        let by_speed = |a: &usize, b: &usize| speed(a).total_cmp(&speed(b));
        let mut of_it = [
            Some(begin),
            places.clone().min_by(by_speed),
            places.clone().max_by(by_speed),
            places.last(),
        ];
        of_it.sort_unstable();
        chosen.extend(of_it.into_iter().flatten());
    }
    chosen.dedup();
    if chosen.len() > most {
        // So few are wanted that not even one stretch has room.
        chosen.truncate(most - 1);
        chosen.push(moments.len() - 1);
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::super::drives::Drive;
    use super::*;

    #[test]
    fn ends_and_extremes_are_among_those_that_are_chosen_and_never_too_many() {
        let mut drive = Drive::new();
        drive
            .go(4_000, 50.0)
            .go(1, 140.0)
            .stand(1, true)
            .go(6_000, 60.0);
        let moments = drive.moments();
        for most in [2, 3, 7, 100, 4_000, 20_000] {
            let places = chosen(&moments, most);
            assert!(places.len() <= most, "{most}: {}", places.len());
            assert!(places.is_sorted_by(|one, other| one < other));
            assert_eq!((places[0], places.last()), (0, Some(&10_001)));
            if most >= 100 {
                assert!(places.contains(&4_000) && places.contains(&4_001), "{most}");
            }
        }
        assert_eq!(chosen(&moments[..1], 2), [0]);
        assert!(chosen(&[], 2).is_empty());
    }
}
