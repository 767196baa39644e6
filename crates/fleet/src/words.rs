//! Words as people look for them and order them: case, accents and leading zeros don't count.

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without accents, for searching.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|character| !is_combining_mark(*character))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The folded words of a search text.
#[must_use]
pub fn search_words(text: &str) -> Vec<String> {
    fold(text).split_whitespace().map(str::to_owned).collect()
}

/// Makes keys whose byte order is the order that people expect of names, whatever their script:
/// "Van 9" before "Van 10", "Ávila" beside "Avila".
#[derive(Debug)]
pub struct NameOrder {
    collator: CollatorBorrowed<'static>,
}

impl NameOrder {
    /// The order for names of mixed languages.
    #[must_use]
    pub fn new() -> Self {
        let mut preferences = CollatorPreferences::default();
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Secondary);
        let collator = Collator::try_new(preferences, options)
            .expect("the root collation is compiled into the app");
        Self { collator }
    }

    /// The key of a name; compare keys as bytes.
    #[must_use]
    pub fn key(&self, name: &str) -> Box<[u8]> {
        let mut key = Vec::new();
        let Ok(()) = self.collator.write_sort_key_to(name, &mut key);
        key.into_boxed_slice()
    }
}

impl Default for NameOrder {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_drops_case_and_accents_and_keeps_other_scripts() {
        assert_eq!(fold("Camión ÑANDÚ"), "camion nandu");
        assert_eq!(fold("משאית 7"), "משאית 7");
    }

    #[test]
    fn a_search_text_falls_into_words() {
        assert_eq!(search_words("  Reparto  NORTE "), ["reparto", "norte"]);
    }

    #[test]
    fn names_are_ordered_by_their_numbers_and_without_accents() {
        let order = NameOrder::new();
        let mut names = ["Van 10", "van 9", "Ávila", "Avila 2", "Camión", "משאית 7"];
        names.sort_by_key(|name| order.key(name));
        assert_eq!(
            names,
            ["Ávila", "Avila 2", "Camión", "van 9", "Van 10", "משאית 7"]
        );
    }
}
