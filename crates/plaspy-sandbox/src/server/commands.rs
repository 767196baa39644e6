//! Commands to trackers: which arrived, and what they do. `engine_stop` holds a vehicle where it is,
//! until `engine_resume` lets it go on where it would be by then.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError};

use axum::extract::{Path, State};
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::answer::{Body, Failure, answer, with};
use super::devices::number;
use super::state::Service;
use crate::sim::Fix;

/// How often the tracker of a held vehicle reports.
const HELD_PERIOD_S: i64 = 30;

/// A command as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The device's id.
    pub device: String,
    /// The command.
    pub command: String,
    /// Whether it was to go by SMS.
    pub sms: bool,
}

/// What commands did.
#[derive(Debug, Default)]
pub(super) struct Commands {
    received: Vec<Received>,
    /// Since when vehicles are held, by their numbers.
    held: HashMap<usize, DateTime<Utc>>,
}

#[derive(Deserialize)]
pub(super) struct Command {
    command: String,
    #[serde(default)]
    format: Format,
    #[serde(default)]
    sms: bool,
}

#[derive(Deserialize, Default, PartialEq)]
enum Format {
    #[default]
    Text,
    Hex,
    Base64,
}

pub(super) async fn send(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
    Body(command): Body<Command>,
) -> Response {
    let sent = number(&service, &id).and_then(|number| {
        check(&command)?;
        let way = if command.sms { "SMS" } else { "GPRS" };
        service.receive(number, &id, command);
        Ok(with("result", format!("Command sent over {way}")))
    });
    answer(&service, sent)
}

impl Service {
    fn receive(&self, number: usize, id: &str, command: Command) {
        let now = self.now();
        let mut commands = self.commands.lock().unwrap_or_else(PoisonError::into_inner);
        match command.command.trim() {
            "engine_stop" => {
                commands.held.entry(number).or_insert(now);
            }
            "engine_resume" => {
                commands.held.remove(&number);
            }
            _ => {}
        }
        commands.received.push(Received {
            device: id.to_owned(),
            command: command.command,
            sms: command.sms,
        });
    }

    /// Commands that arrived, in order.
    pub(crate) fn received(&self) -> Vec<Received> {
        let commands = self.commands.lock().unwrap_or_else(PoisonError::into_inner);
        commands.received.clone()
    }

    /// The last fix of a vehicle, held or not.
    pub(super) fn last_fix(&self, number: usize) -> Option<Fix> {
        let now = self.now();
        let Some(since) = self.held_since(number) else {
            return self.simulation.last_fix(number, now);
        };
        let fix = self.simulation.last_fix(number, since)?;
        let since_s = since.timestamp();
        let reports = (now.timestamp() - since_s) / HELD_PERIOD_S;
        Some(match reports {
            ..=0 => fix,
            _ => standing(fix, since_s + reports * HELD_PERIOD_S, since_s),
        })
    }

    /// The fixes of a vehicle in a range, oldest first: those of a held one up to then and while it
    /// stands.
    pub(super) fn fixes(
        &self,
        number: usize,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        most: usize,
    ) -> Vec<Fix> {
        let Some(since) = self.held_since(number) else {
            return self.simulation.fixes(number, from, to, most);
        };
        let mut fixes = match from <= since {
            true => self.simulation.fixes(number, from, to.min(since), most),
            false => Vec::new(),
        };
        let last = self.simulation.last_fix(number, since);
        let since_s = since.timestamp();
        let mut at_s = since_s + HELD_PERIOD_S;
        while at_s <= to.timestamp() && fixes.len() < most {
            if at_s >= from.timestamp() {
                fixes.extend(last.clone().map(|fix| standing(fix, at_s, since_s)));
            }
            at_s += HELD_PERIOD_S;
        }
        fixes
    }

    fn held_since(&self, number: usize) -> Option<DateTime<Utc>> {
        let commands = self.commands.lock().unwrap_or_else(PoisonError::into_inner);
        commands.held.get(&number).copied()
    }
}

fn standing(fix: Fix, at_s: i64, since_s: i64) -> Fix {
    Fix {
        at_s,
        speed_ms: 0.0,
        ignition: false,
        rpm: 0,
        inactive_s: at_s - since_s,
        ..fix
    }
}

fn check(command: &Command) -> Result<(), Failure> {
    if command.command.is_empty() {
        return Err(Failure::bad("command must not be empty"));
    }
    let text = command.command.trim();
    if text.is_empty() {
        return Err(Failure::conflict("command must not be blank"));
    }
    let digits: Vec<char> = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let is_hex = digits.len().is_multiple_of(2) && digits.iter().all(char::is_ascii_hexdigit);
    let is_base64 = text.len().is_multiple_of(4)
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '='));
    match command.format {
        Format::Hex if !is_hex => Err(Failure::conflict("command is not hexadecimal")),
        Format::Base64 if !is_base64 => Err(Failure::conflict("command is not Base64")),
        _ => Ok(()),
    }
}
