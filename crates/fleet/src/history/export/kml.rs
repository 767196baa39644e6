//! KML 2.2: the pieces as lines, stops and alerts as points.

use std::collections::HashMap;

use chrono::{DateTime, SecondsFormat, Utc};
use kml::types::{AltitudeMode, Coord, Element, Geometry, LineString, Placemark, Point};
use kml::{Kml, KmlDocument, KmlVersion, KmlWriter};

use super::{Track, TrackPoint, TrackUnwritten};

pub(super) fn write(track: &Track) -> Result<Vec<u8>, TrackUnwritten> {
    let lines = track.pieces.iter().filter_map(|piece| {
        let (first, last) = (piece.first()?, piece.last()?);
        let line = LineString {
            coords: piece.iter().map(coord).collect(),
            tessellate: true,
            altitude_mode: AltitudeMode::ClampToGround,
            ..LineString::default()
        };
        let span = time_span(first.at, last.at);
        Some(placemark(&track.name, Geometry::LineString(line), span))
    });
    let marks = track.marks.iter().map(|mark| {
        let point = Point {
            coord: coord(&mark.point),
            ..Point::default()
        };
        let span = time_span(mark.point.at, mark.until);
        placemark(&mark.name, Geometry::Point(point), span)
    });
    let document = Kml::Document {
        attrs: HashMap::new(),
        elements: std::iter::once(Kml::Element(element("name", &track.name)))
            .chain(lines)
            .chain(marks)
            .collect(),
    };
    let file = Kml::KmlDocument(KmlDocument {
        version: KmlVersion::V22,
        attrs: HashMap::from([(
            "xmlns".to_owned(),
            "http://www.opengis.net/kml/2.2".to_owned(),
        )]),
        elements: vec![document],
    });
    let mut bytes = Vec::new();
    KmlWriter::from_writer(&mut bytes)
        .write(&file)
        .map_err(|error| TrackUnwritten(error.to_string()))?;
    Ok(bytes)
}

fn placemark(name: &str, geometry: Geometry, span: Element) -> Kml {
    Kml::Placemark(Placemark {
        name: Some(name.to_owned()),
        geometry: Some(geometry),
        children: vec![span],
        ..Placemark::default()
    })
}

fn time_span(begin: DateTime<Utc>, end: DateTime<Utc>) -> Element {
    let text = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
    Element {
        name: "TimeSpan".to_owned(),
        children: vec![element("begin", &text(begin)), element("end", &text(end))],
        ..Element::default()
    }
}

fn element(name: &str, content: &str) -> Element {
    Element {
        name: name.to_owned(),
        content: Some(content.to_owned()),
        ..Element::default()
    }
}

fn coord(point: &TrackPoint) -> Coord {
    Coord::new(point.longitude, point.latitude, None)
}
