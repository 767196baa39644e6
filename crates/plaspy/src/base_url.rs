//! The address of a service: https, or plain http on this very computer.

use std::{fmt, net::IpAddr, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use url::{Host, Url};

/// Where a service lives, such as `https://api.plaspy.com`. A white label may front its own host.
///
/// Holds scheme, host, port and perhaps a path that every request begins with; never credentials, a
/// query or a fragment. Plain http is accepted for loopback addresses only, since key and token
/// travel in the requests.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct BaseUrl {
    url: Url,
}

/// Why a text isn't the address of a service.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BaseUrlError {
    /// Not an absolute URL at all.
    #[error("not a web address: {0}")]
    Malformed(#[from] url::ParseError),
    /// A scheme other than https and http.
    #[error("{scheme} can't be spoken with the service, only https")]
    Scheme {
        /// The scheme given.
        scheme: String,
    },
    /// http to another computer: key and token would travel in the clear.
    #[error("http would send the key to {host} unprotected; use https")]
    Insecure {
        /// The host given.
        host: String,
    },
    /// A user name or password inside the address.
    #[error("the address must not hold a user name or password")]
    Credentials,
    /// A query (`?`) or fragment (`#`), which no address of a service has.
    #[error("the address must end before '?' and '#'")]
    QueryOrFragment,
}

impl BaseUrl {
    /// The address of Plaspy itself, which white labels document too.
    #[must_use]
    pub fn plaspy() -> Self {
        "https://api.plaspy.com"
            .parse()
            .expect("the constant is an https address")
    }

    /// Whether the service runs on this computer (127.0.0.0/8, ::1, localhost).
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.url)
    }

    /// The URL of an already encoded path that begins with a slash.
    pub(crate) fn join(&self, encoded_path: &str) -> Url {
        let mut url = self.url.clone();
        url.set_path(&format!(
            "{}{encoded_path}",
            self.url.path().trim_end_matches('/')
        ));
        url
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => IpAddr::V6(ip).to_canonical().is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

impl FromStr for BaseUrl {
    type Err = BaseUrlError;

    fn from_str(text: &str) -> Result<Self, BaseUrlError> {
        let mut url = Url::parse(text.trim())?;
        match url.scheme() {
            "https" => {}
            "http" if is_loopback(&url) => {}
            "http" => {
                let host = url.host_str().unwrap_or_default().to_owned();
                return Err(BaseUrlError::Insecure { host });
            }
            scheme => {
                return Err(BaseUrlError::Scheme {
                    scheme: scheme.to_owned(),
                });
            }
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(BaseUrlError::Credentials);
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(BaseUrlError::QueryOrFragment);
        }
        // One spelling: an address with and one without a slash at its end are the same account.
        let path = url.path().trim_end_matches('/').to_owned();
        url.set_path(&path);
        Ok(Self { url })
    }
}

impl TryFrom<&str> for BaseUrl {
    type Error = BaseUrlError;

    fn try_from(text: &str) -> Result<Self, BaseUrlError> {
        text.parse()
    }
}

/// Without a slash at the end.
impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.url.as_str().trim_end_matches('/'))
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BaseUrl({self})")
    }
}

impl Serialize for BaseUrl {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for BaseUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<String, BaseUrlError> {
        text.parse::<BaseUrl>().map(|url| url.to_string())
    }

    #[test]
    fn https_is_accepted_anywhere() {
        assert_eq!(
            parse(" https://API.plaspy.com/ "),
            Ok("https://api.plaspy.com".into())
        );
        assert_eq!(
            parse("https://gps.example:8443/label/"),
            Ok("https://gps.example:8443/label".into())
        );
    }

    #[test]
    fn http_is_accepted_on_loopback_only() {
        for local in [
            "http://127.0.0.1:80",
            "http://127.9.9.9:5",
            "http://[::1]:5",
            "http://localhost:5",
        ] {
            assert!(parse(local).is_ok(), "{local}");
        }
        for elsewhere in [
            "http://api.plaspy.com",
            "http://192.168.1.2",
            "http://localhost.example",
        ] {
            assert!(
                matches!(parse(elsewhere), Err(BaseUrlError::Insecure { .. })),
                "{elsewhere}"
            );
        }
    }

    #[test]
    fn what_could_hold_a_secret_or_is_no_address_is_refused() {
        assert!(matches!(
            parse("api.plaspy.com"),
            Err(BaseUrlError::Malformed(_))
        ));
        assert!(matches!(
            parse("ftp://api.plaspy.com"),
            Err(BaseUrlError::Scheme { .. })
        ));
        assert_eq!(
            parse("https://me:pw@api.plaspy.com"),
            Err(BaseUrlError::Credentials)
        );
        assert_eq!(
            parse("https://api.plaspy.com/?key=1"),
            Err(BaseUrlError::QueryOrFragment)
        );
    }

    #[test]
    fn two_spellings_of_one_address_are_equal() {
        let [a, b] =
            ["https://x.example/label", "https://X.example/label/"].map(|t| t.parse::<BaseUrl>());
        assert_eq!(a, b);
    }

    #[test]
    fn a_path_of_the_address_comes_before_that_of_the_request() {
        let base: BaseUrl = "https://x.example/label".parse().expect("valid");
        assert_eq!(
            base.join("/api/devices/a%2Fb").as_str(),
            "https://x.example/label/api/devices/a%2Fb"
        );
    }
}
