//! Lets faults strike requests: before they are carried out, in their answers, or on the line.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse as _, Response};
use futures_util::{StreamExt as _, stream};
use serde_json::Value;

use super::answer::{self, Failure};
use super::line::Line;
use super::state::Service;
use crate::company::text;
use crate::faults::{Kind, Operation, dress};

const LOGIN_PAGE: &str =
    "<!doctype html><html><head><title>Wi-Fi</title></head><body>Please sign in</body></html>";

/// In so many pieces a dripping body comes.
const PIECES: usize = 10;

/// Stands around everything.
pub(super) async fn strike(
    State(service): State<Arc<Service>>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: Request,
    next: Next,
) -> Response {
    let operation = Operation::of(request.method().as_str(), request.uri().path());
    let (kinds, number) = service.strike(operation);
    if kinds.is_empty() {
        return next.run(request).await;
    }
    if let Some(answer) = instead(&service, &line, operation, &kinds) {
        return answer;
    }
    let answer = next.run(request).await;
    if kinds.contains(&Kind::ResetAfter) {
        line.reset();
        return answer;
    }
    let (parts, body) = answer.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let bytes = dressed(&service, &bytes, &kinds, number);
    let mut answer = on_the_line(bytes, &kinds);
    let headers = parts.headers.iter();
    for (name, value) in headers.filter(|(name, _)| **name != header::CONTENT_LENGTH) {
        answer.headers_mut().insert(name.clone(), value.clone());
    }
    *answer.status_mut() = parts.status;
    answer
}

/// What comes in place of carrying out the request.
fn instead(
    service: &Service,
    line: &Line,
    operation: Option<Operation>,
    kinds: &[Kind],
) -> Option<Response> {
    kinds.iter().find_map(|kind| match *kind {
        Kind::Status(status) => Some(answer::answer(
            service,
            Err(Failure::new(status, "out of order")),
        )),
        Kind::Bare(status) => Some(status_of(status).into_response()),
        Kind::Html(status) => Some((status_of(status), Html(LOGIN_PAGE)).into_response()),
        Kind::NoPatch(status) if operation.is_some_and(Operation::is_patch) => Some(
            answer::answer(service, Err(Failure::new(status, "no such method"))),
        ),
        Kind::ResetBefore => {
            line.reset();
            Some(StatusCode::OK.into_response())
        }
        _ => None,
    })
}

fn status_of(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn dressed(service: &Service, bytes: &Bytes, kinds: &[Kind], number: u64) -> Bytes {
    let Ok(mut answer) = serde_json::from_slice::<Value>(bytes) else {
        return bytes.clone();
    };
    let groups = service.company();
    let groups = groups.groups.iter();
    let names = groups
        .map(|group| (text(group, "id").to_owned(), text(group, "name").to_owned()))
        .collect();
    dress::dress(&mut answer, kinds, number, &names);
    answer.to_string().into()
}

/// The body as it travels.
fn on_the_line(bytes: Bytes, kinds: &[Kind]) -> Response {
    let padding = kinds.iter().find_map(|kind| match kind {
        Kind::PaddingMib(mib) => Some(*mib as usize * 1024 * 1024),
        _ => None,
    });
    if let Some(padding) = padding {
        let mut padded = bytes.to_vec();
        padded.resize(bytes.len() + padding, b' ');
        return padded.into_response();
    }
    if kinds.contains(&Kind::Cut) {
        let half = bytes.slice(..bytes.len() / 2);
        let cut = stream::once(async {
            // Until the first half has left: an error that comes with it would take it along.
            tokio::time::sleep(Duration::from_millis(50)).await;
            Err(io::Error::from(io::ErrorKind::ConnectionAborted))
        });
        let body = stream::iter([Ok(half)]).chain(cut);
        let mut answer = Body::from_stream(body).into_response();
        let length = HeaderValue::from(bytes.len());
        answer.headers_mut().insert(header::CONTENT_LENGTH, length);
        return answer;
    }
    let drip = kinds.iter().find_map(|kind| match kind {
        Kind::DripSeconds(seconds) => Duration::try_from_secs_f64(*seconds).ok(),
        _ => None,
    });
    match drip {
        Some(time) => {
            let size = bytes.len().div_ceil(PIECES).max(1);
            let pieces: Vec<Bytes> = bytes.chunks(size).map(Bytes::copy_from_slice).collect();
            let pause = time / u32::try_from(pieces.len().max(1)).unwrap_or(1);
            let pieces = stream::iter(pieces).then(move |piece| async move {
                tokio::time::sleep(pause).await;
                Ok::<_, io::Error>(piece)
            });
            Body::from_stream(pieces).into_response()
        }
        None => bytes.into_response(),
    }
}
