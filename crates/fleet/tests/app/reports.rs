//! Reports over days of many devices: right against what was driven, made once, gone on with after the
//! app was killed, and written as files.

use std::io::Cursor;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use calamine::Reader as _;
use chrono::{Days, NaiveDate};
use fleet::app::App;
use fleet::session::Active;
use fleet::speed::SpeedUnit;
use fleet::view::bulk::DeviceSelection;
use fleet::view::filter::DeviceFilter;
use fleet::view::history::{DistanceSource, FetchState};
use fleet::view::reports::{
    ReportKey, ReportOrder, ReportRow, ReportRowsQuery, ReportStage, ReportView,
};
use fleet::view::sheets::{SheetFormat, SheetTexts};
use plaspy::DeviceId;
use plaspy::models::RangeQuery;

use crate::killed::wait_until_working;
use crate::world::{self, World, ports, typed, until};

const ZONE: chrono_tz::Tz = chrono_tz::America::Santiago;

/// So many days up to yesterday.
fn order(active: &Active, devices: DeviceSelection, length: u64) -> ReportOrder {
    let today = active.client().server_now().with_timezone(&ZONE);
    let last: NaiveDate = today.date_naive() - Days::new(1);
    ReportOrder {
        devices,
        first: last - Days::new(length - 1),
        last,
        time_zone: ZONE.name().to_owned(),
        limit_kmh: Some(60.0),
    }
}

fn everyone() -> DeviceSelection {
    DeviceSelection::Matching {
        filter: DeviceFilter::default(),
        except: Vec::new(),
    }
}

fn report(active: &Active) -> ReportView {
    active.report().expect("there is one").0
}

async fn until_over(app: &App) -> ReportView {
    until(app, "the report is over", |app| {
        let report = app.active().expect("signed in").report();
        let stage = report.map(|(report, _)| report.stage);
        !matches!(
            stage,
            None | Some(ReportStage::Fetching | ReportStage::Reckoning)
        )
    })
    .await;
    report(&app.active().expect("signed in"))
}

fn rows(active: &Active, key: ReportKey) -> Vec<ReportRow> {
    let query = ReportRowsQuery {
        key,
        descending: key != ReportKey::Name,
        offset: 0,
        limit: 500,
    };
    active.report_rows(query).rows
}

/// Kilometres by the odometer between the first and the last report of the days.
async fn driven_km(world: &World, order: &ReportOrder, device: &str) -> f64 {
    let service = world.someone_else();
    let start = |day: NaiveDate| fleet::ledger::calendar::start_of_day(day, ZONE);
    let query = RangeQuery {
        from: start(order.first),
        to: start(order.last + Days::new(1)) - chrono::TimeDelta::milliseconds(1),
    };
    let id = DeviceId::from(device);
    let answer = service.query_locations(&id, &query).await;
    let fixes = answer.expect("answered").value.items;
    let told = || fixes.iter().filter_map(|fix| fix.mileage_km);
    told().next_back().unwrap_or_default() - told().next().unwrap_or_default()
}

#[tokio::test]
async fn a_report_of_a_group_is_what_was_driven_and_the_second_asks_nothing() {
    let world = World::new(12).await;
    let (app, active) = world.opened().await;
    active
        .set_speed_unit(Some(SpeedUnit::MetresPerSecond))
        .await
        .expect("set");
    let group = active.groups_table().into_iter().find(|it| it.devices > 1);
    let group = group.expect("a group with devices");
    let of_group = DeviceSelection::Matching {
        filter: DeviceFilter {
            groups: vec![group.id.clone()],
            ..DeviceFilter::default()
        },
        except: Vec::new(),
    };
    let order = order(&active, of_group, 2);
    let cost = active.report_cost(order.clone()).await.expect("reckoned");
    assert_eq!((cost.devices, cost.days), (group.devices, 2));
    assert_eq!(cost.requests, cost.devices * 2);
    active.order_report(order.clone()).await.expect("it begins");
    assert!(
        active.order_report(order.clone()).await.is_err(),
        "one at a time"
    );
    let over = until_over(&app).await;
    assert_eq!(over.stage, ReportStage::Done);
    assert_eq!(over.fetched, FetchState::Done);
    let result = over.result.expect("it is there");
    assert_eq!((result.days.len(), result.incomplete), (2, 0));

    let mut all_km = 0.0;
    for row in rows(&active, ReportKey::Name) {
        let driven = driven_km(&world, &order, &row.id).await;
        let found = row.line.sums.distance_m / 1_000.0;
        all_km += found;
        // The odometer counts whole hundreds of metres, and parking beside the home is no trip.
        let off = (found - driven).abs();
        assert!(off <= 1.0 + driven * 0.01, "{found} for {driven} km");
        assert_eq!(row.days_known, 2);
        if driven > 1.0 {
            assert_eq!(row.line.sums.distance_source, DistanceSource::Odometer);
            let speeding = row.line.speeding.expect("a limit was set");
            let top = row.line.sums.top_speed_kmh.expect("it drove");
            assert_eq!(speeding.times > 0, top > 60.0, "{speeding:?} {top}");
        }
    }
    let total_km = result.total.sums.distance_m / 1_000.0;
    assert!((total_km - all_km).abs() < 0.001);
    assert!(total_km > 10.0, "somebody drove");
    let by_distance = rows(&active, ReportKey::Distance);
    assert!(
        by_distance
            .is_sorted_by(|one, other| { one.line.sums.distance_m >= other.line.sums.distance_m })
    );

    let cost = active.report_cost(order.clone()).await.expect("reckoned");
    assert_eq!(cost.requests, 0);
    active.order_report(order).await.expect("it begins");
    let again = until_over(&app).await;
    assert_eq!(again.requests_total, 0, "what is known is not asked again");
    assert_eq!(again.result, Some(result));
}

#[tokio::test]
async fn a_vehicle_that_is_refused_leaves_the_others_whole() {
    let world = World::new(4).await;
    let (app, active) = world.opened().await;
    let mut order = order(&active, everyone(), 1);
    order.last = order.last + Days::new(1);
    world
        .sandbox
        .set_faults(world::faults(&["status=403,on=locations,times=1"]));
    active.order_report(order).await.expect("it begins");
    let over = until_over(&app).await;
    assert_eq!(over.fetched, FetchState::Failed);
    let known: Vec<u32> = rows(&active, ReportKey::DaysKnown)
        .iter()
        .map(|row| row.days_known)
        .collect();
    assert_eq!(known[..3], [2, 2, 2], "today as far as it went");
    assert!(known[3] < 2);
}

const CHILD: &str = "reports::order_until_killed";

/// Orders a report, says so once something came, and waits for its end.
#[tokio::test]
#[ignore = "a program of its own, which the test below starts and kills"]
async fn order_until_killed() {
    let variable = |name| std::env::var(name).expect("started by the test");
    let folder = PathBuf::from(variable("KILLED_FOLDER"));
    let app = Arc::new(App::new(ports(folder, Arc::default())).expect("it starts"));
    let telling = Arc::clone(&app);
    tokio::spawn(async move { telling.moves().tell().await });
    let sign_in = typed(&variable("KILLED_BASE_URL"), &variable("KILLED_API_KEY"));
    app.sign_in(sign_in).await.expect("signed in");
    let active = app.active().expect("signed in");
    until(&app, "the list is there", |app| world::rows(app).total > 0).await;
    active
        .order_report(order(&active, everyone(), 6))
        .await
        .expect("it begins");
    until(&app, "something came", |_| {
        report(&active).requests_done > 3
    })
    .await;
    println!("working {}", report(&active).requests_total);
    std::future::pending::<()>().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_in_the_middle_it_goes_on_at_the_next_start_and_ends_once() {
    let world = World::new(10).await;
    world.sandbox.set_latency(Duration::from_millis(40));
    let program = std::env::current_exe().expect("this program");
    let mut child = Command::new(program)
        .args([CHILD, "--exact", "--ignored", "--nocapture"])
        .env("KILLED_FOLDER", world.folder.path())
        .env("KILLED_BASE_URL", world.sandbox.base_url())
        .env("KILLED_API_KEY", world.sandbox.api_key())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let child = tokio::task::spawn_blocking(move || {
        wait_until_working(&mut child);
        child
    });
    let mut child = child.await.expect("it works");
    child.kill().expect("killed");
    child.wait().expect("ended");
    world.sandbox.set_latency(Duration::ZERO);

    let app = world.signed_in().await;
    until(&app, "it goes on", |app| {
        let active = app.active().expect("signed in");
        active.report().is_some()
    })
    .await;
    let over = until_over(&app).await;
    assert_eq!(over.stage, ReportStage::Done);
    assert!(
        (1..10 * 6).contains(&over.requests_total),
        "only what was missing"
    );
    assert_eq!(over.result.expect("it is there").incomplete, 0);
    app.close().await;

    let (app, active) = world.opened().await;
    assert!(active.report().is_none(), "it is over");
    app.close().await;
}

#[tokio::test]
async fn enough_is_enough_and_shows_what_is_known_by_then() {
    let world = World::new(6).await;
    let (app, active) = world.opened().await;
    world.sandbox.set_latency(Duration::from_millis(60));
    active
        .order_report(order(&active, everyone(), 31))
        .await
        .expect("it begins");
    until(&app, "something came", |_| {
        report(&active).requests_done > 2
    })
    .await;
    active.cancel_report().await.expect("given up");
    let over = until_over(&app).await;
    assert_eq!(over.stage, ReportStage::Done);
    assert_eq!(over.fetched, FetchState::Cancelled);
    let result = over.result.expect("it is there");
    assert!(result.incomplete > 0);
    assert!(rows(&active, ReportKey::DaysKnown)[0].days_known > 0);
    app.close().await;
    let app = world.start();
    app.resume(false).await;
    let active = app.active().expect("resumed");
    until(&app, "the list is there", |_| active.listed_at().is_some()).await;
    assert!(active.report().is_none(), "nobody wants it any more");
}

#[tokio::test]
async fn files_hold_what_the_report_says() {
    let world = World::new(5).await;
    let (app, active) = world.opened().await;
    active
        .order_report(order(&active, everyone(), 2))
        .await
        .expect("it begins");
    let over = until_over(&app).await;
    let result = over.result.expect("it is there");
    let shown = rows(&active, ReportKey::Name);
    let texts = SheetTexts::default();
    let file = active.export_report(SheetFormat::Xlsx, true, texts.clone());
    let bytes = file.await.expect("written");
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    assert_eq!(names.len(), 2 + shown.len());
    assert_eq!(names[..2], ["summary", "days"]);
    let summary = book.worksheet_range("summary").expect("a sheet");
    assert_eq!(
        summary.height(),
        shown.len() + 2,
        "titles and the sums of all"
    );
    let titles: Vec<_> = summary.rows().next().expect("titles").to_vec();
    let column = |name: &str| {
        let place = titles.iter().position(|title| *title == *name);
        place.expect(name)
    };
    for (row, line) in shown.iter().zip(summary.rows().skip(1)) {
        assert_eq!(line[column("name")].to_string(), row.device.name);
        let km = calamine::DataType::as_f64(&line[column("distance")]).expect("a number");
        assert!((km - row.line.sums.distance_m / 1_000.0).abs() < 0.006);
        let moving = &line[column("moving")];
        let days = calamine::DataType::get_datetime(moving).expect("a length of time");
        let seconds = days.as_f64() * 86_400.0;
        assert!((seconds - f64::from(row.line.sums.moving_s)).abs() < 1.0);
    }
    let days = book.worksheet_range("days").expect("a sheet");
    let first = calamine::DataType::as_date(days.get((1, 0)).expect("a day"));
    assert_eq!(first, Some(result.days[0].day));

    let file = active.export_report(SheetFormat::Csv, false, texts).await;
    let file = file.expect("written");
    let mut reader = csv::Reader::from_reader(&file[3..]);
    assert_eq!(reader.records().count(), shown.len());
}
