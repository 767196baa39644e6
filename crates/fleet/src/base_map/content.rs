//! Whether bytes are what was asked for, whatever their server calls them.

use std::io::Read as _;

use flate2::read::MultiGzDecoder;

use super::trouble::MapTroubleKind;

/// The most that one answer may hold, packed or not.
pub(super) const BODY_LIMIT_BYTES: usize = 4 * 1024 * 1024;
/// The most pixels to a side; a small file can unfold to an image that no computer holds.
const IMAGE_SIDE_LIMIT_PX: usize = 2_048;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    /// PNG, JPEG or WebP.
    Image,
    /// A vector tile (MVT).
    VectorTile,
    /// Letters, as a style's labels need them.
    Glyphs,
    /// JSON.
    Document,
}

/// The bytes, unpacked, if they are what is expected. Empty ones say that there is nothing.
pub(super) fn checked(expected: Expected, bytes: Vec<u8>) -> Result<Vec<u8>, MapTroubleKind> {
    if bytes.is_empty() {
        return match expected {
            Expected::Document => Err(MapTroubleKind::NotAMap),
            _ => Ok(bytes),
        };
    }
    let bytes = unpacked(bytes)?;
    let is_right = match expected {
        Expected::Image => is_image(&bytes)?,
        Expected::VectorTile => has_layers(&bytes),
        Expected::Glyphs => fields(&bytes).is_some(),
        Expected::Document => serde_json::from_slice::<serde::de::IgnoredAny>(&bytes).is_ok(),
    };
    match (is_right, expected) {
        (true, _) => Ok(bytes),
        (false, _) if is_page(&bytes) => Err(MapTroubleKind::WebPage),
        (false, Expected::Image) if has_layers(&bytes) => Err(MapTroubleKind::VectorTiles),
        (false, Expected::Document) => Err(MapTroubleKind::NotAMap),
        (false, _) => Err(MapTroubleKind::NotATile),
    }
}

fn unpacked(bytes: Vec<u8>) -> Result<Vec<u8>, MapTroubleKind> {
    if !bytes.starts_with(&[0x1F, 0x8B]) {
        return Ok(bytes);
    }
    let mut plain = Vec::new();
    MultiGzDecoder::new(bytes.as_slice())
        .take(BODY_LIMIT_BYTES as u64 + 1)
        .read_to_end(&mut plain)
        .map_err(|_| MapTroubleKind::NotATile)?;
    match plain.len() > BODY_LIMIT_BYTES {
        true => Err(MapTroubleKind::TooLarge),
        false => Ok(plain),
    }
}

fn is_image(bytes: &[u8]) -> Result<bool, MapTroubleKind> {
    use imagesize::ImageType;
    match imagesize::image_type(bytes) {
        Ok(ImageType::Png | ImageType::Jpeg | ImageType::Webp) => {}
        _ => return Ok(false),
    }
    let Ok(size) = imagesize::blob_size(bytes) else {
        return Ok(false);
    };
    match size.width.max(size.height) > IMAGE_SIDE_LIMIT_PX {
        true => Err(MapTroubleKind::TooLarge),
        false => Ok(size.width > 0 && size.height > 0),
    }
}

fn is_page(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"<")
}

/// A vector tile is a message whose third field is a layer.
fn has_layers(bytes: &[u8]) -> bool {
    fields(bytes).is_some_and(|numbers| numbers.contains(&3))
}

/// The numbers of the fields of a protobuf message; `None` if it is none.
fn fields(mut bytes: &[u8]) -> Option<Vec<u64>> {
    let mut numbers = Vec::new();
    while !bytes.is_empty() {
        let tag = varint(&mut bytes)?;
        let skip = match tag & 7 {
            0 => {
                varint(&mut bytes)?;
                0
            }
            1 => 8,
            2 => usize::try_from(varint(&mut bytes)?).ok()?,
            5 => 4,
            _ => return None,
        };
        bytes = bytes.get(skip..)?;
        let number = tag >> 3;
        if number == 0 {
            return None;
        }
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    Some(numbers)
}

fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0_u64;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;
    use crate::base_map::samples::{PNG, vector_tile};

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).expect("packed");
        encoder.finish().expect("packed")
    }

    #[test]
    fn tiles_are_told_by_their_bytes() {
        let tile = vector_tile();
        assert_eq!(checked(Expected::Image, PNG.to_vec()), Ok(PNG.to_vec()));
        assert_eq!(
            checked(Expected::VectorTile, tile.clone()),
            Ok(tile.clone())
        );
        assert_eq!(
            checked(Expected::VectorTile, packed(&tile)),
            Ok(tile.clone())
        );
        assert_eq!(checked(Expected::VectorTile, Vec::new()), Ok(Vec::new()));
        let wrong = |expected, bytes: &[u8]| checked(expected, bytes.to_vec()).expect_err("wrong");
        let page = b"\n<!doctype html><title>Sign in</title>";
        for expected in [Expected::Image, Expected::VectorTile, Expected::Document] {
            assert_eq!(wrong(expected, page), MapTroubleKind::WebPage);
        }
        assert_eq!(wrong(Expected::Image, &tile), MapTroubleKind::VectorTiles);
        assert_eq!(wrong(Expected::VectorTile, PNG), MapTroubleKind::NotATile);
        assert_eq!(wrong(Expected::Image, b"GIF89a"), MapTroubleKind::NotATile);
        assert_eq!(
            wrong(Expected::Image, b"{\"error\":1}"),
            MapTroubleKind::NotATile
        );
        assert_eq!(wrong(Expected::Document, b"{"), MapTroubleKind::NotAMap);
    }

    #[test]
    fn little_that_unfolds_to_much_is_refused() {
        let bomb = packed(&vec![0; BODY_LIMIT_BYTES + 1]);
        assert!(bomb.len() < 50_000);
        assert_eq!(
            checked(Expected::VectorTile, bomb),
            Err(MapTroubleKind::TooLarge)
        );
        let mut vast = PNG.to_vec();
        // The width, as the image's head tells it.
        vast[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        assert_eq!(
            checked(Expected::Image, vast),
            Err(MapTroubleKind::TooLarge)
        );
    }
}
