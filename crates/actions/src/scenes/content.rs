//! The texts of the situations that come with the program, written for this project (CC BY 4.0) in three languages.

use crate::commissions::content::{of, parts, situation, title, words_of};
use domain::scenes::{SITUATIONS, Situation};
use i18n::Lang;

/// A situation with its role cards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// What happened.
    pub happened: String,
    /// The card of whoever plays the mentor.
    pub mentor: String,
    /// The card of whoever plays the newcomer.
    pub newcomer: String,
    /// What observers watch for.
    pub watch: String,
}

impl From<Situation> for Card {
    fn from(own: Situation) -> Self {
        let Situation { title, happened, mentor, newcomer, watch, .. } = own;
        Self { title, happened, mentor, newcomer, watch }
    }
}

/// The files of each situation in the order of [`SITUATIONS`].
const FILES: [[&str; 3]; 20] = [
    situation!(scenes: board - not - ready),
    situation!(scenes: class - chat),
    situation!(scenes: copied - feedback),
    situation!(scenes: excellent - pupil),
    situation!(scenes: first - parents - meeting),
    situation!(scenes: first - summative),
    situation!(scenes: homework - for - hours),
    situation!(scenes: inclusive - pupil),
    situation!(scenes: late - to - meetings),
    situation!(scenes: lesson - too - short),
    situation!(scenes: mentor - is - busy),
    situation!(scenes: neighbours - advice),
    situation!(scenes: nobody - answers),
    situation!(scenes: own - idea),
    situation!(scenes: phones - in - class),
    situation!(scenes: plan - for - inspection),
    situation!(scenes: report - not - in - list),
    situation!(scenes: seating - quarrel),
    situation!(scenes: two - languages),
    situation!(scenes: wants - to - observe),
];

/// A situation by its word.
pub fn card(word: &str, lang: Lang) -> Option<Card> {
    let files = FILES.get(SITUATIONS.iter().position(|one| *one == word)?)?;
    let text = of(files, lang);
    let mut words = parts(text).into_iter().map(|(_, words)| words);
    Some(Card {
        title: title(text)?,
        happened: words.next()?,
        mentor: words.next()?,
        newcomer: words.next()?,
        watch: words.next()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_situation_has_its_words_in_three_languages() {
        for lang in Lang::ALL {
            let mut titles = BTreeSet::new();
            for word in SITUATIONS {
                let card = card(word, lang).unwrap_or_default();
                let all = [&card.title, &card.happened, &card.mentor, &card.newcomer, &card.watch];
                assert!(all.iter().all(|words| !words.is_empty() && !words.contains('#')), "{word} {card:?}");
                titles.insert(card.title);
            }
            assert_eq!(titles.len(), SITUATIONS.len());
        }
    }
}
