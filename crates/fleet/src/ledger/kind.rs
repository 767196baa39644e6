//! What requests are counted by: what they are about, and how they ended.

use plaspy::{Endpoint, FailureKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a request is about, as people tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RequestKind {
    /// Where a device is now.
    Positions,
    /// Where a device was, and its alerts.
    History,
    /// Devices and groups, whole lists and single ones.
    Lists,
    /// Users, and what their fields can hold.
    Users,
    /// Groups and users made, edited and deleted.
    Changes,
    /// Commands to devices.
    Commands,
    /// Tokens.
    SignIn,
}

/// How a request ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RequestEnd {
    /// With what was asked for.
    Answered,
    /// A limit of the service was met.
    Limited,
    /// With anything else.
    Failed,
}

impl RequestKind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Positions,
        Self::History,
        Self::Lists,
        Self::Users,
        Self::Changes,
        Self::Commands,
        Self::SignIn,
    ];

    /// The kind of an operation.
    #[must_use]
    pub const fn of(endpoint: Endpoint) -> Self {
        match endpoint {
            Endpoint::GetLastLocation => Self::Positions,
            Endpoint::QueryLocations | Endpoint::QueryAlerts => Self::History,
            Endpoint::ListDevices
            | Endpoint::GetDevice
            | Endpoint::ListGroups
            | Endpoint::GetGroup => Self::Lists,
            Endpoint::ListUsers
            | Endpoint::GetUser
            | Endpoint::ListCountries
            | Endpoint::ListTimeZones => Self::Users,
            Endpoint::CreateGroup
            | Endpoint::ReplaceGroup
            | Endpoint::PatchGroup
            | Endpoint::DeleteGroup
            | Endpoint::CreateUser
            | Endpoint::ReplaceUser
            | Endpoint::PatchUser
            | Endpoint::DeleteUser => Self::Changes,
            Endpoint::SendCommand => Self::Commands,
            Endpoint::CreateToken => Self::SignIn,
        }
    }

    /// The name that the store keeps.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Positions => "positions",
            Self::History => "history",
            Self::Lists => "lists",
            Self::Users => "users",
            Self::Changes => "changes",
            Self::Commands => "commands",
            Self::SignIn => "sign_in",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl RequestEnd {
    /// Every way to end.
    pub const ALL: [Self; 3] = [Self::Answered, Self::Limited, Self::Failed];

    /// How a request ended that failed so, or not at all.
    #[must_use]
    pub const fn of(failure: Option<FailureKind>) -> Self {
        match failure {
            None => Self::Answered,
            Some(FailureKind::RateLimited) => Self::Limited,
            Some(_) => Self::Failed,
        }
    }

    /// The name that the store keeps.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Limited => "limited",
            Self::Failed => "failed",
        }
    }

    /// The end of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|end| end.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_that_is_kept_is_read_again() {
        for kind in RequestKind::ALL {
            assert_eq!(RequestKind::named(kind.name()), Some(kind));
        }
        for end in RequestEnd::ALL {
            assert_eq!(RequestEnd::named(end.name()), Some(end));
        }
    }

    #[test]
    fn every_kind_has_an_operation() {
        for kind in RequestKind::ALL {
            assert!(
                Endpoint::ALL.map(RequestKind::of).contains(&kind),
                "{kind:?}"
            );
        }
    }
}
