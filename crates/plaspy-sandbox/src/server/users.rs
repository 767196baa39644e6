//! Users, and the countries and time zones that they can have.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use chrono::DateTime;
use serde_json::{Map, Value};

use super::answer::{Body, Failure, answer, with};
use super::patch as patching;
use super::state::Service;
use crate::company::{Company, text};
use crate::countries::COUNTRIES;

type User = Map<String, Value>;

const SERVERS_OWN: [&str; 3] = ["id", "creation", "lastLogin"];

pub(super) async fn list(State(service): State<Arc<Service>>) -> Response {
    let users: Vec<Value> = service
        .company()
        .users
        .iter()
        .map(|user| shown(user).into())
        .collect();
    answer(&service, Ok(with("users", users)))
}

pub(super) async fn one(State(service): State<Arc<Service>>, Path(id): Path<String>) -> Response {
    let company = service.company();
    let user = find(&company, &id).map(|place| shown(&company.users[place]));
    drop(company);
    answer(&service, user)
}

pub(super) async fn create(
    State(service): State<Arc<Service>>,
    Body(mut user): Body<User>,
) -> Response {
    answer(
        &service,
        check(&service, &user, None).map(|()| {
            let now = service.now().to_rfc3339();
            let mut company = service.company_mut();
            user.insert("id".to_owned(), company.new_id().into());
            user.insert("creation".to_owned(), now.clone().into());
            user.insert("modification".to_owned(), now.into());
            user.insert("lastLogin".to_owned(), Value::Null);
            company.users.push(user.clone());
            shown(&user)
        }),
    )
}

pub(super) async fn replace(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
    Body(user): Body<User>,
) -> Response {
    answer(&service, change(&service, &id, |_| Ok(user)))
}

pub(super) async fn patch(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
    Body(patch): Body<Value>,
) -> Response {
    answer(
        &service,
        change(&service, &id, |stored| patching::apply(stored, &patch)),
    )
}

pub(super) async fn delete(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
) -> Response {
    let mut company = service.company_mut();
    let deleted = find(&company, &id).map(|place| {
        company.users.remove(place);
        Map::new()
    });
    drop(company);
    answer(&service, deleted)
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

fn change(
    service: &Service,
    id: &str,
    change: impl FnOnce(&User) -> Result<User, Failure>,
) -> Result<User, Failure> {
    let stored = {
        let company = service.company();
        let place = find(&company, id)?;
        company.users[place].clone()
    };
    let mut changed = change(&stored)?;
    check(service, &changed, Some(id))?;
    patching::keep(&mut changed, &stored, &SERVERS_OWN);
    changed.insert("modification".to_owned(), service.now().to_rfc3339().into());
    let mut company = service.company_mut();
    let place = find(&company, id)?;
    company.users[place] = changed.clone();
    Ok(shown(&changed))
}

fn check(service: &Service, user: &User, own_id: Option<&str>) -> Result<(), Failure> {
    for field in ["name", "email", "country", "timeZone"] {
        patching::require_text(user, field)?;
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
    patching::check_kind(user, &["from", "expires"], "a time", is_time)?;
    patching::check_kind(user, &["tags"], "texts by name", |tags| {
        tags.as_object()
            .is_some_and(|tags| tags.values().all(Value::is_string))
    })?;
    let company = service.company();
    let email = text(user, "email");
    let is_other = |other: &&User| Some(text(other, "id")) != own_id;
    if company
        .users
        .iter()
        .filter(is_other)
        .any(|other| text(other, "email") == email)
    {
        return Err(Failure::conflict("The email is taken"));
    }
    let group = text(user, "group");
    let has_group = |known: &User| text(known, "id") == group || text(known, "name") == group;
    if !group.is_empty() && !company.groups.iter().any(has_group) {
        return Err(Failure::conflict("The group is not known"));
    }
    let device = text(user, "deviceId");
    if !device.is_empty() && !company.numbers.contains_key(device) {
        return Err(Failure::conflict("The device is not known"));
    }
    Ok(())
}

fn is_time(value: &Value) -> bool {
    value
        .as_str()
        .is_some_and(|text| DateTime::parse_from_rfc3339(text).is_ok())
}

/// A user as it is answered: without the password.
fn shown(user: &User) -> User {
    let mut shown = user.clone();
    shown.insert("password".to_owned(), Value::Null);
    shown
}

fn find(company: &Company, id: &str) -> Result<usize, Failure> {
    company
        .users
        .iter()
        .position(|user| text(user, "id") == id)
        .ok_or_else(|| Failure::not_found("User not found"))
}
