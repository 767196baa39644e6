//! What a failure of the HTTP library means.

use super::Error;

/// What a failure of the HTTP library means. Public for those who ask other servers by the same library.
#[must_use]
pub fn from_transport(error: reqwest::Error) -> Error {
    // The URL would say nothing new, and ids are not for every log.
    let error = error.without_url();
    let reason = chain(&error);
    if error.is_timeout() {
        Error::Timeout
    } else if is_tls(&error) {
        Error::Tls { reason }
    } else if error.is_dns() {
        Error::Dns { reason }
    } else if error.is_connect() {
        Error::NoNetwork { reason }
    } else if error.is_builder() {
        Error::InvalidRequest { what: reason }
    } else {
        // Also a body that did not come whole, which the library calls a failure of decoding.
        Error::ConnectionLost { reason }
    }
}

/// The causes of an error, outermost first, without the repetitions that wrappers bring.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let cause_text = cause.to_string();
        if !text.ends_with(&cause_text) {
            text.push_str(": ");
            text.push_str(&cause_text);
        }
        source = cause.source();
    }
    text
}

fn is_tls(error: &(dyn std::error::Error + 'static)) -> bool {
    // What an io::Error wraps is not its source: that is the source of what it wraps.
    let wrapped = error
        .downcast_ref::<std::io::Error>()
        .and_then(std::io::Error::get_ref);
    error.is::<rustls::Error>()
        || wrapped.is_some_and(|inner| is_tls(inner))
        || error.source().is_some_and(is_tls)
}
