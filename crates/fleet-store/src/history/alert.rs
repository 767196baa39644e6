//! Alerts of the past as rows, and of which spans of time they are known.

use std::hash::Hasher as _;

use fnv::FnvHasher;
use rusqlite::{Row, Statement, params};

use super::spans::{self, KnownOf};
use super::{History, SpanMs, add_device, device_of};
use crate::{AccountKey, StoreError};

pub(super) const CREATE: &str = "
    CREATE TABLE alert_spans (
        device   INTEGER NOT NULL REFERENCES devices ON DELETE CASCADE,
        from_ms  INTEGER NOT NULL,
        to_ms    INTEGER NOT NULL,
        PRIMARY KEY (device, from_ms)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE alerts (
        device     INTEGER NOT NULL REFERENCES devices ON DELETE CASCADE,
        at_ms      INTEGER NOT NULL,
        digest     INTEGER NOT NULL,
        latitude   REAL NOT NULL,
        longitude  REAL NOT NULL,
        names      TEXT NOT NULL,
        text       TEXT,
        rest       TEXT,
        PRIMARY KEY (device, at_ms, digest)
    ) STRICT, WITHOUT ROWID;
";

const SELECT: &str = "
    SELECT at_ms, latitude, longitude, names, text, rest
    FROM alerts WHERE device = ?1 AND at_ms >= ?2 AND at_ms < ?3 ORDER BY at_ms, digest";

const INSERT: &str = "
    INSERT INTO alerts (device, at_ms, digest, latitude, longitude, names, text, rest)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    ON CONFLICT DO NOTHING";

/// An alert that a device raised.
#[derive(Debug, Clone, PartialEq)]
pub struct AlertRow {
    /// When it was raised, milliseconds since 1970.
    pub at_ms: i64,
    /// Degrees.
    pub latitude: f64,
    /// Degrees.
    pub longitude: f64,
    /// The names of its kinds, as the app writes them.
    pub names: String,
    /// It in the service's words.
    pub text: Option<String>,
    /// Everything else, as the app writes it.
    pub rest: Option<String>,
}

impl AlertRow {
    /// Whether it was not there already.
    fn insert(&self, insert: &mut Statement<'_>, device: i64) -> rusqlite::Result<bool> {
        let inserted = insert.execute(params![
            device,
            self.at_ms,
            self.digest(),
            self.latitude,
            self.longitude,
            self.names,
            self.text,
            self.rest
        ])?;
        Ok(inserted > 0)
    }

    /// Tells two alerts of one moment apart, by what was raised and where: who was told of it can grow
    /// later and makes no other alert of it. The same in every version of the app.
    fn digest(&self) -> i64 {
        let mut hasher = FnvHasher::default();
        for value in [self.latitude, self.longitude] {
            hasher.write_u64(value.to_bits());
        }
        for text in [
            self.names.as_str(),
            self.text.as_deref().unwrap_or_default(),
        ] {
            hasher.write(text.as_bytes());
            hasher.write_u8(u8::MAX);
        }
        hasher.finish().cast_signed()
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<AlertRow> {
    Ok(AlertRow {
        at_ms: row.get(0)?,
        latitude: row.get(1)?,
        longitude: row.get(2)?,
        names: row.get(3)?,
        text: row.get(4)?,
        rest: row.get(5)?,
    })
}

impl History {
    /// Of which spans of a device every alert is known, in order and apart.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn alert_spans(
        &self,
        account: &AccountKey,
        device: &str,
    ) -> Result<Vec<SpanMs>, StoreError> {
        let connection = self.connection();
        let Some(device) = device_of(&connection, account, device)? else {
            return Ok(Vec::new());
        };
        spans::spans(&connection, KnownOf::Alerts, device)
    }

    /// The alerts of a device in a span, oldest first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn alerts(
        &self,
        account: &AccountKey,
        device: &str,
        (from, to): SpanMs,
    ) -> Result<Vec<AlertRow>, StoreError> {
        let connection = self.connection();
        let Some(device) = device_of(&connection, account, device)? else {
            return Ok(Vec::new());
        };
        let mut statement = connection.prepare_cached(SELECT)?;
        let rows = statement.query_map([device, from, to], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps alerts of a device, all or nothing, and that every alert of a span is known with them.
    /// Those that are there already are passed over. How many are new: none if something was forgotten
    /// since the generation in which they were asked for.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn keep_alerts(
        &self,
        asked_in: u64,
        account: &AccountKey,
        device: &str,
        alerts: &[AlertRow],
        known: Option<SpanMs>,
    ) -> Result<u32, StoreError> {
        let mut connection = self.connection();
        if self.generation() != asked_in {
            return Ok(0);
        }
        let transaction = connection.transaction()?;
        let Some(device) = add_device(&transaction, account, device)? else {
            return Ok(0);
        };
        let mut new = 0;
        {
            let mut insert = transaction.prepare_cached(INSERT)?;
            for alert in alerts {
                new += u32::from(alert.insert(&mut insert, device)?);
            }
        }
        transaction
            .prepare_cached("UPDATE devices SET alerts = alerts + ?2 WHERE device = ?1")?
            .execute([device, i64::from(new)])?;
        if let Some(known) = known {
            spans::add(&transaction, KnownOf::Alerts, device, known)?;
        }
        transaction.commit()?;
        self.changed();
        Ok(new)
    }
}
