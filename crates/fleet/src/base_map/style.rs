//! A style from a server, made ours: every address in it is replaced by one of the backend's, which
//! keeps where it leads to. What would reach past that, or change the map as a whole, is left out.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use url::Url;

use super::address::{AddressError, address_in};
use super::content::Expected;
use super::document::{TileSource, tile_source};

/// More sources than this no style needs.
const MOST_SOURCES: usize = 32;

/// What a style needs of other addresses before it can be drawn.
pub(super) struct Draft {
    style: Value,
    document: Url,
    /// The sources that are described elsewhere, by name, and where.
    pub(super) elsewhere: BTreeMap<String, Url>,
}

/// A style that names nothing but parts of the backend.
#[derive(Debug)]
pub(super) struct OwnStyle {
    pub(super) json: String,
    pub(super) sources: Vec<TileSource>,
    /// Where letters are, with `{fontstack}` and `{range}`.
    pub(super) glyphs: Option<Glyphs>,
    /// Where signs are, without the ending.
    pub(super) sprite: Option<Url>,
}

/// Where the letters of a style are.
#[derive(Debug, Clone)]
pub(super) struct Glyphs {
    template: String,
    document: Url,
}

impl Glyphs {
    /// The address of some letters of some fonts.
    pub(super) fn at(&self, fonts: &str, range: &str) -> Option<Url> {
        let is_range = range.len() <= 16
            && range
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'-');
        if !is_range || fonts.len() > 400 {
            return None;
        }
        let mut encoded = String::new();
        for byte in fonts.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b',' => {
                    encoded.push(char::from(byte));
                }
                _ => encoded.push_str(&format!("%{byte:02X}")),
            }
        }
        let text = self
            .template
            .replace("{fontstack}", &encoded)
            .replace("{range}", range);
        address_in(&text, &self.document).ok()
    }
}

/// Reads a style; `None` if the document is none.
pub(super) fn draft(style: Value, document: &Url) -> Option<Result<Draft, AddressError>> {
    if !style["layers"].is_array() || !style["sources"].is_object() {
        return None;
    }
    let mut elsewhere = BTreeMap::new();
    for (name, source) in style["sources"].as_object().into_iter().flatten() {
        if expected_of(source).is_none() {
            continue;
        }
        if let Some(text) = source["url"].as_str() {
            match address_in(text, document) {
                Ok(url) => elsewhere.insert(name.clone(), url),
                Err(error) => return Some(Err(error)),
            };
        }
    }
    if elsewhere.len() > MOST_SOURCES {
        return Some(Err(AddressError::Malformed));
    }
    Some(Ok(Draft {
        style,
        document: document.clone(),
        elsewhere,
    }))
}

/// What the tiles of a source of a style are; `None` for kinds that this app doesn't draw.
fn expected_of(source: &Value) -> Option<Expected> {
    match source["type"].as_str()? {
        "vector" => Some(Expected::VectorTile),
        "raster" | "raster-dem" => Some(Expected::Image),
        _ => None,
    }
}

impl Draft {
    /// Makes the style ours, given what the descriptions elsewhere hold. `base` begins the addresses
    /// of the backend's parts; `credit`, if there is one, takes the place of what the sources say.
    pub(super) fn own(
        self,
        descriptions: &BTreeMap<String, Value>,
        base: &str,
        credit: &str,
    ) -> Result<OwnStyle, AddressError> {
        let mut sources = Vec::new();
        let mut own_sources = Map::new();
        for (name, source) in self.style["sources"].as_object().into_iter().flatten() {
            if let Some(inline) = inline_shapes(source) {
                own_sources.insert(name.clone(), inline);
                continue;
            }
            let Some(expected) = expected_of(source) else {
                continue;
            };
            let mut whole = source.clone();
            let mut document = &self.document;
            if let (Some(described), Some(url)) = (descriptions.get(name), self.elsewhere.get(name))
            {
                document = url;
                for (key, value) in described.as_object().into_iter().flatten() {
                    // What the style says itself comes first.
                    if whole[key].is_null() {
                        whole[key] = value.clone();
                    }
                }
            }
            let mut read = tile_source(&whole, expected, document)?;
            read.tiles.source = u32::try_from(sources.len()).unwrap_or(u32::MAX);
            if !credit.is_empty() {
                read.tiles.credit = credit.to_owned();
            }
            own_sources.insert(name.clone(), own_source(&whole, &read, base));
            sources.push(read);
        }
        let layers: Vec<Value> = self.style["layers"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|layer| match layer["source"].as_str() {
                Some(source) => own_sources.contains_key(source),
                None => layer["type"] == "background",
            })
            .cloned()
            .collect();
        let glyphs = self.style["glyphs"].as_str().map(|template| Glyphs {
            template: template.to_owned(),
            document: self.document.clone(),
        });
        let sprite = match &self.style["sprite"] {
            Value::String(text) => Some(text.as_str()),
            Value::Array(sprites) => sprites
                .iter()
                .find(|sprite| sprite["id"] == "default")
                .and_then(|sprite| sprite["url"].as_str()),
            _ => None,
        };
        let sprite = sprite
            .map(|text| address_in(text, &self.document))
            .transpose()?;
        let mut style = json!({ "version": 8, "sources": own_sources, "layers": layers });
        if glyphs.is_some() {
            style["glyphs"] = json!(format!("{base}/glyphs/{{fontstack}}/{{range}}"));
        }
        if sprite.is_some() {
            style["sprite"] = json!(format!("{base}/sprite"));
        }
        Ok(OwnStyle {
            json: style.to_string(),
            sources,
            glyphs,
            sprite,
        })
    }
}

/// A source whose shapes are in the style itself.
fn inline_shapes(source: &Value) -> Option<Value> {
    (source["type"] == "geojson" && source["data"].is_object()).then(|| {
        let mut own = source.clone();
        if let Some(credit) = source["attribution"].as_str() {
            own["attribution"] = json!(super::credit::safe_credit(credit));
        }
        own
    })
}

fn own_source(whole: &Value, read: &TileSource, base: &str) -> Value {
    let tiles = &read.tiles;
    let mut own = json!({
        "type": whole["type"],
        "tiles": [format!("{base}/{}/{{z}}/{{x}}/{{y}}", tiles.source)],
        "minzoom": tiles.min_zoom,
        "maxzoom": tiles.max_zoom,
    });
    if read.expected == Expected::Image {
        own["tileSize"] = json!(tiles.tile_size_px);
    }
    if let Some(bounds) = tiles.bounds {
        own["bounds"] = json!(bounds);
    }
    if !tiles.credit.is_empty() {
        own["attribution"] = json!(tiles.credit);
    }
    for key in [
        "encoding",
        "promoteId",
        "redFactor",
        "blueFactor",
        "greenFactor",
        "baseShift",
    ] {
        if !whole[key].is_null() {
            own[key] = whole[key].clone();
        }
    }
    own
}

/// The address of a style's signs: the index or the image, perhaps for denser screens.
pub(super) fn sprite_at(sprite: &Url, is_double: bool, ending: &str) -> Url {
    let mut url = sprite.clone();
    let density = if is_double { "@2x" } else { "" };
    url.set_path(&format!("{}{density}{ending}", sprite.path()));
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Url {
        "https://maps.example/styles/day/style.json?key=k"
            .parse()
            .expect("an address")
    }

    fn own(style: Value, descriptions: &BTreeMap<String, Value>) -> Result<OwnStyle, AddressError> {
        draft(style, &document())
            .expect("a style")?
            .own(descriptions, "atalaya://chosen/7", "")
    }

    #[test]
    fn every_address_of_a_style_leads_through_the_backend() {
        let style = json!({
            "version": 8,
            "sources": {
                "streets": { "type": "vector", "url": "https://maps.example/streets.json" },
                "photo": { "type": "raster", "tiles": ["/photo/{z}/{x}/{y}.jpg"], "tileSize": 512 },
                "film": { "type": "video", "urls": ["https://maps.example/a.mp4"] },
                "there": { "type": "geojson", "data": "https://maps.example/points.json" },
            },
            "glyphs": "https://fonts.example/{fontstack}/{range}.pbf",
            "sprite": "sprite",
            "terrain": { "source": "photo" },
            "layers": [
                { "id": "ground", "type": "background" },
                { "id": "roads", "type": "line", "source": "streets", "source-layer": "road" },
                { "id": "film", "type": "raster", "source": "film" },
                { "id": "points", "type": "circle", "source": "there" },
            ],
        });
        let described = json!({
            "tiles": ["tiles/{z}/{x}/{y}.pbf"], "maxzoom": 14,
            "attribution": "<b>Maps</b> Inc. <script>x</script>",
        });
        let descriptions = BTreeMap::from([("streets".to_owned(), described)]);
        let own = own(style, &descriptions).expect("it can be drawn");
        let urls: Vec<_> = own
            .json
            .match_indices("://")
            .map(|(at, _)| own.json[..at].rsplit('"').next().expect("a text"))
            .collect();
        assert!(
            urls.iter().all(|scheme| *scheme == "atalaya"),
            "{}",
            own.json
        );
        let style: Value = serde_json::from_str(&own.json).expect("JSON");
        assert_eq!(style["sources"]["streets"]["attribution"], "Maps Inc.");
        assert_eq!(style["sources"]["streets"]["maxzoom"], 14);
        assert_eq!(style["sources"]["photo"]["tileSize"], 512);
        assert_eq!(style["layers"].as_array().map(Vec::len), Some(2));
        assert!(style["terrain"].is_null());
        let hosts: Vec<_> = own
            .sources
            .iter()
            .map(|source| source.templates[0].at(0, 0, 0).expect("a tile").1)
            .collect();
        assert_eq!(
            hosts,
            [
                "https://maps.example/photo/0/0/0.jpg",
                "https://maps.example/tiles/0/0/0.pbf"
            ]
        );
        let sprite = own.sprite.expect("signs");
        assert_eq!(
            sprite_at(&sprite, true, ".png").as_str(),
            "https://maps.example/styles/day/sprite@2x.png"
        );
        let glyphs = own.glyphs.expect("letters");
        let url = glyphs
            .at("Noto Sans Bold,X/../y", "0-255")
            .expect("letters");
        assert_eq!(
            url.as_str(),
            "https://fonts.example/Noto%20Sans%20Bold,X%2F%2E%2E%2Fy/0-255.pbf"
        );
        assert!(glyphs.at("A", "../../0").is_none());
    }

    #[test]
    fn a_style_that_needs_what_can_t_be_reached_is_refused() {
        let with = |source: Value| json!({ "layers": [], "sources": { "s": source } });
        let none = BTreeMap::new();
        for source in [
            json!({ "type": "vector", "url": "mapbox://mapbox.streets" }),
            json!({ "type": "vector", "tiles": ["http://127.0.0.1:9/{z}/{x}/{y}"] }),
            json!({ "type": "vector" }),
        ] {
            assert!(own(with(source.clone()), &none).is_err(), "{source}");
        }
        assert!(draft(json!({ "tiles": [] }), &document()).is_none());
    }
}
