//! Objects as the service writes them, with every documented field.

use serde_json::{Value, json};

pub(crate) fn device() -> Value {
    json!({
        "id": "d1", "name": "Camión 7", "description": "White", "min": "+56 9 1234",
        "tags": { "depot": "Coquimbo" }, "expires": "2027-01-01T00:00:00Z",
    })
}

pub(crate) const DEVICE_FIELDS: &[&str] = &["name", "description", "min", "tags", "expires"];

pub(crate) fn location() -> Value {
    json!({
        "dateTime": "2026-06-01T12:00:00Z", "latitude": -29.9, "longitude": -71.25, "speed": 12.5,
        "course": 90, "battery": 85, "fuel": 40, "fuel2": 30, "temperature": -18.5,
        "temperature2": 4, "sensorTime1": 1, "sensorTime2": 2, "sensorTime3": 3, "sensorTime4": 4,
        "inactiveSeconds": 60, "rpm": 900, "milleage": 1234.5, "warnings": ["FuelLessThan"],
        "warningTexts": ["Low fuel"], "alerts": ["SOSButton"], "alertTexts": ["SOS"],
        "hasCriticalAlert": true, "attributes": { "HDOP": "0.9" },
        "accessoriesAttributes": [{ "a": "b" }], "inputs": [true, false], "outputs": [false],
    })
}

/// All but time and place.
pub(crate) const LOCATION_FIELDS: &[&str] = &[
    "speed",
    "course",
    "battery",
    "fuel",
    "fuel2",
    "temperature",
    "temperature2",
    "sensorTime1",
    "sensorTime2",
    "sensorTime3",
    "sensorTime4",
    "inactiveSeconds",
    "rpm",
    "milleage",
    "warnings",
    "warningTexts",
    "alerts",
    "alertTexts",
    "hasCriticalAlert",
    "attributes",
    "accessoriesAttributes",
    "inputs",
    "outputs",
];

pub(crate) fn alert() -> Value {
    json!({
        "dateTime": "2026-06-01T12:00:00Z", "latitude": -29.9, "longitude": -71.25,
        "text": "SOS", "notifications": ["mail"], "alerts": ["SOSButton"],
    })
}

pub(crate) const ALERT_FIELDS: &[&str] = &["text", "notifications", "alerts"];

pub(crate) fn group() -> Value {
    json!({
        "id": "g1", "name": "North", "description": "All", "devices": ["d1", "d2"],
        "creation": "2024-01-01T00:00:00Z", "lastModified": "2024-01-02T00:00:00Z",
    })
}

pub(crate) const GROUP_FIELDS: &[&str] =
    &["name", "description", "devices", "creation", "lastModified"];

pub(crate) fn user() -> Value {
    json!({
        "id": "u1", "name": "María", "email": "m@example.org", "country": "CL",
        "timeZone": "America/Santiago", "description": "x", "message": "y", "disabled": false,
        "disabledMessage": "z", "tags": { "a": "b" }, "privileges": ["read"], "group": "North",
        "deviceId": "d1", "adminDevices": 5, "from": "2024-01-01T00:00:00Z",
        "expires": "2027-01-01T00:00:00Z", "creation": "2024-01-01T00:00:00Z",
        "modification": "2024-01-01T00:00:00Z", "lastLogin": "2024-01-01T00:00:00Z",
    })
}

pub(crate) const USER_FIELDS: &[&str] = &[
    "name",
    "email",
    "country",
    "timeZone",
    "description",
    "message",
    "disabled",
    "disabledMessage",
    "tags",
    "privileges",
    "group",
    "deviceId",
    "adminDevices",
    "from",
    "expires",
    "creation",
    "modification",
    "lastLogin",
];
