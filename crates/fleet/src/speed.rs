//! The speed on the wire as km/h.

/// km/h from the wire's number.
///
/// The service documents no unit; its older page says metres per second, so that is assumed
/// (docs/API.md, Speed).
#[must_use]
pub fn speed_kmh(speed_raw: f64) -> f64 {
    speed_raw * 3.6
}
