//! The token call.

use chrono::{DateTime, Utc};
use reqwest::{Method, header::HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use crate::{
    credentials::Credentials,
    decode::{Field, Indispensable, Readable, Source},
    endpoint::Endpoint,
    envelope,
    error::Error,
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
        envelope::flat,
    )?;
    Ok(request.with_body(&body))
}

/// A token as far as its fields have come.
#[derive(Default)]
pub(crate) struct IssuedDraft {
    token: Option<SecretString>,
    expires: Option<DateTime<Utc>>,
}

impl Readable for Issued {
    type Draft = IssuedDraft;

    fn begin() -> IssuedDraft {
        IssuedDraft::default()
    }

    fn take<'de, S: Source<'de>>(
        draft: &mut IssuedDraft,
        field: Field<'_, S>,
    ) -> Result<(), S::Error> {
        match field.name() {
            "token" => draft.token = field.text()?.map(SecretString::from),
            "expires" => draft.expires = field.time()?,
            _ => field.skip()?,
        }
        Ok(())
    }

    fn finish(draft: IssuedDraft, _unreadable: Vec<String>) -> Result<Self, Indispensable> {
        let can_be_sent = |token: &SecretString| {
            let token = token.expose_secret();
            // Not every character can be carried by a header.
            !token.trim().is_empty() && HeaderValue::from_str(token).is_ok()
        };
        Ok(Self {
            token: draft
                .token
                .filter(can_be_sent)
                .ok_or(Indispensable("token"))?,
            expires: draft.expires,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Issued, Error> {
        envelope::flat(json.as_bytes())?.value
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
