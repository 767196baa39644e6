//! The tags that devices have, counted.

use std::collections::{BTreeMap, HashMap};

use super::Fleet;
use crate::view::count;
use crate::view::tags::{TagKey, TagValue, TagsQuery};
use crate::words::{fold, search_words};

/// Of a key like a number plate every device has a value of its own; typing finds those.
const MOST_VALUES: usize = 40;

impl Fleet {
    /// The tags of the fleet's devices, keys in the order of their names. Reads all devices: some
    /// tens of milliseconds for 100,000.
    #[must_use]
    pub fn device_tags(&self, query: &TagsQuery) -> Vec<TagKey> {
        let mut counted: BTreeMap<&str, HashMap<&str, usize>> = BTreeMap::new();
        for device in self.devices() {
            for (key, value) in &device.tags {
                *counted.entry(key).or_default().entry(value).or_default() += 1;
            }
        }
        let words = search_words(&query.text);
        let keys = counted
            .into_iter()
            .map(|(key, values)| self.tag_key(key, values, &words));
        let mut keys: Vec<_> = keys.filter(|key| key.matched > 0).collect();
        keys.sort_by_cached_key(|key| self.names.key(&key.key));
        keys
    }

    fn tag_key(&self, key: &str, values: HashMap<&str, usize>, words: &[String]) -> TagKey {
        let is_meant = |value: &str| {
            let text = fold(&format!("{key}\n{value}"));
            words.iter().all(|word| text.contains(word.as_str()))
        };
        let mut values: Vec<_> = values
            .into_iter()
            .filter(|(value, _)| words.is_empty() || is_meant(value))
            .collect();
        let matched = count(values.len());
        // In any order first, but the same one each time.
        values.sort_unstable_by(|(value, devices), (other, others)| {
            others.cmp(devices).then_with(|| value.cmp(other))
        });
        values.truncate(MOST_VALUES);
        values.sort_by_cached_key(|(value, devices)| {
            (std::cmp::Reverse(*devices), self.names.key(value))
        });
        TagKey {
            key: key.to_owned(),
            matched,
            values: values
                .into_iter()
                .map(|(value, devices)| TagValue {
                    value: value.to_owned(),
                    devices: count(devices),
                })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use plaspy::{Listing, models};

    use super::*;
    use crate::status::Thresholds;
    use crate::view::filter::{DeviceFilter, DeviceTag};
    use crate::view::rows::RowsQuery;

    fn fleet() -> Fleet {
        let mut fleet = Fleet::new(Thresholds::default());
        let device = |id: &str, tags: &[(&str, &str)]| models::Device {
            tags: tags
                .iter()
                .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
                .collect(),
            ..models::Device::new(id.into())
        };
        fleet.relist(Listing {
            items: vec![
                device(
                    "1",
                    &[("depot", "Peñuelas"), ("type", "van"), ("plate", "AB-1")],
                ),
                device(
                    "2",
                    &[("depot", "Coquimbo"), ("type", "van"), ("plate", "AB-2")],
                ),
                device("3", &[("depot", "Coquimbo"), ("type", "bus")]),
                device("4", &[]),
            ],
            lost: 0,
        });
        fleet
    }

    fn ids(tags: &[(&str, &str)]) -> Vec<String> {
        let tag = |(key, value): &(&str, &str)| DeviceTag {
            key: (*key).to_owned(),
            value: (*value).to_owned(),
        };
        let query = RowsQuery {
            filter: DeviceFilter {
                tags: tags.iter().map(tag).collect(),
                ..DeviceFilter::default()
            },
            limit: 9,
            ..RowsQuery::default()
        };
        let rows = fleet().rows(&query).rows;
        rows.into_iter().map(|row| row.id).collect()
    }

    fn found(text: &str) -> Vec<String> {
        let query = TagsQuery {
            text: text.to_owned(),
        };
        let keys = fleet().device_tags(&query).into_iter();
        let written = keys.flat_map(|TagKey { key, values, .. }| {
            let values = values.into_iter();
            values.map(move |it| format!("{key}={} ({})", it.value, it.devices))
        });
        written.collect()
    }

    #[test]
    fn tags_are_counted_the_most_frequent_first() {
        assert_eq!(
            found(""),
            [
                "depot=Coquimbo (2)",
                "depot=Peñuelas (1)",
                "plate=AB-1 (1)",
                "plate=AB-2 (1)",
                "type=van (2)",
                "type=bus (1)",
            ]
        );
    }

    #[test]
    fn words_find_keys_and_values_whatever_their_accents() {
        assert_eq!(found("penue"), ["depot=Peñuelas (1)"]);
        assert_eq!(found("TYPE bus"), ["type=bus (1)"]);
        assert_eq!(found("nothing"), Vec::<String>::new());
    }

    #[test]
    fn of_values_of_one_key_any_will_do_and_every_key_must_hold() {
        assert_eq!(ids(&[("depot", "Coquimbo")]), ["2", "3"]);
        assert_eq!(
            ids(&[("depot", "Coquimbo"), ("depot", "Peñuelas")]),
            ["1", "2", "3"]
        );
        let both = [
            ("depot", "Coquimbo"),
            ("type", "van"),
            ("depot", "Peñuelas"),
        ];
        assert_eq!(ids(&both), ["1", "2"]);
        assert_eq!(ids(&[("colour", "red")]), Vec::<String>::new());
    }

    #[test]
    fn many_values_of_a_key_are_cut_and_counted() {
        let mut fleet = fleet();
        let items = (0..100).map(|number| {
            let mut device = models::Device::new(format!("d{number}").as_str().into());
            device
                .tags
                .insert("plate".to_owned(), format!("P-{number}"));
            device
        });
        fleet.relist(Listing {
            items: items.collect(),
            lost: 0,
        });
        let keys = fleet.device_tags(&TagsQuery::default());
        assert_eq!((keys[0].matched, keys[0].values.len()), (100, MOST_VALUES));
    }
}
