//! Chance that is always the same: numbers that look random and depend on nothing but their inputs.

/// A source of numbers, named by what they are for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chance(u64);

impl Chance {
    /// The source of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(mix(seed))
    }

    /// The source for one thing or purpose below this one.
    pub(crate) fn of(self, key: u64) -> Self {
        Self(mix(self.0 ^ key.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
    }

    /// At least 0 and below 1.
    pub(crate) fn unit(self) -> f64 {
        (mix(self.0) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// At least `least` and below `most`.
    pub(crate) fn between(self, least: f64, most: f64) -> f64 {
        least + self.unit() * (most - least)
    }

    /// Below `count`, which is at least 1.
    pub(crate) fn below(self, count: usize) -> usize {
        ((self.unit() * count as f64) as usize).min(count - 1)
    }

    /// Whether something of this probability happens.
    pub(crate) fn happens(self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// One of several, of which there is at least one.
    pub(crate) fn pick<T>(self, choices: &[T]) -> &T {
        &choices[self.below(choices.len())]
    }

    /// 24 hexadecimal digits, as the service's ids may look.
    pub(crate) fn id(self) -> String {
        format!("{:016x}{:08x}", mix(self.0), mix(self.0 ^ 1) >> 32)
    }
}

/// SplitMix64's finaliser.
fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}
