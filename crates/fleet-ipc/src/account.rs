//! The settings of the open account: what it is taken to mean by its figures.

use fleet::speed::SpeedUnit;
use fleet::speed::knowledge::SpeedReading;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::backend::Backend;
use crate::commands::Nothing;
use crate::error::ErrorBody;

/// The settings of the open account.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountSettings {
    /// The unit in which the service's speeds are read, and why.
    pub speed: SpeedReading,
}

/// Sets the unit in which the service's speeds are read.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SpeedUnitArgs {
    /// The unit; null to go by what vehicles drive.
    pub unit: Option<SpeedUnit>,
}

impl Backend {
    pub(crate) async fn account_settings(&self, _: Nothing) -> Result<AccountSettings, ErrorBody> {
        let active = self.app.active()?;
        Ok(AccountSettings {
            speed: active.speed_reading(),
        })
    }

    pub(crate) async fn set_speed_unit(
        &self,
        args: SpeedUnitArgs,
    ) -> Result<AccountSettings, ErrorBody> {
        self.app.active()?.set_speed_unit(args.unit).await?;
        self.account_settings(Nothing {}).await
    }
}
