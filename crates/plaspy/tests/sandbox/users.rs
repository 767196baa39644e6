//! The operations on users.

use plaspy::{
    EditWay, Error,
    models::{JsonPatch, Memberships, PatchOperation, UserInput},
};

use crate::service::{client, start};

#[tokio::test]
async fn users_are_listed_and_read_one_by_one() {
    let sandbox = start().await;
    let client = client(&sandbox);
    let users = client.list_users().await.expect("the users").value;
    assert_eq!((users.items.len(), users.lost), (10, 0));
    for user in users.items {
        assert_eq!(user.unreadable, Vec::<String>::new());
        let single = client.get_user(&user.id).await.expect("the user").value;
        assert_eq!(
            (single.id, single.email, single.group),
            (user.id, user.email, user.group)
        );
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn countries_and_time_zones_are_known_by_their_codes() {
    let sandbox = start().await;
    let client = client(&sandbox);
    let countries = client.list_countries().await.expect("the countries").value;
    assert!(countries.contains_key("CL"));
    let zones = client
        .list_time_zones()
        .await
        .expect("the time zones")
        .value;
    assert!(zones.contains_key("America/Santiago"));
    sandbox.stop().await;
}

#[tokio::test]
async fn a_user_lives_from_creation_to_deletion() {
    let sandbox = start().await;
    let client = client(&sandbox);
    let input = UserInput {
        name: "María Núñez".into(),
        email: "maria.nunez@example.org".into(),
        country: "CL".into(),
        time_zone: "America/Santiago".into(),
        description: Some("Dispatcher".into()),
        privileges: Some(vec!["read".into()]),
        password: Some("typed once".into()),
        ..UserInput::default()
    };
    let created = client
        .create_user(&input)
        .await
        .expect("created")
        .value
        .expect("repeated");
    assert_eq!(created.name.as_deref(), Some("María Núñez"));

    let patch = JsonPatch(vec![
        PatchOperation::Test {
            path: "/name".into(),
            value: "María Núñez".into(),
        },
        PatchOperation::Replace {
            path: "/name".into(),
            value: "María".into(),
        },
    ]);
    client
        .patch_user(&created.id, &patch)
        .await
        .expect("patched");
    let user = client.get_user(&created.id).await.expect("the user").value;
    assert_eq!(user.name.as_deref(), Some("María"));

    let stale = client
        .patch_user(&created.id, &patch)
        .await
        .expect_err("the name has changed");
    assert!(
        matches!(
            stale,
            Error::Conflict { .. } | Error::Refused { .. } | Error::ServiceDown { .. }
        ),
        "{stale}"
    );

    let mut replacement = user.replacement();
    replacement
        .fields_mut()
        .insert("disabled".into(), true.into());
    client
        .replace_user(&created.id, &replacement)
        .await
        .expect("replaced");
    let user = client.get_user(&created.id).await.expect("the user").value;
    assert_eq!(user.disabled, Some(true));
    assert_eq!(user.description.as_deref(), Some("Dispatcher"));

    client.delete_user(&created.id).await.expect("deleted");
    let gone = client.get_user(&created.id).await.expect_err("it is gone");
    assert!(matches!(gone, Error::NotFound { .. }), "{gone}");
    sandbox.stop().await;
}

#[tokio::test]
async fn an_edit_is_read_back_and_a_stale_one_is_a_conflict() {
    let sandbox = start().await;
    let client = client(&sandbox);
    let users = client.list_users().await.expect("the users").value.items;
    let groups = client.list_groups().await.expect("the groups").value.items;
    let memberships = Memberships::new(&groups, &users);
    let user = &users[0];
    let replace = |name: &str| {
        JsonPatch(vec![
            PatchOperation::Test {
                path: "/name".into(),
                value: user.name.clone().into(),
            },
            PatchOperation::Replace {
                path: "/name".into(),
                value: name.into(),
            },
            PatchOperation::Add {
                path: "/group".into(),
                value: memberships.write(&groups[1].id).into(),
            },
        ])
    };
    let edited = client
        .edit_user(&user.id, &replace("Ana María"), &memberships)
        .await
        .expect("edited");
    assert_eq!(edited.way, EditWay::Patch);
    assert_eq!(edited.item.name.as_deref(), Some("Ana María"));
    let group = edited.item.group.expect("a group");
    assert_eq!(memberships.resolve(&group), Some(&groups[1].id));

    let stale = replace("Anita");
    let error = client.edit_user(&user.id, &stale, &memberships).await;
    let error = error.expect_err("the name has changed");
    assert!(matches!(error, Error::Conflict { .. }), "{error}");
    sandbox.stop().await;
}
