//! Sends one change of many, and tells how that went as far as the answer shows.

use super::Active;
use super::changes::{Carried, Edit, may_have_arrived};
use super::subject::{Along, Found, Subject};
use crate::change::{Change, patch};
use crate::error::{Error, Trouble};
use crate::view::changes::Way;

/// How sending went.
pub(super) enum Sent {
    /// The service says that it has it; the id of what was made.
    Told(Option<String>),
    /// Nobody knows, and why.
    Unknown(Option<Trouble>),
    /// Someone else's edit stands in its way.
    Stopped,
    /// There is no such thing any more.
    Gone,
    /// The service does not have it.
    Failed(Error),
    /// A limit is met, which is no failure: the desk lets the next one out when the pause is over.
    Later,
    /// The service can't be worked with at all.
    Trouble(Error),
}

impl Active {
    /// Sends a change that was held against the thing as it was just read.
    pub(super) async fn send_one<F: Subject>(
        &self,
        change: &Change<F>,
        now: Option<&Found<F>>,
        along: Along<'_>,
    ) -> Sent {
        let client = self.client_for_person();
        let edit = match (change, now) {
            (Change::Create { after }, _) => {
                return match F::create(&client, after, along).await {
                    Ok(Some(id)) => Sent::Told(Some(id)),
                    Ok(None) => Sent::Unknown(None),
                    Err(error) => Sent::of(error),
                };
            }
            (Change::Delete { id, .. }, _) => {
                return match F::delete(&client, id).await {
                    Ok(()) => Sent::Told(None),
                    Err(Error::Service(plaspy::Error::NotFound { .. })) => Sent::Gone,
                    Err(error) => Sent::of(error),
                };
            }
            (Change::Edit { .. }, None) => return Sent::Gone,
            (Change::Edit { id, before, after }, Some(now)) => {
                let edit = Edit { id, before, after };
                if let Some(sent) = self.send_guarded(change, &edit, now, along).await {
                    return sent;
                }
                edit
            }
        };
        match self.edit_as_read(None, change, edit, along).await {
            Ok(Carried::Out(_)) => Sent::Told(None),
            Ok(Carried::Stopped(_)) => Sent::Stopped,
            Ok(Carried::Gone) => Sent::Gone,
            Err(error) => Sent::of(error),
        }
    }

    /// The quick way: one request, where the service itself holds an edit against what was read. `None`
    /// where it has to be found out by reading what the service has.
    async fn send_guarded<F: Subject>(
        &self,
        change: &Change<F>,
        edit: &Edit<'_, F>,
        now: &Found<F>,
        along: Along<'_>,
    ) -> Option<Sent> {
        if self.way() == Way::Whole {
            return None;
        }
        let Edit { id, before, after } = edit;
        let patch = patch(&now.raw, *before, *after, &along.memberships(), F::GUARD);
        match F::send_guarded(&self.client_for_person(), id, &patch, along).await? {
            Ok(Some(form)) if change.has_arrived(&form) => Some(Sent::Told(None)),
            Ok(_) => Some(Sent::Unknown(None)),
            // It may be the guard, or a service without PATCH.
            Err(Error::Service(
                plaspy::Error::NotFound { .. }
                | plaspy::Error::Conflict { .. }
                | plaspy::Error::Refused { .. },
            )) => None,
            Err(error) => Some(Sent::of(error)),
        }
    }
}

impl Sent {
    fn of(error: Error) -> Self {
        match error {
            Error::Service(plaspy::Error::RateLimited { .. }) => Self::Later,
            Error::Service(service) if may_have_arrived(&service) => {
                Self::Unknown(Some(Trouble::of_service(&service)))
            }
            Error::Service(
                plaspy::Error::NoNetwork { .. }
                | plaspy::Error::Dns { .. }
                | plaspy::Error::Tls { .. }
                | plaspy::Error::KeyRejected { .. },
            ) => Self::Trouble(error),
            error => Self::Failed(error),
        }
    }
}
