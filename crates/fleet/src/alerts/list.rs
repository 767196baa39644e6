//! The alerts of several devices, newest first, counted by kind and by day.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use fleet_store::SpanMs;
use plaspy::models::{Alert, KNOWN_ALERT_NAMES};

use crate::history::coverage::missing;
use crate::history::days::DaySlice;
use crate::view::alerts::{AlertDayCount, AlertKindCount};

/// The known names by their letters and digits, since the service spells them in several ways.
static KNOWN: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let known = KNOWN_ALERT_NAMES.iter();
    known.map(|name| (spelling(name), *name)).collect()
});

/// An alert among those of other devices.
#[derive(Debug, Clone, PartialEq)]
pub struct PastAlert {
    /// The id of its device.
    pub device: String,
    /// What the service told of it; its names are spelt as the service documents them.
    pub alert: Alert,
    /// Its kinds, by their place among those of the list.
    kinds: Vec<usize>,
}

/// Alerts of several devices.
#[derive(Debug, Clone, Default)]
pub struct AlertList {
    alerts: Vec<PastAlert>,
    kinds: Vec<AlertKindCount>,
}

impl AlertList {
    /// Of the alerts of each device, named by its id.
    #[must_use]
    pub fn of(devices: impl IntoIterator<Item = (String, Vec<Alert>)>) -> Self {
        let mut list = Self::default();
        let mut places = HashMap::new();
        for (device, alerts) in devices {
            for alert in alerts {
                list.add(&mut places, device.clone(), alert);
            }
        }
        let alerts = &mut list.alerts;
        alerts.sort_by(|one, other| {
            let newest_first = other.alert.time.cmp(&one.alert.time);
            newest_first.then_with(|| one.device.cmp(&other.device))
        });
        list
    }

    fn add(&mut self, places: &mut HashMap<String, usize>, device: String, mut alert: Alert) {
        for name in &mut alert.alerts {
            if let Some(known) = known_name(name) {
                known.clone_into(name);
            }
        }
        let mut kinds: Vec<usize> = Vec::with_capacity(1);
        // One without a name is of the kind that its text says.
        let unnamed = [alert.text.clone().unwrap_or_default()];
        let (names, is_single) = match alert.alerts.as_slice() {
            [] => (&unnamed[..], false),
            names => (names, names.len() == 1),
        };
        for name in names {
            let place = *places.entry(spelling(name)).or_insert_with(|| {
                self.kinds.push(AlertKindCount {
                    name: name.clone(),
                    text: None,
                    count: 0,
                });
                self.kinds.len() - 1
            });
            if kinds.contains(&place) {
                continue;
            }
            kinds.push(place);
            let kind = &mut self.kinds[place];
            kind.count += 1;
            if is_single && kind.text.is_none() {
                kind.text.clone_from(&alert.text);
            }
        }
        self.alerts.push(PastAlert {
            device,
            alert,
            kinds,
        });
    }

    /// Every kind, the most frequent first. An alert of several kinds counts for each of them.
    #[must_use]
    pub fn kinds(&self) -> Vec<AlertKindCount> {
        let mut kinds = self.kinds.clone();
        kinds.sort_by(|one, other| {
            let most_first = other.count.cmp(&one.count);
            most_first.then_with(|| one.name.cmp(&other.name))
        });
        kinds
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.alerts.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.alerts.is_empty()
    }

    /// Those of any of these kinds, newest first; all where none is named.
    pub fn of_kinds(&self, names: &[String]) -> impl Iterator<Item = &PastAlert> {
        let wanted: HashSet<String> = names.iter().map(|name| spelling(name)).collect();
        let kinds = self.kinds.iter();
        let is_wanted: Vec<bool> = kinds
            .map(|kind| wanted.is_empty() || wanted.contains(&spelling(&kind.name)))
            .collect();
        let alerts = self.alerts.iter();
        alerts.filter(move |alert| alert.kinds.iter().any(|kind| is_wanted[*kind]))
    }
}

/// How many there are on each day, oldest first. The days are in order and apart; `known` are the spans
/// that are known of each device.
#[must_use]
pub fn by_day<'a>(
    alerts: impl IntoIterator<Item = &'a PastAlert>,
    days: &[DaySlice],
    known: &[Vec<SpanMs>],
) -> Vec<AlertDayCount> {
    let mut counts = vec![0; days.len()];
    for PastAlert { alert, .. } in alerts {
        let after = days.partition_point(|day| day.from <= alert.time);
        // One before the first day is of none.
        if let Some(count) = after.checked_sub(1).and_then(|place| counts.get_mut(place)) {
            *count += 1;
        }
    }
    let counted = days.iter().zip(counts);
    counted
        .map(|(slice, count)| AlertDayCount {
            day: slice.day,
            count,
            unknown: {
                let span = slice.span_ms();
                let open = known.iter().filter(|of| missing(span, of).is_some());
                crate::view::count(open.count())
            },
        })
        .collect()
}

/// The name of a known kind as the service documents it, of what may be spelt in another way.
pub(crate) fn known_name(name: &str) -> Option<&'static str> {
    KNOWN.get(&spelling(name)).copied()
}

/// A name by its letters and digits. One of none of them stands for itself.
fn spelling(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    let plain: String = letters.flat_map(char::to_lowercase).collect();
    match plain.is_empty() {
        true => name.to_owned(),
        false => plain,
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::history::days::slices;

    fn alert(time: &str, names: &[&str], text: &str) -> Alert {
        let time: DateTime<Utc> = time.parse().expect("a time");
        Alert {
            time,
            latitude: -30.25,
            longitude: -71.5,
            text: (!text.is_empty()).then(|| text.to_owned()),
            notifications: Vec::new(),
            alerts: names.iter().map(ToString::to_string).collect(),
            unreadable: Vec::new(),
        }
    }

    fn list() -> AlertList {
        AlertList::of([
            (
                "a".to_owned(),
                vec![
                    alert("2026-05-01T03:30:00Z", &["SpeedLimit"], "Exceso"),
                    alert("2026-05-02T12:00:00Z", &["speed limit", "LowBattery"], ""),
                ],
            ),
            (
                "b".to_owned(),
                vec![
                    alert("2026-05-01T12:00:00Z", &["Yesca-7"], "Puerta abierta"),
                    alert("2026-05-02T12:00:00Z", &[], "Sin nombre"),
                    alert("2026-05-02T13:00:00Z", &[], ""),
                ],
            ),
        ])
    }

    #[test]
    fn kinds_are_counted_however_they_are_spelt() {
        let kinds = list().kinds();
        let found: Vec<_> = kinds
            .iter()
            .map(|kind| (kind.name.as_str(), kind.text.as_deref(), kind.count))
            .collect();
        assert_eq!(
            found,
            [
                ("SpeedLimit", Some("Exceso"), 2),
                ("", None, 1),
                ("LowBattery", None, 1),
                ("Sin nombre", None, 1),
                ("Yesca-7", Some("Puerta abierta"), 1),
            ]
        );
    }

    #[test]
    fn the_newest_come_first_and_any_of_the_named_kinds_is_enough() {
        let list = list();
        let hours = |names: &[&str]| -> Vec<String> {
            let names: Vec<_> = names.iter().map(ToString::to_string).collect();
            let found = list.of_kinds(&names);
            let hour = |it: &PastAlert| format!("{} {}", it.device, it.alert.time.format("%d %H"));
            found.map(hour).collect()
        };
        assert_eq!(
            hours(&[]),
            ["b 02 13", "a 02 12", "b 02 12", "b 01 12", "a 01 03"]
        );
        assert_eq!(hours(&["SpeedLimit"]), ["a 02 12", "a 01 03"]);
        assert_eq!(hours(&["LowBattery", "Yesca-7"]), ["a 02 12", "b 01 12"]);
        assert_eq!(hours(&[""]), ["b 02 13"], "those of which nothing is told");
        assert_eq!(hours(&["Mileage"]), [""; 0]);
    }

    #[test]
    fn days_are_the_readers() {
        let [first, last] = ["2026-04-30", "2026-05-03"].map(|day| day.parse().expect("a day"));
        let days = slices(first, last, chrono_tz::America::Santiago);
        // Of one device all is known, of the other one all but the last day, of the third one nothing.
        let (begin, end) = (days[0].span_ms().0, days[3].span_ms().1);
        let known = [vec![(begin, end)], vec![(0, days[2].span_ms().1)], vec![]];
        let by_day_of = |days| by_day(list().of_kinds(&[]), days, &known);
        let found = by_day_of(&days);
        let counts: Vec<_> = found.iter().map(|day| day.count).collect();
        assert_eq!(
            counts,
            [1, 1, 3, 0],
            "half past three in UTC is the evening before"
        );
        let unknown: Vec<_> = found.iter().map(|day| day.unknown).collect();
        assert_eq!(unknown, [1, 1, 1, 2]);
        let later = by_day_of(&days[2..]);
        assert_eq!(later[0].count, 3, "what is before the first day is of none");
    }
}
