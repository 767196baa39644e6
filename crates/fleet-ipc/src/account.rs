//! The settings of the open account: what it is taken to mean by its figures, and what is kept of it.

use fleet::session::Keeping;
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
    /// Requests a minute that the person set as the most.
    pub ceiling_per_minute: Option<u32>,
    /// What becomes of its last known fleet.
    pub last_known: Keeping,
}

/// Sets the most that the app sends in a minute.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CeilingArgs {
    /// Requests a minute, 6 to 60,000; null for what the service takes.
    pub per_minute: Option<u32>,
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
            ceiling_per_minute: active.desk().ceiling_per_minute(),
            last_known: active.keeping(),
        })
    }

    pub(crate) async fn set_speed_unit(
        &self,
        args: SpeedUnitArgs,
    ) -> Result<AccountSettings, ErrorBody> {
        self.app.active()?.set_speed_unit(args.unit).await?;
        self.account_settings(Nothing {}).await
    }

    pub(crate) async fn set_ceiling(
        &self,
        args: CeilingArgs,
    ) -> Result<AccountSettings, ErrorBody> {
        self.app.active()?.set_ceiling(args.per_minute).await?;
        self.account_settings(Nothing {}).await
    }

    pub(crate) async fn forget_last_known(&self, _: Nothing) -> Result<AccountSettings, ErrorBody> {
        self.app.active()?.forget_last_known().await?;
        self.account_settings(Nothing {}).await
    }
}
