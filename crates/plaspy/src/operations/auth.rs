//! The token call.

use chrono::{DateTime, Utc};
use reqwest::{Method, header::HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use crate::{
    credentials::Credentials, endpoint::Endpoint, envelope::Body, error::Error, fields::Fields,
    request::Request,
};

/// A token as the service issued it.
pub(crate) struct Issued {
    pub(crate) token: SecretString,
    /// `None` where it is missing or unreadable.
    pub(crate) expires: Option<DateTime<Utc>>,
}

pub(crate) fn create_token(credentials: &Credentials) -> Result<Request<Issued>, Error> {
    let body = json!({
        "userName": credentials.user_name(),
        "apiKey": credentials.api_key().expose_secret(),
    });
    let request = Request::new(
        Endpoint::CreateToken,
        Method::POST,
        &["api", "Auth", "Token"],
        read_token,
    )?;
    Ok(request.with_body(&body))
}

fn read_token(body: Body) -> Result<Issued, Error> {
    let mut fields = Fields::new(body.into_object());
    let expires = fields.take_time("expires");
    let token = fields
        .take_text("token")
        .filter(|token| !token.trim().is_empty());
    let token = token.ok_or_else(|| Error::not_understood("token", "there is none"))?;
    if HeaderValue::from_str(&token).is_err() {
        return Err(Error::not_understood(
            "token",
            "it holds characters that no header can carry",
        ));
    }
    Ok(Issued {
        token: token.into(),
        expires,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Issued, Error> {
        read_token(Body::parse(json.as_bytes())?)
    }

    #[test]
    fn an_unreadable_expiry_costs_only_itself() {
        let issued = read(r#"{"success":true,"token":"abc","expires":"soon"}"#).expect("a token");
        assert_eq!(
            (issued.token.expose_secret(), issued.expires),
            ("abc", None)
        );
    }

    #[test]
    fn success_without_a_token_is_not_understood() {
        for json in [
            r#"{"success":true,"token":null}"#,
            r#"{"success":true,"token":"a\nb"}"#,
        ] {
            assert!(
                matches!(read(json), Err(Error::NotUnderstood { .. })),
                "{json}"
            );
        }
    }
}
