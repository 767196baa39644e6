//! Devices: lists, locations and alerts.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::extract::{Path, State};
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::answer::{Body, Failure, answer, with};
use super::day;
use super::state::Service;
use crate::wire;

/// No range answers more locations.
const MOST_LOCATIONS: usize = 50_000;

pub(super) async fn list(State(service): State<Arc<Service>>) -> Response {
    let devices: Vec<Value> = service
        .company()
        .devices
        .iter()
        .cloned()
        .map(Value::Object)
        .collect();
    answer(&service, Ok(with("devices", devices)))
}

pub(super) async fn one(State(service): State<Arc<Service>>, Path(id): Path<String>) -> Response {
    let device = number(&service, &id).map(|number| {
        let device = service.company().devices[number].clone();
        with("device", device)
    });
    answer(&service, device)
}

pub(super) async fn last_location(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
) -> Response {
    let found = number(&service, &id).and_then(|number| {
        let fix = service.last_fix(number);
        day::draw(&service, number, 1)?;
        service
            .counts
            .last_locations
            .fetch_add(1, Ordering::Relaxed);
        Ok(with(
            "lastLocation",
            fix.map_or(Value::Null, |fix| {
                wire::with_alerts(wire::location(&fix), service.raised(&id)).into()
            }),
        ))
    });
    answer(&service, found)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Query {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    alert_name: Option<String>,
}

pub(super) async fn locations(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
    Body(query): Body<Query>,
) -> Response {
    let found = fixes(&service, &id, &query)
        .await
        .and_then(|(device, fixes)| {
            service
                .counts
                .location_ranges
                .fetch_add(1, Ordering::Relaxed);
            let locations: Vec<Value> =
                fixes.iter().map(|fix| wire::location(fix).into()).collect();
            day::draw(&service, device, locations.len())?;
            Ok(with("locations", locations))
        });
    answer(&service, found)
}

pub(super) async fn alerts(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
    Body(query): Body<Query>,
) -> Response {
    let found = fixes(&service, &id, &query)
        .await
        .and_then(|(device, fixes)| {
            let alerts = wire::alerts(&fixes, query.alert_name.as_deref());
            day::draw(&service, device, alerts.len())?;
            Ok(with("alerts", alerts))
        });
    answer(&service, found)
}

/// The number of a device, and its fixes of a range; computed beside the runtime's own threads, since a range may be long.
async fn fixes(
    service: &Arc<Service>,
    id: &str,
    query: &Query,
) -> Result<(usize, Vec<crate::sim::Fix>), Failure> {
    let number = number(service, id)?;
    if query.from > query.to {
        return Err(Failure::conflict("from lies after to"));
    }
    let from = query.from.max(service.now() - chrono::TimeDelta::days(400));
    let to = query.to.min(service.now());
    let service = Arc::clone(service);
    let fixes = move || service.fixes(number, from, to, MOST_LOCATIONS);
    let fixes = tokio::task::spawn_blocking(fixes).await;
    let fixes = fixes.map_err(|error| Failure::new(500, error.to_string()))?;
    Ok((number, fixes))
}

pub(super) fn number(service: &Service, id: &str) -> Result<usize, Failure> {
    service
        .company()
        .numbers
        .get(id)
        .copied()
        .ok_or_else(|| Failure::not_found("Device not found"))
}

/// Devices that the account does not have.
pub(super) fn unknown(service: &Service, group: &Map<String, Value>) -> Option<String> {
    let company = service.company();
    let ids = group.get("devices")?.as_array()?;
    let unknown = ids
        .iter()
        .filter_map(Value::as_str)
        .find(|id| !company.numbers.contains_key(*id));
    unknown.map(str::to_owned)
}
