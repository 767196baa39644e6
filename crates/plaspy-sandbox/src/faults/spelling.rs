//! How a fault is written on a command line and to the control endpoint.

use std::fmt;
use std::str::FromStr;

use super::{Fault, Kind};

impl FromStr for Fault {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = text.split(',').map(|part| match part.split_once('=') {
            Some((name, value)) => (name.trim(), Some(value.trim())),
            None => (part.trim(), None),
        });
        let (name, value) = parts.next().unwrap_or_default();
        let mut fault = Self {
            kind: kind(name, value)?,
            on: None,
            share: 1.0,
            times: None,
        };
        for (name, value) in parts {
            match (name, value) {
                ("on", Some(operation)) => fault.on = Some(operation.parse()?),
                ("share", value) => {
                    fault.share = number(name, value)?;
                    if !(0.0..=1.0).contains(&fault.share) {
                        return Err("share lies between 0 and 1".to_owned());
                    }
                }
                ("times", value) => fault.times = Some(number(name, value)?),
                _ => return Err(format!("a fault has no {name:?}")),
            }
        }
        Ok(fault)
    }
}

fn kind(name: &str, value: Option<&str>) -> Result<Kind, String> {
    let plain = |kind| match value {
        None => Ok(kind),
        Some(_) => Err(format!("{name} takes no value")),
    };
    match name {
        "status" => Ok(Kind::Status(number(name, value)?)),
        "bare" => Ok(Kind::Bare(number(name, value)?)),
        "html" => Ok(Kind::Html(
            value.map_or(Ok(200), |it| number(name, Some(it)))?,
        )),
        "drip" => Ok(Kind::DripSeconds(number(name, value)?)),
        "padding" => Ok(Kind::PaddingMib(number(name, value)?)),
        "token-seconds" => Ok(Kind::TokenSeconds(number(name, value)?)),
        "token-uses" => Ok(Kind::TokenUses(number(name, value)?)),
        "no-patch" => Ok(Kind::NoPatch(number(name, value)?)),
        "failing-test" => Ok(Kind::FailingTest(number(name, value)?)),
        "group" => match value {
            Some("id") => Ok(Kind::GroupById),
            Some("name") => Ok(Kind::GroupByName),
            _ => Err("group is by id or by name".to_owned()),
        },
        "cut" => plain(Kind::Cut),
        "reset-before" => plain(Kind::ResetBefore),
        "reset-after" => plain(Kind::ResetAfter),
        "expires" => plain(Kind::Expires),
        "null-lists" => plain(Kind::NullLists),
        "null-fields" => plain(Kind::NullFields),
        "missing-fields" => plain(Kind::MissingFields),
        "strings" => plain(Kind::Strings),
        "floats" => plain(Kind::Floats),
        "no-offset" => plain(Kind::NoOffset),
        "speed-kmh" => plain(Kind::SpeedKmh),
        "future" => plain(Kind::Future),
        "at-zero" => plain(Kind::AtZero),
        "jumping" => plain(Kind::Jumping),
        "one-spot" => plain(Kind::OneSpot),
        "far" => plain(Kind::Far),
        "stuck" => plain(Kind::Stuck),
        "few-satellites" => plain(Kind::FewSatellites),
        _ => Err(format!("no fault is called {name:?}")),
    }
}

fn number<T: FromStr>(name: &str, value: Option<&str>) -> Result<T, String> {
    let value = value.ok_or_else(|| format!("{name} needs a value"))?;
    let wrong = |_| format!("{value:?} is no value of {name}");
    value.parse().map_err(wrong)
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            Kind::Status(status) => write!(f, "status={status}"),
            Kind::Bare(status) => write!(f, "bare={status}"),
            Kind::Html(status) => write!(f, "html={status}"),
            Kind::DripSeconds(seconds) => write!(f, "drip={seconds}"),
            Kind::PaddingMib(mib) => write!(f, "padding={mib}"),
            Kind::TokenSeconds(seconds) => write!(f, "token-seconds={seconds}"),
            Kind::TokenUses(uses) => write!(f, "token-uses={uses}"),
            Kind::NoPatch(status) => write!(f, "no-patch={status}"),
            Kind::FailingTest(status) => write!(f, "failing-test={status}"),
            Kind::GroupById => f.write_str("group=id"),
            Kind::GroupByName => f.write_str("group=name"),
            Kind::Cut => f.write_str("cut"),
            Kind::ResetBefore => f.write_str("reset-before"),
            Kind::ResetAfter => f.write_str("reset-after"),
            Kind::Expires => f.write_str("expires"),
            Kind::NullLists => f.write_str("null-lists"),
            Kind::NullFields => f.write_str("null-fields"),
            Kind::MissingFields => f.write_str("missing-fields"),
            Kind::Strings => f.write_str("strings"),
            Kind::Floats => f.write_str("floats"),
            Kind::NoOffset => f.write_str("no-offset"),
            Kind::SpeedKmh => f.write_str("speed-kmh"),
            Kind::Future => f.write_str("future"),
            Kind::AtZero => f.write_str("at-zero"),
            Kind::Jumping => f.write_str("jumping"),
            Kind::OneSpot => f.write_str("one-spot"),
            Kind::Far => f.write_str("far"),
            Kind::Stuck => f.write_str("stuck"),
            Kind::FewSatellites => f.write_str("few-satellites"),
        }?;
        if let Some(operation) = self.on {
            write!(f, ",on={}", operation.name())?;
        }
        if self.share < 1.0 {
            write!(f, ",share={}", self.share)?;
        }
        if let Some(times) = self.times {
            write!(f, ",times={times}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for text in [
            "status=503,on=lastLocation,times=2",
            "bare=408",
            "html=502,share=0.25",
            "drip=1.5",
            "cut",
            "reset-after,on=createGroup,times=1",
            "group=id",
            "far",
            "stuck,on=lastLocation",
            "few-satellites,share=0.1",
            "token-uses=3",
            "failing-test=500,on=patchUser",
        ] {
            let fault: Fault = text.parse().expect("a fault");
            assert_eq!(fault.to_string(), text);
        }
        assert_eq!(
            "html".parse::<Fault>().map(|it| it.to_string()),
            Ok("html=200".into())
        );
    }

    #[test]
    fn what_is_none_is_refused_in_words() {
        for (text, words) in [
            ("", "no fault"),
            ("status", "needs a value"),
            ("status=many", "no value"),
            ("cut=1", "takes no value"),
            ("cut,on=nothing", "no operation"),
            ("cut,share=2", "between"),
            ("cut,when=now", "has no"),
        ] {
            let error = text.parse::<Fault>().expect_err(text);
            assert!(error.contains(words), "{error}");
        }
    }
}
