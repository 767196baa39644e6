//! Looks where a vehicle is before a command goes out, and what speaks against a dangerous one.

use plaspy::{DeviceId, Urgency};

use super::super::Active;
use crate::command::guard::{self, LastFix, Objection};
use crate::error::Error;
use crate::fleet::Fleet;
use crate::oddity::Oddity;
use crate::place::Near;
use crate::view::bulk::DeviceSelection;
use crate::view::commands::{Preflight, PreflightFix};
use crate::view::count;
use crate::view::filter::Sort;

impl Active {
    /// Fetches the position of the first device of a selection, and says what speaks against a
    /// dangerous command. What could not be fetched leaves the position that is known.
    ///
    /// # Errors
    /// Why the position could not be fetched, where none is known.
    pub async fn preflight(&self, devices: &DeviceSelection) -> Result<Preflight, Error> {
        let ids = self.fleet().selected(devices, Sort::default());
        let Some(first) = ids.first() else {
            return Ok(Preflight {
                device: None,
                devices: 0,
                is_answered: false,
                fix: None,
                objections: vec![Objection::NoFix],
            });
        };
        let asked = self.ask_now(first, Urgency::Person).await;
        let unit = self.speed_reading().unit;
        let fleet = self.fleet();
        let fix = fleet.device(first)?.fix.as_ref();
        let is_answered = asked.is_ok();
        if fix.is_none() {
            asked?;
        }
        Ok(Preflight {
            device: Some(fleet.device_ref(first.as_str())),
            devices: count(ids.len()),
            is_answered,
            fix: fix.map(|fix| PreflightFix {
                at: fix.at(),
                position: fix.position(),
                place: fix.place.as_ref().map(Near::view),
                speed_kmh: fix.speed_kmh(unit),
                worst_speed_kmh: fix.location.speed_raw.map(guard::worst_kmh),
                ignition: fix.ignition,
            }),
            objections: self.objections(&fleet, first),
        })
    }

    /// What speaks against a dangerous command to a device at this moment.
    pub(super) fn objections(&self, fleet: &Fleet, id: &DeviceId) -> Vec<Objection> {
        let device = fleet.device(id).ok();
        let fix = device.and_then(|device| {
            let fix = device.fix.as_ref()?;
            Some(LastFix {
                at: fix.at(),
                speed_raw: fix.location.speed_raw,
                is_odd: device.oddities().iter().any(speaks_against),
            })
        });
        let mut objections = guard::objections(fix.as_ref(), self.client.server_now());
        if self.desk.spending().paused_until.is_some() {
            objections.push(Objection::Held);
        }
        objections
    }
}

/// Whether an oddity makes it doubtful where the vehicle is or how fast it goes.
fn speaks_against(oddity: Oddity) -> bool {
    oddity.hides_place() || oddity == Oddity::Stuck
}
