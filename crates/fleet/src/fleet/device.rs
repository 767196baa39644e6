//! One device: what the list says of it, its last fix, and what follows from the two.

use chrono::{DateTime, TimeDelta, Utc};
use plaspy::models::{self, Location, TextMap};
use plaspy::{DeviceId, GroupId};

use super::Rules;
use super::recall::Answer;
use super::trail::Trail;
use crate::oddity::Oddities;
use crate::oddity::belief::Belief;
use crate::place::Near;
use crate::refresh::rhythm::Rhythm;
use crate::speed::SpeedUnit;
use crate::status::{Evidence, Status};
use crate::view::rows::{Position, SinceSource, StatusSince};
use crate::words::fold;

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
    pub tags: TextMap,
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
    observed: Option<(Status, DateTime<Utc>)>,
    rhythm: Rhythm,
    /// The way that it came, while it is on one.
    trail: Option<Box<Trail>>,
}

/// A fix with what was derived from it when it came.
#[derive(Debug)]
pub struct Fix {
    /// As the service sent it.
    pub location: Box<Location>,
    /// Digital input 1.
    pub ignition: Option<bool>,
    /// The nearest town.
    pub place: Option<Near>,
}

impl Fix {
    /// Derives what the app shows from what the service sent.
    #[must_use]
    pub fn new(location: Location, place: Option<Near>) -> Self {
        Self {
            ignition: location.inputs.first().copied().flatten(),
            place,
            location: Box::new(location),
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

    /// A device that the list names and that was not asked about yet.
    #[must_use]
    pub fn new(listed: models::Device) -> Self {
        let name = listed.name.filter(|name| !name.trim().is_empty());
        let name = name.unwrap_or_else(|| listed.id.to_string());
        Self {
            id: listed.id,
            name,
            description: listed.description,
            phone_number: listed.phone_number,
            tags: listed.tags.into(),
            expires: listed.expires,
            groups: Vec::new(),
            asked_at: None,
            refused_at: None,
            fix: None,
            belief: Belief::default(),
            changed_at: 0,
            is_recalled: false,
            is_awaited: false,
            listed_unreadable: listed.unreadable,
            observed: None,
            rhythm: Rhythm::default(),
            trail: None,
        }
    }

    /// Changes with a newer one what the list says, and tells whether that is anything new; fix and
    /// clocks stay.
    pub(super) fn relist(&mut self, newer: &mut Self) -> bool {
        let is_new = self.name != newer.name
            || self.description != newer.description
            || self.phone_number != newer.phone_number
            || self.tags != newer.tags
            || self.expires != newer.expires
            || self.listed_unreadable != newer.listed_unreadable;
        std::mem::swap(&mut self.name, &mut newer.name);
        std::mem::swap(&mut self.description, &mut newer.description);
        std::mem::swap(&mut self.phone_number, &mut newer.phone_number);
        std::mem::swap(&mut self.tags, &mut newer.tags);
        std::mem::swap(&mut self.expires, &mut newer.expires);
        std::mem::swap(&mut self.listed_unreadable, &mut newer.listed_unreadable);
        is_new
    }

    /// What the list says of it.
    #[must_use]
    pub fn listed(&self) -> models::Device {
        models::Device {
            id: self.id.clone(),
            name: Some(self.name.clone()),
            description: self.description.clone(),
            phone_number: self.phone_number.clone(),
            tags: (&self.tags).into(),
            expires: self.expires,
            unreadable: self.listed_unreadable.clone(),
        }
    }

    /// Takes over what the service answered in the last session.
    pub(super) fn recall(&mut self, answer: Answer) {
        let Answer {
            asked_at,
            fix,
            good,
            measured_at,
        } = answer;
        self.asked_at = Some(asked_at);
        let at = measured_at.unwrap_or(asked_at);
        if let Some(good) = &good {
            self.belief.go_on(None, &good.location, false, at);
        }
        if let Some(fix) = &fix {
            self.belief.go_on(good, &fix.location, false, at);
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
        let moves = before == Some(Status::Moving) || after == Status::Moving;
        if moves || self.trail.is_some() {
            let fix = |(at, position): (DateTime<Utc>, Position)| {
                Location::new(at, position.latitude, position.longitude)
            };
            self.trail = Trail::follow(
                self.trail.take(),
                way_before.map(fix).as_ref(),
                self.way_point().map(fix).as_ref(),
                moves,
                asked_at,
            );
        }
        if before.is_some_and(|before| before != after) {
            self.observed = self.measured_at().map(|at| (after, at));
        }
    }

    /// When and where it is shown to be: what its trail goes through.
    fn way_point(&self) -> Option<(DateTime<Utc>, Position)> {
        let (fix, at) = self.shown()?;
        Some((at, fix.position()))
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

    /// The way that it came to its last fix, oldest first, in degrees north and east.
    pub(super) fn trail(&self) -> impl Iterator<Item = (f64, f64)> {
        self.trail.iter().flat_map(|trail| trail.points())
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

    /// What can be searched of it, folded.
    pub(super) fn searchable(&self) -> String {
        let tags = self.tags.iter().flat_map(|(key, value)| [key, value]);
        let texts = [
            Some(self.name.as_str()),
            self.description.as_deref(),
            self.phone_number.as_deref(),
        ];
        let all: Vec<&str> = texts.into_iter().flatten().chain(tags).collect();
        fold(&all.join("\n"))
    }
}
