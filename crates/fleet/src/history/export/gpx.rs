//! GPS Exchange Format 1.1: a track of segments, and stops and alerts as waypoints.

use geo_types::Point;
use gpx::{Gpx, GpxVersion, Metadata, Track as GpxTrack, TrackSegment, Waypoint};
use time::OffsetDateTime;

use super::{Track, TrackPoint, TrackUnwritten};

pub(super) fn write(track: &Track) -> Result<Vec<u8>, TrackUnwritten> {
    let mut whole = GpxTrack::new();
    whole.name = Some(track.name.clone());
    for piece in &track.pieces {
        let mut segment = TrackSegment::new();
        segment.points = piece.iter().map(waypoint).collect();
        whole.segments.push(segment);
    }
    let marks = track.marks.iter().map(|mark| {
        let mut point = waypoint(&mark.point);
        point.name = Some(mark.name.clone());
        point.type_ = Some(mark.kind.word().to_owned());
        point
    });
    let file = Gpx {
        version: GpxVersion::Gpx11,
        creator: Some("Atalaya".to_owned()),
        metadata: Some(Metadata {
            name: Some(track.name.clone()),
            ..Metadata::default()
        }),
        waypoints: marks.collect(),
        tracks: vec![whole],
        ..Gpx::default()
    };
    let mut bytes = Vec::new();
    gpx::write(&file, &mut bytes).map_err(|error| TrackUnwritten(error.to_string()))?;
    Ok(bytes)
}

fn waypoint(point: &TrackPoint) -> Waypoint {
    let mut waypoint = Waypoint::new(Point::new(point.longitude, point.latitude));
    // Whole seconds: some readers know no others.
    let at = OffsetDateTime::from_unix_timestamp(point.at.timestamp()).ok();
    waypoint.time = at.map(Into::into);
    waypoint
}
