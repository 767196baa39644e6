//! Which users a filter means.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Person, Users};
use crate::view::users::{
    Lies, Standing, UserCondition, UserFilter, UserMoment, UserSelection, UserState, UserTerm,
    UserText,
};
use crate::words::{fold, search_words};

/// A filter made ready to be held against many users.
pub(super) struct Matcher<'a> {
    words: Vec<String>,
    terms: Vec<Term<'a>>,
    now: DateTime<Utc>,
}

struct Term<'a> {
    term: &'a UserTerm,
    words: Vec<String>,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(filter: &'a UserFilter, now: DateTime<Utc>) -> Self {
        let terms = filter.terms.iter().map(|term| Term {
            term,
            words: match &term.is {
                UserCondition::Text { words, .. } | UserCondition::Tag { words, .. } => {
                    search_words(words)
                }
                UserCondition::Moment { .. } | UserCondition::State { .. } => Vec::new(),
            },
        });
        Self {
            words: search_words(&filter.text),
            terms: terms.collect(),
            now,
        }
    }

    pub(super) fn passes(&self, person: &Person) -> bool {
        has_words(&person.texts, &self.words)
            && self
                .terms
                .iter()
                .all(|term| self.holds(term, person) != term.term.not)
    }

    fn holds(&self, Term { term, words }: &Term<'_>, person: &Person) -> bool {
        match &term.is {
            UserCondition::Text { of, .. } => text_holds(person, *of, words),
            UserCondition::Tag { name, .. } => {
                let name = fold(name);
                let mut tags = person.form.tags.iter();
                tags.any(|(tag, value)| {
                    (name.is_empty() || fold(tag) == name) && has_words(&fold(value), words)
                })
            }
            UserCondition::Moment { of, lies } => {
                lies_so(person.moment(*of), *lies, of.is_to_come(), self.now)
            }
            UserCondition::State { state } => self.stands(person, *state),
        }
    }

    fn stands(&self, person: &Person, state: UserState) -> bool {
        let standing = person.standing(self.now);
        match state {
            UserState::Active => standing == Standing::Active,
            UserState::Disabled => standing == Standing::Disabled,
            UserState::Expired => person.form.expires.is_some_and(|until| until <= self.now),
            UserState::NotYet => person.form.from.is_some_and(|from| from > self.now),
            UserState::SeesNothing => person.sees == Some(0),
            UserState::SeesAll => person.sees.is_none(),
            UserState::Commands => person.may_command,
            UserState::Incomplete => !person.listed.unreadable.is_empty(),
        }
    }
}

/// Whether a folded text has every word; any text does where there are none, but for no text at all.
fn has_words(text: &str, words: &[String]) -> bool {
    words.iter().all(|word| text.contains(word))
}

fn text_holds(person: &Person, of: UserText, words: &[String]) -> bool {
    let form = &person.form;
    let one = |text: &str| !text.trim().is_empty() && has_words(&fold(text), words);
    match of {
        UserText::Any => has_words(&person.texts, words),
        UserText::Name => one(&form.name),
        UserText::Email => one(&form.email),
        UserText::Group => {
            one(person.group_name.as_deref().unwrap_or(&form.group))
                || (form.group_id().is_some() && words == [fold(&form.group)])
        }
        UserText::Device => {
            one(person.device_name.as_deref().unwrap_or_default()) || one(&form.device_id)
        }
        UserText::Privilege => form.privileges.iter().any(|privilege| one(privilege)),
        UserText::Country => one(&form.country),
        UserText::TimeZone => one(&form.time_zone.replace('_', " ")) || one(&form.time_zone),
        UserText::Description => one(&form.description),
        UserText::Message => one(&form.message) || one(&form.disabled_message),
    }
}

impl UserMoment {
    /// Whether days are counted from now on; else back from now.
    const fn is_to_come(self) -> bool {
        matches!(self, Self::From | Self::Expires)
    }
}

fn lies_so(at: Option<DateTime<Utc>>, lies: Lies, is_to_come: bool, now: DateTime<Utc>) -> bool {
    let Some(at) = at else {
        return lies == Lies::Never;
    };
    let far = |days: u32| {
        let distance = if is_to_come { at - now } else { now - at };
        distance > TimeDelta::days(i64::from(days))
    };
    match lies {
        Lies::Never => false,
        Lies::Within { days } => !far(days),
        Lies::Beyond { days } => far(days),
        Lies::Before { at: line } => at < line,
        Lies::After { at: line } => at >= line,
    }
}

impl Person {
    pub(super) fn moment(&self, of: UserMoment) -> Option<DateTime<Utc>> {
        match of {
            UserMoment::From => self.form.from,
            UserMoment::Expires => self.form.expires,
            UserMoment::Creation => self.listed.creation,
            UserMoment::Modification => self.listed.modification,
            UserMoment::LastLogin => self.listed.last_login,
        }
    }
}

impl Users {
    /// The users that a selection means and that are there, in the order of their names.
    pub(crate) fn selected(&self, selection: &UserSelection, now: DateTime<Utc>) -> Vec<&Person> {
        match selection {
            UserSelection::Ids { ids } => {
                let mut places: Vec<_> = ids
                    .iter()
                    .filter_map(|id| self.by_id.get(id.as_str()))
                    .collect();
                places.sort_unstable();
                places.dedup();
                places.iter().map(|place| &self.people[**place]).collect()
            }
            UserSelection::Matching { filter, except } => {
                let matcher = Matcher::new(filter, now);
                let except: std::collections::HashSet<_> =
                    except.iter().map(String::as_str).collect();
                self.people
                    .iter()
                    .filter(|person| !except.contains(person.listed.id.as_str()))
                    .filter(|person| matcher.passes(person))
                    .collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use plaspy::{Listing, models};

    use super::*;
    use crate::fleet::Fleet;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
    }

    fn days(days: i64) -> Option<DateTime<Utc>> {
        Some(now() + TimeDelta::days(days))
    }

    fn users() -> Users {
        let mut fleet = Fleet::default();
        let group = |id: &str, name: &str, devices: &[&str]| models::Group {
            name: Some(name.to_owned()),
            devices: devices.iter().map(|id| (*id).into()).collect(),
            ..models::Group::new(id.into())
        };
        fleet.regroup(Listing {
            items: vec![
                group("g1", "Región Norte", &["1"]),
                group("g2", "Leer", &[]),
            ],
            lost: 0,
        });
        let user = |id: &str, group: Option<&str>| models::User {
            name: Some(format!("User {id}")),
            group: group.map(str::to_owned),
            ..models::User::new(id.into())
        };
        let items = vec![
            models::User {
                expires: days(10),
                last_login: days(-5),
                privileges: vec!["sendCommands".to_owned()],
                ..user("a", Some("Región Norte"))
            },
            models::User {
                expires: days(-1),
                tags: [("Team".to_owned(), "Night shift".to_owned())].into(),
                ..user("b", Some("g2"))
            },
            models::User {
                disabled: Some(true),
                last_login: days(-200),
                ..user("c", None)
            },
        ];
        Users::new(Listing { items, lost: 0 }, &fleet, now(), 1)
    }

    fn found(terms: &[UserTerm]) -> String {
        let users = users();
        let filter = UserFilter {
            text: String::new(),
            terms: terms.to_vec(),
        };
        let selection = UserSelection::Matching {
            filter,
            except: Vec::new(),
        };
        let found = users.selected(&selection, now());
        found
            .iter()
            .map(|person| person.listed.id.as_str())
            .collect()
    }

    fn is(condition: UserCondition) -> UserTerm {
        UserTerm {
            not: false,
            is: condition,
        }
    }

    fn text(of: UserText, words: &str) -> UserTerm {
        is(UserCondition::Text {
            of,
            words: words.to_owned(),
        })
    }

    fn moment(of: UserMoment, lies: Lies) -> UserTerm {
        is(UserCondition::Moment { of, lies })
    }

    fn state(state: UserState) -> UserTerm {
        is(UserCondition::State { state })
    }

    #[test]
    fn every_condition_finds_whom_it_means() {
        assert_eq!(found(&[text(UserText::Group, "norte region")]), "a");
        assert_eq!(found(&[text(UserText::Group, "")]), "ab");
        assert_eq!(found(&[text(UserText::Privilege, "command")]), "a");
        let tag = UserCondition::Tag {
            name: "team".to_owned(),
            words: "shift".to_owned(),
        };
        assert_eq!(found(&[is(tag)]), "b");
        use UserMoment::{Expires, LastLogin};
        assert_eq!(found(&[moment(Expires, Lies::Within { days: 30 })]), "ab");
        assert_eq!(found(&[moment(Expires, Lies::Beyond { days: 5 })]), "a");
        assert_eq!(found(&[moment(LastLogin, Lies::Never)]), "b");
        assert_eq!(found(&[moment(LastLogin, Lies::Beyond { days: 90 })]), "c");
        assert_eq!(found(&[moment(LastLogin, Lies::Within { days: 7 })]), "a");
        assert_eq!(found(&[state(UserState::Expired)]), "b");
        assert_eq!(found(&[state(UserState::Disabled)]), "c");
        assert_eq!(found(&[state(UserState::SeesNothing)]), "b");
        assert_eq!(found(&[state(UserState::SeesAll)]), "c");
    }

    #[test]
    fn conditions_add_up_and_can_be_turned() {
        let not = |term: UserTerm| UserTerm { not: true, ..term };
        let expires = moment(UserMoment::Expires, Lies::Within { days: 30 });
        let expired = state(UserState::Expired);
        assert_eq!(found(&[expires, not(expired)]), "a");
        assert_eq!(found(&[not(text(UserText::Group, "norte"))]), "bc");
    }

    #[test]
    fn a_selection_leaves_out_whom_a_person_took_out() {
        let users = users();
        let all_but_one = UserSelection::Matching {
            filter: UserFilter::default(),
            except: vec!["b".to_owned()],
        };
        assert_eq!(users.selected(&all_but_one, now()).len(), 2);
        let ids = UserSelection::Ids {
            ids: ["c", "gone", "a", "a"].map(str::to_owned).to_vec(),
        };
        assert_eq!(users.selected(&ids, now()).len(), 2);
    }
}
