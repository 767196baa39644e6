//! The contract over Tauri's IPC: one command that carries all of them, and one event.

use fleet_ipc::backend::Backend;
use fleet_ipc::commands::dispatch;
use fleet_ipc::contract::Reply;
use fleet_ipc::error::{ErrorBody, ErrorCode};
use tauri::ipc::{InvokeResponseBody, Response};
use tauri::{AppHandle, Emitter as _, State};
use tokio::sync::broadcast::error::RecvError;
use url::Url;

/// The event that tells which views moved.
const MOVED: &str = "moved";

/// Runs a command of the contract.
#[tauri::command]
pub(crate) async fn ipc(
    backend: State<'_, Backend>,
    command: String,
    args: String,
) -> Result<Response, ErrorBody> {
    let reply = dispatch(&backend, &command, &args).await?;
    Ok(Response::new(match reply {
        Reply::Json(json) => InvokeResponseBody::Json(json),
        Reply::Bytes(bytes) => InvokeResponseBody::Raw(bytes),
    }))
}

/// Opens an address in the person's own browser; https only, since it comes from the web view.
#[tauri::command]
pub(crate) fn open_external(url: Url) -> Result<(), String> {
    if url.scheme() != "https" {
        return Err(format!("{} is not opened", url.scheme()));
    }
    open::that_detached(url.as_str()).map_err(|error| error.to_string())
}

/// Saves a file where the person wants it; false if they think better of it.
#[tauri::command]
pub(crate) async fn save_file(name: String, bytes: Vec<u8>) -> Result<bool, ErrorBody> {
    let dialog = rfd::AsyncFileDialog::new().set_file_name(name);
    let Some(file) = dialog.save_file().await else {
        return Ok(false);
    };
    file.write(&bytes).await.map_err(|error| ErrorBody {
        code: ErrorCode::SheetUnwritten,
        message: error.to_string(),
        retryable: true,
        field: None,
        retry_after_s: None,
    })?;
    Ok(true)
}

/// Asks for a map file and gives its path; nothing if they think better of it.
#[tauri::command]
pub(crate) async fn choose_map_file() -> Option<String> {
    let dialog = rfd::AsyncFileDialog::new().add_filter("PMTiles", &["pmtiles"]);
    let file = dialog.pick_file().await?;
    Some(file.path().to_string_lossy().into_owned())
}

/// Passes on to the window which views moved, for as long as the app runs.
pub(crate) async fn tell_moves(app: AppHandle, backend: Backend) {
    let mut moves = backend.moves();
    loop {
        match moves.recv().await {
            Ok(moved) => {
                if let Err(error) = app.emit(MOVED, &moved) {
                    tracing::warn!(%error, "the window could not be told what moved");
                }
            }
            Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return,
        }
    }
}
