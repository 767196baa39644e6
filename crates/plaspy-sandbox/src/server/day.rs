//! The limit of results of one device in one day of the service, which live position, history and
//! alerts share.

use std::collections::HashMap;
use std::sync::PoisonError;

use chrono::{NaiveDate, TimeDelta};

use super::answer::Failure;
use super::state::Service;

/// The results of each device on one day.
#[derive(Debug, Default)]
pub(super) struct Day {
    date: Option<NaiveDate>,
    results: HashMap<usize, usize>,
}

/// Draws results from a device's day; an answer without any draws one. What exceeds the limit is
/// refused whole, and draws nothing.
pub(super) fn draw(service: &Service, device: usize, results: usize) -> Result<(), Failure> {
    let Some(limit) = service.switches().results_per_day else {
        return Ok(());
    };
    let now = service.now();
    let today = now.date_naive();
    let mut day = service.day.lock().unwrap_or_else(PoisonError::into_inner);
    if day.date != Some(today) {
        *day = Day {
            date: Some(today),
            ..Day::default()
        };
    }
    let drawn = day.results.entry(device).or_default();
    if *drawn + results.max(1) > limit as usize {
        let midnight = (today + TimeDelta::days(1))
            .and_time(chrono::NaiveTime::MIN)
            .and_utc();
        let wait = (midnight - now).num_seconds();
        return Err(Failure::too_many(
            u64::try_from(wait).unwrap_or_default() + 1,
        ));
    }
    *drawn += results.max(1);
    Ok(())
}
