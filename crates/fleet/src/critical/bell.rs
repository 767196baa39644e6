//! The port to the computer's notifications, and what is told through it: in the reader's words, as the
//! settings have it.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::quiet::AlertSettings;
use super::unread::UnreadAlert;
use crate::ledger::calendar::zone_named;

/// So many devices are named in a summary.
const MOST_NAMED: usize = 3;

/// Shows notifications of the computer. Calls may block for a moment.
pub trait Notifier: Send + Sync {
    /// Shows one. Where that fails, the log tells; what it says is kept as unread all the same.
    fn show(&self, notice: Notice);
}

/// Shows none: for a program that nobody looks at.
#[derive(Debug, Clone, Copy)]
pub struct NoNotifications;

impl Notifier for NoNotifications {
    fn show(&self, _: Notice) {}
}

/// A notification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Notice {
    /// What stands first.
    pub title: String,
    /// What stands below.
    pub body: String,
    /// With a sound.
    pub sound: bool,
    /// The device that it leads to, if it is about one.
    pub device: Option<String>,
}

/// How notifications are written for the reader. Until the window has told, the service's own words stand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlertReader {
    /// The reader's time zone by its IANA name, which says when quiet hours are. One that is not known is
    /// read as UTC.
    pub time_zone: String,
    /// Words of the known codes.
    pub names: HashMap<String, String>,
    /// Words of an alert of which the service tells no code.
    pub critical: String,
    /// The title of a summary, with `{count}` for how many there are.
    pub summary: String,
}

impl AlertReader {
    fn words(&self, alert: &UnreadAlert) -> String {
        let name = self.names.get(&alert.code).or(alert.text.as_ref());
        let words = name.unwrap_or(&alert.code);
        if words.is_empty() {
            &self.critical
        } else {
            words
        }
        .clone()
    }

    fn notice(&self, alert: &UnreadAlert, sound: bool) -> Notice {
        Notice {
            title: self.words(alert),
            body: alert.name.clone(),
            sound,
            device: Some(alert.device.clone()),
        }
    }

    fn summary(&self, alerts: &[UnreadAlert], sound: bool) -> Notice {
        let mut names: Vec<&str> = Vec::new();
        for alert in alerts {
            if !names.contains(&alert.name.as_str()) {
                names.push(&alert.name);
            }
        }
        let more = if names.len() > MOST_NAMED { "…" } else { "" };
        names.truncate(MOST_NAMED);
        Notice {
            title: self.summary.replace("{count}", &alerts.len().to_string()),
            body: format!("{}{more}", names.join(", ")),
            sound,
            device: None,
        }
    }
}

/// Tells a person, as they want to be told.
pub(crate) struct Bell {
    notifier: Arc<dyn Notifier>,
    settings: RwLock<AlertSettings>,
    reader: RwLock<AlertReader>,
}

impl Bell {
    pub(crate) fn new(notifier: Arc<dyn Notifier>, settings: AlertSettings) -> Self {
        Self {
            notifier,
            settings: RwLock::new(settings),
            reader: RwLock::default(),
        }
    }

    pub(crate) fn configure(&self, settings: AlertSettings) {
        *self
            .settings
            .write()
            .unwrap_or_else(PoisonError::into_inner) = settings;
    }

    pub(crate) fn read_by(&self, reader: AlertReader) {
        *self.reader.write().unwrap_or_else(PoisonError::into_inner) = reader;
    }

    /// Whether a person wants to be told at that moment.
    pub(crate) fn tells(&self, now: DateTime<Utc>) -> bool {
        let zone = zone_named(&self.reader().time_zone);
        self.settings().tells(now, zone)
    }

    /// Tells of one alert. Blocks for a moment.
    pub(crate) fn tell(&self, alert: &UnreadAlert) {
        let sound = self.settings().sound;
        self.notifier.show(self.reader().notice(alert, sound));
    }

    /// Tells of many. Blocks for a moment.
    pub(crate) fn tell_summary(&self, alerts: &[UnreadAlert]) {
        let sound = self.settings().sound;
        if let [alert] = alerts {
            return self.tell(alert);
        }
        self.notifier.show(self.reader().summary(alerts, sound));
    }

    fn settings(&self) -> AlertSettings {
        *self.settings.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn reader(&self) -> AlertReader {
        self.reader
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alert(name: &str, code: &str, text: Option<&str>) -> UnreadAlert {
        UnreadAlert {
            number: 0,
            device: "17".to_owned(),
            name: name.to_owned(),
            code: code.to_owned(),
            text: text.map(str::to_owned),
            at: DateTime::UNIX_EPOCH,
        }
    }

    fn reader() -> AlertReader {
        AlertReader {
            time_zone: "America/Santiago".to_owned(),
            names: HashMap::from([("SOSButton".to_owned(), "SOS button".to_owned())]),
            critical: "Critical alert".to_owned(),
            summary: "{count} critical alerts".to_owned(),
        }
    }

    #[test]
    fn an_alert_is_told_in_the_readers_words_then_the_services_then_as_it_came() {
        let title = |code: &str, text| reader().notice(&alert("Van", code, text), false).title;
        assert_eq!(title("SOSButton", Some("Botón")), "SOS button");
        assert_eq!(title("Odd", Some("Raro")), "Raro");
        assert_eq!(title("Odd", None), "Odd");
        assert_eq!(title("", None), "Critical alert");
    }

    #[test]
    fn a_summary_counts_the_alerts_and_names_a_few_devices() {
        let alerts = ["A", "A", "B", "C", "D"].map(|name| alert(name, "SOSButton", None));
        let notice = reader().summary(&alerts, true);
        assert_eq!(notice.title, "5 critical alerts");
        assert_eq!(notice.body, "A, B, C…");
        assert_eq!(notice.device, None);
    }
}
