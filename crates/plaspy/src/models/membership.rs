//! Which group a user belongs to: `group` holds a group's id in some accounts and its name in
//! others.

use std::collections::HashMap;

use super::{Group, User};
use crate::ids::GroupId;

/// How an account writes the group of a user.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum GroupForm {
    /// By its id.
    Id,
    /// By its name, as the documentation's examples do.
    #[default]
    Name,
}

/// The groups of an account as its users refer to them.
#[derive(Debug, Clone, Default)]
pub struct Memberships {
    names: HashMap<GroupId, Option<String>>,
    /// Of two groups of one name, neither can be meant by it.
    by_name: HashMap<String, Option<GroupId>>,
    form: GroupForm,
}

impl Memberships {
    /// Learns the form from those users whose group can be told; without any it is the name.
    #[must_use]
    pub fn new(groups: &[Group], users: &[User]) -> Self {
        let mut memberships = Self::default();
        for group in groups {
            memberships
                .names
                .insert(group.id.clone(), group.name.clone());
            if let Some(name) = &group.name {
                memberships
                    .by_name
                    .entry(name.clone())
                    .and_modify(|id| *id = None)
                    .or_insert_with(|| Some(group.id.clone()));
            }
        }
        let written = users.iter().filter_map(|user| user.group.as_deref());
        let (ids, names) = written
            .filter(|text| memberships.resolve(text).is_some())
            .partition::<Vec<_>, _>(|text| memberships.names.contains_key(*text));
        if ids.len() > names.len() {
            memberships.form = GroupForm::Id;
        }
        memberships
    }

    /// How this account writes the group of a user.
    #[must_use]
    pub fn form(&self) -> GroupForm {
        self.form
    }

    /// The group that a user's `group` means: that of this id, or else the only one of this name.
    #[must_use]
    pub fn resolve<'a>(&'a self, text: &str) -> Option<&'a GroupId> {
        match self.names.get_key_value(text) {
            Some((id, _)) => Some(id),
            None => self.by_name.get(text)?.as_ref(),
        }
    }

    /// What to write into a user's `group` so that it means this one: in the account's form, but by
    /// its id where its name means another group or none.
    #[must_use]
    pub fn write(&self, group: &GroupId) -> String {
        let name = self.names.get(group).and_then(Option::as_deref);
        let name = name.filter(|name| self.resolve(name) == Some(group));
        match (self.form, name) {
            (GroupForm::Name, Some(name)) => name.to_owned(),
            (GroupForm::Id, _) | (_, None) => group.to_string(),
        }
    }

    /// Whether two writings mean the same group.
    pub(crate) fn same(&self, one: &str, other: &str) -> bool {
        one == other
            || self
                .resolve(one)
                .is_some_and(|id| self.resolve(other) == Some(id))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::decode::read_value;

    fn groups(groups: &[(&str, &str)]) -> Vec<Group> {
        let group = |(id, name): &(&str, &str)| read_value(&json!({ "id": id, "name": name }));
        groups.iter().map(|it| group(it).expect("an id")).collect()
    }

    fn users(groups: &[&str]) -> Vec<User> {
        let user = |group: &&str| User {
            group: Some((*group).to_owned()),
            ..User::new("u".into())
        };
        groups.iter().map(user).collect()
    }

    #[test]
    fn the_form_is_that_of_the_accounts_users() {
        let groups = groups(&[("g1", "North"), ("g2", "South")]);
        let by_id = Memberships::new(&groups, &users(&["g1", "g2", "North", "gone"]));
        assert_eq!(by_id.write(&"g2".into()), "g2");
        let by_name = Memberships::new(&groups, &users(&["South", "gone", "gone", "g1", "North"]));
        assert_eq!(by_name.write(&"g2".into()), "South");
        assert_eq!(Memberships::new(&groups, &[]).form(), GroupForm::Name);
    }

    #[test]
    fn an_id_goes_before_a_name() {
        let groups = groups(&[("g1", "g2"), ("g2", "South")]);
        let memberships = Memberships::new(&groups, &[]);
        assert_eq!(memberships.resolve("g2"), Some(&"g2".into()));
        assert_eq!(memberships.write(&"g1".into()), "g1", "its name means g2");
        assert!(memberships.same("g2", "South"));
        assert!(!memberships.same("g1", "g2"));
    }

    #[test]
    fn a_name_of_two_groups_means_neither() {
        let groups = groups(&[("g1", "North"), ("g2", "North")]);
        let memberships = Memberships::new(&groups, &[]);
        assert_eq!(memberships.resolve("North"), None);
        assert_eq!(memberships.write(&"g1".into()), "g1");
        assert!(!memberships.same("North", "South"));
    }
}
