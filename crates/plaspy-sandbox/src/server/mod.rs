//! The service over HTTP: routes, what every request passes, and the state behind them.

mod answer;
mod auth;
mod collection;
mod commands;
mod control;
mod day;
mod devices;
mod fault;
mod groups;
mod limit;
mod line;
mod patch;
mod state;
mod users;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};

pub use commands::Received;
pub(crate) use line::{Door, Line};
pub use state::Counts;
pub(crate) use state::Service;

use answer::Failure;

pub(crate) fn router(service: Arc<Service>) -> Router {
    let api = Router::new()
        .route("/api/devices", get(devices::list))
        .route("/api/devices/{id}", get(devices::one))
        .route(
            "/api/devices/{id}/lastLocation",
            get(devices::last_location),
        )
        .route("/api/devices/{id}/locations", post(devices::locations))
        .route("/api/devices/{id}/alerts", post(devices::alerts))
        .route("/api/devices/{id}/sendCommand", post(commands::send))
        .route("/api/groups", get(groups::list).post(groups::create))
        .route(
            "/api/groups/{id}",
            get(groups::one)
                .put(groups::replace)
                .patch(groups::patch)
                .delete(groups::delete),
        )
        .route("/api/users", get(users::list).post(users::create))
        .route("/api/users/countries", get(users::countries))
        .route("/api/users/timeZones", get(users::time_zones))
        .route(
            "/api/users/{id}",
            get(users::one)
                .put(users::replace)
                .patch(users::patch)
                .delete(users::delete),
        )
        .layer(middleware::from_fn_with_state(
            Arc::clone(&service),
            auth::check,
        ))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&service),
            limit::check,
        ));
    let mut router = Router::new()
        .route("/api/Auth/Token", post(auth::token))
        .merge(api)
        .fallback(async || Failure::not_found("no such address"))
        .method_not_allowed_fallback(async || Failure::new(405, "method not allowed"))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&service),
            fault::strike,
        ))
        .layer(middleware::from_fn_with_state(Arc::clone(&service), pass));
    if service.config.control {
        router = router.nest("/sandbox", control::router());
    }
    router.with_state(service)
}

/// What every request of the service passes: its latency, its clock, and its being down.
async fn pass(State(service): State<Arc<Service>>, request: Request, next: Next) -> Response {
    let latency = service.latency();
    if !latency.is_zero() {
        tokio::time::sleep(latency).await;
    }
    let mut response = if service.is_down() {
        answer::answer(&service, Err(Failure::new(503, "down for maintenance")))
    } else {
        next.run(request).await
    };
    if let Ok(date) = HeaderValue::from_str(&answer::http_date(service.now())) {
        response.headers_mut().insert(header::DATE, date);
    }
    response
}
