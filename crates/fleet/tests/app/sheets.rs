//! Spreadsheets: out, edited, and in again, with passwords for whom they make.

use fleet::Error;
use fleet::change::journal::Subject;
use fleet::view::bulk::{ItemState, ItemsQuery, JobState};
use fleet::view::sheets::{SheetFormat, SheetManner, SheetTexts};
use fleet::view::users::{UserFilter, UserSelection};

use crate::world::{World, until, user_rows};

fn texts() -> SheetTexts {
    SheetTexts {
        columns: [("email".to_owned(), "User name".to_owned())].into(),
        yes: "yes".to_owned(),
        no: "no".to_owned(),
    }
}

fn manner(format: SheetFormat) -> SheetManner {
    SheetManner {
        format,
        texts: texts(),
        zone: "America/Santiago".to_owned(),
    }
}

#[tokio::test]
async fn a_table_of_users_comes_back_with_what_was_typed_into_it_and_no_password() {
    let world = World::new(30).await;
    let (app, active) = world.opened().await;
    let everyone = UserSelection::Matching {
        filter: UserFilter::default(),
        except: Vec::new(),
    };
    let before = user_rows(&active).await;
    for format in [SheetFormat::Xlsx, SheetFormat::Csv] {
        let file = active.export_users(everyone.clone(), manner(format));
        let file = file.await.expect("written");
        let same = active.plan_import(Subject::User, file, vec![texts()], "America/Santiago");
        let plan = same.await.expect("read").plan;
        assert_eq!((plan.changes, plan.unfit), (0, 0), "{format:?}");
        assert_eq!(plan.unchanged as usize, before.len());
    }

    let email = &before[0].form.email;
    let typed = format!(
        "user name;disabled;country;timeZone;name;group\n\
         {email};yes;CL;America/Santiago;{};\n\
         neu@flota.example;;CL;America/Santiago;Neu;\n\
         other@flota.example;;CL;America/Santiago;Other;Nowhere\n",
        before[0].name,
    );
    let planned = active.plan_import(
        Subject::User,
        typed.into_bytes(),
        vec![texts()],
        "America/Santiago",
    );
    let view = planned.await.expect("read");
    assert_eq!((view.creates, view.plan.unfit), (1, 1));
    assert_eq!(view.disables, u32::from(!before[0].form.disabled));
    let wrong = active.plan_items(
        view.plan.id,
        ItemsQuery {
            state: Some(ItemState::Unfit),
            offset: 0,
            limit: 10,
        },
    );
    let wrong = wrong.expect("kept").items.remove(0);
    assert_eq!(wrong.row, Some(4));
    let problem = wrong.problem.expect("a reason");
    assert_eq!(
        (problem.column.as_deref(), problem.value.as_deref()),
        (Some("group"), Some("Nowhere"))
    );

    active.run_plan(view.plan.id).await.expect("begun");
    until(&app, "the work is over", |_| {
        active.job().is_some_and(|job| job.state == JobState::Over)
    })
    .await;
    let job = active.job().expect("there is work");
    assert_eq!((job.done, job.passwords), (2, 1), "{job:?}");
    let file = active.job_passwords(&manner(SheetFormat::Csv));
    let file = String::from_utf8(file.expect("written")).expect("UTF-8");
    assert!(file.contains("Neu,neu@flota.example,"), "{file}");
    let job = active.forget_job_passwords().expect("there is work");
    assert_eq!((job.done, job.passwords), (2, 0));
    assert!(matches!(
        active.job_passwords(&manner(SheetFormat::Csv)),
        Err(Error::PasswordGone)
    ));
    let after = user_rows(&active).await;
    assert!(
        after
            .iter()
            .any(|row| row.form.email == "neu@flota.example")
    );
    let exported = active
        .export_users(everyone, manner(SheetFormat::Csv))
        .await;
    let exported = String::from_utf8(exported.expect("written")).expect("UTF-8");
    assert!(!exported.contains("password"));
}

#[tokio::test]
async fn a_table_of_groups_comes_back() {
    let world = World::new(30).await;
    let (_app, active) = world.opened().await;
    let file = active.export_groups(manner(SheetFormat::Xlsx)).await;
    let same = active.plan_import(Subject::Group, file.expect("written"), vec![texts()], "UTC");
    let plan = same.await.expect("read").plan;
    assert_eq!((plan.changes, plan.unfit), (0, 0));
    assert_eq!(plan.unchanged as usize, active.groups_table().len());
}
