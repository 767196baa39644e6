//! GeoJSON: a line for each piece with the times of its points, a point for each stop and alert.

use chrono::{DateTime, SecondsFormat, Utc};
use geojson::{Feature, FeatureCollection, GeoJson, Geometry, GeometryValue, JsonObject, Position};
use serde_json::{Value, json};

use super::{Track, TrackPoint, TrackUnwritten};

pub(super) fn write(track: &Track) -> Result<Vec<u8>, TrackUnwritten> {
    let lines = track.pieces.iter().map(|piece| {
        let times: Vec<Value> = piece.iter().map(|point| time(point.at)).collect();
        // A line has at least two points.
        let shape = match piece.as_slice() {
            [point] => GeometryValue::new_point(position(point)),
            points => GeometryValue::new_line_string(points.iter().map(position)),
        };
        feature(
            shape,
            [("name", json!(track.name)), ("times", times.into())],
        )
    });
    let marks = track.marks.iter().map(|mark| {
        let properties = [
            ("kind", json!(mark.kind.word())),
            ("name", json!(mark.name)),
            ("from", time(mark.point.at)),
            ("to", time(mark.until)),
        ];
        feature(GeometryValue::new_point(position(&mark.point)), properties)
    });
    let file = GeoJson::FeatureCollection(FeatureCollection {
        bbox: None,
        features: lines.chain(marks).collect(),
        foreign_members: None,
    });
    Ok(file.to_string().into_bytes())
}

fn feature<const N: usize>(shape: GeometryValue, properties: [(&str, Value); N]) -> Feature {
    let properties: JsonObject = properties
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    Feature {
        geometry: Some(Geometry::new(shape)),
        properties: Some(properties),
        ..Feature::default()
    }
}

fn position(point: &TrackPoint) -> Position {
    [point.longitude, point.latitude].into()
}

fn time(at: DateTime<Utc>) -> Value {
    at.to_rfc3339_opts(SecondsFormat::Secs, true).into()
}
