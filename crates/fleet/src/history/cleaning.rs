//! What statistics read of fixes: in order, without what can't be. Nothing is deleted; what is left out
//! is counted.

use chrono::{DateTime, Utc};

use super::moment::Moment;
use crate::globe::distance_m;
use crate::oddity::signs::{AHEAD, FASTEST_M_PER_S, NOWHERE_DEG};
use crate::view::history::LeftOut;

/// A receiver that jumps away is back within so many fixes.
const LONGEST_JUMP: usize = 3;

/// The moments that count, oldest first, and what was left out.
#[must_use]
pub fn clean(mut moments: Vec<Moment>, now: DateTime<Utc>) -> (Vec<Moment>, LeftOut) {
    let mut left_out = LeftOut::default();
    let latest = now + AHEAD;
    if is_clean(&moments, latest) {
        return (moments, left_out);
    }
    let all = moments.len();
    moments.retain(|moment| is_possible(moment, latest));
    left_out.impossible = lost(all, moments.len());
    moments.sort_by_key(|moment| moment.at);
    let all = moments.len();
    moments.dedup_by_key(|moment| moment.at);
    left_out.duplicates = lost(all, moments.len());
    let kept = without_jumps(&moments);
    left_out.jumps = lost(moments.len(), kept.len());
    (kept, left_out)
}

/// Whether nothing is to be left out: of most days, which then need not be copied.
fn is_clean(moments: &[Moment], latest: DateTime<Utc>) -> bool {
    moments.iter().all(|moment| is_possible(moment, latest))
        && moments
            .windows(2)
            .all(|pair| pair[0].at < pair[1].at && is_reachable(&pair[0], &pair[1]))
}

fn lost(before: usize, after: usize) -> u32 {
    crate::view::count(before - after)
}

fn is_possible(moment: &Moment, latest: DateTime<Utc>) -> bool {
    let Moment {
        latitude,
        longitude,
        ..
    } = moment;
    let is_nowhere = latitude.abs() < NOWHERE_DEG && longitude.abs() < NOWHERE_DEG;
    let is_on_earth = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
    is_on_earth && !is_nowhere && moment.at <= latest
}

/// Leaves out fixes that can't be reached from the one before, where one soon after can: one that
/// stays away is a place where the vehicle came unseen.
fn without_jumps(moments: &[Moment]) -> Vec<Moment> {
    let mut kept: Vec<Moment> = Vec::with_capacity(moments.len());
    for (place, moment) in moments.iter().enumerate() {
        if let Some(last) = kept.last()
            && !is_reachable(last, moment)
        {
            let mut next = moments[place + 1..].iter().take(LONGEST_JUMP);
            if next.any(|later| is_reachable(last, later)) {
                continue;
            }
        }
        kept.push(*moment);
    }
    kept
}

fn is_reachable(from: &Moment, to: &Moment) -> bool {
    let seconds = (to.at - from.at).as_seconds_f64();
    // A hundredth of a degree is a kilometre or less: cheap, and true of nearly all.
    let (north, east) = (to.latitude - from.latitude, to.longitude - from.longitude);
    if north.abs().max(east.abs()) * 111_320.0 * std::f64::consts::SQRT_2
        <= FASTEST_M_PER_S * seconds
    {
        return true;
    }
    let way_m = distance_m((from.latitude, from.longitude), (to.latitude, to.longitude));
    way_m <= FASTEST_M_PER_S * seconds
}

#[cfg(test)]
mod tests {
    use super::super::drives::{Drive, start};
    use super::*;

    fn cleaned(moments: Vec<Moment>) -> (Vec<Moment>, LeftOut) {
        clean(moments, start() + chrono::TimeDelta::days(1))
    }

    #[test]
    fn disorder_and_repeats_change_nothing() {
        let mut drive = Drive::new();
        drive.go(60, 36.0);
        let moments = drive.moments();
        let mut mixed = [moments.clone(), moments[10..20].to_vec()].concat();
        mixed.reverse();
        let (kept, left_out) = cleaned(mixed);
        assert_eq!(kept, moments);
        assert_eq!(left_out.duplicates, 10);
    }

    #[test]
    fn a_jump_there_and_back_is_left_out_and_a_place_that_was_reached_unseen_is_not() {
        let mut drive = Drive::new();
        drive.go(60, 36.0);
        let mut moments = drive.moments();
        for place in [20, 40, 41] {
            moments[place].latitude += 2.0;
        }
        let (kept, left_out) = cleaned(moments.clone());
        assert_eq!((kept.len(), left_out.jumps), (moments.len() - 3, 3));
        let mut away = drive.moments();
        for moment in &mut away[30..] {
            moment.latitude += 2.0;
        }
        let (kept, left_out) = cleaned(away.clone());
        assert_eq!((kept.len(), left_out.jumps), (away.len(), 0));
    }

    #[test]
    fn what_cannot_be_is_left_out() {
        let mut drive = Drive::new();
        drive.go(10, 36.0);
        let mut moments = drive.moments();
        (moments[3].latitude, moments[3].longitude) = (0.0, 0.0);
        moments[4].latitude = f64::NAN;
        moments[5].at += chrono::TimeDelta::days(40);
        let (kept, left_out) = cleaned(moments.clone());
        assert_eq!((kept.len(), left_out.impossible), (moments.len() - 3, 3));
    }
}
