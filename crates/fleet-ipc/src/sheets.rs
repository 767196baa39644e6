//! Spreadsheets of devices, users and groups: exported, brought back, and the one of new passwords.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fleet::sheet::SheetError;
use fleet::view::bulk::{DeviceSelection, JobView};
use fleet::view::filter::Sort;
use fleet::view::sheets::{Import, ImportView, SheetFile, SheetManner};
use fleet::view::users::UserSelection;
use serde::Deserialize;
use ts_rs::TS;

use crate::backend::Backend;
use crate::commands::Nothing;
use crate::error::ErrorBody;

/// Which users are exported, and how.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportUsers {
    /// Which.
    pub selection: UserSelection,
    /// How.
    pub manner: SheetManner,
}

/// Which devices are exported, in which order, and how.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportDevices {
    /// Which.
    pub selection: DeviceSelection,
    /// In which order.
    pub sort: Sort,
    /// How.
    pub manner: SheetManner,
}

fn file(bytes: &[u8]) -> SheetFile {
    SheetFile {
        base64: STANDARD.encode(bytes),
    }
}

impl Backend {
    pub(crate) async fn export_users(&self, args: ExportUsers) -> Result<SheetFile, ErrorBody> {
        let active = self.app.active()?;
        let bytes = active.export_users(args.selection, args.manner).await?;
        Ok(file(&bytes))
    }

    pub(crate) async fn export_devices(&self, args: ExportDevices) -> Result<SheetFile, ErrorBody> {
        let active = self.app.active()?;
        let bytes = active.export_devices(args.selection, args.sort, args.manner);
        Ok(file(&bytes.await?))
    }

    pub(crate) async fn export_groups(&self, args: SheetManner) -> Result<SheetFile, ErrorBody> {
        Ok(file(&self.app.active()?.export_groups(args).await?))
    }

    pub(crate) async fn plan_import(&self, args: Import) -> Result<ImportView, ErrorBody> {
        let bytes = STANDARD
            .decode(&args.base64)
            .map_err(|error| SheetError::Unreadable(error.to_string()))
            .map_err(fleet::Error::from)?;
        let active = self.app.active()?;
        let plan = active.plan_import(args.subject, bytes, args.texts, &args.zone);
        Ok(plan.await?)
    }

    pub(crate) async fn job_passwords(&self, args: SheetManner) -> Result<SheetFile, ErrorBody> {
        Ok(file(&self.app.active()?.job_passwords(&args)?))
    }

    pub(crate) async fn forget_job_passwords(&self, _: Nothing) -> Result<JobView, ErrorBody> {
        Ok(self.app.active()?.forget_job_passwords()?)
    }
}
