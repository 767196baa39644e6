//! Alerts of the past: their cost, their fetching, what is known of them, and files of it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fleet::view::alerts::{
    AlertPoints, AlertRowsQuery, AlertsFetch, AlertsPage, AlertsQuery, AlertsShown, AlertsSummary,
};
use fleet::view::history::PastCost;
use fleet::view::sheets::{SheetFile, SheetFormat, SheetTexts};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::backend::Backend;
use crate::commands::Nothing;
use crate::error::ErrorBody;

/// How a fetch of alerts stands.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlertsFetchView {
    /// How far it is.
    pub fetch: AlertsFetch,
    /// What went wrong last.
    pub problem: Option<ErrorBody>,
}

/// Asks for a file of alerts.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportAlerts {
    /// Which.
    pub shown: AlertsShown,
    /// The kind of file.
    pub format: SheetFormat,
    /// The words of the person's language: titles of columns, and kinds of alerts by their names.
    pub texts: SheetTexts,
}

impl Backend {
    pub(crate) async fn alerts_cost(&self, args: AlertsQuery) -> Result<PastCost, ErrorBody> {
        Ok(self.app.active()?.alerts_cost(args).await?)
    }

    pub(crate) async fn fetch_alerts(
        &self,
        args: AlertsQuery,
    ) -> Result<AlertsFetchView, ErrorBody> {
        Ok(AlertsFetchView {
            fetch: self.app.active()?.gather_alerts(args).await?,
            problem: None,
        })
    }

    pub(crate) async fn alerts_fetch(
        &self,
        _: Nothing,
    ) -> Result<Option<AlertsFetchView>, ErrorBody> {
        let fetch = self.app.active()?.alerts_fetch();
        Ok(fetch.map(|(fetch, problem)| AlertsFetchView {
            fetch,
            problem: problem.map(ErrorBody::from),
        }))
    }

    pub(crate) async fn cancel_alerts_fetch(&self, _: Nothing) -> Result<(), ErrorBody> {
        self.app.active()?.cancel_alerts_fetch();
        Ok(())
    }

    pub(crate) async fn alerts_summary(
        &self,
        args: AlertsShown,
    ) -> Result<AlertsSummary, ErrorBody> {
        Ok(self.app.active()?.alerts_summary(args).await?)
    }

    pub(crate) async fn alert_rows(&self, args: AlertRowsQuery) -> Result<AlertsPage, ErrorBody> {
        Ok(self.app.active()?.alert_rows(args).await?)
    }

    pub(crate) async fn alert_points(&self, args: AlertsShown) -> Result<AlertPoints, ErrorBody> {
        Ok(self.app.active()?.alert_points(args).await?)
    }

    pub(crate) async fn export_alerts(&self, args: ExportAlerts) -> Result<SheetFile, ErrorBody> {
        let active = self.app.active()?;
        let bytes = active.export_alerts(args.shown, args.format, args.texts);
        Ok(SheetFile {
            base64: STANDARD.encode(bytes.await?),
        })
    }
}
