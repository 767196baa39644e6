//! How long the past of devices takes to be read and understood: a million fixes to trips and sums,
//! against one pass of haversines over them; a day of one vehicle out of ten million fixes; and how many
//! requests a second look at a month makes.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{DateTime, Days, TimeDelta};
use fleet::history::moment::{Inputs, Moment};
use fleet::history::past::Past;
use fleet::history::trips::TripRules;
use fleet::place::Places;
use fleet::view::groups::DeviceRef;
use fleet::view::history::{FetchState, HistoryQuery, RouteQuery};
use fleet_store::{AccountKey, FixReadings, FixRow, History};
use plaspy::Clock as _;
use plaspy_sandbox::{Config, Sandbox};
use serde_json::json;

use crate::app::{self, Started};
use crate::{Measured, median_ms};

const FIXES: usize = 1_000_000;
const ROUNDS: usize = 11;

/// Ten million fixes: a thousand vehicles, ten days of a thousand fixes each.
const DEVICES: usize = 1_000;
const DAYS: i64 = 10;
const FIXES_OF_DAY: i64 = 1_000;
const DAY_MS: i64 = 86_400_000;
const LOOKS: usize = 200;

/// A fetch that is not over by then never will be.
const PATIENCE: Duration = Duration::from_secs(120);

pub(crate) async fn measure() -> Measured {
    let (haversine_ms, statistics_ms) = statistics()?;
    let (day_ms, worst_day_ms) = tokio::task::spawn_blocking(days)
        .await?
        .map_err(|error| error.to_string())?;
    Ok(json!({
        "haversineMs": haversine_ms,
        "statisticsMs": statistics_ms,
        "dayMs": day_ms,
        "worstDayMs": worst_day_ms,
        "secondLookRequests": second_look().await?,
    }))
}

/// Rounds through a city for years: ten minutes under way, then five at a stop, a fix every ten seconds.
fn drive() -> Vec<Moment> {
    const UNDER_WAY: usize = 60;
    const TURN: usize = 90;
    let (mut latitude, mut longitude) = (-29.9_f64, -71.25_f64);
    let mut mileage_km = 12_000.0;
    let fixes = (0..FIXES).map(|number| {
        let is_moving = number % TURN < UNDER_WAY;
        let speed_kmh = if is_moving { 40.0 } else { 0.0 };
        let way_m = speed_kmh / 3.6 * 10.0;
        // Around and back, so that it stays where degrees are as long.
        let course = (number as f64 / 700.0).sin() * 3.0;
        latitude +=
            way_m * course.cos() / 111_195.0 * if number / 9_000 % 2 == 0 { 1.0 } else { -1.0 };
        longitude += way_m * course.sin() / 96_000.0;
        mileage_km += way_m / 1_000.0;
        Moment {
            at: DateTime::UNIX_EPOCH + TimeDelta::seconds(1_600_000_000 + 10 * number as i64),
            latitude,
            longitude,
            speed_kmh: Some(speed_kmh),
            course_deg: Some(0.0),
            ignition: Some(is_moving),
            inputs: Inputs::of(&[Some(is_moving), Some(!is_moving)]),
            mileage_km: Some(mileage_km),
            fuel_percent: Some(50.0 + (number % 5_000) as f64 / 100.0),
            fuel2_percent: None,
            temperature_c: Some(4.0),
            temperature2_c: None,
            battery_percent: Some(100.0),
            engine_rpm: None,
        }
    });
    fixes.collect()
}

/// Milliseconds of both, taken in turns.
fn statistics() -> Result<(f64, f64), Box<dyn Error>> {
    let moments = drive();
    let now = moments.last().map_or(DateTime::UNIX_EPOCH, |last| last.at);
    let device = DeviceRef {
        id: "1".to_owned(),
        name: "1".to_owned(),
        is_listed: true,
    };
    let places = Places::none();
    let (mut plain, mut whole) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let started = Instant::now();
        black_box(haversines_m(black_box(&moments)));
        plain.push(started.elapsed());
        let read = moments.clone();
        let started = Instant::now();
        let past = Past::of(black_box(read), TripRules::default(), now);
        let journeys = past.journeys(device.clone(), false, chrono_tz::UTC, &places);
        whole.push(started.elapsed());
        if black_box(journeys).trips.len() < FIXES / 100 {
            return Err("trips were not found".into());
        }
    }
    Ok((median_ms(plain), median_ms(whole)))
}

/// The way along all of them, as the books have it.
fn haversines_m(moments: &[Moment]) -> f64 {
    const RADIUS_M: f64 = 6_371_008.8;
    let ways = moments.windows(2).map(|pair| {
        let [from, to] = [&pair[0], &pair[1]];
        let (one, other) = (from.latitude.to_radians(), to.latitude.to_radians());
        let north = ((other - one) / 2.0).sin();
        let east = ((to.longitude - from.longitude).to_radians() / 2.0).sin();
        let h = north * north + one.cos() * other.cos() * east * east;
        2.0 * RADIUS_M * h.sqrt().asin()
    });
    ways.sum()
}

/// Milliseconds that a day of one vehicle takes to be read: the middle one, and the longest.
fn days() -> Result<(f64, f64), Box<dyn Error + Send + Sync>> {
    let folder = tempfile::tempdir()?;
    let history = History::open(folder.path())?;
    let account = AccountKey {
        base_url: "https://api.example".to_owned(),
        user_name: "ana@flota.example".to_owned(),
    };
    let start_ms = 1_700_000_000_000;
    for device in 0..DEVICES {
        let fixes: Vec<FixRow> = (0..DAYS * FIXES_OF_DAY)
            .map(|number| row(start_ms + number * (DAY_MS / FIXES_OF_DAY), device))
            .collect();
        let known = (start_ms, start_ms + DAYS * DAY_MS);
        history.keep(
            history.generation(),
            &account,
            &device.to_string(),
            &fixes,
            Some(known),
        )?;
    }
    let mut times = Vec::new();
    for look in 0..LOOKS {
        let device = (look * 379 % DEVICES).to_string();
        let from_ms = start_ms + (look as i64 * 7 % DAYS) * DAY_MS;
        let started = Instant::now();
        let fixes = history.fixes(&account, &device, (from_ms, from_ms + DAY_MS))?;
        times.push(started.elapsed());
        if fixes.len() != FIXES_OF_DAY as usize {
            return Err(format!("{} fixes of a day were read", fixes.len()).into());
        }
    }
    let worst = times.iter().max().copied().unwrap_or_default();
    Ok((median_ms(times), worst.as_secs_f64() * 1_000.0))
}

fn row(at_ms: i64, device: usize) -> FixRow {
    let along = (at_ms / 1_000 % 86_400) as f64;
    FixRow {
        at_ms,
        latitude: -30.0 + along * 1e-6,
        longitude: -71.0 - device as f64 * 1e-4,
        readings: FixReadings {
            speed_raw: Some(along % 25.0),
            course_deg: Some(along % 360.0),
            mileage_km: Some(along),
            fuel_percent: Some(50.0),
            ..FixReadings::default()
        },
        inputs: Some("10".to_owned()),
        rest: Some(r#"{"attributes":{"Satellites":"11"}}"#.to_owned()),
    }
}

/// Locations that the service was asked for while a stored month is looked at once more.
async fn second_look() -> Result<u64, Box<dyn Error>> {
    let sandbox = Sandbox::start(Config {
        devices: 5,
        ..Config::default()
    })
    .await?;
    let Started { app, .. } = &app::start(Some(6_000))?;
    app::sign_in(app, &sandbox).await?;
    let active = app.active()?;
    let device = wait_for(|| active.fleet().devices().first().map(|it| it.id.to_string())).await?;
    let last = plaspy::SystemClock.now().date_naive() - Days::new(1);
    let month = HistoryQuery {
        id: device,
        first: last - Days::new(30),
        last,
        time_zone: "UTC".to_owned(),
    };
    active.fetch_history(month.clone()).await?;
    let end = wait_for(|| {
        let state = active.fetch()?.0.state;
        (state != FetchState::Running).then_some(state)
    });
    let end = end.await?;
    let before = sandbox.counts().location_ranges;
    if end != FetchState::Done || before < 31 {
        return Err(format!("the month was not fetched: {end:?} after {before} requests").into());
    }
    active.history_days(month.clone()).await?;
    active.fetch_history(month.clone()).await?;
    active.journeys(month.clone()).await?;
    let route = RouteQuery {
        days: month,
        from: None,
        to: None,
        most_points: 4_000,
    };
    active.route(route).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    Ok(sandbox.counts().location_ranges - before)
}

/// What there is as soon as there is something.
async fn wait_for<T>(mut look: impl FnMut() -> Option<T>) -> Result<T, Box<dyn Error>> {
    let waiting = async {
        loop {
            if let Some(found) = look() {
                return found;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    Ok(tokio::time::timeout(PATIENCE, waiting).await?)
}
