//! The users: who may see and do what, some disabled, some expired, some who never logged in.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use super::{names, object, text};
use crate::chance::Chance;

const PRIVILEGES: [&str; 8] = [
    "editDevices",
    "phoneCallCommands",
    "sendCommands",
    "sendSmsAlerts",
    "sendSmsCommands",
    "sendWhatsAppAlerts",
    "trackPhone",
    "trackPhones",
];

const HOMES: [(&str, &str); 5] = [
    ("CL", "America/Santiago"),
    ("CL", "America/Santiago"),
    ("IL", "Asia/Jerusalem"),
    ("AR", "America/Argentina/Buenos_Aires"),
    ("BR", "America/Sao_Paulo"),
];

pub(super) fn users(
    count: usize,
    groups: &[Map<String, Value>],
    devices: &[String],
    chance: Chance,
    now: DateTime<Utc>,
) -> Vec<Map<String, Value>> {
    (0..count)
        .map(|number| user(number, groups, devices, chance.of(number as u64), now))
        .collect()
}

fn user(
    number: usize,
    groups: &[Map<String, Value>],
    devices: &[String],
    chance: Chance,
    now: DateTime<Utc>,
) -> Map<String, Value> {
    let (country, time_zone) = chance.of(0).pick(&HOMES);
    let days = |key: u64, most: usize| TimeDelta::days(chance.of(key).below(most) as i64);
    let privileges: Vec<&str> = PRIVILEGES
        .iter()
        .enumerate()
        .filter(|(place, _)| chance.of(20 + *place as u64).happens(0.35))
        .map(|(_, privilege)| *privilege)
        .collect();
    let sees_one_device = chance.of(1).happens(0.15);
    let group = (!sees_one_device && !groups.is_empty() && chance.of(2).happens(0.8))
        .then(|| text(chance.of(3).pick(groups), "name").to_owned());
    let device =
        (sees_one_device && !devices.is_empty()).then(|| chance.of(4).pick(devices).clone());
    let disabled = chance.of(5).happens(0.1);
    let creation = now - TimeDelta::days(30) - days(6, 900);
    let expires = match chance.of(7).unit() {
        share if share < 0.08 => Some(now - days(8, 60)),
        share if share < 0.2 => Some(now + days(8, 30)),
        share if share < 0.6 => Some(now + TimeDelta::days(30) + days(8, 500)),
        _ => None,
    };
    object(json!({
        "id": chance.of(9).id(),
        "name": names::person(chance.of(10)),
        "email": format!("user{:03}@flota.example", number + 1),
        "country": country,
        "timeZone": time_zone,
        "description": null,
        "message": null,
        "disabled": disabled,
        "disabledMessage": disabled.then_some("Ya no trabaja aquí"),
        "tags": {},
        "privileges": privileges,
        "group": group,
        "deviceId": device,
        "adminDevices": 0,
        "from": null,
        "expires": expires,
        "password": null,
        "creation": creation,
        "modification": creation + days(11, 30),
        "lastLogin": chance.of(12).happens(0.8).then(|| now - days(13, 120)),
    }))
}
