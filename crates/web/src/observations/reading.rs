//! A version of a sheet as it is read: words under headings, criteria with their marks, who wrote it and who has read it.

use crate::Page;
use crate::formsets::asking::facts;
use crate::layout::parts::Fact;
use crate::said::Said;
use actions::observations::{Opened, total};
use domain::observations::{Block, Content, Criterion, Mark, Sheet};

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

pub(super) fn version(
    page: &Page,
    opened: &Opened,
    sheet: &Sheet,
    [teacher, observer]: &[String; 2],
) -> Version {
    let lang = page.lang();
    let content = &sheet.content;
    let has_marks = opened.observation.kind.has_marks();
    let step = if has_marks { "observations-step" } else { "observations-try" };
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
        words: read.and_then(|read| read.words.clone()),
        read: read.map(|read| {
            Said::new("observations-has-read").with("name", teacher).with("day", on(read.at)).words(lang)
        }),
    }
}
