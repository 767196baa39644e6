//! The app: settings, and the account that is open. Whoever composes it brings clock, keyring, store
//! and demo.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use chrono::TimeDelta;
use fleet_store::{AccountRecord, History, Store};
use plaspy::{Clock, SecretString, Urgency};
use secrecy::ExposeSecret as _;

use crate::account::{Account, AccountId, Service};
use crate::base_map::BaseMap;
use crate::blocking::blocking;
use crate::credentials::CredentialStore;
use crate::critical::bell::{AlertReader, Bell, Notifier};
use crate::critical::unread::UnreadList;
use crate::demo::StartDemo;
use crate::error::Error;
use crate::ledger::hours::HourlyCounts;
use crate::moves::{Moves, ViewName};
use crate::place::Places;
use crate::refresh::books::LimitsMemory;
use crate::session::{
    Active, KeyPlace, Opening, Surroundings, WatchList, counted, remembered, subjects,
};
use crate::settings::Settings;
use crate::speed::knowledge::SpeedMemory;

/// What the app needs of its surroundings.
pub struct Ports {
    /// The computer's clock.
    pub clock: Arc<dyn Clock>,
    /// The computer's keyring.
    pub credentials: Arc<dyn CredentialStore>,
    /// The computer's notifications.
    pub notifier: Arc<dyn Notifier>,
    /// Starts the demo service.
    pub start_demo: StartDemo,
    /// The folder with everything that the app keeps; it exists.
    pub data_dir: PathBuf,
    /// Requests a minute that accounts other than the demo allow, where that is known.
    pub limit_per_minute: Option<u32>,
}

/// The app.
pub struct App {
    ports: Ports,
    store: Arc<Store>,
    history: Arc<History>,
    /// Why the kept past can't be used: then the history goes with the program.
    history_problem: Option<Error>,
    places: Arc<LazyLock<Places>>,
    moves: Arc<Moves>,
    base_map: BaseMap,
    bell: Arc<Bell>,
    settings: RwLock<Settings>,
    session: RwLock<Session>,
    changing: tokio::sync::Mutex<()>,
}

/// Who is signed in, and what stands in the way if nobody is.
#[derive(Clone, Default)]
pub struct Session {
    /// The open account.
    pub active: Option<Arc<Active>>,
    /// The start is still finding out whether an account can be resumed.
    pub resuming: bool,
    /// Why the account used last could not be resumed.
    pub problem: Option<Error>,
}

/// What a person typed to sign in.
#[derive(Debug)]
pub struct SignIn {
    /// Which service; not the demo.
    pub service: Service,
    /// The address, for [`Service::Other`].
    pub base_url: Option<String>,
    /// The user name.
    pub user_name: String,
    /// The API key.
    pub api_key: SecretString,
    /// Where to keep the key.
    pub keep_key: KeyPlace,
}

impl App {
    /// Opens the store. Blocks for some milliseconds.
    ///
    /// # Errors
    /// When the data folder can't be used.
    pub fn new(ports: Ports) -> Result<Self, Error> {
        let store = Store::open(&ports.data_dir)?;
        let settings = match store.settings()? {
            None => Settings::default(),
            Some(json) => serde_json::from_str(&json).unwrap_or_else(|error| {
                tracing::warn!(%error, "the settings can't be read; the defaults are used");
                Settings::default()
            }),
        };
        let (history, history_problem) = match History::open(&ports.data_dir) {
            Ok(history) => (history, None),
            Err(error) => {
                tracing::warn!(%error, "the kept past can't be used; what is fetched goes with the program");
                (History::in_memory()?, Some(Error::from(error)))
            }
        };
        let moves = Arc::<Moves>::default();
        Ok(Self {
            base_map: BaseMap::new(
                &ports.data_dir,
                settings.base_map.clone(),
                Arc::clone(&ports.clock),
                Arc::clone(&moves),
            ),
            bell: Arc::new(Bell::new(Arc::clone(&ports.notifier), settings.alerts)),
            ports,
            store: Arc::new(store),
            history: Arc::new(history),
            history_problem,
            places: Arc::new(Places::when_needed()),
            moves,
            settings: RwLock::new(settings),
            session: RwLock::new(Session {
                resuming: true,
                ..Session::default()
            }),
            changing: tokio::sync::Mutex::default(),
        })
    }

    /// What moved, from now on.
    #[must_use]
    pub fn moves(&self) -> &Arc<Moves> {
        &self.moves
    }

    /// What the fleet is shown on.
    #[must_use]
    pub fn base_map(&self) -> &BaseMap {
        &self.base_map
    }

    /// The folder with everything that the app keeps.
    #[must_use]
    pub fn data_dir(&self) -> &std::path::Path {
        &self.ports.data_dir
    }

    /// Who is signed in.
    #[must_use]
    pub fn session(&self) -> Session {
        self.session
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The open account.
    ///
    /// # Errors
    /// [`Error::NotSignedIn`].
    pub fn active(&self) -> Result<Arc<Active>, Error> {
        self.session().active.ok_or(Error::NotSignedIn)
    }

    /// The account that was used last, to fill the form with.
    ///
    /// # Errors
    /// When the store can't be read.
    pub async fn last_account(&self) -> Result<Option<Account>, Error> {
        let store = Arc::clone(&self.store);
        let record = blocking(move || store.last_account()).await?;
        Ok(record.and_then(|record| account_of(&record)))
    }

    /// Opens what the app starts with: the demo if it is asked for, otherwise the account that was
    /// open when the app ended, if its key is in the keyring. The session tells how it went.
    pub async fn resume(&self, demo: bool) {
        let _one_at_a_time = self.changing.lock().await;
        self.forget_old_history(self.settings().history_days);
        let resumed = if demo {
            self.open_demo().await.map(Some)
        } else {
            self.reopen().await
        };
        self.set_session(match resumed {
            Ok(active) => Session {
                active,
                ..Session::default()
            },
            Err(error) => Session {
                problem: Some(error),
                ..Session::default()
            },
        });
    }

    async fn reopen(&self) -> Result<Option<Arc<Active>>, Error> {
        let store = Arc::clone(&self.store);
        let record = blocking(move || store.active_account()).await?;
        let Some(account) = record.and_then(|record| account_of(&record)) else {
            return Ok(None);
        };
        let credentials = Arc::clone(&self.ports.credentials);
        let id = account.id();
        let api_key = blocking(move || credentials.get(&id))
            .await?
            .ok_or(Error::KeyGone)?;
        let active = self.open(account, KeyPlace::Keyring, api_key).await?;
        active.start();
        Ok(Some(active))
    }

    /// Signs in with a key that a person typed: only if the service accepts it and the list of
    /// devices can be read, and the key can be kept where they asked.
    ///
    /// # Errors
    /// What stands in the way; whoever was signed in stays so.
    pub async fn sign_in(&self, sign_in: SignIn) -> Result<(), Error> {
        let _one_at_a_time = self.changing.lock().await;
        let user_name = sign_in.user_name.trim().to_owned();
        if user_name.is_empty() {
            return Err(Error::UserNameMissing);
        }
        let api_key = SecretString::from(sign_in.api_key.expose_secret().trim());
        if api_key.expose_secret().is_empty() {
            return Err(Error::ApiKeyMissing);
        }
        let base_url = match sign_in.service.base_url() {
            Some(base_url) => base_url,
            None => sign_in.base_url.unwrap_or_default().trim().parse()?,
        };
        let account = Account {
            service: sign_in.service,
            base_url,
            user_name,
        };
        let active = self
            .open(account.clone(), sign_in.keep_key, api_key.clone())
            .await?;
        active.read_list(Urgency::Person).await?;
        if sign_in.keep_key == KeyPlace::Keyring {
            let credentials = Arc::clone(&self.ports.credentials);
            let id = account.id();
            blocking(move || credentials.set(&id, &api_key)).await?;
            self.remember(&account).await?;
        }
        active.start();
        self.make_active(active).await;
        Ok(())
    }

    /// Opens the demo fleet.
    ///
    /// # Errors
    /// When the demo service can't be started.
    pub async fn explore_demo(&self) -> Result<(), Error> {
        let _one_at_a_time = self.changing.lock().await;
        let active = self.open_demo().await?;
        self.make_active(active).await;
        Ok(())
    }

    async fn open_demo(&self) -> Result<Arc<Active>, Error> {
        let demo = (self.ports.start_demo)().await.map_err(Error::Demo)?;
        let account = Account {
            service: Service::Demo,
            base_url: demo.base_url.parse()?,
            user_name: demo.user_name.clone(),
        };
        let opening = Opening {
            account,
            key_place: KeyPlace::ThisRun,
            api_key: demo.api_key.clone(),
            limit_per_minute: Some(demo.requests_per_minute),
            thresholds: self.settings().thresholds,
            trip_rules: self.settings().trip_rules,
            speed: SpeedMemory::default(),
            limits: LimitsMemory::default(),
            watch_list: WatchList::default(),
            unread: UnreadList::default(),
            counted: HourlyCounts::default(),
            demo: Some(demo),
        };
        let surroundings = Surroundings {
            store: Arc::new(Store::in_memory()?),
            ..self.surroundings()
        };
        let active = Active::open(opening, surroundings)?;
        active.read_list(Urgency::Person).await?;
        active.start();
        Ok(active)
    }

    /// Forgets key and token of the open account and closes it; `forget_account` also deletes what
    /// the store keeps of it, but for its journal.
    ///
    /// # Errors
    /// When the key can't be taken out of the keyring, or the account not out of the store or the kept
    /// past; then it stays open, so that nobody believes them gone.
    pub async fn sign_out(&self, forget_account: bool) -> Result<(), Error> {
        let _one_at_a_time = self.changing.lock().await;
        let active = self.active()?;
        if active.key_place == KeyPlace::Keyring {
            if let (true, Some(problem)) = (forget_account, &self.history_problem) {
                return Err(problem.clone());
            }
            let credentials = Arc::clone(&self.ports.credentials);
            let id: AccountId = active.account.id();
            blocking(move || credentials.delete(&id)).await?;
            let (store, history) = (Arc::clone(&self.store), Arc::clone(&self.history));
            let key = active.account.key();
            // A past that is on its way would be kept after it was deleted.
            active.cancel_fetch();
            active.end_report();
            blocking(move || {
                if !forget_account {
                    return store.deactivate();
                }
                history.forget(&key)?;
                // Whatever is still on its way to the store finds no account to be kept with.
                store.forget_account(&key)
            })
            .await?;
        }
        active.close().await;
        self.set_session(Session::default());
        Ok(())
    }

    /// Ends what the app does by itself and keeps what is known: the app is about to end, and waits for
    /// nothing that is under way.
    pub async fn close(&self) {
        if let Ok(active) = self.active() {
            active.close().await;
        }
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.settings
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Replaces the settings, and saves them.
    ///
    /// # Errors
    /// When one is out of its range, or they can't be saved; then nothing changes. Also when what is kept
    /// of online maps can't be bounded anew; then they are in force all the same.
    pub async fn set_settings(&self, settings: Settings) -> Result<(), Error> {
        settings.check()?;
        let json =
            serde_json::to_string(&settings).map_err(|error| Error::Store(error.to_string()))?;
        let store = Arc::clone(&self.store);
        blocking(move || store.save_settings(&json)).await?;
        if let Ok(active) = self.active() {
            active.fleet_mut().set_thresholds(settings.thresholds);
            active.set_trip_rules(settings.trip_rules);
            self.moves.moved(ViewName::Devices);
        }
        self.bell.configure(settings.alerts);
        let base_map = settings.base_map.clone();
        *self
            .settings
            .write()
            .unwrap_or_else(PoisonError::into_inner) = settings;
        self.moves.moved(ViewName::Settings);
        self.base_map.configure(base_map).await
    }

    /// How the reader reads notifications, from now on.
    pub fn read_alerts_as(&self, reader: AlertReader) {
        self.bell.read_by(reader);
    }

    /// A person has clicked a notification of that device.
    pub fn call_device(&self, id: String) {
        if let Ok(active) = self.active() {
            active.call_device(id);
        }
    }

    /// Deletes what is kept of the past for longer than a person wants, at a start: a slip of the hand in
    /// the settings must cost nothing. Beside the runtime: nobody waits for it.
    fn forget_old_history(&self, days: u32) {
        let (history, moves) = (Arc::clone(&self.history), Arc::clone(&self.moves));
        let oldest = self.ports.clock.now() - TimeDelta::days(i64::from(days));
        drop(tokio::task::spawn_blocking(move || {
            match history.forget_before(oldest.timestamp_millis()) {
                Ok(()) => {
                    moves.moved(ViewName::History);
                    moves.moved(ViewName::Alerts);
                }
                Err(error) => tracing::warn!(%error, "what is old can't be deleted yet"),
            }
        }));
    }

    async fn open(
        &self,
        account: Account,
        key_place: KeyPlace,
        api_key: SecretString,
    ) -> Result<Arc<Active>, Error> {
        // It may be the same account once more.
        if let Ok(before) = self.active() {
            before.save_usage().await;
        }
        let opening = Opening {
            speed: remembered(Arc::clone(&self.store), &account, subjects::SPEED).await?,
            limits: remembered(Arc::clone(&self.store), &account, subjects::LIMITS).await?,
            watch_list: remembered(Arc::clone(&self.store), &account, subjects::WATCH_LIST).await?,
            unread: remembered(Arc::clone(&self.store), &account, subjects::UNREAD).await?,
            counted: counted(Arc::clone(&self.store), &account).await?,
            account,
            key_place,
            api_key,
            limit_per_minute: self.ports.limit_per_minute,
            thresholds: self.settings().thresholds,
            trip_rules: self.settings().trip_rules,
            demo: None,
        };
        let active = Active::open(opening, self.surroundings())?;
        active.recall().await;
        Ok(active)
    }

    fn surroundings(&self) -> Surroundings {
        Surroundings {
            clock: Arc::clone(&self.ports.clock),
            moves: Arc::clone(&self.moves),
            places: Arc::clone(&self.places),
            store: Arc::clone(&self.store),
            history: Arc::clone(&self.history),
            history_problem: self.history_problem.clone(),
            bell: Arc::clone(&self.bell),
        }
    }

    async fn make_active(&self, active: Arc<Active>) {
        if let Some(before) = self.session().active {
            before.close().await;
        }
        self.set_session(Session {
            active: Some(active),
            ..Session::default()
        });
    }

    fn set_session(&self, session: Session) {
        *self.session.write().unwrap_or_else(PoisonError::into_inner) = session;
        // Some settings are the account's own.
        for view in [
            ViewName::Session,
            ViewName::Devices,
            ViewName::Status,
            ViewName::Settings,
            ViewName::Unread,
        ] {
            self.moves.moved(view);
        }
    }

    async fn remember(&self, account: &Account) -> Result<(), Error> {
        let record = AccountRecord {
            base_url: account.base_url.to_string(),
            user_name: account.user_name.clone(),
            service: account.service.name().to_owned(),
        };
        let store = Arc::clone(&self.store);
        let now_ms = self.ports.clock.now().timestamp_millis();
        blocking(move || store.activate(&record, now_ms)).await
    }
}

/// An account as the store kept it; `None` if this version can't make sense of it.
fn account_of(record: &AccountRecord) -> Option<Account> {
    Some(Account {
        service: Service::named(&record.service)?,
        base_url: record.base_url.parse().ok()?,
        user_name: record.user_name.clone(),
    })
}
