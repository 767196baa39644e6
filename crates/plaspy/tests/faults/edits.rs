//! Edits at services that lack PATCH, tell a failing test in their own way, or don't keep what they
//! take.

use std::sync::{Arc, Mutex};

use axum::{Json, Router, http::StatusCode, routing::get};
use plaspy::{
    Client, EditWay, Edited, Error,
    models::{JsonPatch, Memberships, User},
};
use serde_json::{Value, json};

use crate::stub::{Counter, Stub, tokens};

/// A service with one user.
struct Service {
    stub: Stub,
    user: Arc<Mutex<Value>>,
    patches: Counter,
}

impl Service {
    /// Answers every PATCH with this status without carrying it out, and keeps a PUT unless it
    /// `forgets`.
    async fn start(patch: StatusCode, forgets: bool) -> Self {
        let user = Arc::new(Mutex::new(json!({
            "id": "u1", "name": "Ana", "email": "ana@example.org", "country": "CL",
            "timeZone": "America/Santiago", "group": "North", "password": "a-hash",
            "creation": "2024-01-01T00:00:00Z", "nick": "anita",
        })));
        let patches = Counter::default();
        let (read, written, count) = (Arc::clone(&user), Arc::clone(&user), patches.clone());
        let answer = |user: &Value| {
            let mut answer = user.clone();
            answer["success"] = true.into();
            Json(answer)
        };
        let route = get(move || async move { answer(&read.lock().expect("not poisoned")) })
            .put(move |Json(mut whole): Json<Value>| async move {
                whole["id"] = "u1".into();
                if !forgets {
                    *written.lock().expect("not poisoned") = whole;
                }
                Json(json!({ "success": true }))
            })
            .patch(move || async move {
                count.add();
                let answer = match patch.is_success() {
                    true => json!({ "success": true }),
                    false => json!({ "success": false, "error": "no" }),
                };
                (patch, Json(answer))
            });
        let (token_path, token_route) = tokens(&Counter::default());
        let router = Router::new()
            .route(token_path, token_route)
            .route("/api/users/u1", route);
        Self {
            stub: Stub::serve(router).await,
            user,
            patches,
        }
    }

    fn user(&self) -> Value {
        self.user.lock().expect("not poisoned").clone()
    }
}

async fn edit(client: &Client, operations: Value) -> Result<Edited<User>, Error> {
    let patch: JsonPatch = serde_json::from_value(operations).expect("a patch");
    let memberships = Memberships::default();
    client.edit_user(&"u1".into(), &patch, &memberships).await
}

fn rename() -> Value {
    json!([
        { "op": "test", "path": "/name", "value": "Ana" },
        { "op": "replace", "path": "/name", "value": "Ana María" },
    ])
}

#[tokio::test]
async fn a_service_without_patch_gets_the_whole_user_and_loses_nothing() {
    for missing in [
        StatusCode::NOT_FOUND,
        StatusCode::METHOD_NOT_ALLOWED,
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
    ] {
        let service = Service::start(missing, false).await;
        let client = service.stub.client();
        assert_eq!(client.edit_way(), EditWay::Patch);
        let edited = edit(&client, rename()).await.expect("edited");
        assert_eq!(edited.way, EditWay::Replacement, "{missing}");
        assert_eq!(edited.item.name.as_deref(), Some("Ana María"));
        let user = service.user();
        assert_eq!(
            (&user["nick"], &user["group"]),
            (&json!("anita"), &json!("North"))
        );
        assert_eq!(
            user.get("password"),
            None,
            "a hash as read could overwrite the password"
        );
        assert_eq!(user.get("creation"), None, "the service's own to set");
    }
}

#[tokio::test]
async fn what_the_service_lacks_is_asked_for_once() {
    let service = Service::start(StatusCode::METHOD_NOT_ALLOWED, false).await;
    let client = service.stub.client();
    edit(&client, rename()).await.expect("edited");
    assert_eq!(client.edit_way(), EditWay::Replacement);
    let again = json!([{ "op": "replace", "path": "/name", "value": "Ana" }]);
    edit(&client, again).await.expect("edited");
    assert_eq!(service.patches.get(), 1);
}

#[tokio::test]
async fn a_failing_test_is_a_conflict_however_it_is_told() {
    for told in [
        StatusCode::BAD_REQUEST,
        StatusCode::CONFLICT,
        StatusCode::INTERNAL_SERVER_ERROR,
        StatusCode::METHOD_NOT_ALLOWED,
    ] {
        let service = Service::start(told, false).await;
        let before = service.user();
        let stale = json!([
            { "op": "test", "path": "/name", "value": "Anna" },
            { "op": "replace", "path": "/name", "value": "Ana María" },
        ]);
        let error = edit(&service.stub.client(), stale)
            .await
            .expect_err("stale");
        assert!(
            matches!(&error, Error::Conflict { message } if message.contains("/name")),
            "{told}: {error}"
        );
        assert_eq!(service.user(), before);
    }
}

#[tokio::test]
async fn a_refusal_that_no_test_explains_stays_what_it_is() {
    let service = Service::start(StatusCode::INTERNAL_SERVER_ERROR, false).await;
    let client = service.stub.client();
    let error = edit(&client, rename()).await.expect_err("out of order");
    assert!(matches!(error, Error::ServiceDown { .. }), "{error}");
    assert_eq!(client.edit_way(), EditWay::Patch);
}

#[tokio::test]
async fn a_path_that_is_not_there_does_not_show_that_patch_is_missing() {
    let service = Service::start(StatusCode::NOT_FOUND, false).await;
    let client = service.stub.client();
    let nowhere = json!([{ "op": "remove", "path": "/nothing" }]);
    let error = edit(&client, nowhere).await.expect_err("nothing there");
    assert!(matches!(error, Error::NotFound { .. }), "{error}");
    assert_eq!(client.edit_way(), EditWay::Patch);
}

#[tokio::test]
async fn an_edit_that_did_not_stick_has_failed() {
    for patch in [StatusCode::OK, StatusCode::METHOD_NOT_ALLOWED] {
        let service = Service::start(patch, true).await;
        let client = service.stub.client();
        let error = edit(&client, rename()).await.expect_err("forgotten");
        assert_eq!(
            error,
            Error::NotKept {
                fields: vec!["name".into()]
            }
        );
    }
}
