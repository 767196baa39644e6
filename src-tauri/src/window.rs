//! The window, and its life from the first paint to its end.

use std::sync::Arc;

use fleet_ipc::backend::Backend;
use tauri::{AppHandle, Manager as _, RunEvent, WebviewUrl, WebviewWindowBuilder};

use crate::instance::Instance;
use crate::ipc;
use crate::notifications::Notifications;

const LABEL: &str = "main";

/// Opens the window and runs the app until it is closed.
pub(crate) fn open(
    backend: Backend,
    instance: Instance,
    notifications: Arc<Notifications>,
    demo: bool,
) -> tauri::Result<()> {
    let ending = backend.clone();
    let app = tauri::Builder::default()
        .manage(backend.clone())
        .invoke_handler(tauri::generate_handler![
            ipc::ipc,
            ipc::open_external,
            ipc::save_file,
            ipc::choose_map_file
        ])
        .setup(move |app| {
            WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
                .title("Atalaya")
                .inner_size(1280.0, 800.0)
                .min_inner_size(640.0, 480.0)
                // The page takes files that are dropped on it, which the shell would keep to itself.
                .disable_drag_drop_handler()
                .build()?;
            let handle = app.handle().clone();
            instance.listen(move || bring_to_front(&handle));
            notifications.lead_to(app.handle().clone());
            let handle = app.handle().clone();
            let telling = backend.clone();
            tauri::async_runtime::spawn(ipc::tell_moves(handle, telling));
            tauri::async_runtime::spawn(async move { backend.run(demo).await });
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(move |_, event| {
        if matches!(event, RunEvent::Exit) {
            tauri::async_runtime::block_on(ending.close());
        }
    });
    Ok(())
}

/// Whether there is still a window to bring.
pub(crate) fn bring_to_front(app: &AppHandle) -> bool {
    let Some(window) = app.get_webview_window(LABEL) else {
        return false;
    };
    let brought = window
        .unminimize()
        .and_then(|()| window.show())
        .and_then(|()| window.set_focus());
    if let Err(error) = &brought {
        tracing::warn!(%error, "the window could not be brought to the front");
    }
    brought.is_ok()
}
