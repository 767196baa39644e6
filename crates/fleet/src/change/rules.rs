//! The service's rules for groups and users, by which a change is checked before anything is sent.

use super::{Change, Field, Form, GroupForm, Unfit, UserForm};

impl Change<GroupForm> {
    /// Checks it by the service's rules, before anything is sent. `taken` are the names of the
    /// other groups.
    ///
    /// # Errors
    /// The first rule that it breaks.
    pub fn check<'a>(&self, mut taken: impl Iterator<Item = &'a str>) -> Result<(), Unfit> {
        let Some(after) = self.after() else {
            return Ok(());
        };
        let before = self.before();
        let changed = before.map_or(GroupForm::FIELDS.to_vec(), |it| it.differences(after));
        if changed.is_empty() {
            return Err(Unfit::Nothing);
        }
        // What stays as it is may break a rule of which the service knew nothing then.
        if changed.contains(&Field::Name) {
            let name = after.name.trim();
            if name.is_empty() {
                return Err(Unfit::Missing(Field::Name));
            }
            if taken.any(|other| other.trim() == name) {
                return Err(Unfit::Taken(Field::Name));
            }
        }
        if changed.contains(&Field::Devices) && after.devices.is_empty() {
            return Err(Unfit::Missing(Field::Devices));
        }
        Ok(())
    }
}

/// What is known of an account, to hold a change of a user against.
pub struct UserRules<'a> {
    /// Whether another user has this user name.
    pub is_taken: &'a dyn Fn(&str) -> bool,
    /// Whether it is a group of the account.
    pub is_group: &'a dyn Fn(&str) -> bool,
    /// Whether a password goes with the change.
    pub has_password: bool,
}

impl Change<UserForm> {
    /// Checks it by the service's rules, before anything is sent.
    ///
    /// # Errors
    /// The first rule that it breaks.
    pub fn check(&self, rules: &UserRules<'_>) -> Result<(), Unfit> {
        let Some(after) = self.after() else {
            return Ok(());
        };
        let changed = self
            .before()
            .map_or(UserForm::FIELDS.to_vec(), |it| it.differences(after));
        if changed.is_empty() {
            return match rules.has_password {
                true => Ok(()),
                false => Err(Unfit::Nothing),
            };
        }
        for field in changed {
            after.check_field(field, rules)?;
        }
        Ok(())
    }
}

impl UserForm {
    fn check_field(&self, field: Field, rules: &UserRules<'_>) -> Result<(), Unfit> {
        let needed = match field {
            Field::Name => &self.name,
            Field::Email => &self.email,
            Field::Country => &self.country,
            Field::TimeZone => &self.time_zone,
            Field::Group if !self.group.is_empty() && !(rules.is_group)(&self.group) => {
                return Err(Unfit::Invalid(field));
            }
            Field::AdminDevices if self.admin_devices.is_some_and(|number| number < 0) => {
                return Err(Unfit::Invalid(field));
            }
            Field::Expires
                if self
                    .from
                    .zip(self.expires)
                    .is_some_and(|(from, to)| from >= to) =>
            {
                return Err(Unfit::Invalid(field));
            }
            _ => return Ok(()),
        };
        match needed.trim().is_empty() {
            true => Err(Unfit::Missing(field)),
            false if field == Field::Email && (rules.is_taken)(needed) => Err(Unfit::Taken(field)),
            false => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn group(name: &str, devices: &[&str]) -> GroupForm {
        GroupForm {
            name: name.to_owned(),
            devices: devices.iter().map(|id| (*id).to_owned()).collect(),
            ..GroupForm::default()
        }
    }

    #[test]
    fn a_group_has_a_name_of_its_own_and_a_device() {
        let before = group("A", &["1"]);
        let check = |after| {
            let change = Change::Edit {
                id: "g1".to_owned(),
                before: before.clone(),
                after,
            };
            let change = change.tidy();
            change.check(["B"].into_iter())
        };
        assert_eq!(check(group(" ", &["1"])), Err(Unfit::Missing(Field::Name)));
        assert_eq!(check(group(" B ", &["1"])), Err(Unfit::Taken(Field::Name)));
        assert_eq!(check(group("A", &[])), Err(Unfit::Missing(Field::Devices)));
        assert_eq!(check(group("A", &["1", "1"])), Err(Unfit::Nothing));
        assert_eq!(check(group("C", &["1"])), Ok(()));
    }

    fn rules() -> UserRules<'static> {
        UserRules {
            is_taken: &|email| email == "ben@example.org",
            is_group: &|group| group == "g1",
            has_password: false,
        }
    }

    fn ana() -> UserForm {
        UserForm {
            name: "Ana".to_owned(),
            email: "ana@example.org".to_owned(),
            country: "CL".to_owned(),
            time_zone: "America/Santiago".to_owned(),
            ..UserForm::default()
        }
    }

    fn edit(after: UserForm) -> Change<UserForm> {
        Change::Edit {
            id: "u1".to_owned(),
            before: ana(),
            after,
        }
        .tidy()
    }

    #[test]
    fn the_rules_of_the_service_are_known_before_anything_is_sent() {
        let check = |change: fn(&mut UserForm)| {
            let mut form = ana();
            change(&mut form);
            edit(form).check(&rules())
        };
        assert_eq!(
            check(|form| form.name = " ".to_owned()),
            Err(Unfit::Missing(Field::Name))
        );
        assert_eq!(
            check(|form| form.email = "ben@example.org ".to_owned()),
            Err(Unfit::Taken(Field::Email))
        );
        assert_eq!(
            check(|form| form.group = "g2".to_owned()),
            Err(Unfit::Invalid(Field::Group))
        );
        assert_eq!(
            check(|form| {
                form.from = DateTime::from_timestamp(2, 0);
                form.expires = DateTime::from_timestamp(1, 0);
            }),
            Err(Unfit::Invalid(Field::Expires))
        );
        assert_eq!(
            check(|form| form.name = "Ana ".to_owned()),
            Err(Unfit::Nothing)
        );
        assert_eq!(check(|form| form.group = "g1".to_owned()), Ok(()));
    }

    #[test]
    fn a_password_alone_is_a_change() {
        let with_password = UserRules {
            has_password: true,
            ..rules()
        };
        assert_eq!(edit(ana()).check(&with_password), Ok(()));
    }
}
