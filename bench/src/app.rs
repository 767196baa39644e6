//! The app without its window, signed in to a sandbox, as the benches use it.

use std::collections::HashMap;
use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};

use fleet::account::{AccountId, Service};
use fleet::app::{App, Ports, SignIn};
use fleet::credentials::{CredentialError, CredentialStore};
use fleet::session::KeyPlace;
use plaspy::SecretString;
use plaspy_sandbox::Sandbox;
use tempfile::TempDir;

/// The app, with the folder that it keeps its data in.
pub(crate) struct Started {
    pub(crate) app: Arc<App>,
    _folder: TempDir,
}

/// Starts the app; it knows the limit of its account, or has to learn it.
pub(crate) fn start(limit_per_minute: Option<u32>) -> Result<Started, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let app = Arc::new(App::new(Ports {
        clock: Arc::new(plaspy::SystemClock),
        credentials: Arc::new(Keys::default()),
        notifier: Arc::new(fleet::critical::bell::NoNotifications),
        start_demo: Box::new(|| Box::pin(async { Err("no demo here".to_owned()) })),
        data_dir: folder.path().to_owned(),
        limit_per_minute,
    })?);
    let telling = Arc::clone(&app);
    tokio::spawn(async move { telling.moves().tell().await });
    Ok(Started {
        app,
        _folder: folder,
    })
}

/// Signs in to the sandbox.
pub(crate) async fn sign_in(app: &App, sandbox: &Sandbox) -> Result<(), Box<dyn Error>> {
    app.sign_in(SignIn {
        service: Service::Other,
        base_url: Some(sandbox.base_url()),
        user_name: sandbox.user_name().to_owned(),
        api_key: SecretString::from(sandbox.api_key()),
        keep_key: KeyPlace::ThisRun,
    })
    .await?;
    Ok(())
}

/// Keys in memory.
#[derive(Default)]
struct Keys(Mutex<HashMap<AccountId, SecretString>>);

impl Keys {
    fn kept(&self) -> std::sync::MutexGuard<'_, HashMap<AccountId, SecretString>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl CredentialStore for Keys {
    fn get(&self, account: &AccountId) -> Result<Option<SecretString>, CredentialError> {
        Ok(self.kept().get(account).cloned())
    }

    fn set(&self, account: &AccountId, api_key: &SecretString) -> Result<(), CredentialError> {
        self.kept().insert(account.clone(), api_key.clone());
        Ok(())
    }

    fn delete(&self, account: &AccountId) -> Result<(), CredentialError> {
        self.kept().remove(account);
        Ok(())
    }
}
