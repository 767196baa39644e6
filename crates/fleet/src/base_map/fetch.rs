//! Asks the servers of maps: with a client of its own, which has no credentials, trusts no redirect
//! but to https, and reads no more than it was told to.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use reqwest::header::{
    CACHE_CONTROL, DATE, ETAG, EXPIRES, HeaderMap, HeaderName, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    LAST_MODIFIED, RETRY_AFTER,
};
use reqwest::{Client, ClientBuilder, StatusCode, redirect};
use url::Url;

use super::address::{host_of, is_loopback};
use super::content::BODY_LIMIT_BYTES;
use super::freshness::{Dating, http_date};
use super::trouble::{Failure, MapTroubleKind};

const USER_AGENT: &str = concat!("Atalaya/", env!("CARGO_PKG_VERSION"));
const MOST_REDIRECTS: usize = 3;

/// How long to wait for a server.
#[derive(Debug, Clone, Copy)]
pub(super) struct Timeouts {
    /// For a connection.
    pub(super) connect: Duration,
    /// For an exchange in all.
    pub(super) total: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            total: Duration::from_secs(15),
        }
    }
}

/// What a server answered.
#[derive(Debug)]
pub(super) enum Answer {
    /// Something, not looked at yet.
    Body(Vec<u8>, Dating),
    /// What is kept is still so.
    Unchanged(Dating),
    /// There is nothing at the address.
    Nothing(Dating),
}

/// Why there is no answer, and how long the server wants to be left alone.
#[derive(Debug)]
pub(super) struct NoAnswer {
    pub(super) failure: Failure,
    pub(super) retry_after: Option<TimeDelta>,
}

/// The way to the servers.
pub(super) struct Http {
    internet: Client,
    // Plain http stays on this computer, so it must not go by way of a proxy.
    here: Client,
}

impl Http {
    pub(super) fn new(timeouts: Timeouts) -> Result<Self, Failure> {
        let client = |builder: ClientBuilder| {
            builder
                .user_agent(USER_AGENT)
                .redirect(redirect::Policy::custom(follow))
                .connect_timeout(timeouts.connect)
                .timeout(timeouts.total)
                .build()
                .map_err(|error| {
                    let (kind, detail) = meaning_of(error);
                    Failure::new("", kind, detail)
                })
        };
        Ok(Self {
            internet: client(Client::builder().https_only(true))?,
            here: client(Client::builder().no_proxy())?,
        })
    }

    /// Asks for what is at an address, unless it is still what `known` tells.
    pub(super) async fn get(
        &self,
        url: &Url,
        known: &Dating,
        now: DateTime<Utc>,
    ) -> Result<Answer, NoAnswer> {
        let host = host_of(url);
        let failed = |kind, detail: String| NoAnswer {
            failure: Failure::new(&host, kind, detail),
            retry_after: None,
        };
        let client = match is_loopback(url) {
            true => &self.here,
            false => &self.internet,
        };
        let mut request = client.get(url.clone());
        for (name, value) in [
            (IF_NONE_MATCH, &known.etag),
            (IF_MODIFIED_SINCE, &known.last_modified),
        ] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let broken = |error| {
            let (kind, detail) = meaning_of(error);
            failed(kind, detail)
        };
        let mut response = request.send().await.map_err(broken)?;
        let dating = dating(response.headers());
        let status = response.status();
        let kind = match status {
            StatusCode::OK => {
                let mut body = Vec::new();
                while let Some(chunk) = response.chunk().await.map_err(broken)? {
                    if body.len() + chunk.len() > BODY_LIMIT_BYTES {
                        let detail = format!("more than {BODY_LIMIT_BYTES} bytes");
                        return Err(failed(MapTroubleKind::TooLarge, detail));
                    }
                    body.extend_from_slice(&chunk);
                }
                return Ok(Answer::Body(body, dating));
            }
            StatusCode::NOT_MODIFIED => return Ok(Answer::Unchanged(dating)),
            StatusCode::NO_CONTENT | StatusCode::NOT_FOUND | StatusCode::GONE => {
                return Ok(Answer::Nothing(dating));
            }
            StatusCode::TOO_MANY_REQUESTS => MapTroubleKind::Busy,
            _ if status.is_redirection() => MapTroubleKind::Moved,
            _ if status.is_server_error() => MapTroubleKind::Down,
            _ => MapTroubleKind::Refused,
        };
        Err(NoAnswer {
            retry_after: retry_after(response.headers(), now),
            ..failed(kind, status.to_string())
        })
    }
}

/// Only to https, and from the internet never into this computer; otherwise the redirect itself is
/// the answer.
fn follow(attempt: redirect::Attempt<'_>) -> redirect::Action {
    let from_here = attempt.previous().first().is_some_and(is_loopback);
    let is_safe = attempt.url().scheme() == "https" && (from_here || !is_loopback(attempt.url()));
    if attempt.previous().len() <= MOST_REDIRECTS && is_safe {
        attempt.follow()
    } else {
        attempt.stop()
    }
}

fn dating(headers: &HeaderMap) -> Dating {
    let text = |name: HeaderName| Some(headers.get(name)?.to_str().ok()?.to_owned());
    Dating {
        cache_control: text(CACHE_CONTROL),
        expires: text(EXPIRES),
        date: text(DATE),
        etag: text(ETAG),
        last_modified: text(LAST_MODIFIED),
    }
}

fn retry_after(headers: &HeaderMap, now: DateTime<Utc>) -> Option<TimeDelta> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?;
    match text.parse::<u32>() {
        Ok(seconds) => Some(TimeDelta::seconds(i64::from(seconds))),
        Err(_) => Some(http_date(text)? - now),
    }
}

/// What kind of trouble it is, and what the library says of it.
fn meaning_of(error: reqwest::Error) -> (MapTroubleKind, String) {
    use plaspy::Error;
    match plaspy::from_transport(error) {
        Error::Timeout => (MapTroubleKind::Timeout, Error::Timeout.to_string()),
        Error::Tls { reason } => (MapTroubleKind::Tls, reason),
        Error::Dns { reason } => (MapTroubleKind::Dns, reason),
        Error::NoNetwork { reason } => (MapTroubleKind::NoNetwork, reason),
        Error::ConnectionLost { reason } => (MapTroubleKind::ConnectionLost, reason),
        other => (MapTroubleKind::ConnectionLost, other.to_string()),
    }
}
