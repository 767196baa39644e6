//! Groups of devices.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use serde_json::Value;

use super::answer::{Body, Failure, answer, with};
use super::collection::{Collection, Item};
use super::state::Service;
use super::{devices, patch as patching};
use crate::company::text;

const GROUPS: Collection = Collection {
    items: |company| &company.groups,
    items_mut: |company| &mut company.groups,
    check,
    shown: |group| group,
    servers_own: &["id", "creation"],
    changed_at: "lastModified",
    not_found: "Group not found",
};

pub(super) async fn list(State(service): State<Arc<Service>>) -> Response {
    answer(&service, Ok(with("groups", GROUPS.list(&service))))
}

pub(super) async fn one(State(service): State<Arc<Service>>, Path(id): Path<String>) -> Response {
    answer(&service, GROUPS.one(&service, &id))
}

pub(super) async fn create(
    State(service): State<Arc<Service>>,
    Body(item): Body<Item>,
) -> Response {
    answer(&service, GROUPS.create(&service, item))
}

pub(super) async fn replace(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
    Body(item): Body<Item>,
) -> Response {
    answer(&service, GROUPS.replace(&service, &id, item))
}

pub(super) async fn patch(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
    Body(patch): Body<Value>,
) -> Response {
    answer(&service, GROUPS.patch(&service, &id, &patch))
}

pub(super) async fn delete(
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
) -> Response {
    answer(&service, GROUPS.delete(&service, &id))
}

fn check(service: &Service, group: &Item, own_id: Option<&str>) -> Result<(), Failure> {
    patching::require_text(group, "name")?;
    patching::check_kind(group, &["description"], "a text", Value::is_string)?;
    patching::check_kind(group, &["devices"], "a list of ids", patching::is_texts)?;
    let times = ["creation", "lastModified"];
    patching::check_kind(group, &times, "a time", patching::is_time)?;
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
