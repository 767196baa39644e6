//! What was sent to the service.

use fleet::view::usage::{UsageQuery, UsageView};

use crate::backend::Backend;
use crate::error::ErrorBody;

impl Backend {
    pub(crate) async fn usage(&self, args: UsageQuery) -> Result<UsageView, ErrorBody> {
        Ok(self.app.active()?.usage(&args))
    }
}
