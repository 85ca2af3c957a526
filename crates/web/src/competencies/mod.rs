//! What a newcomer should be able to do by the end of the year, and what is still without evidence: the newcomer's own
//! page first, the mentor's where it is shared, counts alone for the coordinator (feat:E3; essay:E4, E5).

mod item;
mod own;
mod school;
mod shown;
mod steps;

use crate::{Access, Page, PageError, Routes};
use actions::competencies::{Found, Opened, said, words};
use axum_extra::routing::TypedPath;
use domain::NewcomerId;
use domain::competencies::{Evidence, Item, Line, Proof, Refused, State};
use domain::people::Role;
use domain::reports::Basis;
use serde::Deserialize;

/// The own frame.
#[derive(TypedPath)]
#[typed_path("/competencies")]
pub(crate) struct OwnPath;

/// A fact is attached to a line.
#[derive(TypedPath)]
#[typed_path("/competencies/attach")]
pub(crate) struct AttachPath;

/// An own line is written.
#[derive(TypedPath)]
#[typed_path("/competencies/words")]
pub(crate) struct WordsPath;

/// Evidence is taken back, or what was suggested is not needed.
#[derive(TypedPath)]
#[typed_path("/competencies/take-back")]
pub(crate) struct TakeBackPath;

/// The frame is shown to the mentor, or no longer.
#[derive(TypedPath)]
#[typed_path("/competencies/share")]
pub(crate) struct SharePath;

/// A small step is taken into the development plan.
#[derive(TypedPath)]
#[typed_path("/competencies/step")]
pub(crate) struct StepPath;

/// One line with the facts that could be its evidence.
#[derive(TypedPath, Deserialize)]
#[typed_path("/competencies/items/{competency}", rejection(PageError))]
pub(crate) struct ItemPath {
    pub(crate) competency: String,
}

/// A newcomer's frame as the mentor of now reads it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/competencies/of/{newcomer}", rejection(PageError))]
pub(crate) struct ShownPath {
    pub(crate) newcomer: NewcomerId,
}

/// One line of it with the facts that the mentor can suggest.
#[derive(TypedPath, Deserialize)]
#[typed_path("/competencies/of/{newcomer}/items/{competency}", rejection(PageError))]
pub(crate) struct ShownItemPath {
    pub(crate) newcomer: NewcomerId,
    pub(crate) competency: String,
}

/// The mentor suggests one.
#[derive(TypedPath, Deserialize)]
#[typed_path("/competencies/of/{newcomer}/suggest", rejection(PageError))]
pub(crate) struct SuggestPath {
    pub(crate) newcomer: NewcomerId,
}

/// Counts of all, and what the school adds to the frame.
#[derive(TypedPath)]
#[typed_path("/competencies/school")]
pub(crate) struct SchoolPath;

/// The school adds a line.
#[derive(TypedPath)]
#[typed_path("/competencies/school/add")]
pub(crate) struct AddPath;

/// It takes one off that does not hold yet.
#[derive(TypedPath)]
#[typed_path("/competencies/school/remove")]
pub(crate) struct RemovePath;

/// Routes of the frame; whoever mentors provisionally need not have the right of the programme.
pub(crate) fn routes() -> Routes {
    const NEWCOMER: Access = Access::OneOf(&[Role::Newcomer]);
    const MENTOR: Access = Access::OneOf(&[Role::Mentor, Role::Teacher]);
    const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
    Routes::new()
        .get(NEWCOMER, own::show)
        .get(NEWCOMER, item::show)
        .post(NEWCOMER, steps::attach)
        .post(NEWCOMER, steps::write)
        .post(NEWCOMER, steps::take_back)
        .post(NEWCOMER, steps::share)
        .post(NEWCOMER, steps::take_step)
        .get(MENTOR, shown::show)
        .get(MENTOR, shown::item)
        .post(MENTOR, steps::suggest)
        .get(COORDINATOR, school::show)
        .post(COORDINATOR, school::add)
        .post(COORDINATOR, school::remove)
}

/// A piece of evidence as it is read.
struct Piece {
    id: String,
    /// What a form sends for it; empty for an own line.
    fact: String,
    text: String,
    /// When the fact took place; empty for an own line.
    day: String,
    /// The fact does not stand in the journal any more.
    gone: bool,
}

impl Piece {
    fn of(page: &Page, opened: &Opened, evidence: &Evidence) -> Self {
        let id = evidence.id.to_string();
        let (fact, text, day, gone) = match (&evidence.proof, opened.fact(evidence)) {
            (Proof::Words(words), _) => (String::new(), words.clone(), String::new(), false),
            (Proof::Fact(fact), Some(found)) => {
                (fact.word(), said(page.lang(), found), day(page, found), false)
            }
            (Proof::Fact(fact), None) => {
                (fact.word(), page.text("competencies-fact-gone"), String::new(), true)
            }
        };
        Self { id, fact, text, day, gone }
    }
}

fn day(page: &Page, found: &Found) -> String {
    i18n::day(page.lang(), found.day)
}

/// A line of the frame as it is read.
struct Row {
    word: String,
    text: String,
    field: String,
    by_law: bool,
    /// Where the facts for it stand.
    href: String,
    attached: Vec<Piece>,
    suggested: Vec<Piece>,
}

impl Row {
    fn of(page: &Page, opened: &Opened, line: &Line, href: String) -> Self {
        let pieces = |state: State| {
            opened.of(&line.item, state).map(|one| Piece::of(page, opened, one)).collect::<Vec<_>>()
        };
        Self {
            word: line.item.word().to_owned(),
            text: words(page.lang(), line),
            field: page.text(&format!("competencies-field-{}", line.field.word())),
            by_law: line.basis == Basis::Law,
            href,
            attached: pieces(State::Attached),
            suggested: pieces(State::Suggested),
        }
    }
}

/// A fact that can be attached or suggested.
struct Candidate {
    fact: String,
    text: String,
    day: String,
}

/// The facts that a line has not yet: those that fit it, and the rest.
fn choices(page: &Page, opened: &Opened, line: &Line) -> (Vec<Candidate>, Vec<Candidate>) {
    let (fitting, rest): (Vec<_>, Vec<_>) = opened.free(line).into_iter().partition(|(_, fits)| *fits);
    let option = |(found, _): (&Found, bool)| Candidate {
        fact: found.fact.word(),
        text: said(page.lang(), found),
        day: day(page, found),
    };
    (fitting.into_iter().map(option).collect(), rest.into_iter().map(option).collect())
}

/// The line of an address.
fn line<'a>(opened: &'a Opened, word: &str) -> Result<&'a Line, PageError> {
    opened.line(&Item::from_word(word)).ok_or(PageError::NotFound)
}

const fn refusal(why: Refused) -> &'static str {
    match why {
        Refused::NotNow => "competencies-refused-not-now",
        Refused::Words => "competencies-refused-words",
        Refused::TooMany => "competencies-refused-many",
        Refused::NoFact => "competencies-refused-no-fact",
        Refused::NotShared => "competencies-refused-not-shared",
        Refused::NoStep => "competencies-refused-no-step",
    }
}
