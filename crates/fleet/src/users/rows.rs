//! The table of users, one user, and what the account's users have that others could have.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use plaspy::UserId;

use super::{Person, Users};
use crate::error::Error;
use crate::fleet::Fleet;
use crate::view::count;
use crate::view::users::{Sight, UserDetail, UserFilter, UserRow, UserSort, UsersPage, UsersQuery};

/// No page holds more rows than this, whatever is asked for.
const MOST_ROWS: u32 = 500;

impl Users {
    /// A page of the table.
    #[must_use]
    pub fn page(&self, query: &UsersQuery, fleet: &Fleet, now: DateTime<Utc>) -> UsersPage {
        let places = self.ordered(&query.filter, query.sort, now);
        let rows = places
            .iter()
            .skip(query.offset as usize)
            .take(query.limit.min(MOST_ROWS) as usize)
            .map(|place| self.people[*place].row(fleet, now));
        UsersPage {
            revision: self.revision,
            read_at: self.read_at,
            lost: count(self.lost),
            total: count(self.people.len()),
            matched: count(places.len()),
            offset: query.offset,
            rows: rows.collect(),
        }
    }

    /// Where a user stands in the table; `None` if the filter hides it.
    #[must_use]
    pub fn index_of(
        &self,
        id: &UserId,
        filter: &UserFilter,
        sort: UserSort,
        now: DateTime<Utc>,
    ) -> Option<u32> {
        let place = self.by_id.get(id)?;
        let places = self.ordered(filter, sort, now);
        places.iter().position(|it| it == place).map(count)
    }

    /// One user, whole.
    ///
    /// # Errors
    /// [`Error::UserUnknown`].
    pub fn detail(
        &self,
        id: &UserId,
        fleet: &Fleet,
        now: DateTime<Utc>,
    ) -> Result<UserDetail, Error> {
        let person = self.person(id)?;
        Ok(UserDetail {
            row: person.row(fleet, now),
            sees: person.devices(fleet),
        })
    }

    /// Privileges that users have, the most frequent first.
    #[must_use]
    pub fn privileges(&self) -> Vec<String> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for privilege in self.people.iter().flat_map(|it| &it.form.privileges) {
            *counts.entry(privilege).or_default() += 1;
        }
        let mut counted: Vec<_> = counts.into_iter().collect();
        counted.sort_by(|(one, count), (other, of_other)| {
            of_other.cmp(count).then_with(|| one.cmp(other))
        });
        counted
            .into_iter()
            .map(|(privilege, _)| privilege.to_owned())
            .collect()
    }

    /// Names of tags that users have.
    #[must_use]
    pub fn tag_names(&self) -> Vec<String> {
        let names: BTreeSet<_> = self
            .people
            .iter()
            .flat_map(|it| it.form.tags.keys())
            .collect();
        names.into_iter().cloned().collect()
    }
}

impl Person {
    pub(super) fn row(&self, fleet: &Fleet, now: DateTime<Utc>) -> UserRow {
        let group = &self.form.group;
        UserRow {
            id: self.listed.id.to_string(),
            name: self.name.clone(),
            form: self.form.clone(),
            standing: self.standing(now),
            sight: Sight {
                group: (!group.is_empty())
                    .then(|| self.group_name.clone().unwrap_or_else(|| group.clone())),
                is_group_known: self.group_name.is_some(),
                device: self
                    .own_device()
                    .map(|device| fleet.device_ref(device.as_str())),
                devices: self.sees,
            },
            created_at: self.listed.creation,
            modified_at: self.listed.modification,
            last_login_at: self.listed.last_login,
            commands: self.may_command,
            unreadable: self.listed.unreadable.clone(),
        }
    }
}
