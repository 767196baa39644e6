//! The devices' page with 100,000 devices against 1,000, in Chromium on the dev host.

use std::path::Path;

use super::figure::{Figure, Target};
use super::{browser, measured};
use crate::process::Failure;

/// Ratios of medians, memory, and how busy the page is while fixes fold in.
pub(super) fn measure(root: &Path) -> Result<Vec<Figure>, Failure> {
    let json = browser::run(root, "fleet")?;
    let [empty] = measured(&json, ["emptyMs"])?;
    let [small_key, small_tick, small_open] =
        measured(&json, ["smallKeyMs", "smallTickMs", "smallOpenMs"])?;
    let [large_key, large_tick, large_open] =
        measured(&json, ["largeKeyMs", "largeTickMs", "largeOpenMs"])?;
    let [small_heap, large_heap] = measured(&json, ["smallHeap", "largeHeap"])?;
    let [small_pss, large_pss] = measured(&json, ["smallPss", "largePss"])?;
    let [small_bytes, large_bytes] = measured(&json, ["smallBytes", "largeBytes"])?;
    let [folded, long, age] = measured(&json, ["largeFolded", "largeLongMsPerS", "largeAgeP95Ms"])?;
    let more = Target::AtMost(1.5);
    let heap = large_heap / small_heap;
    Ok(vec![
        Figure::told("empty input, keystroke to paint", empty, "ms"),
        Figure::told("1,000, keystroke to rows", small_key, "ms"),
        Figure::told("100,000, keystroke to rows", large_key, "ms"),
        Figure::held(
            "keystroke, 100,000 / 1,000",
            large_key / small_key,
            "",
            more,
        ),
        Figure::held(
            "keystroke, 100,000 / empty input",
            large_key / empty,
            "",
            Target::AtMost(3.0),
        ),
        Figure::told("1,000, refresh to map", small_tick, "ms"),
        Figure::told("100,000, refresh to map", large_tick, "ms"),
        Figure::held(
            "refresh, 100,000 / 1,000",
            large_tick / small_tick,
            "",
            more,
        ),
        Figure::told("1,000, opening a device", small_open, "ms"),
        Figure::told("100,000, opening a device", large_open, "ms"),
        Figure::held(
            "opening, 100,000 / 1,000",
            large_open / small_open,
            "",
            more,
        ),
        Figure::held("page heap, 100,000 / 1,000", heap, "", Target::AtMost(1.2)),
        Figure::held(
            "memory of all processes, 100,000 - 1,000",
            large_pss - small_pss,
            "MiB",
            Target::AtMost(150.0),
        ),
        Figure::told("bytes of a refresh, 1,000", small_bytes, ""),
        Figure::told("bytes of a refresh, 100,000", large_bytes, ""),
        Figure::held(
            "bytes of a refresh, 100,000 / 1,000",
            large_bytes / small_bytes,
            "",
            more,
        ),
        Figure::held(
            "fixes folded in",
            folded,
            "a second",
            Target::AtLeast(500.0),
        ),
        Figure::held(
            "long tasks meanwhile",
            long,
            "ms a second",
            Target::AtMost(50.0),
        ),
        Figure::held(
            "from answer to paint, p95",
            age,
            "ms",
            Target::AtMost(500.0),
        ),
    ])
}
