//! The backend behind the commands: the app, and who is told when views move.

use std::sync::Arc;

use fleet::app::App;
use fleet::moves::Moved;
use tokio::sync::broadcast;

use crate::commands::{About, Nothing};
use crate::error::ErrorBody;

/// Serves the commands of one app.
#[derive(Clone)]
pub struct Backend {
    pub(crate) app: Arc<App>,
}

impl Backend {
    /// Serves this app.
    #[must_use]
    pub fn new(app: Arc<App>) -> Self {
        Self { app }
    }

    /// Does what the app does by itself: tells what moved, and resumes the account used last, or
    /// opens the demo where that was asked for. Ends with the app.
    pub async fn run(&self, demo: bool) {
        let app = &self.app;
        let begin = async {
            app.resume(demo).await;
        };
        tokio::join!(app.moves().tell(), begin);
    }

    /// Keeps what has to outlive the app. To be called when it ends.
    pub async fn close(&self) {
        self.app.close().await;
    }

    /// What moved, from now on.
    #[must_use]
    pub fn moves(&self) -> broadcast::Receiver<Moved> {
        self.app.moves().listen()
    }

    pub(crate) async fn about(&self, _: Nothing) -> Result<About, ErrorBody> {
        Ok(About {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            data_dir: self.app.data_dir().display().to_string(),
        })
    }
}
