//! Groups: made, changed and deleted through the journal, held against other people's edits, and
//! settled by reading where an answer got lost.

use std::sync::Arc;

use fleet::Error;
use fleet::app::App;
use fleet::change::journal::EntryState;
use fleet::change::{AnyChange, Change, Field, Form, GroupForm, Unfit, UserForm};
use fleet::session::Active;
use fleet::view::changes::{ChangeOutcome, FieldValue};
use plaspy::models::{GroupInput, Memberships};
use plaspy::{Client, GroupId};

use crate::world::{World, entries, faults, rows, until};

fn form(app: &App, name: &str, devices: usize) -> GroupForm {
    let rows = rows(app).rows;
    GroupForm {
        name: name.to_owned(),
        devices: rows
            .iter()
            .take(devices)
            .map(|row| row.id.clone())
            .collect(),
        ..GroupForm::default()
    }
}

fn create(form: &GroupForm) -> AnyChange {
    AnyChange::Group(Change::Create {
        after: form.clone(),
    })
}

fn edit(id: &str, before: &GroupForm, after: &GroupForm) -> AnyChange {
    AnyChange::Group(Change::Edit {
        id: id.to_owned(),
        before: before.clone(),
        after: after.clone(),
    })
}

async fn done(active: &Active, change: AnyChange) -> String {
    let outcome = active
        .change(change, None, None)
        .await
        .expect("carried out");
    assert!(outcome.conflicts.is_empty() && !outcome.is_gone);
    outcome.id.expect("an id")
}

async fn undo(active: &Active, entry: i64) -> ChangeOutcome {
    let inverse = active.inverse_of_entry(entry).await.expect("undoable");
    let undone = active.change(inverse, Some(entry), None).await;
    undone.expect("carried out")
}

/// The states of the journal, newest first.
async fn states(active: &Active) -> Vec<EntryState> {
    let entries = entries(active, "").await;
    entries.into_iter().map(|entry| entry.state).collect()
}

async fn of_name(client: &Client, name: &str) -> Vec<GroupForm> {
    let groups = client.list_groups().await.expect("read").value.items;
    let named = groups
        .iter()
        .filter(|group| group.name.as_deref() == Some(name));
    named.map(GroupForm::from).collect()
}

async fn signed_in(world: &World) -> (Arc<App>, Arc<Active>) {
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    (app, active)
}

#[tokio::test]
async fn a_group_is_made_changed_and_deleted_and_each_step_is_taken_back() {
    let world = World::new(20).await;
    let (app, active) = signed_in(&world).await;
    let service = world.someone_else();
    let first = form(&app, "Night shift", 3);
    let id = done(&active, create(&first)).await;
    assert_eq!(of_name(&service, "Night shift").await.len(), 1);

    let second = GroupForm {
        description: "After ten".to_owned(),
        devices: form(&app, "", 5).devices,
        ..first.clone()
    };
    done(&active, edit(&id, &first, &second)).await;
    let detail = active.group(&GroupId::from(id.as_str())).expect("listed");
    assert!(detail.form.differences(&second).is_empty());

    let edited = entries(&active, "").await[0].id;
    undo(&active, edited).await;
    assert!(
        of_name(&service, "Night shift").await[0]
            .differences(&first)
            .is_empty()
    );
    assert!(matches!(
        active.inverse_of_entry(edited).await,
        Err(Error::NotUndoable(_))
    ));

    let delete = AnyChange::Group(Change::Delete {
        id,
        before: first.clone(),
    });
    done(&active, delete).await;
    assert!(of_name(&service, "Night shift").await.is_empty());
    let deleted = entries(&active, "night").await[0].id;
    undo(&active, deleted).await;
    assert!(
        of_name(&service, "Night shift").await[0]
            .differences(&first)
            .is_empty()
    );
    use EntryState::{Done, Undone};
    assert_eq!(states(&active).await, [Done, Undone, Done, Undone, Done]);
}

#[tokio::test]
async fn someone_elses_edit_of_the_same_field_stops_it_and_of_another_does_not() {
    let world = World::new(20).await;
    let (app, active) = signed_in(&world).await;
    let service = world.someone_else();
    let before = form(&app, "North", 3);
    let id = done(&active, create(&before)).await;

    let theirs = serde_json::from_value(serde_json::json!([
        { "op": "add", "path": "/description", "value": "theirs" },
        { "op": "replace", "path": "/name", "value": "Far north" },
    ]));
    let theirs = theirs.expect("a patch");
    service
        .patch_group(&GroupId::from(id.as_str()), &theirs)
        .await
        .expect("changed");

    let mine = GroupForm {
        name: "South".to_owned(),
        ..before.clone()
    };
    let outcome = active.change(edit(&id, &before, &mine), None, None).await;
    let outcome = outcome.expect("no error");
    let fields: Vec<_> = outcome.conflicts.iter().map(|it| it.field).collect();
    assert_eq!(fields, [Field::Name]);
    let theirs = FieldValue::Text {
        text: "Far north".to_owned(),
    };
    assert_eq!(outcome.conflicts[0].theirs, theirs);
    assert_eq!(
        of_name(&service, "Far north").await.len(),
        1,
        "nothing was sent"
    );

    let fewer = GroupForm {
        devices: form(&app, "", 2).devices,
        ..before.clone()
    };
    done(&active, edit(&id, &before, &fewer)).await;
    let now = of_name(&service, "Far north").await;
    assert_eq!(
        (now[0].description.as_str(), now[0].devices.len()),
        ("theirs", 2)
    );
    use EntryState::{Conflicted, Done};
    assert_eq!(states(&active).await, [Done, Conflicted, Done]);
}

#[tokio::test]
async fn what_breaks_a_rule_is_not_sent_and_what_the_service_refuses_is_told_in_its_words() {
    let world = World::new(20).await;
    let (app, active) = signed_in(&world).await;
    let taken = form(&app, "North", 1);
    done(&active, create(&taken)).await;
    let again = active.change(create(&taken), None, None).await;
    assert!(matches!(
        again,
        Err(Error::Unfit(Unfit::Taken(Field::Name)))
    ));
    let empty = active
        .change(create(&form(&app, "South", 0)), None, None)
        .await;
    assert!(matches!(
        empty,
        Err(Error::Unfit(Unfit::Missing(Field::Devices)))
    ));
    assert_eq!(states(&active).await.len(), 1);

    // Taken by someone else a moment ago, so that only the service knows.
    let input = GroupInput::from(&form(&app, "East", 1));
    world
        .someone_else()
        .create_group(&input)
        .await
        .expect("made");
    let refused = active
        .change(create(&form(&app, "East", 2)), None, None)
        .await;
    assert!(matches!(refused, Err(Error::Service(_))));
    let entry = entries(&active, "").await.remove(0);
    assert_eq!(entry.state, EntryState::Failed);
    let trouble = entry.trouble.clone().expect("why");
    assert!(trouble.words.is_some_and(|words| !words.is_empty()));
}

#[tokio::test]
async fn a_lost_answer_is_found_out_by_reading_and_nothing_is_made_twice() {
    let world = World::new(20).await;
    let (app, active) = signed_in(&world).await;
    let service = world.someone_else();
    for (fault, arrives) in [("reset-after", true), ("reset-before", false)] {
        let name = format!("By {fault}");
        let lost = format!("{fault},on=createGroup,times=1");
        world.sandbox.set_faults(faults(&[&lost]));
        let outcome = active
            .change(create(&form(&app, &name, 2)), None, None)
            .await;
        assert_eq!(outcome.is_ok(), arrives, "{fault}");
        assert_eq!(of_name(&service, &name).await.len(), usize::from(arrives));
    }
    use EntryState::{Done, Failed};
    assert_eq!(states(&active).await, [Failed, Done]);
}

#[tokio::test]
async fn what_was_under_way_at_the_end_is_settled_at_the_next_start() {
    let world = World::new(20).await;
    let (app, active) = signed_in(&world).await;
    let faulty = ["reset-after,on=createGroup", "status=500,on=listGroups"];
    world.sandbox.set_faults(faults(&faulty));
    let lost = active
        .change(create(&form(&app, "North", 2)), None, None)
        .await;
    assert!(lost.is_err());
    assert_eq!(states(&active).await, [EntryState::Sent]);

    world.sandbox.set_faults(Vec::new());
    let next = world.start();
    next.resume(false).await;
    let active = next.active().expect("resumed");
    until(&next, "the list is there", |app| rows(app).total == 20).await;
    let mut moves = next.moves().listen();
    while states(&active).await != [EntryState::Done] {
        let moved = tokio::time::timeout(crate::world::PATIENCE, moves.recv()).await;
        assert!(moved.is_ok(), "never settled");
    }
    assert_eq!(of_name(&world.someone_else(), "North").await.len(), 1);
}

#[tokio::test]
async fn a_preview_tells_who_gains_and_loses_sight_of_what() {
    let world = World::new(60).await;
    let (_app, active) = signed_in(&world).await;
    let service = world.someone_else();
    let users = service.list_users().await.expect("read").value.items;
    let groups = service.list_groups().await.expect("read").value.items;
    let names = Memberships::new(&groups, &users);
    let forms: Vec<_> = users
        .iter()
        .map(|user| UserForm::of(user, &names))
        .collect();
    let sees = |id: &GroupId| {
        forms
            .iter()
            .any(|form| form.group_id().as_ref() == Some(id))
    };
    let seen = groups
        .iter()
        .find(|group| group.devices.len() > 1 && sees(&group.id));
    let seen = seen.expect("someone sees by a group");
    let before = GroupForm::from(seen);
    let mut after = before.clone();
    let gone = after.devices.pop().expect("a device");
    let preview = active
        .preview_change(edit(seen.id.as_str(), &before, &after), false)
        .await;
    let preview = preview.expect("previewed");
    let access = preview.access.expect("the users can be read");
    assert_eq!(preview.fields[0].removed[0].id, gone);
    assert!(!access.is_empty());
    for change in access {
        assert_eq!(
            (change.loses[0].id.as_str(), change.gains.len()),
            (gone.as_str(), 0)
        );
    }
}
