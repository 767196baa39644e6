//! What can be searched of the devices, as one folded text: a keystroke is one pass over bytes that
//! lie in a row, not a visit to each of 100,000 devices.

use memchr::memmem::Finder;

use super::bits::Bits;

/// Where looking at each of few devices is quicker than reading through the text of all.
const FEW: usize = 16;

/// The folded texts of the devices in the order of their names.
#[derive(Debug, Default)]
pub(super) struct Searchable {
    text: String,
    /// Where the text of each device begins.
    starts: Vec<usize>,
}

impl Searchable {
    /// Adds the folded text of the next device.
    pub(super) fn push(&mut self, folded: &str) {
        self.starts.push(self.text.len());
        self.text.push_str(folded);
        // No word that is looked for holds a line break, so none is found across two devices.
        self.text.push('\n');
    }

    /// Gives back what it does not need.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
    }

    /// The devices in whose text a folded word stands; `among` holds all of them, where that is known.
    pub(super) fn having(&self, word: &str, among: Option<&Bits>) -> Bits {
        let finder = Finder::new(word);
        let mut found = Bits::none(self.starts.len());
        if let Some(few) = among.filter(|few| few.count() * FEW < self.starts.len()) {
            for rank in few.iter() {
                if finder.find(self.text_of(rank).as_bytes()).is_some() {
                    found.insert(rank);
                }
            }
            return found;
        }
        let text = self.text.as_bytes();
        let (mut rank, mut from) = (0, 0);
        while let Some(at) = finder.find(text.get(from..).unwrap_or_default()) {
            let at = from + at;
            let end = loop {
                let end = self.end_of(rank);
                if at < end {
                    break end;
                }
                rank += 1;
            };
            found.insert(rank);
            rank += 1;
            from = end;
            if rank >= self.starts.len() {
                break;
            }
        }
        found
    }

    fn end_of(&self, rank: usize) -> usize {
        self.starts.get(rank + 1).copied().unwrap_or(usize::MAX)
    }

    fn text_of(&self, rank: usize) -> &str {
        let end = self.end_of(rank).min(self.text.len());
        let start = self.starts.get(rank).copied();
        start
            .and_then(|start| self.text.get(start..end))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[&str], word: &str) -> Vec<usize> {
        let mut searchable = Searchable::default();
        for text in texts {
            searchable.push(text);
        }
        searchable.having(word, None).iter().collect()
    }

    #[test]
    fn a_device_is_found_once_wherever_the_word_stands() {
        let texts = ["van 1\nvan", "truck", "caravan", ""];
        assert_eq!(found(&texts, "van"), [0, 2]);
        assert_eq!(found(&texts, "truck"), [1]);
        assert_eq!(found(&["", "", "x"], "x"), [2]);
        assert!(found(&[], "x").is_empty());
    }

    #[test]
    fn no_word_is_found_across_two_devices() {
        assert!(found(&["ab", "cd"], "bc").is_empty());
    }

    #[test]
    fn few_devices_are_looked_at_one_by_one_with_the_same_answer() {
        let mut searchable = Searchable::default();
        for number in 0..100 {
            searchable.push(&format!("van {number}"));
        }
        let mut few = Bits::none(100);
        for rank in [7, 70, 71] {
            few.insert(rank);
        }
        let found: Vec<_> = searchable.having("7", Some(&few)).iter().collect();
        assert_eq!(found, [7, 70, 71]);
        let found: Vec<_> = searchable.having("71", Some(&few)).iter().collect();
        assert_eq!(found, [71]);
    }
}
