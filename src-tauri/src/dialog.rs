//! A message for someone who double-clicked the app and sees no terminal.

/// Shows why the app can't start, and waits until it was read.
pub(crate) fn show_start_failure(message: &str) {
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Atalaya")
        .set_description(format!("Atalaya can't start.\n\n{message}"))
        .show();
}
