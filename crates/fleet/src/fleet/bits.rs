//! A set of devices, one bit for each.

/// Devices by their place in some order of the whole fleet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bits {
    words: Box<[u64]>,
}

impl Bits {
    /// The empty set for a fleet of this size.
    pub(super) fn none(size: usize) -> Self {
        Self {
            words: vec![0; size.div_ceil(64)].into_boxed_slice(),
        }
    }

    pub(super) fn insert(&mut self, at: usize) {
        if let Some(word) = self.words.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }

    pub(super) fn has(&self, at: usize) -> bool {
        self.words
            .get(at / 64)
            .is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    /// Leaves what is in both.
    pub(super) fn retain(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// How many are in it.
    pub(super) fn count(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// What is in it, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(index, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let next = (rest != 0).then(|| index * 64 + rest.trailing_zeros() as usize);
                rest &= rest.wrapping_sub(1);
                next
            })
        })
    }
}
