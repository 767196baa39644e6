//! The ids of devices, groups and users: strings that may hold any character, each kind a type of
//! its own so that one can't be passed for another.

use std::{borrow::Borrow, fmt, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        ///
        /// Cheap to clone. The service's ids are opaque: never parsed, compared byte by byte.
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Wraps an id as the service spells it.
            pub fn new(id: impl Into<Arc<str>>) -> Self {
                Self(id.into())
            }

            /// The id as the service spells it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        // Lets maps keyed by the id be searched with a `&str`; hash and order are those of the
        // text.
        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({:?})"), &*self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(Self::from)
            }
        }
    };
}

id! {
    /// The id of a device (a tracker, mostly one in a vehicle).
    DeviceId
}
id! {
    /// The id of a group of devices.
    GroupId
}
id! {
    /// The id of a user of the account.
    UserId
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn an_id_is_plain_text_in_json() {
        let id = DeviceId::from("a/ב");
        let json = serde_json::to_string(&id).expect("a string serialises");
        assert_eq!(json, "\"a/ב\"");
        assert_eq!(serde_json::from_str::<DeviceId>(&json).ok(), Some(id));
    }

    #[test]
    fn a_map_keyed_by_ids_is_searched_with_text() {
        let map = HashMap::from([(GroupId::from("g1"), 1)]);
        assert_eq!(map.get("g1"), Some(&1));
    }
}
