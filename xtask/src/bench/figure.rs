//! A figure: what was measured, and what it should be.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::process::Failure;

/// What a figure should be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Target {
    AtMost(f64),
    AtLeast(f64),
    Exactly(f64),
}

impl Target {
    fn holds(self, value: f64) -> bool {
        match self {
            Self::AtMost(most) => value <= most,
            Self::AtLeast(least) => value >= least,
            Self::Exactly(exact) => value == exact,
        }
    }

    fn words(self) -> String {
        match self {
            Self::AtMost(most) => format!("at most {most}"),
            Self::AtLeast(least) => format!("at least {least}"),
            Self::Exactly(exact) => format!("{exact}"),
        }
    }
}

/// A figure. One without a target says what another one is made of.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    name: &'static str,
    value: f64,
    unit: &'static str,
    target: Option<Target>,
}

impl Figure {
    /// One that has to be told only.
    pub(super) fn told(name: &'static str, value: f64, unit: &'static str) -> Self {
        Self {
            name,
            value,
            unit,
            target: None,
        }
    }

    /// One that is held against a target.
    pub(super) fn held(name: &'static str, value: f64, unit: &'static str, target: Target) -> Self {
        Self {
            target: Some(target),
            ..Self::told(name, value, unit)
        }
    }

    fn holds(&self) -> Option<bool> {
        self.target.map(|target| target.holds(self.value))
    }

    fn kept(&self, engine: &str) -> Value {
        json!({
            "figure": self.name,
            "value": self.value,
            "unit": self.unit,
            "target": self.target.map(Target::words),
            "holds": self.holds(),
            "engine": engine,
        })
    }
}

/// Writes figures to a file, as `[{figure, value, unit, target, holds, engine}]`.
pub(super) fn keep(file: &Path, figures: &[Figure], engine: &str) -> Result<(), Failure> {
    let kept: Vec<Value> = figures.iter().map(|figure| figure.kept(engine)).collect();
    fs::write(file, format!("{:#}\n", Value::Array(kept)))?;
    Ok(())
}

/// Prints figures as a table.
pub(super) fn print(figures: &[Figure]) {
    println!(
        "{:<42} {:>12} {:<4} {:<14} holds",
        "figure", "value", "unit", "target"
    );
    for figure in figures {
        let target = figure.target.map(Target::words).unwrap_or_default();
        let holds = match figure.holds() {
            None => "",
            Some(true) => "yes",
            Some(false) => "NO",
        };
        let value = match figure.value.fract() == 0.0 {
            true => format!("{}", figure.value),
            false => format!("{:.2}", figure.value),
        };
        println!(
            "{:<42} {value:>12} {:<4} {target:<14} {holds}",
            figure.name, figure.unit
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_kept_with_its_target_and_whether_it_holds() {
        let ratio = Figure::held("ratio", 1.6, "", Target::AtMost(1.5));
        assert_eq!(
            ratio.kept("here"),
            json!({
                "figure": "ratio", "value": 1.6, "unit": "", "target": "at most 1.5",
                "holds": false, "engine": "here",
            })
        );
        let told = Figure::told("time", 2.0, "s").kept("here");
        assert_eq!(
            (&told["target"], &told["holds"]),
            (&Value::Null, &Value::Null)
        );
        assert!(Target::AtLeast(15.0).holds(15.0) && Target::Exactly(1.0).holds(1.0));
    }
}
