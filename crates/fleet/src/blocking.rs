//! Work that blocks (the disk, the keyring), beside the runtime's own threads.

use crate::error::Error;

/// Runs what may block.
///
/// # Errors
/// What the work fails with; [`Error::Interrupted`] if it ended before its time.
pub(crate) async fn blocking<T, E>(
    work: impl FnOnce() -> Result<T, E> + Send + 'static,
) -> Result<T, Error>
where
    T: Send + 'static,
    E: Send + 'static,
    Error: From<E>,
{
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => Ok(result?),
        Err(error) => Err(Error::Interrupted(error.to_string())),
    }
}
