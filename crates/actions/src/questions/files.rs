//! Files of questions, GIFT and Moodle XML: shown line by line before anything is written, taken in by name, handed out.

use super::plain::words;
use super::{keeps, save_all};
use crate::{Context, Failed, Never, apart};
use domain::SchoolId;
use domain::questions::{
    Edition, Fate, Fault, Kept, Language, MOST_QUESTIONS, Question, Shelf, Topic, Way, fate,
};
use exchange::questions::{
    Entry, Format, Left, Loss, Question as Foreign, Reading, Refused, Skipped, Text, WithoutFile, gift,
    moodle, text_of,
};
use i18n::Lang;
use std::collections::BTreeMap;
use store::{Tx, WriteTx};

/// Bytes of the largest file that a page takes: two thousand questions.
pub const MOST_BYTES: usize = 1024 * 1024;
/// Characters of a category that is kept.
const MOST_CATEGORY: usize = 120;

/// A file as somebody brings it.
#[derive(Clone, Copy, Debug)]
pub struct Brought<'a> {
    /// The school.
    pub school: &'a SchoolId,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// The language of its questions.
    pub language: Language,
    /// The topic of questions whose category is none of the six; without one they keep their category.
    pub topic: Option<Topic>,
}

/// A question of a file, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it begins, from 1.
    pub line: u32,
    /// Its name; empty where it has none.
    pub name: String,
    /// What is asked.
    pub text: String,
    /// How it is answered.
    pub way: Way,
    /// What becomes of it: `new`, `worded`, `better`, `same`, `apart`, `faulty`.
    pub fate: &'static str,
    /// Its number in the bank, where it has one already.
    pub number: Option<u32>,
    /// What is to be mended.
    pub fault: Option<Fault>,
}

/// How many questions came, by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Questions of their own.
    pub new: usize,
    /// Questions that have words in one more language now.
    pub worded: usize,
    /// Questions with other words or another key now.
    pub better: usize,
    /// Questions that stood so already.
    pub same: usize,
    /// Questions that are not taken: with faults, or with another key than the one of their name.
    pub not_taken: usize,
}

/// What a file holds, and what would become of it. Nothing of it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// The file as it was read, to be mended on the page.
    pub text: String,
    /// Letters look like KZ-1048 read as windows-1251: ask.
    pub may_be_kz1048: bool,
    /// Its questions, in its order.
    pub lines: Vec<Line>,
    /// What was not read, and why.
    pub skipped: Vec<Skipped>,
    /// What of the questions has no place here, by its name in the format.
    pub left: BTreeMap<String, Left>,
    /// Pictures and files that questions show, and that are not taken.
    pub without_files: Vec<WithoutFile>,
    /// How many of each.
    pub counts: Taken,
}

/// Why nothing of a file is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakeRefused {
    /// Larger than [`MOST_BYTES`].
    TooLarge,
    /// It cannot be read.
    File(Refused),
    /// It holds no question that can be taken.
    Nothing,
    /// The bank would hold more than [`MOST_QUESTIONS`].
    Full,
}

/// A file that was read, before the bank was asked.
struct Read {
    text: String,
    reading: Reading,
}

async fn read(brought: &Brought<'_>) -> Result<Read, Failed<TakeRefused>> {
    if brought.bytes.len() > MOST_BYTES {
        return Err(Failed::Refused(TakeRefused::TooLarge));
    }
    let bytes = brought.bytes.to_vec();
    let read = apart("file of questions", move || read_bytes(&bytes)).await?;
    let read = read.map_err(|why| Failed::Refused(TakeRefused::File(why)))?;
    // Each question is compared with all before it: a small file may hold a hundred thousand.
    if read.reading.questions().count() > MOST_QUESTIONS {
        return Err(Failed::Refused(TakeRefused::Full));
    }
    Ok(read)
}

fn read_bytes(bytes: &[u8]) -> Result<Read, Refused> {
    let (text, _) = text_of(bytes, None)?;
    let reading = if is_xml(&text) { moodle::read(bytes, None)? } else { gift::read(bytes, None)? };
    Ok(Read { text, reading })
}

/// GIFT begins with a word, a sign of its own or a comment; what begins like XML and is none is told so.
fn is_xml(text: &str) -> bool {
    let begins = text.trim_start();
    ["<?", "<!", "<quiz"].iter().any(|sign| begins.starts_with(sign))
}

/// The shelf of a category: a topic where its last word is one of the six.
pub(super) fn shelf(category: &str, topic: Option<Topic>) -> Shelf {
    let last = category.rsplit('/').next().unwrap_or_default().trim();
    match Topic::from_word(last).or(topic) {
        Some(topic) => Shelf::Topic(topic),
        None => Shelf::Other(category.chars().take(MOST_CATEGORY).collect()),
    }
}

/// A question of a file as the bank keeps it.
pub(super) fn plain(foreign: &Foreign, shelf: Shelf) -> Question {
    Question {
        name: foreign.name.clone(),
        text: words(&foreign.text),
        shelf,
        kind: foreign.kind.map(words),
        worth: foreign.worth,
        feedback: words(&foreign.feedback),
    }
}

/// What becomes of the questions of a file, and what is to be written.
struct Assessed<'a> {
    standing: &'a [Kept],
    language: Language,
    /// The number of the next new one.
    next: u32,
    lines: Vec<Line>,
    written: Vec<Kept>,
}

impl Assessed<'_> {
    /// What becomes of a question: as against the bank, and against what this file holds before it.
    fn fate(&self, question: &Question) -> Fate {
        let is_met = |number| self.written.iter().any(|kept| kept.number == number);
        let same = |kept: &Kept| kept.words().get(&self.language) == Some(question);
        let fate = match fate(self.standing, self.language, question) {
            // Another one of the same name in one file is a question of its own.
            Fate::Better(kept) | Fate::Worded(kept) if is_met(kept.number) => Fate::New,
            fate => fate,
        };
        match self.written.iter().find(|kept| same(kept)) {
            Some(twice) if fate == Fate::New => Fate::Same(twice.number),
            _ => fate,
        }
    }

    fn add(&mut self, at: u32, question: Question) {
        let fate = self.fate(&question);
        let mut line = Line {
            line: at,
            name: question.name.clone(),
            text: question.text.clone(),
            way: question.kind.way(),
            fate: "new",
            number: None,
            fault: None,
        };
        match fate {
            Fate::New => {
                self.written.push(Kept::new(self.next, self.language, question));
                self.next += 1;
            }
            Fate::Worded(kept) => {
                (line.fate, line.number) = ("worded", Some(kept.number));
                self.written.push(kept);
            }
            Fate::Better(kept) => {
                (line.fate, line.number) = ("better", Some(kept.number));
                self.written.push(kept);
            }
            Fate::Same(number) => (line.fate, line.number) = ("same", Some(number)),
            Fate::Apart(number) => (line.fate, line.number) = ("apart", Some(number)),
            Fate::Faulty(fault) => (line.fate, line.fault) = ("faulty", Some(fault)),
        }
        self.lines.push(line);
    }
}

fn assessed<'a>(
    (standing, next): (&'a [Kept], u32),
    reading: &Reading,
    brought: &Brought<'_>,
) -> Assessed<'a> {
    let language = brought.language;
    let mut assessed = Assessed { standing, language, next, lines: Vec::new(), written: Vec::new() };
    for (category, at, foreign) in reading.questions() {
        assessed.add(at.line, plain(foreign, shelf(category, brought.topic)));
    }
    assessed
}

fn counted(lines: &[Line]) -> Taken {
    let count = |fate: &str| lines.iter().filter(|line| line.fate == fate).count();
    Taken {
        new: count("new"),
        worded: count("worded"),
        better: count("better"),
        same: count("same"),
        not_taken: count("apart") + count("faulty"),
    }
}

async fn standing(tx: &mut Tx, school: &SchoolId) -> store::Result<(Vec<Kept>, u32)> {
    let editions = store::questions::of_school(tx, school).await?;
    let next = store::questions::highest(tx, school).await? + 1;
    Ok((editions.into_iter().map(|edition| edition.kept).collect(), next))
}

/// Shows what a file would do. Only reads.
pub async fn look(context: &Context<'_>, brought: &Brought<'_>) -> Result<Seen, Failed<TakeRefused>> {
    keeps(&mut *context.db.read().await?, context, brought.school).await?;
    let Read { text, reading } = read(brought).await?;
    let (standing, next) = standing(&mut *context.db.read().await?, brought.school).await?;
    let Assessed { lines, .. } = assessed((standing.as_slice(), next), &reading, brought);
    Ok(Seen {
        text,
        may_be_kz1048: reading.may_be_kz1048,
        counts: counted(&lines),
        lines,
        skipped: reading.skipped,
        left: reading.left,
        without_files: reading.without_files,
    })
}

/// Takes a file in: what [`look`] has shown, in one transaction.
pub async fn take(context: &Context<'_>, brought: &Brought<'_>) -> Result<Taken, Failed<TakeRefused>> {
    keeps(&mut *context.db.read().await?, context, brought.school).await?;
    let Read { reading, .. } = read(brought).await?;
    store::change!(context.db, tx => take_in(&mut tx, context, brought, &reading))
}

async fn take_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    brought: &Brought<'_>,
    reading: &Reading,
) -> Result<Taken, Failed<TakeRefused>> {
    keeps(tx, context, brought.school).await?;
    let (standing, next) = standing(tx, brought.school).await?;
    let Assessed { lines, written, .. } = assessed((standing.as_slice(), next), reading, brought);
    let counts = counted(&lines);
    if counts.new + counts.worded + counts.better + counts.same == 0 {
        return Err(Failed::Refused(TakeRefused::Nothing));
    }
    if standing.len() + counts.new > MOST_QUESTIONS {
        return Err(Failed::Refused(TakeRefused::Full));
    }
    save_all(tx, context, brought.school, &written, "file").await?;
    Ok(counts)
}

/// A form in which questions are handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Text that people read: one point for each question.
    Gift,
    /// Everything.
    Moodle,
}

impl Form {
    /// All, in the order of the page.
    pub const ALL: [Self; 2] = [Self::Gift, Self::Moodle];

    /// The word in addresses; also the end of a file's name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Gift => "gift",
            Self::Moodle => "xml",
        }
    }

    /// Reads a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == word)
    }

    /// What it is for a browser.
    pub const fn media(self) -> &'static str {
        match self {
            Self::Gift => "text/plain; charset=utf-8",
            Self::Moodle => "application/xml; charset=utf-8",
        }
    }
}

/// The questions that are asked in a language, as a file. What it holds comes back as it is; the numbers of questions
/// that a form cannot hold stand in a remark at its end.
pub async fn export(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
    (form, language): (Form, Language),
) -> Result<String, Failed<Never>> {
    let editions = super::all(tx, context, school).await?;
    let entries = entries(&editions, language);
    let written = match form {
        Form::Gift => gift::write(&entries),
        Form::Moodle => moodle::write(&entries),
    };
    let whole = written.lost.iter().filter(|lost| lost.loss == Loss::Entry);
    let lost: Vec<&str> = whole.filter_map(|lost| number_of(entries.get(lost.entry)?)).collect();
    Ok(with_remark(written.text, &lost, (form, language)))
}

fn number_of(entry: &Entry) -> Option<&str> {
    match entry {
        Entry::Question(question) => Some(&question.id),
        Entry::Category(_) | Entry::Description { .. } => None,
    }
}

/// The file, and at its end which questions it does not hold.
fn with_remark(text: String, lost: &[&str], (form, language): (Form, Language)) -> String {
    if lost.is_empty() {
        return text;
    }
    let lang = Lang::from_tag(language.word()).unwrap_or_default();
    let remark = i18n::t(lang, "questions-not-written", &[("numbers", lost.join(", ").into())]);
    match form {
        Form::Gift => format!("{text}\n// {remark}\n"),
        Form::Moodle => format!("{text}\n<!-- {remark} -->\n"),
    }
}

/// Questions under their categories, those of the topics first.
fn entries(editions: &[Edition], language: Language) -> Vec<Entry> {
    let asked = editions.iter().filter(|edition| !edition.kept.retired);
    let mut questions: Vec<(u32, &Question)> = asked
        .filter_map(|edition| Some((edition.kept.number, edition.kept.words().get(&language)?)))
        .collect();
    questions.sort_by_key(|(number, question)| {
        let topic = question.shelf.topic();
        (topic.is_none(), topic, category(&question.shelf), *number)
    });
    let mut entries = Vec::new();
    let mut last = None;
    for (number, question) in questions {
        let category = category(&question.shelf);
        if last != Some(category) {
            entries.push(Entry::Category(category.to_owned()));
            last = Some(category);
        }
        entries.push(Entry::Question(Box::new(foreign(number, question))));
    }
    entries
}

fn category(shelf: &Shelf) -> &str {
    match shelf {
        Shelf::Topic(topic) => topic.word(),
        Shelf::Other(category) => category,
    }
}

fn foreign(number: u32, question: &Question) -> Foreign {
    let text = |text: &String| Text::new(text, Format::Plain);
    Foreign {
        name: question.name.clone(),
        id: number.to_string(),
        tags: Vec::new(),
        text: text(&question.text),
        kind: question.kind.map(text),
        worth: question.worth,
        feedback: text(&question.feedback),
    }
}
