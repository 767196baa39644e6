//! The account's users as they are known, and when they are read.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use plaspy::{DeviceId, UserId};

use super::{Active, lock};
use crate::blocking::blocking;
use crate::error::Error;
use crate::moves::ViewName;
use crate::users::Users;
use crate::view::access::{Inbox, Viewers, WatchedPage, WatchedQuery};
use crate::view::users::{UserChoices, UserDetail, UserFilter, UserSort, UsersPage, UsersQuery};

/// Users that were read longer ago are read again once someone looks at them.
const FRESH: TimeDelta = TimeDelta::minutes(2);

/// Users that are read by the way are not read again within this, whatever came of it.
const PATIENCE: Duration = Duration::from_secs(120);

/// The account's users.
#[derive(Default)]
pub(super) struct KnownUsers {
    known: std::sync::Mutex<Option<Arc<Users>>>,
    /// When it was last begun to read them, by whoever.
    tried_at: std::sync::Mutex<Option<Instant>>,
    /// One reading at a time; when the last one that succeeded began.
    reading: tokio::sync::Mutex<Option<Instant>>,
    choices: tokio::sync::Mutex<Option<Places>>,
}

/// The service's lists of countries and time zones.
#[derive(Clone, Default)]
pub(super) struct Places {
    pub(super) countries: BTreeMap<String, String>,
    pub(super) time_zones: BTreeMap<String, String>,
}

impl Active {
    /// The users as they were read last; `None` until someone has.
    pub(crate) fn known_users(&self) -> Option<Arc<Users>> {
        lock(&self.users.known).clone()
    }

    /// The users as they were read last; begins to read them if nobody has tried yet.
    pub(super) fn users_by_the_way(self: &Arc<Self>) -> Option<Arc<Users>> {
        let known = self.known_users();
        if known.is_none() && lock(&self.users.tried_at).is_none() {
            *lock(&self.users.tried_at) = Some(Instant::now());
            let active = Arc::clone(self);
            tokio::spawn(async move { active.read_users().await });
        }
        known
    }

    /// The users; reads them if nobody has, and again by the way if that is a while ago.
    pub(super) async fn users(self: &Arc<Self>) -> Result<Arc<Users>, Error> {
        let Some(known) = self.known_users() else {
            return self.read_users().await;
        };
        let is_old = self.client.server_now() - known.read_at() > FRESH;
        let was_tried = lock(&self.users.tried_at).is_some_and(|at| at.elapsed() < PATIENCE);
        if is_old && !was_tried {
            *lock(&self.users.tried_at) = Some(Instant::now());
            let active = Arc::clone(self);
            tokio::spawn(async move { active.read_users().await });
        }
        Ok(known)
    }

    /// Reads the users. Whoever asks while they are being read gets what comes of that.
    ///
    /// # Errors
    /// Why they could not be read: an account may not be allowed to. Those that were known stay.
    pub(crate) async fn read_users(&self) -> Result<Arc<Users>, Error> {
        let asked_at = Instant::now();
        let mut began_last = self.users.reading.lock().await;
        // What was begun before may not show what has changed since.
        if began_last.is_some_and(|began| began >= asked_at)
            && let Some(known) = self.known_users()
        {
            return Ok(known);
        }
        let began_at = Instant::now();
        *lock(&self.users.tried_at) = Some(began_at);
        let answer = self.client_for_person().list_users().await;
        let listed = match answer {
            Ok(answer) => answer.value,
            Err(error) => {
                tracing::info!(%error, "the users could not be read");
                self.surroundings.moves.moved(ViewName::Groups);
                return Err(error.into());
            }
        };
        let read_at = self.client.server_now();
        let revision = self.known_users().map_or(0, |users| users.revision()) + 1;
        let users = {
            let fleet = self.fleet();
            Arc::new(Users::new(listed, &fleet, read_at, revision))
        };
        self.know_users(Arc::clone(&users));
        *began_last = Some(began_at);
        Ok(users)
    }

    /// The groups or devices were read anew: what the users see by them is found out again.
    pub(super) fn set_users_beside_fleet(&self) {
        while let Some(before) = self.known_users() {
            let users = {
                let fleet = self.fleet();
                Arc::new(before.beside(&fleet))
            };
            {
                let mut known = lock(&self.users.known);
                // A reading that came in between is the newer one.
                if !known.as_ref().is_some_and(|it| Arc::ptr_eq(it, &before)) {
                    continue;
                }
                *known = Some(users);
            }
            self.users_moved();
            return;
        }
    }

    fn know_users(&self, users: Arc<Users>) {
        *lock(&self.users.known) = Some(users);
        self.users_moved();
    }

    fn users_moved(&self) {
        for view in [ViewName::Groups, ViewName::Users] {
            self.surroundings.moves.moved(view);
        }
    }

    /// A page of the users' table.
    ///
    /// # Errors
    /// Why the users could not be read.
    pub async fn user_rows(self: &Arc<Self>, query: UsersQuery) -> Result<UsersPage, Error> {
        let users = self.users().await?;
        Ok(users.page(&query, &self.fleet(), self.client.server_now()))
    }

    /// Where a user stands in the table; `None` if the filter hides it.
    ///
    /// # Errors
    /// Why the users could not be read.
    pub async fn user_row_index(
        self: &Arc<Self>,
        id: &UserId,
        filter: &UserFilter,
        sort: UserSort,
    ) -> Result<Option<u32>, Error> {
        let users = self.users().await?;
        Ok(users.index_of(id, filter, sort, self.client.server_now()))
    }

    /// One user, whole.
    ///
    /// # Errors
    /// [`Error::UserUnknown`], or why the users could not be read.
    pub async fn user(self: &Arc<Self>, id: &UserId) -> Result<UserDetail, Error> {
        let users = self.users().await?;
        users.detail(id, &self.fleet(), self.client.server_now())
    }

    /// What a user's fields can hold. Of what the service does not tell, nothing.
    ///
    /// # Errors
    /// Why the users could not be read.
    pub async fn user_choices(self: &Arc<Self>) -> Result<UserChoices, Error> {
        let users = self.users().await?;
        let places = self.service_places().await;
        Ok(UserChoices {
            countries: places.countries,
            time_zones: places.time_zones,
            privileges: users.privileges(),
            tags: users.tag_names(),
        })
    }

    /// The service's lists of countries and time zones, asked for once.
    pub(super) async fn service_places(&self) -> Places {
        let mut known = self.users.choices.lock().await;
        if let Some(places) = &*known {
            return places.clone();
        }
        let client = self.client_for_person();
        let (countries, time_zones) =
            tokio::join!(client.list_countries(), client.list_time_zones());
        match (countries, time_zones) {
            (Ok(countries), Ok(time_zones)) => {
                let places = Places {
                    countries: countries.value,
                    time_zones: time_zones.value,
                };
                known.insert(places).clone()
            }
            (countries, time_zones) => {
                tracing::info!("the service tells no countries or time zones");
                Places {
                    countries: countries.map(|it| it.value).unwrap_or_default(),
                    time_zones: time_zones.map(|it| it.value).unwrap_or_default(),
                }
            }
        }
    }

    /// A page of the devices and who sees them.
    ///
    /// # Errors
    /// Why the users could not be read.
    pub async fn watched(self: &Arc<Self>, query: WatchedQuery) -> Result<WatchedPage, Error> {
        let users = self.users().await?;
        let active = Arc::clone(self);
        blocking(move || Ok::<_, Error>(users.watched(&active.fleet(), &query))).await
    }

    /// Who sees one device.
    ///
    /// # Errors
    /// Why the users could not be read.
    pub async fn viewers(self: &Arc<Self>, id: &DeviceId) -> Result<Viewers, Error> {
        let users = self.users().await?;
        Ok(users.viewers(&self.fleet(), id, self.client.server_now()))
    }

    /// What of the account's access asks for a look.
    pub async fn inbox(self: &Arc<Self>) -> Inbox {
        // What groups and devices show is shown to whom the users are closed as well.
        let users = self.users().await.ok();
        crate::users::inbox(users.as_deref(), &self.fleet(), self.client.server_now())
    }
}
