//! Odd fixes over HTTP: found, named, and never shown as if they were good.

use std::sync::Arc;

use chrono::TimeDelta;
use fleet::app::App;
use fleet::oddity::Oddity;
use fleet::session::Active;
use fleet::status::Status;
use fleet::view::filter::DeviceFilter;
use fleet::view::rows::{DeviceRow, RowsQuery};
use plaspy::{Clock as _, DeviceId, SystemClock, Urgency};

use crate::world::{World, faults, not_asked, rows, until};

/// An app whose devices have all been asked about while all was well, and one that stands.
struct Scene {
    world: World,
    app: Arc<App>,
    active: Arc<Active>,
    id: DeviceId,
}

impl Scene {
    async fn new() -> Self {
        let world = World::new(12).await;
        let (app, active) = world.opened().await;
        until(&app, "every device was asked", |app| not_asked(app) == 0).await;
        let page = rows(&app);
        // One of those whose trackers are not about to fall silent.
        let reports = |row: &&DeviceRow| {
            row.asked_at
                .zip(row.fix_at)
                .is_some_and(|(asked, fix)| asked - fix < A_REPORT_LATER)
        };
        let mut parked = page
            .rows
            .iter()
            .filter(reports)
            .filter(|row| row.status == Status::Parked);
        let id = DeviceId::from(parked.next().expect("one stands").id.as_str());
        Self {
            world,
            app,
            active,
            id,
        }
    }

    /// From now on this goes wrong.
    fn set(&self, fault: &str) {
        self.world.sandbox.set_faults(faults(&[fault]));
    }

    fn mend(&self) {
        self.world.sandbox.set_faults(Vec::new());
    }

    /// Asks for the device; what the list shows then.
    async fn ask(&self) -> DeviceRow {
        let asked = self.active.ask_now(&self.id, Urgency::Person).await;
        asked.expect("answered");
        self.row()
    }

    fn row(&self) -> DeviceRow {
        self.active.detail(&self.id).expect("it is known").row
    }

    /// Lets the service's clock run ahead to when the tracker has reported anew.
    fn pass(&self, time: TimeDelta) {
        let ahead = self.active.client().server_now() - SystemClock.now();
        self.world.sandbox.set_clock_offset(ahead + time);
    }
}

const A_REPORT_LATER: TimeDelta = TimeDelta::minutes(6);

#[tokio::test]
async fn at_zero_shows_the_last_good_place_until_a_good_fix_comes() {
    let scene = Scene::new().await;
    let good = scene.row();
    scene.set("at-zero");
    scene.pass(A_REPORT_LATER);
    let odd = scene.ask().await;
    assert_eq!(odd.oddities, [Oddity::AtZero]);
    assert_eq!((odd.position, odd.fix_at), (good.position, good.fix_at));
    assert_eq!(odd.place, good.place);
    let detail = scene.active.detail(&scene.id).expect("it is known");
    let reported = detail.reported.expect("told");
    assert_eq!(
        (reported.position.latitude, reported.position.longitude),
        (0.0, 0.0)
    );
    assert!(Some(reported.fix_at) > good.fix_at && reported.since == reported.fix_at);
    scene.mend();
    scene.pass(A_REPORT_LATER);
    let mended = scene.ask().await;
    assert_eq!(mended.oddities, []);
    assert!(mended.fix_at > good.fix_at);
    let detail = scene.active.detail(&scene.id).expect("it is known");
    assert!(detail.reported.is_none());
}

#[tokio::test]
async fn a_jump_is_shown_only_once_the_next_fix_confirms_it() {
    let scene = Scene::new().await;
    let good = scene.row().position.expect("a place");
    scene.set("far");
    let jumped = scene.ask().await;
    assert_eq!(jumped.oddities, [Oddity::Jump]);
    assert_eq!(jumped.position, Some(good));
    scene.pass(A_REPORT_LATER);
    let confirmed = scene.ask().await;
    assert_eq!(confirmed.oddities, []);
    let far = confirmed.position.expect("a place");
    assert!((far.latitude - good.latitude - 5.0).abs() < 0.1, "{far:?}");
}

#[tokio::test]
async fn a_jump_and_back_leaves_the_vehicle_where_it_is() {
    let scene = Scene::new().await;
    let good = scene.row().position;
    scene.set("far");
    assert_eq!(scene.ask().await.oddities, [Oddity::Jump]);
    scene.mend();
    let back = scene.ask().await;
    assert_eq!((back.oddities.len(), back.position), (0, good));
}

#[tokio::test]
async fn after_a_fix_from_the_future_earlier_ones_are_taken() {
    let scene = Scene::new().await;
    scene.set("future");
    scene.pass(A_REPORT_LATER);
    let odd = scene.ask().await;
    assert_eq!(odd.oddities, [Oddity::Future]);
    // Nobody is told that it is newer than the question.
    assert!(odd.fix_at.is_some() && odd.fix_at <= odd.asked_at);
    let detail = scene.active.detail(&scene.id).expect("it is known");
    let told = detail.reported.expect("told").fix_at;
    assert!(Some(told) > odd.asked_at, "two hours ahead");
    scene.mend();
    scene.pass(A_REPORT_LATER);
    let mended = scene.ask().await;
    assert_eq!(mended.oddities, []);
    assert!(mended.fix_at > odd.fix_at && mended.fix_at < Some(told));
}

#[tokio::test]
async fn one_point_with_speed_is_found_stuck() {
    let scene = Scene::new().await;
    scene.set("stuck");
    let mut row = scene.ask().await;
    for _ in 0..4 {
        scene.pass(A_REPORT_LATER);
        row = scene.ask().await;
    }
    assert_eq!(row.oddities, [Oddity::Stuck]);
    assert_eq!(row.status, Status::Moving);
}

#[tokio::test]
async fn few_satellites_are_named_and_can_be_filtered_for() {
    let scene = Scene::new().await;
    assert_eq!(rows(&scene.app).odd, 0);
    scene.set("few-satellites,on=lastLocation");
    scene.pass(A_REPORT_LATER);
    assert_eq!(scene.ask().await.oddities, [Oddity::WeakReception]);
    let page = scene.active.fleet().rows(&RowsQuery {
        filter: DeviceFilter {
            odd: true,
            ..DeviceFilter::default()
        },
        limit: 50,
        ..RowsQuery::default()
    });
    assert!(page.rows.iter().any(|row| row.id == scene.id.as_str()));
    assert!(page.rows.iter().all(|row| !row.oddities.is_empty()));
}

#[tokio::test]
async fn the_map_is_fitted_to_the_good_places_of_a_fleet_without_reception() {
    let scene = Scene::new().await;
    let every = DeviceFilter::default();
    let bounds = scene.active.fleet().bounds(&every);
    assert!(bounds.is_some());
    scene.set("at-zero");
    scene.pass(TimeDelta::minutes(20));
    scene.ask().await;
    // Everything is due by the clock that this answer told.
    scene.active.try_again();
    until(&scene.app, "all report 0, 0", |app| {
        let page = rows(app);
        let mut reporting = page.rows.iter().filter(|row| row.position.is_some());
        reporting.all(|row| row.oddities == [Oddity::AtZero])
    })
    .await;
    assert_eq!(scene.active.fleet().bounds(&every), bounds);
}
