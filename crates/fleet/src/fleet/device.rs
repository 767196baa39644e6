//! One device: what the list says of it, its last fix, and what follows from the two.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use plaspy::models::{self, Location};
use plaspy::{DeviceId, GroupId};

use super::Rules;
use super::trail::Trail;
use crate::oddity::Oddities;
use crate::oddity::belief::Belief;
use crate::refresh::rhythm::Rhythm;
use crate::speed::SpeedUnit;
use crate::status::{Evidence, Status};
use crate::view::rows::{Place, Position, SinceSource, StatusSince};
use crate::words::{NameOrder, fold};

/// A device of the account.
#[derive(Debug)]
pub struct Device {
    /// The service's id.
    pub id: DeviceId,
    /// Its name; the id where the service gave none.
    pub name: String,
    /// Free text of the account.
    pub description: Option<String>,
    /// The SIM's number.
    pub phone_number: Option<String>,
    /// Free pairs of the account.
    pub tags: BTreeMap<String, String>,
    /// End of the subscription.
    pub expires: Option<DateTime<Utc>>,
    /// Groups that hold it.
    pub groups: Vec<GroupId>,
    /// When the service last answered about it, by the service's clock.
    pub asked_at: Option<DateTime<Utc>>,
    /// When the service was last asked and would not tell.
    pub refused_at: Option<DateTime<Utc>>,
    /// The last fix, as the service sent it; what is odd about it changes nothing of it.
    pub fix: Option<Fix>,
    /// What of its fixes is believed.
    belief: Belief,
    /// The fleet's revision at which what the list or the service says of it last changed.
    pub(super) changed_at: u64,
    /// What is known of where it is comes from the last session.
    pub(super) is_recalled: bool,
    /// Is so, and counts as old until news of it come.
    pub(super) is_awaited: bool,
    listed_unreadable: Vec<String>,
    searchable: String,
    name_key: Box<[u8]>,
    observed: Option<(Status, DateTime<Utc>)>,
    rhythm: Rhythm,
    /// The way that it came, while it is on one.
    trail: Option<Box<Trail>>,
}

/// A fix with what was derived from it when it came.
#[derive(Debug)]
pub struct Fix {
    /// As the service sent it.
    pub location: Location,
    /// Digital input 1.
    pub ignition: Option<bool>,
    /// The nearest town.
    pub place: Option<Place>,
}

impl Fix {
    /// Derives what the app shows from what the service sent.
    #[must_use]
    pub fn new(location: Location, place: Option<Place>) -> Self {
        Self {
            ignition: location.inputs.first().copied().flatten(),
            place,
            location,
        }
    }

    /// When the tracker says that it measured it.
    #[must_use]
    pub fn at(&self) -> DateTime<Utc> {
        self.location.time
    }

    /// Its speed, read in the unit in which the service is taken to send it.
    #[must_use]
    pub fn speed_kmh(&self, unit: SpeedUnit) -> Option<f64> {
        self.location.speed_raw.map(|raw| unit.kmh(raw))
    }

    /// Where.
    #[must_use]
    pub fn position(&self) -> Position {
        Position {
            latitude: self.location.latitude,
            longitude: self.location.longitude,
        }
    }

    /// What it raised: the texts, or the codes where there are no texts.
    #[must_use]
    pub fn alert_texts(&self) -> &[String] {
        if self.location.alert_texts.is_empty() {
            &self.location.alerts
        } else {
            &self.location.alert_texts
        }
    }
}

impl Device {
    /// Groups that hold it.
    #[must_use]
    pub fn group_ids(&self) -> &[GroupId] {
        &self.groups
    }

    /// What devices are ordered by where nothing else is wanted.
    pub(super) fn name_order(&self) -> (&[u8], &DeviceId) {
        (&self.name_key, &self.id)
    }

    /// A device that the list names and that was not asked about yet.
    #[must_use]
    pub fn new(listed: models::Device, order: &NameOrder) -> Self {
        let mut device = Self {
            id: listed.id.clone(),
            name: String::new(),
            description: None,
            phone_number: None,
            tags: BTreeMap::new(),
            expires: None,
            groups: Vec::new(),
            asked_at: None,
            refused_at: None,
            fix: None,
            belief: Belief::default(),
            changed_at: 0,
            is_recalled: false,
            is_awaited: false,
            listed_unreadable: Vec::new(),
            searchable: String::new(),
            name_key: Box::default(),
            observed: None,
            rhythm: Rhythm::default(),
            trail: None,
        };
        device.relist(listed, order);
        device
    }

    /// Takes over what a newer list says of it, and tells whether that is anything new; fix and clocks
    /// stay.
    pub fn relist(&mut self, listed: models::Device, order: &NameOrder) -> bool {
        let models::Device {
            id,
            name,
            description,
            phone_number,
            tags,
            expires,
            unreadable,
        } = listed;
        let name = name.filter(|name| !name.trim().is_empty());
        let name = name.unwrap_or_else(|| id.to_string());
        if name != self.name {
            self.name_key = order.key(&name);
        } else if description == self.description
            && phone_number == self.phone_number
            && tags == self.tags
            && expires == self.expires
            && unreadable == self.listed_unreadable
        {
            return false;
        }
        self.name = name;
        self.description = description;
        self.phone_number = phone_number;
        self.tags = tags;
        self.expires = expires;
        self.listed_unreadable = unreadable;
        self.searchable = self.searchable();
        true
    }

    /// What the list says of it.
    #[must_use]
    pub fn listed(&self) -> models::Device {
        models::Device {
            id: self.id.clone(),
            name: Some(self.name.clone()),
            description: self.description.clone(),
            phone_number: self.phone_number.clone(),
            tags: self.tags.clone(),
            expires: self.expires,
            unreadable: self.listed_unreadable.clone(),
        }
    }

    /// Takes over what the service answered in the last session.
    pub(super) fn recall(&mut self, fix: Option<Fix>, asked_at: DateTime<Utc>) {
        self.asked_at = Some(asked_at);
        if let Some(fix) = &fix {
            self.belief.go_on(None, &fix.location, false, asked_at);
        }
        self.fix = fix;
        self.is_recalled = true;
        self.is_awaited = true;
    }

    /// Takes over the service's answer about where it is.
    pub fn answered(&mut self, fix: Option<Fix>, asked_at: DateTime<Utc>, rules: &Rules) {
        // Between two sessions nobody looked: when the status changed is not known.
        let was_seen = self.fix.is_some() && !self.is_recalled;
        let before = was_seen.then(|| self.status(rules));
        let known_at = self.measured_at();
        let way_before = self.way_point();
        self.asked_at = Some(asked_at);
        let last = self.fix.take();
        match &fix {
            Some(fix) => {
                let moves = rules.moves(fix);
                self.belief.go_on(last, &fix.location, moves, asked_at);
            }
            None => self.belief = Belief::default(),
        }
        self.fix = fix;
        self.is_recalled = false;
        self.is_awaited = false;
        let after = self.status(rules);
        match (known_at, self.measured_at()) {
            _ if after != Status::Moving => self.rhythm.stands(),
            (Some(known), Some(newest)) if known == newest => {
                self.rhythm.nothing_new(newest, asked_at);
            }
            _ => self.rhythm.reported(),
        }
        self.trail = Trail::follow(
            self.trail.take(),
            way_before.as_ref(),
            self.way_point().as_ref(),
            before == Some(Status::Moving) || after == Status::Moving,
            asked_at,
        );
        if before.is_some_and(|before| before != after) {
            self.observed = self.measured_at().map(|at| (after, at));
        }
    }

    /// Where and when it is shown to be: what its trail goes through.
    fn way_point(&self) -> Option<Location> {
        let (fix, at) = self.shown()?;
        let Position {
            latitude,
            longitude,
        } = fix.position();
        Some(Location::new(at, latitude, longitude))
    }

    /// What is odd about the last fix.
    #[must_use]
    pub fn oddities(&self) -> Oddities {
        self.belief.oddities()
    }

    /// The fix at whose place it is shown, with when that was measured: the last one, or, while that
    /// one's place is not believed, the last good one. `None` if no place is known to be good.
    #[must_use]
    pub fn shown(&self) -> Option<(&Fix, DateTime<Utc>)> {
        self.belief.shown(self.fix.as_ref()?)
    }

    /// When the last fix was measured, as far as its time is believed.
    #[must_use]
    pub fn measured_at(&self) -> Option<DateTime<Utc>> {
        Some(self.belief.measured_at(self.fix.as_ref()?))
    }

    /// How old what is shown is: when the fix at whose place it is shown was measured, or the last
    /// one if there is no such place.
    #[must_use]
    pub fn shown_at(&self) -> Option<DateTime<Utc>> {
        let shown = self.shown().map(|(_, at)| at);
        shown.or_else(|| self.measured_at())
    }

    /// Since when time or place of what is reported is not believed.
    #[must_use]
    pub fn doubted_since(&self) -> Option<DateTime<Utc>> {
        self.belief.doubted_since()
    }

    /// What it does.
    #[must_use]
    pub fn status(&self, rules: &Rules) -> Status {
        match (&self.fix, self.asked_at) {
            (_, None) => Status::NotAsked,
            (None, Some(_)) => Status::NeverReported,
            (Some(fix), Some(asked_at)) => Status::of(
                Evidence {
                    fix_at: self.belief.measured_at(fix),
                    asked_at,
                    speed_kmh: fix.speed_kmh(rules.speed_unit),
                    ignition: fix.ignition,
                },
                &rules.thresholds,
            ),
        }
    }

    /// Since when it has its status, where that is known: told by the service for a vehicle that
    /// stands, or seen here between two fixes.
    #[must_use]
    pub fn status_since(&self, rules: &Rules) -> Option<StatusSince> {
        let fix = self.fix.as_ref()?;
        let status = self.status(rules);
        let stands = matches!(status, Status::Parked | Status::Idling);
        if let Some(inactive_s) = fix
            .location
            .inactive_s
            .filter(|seconds| stands && *seconds > 0)
            && let Some(inactive) = TimeDelta::try_seconds(inactive_s)
            && let Some(at) = self.belief.measured_at(fix).checked_sub_signed(inactive)
        {
            return Some(StatusSince {
                at,
                source: SinceSource::Service,
            });
        }
        self.observed
            .filter(|(observed, _)| *observed == status)
            .map(|(_, at)| StatusSince {
                at,
                source: SinceSource::Observed,
            })
    }

    /// When its tracker can have told something newer than the last fix, where that is known.
    #[must_use]
    pub fn news_at(&self) -> Option<DateTime<Utc>> {
        self.rhythm.news_at(self.measured_at()?)
    }

    /// It needs attention at once.
    #[must_use]
    pub fn is_critical(&self) -> bool {
        self.fix
            .as_ref()
            .is_some_and(|fix| fix.location.has_critical_alert == Some(true))
    }

    /// Whether every word stands in name, description, phone number or tags.
    #[must_use]
    pub fn has_words(&self, folded_words: &[String]) -> bool {
        folded_words
            .iter()
            .all(|word| self.searchable.contains(word.as_str()))
    }

    /// The way that it came to its last fix, oldest first, in degrees north and east.
    pub(super) fn trail(&self) -> impl Iterator<Item = (f64, f64)> {
        self.trail.iter().flat_map(|trail| trail.points())
    }

    /// The key that orders by name.
    #[must_use]
    pub fn name_key(&self) -> &[u8] {
        &self.name_key
    }

    /// Whether something of it could not be read, in the list or in the fix.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        let of_fix = |fix: &Fix| !fix.location.unreadable.is_empty();
        !self.listed_unreadable.is_empty() || self.fix.as_ref().is_some_and(of_fix)
    }

    /// Wire names of what could not be read, of the list and of the fix.
    #[must_use]
    pub fn unreadable(&self) -> Vec<String> {
        let of_fix = self.fix.iter().flat_map(|fix| &fix.location.unreadable);
        self.listed_unreadable
            .iter()
            .chain(of_fix)
            .cloned()
            .collect()
    }

    fn searchable(&self) -> String {
        let tags = self
            .tags
            .iter()
            .flat_map(|(key, value)| [key.as_str(), value.as_str()]);
        let texts = [
            Some(self.name.as_str()),
            self.description.as_deref(),
            self.phone_number.as_deref(),
        ];
        let all: Vec<&str> = texts.into_iter().flatten().chain(tags).collect();
        fold(&all.join("\n"))
    }
}
