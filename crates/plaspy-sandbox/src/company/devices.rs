//! The devices as the service lists them.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use super::{names, object};
use crate::chance::Chance;
use crate::sim::{Kind, Vehicle};

const DEPOTS: [&str; 4] = ["Coquimbo", "La Serena", "Peñuelas", "Tierras Blancas"];

pub(super) fn device(
    number: usize,
    vehicle: &Vehicle,
    chance: Chance,
    now: DateTime<Utc>,
) -> Map<String, Value> {
    let chance = chance.of(number as u64);
    let kind = match vehicle.kind {
        Kind::Car => "car",
        Kind::Van => "van",
        Kind::Truck => "truck",
        Kind::Reefer => "reefer",
        Kind::Bus => "bus",
        Kind::Motorcycle => "motorcycle",
    };
    let mut tags = object(json!({
        "plate": names::plate(chance.of(0)),
        "type": kind,
        "depot": chance.of(1).pick(&DEPOTS),
    }));
    if chance.of(2).happens(0.6) {
        tags.insert("driver".to_owned(), names::person(chance.of(3)).into());
    }
    let expires = match chance.of(4).unit() {
        share if share < 0.04 => Some(now - TimeDelta::hours(chance.of(5).below(20 * 24) as i64)),
        share if share < 0.12 => Some(now + TimeDelta::hours(chance.of(5).below(28 * 24) as i64)),
        share if share < 0.85 => Some(now + TimeDelta::days(40 + chance.of(5).below(700) as i64)),
        _ => None,
    };
    let description = chance.of(6).happens(0.3).then(|| names::area(chance.of(7)));
    object(json!({
        "id": chance.of(8).id(),
        "name": names::vehicle(number, vehicle.kind, chance.of(9)),
        "description": description,
        "min": format!("+569{:08}", chance.of(10).below(100_000_000)),
        "tags": tags,
        "expires": expires,
    }))
}
