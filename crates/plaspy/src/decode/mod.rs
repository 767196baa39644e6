//! Reads JSON objects that may not keep to their description, in one pass over the bytes.
//!
//! Whatever can't be read costs that one field: it is taken as absent and its wire name is noted,
//! so that the app can show "unreadable" instead of hiding a vehicle or a person.

mod lenient;
mod lists;
mod scalars;
mod time;

use std::{borrow::Cow, collections::BTreeMap, fmt, marker::PhantomData};

use chrono::{DateTime, Utc};
use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::{Map, Value};

pub(crate) use lenient::{FromJson, Lenient};
pub(crate) use lists::{Element, Objects, Texts};
use lists::{Lines, List, TextsList};

/// An object that lacks what it can't do without; names the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Indispensable(pub(crate) &'static str);

/// What can be read from a JSON object, field by field.
pub(crate) trait Readable: Sized {
    /// What is gathered while the fields come by. Of a field that comes twice, the last counts.
    type Draft;

    /// An object of which nothing is known yet.
    fn begin() -> Self::Draft;

    /// Takes the next field, or skips one that means nothing here.
    fn take<'de, S: Source<'de>>(
        draft: &mut Self::Draft,
        field: Field<'_, S>,
    ) -> Result<(), S::Error>;

    /// The object, of which the named fields could not be read.
    fn finish(draft: Self::Draft, unreadable: Vec<String>) -> Result<Self, Indispensable>;
}

/// Reads an object. The outer error is one of the JSON itself.
pub(crate) fn read_object<'de, T: Readable, A: MapAccess<'de>>(
    mut map: A,
) -> Result<Result<T, Indispensable>, A::Error> {
    let mut draft = T::begin();
    let mut unreadable = Vec::new();
    while let Some(Key(name)) = map.next_key()? {
        T::take(&mut draft, Field::next_of(&mut map, &name, &mut unreadable))?;
    }
    Ok(T::finish(draft, unreadable))
}

/// A field whose value is yet to be read.
pub(crate) struct Field<'a, S> {
    name: &'a str,
    source: S,
    unreadable: &'a mut Vec<String>,
}

/// Where a field's value comes from.
pub(crate) trait Source<'de> {
    type Error: de::Error;

    fn read<T: Deserialize<'de>>(self) -> Result<T, Self::Error>;
}

/// The value that comes next in the bytes.
pub(crate) struct Next<'a, A>(&'a mut A);

impl<'de, A: MapAccess<'de>> Source<'de> for Next<'_, A> {
    type Error = A::Error;

    fn read<T: Deserialize<'de>>(self) -> Result<T, A::Error> {
        self.0.next_value()
    }
}

/// A value that was kept as it came.
pub(crate) struct Kept<'a, E> {
    value: &'a Value,
    error: PhantomData<E>,
}

impl<'a, E: de::Error> Source<'a> for Kept<'a, E> {
    type Error = E;

    fn read<T: Deserialize<'a>>(self) -> Result<T, E> {
        T::deserialize(self.value).map_err(E::custom)
    }
}

impl<'a, 'm, A> Field<'a, Next<'m, A>> {
    /// The field of this name, whose value `map` has next.
    pub(crate) fn next_of(map: &'m mut A, name: &'a str, unreadable: &'a mut Vec<String>) -> Self {
        Self {
            name,
            source: Next(map),
            unreadable,
        }
    }
}

impl<'a, 'de, S: Source<'de>> Field<'a, S> {
    /// Its wire name.
    pub(crate) fn name(&self) -> &'a str {
        self.name
    }

    /// The same field, noted elsewhere if it can't be read.
    pub(crate) fn noted_in(self, unreadable: &'a mut Vec<String>) -> Self {
        Self { unreadable, ..self }
    }

    pub(crate) fn skip(self) -> Result<(), S::Error> {
        self.source.read::<IgnoredAny>().map(|_| ())
    }

    /// The field as it came.
    pub(crate) fn raw(self) -> Result<Value, S::Error> {
        self.source.read()
    }

    /// The same field, with its value put into `raw` as it came.
    pub(crate) fn kept_in(
        self,
        raw: &'a mut Map<String, Value>,
    ) -> Result<Field<'a, Kept<'a, S::Error>>, S::Error> {
        let value = self.source.read()?;
        let kept = raw.entry(self.name).or_insert(Value::Null);
        *kept = value;
        Ok(Field {
            name: self.name,
            source: Kept {
                value: kept,
                error: PhantomData,
            },
            unreadable: self.unreadable,
        })
    }

    /// The field whatever it is, without a note of what can't be read.
    pub(crate) fn lenient<T: FromJson>(self) -> Result<Lenient<T>, S::Error> {
        self.source.read()
    }

    fn read<T: FromJson>(self) -> Result<Option<T>, S::Error> {
        Ok(match self.source.read::<Lenient<T>>()? {
            Lenient::Read(value) => Some(value),
            Lenient::Absent => None,
            Lenient::Unreadable(_) => {
                note(self.unreadable, self.name);
                None
            }
        })
    }

    /// As [`Self::read`], for what can be read in part: `split` says whether it was read whole.
    fn read_parts<T: FromJson, P: Default>(
        self,
        split: impl FnOnce(T) -> (P, bool),
    ) -> Result<P, S::Error> {
        Ok(match self.source.read::<Lenient<T>>()? {
            Lenient::Absent => P::default(),
            Lenient::Unreadable(_) => {
                note(self.unreadable, self.name);
                P::default()
            }
            Lenient::Read(value) => {
                let (parts, complete) = split(value);
                if !complete {
                    note(self.unreadable, self.name);
                }
                parts
            }
        })
    }

    pub(crate) fn text(self) -> Result<Option<String>, S::Error> {
        self.read()
    }

    /// An id: text with at least one character.
    pub(crate) fn id<I: From<String>>(self) -> Result<Option<I>, S::Error> {
        let id = self.read::<String>()?;
        Ok(id.filter(|id| !id.is_empty()).map(I::from))
    }

    pub(crate) fn boolean(self) -> Result<Option<bool>, S::Error> {
        self.read()
    }

    /// A finite number, also one in a string.
    pub(crate) fn number(self) -> Result<Option<f64>, S::Error> {
        self.read()
    }

    /// A whole number, also as `85.0` or `"85"`; a fraction is rounded.
    pub(crate) fn integer(self) -> Result<Option<i64>, S::Error> {
        self.read()
    }

    /// A moment; without an offset it is UTC.
    pub(crate) fn time(self) -> Result<Option<DateTime<Utc>>, S::Error> {
        self.read()
    }

    /// A list of texts; null is the empty list. An element that can't be read marks the field, and
    /// the others are kept.
    pub(crate) fn texts(self) -> Result<Vec<String>, S::Error> {
        self.read_parts(|list: List<String>| (list.items, list.lost == 0))
    }

    /// As [`Self::texts`], of ids.
    pub(crate) fn ids<I: From<String>>(self) -> Result<Vec<I>, S::Error> {
        self.read_parts(|list: List<String>| {
            let count = list.items.len();
            let ids = list.items.into_iter().filter(|id| !id.is_empty());
            let ids: Vec<I> = ids.map(I::from).collect();
            let complete = list.lost == 0 && ids.len() == count;
            (ids, complete)
        })
    }

    /// Lines 1..n in order. A line that can't be read stays in its place as `None`, since every
    /// line is known by its position only.
    pub(crate) fn lines(self) -> Result<Vec<Option<bool>>, S::Error> {
        self.read_parts(|lines: Lines| (lines.states, lines.complete))
    }

    /// A map of text to text. A value that can't be read marks the field, and the others are kept.
    pub(crate) fn texts_by_name(self) -> Result<BTreeMap<String, String>, S::Error> {
        self.read_parts(|texts: Texts| (texts.by_name, texts.complete))
    }

    /// A list of maps of text to text.
    pub(crate) fn list_of_texts_by_name(self) -> Result<Vec<BTreeMap<String, String>>, S::Error> {
        self.read_parts(|list: TextsList| (list.maps, list.complete))
    }
}

/// A field that comes twice is named once.
fn note(unreadable: &mut Vec<String>, name: &str) {
    if !unreadable.iter().any(|noted| noted == name) {
        unreadable.push(name.to_owned());
    }
}

/// The name of a field, borrowed from the bytes where it is written plainly.
pub(crate) struct Key<'de>(pub(crate) Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;

        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a field")
            }

            fn visit_borrowed_str<E: de::Error>(self, name: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(name)))
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(name.to_owned())))
            }
        }

        deserializer.deserialize_str(KeyVisitor)
    }
}

/// Reads an object that is there as a value.
#[cfg(test)]
pub(crate) fn read_value<T: Readable>(object: &Value) -> Result<T, Indispensable> {
    match Lenient::<Element<T>>::deserialize(object) {
        Ok(Lenient::Read(Element(read))) => read,
        other => panic!("tests give objects: {:?}", other.err()),
    }
}

#[cfg(test)]
mod tests;
