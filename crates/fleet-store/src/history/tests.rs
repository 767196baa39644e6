use super::*;

fn account(user_name: &str) -> AccountKey {
    AccountKey {
        base_url: "https://api.plaspy.com".to_owned(),
        user_name: user_name.to_owned(),
    }
}

fn fix(at_ms: i64) -> FixRow {
    FixRow {
        at_ms,
        latitude: -30.25,
        longitude: -71.5,
        readings: FixReadings {
            speed_raw: Some(12.5),
            mileage_km: Some(1_000.1),
            ..FixReadings::default()
        },
        inputs: Some("1-0".to_owned()),
        rest: Some(r#"{"attributes":{"GSM":"31"}}"#.to_owned()),
    }
}

fn history() -> History {
    History::in_memory().expect("memory")
}

#[test]
fn what_is_kept_is_there_at_the_next_start_whole_and_in_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let ana = account("ana");
    let history = History::open(folder.path()).expect("it opens");
    let fixes = [fix(30), fix(10), fix(20)];
    assert_eq!(
        history
            .keep(history.generation(), &ana, "a", &fixes, Some((0, 25)))
            .expect("kept"),
        3
    );
    drop(history);
    let history = History::open(folder.path()).expect("it opens");
    let within = history.fixes(&ana, "a", (10, 30)).expect("read");
    assert_eq!(within, [fix(10), fix(20)], "the end is not within");
    assert_eq!(history.spans(&ana, "a").expect("read"), [(0, 25)]);
    let counts = history.counts(&ana, "a", &[(0, 15), (15, 40), (40, 50)]);
    assert_eq!(counts.expect("read"), [1, 2, 0]);
}

#[test]
fn what_comes_again_is_there_once_and_two_of_one_moment_are_both_kept() {
    let history = history();
    let ana = account("ana");
    let elsewhere = FixRow {
        latitude: -30.26,
        ..fix(10)
    };
    history
        .keep(history.generation(), &ana, "a", &[fix(10)], None)
        .expect("kept");
    let new = history.keep(history.generation(), &ana, "a", &[fix(10), elsewhere], None);
    assert_eq!(new.expect("kept"), 1);
    assert_eq!(history.fixes(&ana, "a", (0, 100)).expect("read").len(), 2);
}

#[test]
fn spans_that_touch_become_one_and_others_stay_apart() {
    let history = history();
    let ana = account("ana");
    for span in [(0, 10), (40, 50), (20, 30), (10, 20), (45, 60), (70, 70)] {
        history
            .keep(history.generation(), &ana, "a", &[], Some(span))
            .expect("kept");
    }
    let spans = history.spans(&ana, "a").expect("read");
    assert_eq!(spans, [(0, 30), (40, 60)]);
    history
        .keep(history.generation(), &ana, "a", &[], Some((5, 45)))
        .expect("kept");
    assert_eq!(history.spans(&ana, "a").expect("read"), [(0, 60)]);
}

#[test]
fn devices_and_accounts_are_apart_and_one_is_forgotten_alone() {
    let history = history();
    let (ana, ben) = (account("ana"), account("ben"));
    history
        .keep(
            history.generation(),
            &ana,
            "a",
            &[fix(1), fix(2)],
            Some((0, 9)),
        )
        .expect("kept");
    history
        .keep(history.generation(), &ana, "b", &[fix(3)], None)
        .expect("kept");
    history
        .keep(history.generation(), &ben, "a", &[fix(4)], None)
        .expect("kept");
    let kept = |account| history.kept(account).expect("read");
    assert_eq!((kept(&ana).fixes, kept(&ana).devices), (3, 2));
    history.forget(&ana).expect("forgotten");
    assert_eq!((kept(&ana).fixes, kept(&ana).devices), (0, 0));
    assert_eq!(history.spans(&ana, "a").expect("read"), []);
    assert_eq!(kept(&ben).fixes, 1);
}

#[test]
fn what_is_old_is_forgotten_and_no_longer_known() {
    let history = history();
    let ana = account("ana");
    history
        .keep(
            history.generation(),
            &ana,
            "a",
            &[fix(5), fix(15)],
            Some((0, 20)),
        )
        .expect("kept");
    history
        .keep(history.generation(), &ana, "b", &[fix(5)], Some((0, 8)))
        .expect("kept");
    // Those that come again count once.
    history
        .keep(history.generation(), &ana, "a", &[fix(15)], None)
        .expect("kept");
    let kept = || history.kept(&ana).expect("read");
    assert_eq!((kept().fixes, kept().devices), (3, 2));
    history.forget_before(10).expect("forgotten");
    assert_eq!((kept().fixes, kept().devices), (1, 1));
    assert_eq!(history.fixes(&ana, "a", (0, 99)).expect("read"), [fix(15)]);
    assert_eq!(history.spans(&ana, "a").expect("read"), [(10, 20)]);
    assert_eq!(history.spans(&ana, "b").expect("read"), []);
}

#[test]
fn a_file_that_is_no_history_is_set_aside() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(HISTORY_FILE_NAME);
    std::fs::write(&file, vec![b'x'; 10_000]).expect("written");
    let history = History::open(folder.path()).expect("made anew");
    history
        .keep(history.generation(), &account("ana"), "a", &[fix(1)], None)
        .expect("kept");
    let aside = std::fs::read(folder.path().join(FILE.aside)).expect("there");
    assert_eq!(aside.len(), 10_000);
    history.forget(&account("ana")).expect("forgotten");
    assert!(!folder.path().join(FILE.aside).exists());
}

#[test]
fn a_file_of_a_newer_app_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let connection = Connection::open(folder.path().join(HISTORY_FILE_NAME)).expect("it opens");
    connection
        .pragma_update(None, "user_version", 999)
        .expect("set");
    assert!(matches!(
        History::open(folder.path()),
        Err(StoreError::Newer { found: 999, .. })
    ));
}

fn alert(at_ms: i64, name: &str) -> AlertRow {
    AlertRow {
        at_ms,
        latitude: -30.25,
        longitude: -71.5,
        names: format!(r#"["{name}"]"#),
        text: Some("Exceso de velocidad".to_owned()),
        rest: None,
    }
}

#[test]
fn alerts_are_known_apart_from_fixes_and_are_there_at_the_next_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let ana = account("ana");
    let history = History::open(folder.path()).expect("it opens");
    let alerts = [alert(30, "SpeedLimit"), alert(10, "SpeedLimit")];
    let new = history.keep_alerts(history.generation(), &ana, "a", &alerts, Some((0, 25)));
    assert_eq!(new.expect("kept"), 2);
    drop(history);
    let history = History::open(folder.path()).expect("it opens");
    let within = history.alerts(&ana, "a", (10, 30)).expect("read");
    assert_eq!(within, [alert(10, "SpeedLimit")], "the end is not within");
    assert_eq!(history.alert_spans(&ana, "a").expect("read"), [(0, 25)]);
    assert_eq!(history.spans(&ana, "a").expect("read"), []);
}

#[test]
fn an_alert_that_comes_again_is_there_once_though_more_were_told_of_it() {
    let history = history();
    let ana = account("ana");
    let first = alert(10, "SpeedLimit");
    let again = AlertRow {
        rest: Some(r#"{"notifications":["SMS"]}"#.to_owned()),
        ..first.clone()
    };
    let both = [first, again, alert(10, "LowBattery")];
    let new = history
        .keep_alerts(history.generation(), &ana, "a", &both, None)
        .expect("kept");
    assert_eq!(new, 2);
    assert_eq!(history.alerts(&ana, "a", (0, 100)).expect("read").len(), 2);
}

#[test]
fn alerts_are_forgotten_with_the_account_and_with_age() {
    let history = history();
    let (ana, ben) = (account("ana"), account("ben"));
    let alerts = [alert(5, "SpeedLimit"), alert(15, "SpeedLimit")];
    for account in [&ana, &ben] {
        history
            .keep_alerts(history.generation(), account, "a", &alerts, Some((0, 20)))
            .expect("kept");
    }
    history.forget_before(10).expect("forgotten");
    let left = history.alerts(&ana, "a", (0, 99)).expect("read");
    assert_eq!(left, [alert(15, "SpeedLimit")]);
    assert_eq!(history.alert_spans(&ana, "a").expect("read"), [(10, 20)]);
    history.forget(&ana).expect("forgotten");
    let kept = |account| history.kept(account).expect("read");
    assert_eq!((kept(&ana).alerts, kept(&ana).devices), (0, 0));
    assert_eq!(history.alert_spans(&ana, "a").expect("read"), []);
    assert_eq!((kept(&ben).alerts, kept(&ben).devices), (1, 1));
}

#[test]
fn a_file_from_before_alerts_keeps_its_fixes() {
    let folder = tempfile::tempdir().expect("a folder");
    let connection = Connection::open(folder.path().join(HISTORY_FILE_NAME)).expect("it opens");
    connection.execute_batch(STEPS[0]).expect("made");
    connection
        .pragma_update(None, "user_version", 1)
        .expect("set");
    connection
        .execute_batch(
            "INSERT INTO devices VALUES (1, 'https://api.plaspy.com', 'ana', 'a');
             INSERT INTO fixes (device, at_ms, digest, latitude, longitude)
             VALUES (1, 10, 0, -30.25, -71.5);
             INSERT INTO spans VALUES (1, 0, 20);
             INSERT INTO devices VALUES (2, 'https://api.plaspy.com', 'ana', 'b');",
        )
        .expect("filled");
    drop(connection);
    let history = History::open(folder.path()).expect("migrated");
    let ana = account("ana");
    assert_eq!(history.fixes(&ana, "a", (0, 99)).expect("read").len(), 1);
    assert_eq!(history.spans(&ana, "a").expect("read"), [(0, 20)]);
    assert_eq!(history.alert_spans(&ana, "a").expect("read"), []);
    let kept = history.kept(&ana).expect("read");
    assert_eq!((kept.fixes, kept.alerts, kept.devices), (1, 0, 1));
}

#[test]
fn what_was_asked_for_before_something_was_forgotten_does_not_come_back() {
    let history = history();
    let ana = account("ana");
    let asked_in = history.generation();
    history.forget(&ana).expect("forgotten");
    let late = history.keep(asked_in, &ana, "a", &[fix(1)], Some((0, 9)));
    assert_eq!(late.expect("passed over"), 0);
    let late = history.keep_alerts(asked_in, &ana, "a", &[alert(1, "SpeedLimit")], Some((0, 9)));
    assert_eq!(late.expect("passed over"), 0);
    assert_eq!(history.spans(&ana, "a").expect("read"), []);
    assert_eq!(history.kept(&ana).expect("read").devices, 0);
}
