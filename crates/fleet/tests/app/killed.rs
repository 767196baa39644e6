//! The app is killed at random moments in the middle of its work, and the next start finds out what
//! became of it: nothing lost, nothing doubled, the journal as the service.

use std::collections::HashMap;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use fleet::app::App;
use fleet::change::journal::{EntryKind, EntryState, Subject};
use fleet::change::{Change, GroupForm};
use fleet::session::{Active, JournalFilter};
use fleet::view::bulk::{BulkTask, JobState, UserAction};
use fleet::view::changes::FieldValue;
use fleet::view::users::{UserFilter, UserSelection};
use plaspy_sandbox::Config;

use crate::world::{PATIENCE, World, entries, faults, ports, rows, typed, until};

/// How often the app is killed, unless the environment says otherwise.
const KILLS: u64 = 10;

/// A moment within this from the begin of the work.
const WITHIN_MS: u64 = 900;

const CHILD: &str = "killed::work_until_killed";

/// Works until someone kills it: makes groups, and changes everyone, again and again.
#[tokio::test]
#[ignore = "a program of its own, which the test below starts and kills"]
async fn work_until_killed() {
    let variable = |name| std::env::var(name).expect("started by the test");
    let folder = PathBuf::from(variable("KILLED_FOLDER"));
    let round = variable("KILLED_ROUND");
    let app = App::new(ports(folder, Arc::default())).expect("it starts");
    let app = Arc::new(app);
    let telling = Arc::clone(&app);
    tokio::spawn(async move { telling.moves().tell().await });
    let sign_in = typed(&variable("KILLED_BASE_URL"), &variable("KILLED_API_KEY"));
    app.sign_in(sign_in).await.expect("signed in");
    let active = app.active().expect("signed in");
    until(&app, "the list is there", |app| rows(app).total > 0).await;
    let device = rows(&app).rows[0].id.clone();
    println!("working");
    for time in 0.. {
        let made = (0..5).map(|number| Change::Create {
            after: GroupForm {
                name: format!("{round} {time} {number}"),
                devices: vec![device.clone()],
                ..GroupForm::default()
            },
        });
        let groups = BulkTask::Groups {
            changes: made.collect(),
        };
        let users = BulkTask::Users {
            selection: UserSelection::Matching {
                filter: UserFilter::default(),
                except: Vec::new(),
            },
            action: UserAction::Message {
                message: format!("{round} {time}"),
            },
        };
        for task in [groups, users] {
            // What the faults break is part of the journal; the work goes on with what comes next.
            let Ok(plan) = active.plan(task).await else {
                continue;
            };
            if active.run_plan(plan.id).await.is_err() {
                continue;
            }
            until(&app, "the work is over or held", |_| {
                active
                    .job()
                    .is_none_or(|job| job.state != JobState::Running)
            })
            .await;
            let _ = active.cancel_job();
            until(&app, "the work is over", |_| {
                active.job().is_none_or(|job| job.state == JobState::Over)
            })
            .await;
        }
    }
}

fn start(world: &World, round: u64) -> Child {
    let program = std::env::current_exe().expect("this program");
    Command::new(program)
        .args([CHILD, "--exact", "--ignored", "--nocapture"])
        .env("KILLED_FOLDER", world.folder.path())
        .env("KILLED_BASE_URL", world.sandbox.base_url())
        .env("KILLED_API_KEY", world.sandbox.api_key())
        .env("KILLED_ROUND", round.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts")
}

/// Waits until the child works.
pub(crate) fn wait_until_working(child: &mut Child) {
    use std::io::{BufRead as _, BufReader};
    let output = child.stdout.take().expect("a pipe");
    let mut lines = BufReader::new(output).lines();
    let working = lines.any(|line| line.is_ok_and(|line| line.contains("working")));
    assert!(working, "the child never worked");
    // The pipe stays open to the end: a closed one would stop the child by itself.
    std::thread::spawn(move || lines.for_each(drop));
}

/// Numbers that look random and are the same in each run.
fn random(seed: u64) -> u64 {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1);
    state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    state ^ (state >> 31)
}

async fn all_entries(active: &Active) -> Vec<fleet::change::journal::JournalEntry> {
    let mut all = Vec::new();
    for entry in entries(active, "").await {
        match entry.batch {
            None => all.push(entry),
            Some(_) => {
                let filter = JournalFilter {
                    batch: Some(entry.id),
                    limit: 10_000,
                    ..JournalFilter::default()
                };
                all.extend(active.journal(filter).await.expect("read"));
            }
        }
    }
    all.sort_by_key(|entry| entry.id);
    all
}

/// What the journal says that the service has: messages of users by id, groups by name.
async fn by_the_journal(active: &Active) -> (HashMap<String, String>, HashMap<String, usize>) {
    let (mut messages, mut groups) = (HashMap::new(), HashMap::new());
    for entry in all_entries(active).await {
        assert!(
            !matches!(entry.state, EntryState::Pending | EntryState::Sent),
            "{entry:?}"
        );
        let is_done = entry.state == EntryState::Done;
        match (entry.subject, entry.kind) {
            (Subject::Group, EntryKind::Create) => {
                *groups.entry(entry.name).or_default() += usize::from(is_done);
            }
            (Subject::User, EntryKind::Edit) if is_done => {
                let fields = active.entry_fields(entry.id).await.expect("readable");
                if let FieldValue::Text { text } = &fields[0].after {
                    messages.insert(entry.subject_id.expect("an id"), text.clone());
                }
            }
            _ => {}
        }
    }
    (messages, groups)
}

#[tokio::test(flavor = "multi_thread")]
async fn whenever_it_is_killed_the_journal_is_as_the_service() {
    let kills = std::env::var("ATALAYA_KILLS").ok();
    let kills = kills.and_then(|text| text.parse().ok()).unwrap_or(KILLS);
    let world = World::of(Config {
        devices: 10,
        users: 60,
        latency: Duration::from_millis(4),
        ..Config::default()
    })
    .await;
    let service = world.someone_else();
    let mut unsettled = 0;
    for round in 0..kills {
        world.sandbox.set_faults(faults(&[
            "reset-after,on=patchUser,share=0.05",
            "reset-before,on=patchUser,share=0.05",
            "status=503,on=patchUser,share=0.05",
            "reset-after,on=createGroup,share=0.2",
        ]));
        let mut child = start(&world, round);
        let moment = Duration::from_millis(random(round) % WITHIN_MS);
        let child = tokio::task::spawn_blocking(move || {
            wait_until_working(&mut child);
            child
        });
        let mut child = child.await.expect("it works");
        tokio::time::sleep(moment).await;
        child.kill().expect("killed");
        child.wait().expect("ended");

        world.sandbox.set_faults(Vec::new());
        let app = world.signed_in().await;
        let active = app.active().expect("signed in");
        unsettled += wait_until_settled(&app, &active).await;
        let (messages, groups) = by_the_journal(&active).await;
        for user in service.list_users().await.expect("read").value.items {
            let expected = messages.get(user.id.as_str());
            assert_eq!(
                user.message.as_ref(),
                expected,
                "round {round}: {}",
                user.id
            );
        }
        let mut there: HashMap<String, usize> = HashMap::new();
        for group in service.list_groups().await.expect("read").value.items {
            *there.entry(group.name.unwrap_or_default()).or_default() += 1;
        }
        for (name, count) in groups {
            let found = there.get(&name).copied().unwrap_or_default();
            assert_eq!(found, count, "round {round}: {name}");
        }
        app.sign_out(false).await.expect("signed out");
    }
    assert!(
        unsettled > 0,
        "it was never killed in the middle of anything"
    );
}

/// Waits until nothing of the journal is open; whether there was anything.
async fn wait_until_settled(app: &App, active: &Active) -> u64 {
    let mut moves = app.moves().listen();
    let is_open = |entry: &fleet::change::journal::JournalEntry| {
        matches!(entry.state, EntryState::Pending | EntryState::Sent)
    };
    let mut was_open = 0;
    while all_entries(active).await.iter().any(is_open) {
        was_open = 1;
        let moved = tokio::time::timeout(PATIENCE, moves.recv()).await;
        assert!(moved.is_ok(), "never settled");
    }
    was_open
}
