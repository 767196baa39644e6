//! Requests about devices.

use reqwest::Method;

use crate::{
    answer::Listing,
    endpoint::Endpoint,
    envelope,
    error::Error,
    ids::DeviceId,
    models::{Alert, AlertQuery, Command, Device, LastLocation, Location, RangeQuery},
    request::Request,
};

/// All active devices of the account; an expired one can be missing.
pub fn list_devices() -> Result<Request<Listing<Device>>, Error> {
    Request::new(
        Endpoint::ListDevices,
        Method::GET,
        &["api", "devices"],
        |body| envelope::listing(body, "devices"),
    )
}

/// One device.
pub fn get_device(id: &DeviceId) -> Result<Request<Device>, Error> {
    let path = ["api", "devices", id.as_str()];
    let request = Request::new(Endpoint::GetDevice, Method::GET, &path, |body| {
        envelope::nested_always(body, "device")
    })?;
    Ok(request.about(id))
}

/// The last location of a device; `None` if it never reported.
pub fn get_last_location(id: &DeviceId) -> Result<Request<Option<Location>>, Error> {
    let path = ["api", "devices", id.as_str(), "lastLocation"];
    let request = Request::new(Endpoint::GetLastLocation, Method::GET, &path, |body| {
        let last = envelope::nested::<LastLocation>(body, "lastLocation")?;
        Ok(last.map(|last| last.and_then(|last| last.0)))
    })?;
    Ok(request.about(id))
}

/// The locations of a device in a range of time.
pub fn query_locations(
    id: &DeviceId,
    query: &RangeQuery,
) -> Result<Request<Listing<Location>>, Error> {
    let path = ["api", "devices", id.as_str(), "locations"];
    let request = Request::new(Endpoint::QueryLocations, Method::POST, &path, |body| {
        envelope::listing(body, "locations")
    })?;
    Ok(request.with_body(&query.to_wire()?).about(id))
}

/// The alerts that a device raised in a range of time.
pub fn query_alerts(id: &DeviceId, query: &AlertQuery) -> Result<Request<Listing<Alert>>, Error> {
    let path = ["api", "devices", id.as_str(), "alerts"];
    let request = Request::new(Endpoint::QueryAlerts, Method::POST, &path, |body| {
        envelope::listing(body, "alerts")
    })?;
    Ok(request.with_body(&query.to_wire()?).about(id))
}

/// Sends a command to a device; the answer is what the service says became of it.
pub fn send_command(id: &DeviceId, command: &Command) -> Result<Request<Option<String>>, Error> {
    let path = ["api", "devices", id.as_str(), "sendCommand"];
    let request = Request::new(Endpoint::SendCommand, Method::POST, &path, |body| {
        envelope::text(body, "result")
    })?;
    Ok(request.with_body(&command.to_wire()?).about(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_posted_to_its_device_and_never_safe_to_repeat() {
        let request =
            send_command(&"a/b".into(), &Command::text("engine_stop")).expect("a valid command");
        assert_eq!(
            (request.method(), request.path()),
            (&Method::POST, "/api/devices/a%2Fb/sendCommand")
        );
        let body: serde_json::Value =
            serde_json::from_slice(request.body().expect("a body")).expect("JSON");
        assert_eq!(body["command"], "engine_stop");
        assert!(!request.endpoint().is_safe_to_repeat());
        assert!(!request.endpoint().repeats_with_a_new_token());
    }

    #[test]
    fn queries_are_safe_to_repeat_in_spite_of_their_verb() {
        let now = chrono::DateTime::UNIX_EPOCH;
        let request =
            query_locations(&"d".into(), &RangeQuery { from: now, to: now }).expect("valid");
        assert_eq!(request.method(), Method::POST);
        assert!(request.endpoint().is_safe_to_repeat());
    }
}
