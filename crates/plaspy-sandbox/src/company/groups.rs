//! The groups: areas and purposes, which overlap, and leave some devices out.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use super::object;
use crate::chance::Chance;

const NAMES: [(&str, &str); 12] = [
    ("Norte", "Las Compañías y alrededores"),
    ("Sur", "Peñuelas a Tongoy"),
    ("Puerto", "Descarga y bodegas"),
    ("צוות שירות", "רכבי שירות"),
    ("Frío", "Vehículos con frigorífico"),
    ("Contractors", "Rented by the month"),
    ("Turno de noche", "De 20:00 a 07:00"),
    ("Escolares", "Transporte escolar"),
    ("Gerencia", "Autos de la gerencia"),
    ("Minería", "Faenas en el valle"),
    ("Reserva", "Sin asignar"),
    ("Ventas", "Equipo de ventas"),
];

pub(super) fn groups(
    count: usize,
    devices: &[String],
    chance: Chance,
    now: DateTime<Utc>,
) -> Vec<Map<String, Value>> {
    (0..count)
        .map(|number| {
            let chance = chance.of(number as u64);
            let (name, description) = NAMES[number % NAMES.len()];
            let name = match number / NAMES.len() {
                0 => name.to_owned(),
                round => format!("{name} {}", round + 1),
            };
            let share = chance.of(0).between(0.05, 0.35);
            let mut members: Vec<&String> = devices
                .iter()
                .enumerate()
                .filter(|(place, _)| chance.of(10 + *place as u64).happens(share))
                .map(|(_, id)| id)
                .collect();
            if members.is_empty() {
                members.extend(devices.first());
            }
            let creation = now - TimeDelta::days(100 + chance.of(1).below(900) as i64);
            object(json!({
                "id": chance.of(2).id(),
                "name": name,
                "description": description,
                "devices": members,
                "creation": creation,
                "lastModified": creation + TimeDelta::days(chance.of(3).below(90) as i64),
            }))
        })
        .collect()
}
