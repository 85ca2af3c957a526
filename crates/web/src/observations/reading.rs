//! A version of a sheet as it is read: words under headings, criteria with their marks, who wrote it and who has read it.

use crate::Page;
use crate::formsets::asking::facts;
use crate::layout::parts::Fact;
use crate::said::Said;
use actions::observations::{Opened, total};
use domain::observations::{Block, Content, Criterion, Mark, Part, Sheet};

/// One criterion as it is read.
pub(super) struct Line {
    pub(super) number: &'static str,
    pub(super) words: String,
    pub(super) mark: String,
}

/// A block of criteria.
pub(super) struct Lines {
    pub(super) title: String,
    pub(super) lines: Vec<Line>,
}

/// A version of the sheet as it is read.
pub(super) struct Version {
    pub(super) number: u16,
    pub(super) blocks: Vec<Lines>,
    pub(super) total: Option<String>,
    /// Headings and words.
    pub(super) notes: Vec<Fact>,
    /// Who wrote it, and when it was finished.
    pub(super) by: String,
    /// In what it differs from the version before it.
    pub(super) changes: Vec<String>,
    /// The observed teacher's own words.
    pub(super) words: Option<String>,
    /// That they have read it.
    pub(super) read: Option<String>,
}

pub(super) fn fact_list<const N: usize>(page: &Page, lines: [(&str, Option<String>); N]) -> Vec<Fact> {
    let fact = |(key, value): (&str, Option<String>)| Some(Fact { name: page.text(key), value: value? });
    lines.into_iter().filter_map(fact).collect()
}

/// A mark with its word.
pub(super) fn mark_words(page: &Page, mark: Mark) -> String {
    page.text(&format!("observations-mark-{}", mark.number()))
}

/// The criteria, with the marks of a sheet.
pub(super) fn lines(page: &Page, content: Option<&Content>) -> Vec<Lines> {
    let none = || page.text("observations-mark-none");
    let line = |one: Criterion| Line {
        number: one.number(),
        words: page.text(&format!("observations-criterion-{}", one.word())),
        mark: content
            .map(|content| content.marks.get(&one).map_or_else(none, |mark| mark_words(page, *mark)))
            .unwrap_or_default(),
    };
    let block = |block: Block| Lines {
        title: page.text(&format!("observations-block-{}", block.word())),
        lines: block.criteria().map(line).collect(),
    };
    Block::ALL.into_iter().map(block).collect()
}

/// A visit ends with what the newcomer will try, a lesson with one next step.
fn step_key(opened: &Opened) -> &'static str {
    if opened.observation.kind.has_marks() { "observations-step" } else { "observations-try" }
}

/// A part of a sheet, what stood there and what stands there now.
type Change = (String, Option<String>, Option<String>);

/// Added questions that are answered otherwise than before.
fn changed_answers(page: &Page, earlier: &Sheet, later: &Sheet) -> Vec<Change> {
    let was = facts(page, &earlier.added, &earlier.content.answers);
    let became = facts(page, &later.added, &later.content.answers);
    let value = |facts: &[Fact], name: &str| {
        facts.iter().find(|fact| fact.name == name).map(|fact| fact.value.clone())
    };
    let gone = was.iter().filter(|fact| value(&became, &fact.name).is_none());
    let change = |fact: &Fact| (fact.name.clone(), value(&was, &fact.name), value(&became, &fact.name));
    let changes = became.iter().chain(gone).map(change);
    changes.filter(|(_, was, became)| was != became).collect()
}

fn changed(page: &Page, part: Part, step: &str, (earlier, later): (&Sheet, &Sheet)) -> Vec<Change> {
    let (was, became) = (&earlier.content, &later.content);
    let words = |key: &str, of: fn(&Content) -> Option<&String>| {
        vec![(page.text(key), of(was).cloned(), of(became).cloned())]
    };
    match part {
        Part::Topic => words("observations-topic", |content| content.topic.as_ref()),
        Part::Goals => words("observations-goals", |content| content.goals.as_ref()),
        Part::Saw => words("observations-saw", |content| content.saw.as_ref()),
        Part::Question => words("observations-question", |content| content.question.as_ref()),
        Part::Step => words(step, |content| content.step.as_ref()),
        Part::Mark(one) => {
            let mark = |content: &Content| match content.marks.get(&one) {
                Some(mark) => mark_words(page, *mark),
                None => page.text("observations-mark-none"),
            };
            let criterion = page.text(&format!("observations-criterion-{}", one.word()));
            vec![(format!("{} {criterion}", one.number()), Some(mark(was)), Some(mark(became)))]
        }
        Part::Answers => changed_answers(page, earlier, later),
    }
}

/// In what a version differs from the finished one before it, part by part; nothing of the first version.
fn changes(page: &Page, opened: &Opened, later: &Sheet) -> Vec<String> {
    let Some(earlier) = opened.finished.iter().rev().find(|one| one.number < later.number) else {
        return Vec::new();
    };
    let parts = earlier.content.differences(&later.content).into_iter();
    let changes = parts.flat_map(|part| changed(page, part, step_key(opened), (earlier, later)));
    let said = |words: Option<String>| words.unwrap_or_else(|| page.text("plans-nothing"));
    let line = |(field, was, became): Change| {
        let differs = Said::new("plans-differs").with("field", field);
        differs.with("was", said(was)).with("became", said(became)).words(page.lang())
    };
    changes.map(line).collect()
}

pub(super) fn version(
    page: &Page,
    opened: &Opened,
    sheet: &Sheet,
    [teacher, observer]: &[String; 2],
) -> Version {
    let lang = page.lang();
    let content = &sheet.content;
    let has_marks = opened.observation.kind.has_marks();
    let step = step_key(opened);
    let on = |at| i18n::day_short(lang, page.local(at).date());
    let by = sheet
        .finished
        .as_ref()
        .map(|(at, _)| Said::new("observations-by").with("name", observer).with("day", on(*at)).words(lang));
    let read = sheet.read.as_ref();
    let mut notes = fact_list(
        page,
        [
            ("observations-topic", content.topic.clone()),
            ("observations-goals", content.goals.clone()),
            ("observations-saw", content.saw.clone()),
            ("observations-question", content.question.clone()),
            (step, content.step.clone()),
        ],
    );
    notes.extend(facts(page, &sheet.added, &content.answers));
    Version {
        number: sheet.number,
        blocks: if has_marks { lines(page, Some(content)) } else { Vec::new() },
        total: total(lang, sheet).filter(|_| has_marks),
        notes,
        by: by.unwrap_or_default(),
        changes: changes(page, opened, sheet),
        words: read.and_then(|read| read.words.clone()),
        read: read.map(|read| {
            Said::new("observations-has-read").with("name", teacher).with("day", on(read.at)).words(lang)
        }),
    }
}
