//! Tells the window which views moved: gathered, so that a busy fleet sends four words a second and
//! not four hundred.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::Serialize;
use tokio::sync::{Notify, broadcast};
use ts_rs::TS;

/// Moves closer together than this are told as one.
const GATHER: Duration = Duration::from_millis(250);

/// What commands show, as far as it moves by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ViewName {
    /// Who is signed in.
    Session,
    /// Devices: list, map, panel, the filter's groups.
    Devices,
    /// Groups: the table, one group.
    Groups,
    /// Users, and who sees what.
    Users,
    /// The journal of changes.
    Journal,
    /// Work that changes many things.
    Job,
    /// The status bar.
    Status,
    /// What is known of the past, and its fetching.
    History,
    /// Commands: the sending, and those that are kept at hand.
    Commands,
    /// The report that was ordered last.
    Reports,
    /// Alerts of the past, and their fetching.
    Alerts,
    /// Critical alerts that nobody has seen yet.
    Unread,
    /// What was sent; moved every few seconds at most.
    Usage,
    /// The settings.
    Settings,
    /// What the fleet is shown on.
    BaseMap,
    /// What stands in the way of that.
    MapTrouble,
    /// What is kept of online maps.
    TileCache,
}

/// Views moved. Sent at most four times a second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Moved {
    /// Which.
    pub views: Vec<ViewName>,
}

/// Gathers moves until they are told.
#[derive(Debug)]
pub struct Moves {
    pending: Mutex<BTreeSet<ViewName>>,
    something: Notify,
    told: broadcast::Sender<Moved>,
}

impl Default for Moves {
    fn default() -> Self {
        Self {
            pending: Mutex::default(),
            something: Notify::new(),
            told: broadcast::channel(16).0,
        }
    }
}

impl Moves {
    /// A view moved.
    pub fn moved(&self, view: ViewName) {
        let mut pending = self.pending.lock().unwrap_or_else(PoisonError::into_inner);
        if pending.insert(view) {
            self.something.notify_one();
        }
    }

    /// What is told from now on. A listener that lags misses words and should ask for everything.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Moved> {
        self.told.subscribe()
    }

    /// Tells moves for as long as the app runs.
    pub async fn tell(&self) {
        loop {
            self.something.notified().await;
            let views: Vec<_> = {
                let mut pending = self.pending.lock().unwrap_or_else(PoisonError::into_inner);
                std::mem::take(&mut *pending).into_iter().collect()
            };
            if !views.is_empty() {
                // Nobody listening is fine: the window may not be there yet.
                let _ = self.told.send(Moved { views });
            }
            tokio::time::sleep(GATHER).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn many_moves_become_few_words() {
        let moves = std::sync::Arc::new(Moves::default());
        let mut listener = moves.listen();
        let teller = std::sync::Arc::clone(&moves);
        let telling = tokio::spawn(async move { teller.tell().await });
        for _ in 0..1_000 {
            moves.moved(ViewName::Devices);
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        tokio::time::sleep(GATHER).await;
        telling.abort();
        let mut words = 0;
        while let Ok(moved) = listener.try_recv() {
            assert_eq!(moved.views, [ViewName::Devices]);
            words += 1;
        }
        assert!((2..=6).contains(&words), "{words}");
    }
}
