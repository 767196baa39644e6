//! The unit of speed: found out, set by hand, and remembered.

use fleet::app::App;
use fleet::speed::SpeedUnit;
use fleet::speed::knowledge::SpeedSource;
use fleet_store::{NoteKey, Store};

use crate::world::{World, faults, not_asked, rows, until};

/// The km/h that each device has for one of what the service sent.
fn kmh_of_one(app: &App) -> Vec<f64> {
    let active = app.active().expect("signed in");
    let page = rows(app);
    let fleet = active.fleet();
    let kmh = page.rows.iter().filter_map(|row| {
        let device = fleet.device(&row.id.as_str().into()).ok()?;
        let raw = device.fix.as_ref()?.location.speed_raw?;
        (raw > 0.0).then(|| row.speed_kmh.map(|kmh| kmh / raw))?
    });
    kmh.map(|kmh| (kmh * 1e6).round() / 1e6).collect()
}

#[tokio::test]
async fn the_unit_of_speed_is_found_soon_and_known_at_once_at_the_next_start() {
    let world = World::new(200).await;
    let app = world.signed_in().await;
    let account = app.active().expect("signed in").account.id();
    let note = NoteKey {
        base_url: account.base_url,
        user_name: account.user_name,
        subject: "speed",
    };
    let store = Store::open(world.folder.path()).expect("it opens");
    until(&app, "the unit is found and kept", |_| {
        let kept = store.account_note(&note).expect("read");
        kept.is_some_and(|json| json.contains("stretches"))
    })
    .await;
    let found = app.active().expect("signed in").speed_reading();
    assert_eq!(found.source, SpeedSource::Found);
    assert_eq!(found.unit, SpeedUnit::MetresPerSecond);

    let next = world.start();
    next.resume(false).await;
    let known = next.active().expect("resumed").speed_reading();
    assert_eq!(known.source, SpeedSource::Found);
    assert_eq!(
        known.found.map(|finding| finding.since),
        found.found.map(|finding| finding.since)
    );
}

#[tokio::test]
async fn km_per_hour_on_the_wire_are_found_out_as_well() {
    let world = World::new(200).await;
    world.sandbox.set_faults(faults(&["speed-kmh"]));
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    until(&app, "the unit is found", |_| {
        active.speed_reading().source == SpeedSource::Found
    })
    .await;
    assert_eq!(active.speed_reading().unit, SpeedUnit::KilometresPerHour);
}

#[tokio::test]
async fn a_unit_set_by_hand_reads_the_fleet_anew_at_once_and_stays() {
    let world = World::new(40).await;
    let app = world.signed_in().await;
    until(&app, "every device was asked", |app| not_asked(app) == 0).await;
    let before = kmh_of_one(&app);
    assert!(!before.is_empty() && before.iter().all(|kmh| *kmh == 3.6));

    let active = app.active().expect("signed in");
    let choice = Some(SpeedUnit::KilometresPerHour);
    active.set_speed_unit(choice).await.expect("kept");
    assert_eq!(active.speed_reading().source, SpeedSource::Chosen);
    let after = kmh_of_one(&app);
    assert!(!after.is_empty() && after.iter().all(|kmh| *kmh == 1.0));

    let next = world.start();
    next.resume(false).await;
    until(&next, "speeds are there", |app| !kmh_of_one(app).is_empty()).await;
    assert!(kmh_of_one(&next).iter().all(|kmh| *kmh == 1.0));
    let active = next.active().expect("resumed");
    active.set_speed_unit(None).await.expect("kept");
    assert!(kmh_of_one(&next).iter().all(|kmh| *kmh == 3.6));
}
