//! The company whose fleet it is: devices, groups and users as a believable account has them.

mod devices;
mod groups;
mod names;
mod users;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use crate::chance::Chance;
use crate::config::Config;
use crate::sim::Simulation;

/// What the service stores: groups and users can change, devices can't (the API has no call for it).
pub(crate) struct Company {
    pub(crate) devices: Vec<Map<String, Value>>,
    pub(crate) numbers: HashMap<String, usize>,
    pub(crate) groups: Vec<Map<String, Value>>,
    pub(crate) users: Vec<Map<String, Value>>,
    created: u64,
}

impl Company {
    /// The company of a seed, as it is at a moment: expiries and log-ins lie around it.
    pub(crate) fn new(config: &Config, simulation: &Simulation, now: DateTime<Utc>) -> Self {
        let chance = Chance::new(config.seed).of(3);
        let devices: Vec<_> = (0..config.devices as usize)
            .map(|number| devices::device(number, &simulation.vehicle(number), chance.of(1), now))
            .collect();
        let ids: Vec<String> = devices.iter().map(id_of).collect();
        let groups = groups::groups(config.groups as usize, &ids, chance.of(2), now);
        let users = users::users(config.users as usize, &groups, &ids, chance.of(3), now);
        let numbers = ids
            .into_iter()
            .enumerate()
            .map(|(number, id)| (id, number))
            .collect();
        Self {
            devices,
            numbers,
            groups,
            users,
            created: 0,
        }
    }

    /// An id for something that is created now.
    pub(crate) fn new_id(&mut self) -> String {
        self.created += 1;
        Chance::new(self.created).of(4).id()
    }
}

/// The id of a stored thing.
pub(crate) fn id_of(item: &Map<String, Value>) -> String {
    text(item, "id").to_owned()
}

/// A text field of a stored thing; empty if it is missing.
pub(crate) fn text<'a>(item: &'a Map<String, Value>, field: &str) -> &'a str {
    item.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// A JSON object, or an empty one.
pub(crate) fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}
