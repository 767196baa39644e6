//! A sandbox without a network, on a clock that stands until it is moved: hours of service in seconds.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use chrono::{DateTime, Utc};
use tower::ServiceExt as _;

use crate::clock::Clock;
use crate::config::Config;
use crate::server::{self, Counts, Line, Service};

/// No answer is larger.
const MOST_BYTES: usize = 1 << 30;

/// A sandbox that is asked directly.
pub struct StandingSandbox {
    service: Arc<Service>,
    router: Router,
    token: String,
}

/// What the service answered.
#[derive(Debug)]
pub struct Told {
    /// The HTTP status.
    pub status: u16,
    /// `Retry-After`, where it is given in seconds.
    pub retry_after: Option<Duration>,
    /// The body.
    pub body: Vec<u8>,
}

impl StandingSandbox {
    /// A sandbox whose clock stands at that moment, signed in to.
    ///
    /// # Errors
    /// When it does not issue a token.
    pub async fn new(config: Config, at: DateTime<Utc>) -> io::Result<Self> {
        let service = Arc::new(Service::new(config, Clock::standing(at)));
        let mut sandbox = Self {
            router: server::router(Arc::clone(&service)),
            service,
            token: String::new(),
        };
        let key = serde_json::json!({
            "userName": sandbox.service.config.user_name,
            "apiKey": sandbox.service.api_key(),
        });
        let request = Request::post("/api/Auth/Token")
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(key.to_string()));
        let told = sandbox.answer(request).await?;
        let answer: serde_json::Value = serde_json::from_slice(&told.body)?;
        let token = answer.get("token").and_then(serde_json::Value::as_str);
        token
            .ok_or_else(|| io::Error::other("the sandbox issued no token"))?
            .clone_into(&mut sandbox.token);
        Ok(sandbox)
    }

    /// Moves its clock.
    pub fn move_to(&self, at: DateTime<Utc>) {
        self.service.clock.move_to(at);
    }

    /// Sets the limit of requests a minute.
    pub fn set_requests_per_minute(&self, limit: Option<u32>) {
        self.service.set_requests_per_minute(limit);
    }

    /// What it counted since its start.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.service.counts()
    }

    /// Answers a GET of that path.
    ///
    /// # Errors
    /// When the path can't be asked for.
    pub async fn get(&self, path: &str) -> io::Result<Told> {
        let request = Request::get(path)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .body(Body::empty());
        self.answer(request).await
    }

    async fn answer(&self, request: axum::http::Result<Request<Body>>) -> io::Result<Told> {
        let mut request = request.map_err(io::Error::other)?;
        let line = ConnectInfo(Line::default());
        request.extensions_mut().insert(line);
        let Ok(response) = self.router.clone().oneshot(request).await;
        let status: StatusCode = response.status();
        let retry_after = response.headers().get(header::RETRY_AFTER);
        let retry_after = retry_after
            .and_then(|value| value.to_str().ok()?.parse().ok())
            .map(Duration::from_secs);
        let body = to_bytes(response.into_body(), MOST_BYTES)
            .await
            .map_err(io::Error::other)?;
        Ok(Told {
            status: status.as_u16(),
            retry_after,
            body: body.to_vec(),
        })
    }
}
