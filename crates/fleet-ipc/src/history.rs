//! The past of devices: what is known of it, its fetching, and files of it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fleet::view::history::{
    FetchProgress, HistoryDays, HistoryQuery, Journeys, RouteFormat, RouteQuery, RouteView,
};
use fleet::view::sheets::{SheetFile, SheetTexts};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::backend::Backend;
use crate::commands::Nothing;
use crate::error::ErrorBody;

/// How a fetch stands.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FetchView {
    /// How far it is.
    pub progress: FetchProgress,
    /// What ended it before its time.
    pub problem: Option<ErrorBody>,
}

/// Asks for a file of some days.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportRoute {
    /// The days.
    pub days: HistoryQuery,
    /// The kind of file.
    pub format: RouteFormat,
    /// The words of the person's language, for tables.
    pub texts: SheetTexts,
}

/// What this computer keeps of an account's past.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryKept {
    /// Fixes.
    #[ts(type = "number")]
    pub fixes: u64,
    /// Alerts.
    #[ts(type = "number")]
    pub alerts: u64,
    /// Devices.
    pub devices: u32,
    /// Why the file of it can't be used; then this is what was fetched since the start.
    pub problem: Option<ErrorBody>,
}

impl Backend {
    pub(crate) async fn history_days(&self, args: HistoryQuery) -> Result<HistoryDays, ErrorBody> {
        Ok(self.app.active()?.history_days(args).await?)
    }

    pub(crate) async fn fetch_history(&self, args: HistoryQuery) -> Result<FetchView, ErrorBody> {
        Ok(FetchView {
            progress: self.app.active()?.fetch_history(args).await?,
            problem: None,
        })
    }

    pub(crate) async fn history_fetch(&self, _: Nothing) -> Result<Option<FetchView>, ErrorBody> {
        let fetch = self.app.active()?.fetch();
        Ok(fetch.map(|(progress, problem)| FetchView {
            progress,
            problem: problem.map(ErrorBody::from),
        }))
    }

    pub(crate) async fn cancel_fetch(&self, _: Nothing) -> Result<(), ErrorBody> {
        self.app.active()?.cancel_fetch();
        Ok(())
    }

    pub(crate) async fn journeys(&self, args: HistoryQuery) -> Result<Journeys, ErrorBody> {
        Ok(self.app.active()?.journeys(args).await?)
    }

    pub(crate) async fn route(&self, args: RouteQuery) -> Result<RouteView, ErrorBody> {
        Ok(self.app.active()?.route(args).await?)
    }

    pub(crate) async fn export_route(&self, args: ExportRoute) -> Result<SheetFile, ErrorBody> {
        let active = self.app.active()?;
        let bytes = active.export_route(args.days, args.format, args.texts);
        Ok(SheetFile {
            base64: STANDARD.encode(bytes.await?),
        })
    }

    pub(crate) async fn history_kept(&self, _: Nothing) -> Result<HistoryKept, ErrorBody> {
        let active = self.app.active()?;
        let kept = active.history_kept().await?;
        Ok(HistoryKept {
            fixes: kept.fixes,
            alerts: kept.alerts,
            devices: kept.devices,
            problem: active.history_problem().map(ErrorBody::from),
        })
    }

    pub(crate) async fn forget_history(&self, _: Nothing) -> Result<HistoryKept, ErrorBody> {
        self.app.active()?.forget_history().await?;
        self.history_kept(Nothing {}).await
    }
}
