//! Reports: ordered, made, shown, and saved.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fleet::view::history::PastCost;
use fleet::view::reports::{ReportOrder, ReportPage, ReportRowsQuery, ReportView};
use fleet::view::sheets::{SheetFile, SheetFormat, SheetTexts};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::backend::Backend;
use crate::commands::Nothing;
use crate::error::ErrorBody;

/// How the report stands that was ordered last.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportState {
    /// What is there of it.
    pub report: ReportView,
    /// What went wrong last.
    pub problem: Option<ErrorBody>,
}

/// Asks for a file of the report.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportReport {
    /// The kind of file.
    pub format: SheetFormat,
    /// Whether a workbook also has a table of its days for each device; of very many it has none.
    pub with_devices: bool,
    /// The words of the person's language.
    pub texts: SheetTexts,
}

impl Backend {
    pub(crate) async fn report_cost(&self, args: ReportOrder) -> Result<PastCost, ErrorBody> {
        Ok(self.app.active()?.report_cost(args).await?)
    }

    pub(crate) async fn order_report(&self, args: ReportOrder) -> Result<ReportState, ErrorBody> {
        Ok(ReportState {
            report: self.app.active()?.order_report(args).await?,
            problem: None,
        })
    }

    pub(crate) async fn report(&self, _: Nothing) -> Result<Option<ReportState>, ErrorBody> {
        let report = self.app.active()?.report();
        Ok(report.map(|(report, problem)| ReportState {
            report,
            problem: problem.map(ErrorBody::from),
        }))
    }

    pub(crate) async fn report_rows(&self, args: ReportRowsQuery) -> Result<ReportPage, ErrorBody> {
        Ok(self.app.active()?.report_rows(args))
    }

    pub(crate) async fn cancel_report(&self, _: Nothing) -> Result<(), ErrorBody> {
        Ok(self.app.active()?.cancel_report().await?)
    }

    pub(crate) async fn export_report(&self, args: ExportReport) -> Result<SheetFile, ErrorBody> {
        let active = self.app.active()?;
        let bytes = active.export_report(args.format, args.with_devices, args.texts);
        Ok(SheetFile {
            base64: STANDARD.encode(bytes.await?),
        })
    }
}
