//! Stands in for the computer's notifications, which a browser test can't read: they go to the record.

use fleet::critical::bell::{Notice, Notifier};

use crate::tape::Tape;

/// Writes what would be shown to the record, if there is one.
pub(crate) struct RecordedNotices(pub(crate) Option<Tape>);

impl Notifier for RecordedNotices {
    fn show(&self, notice: Notice) {
        if let (Some(tape), Ok(json)) = (&self.0, serde_json::to_string(&notice)) {
            tape.write("notice", &json);
        }
    }
}
