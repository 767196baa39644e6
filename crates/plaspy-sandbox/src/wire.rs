//! Fixes and alerts as the service writes them.

use chrono::DateTime;
use serde_json::{Map, Value, json};

use crate::company::object;
use crate::sim::{Fix, SPEED_LIMIT_KMH};

/// Below this the service warns.
const LOW_FUEL_PERCENT: i64 = 12;

const LOW_BATTERY_PERCENT: i64 = 45;

/// What a fix raises: code, text, whether it is an alert (else a warning).
fn raised(fix: &Fix) -> Vec<(&'static str, &'static str, bool)> {
    let mut raised = Vec::new();
    if fix.sos {
        raised.push(("SOSButton", "Botón SOS presionado", true));
    }
    if fix.power_cut {
        raised.push(("GPSUnplugged", "GPS desconectado de la batería", true));
    }
    if fix.speed_ms * 3.6 > SPEED_LIMIT_KMH {
        raised.push(("SpeedLimit", "Exceso de velocidad", true));
    }
    if fix.fuel_percent < LOW_FUEL_PERCENT {
        raised.push(("FuelLessThan", "Combustible bajo", false));
    }
    if fix.battery_percent < LOW_BATTERY_PERCENT {
        raised.push(("LowBattery", "Batería del GPS baja", false));
    }
    raised
}

/// A location. Speed is in metres per second, as the service's older page has it.
pub(crate) fn location(fix: &Fix) -> Map<String, Value> {
    let raised = raised(fix);
    let pick = |alerts: bool| raised.iter().filter(move |(.., alert)| *alert == alerts);
    object(json!({
        "dateTime": time(fix),
        "latitude": rounded(fix.point.latitude, 1e6),
        "longitude": rounded(fix.point.longitude, 1e6),
        "speed": rounded(fix.speed_ms, 10.0),
        "course": rounded(fix.course_deg, 1.0),
        "battery": fix.battery_percent,
        "fuel": fix.fuel_percent,
        "temperature": fix.temperature_c,
        "inactiveSeconds": fix.inactive_s,
        "rpm": fix.rpm,
        "milleage": rounded(fix.odometer_km, 10.0),
        "warnings": pick(false).map(|(code, ..)| *code).collect::<Vec<_>>(),
        "warningTexts": pick(false).map(|(_, text, _)| *text).collect::<Vec<_>>(),
        "alerts": pick(true).map(|(code, ..)| *code).collect::<Vec<_>>(),
        "alertTexts": pick(true).map(|(_, text, _)| *text).collect::<Vec<_>>(),
        "hasCriticalAlert": fix.sos || fix.power_cut,
        "attributes": {
            "Event": if fix.ignition { "2" } else { "0" },
            "Satellites": fix.satellites.to_string(),
            "HDOP": "0.9",
            "Voltage": if fix.ignition { "13.8" } else { "12.4" },
        },
        "inputs": [fix.ignition, fix.is_door_open],
        "outputs": [false],
    }))
}

/// A location that raises these codes as well, all of them critical.
pub(crate) fn with_alerts(
    mut location: Map<String, Value>,
    codes: Vec<String>,
) -> Map<String, Value> {
    if codes.is_empty() {
        return location;
    }
    for field in ["alerts", "alertTexts"] {
        if let Some(Value::Array(list)) = location.get_mut(field) {
            list.extend(codes.iter().cloned().map(Value::from));
        }
    }
    location.insert("hasCriticalAlert".to_owned(), true.into());
    location
}

/// Alerts of a history: each at the fix that raised what the fix before did not.
pub(crate) fn alerts(fixes: &[Fix], name: Option<&str>) -> Vec<Value> {
    let mut alerts = Vec::new();
    let mut before: Vec<&str> = Vec::new();
    for fix in fixes {
        let raised = raised(fix);
        for (code, text, _) in &raised {
            if !before.contains(code) && name.is_none_or(|name| name == *code) {
                alerts.push(json!({
                    "dateTime": time(fix),
                    "latitude": rounded(fix.point.latitude, 1e6),
                    "longitude": rounded(fix.point.longitude, 1e6),
                    "text": text,
                    "notifications": [],
                    "alerts": [code],
                }));
            }
        }
        before = raised.into_iter().map(|(code, ..)| code).collect();
    }
    alerts
}

fn time(fix: &Fix) -> Option<String> {
    Some(DateTime::from_timestamp(fix.at_s, 0)?.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
}

fn rounded(number: f64, parts: f64) -> f64 {
    (number * parts).round() / parts
}
