//! Names of people: one cell or three, split, cased and compared.

use serde::{Deserialize, Serialize};

use super::text::{cyrillic_look_alikes, fold, tidy};

/// A person's name, cleaned, beside what was typed where the two differ.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PersonName {
    /// Family name; may hold several words (`Сүлеймен қызы`).
    pub family: String,
    /// Given name, or an initial with its full stop.
    pub given: String,
    /// Patronymic; the law does not require one.
    pub patronymic: Option<String>,
    /// What stands in the file, if cleaning or splitting changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed: Option<TypedName>,
}

/// A name exactly as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TypedName {
    /// One cell for the whole name.
    Whole(String),
    /// A cell for each part, blank where there was none.
    Parts {
        /// The family-name cell.
        family: String,
        /// The given-name cell.
        given: String,
        /// The patronymic cell.
        patronymic: String,
    },
}

/// What a name lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NamePart {
    /// Both names.
    Whole,
    /// The family name.
    Family,
    /// The given name.
    Given,
}

/// What a person should look at before a split is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameDoubt {
    /// Only initials stand for the given name.
    Initials,
    /// More words than family, given and patronymic; the rest went to the patronymic.
    ManyWords,
    /// The order was given, patronymic, family; it was turned round.
    Turned,
}

impl PersonName {
    /// Splits a whole name written in one cell: family, given, patronymic.
    pub fn from_whole(cell: &str) -> Result<(Self, Option<NameDoubt>), NamePart> {
        let words = words_of(cell);
        let (mut parts, mut doubt) = match words.len() {
            0 => return Err(NamePart::Whole),
            1 => return Err(NamePart::Given),
            2 | 3 => (words, None),
            _ => {
                let patronymic = words[2..].join(" ");
                let doubt = Some(NameDoubt::ManyWords);
                (vec![words[0].clone(), words[1].clone(), patronymic], doubt)
            }
        };
        if parts.len() == 3 && is_patronymic(&parts[1]) && !is_patronymic(&parts[2]) {
            parts.rotate_right(1);
            doubt = Some(NameDoubt::Turned);
        }
        if parts[1].ends_with('.') {
            doubt = doubt.or(Some(NameDoubt::Initials));
        }
        let mut parts = parts.into_iter();
        let mut name = Self {
            family: parts.next().unwrap_or_default(),
            given: parts.next().unwrap_or_default(),
            patronymic: parts.next(),
            typed: None,
        };
        if name.full() != cell {
            name.typed = Some(TypedName::Whole(cell.to_owned()));
        }
        Ok((name, doubt))
    }

    /// Cleans a name written in a cell for each part.
    pub fn from_parts(family: &str, given: &str, patronymic: &str) -> Result<Self, NamePart> {
        let clean = [family, given, patronymic].map(|cell| words_of(cell).join(" "));
        let same = clean[0] == family && clean[1] == given && clean[2] == patronymic;
        let [clean_family, clean_given, clean_patronymic] = clean;
        match (clean_family.is_empty(), clean_given.is_empty()) {
            (true, true) => return Err(NamePart::Whole),
            (true, false) => return Err(NamePart::Family),
            (false, true) => return Err(NamePart::Given),
            (false, false) => {}
        }
        let typed = (!same).then(|| TypedName::Parts {
            family: family.to_owned(),
            given: given.to_owned(),
            patronymic: patronymic.to_owned(),
        });
        Ok(Self {
            family: clean_family,
            given: clean_given,
            patronymic: Some(clean_patronymic).filter(|p| !p.is_empty()),
            typed,
        })
    }

    /// Family, given and patronymic in one line.
    pub fn full(&self) -> String {
        let mut full = format!("{} {}", self.family, self.given);
        if let Some(patronymic) = &self.patronymic {
            full.push(' ');
            full.push_str(patronymic);
        }
        full
    }

    /// The key under which spellings of one name meet; `Нұрлан қызы` meets `Нұрланқызы`.
    pub fn key(&self) -> String {
        key_of(&self.full())
    }
}

/// The key of whatever stands in the cells of a name, though it may be no whole name.
pub(crate) fn loose_key(cells: &str) -> String {
    key_of(&words_of(cells).join(" "))
}

fn key_of(full: &str) -> String {
    let words = fold(full);
    let mut key = String::with_capacity(words.len());
    for word in words.split(' ') {
        if !key.is_empty() && !is_child_word(word) {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// The cleaned words of a cell; «ұлы» and «қызы» written apart join the word before.
fn words_of(cell: &str) -> Vec<String> {
    let tidied = cyrillic_look_alikes(&tidy(cell));
    let mut words: Vec<String> = Vec::new();
    for word in tidied.split(' ').filter(|word| !word.is_empty()) {
        let lowered = word.to_lowercase();
        match words.last_mut() {
            Some(before) if is_child_word(&lowered) => {
                before.push(' ');
                before.push_str(&lowered);
            }
            _ => words.extend(initials_apart(word)),
        }
    }
    words
}

/// «son of», «daughter of» as separate words, Kazakh and Azerbaijani, also in Russian letters.
fn is_child_word(word: &str) -> bool {
    matches!(word, "ұлы" | "қызы" | "улы" | "кызы" | "оглы" | "оғлы" | "гызы" | "ули")
}

/// `И.И.` is two initials; any other word is itself, cased.
fn initials_apart(word: &str) -> Vec<String> {
    let letters: Vec<&str> = word.split('.').collect();
    let is_initials = word.ends_with('.')
        && letters[..letters.len() - 1]
            .iter()
            .all(|letter| letter.chars().count() == 1 && letter.chars().all(char::is_alphabetic));
    if !is_initials {
        return vec![cased(word)];
    }
    letters[..letters.len() - 1].iter().map(|letter| format!("{}.", letter.to_uppercase())).collect()
}

/// Title case for a word written all in capitals or all in small letters; others stay.
fn cased(word: &str) -> String {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let all_upper = !word.chars().any(char::is_lowercase);
    let all_lower = !word.chars().any(char::is_uppercase);
    if letters < 2 || !(all_upper || all_lower) {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    let mut at_head = true;
    for letter in word.chars() {
        if at_head {
            out.extend(letter.to_uppercase());
        } else {
            out.extend(letter.to_lowercase());
        }
        at_head = !letter.is_alphabetic();
    }
    out
}

fn is_patronymic(word: &str) -> bool {
    const ENDINGS: [&str; 8] = ["ович", "евич", "овна", "евна", "ична", "ұлы", "қызы", "кызы"];
    let lowered = word.to_lowercase();
    ENDINGS.iter().any(|ending| lowered.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(cell: &str) -> (String, String, Option<String>) {
        let (name, _) = PersonName::from_whole(cell).unwrap();
        (name.family, name.given, name.patronymic)
    }

    fn three(family: &str, given: &str, patronymic: &str) -> (String, String, Option<String>) {
        let patronymic = (!patronymic.is_empty()).then(|| patronymic.to_owned());
        (family.to_owned(), given.to_owned(), patronymic)
    }

    #[test]
    fn a_whole_name_is_split_by_its_usual_order() {
        assert_eq!(split("Нұрланова Әлия Серікқызы"), three("Нұрланова", "Әлия", "Серікқызы"));
        assert_eq!(split("Ким Виктор"), three("Ким", "Виктор", ""));
    }

    #[test]
    fn ұлы_and_қызы_written_apart_join_the_word_before() {
        assert_eq!(split("Нұрланова Әлия Серік қызы"), three("Нұрланова", "Әлия", "Серік қызы"));
        assert_eq!(split("Сейіт қызы Мадина Асқарқызы"), three("Сейіт қызы", "Мадина", "Асқарқызы"));
    }

    #[test]
    fn capitals_become_a_name_again_with_kazakh_letters_and_hyphens() {
        assert_eq!(
            split("ӘБДІҒАЛИ-ҚҰРМАНОВА ІҢКӘР ҰЛАН ҚЫЗЫ"),
            three("Әбдіғали-Құрманова", "Іңкәр", "Ұлан қызы")
        );
        assert_eq!(split("д'артаньян шарль"), three("Д'Артаньян", "Шарль", ""));
        assert_eq!(split("МакКей Анна"), three("МакКей", "Анна", ""));
    }

    #[test]
    fn spaces_marks_and_look_alikes_are_cleaned_and_the_typed_name_kept() {
        let typed = "Cергеев \u{a0}Андреи\u{306}  Ильич";
        let (name, doubt) = PersonName::from_whole(typed).unwrap();
        assert_eq!(name.full(), "Сергеев Андрей Ильич");
        assert_eq!(name.typed, Some(TypedName::Whole(typed.to_owned())));
        assert_eq!(doubt, None);
        let (clean, _) = PersonName::from_whole("Сергеев Андрей Ильич").unwrap();
        assert_eq!(clean.typed, None);
    }

    #[test]
    fn doubtful_splits_say_so() {
        let (name, doubt) = PersonName::from_whole("Виктор Петрович Ким").unwrap();
        assert_eq!(name.full(), "Ким Виктор Петрович");
        assert_eq!(doubt, Some(NameDoubt::Turned));
        let (name, doubt) = PersonName::from_whole("Ким В.П.").unwrap();
        assert_eq!((name.given.as_str(), doubt), ("В.", Some(NameDoubt::Initials)));
        assert_eq!(name.patronymic.as_deref(), Some("П."));
        let (_, doubt) = PersonName::from_whole("Ли Мария Анна Софья").unwrap();
        assert_eq!(doubt, Some(NameDoubt::ManyWords));
    }

    #[test]
    fn a_name_without_a_part_is_named_by_what_it_lacks() {
        assert_eq!(PersonName::from_whole(" \u{a0}"), Err(NamePart::Whole));
        assert_eq!(PersonName::from_whole("Нұрланова"), Err(NamePart::Given));
        assert_eq!(PersonName::from_parts("", "Әлия", ""), Err(NamePart::Family));
        assert_eq!(PersonName::from_parts("Ким", " ", ""), Err(NamePart::Given));
    }

    #[test]
    fn one_person_in_two_spellings_has_one_key() {
        let apart = PersonName::from_whole("НҰРЛАНОВА ӘЛИЯ СЕРІК ҚЫЗЫ").unwrap().0;
        let joined = PersonName::from_parts("Нұрланова", "Әлия", "Серікқызы").unwrap();
        assert_eq!(apart.key(), joined.key());
    }
}
