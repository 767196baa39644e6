//! What a vehicle is: its kind, its home, its hours, and how its tracker reports.

use super::circuits::HOMES;
use crate::chance::Chance;

/// The kinds of vehicles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Car,
    Van,
    Truck,
    Reefer,
    Bus,
    Motorcycle,
}

/// When a vehicle works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shift {
    Day,
    Evening,
    Night,
}

/// Chile's winter time; the sandbox has no summer.
const ZONE_S: i64 = -4 * 3_600;

/// A vehicle and its tracker.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Vehicle {
    pub(crate) kind: Kind,
    /// The chance that belongs to it alone.
    pub(crate) chance: Chance,
    pub(super) home: usize,
    pub(super) shift: Shift,
    /// How far the clock that its shifts go by is ahead of UTC.
    pub(super) zone_s: i64,
    /// What the usual driving times are multiplied by.
    pub(super) pace: f64,
    /// How often it reports while the ignition is on.
    pub(super) period_s: i64,
    /// It has never reported.
    pub(super) never_reported: bool,
    /// It is one of those whose tracker falls silent for days.
    pub(super) falls_silent: bool,
}

impl Vehicle {
    pub(super) fn new(chance: Chance) -> Self {
        let kind = *chance.of(0).pick(&[
            Kind::Car,
            Kind::Van,
            Kind::Van,
            Kind::Van,
            Kind::Truck,
            Kind::Truck,
            Kind::Reefer,
            Kind::Bus,
            Kind::Motorcycle,
        ]);
        let shift = match chance.of(1).unit() {
            share if share < 0.50 => Shift::Day,
            share if share < 0.75 => Shift::Evening,
            _ => Shift::Night,
        };
        let pace = match chance.of(3).unit() {
            share if share < 0.05 => 0.72,
            share => 0.9 + share * 0.25,
        };
        Self {
            kind,
            chance,
            home: chance.of(2).below(HOMES),
            shift,
            zone_s: ZONE_S,
            pace,
            period_s: *chance.of(4).pick(&[10, 15, 30, 30, 60]),
            never_reported: chance.of(5).happens(0.015),
            falls_silent: chance.of(6).happens(0.04),
        }
    }
}
