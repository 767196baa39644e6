//! The fleet as it was known in the last session: taken over before any answer came, told apart from
//! what is new, and what of it has to be kept for the next one.

use chrono::{DateTime, Utc};
use plaspy::{DeviceId, Listing, models};

use super::{Device, Fix, Fleet};
use crate::status::Status;

/// A device as it was known in the last session.
#[derive(Debug)]
pub struct Recalled {
    /// What the list said of it.
    pub listed: models::Device,
    /// What the service answered about it; `None` for one that was never asked about.
    pub answer: Option<Answer>,
}

/// What the service answered about a device.
#[derive(Debug)]
pub struct Answer {
    /// When, by the service's clock.
    pub asked_at: DateTime<Utc>,
    /// The last fix; `None` for a device that never reported.
    pub fix: Option<Fix>,
    /// The last fix whose place was good, where that of the last fix was not.
    pub good: Option<Fix>,
    /// When the last fix was measured, where its own time was not believed.
    pub measured_at: Option<DateTime<Utc>>,
}

impl Fleet {
    /// Takes over what was known in the last session. What was asked in the future, by a clock that
    /// was wrong, counts as asked `now`.
    pub fn recall(
        &mut self,
        devices: Vec<Recalled>,
        groups: Vec<models::Group>,
        now: DateTime<Utc>,
    ) {
        let (listed, answers): (Vec<_>, Vec<_>) = devices
            .into_iter()
            .map(|device| {
                let id = device.listed.id.clone();
                (device.listed, (id, device.answer))
            })
            .unzip();
        self.relist(whole(listed));
        self.regroup(whole(groups));
        self.revision += 1;
        for (id, answer) in answers {
            if let (Some((_, device)), Some(mut answer)) = (self.list.find_mut(&id), answer) {
                answer.asked_at = answer.asked_at.min(now);
                device.recall(answer);
                self.awaited += 1;
            }
        }
        self.read_anew();
    }

    /// How many devices are shown as they were known in the last session, and await news.
    #[must_use]
    pub fn awaited(&self) -> usize {
        self.awaited
    }

    /// What is known from the last session of some devices is as good as new, so that nobody need wait
    /// for news of them.
    pub fn trust_recalled(&mut self, is_good: impl Fn(&Device, Status) -> bool) {
        for device in &mut self.list.devices {
            if device.is_awaited && is_good(device, device.status(&self.rules)) {
                device.is_awaited = false;
                self.awaited = self.awaited.saturating_sub(1);
            }
        }
    }

    /// There is no news to wait for any more, for instance of devices of which the service won't tell.
    pub fn await_none(&mut self) {
        self.awaited = 0;
    }

    /// News of a device came, which was awaited until then or not.
    pub(super) fn heard_of(&mut self, was_awaited: bool) {
        if was_awaited {
            self.awaited = self.awaited.saturating_sub(1);
        }
    }

    /// The devices that are new, or not as they were at a revision.
    pub fn changed_since(&self, revision: u64) -> impl Iterator<Item = &Device> {
        let devices = self.devices().iter();
        devices.filter(move |device| device.changed_at > revision)
    }

    /// Whether the groups were read after a revision.
    #[must_use]
    pub fn regrouped_since(&self, revision: u64) -> bool {
        self.grouped_at > revision
    }

    /// Which of these ids the fleet has no more.
    pub fn gone_of<'ids>(
        &'ids self,
        ids: impl Iterator<Item = &'ids DeviceId>,
    ) -> impl Iterator<Item = &'ids DeviceId> {
        ids.filter(|id| !self.list.by_id.contains_key(*id))
    }
}

fn whole<T>(items: Vec<T>) -> Listing<T> {
    Listing { items, lost: 0 }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use plaspy::models::Location;

    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).expect("a valid time")
    }

    fn fix(speed_raw: f64) -> Option<Fix> {
        let location = Location {
            speed_raw: Some(speed_raw),
            ..Location::new(now() - TimeDelta::hours(8), 1.0, 2.0)
        };
        Some(Fix::new(location, None))
    }

    fn listed(id: &str) -> models::Device {
        models::Device::new(id.into())
    }

    fn recalled(id: &str, speed_raw: f64) -> Recalled {
        Recalled {
            listed: listed(id),
            answer: Some(Answer {
                asked_at: now() - TimeDelta::hours(8),
                fix: fix(speed_raw),
                good: None,
                measured_at: None,
            }),
        }
    }

    fn fleet() -> Fleet {
        let mut fleet = Fleet::default();
        let never_asked = Recalled {
            listed: listed("c"),
            answer: None,
        };
        let group = models::Group {
            devices: vec!["a".into()],
            ..models::Group::new("north".into())
        };
        fleet.recall(
            vec![recalled("a", 0.0), recalled("b", 90.0), never_asked],
            vec![group],
            now(),
        );
        fleet
    }

    fn status(fleet: &Fleet, id: &str) -> Status {
        fleet.status_of(fleet.device(&id.into()).expect("listed"))
    }

    #[test]
    fn what_was_known_is_shown_with_its_old_clocks() {
        let fleet = fleet();
        let device = fleet.device(&"a".into()).expect("listed");
        assert_eq!(device.asked_at, Some(now() - TimeDelta::hours(8)));
        assert_eq!(status(&fleet, "a"), Status::Parked);
        assert_eq!(status(&fleet, "b"), Status::Moving);
        assert_eq!(status(&fleet, "c"), Status::NotAsked);
        assert_eq!(fleet.members(&"north".into()).len(), 1);
        assert_eq!(fleet.awaited(), 2);
    }

    #[test]
    fn an_answer_or_a_list_without_it_makes_a_device_awaited_no_more() {
        let mut fleet = fleet();
        fleet.fold(&"a".into(), fix(0.0), now());
        fleet.fold(&"a".into(), fix(0.0), now());
        assert_eq!(fleet.awaited(), 1);
        fleet.relist(whole(vec![listed("a"), listed("c")]));
        assert_eq!(fleet.awaited(), 0);
        assert!(fleet.device(&"b".into()).is_err());
    }

    #[test]
    fn what_is_as_good_as_new_is_not_awaited_and_its_change_was_not_seen_all_the_same() {
        let mut fleet = fleet();
        fleet.trust_recalled(|_, status| status == Status::Parked);
        assert_eq!(fleet.awaited(), 1);
        fleet.fold(&"a".into(), fix(90.0), now());
        assert_eq!(fleet.awaited(), 1);
        let device = fleet.device(&"a".into()).expect("listed");
        assert_eq!(device.status_since(&fleet.rules), None);
        fleet.fold(&"b".into(), fix(90.0), now());
        assert_eq!(fleet.awaited(), 0);
    }

    #[test]
    fn a_change_between_two_sessions_was_not_seen_here() {
        let mut fleet = fleet();
        fleet.fold(&"a".into(), fix(90.0), now());
        let device = fleet.device(&"a".into()).expect("listed");
        assert_eq!(device.status_since(&fleet.rules), None);
        fleet.fold(&"a".into(), fix(0.0), now());
        let device = fleet.device(&"a".into()).expect("listed");
        assert!(device.status_since(&fleet.rules).is_some());
    }

    #[test]
    fn a_question_of_the_future_counts_as_asked_now() {
        let mut fleet = Fleet::default();
        let mut device = recalled("a", 0.0);
        device.answer = Some(Answer {
            asked_at: now() + TimeDelta::days(400),
            fix: fix(0.0),
            good: None,
            measured_at: None,
        });
        fleet.recall(vec![device], Vec::new(), now());
        let device = fleet.device(&"a".into()).expect("listed");
        assert_eq!(device.asked_at, Some(now()));
    }

    #[test]
    fn only_what_is_not_as_it_was_has_changed() {
        let mut fleet = fleet();
        let before = fleet.revision();
        let changed = |fleet: &Fleet| -> Vec<String> {
            let changed = fleet.changed_since(before);
            changed.map(|device| device.id.to_string()).collect()
        };
        let named = |id: &str, name: &str| models::Device {
            name: Some(name.to_owned()),
            ..listed(id)
        };
        fleet.relist(whole(vec![listed("a"), listed("b"), listed("c")]));
        assert!(changed(&fleet).is_empty());
        fleet.relist(whole(vec![
            listed("a"),
            named("b", "Van"),
            listed("c"),
            listed("d"),
        ]));
        assert_eq!(changed(&fleet), ["b", "d"]);
        fleet.fold(&"c".into(), None, now());
        assert_eq!(changed(&fleet), ["b", "c", "d"]);
        assert!(!fleet.regrouped_since(before));
        fleet.regroup(whole(Vec::new()));
        assert!(fleet.regrouped_since(before));
    }
}
