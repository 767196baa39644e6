//! One device of a fleet, whole.

use chrono::{DateTime, Utc};
use plaspy::DeviceId;
use plaspy::models::Location;

use super::{Device, Fleet};
use crate::error::Error;
use crate::view::detail::{DeviceDetail, FixDetail, Notice, ReportedFix};

impl Fleet {
    /// Everything known of one device. `spent_until` says how long it is not asked by itself, which
    /// whoever spends the requests knows.
    ///
    /// # Errors
    /// [`Error::DeviceUnknown`].
    pub fn detail(
        &self,
        id: &DeviceId,
        spent_until: Option<DateTime<Utc>>,
    ) -> Result<DeviceDetail, Error> {
        let device = self.device(id)?;
        Ok(DeviceDetail {
            revision: self.revision,
            row: self.row(device),
            spent_until,
            fix: device.fix.as_ref().map(|fix| fix_detail(&fix.location)),
            reported: reported(device),
        })
    }
}

/// The last fix as it was reported, where that is not what is shown.
fn reported(device: &Device) -> Option<ReportedFix> {
    let fix = device.fix.as_ref()?;
    Some(ReportedFix {
        position: fix.position(),
        fix_at: fix.at(),
        since: device.doubted_since()?,
    })
}

fn fix_detail(location: &Location) -> FixDetail {
    FixDetail {
        speed_raw: location.speed_raw,
        course_deg: location.course_deg,
        fuel2_percent: location.fuel2_percent,
        temperature_c: location.temperature_c,
        temperature2_c: location.temperature2_c,
        sensor_times_raw: location.sensor_times_raw,
        inactive_s: location.inactive_s,
        engine_rpm: location.rpm,
        mileage_km: location.mileage_km,
        warnings: notices(&location.warnings, &location.warning_texts),
        alerts: notices(&location.alerts, &location.alert_texts),
        inputs: location.inputs.clone(),
        outputs: location.outputs.clone(),
        attributes: (&location.attributes).into(),
        accessories: location.accessories.iter().map(Into::into).collect(),
    }
}

/// Pairs codes with their texts. The service sends two lists; either may be the longer one.
fn notices(codes: &[String], texts: &[String]) -> Vec<Notice> {
    (0..codes.len().max(texts.len()))
        .map(|index| Notice {
            code: codes.get(index).cloned(),
            text: texts.get(index).cloned(),
        })
        .collect()
}
