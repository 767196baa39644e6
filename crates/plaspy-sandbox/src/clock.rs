//! The clock that the service goes by: the computer's, or one that stands until it is moved.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

/// What time it is for the service.
pub(crate) enum Clock {
    /// The computer's time, and when the service was started.
    Running(Instant),
    /// Milliseconds since 1970, and those at the start.
    Standing { now_ms: AtomicI64, start_ms: i64 },
}

impl Clock {
    /// The computer's.
    pub(crate) fn running() -> Self {
        Self::Running(Instant::now())
    }

    /// One that stands there.
    pub(crate) fn standing(at: DateTime<Utc>) -> Self {
        let start_ms = at.timestamp_millis();
        Self::Standing {
            now_ms: AtomicI64::new(start_ms),
            start_ms,
        }
    }

    /// Moves one that stands; another one goes by itself.
    pub(crate) fn move_to(&self, at: DateTime<Utc>) {
        if let Self::Standing { now_ms, .. } = self {
            now_ms.store(at.timestamp_millis(), Ordering::Relaxed);
        }
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the service reads a clock"
    )]
    pub(crate) fn now(&self) -> DateTime<Utc> {
        match self {
            Self::Running(_) => Utc::now(),
            Self::Standing { now_ms, .. } => {
                DateTime::from_timestamp_millis(now_ms.load(Ordering::Relaxed)).unwrap_or_default()
            }
        }
    }

    /// How long the service has been running, by a clock that no offset moves.
    pub(crate) fn since_start(&self) -> Duration {
        match self {
            Self::Running(start) => start.elapsed(),
            Self::Standing { now_ms, start_ms } => {
                let passed = now_ms.load(Ordering::Relaxed) - start_ms;
                Duration::from_millis(u64::try_from(passed).unwrap_or_default())
            }
        }
    }
}
