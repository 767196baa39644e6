//! Lets only the page in that was opened by the printed address: other pages in the same browser,
//! and names that point to loopback, are turned away.

use std::net::SocketAddr;

use axum::http::{HeaderMap, header};
use rand::distr::{Alphanumeric, SampleString as _};

const SECRET_HEADER: &str = "x-atalaya-secret";
const SECRET_LENGTH: usize = 40;

/// Knows the one host and the one secret.
#[derive(Clone)]
pub(crate) struct Guard {
    host: String,
    origin: String,
    secret: String,
}

impl Guard {
    /// Makes a secret for a listener.
    pub(crate) fn new(address: SocketAddr) -> Self {
        Self {
            host: address.to_string(),
            origin: format!("http://{address}"),
            secret: Alphanumeric.sample_string(&mut rand::rng(), SECRET_LENGTH),
        }
    }

    /// The address to open.
    pub(crate) fn entrance(&self) -> String {
        format!("{}/#secret={}", self.origin, self.secret)
    }

    /// Whether a call came from the page.
    pub(crate) fn admits(&self, headers: &HeaderMap) -> bool {
        let value = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let origin = value(header::ORIGIN.as_str());
        value(header::HOST.as_str()) == Some(&self.host)
            && origin.is_none_or(|origin| origin == self.origin)
            && value(SECRET_HEADER) == Some(&self.secret)
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn headers(guard: &Guard, changed: Option<(&'static str, &'static str)>) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let value = |text: &str| HeaderValue::from_str(text).expect("a header value");
        headers.insert("host", value(&guard.host));
        headers.insert("origin", value(&guard.origin));
        headers.insert(SECRET_HEADER, value(&guard.secret));
        if let Some((name, other)) = changed {
            headers.insert(name, HeaderValue::from_static(other));
        }
        headers
    }

    #[test]
    fn the_page_is_let_in_and_everyone_else_turned_away() {
        let guard = Guard::new(([127, 0, 0, 1], 4_321).into());
        assert!(guard.admits(&headers(&guard, None)));
        for changed in [
            ("host", "attacker.example:4321"),
            ("origin", "https://attacker.example"),
            (SECRET_HEADER, "guessed"),
        ] {
            assert!(
                !guard.admits(&headers(&guard, Some(changed))),
                "{changed:?}"
            );
        }
    }
}
