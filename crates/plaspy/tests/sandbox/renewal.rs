//! The token's renewal: once for all, and by the service's clock.

use std::sync::Arc;

use chrono::TimeDelta;
use futures_util::future::join_all;
use plaspy_sandbox::Sandbox;

use crate::service::{WrongClock, builder, client, start};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_requests_on_an_expired_token_make_one_token_call() {
    let sandbox = start().await;
    let client = client(&sandbox);
    client.list_devices().await.expect("the devices");
    assert_eq!(sandbox.counts().token_calls, 1);
    sandbox.expire_tokens();
    let requests = (0..1_000).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { client.list_groups().await })
    });
    for result in join_all(requests).await {
        result.expect("it doesn't panic").expect("the groups");
    }
    assert_eq!(sandbox.counts().token_calls, 2);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_computer_three_hours_ahead_renews_when_the_service_would() {
    renews_by_the_services_clock(TimeDelta::hours(3)).await;
}

#[tokio::test]
async fn a_computer_three_hours_behind_renews_when_the_service_would() {
    renews_by_the_services_clock(TimeDelta::hours(-3)).await;
}

/// The sandbox's tokens last an hour.
async fn renews_by_the_services_clock(computer_ahead_by: TimeDelta) {
    let sandbox = start().await;
    let clock = Arc::new(WrongClock::ahead_by(computer_ahead_by));
    let client = builder(&sandbox)
        .clock(clock.clone())
        .build()
        .expect("a client");
    for _ in 0..3 {
        client.list_devices().await.expect("the devices");
    }
    let learnt = client.clock_offset().expect("answers are dated");
    assert!(
        (learnt + computer_ahead_by).abs() < TimeDelta::seconds(2),
        "{learnt}"
    );

    pass(&sandbox, &clock, TimeDelta::minutes(50));
    client.list_devices().await.expect("the devices");
    assert_eq!(
        sandbox.counts().token_calls,
        1,
        "ten minutes are left of the token"
    );

    pass(
        &sandbox,
        &clock,
        TimeDelta::minutes(59) + TimeDelta::seconds(30),
    );
    let refused = sandbox.counts().refused;
    client.list_devices().await.expect("the devices");
    let counts = sandbox.counts();
    assert_eq!(counts.token_calls, 2, "half a minute is left of the token");
    assert_eq!(
        counts.refused, refused,
        "it is renewed before the service refuses it"
    );
    sandbox.stop().await;
}

/// Lets this much time have passed since the start, on both sides.
fn pass(sandbox: &Sandbox, clock: &WrongClock, time: TimeDelta) {
    sandbox.set_clock_offset(time);
    clock.set_passed(time);
}
