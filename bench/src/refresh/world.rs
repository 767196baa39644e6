//! A simulated world for the refresh policy: the sandbox on a clock that stands, the fleet as the app
//! keeps it, its books, and a person who scrolls. Hours pass in seconds.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet, VecDeque};
use std::error::Error;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use fleet::fleet::{Fix, Fleet};
use fleet::ledger::Ledger;
use fleet::refresh::books::Books;
use fleet::refresh::budget::Budget;
use fleet::refresh::choosing::{Situation, choose};
use fleet::refresh::days::Days;
use fleet::refresh::looking::Looking;
use fleet::refresh::policy::{Attention, Candidate, Next, interval};
use fleet::status::Status;
use fleet::view::rows::RowsLook;
use plaspy::operations::devices::{get_last_location, list_devices};
use plaspy::{DeviceId, Endpoint, FailureKind, Outcome, RequestInfo, Ticket, Urgency};
use plaspy_sandbox::{Config, StandingSandbox, Told};

/// Rows on the screen.
pub(crate) const ROWS: u32 = 40;

/// The screen scrolls on by itself once a minute; what is seen is told again in between.
const SCROLL_MS: i64 = 60_000;
const TELL_AGAIN_MS: i64 = 30_000;

/// How old what is on the screen is, is looked at this often.
const SAMPLE_MS: i64 = 5_000;

/// How long the service takes to answer.
const LATENCY_MS: i64 = 120;

/// Who decides what is asked next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Chooser {
    Policy,
    /// One after the other, in the order of the list.
    RoundRobin,
}

/// What a world is made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    pub(crate) devices: u32,
    /// The limit of requests a minute, which the service keeps to itself.
    pub(crate) hidden_limit: u32,
    pub(crate) chooser: Chooser,
}

/// What was seen while it was measured.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Seen {
    pub(crate) sent: u64,
    pub(crate) refused: u64,
    /// Seconds since the service was asked about what is on the screen, on average.
    pub(crate) age_on_screen_s: f64,
    /// The longest that any device had to wait.
    pub(crate) oldest_s: f64,
    /// The share of the fleet that moves.
    pub(crate) moving: f64,
    /// Requests a minute that everything being as fresh as it should would take.
    pub(crate) wanted_per_minute: f64,
}

pub(crate) struct World {
    setting: Setting,
    sandbox: StandingSandbox,
    start: DateTime<Utc>,
    instant: Instant,
    now_ms: i64,
    fleet: Fleet,
    looking: Looking,
    books: Books,
    asked: HashSet<DeviceId>,
    chosen: VecDeque<DeviceId>,
    turn: u64,
    under_way: BinaryHeap<Reverse<(i64, u64)>>,
    answers: Vec<(u64, DeviceId, RequestInfo, Ticket, Told)>,
    waits_until_ms: i64,
    idle_until_ms: i64,
    first_row: u32,
}

impl World {
    /// A world as round robin would leave it: each device was asked once in the last round.
    pub(crate) async fn new(
        setting: Setting,
        start: DateTime<Utc>,
    ) -> Result<Self, Box<dyn Error>> {
        let config = Config {
            devices: setting.devices,
            token_lifetime: Duration::from_secs(30 * 86_400),
            ..Config::default()
        };
        let sandbox = StandingSandbox::new(config, start).await?;
        let listing = list_devices()?;
        let told = sandbox.get(listing.path()).await?;
        let mut fleet = Fleet::default();
        fleet.relist(listing.read(&told.body)?);
        let round_ms = i64::from(setting.devices) * 60_000 / i64::from(setting.hidden_limit);
        let ids: Vec<_> = fleet
            .devices()
            .iter()
            .map(|device| device.id.clone())
            .collect();
        for (place, id) in ids.iter().enumerate() {
            let ago_ms = round_ms - round_ms * place as i64 / ids.len() as i64;
            let at = start - TimeDelta::milliseconds(ago_ms);
            sandbox.move_to(at);
            let request = get_last_location(id)?;
            let told = sandbox.get(request.path()).await?;
            let fix = request
                .read(&told.body)?
                .map(|location| Fix::new(location, None));
            fleet.fold(id, fix, at);
        }
        sandbox.move_to(start);
        sandbox.set_requests_per_minute(Some(setting.hidden_limit));
        let instant = Instant::now();
        Ok(Self {
            setting,
            sandbox,
            start,
            instant,
            now_ms: 0,
            fleet,
            looking: Looking::default(),
            books: Books::new(
                Budget::learning(None, instant),
                Days::new(None, start),
                Ledger::default(),
            ),
            asked: HashSet::new(),
            chosen: VecDeque::new(),
            turn: 0,
            under_way: BinaryHeap::new(),
            answers: Vec::new(),
            waits_until_ms: 0,
            idle_until_ms: 0,
            first_row: 0,
        })
    }

    /// Lets so much time pass, and says what was seen in it.
    pub(crate) async fn pass(&mut self, time: Duration) -> Result<Seen, Box<dyn Error>> {
        let end_ms = self.now_ms + i64::try_from(time.as_millis())?;
        let before = self.sandbox.counts();
        let (mut ages, mut samples, mut oldest_s) = (0.0, 0_u32, 0.0_f64);
        let mut sample_ms = self.now_ms;
        while self.now_ms < end_ms {
            self.take_answers()?;
            self.scroll();
            if self.now_ms >= sample_ms {
                ages += self.age_on_screen_s();
                samples += 1;
                sample_ms += SAMPLE_MS;
                if sample_ms % 60_000 == 0 {
                    oldest_s = oldest_s.max(self.oldest_s());
                }
            }
            self.send().await?;
            self.now_ms = self.next_event_ms().min(sample_ms).max(self.now_ms + 1);
        }
        let after = self.sandbox.counts();
        let statuses = self
            .fleet
            .devices()
            .iter()
            .map(|device| self.fleet.status_of(device));
        let moving = statuses.filter(|status| *status == Status::Moving).count();
        Ok(Seen {
            sent: after.requests - before.requests,
            refused: after.refused - before.refused,
            age_on_screen_s: ages / f64::from(samples.max(1)),
            oldest_s,
            moving: moving as f64 / f64::from(self.setting.devices),
            wanted_per_minute: self.wanted_per_minute(),
        })
    }

    fn now(&self) -> DateTime<Utc> {
        self.start + TimeDelta::milliseconds(self.now_ms)
    }

    fn instant(&self) -> Instant {
        self.instant + Duration::from_millis(self.now_ms.unsigned_abs())
    }

    /// Every minute the screen shows the rows below.
    fn scroll(&mut self) {
        if self.now_ms % TELL_AGAIN_MS != 0 {
            return;
        }
        if self.now_ms % SCROLL_MS == 0 {
            self.first_row += ROWS;
            if self.first_row >= self.setting.devices {
                self.first_row = 0;
            }
            self.idle_until_ms = self.now_ms;
            self.chosen.clear();
        }
        let (rows, near) = self.fleet.rows_in_sight(&self.look());
        self.looking.at_rows(rows, near, self.instant());
    }

    fn look(&self) -> RowsLook {
        RowsLook {
            first: self.first_row,
            last: self.first_row + ROWS - 1,
            ..RowsLook::default()
        }
    }

    fn take_answers(&mut self) -> Result<(), Box<dyn Error>> {
        while let Some(Reverse((at_ms, number))) = self.under_way.peek().copied() {
            if at_ms > self.now_ms {
                break;
            }
            self.under_way.pop();
            let Some(place) = self.answers.iter().position(|answer| answer.0 == number) else {
                continue;
            };
            let (_, id, info, ticket, told) = self.answers.swap_remove(place);
            self.asked.remove(&id);
            let failure = (told.status != 200).then_some(match told.status {
                429 => FailureKind::RateLimited,
                _ => FailureKind::ServiceDown,
            });
            let outcome = Outcome {
                failure,
                retry_after: told.retry_after,
                ..Outcome::default()
            };
            self.books
                .enter(ticket, &info, &outcome, self.now(), self.instant());
            if failure.is_none() {
                let fix = get_last_location(&id)?.read(&told.body)?;
                let fix = fix.map(|location| Fix::new(location, None));
                self.fleet.fold(&id, fix, self.now());
            }
            self.waits_until_ms = self.now_ms;
        }
        Ok(())
    }

    async fn send(&mut self) -> Result<(), Box<dyn Error>> {
        while self.under_way.len() < self.books.budget().worth_under_way()
            && self.waits_until_ms <= self.now_ms
        {
            if self.chosen.is_empty() && self.idle_until_ms <= self.now_ms {
                self.choose();
            }
            let Some(id) = self.chosen.pop_front() else {
                return Ok(());
            };
            let info = RequestInfo {
                endpoint: Endpoint::GetLastLocation,
                device: Some(id.clone()),
                urgency: Urgency::Background,
            };
            match self.books.admit(&info, self.now(), self.instant()) {
                Err(wait) => {
                    self.chosen.push_front(id);
                    let wait_ms = i64::try_from(wait.as_millis())?.max(1);
                    self.waits_until_ms = self.now_ms + wait_ms;
                    return Ok(());
                }
                Ok(ticket) => {
                    self.sandbox.move_to(self.now());
                    let told = self.sandbox.get(get_last_location(&id)?.path()).await?;
                    self.asked.insert(id.clone());
                    self.under_way
                        .push(Reverse((self.now_ms + LATENCY_MS, ticket.0)));
                    self.answers.push((ticket.0, id, info, ticket, told));
                }
            }
        }
        Ok(())
    }

    fn choose(&mut self) {
        let most = (self.books.budget().limit_per_minute() as usize / 60).max(1);
        let devices = self.fleet.devices();
        if self.setting.chooser == Chooser::RoundRobin {
            let place = self.turn as usize % devices.len();
            self.turn += 1;
            self.chosen
                .extend(devices.get(place).map(|device| device.id.clone()));
            return;
        }
        let situation = Situation {
            now: self.now(),
            instant: self.instant(),
            fleet: &self.fleet,
            looking: &self.looking,
            books: &self.books,
            asked: &self.asked,
            turn: self.turn,
        };
        match choose(&situation, most) {
            Next::Ask(places) => {
                self.turn += places.len() as u64;
                let chosen = places.iter().filter_map(|place| devices.get(*place));
                self.chosen.extend(chosen.map(|device| device.id.clone()));
            }
            Next::WaitUntil(at) => {
                self.idle_until_ms = (at - self.start).num_milliseconds().max(self.now_ms + 1);
            }
            Next::Nothing => self.idle_until_ms = self.now_ms + 1_000,
        }
    }

    fn next_event_ms(&self) -> i64 {
        let answer = self.under_way.peek().map(|Reverse((at_ms, _))| *at_ms);
        let told = (self.now_ms / TELL_AGAIN_MS + 1) * TELL_AGAIN_MS;
        let may_send = self.under_way.len() < self.books.budget().worth_under_way();
        let sends = match self.chosen.is_empty() {
            true => self.idle_until_ms.max(self.waits_until_ms),
            false => self.waits_until_ms,
        };
        let sends = if may_send { sends } else { i64::MAX };
        told.min(answer.unwrap_or(i64::MAX)).min(sends)
    }

    fn age_s(&self, asked_at: Option<DateTime<Utc>>) -> f64 {
        let asked_at = asked_at.unwrap_or(self.start);
        (self.now() - asked_at).num_milliseconds() as f64 / 1_000.0
    }

    fn age_on_screen_s(&self) -> f64 {
        let (rows, _) = self.fleet.rows_in_sight(&self.look());
        let asked_at = rows.iter().filter_map(|id| self.fleet.device(id).ok());
        let ages = asked_at.map(|device| self.age_s(device.asked_at));
        ages.sum::<f64>() / rows.len().max(1) as f64
    }

    fn oldest_s(&self) -> f64 {
        let devices = self.fleet.devices().iter();
        let ages = devices.map(|device| self.age_s(device.asked_at));
        ages.fold(0.0, f64::max)
    }

    fn wanted_per_minute(&self) -> f64 {
        let devices = self.fleet.devices().iter();
        let wanted = devices.map(|device| {
            let candidate = Candidate {
                answered_at: device.asked_at,
                news_at: None,
                spare_until: None,
                status: self.fleet.status_of(device),
                critical: device.is_critical(),
                watched: false,
                attention: Attention::None,
            };
            60_000.0 / interval(&candidate).num_milliseconds() as f64
        });
        wanted.sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_hour_stays_within_the_limit_that_the_service_hides_and_uses_it() {
        let setting = Setting {
            devices: 100,
            hidden_limit: 60,
            chooser: Chooser::Policy,
        };
        let start = DateTime::from_timestamp(1_796_000_000, 0).expect("a valid time");
        let mut world = World::new(setting, start).await.expect("it begins");
        world
            .pass(Duration::from_secs(1_200))
            .await
            .expect("settled");
        let seen = world.pass(Duration::from_secs(3_600)).await.expect("seen");
        let used = (seen.sent - seen.refused) as f64 / 3_600.0;
        assert!(used >= 0.9, "{seen:?}");
        assert!(seen.refused as f64 <= seen.sent as f64 * 0.01, "{seen:?}");
    }
}
