//! What is written is read back by readers that share nothing with the writers.

use chrono::TimeDelta;
use roxmltree::{Document, Node};
use serde_json::Value;

use super::*;

fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).expect("a time") + TimeDelta::minutes(minutes)
}

fn point(minutes: i64, latitude: f64, longitude: f64) -> TrackPoint {
    TrackPoint {
        at: at(minutes),
        latitude,
        longitude,
    }
}

fn track() -> Track {
    Track {
        name: "Van <7> & “Ñuñoa”".to_owned(),
        pieces: vec![
            vec![point(0, -30.1, -71.2), point(1, -30.125, -71.25)],
            vec![point(90, 12.5, 179.875)],
        ],
        marks: vec![
            TrackMark {
                kind: TrackMarkKind::Stop,
                name: "Coquimbo".to_owned(),
                point: point(1, -30.125, -71.25),
                until: at(90),
            },
            TrackMark {
                kind: TrackMarkKind::Alert,
                name: "SOS <1>".to_owned(),
                point: point(90, 12.5, 179.875),
                until: at(90),
            },
        ],
    }
}

fn text(format: TrackFormat) -> String {
    let bytes = track().write(format).expect("written");
    String::from_utf8(bytes).expect("UTF-8")
}

fn named<'a>(node: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.descendants()
        .filter(move |node| node.tag_name().name() == name)
}

fn said<'a>(node: Node<'a, 'a>, name: &'a str) -> Option<&'a str> {
    named(node, name).next()?.text()
}

#[test]
fn gpx_has_every_point_with_its_time_and_the_stops() {
    let text = text(TrackFormat::Gpx);
    let file = Document::parse(&text).expect("XML");
    let root = file.root_element();
    assert_eq!(
        root.tag_name().namespace(),
        Some("http://www.topografix.com/GPX/1/1")
    );
    assert_eq!(root.attribute("version"), Some("1.1"));
    let pieces: Vec<usize> = named(root, "trkseg")
        .map(|piece| named(piece, "trkpt").count())
        .collect();
    assert_eq!(pieces, [2, 1]);
    let second = named(root, "trkpt").nth(1).expect("there");
    assert_eq!(second.attribute("lat"), Some("-30.125"));
    assert_eq!(second.attribute("lon"), Some("-71.25"));
    let time: DateTime<Utc> = said(second, "time")
        .expect("a time")
        .parse()
        .expect("valid");
    assert_eq!(time, at(1));
    let track = named(root, "trk").next().expect("a track");
    assert_eq!(said(track, "name"), Some("Van <7> & “Ñuñoa”"));
    let stop = named(root, "wpt").next().expect("a stop");
    assert_eq!(said(stop, "name"), Some("Coquimbo"));
    assert_eq!(said(stop, "type"), Some("stop"));
    let alert = named(root, "wpt").nth(1).expect("an alert");
    assert_eq!(said(alert, "name"), Some("SOS <1>"));
    assert_eq!(said(alert, "type"), Some("alert"));
}

#[test]
fn kml_has_lines_in_its_order_of_degrees_and_the_spans_of_time() {
    let text = text(TrackFormat::Kml);
    let file = Document::parse(&text).expect("XML");
    let root = file.root_element();
    assert_eq!(
        root.tag_name().namespace(),
        Some("http://www.opengis.net/kml/2.2")
    );
    let line = named(root, "LineString").next().expect("a line");
    let coordinates = said(line, "coordinates").expect("points");
    let points: Vec<&str> = coordinates.split_whitespace().collect();
    assert_eq!(points, ["-71.2,-30.1", "-71.25,-30.125"]);
    let names: Vec<_> = named(root, "Placemark")
        .map(|it| said(it, "name"))
        .collect();
    assert_eq!(names[2..], [Some("Coquimbo"), Some("SOS <1>")]);
    let stop = named(root, "Placemark").nth(2).expect("a stop");
    let until: DateTime<Utc> = said(stop, "end").expect("an end").parse().expect("valid");
    assert_eq!(until, at(90));
}

#[test]
fn geojson_has_lines_with_a_time_for_each_point_and_a_lone_point_as_a_point() {
    let file: Value = serde_json::from_str(&text(TrackFormat::GeoJson)).expect("JSON");
    let features = file["features"].as_array().expect("features");
    let kinds: Vec<&str> = features
        .iter()
        .filter_map(|feature| feature["geometry"]["type"].as_str())
        .collect();
    assert_eq!(kinds, ["LineString", "Point", "Point", "Point"]);
    assert_eq!(
        features[0]["geometry"]["coordinates"][1],
        serde_json::json!([-71.25, -30.125])
    );
    assert_eq!(
        features[0]["properties"]["times"].as_array().map(Vec::len),
        Some(2)
    );
    assert_eq!(features[2]["properties"]["name"], "Coquimbo");
    assert_eq!(features[3]["properties"]["kind"], "alert");
}
