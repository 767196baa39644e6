//! What changes would do, before anything is sent.

use std::collections::HashMap;

use plaspy::EditWay;

use super::Active;
use crate::change::access::{ReachChange, reach_change_by_group, reach_change_of_user};
use crate::change::{AnyChange, Change, UserForm, UserRules};
use crate::error::Error;
use crate::fleet::Fleet;
use crate::users::Users;
use crate::view::changes::{AccessChange, ChangePreview, Way};

impl Active {
    /// What a change would do, by the users as they are now.
    ///
    /// # Errors
    /// [`Error::Unfit`] where it breaks a rule of the service.
    pub async fn preview_change(
        &self,
        change: AnyChange,
        has_password: bool,
    ) -> Result<ChangePreview, Error> {
        let change = change.tidy();
        let users = self.read_users().await.ok();
        self.check(&change, has_password)?;
        let fleet = self.fleet();
        let access = users.map(|users| access_changes(&users, &fleet, [&change]).0);
        Ok(ChangePreview {
            fields: fleet.field_changes(&change),
            access,
            way: self.way(),
            renames_sign_in: renames_sign_in(&change),
            is_final: matches!(change, AnyChange::User(Change::Delete { .. })),
        })
    }

    /// How the service will get an edit.
    pub(super) fn way(&self) -> Way {
        match self.client.edit_way() {
            EditWay::Patch => Way::Parts,
            EditWay::Replacement => Way::Whole,
        }
    }

    /// Holds a change against the service's rules, as far as groups and users are known.
    pub(super) fn check(&self, change: &AnyChange, has_password: bool) -> Result<(), Error> {
        match change {
            AnyChange::Group(change) => {
                let id = change.id().map(plaspy::GroupId::from);
                let fleet = self.fleet();
                change.check(fleet.names_of_other_groups(id.as_ref()))?;
            }
            AnyChange::User(change) => {
                let users = self.known_users();
                let fleet = self.fleet();
                change.check(&UserRules {
                    is_taken: &|email| {
                        users
                            .as_ref()
                            .is_some_and(|users| users.is_taken(email, change.id()))
                    },
                    is_group: &|id| fleet.group_name(&id.into()).is_some(),
                    has_password,
                })?;
            }
        }
        Ok(())
    }
}

fn renames_sign_in(change: &AnyChange) -> bool {
    match change {
        AnyChange::User(Change::Edit { before, after, .. }) => before.email != after.email,
        _ => false,
    }
}

/// The most lots of users who gain and lose the same that are shown.
const MOST_LOTS: usize = 100;

/// Whose views changes touch, those who gain and lose the same together, those who lose most first and
/// not more lots than anyone reads; and how many users it is in all.
pub(super) fn access_changes<'a>(
    users: &Users,
    fleet: &Fleet,
    changes: impl IntoIterator<Item = &'a AnyChange>,
) -> (Vec<AccessChange>, usize) {
    let mut lots: HashMap<ReachChange, Vec<String>> = HashMap::new();
    let mut known = KnownReaches::default();
    for change in changes {
        match change {
            AnyChange::Group(change) => {
                let Some(id) = change.id() else {
                    // Nobody refers to a group before it is there.
                    continue;
                };
                let mut by_own = HashMap::new();
                for person in users.seeing_by(&id.into()) {
                    let touched = by_own
                        .entry(&person.form.device_id)
                        .or_insert_with(|| reach_change_by_group(change, &person.form));
                    add(&mut lots, touched, &person.name);
                }
            }
            AnyChange::User(change) => {
                let touched = known.of(change, fleet);
                add(&mut lots, touched, change.shown_name());
            }
        }
    }
    let total = lots.values().map(Vec::len).sum();
    let mut lots: Vec<_> = lots.into_iter().collect();
    lots.sort_by(|(one, of_one), (other, of_other)| {
        let weight = |change: &ReachChange| (change.loses_rest, change.loses.len());
        weight(other)
            .cmp(&weight(one))
            .then_with(|| of_one.cmp(of_other))
    });
    let shown = lots
        .into_iter()
        .take(MOST_LOTS)
        .map(|(change, users)| AccessChange {
            users,
            gains: fleet.device_refs_by_name(change.gains),
            loses: fleet.device_refs_by_name(change.loses),
            gains_all: change.gains_all,
            loses_rest: change.loses_rest,
        });
    (shown.collect(), total)
}

fn add(lots: &mut HashMap<ReachChange, Vec<String>>, change: &ReachChange, user: &str) {
    if change.is_nothing() {
        return;
    }
    match lots.get_mut(change) {
        Some(users) => users.push(user.to_owned()),
        None => {
            lots.insert(change.clone(), vec![user.to_owned()]);
        }
    }
}

/// What limits a user: group, own device, shut out.
type Limits = (String, String, bool);

/// What was found out for users who were and are to be limited the same.
#[derive(Default)]
struct KnownReaches(HashMap<(Option<Limits>, Option<Limits>), ReachChange>);

impl KnownReaches {
    fn of(&mut self, change: &Change<UserForm>, fleet: &Fleet) -> &ReachChange {
        let limits = |form: Option<&UserForm>| {
            form.map(|form| (form.group.clone(), form.device_id.clone(), form.disabled))
        };
        let key = (limits(change.before()), limits(change.after()));
        self.0.entry(key).or_insert_with(|| {
            reach_change_of_user(change, |group| {
                let members = fleet.members(&group.into());
                members
                    .iter()
                    .map(plaspy::DeviceId::as_str)
                    .collect::<Vec<_>>()
            })
        })
    }
}
