//! Of which spans of time everything of a device is known: for its fixes and its alerts each, since
//! they are asked for apart.

use rusqlite::{Connection, Transaction};

use super::SpanMs;
use crate::StoreError;

/// What a span is known of, as the table that holds its spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KnownOf {
    Fixes,
    Alerts,
}

impl KnownOf {
    fn table(self) -> &'static str {
        match self {
            Self::Fixes => "spans",
            Self::Alerts => "alert_spans",
        }
    }
}

/// The spans of a device, in order and apart.
pub(super) fn spans(
    connection: &Connection,
    of: KnownOf,
    device: i64,
) -> Result<Vec<SpanMs>, StoreError> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT from_ms, to_ms FROM {} WHERE device = ?1 ORDER BY from_ms",
        of.table()
    ))?;
    let rows = statement.query_map([device], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds a span to those that are known; those that it touches become one with it.
pub(super) fn add(
    transaction: &Transaction<'_>,
    of: KnownOf,
    device: i64,
    (from, to): SpanMs,
) -> Result<(), StoreError> {
    if from >= to {
        return Ok(());
    }
    let table = of.table();
    let (first, last): (Option<i64>, Option<i64>) = transaction.query_row(
        &format!(
            "SELECT min(from_ms), max(to_ms) FROM {table}
             WHERE device = ?1 AND from_ms <= ?3 AND to_ms >= ?2"
        ),
        [device, from, to],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    transaction.execute(
        &format!("DELETE FROM {table} WHERE device = ?1 AND from_ms <= ?3 AND to_ms >= ?2"),
        [device, from, to],
    )?;
    transaction.execute(
        &format!("INSERT INTO {table} (device, from_ms, to_ms) VALUES (?1, ?2, ?3)"),
        [
            device,
            first.map_or(from, |first| first.min(from)),
            last.map_or(to, |last| last.max(to)),
        ],
    )?;
    Ok(())
}

/// Cuts off what is before a moment, of every device.
pub(super) fn cut_before(
    transaction: &Transaction<'_>,
    of: KnownOf,
    at_ms: i64,
) -> Result<(), StoreError> {
    let table = of.table();
    transaction.execute(&format!("DELETE FROM {table} WHERE to_ms <= ?1"), [at_ms])?;
    transaction.execute(
        &format!("UPDATE OR REPLACE {table} SET from_ms = ?1 WHERE from_ms < ?1"),
        [at_ms],
    )?;
    Ok(())
}
