//! Requests about users of the account.

use std::collections::BTreeMap;

use reqwest::Method;

use crate::{
    answer::Listing,
    endpoint::Endpoint,
    envelope,
    error::Error,
    ids::UserId,
    models::{JsonPatch, Replacement, User, UserInput},
    request::Request,
};

/// All users of the account.
pub fn list_users() -> Result<Request<Listing<User>>, Error> {
    Request::new(
        Endpoint::ListUsers,
        Method::GET,
        &["api", "users"],
        |body| envelope::listing(body, "users"),
    )
}

/// One user.
///
/// The ids `countries` and `timeZones` are refused: at their addresses the service has its lists.
pub fn get_user(id: &UserId) -> Result<Request<User>, Error> {
    Request::new(
        Endpoint::GetUser,
        Method::GET,
        &path_of(id)?,
        envelope::flat,
    )
}

/// Creates a user; the answer is the user if the service repeats it.
pub fn create_user(input: &UserInput) -> Result<Request<Option<User>>, Error> {
    let body = input.to_wire()?.into();
    let path = ["api", "users"];
    Ok(Request::new(
        Endpoint::CreateUser,
        Method::POST,
        &path,
        envelope::flat_if_repeated,
    )?
    .with_body(&body))
}

/// Replaces a user whole: what the replacement lacks is lost. The answer is the user if the service
/// repeats it.
pub fn replace_user(
    id: &UserId,
    replacement: &Replacement,
) -> Result<Request<Option<User>>, Error> {
    let body = replacement.to_wire();
    let request = Request::new(
        Endpoint::ReplaceUser,
        Method::PUT,
        &path_of(id)?,
        envelope::flat_if_repeated,
    )?;
    Ok(request.with_body(&body))
}

/// Changes some fields of a user. The answer is the user if the service repeats it.
pub fn patch_user(id: &UserId, patch: &JsonPatch) -> Result<Request<Option<User>>, Error> {
    let body = patch.to_wire_for_user()?;
    let request = Request::new(
        Endpoint::PatchUser,
        Method::PATCH,
        &path_of(id)?,
        envelope::flat_if_repeated,
    )?;
    Ok(request.with_body(&body))
}

/// Deletes a user.
pub fn delete_user(id: &UserId) -> Result<Request<()>, Error> {
    Request::new(
        Endpoint::DeleteUser,
        Method::DELETE,
        &path_of(id)?,
        envelope::confirmation,
    )
}

/// The countries that a user can have: ISO 3166-1 alpha-2 code to name.
pub fn list_countries() -> Result<Request<BTreeMap<String, String>>, Error> {
    let path = ["api", "users", "countries"];
    Request::new(Endpoint::ListCountries, Method::GET, &path, |body| {
        envelope::texts_by_name(body, "countries")
    })
}

/// The time zones that a user can have: IANA name to description.
pub fn list_time_zones() -> Result<Request<BTreeMap<String, String>>, Error> {
    let path = ["api", "users", "timeZones"];
    Request::new(Endpoint::ListTimeZones, Method::GET, &path, |body| {
        envelope::texts_by_name(body, "timeZones")
    })
}

fn path_of(id: &UserId) -> Result<[&str; 3], Error> {
    match id.as_str() {
        "countries" | "timeZones" => Err(Error::invalid(format!(
            "a user with the id {:?} can't be addressed",
            id.as_str()
        ))),
        id => Ok(["api", "users", id]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_not_taken_for_a_list() {
        assert!(get_user(&"countries".into()).is_err());
        assert!(delete_user(&"timeZones".into()).is_err());
        assert_eq!(
            get_user(&"u1".into()).expect("valid").path(),
            "/api/users/u1"
        );
    }
}
