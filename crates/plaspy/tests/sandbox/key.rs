//! A refused API key, which stops all traffic.

use plaspy::{Client, Credentials, Error};

use crate::service::{client, start};

#[tokio::test]
async fn a_replaced_key_stops_all_traffic() {
    let sandbox = start().await;
    let client = client(&sandbox);
    client.list_devices().await.expect("the key is good so far");
    sandbox.replace_api_key();
    sandbox.expire_tokens();
    let error = client.list_devices().await.expect_err("the key is refused");
    assert!(matches!(error, Error::KeyRejected { .. }), "{error}");
    assert!(
        client
            .key_rejection()
            .is_some_and(|words| !words.is_empty())
    );

    let counts = sandbox.counts();
    let before = (counts.token_calls, counts.requests, counts.refused);
    for _ in 0..5 {
        assert_eq!(client.list_users().await.err(), Some(error.clone()));
        assert_eq!(client.create_token().await.err(), Some(error.clone()));
    }
    let counts = sandbox.counts();
    assert_eq!(
        (counts.token_calls, counts.requests, counts.refused),
        before
    );
    sandbox.stop().await;
}

#[tokio::test]
async fn a_wrong_key_is_rejected_with_the_services_words() {
    let sandbox = start().await;
    let base_url = sandbox.base_url().parse().expect("a loopback address");
    let credentials = Credentials::new(sandbox.user_name(), "not the key".into());
    let client = Client::builder(base_url, credentials)
        .build()
        .expect("a client");
    let error = client.create_token().await.expect_err("the key is wrong");
    assert!(matches!(error, Error::KeyRejected { .. }), "{error}");
    assert_eq!(client.token_status(), None);
    sandbox.stop().await;
}
