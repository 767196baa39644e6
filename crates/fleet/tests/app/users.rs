//! Users: made, changed, guarded against other people's edits, and seen by what limits them.

use fleet::Error;
use fleet::change::journal::EntryState;
use fleet::change::{AnyChange, Change, Field, Unfit, UserForm};
use fleet::session::{Active, PasswordSource};
use fleet::view::access::{MatterKind, WatchedQuery};
use fleet::view::users::{UserFilter, UserSort, UserSortKey, UsersQuery};
use plaspy::models::{JsonPatch, PatchOperation};
use plaspy::{SecretString, UserId};

use crate::world::{World, entries, faults, user_rows};

fn ana() -> UserForm {
    UserForm {
        name: "Ana Rojas".to_owned(),
        email: "ana@flota.example".to_owned(),
        country: "CL".to_owned(),
        time_zone: "America/Santiago".to_owned(),
        privileges: vec!["sendCommands".to_owned()],
        ..UserForm::default()
    }
}

fn create(form: &UserForm) -> AnyChange {
    AnyChange::User(Change::Create {
        after: form.clone(),
    })
}

fn edit(id: &str, before: &UserForm, after: &UserForm) -> AnyChange {
    AnyChange::User(Change::Edit {
        id: id.to_owned(),
        before: before.clone(),
        after: after.clone(),
    })
}

async fn done(active: &Active, change: AnyChange) -> String {
    let outcome = active.change(change, None, None).await;
    let outcome = outcome.expect("carried out");
    assert!(outcome.conflicts.is_empty() && !outcome.is_gone);
    outcome.id.expect("an id")
}

#[tokio::test]
async fn a_user_is_made_with_a_password_changed_and_the_change_taken_back() {
    let world = World::new(20).await;
    let (_app, active) = world.opened().await;
    let number = active.generate_password();
    let password = Some(PasswordSource::Generated(number));
    let made = active.change(create(&ana()), None, password).await;
    let id = made.expect("made").id.expect("an id");
    assert!(active.show_password(number).is_ok());
    assert!(matches!(
        active.show_password(number),
        Err(Error::PasswordGone)
    ));

    let group = active.groups_table()[0].id.clone();
    let limited = UserForm {
        group: group.clone(),
        disabled: true,
        ..ana()
    };
    done(&active, edit(&id, &ana(), &limited)).await;
    let user_id = UserId::from(id.as_str());
    let detail = active.user(&user_id).await.expect("known");
    assert_eq!(detail.row.form, limited);
    let members = active.group(&group.as_str().into()).expect("known").devices;
    assert_eq!(detail.sees.expect("limited").len(), members.len());

    let entry = entries(&active, "rojas").await.remove(0);
    let inverse = active.inverse_of_entry(entry.id).await.expect("undoable");
    let undone = active.change(inverse, Some(entry.id), None).await;
    undone.expect("undone");
    assert_eq!(
        active.user(&user_id).await.expect("known").row.form,
        ana(),
        "exactly as it was"
    );
    // The journal knows that there was a password, and nothing of what it was.
    let journal = format!("{:?}", entries(&active, "").await);
    assert!(!journal.contains("password: "), "{journal}");
}

#[tokio::test]
async fn a_deleted_user_is_final_and_says_so() {
    let world = World::new(20).await;
    let (_app, active) = world.opened().await;
    let user = user_rows(&active).await.remove(0);
    let delete = AnyChange::User(Change::Delete {
        id: user.id.clone(),
        before: user.form.clone(),
    });
    let preview = active.preview_change(delete.clone(), false).await;
    assert!(preview.expect("previewed").is_final);
    done(&active, delete).await;
    let entry = entries(&active, "").await.remove(0);
    assert!(entry.is_final && !entry.can_be_undone);
    assert!(matches!(
        active.inverse_of_entry(entry.id).await,
        Err(Error::NotUndoable(_))
    ));
    assert!(user_rows(&active).await.iter().all(|row| row.id != user.id));
}

#[tokio::test]
async fn someone_elses_edit_is_found_whatever_the_service_calls_it() {
    for status in [400, 409, 500] {
        let world = World::new(20).await;
        let (_app, active) = world.opened().await;
        let failing = format!("failing-test={status}");
        world.sandbox.set_faults(faults(&[&failing]));
        let user = user_rows(&active).await.remove(0);
        let theirs = JsonPatch(vec![PatchOperation::Replace {
            path: "/message".to_owned(),
            value: "theirs".into(),
        }]);
        let id = UserId::from(user.id.as_str());
        let changed = world.someone_else().patch_user(&id, &theirs).await;
        changed.expect("changed");
        let mine = UserForm {
            message: "mine".to_owned(),
            name: "Another name".to_owned(),
            ..user.form.clone()
        };
        let change = edit(&user.id, &user.form, &mine);
        let outcome = active.change(change, None, None).await.expect("no error");
        let fields: Vec<_> = outcome.conflicts.iter().map(|it| it.field).collect();
        assert_eq!(fields, [Field::Message], "{status}");
        let entry = entries(&active, "").await.remove(0);
        assert_eq!(entry.state, EntryState::Conflicted);
    }
}

#[tokio::test]
async fn what_breaks_a_rule_is_not_sent() {
    let world = World::new(20).await;
    let (_app, active) = world.opened().await;
    let taken = user_rows(&active).await.remove(0).form.email.to_uppercase();
    let twin = UserForm {
        email: taken,
        ..ana()
    };
    let error = active.change(create(&twin), None, None).await;
    assert!(matches!(
        error,
        Err(Error::Unfit(Unfit::Taken(Field::Email)))
    ));
    let nowhere = UserForm {
        country: String::new(),
        ..ana()
    };
    let error = active.preview_change(create(&nowhere), true).await;
    assert!(matches!(
        error,
        Err(Error::Unfit(Unfit::Missing(Field::Country)))
    ));
    assert!(entries(&active, "").await.is_empty());
}

#[tokio::test]
async fn a_password_that_may_not_have_arrived_is_said_to_be_open() {
    let world = World::new(20).await;
    let (_app, active) = world.opened().await;
    let lost = ["reset-after,on=createUser,times=1"];
    world.sandbox.set_faults(faults(&lost));
    let typed = SecretString::from("correct horse battery");
    let password = Some(PasswordSource::Typed(typed));
    let made = active.change(create(&ana()), None, password).await;
    let id = made.expect("found by reading").id.expect("an id");
    assert!(entries(&active, "").await[0].password_open);

    // Its own form stays, and only a password is sent.
    let again = Some(PasswordSource::Generated(active.generate_password()));
    let change = edit(&id, &ana(), &ana());
    let sent = active.change(change.clone(), None, again).await;
    sent.expect("sent");
    assert!(!entries(&active, "").await[0].password_open);
    let nothing = active.change(change, None, None).await;
    assert!(matches!(nothing, Err(Error::Unfit(Unfit::Nothing))));
}

#[tokio::test]
async fn the_table_is_paged_ordered_and_filtered() {
    let world = World::new(40).await;
    let (_app, active) = world.opened().await;
    let everyone = user_rows(&active).await;
    let sort = UserSort {
        key: UserSortKey::Expires,
        descending: true,
    };
    let page = |offset, limit| UsersQuery {
        sort,
        offset,
        limit,
        ..UsersQuery::default()
    };
    let whole = active.user_rows(page(0, 500)).await.expect("read").rows;
    let ends: Vec<_> = whole.iter().map(|row| row.form.expires).collect();
    let mut ordered = ends.clone();
    ordered.sort_by(|one, other| other.cmp(one));
    assert_eq!(ends, ordered, "none comes last");
    let some = active.user_rows(page(3, 4)).await.expect("read");
    assert_eq!(some.rows, whole[3..7]);
    let index = active
        .user_row_index(
            &UserId::from(whole[5].id.as_str()),
            &UserFilter::default(),
            sort,
        )
        .await;
    assert_eq!(index.expect("read"), Some(5));
    let filter = UserFilter {
        text: everyone[0].form.email.clone(),
        ..UserFilter::default()
    };
    let found = UsersQuery {
        filter,
        ..page(0, 10)
    };
    let found = active.user_rows(found).await.expect("read");
    assert_eq!(
        (found.matched, found.rows[0].id.as_str()),
        (1, everyone[0].id.as_str())
    );
}

#[tokio::test]
async fn who_sees_a_device_and_what_a_user_sees_agree() {
    let world = World::new(40).await;
    let (_app, active) = world.opened().await;
    let everyone = user_rows(&active).await;
    let query = WatchedQuery {
        limit: 500,
        ..WatchedQuery::default()
    };
    let page = active.watched(query.clone()).await.expect("read");
    assert_eq!(page.rows.len(), 40);
    for row in &page.rows {
        let viewers = active.viewers(&row.id.as_str().into()).await.expect("read");
        for viewer in &viewers.users {
            let detail = active
                .user(&viewer.id.as_str().into())
                .await
                .expect("known");
            let sees = detail.sees.expect("limited");
            assert!(sees.iter().any(|device| device.id == row.id), "{viewer:?}");
        }
        use fleet::view::users::Standing::Active as CanSignIn;
        let can = viewers.users.iter().filter(|it| it.standing == CanSignIn);
        assert_eq!(row.viewers as usize, can.count(), "{}", row.name);
    }
    let unseen = WatchedQuery {
        only_unseen: true,
        ..query
    };
    let unseen = active.watched(unseen).await.expect("read");
    assert_eq!(unseen.matched, page.unseen);
    assert!(unseen.rows.iter().all(|row| row.viewers == 0));
    let unlimited = everyone.iter().filter(|row| row.sight.devices.is_none());
    assert!(unlimited.count() >= page.unlimited as usize);
}

#[tokio::test]
async fn the_inbox_counts_what_its_filters_show() {
    let world = World::new(40).await;
    let (_app, active) = world.opened().await;
    let inbox = active.inbox().await;
    assert!(
        inbox
            .matters
            .iter()
            .any(|it| it.kind == MatterKind::NeverLoggedIn)
    );
    for matter in inbox.matters {
        let Some(filter) = matter.users else {
            assert_eq!(matter.ids.len(), matter.count as usize);
            continue;
        };
        let query = UsersQuery {
            filter,
            limit: 500,
            ..UsersQuery::default()
        };
        let shown = active.user_rows(query).await.expect("read");
        assert_eq!(shown.matched, matter.count, "{:?}", matter.kind);
    }
}

#[tokio::test]
async fn an_account_that_may_not_see_users_is_told_so_and_can_try_again() {
    let world = World::new(20).await;
    world
        .sandbox
        .set_faults(faults(&["status=403,on=listUsers"]));
    let (_app, active) = world.opened().await;
    let refused = active.user_rows(UsersQuery::default()).await;
    assert!(matches!(
        refused,
        Err(Error::Service(plaspy::Error::NotPermitted { .. }))
    ));
    world.sandbox.set_faults(Vec::new());
    assert!(!user_rows(&active).await.is_empty());
}
