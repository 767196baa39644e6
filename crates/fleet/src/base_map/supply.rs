//! How a part of an online map is had: from what is kept while that is good, otherwise from its
//! server, which is asked once however many want it; and what is kept serves where the server fails.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use chrono::TimeDelta;
use fleet_store::KeptTile;
use futures_util::FutureExt as _;
use futures_util::future::{BoxFuture, Shared};
use plaspy::Clock;
use tokio::sync::Semaphore;
use url::Url;

use super::address::host_of;
use super::backoff::{Hosts, Pause};
use super::content::{Expected, checked};
use super::fetch::{Answer, Http, NoAnswer, Timeouts};
use super::freshness::Dating;
use super::kept::Kept;
use super::trouble::{Failure, MapTroubleKind};
use crate::moves::{Moves, ViewName};

/// Who wants a part of which something older is kept waits no longer than this for the new one.
const GRACE: Duration = Duration::from_secs(2);
/// That there is nothing at an address is believed for so long.
const NOTHING_FOR: TimeDelta = TimeDelta::hours(1);

/// A part of an online map.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    /// Where it is.
    pub(super) url: Url,
    /// The name under which it is kept.
    pub(super) key: String,
    pub(super) expected: Expected,
    pub(super) manners: Manners,
}

/// How a server wants to be asked.
#[derive(Debug, Clone)]
pub(super) struct Manners {
    /// Connections at once.
    pub(super) lanes: Arc<Semaphore>,
    /// How long answers are kept at the least.
    pub(super) floor: TimeDelta,
}

impl Manners {
    pub(super) fn new(lanes: usize, floor: TimeDelta) -> Self {
        Self {
            lanes: Arc::new(Semaphore::new(lanes)),
            floor,
        }
    }
}

type Had = Result<Bytes, Failure>;

/// Gets parts of online maps.
pub(super) struct Supply {
    // Not every computer can make one (no certificates); that is told like a dead server.
    http: Result<Http, Failure>,
    kept: Arc<Kept>,
    clock: Arc<dyn Clock>,
    moves: Arc<Moves>,
    hosts: Mutex<Hosts>,
    under_way: Mutex<HashMap<String, Shared<BoxFuture<'static, Had>>>>,
}

impl Supply {
    pub(super) fn new(
        timeouts: Timeouts,
        kept: Arc<Kept>,
        clock: Arc<dyn Clock>,
        moves: Arc<Moves>,
    ) -> Self {
        Self {
            http: Http::new(timeouts),
            kept,
            clock,
            moves,
            hosts: Mutex::default(),
            under_way: Mutex::default(),
        }
    }

    /// The part; empty where the map has nothing there.
    pub(super) async fn get(self: &Arc<Self>, wanted: Wanted) -> Had {
        let now = self.clock.now();
        let Some(kept) = self.kept.get(&wanted.key, now).await else {
            return self.asked(wanted, None).await;
        };
        let body = Bytes::from(kept.body.clone());
        if now.timestamp() < kept.fresh_until_s {
            return Ok(body);
        }
        let asked = self.asked(wanted, Some(kept));
        match tokio::time::timeout(GRACE, asked).await {
            Ok(Ok(new)) => Ok(new),
            Ok(Err(_)) | Err(_) => Ok(body),
        }
    }

    /// Why a server is left alone at present, or was before it was last asked.
    pub(super) fn pause(&self, host: &str) -> Option<Pause> {
        self.hosts().pause(host).cloned()
    }

    /// A person wants all servers asked again.
    pub(super) fn forget_failures(&self) {
        self.hosts().forget();
        self.moves.moved(ViewName::MapTrouble);
    }

    /// Joins the request that is under way, or begins one, which goes on whoever stops waiting.
    fn asked(
        self: &Arc<Self>,
        wanted: Wanted,
        kept: Option<KeptTile>,
    ) -> Shared<BoxFuture<'static, Had>> {
        let mut under_way = self
            .under_way
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(request) = under_way.get(&wanted.key) {
            return request.clone();
        }
        let key = wanted.key.clone();
        let supply = Arc::clone(self);
        let task = tokio::spawn(async move {
            let had = supply.ask(&wanted, kept).await;
            let mut under_way = supply
                .under_way
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            under_way.remove(&wanted.key);
            had
        });
        let request = async move {
            task.await.unwrap_or_else(|error| {
                let kind = MapTroubleKind::ConnectionLost;
                Err(Failure::new("", kind, error.to_string()))
            })
        };
        let request = request.boxed().shared();
        under_way.insert(key, request.clone());
        request
    }

    async fn ask(&self, wanted: &Wanted, kept: Option<KeptTile>) -> Had {
        let host = host_of(&wanted.url);
        self.hosts().admit(&host, self.clock.now())?;
        let _lane = wanted.manners.lanes.acquire().await;
        // It may have failed meanwhile.
        self.hosts().admit(&host, self.clock.now())?;
        let had = self.exchange(wanted, kept).await;
        let is_news = match &had {
            Ok(_) => self.hosts().answered(&host),
            Err(NoAnswer {
                failure,
                retry_after,
            }) => {
                let now = self.clock.now();
                let is_news = self.hosts().failed(failure, *retry_after, now);
                if is_news {
                    tracing::warn!(host, kind = ?failure.kind, detail = failure.detail, "a map's server fails");
                }
                is_news
            }
        };
        if is_news {
            self.moves.moved(ViewName::MapTrouble);
        }
        had.map_err(|no_answer| no_answer.failure)
    }

    async fn exchange(&self, wanted: &Wanted, kept: Option<KeptTile>) -> Result<Bytes, NoAnswer> {
        let http = self.http.as_ref().map_err(|failure| NoAnswer {
            failure: Failure {
                place: host_of(&wanted.url),
                ..failure.clone()
            },
            retry_after: None,
        })?;
        let known = Dating {
            etag: kept.as_ref().and_then(|kept| kept.etag.clone()),
            last_modified: kept.as_ref().and_then(|kept| kept.last_modified.clone()),
            ..Dating::default()
        };
        let answer = http.get(&wanted.url, &known, self.clock.now()).await?;
        let now = self.clock.now();
        let floor = wanted.manners.floor;
        let (body, dating, most) = match (answer, kept) {
            (Answer::Unchanged(dating), Some(kept)) => {
                if let Some(until) = dating.fresh_until(now, floor) {
                    self.kept.renew(&wanted.key, until, now).await;
                }
                return Ok(Bytes::from(kept.body));
            }
            (Answer::Unchanged(_), None) => {
                let kind = MapTroubleKind::NotATile;
                return Err(refused(&wanted.url, kind, "304 to a first question"));
            }
            (Answer::Nothing(_), _) if wanted.expected == Expected::Document => {
                return Err(refused(&wanted.url, MapTroubleKind::Missing, "404"));
            }
            (Answer::Nothing(dating), _) => (Vec::new(), dating, NOTHING_FOR),
            (Answer::Body(body, dating), _) => {
                let body = checked(wanted.expected, body)
                    .map_err(|kind| refused(&wanted.url, kind, "not what was asked for"))?;
                (body, dating, TimeDelta::MAX)
            }
        };
        if let Some(until) = dating.fresh_until(now, floor) {
            let longest = now.checked_add_signed(most).unwrap_or(until);
            let tile = KeptTile {
                body: body.clone(),
                etag: dating.etag,
                last_modified: dating.last_modified,
                fresh_until_s: until.min(longest).timestamp(),
            };
            self.kept.put(&wanted.key, tile, now).await;
        }
        Ok(Bytes::from(body))
    }

    fn hosts(&self) -> MutexGuard<'_, Hosts> {
        self.hosts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn refused(url: &Url, kind: MapTroubleKind, detail: &str) -> NoAnswer {
    NoAnswer {
        failure: Failure::new(&host_of(url), kind, detail),
        retry_after: None,
    }
}
