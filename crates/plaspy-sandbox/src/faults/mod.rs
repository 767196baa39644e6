//! Faults on demand: the ways in which a real service is wrong, each on some operations, for some
//! requests, for some times.

pub(crate) mod dress;
mod fixes;
mod operation;
mod spelling;

pub(crate) use operation::Operation;

use crate::chance::Chance;

/// A fault, where and how often it strikes.
///
/// Written as `KIND[=VALUE][,on=OPERATION][,share=0..1][,times=COUNT]`, as in
/// `status=503,on=lastLocation,times=2`. The crate's README lists the kinds and operations.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    pub(crate) kind: Kind,
    /// The only operation that it strikes; all if `None`.
    pub(crate) on: Option<Operation>,
    /// Which share of the requests it strikes.
    pub(crate) share: f64,
    /// How often it still strikes; for ever if `None`.
    pub(crate) times: Option<u32>,
}

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// This status with an envelope.
    Status(u16),
    /// This status with no body.
    Bare(u16),
    /// A web page with this status.
    Html(u16),
    /// The answer takes so many seconds more, in small pieces.
    DripSeconds(f64),
    /// The connection closes in the middle of the body.
    Cut,
    /// The connection is reset before the request is carried out.
    ResetBefore,
    /// The connection is reset after the request was carried out.
    ResetAfter,
    /// The body is followed by so many MiB of blanks.
    PaddingMib(u32),
    /// A token is refused after so many seconds, whatever its `expires` says.
    TokenSeconds(i64),
    /// A token is refused after so many uses.
    TokenUses(u32),
    /// The token's `expires` is no time.
    Expires,
    /// Whole lists are null.
    NullLists,
    /// All but the indispensable fields are null.
    NullFields,
    /// All but the indispensable fields are missing.
    MissingFields,
    /// Numbers are strings.
    Strings,
    /// Whole numbers have a fraction of zero.
    Floats,
    /// Times have no offset.
    NoOffset,
    /// Speeds are in km/h instead of m/s.
    SpeedKmh,
    /// A user's group is its id.
    GroupById,
    /// A user's group is its name.
    GroupByName,
    /// PATCH is answered with this status.
    NoPatch(u16),
    /// A failing `test` of a patch is answered with this status.
    FailingTest(u16),
    /// Fixes lie two hours in the future.
    Future,
    /// Fixes lie at 0,0.
    AtZero,
    /// Every other fix lies far away.
    Jumping,
    /// All fixes lie at one spot, as in a yard.
    OneSpot,
    /// Fixes lie far away.
    Far,
    /// Fixes lie on one point while the speed is that of a vehicle under way.
    Stuck,
    /// Few satellites were in sight of the tracker.
    FewSatellites,
}

/// The faults of a running service.
#[derive(Debug)]
pub(crate) struct Faults {
    faults: Vec<Fault>,
    chance: Chance,
    requests: u64,
}

impl Faults {
    pub(crate) fn new(faults: Vec<Fault>, seed: u64) -> Self {
        Self {
            faults,
            chance: Chance::new(seed).of(9),
            requests: 0,
        }
    }

    pub(crate) fn set(&mut self, faults: Vec<Fault>) {
        self.faults = faults;
    }

    /// How many requests came so far.
    pub(crate) fn requests(&self) -> u64 {
        self.requests
    }

    /// Those that still strike.
    pub(crate) fn left(&self) -> Vec<Fault> {
        let left = self.faults.iter().filter(|fault| fault.times != Some(0));
        left.cloned().collect()
    }

    /// What goes wrong with the next request.
    pub(crate) fn strike(&mut self, operation: Option<Operation>) -> Vec<Kind> {
        self.requests += 1;
        let chance = self.chance.of(self.requests);
        let mut struck = Vec::new();
        for (number, fault) in self.faults.iter_mut().enumerate() {
            let hits = (fault.on.is_none() || fault.on == operation)
                && fault.times != Some(0)
                && chance.of(number as u64).happens(fault.share);
            if hits {
                fault.times = fault.times.map(|times| times - 1);
                struck.push(fault.kind);
            }
        }
        struck
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(texts: &[&str]) -> Faults {
        let faults = texts.iter().map(|text| text.parse().expect("a fault"));
        Faults::new(faults.collect(), 7)
    }

    #[test]
    fn a_fault_strikes_its_operation_as_often_as_it_says() {
        let mut faults = faults(&["status=503,on=lastLocation,times=2"]);
        let on_lists = faults.strike(Some(Operation::ListDevices));
        assert_eq!(on_lists, []);
        let struck: Vec<_> = (0..3)
            .map(|_| faults.strike(Some(Operation::LastLocation)).len())
            .collect();
        assert_eq!(struck, [1, 1, 0]);
        assert_eq!(faults.left(), []);
    }

    #[test]
    fn a_share_of_requests_is_struck_and_the_same_ones_for_a_seed() {
        let strikes = || {
            let mut faults = faults(&["cut,share=0.3"]);
            (0..1_000)
                .map(|_| !faults.strike(None).is_empty())
                .collect::<Vec<_>>()
        };
        let struck = strikes().iter().filter(|struck| **struck).count();
        assert!((240..360).contains(&struck), "{struck}");
        assert_eq!(strikes(), strikes());
    }
}
