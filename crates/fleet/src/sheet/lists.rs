//! Several things in one cell: divided by semicolons, a name from its value by an equals sign; either
//! sign within a text is marked by a backslash.

use std::collections::BTreeMap;

fn marked(text: &str) -> String {
    let mut marked = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, ';' | '=' | '\\') {
            marked.push('\\');
        }
        marked.push(character);
    }
    marked
}

/// Divides at a sign that is not marked; the marks stay.
fn divided(text: &str, sign: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut is_marked = false;
    for character in text.chars() {
        let is_line = character == '\n' && sign == ';';
        if !is_marked && (character == sign || is_line) {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(character);
        }
        is_marked = !is_marked && character == '\\';
    }
    parts
}

fn unmarked(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.trim().chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => plain.extend(characters.next()),
            character => plain.push(character),
        }
    }
    plain
}

pub(super) fn write_list<'a>(texts: impl IntoIterator<Item = &'a String>) -> String {
    let texts: Vec<_> = texts.into_iter().map(|text| marked(text)).collect();
    texts.join("; ")
}

pub(super) fn read_list(text: &str) -> Vec<String> {
    let parts = divided(text, ';').into_iter();
    let texts = parts.map(|part| unmarked(&part));
    texts.filter(|text| !text.is_empty()).collect()
}

pub(super) fn write_pairs(pairs: &BTreeMap<String, String>) -> String {
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| format!("{}={}", marked(name), marked(value)))
        .collect();
    pairs.join("; ")
}

/// `None` where something has no equals sign.
pub(super) fn read_pairs(text: &str) -> Option<BTreeMap<String, String>> {
    let parts = divided(text, ';');
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts
        .map(|part| {
            let sides = divided(part, '=');
            let (name, value) = sides.split_first()?;
            (!value.is_empty()).then(|| (unmarked(name), unmarked(&value.join("="))))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_the_same(
            texts in proptest::collection::vec("[a;=\\\\ñ ]{0,4}[a-c;=\\\\]", 0..4),
            pairs in proptest::collection::btree_map("[a;=\\\\]{1,3}", "[b;=\\\\]{0,3}", 0..3),
        ) {
            let texts: Vec<String> = texts.iter().map(|text| text.trim().to_owned()).collect();
            prop_assert_eq!(read_list(&write_list(&texts)), texts);
            prop_assert_eq!(read_pairs(&write_pairs(&pairs)), Some(pairs));
        }
    }

    #[test]
    fn what_people_type_is_read() {
        assert_eq!(
            read_list("read;write ;\nexecute;"),
            ["read", "write", "execute"]
        );
        let pairs = read_pairs("team = night; url=a=b").expect("pairs");
        assert_eq!(
            (pairs["team"].as_str(), pairs["url"].as_str()),
            ("night", "a=b")
        );
        assert_eq!(read_pairs("night"), None);
    }
}
