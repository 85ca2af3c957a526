//! The texts of situations and of the rubric, as they are written for this project (CC BY 4.0) in the three languages.

use domain::exams::SITUATIONS;
use i18n::Lang;

/// A situation with its role cards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// What happened.
    pub happened: String,
    /// What the candidate is told.
    pub candidate: String,
    /// The role of the young teacher, for whoever plays it.
    pub role: String,
    /// What examiners look for.
    pub examiners: String,
}

/// A criterion in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// What it looks for.
    pub text: String,
}

/// A file of a folder in a language; its name is written without quotes, as texts and deeds alone are in quotes here.
macro_rules! words_of {
    ($folder:ident, $language:literal, $first:ident $(- $rest:ident)*) => {
        include_str!(concat!(
            "../../../../content/",
            stringify!($folder),
            "/",
            $language,
            "/",
            stringify!($first),
            $("-", stringify!($rest),)*
            ".md"
        ))
    };
}

/// The three files of a situation of a folder: Kazakh, Russian, English.
macro_rules! situation {
    ($folder:ident: $($name:tt)+) => {
        [
            words_of!($folder, "kk", $($name)+),
            words_of!($folder, "ru", $($name)+),
            words_of!($folder, "en", $($name)+),
        ]
    };
}

pub(crate) use {situation, words_of};

/// The files of each situation in the order of [`SITUATIONS`]: Kazakh, Russian, English.
const FILES: [[&str; 3]; 12] = [
    situation!(situations: all - is - fine),
    situation!(situations: another - mentor),
    situation!(situations: asked - to - tell),
    situation!(situations: borrowed - plans),
    situation!(situations: keep - a - secret),
    situation!(situations: late - journal),
    situation!(situations: noisy - lesson),
    situation!(situations: parent - chat),
    situation!(situations: saying - goodbye),
    situation!(situations: stronger - newcomer),
    situation!(situations: tears - after - parent),
    situation!(situations: thinks - of - leaving),
];

const RUBRIC: [&str; 3] = [
    include_str!("../../../../content/rubric/kk.md"),
    include_str!("../../../../content/rubric/ru.md"),
    include_str!("../../../../content/rubric/en.md"),
];

/// The one of three files in a language.
pub(crate) fn of<'a>(files: &[&'a str; 3], lang: Lang) -> &'a str {
    let [kk, ru, en] = files;
    match lang {
        Lang::Kk => kk,
        Lang::Ru => ru,
        Lang::En => en,
    }
}

/// Heading and words of each part below a heading of the second level.
pub(crate) fn parts(text: &str) -> Vec<(&str, String)> {
    text.split("\n## ")
        .skip(1)
        .map(|piece| {
            let (heading, words) = piece.split_once('\n').unwrap_or((piece, ""));
            (heading.trim(), words.trim().to_owned())
        })
        .collect()
}

/// The title in the first line.
pub(crate) fn title(text: &str) -> Option<String> {
    Some(text.lines().next()?.trim_start_matches('#').trim().to_owned())
}

/// A situation by its word.
pub fn card(word: &str, lang: Lang) -> Option<Card> {
    let files = FILES.get(SITUATIONS.iter().position(|one| *one == word)?)?;
    let text = of(files, lang);
    let title = title(text)?;
    let mut words = parts(text).into_iter().map(|(_, words)| words);
    Some(Card {
        title,
        happened: words.next()?,
        candidate: words.next()?,
        role: words.next()?,
        examiners: words.next()?,
    })
}

/// A criterion by its word.
pub fn criterion(word: &str, lang: Lang) -> Option<Line> {
    let tail = format!("`{word}`");
    let found = parts(of(&RUBRIC, lang)).into_iter().find(|(heading, _)| heading.ends_with(&tail));
    found.map(|(heading, text)| Line { name: heading.trim_end_matches(&tail).trim().to_owned(), text })
}

/// The words of the marks, the lowest first.
pub fn scale(lang: Lang) -> Vec<String> {
    let text = of(&RUBRIC, lang);
    let words = text.lines().filter_map(|line| line.strip_prefix("- "));
    words
        .map(|line| {
            line.split_once(' ').map_or(line, |(_, rest)| rest).trim_start_matches(['—', '–', ' ']).to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::exams::Rubric;

    #[test]
    fn every_situation_and_criterion_has_its_words_in_three_languages() {
        for lang in Lang::ALL {
            for word in SITUATIONS {
                let card = card(word, lang).unwrap_or_default();
                let all = [&card.title, &card.happened, &card.candidate, &card.role, &card.examiners];
                assert!(all.iter().all(|words| !words.is_empty() && !words.contains('#')), "{word} {card:?}");
            }
            for one in Rubric::starter().criteria {
                let line = criterion(&one.word, lang).unwrap_or_default();
                assert!(!line.name.is_empty() && !line.text.is_empty(), "{} {line:?}", one.word);
            }
            assert_eq!(scale(lang).len(), 4);
            assert!(scale(lang).iter().all(|word| !word.contains('—') && word.len() > 3));
        }
    }
}
