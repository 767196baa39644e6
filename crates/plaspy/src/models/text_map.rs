//! A map of text to text in one piece of memory. A fleet keeps one for each of many thousands of
//! devices, and a tree of strings would take ten times as much.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Texts by name, in the order of the names. Its serde form is a map.
///
/// Read-only: collect a new one, from a [`BTreeMap`] or from pairs of which the last with a name
/// counts.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct TextMap {
    /// Name and text in turns, each behind its length in bytes: `5:Event1:2`.
    packed: Box<str>,
}

impl TextMap {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.packed.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// The text of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter()
            .find_map(|(known, text)| (known == name).then_some(text))
    }

    /// Names and texts, in the order of the names.
    pub fn iter(&self) -> Iter<'_> {
        Iter { rest: &self.packed }
    }
}

/// Names and texts of a [`TextMap`].
#[derive(Debug, Clone)]
pub struct Iter<'a> {
    rest: &'a str,
}

impl<'a> Iter<'a> {
    fn text(&mut self) -> Option<&'a str> {
        let (length, rest) = self.rest.split_once(':')?;
        let (text, rest) = rest.split_at_checked(length.parse().ok()?)?;
        self.rest = rest;
        Some(text)
    }
}

impl<'a> Iterator for Iter<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        Some((self.text()?, self.text()?))
    }
}

impl<'a> IntoIterator for &'a TextMap {
    type Item = (&'a str, &'a str);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<N: AsRef<str> + Ord, T: AsRef<str>> From<BTreeMap<N, T>> for TextMap {
    fn from(texts: BTreeMap<N, T>) -> Self {
        let mut packed = String::new();
        let texts = texts.iter();
        for text in texts.flat_map(|(name, text)| [name.as_ref(), text.as_ref()]) {
            packed.push_str(&text.len().to_string());
            packed.push(':');
            packed.push_str(text);
        }
        Self {
            packed: packed.into_boxed_str(),
        }
    }
}

impl From<&TextMap> for BTreeMap<String, String> {
    fn from(texts: &TextMap) -> Self {
        let owned = |(name, text): (&str, &str)| (name.to_owned(), text.to_owned());
        texts.iter().map(owned).collect()
    }
}

impl<N: AsRef<str> + Ord, T: AsRef<str>> FromIterator<(N, T)> for TextMap {
    fn from_iter<I: IntoIterator<Item = (N, T)>>(texts: I) -> Self {
        texts.into_iter().collect::<BTreeMap<N, T>>().into()
    }
}

impl fmt::Debug for TextMap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl Serialize for TextMap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

impl<'de> Deserialize<'de> for TextMap {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        BTreeMap::<String, String>::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_packed_comes_out_as_it_went_in(
            texts in prop::collection::btree_map(".{0,6}|[0-9:]{0,6}", ".{0,6}|[0-9:]{0,6}", 0..6),
        ) {
            let packed = TextMap::from(texts.clone());
            prop_assert_eq!(&BTreeMap::from(&packed), &texts);
            prop_assert_eq!(packed.len(), texts.len());
            for (name, text) in &texts {
                prop_assert_eq!(packed.get(name), Some(text.as_str()));
            }
            let json = serde_json::to_string(&packed).expect("a map of texts");
            prop_assert_eq!(&json, &serde_json::to_string(&texts).expect("a map of texts"));
            let read: TextMap = serde_json::from_str(&json).expect("what was just written");
            prop_assert_eq!(read, packed);
        }
    }
}
