//! The contract as HTTP: a command is a POST, events are a stream, the rest is the built UI.

use std::convert::Infallible;
use std::path::Path;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path as UrlPath, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use fleet::moves::Moved;
use fleet_ipc::backend::Backend;
use fleet_ipc::commands::dispatch;
use fleet_ipc::contract::Reply;
use futures_util::stream::{self, Stream};
use tokio::sync::broadcast::error::RecvError;
use tower_http::services::{ServeDir, ServeFile};

use crate::guard::Guard;
use crate::tape::Tape;

/// The same policy as the window's, so that what breaks it breaks in browser tests too.
const CONTENT_POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
     img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'";

/// What the routes need.
#[derive(Clone)]
pub(crate) struct Host {
    pub(crate) backend: Backend,
    pub(crate) tape: Option<Tape>,
}

pub(crate) fn router(host: Host, guard: Guard, ui: &Path) -> Router {
    let guarded = Router::new()
        .route("/ipc/{command}", post(command))
        .route("/ipc-events", get(events))
        .layer(middleware::from_fn_with_state(guard, admit))
        .with_state(host);
    let index = ServeFile::new(ui.join("index.html"));
    guarded
        .fallback_service(ServeDir::new(ui).fallback(index))
        .layer(middleware::map_response(add_content_policy))
}

async fn admit(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    if guard.admits(request.headers()) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

async fn add_content_policy(mut response: Response) -> Response {
    let value = header::HeaderValue::from_static(CONTENT_POLICY);
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, value);
    response
}

async fn command(
    State(host): State<Host>,
    UrlPath(name): UrlPath<String>,
    args: String,
) -> Response {
    match dispatch(&host.backend, &name, &args).await {
        Ok(Reply::Json(json)) => {
            host.record(&name, &json);
            json_response(StatusCode::OK, json)
        }
        Ok(Reply::Bytes(bytes)) => (
            [(header::CONTENT_TYPE, "application/octet-stream")],
            Body::from(bytes),
        )
            .into_response(),
        Err(error) => {
            let json = serde_json::to_string(&error).unwrap_or_default();
            host.record(&name, &json);
            json_response(StatusCode::UNPROCESSABLE_ENTITY, json)
        }
    }
}

async fn events(State(host): State<Host>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let moves = host.backend.moves();
    let stream = stream::unfold((moves, host), |(mut moves, host)| async move {
        loop {
            match moves.recv().await {
                Ok(moved) => {
                    let event = host.event(&moved);
                    return Some((Ok(event), (moves, host)));
                }
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return None,
            }
        }
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

impl Host {
    fn record(&self, what: &str, text: &str) {
        if let Some(tape) = &self.tape {
            tape.write(what, text);
        }
    }

    fn event(&self, moved: &Moved) -> Event {
        let json = serde_json::to_string(moved).unwrap_or_default();
        self.record("event", &json);
        Event::default().data(json)
    }
}

fn json_response(status: StatusCode, json: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], json).into_response()
}
