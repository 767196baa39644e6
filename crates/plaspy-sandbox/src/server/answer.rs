//! The envelope around every answer, and the ways in which a request is turned down.

use std::sync::atomic::Ordering;

use axum::Json;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, TimeDelta, Utc};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::state::Service;
use crate::config::RetryAfter;

/// Why a request is turned down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    status: u16,
    error: String,
    retry_after_s: Option<u64>,
}

impl Failure {
    pub(super) fn new(status: u16, error: impl Into<String>) -> Self {
        Self {
            status,
            error: error.into(),
            retry_after_s: None,
        }
    }

    pub(super) fn bad(error: impl Into<String>) -> Self {
        Self::new(400, error)
    }

    pub(super) fn not_found(what: &str) -> Self {
        Self::new(404, what)
    }

    pub(super) fn conflict(error: impl Into<String>) -> Self {
        Self::new(409, error)
    }

    /// The same as a conflict, if it was a bad request.
    pub(super) fn into_conflict(self) -> Self {
        match self.status {
            400 => Self {
                status: 409,
                ..self
            },
            _ => self,
        }
    }

    pub(super) fn too_many(retry_after_s: u64) -> Self {
        Self {
            retry_after_s: Some(retry_after_s),
            ..Self::new(429, "too many requests")
        }
    }

    /// The envelope of a failure, without counters.
    fn envelope(&self) -> Map<String, Value> {
        super::super::company::object(json!({ "success": false, "error": self.error }))
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        respond(&self, self.envelope(), None)
    }
}

fn respond(
    failure: &Failure,
    body: Map<String, Value>,
    retry_after: Option<HeaderValue>,
) -> Response {
    let status = StatusCode::from_u16(failure.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, Json(body)).into_response();
    if let Some(wait) = retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    response
}

/// Puts the envelope around an answer: `success`, `error` and the counters.
pub(super) fn answer(service: &Service, result: Result<Map<String, Value>, Failure>) -> Response {
    let requests = service.counts.requests.load(Ordering::Relaxed);
    let counters = |mut body: Map<String, Value>| {
        body.insert("apiUsage".to_owned(), 1.into());
        body.insert("apiDailyUsage".to_owned(), requests.into());
        body
    };
    match result {
        Ok(mut body) => {
            body.insert("success".to_owned(), true.into());
            body.insert("error".to_owned(), Value::Null);
            Json(counters(body)).into_response()
        }
        Err(failure) => {
            let wait = failure
                .retry_after_s
                .and_then(|seconds| retry_after(service, seconds));
            respond(&failure, counters(failure.envelope()), wait)
        }
    }
}

/// How long to wait, in the form that the service has.
fn retry_after(service: &Service, seconds: u64) -> Option<HeaderValue> {
    let form = service.switches().retry_after;
    match form {
        RetryAfter::Seconds => Some(HeaderValue::from(seconds)),
        RetryAfter::Date => {
            let wait = TimeDelta::try_seconds(i64::try_from(seconds).ok()?)?;
            HeaderValue::from_str(&http_date(service.now() + wait)).ok()
        }
        RetryAfter::Never => None,
    }
}

/// A moment as HTTP headers have it.
pub(super) fn http_date(moment: DateTime<Utc>) -> String {
    moment.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// An answer with one thing in it.
pub(super) fn with(name: &str, value: impl Into<Value>) -> Map<String, Value> {
    Map::from_iter([(name.to_owned(), value.into())])
}

/// A JSON body; 415 for another type, 400 for one that doesn't fit.
pub(super) struct Body<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok());
        if !kind.is_some_and(|kind| kind.starts_with("application/json")) {
            return Err(Failure::new(415, "send application/json"));
        }
        let text = String::from_request(request, state)
            .await
            .map_err(|error| Failure::bad(error.to_string()))?;
        serde_json::from_str(&text)
            .map(Self)
            .map_err(|error| Failure::bad(error.to_string()))
    }
}
