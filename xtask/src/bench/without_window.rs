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

/// How well the refresh policy spends a limit that the service hides, against round robin: the worst of
/// nine limits and fleets on a simulated clock, and one over real HTTP.
pub(super) fn refresh(root: &Path) -> Result<Vec<Figure>, Failure> {
    let printed = run(root, "refresh")?;
    let simulated = [
        "leastUsed",
        "mostRefused",
        "ageOfRoundRobin",
        "oldestRounds",
    ];
    let [used, refused, age, oldest] = measured(&printed, simulated)?;
    let [http_used, http_refused] = measured(&printed, ["httpUsed", "httpRefused"])?;
    let (most_used, few_refused) = (Target::AtLeast(0.9), Target::AtMost(0.01));
    Ok(vec![
        Figure::held("used of the limit, at the least", used, "", most_used),
        Figure::held("refused, at the most", refused, "", few_refused),
        Figure::held(
            "age on the screen / round robin's, at the most",
            age,
            "",
            Target::AtMost(0.5),
        ),
        Figure::held(
            "longest wait, in rounds at the limit",
            oldest,
            "",
            Target::AtMost(32.0),
        ),
        Figure::held("over HTTP: used of the limit", http_used, "", most_used),
        Figure::held("over HTTP: refused", http_refused, "", few_refused),
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

pub(super) fn run(root: &Path, bench: &str) -> Result<String, Failure> {
    output(Command::new(built(root, "bench")).arg(bench))
}
