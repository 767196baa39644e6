//! The token's life: fetched when first needed, renewed ahead of its end, and one call for all who
//! wait.

use std::{
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use secrecy::SecretString;
use tokio::time::Instant;

use crate::{
    answer::{Answer, Usage},
    breaker::Breaker,
    credentials::Credentials,
    error::Error,
    meter::Urgency,
    operations::auth::{self, Issued},
    transport::{Secret, Transport},
};

/// A token is renewed when a tenth of its life is left, or this much of a long life.
const LONGEST_MARGIN: TimeDelta = TimeDelta::seconds(60);

/// How long the present token lasts, by the service's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TokenStatus {
    /// When it ends; `None` where the service didn't say so readably.
    pub expires: Option<DateTime<Utc>>,
    /// From when on the next request renews it; `None` where only a refusal will tell.
    pub renew_from: Option<DateTime<Utc>>,
}

/// A token in use.
pub(crate) struct Token {
    secret: SecretString,
    status: TokenStatus,
    usage: Usage,
    server_date: Option<DateTime<Utc>>,
    refused: AtomicBool,
    /// It was good for a request at least once.
    proved: AtomicBool,
}

impl Token {
    fn new(issued: Answer<Issued>, server_now: DateTime<Utc>) -> Self {
        let Issued { token, expires } = issued.value;
        let renew_from = expires.and_then(|expires| renew_from(expires, server_now));
        Self {
            secret: token,
            status: TokenStatus {
                expires,
                renew_from,
            },
            usage: issued.usage,
            server_date: issued.server_date,
            refused: AtomicBool::new(false),
            proved: AtomicBool::new(false),
        }
    }

    pub(crate) fn secret(&self) -> &SecretString {
        &self.secret
    }

    /// The service refused it (or the caller wants another): the next request renews it. Whether it
    /// was usable until now.
    fn mark_refused(&self) -> bool {
        !self.refused.swap(true, Ordering::AcqRel)
    }

    fn is_usable(&self, server_now: DateTime<Utc>) -> bool {
        !self.refused.load(Ordering::Acquire)
            && self.status.renew_from.is_none_or(|from| server_now < from)
    }
}

/// An end that has passed when the token is issued says nothing: to believe it would mean a token
/// call for each request.
fn renew_from(expires: DateTime<Utc>, server_now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let life = expires - server_now;
    (life > TimeDelta::zero()).then(|| expires - (life / 10).min(LONGEST_MARGIN))
}

/// Keeps the token of one account.
///
/// Whoever needs a token and finds none takes the turn to call for it. Those who come while a call
/// is under way wait for the turn and then find the call's outcome, be it a failure. A caller that
/// is dropped in the middle gives up its turn without an outcome, and the next one in line calls.
/// While a breaker is open after failures, nobody calls, and all get the last failure.
pub(crate) struct TokenKeeper {
    credentials: Credentials,
    state: Mutex<State>,
    turn: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct State {
    token: Option<Arc<Token>>,
    /// How many token calls have ended, and how the last one failed if it did.
    calls_ended: u64,
    failure: Option<Error>,
    breaker: Breaker,
    /// The service's words, once it refused the key.
    rejected: Option<String>,
}

impl State {
    fn check_key(&self) -> Result<(), Error> {
        match &self.rejected {
            Some(message) => Err(Error::KeyRejected {
                message: message.clone(),
            }),
            None => Ok(()),
        }
    }

    /// How the last call ended.
    fn last_outcome(&self) -> Result<Arc<Token>, Error> {
        match (&self.failure, &self.token) {
            (None, Some(token)) => Ok(Arc::clone(token)),
            (failure, _) => Err(failure
                .clone()
                .expect("a call that brought no token has failed")),
        }
    }
}

impl TokenKeeper {
    pub(crate) fn new(credentials: Credentials) -> Self {
        Self {
            credentials,
            state: Mutex::default(),
            turn: tokio::sync::Mutex::default(),
        }
    }

    pub(crate) fn user_name(&self) -> &str {
        self.credentials.user_name()
    }

    /// The service's words if it refused the key.
    pub(crate) fn rejection(&self) -> Option<String> {
        self.state().rejected.clone()
    }

    pub(crate) fn status(&self) -> Option<TokenStatus> {
        self.state().token.as_ref().map(|token| token.status)
    }

    /// A token that should do, fetched or renewed if need be.
    pub(crate) async fn ready(&self, transport: &Transport) -> Result<Arc<Token>, Error> {
        let calls_ended = {
            let state = self.state();
            state.check_key()?;
            match &state.token {
                Some(token) if token.is_usable(transport.server_now()) => {
                    return Ok(Arc::clone(token));
                }
                _ => state.calls_ended,
            }
        };
        let _turn = self.turn.lock().await;
        {
            let state = self.state();
            state.check_key()?;
            if state.calls_ended != calls_ended || state.breaker.wait(Instant::now()).is_some() {
                return state.last_outcome();
            }
        }
        let result = self.call(transport).await;
        self.settle(result)
    }

    /// How long no token call goes out, after failures.
    pub(crate) fn pause(&self) -> Option<Duration> {
        self.state().breaker.wait(Instant::now())
    }

    /// Ends the pause after failures.
    pub(crate) fn resume(&self) {
        self.state().breaker.resume();
    }

    /// A request was answered that went with this token.
    pub(crate) fn proved(&self, token: &Token) {
        if !token.proved.swap(true, Ordering::AcqRel) {
            self.state().breaker.proved();
        }
    }

    /// A request was refused that went with this token: the next one renews it.
    pub(crate) fn refused(&self, token: &Token, error: &Error) {
        if !token.mark_refused() || token.proved.load(Ordering::Acquire) {
            return;
        }
        let mut state = self.state();
        state.breaker.refused_fresh(Instant::now(), rand::random());
        state.failure = Some(error.clone());
    }

    /// The newest token, usable or not, or else `fallback`; an error once the key is refused.
    pub(crate) fn newest(&self, fallback: Arc<Token>) -> Result<Arc<Token>, Error> {
        let state = self.state();
        state.check_key()?;
        Ok(state.token.clone().unwrap_or(fallback))
    }

    /// Fetches a token even if there is a good one, or joins a call under way.
    pub(crate) async fn renew(&self, transport: &Transport) -> Result<Answer<TokenStatus>, Error> {
        if let Some(token) = &self.state().token {
            token.mark_refused();
        }
        let token = self.ready(transport).await?;
        Ok(Answer {
            value: token.status,
            usage: token.usage,
            server_date: token.server_date,
        })
    }

    async fn call(&self, transport: &Transport) -> Result<Token, Error> {
        let request = auth::create_token(&self.credentials)?;
        // Always urgent: a person's request may be among those that wait.
        let admitted = transport.admit(&request, Urgency::Person).await;
        let secret = Secret::KeyInBody(self.credentials.api_key());
        let issued = transport.send(admitted, &request, secret).await?;
        Ok(Token::new(issued, transport.server_now()))
    }

    fn settle(&self, result: Result<Token, Error>) -> Result<Arc<Token>, Error> {
        let mut state = self.state();
        state.calls_ended += 1;
        match result {
            Ok(token) => {
                state.token = Some(Arc::new(token));
                state.failure = None;
            }
            Err(error) => {
                if let Error::KeyRejected { message } = &error {
                    tracing::warn!("the service refuses the API key; no more requests go out");
                    state.rejected = Some(message.clone());
                    state.token = None;
                }
                let asked = error.retry_after();
                state.breaker.failed(asked, Instant::now(), rand::random());
                state.failure = Some(error);
            }
        }
        state.last_outcome()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // No code that can panic runs under the lock, so a poisoned state is a sound one.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).expect("in range")
    }

    #[test]
    fn a_token_is_renewed_ahead_of_its_end() {
        assert_eq!(renew_from(at(3_600), at(0)), Some(at(3_540)));
        assert_eq!(renew_from(at(100), at(0)), Some(at(90)));
    }

    #[test]
    fn an_end_in_the_past_is_not_believed() {
        assert_eq!(renew_from(at(0), at(0)), None);
        assert_eq!(renew_from(at(0), at(3_600)), None);
    }
}
