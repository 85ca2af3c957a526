//! Strings that break programs, written for this project by class. `TALIMGER_STRINGS` names a file with more of
//! them, a JSON array of texts: lists of others are not part of the repository.

/// One of each class and its neighbours.
pub(crate) const STRINGS: [&str; 56] = [
    // Nothing, or nothing to be seen.
    "",
    " \t\r\n ",
    "\u{a0}\u{2003}\u{3000}\u{2028}",
    "\u{200b}\u{200d}\u{feff}",
    "\u{202e}",
    // Control characters; PostgreSQL keeps no NUL.
    "\0",
    "Әлия\0Қалиева",
    "қоңырау\u{7}\u{8}\u{1b}[31mқызыл\u{7f}\u{85}соңы",
    "бет\u{c}бет\u{b}жол\r\nжол\rжол\nжол\tкесте",
    "\u{1}\u{2}\u{3}\u{1f}",
    // Letters of Kazakh, composed in two ways, and of other scripts.
    "ӘәҒғҚқҢңӨөҰұҮүҺһІі Ёё Йй",
    "Қыркүйек и\u{306} е\u{308} А\u{304}",
    "محمد بن علي ‏و‏ שלום",
    "Да\u{202e}анаД\u{202c} мен \u{2066}изоляция\u{2069}",
    "Z\u{351}\u{36b}\u{343}\u{36a}\u{302}a\u{334}\u{335}\u{31e}l\u{356}\u{31d}g\u{340}o\u{489}",
    "田中さん 김철수 ไทย हिन्दी አማርኛ",
    "👩🏽‍🏫 👨‍👩‍👧‍👦 🇰🇿 ✌🏿️ ☺️",
    "𝕿ä𝖑𝖎𝖒𝖌𝖊𝖗 𐐀 🄰 ﬁ ﷽ ẞ İı ǅ",
    "\u{fffe}\u{ffff}\u{e000}\u{10ffff}\u{fdd0}",
    "\u{fffd} \\ud800 \\uDFFF &#xD83D; %ED%A0%80",
    // Markup, scripts, styles, entities.
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'-alert(1)-' onmouseover='alert(1)",
    "</textarea></title><svg/onload=alert(1)>",
    "<!-- --><![CDATA[ ]]> &lt;b&gt; &amp;amp; &#0; &nbsp",
    "javascript:alert(1) data:text/html,<b>x</b>",
    "<a href=\"//evil.example\">Қосымша</a>",
    // Templates.
    "{{ 7*7 }} {% include \"/etc/passwd\" %} ${7*7} #{7*7} <%= 7*7 %>",
    "{ $name } { \"\" } -term = x",
    "%s %n %d %x %p {0} {} {name!r}",
    "#panic(\"x\") #read(\"/etc/passwd\") $x^2$ *a* _b_ `c` @d",
    // SQL, shell, LDAP, XPath.
    "'; DROP TABLE people; --",
    "1 OR 1=1 /* \" ' ` */ $1 ?1 :name",
    "Robert'); DELETE FROM audit WHERE ('1'='1",
    "$(touch /tmp/x) `id` && rm -rf / ; | cat",
    "*)(uid=*))(|(uid=* ' or ''='",
    // Spreadsheets.
    "=HYPERLINK(\"http://evil.example\";\"Қараңыз\")",
    "+7 701 000 00 00",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "'=1+1",
    "''@x",
    "a;b,c\td|e \"f\"\"g\" 'h'",
    // Addresses, files, headers.
    "../../../../etc/passwd%00.png",
    "C:\\Windows\\System32\\con.txt \\\\server\\share",
    "%00 %0d%0aSet-Cookie:x=1 %252e%252e + & = ? #",
    "Subject: x\r\nBcc: all@school.example\r\n\r\nЖай мәтін",
    // Numbers and words that are taken for values.
    "0",
    "-0 00012 1e309 0x1F 1,204 1.0E+11 NaN Infinity",
    "99999999999999999999999999999999",
    "NULL null None undefined nil true false",
    "2026-02-30 31.12.9999 00:00",
    "жоқ",
    // Lengths.
    "ұзынсөзбоснорынсыз0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789",
    "\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}",
    "HUGE",
];

/// What stands for [`HUGE`] letters in the list.
const PLACEHOLDER: &str = "HUGE";
/// Longer than any field, shorter than any limit of the server.
const HUGE: usize = 20_000;

/// All strings, with those of the file that is named.
pub(crate) fn strings() -> Vec<String> {
    let whole = |text: &str| if text == PLACEHOLDER { "ә".repeat(HUGE) } else { text.to_owned() };
    let mut strings: Vec<String> = STRINGS.into_iter().map(whole).collect();
    if let Some(file) = std::env::var_os("TALIMGER_STRINGS") {
        let more: Vec<String> = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        strings.extend(more);
    }
    strings
}

/// A text as the forms promise to keep it, or to give it back: what nobody sees is gone, every line break is `\n`, nothing around.
/// Said here a second time, so that a change of the promise is noticed.
pub(crate) fn kept(typed: &str) -> String {
    let mut kept = String::new();
    let mut letters = typed.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' => kept.push('\n'),
            '\t' | '\n' => kept.push(letter),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => {}
            _ => kept.push(letter),
        }
    }
    kept.trim().to_owned()
}

/// Strings of which nothing can be seen once they are kept.
pub(crate) fn is_unseen(kept: &str) -> bool {
    kept.chars().all(|letter| letter.is_whitespace() || "\u{200b}\u{200d}\u{feff}\u{202e}".contains(letter))
}

/// Holds characters that no form keeps: control characters that are neither white space nor line breaks.
pub(crate) fn is_stray(typed: &str) -> bool {
    typed.chars().any(|letter| letter.is_control() && !letter.is_whitespace())
}
