//! Text of a cell: tidied for keeping, folded for comparing.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// The text of a cell, tidied, beside what was typed where the two differ.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Entry {
    /// Composed letters (NFC), single plain spaces, nothing around.
    pub value: String,
    /// The cell exactly as it stands in the file, if `value` is not that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed: Option<String>,
}

impl Entry {
    /// Tidies a cell; `None` for a blank one.
    pub fn of(typed: &str) -> Option<Self> {
        let value = tidy(typed);
        (!value.is_empty()).then(|| Self::new(value, typed))
    }

    /// Joins a cleaned value with what was typed.
    pub fn new(value: String, typed: &str) -> Self {
        let typed = (value != typed).then(|| typed.to_owned());
        Self { value, typed }
    }

    /// The cell exactly as it stands in the file.
    pub fn as_typed(&self) -> &str {
        self.typed.as_deref().unwrap_or(&self.value)
    }
}

/// Composes letters and reduces every run of white space, no-break spaces included, to one space.
pub fn tidy(text: &str) -> String {
    let composed: String = text.nfc().collect();
    let words: Vec<&str> = composed.split_whitespace().collect();
    words.join(" ")
}

/// The key under which two spellings of one name or title meet.
///
/// Compatible forms are unified (NFKC), letters lowered, ё becomes е, Latin look-alikes in a
/// mostly Cyrillic word become Cyrillic, dashes become one hyphen without spaces, stray combining
/// marks go. The key is for comparing and searching, never for showing. Folding a key again
/// changes nothing.
pub fn fold(text: &str) -> String {
    // Composing may bring letters together that lowering takes apart again; two rounds settle
    // all text that people type, the third is the proof.
    const ROUNDS: usize = 4;
    let mut folded = fold_once(text);
    for _ in 0..ROUNDS {
        let again = fold_once(&folded);
        if again == folded {
            break;
        }
        folded = again;
    }
    folded
}

fn fold_once(text: &str) -> String {
    let compatible: String = text.nfkc().collect();
    let lowered = cyrillic_look_alikes(&compatible).to_lowercase();
    let plain: String = lowered
        .nfkc()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .map(|letter| match letter {
            'ё' => 'е',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            other => other,
        })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").replace(" -", "-").replace("- ", "-")
}

/// Only the letters and digits of the folded text: `Т.А.Ә.` and `таә` are one header.
pub(crate) fn squeeze(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Puts Cyrillic letters for the Latin ones that look the same, in words where Cyrillic prevails.
pub(crate) fn cyrillic_look_alikes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    for letter in text.chars() {
        if letter.is_alphabetic() {
            word.push(letter);
        } else {
            finish_word(&mut out, &mut word);
            out.push(letter);
        }
    }
    finish_word(&mut out, &mut word);
    out
}

fn finish_word(out: &mut String, word: &mut String) {
    let latin = word.chars().filter(char::is_ascii_alphabetic).count();
    let cyrillic = word.chars().filter(|c| is_cyrillic(*c)).count();
    if latin > 0 && cyrillic >= latin {
        out.extend(word.chars().map(look_alike));
    } else {
        out.push_str(word);
    }
    word.clear();
}

/// Whether a letter belongs to the Cyrillic block, Kazakh letters included.
pub(crate) fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

/// The Cyrillic letter that looks like this Latin one, or the letter itself.
pub(crate) fn look_alike(letter: char) -> char {
    match letter {
        'A' => 'А',
        'B' => 'В',
        'C' => 'С',
        'E' => 'Е',
        'H' => 'Н',
        'I' => 'І',
        'K' => 'К',
        'M' => 'М',
        'O' => 'О',
        'P' => 'Р',
        'T' => 'Т',
        'X' => 'Х',
        'Y' => 'У',
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'h' => 'һ',
        'i' => 'і',
        'k' => 'к',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        other => other,
    }
}

/// Whether letters were lost when the file was saved: a question mark or a replacement character
/// at the head of or inside a word of Cyrillic letters (`Айг?л`, `?буб?кір`).
///
/// Excel writes such files when Kazakh letters meet windows-1251. A question mark that ends a
/// word is somebody's doubt and no loss; one between Latin letters is an address.
pub(crate) fn has_lost_letters(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let letters: Vec<char> = word.chars().collect();
        let is_name =
            letters.iter().all(|c| c.is_alphabetic() || matches!(c, '?' | '\u{fffd}' | '-' | '.' | '\''));
        is_name
            && letters.iter().any(|c| is_cyrillic(*c))
            && letters.windows(2).any(|pair| {
                pair[0] == '\u{fffd}' || pair[1] == '\u{fffd}' || (pair[0] == '?' && pair[1].is_alphabetic())
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_name_meet() {
        let spellings = ["Cергеев Пётр", "СЕРГЕЕВ  ПЕТР", "сергеев\u{a0}пе\u{308}тр", "Сергеев Петр "];
        for spelling in spellings {
            assert_eq!(fold(spelling), "сергеев петр", "{spelling:?}");
        }
        assert_eq!(fold("Ахметова – Ким"), fold("ахметова-ким"));
    }

    #[test]
    fn kazakh_letters_stay_different_from_russian_ones() {
        assert_eq!(fold("ӘЛИЯ ҚҰРМАНҒАЛИ"), "әлия құрманғали");
        assert_ne!(fold("Әлия"), fold("Алия"));
        assert_ne!(fold("Қалиева"), fold("Калиева"));
    }

    #[test]
    fn a_latin_word_stays_latin() {
        assert_eq!(fold("E-mail"), "e-mail");
        assert_eq!(fold("Tom Ким"), "tom ким");
    }

    #[test]
    fn lost_letters_are_told_from_doubts_and_addresses() {
        assert!(has_lost_letters("Айг?л"));
        assert!(has_lost_letters("?буб?кір Ахметов"));
        assert!(has_lost_letters("Нұрлан\u{fffd}ызы"));
        assert!(!has_lost_letters("Иванова?"));
        assert!(!has_lost_letters("https://school.example/?q=1"));
        assert!(!has_lost_letters("?"));
    }

    #[test]
    fn an_entry_keeps_what_was_typed_only_where_it_differs() {
        let same = Entry::of("Химия").unwrap();
        assert_eq!((same.value.as_str(), same.typed), ("Химия", None));
        let spaced = Entry::of(" Қазақ\u{a0} тілі").unwrap();
        assert_eq!(spaced.value, "Қазақ тілі");
        assert_eq!(spaced.as_typed(), " Қазақ\u{a0} тілі");
        assert_eq!(Entry::of(" \u{a0}"), None);
    }

    proptest! {
        #[test]
        fn folding_a_key_changes_nothing(text in any::<String>()) {
            let key = fold(&text);
            prop_assert_eq!(fold(&key), key);
        }

        #[test]
        fn folding_a_key_of_cyrillic_changes_nothing(text in "[а-яёА-ЯЁәғқңөұүһіӘҒҚҢӨҰҮҺІA-Za-z\u{300}-\u{30a} –-]{0,12}") {
            let key = fold(&text);
            prop_assert_eq!(fold(&key), key);
        }
    }
}
