//! Sends requests over HTTP and reads their answers: the only place that touches the network.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use reqwest::{
    StatusCode,
    header::{
        ACCEPT, AUTHORIZATION, CONTENT_TYPE, DATE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER,
    },
};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;

use crate::{
    answer::Answer,
    base_url::BaseUrl,
    clock::{Clock, ClockOffset},
    envelope::{CONFIRMATION, Envelope, looks_like_html},
    error::{Error, Refusal, from_transport},
    meter::{Admitted, Meter, Outcome, RequestInfo, Urgency},
    request::Request,
};

/// The largest body that is read, after decompression.
const BODY_LIMIT_BYTES: usize = 64 * 1024 * 1024;

/// How many exchanges run at once; more would only open more connections to the same server.
const MAX_CONCURRENT: usize = 32;

const USER_AGENT: &str = concat!("Atalaya/", env!("CARGO_PKG_VERSION"));

/// How long to wait for the service.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Timeouts {
    /// For a connection.
    pub(crate) connect: Duration,
    /// For an exchange in all, the connection included.
    pub(crate) total: Duration,
}

/// The secret that a request carries.
#[derive(Clone, Copy)]
pub(crate) enum Secret<'a> {
    /// A token, to go into the `Authorization` header.
    Token(&'a SecretString),
    /// The API key, which is in the body already.
    KeyInBody(&'a SecretString),
}

impl<'a> Secret<'a> {
    /// The secret itself, whichever way it goes.
    const fn carried(self) -> &'a SecretString {
        match self {
            Self::Token(secret) | Self::KeyInBody(secret) => secret,
        }
    }
}

pub(crate) struct Transport {
    http: reqwest::Client,
    base_url: BaseUrl,
    meter: Arc<dyn Meter>,
    clock: Arc<dyn Clock>,
    offset: ClockOffset,
    lanes: Semaphore,
}

impl Transport {
    pub(crate) fn new(
        base_url: BaseUrl,
        timeouts: Timeouts,
        meter: Arc<dyn Meter>,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Error> {
        let mut http = reqwest::Client::builder()
            .user_agent(USER_AGENT)
            // A redirect could carry the token to another host, and a POST turned GET means another
            // thing.
            .redirect(reqwest::redirect::Policy::none())
            // Nothing is repeated behind the caller's back, least of all a command.
            .retry(reqwest::retry::never())
            .connect_timeout(timeouts.connect)
            .timeout(timeouts.total);
        http = match base_url.is_loopback() {
            // What may be unencrypted must not leave this computer by way of a proxy.
            true => http.no_proxy(),
            false => http.https_only(true),
        };
        let http = http.build().map_err(|error| Error::Tls {
            reason: error.to_string(),
        })?;
        let lanes = Semaphore::new(MAX_CONCURRENT);
        Ok(Self {
            http,
            base_url,
            meter,
            clock,
            offset: ClockOffset::default(),
            lanes,
        })
    }

    pub(crate) fn base_url(&self) -> &BaseUrl {
        &self.base_url
    }

    /// How far the service's clock is ahead of the computer's, once an answer has told.
    pub(crate) fn clock_offset(&self) -> Option<TimeDelta> {
        self.offset.get()
    }

    /// The present moment by the service's clock; by the computer's before the first answer.
    pub(crate) fn server_now(&self) -> DateTime<Utc> {
        self.clock.now() + self.offset.get().unwrap_or_default()
    }

    /// Waits until the app's budget lets the request through.
    pub(crate) async fn admit<T>(&self, request: &Request<T>, urgency: Urgency) -> Admitted<'_> {
        let info = RequestInfo {
            endpoint: request.endpoint(),
            device: request.device().cloned(),
            urgency,
        };
        Admitted::wait(&*self.meter, info).await
    }

    /// Sends a request that was let through, once.
    pub(crate) async fn send<T>(
        &self,
        admitted: Admitted<'_>,
        request: &Request<T>,
        secret: Secret<'_>,
    ) -> Result<Answer<T>, Error> {
        let started = tokio::time::Instant::now();
        let mut outcome = Outcome::default();
        let result = self.exchange(request, secret, &mut outcome).await;
        outcome.failure = result.as_ref().err().map(Error::kind);
        tracing::debug!(
            endpoint = %request.endpoint(),
            urgency = ?admitted.info().urgency,
            status = outcome.status.map(|status| status.as_u16()),
            failure = ?outcome.failure,
            elapsed_ms = started.elapsed().as_millis(),
            "exchange with the service"
        );
        admitted.record(outcome);
        result
    }

    async fn exchange<T>(
        &self,
        request: &Request<T>,
        secret: Secret<'_>,
        outcome: &mut Outcome,
    ) -> Result<Answer<T>, Error> {
        let _lane = self
            .lanes
            .acquire()
            .await
            .expect("the semaphore is never closed");
        let http_request = self.http_request(request, secret)?;
        let sent = self.clock.now();
        let response = self
            .http
            .execute(http_request)
            .await
            .map_err(from_transport)?;
        let received = self.clock.now();

        let status = response.status();
        let server_date = date(response.headers(), &DATE);
        if let Some(date) = server_date {
            self.offset.learn(date, sent, received);
        }
        outcome.status = Some(status);
        outcome.retry_after = retry_after(response.headers(), server_date.unwrap_or(received));

        let bytes = match status {
            StatusCode::NO_CONTENT => Ok(CONFIRMATION.to_vec()),
            _ => read_limited(response).await,
        };
        if !status.is_success() {
            let refusal = Refusal {
                status,
                html: bytes.as_deref().is_ok_and(looks_like_html),
                message: bytes
                    .and_then(|bytes| {
                        let envelope = Envelope::read(&bytes)?;
                        outcome.usage = envelope.usage();
                        Ok(envelope.into_message())
                    })
                    .ok()
                    .flatten(),
                retry_after: outcome.retry_after,
            };
            return Err(refusal
                .without(secret.carried())
                .into_error(request.endpoint()));
        }
        let opened = request.open(&bytes?)?;
        outcome.usage = opened.envelope.usage();
        if opened.envelope.is_refusal() {
            let refusal = Refusal {
                status,
                ..Refusal::with_success(opened.envelope)
            };
            return Err(refusal
                .without(secret.carried())
                .into_error(request.endpoint()));
        }
        Ok(Answer {
            value: opened.value?,
            usage: outcome.usage,
            server_date,
        })
    }

    fn http_request<T>(
        &self,
        request: &Request<T>,
        secret: Secret<'_>,
    ) -> Result<reqwest::Request, Error> {
        let url = self.base_url.join(request.path());
        let mut http = reqwest::Request::new(request.method().clone(), url);
        let headers = http.headers_mut();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        if let Secret::Token(token) = secret {
            let mut bearer = HeaderValue::from_str(&format!("Bearer {}", token.expose_secret()))
                .map_err(|_| Error::not_understood("token", "it can't be sent in a header"))?;
            bearer.set_sensitive(true);
            headers.insert(AUTHORIZATION, bearer);
        }
        if let Some(body) = request.body() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            *http.body_mut() = Some(body.to_vec().into());
        }
        Ok(http)
    }
}

async fn read_limited(mut response: reqwest::Response) -> Result<Vec<u8>, Error> {
    let too_large = || Error::TooLarge {
        limit_bytes: BODY_LIMIT_BYTES,
    };
    if response
        .content_length()
        .is_some_and(|length| length > BODY_LIMIT_BYTES as u64)
    {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(from_transport)? {
        if bytes.len() + chunk.len() > BODY_LIMIT_BYTES {
            return Err(too_large());
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

fn date(headers: &HeaderMap, name: &HeaderName) -> Option<DateTime<Utc>> {
    let text = headers.get(name)?.to_str().ok()?;
    DateTime::parse_from_rfc2822(text)
        .ok()
        .map(|date| date.to_utc())
}

/// `Retry-After` as seconds or as a date of the service's clock.
fn retry_after(headers: &HeaderMap, server_now: DateTime<Utc>) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = date(headers, &RETRY_AFTER)?;
    Some((until - server_now).to_std().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn retry_after_is_read_as_seconds_and_as_a_date() {
        let now = "2024-06-01T12:00:00Z".parse().expect("valid");
        let wait = |value| retry_after(&headers(RETRY_AFTER, value), now);
        assert_eq!(wait("30"), Some(Duration::from_secs(30)));
        assert_eq!(
            wait("Sat, 01 Jun 2024 12:02:00 GMT"),
            Some(Duration::from_secs(120))
        );
        assert_eq!(wait("Sat, 01 Jun 2024 11:00:00 GMT"), Some(Duration::ZERO));
        assert_eq!(wait("later"), None);
    }
}
