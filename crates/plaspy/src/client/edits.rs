//! Edits of groups and users that end in certainty: by PATCH, or else by a fresh read and PUT, and
//! read back in either case.

use super::Client;
use crate::{
    edit::{self, Misfit},
    error::Error,
    ids::{GroupId, UserId},
    models::{Group, JsonPatch, Memberships, Replacement, User},
    operations::{groups, users},
    request::Request,
};

/// What became of an edit.
#[derive(Debug, Clone, PartialEq)]
pub struct Edited<T> {
    /// The item as the service has it after the edit.
    pub item: T,
    /// How the edit reached the service.
    pub way: EditWay,
}

/// How an edit reaches the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditWay {
    /// By PATCH: fields that others change at the same time are left alone.
    Patch,
    /// By PUT of all that was just read, since the service knows no PATCH: what others change
    /// between reading and writing is lost.
    Replacement,
}

/// What can be edited.
trait Editable: Sized {
    type Id: ?Sized;

    fn get(id: &Self::Id) -> Result<Request<Self>, Error>;
    fn patch(id: &Self::Id, patch: &JsonPatch) -> Result<Request<Option<Self>>, Error>;
    fn replace(id: &Self::Id, whole: &Replacement) -> Result<Request<Option<Self>>, Error>;
    fn raw(&self) -> &serde_json::Map<String, serde_json::Value>;
    /// What a PUT of the item as it is would send.
    fn replacement(&self) -> Replacement;
}

impl Editable for Group {
    type Id = GroupId;

    fn get(id: &GroupId) -> Result<Request<Self>, Error> {
        groups::get_group(id)
    }

    fn patch(id: &GroupId, patch: &JsonPatch) -> Result<Request<Option<Self>>, Error> {
        groups::patch_group(id, patch)
    }

    fn replace(id: &GroupId, whole: &Replacement) -> Result<Request<Option<Self>>, Error> {
        groups::replace_group(id, whole)
    }

    fn raw(&self) -> &serde_json::Map<String, serde_json::Value> {
        &self.raw
    }

    fn replacement(&self) -> Replacement {
        self.replacement()
    }
}

impl Editable for User {
    type Id = UserId;

    fn get(id: &UserId) -> Result<Request<Self>, Error> {
        users::get_user(id)
    }

    fn patch(id: &UserId, patch: &JsonPatch) -> Result<Request<Option<Self>>, Error> {
        users::patch_user(id, patch)
    }

    fn replace(id: &UserId, whole: &Replacement) -> Result<Request<Option<Self>>, Error> {
        users::replace_user(id, whole)
    }

    fn raw(&self) -> &serde_json::Map<String, serde_json::Value> {
        &self.raw
    }

    fn replacement(&self) -> Replacement {
        self.replacement()
    }
}

impl Client {
    /// Edits a group and reads it back.
    ///
    /// # Errors
    /// [`Error::NotKept`] where the service took the edit and the group doesn't have it;
    /// otherwise as [`Client::edit_user`].
    pub async fn edit_group(
        &self,
        id: &GroupId,
        patch: &JsonPatch,
    ) -> Result<Edited<Group>, Error> {
        self.edit(id, patch, &Memberships::default()).await
    }

    /// Edits a user and reads it back. `memberships` tell whether a group that comes back in another
    /// form is the one that was written.
    ///
    /// # Errors
    /// [`Error::Conflict`] where a `test` of the patch fails, however the service told that;
    /// [`Error::NotKept`] where the service took the edit and the user doesn't have it; whatever
    /// else [`Error`] lists. After [`Error::Timeout`] or [`Error::ConnectionLost`] the edit may have
    /// been carried out: only another read can tell.
    pub async fn edit_user(
        &self,
        id: &UserId,
        patch: &JsonPatch,
        memberships: &Memberships,
    ) -> Result<Edited<User>, Error> {
        self.edit(id, patch, memberships).await
    }

    /// How the next edit will reach the service, as far as is known: by PATCH, until the service
    /// has shown that it has none.
    #[must_use]
    pub fn edit_way(&self) -> EditWay {
        match self.account.patch.is_missing() {
            true => EditWay::Replacement,
            false => EditWay::Patch,
        }
    }

    async fn edit<T: Editable>(
        &self,
        id: &T::Id,
        patch: &JsonPatch,
        memberships: &Memberships,
    ) -> Result<Edited<T>, Error> {
        // Built first, so that a patch that no service takes is refused in either way.
        let request = T::patch(id, patch)?;
        let way = match self.edit_way() {
            EditWay::Patch => self.patch_or_replace(id, patch, &request).await?,
            EditWay::Replacement => {
                let before = self.send(&T::get(id)?).await?.value;
                self.replace_patched(id, &before, patch).await?;
                EditWay::Replacement
            }
        };
        let item = match self.send(&T::get(id)?).await {
            Ok(answer) => answer.value,
            Err(gone @ Error::NotFound { .. }) => return Err(gone),
            // The edit was taken: nobody must think that it was not.
            Err(error) => {
                let reason = format!("the edit could not be read back: {error}");
                return Err(Error::ConnectionLost { reason });
            }
        };
        let fields = edit::not_kept(item.raw(), patch, memberships);
        match fields.is_empty() {
            true => Ok(Edited { item, way }),
            false => Err(Error::NotKept { fields }),
        }
    }

    async fn patch_or_replace<T: Editable>(
        &self,
        id: &T::Id,
        patch: &JsonPatch,
        request: &Request<Option<T>>,
    ) -> Result<EditWay, Error> {
        let error = match self.send(request).await {
            Ok(_) => return Ok(EditWay::Patch),
            Err(error) => error,
        };
        let may_lack_patch = matches!(
            error,
            Error::NotFound { .. }
                | Error::Refused {
                    status: 405 | 415,
                    ..
                }
        );
        let may_be_test = edit::has_test(patch)
            && matches!(
                error,
                Error::Conflict { .. } | Error::Refused { .. } | Error::ServiceDown { .. }
            );
        if !may_lack_patch && !may_be_test {
            return Err(error);
        }
        // What the item is now tells what the refusal meant.
        let before = match self.send(&T::get(id)?).await {
            Ok(answer) => answer.value,
            Err(gone @ Error::NotFound { .. }) => return Err(gone),
            Err(_) => return Err(error),
        };
        match edit::apply(before.raw(), patch) {
            Err(Misfit::Changed(path)) => Err(changed(&path)),
            Ok(_) if may_lack_patch => {
                self.replace_patched(id, &before, patch).await?;
                self.account.patch.note_missing();
                Ok(EditWay::Replacement)
            }
            // Nobody changed anything: either the service holds a value in another form than it sends
            // it in, so that no `test` can ever hold, or it refuses the edit itself and will again.
            Ok(_) => {
                self.send(&T::patch(id, &without_tests(patch))?).await?;
                Ok(EditWay::Patch)
            }
            Err(Misfit::NotThere(_)) => Err(error),
        }
    }

    /// Puts back an item that was just read, with the patch applied.
    async fn replace_patched<T: Editable>(
        &self,
        id: &T::Id,
        before: &T,
        patch: &JsonPatch,
    ) -> Result<(), Error> {
        // On all that came, since a test may look at what is the service's own to set.
        edit::apply(before.raw(), patch).map_err(misfit)?;
        let writes = without_tests(patch);
        let mut whole = before.replacement();
        let fields = whole.fields_mut();
        *fields = edit::apply(fields, &writes).map_err(misfit)?;
        self.send(&T::replace(id, &whole)?).await.map(|_| ())
    }
}

fn without_tests(patch: &JsonPatch) -> JsonPatch {
    let writes = patch.0.iter().filter(|operation| !edit::is_test(operation));
    JsonPatch(writes.cloned().collect())
}

fn misfit(misfit: Misfit) -> Error {
    match misfit {
        Misfit::Changed(path) => changed(&path),
        Misfit::NotThere(path) => Error::invalid(format!("there is nothing at {path:?} to change")),
    }
}

fn changed(path: &str) -> Error {
    Error::Conflict {
        message: format!("{path:?} has been changed since it was read"),
    }
}
