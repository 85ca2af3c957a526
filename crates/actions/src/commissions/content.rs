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

/// A file of a situation in a language; its name is written without quotes, as texts and deeds alone are in quotes here.
macro_rules! words_of {
    ($language:literal, $first:ident $(- $rest:ident)*) => {
        include_str!(concat!(
            "../../../../content/situations/",
            $language,
            "/",
            stringify!($first),
            $("-", stringify!($rest),)*
            ".md"
        ))
    };
}

macro_rules! situation {
    ($($name:tt)+) => {
        [words_of!("kk", $($name)+), words_of!("ru", $($name)+), words_of!("en", $($name)+)]
    };
}

/// The files of each situation in the order of [`SITUATIONS`]: Kazakh, Russian, English.
const FILES: [[&str; 3]; 12] = [
    situation!(all - is - fine),
    situation!(another - mentor),
    situation!(asked - to - tell),
    situation!(borrowed - plans),
    situation!(keep - a - secret),
    situation!(late - journal),
    situation!(noisy - lesson),
    situation!(parent - chat),
    situation!(saying - goodbye),
    situation!(stronger - newcomer),
    situation!(tears - after - parent),
    situation!(thinks - of - leaving),
];

const RUBRIC: [&str; 3] = [
    include_str!("../../../../content/rubric/kk.md"),
    include_str!("../../../../content/rubric/ru.md"),
    include_str!("../../../../content/rubric/en.md"),
];

fn of<'a>(files: &[&'a str; 3], lang: Lang) -> &'a str {
    let [kk, ru, en] = files;
    match lang {
        Lang::Kk => kk,
        Lang::Ru => ru,
        Lang::En => en,
    }
}

/// Heading and words of each part below a heading of the second level.
fn parts(text: &str) -> Vec<(&str, String)> {
    text.split("\n## ")
        .skip(1)
        .map(|piece| {
            let (heading, words) = piece.split_once('\n').unwrap_or((piece, ""));
            (heading.trim(), words.trim().to_owned())
        })
        .collect()
}

/// A situation by its word.
pub fn card(word: &str, lang: Lang) -> Option<Card> {
    let files = FILES.get(SITUATIONS.iter().position(|one| *one == word)?)?;
    let text = of(files, lang);
    let title = text.lines().next()?.trim_start_matches('#').trim().to_owned();
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
