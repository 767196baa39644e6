//! The client's operations on devices. Each can fail with whatever [`Error`] lists.

use super::Client;
use crate::{
    answer::{Answer, Listing},
    error::Error,
    ids::DeviceId,
    models::{Alert, AlertQuery, Command, Device, Location, RangeQuery},
    operations::devices,
};

impl Client {
    /// All active devices of the account; an expired one can be missing.
    pub async fn list_devices(&self) -> Result<Answer<Listing<Device>>, Error> {
        self.send(&devices::list_devices()?).await
    }

    /// One device.
    pub async fn get_device(&self, id: &DeviceId) -> Result<Answer<Device>, Error> {
        self.send(&devices::get_device(id)?).await
    }

    /// The last location of a device; `None` if it never reported.
    pub async fn get_last_location(
        &self,
        id: &DeviceId,
    ) -> Result<Answer<Option<Location>>, Error> {
        self.send(&devices::get_last_location(id)?).await
    }

    /// The locations of a device in a range of time.
    pub async fn query_locations(
        &self,
        id: &DeviceId,
        query: &RangeQuery,
    ) -> Result<Answer<Listing<Location>>, Error> {
        self.send(&devices::query_locations(id, query)?).await
    }

    /// The alerts that a device raised in a range of time.
    pub async fn query_alerts(
        &self,
        id: &DeviceId,
        query: &AlertQuery,
    ) -> Result<Answer<Listing<Alert>>, Error> {
        self.send(&devices::query_alerts(id, query)?).await
    }

    /// Sends a command to a device, at most once; the answer is what the service says became of it.
    ///
    /// After [`Error::Timeout`], [`Error::ConnectionLost`] or [`Error::NotUnderstood`] nobody knows
    /// whether the device got it.
    pub async fn send_command(
        &self,
        id: &DeviceId,
        command: &Command,
    ) -> Result<Answer<Option<String>>, Error> {
        self.send(&devices::send_command(id, command)?).await
    }
}
