//! Many changes at once: a plan of them, and the work that carries it out.

use fleet::change::AnyChange;
use fleet::view::bulk::{BulkTask, ItemsPage, ItemsQuery, JobView, PlanView};
use serde::Deserialize;
use ts_rs::TS;

use crate::backend::Backend;
use crate::commands::Nothing;
use crate::error::ErrorBody;

/// Names a plan.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanArgs {
    /// Its number.
    pub plan: u32,
}

/// Asks for a page of a plan.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanItemsQuery {
    /// The plan's number.
    pub plan: u32,
    /// Which of its items.
    pub items: ItemsQuery,
}

/// Names one item of the work.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ItemArgs {
    /// Its place in the plan.
    pub place: u32,
}

impl Backend {
    pub(crate) async fn plan(&self, args: BulkTask) -> Result<PlanView, ErrorBody> {
        Ok(self.app.active()?.plan(args).await?)
    }

    pub(crate) async fn plan_items(&self, args: PlanItemsQuery) -> Result<ItemsPage, ErrorBody> {
        Ok(self.app.active()?.plan_items(args.plan, args.items)?)
    }

    pub(crate) async fn run_plan(&self, args: PlanArgs) -> Result<JobView, ErrorBody> {
        Ok(self.app.active()?.run_plan(args.plan).await?)
    }

    pub(crate) async fn job(&self, _: Nothing) -> Result<Option<JobView>, ErrorBody> {
        Ok(self.app.active()?.job())
    }

    pub(crate) async fn job_items(&self, args: ItemsQuery) -> Result<ItemsPage, ErrorBody> {
        Ok(self.app.active()?.job_items(args)?)
    }

    pub(crate) async fn pause_job(&self, _: Nothing) -> Result<JobView, ErrorBody> {
        Ok(self.app.active()?.pause_job()?)
    }

    pub(crate) async fn resume_job(&self, _: Nothing) -> Result<JobView, ErrorBody> {
        Ok(self.app.active()?.resume_job()?)
    }

    pub(crate) async fn cancel_job(&self, _: Nothing) -> Result<JobView, ErrorBody> {
        Ok(self.app.active()?.cancel_job()?)
    }

    pub(crate) async fn retry_job(&self, _: Nothing) -> Result<JobView, ErrorBody> {
        Ok(self.app.active()?.retry_job().await?)
    }

    pub(crate) async fn job_change(&self, args: ItemArgs) -> Result<AnyChange, ErrorBody> {
        Ok(self.app.active()?.job_change(args.place)?)
    }

    pub(crate) async fn dismiss_job(&self, _: Nothing) -> Result<(), ErrorBody> {
        Ok(self.app.active()?.dismiss_job()?)
    }
}
