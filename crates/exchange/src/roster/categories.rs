//! Qualification categories of teachers in the words of orders and of everyday lists.
//!
//! The categories of today and the three older ones that are still met in data sets.

use serde::{Deserialize, Serialize};

use super::text::squeeze;

/// A qualification category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// «без категории», «санаты жоқ».
    None,
    /// педагог-стажёр.
    Trainee,
    /// педагог.
    Teacher,
    /// педагог-модератор.
    Moderator,
    /// педагог-эксперт, педагог-сарапшы.
    Expert,
    /// педагог-исследователь, педагог-зерттеуші.
    Researcher,
    /// педагог-мастер, педагог-шебер.
    Master,
    /// вторая, екінші.
    LegacySecond,
    /// первая, бірінші.
    LegacyFirst,
    /// высшая, жоғары.
    LegacyHighest,
}

impl Category {
    /// Reads a category in Kazakh, Russian or English; `None` for unknown words.
    pub fn of(cell: &str) -> Option<Self> {
        let words = squeeze(cell);
        let exact = EXACT.iter().find(|(word, _)| *word == words);
        let found = exact.or_else(|| STEMS.iter().find(|(stem, _)| words.contains(stem)));
        found.map(|(_, category)| *category)
    }
}

const EXACT: [(&str, Category); 24] = [
    ("бк", Category::None),
    ("нет", Category::None),
    ("неимеет", Category::None),
    ("жок", Category::None),
    ("жоқ", Category::None),
    ("none", Category::None),
    ("no", Category::None),
    ("педагог", Category::Teacher),
    ("педагогтің", Category::Teacher),
    ("teacher", Category::Teacher),
    ("pedagogue", Category::Teacher),
    ("2", Category::LegacySecond),
    ("ii", Category::LegacySecond),
    ("іі", Category::LegacySecond),
    ("2категория", Category::LegacySecond),
    ("2санат", Category::LegacySecond),
    ("1", Category::LegacyFirst),
    ("i", Category::LegacyFirst),
    ("і", Category::LegacyFirst),
    ("1категория", Category::LegacyFirst),
    ("1санат", Category::LegacyFirst),
    ("в", Category::LegacyHighest),
    ("вк", Category::LegacyHighest),
    ("жоғары", Category::LegacyHighest),
];

const STEMS: [(&str, Category); 27] = [
    ("безкатегор", Category::None),
    ("категориинет", Category::None),
    ("санатыжо", Category::None),
    ("санатжо", Category::None),
    ("санатсыз", Category::None),
    ("nocategory", Category::None),
    ("стажер", Category::Trainee),
    ("тағылымдама", Category::Trainee),
    ("trainee", Category::Trainee),
    ("модератор", Category::Moderator),
    ("moderator", Category::Moderator),
    ("эксперт", Category::Expert),
    ("сарапшы", Category::Expert),
    ("expert", Category::Expert),
    ("исследовател", Category::Researcher),
    ("зерттеуш", Category::Researcher),
    ("researcher", Category::Researcher),
    ("мастер", Category::Master),
    ("шебер", Category::Master),
    ("master", Category::Master),
    ("втора", Category::LegacySecond),
    ("екінші", Category::LegacySecond),
    ("перва", Category::LegacyFirst),
    ("бірінші", Category::LegacyFirst),
    ("высша", Category::LegacyHighest),
    ("жоғарысанат", Category::LegacyHighest),
    ("highest", Category::LegacyHighest),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_three_languages_mean_the_same_categories() {
        let meanings: [(Category, &[&str]); 10] = [
            (Category::None, &["б/к", "без категории", "санаты жоқ", "Санатсыз", "no category"]),
            (Category::Trainee, &["педагог-стажёр", "педагог-тағылымдамашы", "trainee teacher"]),
            (Category::Teacher, &["педагог", "Педагог ", "teacher"]),
            (Category::Moderator, &["педагог-модератор", "ПЕДАГОГ – МОДЕРАТОР", "teacher-moderator"]),
            (Category::Expert, &["педагог-эксперт", "педагог-сарапшы", "expert teacher"]),
            (Category::Researcher, &["педагог-исследователь", "педагог-зерттеуші", "researcher"]),
            (Category::Master, &["педагог-мастер", "педагог-шебер", "master"]),
            (Category::LegacySecond, &["вторая", "екінші санат", "II"]),
            (Category::LegacyFirst, &["первая категория", "бірінші", "1 категория"]),
            (Category::LegacyHighest, &["высшая", "жоғары", "жоғары санатты"]),
        ];
        for (category, words) in meanings {
            for word in words {
                assert_eq!(Category::of(word), Some(category), "{word}");
            }
        }
    }

    #[test]
    fn unknown_words_are_no_category() {
        assert_eq!(Category::of("учитель физики"), None);
        assert_eq!(Category::of("?"), None);
    }
}
