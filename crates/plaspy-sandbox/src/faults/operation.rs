//! The operations of the service, by the names that faults are given.

use std::str::FromStr;

macro_rules! operations {
    ($($name:ident = $text:literal),* $(,)?) => {
        /// An operation of the service.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Operation {
            $($name),*
        }

        impl Operation {
            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text),*
                }
            }
        }

        impl FromStr for Operation {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                match text {
                    $($text => Ok(Self::$name),)*
                    _ => Err(format!("no operation is called {text:?}")),
                }
            }
        }
    };
}

operations! {
    Token = "token",
    ListDevices = "listDevices",
    GetDevice = "getDevice",
    LastLocation = "lastLocation",
    Locations = "locations",
    Alerts = "alerts",
    SendCommand = "sendCommand",
    ListGroups = "listGroups",
    CreateGroup = "createGroup",
    GetGroup = "getGroup",
    ReplaceGroup = "replaceGroup",
    PatchGroup = "patchGroup",
    DeleteGroup = "deleteGroup",
    ListUsers = "listUsers",
    CreateUser = "createUser",
    Countries = "countries",
    TimeZones = "timeZones",
    GetUser = "getUser",
    ReplaceUser = "replaceUser",
    PatchUser = "patchUser",
    DeleteUser = "deleteUser",
}

impl Operation {
    /// The operation that a request is for; `None` for an address that isn't the service's.
    pub(crate) fn of(method: &str, path: &str) -> Option<Self> {
        let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
        Some(match (method, segments.as_slice()) {
            ("POST", ["api", "Auth", "Token"]) => Self::Token,
            ("GET", ["api", "devices"]) => Self::ListDevices,
            ("GET", ["api", "devices", _]) => Self::GetDevice,
            ("GET", ["api", "devices", _, "lastLocation"]) => Self::LastLocation,
            ("POST", ["api", "devices", _, "locations"]) => Self::Locations,
            ("POST", ["api", "devices", _, "alerts"]) => Self::Alerts,
            ("POST", ["api", "devices", _, "sendCommand"]) => Self::SendCommand,
            ("GET", ["api", "groups"]) => Self::ListGroups,
            ("POST", ["api", "groups"]) => Self::CreateGroup,
            ("GET", ["api", "groups", _]) => Self::GetGroup,
            ("PUT", ["api", "groups", _]) => Self::ReplaceGroup,
            ("PATCH", ["api", "groups", _]) => Self::PatchGroup,
            ("DELETE", ["api", "groups", _]) => Self::DeleteGroup,
            ("GET", ["api", "users"]) => Self::ListUsers,
            ("POST", ["api", "users"]) => Self::CreateUser,
            ("GET", ["api", "users", "countries"]) => Self::Countries,
            ("GET", ["api", "users", "timeZones"]) => Self::TimeZones,
            ("GET", ["api", "users", _]) => Self::GetUser,
            ("PUT", ["api", "users", _]) => Self::ReplaceUser,
            ("PATCH", ["api", "users", _]) => Self::PatchUser,
            ("DELETE", ["api", "users", _]) => Self::DeleteUser,
            _ => return None,
        })
    }

    /// Whether it is one of the two that PATCH.
    pub(crate) fn is_patch(self) -> bool {
        matches!(self, Self::PatchGroup | Self::PatchUser)
    }
}
