//! What the service has of groups and users, in one form for both: read, made, edited, deleted.

use std::future::Future;

use plaspy::models::{Group, GroupInput, JsonPatch, Memberships, User};
use plaspy::{Client, GroupId, SecretString, UserId};
use serde_json::{Map, Value};

use crate::change::{AnyChange, AnyForm, Change, Form, GroupForm, Guard, UserForm};
use crate::error::Error;

/// A thing as the service has it now.
pub(super) struct Found<F> {
    pub(super) id: String,
    pub(super) form: F,
    /// As it came.
    pub(super) raw: Map<String, Value>,
    /// Wire names of the fields that could not be read.
    pub(super) unreadable: Vec<String>,
}

/// What is sent along with a change beside what it changes.
#[derive(Clone, Copy, Default)]
pub(super) struct Along<'a> {
    /// How users refer to groups.
    pub(super) memberships: Option<&'a Memberships>,
    pub(super) password: Option<&'a SecretString>,
}

impl Along<'_> {
    pub(super) fn memberships(&self) -> std::borrow::Cow<'_, Memberships> {
        match self.memberships {
            Some(memberships) => std::borrow::Cow::Borrowed(memberships),
            None => std::borrow::Cow::Owned(Memberships::default()),
        }
    }
}

/// A kind of thing that changes are about.
pub(super) trait Subject: Form + Send + Sync + 'static {
    /// Whether the service itself holds an edit against what was read.
    const GUARD: Guard;

    fn any_change(change: Change<Self>) -> AnyChange;
    /// `None` for a change of the other kind.
    fn of_any(change: &AnyChange) -> Option<Change<Self>>;
    fn any_form(form: Self) -> AnyForm;

    /// `None` where there is no such thing (any more).
    fn read(
        client: &Client,
        id: &str,
        along: Along<'_>,
    ) -> impl Future<Output = Result<Option<Found<Self>>, Error>> + Send;

    fn list(
        client: &Client,
        along: Along<'_>,
    ) -> impl Future<Output = Result<Vec<Found<Self>>, Error>> + Send;

    /// The new thing's id, if the service repeats it.
    fn create(
        client: &Client,
        form: &Self,
        along: Along<'_>,
    ) -> impl Future<Output = Result<Option<String>, Error>> + Send;

    /// Edits and reads back.
    fn edit(
        client: &Client,
        id: &str,
        patch: &JsonPatch,
        along: Along<'_>,
    ) -> impl Future<Output = Result<(), Error>> + Send;

    /// Sends an edit that the service itself holds against what was read, and does not read back: the
    /// form that the service repeats, if it does. `None` where it guards no edits of this kind; then
    /// nothing is sent.
    fn send_guarded(
        _client: &Client,
        _id: &str,
        _patch: &JsonPatch,
        _along: Along<'_>,
    ) -> impl Future<Output = Option<Result<Option<Self>, Error>>> + Send {
        std::future::ready(None)
    }

    fn delete(client: &Client, id: &str) -> impl Future<Output = Result<(), Error>> + Send;
}

fn unless_gone<T>(result: Result<T, plaspy::Error>) -> Result<Option<T>, Error> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(plaspy::Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

impl From<Group> for Found<GroupForm> {
    fn from(group: Group) -> Self {
        Self {
            id: group.id.to_string(),
            form: GroupForm::from(&group).tidy(),
            raw: group.raw,
            unreadable: group.unreadable,
        }
    }
}

impl Found<UserForm> {
    fn of(user: User, along: Along<'_>) -> Self {
        Self {
            id: user.id.to_string(),
            form: UserForm::of(&user, &along.memberships()),
            raw: user.raw,
            unreadable: user.unreadable,
        }
    }
}

impl Subject for GroupForm {
    // The service documents no `test` on groups.
    const GUARD: Guard = Guard::None;

    fn any_change(change: Change<Self>) -> AnyChange {
        AnyChange::Group(change)
    }

    fn of_any(change: &AnyChange) -> Option<Change<Self>> {
        match change {
            AnyChange::Group(change) => Some(change.clone()),
            AnyChange::User(_) => None,
        }
    }

    fn any_form(form: Self) -> AnyForm {
        AnyForm::Group(form)
    }

    async fn read(client: &Client, id: &str, _: Along<'_>) -> Result<Option<Found<Self>>, Error> {
        let answer = client.get_group(&GroupId::from(id)).await;
        Ok(unless_gone(answer)?.map(|answer| answer.value.into()))
    }

    async fn list(client: &Client, _: Along<'_>) -> Result<Vec<Found<Self>>, Error> {
        let groups = client.list_groups().await?.value.items;
        Ok(groups.into_iter().map(Found::from).collect())
    }

    async fn create(client: &Client, form: &Self, _: Along<'_>) -> Result<Option<String>, Error> {
        let made = client.create_group(&GroupInput::from(form)).await?.value;
        Ok(made.map(|group| group.id.to_string()))
    }

    async fn edit(client: &Client, id: &str, patch: &JsonPatch, _: Along<'_>) -> Result<(), Error> {
        client.edit_group(&GroupId::from(id), patch).await?;
        Ok(())
    }

    async fn delete(client: &Client, id: &str) -> Result<(), Error> {
        client.delete_group(&GroupId::from(id)).await?;
        Ok(())
    }
}

impl Subject for UserForm {
    const GUARD: Guard = Guard::Tested;

    fn any_change(change: Change<Self>) -> AnyChange {
        AnyChange::User(change)
    }

    fn of_any(change: &AnyChange) -> Option<Change<Self>> {
        match change {
            AnyChange::User(change) => Some(change.clone()),
            AnyChange::Group(_) => None,
        }
    }

    fn any_form(form: Self) -> AnyForm {
        AnyForm::User(form)
    }

    async fn read(
        client: &Client,
        id: &str,
        along: Along<'_>,
    ) -> Result<Option<Found<Self>>, Error> {
        let answer = client.get_user(&UserId::from(id)).await;
        Ok(unless_gone(answer)?.map(|answer| Found::of(answer.value, along)))
    }

    async fn list(client: &Client, along: Along<'_>) -> Result<Vec<Found<Self>>, Error> {
        let users = client.list_users().await?.value.items;
        let found = users.into_iter().map(|user| Found::of(user, along));
        Ok(found.collect())
    }

    async fn create(
        client: &Client,
        form: &Self,
        along: Along<'_>,
    ) -> Result<Option<String>, Error> {
        let input = form.input(&along.memberships(), along.password.cloned());
        let made = client.create_user(&input).await?.value;
        Ok(made.map(|user| user.id.to_string()))
    }

    async fn edit(
        client: &Client,
        id: &str,
        patch: &JsonPatch,
        along: Along<'_>,
    ) -> Result<(), Error> {
        let memberships = along.memberships();
        client
            .edit_user(&UserId::from(id), patch, &memberships)
            .await?;
        Ok(())
    }

    async fn send_guarded(
        client: &Client,
        id: &str,
        patch: &JsonPatch,
        along: Along<'_>,
    ) -> Option<Result<Option<Self>, Error>> {
        let sent = client.patch_user(&UserId::from(id), patch).await;
        let memberships = along.memberships();
        let repeated = sent.map(|answer| answer.value.map(|user| Self::of(&user, &memberships)));
        Some(repeated.map_err(Error::from))
    }

    async fn delete(client: &Client, id: &str) -> Result<(), Error> {
        client.delete_user(&UserId::from(id)).await?;
        Ok(())
    }
}
