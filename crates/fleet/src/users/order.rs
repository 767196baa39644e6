//! Users that pass a filter, in an order. Answers are kept for a while: a screen asks for several
//! pages of one order.

use std::cmp::Ordering;
use std::sync::{Arc, PoisonError};

use chrono::{DateTime, Utc};

use super::filter::Matcher;
use super::{Person, Users};
use crate::view::users::{UserFilter, UserMoment, UserSort, UserSortKey};
use crate::words::fold;

/// How many orders are kept: the table, and what a search just left.
const KEPT: usize = 4;

/// The orders computed last, all of them within one minute: what a filter means moves with the time.
#[derive(Debug, Default)]
pub(super) struct OrderCache {
    minute: i64,
    orders: Vec<(Wanted, Arc<Vec<usize>>)>,
}

/// Which users, and in which order.
type Wanted = (UserFilter, UserSort);

/// What a person is ordered by; who has none comes last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(i64),
    Text(String),
}

impl Users {
    /// The places of the users that pass a filter, in order.
    pub(super) fn ordered(
        &self,
        filter: &UserFilter,
        sort: UserSort,
        now: DateTime<Utc>,
    ) -> Arc<Vec<usize>> {
        let mut cache = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        let minute = now.timestamp().div_euclid(60);
        if cache.minute != minute {
            cache.orders.clear();
            cache.minute = minute;
        }
        let key = (filter.clone(), sort);
        if let Some((_, places)) = cache.orders.iter().find(|(known, _)| *known == key) {
            return Arc::clone(places);
        }
        let places = Arc::new(self.order(filter, sort, now));
        if cache.orders.len() == KEPT {
            cache.orders.remove(0);
        }
        cache.orders.push((key, Arc::clone(&places)));
        places
    }

    fn order(&self, filter: &UserFilter, sort: UserSort, now: DateTime<Utc>) -> Vec<usize> {
        let matcher = Matcher::new(filter, now);
        let passing = (0..self.people.len()).filter(|place| matcher.passes(&self.people[*place]));
        if sort.key == UserSortKey::Name {
            let mut places: Vec<_> = passing.collect();
            if sort.descending {
                places.reverse();
            }
            return places;
        }
        let mut keyed: Vec<_> = passing
            .map(|place| (key_of(&self.people[place], sort.key, now), place))
            .collect();
        // The places are in the order of names, which the sort leaves among equals.
        keyed.sort_by(|(one, _), (other, _)| match (one, other) {
            (Some(one), Some(other)) if sort.descending => other.cmp(one),
            (Some(one), Some(other)) => one.cmp(other),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        });
        keyed.into_iter().map(|(_, place)| place).collect()
    }
}

fn key_of(person: &Person, key: UserSortKey, now: DateTime<Utc>) -> Option<Key> {
    let form = &person.form;
    let text = |text: &str| (!text.trim().is_empty()).then(|| Key::Text(fold(text)));
    let moment = |of: UserMoment| {
        let at = person.moment(of)?;
        Some(Key::Number(at.timestamp_millis()))
    };
    let number = |number: usize| Key::Number(i64::try_from(number).unwrap_or(i64::MAX));
    match key {
        // Handled before, by a key of its own.
        UserSortKey::Name => None,
        UserSortKey::Email => text(&form.email),
        UserSortKey::State => Some(Key::Number(person.standing(now) as i64)),
        UserSortKey::Group => text(person.group_name.as_deref().unwrap_or(&form.group)),
        UserSortKey::Device => text(person.device_name.as_deref().unwrap_or_default()),
        UserSortKey::Sees => person.sees.map(|devices| Key::Number(i64::from(devices))),
        UserSortKey::Privileges => Some(number(form.privileges.len())),
        UserSortKey::Country => text(&form.country),
        UserSortKey::TimeZone => text(&form.time_zone),
        UserSortKey::Description => text(&form.description),
        UserSortKey::Message => text(&form.message),
        UserSortKey::AdminDevices => form.admin_devices.map(Key::Number),
        UserSortKey::From => moment(UserMoment::From),
        UserSortKey::Expires => moment(UserMoment::Expires),
        UserSortKey::Creation => moment(UserMoment::Creation),
        UserSortKey::Modification => moment(UserMoment::Modification),
        UserSortKey::LastLogin => moment(UserMoment::LastLogin),
    }
}
