//! Holds sandbox and client against the service's own description: schemathesis looks for answers of
//! the sandbox that the description doesn't allow, and Prism serves the description to the client.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::process::{Failure, run};
use crate::setup;

const DESCRIPTION: &str = "docs/api/plaspy-openapi.yaml";

/// What its users and groups follow from is in the config of schemathesis.
const SANDBOX: [&str; 8] = [
    "--devices",
    "30",
    "--groups",
    "60",
    "--users",
    "60",
    "--api-key",
    "key",
];

const USER_NAME: &str = "demo";
const API_KEY: &str = "key";

/// Runs both, for which the sandbox must have been built.
pub(crate) fn test(root: &Path) -> Result<(), Failure> {
    sandbox(root)?;
    client(root)
}

fn sandbox(root: &Path) -> Result<(), Failure> {
    let schemathesis = setup::schemathesis(root)?;
    let (_sandbox, base_url) = Server::start(
        Command::new(root.join("target/debug/plaspy-sandbox")).args(SANDBOX),
        |line| Some(line.to_owned()),
    )?;
    let token = token(&base_url)?;
    run(Command::new(schemathesis)
        .arg("--config-file")
        .arg(root.join("crates/plaspy-sandbox/schemathesis.toml"))
        .arg("run")
        .arg(root.join(DESCRIPTION))
        .env("SANDBOX_URL", base_url)
        .env("SANDBOX_TOKEN", token)
        // Beside its other traces, it keeps what it learnt of earlier runs.
        .current_dir(root.join("target")))
}

/// Asks the sandbox for a token, by curl: it is there wherever git is.
fn token(base_url: &str) -> Result<String, Failure> {
    let body = serde_json::json!({ "userName": USER_NAME, "apiKey": API_KEY });
    let answer = crate::process::output(
        Command::new("curl")
            .args([
                "--silent",
                "--fail",
                "--header",
                "content-type: application/json",
            ])
            .args(["--data", &body.to_string()])
            .arg(format!("{base_url}/api/Auth/Token")),
    )?;
    let answer: serde_json::Value = serde_json::from_str(&answer)
        .map_err(|error| Failure::new(format!("the token call answered {answer:?}: {error}")))?;
    let token = answer["token"].as_str().map(str::to_owned);
    token.ok_or_else(|| Failure::new(format!("the token call brought none: {answer}")))
}

/// Prism answers with the examples that it makes of the description. Not with its random ones: those
/// say `success: false` half of the time, which is a refusal and rightly an error.
fn client(root: &Path) -> Result<(), Failure> {
    let prism = setup::prism(root)?;
    let (_prism, address) = Server::start(
        Command::new("node")
            .arg(prism)
            .args(["mock", "--host", "127.0.0.1", "--port", "0"])
            .arg(root.join(DESCRIPTION)),
        |line| {
            let (_, address) = line.split_once("listening on ")?;
            Some(address.trim().to_owned())
        },
    )?;
    run(Command::new("cargo")
        // With the features of the whole workspace, as everything is built.
        .args(["test", "--workspace", "--features", "custom-protocol"])
        .args(["--test", "prism", "--", "--ignored"])
        .env("PRISM_URL", address)
        .current_dir(root))
}

/// A server that ends with its owner.
struct Server(Child);

impl Server {
    /// Starts a server and waits for the line in which it says where it listens.
    fn start(
        command: &mut Command,
        address: impl Fn(&str) -> Option<String>,
    ) -> Result<(Self, String), Failure> {
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| Failure::new(format!("{:?}: {error}", command.get_program())))?;
        let output = child.stdout.take();
        let server = Self(child);
        let mut lines = output
            .map(|output| BufReader::new(output).lines())
            .into_iter()
            .flatten();
        while let Some(Ok(line)) = lines.next() {
            if let Some(address) = address(&line) {
                // What else it says must go somewhere, or the server would wait for a reader.
                std::thread::spawn(move || lines.for_each(drop));
                return Ok((server, address));
            }
        }
        Err(Failure::new("the server ended before it listened"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
