//! The client against Prism, which serves the service's OpenAPI file by itself: a second server that
//! is written by nobody of ours. Run by `cargo xtask test conformance`, which starts it.

use chrono::DateTime;
use plaspy::{
    BaseUrl, Client, Credentials, RetryPolicy,
    models::{
        AlertQuery, Command, GroupInput, JsonPatch, PatchOperation, RangeQuery, Replacement,
        UserInput,
    },
};

/// Prism's address.
const ADDRESS: &str = "PRISM_URL";

#[tokio::test]
#[ignore = "needs Prism: cargo xtask test conformance"]
async fn every_operation_is_taken_and_its_answer_read() {
    let address = std::env::var(ADDRESS).expect("PRISM_URL says where Prism listens");
    let base_url: BaseUrl = address.parse().expect("a loopback address");
    let credentials = Credentials::new("demo", "key".into());
    let client = Client::builder(base_url, credentials)
        .retries(RetryPolicy::NONE)
        .build()
        .expect("a client");
    let range = RangeQuery {
        from: DateTime::UNIX_EPOCH,
        to: DateTime::UNIX_EPOCH,
    };
    let alerts = AlertQuery {
        range,
        alert_name: Some("SOSButton".into()),
    };
    let group = GroupInput {
        name: "North".into(),
        description: Some("רכבים".into()),
        devices: vec!["d1".into()],
    };
    let user = UserInput {
        name: "Ana".into(),
        email: "ana@example.org".into(),
        country: "CL".into(),
        time_zone: "America/Santiago".into(),
        privileges: Some(vec!["read".into()]),
        expires: Some(DateTime::UNIX_EPOCH),
        ..UserInput::default()
    };
    let patch = JsonPatch(vec![PatchOperation::Replace {
        path: "/name".into(),
        value: "South".into(),
    }]);
    let whole_group = Replacement::try_from(&group).expect("it has a name");
    let whole_user = Replacement::try_from(&user).expect("it is complete");
    let (device, group_id, user_id) = ("a/b ?".into(), "g1".into(), "u1".into());

    client.create_token().await.expect("createToken");
    macro_rules! answered {
        ($($operation:ident($($argument:expr),*)),* $(,)?) => {
            $(client
                .$operation($($argument),*)
                .await
                .unwrap_or_else(|error| panic!("{}: {error}", stringify!($operation)));)*
        };
    }
    answered![
        list_devices(),
        get_device(&device),
        get_last_location(&device),
        query_locations(&device, &range),
        query_alerts(&device, &alerts),
        send_command(&device, &Command::text("engine_stop")),
        list_groups(),
        create_group(&group),
        get_group(&group_id),
        replace_group(&group_id, &whole_group),
        patch_group(&group_id, &patch),
        delete_group(&group_id),
        list_users(),
        create_user(&user),
        list_countries(),
        list_time_zones(),
        get_user(&user_id),
        replace_user(&user_id, &whole_user),
        patch_user(&user_id, &patch),
        delete_user(&user_id),
    ];
}
