//! A client that knows nothing of the sandbox but its address.

use plaspy_sandbox::{Config, Sandbox};
use reqwest::{Client, Method, Response};
use serde_json::{Value, json};

pub(crate) struct Caller {
    pub(crate) sandbox: Sandbox,
    pub(crate) http: Client,
    pub(crate) token: String,
}

impl Caller {
    pub(crate) async fn new(config: Config) -> Self {
        let sandbox = Sandbox::start(config).await.expect("it starts");
        let http = Client::builder().no_proxy().build().expect("a client");
        let mut caller = Self {
            sandbox,
            http,
            token: String::new(),
        };
        let key = caller.sandbox.api_key().to_owned();
        let answer = body(caller.ask_for_token(&key).await).await;
        caller.token = answer["token"].as_str().expect("a token").to_owned();
        caller
    }

    pub(crate) async fn ask_for_token(&self, key: &str) -> Response {
        let request = json!({ "userName": self.sandbox.user_name(), "apiKey": key });
        self.send(Method::POST, "/api/Auth/Token", Some(request))
            .await
    }

    pub(crate) async fn send(&self, method: Method, path: &str, json: Option<Value>) -> Response {
        self.try_send(method, path, json).await.expect("an answer")
    }

    pub(crate) async fn try_send(
        &self,
        method: Method,
        path: &str,
        json: Option<Value>,
    ) -> reqwest::Result<Response> {
        let url = format!("{}{path}", self.sandbox.base_url());
        let mut request = self.http.request(method, url).bearer_auth(&self.token);
        if let Some(json) = json {
            request = request.json(&json);
        }
        request.send().await
    }

    pub(crate) async fn get(&self, path: &str) -> Response {
        self.send(Method::GET, path, None).await
    }
}

pub(crate) async fn body(response: Response) -> Value {
    response.json().await.expect("JSON")
}
