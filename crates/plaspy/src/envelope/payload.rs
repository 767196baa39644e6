//! The shapes that answers have: an object inside the envelope or beside it, a list, a map, a text,
//! or nothing but the service's word.

use std::collections::BTreeMap;

use super::{Envelope, Payload, open};
use crate::{
    answer::Listing,
    decode::{Element, Field, FromJson, Lenient, Objects, Readable, Source, Texts},
    error::Error,
};

const MISSING: &str = "it is missing or unreadable";

/// An answer that was read: what the envelope says, and what was asked for.
pub(crate) struct Opened<T> {
    pub(crate) envelope: Envelope,
    /// Worth nothing if the envelope says that the service refused.
    pub(crate) value: Result<T, Error>,
}

impl<T> Opened<T> {
    pub(crate) fn map<U>(self, finish: impl FnOnce(T) -> U) -> Opened<U> {
        self.and_then(|value| Ok(finish(value)))
    }

    fn and_then<U>(self, finish: impl FnOnce(T) -> Result<U, Error>) -> Opened<U> {
        Opened {
            envelope: self.envelope,
            value: self.value.and_then(finish),
        }
    }
}

/// An object nested under `name`; `None` where it is null or absent.
pub(crate) fn nested<T: Readable>(
    bytes: &[u8],
    name: &'static str,
) -> Result<Opened<Option<T>>, Error> {
    let named = Named::<Element<T>>::open(bytes, name, "an object")?;
    Ok(named.and_then(|element| match element {
        None => Ok(None),
        Some(Element(Ok(object))) => Ok(Some(object)),
        Some(Element(Err(missing))) => {
            let path = format!("{name}.{}", missing.0);
            Err(Error::not_understood(path, MISSING))
        }
    }))
}

/// As [`nested`], for an object that can't be null or absent.
pub(crate) fn nested_always<T: Readable>(
    bytes: &[u8],
    name: &'static str,
) -> Result<Opened<T>, Error> {
    let found = nested(bytes, name)?;
    Ok(found.and_then(|object| object.ok_or_else(|| Error::not_understood(name, MISSING))))
}

/// The list under `name`; null is the empty list.
pub(crate) fn listing<T: Readable>(
    bytes: &[u8],
    name: &'static str,
) -> Result<Opened<Listing<T>>, Error> {
    let named = Named::<Objects<T>>::open(bytes, name, "a list")?;
    Ok(named.and_then(|list| {
        let (items, lost) =
            list.map_or_else(Default::default, |Objects(list)| (list.items, list.lost));
        Ok(Listing { items, lost })
    }))
}

/// The map of text to text under `name`; null is the empty map.
pub(crate) fn texts_by_name(
    bytes: &[u8],
    name: &'static str,
) -> Result<Opened<BTreeMap<String, String>>, Error> {
    let named = Named::<Texts>::open(bytes, name, "an object")?;
    Ok(named.and_then(|texts| Ok(texts.map(|texts| texts.by_name).unwrap_or_default())))
}

/// The text under `name`, if there is one, of an answer in which the service says that it did as
/// asked.
pub(crate) fn text(bytes: &[u8], name: &'static str) -> Result<Opened<Option<String>>, Error> {
    let (envelope, found) = open(bytes, Named::<String>::new(name))?;
    let text = match found.value {
        Some(Lenient::Read(text)) => Some(text),
        _ => None,
    };
    let value = confirmed(&envelope).map(|()| text);
    Ok(Opened { envelope, value })
}

/// Nothing but the service's word that it did as asked.
pub(crate) fn confirmation(bytes: &[u8]) -> Result<Opened<()>, Error> {
    let envelope = Envelope::read(bytes)?;
    let value = confirmed(&envelope);
    Ok(Opened { envelope, value })
}

/// An object that stands beside the envelope's fields.
pub(crate) fn flat<T: Readable>(bytes: &[u8]) -> Result<Opened<T>, Error> {
    let (envelope, Beside { draft, unreadable }) = open(bytes, Beside::<T>::new())?;
    let value = T::finish(draft, unreadable);
    Ok(Opened {
        envelope,
        value: value.map_err(|missing| Error::not_understood(missing.0, MISSING)),
    })
}

/// As [`flat`], for answers to writes: a service may confirm without repeating the object.
pub(crate) fn flat_if_repeated<T: Readable>(bytes: &[u8]) -> Result<Opened<Option<T>>, Error> {
    let Opened { envelope, value } = flat(bytes)?;
    let value = match value {
        Ok(object) => Ok(Some(object)),
        Err(_) => confirmed(&envelope).map(|()| None),
    };
    Ok(Opened { envelope, value })
}

fn confirmed(envelope: &Envelope) -> Result<(), Error> {
    match envelope.confirms() {
        true => Ok(()),
        false => Err(Error::not_understood("success", MISSING)),
    }
}

/// One field beside the envelope's, known by its name.
struct Named<V> {
    name: &'static str,
    value: Option<Lenient<V>>,
}

impl<V: FromJson> Named<V> {
    const fn new(name: &'static str) -> Self {
        Self { name, value: None }
    }

    /// Null and absent are the same, provided that the answer says it is one: any `{}` from
    /// elsewhere would otherwise empty a fleet.
    fn open(bytes: &[u8], name: &'static str, wanted: &str) -> Result<Opened<Option<V>>, Error> {
        let (envelope, found) = open(bytes, Self::new(name))?;
        let value = match found.value {
            Some(Lenient::Read(value)) => Ok(Some(value)),
            Some(Lenient::Absent) => Ok(None),
            None if envelope.is_one() => Ok(None),
            None => Err(Error::not_understood(name, MISSING)),
            Some(Lenient::Unreadable(kind)) => {
                let what = format!("expected {wanted}, found {kind}");
                Err(Error::not_understood(name, what))
            }
        };
        Ok(Opened { envelope, value })
    }
}

impl<V: FromJson> Payload for Named<V> {
    fn take<'de, S: Source<'de>>(&mut self, field: Field<'_, S>) -> Result<(), S::Error> {
        if field.name() != self.name {
            return field.skip();
        }
        self.value = Some(field.lenient()?);
        Ok(())
    }
}

/// An object whose fields are those that aren't the envelope's.
struct Beside<T: Readable> {
    draft: T::Draft,
    unreadable: Vec<String>,
}

impl<T: Readable> Beside<T> {
    fn new() -> Self {
        Self {
            draft: T::begin(),
            unreadable: Vec::new(),
        }
    }
}

impl<T: Readable> Payload for Beside<T> {
    fn take<'de, S: Source<'de>>(&mut self, field: Field<'_, S>) -> Result<(), S::Error> {
        T::take(&mut self.draft, field.noted_in(&mut self.unreadable))
    }
}
