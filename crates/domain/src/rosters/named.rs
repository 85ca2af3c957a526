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

    /// The initials of a record's name, sorted.
    pub(super) fn initials_of(&self, place: usize) -> Initials {
        initials(&self.words[place])
    }
}

/// The first letters of the first two words of a name, sorted: names are written in whatever order.
type Initials = Vec<char>;

/// Lines of which nobody knows whom they are about, by the initials of what stands in place of the name. A list of
/// thousands of them is looked up for each person who is absent, so a look-up does not walk the lines.
#[derive(Debug, Default)]
pub(super) struct Unclear {
    count: usize,
    /// The place in the file and the number of the first line with these initials.
    first: HashMap<Initials, (usize, u32)>,
}

impl Unclear {
    pub(super) fn add(&mut self, line: &Unread) {
        self.first.entry(initials(&words(&line.name))).or_insert((self.count, line.line));
        self.count += 1;
    }

    /// The first line that may misspell a name with these initials: it carries the same two, or one of them, or no
    /// name at all.
    pub(super) fn about(&self, own: &[char]) -> Option<u32> {
        let parts = own.iter().map(|letter| vec![*letter]).chain([Initials::new()]);
        let fits = parts.chain([own.to_vec()]);
        fits.filter_map(|initials| self.first.get(&initials)).min().map(|(_, line)| *line)
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

fn initials(words: &[String]) -> Initials {
    let mut initials: Initials = words.iter().take(2).filter_map(|word| word.chars().next()).collect();
    initials.sort_unstable();
    initials
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The first line that may be about a name, found by comparing it with each.
    fn one_by_one(lines: &[Unread], name: &str) -> Option<u32> {
        let own = initials(&words(name));
        let may_be = |line: &&Unread| {
            let said = initials(&words(&line.name));
            if said.len() < 2 { said.iter().all(|letter| own.contains(letter)) } else { own == said }
        };
        lines.iter().find(may_be).map(|line| line.line)
    }

    /// Up to three words over few letters, so that initials meet; dots and Kazakh letters too.
    fn names() -> impl Strategy<Value = String> {
        prop_oneof![
            proptest::collection::vec("[абәв]{1,2}\\.?", 0..4).prop_map(|words| words.join(" ")),
            Just(".".to_owned()),
        ]
    }

    proptest! {
        #[test]
        fn a_look_up_finds_the_line_that_comparing_with_each_finds(
            said in proptest::collection::vec((names(), 1_u32..50), 0..12),
            name in names(),
        ) {
            let line = |(name, line): (String, u32)| Unread { line, keys: Vec::new(), name };
            let lines: Vec<Unread> = said.into_iter().map(line).collect();
            let mut unclear = Unclear::default();
            for line in &lines {
                unclear.add(line);
            }
            let found = unclear.about(&initials(&words(&name)));
            prop_assert_eq!(found, one_by_one(&lines, &name));
        }
    }
}
