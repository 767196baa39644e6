//! The limit of requests a minute, counted over the last 60 seconds.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::answer::{Failure, answer};
use super::state::Service;

const MINUTE: Duration = Duration::from_secs(60);

pub(super) async fn check(
    State(service): State<Arc<Service>>,
    request: Request,
    next: Next,
) -> Response {
    service.counts.requests.fetch_add(1, Ordering::Relaxed);
    if request.uri().path().starts_with("/api/users") {
        service.counts.on_users.fetch_add(1, Ordering::Relaxed);
    }
    match admit(&service, service.clock.since_start()) {
        Ok(()) => next.run(request).await,
        Err(wait) => {
            service.counts.refused.fetch_add(1, Ordering::Relaxed);
            answer(&service, Err(Failure::too_many(wait.as_secs() + 1)))
        }
    }
}

fn admit(service: &Service, now: Duration) -> Result<(), Duration> {
    let Some(limit) = service.switches().requests_per_minute else {
        return Ok(());
    };
    let mut recent = service.recent();
    while recent
        .front()
        .is_some_and(|at| now.saturating_sub(*at) >= MINUTE)
    {
        recent.pop_front();
    }
    // The request that has to leave the minute before another one fits in.
    let over = recent
        .len()
        .saturating_sub((limit as usize).saturating_sub(1));
    if over > 0 {
        let wait = recent
            .get(over - 1)
            .map_or(MINUTE, |at| (*at + MINUTE).saturating_sub(now));
        return Err(wait);
    }
    recent.push_back(now);
    Ok(())
}
