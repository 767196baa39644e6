//! What the window says of where a person looks.

use std::collections::HashSet;
use std::time::Instant;

use plaspy::DeviceId;

use super::Active;
use crate::view::rows::RowsLook;

impl Active {
    /// These rows are on the screen now.
    pub fn look_at_rows(&self, look: &RowsLook) {
        let (shown, near) = self.fleet().rows_in_sight(look);
        let is_new = self.looking().at_rows(shown, near, Instant::now());
        if is_new {
            self.wake.notify_one();
        }
    }

    /// These vehicles stand on the map by themselves now.
    pub fn look_at_map(&self, ids: impl IntoIterator<Item = DeviceId>) {
        let devices: HashSet<_> = ids.into_iter().collect();
        self.looking().at_map(devices, Instant::now());
    }

    /// The panel of this device is open now.
    pub fn look_at_device(&self, id: &DeviceId) {
        if self.looking().at_device(id, Instant::now()) {
            self.wake.notify_one();
        }
    }

    /// Nobody sees the window, or somebody does again.
    pub fn set_hidden(&self, is_hidden: bool) {
        self.looking().set_hidden(is_hidden);
        self.desk.set_trickling(is_hidden);
        self.wake.notify_one();
    }
}
