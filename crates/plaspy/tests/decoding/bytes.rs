//! No bytes make any operation's reader panic.

use plaspy::{
    Error,
    models::{
        AlertQuery, Command, GroupInput, JsonPatch, PatchOperation, RangeQuery, Replacement,
        UserInput,
    },
    operations::{devices, groups, users},
};
use proptest::prelude::*;
use serde_json::Value;

use crate::{json, records};

/// Lets every operation read the body, and gives the errors.
fn read_all(body: &[u8]) -> Vec<Error> {
    let range = RangeQuery {
        from: chrono::DateTime::UNIX_EPOCH,
        to: chrono::DateTime::UNIX_EPOCH,
    };
    let alerts = AlertQuery {
        range,
        alert_name: None,
    };
    let group = GroupInput {
        name: "g".into(),
        ..GroupInput::default()
    };
    let user = UserInput {
        name: "u".into(),
        email: "e".into(),
        country: "CL".into(),
        time_zone: "UTC".into(),
        ..UserInput::default()
    };
    let patch = JsonPatch(vec![PatchOperation::Remove {
        path: "/description".into(),
    }]);
    let whole_group = Replacement::try_from(&group).expect("it has a name");
    let whole_user = Replacement::try_from(&user).expect("it is complete");
    macro_rules! errors {
        ($($request:expr),* $(,)?) => {
            [$($request.expect("a valid request").read(body).err()),*]
        };
    }
    let errors = errors![
        devices::list_devices(),
        devices::get_device(&"a".into()),
        devices::get_last_location(&"a".into()),
        devices::query_locations(&"a".into(), &range),
        devices::query_alerts(&"a".into(), &alerts),
        devices::send_command(&"a".into(), &Command::text("x")),
        groups::list_groups(),
        groups::create_group(&group),
        groups::get_group(&"a".into()),
        groups::replace_group(&"a".into(), &whole_group),
        groups::patch_group(&"a".into(), &patch),
        groups::delete_group(&"a".into()),
        users::list_users(),
        users::create_user(&user),
        users::list_countries(),
        users::list_time_zones(),
        users::get_user(&"a".into()),
        users::replace_user(&"a".into(), &whole_user),
        users::patch_user(&"a".into(), &patch),
        users::delete_user(&"a".into()),
    ];
    errors.into_iter().flatten().collect()
}

/// A body that a service could have sent.
fn whole_body() -> Vec<u8> {
    let mut body = records::user();
    body["success"] = true.into();
    body["devices"] = vec![records::device(); 3].into();
    body["locations"] = vec![records::location(); 3].into();
    body["lastLocation"] = records::location();
    body["device"] = records::device();
    body["users"] = vec![records::user(); 2].into();
    body.to_string().into_bytes()
}

proptest! {
    #![proptest_config(json::cases(256))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        read_all(&bytes);
    }

    #[test]
    fn any_json_is_read_or_refused(value in json::value()) {
        read_all(value.to_string().as_bytes());
    }

    #[test]
    fn any_value_in_any_place_is_read_or_refused(
        value in json::value(),
        name in prop::sample::select(vec![
            "devices", "device", "lastLocation", "locations", "alerts", "groups", "users",
            "countries", "timeZones", "result", "success", "error", "id",
        ]),
    ) {
        read_all(&json::body(name, value));
    }

    #[test]
    fn a_body_cut_short_is_refused_by_everyone(cut in any::<prop::sample::Index>()) {
        let body = whole_body();
        let cut = &body[..cut.index(body.len())];
        let errors = read_all(cut);
        prop_assert_eq!(errors.len(), 20);
        for error in errors {
            prop_assert!(matches!(error, Error::NotUnderstood { .. }), "{}", error);
        }
    }

    #[test]
    fn a_body_with_bytes_changed_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut body = whole_body();
        for (at, byte) in changes {
            let at = at.index(body.len());
            body[at] = byte;
        }
        read_all(&body);
    }
}

#[test]
fn depth_without_end_is_refused() {
    let deep = |depth: usize| {
        let mut body = b"{\"devices\":".to_vec();
        body.extend("[".repeat(depth).bytes());
        body
    };
    for error in read_all(&deep(1_000_000)) {
        assert!(matches!(error, Error::NotUnderstood { .. }), "{error}");
    }
}

#[test]
fn the_whole_body_is_one_that_can_be_read() {
    let body: Value = serde_json::from_slice(&whole_body()).expect("JSON");
    assert_eq!(body["success"], true);
    let devices = devices::list_devices().expect("valid").read(&whole_body());
    assert_eq!(devices.map(|devices| devices.items.len()), Ok(3));
}
