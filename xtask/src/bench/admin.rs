//! Users, groups and who sees what, in a large account against a small one; many changes at once
//! against the limit; and what is left when the app is killed in the middle of them.

use std::path::Path;
use std::process::Command;

use super::figure::{Figure, Target};
use super::{browser, built, measured};
use crate::process::{Failure, output, run};

/// How often the app is killed.
const KILLS: &str = "100";

/// Medians in a browser, and the app without its window.
pub(super) fn measure(root: &Path) -> Result<Vec<Figure>, Failure> {
    let mut figures = in_browser(root)?;
    figures.extend(bulk(root)?);
    figures.push(killed(root)?);
    Ok(figures)
}

fn in_browser(root: &Path) -> Result<Vec<Figure>, Failure> {
    let names = [
        "emptyMs",
        "smallKeyMs",
        "largeKeyMs",
        "smallOpenMs",
        "largeOpenMs",
    ];
    let [empty, small_key, large_key, small_open, large_open] =
        measured(&browser::run(root, "admin")?, names)?;
    let more = Target::AtMost(1.5);
    let of_empty = Target::AtMost(3.0);
    Ok(vec![
        Figure::told("empty input, keystroke to paint", empty, "ms"),
        Figure::told("50 users, keystroke to rows", small_key, "ms"),
        Figure::told("5,000 users, keystroke to rows", large_key, "ms"),
        Figure::held("5,000 / 50 users", large_key / small_key, "", more),
        Figure::held("5,000 users / empty input", large_key / empty, "", of_empty),
        Figure::told("200 devices, who sees what opens", small_open, "ms"),
        Figure::told("20,000 devices, who sees what opens", large_open, "ms"),
        Figure::held("20,000 / 200 devices", large_open / small_open, "", more),
        Figure::held(
            "20,000 devices / empty input",
            large_open / empty,
            "",
            of_empty,
        ),
    ])
}

fn bulk(root: &Path) -> Result<Vec<Figure>, Failure> {
    let printed = output(Command::new(built(root, "bench")).arg("bulk"))?;
    let [took, allowed, requests] = measured(&printed, ["tookS", "allowedS", "requestsPerUser"])?;
    Ok(vec![
        Figure::told("1,000 users changed at 3,000 a minute", took, "s"),
        Figure::held(
            "that / what it allows",
            took / allowed,
            "",
            Target::AtMost(1.1),
        ),
        Figure::held("requests a user", requests, "", Target::AtMost(1.1)),
    ])
}

/// How often the journal was as the service after the app was killed at a random moment.
fn killed(root: &Path) -> Result<Figure, Failure> {
    let sound = run(Command::new("cargo")
        .args(["test", "--package", "fleet", "--test", "app", "--"])
        .args([
            "--exact",
            "killed::whenever_it_is_killed_the_journal_is_as_the_service",
        ])
        .env("ATALAYA_KILLS", KILLS)
        .current_dir(root));
    // A test that fails has found one that is not sound, and stops there.
    let holds = if sound.is_ok() { 1.0 } else { 0.0 };
    Ok(Figure::held(
        "killed 100 times, the journal as the service each time",
        holds,
        "",
        Target::Exactly(1.0),
    ))
}
