//! Accounts: which service, and who.

use fleet_store::AccountKey;
use plaspy::BaseUrl;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What names an account everywhere: in the keyring and in the store.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AccountId {
    /// The service's address.
    pub base_url: String,
    /// The user name.
    pub user_name: String,
}

/// An account without its secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Which service the person chose.
    pub service: Service,
    /// Its address.
    pub base_url: BaseUrl,
    /// The user name.
    pub user_name: String,
}

/// The services that the welcome page offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Service {
    /// plaspy.com.
    Plaspy,
    /// Factory IL GPS, a white label of the same service.
    FactoryIlGps,
    /// A white label at its own address.
    Other,
    /// The demo fleet inside the app.
    Demo,
}

impl Account {
    /// What names it.
    #[must_use]
    pub fn id(&self) -> AccountId {
        AccountId {
            base_url: self.base_url.to_string(),
            user_name: self.user_name.clone(),
        }
    }

    /// What names it in the store.
    #[must_use]
    pub fn key(&self) -> AccountKey {
        let AccountId {
            base_url,
            user_name,
        } = self.id();
        AccountKey {
            base_url,
            user_name,
        }
    }

    /// The service's web app, where one is known (docs/API.md, Addresses).
    #[must_use]
    pub fn web_app_url(&self) -> Option<&'static str> {
        match self.service {
            Service::Plaspy | Service::FactoryIlGps => Some("https://app.plaspy.com/Map"),
            Service::Other | Service::Demo => None,
        }
    }
}

impl Service {
    /// The name that the store keeps.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Plaspy => "plaspy",
            Self::FactoryIlGps => "factory_il_gps",
            Self::Other => "other",
            Self::Demo => "demo",
        }
    }

    /// The service of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Plaspy, Self::FactoryIlGps, Self::Other, Self::Demo]
            .into_iter()
            .find(|service| service.name() == name)
    }

    /// The address that the service has without being told.
    #[must_use]
    pub fn base_url(self) -> Option<BaseUrl> {
        match self {
            Self::Plaspy | Self::FactoryIlGps => Some(BaseUrl::plaspy()),
            Self::Other | Self::Demo => None,
        }
    }
}
