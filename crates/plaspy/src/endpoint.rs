//! The operations of the service, named: what a budget, a ledger or a log calls them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One of the 21 operations of the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Endpoint {
    /// `POST /api/Auth/Token`
    CreateToken,
    /// `GET /api/devices`
    ListDevices,
    /// `GET /api/devices/{deviceId}`
    GetDevice,
    /// `GET /api/devices/{deviceId}/lastLocation`
    GetLastLocation,
    /// `POST /api/devices/{deviceId}/locations`
    QueryLocations,
    /// `POST /api/devices/{deviceId}/alerts`
    QueryAlerts,
    /// `POST /api/devices/{deviceId}/sendCommand`
    SendCommand,
    /// `GET /api/groups`
    ListGroups,
    /// `POST /api/groups`
    CreateGroup,
    /// `GET /api/groups/{groupId}`
    GetGroup,
    /// `PUT /api/groups/{groupId}`
    ReplaceGroup,
    /// `PATCH /api/groups/{groupId}`
    PatchGroup,
    /// `DELETE /api/groups/{groupId}`
    DeleteGroup,
    /// `GET /api/users`
    ListUsers,
    /// `POST /api/users`
    CreateUser,
    /// `GET /api/users/countries`
    ListCountries,
    /// `GET /api/users/timeZones`
    ListTimeZones,
    /// `GET /api/users/{userId}`
    GetUser,
    /// `PUT /api/users/{userId}`
    ReplaceUser,
    /// `PATCH /api/users/{userId}`
    PatchUser,
    /// `DELETE /api/users/{userId}`
    DeleteUser,
}

impl Endpoint {
    /// Every operation, in the order of the service's description.
    pub const ALL: [Self; 21] = [
        Self::CreateToken,
        Self::ListDevices,
        Self::GetDevice,
        Self::GetLastLocation,
        Self::QueryLocations,
        Self::QueryAlerts,
        Self::SendCommand,
        Self::ListGroups,
        Self::CreateGroup,
        Self::GetGroup,
        Self::ReplaceGroup,
        Self::PatchGroup,
        Self::DeleteGroup,
        Self::ListUsers,
        Self::CreateUser,
        Self::ListCountries,
        Self::ListTimeZones,
        Self::GetUser,
        Self::ReplaceUser,
        Self::PatchUser,
        Self::DeleteUser,
    ];

    /// The stable name, as stored and logged: `get_last_location`. The same as in serde.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CreateToken => "create_token",
            Self::ListDevices => "list_devices",
            Self::GetDevice => "get_device",
            Self::GetLastLocation => "get_last_location",
            Self::QueryLocations => "query_locations",
            Self::QueryAlerts => "query_alerts",
            Self::SendCommand => "send_command",
            Self::ListGroups => "list_groups",
            Self::CreateGroup => "create_group",
            Self::GetGroup => "get_group",
            Self::ReplaceGroup => "replace_group",
            Self::PatchGroup => "patch_group",
            Self::DeleteGroup => "delete_group",
            Self::ListUsers => "list_users",
            Self::CreateUser => "create_user",
            Self::ListCountries => "list_countries",
            Self::ListTimeZones => "list_time_zones",
            Self::GetUser => "get_user",
            Self::ReplaceUser => "replace_user",
            Self::PatchUser => "patch_user",
            Self::DeleteUser => "delete_user",
        }
    }

    /// Whether asking again after an unclear failure is harmless: reads and queries, and the token.
    ///
    /// Not so for edits (another person's edit may lie between) and never for a command.
    #[must_use]
    pub const fn is_safe_to_repeat(self) -> bool {
        match self {
            Self::CreateToken
            | Self::ListDevices
            | Self::GetDevice
            | Self::GetLastLocation
            | Self::QueryLocations
            | Self::QueryAlerts
            | Self::ListGroups
            | Self::GetGroup
            | Self::ListUsers
            | Self::ListCountries
            | Self::ListTimeZones
            | Self::GetUser => true,
            Self::SendCommand
            | Self::CreateGroup
            | Self::ReplaceGroup
            | Self::PatchGroup
            | Self::DeleteGroup
            | Self::CreateUser
            | Self::ReplaceUser
            | Self::PatchUser
            | Self::DeleteUser => false,
        }
    }

    /// Whether the client itself begins again where not a byte was sent: everything but a command,
    /// which goes out exactly once for each time a person asks.
    pub(crate) const fn may_begin_again(self) -> bool {
        !matches!(self, Self::SendCommand)
    }

    /// Whether the client itself sends the request once more after the service refused its token.
    ///
    /// A 401 says that nothing was done, so everything may be, save a command, which can stop an
    /// engine.
    pub(crate) const fn repeats_with_a_new_token(self) -> bool {
        !matches!(self, Self::SendCommand)
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_distinct_and_the_same_in_serde() {
        let names: BTreeSet<_> = Endpoint::ALL.iter().map(|e| e.name()).collect();
        assert_eq!(names.len(), Endpoint::ALL.len());
        for endpoint in Endpoint::ALL {
            assert_eq!(
                serde_json::to_value(endpoint).ok(),
                Some(endpoint.name().into())
            );
        }
    }
}
