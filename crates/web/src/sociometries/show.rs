//! One sociometry: who has answered while it is open, what came of it afterwards.

use super::figures::{Part, hidden, part};
use super::{ClosePath, HandPath, ListPath, ShowPath, shell, vault, wording};
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::sociometries::{Shown, close as do_close, shown};
use axum::response::Response;
use domain::Day;
use domain::pupils::Pupil;
use domain::sociometries::{Sociometry, State, Turn};

/// Of so many of a class in a hundred the list of those who may need somebody says something about the class.
const MOST_FLAGGED: usize = 20;

/// A pupil while the class answers.
struct Row {
    name: String,
    turn: String,
    look: &'static str,
    icon: &'static str,
    /// To whom the device is handed, while they may answer.
    ask: Option<String>,
}

/// How far the class is.
struct Going {
    said: String,
    rows: Vec<Row>,
    /// Where the device is handed to one of them.
    hand: String,
    /// Somebody has not been asked yet.
    waits: bool,
    close: String,
}

#[derive(askama::Template)]
#[template(path = "sociometries/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    about: String,
    questions: Vec<String>,
    going: Option<Going>,
    /// What is said of those who may need somebody, and their names.
    support: Option<(String, Vec<String>)>,
    parts: Vec<Part>,
    /// Until when the choices are there, or when they were deleted.
    kept: String,
    back: String,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    let shown = shown(&page.context(), page.app.config.vault.as_deref(), &path.id).await?;
    let one = &shown.sociometry;
    page.show(&Show {
        shell: shell(&page),
        today: page.today(),
        title: i18n::t(page.lang(), "sociometries-of-class", &[("class", one.class.as_str().into())]),
        about: Said::new("sociometries-about")
            .with("day", i18n::day(page.lang(), one.opened_on))
            .with("count", shown.pupils.len())
            .with("size", one.class_size)
            .words(page.lang()),
        questions: questions(&page, one),
        going: (one.state == State::Open).then(|| going(&page, &shown)),
        support: (!shown.found.is_empty()).then(|| support(&page, &shown)),
        parts: shown.found.iter().map(|found| part(&page, &shown, found)).collect(),
        kept: kept(&page, one),
        back: ListPath.to_string(),
    })
}

pub(super) async fn close(path: ClosePath, page: Page) -> Result<Response, PageError> {
    do_close(&page.context(), vault(&page)?.as_ref(), &path.id).await?;
    Ok(page.done(&ShowPath { id: path.id }, "sociometries-done-closed", &[]))
}

/// The questions; with the order by which a negative one is asked.
fn questions(page: &Page, one: &Sociometry) -> Vec<String> {
    let asked = one.questions.list();
    let mut words: Vec<String> = asked.into_iter().map(|question| wording(page, one, question)).collect();
    let order = one.questions.negative.as_deref();
    words
        .extend(order.map(|order| i18n::t(page.lang(), "sociometries-by-order", &[("order", order.into())])));
    words
}

fn going(page: &Page, shown: &Shown) -> Going {
    let count = |turn: Turn| shown.pupils.iter().filter(|(_, one)| *one == turn).count();
    let row = |(pupil, turn): &(Pupil, Turn)| {
        let (look, icon) = if *turn == Turn::Answered { ("done", "check") } else { ("", "minus") };
        Row {
            name: pupil.name().brief(),
            turn: page.text(&format!("sociometries-turn-{}", turn.word())),
            look,
            icon,
            ask: turn.may_answer().then(|| pupil.id.to_string()),
        }
    };
    let mut rows: Vec<Row> = shown.pupils.iter().map(row).collect();
    i18n::sort_by_name(page.lang(), &mut rows, |row| &row.name);
    Going {
        said: Said::new("sociometries-progress")
            .with("answered", count(Turn::Answered))
            .with("count", shown.pupils.len())
            .words(page.lang()),
        rows,
        hand: HandPath { id: shown.sociometry.id.clone() }.to_string(),
        waits: count(Turn::Waiting) > 0,
        close: ClosePath { id: shown.sociometry.id.clone() }.to_string(),
    }
}

/// Who may need somebody. Where they are many, it is about the class.
fn support(page: &Page, shown: &Shown) -> (String, Vec<String>) {
    let flags = match &shown.support {
        Ok(flags) => flags,
        Err(why) => return (hidden(page, *why), Vec::new()),
    };
    let flagged = shown.pupils.iter().zip(flags).filter(|(_, flag)| **flag);
    let mut names: Vec<String> = flagged.map(|((pupil, _), _)| pupil.name().brief()).collect();
    i18n::sort_by_name(page.lang(), &mut names, |name| name);
    let key = match names.len() {
        0 => "sociometries-support-none",
        many if many * 100 > shown.pupils.len() * MOST_FLAGGED => "sociometries-support-class",
        _ => "sociometries-support-text",
    };
    (page.text(key), names)
}

/// The act of deletion, or the day that is set for it.
fn kept(page: &Page, one: &Sociometry) -> String {
    let said = match one.forgotten {
        Some((day, answers)) => Said::new("sociometries-forgotten")
            .with("day", i18n::day(page.lang(), day))
            .with("count", answers),
        None => Said::new("sociometries-kept").with("day", i18n::day(page.lang(), one.forget_on)),
    };
    said.words(page.lang())
}
