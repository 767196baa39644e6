//! The past of a device: fetched once, kept over a restart, and kept as far as it came whatever ends it.

use std::sync::Arc;

use calamine::Reader as _;
use chrono::{Days, NaiveDate};
use fleet::Error;
use fleet::app::App;
use fleet::view::history::{
    DayState, DistanceSource, FetchState, HistoryDays, HistoryQuery, RouteFormat, RouteQuery,
};
use fleet::view::sheets::SheetTexts;

use crate::world::{World, until};

/// So many days up to yesterday, of the device with that number.
fn days(app: &App, device: usize, length: u64) -> HistoryQuery {
    let active = app.active().expect("signed in");
    let zone = chrono_tz::America::Santiago;
    let today = active
        .client()
        .server_now()
        .with_timezone(&zone)
        .date_naive();
    let last: NaiveDate = today - Days::new(1);
    HistoryQuery {
        id: active.fleet().devices()[device].id.to_string(),
        first: last - Days::new(length - 1),
        last,
        time_zone: zone.name().to_owned(),
    }
}

async fn known(app: &App, query: &HistoryQuery) -> HistoryDays {
    let active = app.active().expect("signed in");
    active.history_days(query.clone()).await.expect("read")
}

/// Fetches, and waits for the end of it.
async fn fetch(app: &Arc<App>, query: &HistoryQuery) -> FetchState {
    let active = app.active().expect("signed in");
    active
        .fetch_history(query.clone())
        .await
        .expect("it begins");
    until(app, "the fetch is over", |app| {
        state(app) != FetchState::Running
    })
    .await;
    state(app)
}

fn state(app: &App) -> FetchState {
    let fetch = app.active().expect("signed in").fetch();
    fetch.expect("there is one").0.state
}

#[tokio::test]
async fn a_day_is_fetched_once_and_known_after_a_restart() {
    let world = World::new(3).await;
    let app = world.signed_in().await;
    let query = days(&app, 0, 3);
    let before = known(&app, &query).await;
    assert_eq!(before.requests, 3);
    assert!(before.days.iter().all(|day| day.state == DayState::Missing));
    assert_eq!(fetch(&app, &query).await, FetchState::Done);
    let after = known(&app, &query).await;
    assert_eq!(after.requests, 0);
    assert!(
        after
            .days
            .iter()
            .all(|day| day.state == DayState::Stored && day.fixes > 0)
    );
    app.close().await;

    let (app, active) = world.opened().await;
    assert_eq!(known(&app, &query).await, after);
    assert_eq!(fetch(&app, &query).await, FetchState::Done);
    let (progress, _) = active.fetch().expect("there is one");
    assert_eq!(progress.days_total, 0, "nothing is asked again");
    let journeys = active.journeys(query.clone()).await.expect("read");
    assert!(!journeys.trips.is_empty() && !journeys.stops.is_empty());
    assert_eq!(journeys.days.len(), 3);
    assert_eq!(journeys.total.distance_source, DistanceSource::Odometer);
}

#[tokio::test]
async fn a_limit_of_the_day_and_a_person_end_a_fetch_and_what_came_is_kept() {
    let world = World::new(12).await;
    let app = world.signed_in().await;
    let month = days(&app, 1, 31);
    let active = app.active().expect("signed in");
    active
        .fetch_history(month.clone())
        .await
        .expect("it begins");
    until(&app, "a day came", |app| {
        let fetch = app.active().expect("signed in").fetch();
        fetch.expect("there is one").0.days_done > 0
    })
    .await;
    assert!(
        active.fetch_history(month.clone()).await.is_err(),
        "one at a time"
    );
    active.cancel_fetch();
    assert_eq!(state(&app), FetchState::Cancelled);
    let cancelled = known(&app, &month).await;
    assert!(
        (1..31).contains(&cancelled.requests),
        "{}",
        cancelled.requests
    );

    world.sandbox.set_results_per_day(Some(2));
    let query = days(&app, 0, 2);
    assert_eq!(fetch(&app, &query).await, FetchState::DaySpent);
    assert_eq!(known(&app, &query).await.requests, 2);
}

#[tokio::test]
async fn the_way_is_thinned_for_a_screen_and_whole_in_a_file() {
    let world = World::new(3).await;
    let app = world.signed_in().await;
    let query = days(&app, 0, 1);
    assert_eq!(fetch(&app, &query).await, FetchState::Done);
    let active = app.active().expect("signed in");
    let route = |most_points| RouteQuery {
        days: query.clone(),
        from: None,
        to: None,
        most_points,
    };
    let whole = active.route(route(50_000)).await.expect("read");
    let thin = active.route(route(100)).await.expect("read");
    assert_eq!(whole.at_s.len(), whole.fixes as usize);
    assert_eq!(thin.fixes, whole.fixes);
    assert!((50..=100).contains(&thin.at_s.len()), "{}", thin.at_s.len());
    let gpx = active
        .export_route(query.clone(), RouteFormat::Gpx, SheetTexts::default())
        .await
        .expect("written");
    let text = String::from_utf8(gpx).expect("UTF-8");
    assert_eq!(text.matches("<trkpt").count(), whole.at_s.len());
    let csv = active
        .export_route(query.clone(), RouteFormat::Csv, SheetTexts::default())
        .await
        .expect("written");
    let lines = String::from_utf8(csv).expect("UTF-8").lines().count();
    assert_eq!(
        lines,
        whole.at_s.len() + 1,
        "a row for each, below the titles"
    );
    let xlsx = active
        .export_route(query.clone(), RouteFormat::Xlsx, SheetTexts::default())
        .await
        .expect("written");
    let mut workbook: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(xlsx)).expect("a workbook");
    let journeys = active.journeys(query).await.expect("read");
    let heights: Vec<usize> = workbook
        .worksheets()
        .iter()
        .map(|(_, cells)| cells.height() - 1)
        .collect();
    let counts = [
        whole.at_s.len(),
        journeys.trips.len(),
        journeys.stops.len(),
        journeys.days.len(),
        journeys.alerts.len(),
    ];
    assert_eq!(heights, counts);
    let trips = &workbook.worksheets()[1].1;
    assert!(
        matches!(trips.get((1, 1)), Some(calamine::Data::DateTime(_))),
        "moments are dates"
    );
    let input_times: Vec<_> = trips
        .rows()
        .next()
        .into_iter()
        .flatten()
        .filter(|title| title.to_string().starts_with("input"))
        .map(ToString::to_string)
        .collect();
    assert_eq!(input_times, ["input1", "input2"], "ignition and door");
}

#[tokio::test]
async fn alerts_stand_where_they_began_on_trips_and_on_days() {
    let world = World::new(6).await;
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    let mut found = 0;
    for device in 0..6 {
        let query = days(&app, device, 7);
        assert_eq!(fetch(&app, &query).await, FetchState::Done);
        let journeys = active.journeys(query.clone()).await.expect("read");
        let midnight = |day: NaiveDate| {
            let zone = chrono_tz::America::Santiago;
            let local = day
                .and_time(chrono::NaiveTime::MIN)
                .and_local_timezone(zone);
            local.earliest().expect("a time").to_utc()
        };
        let asked = plaspy::models::AlertQuery {
            range: plaspy::models::RangeQuery {
                from: midnight(query.first),
                to: midnight(query.last + Days::new(1)) - chrono::TimeDelta::milliseconds(1),
            },
            alert_name: None,
        };
        let id = plaspy::DeviceId::from(query.id.as_str());
        let told = active.client().query_alerts(&id, &asked).await;
        let told = told.expect("answered").value.items;
        // The sandbox calls the others warnings where it tells of fixes.
        let alerts = ["SOSButton", "GPSUnplugged", "SpeedLimit"];
        let told: Vec<_> = told
            .iter()
            .filter(|it| alerts.contains(&it.alerts[0].as_str()))
            .map(|it| (it.time, it.alerts[0].as_str()))
            .collect();
        let shown: Vec<_> = journeys
            .alerts
            .iter()
            .map(|it| (it.start.at, it.code.as_str()))
            .collect();
        assert_eq!(shown, told);
        let on_days: u32 = journeys.days.iter().map(|day| day.alerts).sum();
        assert_eq!(on_days as usize, told.len());
        let on_trips: u32 = journeys.trips.iter().map(|trip| trip.alerts).sum();
        let is_on_trip = |at| {
            let mut trips = journeys.trips.iter();
            trips.any(|trip| (trip.start.at..=trip.end.at).contains(&at))
        };
        let expected = told.iter().filter(|(at, _)| is_on_trip(*at)).count();
        assert_eq!(on_trips as usize, expected);
        found += told.len();
    }
    assert!(found > 0, "there is something to find");
}

#[tokio::test]
async fn what_is_deleted_is_gone_and_can_be_fetched_again() {
    let world = World::new(3).await;
    let app = world.signed_in().await;
    let query = days(&app, 0, 1);
    fetch(&app, &query).await;
    let active = app.active().expect("signed in");
    assert!(active.history_kept().await.expect("read").fixes > 0);
    active.forget_history().await.expect("deleted");
    assert_eq!(active.history_kept().await.expect("read").fixes, 0);
    let journeys = active.journeys(query.clone()).await.expect("read");
    assert!(journeys.trips.is_empty());
    assert_eq!(fetch(&app, &query).await, FetchState::Done);
}

#[tokio::test]
async fn a_past_of_a_newer_app_is_told_left_alone_and_never_said_to_be_deleted() {
    let world = World::new(3).await;
    let file = world.folder.path().join(fleet_store::HISTORY_FILE_NAME);
    let newer = rusqlite::Connection::open(&file).expect("it opens");
    newer
        .pragma_update(None, "journal_mode", "WAL")
        .expect("as the app has it");
    newer
        .pragma_update(None, "user_version", 999)
        .expect("written");
    drop(newer);
    let before = std::fs::read(&file).expect("there");
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    assert!(matches!(active.history_problem(), Some(Error::Store(_))));
    let query = days(&app, 0, 1);
    assert_eq!(fetch(&app, &query).await, FetchState::Done);
    assert!(active.history_kept().await.expect("read").fixes > 0);
    assert!(matches!(
        active.forget_history().await,
        Err(Error::Store(_))
    ));
    assert!(matches!(app.sign_out(true).await, Err(Error::Store(_))));
    assert!(app.active().is_ok(), "nobody believes the past gone");
    assert!(std::fs::read(&file).expect("there") == before);
}
