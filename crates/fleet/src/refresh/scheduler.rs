//! The one scheduler: asks the service, question after question, what the policy finds most due.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use plaspy::{DeviceId, FailureKind};
use tokio::task::JoinSet;

use super::choosing::{self, Situation};
use super::policy::Next;
use crate::session::Active;

/// How old the list of devices and groups may grow.
const LIST_AGE: TimeDelta = TimeDelta::minutes(10);

/// The longest sleep: what is looked at may have changed meanwhile.
const LONGEST_SLEEP: Duration = Duration::from_secs(5);

/// Asks for as long as the account is open and its key is good.
pub(crate) async fn run(active: Arc<Active>) {
    let mut under_way = JoinSet::new();
    let mut asked = HashSet::new();
    let mut chosen = VecDeque::new();
    let mut turn = 0;
    loop {
        while let Some(ended) = under_way.try_join_next() {
            forget(&mut asked, ended);
        }
        if let Some(message) = active.client.key_rejection() {
            active.key_rejected(message);
            return;
        }
        let rest = active.health().resting(Instant::now());
        if let Some(rest) = rest {
            active.wake_or(rest).await;
            continue;
        }
        if active.list_is_older_than(LIST_AGE) {
            active.refresh_list(plaspy::Urgency::Background).await;
            continue;
        }
        if chosen.is_empty() {
            match choose(&active, &asked, turn) {
                Choice::Ask(ids) => {
                    turn += ids.len() as u64;
                    chosen.extend(ids);
                }
                Choice::Sleep(duration) => {
                    tokio::select! {
                        () = active.wake_or(duration) => {}
                        Some(ended) = under_way.join_next() => forget(&mut asked, ended),
                    }
                    continue;
                }
            }
        }
        if under_way.len() >= active.desk.worth_under_way() {
            tokio::select! {
                Some(ended) = under_way.join_next() => forget(&mut asked, ended),
                // Someone looks at something else: that goes first.
                () = active.woken() => chosen.clear(),
            }
            continue;
        }
        if let Some(id) = chosen.pop_front() {
            asked.insert(id.clone());
            let active = Arc::clone(&active);
            under_way.spawn(async move {
                active.ask(&id, plaspy::Urgency::Background).await;
                id
            });
        }
    }
}

enum Choice {
    Ask(Vec<DeviceId>),
    Sleep(Duration),
}

/// Who is asked next, for about a second to come.
fn choose(active: &Active, asked: &HashSet<DeviceId>, turn: u64) -> Choice {
    let now = active.client.server_now();
    let instant = Instant::now();
    let most = active.desk.worth_choosing();
    active.done_in_round(&active.desk.resting(instant));
    let fleet = active.fleet();
    let next = active.desk.look_up(|books| {
        let situation = Situation {
            now,
            instant,
            fleet: &fleet,
            looking: &active.looking(),
            books,
            asked,
            turn,
        };
        choosing::choose(&situation, most)
    });
    match next {
        Next::Ask(places) => {
            let devices = fleet.devices();
            let chosen = places.iter().filter_map(|place| devices.get(*place));
            Choice::Ask(chosen.map(|device| device.id.clone()).collect())
        }
        Next::WaitUntil(due_at) => Choice::Sleep(until(due_at, now)),
        Next::Nothing => Choice::Sleep(LONGEST_SLEEP),
    }
}

fn until(due_at: DateTime<Utc>, now: DateTime<Utc>) -> Duration {
    let wait = (due_at - now).to_std().unwrap_or_default();
    wait.clamp(Duration::from_millis(10), LONGEST_SLEEP)
}

fn forget(asked: &mut HashSet<DeviceId>, ended: Result<DeviceId, tokio::task::JoinError>) {
    match ended {
        Ok(id) => {
            asked.remove(&id);
        }
        // A question that panicked can't say which it was; its device is asked again all the same.
        Err(error) => {
            tracing::error!(%error, "a question ended unexpectedly");
            asked.clear();
        }
    }
}

/// Whether a failure concerns one device only, so that the others may be asked on.
pub(crate) fn concerns_one_device(error: &plaspy::Error) -> bool {
    matches!(
        error.kind(),
        FailureKind::NotFound
            | FailureKind::NotPermitted
            | FailureKind::Conflict
            | FailureKind::Refused
            | FailureKind::InvalidRequest
            | FailureKind::RateLimited
    ) || matches!(error, plaspy::Error::NotUnderstood { html: false, .. })
}
