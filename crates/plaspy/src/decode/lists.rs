//! Lists and maps of which every part is read by itself, so that a bad one costs only itself.

use std::collections::BTreeMap;

use serde::de::{MapAccess, SeqAccess};

use super::{FromJson, Indispensable, Key, Lenient, Readable, read_object};

/// An object, or the name of what it lacks.
pub(crate) struct Element<T>(pub(crate) Result<T, Indispensable>);

impl<T: Readable> FromJson for Element<T> {
    fn from_object<'de, A: MapAccess<'de>>(object: A) -> Result<Option<Self>, A::Error> {
        read_object(object).map(|object| Some(Self(object)))
    }
}

/// The elements that could be read, and how many could not.
pub(crate) struct List<T> {
    pub(crate) items: Vec<T>,
    pub(crate) lost: usize,
}

impl<T> List<T> {
    /// Reads a list whose elements are an `E` of which `pick` makes a `T`.
    fn read<'de, E: FromJson, A: SeqAccess<'de>>(
        mut list: A,
        pick: impl Fn(E) -> Option<T>,
    ) -> Result<Self, A::Error> {
        let mut items = Vec::new();
        let mut lost = 0;
        while let Some(element) = list.next_element::<Lenient<E>>()? {
            let item = match element {
                Lenient::Read(element) => pick(element),
                Lenient::Absent | Lenient::Unreadable(_) => None,
            };
            match item {
                Some(item) => items.push(item),
                None => lost += 1,
            }
        }
        Ok(Self { items, lost })
    }
}

impl FromJson for List<String> {
    fn from_list<'de, A: SeqAccess<'de>>(list: A) -> Result<Option<Self>, A::Error> {
        Self::read(list, Some).map(Some)
    }
}

/// Objects in a list: those that lack what they can't do without are lost.
pub(crate) struct Objects<T>(pub(crate) List<T>);

impl<T: Readable> FromJson for Objects<T> {
    fn from_list<'de, A: SeqAccess<'de>>(list: A) -> Result<Option<Self>, A::Error> {
        let list = List::read(list, |element: Element<T>| element.0.ok())?;
        Ok(Some(Self(list)))
    }
}

/// Digital lines, each in its place.
pub(super) struct Lines {
    pub(super) states: Vec<Option<bool>>,
    pub(super) complete: bool,
}

impl FromJson for Lines {
    fn from_list<'de, A: SeqAccess<'de>>(mut list: A) -> Result<Option<Self>, A::Error> {
        let mut lines = Self {
            states: Vec::new(),
            complete: true,
        };
        while let Some(line) = list.next_element::<Lenient<bool>>()? {
            lines.complete &= !matches!(line, Lenient::Unreadable(_));
            lines.states.push(match line {
                Lenient::Read(state) => Some(state),
                Lenient::Absent | Lenient::Unreadable(_) => None,
            });
        }
        Ok(Some(lines))
    }
}

/// Texts by name; a null is as good as none.
pub(crate) struct Texts {
    pub(crate) by_name: BTreeMap<String, String>,
    pub(crate) complete: bool,
}

impl FromJson for Texts {
    fn from_object<'de, A: MapAccess<'de>>(mut object: A) -> Result<Option<Self>, A::Error> {
        let mut texts = Self {
            by_name: BTreeMap::new(),
            complete: true,
        };
        while let Some(Key(name)) = object.next_key()? {
            match object.next_value::<Lenient<String>>()? {
                Lenient::Read(text) => {
                    texts.by_name.insert(name.into_owned(), text);
                }
                Lenient::Absent => {}
                Lenient::Unreadable(_) => texts.complete = false,
            }
        }
        Ok(Some(texts))
    }
}

/// A list of texts by name. A map that can't be read stays in its place, empty.
pub(super) struct TextsList {
    pub(super) maps: Vec<BTreeMap<String, String>>,
    pub(super) complete: bool,
}

impl FromJson for TextsList {
    fn from_list<'de, A: SeqAccess<'de>>(mut list: A) -> Result<Option<Self>, A::Error> {
        let mut texts = Self {
            maps: Vec::new(),
            complete: true,
        };
        while let Some(element) = list.next_element::<Lenient<Texts>>()? {
            match element {
                Lenient::Read(element) => {
                    texts.complete &= element.complete;
                    texts.maps.push(element.by_name);
                }
                Lenient::Absent => {}
                Lenient::Unreadable(_) => {
                    texts.complete = false;
                    texts.maps.push(BTreeMap::new());
                }
            }
        }
        Ok(Some(texts))
    }
}
