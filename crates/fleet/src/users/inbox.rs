//! What of the account's access asks for a look.

use chrono::{DateTime, TimeDelta, Utc};

use super::filter::Matcher;
use super::{Person, Users};
use crate::fleet::Fleet;
use crate::view::access::{Inbox, Matter, MatterDevice, MatterKind};
use crate::view::count;
use crate::view::users::{Lies, UserCondition, UserFilter, UserMoment, UserState, UserTerm};

/// An end that is nearer than this is soon.
const SOON_DAYS: u32 = 30;

/// Who has not signed in for longer than this has not for long.
const LONG_DAYS: u32 = 90;

/// Who was made within this may still sign in for the first time.
const NEW_DAYS: u32 = 7;

/// What asks for a look, the loudest first. Without users, only what groups and devices show.
#[must_use]
pub fn inbox(users: Option<&Users>, fleet: &Fleet, now: DateTime<Utc>) -> Inbox {
    let of_users = users.map(|users| users.matters(now)).unwrap_or_default();
    let things = [
        (MatterKind::EmptyGroups, fleet.empty_groups()),
        (MatterKind::UngroupedDevices, fleet.ungrouped_devices()),
        (
            MatterKind::ExpiringDevices,
            fleet.devices_expiring_before(now + TimeDelta::days(i64::from(SOON_DAYS))),
        ),
    ];
    let of_things = things.into_iter().map(|(kind, ids)| Matter {
        kind,
        count: count(ids.len()),
        commands: 0,
        users: None,
        ids,
    });
    let matters = of_users.into_iter().chain(of_things);
    Inbox {
        read_at: users.map(Users::read_at),
        matters: matters.filter(|matter| matter.count > 0).collect(),
    }
}

/// What is known of devices that a matter concerns. Nobody looks at where they are: they are not asked
/// about for it.
#[must_use]
pub fn matter_devices(fleet: &Fleet, ids: &[String]) -> Vec<MatterDevice> {
    let devices = ids.iter().map(|id| MatterDevice {
        device: fleet.device_ref(id),
        expires: fleet
            .device(&id.as_str().into())
            .ok()
            .and_then(|device| device.expires),
    });
    devices.collect()
}

impl Users {
    fn matters(&self, now: DateTime<Utc>) -> Vec<Matter> {
        let not = |is| UserTerm { not: true, is };
        let yes = |is| UserTerm { not: false, is };
        let state = |state| UserCondition::State { state };
        let moment = |of, lies| UserCondition::Moment { of, lies };
        let login = |lies| yes(moment(UserMoment::LastLogin, lies));
        // Whoever is shut out already can do nothing.
        let can = || not(state(UserState::Disabled));
        let valid = || not(state(UserState::Expired));
        let soon = moment(UserMoment::Expires, Lies::Within { days: SOON_DAYS });
        let is_new = moment(UserMoment::Creation, Lies::Within { days: NEW_DAYS });
        let matters = [
            (
                MatterKind::Expired,
                vec![can(), yes(state(UserState::Expired))],
            ),
            (MatterKind::ExpiringSoon, vec![can(), valid(), yes(soon)]),
            (
                MatterKind::NeverLoggedIn,
                vec![can(), valid(), login(Lies::Never), not(is_new)],
            ),
            (
                MatterKind::LongNotLoggedIn,
                vec![can(), valid(), login(Lies::Beyond { days: LONG_DAYS })],
            ),
            (
                MatterKind::SeesNothing,
                vec![can(), valid(), yes(state(UserState::SeesNothing))],
            ),
        ];
        let mut matters: Vec<_> = matters
            .into_iter()
            .map(|(kind, terms)| self.matter(kind, terms, now))
            .collect();
        // Who may send commands and is not looked after is the greatest risk.
        matters.sort_by_key(|matter| std::cmp::Reverse(matter.commands.min(1)));
        matters
    }

    fn matter(&self, kind: MatterKind, terms: Vec<UserTerm>, now: DateTime<Utc>) -> Matter {
        let filter = UserFilter {
            text: String::new(),
            terms,
        };
        let matcher = Matcher::new(&filter, now);
        let concerned: Vec<&Person> = self
            .people
            .iter()
            .filter(|person| matcher.passes(person))
            .collect();
        let commands = concerned.iter().filter(|person| person.may_command).count();
        // A session that ended can send nothing.
        let is_open = matches!(
            kind,
            MatterKind::NeverLoggedIn | MatterKind::LongNotLoggedIn | MatterKind::ExpiringSoon
        );
        Matter {
            kind,
            count: count(concerned.len()),
            commands: if is_open { count(commands) } else { 0 },
            users: Some(filter),
            ids: Vec::new(),
        }
    }
}
