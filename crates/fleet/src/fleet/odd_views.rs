//! What the views of a fleet show of odd fixes, and in place of them; the judgement itself is tested
//! with [`crate::oddity`].

use chrono::{DateTime, TimeDelta, Utc};
use plaspy::models::Location;
use plaspy::{DeviceId, Listing, models};

use super::{Fix, Fleet};
use crate::oddity::Oddity;
use crate::status::{Status, Thresholds};
use crate::view::filter::{DeviceFilter, Sort, SortKey};
use crate::view::map::{Bounds, MapQuery, MapView};
use crate::view::rows::{RowsPage, RowsQuery};

const WORLD: Bounds = Bounds {
    west: -180.0,
    south: -90.0,
    east: 180.0,
    north: 90.0,
};

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
}

fn at(seconds: i64) -> DateTime<Utc> {
    start() + TimeDelta::seconds(seconds)
}

/// Two devices at home; "b" then reports what is given, 30 s later.
fn fleet(odd: Location) -> Fleet {
    let mut fleet = Fleet::new(Thresholds::default());
    fleet.relist(Listing {
        items: vec![
            models::Device::new("a".into()),
            models::Device::new("b".into()),
        ],
        lost: 0,
    });
    for id in ["a", "b"] {
        answer(&mut fleet, id, 0, Location::new(at(0), -30.0, -71.0));
    }
    answer(&mut fleet, "b", 35, odd);
    fleet
}

fn answer(fleet: &mut Fleet, id: &str, asked_at: i64, location: Location) {
    let fix = Some(Fix::new(location, None));
    fleet.fold(&DeviceId::from(id), fix, at(asked_at));
}

fn nowhere() -> Location {
    Location {
        speed_raw: Some(10.0),
        course_deg: Some(90.0),
        ..Location::new(at(30), 0.0, 0.0)
    }
}

fn filter(odd: bool) -> DeviceFilter {
    DeviceFilter {
        odd,
        ..DeviceFilter::default()
    }
}

fn page(fleet: &Fleet, odd: bool) -> RowsPage {
    fleet.rows(&RowsQuery {
        filter: filter(odd),
        limit: 10,
        ..RowsQuery::default()
    })
}

fn map(fleet: &Fleet) -> MapView {
    fleet.map(&MapQuery {
        filter: filter(false),
        bounds: WORLD,
        zoom: 18.0,
        selected: None,
    })
}

#[test]
fn list_and_map_show_the_last_good_place_with_its_age_and_what_is_odd() {
    let fleet = fleet(nowhere());
    let page = page(&fleet, false);
    let row = page.rows.last().expect("two rows");
    let position = row.position.expect("the good one");
    assert_eq!((position.latitude, row.fix_at), (-30.0, Some(at(0))));
    assert_eq!(row.asked_at, Some(at(35)));
    assert_eq!(row.oddities, [Oddity::AtZero]);
    // What is not about the place is the last fix's.
    assert_eq!((row.status, row.speed_kmh), (Status::Moving, Some(36.0)));

    let view = map(&fleet);
    let vehicle = view.vehicles.iter().find(|it| it.id == "b").expect("shown");
    assert_eq!((vehicle.latitude, vehicle.fix_at), (-30.0, at(0)));
    assert_eq!((vehicle.course_deg, vehicle.asked_at), (None, Some(at(35))));
    assert_eq!(vehicle.oddities, [Oddity::AtZero]);
}

#[test]
fn the_panel_tells_what_was_reported_instead_and_the_raw_fix_is_kept() {
    let fleet = fleet(nowhere());
    let detail = fleet.detail(&"b".into(), None).expect("listed");
    let reported = detail.reported.expect("it is not what is shown");
    assert_eq!((reported.position.latitude, reported.fix_at), (0.0, at(30)));
    assert_eq!(reported.since, at(30));
    let device = fleet.device(&"b".into()).expect("listed");
    let fix = device.fix.as_ref().expect("kept");
    assert_eq!(*fix.location, nowhere());
    let sound = fleet.detail(&"a".into(), None).expect("listed");
    assert!(sound.reported.is_none() && sound.row.oddities.is_empty());
}

#[test]
fn the_fleet_is_fitted_to_good_places_only() {
    for odd in [nowhere(), Location::new(at(30), 40.0, -71.0)] {
        let fleet = fleet(odd);
        let bounds = fleet.bounds(&filter(false)).expect("a place");
        assert_eq!((bounds.north, bounds.east), (-30.0, -71.0));
    }
}

#[test]
fn a_device_that_only_ever_was_nowhere_has_no_place() {
    let mut fleet = Fleet::new(Thresholds::default());
    fleet.relist(Listing {
        items: vec![models::Device::new("a".into())],
        lost: 0,
    });
    answer(&mut fleet, "a", 35, nowhere());
    assert_eq!(map(&fleet).unplaced, 1);
    assert_eq!(fleet.bounds(&filter(false)), None);
    let page = page(&fleet, false);
    let row = page.rows.first().expect("a row");
    assert_eq!((row.position, row.fix_at), (None, Some(at(30))));
}

#[test]
fn the_filter_keeps_the_odd_ones_and_they_are_counted_either_way() {
    let fleet = fleet(nowhere());
    let (all, odd) = (page(&fleet, false), page(&fleet, true));
    assert_eq!((all.matched, all.odd), (2, 1));
    assert_eq!((odd.matched, odd.odd), (1, 1));
    assert_eq!(odd.rows.first().map(|row| row.id.as_str()), Some("b"));
    assert_eq!((odd.counts.moving, odd.counts.parked), (1, 0));
    assert_eq!(fleet.passing(&filter(true)), ["b"]);
}

#[test]
fn a_fix_from_the_future_neither_looks_new_for_ever_nor_keeps_a_device_from_falling_silent() {
    let odd = Location::new(at(10_000_000), -30.0, -71.0);
    let mut fleet = fleet(odd.clone());
    let two_days = 2 * 24 * 3_600;
    answer(&mut fleet, "b", two_days, odd);
    let by_age = Sort {
        key: SortKey::FixAt,
        descending: true,
    };
    answer(
        &mut fleet,
        "a",
        two_days,
        Location::new(at(two_days), -30.0, -71.0),
    );
    let page = fleet.rows(&RowsQuery {
        sort: by_age,
        limit: 10,
        ..RowsQuery::default()
    });
    let ids: Vec<_> = page.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["a", "b"]);
    let row = page.rows.last().expect("two rows");
    assert_eq!((row.status, row.fix_at), (Status::Silent, Some(at(35))));
    let detail = fleet.detail(&"b".into(), None).expect("listed");
    let reported = detail.reported.expect("its time is not believed");
    assert_eq!(reported.fix_at, at(10_000_000));
}

#[test]
fn a_fix_from_the_future_does_not_put_the_next_question_off() {
    let mut fleet = fleet(nowhere());
    let drive = |seconds: i64, ahead: i64| Location {
        speed_raw: Some(10.0),
        ..Location::new(at(seconds + ahead), -30.0 + 1e-6 * seconds as f64, -71.0)
    };
    // A rhythm is learnt of reports every minute and questions every half of it.
    for minute in 1..10 {
        answer(&mut fleet, "b", 60 * minute, drive(60 * minute, 0));
        answer(&mut fleet, "b", 60 * minute + 30, drive(60 * minute, 0));
    }
    let news_at = |fleet: &Fleet| fleet.device(&"b".into()).expect("listed").news_at();
    assert_eq!(news_at(&fleet), Some(at(570)));
    answer(&mut fleet, "b", 600, drive(600, 7_200));
    assert_eq!(news_at(&fleet), Some(at(630)));
}

#[test]
fn the_way_behind_a_vehicle_runs_through_good_places_only() {
    let mut fleet = fleet(nowhere());
    let drive = |seconds: i64| Location {
        speed_raw: Some(10.0),
        ..Location::new(at(seconds), -30.0 + 1e-4 * seconds as f64, -71.0)
    };
    answer(&mut fleet, "b", 60, drive(60));
    answer(&mut fleet, "b", 90, drive(90));
    answer(&mut fleet, "b", 120, Location::new(at(120), 0.0, 0.0));
    answer(&mut fleet, "b", 150, Location::new(at(150), 40.0, -71.0));
    answer(&mut fleet, "b", 180, drive(180));
    let view = map(&fleet);
    let vehicle = view.vehicles.iter().find(|it| it.id == "b").expect("shown");
    let norths: Vec<_> = vehicle.trail.iter().map(|(_, north)| *north).collect();
    assert_eq!(norths, [-30.0, -29.994, -29.991]);
}
