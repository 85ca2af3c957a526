//! Class names: `8А`, `8A` in Latin, `8 "А"`, `8 «а»`, `8-А` and `8 А класс` are one class.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::text::{fold, look_alike, tidy};

/// A class as typed, beside its parts where they can be told.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ClassName {
    /// The cell exactly as it stands in the file.
    pub typed: String,
    /// Grade (0 for the preparatory class, to 12) and letter, if the name reads as such.
    pub form: Option<Form>,
}

/// Grade and letter of a class.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Form {
    /// Grade, 0–12.
    pub grade: u8,
    /// Capital letters of the class, empty in a school with one class a grade.
    pub letter: String,
}

impl ClassName {
    /// Reads a class name; `None` for a blank cell.
    pub fn of(typed: &str) -> Option<Self> {
        (!tidy(typed).is_empty()).then(|| Self { typed: typed.to_owned(), form: Form::of(typed) })
    }

    /// The key under which spellings of one class meet: `8А`, or the folded name.
    pub fn key(&self) -> String {
        match &self.form {
            Some(form) => format!("{}{}", form.grade, form.letter),
            None => fold(&self.typed),
        }
    }
}

impl Form {
    fn of(typed: &str) -> Option<Self> {
        const HIGHEST_GRADE: u8 = 12;
        let folded: String = typed.nfkc().collect::<String>().to_lowercase();
        let words: Vec<&str> = folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty() && !is_class_word(word))
            .collect();
        let name = words.concat();
        let digits = name.chars().take_while(char::is_ascii_digit).count();
        let (grade, letters) = name.split_at(digits);
        let grade: u8 = grade.parse().ok().filter(|grade| *grade <= HIGHEST_GRADE)?;
        let is_letter = letters.chars().count() <= 3 && letters.chars().all(char::is_alphabetic);
        let letter = letters.to_uppercase().chars().map(look_alike).collect();
        is_letter.then_some(Self { grade, letter })
    }
}

fn is_class_word(word: &str) -> bool {
    matches!(word, "класс" | "кл" | "класса" | "сынып" | "сыныбы" | "сын" | "class" | "grade" | "form")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_class_meet() {
        for typed in
            ["8А", "8A", "8 \"А\"", "8 «а»", "8-А", "8 А класс", " 8–а ", "８А", "8 «А» сыныбы", "08А"]
        {
            let class = ClassName::of(typed).unwrap();
            assert_eq!(class.key(), "8А", "{typed:?}");
            assert_eq!(class.typed, typed);
        }
    }

    #[test]
    fn different_classes_stay_different() {
        let key = |typed| ClassName::of(typed).unwrap().key();
        assert_ne!(key("5 «А»"), key("5 «Ә»"));
        assert_ne!(key("8Б"), key("8B"));
        assert_ne!(key("1А"), key("11А"));
        assert_eq!(key("10"), "10");
    }

    #[test]
    fn what_is_no_grade_and_letter_is_kept_as_typed() {
        let class = ClassName::of("Мектепалды  даярлық").unwrap();
        assert_eq!(class.form, None);
        assert_eq!(class.key(), "мектепалды даярлық");
        assert_eq!(ClassName::of("2026").unwrap().form, None);
        assert_eq!(ClassName::of(" "), None);
    }
}
