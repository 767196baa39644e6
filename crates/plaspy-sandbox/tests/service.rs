//! The sandbox over HTTP, as a client that knows nothing of it would find it.

mod caller;

use caller::{Caller, body};
use plaspy_sandbox::Config;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

#[tokio::test]
async fn a_wrong_key_gets_no_token_and_no_token_gets_nothing() {
    let mut caller = Caller::new(Config::default()).await;
    assert_eq!(
        caller.ask_for_token("wrong").await.status(),
        StatusCode::UNAUTHORIZED
    );
    caller.token = "made-up".to_owned();
    let refused = caller.get("/api/devices").await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(body(refused).await["success"], false);
}

#[tokio::test]
async fn the_limit_of_a_minute_is_kept_and_tells_how_long_to_wait() {
    let caller = Caller::new(Config {
        requests_per_minute: Some(3),
        ..Config::default()
    })
    .await;
    for _ in 0..3 {
        assert_eq!(caller.get("/api/groups").await.status(), StatusCode::OK);
    }
    let refused = caller.get("/api/groups").await;
    assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    let wait = refused.headers()["retry-after"]
        .to_str()
        .expect("text")
        .parse::<u64>();
    assert!((1..=61).contains(&wait.expect("seconds")));
}

#[tokio::test]
async fn a_group_keeps_the_rules_of_the_web_application() {
    let caller = Caller::new(Config::default()).await;
    let groups = body(caller.get("/api/groups").await).await;
    let taken = groups["groups"][0]["name"].clone();
    let create = |group: Value| caller.send(Method::POST, "/api/groups", Some(group));
    assert_eq!(
        create(json!({ "name": taken })).await.status(),
        StatusCode::CONFLICT
    );
    let stranger = json!({ "name": "New", "devices": ["nobody"] });
    assert_eq!(create(stranger).await.status(), StatusCode::CONFLICT);
    assert_eq!(create(json!({})).await.status(), StatusCode::BAD_REQUEST);
    let created = body(create(json!({ "name": "New" })).await).await;
    let path = format!("/api/groups/{}", created["id"].as_str().expect("an id"));
    assert_eq!(
        caller.send(Method::DELETE, &path, None).await.status(),
        StatusCode::OK
    );
    assert_eq!(caller.get(&path).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_failing_test_changes_nothing() {
    let caller = Caller::new(Config::default()).await;
    let users = body(caller.get("/api/users").await).await;
    let path = format!(
        "/api/users/{}",
        users["users"][0]["id"].as_str().expect("an id")
    );
    let before = body(caller.get(&path).await).await;
    let patch = json!([
        { "op": "replace", "path": "/description", "value": "changed" },
        { "op": "test", "path": "/name", "value": "somebody else" },
    ]);
    let refused = caller.send(Method::PATCH, &path, Some(patch)).await;
    assert_eq!(refused.status(), StatusCode::CONFLICT);
    assert_eq!(
        body(caller.get(&path).await).await["description"],
        before["description"]
    );
}

#[tokio::test]
async fn a_password_is_never_answered() {
    let caller = Caller::new(Config::default()).await;
    let user = json!({
        "name": "New", "email": "new@flota.example", "country": "CL", "timeZone": "America/Santiago",
        "password": "hunter2",
    });
    let created = caller
        .send(Method::POST, "/api/users", Some(user))
        .await
        .text()
        .await;
    assert!(!created.expect("an answer").contains("hunter2"));
    let listed = caller.get("/api/users").await.text().await;
    assert!(!listed.expect("an answer").contains("hunter2"));
}

#[tokio::test]
async fn what_is_not_json_is_not_read() {
    let caller = Caller::new(Config::default()).await;
    let url = format!("{}/api/groups", caller.sandbox.base_url());
    let request = caller
        .http
        .post(url)
        .bearer_auth(&caller.token)
        .body("name=New");
    let refused = request.send().await.expect("an answer");
    assert_eq!(refused.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn the_same_seed_is_the_same_company() {
    let (one, other) = (
        Caller::new(Config::default()).await,
        Caller::new(Config::default()).await,
    );
    let names = |list: Value| {
        let devices = list["devices"].as_array().cloned().unwrap_or_default();
        devices
            .iter()
            .map(|device| (device["id"].clone(), device["name"].clone()))
            .collect::<Vec<_>>()
    };
    let first = names(body(one.get("/api/devices").await).await);
    assert_eq!(first.len(), 50);
    assert_eq!(first, names(body(other.get("/api/devices").await).await));
}
