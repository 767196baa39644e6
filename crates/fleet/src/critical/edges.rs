//! When an alert rises: it is in a critical fix, and was not in the one before.

use chrono::{DateTime, Utc};
use plaspy::models::Location;

/// What was known of a device before its newest fix.
#[derive(Debug, Clone, Copy)]
pub enum Before<'a> {
    /// Nothing: nobody has asked about it yet.
    Unknown,
    /// It had never reported.
    NoFix,
    /// Its last fix.
    Fix(&'a Location),
}

/// An alert that rose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risen {
    /// The service's code; empty where it only says that something is critical.
    pub code: String,
    /// What the service says of it.
    pub text: Option<String>,
    /// When the tracker measured the fix.
    pub at: DateTime<Utc>,
}

/// The alerts that rose with the newest fix. The service says of a fix that it is critical, and not which
/// of its alerts is: all that are new in it count, and all of it if nothing is new but that. What was
/// already so when the app first asked did not rise.
#[must_use]
pub fn risen(before: Before<'_>, now: &Location) -> Vec<Risen> {
    if now.has_critical_alert != Some(true) {
        return Vec::new();
    }
    let (known, was_critical): (&[String], bool) = match before {
        Before::Unknown => return Vec::new(),
        Before::NoFix => (&[], false),
        Before::Fix(fix) => (&fix.alerts, fix.has_critical_alert == Some(true)),
    };
    let all = alerts(now);
    let new: Vec<_> = all
        .iter()
        .filter(|alert| !known.contains(&alert.code))
        .cloned()
        .collect();
    match (new.is_empty(), was_critical) {
        (false, _) => new,
        (true, true) => Vec::new(),
        (true, false) if all.is_empty() => vec![Risen {
            code: String::new(),
            text: now.alert_texts.first().cloned(),
            at: now.time,
        }],
        (true, false) => all,
    }
}

/// The alerts of a fix, each once. Texts belong to codes only where there are as many of them.
fn alerts(fix: &Location) -> Vec<Risen> {
    let has_texts = fix.alert_texts.len() == fix.alerts.len();
    let mut alerts: Vec<Risen> = Vec::new();
    for (place, code) in fix.alerts.iter().enumerate() {
        if alerts.iter().all(|alert| alert.code != *code) {
            let text = fix.alert_texts.get(place).filter(|_| has_texts);
            alerts.push(Risen {
                code: code.clone(),
                text: text.cloned(),
                at: fix.time,
            });
        }
    }
    alerts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fix(codes: &[&str], is_critical: bool) -> Location {
        Location {
            alerts: codes.iter().map(|code| (*code).to_owned()).collect(),
            has_critical_alert: Some(is_critical),
            ..Location::new(DateTime::UNIX_EPOCH, 1.0, 2.0)
        }
    }

    fn codes(before: Before<'_>, now: &Location) -> Vec<String> {
        let risen = risen(before, now);
        risen.into_iter().map(|alert| alert.code).collect()
    }

    #[test]
    fn an_alert_rises_once_and_again_after_it_ended() {
        let (calm, sos) = (fix(&[], false), fix(&["SOSButton"], true));
        assert_eq!(codes(Before::Fix(&calm), &sos), ["SOSButton"]);
        assert!(codes(Before::Fix(&sos), &sos).is_empty());
        assert!(codes(Before::Fix(&sos), &calm).is_empty());
        assert_eq!(codes(Before::Fix(&calm), &sos), ["SOSButton"]);
    }

    #[test]
    fn only_what_is_new_in_a_critical_fix_rises() {
        let fast = fix(&["SpeedLimit"], false);
        let both = fix(&["SpeedLimit", "SOSButton", "SOSButton"], true);
        assert!(codes(Before::Fix(&fix(&[], false)), &fast).is_empty());
        assert_eq!(codes(Before::Fix(&fast), &both), ["SOSButton"]);
    }

    #[test]
    fn an_alert_that_becomes_critical_rises_and_so_does_one_without_a_code() {
        let (mild, grave) = (fix(&["LowBattery"], false), fix(&["LowBattery"], true));
        assert_eq!(codes(Before::Fix(&mild), &grave), ["LowBattery"]);
        let bare = fix(&[], true);
        assert_eq!(codes(Before::Fix(&fix(&[], false)), &bare), [""]);
        assert!(codes(Before::Fix(&bare), &bare).is_empty());
    }

    #[test]
    fn what_was_so_at_the_first_look_does_not_rise_but_a_first_report_does() {
        let sos = fix(&["SOSButton"], true);
        assert!(codes(Before::Unknown, &sos).is_empty());
        assert_eq!(codes(Before::NoFix, &sos), ["SOSButton"]);
    }

    #[test]
    fn texts_go_with_their_codes_only_where_there_are_as_many() {
        let mut now = fix(&["SOSButton", "GPSUnplugged"], true);
        now.alert_texts = vec!["Help".to_owned(), "No power".to_owned()];
        let texts = |now: &Location| -> Vec<_> {
            let risen = risen(Before::NoFix, now);
            risen.into_iter().map(|alert| alert.text).collect()
        };
        assert_eq!(
            texts(&now),
            [Some("Help".to_owned()), Some("No power".to_owned())]
        );
        now.alert_texts.pop();
        assert_eq!(texts(&now), [None, None]);
    }
}
