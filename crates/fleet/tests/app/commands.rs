//! Commands to trackers: sent once, in the journal before they go out, and not to a vehicle that moves.

use std::sync::Arc;

use chrono::TimeDelta;
use fleet::app::App;
use fleet::change::journal::{EntryKind, EntryState, Subject};
use fleet::command::guard::Objection;
use fleet::command::{CommandForm, FavouriteCommand};
use fleet::error::Error;
use fleet::session::Active;
use fleet::view::bulk::DeviceSelection;
use fleet::view::commands::{CommandOrder, CommandRunState, CommandSecondWord, CommandState};
use fleet::view::filter::Sort;
use fleet::view::users::UsersQuery;
use plaspy::DeviceId;

use crate::world::{World, entries, faults, until};

/// An order as the window makes it: for the devices that a preflight showed.
fn order(active: &Active, ids: &[&str], text: &str) -> CommandOrder {
    let devices = selection(ids);
    let shown = active.fleet().selected(&devices, Sort::default());
    CommandOrder {
        first: shown.first().map(ToString::to_string).unwrap_or_default(),
        count: u32::try_from(shown.len()).expect("few"),
        devices,
        form: CommandForm {
            text: text.to_owned(),
            ..CommandForm::default()
        },
        typed_name: String::new(),
        is_overridden: false,
    }
}

fn selection(ids: &[&str]) -> DeviceSelection {
    DeviceSelection::Ids {
        ids: ids.iter().map(|id| (*id).to_owned()).collect(),
    }
}

fn name_of(active: &Active, id: &str) -> String {
    active.fleet().device_ref(id).name
}

/// The devices with a fresh fix whose vehicles move by the worse reading, or else stand.
async fn devices(active: &Active, moves: bool) -> Vec<String> {
    let ids: Vec<DeviceId> = active
        .fleet()
        .devices()
        .iter()
        .map(|it| it.id.clone())
        .collect();
    let mut fitting = Vec::new();
    for id in ids {
        let found = active.preflight(&selection(&[id.as_str()])).await;
        let objections = found.map_or(vec![Objection::NoFix], |found| found.objections);
        let fits = match moves {
            true => objections == [Objection::Moving],
            false => objections.is_empty(),
        };
        if fits {
            fitting.push(id.to_string());
        }
    }
    assert!(!fitting.is_empty(), "no device fits (moves: {moves})");
    fitting
}

#[tokio::test]
async fn a_command_goes_out_once_and_the_journal_tells_what_came_of_it() {
    let world = World::new(3).await;
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    let id = active.fleet().devices()[0].id.to_string();
    let run = active
        .send_command(order(&active, &[&id], "where"))
        .await
        .expect("sent");
    assert_eq!(run.state, CommandRunState::Over);
    assert_eq!(run.items[0].state, CommandState::Taken);
    let received = world.sandbox.received_commands();
    assert_eq!(received.len(), 1);
    assert_eq!(
        (&*received[0].device, &*received[0].command),
        (&*id, "where")
    );
    let [entry] = &entries(&active, "where").await[..] else {
        panic!("one entry");
    };
    assert_eq!(
        (entry.subject, entry.kind),
        (Subject::Command, EntryKind::Send)
    );
    assert_eq!(entry.state, EntryState::Done);
    assert_eq!(entry.words.as_deref(), Some("Command sent over GPRS"));
    assert!(!entry.can_be_undone);

    // By the service's clock an hour goes by: the tracker has reported since.
    world.sandbox.set_clock_offset(TimeDelta::hours(1));
    let number = entry.id;
    let following = Arc::clone(&active);
    let fixes = async move {
        loop {
            let entry = following.journal_entry(number).await.expect("read");
            let entry = entry.expect("it is there");
            if !entry.later_fixes.is_empty() {
                return entry.later_fixes;
            }
            tokio::task::yield_now().await;
        }
    };
    let fixes = tokio::time::timeout(crate::world::PATIENCE, fixes).await;
    assert!(fixes.expect("fixes came")[0].at > entry.at);
}

#[tokio::test]
async fn a_lost_answer_is_unknown_and_nothing_is_sent_again() {
    let world = World::new(3).await;
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    let id = active.fleet().devices()[0].id.to_string();
    world
        .sandbox
        .set_faults(faults(&["reset-after,on=sendCommand"]));
    let run = active
        .send_command(order(&active, &[&id], "where"))
        .await
        .expect("it ends");
    assert_eq!(run.items[0].state, CommandState::Unknown);
    assert_eq!(world.sandbox.received_commands().len(), 1);
    assert_eq!(
        entries(&active, "where").await[0].state,
        EntryState::Unknown
    );
    world.sandbox.set_faults(Vec::new());
    app.close().await;
    let (_, active) = world.opened().await;
    assert_eq!(
        entries(&active, "where").await[0].state,
        EntryState::Unknown
    );
    assert_eq!(world.sandbox.received_commands().len(), 1);
}

#[tokio::test]
async fn a_command_under_way_when_the_app_ends_is_unknown_at_the_next_start() {
    let world = World::new(3).await;
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    let id = active.fleet().devices()[0].id.to_string();
    world
        .sandbox
        .set_faults(faults(&["drip=60,on=sendCommand"]));
    let sender = Arc::clone(&active);
    let order = order(&active, &[&id], "where");
    let sending = tokio::spawn(async move { sender.send_command(order).await });
    let waiting = Arc::clone(&active);
    let sent = async move {
        while entries(&waiting, "where").await.first().map(|it| it.state) != Some(EntryState::Sent)
        {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(crate::world::PATIENCE, sent)
        .await
        .expect("it is under way");
    sending.abort();
    drop(active);
    app.close().await;
    world.sandbox.set_faults(Vec::new());
    let (app, active) = world.opened().await;
    let settled = async {
        while entries(&active, "where").await[0].state != EntryState::Unknown {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(crate::world::PATIENCE, settled)
        .await
        .expect("settled");
    assert!(world.sandbox.received_commands().len() <= 1);
    app.close().await;
}

#[tokio::test]
async fn a_dangerous_command_wants_the_name_and_a_vehicle_that_stands() {
    let world = World::new(60).await;
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    let moving = devices(&active, true).await.remove(0);
    let stop = |id: &str, typed: &str, is_overridden| CommandOrder {
        typed_name: typed.to_owned(),
        is_overridden,
        ..order(&active, &[id], "engine_stop")
    };
    let name = name_of(&active, &moving);
    let refused = active.send_command(stop(&moving, "", true)).await;
    assert!(
        matches!(refused, Err(Error::CommandUnconfirmed)),
        "{refused:?}"
    );
    let refused = active.send_command(stop(&moving, &name, false)).await;
    assert!(
        matches!(refused, Err(Error::CommandObjected)),
        "{refused:?}"
    );
    assert!(world.sandbox.received_commands().is_empty());
    assert!(entries(&active, "engine_stop").await.is_empty());

    let run = active.send_command(stop(&moving, &name, true)).await;
    assert_eq!(run.expect("sent").items[0].state, CommandState::Taken);
    // It has an effect: the vehicle stands where it was held.
    world.sandbox.set_clock_offset(TimeDelta::minutes(1));
    let held = active
        .preflight(&selection(&[&moving]))
        .await
        .expect("read");
    let fix = held.fix.expect("a fix");
    assert_eq!((fix.speed_kmh, fix.ignition), (Some(0.0), Some(false)));
}

#[tokio::test]
async fn the_rest_waits_for_a_second_word_and_who_moves_is_passed_over() {
    let world = World::new(60).await;
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    let name = |id: &String| name_of(&active, id);
    // The list goes by name: the one that moves is to come after another one.
    let moving = devices(&active, true)
        .await
        .into_iter()
        .max_by_key(name)
        .expect("one moves");
    let ids = active
        .fleet()
        .devices()
        .iter()
        .map(|it| it.id.to_string())
        .collect::<Vec<_>>();
    let first = ids
        .into_iter()
        .find(|id| name(id) < name(&moving))
        .expect("one before it");
    let run = active
        .send_command(CommandOrder {
            typed_name: name(&first),
            is_overridden: true,
            ..order(&active, &[&first, &moving], "engine_stop")
        })
        .await
        .expect("sent");
    assert_eq!(run.state, CommandRunState::Waiting);
    assert_eq!(world.sandbox.received_commands().len(), 1);
    let word = CommandSecondWord {
        run: run.run,
        is_overridden: false,
    };
    active.send_to_rest(word).expect("it goes on");
    over(&app).await;
    let run = active.command_run().expect("there is one");
    assert_eq!(run.items[1].state, CommandState::Refused);
    assert!(run.items[1].objections.contains(&Objection::Moving));
    assert_eq!(world.sandbox.received_commands().len(), 1);
    assert!(matches!(active.send_to_rest(word), Err(Error::NoJob)));
}

#[tokio::test]
async fn a_selection_that_holds_others_by_now_is_shown_again_before_anything_is_sent() {
    let world = World::new(3).await;
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    let ids: Vec<String> = active
        .fleet()
        .devices()
        .iter()
        .map(|it| it.id.to_string())
        .collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let shown = order(&active, &ids[..2], "where");
    let moved = CommandOrder {
        devices: selection(&ids),
        ..shown
    };
    let refused = active.send_command(moved).await;
    assert!(matches!(refused, Err(Error::CommandMoved)), "{refused:?}");
    assert!(world.sandbox.received_commands().is_empty());
}

#[tokio::test]
async fn what_is_given_up_is_not_sent() {
    let world = World::new(3).await;
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    let ids: Vec<String> = active
        .fleet()
        .devices()
        .iter()
        .map(|it| it.id.to_string())
        .collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let run = active
        .send_command(order(&active, &ids, "where"))
        .await
        .expect("sent");
    assert_eq!(run.state, CommandRunState::Waiting);
    active.drop_commands();
    let run = active.command_run().expect("there is one");
    assert_eq!(run.state, CommandRunState::Over);
    let states: Vec<_> = run.items.iter().map(|item| item.state).collect();
    let dropped = CommandState::Dropped;
    assert_eq!(states, [CommandState::Taken, dropped, dropped]);
    assert_eq!(world.sandbox.received_commands().len(), 1);
}

/// Has the service refuse a request until the app makes all of them wait: one that is about no device,
/// so that no device's day can be meant.
async fn hold(world: &World, app: &App, active: &Arc<Active>) {
    world
        .sandbox
        .set_faults(faults(&["status=429,on=listUsers"]));
    let asking = Arc::clone(active);
    tokio::spawn(async move { asking.user_rows(UsersQuery::default()).await });
    until(app, "the app waits", |_| {
        active.desk().spending().paused_until.is_some()
    })
    .await;
}

#[tokio::test]
async fn nothing_dangerous_begins_while_it_would_have_to_wait() {
    let world = World::new(20).await;
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    let standing = devices(&active, false).await;
    hold(&world, &app, &active).await;
    let dangerous = CommandOrder {
        typed_name: name_of(&active, &standing[0]),
        ..order(&active, &[&standing[0]], "engine_stop")
    };
    let refused = active.send_command(dangerous).await;
    assert!(matches!(refused, Err(Error::CommandObjected)));
}

#[tokio::test]
async fn what_waits_its_turn_can_be_taken_back() {
    let world = World::new(3).await;
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    let id = active.fleet().devices()[0].id.to_string();
    hold(&world, &app, &active).await;
    let order = order(&active, &[&id], "where");
    let sending = Arc::clone(&active);
    let sending = tokio::spawn(async move { sending.send_command(order).await });
    until(&app, "it waits in the journal", |_| {
        let run = active.command_run();
        run.is_some_and(|run| run.items[0].entry.is_some())
    })
    .await;
    active.drop_commands();
    world.sandbox.set_faults(Vec::new());
    let run = sending.await.expect("it ends").expect("a run");
    assert_eq!(run.state, CommandRunState::Over);
    assert_eq!(run.items[0].state, CommandState::Dropped);
    assert!(world.sandbox.received_commands().is_empty());
    let [entry] = &entries(&active, "where").await[..] else {
        panic!("one entry");
    };
    assert_eq!(entry.state, EntryState::Failed);
}

#[tokio::test]
async fn favourites_are_kept_with_the_account_and_a_broken_one_is_not() {
    let world = World::new(3).await;
    let app = world.signed_in().await;
    let active = app.active().expect("signed in");
    let favourite = FavouriteCommand {
        name: "Stop".to_owned(),
        form: order(&active, &[], "engine_stop").form,
    };
    let kept = active.set_favourite_commands(vec![favourite.clone()]).await;
    assert_eq!(kept.expect("kept"), std::slice::from_ref(&favourite));
    let broken = FavouriteCommand {
        name: "Nothing".to_owned(),
        form: CommandForm::default(),
    };
    let refused = active.set_favourite_commands(vec![broken]).await;
    assert!(matches!(refused, Err(Error::Command(_))), "{refused:?}");
    app.close().await;
    let (_, active) = world.opened().await;
    assert_eq!(
        active.favourite_commands().await.expect("read"),
        [favourite]
    );
}

async fn over(app: &App) {
    until(app, "nothing more is sent", |app| {
        let run = app.active().expect("signed in").command_run();
        run.is_some_and(|run| run.state == CommandRunState::Over)
    })
    .await;
}
