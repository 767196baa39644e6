//! Faults, limits and refusals, as a client that knows nothing of them would find them.

mod caller;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use caller::{Caller, body};
use plaspy_sandbox::{Config, Fault, RetryAfter};
use reqwest::{Method, StatusCode, header};
use serde_json::{Value, json};

fn faults(texts: &[&str]) -> Vec<Fault> {
    texts
        .iter()
        .map(|text| text.parse().expect("a fault"))
        .collect()
}

async fn with_faults(texts: &[&str]) -> Caller {
    let caller = Caller::new(Config::default()).await;
    caller.sandbox.set_faults(faults(texts));
    caller
}

/// The path of the first device, whatever it is.
async fn first_device(caller: &Caller) -> String {
    let listed = body(caller.get("/api/devices").await).await;
    let id = listed["devices"][0]["id"].as_str().expect("an id");
    format!("/api/devices/{id}")
}

#[tokio::test]
async fn a_status_strikes_as_often_as_it_says_and_only_there() {
    let caller = with_faults(&["status=503,on=listGroups,times=2"]).await;
    assert_eq!(caller.get("/api/users").await.status(), StatusCode::OK);
    for _ in 0..2 {
        let answer = caller.get("/api/groups").await;
        assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(body(answer).await["success"], false);
    }
    assert_eq!(caller.get("/api/groups").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_web_page_and_an_empty_body_come_in_place_of_an_answer() {
    let caller = with_faults(&["html=502,on=listGroups", "bare=408,on=listUsers"]).await;
    let page = caller.get("/api/groups").await;
    assert_eq!(page.status(), StatusCode::BAD_GATEWAY);
    assert!(page.text().await.expect("text").contains("<html>"));
    let empty = caller.get("/api/users").await;
    assert_eq!(empty.status(), StatusCode::REQUEST_TIMEOUT);
    assert_eq!(empty.text().await.expect("text"), "");
}

#[tokio::test]
async fn a_cut_body_ends_before_its_length() {
    let caller = with_faults(&["cut"]).await;
    let answer = caller.get("/api/devices").await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert!(answer.content_length().is_some_and(|length| length > 100));
    assert!(answer.bytes().await.is_err());
}

#[tokio::test]
async fn a_dripping_body_takes_its_time_and_is_whole() {
    let caller = with_faults(&["drip=0.5"]).await;
    let started = Instant::now();
    let answer = body(caller.get("/api/devices").await).await;
    assert!(started.elapsed() >= Duration::from_millis(450));
    assert_eq!(answer["devices"].as_array().map(Vec::len), Some(50));
}

#[tokio::test]
async fn padding_makes_an_answer_as_large_as_asked() {
    let caller = with_faults(&["padding=3"]).await;
    let bytes = caller.get("/api/groups").await.bytes().await;
    assert!(bytes.expect("a body").len() > 3 * 1024 * 1024);
}

async fn groups(caller: &Caller) -> usize {
    let groups = body(caller.get("/api/groups").await).await;
    groups["groups"].as_array().map_or(0, Vec::len)
}

#[tokio::test]
async fn a_reset_comes_before_or_after_the_request_is_carried_out() {
    for (fault, created) in [("reset-before", 0), ("reset-after", 1)] {
        let caller = Caller::new(Config::default()).await;
        let before = groups(&caller).await;
        let once = format!("{fault},on=createGroup,times=1");
        caller.sandbox.set_faults(faults(&[&once]));
        let group = json!({ "name": "New", "devices": [] });
        let answer = caller.try_send(Method::POST, "/api/groups", Some(group));
        assert!(answer.await.is_err(), "{fault} brings no answer");
        assert_eq!(groups(&caller).await, before + created, "{fault}");
    }
}

#[tokio::test]
async fn tokens_die_by_use_and_by_age_whatever_their_end_says() {
    let caller = with_faults(&["token-uses=2"]).await;
    let mut statuses = Vec::new();
    for _ in 0..3 {
        statuses.push(caller.get("/api/groups").await.status().as_u16());
    }
    assert_eq!(statuses, [200, 200, 401]);
    caller.sandbox.set_faults(faults(&["token-seconds=30"]));
    assert_eq!(caller.get("/api/groups").await.status(), StatusCode::OK);
    caller
        .sandbox
        .set_clock_offset(chrono::TimeDelta::seconds(31));
    let refused = caller.get("/api/groups").await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn the_end_of_a_token_can_be_no_time() {
    let caller = with_faults(&["expires"]).await;
    let key = caller.sandbox.api_key().to_owned();
    let answer = body(caller.ask_for_token(&key).await).await;
    assert_eq!(answer["expires"], "soon");
}

#[tokio::test]
async fn answers_are_dressed_wrongly_over_the_wire() {
    let caller = with_faults(&["null-lists"]).await;
    assert_eq!(
        body(caller.get("/api/devices").await).await["devices"],
        Value::Null
    );

    caller.sandbox.set_faults(faults(&["missing-fields"]));
    let devices = body(caller.get("/api/devices").await).await;
    let fields = devices["devices"][0].as_object().map(|device| device.len());
    assert_eq!(fields, Some(1), "nothing but the id");

    caller.sandbox.set_faults(faults(&["strings", "no-offset"]));
    let path = first_device(&caller).await;
    let last = body(caller.get(&format!("{path}/lastLocation")).await).await;
    let fix = &last["lastLocation"];
    assert!(fix["latitude"].is_string());
    assert!(!fix["dateTime"].as_str().expect("a time").ends_with('Z'));
}

#[tokio::test]
async fn fixes_are_odd_and_speeds_in_another_unit() {
    let caller = with_faults(&["at-zero"]).await;
    let path = format!("{}/lastLocation", first_device(&caller).await);
    let fix = async || body(caller.get(&path).await).await["lastLocation"].take();
    assert_eq!(fix().await["latitude"], 0.0);
    caller.sandbox.set_faults(faults(&["future"]));
    let time: chrono::DateTime<chrono::Utc> = fix().await["dateTime"]
        .as_str()
        .and_then(|time| time.parse().ok())
        .expect("a time");
    caller.sandbox.set_faults(Vec::new());
    let honest: chrono::DateTime<chrono::Utc> = fix().await["dateTime"]
        .as_str()
        .and_then(|time| time.parse().ok())
        .expect("a time");
    assert!(time - honest > chrono::TimeDelta::minutes(110));
}

#[tokio::test]
async fn a_users_group_is_an_id_or_a_name() {
    let caller = Caller::new(Config::default()).await;
    let known = body(caller.get("/api/groups").await).await;
    for (form, field) in [("group=id", "id"), ("group=name", "name")] {
        caller.sandbox.set_faults(faults(&[form]));
        let users = body(caller.get("/api/users").await).await;
        let groups = users["users"].as_array().into_iter().flatten();
        let groups: Vec<_> = groups.filter_map(|user| user["group"].as_str()).collect();
        assert!(!groups.is_empty());
        for group in groups {
            let found = known["groups"].as_array().into_iter().flatten();
            assert!(found.into_iter().any(|it| it[field] == group), "{group}");
        }
    }
}

#[tokio::test]
async fn patch_can_be_missing_and_a_failing_test_has_the_status_asked_for() {
    let caller = Caller::new(Config::default()).await;
    let known = body(caller.get("/api/users").await).await;
    let path = format!(
        "/api/users/{}",
        known["users"][0]["id"].as_str().expect("an id")
    );
    let stale = json!([{ "op": "test", "path": "/name", "value": "nobody" }]);
    let patch = async || {
        caller
            .send(Method::PATCH, &path, Some(stale.clone()))
            .await
            .status()
    };
    assert_eq!(patch().await, 409);
    for status in [400, 409, 500] {
        caller
            .sandbox
            .set_faults(faults(&[&format!("failing-test={status}")]));
        assert_eq!(patch().await, status);
    }
    for status in [404, 405, 415] {
        caller
            .sandbox
            .set_faults(faults(&[&format!("no-patch={status}")]));
        assert_eq!(patch().await, status);
        assert_eq!(caller.get(&path).await.status(), StatusCode::OK);
    }
}

#[tokio::test]
async fn a_devices_day_ends_while_others_are_answered() {
    let caller = Caller::new(Config {
        results_per_day: Some(3),
        ..Config::default()
    })
    .await;
    let listed = body(caller.get("/api/devices").await).await;
    let path = |number: usize| {
        let id = listed["devices"][number]["id"].as_str().expect("an id");
        format!("/api/devices/{id}/lastLocation")
    };
    for _ in 0..3 {
        assert_eq!(caller.get(&path(0)).await.status(), StatusCode::OK);
    }
    let refused = caller.get(&path(0)).await;
    assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(caller.get(&path(1)).await.status(), StatusCode::OK);
    let history = path(0).replace("lastLocation", "locations");
    let day = json!({ "from": "2026-01-01T00:00:00Z", "to": "2026-01-01T00:00:01Z" });
    let history = caller.send(Method::POST, &history, Some(day)).await;
    assert_eq!(
        history.status(),
        StatusCode::TOO_MANY_REQUESTS,
        "they share the day"
    );
    caller.sandbox.set_clock_offset(chrono::TimeDelta::days(1));
    let key = caller.sandbox.api_key().to_owned();
    let mut tomorrow = caller;
    let answer = body(tomorrow.ask_for_token(&key).await).await;
    tomorrow.token = answer["token"].as_str().expect("a token").to_owned();
    assert_eq!(tomorrow.get(&path(0)).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_limit_says_in_its_own_form_how_long_to_wait() {
    let caller = Caller::new(Config {
        requests_per_minute: Some(1),
        ..Config::default()
    })
    .await;
    assert_eq!(caller.get("/api/groups").await.status(), StatusCode::OK);
    let wait = async |form| {
        caller.sandbox.set_retry_after(form);
        let refused = caller.get("/api/groups").await;
        assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
        let wait = refused.headers().get(header::RETRY_AFTER).cloned();
        wait.map(|wait| wait.to_str().expect("text").to_owned())
    };
    let seconds = wait(RetryAfter::Seconds).await.expect("seconds");
    assert!(
        seconds.parse::<u32>().is_ok_and(|seconds| seconds <= 61),
        "{seconds}"
    );
    let date = wait(RetryAfter::Date).await.expect("a date");
    assert!(
        chrono::DateTime::parse_from_rfc2822(&date).is_ok(),
        "{date}"
    );
    assert_eq!(wait(RetryAfter::Never).await, None);
}

#[tokio::test]
async fn the_program_takes_faults_limits_and_a_wrong_clock() {
    let honest = Caller::new(Config::default()).await;
    let mut sandbox = Command::new(env!("CARGO_BIN_EXE_plaspy-sandbox"))
        .args(["--clock-ahead-seconds", "-7200", "--results-per-day", "5"])
        .args(["--retry-after", "date", "--fault", "status=503,on=token"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let output = sandbox.stdout.take().expect("it is piped");
    let mut line = String::new();
    BufReader::new(output).read_line(&mut line).expect("a line");
    assert!(line.starts_with("http://127.0.0.1:"), "{line}");
    let address = line.trim().trim_start_matches("http://");
    let mut connection = TcpStream::connect(address).expect("it listens");
    let request = "POST /api/Auth/Token HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    connection.write_all(request.as_bytes()).expect("sent");
    let mut answer = String::new();
    connection.read_to_string(&mut answer).expect("an answer");
    sandbox.kill().expect("it runs");
    sandbox.wait().expect("it ended");
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    let read = |date: &str| chrono::DateTime::parse_from_rfc2822(date).expect("a date");
    let date = answer.lines().find_map(|line| line.strip_prefix("date: "));
    let honest = honest.get("/api/groups").await;
    let honest = honest.headers()[header::DATE].to_str().expect("text");
    let behind_s = (read(honest) - read(date.expect("a date"))).num_seconds();
    assert!((7_199..7_260).contains(&behind_s), "{behind_s}");
}

#[tokio::test]
async fn faults_are_set_and_read_while_it_runs() {
    let caller = Caller::new(Config {
        control: true,
        ..Config::default()
    })
    .await;
    let set = json!(["status=500,times=1", "group=id"]);
    let answer = caller.send(Method::PUT, "/sandbox/faults", Some(set.clone()));
    assert_eq!(answer.await.status(), StatusCode::OK);
    assert_eq!(body(caller.get("/sandbox/faults").await).await, set);
    let struck = caller.get("/api/groups").await.status();
    assert_eq!(struck, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(
        body(caller.get("/sandbox/faults").await).await,
        json!(["group=id"])
    );
    let wrong = caller.send(Method::PUT, "/sandbox/faults", Some(json!(["rain"])));
    assert_eq!(wrong.await.status(), StatusCode::BAD_REQUEST);
    caller.send(Method::DELETE, "/sandbox/faults", None).await;
    assert_eq!(body(caller.get("/sandbox/faults").await).await, json!([]));
}
