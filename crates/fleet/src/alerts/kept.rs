//! Alerts as rows of the history, and back.

use chrono::DateTime;
use fleet_store::AlertRow;
use plaspy::models::Alert;
use serde::{Deserialize, Serialize};

/// What is no column of its own.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Rest {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notifications: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unreadable: Vec<String>,
}

/// The row of an alert. Times are kept to the millisecond.
#[must_use]
pub fn row(alert: Alert) -> AlertRow {
    let rest = Rest {
        notifications: alert.notifications,
        unreadable: alert.unreadable,
    };
    AlertRow {
        at_ms: alert.time.timestamp_millis(),
        latitude: alert.latitude,
        longitude: alert.longitude,
        // Nothing in either can fail to be written.
        names: serde_json::to_string(&alert.alerts).unwrap_or_default(),
        text: alert.text,
        rest: (rest != Rest::default())
            .then(|| serde_json::to_string(&rest).ok())
            .flatten(),
    }
}

/// The alert of a row; `None` where no time is like that of the row.
#[must_use]
pub fn alert(row: AlertRow) -> Option<Alert> {
    let time = DateTime::from_timestamp_millis(row.at_ms)?;
    let rest = row.rest.as_deref();
    let rest: Rest = rest
        .and_then(|rest| serde_json::from_str(rest).ok())
        .unwrap_or_default();
    Some(Alert {
        time,
        latitude: row.latitude,
        longitude: row.longitude,
        text: row.text,
        notifications: rest.notifications,
        alerts: serde_json::from_str(&row.names).unwrap_or_default(),
        unreadable: rest.unreadable,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alert_comes_back_as_it_was() {
        let bare = Alert {
            time: DateTime::from_timestamp_millis(1_800_000_000_123).expect("a time"),
            latitude: -30.25,
            longitude: -71.5,
            text: None,
            notifications: Vec::new(),
            alerts: vec!["SpeedLimit".to_owned(), "Speeding \"Alert\"".to_owned()],
            unreadable: Vec::new(),
        };
        assert_eq!(row(bare.clone()).rest, None, "nothing else was told");
        let told = Alert {
            text: Some("Exceso de velocidad".to_owned()),
            notifications: vec!["SMS".to_owned()],
            unreadable: vec!["text".to_owned()],
            ..bare.clone()
        };
        for one in [bare, told] {
            assert_eq!(alert(row(one.clone())), Some(one));
        }
    }
}
