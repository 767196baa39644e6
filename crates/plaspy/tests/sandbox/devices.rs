//! The operations on devices.

use chrono::TimeDelta;
use plaspy::{
    Client, Clock as _, DeviceId, Error, SystemClock,
    models::{AlertQuery, Command, RangeQuery},
};

use crate::service::{client, start};

async fn device_ids(client: &Client) -> Vec<DeviceId> {
    let listing = client.list_devices().await.expect("the devices").value;
    assert_eq!(listing.lost, 0);
    listing.items.into_iter().map(|device| device.id).collect()
}

fn last_day() -> RangeQuery {
    let to = SystemClock.now();
    RangeQuery {
        from: to - TimeDelta::days(1),
        to,
    }
}

#[tokio::test]
async fn devices_are_listed_and_read_one_by_one() {
    let sandbox = start().await;
    let client = client(&sandbox);
    let listed = client.list_devices().await.expect("the devices");
    assert!(listed.server_date.is_some());
    let devices = listed.value.items;
    assert!(
        (15..=20).contains(&devices.len()),
        "an expired device may be missing, most aren't"
    );
    for device in &devices {
        assert_eq!(device.unreadable, Vec::<String>::new());
        let single = client
            .get_device(&device.id)
            .await
            .expect("the device")
            .value;
        assert_eq!(&single, device);
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn most_devices_have_a_last_location_of_which_all_is_readable() {
    let sandbox = start().await;
    let client = client(&sandbox);
    let ids = device_ids(&client).await;
    let mut reported = 0;
    for id in &ids {
        let last = client.get_last_location(id).await.expect("an answer").value;
        if let Some(location) = last {
            assert_eq!(location.unreadable, Vec::<String>::new());
            assert!(location.time <= client.server_now() + TimeDelta::seconds(2));
            reported += 1;
        }
    }
    assert!(reported > ids.len() / 2, "{reported} of {}", ids.len());
    sandbox.stop().await;
}

#[tokio::test]
async fn locations_of_a_day_lie_within_it() {
    let sandbox = start().await;
    let client = client(&sandbox);
    let day = last_day();
    let mut locations = 0;
    for id in device_ids(&client).await.iter().take(5) {
        let listing = client
            .query_locations(id, &day)
            .await
            .expect("an answer")
            .value;
        assert_eq!(listing.lost, 0);
        assert!(
            listing
                .items
                .iter()
                .all(|fix| (day.from..=day.to).contains(&fix.time))
        );
        locations += listing.items.len();
    }
    assert!(locations > 0);
    sandbox.stop().await;
}

#[tokio::test]
async fn alerts_of_a_name_are_among_all_alerts() {
    let sandbox = start().await;
    let client = client(&sandbox);
    let to = SystemClock.now();
    let range = RangeQuery {
        from: to - TimeDelta::days(7),
        to,
    };
    let mut alerts = 0;
    for id in device_ids(&client).await {
        let all = AlertQuery {
            range,
            alert_name: None,
        };
        let all = client
            .query_alerts(&id, &all)
            .await
            .expect("an answer")
            .value;
        let Some(name) = all.items.iter().find_map(|alert| alert.alerts.first()) else {
            continue;
        };
        let some = AlertQuery {
            range,
            alert_name: Some(name.clone()),
        };
        let some = client
            .query_alerts(&id, &some)
            .await
            .expect("an answer")
            .value;
        assert!(some.items.iter().all(|alert| alert.alerts.contains(name)));
        assert!((1..=all.items.len()).contains(&some.items.len()));
        alerts += some.items.len();
    }
    assert!(alerts > 0, "a fleet of 20 raises alerts within a week");
    sandbox.stop().await;
}

#[tokio::test]
async fn a_command_is_accepted() {
    let sandbox = start().await;
    let client = client(&sandbox);
    let ids = device_ids(&client).await;
    let command = Command::text("engine_resume");
    client
        .send_command(&ids[0], &command)
        .await
        .expect("the service took it");
    sandbox.stop().await;
}

#[tokio::test]
async fn a_device_that_is_not_there_is_not_found_whatever_its_id() {
    let sandbox = start().await;
    let client = client(&sandbox);
    let long = "x".repeat(300);
    for id in ["nobody", "a/b?c#d%", "רכב", "%2e%2e", &long] {
        let error = client
            .get_device(&id.into())
            .await
            .expect_err("no such device");
        assert!(matches!(error, Error::NotFound { .. }), "{id}: {error}");
    }
    sandbox.stop().await;
}
