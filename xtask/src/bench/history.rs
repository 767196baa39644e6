//! The past of devices: how fast it is read and understood, and how soon a long route is on the map.

use std::path::Path;

use super::figure::{Figure, Target};
use super::{browser, measured, without_window};
use crate::process::Failure;

/// Ratios to a pass of haversines and to a short route, a day out of ten million fixes, and requests.
pub(super) fn measure(root: &Path) -> Result<Vec<Figure>, Failure> {
    let printed = without_window::run(root, "history")?;
    let [plain, whole] = measured(&printed, ["haversineMs", "statisticsMs"])?;
    let [day, worst] = measured(&printed, ["dayMs", "worstDayMs"])?;
    let [requests] = measured(&printed, ["secondLookRequests"])?;
    let painted = browser::run(root, "history")?;
    let [short, long] = measured(&painted, ["shortMs", "longMs"])?;
    let [short_fixes, long_fixes] = measured(&painted, ["shortFixes", "longFixes"])?;
    Ok(vec![
        Figure::told("1,000,000 fixes, a pass of haversines", plain, "ms"),
        Figure::told("1,000,000 fixes to trips and sums", whole, "ms"),
        Figure::held(
            "trips and sums / haversines",
            whole / plain,
            "",
            Target::AtMost(3.0),
        ),
        Figure::held(
            "a day out of 10,000,000 fixes",
            day,
            "ms",
            Target::AtMost(10.0),
        ),
        Figure::told("the longest of 200 such", worst, "ms"),
        Figure::held(
            "requests of a second look at a month",
            requests,
            "",
            Target::Exactly(0.0),
        ),
        Figure::told("positions of the short route", short_fixes, ""),
        Figure::told("positions of the long route", long_fixes, ""),
        Figure::told("short route, click to painted", short, "ms"),
        Figure::told("long route, click to painted", long, "ms"),
        Figure::held("long / short", long / short, "", Target::AtMost(2.0)),
    ])
}
