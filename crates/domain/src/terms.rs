//! Posts and subjects in both languages of papers. A school's list carries them in one language; papers need two, and
//! a list in the other language should not change what is meant alike. One table serves both.

mod list;

use serde::{Deserialize, Serialize};

/// Words in the two languages of papers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// In Kazakh.
    pub kk: String,
    /// In Russian.
    pub ru: String,
}

/// The words in both languages, with the first letter as the school wrote it. What the table does not know stands on
/// both papers as the school wrote it.
pub fn both(words: &str) -> Words {
    let words = words.trim();
    let lower = words.to_lowercase();
    let named = list::TERMS.iter().find(|term| term.is_named(&lower));
    let Some(term) = named.or_else(|| list::TERMS.iter().find(|term| term.is_also(&lower))) else {
        return Words { kk: words.to_owned(), ru: words.to_owned() };
    };
    let first = |text: &str| match words.chars().next() {
        Some(letter) if letter.is_uppercase() => capitalised(text),
        _ => text.to_owned(),
    };
    Words { kk: first(term.kk), ru: first(term.ru) }
}

/// True where two words mean one post or one subject, in whatever language each is written.
pub fn mean_the_same(one: &str, other: &str) -> bool {
    let sense = |words: &str| {
        let lower = words.trim().to_lowercase();
        list::TERMS.iter().position(|term| term.is_named(&lower) || term.is_also(&lower))
    };
    sense(one).is_some_and(|one| sense(other) == Some(one))
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// A post or a subject: Kazakh, Russian, and other spellings that school lists have for the same.
struct Term {
    kk: &'static str,
    ru: &'static str,
    /// In small letters.
    also: &'static [&'static str],
}

impl Term {
    fn is_named(&self, lower: &str) -> bool {
        [self.kk, self.ru].iter().any(|name| name.to_lowercase() == lower)
    }

    fn is_also(&self, lower: &str) -> bool {
        self.also.contains(&lower)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(kk: &str, ru: &str) -> Words {
        Words { kk: kk.to_owned(), ru: ru.to_owned() }
    }

    #[test]
    fn a_known_word_is_found_from_either_language() {
        assert_eq!(both("учитель"), words("мұғалім", "учитель"));
        assert_eq!(both("Бастауыш сыныптар"), words("Бастауыш сыныптар", "Начальные классы"));
        assert_eq!(both("Самопознание"), words("Өзін-өзі тану", "Самопознание"));
    }

    #[test]
    fn a_country_is_large_anywhere() {
        assert_eq!(both("история казахстана"), words("Қазақстан тарихы", "история Казахстана"));
        assert_eq!(both("История Казахстана"), words("Қазақстан тарихы", "История Казахстана"));
    }

    #[test]
    fn another_spelling_is_printed_as_the_table_has_it() {
        assert_eq!(both("Завуч"), both("Заместитель директора по учебной работе"));
        assert_eq!(both("teacher"), words("мұғалім", "учитель"));
    }

    #[test]
    fn an_unknown_word_stays_as_the_school_wrote_it() {
        assert_eq!(both(" робототехника "), words("робототехника", "робототехника"));
    }

    #[test]
    fn pedagogue_is_printed_as_it_is_and_means_teacher() {
        assert_eq!(both("педагог"), words("педагог", "педагог"));
        assert!(mean_the_same("педагог", "мұғалім"));
    }

    #[test]
    fn languages_make_no_other_subject() {
        assert!(mean_the_same("История", "тарих"));
        assert!(mean_the_same("Учитель математики", "Математика мұғалімі"));
        assert!(!mean_the_same("История", "Физика"));
        assert!(!mean_the_same("робототехника", "робототехника клубы"));
    }

    #[test]
    fn no_two_lines_of_the_table_have_one_name_in_a_language() {
        for name in [|term: &Term| term.kk, |term: &Term| term.ru] {
            let mut names: Vec<String> = list::TERMS.iter().map(|term| name(term).to_lowercase()).collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all);
        }
    }
}
