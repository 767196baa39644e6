//! How well the refresh policy spends requests, against round robin with the same budget, where the
//! service hides its limit; on a simulated clock, and once over real HTTP.

mod over_http;
mod world;

use std::time::Duration;

use chrono::DateTime;
use serde_json::{Value, json};

use crate::Measured;
use world::{Chooser, Seen, Setting, World};

const LIMITS: [u32; 3] = [60, 600, 6_000];
const FLEETS: [u32; 3] = [100, 1_000, 10_000];

/// A morning on which some 30 % of the simulated fleet moves.
const START_S: i64 = 1_796_050_800;

/// By then the limit is found.
const SETTLING: Duration = Duration::from_secs(30 * 60);

const SHORTEST: Duration = Duration::from_secs(3_600);
const LONGEST: Duration = Duration::from_secs(12 * 3_600);

/// Where the fleet needs this many minutes of the limit, the policy has to be twice as good.
const TIGHT: f64 = 5.0;

/// The worst of each figure over all cells; each cell is told on the way.
pub(crate) async fn measure() -> Measured {
    let mut worst = Worst::default();
    for hidden_limit in LIMITS {
        for devices in FLEETS {
            worst.take(cell(devices, hidden_limit).await?);
        }
    }
    let http = over_http::measure().await?;
    Ok(json!({
        "leastUsed": worst.least_used,
        "mostRefused": worst.most_refused,
        "ageOfRoundRobin": worst.age_ratio,
        "oldestRounds": worst.oldest_rounds,
        "httpUsed": http.used,
        "httpRefused": http.refused,
    }))
}

struct Cell {
    used: f64,
    refused: f64,
    is_demand_over_limit: bool,
    /// Age on the screen as a share of round robin's; only where requests are tight.
    age_ratio: Option<f64>,
    /// The longest wait, in rounds through the fleet at the limit.
    oldest_rounds: f64,
}

async fn cell(devices: u32, hidden_limit: u32) -> Result<Cell, Box<dyn std::error::Error>> {
    let round = Duration::from_secs_f64(f64::from(devices) * 60.0 / f64::from(hidden_limit));
    let time = (round * 6).clamp(SHORTEST, LONGEST);
    let ours = seen(devices, hidden_limit, Chooser::Policy, time).await?;
    let theirs = seen(devices, hidden_limit, Chooser::RoundRobin, time).await?;
    let minutes = time.as_secs_f64() / 60.0;
    let accepted = (ours.sent - ours.refused) as f64;
    let is_tight = f64::from(devices) >= TIGHT * f64::from(hidden_limit);
    let cell = Cell {
        used: accepted / minutes / f64::from(hidden_limit),
        refused: ours.refused as f64 / (ours.sent as f64).max(1.0),
        is_demand_over_limit: ours.wanted_per_minute > f64::from(hidden_limit),
        age_ratio: is_tight.then_some(ours.age_on_screen_s / theirs.age_on_screen_s),
        oldest_rounds: ours.oldest_s / round.as_secs_f64(),
    };
    let row: Value = json!({
        "limit": hidden_limit,
        "devices": devices,
        "minutes": minutes,
        "moving": ours.moving,
        "wantedPerMinute": ours.wanted_per_minute.round(),
        "used": cell.used,
        "refused": cell.refused,
        "ageOnScreenS": ours.age_on_screen_s,
        "ageOnScreenOfRoundRobinS": theirs.age_on_screen_s,
        "oldestS": ours.oldest_s,
        "oldestOfRoundRobinS": theirs.oldest_s,
        "oldestRounds": cell.oldest_rounds,
    });
    eprintln!("{row}");
    Ok(cell)
}

async fn seen(
    devices: u32,
    hidden_limit: u32,
    chooser: Chooser,
    time: Duration,
) -> Result<Seen, Box<dyn std::error::Error>> {
    let start = DateTime::from_timestamp(START_S, 0).ok_or("a valid time")?;
    let setting = Setting {
        devices,
        hidden_limit,
        chooser,
    };
    let mut world = World::new(setting, start).await?;
    world.pass(SETTLING).await?;
    world.pass(time).await
}

struct Worst {
    least_used: f64,
    most_refused: f64,
    age_ratio: f64,
    oldest_rounds: f64,
}

impl Default for Worst {
    fn default() -> Self {
        Self {
            least_used: f64::INFINITY,
            most_refused: 0.0,
            age_ratio: 0.0,
            oldest_rounds: 0.0,
        }
    }
}

impl Worst {
    fn take(&mut self, cell: Cell) {
        if cell.is_demand_over_limit {
            self.least_used = self.least_used.min(cell.used);
            // A fleet that is asked as often as it should be waits for its intervals, not for its turn.
            self.oldest_rounds = self.oldest_rounds.max(cell.oldest_rounds);
        }
        self.most_refused = self.most_refused.max(cell.refused);
        self.age_ratio = self.age_ratio.max(cell.age_ratio.unwrap_or_default());
    }
}
