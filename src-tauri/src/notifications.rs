//! The computer's notifications. Where the computer tells of a click (on Linux), it brings the window to
//! the front and leads to the device.

use std::sync::OnceLock;

use fleet::critical::bell::{Notice, Notifier};
use notify_rust::Notification;
use tauri::AppHandle;

/// A sound that the computer knows by name.
#[cfg(all(unix, not(target_os = "macos")))]
const SOUND: &str = "dialog-warning";
#[cfg(target_os = "macos")]
const SOUND: &str = "Ping";
#[cfg(windows)]
const SOUND: &str = "Default";

/// Shows notifications, once there is a window to lead to.
#[derive(Default)]
pub(crate) struct Notifications {
    app: OnceLock<AppHandle>,
}

impl Notifications {
    /// What a click leads to, from now on.
    pub(crate) fn lead_to(&self, app: AppHandle) {
        // It is told once, when the window is made.
        let _ = self.app.set(app);
    }
}

impl Notifier for Notifications {
    fn show(&self, notice: Notice) {
        let mut notification = Notification::new();
        notification.appname("Atalaya").summary(&notice.title);
        notification.body(&body(&notice.body));
        if notice.sound {
            notification.sound_name(SOUND);
        }
        #[cfg(all(unix, not(target_os = "macos")))]
        notification.action("default", "Atalaya");
        match notification.show() {
            Ok(_shown) =>
            {
                #[cfg(all(unix, not(target_os = "macos")))]
                if let Some(app) = self.app.get() {
                    click::wait(_shown, app.clone(), notice.device);
                }
            }
            Err(error) => tracing::warn!(%error, "a notification could not be shown"),
        }
    }
}

/// On Linux the text is markup: a name with `<` in it is shown as it is.
#[cfg(all(unix, not(target_os = "macos")))]
fn body(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn body(text: &str) -> String {
    text.to_owned()
}

#[cfg(all(unix, not(target_os = "macos")))]
mod click {
    //! Waits for a click, each notification on a thread of its own.

    use std::sync::atomic::{AtomicUsize, Ordering};

    use fleet_ipc::backend::Backend;
    use notify_rust::NotificationHandle;
    use tauri::{AppHandle, Manager as _};

    use crate::window::bring_to_front;

    /// Some computers never tell that a notification is gone: no more are waited for at a time.
    const MOST_AT_A_TIME: usize = 16;
    static WAITING: AtomicUsize = AtomicUsize::new(0);

    pub(super) fn wait(shown: NotificationHandle, app: AppHandle, device: Option<String>) {
        if WAITING.fetch_add(1, Ordering::Relaxed) >= MOST_AT_A_TIME {
            WAITING.fetch_sub(1, Ordering::Relaxed);
            return;
        }
        let runtime = tauri::async_runtime::handle();
        std::thread::spawn(move || {
            let _entered = runtime.inner().enter();
            shown.wait_for_action(|action| {
                if action == "default"
                    && bring_to_front(&app)
                    && let Some(device) = device
                {
                    app.state::<Backend>().call_device(device);
                }
            });
            WAITING.fetch_sub(1, Ordering::Relaxed);
        });
    }
}

#[cfg(test)]
mod tests {
    #[test]
    #[cfg(all(unix, not(target_os = "macos")))]
    fn a_name_is_shown_as_it_is() {
        assert_eq!(super::body("<b>A & B"), "&lt;b&gt;A &amp; B");
    }
}
