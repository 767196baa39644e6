//! The settings.

use fleet::settings::Settings;

use crate::backend::Backend;
use crate::commands::Nothing;
use crate::error::ErrorBody;

impl Backend {
    pub(crate) async fn settings(&self, _: Nothing) -> Result<Settings, ErrorBody> {
        Ok(self.app.settings())
    }

    pub(crate) async fn set_settings(&self, args: Settings) -> Result<Settings, ErrorBody> {
        self.app.set_settings(args).await?;
        Ok(self.app.settings())
    }
}
