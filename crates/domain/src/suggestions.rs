//! Whom a newcomer could get to know, explained by what the two have in common (feat:C7, C8; essay:E7, E11, E12).
//! There is no score that anybody reads, and nobody leaves the list of mentors for one. What enters the spread
//! over all newcomers, and what never does: docs/decisions/0007-marks-and-suggestions.md.

use crate::MentorId;
use crate::contacts::{Impression, Mark};
use crate::mentors::{Card, Field, Reach, Readers};
use crate::people::Person;
use crate::timetables::{Lesson, Slot, free_together};
use std::collections::BTreeSet;

/// How many mentors are suggested to a newcomer at once: few enough to be read.
pub const MOST: usize = 3;

/// To how many newcomers a mentor is suggested for each free place: one may come, one may come instead.
pub const TO_EACH_PLACE: u8 = 2;

/// What is known to all of somebody who may suit somebody else.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The person.
    pub person: &'a Person,
    /// Their lessons of the week; none where no timetable was brought.
    pub lessons: &'a [Lesson],
}

/// What a newcomer and a mentor have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Common {
    /// The subject of both, in the mentor's list's words.
    pub subject: Option<String>,
    /// Tag of the newcomer's language, where the mentor works in it.
    pub language: Option<String>,
    /// When both are at school and neither teaches.
    pub free: Vec<Slot>,
    /// Goals of the newcomer's own requests of which the card speaks. The newcomer's own knowledge.
    pub goals: Vec<String>,
}

impl Common {
    /// What anybody of the school could find by comparing: subject, language, free time.
    pub fn between(newcomer: Known<'_>, mentor: Known<'_>, card: &Card) -> Self {
        let subject = |known: Known<'_>| known.person.subject.as_deref().map(plain).unwrap_or_default();
        let same = !subject(newcomer).is_empty() && subject(newcomer) == subject(mentor);
        let lang = &newcomer.person.lang;
        Self {
            subject: mentor.person.subject.clone().filter(|_| same),
            language: card.languages.contains(lang).then(|| lang.clone()),
            free: free_together(newcomer.lessons, mentor.lessons),
            goals: Vec::new(),
        }
    }

    /// The same with those of the newcomer's goals of which the card speaks.
    #[must_use]
    pub fn with_goals(self, goals: &[String], card: &Card) -> Self {
        let mut met: Vec<String> = Vec::new();
        for goal in goals.iter().filter(|goal| speaks_of(&card.gives, goal)) {
            if !met.contains(goal) {
                met.push(goal.clone());
            }
        }
        Self { goals: met, ..self }
    }

    /// What of it may be named where not everybody reads the whole card: the rest counts without being said.
    #[must_use]
    pub fn named(self, readers: &Readers) -> Self {
        let all_read = |field| readers.shows(field, Reach::Everyone);
        Self {
            language: self.language.filter(|_| all_read(Field::Languages)),
            goals: if all_read(Field::Gives) { self.goals } else { Vec::new() },
            ..self
        }
    }

    /// Weekdays with a common free lesson, 1 for Monday.
    pub fn free_days(&self) -> Vec<u8> {
        let days: BTreeSet<u8> = self.free.iter().map(|slot| slot.weekday).collect();
        days.into_iter().collect()
    }

    /// How many things the two have in common; free time counts once, however much of it there is.
    pub fn points(&self) -> usize {
        let known = [self.subject.is_some(), self.language.is_some(), !self.free.is_empty()];
        known.into_iter().filter(|known| *known).count() + self.goals.len()
    }
}

fn plain(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Letters by which two forms of a long word are known as one: endings differ, «журнал», «журналы».
const STEM: usize = 5;

/// True where the card speaks of the goal: a word of five letters or more begins alike in both, or the same
/// abbreviation in capitals stands in both («БЖБ», «ҚМЖ»). Short words say too little.
fn speaks_of(gives: &str, goal: &str) -> bool {
    let signs = |text: &str| -> BTreeSet<String> { words(text).filter_map(sign).collect() };
    !signs(gives).is_disjoint(&signs(goal))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn sign(word: &str) -> Option<String> {
    let letters = word.chars().count();
    let capitals = letters >= 2 && word.chars().all(char::is_uppercase);
    match () {
        () if capitals => Some(word.to_owned()),
        () if letters >= STEM => Some(word.to_lowercase().chars().take(STEM).collect()),
        () => None,
    }
}

/// What the newcomer's own impressions say of a mentor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opinion {
    /// Met and liked: the marks are three of four on the whole, or better.
    Liked,
    /// Not met, or nothing marked.
    Open,
    /// Met, and it did not go that well.
    Doubtful,
}

/// What the author's impressions of one mentor say together.
pub fn opinion<'a>(impressions: impl IntoIterator<Item = &'a Impression>) -> Opinion {
    let marks: Vec<usize> = impressions
        .into_iter()
        .flat_map(|one| [one.useful, one.ease, one.asking])
        .flatten()
        .map(|mark: Mark| usize::from(mark.number()))
        .collect();
    match marks.iter().sum::<usize>() {
        0 => Opinion::Open,
        sum if sum >= 3 * marks.len() => Opinion::Liked,
        _ => Opinion::Doubtful,
    }
}

/// A mentor who could be asked now, as one newcomer knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The mentor.
    pub mentor: MentorId,
    /// What the two have in common.
    pub common: Common,
    /// What the newcomer's own impressions say.
    pub opinion: Opinion,
    /// The spread over all newcomers points this one to this mentor.
    pub spread: bool,
}

/// What is shown, in this order: first everybody whom the newcomer has met and liked, whatever the common points,
/// then, up to [`MOST`] in all, those to whom the spread points and who are not doubtful, by common points.
pub fn shown(mut offers: Vec<Offer>) -> Vec<Offer> {
    let liked = offers.iter().filter(|offer| offer.opinion == Opinion::Liked).count();
    offers.retain(|offer| match offer.opinion {
        Opinion::Liked => true,
        Opinion::Open => offer.spread,
        Opinion::Doubtful => false,
    });
    offers.sort_by_key(|offer| (offer.opinion, std::cmp::Reverse(offer.common.points())));
    offers.truncate(liked.max(MOST));
    offers
}

#[cfg(test)]
mod tests;
