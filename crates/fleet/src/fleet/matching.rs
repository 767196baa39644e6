//! Devices found by what people call them.

use std::collections::{HashMap, HashSet};

use plaspy::DeviceId;

use super::Fleet;
use crate::view::groups::Matches;
use crate::words::fold;

impl Fleet {
    /// The devices that have one of these words as their id, name or number; each device once.
    #[must_use]
    pub fn match_devices(&self, words: &[String]) -> Matches {
        let index = self.device_index();
        let mut matches = Matches::default();
        let mut seen = HashSet::new();
        for word in words.iter().map(|word| word.trim()) {
            let found = index.find(word);
            if found.is_empty() && !word.is_empty() {
                matches.unmatched.push(word.to_owned());
            }
            for id in found {
                if seen.insert(id) {
                    matches.found.push(self.device_ref(id.as_str()));
                }
            }
        }
        matches
    }

    /// Finds devices by what people call them.
    #[must_use]
    pub fn device_index(&self) -> DeviceIndex<'_> {
        let mut index = DeviceIndex::default();
        for device in self.devices() {
            index.by_id.insert(device.id.as_str(), &device.id);
            let number = device.phone_number.as_deref().and_then(digits);
            let texts = [Some(fold(device.name.trim())), number];
            for text in texts.into_iter().flatten() {
                index.by_text.entry(text).or_default().push(&device.id);
            }
        }
        index
    }
}

/// Devices by what people call them: id, name, number.
#[derive(Debug, Default)]
pub struct DeviceIndex<'a> {
    by_id: HashMap<&'a str, &'a DeviceId>,
    by_text: HashMap<String, Vec<&'a DeviceId>>,
}

impl<'a> DeviceIndex<'a> {
    /// The device of an id.
    #[must_use]
    pub fn of_id(&self, id: &str) -> Option<&'a DeviceId> {
        self.by_id.get(id).copied()
    }

    /// The devices that a word may mean. Case, accents and what numbers are divided by don't count; a
    /// name of several devices means all of them.
    #[must_use]
    pub fn find(&self, word: &str) -> Vec<&'a DeviceId> {
        let mut found: Vec<_> = self.by_id.get(word).copied().into_iter().collect();
        for text in [Some(fold(word)), digits(word)].into_iter().flatten() {
            for id in self.by_text.get(&text).into_iter().flatten() {
                if !found.contains(id) {
                    found.push(id);
                }
            }
        }
        found
    }
}

/// The digits of a number.
fn digits(text: &str) -> Option<String> {
    let is_number = |character: char| character.is_ascii_digit() || "+-() ./".contains(character);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (text.chars().all(is_number) && !digits.is_empty()).then_some(digits)
}

#[cfg(test)]
mod tests {
    use plaspy::{Listing, models};

    use super::*;
    use crate::status::Thresholds;

    fn fleet() -> Fleet {
        let mut fleet = Fleet::new(Thresholds::default());
        let device = |id: &str, name: &str, number: &str| models::Device {
            name: Some(name.to_owned()),
            phone_number: Some(number.to_owned()),
            ..models::Device::new(id.into())
        };
        fleet.relist(Listing {
            items: vec![
                device("1", "Camión Ávila", "+56 9 8765 4321"),
                device("2", "Van", ""),
                device("3", "van", "+56 9 1111 1111"),
            ],
            lost: 0,
        });
        fleet
    }

    #[test]
    fn pasted_words_find_devices_and_none_is_dropped() {
        let words = ["camion avila", "56987654321", "2", " VAN ", "", "Truck"];
        let matches = fleet().match_devices(&words.map(str::to_owned));
        let found: Vec<_> = matches
            .found
            .iter()
            .map(|device| device.id.as_str())
            .collect();
        assert_eq!(found, ["1", "2", "3"]);
        assert_eq!(matches.unmatched, ["Truck"]);
    }
}
