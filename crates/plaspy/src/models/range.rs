//! Queries over a range of time.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use crate::error::Error;

/// A range of time to query locations over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RangeQuery {
    /// The earliest moment asked for.
    pub from: DateTime<Utc>,
    /// The latest moment asked for.
    pub to: DateTime<Utc>,
}

/// A range of time to query alerts over.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AlertQuery {
    /// The range.
    pub range: RangeQuery,
    /// Only alerts of this name, see [`KNOWN_ALERT_NAMES`](super::KNOWN_ALERT_NAMES); all when
    /// `None`.
    pub alert_name: Option<String>,
}

impl RangeQuery {
    pub(crate) fn to_wire(self) -> Result<Value, Error> {
        if self.from > self.to {
            return Err(Error::invalid("the range of time ends before it begins"));
        }
        Ok(json!({ "from": wire_time(self.from), "to": wire_time(self.to) }))
    }
}

impl AlertQuery {
    pub(crate) fn to_wire(&self) -> Result<Value, Error> {
        let mut body = self.range.to_wire()?;
        if let Some(name) = &self.alert_name {
            body["alertName"] = name.as_str().into();
        }
        Ok(body)
    }
}

/// A moment as it is sent: with `Z`, so that no reader takes it for local time.
pub(super) fn wire_time(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> RangeQuery {
        let [from, to] = ["2024-06-01T00:00:00Z", "2024-06-02T00:00:00Z"]
            .map(|time| time.parse().expect("valid"));
        RangeQuery { from, to }
    }

    #[test]
    fn a_query_says_from_and_to_and_nothing_else() {
        let body = json!({ "from": "2024-06-01T00:00:00Z", "to": "2024-06-02T00:00:00Z" });
        assert_eq!(day().to_wire(), Ok(body.clone()));
        assert_eq!(
            AlertQuery {
                range: day(),
                alert_name: None
            }
            .to_wire(),
            Ok(body)
        );
    }

    #[test]
    fn a_range_must_not_end_before_it_begins() {
        let RangeQuery { from, to } = day();
        assert!(RangeQuery { from: to, to: from }.to_wire().is_err());
    }
}
