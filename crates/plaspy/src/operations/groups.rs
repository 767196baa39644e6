//! Requests about groups of devices.

use reqwest::Method;

use crate::{
    answer::Listing,
    endpoint::Endpoint,
    envelope,
    error::Error,
    ids::GroupId,
    models::{Group, GroupInput, JsonPatch, Replacement},
    request::Request,
};

/// All groups of the account.
pub fn list_groups() -> Result<Request<Listing<Group>>, Error> {
    Request::new(
        Endpoint::ListGroups,
        Method::GET,
        &["api", "groups"],
        |body| envelope::listing(body, "groups"),
    )
}

/// One group.
pub fn get_group(id: &GroupId) -> Result<Request<Group>, Error> {
    Request::new(
        Endpoint::GetGroup,
        Method::GET,
        &["api", "groups", id.as_str()],
        envelope::flat,
    )
}

/// Creates a group; the answer is the group if the service repeats it.
pub fn create_group(input: &GroupInput) -> Result<Request<Option<Group>>, Error> {
    let body = input.to_wire()?.into();
    let path = ["api", "groups"];
    Ok(Request::new(
        Endpoint::CreateGroup,
        Method::POST,
        &path,
        envelope::flat_if_repeated,
    )?
    .with_body(&body))
}

/// Replaces a group whole: what the replacement lacks is lost. The answer is the group if the
/// service repeats it.
pub fn replace_group(
    id: &GroupId,
    replacement: &Replacement,
) -> Result<Request<Option<Group>>, Error> {
    let body = replacement.to_wire();
    let path = ["api", "groups", id.as_str()];
    Ok(Request::new(
        Endpoint::ReplaceGroup,
        Method::PUT,
        &path,
        envelope::flat_if_repeated,
    )?
    .with_body(&body))
}

/// Changes some fields of a group: add, remove and replace only. The answer is the group if the
/// service repeats it.
pub fn patch_group(id: &GroupId, patch: &JsonPatch) -> Result<Request<Option<Group>>, Error> {
    let body = patch.to_wire_for_group()?;
    let path = ["api", "groups", id.as_str()];
    Ok(Request::new(
        Endpoint::PatchGroup,
        Method::PATCH,
        &path,
        envelope::flat_if_repeated,
    )?
    .with_body(&body))
}

/// Deletes a group.
pub fn delete_group(id: &GroupId) -> Result<Request<()>, Error> {
    let path = ["api", "groups", id.as_str()];
    Request::new(
        Endpoint::DeleteGroup,
        Method::DELETE,
        &path,
        envelope::confirmation,
    )
}
