//! The account's critical alerts: noticed as fixes come, told, and kept as unread until they are seen.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use plaspy::DeviceId;
use tokio::sync::Notify;

use super::{Active, lock};
use crate::blocking::blocking;
use crate::critical::edges::Risen;
use crate::critical::flood::Flood;
use crate::critical::unread::{Seen, UnreadAlert, UnreadList};
use crate::error::Error;
use crate::moves::ViewName;

/// The note's subject.
pub(crate) const NOTE: &str = "unread-alerts";

/// What of the account's alerts was not seen or told yet.
pub(super) struct Unread {
    list: Mutex<UnreadList>,
    /// Those that came since the last telling, at a time at which a person wants to be told.
    fresh: Mutex<Vec<UnreadAlert>>,
    /// The device of a notification that a person has clicked.
    called: Mutex<Option<String>>,
    flood: Mutex<Flood>,
    something: Notify,
    /// What is kept is never older than what was kept before it.
    keeping: tokio::sync::Mutex<()>,
}

impl Unread {
    pub(super) fn new(list: UnreadList) -> Self {
        Self {
            list: Mutex::new(list),
            fresh: Mutex::default(),
            called: Mutex::default(),
            flood: Mutex::default(),
            something: Notify::new(),
            keeping: tokio::sync::Mutex::default(),
        }
    }
}

impl Active {
    /// The critical alerts that nobody has seen yet, newest first.
    #[must_use]
    pub fn unread_alerts(&self) -> Vec<UnreadAlert> {
        lock(&self.unread.list).alerts().to_vec()
    }

    /// The device of a notification that a person has clicked, until its alerts are seen.
    #[must_use]
    pub fn called_device(&self) -> Option<String> {
        lock(&self.unread.called).clone()
    }

    /// A person has clicked a notification of that device.
    pub(crate) fn call_device(&self, id: String) {
        *lock(&self.unread.called) = Some(id);
        self.surroundings.moves.moved(ViewName::Unread);
    }

    /// A person has seen these.
    ///
    /// # Errors
    /// [`Error::Store`] when that can't be kept; they are seen until the next start all the same.
    pub async fn see_alerts(&self, seen: &Seen) -> Result<(), Error> {
        if let Seen::Device { id } = seen {
            lock(&self.unread.called).take_if(|called| called == id);
        }
        let is_change = lock(&self.unread.list).see(seen);
        self.surroundings.moves.moved(ViewName::Unread);
        if is_change {
            self.keep_unread().await
        } else {
            Ok(())
        }
    }

    /// Takes in what rose with a device's newest fix.
    pub(super) fn alerts_rose(&self, id: &DeviceId, name: &str, risen: Vec<Risen>) {
        if risen.is_empty() {
            return;
        }
        let id = id.to_string();
        let mut list = lock(&self.unread.list);
        let new = risen
            .into_iter()
            .filter_map(|risen| list.add(&id, name, risen));
        let is_wanted = self.surroundings.bell.tells(self.surroundings.clock.now());
        // Those that are not told are new all the same.
        lock(&self.unread.fresh).extend(new.filter(|_| is_wanted));
        drop(list);
        self.unread.something.notify_one();
        self.surroundings.moves.moved(ViewName::Unread);
    }

    /// Keeps and tells what comes, for as long as the account is open.
    pub(super) async fn follow_alerts(&self) {
        loop {
            let due_at = lock(&self.unread.flood).due_at();
            match due_at {
                None => self.unread.something.notified().await,
                Some(due_at) => {
                    let left = (due_at - self.surroundings.clock.now()).to_std();
                    let left = left.unwrap_or(Duration::ZERO);
                    // Another alert is taken in meanwhile; one that comes in between waits for nothing.
                    let _ = tokio::time::timeout(left, self.unread.something.notified()).await;
                }
            }
            self.tell_alerts().await;
        }
    }

    async fn tell_alerts(&self) {
        let fresh = std::mem::take(&mut *lock(&self.unread.fresh));
        if let Err(error) = self.keep_unread().await {
            tracing::warn!(%error, "the unread alerts can't be kept");
        }
        let now = self.surroundings.clock.now();
        let bell = Arc::clone(&self.surroundings.bell);
        let is_wanted = bell.tells(now);
        let (singles, summary) = {
            let mut flood = lock(&self.unread.flood);
            let fresh = fresh.into_iter();
            let singles: Vec<_> = fresh.filter_map(|alert| flood.take(alert, now)).collect();
            (singles, flood.summary(now).filter(|_| is_wanted))
        };
        if singles.is_empty() && summary.is_none() {
            return;
        }
        let told = blocking(move || {
            for alert in &singles {
                bell.tell(alert);
            }
            if let Some(alerts) = summary {
                bell.tell_summary(&alerts);
            }
            Ok::<_, Error>(())
        });
        if let Err(error) = told.await {
            tracing::warn!(%error, "nobody could be told of an alert");
        }
    }

    /// Keeps what is unread by now.
    pub(super) async fn keep_unread(&self) -> Result<(), Error> {
        let _one_at_a_time = self.unread.keeping.lock().await;
        let list = lock(&self.unread.list).clone();
        self.keep_note(NOTE, &list).await
    }
}
