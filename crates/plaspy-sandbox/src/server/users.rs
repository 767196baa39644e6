//! Users, and the countries and time zones that they can have.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use serde_json::{Map, Value};

use super::answer::{Body, Failure, answer, with};
use super::collection::{Collection, Item};
use super::patch as patching;
use super::state::Service;
use crate::company::text;
use crate::countries::COUNTRIES;

const USERS: Collection = Collection {
    items: |company| &company.users,
    items_mut: |company| &mut company.users,
    check,
    shown: without_password,
    servers_own: &["id", "creation", "lastLogin"],
    changed_at: "modification",
    not_found: "User not found",
};

pub(super) async fn list(State(service): State<Arc<Service>>) -> Response {
    answer(&service, Ok(with("users", USERS.list(&service))))
}

pub(super) async fn one(State(service): State<Arc<Service>>, Path(id): Path<String>) -> Response {
    answer(&service, USERS.one(&service, &id))
}

pub(super) async fn create(
    State(service): State<Arc<Service>>,
    Body(item): Body<Item>,
) -> Response {
    answer(&service, USERS.create(&service, item))
}

pub(super) async fn replace(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
    Body(item): Body<Item>,
) -> Response {
    answer(&service, USERS.replace(&service, &id, item))
}

pub(super) async fn patch(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
    Body(patch): Body<Value>,
) -> Response {
    answer(&service, USERS.patch(&service, &id, &patch))
}

pub(super) async fn delete(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
) -> Response {
    answer(&service, USERS.delete(&service, &id))
}

pub(super) async fn countries(State(service): State<Arc<Service>>) -> Response {
    let countries: Map<String, Value> = COUNTRIES
        .iter()
        .map(|(code, name)| ((*code).to_owned(), (*name).into()))
        .collect();
    answer(&service, Ok(with("countries", countries)))
}

pub(super) async fn time_zones(State(service): State<Arc<Service>>) -> Response {
    let zones: Map<String, Value> = chrono_tz::TZ_VARIANTS
        .iter()
        .map(|zone| (zone.name().to_owned(), zone.name().replace('_', " ").into()))
        .collect();
    answer(&service, Ok(with("timeZones", zones)))
}

fn check(service: &Service, user: &Item, own_id: Option<&str>) -> Result<(), Failure> {
    for field in ["name", "email", "country", "timeZone"] {
        patching::require_text(user, field)?;
    }
    if !text(user, "email").contains('@') {
        return Err(Failure::bad("email must be an address"));
    }
    let texts = [
        "description",
        "message",
        "disabledMessage",
        "group",
        "deviceId",
        "password",
    ];
    patching::check_kind(user, &texts, "a text", Value::is_string)?;
    patching::check_kind(user, &["disabled"], "true or false", Value::is_boolean)?;
    patching::check_kind(user, &["adminDevices"], "a whole number", Value::is_i64)?;
    patching::check_kind(user, &["privileges"], "a list of texts", patching::is_texts)?;
    let times = ["from", "expires", "creation", "modification", "lastLogin"];
    patching::check_kind(user, &times, "a time", patching::is_time)?;
    patching::check_kind(user, &["tags"], "texts by name", |tags| {
        tags.as_object()
            .is_some_and(|tags| tags.values().all(Value::is_string))
    })?;
    let company = service.company();
    let email = text(user, "email");
    let is_other = |other: &&Item| Some(text(other, "id")) != own_id;
    if company
        .users
        .iter()
        .filter(is_other)
        .any(|other| text(other, "email") == email)
    {
        return Err(Failure::conflict("The email is taken"));
    }
    let group = text(user, "group");
    let has_group = |known: &Item| text(known, "id") == group || text(known, "name") == group;
    if !group.is_empty() && !company.groups.iter().any(has_group) {
        return Err(Failure::conflict("The group is not known"));
    }
    let device = text(user, "deviceId");
    if !device.is_empty() && !company.numbers.contains_key(device) {
        return Err(Failure::conflict("The device is not known"));
    }
    Ok(())
}

/// Passwords are stored, and never answered.
fn without_password(mut user: Item) -> Item {
    user.insert("password".to_owned(), Value::Null);
    user
}
