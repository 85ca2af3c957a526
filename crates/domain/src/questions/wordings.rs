//! One question in up to three languages, and its versions (docs/decisions/0031): the words are each language's own, the
//! key and the points are one.

use super::{Bank, Choice, Fault, Kind, Numbered, Points, Question, Range, Shelf};
use crate::{Instant, PersonId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A language in which a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Language {
    /// All, in the order of the pages.
    pub const ALL: [Self; 3] = [Self::Kk, Self::Ru, Self::En];

    /// The word under which it is stored; also its tag.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.word() == word)
    }
}

/// How a question is answered, without what is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// One of several.
    Single,
    /// Several of several.
    Multiple,
    /// Right or wrong.
    TrueFalse,
    /// A word or two.
    Short,
    /// A number.
    Numerical,
    /// Each stem gets its answer.
    Matching,
    /// A text that is marked by hand.
    Essay,
}

impl Way {
    /// All, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::Single,
        Self::Multiple,
        Self::TrueFalse,
        Self::Short,
        Self::Numerical,
        Self::Matching,
        Self::Essay,
    ];

    /// The word in addresses; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Multiple => "multiple",
            Self::TrueFalse => "truth",
            Self::Short => "short",
            Self::Numerical => "numerical",
            Self::Matching => "matching",
            Self::Essay => "essay",
        }
    }

    /// Reads a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.word() == word)
    }
}

impl<T> Kind<T> {
    /// How it is answered.
    pub const fn way(&self) -> Way {
        match self {
            Self::Single(_) => Way::Single,
            Self::Multiple(_) => Way::Multiple,
            Self::TrueFalse { .. } => Way::TrueFalse,
            Self::Short { .. } => Way::Short,
            Self::Numerical(_) => Way::Numerical,
            Self::Matching { .. } => Way::Matching,
            Self::Essay => Way::Essay,
        }
    }
}

/// What two languages have to share: the way of answering, and how many choices there are in which order. The accepted
/// forms of a short answer are each language's own.
fn shape(kind: &Kind) -> (Way, Vec<usize>) {
    let parts = match kind {
        Kind::Single(choices) | Kind::Multiple(choices) => vec![choices.len()],
        Kind::Numerical(ranges) => vec![ranges.len()],
        Kind::Matching { pairs, spare } => {
            // Which stems share an answer is a part of the key.
            let first = |answer: &String| pairs.iter().position(|pair| pair.answer == *answer);
            let shared = pairs.iter().filter_map(|pair| first(&pair.answer));
            shared.chain([spare.len()]).collect()
        }
        Kind::TrueFalse { .. } | Kind::Short { .. } | Kind::Essay => Vec::new(),
    };
    (kind.way(), parts)
}

/// The words of one with the key of the other; both have one shape.
fn with_key(words: &Kind, key: &Kind) -> Kind {
    let choices = |words: &[Choice], key: &[Choice]| -> Vec<Choice> {
        let both = words.iter().zip(key);
        both.map(|(words, key)| Choice { fraction: key.fraction, ..words.clone() }).collect()
    };
    match (words, key) {
        (Kind::Single(words), Kind::Single(key)) => Kind::Single(choices(words, key)),
        (Kind::Multiple(words), Kind::Multiple(key)) => Kind::Multiple(choices(words, key)),
        (Kind::TrueFalse { to_true, to_false, .. }, Kind::TrueFalse { right, .. }) => {
            Kind::TrueFalse { right: *right, to_true: to_true.clone(), to_false: to_false.clone() }
        }
        (Kind::Short { answers, .. }, Kind::Short { case, .. }) => {
            Kind::Short { answers: answers.clone(), case: *case }
        }
        (Kind::Numerical(words), Kind::Numerical(key)) => {
            let range = |(words, key): (&Range, &Range)| Range {
                near: key.near,
                fraction: key.fraction,
                feedback: words.feedback.clone(),
            };
            Kind::Numerical(words.iter().zip(key).map(range).collect())
        }
        _ => words.clone(),
    }
}

impl Question {
    /// Asks it the same as the other one, with the same key and for as much? Words are not compared.
    pub fn agrees(&self, other: &Self) -> bool {
        shape(&self.kind) == shape(&other.kind) && self.keyed(other).as_ref() == Some(self)
    }

    /// Is the key of the other one, place by place, what its own is?
    fn has_key_of(&self, key: &Self) -> bool {
        shape(&self.kind) == shape(&key.kind) && with_key(&self.kind, &key.kind) == self.kind
    }

    /// These words with name, shelf, points and key of the other one; nothing where the shapes differ.
    pub fn keyed(&self, key: &Self) -> Option<Self> {
        (shape(&self.kind) == shape(&key.kind)).then(|| Self {
            name: key.name.clone(),
            text: self.text.clone(),
            shelf: key.shelf.clone(),
            kind: with_key(&self.kind, &key.kind),
            worth: key.worth,
            feedback: self.feedback.clone(),
        })
    }
}

/// A question as the bank keeps it: a number, words in one language at least.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its number in the bank, from 1; never given to another question.
    pub number: u32,
    /// It is not drawn for new papers.
    pub retired: bool,
    /// It is for practice before the exam, and no exam draws it.
    pub practice: bool,
    /// Its words; the key is one.
    words: BTreeMap<Language, Question>,
}

/// Why words are not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordingRefused {
    /// The question in this language has another way of answering or another number of choices: bring both to one, or
    /// put the other languages aside.
    Apart(Language),
    /// There are no words at all.
    Nothing,
}

impl Kept {
    /// A question in one language.
    pub fn new(number: u32, language: Language, question: Question) -> Self {
        Self { number, retired: false, practice: false, words: BTreeMap::from([(language, question)]) }
    }

    /// A question in several languages that agree; the key of the first one holds.
    pub fn of(
        number: u32,
        retired: bool,
        words: BTreeMap<Language, Question>,
    ) -> Result<Self, WordingRefused> {
        let (_, first) = words.first_key_value().ok_or(WordingRefused::Nothing)?;
        match words.iter().find(|(_, other)| !other.agrees(first)) {
            Some((language, _)) => Err(WordingRefused::Apart(*language)),
            None => Ok(Self { number, retired, practice: false, words }),
        }
    }

    /// Its words by language.
    pub const fn words(&self) -> &BTreeMap<Language, Question> {
        &self.words
    }

    /// Has it this name? It is one in all languages.
    pub fn is_named(&self, name: &str) -> bool {
        self.words.values().any(|question| question.name == name)
    }

    /// The words in a language, or in the first there is.
    pub fn read(&self, wanted: Language) -> Option<(Language, &Question)> {
        let first = || self.words.first_key_value();
        self.words.get_key_value(&wanted).or_else(first).map(|(language, question)| (*language, question))
    }

    /// Words the question in a language, anew or better. Name, shelf, points and key become those of this wording in all
    /// languages; where a shape differs it is refused, unless the other languages are put aside.
    pub fn word(
        mut self,
        language: Language,
        question: Question,
        alone: bool,
    ) -> Result<Self, WordingRefused> {
        self.words.remove(&language);
        if alone {
            self.words.clear();
        }
        for (other, words) in &mut self.words {
            *words = words.keyed(&question).ok_or(WordingRefused::Apart(*other))?;
        }
        self.words.insert(language, question);
        Ok(self)
    }

    /// Takes it out of new papers, or back in.
    #[must_use]
    pub fn retire(self, retired: bool) -> Self {
        Self { retired, ..self }
    }
}

/// What becomes of a question that somebody brings in a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// It is a question of its own.
    New,
    /// The bank has one of this name with the same key: it gets words in this language.
    Worded(Kept),
    /// The bank has one of this name in this language: it gets these words and this key.
    Better(Kept),
    /// The bank has it as it is, under this number.
    Same(u32),
    /// The bank has one of this name with another key or another number of choices, under this number: nothing is done. A
    /// key is carried by place, and no file says whether the choices of other languages stand in the same order: where
    /// there are some, it is changed by hand.
    Apart(u32),
    /// It cannot be asked.
    Faulty(Fault),
}

/// What becomes of a question, against the bank as it is. One name is one question: files of three languages meet by it,
/// and a file that was mended comes back to its questions.
pub fn fate(bank: &[Kept], language: Language, question: &Question) -> Fate {
    if let Some(fault) = question.faults().first() {
        return Fate::Faulty(*fault);
    }
    if let Some(same) = bank.iter().find(|kept| kept.words.get(&language) == Some(question)) {
        return Fate::Same(same.number);
    }
    let named = |kept: &&Kept| !question.name.is_empty() && kept.is_named(&question.name);
    let Some(kept) = bank.iter().find(named) else { return Fate::New };
    if kept.words.contains_key(&language) {
        let other = |(one, words): (&Language, &Question)| *one != language && !words.has_key_of(question);
        if kept.words.iter().any(other) {
            return Fate::Apart(kept.number);
        }
        let better = kept.clone().word(language, question.clone(), false);
        return better.map_or(Fate::Apart(kept.number), Fate::Better);
    }
    // Another language brings words, never another key.
    let words = kept.words.clone().into_iter().chain([(language, question.clone())]).collect();
    let worded = Kept::of(kept.number, kept.retired, words);
    let worded = worded.map(|worded| Kept { practice: kept.practice, ..worded });
    worded.map_or(Fate::Apart(kept.number), Fate::Worded)
}

/// One version of a question: what changed with a version of the bank.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// The version of the bank that it came with.
    pub version: u32,
    /// Whose change it is.
    pub by: PersonId,
    /// When.
    pub at: Instant,
    /// How the question stands since.
    pub kept: Kept,
}

impl Bank {
    /// The questions of a version that are asked in a language, without those that are retired or for practice.
    pub fn of(version: u32, language: Language, all: Vec<Kept>) -> Self {
        Self::chosen(version, language, all, |kept| !kept.practice)
    }

    /// Those among them that are not retired and that are looked for.
    pub(super) fn chosen(
        version: u32,
        language: Language,
        all: Vec<Kept>,
        fits: impl Fn(&Kept) -> bool,
    ) -> Self {
        let next = all.iter().map(|kept| kept.number).max().unwrap_or_default();
        let numbered = |mut kept: Kept| {
            let question = kept.words.remove(&language)?;
            Some(Numbered { number: kept.number, question })
        };
        let mut questions: Vec<Numbered> =
            all.into_iter().filter(|kept| !kept.retired && fits(kept)).filter_map(numbered).collect();
        questions.sort_by_key(|one| one.number);
        Self::kept(version, next, questions)
    }
}

/// Which questions somebody looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// On which shelf.
    pub shelf: Option<Shelf>,
    /// How they are answered.
    pub way: Option<Way>,
    /// In which language they are worded.
    pub language: Option<Language>,
    /// Letters of a name or a text, in any case.
    pub letters: String,
    /// Those that are retired instead of the others.
    pub retired: bool,
    /// Those alone that are for practice.
    pub practice: bool,
}

impl Wanted {
    /// Is it one of them?
    pub fn fits(&self, kept: &Kept) -> bool {
        let letters = self.letters.trim().to_lowercase();
        let holds = |text: &str| text.to_lowercase().contains(&letters);
        let fits = |(language, question): (&Language, &Question)| {
            self.language.is_none_or(|wanted| wanted == *language)
                && self.shelf.as_ref().is_none_or(|wanted| *wanted == question.shelf)
                && self.way.is_none_or(|wanted| wanted == question.kind.way())
                && (letters.is_empty() || holds(&question.name) || holds(&question.text))
        };
        kept.retired == self.retired && (kept.practice || !self.practice) && kept.words.iter().any(fits)
    }
}

/// Most questions that a bank holds, retired ones counted.
pub const MOST_QUESTIONS: usize = 5_000;

impl Question {
    /// A question with nothing in it yet, for a form.
    pub fn blank(shelf: Shelf, kind: Kind) -> Self {
        Self {
            name: String::new(),
            text: String::new(),
            shelf,
            kind,
            worth: Points::ONE,
            feedback: String::new(),
        }
    }
}
