//! Alerts of the past of several devices: a finished day is asked for once, what came is kept whatever
//! ends a fetch, and files hold what is shown.

use std::io::Cursor;
use std::sync::Arc;

use calamine::Reader as _;
use chrono::{Days, NaiveDate};
use fleet::app::App;
use fleet::session::Active;
use fleet::view::alerts::{
    AlertRowsQuery, AlertsFetch, AlertsPage, AlertsQuery, AlertsShown, AlertsSummary,
};
use fleet::view::bulk::DeviceSelection;
use fleet::view::filter::DeviceFilter;
use fleet::view::history::FetchState;
use fleet::view::sheets::{SheetFormat, SheetTexts};
use plaspy::models::{AlertQuery, RangeQuery};

use crate::world::{World, until};

const ZONE: chrono_tz::Tz = chrono_tz::America::Santiago;

fn today(active: &Active) -> NaiveDate {
    let now = active.client().server_now();
    now.with_timezone(&ZONE).date_naive()
}

/// So many days of every device up to yesterday.
fn days(active: &Active, length: u64) -> AlertsQuery {
    let last = today(active) - Days::new(1);
    AlertsQuery {
        devices: DeviceSelection::Matching {
            filter: DeviceFilter::default(),
            except: Vec::new(),
        },
        first: last - Days::new(length - 1),
        last,
        time_zone: ZONE.name().to_owned(),
    }
}

fn all_of(of: &AlertsQuery) -> AlertsShown {
    AlertsShown {
        of: of.clone(),
        kinds: Vec::new(),
    }
}

/// Fetches, and waits for the end of it.
async fn fetch(app: &Arc<App>, of: &AlertsQuery) -> AlertsFetch {
    let active = app.active().expect("signed in");
    active.gather_alerts(of.clone()).await.expect("it begins");
    until(app, "the fetch is over", |app| {
        standing(app).state != FetchState::Running
    })
    .await;
    standing(app)
}

fn standing(app: &App) -> AlertsFetch {
    let fetch = app.active().expect("signed in").alerts_fetch();
    fetch.expect("there is one").0
}

async fn requests(active: &Arc<Active>, of: &AlertsQuery) -> u32 {
    let cost = active.alerts_cost(of.clone()).await.expect("reckoned");
    cost.requests
}

async fn summary(active: &Arc<Active>, shown: AlertsShown) -> AlertsSummary {
    active.alerts_summary(shown).await.expect("read")
}

async fn rows(active: &Arc<Active>, shown: AlertsShown) -> AlertsPage {
    let query = AlertRowsQuery {
        shown,
        offset: 0,
        limit: 500,
    };
    active.alert_rows(query).await.expect("read")
}

#[tokio::test]
async fn a_finished_day_is_asked_for_once_and_today_again() {
    let world = World::new(6).await;
    let (app, active) = world.opened().await;
    let of = days(&active, 2);
    assert_eq!(requests(&active, &of).await, 12);
    let over = fetch(&app, &of).await;
    assert_eq!((over.state, over.requests_done), (FetchState::Done, 12));
    assert_eq!(requests(&active, &of).await, 0);
    let known = summary(&active, all_of(&of)).await;
    assert!(known.total > 0, "somebody raised an alert");
    assert_eq!(known.total, over.alerts);

    let service = world.someone_else();
    let start = |day: NaiveDate| fleet::ledger::calendar::start_of_day(day, ZONE);
    let mut told = 0;
    let ids: Vec<_> = {
        let fleet = active.fleet();
        fleet.devices().iter().map(|it| it.id.clone()).collect()
    };
    for id in ids {
        let query = AlertQuery {
            range: RangeQuery {
                from: start(of.first),
                to: start(of.last + Days::new(1)) - chrono::TimeDelta::milliseconds(1),
            },
            alert_name: None,
        };
        let answer = service.query_alerts(&id, &query).await;
        told += answer.expect("answered").value.items.len();
    }
    assert_eq!(
        told, known.total as usize,
        "midnights neither lose nor double"
    );
    app.close().await;

    let (app, active) = world.opened().await;
    assert_eq!(summary(&active, all_of(&of)).await, known);
    assert_eq!(fetch(&app, &of).await.requests_total, 0, "nothing is asked");
    let with_today = AlertsQuery {
        last: today(&active),
        ..of
    };
    for _ in 0..2 {
        assert_eq!(requests(&active, &with_today).await, 6, "today is not over");
        assert_eq!(fetch(&app, &with_today).await.state, FetchState::Done);
    }
    let later = summary(&active, all_of(&with_today)).await;
    let unknown: Vec<_> = later.days.iter().map(|day| day.unknown).collect();
    assert_eq!(unknown, [0, 0, 6], "today is not over");
    assert_eq!(
        later.days.iter().map(|day| day.count).sum::<u32>(),
        later.total
    );
}

#[tokio::test]
async fn a_limit_of_the_day_and_a_person_end_a_fetch_and_what_came_is_kept() {
    let world = World::new(4).await;
    let (app, active) = world.opened().await;
    world
        .sandbox
        .set_latency(std::time::Duration::from_millis(40));
    let month = days(&active, 31);
    active
        .gather_alerts(month.clone())
        .await
        .expect("it begins");
    until(&app, "a day came", |app| standing(app).requests_done > 0).await;
    assert!(
        active.gather_alerts(month.clone()).await.is_err(),
        "one at a time"
    );
    active.cancel_alerts_fetch();
    assert_eq!(standing(&app).state, FetchState::Cancelled);
    let left = requests(&active, &month).await;
    assert!((1..4 * 31).contains(&left), "{left}");

    world.sandbox.set_latency(std::time::Duration::ZERO);
    let drawn = 12;
    world.sandbox.set_results_per_day(Some(drawn));
    let over = fetch(&app, &month).await;
    assert_eq!(over.state, FetchState::DaySpent);
    assert!(over.spent > 0 && over.requests_done > 0, "{over:?}");
    let after = requests(&active, &month).await;
    // What was on its way to the disk when the first one was cancelled may have come there since the
    // second one was reckoned.
    let kept = over.requests_total - over.requests_done;
    assert!(after <= kept, "what came is kept: {after} of {over:?}");
}

#[tokio::test]
async fn kinds_filter_what_is_shown_and_what_files_hold() {
    let world = World::new(8).await;
    let (app, active) = world.opened().await;
    let of = days(&active, 3);
    fetch(&app, &of).await;
    let all = summary(&active, all_of(&of)).await;
    let kind = all.kinds.first().expect("a kind").clone();
    let shown = AlertsShown {
        kinds: vec![kind.name.clone()],
        ..all_of(&of)
    };
    let of_kind = summary(&active, shown.clone()).await;
    assert_eq!((of_kind.total, of_kind.matched), (all.total, kind.count));
    assert_eq!(of_kind.kinds, all.kinds, "every kind can still be chosen");
    let page = rows(&active, shown.clone()).await;
    assert_eq!(page.matched, kind.count);
    assert!(page.rows.iter().all(|row| row.names.contains(&kind.name)));
    assert!(page.rows.is_sorted_by(|one, other| one.at >= other.at));
    assert!(page.rows.iter().all(|row| row.near.is_some()));
    let points = active.alert_points(shown.clone()).await.expect("read");
    assert_eq!(points.points.len(), page.rows.len());

    let texts = || SheetTexts {
        columns: [(kind.name.clone(), "In words".to_owned())].into(),
        ..SheetTexts::default()
    };
    let csv = active.export_alerts(shown.clone(), SheetFormat::Csv, texts());
    let csv = csv.await.expect("written");
    let mut reader = csv::Reader::from_reader(&csv[3..]);
    let lines: Vec<_> = reader.records().map(|line| line.expect("a line")).collect();
    assert_eq!(lines.len(), page.rows.len());
    assert!(lines.iter().all(|line| &line[3] == "In words"));
    let xlsx = active.export_alerts(shown, SheetFormat::Xlsx, texts());
    let xlsx = xlsx.await.expect("written");
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(xlsx)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["alerts", "kinds", "days"]);
    let alerts = book.worksheet_range("alerts").expect("a sheet");
    assert!(
        matches!(alerts.get((1, 0)), Some(calamine::Data::DateTime(_))),
        "moments are dates"
    );
    let kinds = book.worksheet_range("kinds").expect("a sheet");
    let count = kinds.get((1, 1)).and_then(calamine::DataType::as_f64);
    assert_eq!((kinds.height(), count), (2, Some(f64::from(kind.count))));
}

#[tokio::test]
async fn what_is_deleted_is_gone_and_can_be_fetched_again() {
    let world = World::new(6).await;
    let (app, active) = world.opened().await;
    let of = days(&active, 2);
    fetch(&app, &of).await;
    let kept = active.history_kept().await.expect("read");
    assert_eq!(kept.alerts, u64::from(standing(&app).alerts));
    active.forget_history().await.expect("deleted");
    assert_eq!(active.history_kept().await.expect("read").alerts, 0);
    assert_eq!(summary(&active, all_of(&of)).await.total, 0);
    assert_eq!(fetch(&app, &of).await.requests_done, 12);
}
