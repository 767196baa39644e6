//! Tokens: a key is exchanged for a JWT, which every other request has to bring.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::{TimeDelta, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::answer::{Body, Failure, answer};
use super::state::Service;
use crate::faults::Kind;

#[derive(Serialize, Deserialize)]
struct Claims {
    sub: String,
    exp: i64,
    iat: i64,
    /// Tokens of an earlier generation were made invalid.
    generation: u64,
    /// Tells tokens of one second apart.
    jti: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TokenRequest {
    user_name: String,
    api_key: String,
}

pub(super) async fn token(
    State(service): State<Arc<Service>>,
    Body(request): Body<TokenRequest>,
) -> Response {
    service.counts.token_calls.fetch_add(1, Ordering::Relaxed);
    if request.user_name.is_empty() || request.api_key.is_empty() {
        return Failure::bad("userName and apiKey must not be empty").into_response();
    }
    let accepted = {
        let switches = service.switches();
        request.user_name == service.config.user_name && request.api_key == switches.api_key
    };
    if !accepted {
        service.counts.refused.fetch_add(1, Ordering::Relaxed);
        return Failure::new(401, "Invalid user name or API key").into_response();
    }
    match issue(&service) {
        Ok((token, expires)) => {
            axum::Json(json!({ "success": true, "token": token, "expires": expires }))
                .into_response()
        }
        Err(error) => Failure::new(500, error.to_string()).into_response(),
    }
}

fn issue(
    service: &Service,
) -> Result<(String, chrono::DateTime<Utc>), jsonwebtoken::errors::Error> {
    let now = service.now();
    let lifetime = TimeDelta::from_std(service.config.token_lifetime).unwrap_or(TimeDelta::MAX);
    let expires = now + lifetime.min(TimeDelta::days(3_650));
    let mut switches = service.switches_mut();
    let claims = Claims {
        sub: service.config.user_name.clone(),
        exp: expires.timestamp(),
        iat: now.timestamp(),
        generation: switches.token_generation,
        jti: service.counts.token_calls.load(Ordering::Relaxed),
    };
    let key = EncodingKey::from_secret(switches.signing_secret.as_bytes());
    let token = jsonwebtoken::encode(&Header::new(Algorithm::HS512), &claims, &key)?;
    if service.config.control {
        switches.issued.push(token.clone());
    }
    Ok((token, expires))
}

pub(super) async fn check(
    State(service): State<Arc<Service>>,
    request: Request,
    next: Next,
) -> Response {
    let token = request
        .headers()
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    if token.is_some_and(|token| is_valid(&service, token)) {
        return next.run(request).await;
    }
    service.counts.refused.fetch_add(1, Ordering::Relaxed);
    answer(&service, Err(Failure::new(401, "No valid token")))
}

fn is_valid(service: &Service, token: &str) -> bool {
    let now = service.now().timestamp();
    let switches = service.switches();
    let key = DecodingKey::from_secret(switches.signing_secret.as_bytes());
    // The service's clock judges, which a test may have set.
    let mut validation = Validation::new(Algorithm::HS512);
    validation.validate_exp = false;
    let Ok(decoded) = jsonwebtoken::decode::<Claims>(token, &key, &validation) else {
        return false;
    };
    let Claims {
        exp,
        iat,
        generation,
        ..
    } = decoded.claims;
    exp > now && generation == switches.token_generation && !is_dead(service, token, now - iat)
}

/// Whether a fault makes a token die before its end.
fn is_dead(service: &Service, token: &str, age_s: i64) -> bool {
    let too_old = service.fault(|kind| match kind {
        Kind::TokenSeconds(seconds) => Some(age_s >= seconds),
        _ => None,
    });
    let uses = service.fault(|kind| match kind {
        Kind::TokenUses(uses) => Some(uses),
        _ => None,
    });
    too_old == Some(true) || uses.is_some_and(|uses| service.use_token(token) > uses)
}
