//! The client against a service that is wrong in every way that the sandbox knows.

use std::time::Duration;

use plaspy::{
    Client, EditWay, Error, FailureKind, RetryPolicy, SystemClock,
    models::{Command, GroupInput, JsonPatch, Memberships, PatchOperation, RangeQuery},
};
use plaspy_sandbox::Sandbox;

use crate::service::{builder, client, start};

/// A sandbox with these faults, and a client that repeats quickly.
async fn faulty(faults: &[&str]) -> (Sandbox, Client) {
    let sandbox = start().await;
    set(&sandbox, faults);
    let retries = RetryPolicy {
        first_pause: Duration::from_millis(10),
        ..RetryPolicy::default()
    };
    let client = builder(&sandbox).retries(retries).build();
    (sandbox, client.expect("a client"))
}

fn set(sandbox: &Sandbox, faults: &[&str]) {
    let faults = faults.iter().map(|fault| fault.parse().expect("a fault"));
    sandbox.set_faults(faults.collect());
}

#[tokio::test]
async fn each_failure_is_told_from_the_others() {
    for (fault, kind) in [
        ("status=500", FailureKind::ServiceDown),
        ("status=503", FailureKind::ServiceDown),
        ("bare=503", FailureKind::ServiceDown),
        ("html=502", FailureKind::ServiceDown),
        ("status=408", FailureKind::Timeout),
        ("html=200", FailureKind::NotUnderstood),
        ("cut", FailureKind::ConnectionLost),
        ("reset-before", FailureKind::ConnectionLost),
        ("reset-after", FailureKind::ConnectionLost),
        ("padding=65", FailureKind::TooLarge),
    ] {
        let (sandbox, client) = faulty(&[&format!("{fault},on=listDevices")]).await;
        let error = client.list_devices().await.expect_err(fault);
        assert_eq!(error.kind(), kind, "{fault}: {error}");
        set(&sandbox, &[]);
        client.list_devices().await.expect("all is well again");
        sandbox.stop().await;
    }
}

#[tokio::test]
async fn a_dripping_answer_ends_with_the_time_that_is_given_to_it() {
    let sandbox = start().await;
    set(&sandbox, &["drip=20,on=listDevices"]);
    let hasty = builder(&sandbox)
        .total_timeout(Duration::from_millis(500))
        .retries(RetryPolicy::NONE)
        .build()
        .expect("a client");
    assert_eq!(hasty.list_devices().await.err(), Some(Error::Timeout));
    set(&sandbox, &["drip=0.2,on=listDevices"]);
    client(&sandbox).list_devices().await.expect("it is whole");
    sandbox.stop().await;
}

#[tokio::test]
async fn what_passes_by_itself_is_not_noticed() {
    for fault in [
        "status=503",
        "html=200",
        "cut",
        "reset-before",
        "reset-after",
        "bare=408",
    ] {
        let (sandbox, client) = faulty(&[&format!("{fault},times=2,on=listDevices")]).await;
        let devices = client.list_devices().await.expect(fault).value;
        assert_eq!((devices.items.len(), devices.lost), (20, 0), "{fault}");
        sandbox.stop().await;
    }
}

#[tokio::test]
async fn a_create_and_a_command_reach_the_service_once_whatever_becomes_of_the_answer() {
    let (sandbox, client) = faulty(&["reset-after,on=createGroup", "cut,on=sendCommand"]).await;
    let input = GroupInput {
        name: "Once".into(),
        ..GroupInput::default()
    };
    let created = client.create_group(&input).await;
    let error = created.expect_err("no answer came");
    assert_eq!(error.kind(), FailureKind::ConnectionLost);
    let groups = client.list_groups().await.expect("the groups").value.items;
    let once = groups
        .iter()
        .filter(|group| group.name.as_deref() == Some("Once"));
    assert_eq!(once.count(), 1);

    let devices = client
        .list_devices()
        .await
        .expect("the devices")
        .value
        .items;
    let before = sandbox.counts().requests;
    let command = Command::text("engine_stop");
    let sent = client.send_command(&devices[0].id, &command).await;
    assert_eq!(
        sent.expect_err("no answer").kind(),
        FailureKind::ConnectionLost
    );
    assert_eq!(sandbox.counts().requests, before + 1);
    sandbox.stop().await;
}

#[tokio::test]
async fn wrongly_dressed_answers_lose_nobody() {
    for fault in [
        "null-fields",
        "missing-fields",
        "strings",
        "floats",
        "no-offset",
    ] {
        let (sandbox, client) = faulty(&[fault]).await;
        let devices = client.list_devices().await.expect(fault).value;
        assert_eq!((devices.items.len(), devices.lost), (20, 0), "{fault}");
        let groups = client.list_groups().await.expect(fault).value;
        assert_eq!((groups.items.len(), groups.lost), (5, 0), "{fault}");
        let users = client.list_users().await.expect(fault).value;
        assert_eq!((users.items.len(), users.lost), (10, 0), "{fault}");
        for device in &devices.items {
            assert_eq!(device.unreadable, Vec::<String>::new(), "{fault}");
            let last = client.get_last_location(&device.id).await.expect(fault);
            let unreadable = last.value.map(|fix| fix.unreadable).unwrap_or_default();
            assert_eq!(unreadable, Vec::<String>::new(), "{fault}");
        }
        sandbox.stop().await;
    }
}

#[tokio::test]
async fn dress_changes_nothing_of_what_is_read() {
    let sandbox = start().await;
    let client = client(&sandbox);
    let plain = client.list_users().await.expect("the users").value.items;
    for fault in ["strings", "floats", "no-offset"] {
        set(&sandbox, &[fault]);
        let dressed = client.list_users().await.expect(fault).value.items;
        for (plain, dressed) in plain.iter().zip(&dressed) {
            let plain = (
                &plain.id,
                &plain.name,
                plain.expires,
                plain.admin_devices,
                plain.disabled,
            );
            let dressed = (
                &dressed.id,
                &dressed.name,
                dressed.expires,
                dressed.admin_devices,
                dressed.disabled,
            );
            assert_eq!(plain, dressed, "{fault}");
        }
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn null_lists_are_empty_lists() {
    let (sandbox, client) = faulty(&["null-lists"]).await;
    assert_eq!(client.list_devices().await.expect("none").value.items, []);
    assert_eq!(client.list_groups().await.expect("none").value.items, []);
    let id = "d1".into();
    sandbox.set_faults(Vec::new());
    let gone = client.get_device(&id).await.expect_err("no such device");
    assert_eq!(gone.kind(), FailureKind::NotFound);
    sandbox.stop().await;
}

#[tokio::test]
async fn tokens_that_die_early_or_have_no_end_are_renewed_when_refused() {
    let (sandbox, client) = faulty(&["token-uses=2", "expires"]).await;
    for _ in 0..6 {
        client.list_groups().await.expect("the groups");
    }
    assert_eq!(client.token_status().and_then(|token| token.expires), None);
    assert_eq!(sandbox.counts().token_calls, 3);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_spent_day_is_that_of_one_device() {
    let sandbox = start().await;
    sandbox.set_results_per_day(Some(1));
    let client = client(&sandbox);
    let devices = client
        .list_devices()
        .await
        .expect("the devices")
        .value
        .items;
    client
        .get_last_location(&devices[0].id)
        .await
        .expect("the first");
    let error = client.get_last_location(&devices[0].id).await;
    let error = error.expect_err("its day is spent");
    assert!(error.retry_after().is_some(), "{error:?}");
    assert_eq!(error.kind(), FailureKind::RateLimited);
    client
        .get_last_location(&devices[1].id)
        .await
        .expect("another");
    sandbox.stop().await;
}

#[tokio::test]
async fn users_and_groups_are_edited_with_and_without_patch() {
    for fault in ["group=id", "group=name"] {
        for missing in ["", "no-patch=404", "no-patch=405", "no-patch=415"] {
            let (sandbox, client) = faulty(&[]).await;
            let faults = [fault, missing].map(str::to_owned);
            let faults: Vec<_> = faults
                .iter()
                .map(String::as_str)
                .filter(|it| !it.is_empty())
                .collect();
            set(&sandbox, &faults);
            let groups = client.list_groups().await.expect("the groups").value.items;
            let users = client.list_users().await.expect("the users").value.items;
            let memberships = Memberships::new(&groups, &users);
            let written = memberships.write(&groups[0].id);
            let by_id = fault == "group=id";
            assert_eq!(written == groups[0].id.as_str(), by_id, "{fault}");
            let patch = JsonPatch(vec![PatchOperation::Add {
                path: "/group".into(),
                value: written.into(),
            }]);
            let edited = client.edit_user(&users[0].id, &patch, &memberships).await;
            let edited = edited.expect("edited");
            let way = match missing {
                "" => EditWay::Patch,
                _ => EditWay::Replacement,
            };
            assert_eq!(edited.way, way, "{fault} {missing}");
            let group = edited.item.group.expect("a group");
            assert_eq!(memberships.resolve(&group), Some(&groups[0].id));
            let rename = JsonPatch(vec![PatchOperation::Replace {
                path: "/name".into(),
                value: "Renamed".into(),
            }]);
            let edited = client
                .edit_group(&groups[0].id, &rename)
                .await
                .expect("edited");
            assert_eq!(edited.item.name.as_deref(), Some("Renamed"));
            assert_eq!(edited.item.devices, groups[0].devices);
            sandbox.stop().await;
        }
    }
}

#[tokio::test]
async fn a_failing_test_is_a_conflict_in_each_of_its_forms() {
    for status in [400, 409, 500] {
        let (sandbox, client) = faulty(&[&format!("failing-test={status}")]).await;
        let users = client.list_users().await.expect("the users").value.items;
        let stale = JsonPatch(vec![
            PatchOperation::Test {
                path: "/name".into(),
                value: "somebody else".into(),
            },
            PatchOperation::Replace {
                path: "/name".into(),
                value: "Renamed".into(),
            },
        ]);
        let edited = client
            .edit_user(&users[0].id, &stale, &Memberships::default())
            .await;
        let error = edited.expect_err("stale");
        assert_eq!(error.kind(), FailureKind::Conflict, "{status}: {error}");
        sandbox.stop().await;
    }
}

#[tokio::test]
async fn a_test_that_can_never_hold_does_not_stand_in_the_way() {
    let (sandbox, client) = faulty(&["strings"]).await;
    let users = client.list_users().await.expect("the users").value.items;
    // Sent as text and held as a number: nobody changed it, and yet the service's test fails.
    let sent = users[0].raw["adminDevices"].clone();
    assert!(sent.is_string());
    let guarded = JsonPatch(vec![
        PatchOperation::Test {
            path: "/adminDevices".into(),
            value: sent,
        },
        PatchOperation::Replace {
            path: "/adminDevices".into(),
            value: 7.into(),
        },
    ]);
    let edited = client
        .edit_user(&users[0].id, &guarded, &Memberships::default())
        .await
        .expect("edited");
    assert_eq!(edited.item.admin_devices, Some(7));
    sandbox.stop().await;
}

#[tokio::test]
async fn odd_fixes_are_read_as_they_come() {
    let (sandbox, client) = faulty(&["future", "at-zero"]).await;
    let devices = client
        .list_devices()
        .await
        .expect("the devices")
        .value
        .items;
    let mut seen = 0;
    for device in &devices {
        let last = client
            .get_last_location(&device.id)
            .await
            .expect("an answer")
            .value;
        if let Some(fix) = last {
            assert_eq!((fix.latitude, fix.longitude), (0.0, 0.0));
            seen += 1;
        }
    }
    assert!(seen > 5, "{seen}");
    use plaspy::Clock as _;
    let to = SystemClock.now();
    let range = RangeQuery {
        from: to - chrono::TimeDelta::hours(20),
        to,
    };
    set(&sandbox, &["jumping"]);
    for device in devices.iter().take(4) {
        let track = client
            .query_locations(&device.id, &range)
            .await
            .expect("a track")
            .value;
        assert_eq!(track.lost, 0);
    }
    sandbox.stop().await;
}
