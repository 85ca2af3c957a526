//! Who is meant by a line of which nothing is written: a full list must not end somebody whose line is only
//! faulty.

use super::{Standing, plain};
use std::collections::{BTreeSet, HashMap};

/// A line of the file that could not be read, as far as it says whom it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Physical line, from 1.
    pub line: u32,
    /// Keys that could be read all the same.
    pub keys: Vec<String>,
    /// What stands in place of the name, folded; empty where nothing does.
    pub name: String,
}

/// Records by every word of their names.
pub(super) struct Names {
    words: Vec<Vec<String>>,
    by_word: HashMap<String, Vec<usize>>,
}

impl Names {
    pub(super) fn of(standing: &[Standing]) -> Self {
        let words: Vec<Vec<String>> = standing.iter().map(|record| words(&record.name)).collect();
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, words) in words.iter().enumerate() {
            for word in words {
                by_word.entry(word.clone()).or_default().push(place);
            }
        }
        Self { words, by_word }
    }

    /// Records that a name may mean: spelt with other letters, shortened, or a part of it.
    pub(super) fn meant(&self, name: &str) -> BTreeSet<usize> {
        let said = words(name);
        let places = said.iter().filter_map(|word| self.by_word.get(word)).flatten().copied();
        places.filter(|place| are_alike(&said, &self.words[*place])).collect()
    }

    /// True where the name may be a misspelling of this record's: the same initials, in whatever order.
    pub(super) fn has_initials_of(&self, place: usize, name: &str) -> bool {
        let (own, said) = (initials(&self.words[place]), initials(&words(name)));
        if said.len() < 2 { said.iter().all(|letter| own.contains(letter)) } else { own == said }
    }
}

/// The words of a folded name. What pupils' names carry behind a bar (birthday or class) is none of them.
fn words(name: &str) -> Vec<String> {
    let name = name.split('|').next().unwrap_or_default();
    let word = |word: &str| word.trim_end_matches('.').chars().map(plain).collect::<String>();
    name.split_whitespace().map(word).filter(|word| !word.is_empty()).collect()
}

/// True where each word of the shorter name stands in the longer one, or its initial does.
fn are_alike(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let stands_for = |one: &str, other: &str| one.chars().count() == 1 && other.starts_with(one);
    let same = |one: &str, other: &str| one == other || stands_for(one, other) || stands_for(other, one);
    !short.is_empty() && short.iter().all(|word| long.iter().any(|other| same(word, other)))
}

fn initials(words: &[String]) -> Vec<char> {
    let mut initials: Vec<char> = words.iter().take(2).filter_map(|word| word.chars().next()).collect();
    initials.sort_unstable();
    initials
}
