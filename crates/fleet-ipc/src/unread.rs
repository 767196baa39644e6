//! Critical alerts that nobody has seen yet.

use fleet::critical::bell::AlertReader;
use fleet::critical::unread::{Seen, UnreadAlert};
use serde::Serialize;
use ts_rs::TS;

use crate::backend::Backend;
use crate::commands::Nothing;
use crate::error::ErrorBody;

/// The critical alerts that nobody has seen yet.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnreadView {
    /// Newest first, at most 500.
    pub alerts: Vec<UnreadAlert>,
    /// The device of a notification that a person has clicked: to be opened.
    pub called: Option<String>,
}

impl Backend {
    pub(crate) async fn unread_alerts(&self, _: Nothing) -> Result<UnreadView, ErrorBody> {
        let active = self.app.active()?;
        Ok(UnreadView {
            alerts: active.unread_alerts(),
            called: active.called_device(),
        })
    }

    pub(crate) async fn see_alerts(&self, args: Seen) -> Result<(), ErrorBody> {
        Ok(self.app.active()?.see_alerts(&args).await?)
    }

    pub(crate) async fn read_alerts_as(&self, args: AlertReader) -> Result<(), ErrorBody> {
        self.app.read_alerts_as(args);
        Ok(())
    }

    /// A person has clicked a notification of that device. Nobody is left to open it for who has signed
    /// out meanwhile.
    pub fn call_device(&self, id: String) {
        self.app.call_device(id);
    }
}
