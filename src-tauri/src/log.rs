//! The log file in the data folder: what happened, for a support case. No secret ever reaches it.

use std::path::Path;

use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

/// Days of logs that are kept.
const DAYS_KEPT: usize = 7;

/// Starts logging. What is returned writes the rest when it is dropped. A folder that can't be
/// written costs the log, not the start.
pub(crate) fn start(data_dir: &Path) -> Option<WorkerGuard> {
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("atalaya")
        .filename_suffix("log")
        .max_log_files(DAYS_KEPT)
        .build(data_dir.join("logs"))
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(file);
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new("info"))
        .with_ansi(false)
        .with_writer(writer)
        .init();
    Some(guard)
}
