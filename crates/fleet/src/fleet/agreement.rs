//! Whatever happens to a fleet, what it answers from columns, kept orders and kept answers is what a
//! plain look at all its devices says.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use plaspy::models::{self, Location};
use plaspy::{DeviceId, Listing};
use proptest::prelude::*;

use super::area::around;
use super::{Answer, Device, Fix, Fleet, Recalled};
use crate::place::{Near, Town};
use crate::speed::SpeedUnit;
use crate::status::{Status, Thresholds};
use crate::view::filter::{DeviceFilter, DeviceTag, Sort, SortKey};
use crate::view::map::{Bounds, MapQuery};
use crate::view::rows::{RowIndexQuery, RowsQuery};
use crate::words::{fold, search_words};

/// What a list says of a device: its id, and which name, number and tag it has.
type Listed = (u8, usize, usize, usize);

#[derive(Debug, Clone)]
enum Step {
    Relist(Vec<Listed>),
    Recall(Vec<(Listed, Option<Seen>)>),
    Regroup(Vec<Vec<u8>>),
    Fold(u8, Option<Seen>, i64),
    Thresholds(u8, u32),
    Unit(SpeedUnit),
}

#[derive(Debug, Clone)]
struct Seen {
    spot: (f64, f64),
    speed: Option<i8>,
    ignition: Option<bool>,
    percent: Option<i8>,
    alerts: usize,
    critical: bool,
    town: Option<usize>,
    is_unreadable: bool,
}

const NAMES: [&str; 6] = ["Van 9", "van 10", "Ávila", "Avila", "Camión norte", ""];
const NUMBERS: [Option<&str>; 4] = [None, Some("+56 9 1"), Some("+56 10"), Some("van")];
const TOWNS: [&str; 4] = ["Zürich", "Ávila", "avila", "Coquimbo"];
const TEXTS: [&str; 8] = ["", "v", "va", "van 1", "a", "Á", "norte 9", "zz"];
const KEYS: [SortKey; 12] = [
    SortKey::Name,
    SortKey::Status,
    SortKey::Speed,
    SortKey::FixAt,
    SortKey::AskedAt,
    SortKey::Battery,
    SortKey::Fuel,
    SortKey::Ignition,
    SortKey::Place,
    SortKey::Expires,
    SortKey::PhoneNumber,
    SortKey::Alerts,
];

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
}

fn listing((id, name, number, tag): &Listed) -> models::Device {
    models::Device {
        name: Some(NAMES[*name].to_owned()).filter(|name| !name.is_empty()),
        phone_number: NUMBERS[*number].map(str::to_owned),
        tags: BTreeMap::from([("route".to_owned(), TEXTS[*tag].to_owned())]),
        expires: (*tag > 2).then(|| start() + TimeDelta::days(i64::from(*id % 3))),
        unreadable: if *tag == 1 {
            vec!["min".to_owned()]
        } else {
            Vec::new()
        },
        ..models::Device::new(id.to_string().into())
    }
}

fn seen(seen: &Seen, at: DateTime<Utc>) -> Fix {
    let place = seen.town.map(|town| Near {
        town: std::sync::Arc::new(Town {
            name: TOWNS[town].to_owned(),
            region: None,
            country: "CL".to_owned(),
        }),
        distance_m: 1.0,
    });
    let location = Location {
        speed_raw: seen.speed.map(f64::from),
        battery_percent: seen.percent.map(f64::from),
        fuel_percent: seen.percent.map(|it| -f64::from(it)),
        alerts: vec!["SOSButton".to_owned(); seen.alerts],
        has_critical_alert: Some(seen.critical),
        inputs: vec![seen.ignition],
        unreadable: if seen.is_unreadable {
            vec!["rpm".to_owned()]
        } else {
            Vec::new()
        },
        ..Location::new(at, seen.spot.0, seen.spot.1)
    };
    Fix::new(location, place)
}

fn some_seen() -> impl Strategy<Value = Seen> {
    let spot = prop_oneof![
        Just((0.0, 0.0)),
        Just((-30.0, -71.3)),
        (-90.0..90.0, -180.0..180.0),
        (-30.01..-30.0, -71.31..-71.3),
    ];
    let signs = (
        any::<Option<bool>>(),
        0..3_usize,
        any::<bool>(),
        any::<bool>(),
    );
    let numbers = (prop::option::of(-2..30_i8), prop::option::of(0..4_i8));
    let town = prop::option::of(0..TOWNS.len());
    (spot, signs, numbers, town).prop_map(|(spot, signs, (speed, percent), town)| Seen {
        spot,
        speed,
        percent,
        town,
        ignition: signs.0,
        alerts: signs.1,
        critical: signs.2,
        is_unreadable: signs.3,
    })
}

fn some_listed() -> impl Strategy<Value = Listed> {
    (0..12_u8, 0..NAMES.len(), 0..NUMBERS.len(), 0..TEXTS.len())
}

fn some_step() -> impl Strategy<Value = Step> {
    let members = prop::collection::vec(0..14_u8, 0..8);
    prop_oneof![
        2 => prop::collection::vec(some_listed(), 0..14).prop_map(Step::Relist),
        1 => prop::collection::vec((some_listed(), prop::option::of(some_seen())), 0..6)
            .prop_map(Step::Recall),
        1 => prop::collection::vec(members, 0..4).prop_map(Step::Regroup),
        12 => (0..13_u8, prop::option::of(some_seen()), 0..3_000_i64)
            .prop_map(|(id, seen, minutes)| Step::Fold(id, seen, minutes)),
        1 => (0..20_u8, 0..3_000_u32).prop_map(|(speed, age)| Step::Thresholds(speed, age)),
        1 => prop_oneof![Just(SpeedUnit::MetresPerSecond), Just(SpeedUnit::KilometresPerHour)]
            .prop_map(Step::Unit),
    ]
}

fn some_question() -> impl Strategy<Value = (DeviceFilter, Sort)> {
    let statuses = prop_oneof![
        Just(Vec::new()),
        Just(vec![Status::Moving]),
        Just(vec![Status::Parked, Status::Idling, Status::NotAsked]),
    ];
    let groups = prop::collection::vec(0..5_u8, 0..3);
    let tags = prop::collection::vec(0..TEXTS.len(), 0..3);
    let sort = (0..KEYS.len(), any::<bool>());
    let parts = (0..TEXTS.len(), statuses, groups, tags, any::<bool>());
    (parts, sort).prop_map(|((text, statuses, groups, tags, odd), (key, descending))| {
        let tag = |value: &usize| DeviceTag {
            key: "route".to_owned(),
            value: TEXTS[*value].to_owned(),
        };
        let filter = DeviceFilter {
            text: TEXTS[text].to_owned(),
            statuses,
            groups: groups.iter().map(|it| format!("g{it}")).collect(),
            tags: tags.iter().map(tag).collect(),
            odd,
        };
        let sort = Sort {
            key: KEYS[key],
            descending,
        };
        (filter, sort)
    })
}

fn take(fleet: &mut Fleet, groups: &mut Vec<Vec<u8>>, step: &Step) {
    match step {
        Step::Relist(listed) => fleet.relist(Listing {
            items: listed.iter().map(listing).collect(),
            lost: 1,
        }),
        Step::Recall(known) => {
            groups.clear();
            let recalled = known.iter().map(|(listed, fix)| Recalled {
                listed: listing(listed),
                answer: Some(Answer {
                    asked_at: start(),
                    fix: fix.as_ref().map(|it| seen(it, start())),
                    good: None,
                    measured_at: None,
                }),
            });
            fleet.recall(recalled.collect(), Vec::new(), start());
        }
        Step::Regroup(members) => {
            groups.clone_from(members);
            let items = members
                .iter()
                .enumerate()
                .map(|(number, members)| models::Group {
                    devices: members.iter().map(|it| it.to_string().into()).collect(),
                    ..models::Group::new(format!("g{number}").into())
                });
            fleet.regroup(Listing {
                items: items.collect(),
                lost: 0,
            });
        }
        Step::Fold(id, fix, minutes) => {
            let now = start() + TimeDelta::minutes(*minutes);
            let fix = fix
                .as_ref()
                .map(|it| seen(it, now - TimeDelta::minutes(minutes % 97 * 20)));
            fleet.fold(&id.to_string().into(), fix, now);
        }
        Step::Thresholds(speed, age) => fleet.set_thresholds(Thresholds {
            moving_speed_kmh: f64::from(*speed),
            silent_after_minutes: *age,
        }),
        Step::Unit(unit) => fleet.set_speed_unit(*unit),
    }
}

/// Text, groups and tags of a filter, held against one device.
fn is_listed(device: &Device, filter: &DeviceFilter, groups: &[Vec<u8>]) -> bool {
    let tags = device.tags.iter().flat_map(|(name, text)| [name, text]);
    let texts = [Some(device.name.as_str()), device.phone_number.as_deref()];
    let text: Vec<&str> = texts.into_iter().flatten().chain(tags).collect();
    let text = fold(&text.join("\n"));
    let has_words = search_words(&filter.text)
        .iter()
        .all(|word| text.contains(word));
    let holds = |members: &Vec<u8>| {
        members
            .iter()
            .any(|it| it.to_string() == device.id.as_str())
    };
    let mut named = groups.iter().zip(0..).filter(|(members, _)| holds(members));
    let in_group = named.any(|(_, number)| filter.groups.contains(&format!("g{number}")));
    let route = device.tags.get("route");
    let has_tag = filter
        .tags
        .iter()
        .any(|tag| Some(tag.value.as_str()) == route);
    has_words && (filter.groups.is_empty() || in_group) && (filter.tags.is_empty() || has_tag)
}

fn passes(fleet: &Fleet, device: &Device, filter: &DeviceFilter, groups: &[Vec<u8>]) -> bool {
    let has_status = filter.statuses.contains(&fleet.status_of(device));
    is_listed(device, filter, groups)
        && (filter.statuses.is_empty() || has_status)
        && (!filter.odd || !device.oddities().is_empty())
}

/// What a device is ordered by; numbers and texts are never compared with one another.
#[derive(PartialEq, PartialOrd)]
enum Value {
    Number(f64),
    Key(Box<[u8]>),
}

fn value(fleet: &Fleet, device: &Device, key: SortKey) -> Option<Value> {
    let fix = device.fix.as_ref();
    let key_of = |text: &str| Value::Key(fleet.names.key(text));
    let moment = |at: DateTime<Utc>| Value::Number(at.timestamp() as f64);
    match key {
        SortKey::Name => None,
        SortKey::Status => Some(Value::Number(f64::from(fleet.status_of(device) as u8))),
        SortKey::Speed => fix?.speed_kmh(fleet.rules.speed_unit).map(Value::Number),
        SortKey::FixAt => device.shown_at().map(moment),
        SortKey::AskedAt => device.asked_at.map(moment),
        SortKey::Battery => fix?.location.battery_percent.map(Value::Number),
        SortKey::Fuel => fix?.location.fuel_percent.map(Value::Number),
        SortKey::Ignition => Some(Value::Number(if fix?.ignition? { 0.0 } else { 1.0 })),
        SortKey::Place => Some(key_of(&device.shown()?.0.place.as_ref()?.town.name)),
        SortKey::Expires => device.expires.map(moment),
        SortKey::PhoneNumber => device.phone_number.as_deref().map(key_of),
        SortKey::Alerts => {
            let alerts = fix?.alert_texts().len() as f64;
            let rank = alerts + if device.is_critical() { 1_000.0 } else { 0.0 };
            (rank > 0.0).then_some(Value::Number(-rank))
        }
    }
}

fn compare(fleet: &Fleet, one: &Device, other: &Device, sort: Sort) -> Ordering {
    let name = |it: &Device| (fleet.names.key(&it.name), it.id.clone());
    let names = name(one).cmp(&name(other));
    if sort.key == SortKey::Name {
        return if sort.descending {
            names.reverse()
        } else {
            names
        };
    }
    let values = (value(fleet, one, sort.key), value(fleet, other, sort.key));
    let values = match &values {
        (Some(one), Some(other)) => {
            let values = one.partial_cmp(other).expect("numbers");
            if sort.descending {
                values.reverse()
            } else {
                values
            }
        }
        (one, other) => other.is_some().cmp(&one.is_some()),
    };
    values.then(names)
}

fn check(fleet: &Fleet, groups: &[Vec<u8>], (filter, sort): &(DeviceFilter, Sort)) {
    let devices = fleet.devices().iter();
    let mut expected: Vec<&Device> = devices
        .filter(|it| passes(fleet, it, filter, groups))
        .collect();
    expected.sort_by(|one, other| compare(fleet, one, other, *sort));
    let expected: Vec<&str> = expected.iter().map(|it| it.id.as_str()).collect();
    let query = RowsQuery {
        filter: filter.clone(),
        sort: *sort,
        offset: 0,
        limit: 500,
    };
    let page = fleet.rows(&query);
    let rows: Vec<&str> = page.rows.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(rows, expected, "{filter:?} {sort:?}");
    assert_eq!(page.matched as usize, expected.len());
    let second = fleet.rows(&RowsQuery {
        offset: 1,
        limit: 2,
        ..query
    });
    let second: Vec<_> = second.rows.iter().map(|it| it.id.as_str()).collect();
    assert!(second.iter().eq(expected.iter().skip(1).take(2)));
    let counts = page.counts;
    let odd_ones = DeviceFilter {
        odd: true,
        ..filter.clone()
    };
    let odd = fleet
        .devices()
        .iter()
        .filter(|it| passes(fleet, it, &odd_ones, groups));
    assert_eq!(page.odd as usize, odd.count());
    let of = |status| {
        let only = DeviceFilter {
            statuses: vec![status],
            ..filter.clone()
        };
        let devices = fleet.devices().iter();
        devices
            .filter(|it| passes(fleet, it, &only, groups))
            .count() as u32
    };
    assert_eq!(
        [counts.moving, counts.idling, counts.parked, counts.silent],
        [
            Status::Moving,
            Status::Idling,
            Status::Parked,
            Status::Silent
        ]
        .map(of)
    );
    assert_eq!(
        [counts.never_reported, counts.not_asked],
        [Status::NeverReported, Status::NotAsked].map(of)
    );
    for device in fleet.devices() {
        let index = fleet.row_index(&RowIndexQuery {
            id: device.id.to_string(),
            filter: filter.clone(),
            sort: *sort,
        });
        let expected = expected.iter().position(|id| *id == device.id.as_str());
        assert_eq!(index.map(|index| index as usize), expected);
    }
    let passing: HashSet<String> = fleet.passing(filter).into_iter().collect();
    assert_eq!(
        passing,
        expected.iter().map(|id| (*id).to_owned()).collect()
    );
    check_map(fleet, groups, filter);
}

fn check_map(fleet: &Fleet, groups: &[Vec<u8>], filter: &DeviceFilter) {
    let selected = DeviceId::from("3");
    let passing = || {
        let devices = fleet.devices().iter();
        devices.filter(|it| passes(fleet, it, filter, groups))
    };
    let others = || passing().filter(|it| it.id != selected);
    let placed: Vec<&Device> = others().filter(|it| it.shown().is_some()).collect();
    let near = Bounds {
        west: -72.0,
        south: -31.0,
        east: -71.0,
        north: -29.0,
    };
    let world = Bounds {
        west: -180.0,
        south: -90.0,
        east: 180.0,
        north: 90.0,
    };
    let query = |bounds, zoom| MapQuery {
        filter: filter.clone(),
        bounds,
        zoom,
        selected: Some(selected.to_string()),
    };
    for zoom in [0.0, 4.0, 14.0] {
        let view = fleet.map(&query(world, zoom));
        let alone = || view.vehicles.iter();
        let together = || view.clusters.iter();
        let count = together().map(|it| it.count).sum::<u32>() as usize + alone().count();
        assert_eq!(count, placed.len(), "at zoom {zoom}");
        let moving = together().map(|it| it.moving).sum::<u32>() as usize
            + alone().filter(|it| it.status == Status::Moving).count();
        let is_moving = |it: &&&Device| fleet.status_of(it) == Status::Moving;
        assert_eq!(moving, placed.iter().filter(is_moving).count());
        let critical = together().map(|it| it.critical).sum::<u32>() as usize
            + alone().filter(|it| it.critical).count();
        assert_eq!(
            critical,
            placed.iter().filter(|it| it.is_critical()).count()
        );
        assert_eq!(view.unplaced as usize, others().count() - placed.len());
        let known = fleet.device(&selected).ok().and_then(Device::shown);
        assert_eq!(view.selected.is_some(), known.is_some());
    }
    let view = fleet.map(&query(near, 17.0));
    let shown: HashSet<&str> = view.vehicles.iter().map(|it| it.id.as_str()).collect();
    let position = |it: &Device| it.shown().map(|(fix, _)| fix.position());
    let is_near = |it: &&&Device| {
        position(it).is_some_and(|at| {
            (near.south..=near.north).contains(&at.latitude)
                && (near.west..=near.east).contains(&at.longitude)
        })
    };
    let expected = placed.iter().filter(is_near).map(|it| it.id.as_str());
    assert_eq!(shown, expected.collect());
    let spots = passing().filter_map(position);
    assert_eq!(fleet.bounds(filter), around(spots));
}

fn check_losses(fleet: &Fleet) {
    let losses = fleet.losses();
    let incomplete = fleet.devices().iter().filter(|it| it.is_incomplete());
    let incomplete: Vec<_> = incomplete.map(|it| it.id.as_str()).collect();
    let first = losses.first_incomplete.iter().map(|it| it.id.as_str());
    assert!(first.eq(incomplete.iter().copied()));
    assert_eq!(losses.incomplete_devices as usize, incomplete.len());
}

proptest! {
    #[test]
    fn whatever_happens_the_answers_are_those_of_a_plain_look(
        steps in prop::collection::vec(some_step(), 1..24),
        questions in prop::collection::vec(some_question(), 1..5),
    ) {
        let mut fleet = Fleet::new(Thresholds::default());
        let mut groups = Vec::new();
        let all: Vec<Listed> = (0..12).map(|id| (id, usize::from(id) % 6, 1, 0)).collect();
        take(&mut fleet, &mut groups, &Step::Relist(all));
        for step in &steps {
            take(&mut fleet, &mut groups, step);
            for question in &questions {
                check(&fleet, &groups, question);
            }
            check_losses(&fleet);
        }
    }
}
