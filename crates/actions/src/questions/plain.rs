//! Texts of files as the bank keeps them: plain. Signs of HTML become what a reader saw.

use exchange::questions::{Format, Text};

/// The words of a text.
pub(super) fn words(text: &Text) -> String {
    match text.format() {
        Format::Plain | Format::Markdown => text.as_str().to_owned(),
        Format::Html => without_tags(&folded(text.as_str())),
        // Moodle's own format keeps lines as they are typed.
        Format::Moodle => without_tags(text.as_str()),
    }
}

/// HTML knows no lines.
fn folded(html: &str) -> String {
    html.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without its tags, and with the signs that its entities stand for.
fn without_tags(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        words.push_str(&rest[..at]);
        let Some((tag, behind)) = tag(&rest[at..]) else {
            words.push('<');
            rest = &rest[at + 1..];
            continue;
        };
        if ends_line(tag) {
            words.push('\n');
        }
        rest = behind;
    }
    words.push_str(rest);
    let lines = decoded(&words);
    lines.lines().map(str::trim).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// The name of the tag that a text begins with, and what follows it; nothing where `<` is a sign like any other.
fn tag(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('<')?;
    let is_tag = inner.starts_with(|sign: char| sign.is_ascii_alphabetic() || matches!(sign, '/' | '!'));
    let (tag, behind) = inner.split_once('>').filter(|_| is_tag)?;
    let name = tag.split(|sign: char| sign.is_whitespace()).next().unwrap_or_default();
    Some((name, behind))
}

fn ends_line(tag: &str) -> bool {
    let name = tag.trim_end_matches('/').to_ascii_lowercase();
    matches!(name.as_str(), "br" | "/p" | "/div" | "/li" | "/tr" | "/h1" | "/h2" | "/h3" | "/h4")
}

/// The signs of the usual entities; what is none stays as it is.
fn decoded(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        words.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        // The longest is `&#1114111;`.
        let end = rest.char_indices().take(10).find(|(_, sign)| *sign == ';').map(|(end, _)| end);
        match end.and_then(|end| Some((sign(&rest[..end])?, end))) {
            Some((sign, end)) => {
                words.push(sign);
                rest = &rest[end + 1..];
            }
            None => words.push('&'),
        }
    }
    words.push_str(rest);
    words
}

fn sign(name: &str) -> Option<char> {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    let sign = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "laquo" => '«',
        "raquo" => '»',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        _ => match name.strip_prefix('#')?.strip_prefix(['x', 'X']) {
            Some(digits) => number(digits, 16)?,
            None => number(&name[1..], 10)?,
        },
    };
    (!sign.is_control()).then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_become_lines_and_entities_signs() {
        let html = "<p>Кто&nbsp;подписывает <b>приказ</b>?</p>\n<p>a &lt; b &amp;amp; &#171;да&#xBB;</p>";
        let read = words(&Text::new(html, Format::Html));
        assert_eq!(read, "Кто подписывает приказ?\na < b &amp; «да»");
    }

    #[test]
    fn what_is_no_tag_stays() {
        for (text, read) in [
            ("5 < 6 и 7 > 3", "5 < 6 и 7 > 3"),
            ("x<y", "x<y"),
            ("a & b; &#0; &конец", "a & b; &#0; &конец"),
            ("бір\nекі<br>үш", "бір\nекі\nүш"),
            ("<script>alert(1)</script>", "alert(1)"),
        ] {
            assert_eq!(words(&Text::new(text, Format::Moodle)), read);
        }
        assert_eq!(words(&Text::new("<b>as it is</b>", Format::Plain)), "<b>as it is</b>");
    }
}
