//! Who made a map: what its description says, as text and links that are safe to show.

/// The most that is shown.
const LONGEST: usize = 400;

/// HTML of text and of links to https, whatever came: all other marks are dropped.
pub(super) fn safe_credit(html: &str) -> String {
    let mut out = String::new();
    let mut shown = 0;
    let mut link_is_open = false;
    let mut rest = html;
    while !rest.is_empty() && shown < LONGEST {
        if let Some(after) = rest.strip_prefix('<') {
            let end = after.find('>').unwrap_or(after.len());
            let (tag, tail) = after.split_at(end);
            rest = tail.strip_prefix('>').unwrap_or_default();
            let tag = tag.trim();
            let name = tag.split_whitespace().next().unwrap_or_default();
            match name.to_ascii_lowercase().as_str() {
                "a" if !link_is_open => {
                    if let Some(address) = address_of(tag) {
                        out.push_str("<a href=\"");
                        escape(&address, &mut out);
                        out.push_str("\">");
                        link_is_open = true;
                    }
                }
                "/a" if link_is_open => {
                    out.push_str("</a>");
                    link_is_open = false;
                }
                // What they hold is no text.
                "script" | "style" => {
                    let close = format!("</{}", name.to_ascii_lowercase());
                    let lower = rest.to_ascii_lowercase();
                    rest = lower.find(&close).map_or("", |at| &rest[at..]);
                }
                _ => {}
            }
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            let (text, tail) = rest.split_at(end);
            rest = tail;
            let text: String = plain(text).chars().take(LONGEST - shown).collect();
            shown += text.chars().count();
            escape(&text, &mut out);
        }
    }
    if link_is_open {
        out.push_str("</a>");
    }
    out.trim().to_owned()
}

/// The https address of a link.
fn address_of(tag: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let at = lower.find("href=")? + "href=".len();
    let value = tag.get(at..)?;
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split_whitespace().next()?,
    };
    let url = url::Url::parse(&plain(value)).ok()?;
    (url.scheme() == "https").then(|| url.to_string())
}

/// Text with the entities that credits use.
fn plain(text: &str) -> String {
    text.replace("&copy;", "©")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::safe_credit;

    #[test]
    fn text_and_https_links_stay_and_nothing_else() {
        assert_eq!(
            safe_credit(
                "&copy; <a target=_blank href='https://osm.org/copyright'>OSM</a> & others"
            ),
            "© <a href=\"https://osm.org/copyright\">OSM</a> &amp; others"
        );
        assert_eq!(
            safe_credit("<img src=x onerror=alert(1)>A<script>alert(2)</script>B"),
            "AB"
        );
        assert_eq!(
            safe_credit(
                "<a href=\"javascript:alert(1)\">A</a> <b>B</b> <a href=\"https://e.example/\">C"
            ),
            "A B <a href=\"https://e.example/\">C</a>"
        );
        assert_eq!(safe_credit("&lt;b&gt;"), "&lt;b&gt;");
        assert_eq!(safe_credit("<"), "");
        assert_eq!(safe_credit(&"x".repeat(9_000)).len(), 400);
    }
}
