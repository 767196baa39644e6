//! Nothing that can be printed shows the key or a token.

use plaspy::{Credentials, SecretString, operations};

use crate::service::{builder, client, start};

/// The beginning of every JWT (`{"` in base64).
const JWT: &str = "eyJ";

#[tokio::test]
async fn no_debug_output_shows_key_or_token() {
    let sandbox = start().await;
    let key = sandbox.api_key().to_owned();
    let client = client(&sandbox);
    let answer = client.create_token().await.expect("a token");
    let request = operations::devices::list_devices().expect("valid");
    let devices = client.send(&request).await.expect("the devices");
    sandbox.replace_api_key();
    sandbox.expire_tokens();
    let error = client.list_devices().await.expect_err("the key is refused");

    let shown = [
        format!(
            "{:?}",
            Credentials::new("demo", SecretString::from(key.as_str()))
        ),
        format!("{:?}", builder(&sandbox)),
        format!("{client:?}"),
        format!("{:?}", client.token_status()),
        format!("{answer:?}"),
        format!("{request:?}"),
        format!("{devices:?}"),
        format!("{error:?} {error}"),
    ];
    for text in shown {
        assert!(!text.contains(&key), "the key is in {text}");
        assert!(!text.contains(JWT), "a token is in {text}");
    }
    sandbox.stop().await;
}
