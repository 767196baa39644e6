//! The critical alerts that nobody has seen yet, newest first. Kept with the account.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::edges::Risen;

/// No more are kept: the oldest go.
pub const MOST_UNREAD: usize = 500;

/// A critical alert that rose while the app looked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnreadAlert {
    /// Tells it from the account's others.
    pub number: u32,
    /// The device's id.
    pub device: String,
    /// The device's name then.
    pub name: String,
    /// The service's code; empty where it only says that something is critical.
    pub code: String,
    /// What the service says of it.
    pub text: Option<String>,
    /// When the tracker measured the fix that raised it.
    pub at: DateTime<Utc>,
}

/// The list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnreadList {
    alerts: Vec<UnreadAlert>,
    next_number: u32,
}

impl UnreadList {
    /// All of them, newest first.
    #[must_use]
    pub fn alerts(&self) -> &[UnreadAlert] {
        &self.alerts
    }

    /// Takes one in, unless that very alert of that very fix is there already.
    pub fn add(&mut self, device: &str, name: &str, risen: Risen) -> Option<UnreadAlert> {
        let Risen { code, text, at } = risen;
        let is_known =
            |known: &UnreadAlert| known.device == device && known.code == code && known.at == at;
        if self.alerts.iter().any(is_known) {
            return None;
        }
        let alert = UnreadAlert {
            number: self.next_number,
            device: device.to_owned(),
            name: name.to_owned(),
            code,
            text,
            at,
        };
        self.next_number = self.next_number.wrapping_add(1);
        self.alerts.insert(0, alert.clone());
        self.alerts.truncate(MOST_UNREAD);
        Some(alert)
    }

    /// Takes out what was seen; whether that changes anything.
    pub fn see(&mut self, seen: &Seen) -> bool {
        let before = self.alerts.len();
        self.alerts.retain(|alert| match seen {
            Seen::All => false,
            Seen::One { number } => alert.number != *number,
            Seen::Device { id } => alert.device != *id,
        });
        self.alerts.len() != before
    }
}

/// What a person has seen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "of", rename_all = "camelCase")]
pub enum Seen {
    /// Everything.
    All,
    /// One alert.
    One {
        /// Which.
        number: u32,
    },
    /// All alerts of a device.
    Device {
        /// The service's id.
        id: String,
    },
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn risen(code: &str, second: i64) -> Risen {
        Risen {
            code: code.to_owned(),
            text: None,
            at: DateTime::UNIX_EPOCH + TimeDelta::seconds(second),
        }
    }

    fn codes(list: &UnreadList) -> Vec<&str> {
        list.alerts()
            .iter()
            .map(|alert| alert.code.as_str())
            .collect()
    }

    #[test]
    fn each_is_kept_once_until_it_is_seen() {
        let mut list = UnreadList::default();
        assert!(list.add("a", "Van", risen("one", 0)).is_some());
        assert!(list.add("a", "Van", risen("one", 0)).is_none());
        list.add("a", "Van", risen("two", 1));
        let third = list.add("b", "Truck", risen("three", 2)).expect("new");
        list.add("b", "Truck", risen("four", 3));
        assert_eq!(codes(&list), ["four", "three", "two", "one"]);
        assert!(list.see(&Seen::Device { id: "a".to_owned() }));
        assert!(list.see(&Seen::One {
            number: third.number
        }));
        assert_eq!(codes(&list), ["four"]);
        assert!(list.see(&Seen::All));
        assert!(!list.see(&Seen::All));
    }

    #[test]
    fn the_list_is_bounded_and_the_oldest_go() {
        let mut list = UnreadList::default();
        for second in 0..=MOST_UNREAD as i64 {
            list.add("a", "Van", risen("one", second));
        }
        assert_eq!(list.alerts().len(), MOST_UNREAD);
        assert_eq!(list.alerts().last().map(|alert| alert.number), Some(1));
    }
}
