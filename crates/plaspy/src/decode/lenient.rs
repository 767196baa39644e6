//! A JSON value of any kind, read as what it should be if it can be.

use std::{fmt, marker::PhantomData};

use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// What became of a value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Lenient<T> {
    /// It is null, or blank where that means nothing.
    Absent,
    /// It was read.
    Read(T),
    /// It is of a kind or form that can't be read; names the kind, in words for an error.
    Unreadable(&'static str),
}

/// What can be made of JSON values: of each kind that isn't implemented, nothing.
pub(crate) trait FromJson: Sized {
    /// Whether a string of nothing but blanks is the same as null.
    const BLANK_IS_ABSENT: bool = false;

    fn from_text(_text: &str) -> Option<Self> {
        None
    }

    fn from_bool(_flag: bool) -> Option<Self> {
        None
    }

    fn from_integer(_number: i64) -> Option<Self> {
        None
    }

    /// A whole number past the range of `i64`.
    fn from_large(_number: u64) -> Option<Self> {
        None
    }

    fn from_float(_number: f64) -> Option<Self> {
        None
    }

    fn from_list<'de, A: SeqAccess<'de>>(mut list: A) -> Result<Option<Self>, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn from_object<'de, A: MapAccess<'de>>(mut object: A) -> Result<Option<Self>, A::Error> {
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}

impl<T> Lenient<T> {
    fn of(read: Option<T>, kind: &'static str) -> Self {
        read.map_or(Self::Unreadable(kind), Self::Read)
    }
}

impl<'de, T: FromJson> Deserialize<'de> for Lenient<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LenientVisitor(PhantomData))
    }
}

struct LenientVisitor<T>(PhantomData<T>);

impl<'de, T: FromJson> Visitor<'de> for LenientVisitor<T> {
    type Value = Lenient<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Lenient<T>, E> {
        Ok(Lenient::Absent)
    }

    fn visit_bool<E: de::Error>(self, flag: bool) -> Result<Lenient<T>, E> {
        Ok(Lenient::of(T::from_bool(flag), "a boolean"))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Lenient<T>, E> {
        Ok(Lenient::of(T::from_integer(number), "a number"))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Lenient<T>, E> {
        let read = match i64::try_from(number) {
            Ok(number) => T::from_integer(number),
            Err(_) => T::from_large(number),
        };
        Ok(Lenient::of(read, "a number"))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Lenient<T>, E> {
        Ok(Lenient::of(T::from_float(number), "a number"))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Lenient<T>, E> {
        if T::BLANK_IS_ABSENT && text.trim().is_empty() {
            return Ok(Lenient::Absent);
        }
        Ok(Lenient::of(T::from_text(text), "text"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Lenient<T>, A::Error> {
        Ok(Lenient::of(T::from_list(list)?, "a list"))
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Lenient<T>, A::Error> {
        Ok(Lenient::of(T::from_object(object)?, "an object"))
    }
}
