//! The operations on groups.

use plaspy::{
    Error,
    models::{GroupInput, JsonPatch, PatchOperation, Replacement},
};

use crate::service::{client, start};

#[tokio::test]
async fn groups_are_listed_and_read_one_by_one() {
    let sandbox = start().await;
    let client = client(&sandbox);
    let groups = client.list_groups().await.expect("the groups").value;
    assert_eq!((groups.items.len(), groups.lost), (5, 0));
    for group in groups.items {
        assert_eq!(group.unreadable, Vec::<String>::new());
        let single = client.get_group(&group.id).await.expect("the group").value;
        assert_eq!(
            (single.id, single.name, single.devices),
            (group.id, group.name, group.devices)
        );
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn a_group_lives_from_creation_to_deletion() {
    let sandbox = start().await;
    let client = client(&sandbox);
    let devices = client
        .list_devices()
        .await
        .expect("the devices")
        .value
        .items;
    let input = GroupInput {
        name: "Camiones ñandú".into(),
        description: Some("רכבים".into()),
        devices: vec![devices[0].id.clone()],
    };
    let created = client
        .create_group(&input)
        .await
        .expect("created")
        .value
        .expect("repeated");
    assert_eq!(created.name.as_deref(), Some("Camiones ñandú"));
    assert_eq!(created.devices, input.devices);

    let rename = PatchOperation::Replace {
        path: "/name".into(),
        value: "Trucks".into(),
    };
    client
        .patch_group(&created.id, &JsonPatch(vec![rename]))
        .await
        .expect("patched");
    let mut group = client
        .get_group(&created.id)
        .await
        .expect("the group")
        .value;
    assert_eq!(group.name.as_deref(), Some("Trucks"));
    assert_eq!(group.description.as_deref(), Some("רכבים"));

    let mut replacement = group.replacement();
    replacement
        .fields_mut()
        .insert("name".into(), "Lorries".into());
    client
        .replace_group(&created.id, &replacement)
        .await
        .expect("replaced");
    group = client
        .get_group(&created.id)
        .await
        .expect("the group")
        .value;
    assert_eq!(group.name.as_deref(), Some("Lorries"));
    assert_eq!(group.description.as_deref(), Some("רכבים"));

    let bare = GroupInput {
        description: None,
        name: "Bare".into(),
        ..input
    };
    let bare = Replacement::try_from(&bare).expect("it has a name");
    client
        .replace_group(&created.id, &bare)
        .await
        .expect("replaced");
    group = client
        .get_group(&created.id)
        .await
        .expect("the group")
        .value;
    assert_eq!(
        group.description, None,
        "what a replacement leaves out is lost"
    );

    client.delete_group(&created.id).await.expect("deleted");
    let gone = client.get_group(&created.id).await.expect_err("it is gone");
    assert!(matches!(gone, Error::NotFound { .. }), "{gone}");
    sandbox.stop().await;
}

#[tokio::test]
async fn a_name_that_is_taken_is_a_conflict() {
    let sandbox = start().await;
    let client = client(&sandbox);
    let taken = client
        .list_groups()
        .await
        .expect("the groups")
        .value
        .items
        .swap_remove(0);
    let input = GroupInput {
        name: taken.name.expect("sandbox groups have names"),
        description: None,
        devices: taken.devices,
    };
    let error = client
        .create_group(&input)
        .await
        .expect_err("the name is taken");
    assert!(matches!(error, Error::Conflict { .. }), "{error}");
    sandbox.stop().await;
}
