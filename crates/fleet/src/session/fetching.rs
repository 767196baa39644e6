//! The fetching of the past that a person looks at: one device, a day at a time; what is known is not
//! asked for again.

use std::sync::Arc;

use chrono::NaiveDate;
use plaspy::DeviceId;

use super::gathering::{Bearing, Errand, Gathering, PastKind};
use super::{Active, lock};
use crate::error::Error;
use crate::moves::ViewName;
use crate::view::groups::DeviceRef;
use crate::view::history::{FetchProgress, HistoryQuery};

/// The fetch that runs, or that ran last.
pub(super) struct Fetch {
    device: DeviceRef,
    first: NaiveDate,
    last: NaiveDate,
    gathering: Gathering,
}

impl Fetch {
    fn progress(&self) -> (FetchProgress, Option<Error>) {
        let standing = self.gathering.standing();
        let progress = FetchProgress {
            device: self.device.clone(),
            first: self.first,
            last: self.last,
            days_total: standing.requests_total,
            days_done: standing.requests_done,
            fixes: standing.results,
            state: standing.state,
        };
        (progress, standing.problem)
    }
}

impl Active {
    /// Begins to fetch what is not known of some days.
    ///
    /// # Errors
    /// [`Error::DeviceUnknown`], [`Error::JobRunning`] while another fetch runs, [`Error::Range`],
    /// [`Error::Store`].
    pub async fn fetch_history(
        self: &Arc<Self>,
        query: HistoryQuery,
    ) -> Result<FetchProgress, Error> {
        let id = DeviceId::from(query.id.as_str());
        let device = self.fleet().device_ref(&query.id);
        self.fleet().device(&id)?;
        let spans = self.missing_spans(&query).await?;
        let mut fetch = lock(&self.fetch);
        if fetch.as_ref().is_some_and(|it| it.gathering.is_running()) {
            return Err(Error::JobRunning);
        }
        let errand = Errand { device: id, spans };
        let begun = Fetch {
            device,
            first: query.first,
            last: query.last,
            gathering: self.gather(
                PastKind::Locations,
                vec![errand],
                Bearing::ForPerson,
                ViewName::History,
            ),
        };
        let (progress, _) = begun.progress();
        *fetch = Some(begun);
        Ok(progress)
    }

    /// The fetch that runs, or that ran last, and what ended it before its time.
    #[must_use]
    pub fn fetch(&self) -> Option<(FetchProgress, Option<Error>)> {
        lock(&self.fetch).as_ref().map(Fetch::progress)
    }

    /// Gives up the fetch that runs. What came is kept.
    pub fn cancel_fetch(&self) {
        if let Some(fetch) = &*lock(&self.fetch) {
            fetch.gathering.cancel();
        }
    }
}
