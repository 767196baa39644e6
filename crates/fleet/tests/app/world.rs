//! A sandbox, a data folder and a keyring for a test, and what it looks at.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::DateTime;
use fleet::account::{AccountId, Service};
use fleet::app::{App, Ports, SignIn};
use fleet::change::journal::JournalEntry;
use fleet::credentials::{CredentialError, CredentialStore};
use fleet::critical::bell::{Notice, Notifier};
use fleet::session::{Active, JournalFilter, KeyPlace};
use fleet::view::rows::{RowsPage, RowsQuery};
use fleet::view::users::{UserRow, UsersQuery};
use plaspy::{Client, Credentials, SecretString};
use plaspy_sandbox::{Config, Fault, Sandbox};
use tempfile::TempDir;
use tokio::sync::watch;

pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// Keys in memory, which outlive the app like those of a keyring.
#[derive(Default)]
pub(crate) struct Keys {
    pub(crate) kept: Mutex<HashMap<AccountId, SecretString>>,
    pub(crate) is_missing: bool,
}

impl CredentialStore for Keys {
    fn get(&self, account: &AccountId) -> Result<Option<SecretString>, CredentialError> {
        Ok(self.kept.lock().expect("no panic").get(account).cloned())
    }

    fn set(&self, account: &AccountId, api_key: &SecretString) -> Result<(), CredentialError> {
        if self.is_missing {
            return Err(CredentialError::Missing("none here".to_owned()));
        }
        self.kept
            .lock()
            .expect("no panic")
            .insert(account.clone(), api_key.clone());
        Ok(())
    }

    fn delete(&self, account: &AccountId) -> Result<(), CredentialError> {
        self.kept.lock().expect("no panic").remove(account);
        Ok(())
    }
}

/// Notifications that would be shown.
#[derive(Default)]
pub(crate) struct Notices(watch::Sender<Vec<Notice>>);

impl Notices {
    pub(crate) fn shown(&self) -> Vec<Notice> {
        self.0.borrow().clone()
    }

    /// Waits until what was shown is so.
    pub(crate) async fn until(&self, what: &str, holds: impl FnMut(&Vec<Notice>) -> bool) {
        let mut shown = self.0.subscribe();
        let waiting = tokio::time::timeout(PATIENCE, shown.wait_for(holds));
        assert!(waiting.await.is_ok(), "never: {what}");
    }
}

impl Notifier for Notices {
    fn show(&self, notice: Notice) {
        self.0.send_modify(|shown| shown.push(notice));
    }
}

/// A sandbox, a data folder and a keyring, which several starts of the app share.
pub(crate) struct World {
    pub(crate) folder: TempDir,
    pub(crate) keys: Arc<Keys>,
    pub(crate) notices: Arc<Notices>,
    pub(crate) sandbox: Sandbox,
}

impl World {
    pub(crate) async fn new(devices: u32) -> Self {
        Self::of(Config {
            devices,
            ..Config::default()
        })
        .await
    }

    pub(crate) async fn of(config: Config) -> Self {
        let sandbox = Sandbox::start(config).await.expect("it starts");
        // A working day's morning in Chile, whenever the tests run: the fleet is on the road.
        let morning = DateTime::from_timestamp(1_784_214_000, 0).expect("a valid time");
        sandbox.set_clock_offset(morning - plaspy::Clock::now(&plaspy::SystemClock));
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            keys: Arc::default(),
            notices: Arc::default(),
            sandbox,
        }
    }

    /// The app, freshly started.
    pub(crate) fn start(&self) -> Arc<App> {
        let app = App::new(Ports {
            notifier: Arc::clone(&self.notices) as Arc<dyn Notifier>,
            ..ports(self.folder.path().to_owned(), Arc::clone(&self.keys))
        });
        let app = Arc::new(app.expect("the data folder can be used"));
        let telling = Arc::clone(&app);
        tokio::spawn(async move { telling.moves().tell().await });
        app
    }

    pub(crate) fn typed(&self, api_key: &str) -> SignIn {
        SignIn {
            user_name: self.sandbox.user_name().to_owned(),
            ..typed(&self.sandbox.base_url(), api_key)
        }
    }

    /// The app, started and signed in.
    pub(crate) async fn signed_in(&self) -> Arc<App> {
        let app = self.start();
        app.sign_in(self.typed(self.sandbox.api_key()))
            .await
            .expect("signed in");
        app
    }

    /// Someone else, signed in to the same account.
    pub(crate) fn someone_else(&self) -> Client {
        let api_key = self.sandbox.api_key().into();
        let credentials = Credentials::new(self.sandbox.user_name().to_owned(), api_key);
        let base_url = self.sandbox.base_url().parse().expect("an address");
        Client::builder(base_url, credentials)
            .build()
            .expect("a client")
    }

    /// The app, signed in to an account whose devices and groups have been read.
    pub(crate) async fn opened(&self) -> (Arc<App>, Arc<Active>) {
        let app = self.signed_in().await;
        until(&app, "devices and groups are there", |app| {
            let active = app.active().expect("signed in");
            !active.groups_table().is_empty() && rows(app).total > 0
        })
        .await;
        let active = app.active().expect("signed in");
        (app, active)
    }

    pub(crate) fn kept_keys(&self) -> usize {
        self.keys.kept.lock().expect("no panic").len()
    }
}

/// What an app in a folder works with.
pub(crate) fn ports(data_dir: PathBuf, keys: Arc<Keys>) -> Ports {
    Ports {
        clock: Arc::new(plaspy::SystemClock),
        credentials: keys,
        notifier: Arc::<Notices>::default(),
        start_demo: Box::new(|| Box::pin(async { Err("no demo here".to_owned()) })),
        data_dir,
        limit_per_minute: Some(6_000),
    }
}

/// What a person types to sign in to a sandbox.
pub(crate) fn typed(base_url: &str, api_key: &str) -> SignIn {
    SignIn {
        service: Service::Other,
        base_url: Some(base_url.to_owned()),
        user_name: Config::default().user_name,
        api_key: SecretString::from(api_key),
        keep_key: KeyPlace::Keyring,
    }
}

/// Every user, as the table shows them.
pub(crate) async fn user_rows(active: &Arc<Active>) -> Vec<UserRow> {
    let query = UsersQuery {
        limit: 500,
        ..UsersQuery::default()
    };
    active.user_rows(query).await.expect("read").rows
}

/// Waits until something holds, looking again whenever a view moves.
pub(crate) async fn until(app: &App, what: &str, mut holds: impl FnMut(&App) -> bool) {
    let mut moves = app.moves().listen();
    let waiting = async {
        while !holds(app) {
            // A listener that lagged has missed words and just looks again.
            let _ = moves.recv().await;
        }
    };
    assert!(
        tokio::time::timeout(PATIENCE, waiting).await.is_ok(),
        "never: {what}"
    );
}

pub(crate) fn rows(app: &App) -> RowsPage {
    let active = app.active().expect("signed in");
    let query = RowsQuery {
        limit: 500,
        ..RowsQuery::default()
    };
    active.fleet().rows(&query)
}

pub(crate) fn not_asked(app: &App) -> u32 {
    rows(app).counts.not_asked
}

/// The entries of the journal that hold a text, newest first.
pub(crate) async fn entries(active: &Active, text: &str) -> Vec<JournalEntry> {
    let filter = JournalFilter {
        text: text.to_owned(),
        limit: 10_000,
        ..JournalFilter::default()
    };
    active.journal(filter).await.expect("read")
}

/// Faults as they are written.
pub(crate) fn faults(texts: &[&str]) -> Vec<Fault> {
    let faults = texts.iter().map(|text| text.parse().expect("a fault"));
    faults.collect()
}
