//! A fix as a row: in columns what routes and statistics read, as text what only a closer look does.

use std::hash::Hasher as _;

use fnv::FnvHasher;
use rusqlite::{Row, Statement, params};

pub(super) const SELECT: &str = "
    SELECT at_ms, latitude, longitude, speed_raw, course_deg, mileage_km, fuel, fuel2,
           temperature_c, temperature2_c, battery, engine_rpm, inputs, rest
    FROM fixes WHERE device = ?1 AND at_ms >= ?2 AND at_ms < ?3 ORDER BY at_ms, digest";

pub(super) const INSERT: &str = "
    INSERT INTO fixes (device, at_ms, digest, latitude, longitude, speed_raw, course_deg, mileage_km,
        fuel, fuel2, temperature_c, temperature2_c, battery, engine_rpm, inputs, rest)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
    ON CONFLICT DO NOTHING";

/// What a device told at one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct FixRow {
    /// When it was measured, milliseconds since 1970.
    pub at_ms: i64,
    /// Degrees.
    pub latitude: f64,
    /// Degrees.
    pub longitude: f64,
    /// What routes and statistics read beside that.
    pub readings: FixReadings,
    /// The input lines, a character for each: `1`, `0`, or `-` where it could not be read.
    pub inputs: Option<String>,
    /// Everything else, as the app writes it.
    pub rest: Option<String>,
}

/// What a device measured beside time and place.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct FixReadings {
    /// The speed as the service gives it.
    pub speed_raw: Option<f64>,
    /// Degrees clockwise from north.
    pub course_deg: Option<f64>,
    /// The odometer.
    pub mileage_km: Option<f64>,
    /// Percent of the tank.
    pub fuel_percent: Option<f64>,
    /// Percent of the second tank.
    pub fuel2_percent: Option<f64>,
    /// Degrees Celsius.
    pub temperature_c: Option<f64>,
    /// Degrees Celsius at the second sensor.
    pub temperature2_c: Option<f64>,
    /// Percent of the battery.
    pub battery_percent: Option<f64>,
    /// Revolutions of the engine per minute.
    pub engine_rpm: Option<f64>,
}

impl FixReadings {
    fn columns(&self) -> [Option<f64>; 9] {
        [
            self.speed_raw,
            self.course_deg,
            self.mileage_km,
            self.fuel_percent,
            self.fuel2_percent,
            self.temperature_c,
            self.temperature2_c,
            self.battery_percent,
            self.engine_rpm,
        ]
    }
}

impl FixRow {
    /// Whether it was not there already.
    pub(super) fn insert(&self, insert: &mut Statement<'_>, device: i64) -> rusqlite::Result<bool> {
        let [
            speed,
            course,
            mileage,
            fuel,
            fuel2,
            heat,
            heat2,
            battery,
            rpm,
        ] = self.readings.columns();
        let inserted = insert.execute(params![
            device,
            self.at_ms,
            self.digest(),
            self.latitude,
            self.longitude,
            speed,
            course,
            mileage,
            fuel,
            fuel2,
            heat,
            heat2,
            battery,
            rpm,
            self.inputs,
            self.rest
        ])?;
        Ok(inserted > 0)
    }

    /// Tells two fixes of one moment apart. The same in every version of the app.
    fn digest(&self) -> i64 {
        let mut hasher = FnvHasher::default();
        for value in [self.latitude, self.longitude] {
            hasher.write_u64(value.to_bits());
        }
        for value in self.readings.columns() {
            hasher.write_u64(value.map_or(u64::MAX, f64::to_bits));
        }
        for text in [&self.inputs, &self.rest] {
            hasher.write(text.as_deref().unwrap_or_default().as_bytes());
            hasher.write_u8(u8::MAX);
        }
        hasher.finish().cast_signed()
    }
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<FixRow> {
    Ok(FixRow {
        at_ms: row.get(0)?,
        latitude: row.get(1)?,
        longitude: row.get(2)?,
        readings: FixReadings {
            speed_raw: row.get(3)?,
            course_deg: row.get(4)?,
            mileage_km: row.get(5)?,
            fuel_percent: row.get(6)?,
            fuel2_percent: row.get(7)?,
            temperature_c: row.get(8)?,
            temperature2_c: row.get(9)?,
            battery_percent: row.get(10)?,
            engine_rpm: row.get(11)?,
        },
        inputs: row.get(12)?,
        rest: row.get(13)?,
    })
}
