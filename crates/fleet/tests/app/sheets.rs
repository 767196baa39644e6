//! Spreadsheets: out, edited, and in again, with passwords for whom they make.

use calamine::Reader as _;
use fleet::Error;
use fleet::view::bulk::{DeviceSelection, ItemState, ItemsQuery, JobState};
use fleet::view::filter::{DeviceFilter, Sort, SortKey};
use fleet::view::rows::RowsQuery;
use fleet::view::sheets::SheetSubject;
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
        let same = active.plan_import(SheetSubject::User, file, vec![texts()], "America/Santiago");
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
        SheetSubject::User,
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
    let same = active.plan_import(
        SheetSubject::Group,
        file.expect("written"),
        vec![texts()],
        "UTC",
    );
    let plan = same.await.expect("read").plan;
    assert_eq!((plan.changes, plan.unfit), (0, 0));
    assert_eq!(plan.unchanged as usize, active.groups_table().len());
}

#[tokio::test]
async fn devices_are_written_as_the_list_shows_them_and_another_reader_reads_them() {
    let world = World::new(30).await;
    let (app, active) = world.opened().await;
    until(&app, "each was asked", |_| {
        active.fleet().rows(&RowsQuery::default()).counts.not_asked == 0
    })
    .await;
    let list = RowsQuery {
        filter: DeviceFilter {
            text: "a".to_owned(),
            ..DeviceFilter::default()
        },
        sort: Sort {
            key: SortKey::Battery,
            descending: true,
        },
        offset: 0,
        limit: 500,
    };
    let shown = active.fleet().rows(&list).rows;
    assert!(shown.len() > 2);
    let selection = DeviceSelection::Matching {
        filter: list.filter.clone(),
        except: vec![shown[1].id.clone()],
    };
    let file = active
        .export_devices(selection, list.sort, manner(SheetFormat::Xlsx))
        .await
        .expect("written");
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(file)).expect("a workbook");
    let range = book
        .worksheet_range_at(0)
        .expect("a sheet")
        .expect("readable");
    let cell = |row: u32, column: u32| range.get_value((row, column)).cloned();
    let place = |title: &str| {
        let titles = range.rows().next().expect("titles");
        let place = titles.iter().position(|cell| *cell == *title);
        u32::try_from(place.expect(title)).expect("few columns")
    };
    let ids: Vec<_> = (1..=shown.len() as u32 - 1)
        .map(|row| cell(row, place("id")).expect("an id").to_string())
        .collect();
    let expected = shown.iter().map(|row| row.id.clone());
    let expected: Vec<_> = expected.filter(|id| *id != shown[1].id).collect();
    assert_eq!(ids, expected, "filter, order and what was taken out");
    let fixed = shown
        .iter()
        .zip(1_u32..)
        .find(|(row, _)| row.fix_at.is_some());
    let (row, line) = fixed.expect("one has reported");
    let line = if line > 1 { line - 1 } else { line };
    let calamine::Data::DateTime(at) = cell(line, place("fixAt")).expect("a moment") else {
        panic!("a moment is no text");
    };
    let zone: chrono_tz::Tz = "America/Santiago".parse().expect("a zone");
    let local = row.fix_at.expect("it has one").with_timezone(&zone);
    let read = at.as_datetime().expect("a date");
    assert!((read - local.naive_local()).num_seconds().abs() <= 1);
    let position = row.position.expect("it has one");
    let latitude = cell(line, place("latitude")).expect("a number");
    assert_eq!(latitude, calamine::Data::Float(position.latitude));

    let file = active
        .export_devices(
            DeviceSelection::Ids {
                ids: vec![shown[0].id.clone()],
            },
            Sort::default(),
            manner(SheetFormat::Csv),
        )
        .await
        .expect("written");
    let mut reader = csv::Reader::from_reader(&file[3..]);
    let records: Vec<_> = reader.records().map(|it| it.expect("a row")).collect();
    assert_eq!(records.len(), 1);
    assert_eq!(&records[0][1], shown[0].name.as_str());
}
