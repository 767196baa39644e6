//! JSON Patch (RFC 6902): the operations that change a group or a user.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::Error;

/// One operation of a patch. Paths are JSON Pointers (`/name`), see [`pointer()`].
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "lowercase")]
#[expect(missing_docs, reason = "RFC 6902 names and defines the fields")]
pub enum PatchOperation {
    /// Sets a member, or inserts an element before the index.
    Add { path: String, value: Value },
    /// Removes what is there.
    Remove { path: String },
    /// Sets what is there already.
    Replace { path: String, value: Value },
    /// Moves a value to `path`.
    Move { from: String, path: String },
    /// Copies a value to `path`.
    Copy { from: String, path: String },
    /// Makes the whole patch fail unless the value is this one.
    Test { path: String, value: Value },
}

/// A patch: operations that are applied in order, all or none.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct JsonPatch(pub Vec<PatchOperation>);

/// The JSON Pointer to a field, or to a member within it.
///
/// ```
/// assert_eq!(plaspy::models::pointer(["tags", "a/b"]), "/tags/a~1b");
/// ```
pub fn pointer<'a>(segments: impl IntoIterator<Item = &'a str>) -> String {
    segments
        .into_iter()
        .fold(String::new(), |mut pointer, segment| {
            pointer.push('/');
            pointer.push_str(&segment.replace('~', "~0").replace('/', "~1"));
            pointer
        })
}

impl PatchOperation {
    /// Where the operation acts.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Add { path, .. }
            | Self::Remove { path }
            | Self::Replace { path, .. }
            | Self::Move { path, .. }
            | Self::Copy { path, .. }
            | Self::Test { path, .. } => path,
        }
    }

    fn from(&self) -> Option<&str> {
        match self {
            Self::Move { from, .. } | Self::Copy { from, .. } => Some(from),
            _ => None,
        }
    }

    fn value(&self) -> Option<&Value> {
        match self {
            Self::Add { value, .. } | Self::Replace { value, .. } | Self::Test { value, .. } => {
                Some(value)
            }
            _ => None,
        }
    }

    const fn name(&self) -> &'static str {
        match self {
            Self::Add { .. } => "add",
            Self::Remove { .. } => "remove",
            Self::Replace { .. } => "replace",
            Self::Move { .. } => "move",
            Self::Copy { .. } => "copy",
            Self::Test { .. } => "test",
        }
    }
}

/// Shows every value save a password.
impl fmt::Debug for PatchOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.name(), self.path())?;
        if let Some(from) = self.from() {
            write!(f, " from {from:?}")?;
        }
        // Also the whole object (an empty path) may hold one.
        let hidden = self.path().is_empty() || self.path().eq_ignore_ascii_case("/password");
        match self.value() {
            Some(_) if hidden => f.write_str(" [hidden]"),
            Some(value) => write!(f, " {value}"),
            None => Ok(()),
        }
    }
}

impl JsonPatch {
    /// The body for a user: RFC 6902 entire.
    pub(crate) fn to_wire_for_user(&self) -> Result<Value, Error> {
        self.to_wire(|_| true)
    }

    /// The body for a group: the service documents add, remove and replace only.
    pub(crate) fn to_wire_for_group(&self) -> Result<Value, Error> {
        use PatchOperation::{Add, Remove, Replace};
        self.to_wire(|operation| matches!(operation, Add { .. } | Remove { .. } | Replace { .. }))
    }

    fn to_wire(&self, supported: impl Fn(&PatchOperation) -> bool) -> Result<Value, Error> {
        if self.0.is_empty() {
            return Err(Error::invalid("a patch must change something"));
        }
        for operation in &self.0 {
            if !supported(operation) {
                let name = operation.name();
                return Err(Error::invalid(format!(
                    "the service doesn't take {name:?} in a patch of a group"
                )));
            }
            let mut pointers = [Some(operation.path()), operation.from()]
                .into_iter()
                .flatten();
            if let Some(pointer) = pointers.find(|pointer| !pointer.starts_with('/')) {
                return Err(Error::invalid(format!(
                    "{pointer:?} is no path of a patch; it must begin with /"
                )));
            }
        }
        serde_json::to_value(self).map_err(|error| Error::invalid(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_patch_is_spelled_as_rfc_6902_has_it() {
        let patch = JsonPatch(vec![
            PatchOperation::Test {
                path: "/name".into(),
                value: "A".into(),
            },
            PatchOperation::Replace {
                path: "/name".into(),
                value: "B".into(),
            },
            PatchOperation::Move {
                from: "/a".into(),
                path: "/b".into(),
            },
        ]);
        let wire = json!([
            { "op": "test", "path": "/name", "value": "A" },
            { "op": "replace", "path": "/name", "value": "B" },
            { "op": "move", "from": "/a", "path": "/b" },
        ]);
        assert_eq!(patch.to_wire_for_user(), Ok(wire));
        assert!(patch.to_wire_for_group().is_err());
    }

    #[test]
    fn what_no_service_can_take_is_refused() {
        assert!(JsonPatch::default().to_wire_for_user().is_err());
        let relative = PatchOperation::Remove {
            path: "name".into(),
        };
        assert!(JsonPatch(vec![relative]).to_wire_for_user().is_err());
    }

    #[test]
    fn debug_hides_a_password() {
        let set = |path: &str| PatchOperation::Add {
            path: path.into(),
            value: "s3cret".into(),
        };
        assert!(!format!("{:?}", JsonPatch(vec![set("/password")])).contains("s3cret"));
        assert!(format!("{:?}", set("/name")).contains("s3cret"));
    }
}
