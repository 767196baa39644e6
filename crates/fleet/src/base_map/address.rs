//! Addresses of online maps: https, or http on this very computer; of a document, or a template
//! with places for a tile's zoom, column and row.

use url::{Host, Url};

/// Why an address can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Not an absolute web address.
    #[error("it is no web address")]
    Malformed,
    /// Another scheme than https, or http to another computer.
    #[error("it must begin with https:// (or http:// on this computer)")]
    Insecure,
    /// A user name or password inside.
    #[error("it must not hold a user name or password")]
    Credentials,
    /// `{z}`, `{x}` and `{y}` are not all there, or something else is in braces.
    #[error("it needs {{z}}, {{x}} and {{y}}, and may have {{-y}}, {{s}} and {{r}}")]
    Placeholders,
}

/// What `{s}` stands for: the names under which one server is reached.
const SUBDOMAINS: [&str; 3] = ["a", "b", "c"];

/// Reads the address of a document.
pub(super) fn address(text: &str) -> Result<Url, AddressError> {
    let url = Url::parse(text.trim()).map_err(|_| AddressError::Malformed)?;
    match url.scheme() {
        "https" => {}
        "http" if is_loopback(&url) => {}
        _ => return Err(AddressError::Insecure),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(AddressError::Credentials);
    }
    Ok(url)
}

/// Reads an address that a document names; it may be relative to the document's own. What came from
/// the internet can't point into this computer.
pub(super) fn address_in(text: &str, document: &Url) -> Result<Url, AddressError> {
    let url = document
        .join(text.trim())
        .map_err(|_| AddressError::Malformed)?;
    let url = address(url.as_str())?;
    match is_loopback(&url) && !is_loopback(document) {
        true => Err(AddressError::Insecure),
        false => Ok(url),
    }
}

/// Whether an address is of this computer (127.0.0.0/8, ::1, localhost).
pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

/// Host and port, as a person knows a server.
pub(super) fn host_of(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

/// Whether a text is meant as a template of tiles, rather than as the address of a document.
pub(super) fn is_template(text: &str) -> bool {
    text.contains('{')
}

/// The address of every tile of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Template(String);

impl Template {
    /// Reads a template.
    pub(super) fn new(text: &str) -> Result<Self, AddressError> {
        let template = Self(text.trim().to_owned());
        let has = |name: &str| template.0.contains(name);
        if !(has("{z}") && has("{x}") && (has("{y}") || has("{-y}"))) {
            return Err(AddressError::Placeholders);
        }
        let filled = template.filled((0, 0, 0), "a");
        if filled.contains(['{', '}']) {
            return Err(AddressError::Placeholders);
        }
        let url = address(&filled)?;
        // A tile's place is no part of the server's name.
        if address(&template.filled((1, 1, 1), "a"))?.host() != url.host() {
            return Err(AddressError::Placeholders);
        }
        Ok(template)
    }

    /// Reads a template that a document names; it may be relative to the document's own address.
    pub(super) fn new_in(text: &str, document: &Url) -> Result<Self, AddressError> {
        let text = text.trim();
        let whole = match Url::parse(&text.replace(['{', '}'], "")) {
            Ok(_) => text.to_owned(),
            Err(_) => {
                let joined = document.join(text).map_err(|_| AddressError::Malformed)?;
                // Joining spells the braces of a path in another way.
                joined.as_str().replace("%7B", "{").replace("%7D", "}")
            }
        };
        let template = Self::new(&whole)?;
        address_in(&template.filled((0, 0, 0), "a"), document)?;
        Ok(template)
    }

    /// The address of one tile, and the name under which it is kept, whichever subdomain it is asked
    /// of. `None` where there can be no such tile.
    pub(super) fn at(&self, z: u8, x: u32, y: u32) -> Option<(Url, String)> {
        let side = 1_u32.checked_shl(u32::from(z))?;
        if x >= side || y >= side {
            return None;
        }
        let subdomain = SUBDOMAINS[(x.wrapping_add(y) % 3) as usize];
        let url = Url::parse(&self.filled((z, x, y), subdomain)).ok()?;
        Some((url, self.filled((z, x, y), "{s}")))
    }

    /// The server, as a person knows it.
    pub(super) fn host(&self) -> String {
        Url::parse(&self.filled((0, 0, 0), SUBDOMAINS[0]))
            .map(|url| host_of(&url))
            .unwrap_or_default()
    }

    fn filled(&self, (z, x, y): (u8, u32, u32), subdomain: &str) -> String {
        let from_south = 1_u32
            .checked_shl(u32::from(z))
            .unwrap_or(0)
            .wrapping_sub(y + 1);
        self.0
            .replace("{z}", &z.to_string())
            .replace("{x}", &x.to_string())
            .replace("{y}", &y.to_string())
            .replace("{-y}", &from_south.to_string())
            .replace("{r}", "")
            .replace("{s}", subdomain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_names_every_tile_and_keeps_it_under_one_name() {
        let template = Template::new("https://{s}.tiles.example/{z}/{x}/{y}{r}.png?key=k");
        let template = template.expect("a template");
        let (url, key) = template.at(3, 2, 5).expect("a tile");
        assert_eq!(url.as_str(), "https://b.tiles.example/3/2/5.png?key=k");
        assert_eq!(key, "https://{s}.tiles.example/3/2/5.png?key=k");
        assert_eq!(template.at(3, 8, 0), None);
        assert_eq!(template.at(40, 0, 0), None);
        assert_eq!(template.host(), "a.tiles.example");
        let from_south = Template::new("http://127.0.0.1:8080/{z}/{x}/{-y}").expect("a template");
        let (url, _) = from_south.at(3, 0, 1).expect("a tile");
        assert_eq!(url.path(), "/3/0/6");
    }

    #[test]
    fn an_address_that_can_t_be_used_says_why() {
        let why = |text| Template::new(text).expect_err(text);
        assert_eq!(why("https://t.example/{z}/{x}"), AddressError::Placeholders);
        assert_eq!(
            why("https://t.example/{z}/{x}/{y}/{style}"),
            AddressError::Placeholders
        );
        assert_eq!(
            why("https://t{z}.example/{x}/{y}"),
            AddressError::Placeholders
        );
        assert_eq!(why("t.example/{z}/{x}/{y}"), AddressError::Malformed);
        assert_eq!(why("http://t.example/{z}/{x}/{y}"), AddressError::Insecure);
        assert_eq!(why("file:///{z}/{x}/{y}"), AddressError::Insecure);
        assert_eq!(
            why("https://me:secret@t.example/{z}/{x}/{y}"),
            AddressError::Credentials
        );
        assert_eq!(address("maps"), Err(AddressError::Malformed));
    }

    #[test]
    fn a_document_from_the_internet_can_t_point_into_this_computer() {
        let document = address("https://maps.example/styles/day.json").expect("an address");
        let template = Template::new_in("../tiles/{z}/{x}/{y}.pbf", &document).expect("relative");
        let (url, _) = template.at(0, 0, 0).expect("a tile");
        assert_eq!(url.as_str(), "https://maps.example/tiles/0/0/0.pbf");
        assert_eq!(
            Template::new_in("http://localhost:9/{z}/{x}/{y}", &document),
            Err(AddressError::Insecure)
        );
        assert_eq!(
            address_in("https://127.0.0.1/tiles.json", &document),
            Err(AddressError::Insecure)
        );
        let own = address("http://localhost:9/style.json").expect("an address");
        assert!(address_in("tiles.json", &own).is_ok());
    }
}
