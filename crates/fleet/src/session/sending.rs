//! Sends one change of many, and tells how that went as far as the answer shows.

use super::Active;
use super::changes::may_have_arrived;
use super::subject::{Along, Found, Subject};
use crate::change::{Change, Guard, patch};
use crate::error::Error;
use crate::view::changes::Way;

/// How sending went.
pub(super) enum Sent {
    /// The service says that it has it; the id of what was made.
    Told(Option<String>),
    /// Nobody knows; the service's words.
    Unknown(Option<String>),
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
        let (id, before, after) = match (change, now) {
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
                let patch = patch(&now.raw, before, after, &along.memberships(), F::GUARD);
                // Where the service itself does not guard, the reading must be a moment old, not a lot.
                if self.way() == Way::Parts && F::GUARD == Guard::Tested {
                    match F::send_patch(&client, id, &patch, along).await {
                        Ok(Some(form)) if change.has_arrived(&form) => {
                            return Sent::Told(None);
                        }
                        Ok(_) => return Sent::Unknown(None),
                        // It may be the guard, or a service without PATCH: the careful way tells.
                        Err(Error::Service(
                            plaspy::Error::NotFound { .. }
                            | plaspy::Error::Conflict { .. }
                            | plaspy::Error::Refused { .. },
                        )) => {}
                        Err(error) => return Sent::of(error),
                    }
                }
                (id, before, after)
            }
        };
        match self.edit_with_care(id, before, after, along).await {
            Ok(sent) => sent,
            Err(error) => Sent::of(error),
        }
    }

    /// Edits one thing by a reading of its own.
    async fn edit_with_care<F: Subject>(
        &self,
        id: &str,
        before: &F,
        after: &F,
        along: Along<'_>,
    ) -> Result<Sent, Error> {
        let client = self.client_for_person();
        let change = Change::Edit {
            id: id.to_owned(),
            before: before.clone(),
            after: after.clone(),
        };
        let Some(now) = F::read(&client, id, along).await? else {
            return Ok(Sent::Gone);
        };
        if !change.conflicts(&now.form).is_empty() {
            return Ok(Sent::Stopped);
        }
        let patch = patch(&now.raw, before, after, &along.memberships(), F::GUARD);
        F::edit(&client, id, &patch, along).await?;
        Ok(Sent::Told(None))
    }
}

impl Sent {
    fn of(error: Error) -> Self {
        match error {
            Error::Service(plaspy::Error::RateLimited { .. }) => Self::Later,
            Error::Service(service) if may_have_arrived(&service) => {
                Self::Unknown(Some(service.to_string()))
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
