//! What the bench's own program measures, which needs no window: reading, and asking a fleet.

use std::path::Path;
use std::process::Command;

use super::figure::{Figure, Target};
use super::{built, measured};
use crate::process::{Failure, output};

/// How long it takes to read 10,000 locations, against a plain derive.
pub(super) fn decode(root: &Path) -> Result<Vec<Figure>, Failure> {
    let [tolerant, plain] = measured(&run(root, "decode")?, ["tolerantMs", "plainMs"])?;
    let ratio = tolerant / plain;
    Ok(vec![
        Figure::told("10,000 locations, plain derive", plain, "ms"),
        Figure::told("10,000 locations, tolerant", tolerant, "ms"),
        Figure::held("tolerant / plain", ratio, "", Target::AtMost(1.5)),
    ])
}

/// How long it takes to ask a fleet, against one by one and against what a limit allows.
pub(super) fn sweep(root: &Path) -> Result<Vec<Figure>, Failure> {
    let times = ["oneByOneS", "sweepS", "limitedS", "allowedS"];
    let counts = ["lastLocations", "tokenCalls", "refusedAtLimit"];
    let printed = run(root, "sweep")?;
    let [one_by_one, app, limited, allowed] = measured(&printed, times)?;
    let [asked, tokens, refused] = measured(&printed, counts)?;
    let (faster, of_allowed) = (one_by_one / app, limited / allowed);
    Ok(vec![
        Figure::told("1,000 devices one by one (100, times 10)", one_by_one, "s"),
        Figure::told("1,000 devices by the app", app, "s"),
        Figure::held("one by one / app", faster, "", Target::AtLeast(15.0)),
        Figure::held("last locations asked", asked, "", Target::Exactly(1_000.0)),
        Figure::held("token calls", tokens, "", Target::Exactly(1.0)),
        Figure::told("7,000 devices at 6,000 a minute", limited, "s"),
        Figure::held(
            "that / what it allows",
            of_allowed,
            "",
            Target::AtMost(1.05),
        ),
        Figure::held("refused meanwhile", refused, "", Target::Exactly(0.0)),
    ])
}

fn run(root: &Path, bench: &str) -> Result<String, Failure> {
    output(Command::new(built(root, "bench")).arg(bench))
}
