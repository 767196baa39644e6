//! Which limit a 429 met: that of the minute, or one device's of the day. The service doesn't say,
//! so after one refusal another device is asked: if that is answered, it was the device's day. Pure:
//! it is told the time.

use std::time::{Duration, Instant};

use plaspy::{DeviceId, Endpoint, RequestInfo, Ticket};

/// So long after a refusal the refused device itself may be asked again, if nothing else was.
const NOTHING_ELSE_TO_ASK: Duration = Duration::from_secs(5);

/// No limit of a minute asks to wait longer.
const LONGEST_WAIT_OF_MINUTE: Duration = Duration::from_secs(120);

/// Which limit was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Limit {
    /// That of requests a minute.
    Minute {
        /// How long the service asks to wait.
        retry_after: Option<Duration>,
    },
    /// That of results of a device and day.
    DeviceDay {
        /// Which device.
        device: DeviceId,
        /// The service asked for a wait that only a day can need. Otherwise the minute may just have
        /// had room again for the one that was asked after it.
        is_sure: bool,
    },
}

/// Whether a request may go out while it is unclear which limit was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gate {
    /// It may.
    Open,
    /// Not before another one has told, or so much time has passed.
    Wait(Duration),
}

/// A refusal that is not yet understood, if there is one.
#[derive(Debug, Default)]
pub(super) struct Attribution {
    suspect: Option<Suspect>,
}

#[derive(Debug)]
struct Suspect {
    device: DeviceId,
    since: Instant,
    retry_after: Option<Duration>,
    /// The one request that was let through since, to find out.
    probe: Option<Ticket>,
}

impl Suspect {
    fn new(device: &DeviceId, retry_after: Option<Duration>, since: Instant) -> Self {
        Self {
            device: device.clone(),
            since,
            retry_after,
            probe: None,
        }
    }

    /// It was the device's day.
    fn day(self) -> Limit {
        Limit::DeviceDay {
            is_sure: self.waits_too_long(),
            device: self.device,
        }
    }

    /// Whether it asks for a wait that the limit of a minute can't need.
    fn waits_too_long(&self) -> bool {
        self.retry_after
            .is_some_and(|wait| wait > LONGEST_WAIT_OF_MINUTE)
    }
}

impl Attribution {
    /// Whether this request may go out. One at a time may, about something else than what was
    /// refused; the token is beside all limits of requests.
    pub(super) fn gate(&self, info: &RequestInfo, now: Instant) -> Gate {
        let Some(suspect) = &self.suspect else {
            return Gate::Open;
        };
        if info.endpoint == Endpoint::CreateToken {
            return Gate::Open;
        }
        if suspect.probe.is_some() {
            return Gate::Wait(NOTHING_ELSE_TO_ASK);
        }
        let patience = suspect.since + NOTHING_ELSE_TO_ASK;
        match info.device.as_ref() == Some(&suspect.device) && now < patience {
            true => Gate::Wait(patience - now),
            false => Gate::Open,
        }
    }

    /// This request goes out.
    pub(super) fn admitted(&mut self, ticket: Ticket, info: &RequestInfo) {
        if let Some(suspect) = &mut self.suspect
            && info.endpoint != Endpoint::CreateToken
        {
            suspect.probe = Some(ticket);
        }
    }

    /// The service answered 429. What that means, if it is clear.
    pub(super) fn refused(
        &mut self,
        ticket: Ticket,
        info: &RequestInfo,
        retry_after: Option<Duration>,
        now: Instant,
    ) -> Option<Limit> {
        let Some(device) = &info.device else {
            self.suspect = None;
            return Some(Limit::Minute { retry_after });
        };
        // Two of one device that were under way together: only what goes out from now on can tell.
        let goes_on =
            |suspect: &Suspect| suspect.device == *device && suspect.probe != Some(ticket);
        if self.suspect.as_ref().is_some_and(goes_on) {
            return None;
        }
        match self.suspect.take() {
            Some(suspect) if !suspect.waits_too_long() => Some(Limit::Minute {
                retry_after: retry_after.max(suspect.retry_after),
            }),
            // The first day is clear; whether another one is spent as well is yet to be found.
            earlier => {
                if earlier.as_ref().is_none_or(|first| first.device != *device) {
                    self.suspect = Some(Suspect::new(device, retry_after, now));
                }
                earlier.map(Suspect::day)
            }
        }
    }

    /// The service answered as asked. What that says of the refusal before it, if anything.
    pub(super) fn accepted(&mut self, ticket: Ticket, info: &RequestInfo) -> Option<Limit> {
        let suspect = self
            .suspect
            .take_if(|suspect| suspect.probe == Some(ticket))?;
        (info.device.as_ref() != Some(&suspect.device)).then(|| suspect.day())
    }

    /// A request ended in another way: should it have been the one to tell, another one is needed.
    pub(super) fn told_nothing(&mut self, ticket: Ticket) {
        if let Some(suspect) = &mut self.suspect
            && suspect.probe == Some(ticket)
        {
            suspect.probe = None;
        }
    }

    /// The device whose refusal is not yet understood.
    pub(super) fn suspect(&self) -> Option<&DeviceId> {
        self.suspect.as_ref().map(|suspect| &suspect.device)
    }
}

#[cfg(test)]
mod tests {
    use plaspy::Urgency;

    use super::*;

    fn day_of(device: &str, is_sure: bool) -> Option<Limit> {
        Some(Limit::DeviceDay {
            device: DeviceId::from(device),
            is_sure,
        })
    }

    const MINUTE: Option<Limit> = Some(Limit::Minute { retry_after: None });

    fn about(device: &str) -> RequestInfo {
        RequestInfo {
            endpoint: Endpoint::GetLastLocation,
            device: Some(DeviceId::from(device)),
            urgency: Urgency::Background,
        }
    }

    fn list() -> RequestInfo {
        RequestInfo {
            endpoint: Endpoint::ListDevices,
            device: None,
            urgency: Urgency::Background,
        }
    }

    /// A refusal of device a, by its first request.
    fn after_refusal(now: Instant) -> Attribution {
        let mut attribution = Attribution::default();
        let told = attribution.refused(Ticket(1), &about("a"), None, now);
        assert_eq!(told, None);
        attribution
    }

    #[test]
    fn another_device_that_is_answered_shows_that_it_was_the_devices_day() {
        let now = Instant::now();
        let mut attribution = after_refusal(now);
        assert_eq!(attribution.gate(&about("b"), now), Gate::Open);
        attribution.admitted(Ticket(2), &about("b"));
        let told = attribution.accepted(Ticket(2), &about("b"));
        assert_eq!(told, day_of("a", false));
        assert_eq!(attribution.gate(&about("c"), now), Gate::Open);
    }

    #[test]
    fn another_device_that_is_refused_shows_that_it_was_the_minute() {
        let now = Instant::now();
        let mut attribution = after_refusal(now);
        attribution.admitted(Ticket(2), &about("b"));
        let wait = Some(Duration::from_secs(9));
        let told = attribution.refused(Ticket(2), &about("b"), wait, now);
        assert_eq!(told, Some(Limit::Minute { retry_after: wait }));
        assert_eq!(attribution.suspect(), None);
    }

    #[test]
    fn one_at_a_time_is_sent_to_find_out() {
        let now = Instant::now();
        let mut attribution = after_refusal(now);
        attribution.admitted(Ticket(2), &about("b"));
        assert!(matches!(attribution.gate(&about("c"), now), Gate::Wait(_)));
        attribution.told_nothing(Ticket(2));
        assert_eq!(attribution.gate(&about("c"), now), Gate::Open);
    }

    #[test]
    fn what_was_answered_after_having_been_sent_before_says_nothing() {
        let now = Instant::now();
        let mut attribution = after_refusal(now);
        assert_eq!(attribution.accepted(Ticket(0), &about("z")), None);
        assert!(attribution.suspect().is_some());
    }

    #[test]
    fn two_devices_refused_together_met_the_minutes() {
        let now = Instant::now();
        let mut attribution = after_refusal(now);
        let told = attribution.refused(Ticket(0), &about("b"), None, now);
        assert_eq!(told, MINUTE);
    }

    #[test]
    fn a_wait_of_hours_is_never_the_minutes() {
        let now = Instant::now();
        let mut attribution = Attribution::default();
        let hours = Some(Duration::from_secs(7_200));
        attribution.refused(Ticket(1), &about("a"), hours, now);
        attribution.admitted(Ticket(2), &about("b"));
        let told = attribution.refused(Ticket(2), &about("b"), hours, now);
        assert_eq!(told, day_of("a", true));
        attribution.admitted(Ticket(3), &about("c"));
        let told = attribution.accepted(Ticket(3), &about("c"));
        assert_eq!(told, day_of("b", true));
    }

    #[test]
    fn a_refused_list_met_the_minutes() {
        let mut attribution = Attribution::default();
        let told = attribution.refused(Ticket(1), &list(), None, Instant::now());
        assert_eq!(told, MINUTE);
    }

    #[test]
    fn a_fleet_of_one_asks_itself_after_a_while() {
        let now = Instant::now();
        let mut attribution = after_refusal(now);
        let gate = attribution.gate(&about("a"), now);
        assert_eq!(gate, Gate::Wait(NOTHING_ELSE_TO_ASK));
        let later = now + NOTHING_ELSE_TO_ASK;
        assert_eq!(attribution.gate(&about("a"), later), Gate::Open);
        attribution.admitted(Ticket(2), &about("a"));
        let told = attribution.refused(Ticket(2), &about("a"), None, later);
        assert_eq!(told, MINUTE);
    }
}
