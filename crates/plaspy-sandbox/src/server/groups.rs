//! Groups of devices.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use serde_json::{Map, Value};

use super::answer::{Body, Failure, answer, with};
use super::state::Service;
use super::{devices, patch as patching};
use crate::company::{Company, text};

type Group = Map<String, Value>;

pub(super) async fn list(State(service): State<Arc<Service>>) -> Response {
    let groups: Vec<Value> = service
        .company()
        .groups
        .iter()
        .cloned()
        .map(Value::Object)
        .collect();
    answer(&service, Ok(with("groups", groups)))
}

pub(super) async fn one(State(service): State<Arc<Service>>, Path(id): Path<String>) -> Response {
    let group = find(&service.company(), &id).map(|place| service.company().groups[place].clone());
    answer(&service, group)
}

pub(super) async fn create(
    State(service): State<Arc<Service>>,
    Body(mut group): Body<Group>,
) -> Response {
    answer(
        &service,
        check(&service, &group, None).map(|()| {
            let now = service.now().to_rfc3339();
            let mut company = service.company_mut();
            group.insert("id".to_owned(), company.new_id().into());
            group.insert("creation".to_owned(), now.clone().into());
            group.insert("lastModified".to_owned(), now.into());
            company.groups.push(group.clone());
            group
        }),
    )
}

pub(super) async fn replace(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
    Body(group): Body<Group>,
) -> Response {
    answer(&service, change(&service, &id, |_| Ok(group)))
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
        company.groups.remove(place);
        Map::new()
    });
    drop(company);
    answer(&service, deleted)
}

fn change(
    service: &Service,
    id: &str,
    change: impl FnOnce(&Group) -> Result<Group, Failure>,
) -> Result<Group, Failure> {
    let stored = {
        let company = service.company();
        let place = find(&company, id)?;
        company.groups[place].clone()
    };
    let mut changed = change(&stored)?;
    check(service, &changed, Some(id))?;
    patching::keep(&mut changed, &stored, &["id", "creation"]);
    changed.insert("lastModified".to_owned(), service.now().to_rfc3339().into());
    let mut company = service.company_mut();
    let place = find(&company, id)?;
    company.groups[place] = changed.clone();
    Ok(changed)
}

fn check(service: &Service, group: &Group, own_id: Option<&str>) -> Result<(), Failure> {
    patching::require_text(group, "name")?;
    patching::check_kind(group, &["description"], "a text", Value::is_string)?;
    patching::check_kind(group, &["devices"], "a list of ids", patching::is_texts)?;
    if let Some(id) = devices::unknown(service, group) {
        return Err(Failure::conflict(format!("Device {id} not found")));
    }
    let name = text(group, "name");
    let company = service.company();
    let taken = company
        .groups
        .iter()
        .any(|other| text(other, "name") == name && Some(text(other, "id")) != own_id);
    if taken {
        Err(Failure::conflict("The name is taken"))
    } else {
        Ok(())
    }
}

fn find(company: &Company, id: &str) -> Result<usize, Failure> {
    company
        .groups
        .iter()
        .position(|group| text(group, "id") == id)
        .ok_or_else(|| Failure::not_found("Group not found"))
}
