//! The page of the own ranking. Every button of it is a step that is kept at once: without JavaScript nothing
//! that was done is lost, and there is nothing to forget to save.

use super::board::{Board, Together, say, together};
use super::mine::Mine;
use super::rule::Rule;
use super::{ShowPath, rank_refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::{Ranked, Signature, Signed};
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::choices::Step;
use domain::people::Role;
use domain::sides::Side;
use jiff::ToSpan;
use store::Tx;

#[derive(askama::Template)]
#[template(path = "choices/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    board: Board,
    /// The word of the reader's side; empty for somebody who takes no part.
    side: &'static str,
    refusal: Option<String>,
    /// Where somebody stands after the last step.
    moved: Option<String>,
    /// A list is written now.
    writing: bool,
    /// Place by place.
    listed: Vec<Vec<Ranked>>,
    others: Vec<Ranked>,
    unmet: Vec<Ranked>,
    /// How many names the list may hold.
    length: String,
    full: bool,
    /// The place that somebody who is added takes.
    next: usize,
    /// By which rule pairs are proposed; nothing for somebody who takes no part.
    rule: Option<Rule>,
    /// When it was last saved.
    saved: Option<String>,
    together: Vec<Together>,
    /// What happens until the publication; empty afterwards.
    steps: Vec<Signature>,
    appeal: String,
}

impl Show {
    /// The key of a text in the words of the reader's side.
    fn key(&self, tail: &str) -> String {
        format!("choices-{}-{tail}", self.side)
    }

    /// The key of what happens to somebody who is added.
    fn others_rule(&self) -> String {
        self.key(if self.full { "others-full" } else { "others-rule" })
    }
}

pub(super) async fn show(_: ShowPath, RawQuery(query): RawQuery, page: Page) -> Result<Response, PageError> {
    let asked = Fields::read(page.lang(), &query.unwrap_or_default());
    let step = Step::ALL.into_iter().find(|step| step.word() == asked.value("by"));
    draw(&page, Last { at: asked.value("at"), step: step.unwrap_or(Step::Add) }, None).await
}

/// The last step.
#[derive(Clone, Copy)]
struct Last<'a> {
    /// Whom it was about; empty where there was none.
    at: &'a str,
    step: Step,
}

pub(super) async fn step(_: ShowPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let chosen = Step::ALL.into_iter().find(|step| !fields.value(step.word()).is_empty());
    let Some(step) = chosen else { return Ok(page.go(&ShowPath)) };
    let other = fields.value(step.word());
    let programme = page.programme().await?;
    match actions::choices::step(&page.context(), &programme.id, step, other).await {
        Ok(()) => {
            let at = crate::forms::encode(other);
            Ok(page.go(&format!("{ShowPath}?at={at}&by={}", step.word())))
        }
        Err(Failed::Refused(why)) => {
            draw(&page, Last { at: "", step }, Some(rank_refusal(page.lang(), why))).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(page: &Page, last: Last<'_>, refusal: Option<String>) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let Some(mut mine) = Mine::load(page, &mut tx).await? else {
        return page.show_with(status, &nobody(page));
    };
    let board = Board::of(page, &mut tx, &mine).await?;
    let appeal = appeal(page, &mut tx).await?;
    let rule = Rule::of(page, &mut tx, &mine).await?;
    let writing = mine.now.is_ok();
    if writing {
        go_on(&mut mine, last);
    }
    let show = Show {
        shell: page.shell(),
        today: page.today(),
        board,
        side: mine.side.word(),
        refusal,
        moved: if writing { moved(page, &mine, last.at) } else { None },
        writing,
        together: together(page, &mut tx, &mine).await?,
        steps: if is_ahead(page, &mine) { steps(page, &mine) } else { vec![] },
        full: mine.full(),
        next: mine.next(),
        rule: Some(rule),
        length: length(page, mine.most),
        saved: mine.saved_at.map(|at| i18n::day_and_time(page.lang(), page.local(at))),
        listed: mine.listed,
        others: mine.others,
        unmet: mine.unmet,
        appeal,
    };
    page.show_with(status, &show)
}

/// How many names a list may hold.
fn length(page: &Page, most: Option<usize>) -> String {
    match most {
        Some(most) => say(page, "choices-bounded", &[("most", most.into())]),
        None => page.text("choices-unbounded"),
    }
}

/// True until the last day of the first choice, and in a second round for whoever takes part.
fn is_ahead(page: &Page, mine: &Mine) -> bool {
    let (programme, today) = (&mine.programme, page.today());
    today <= programme.phases.decision_until || (mine.now.is_ok() && programme.round_on(today).is_some())
}

fn nobody(page: &Page) -> Show {
    Show {
        shell: page.shell(),
        today: page.today(),
        board: Board::nobody(page),
        side: "",
        refusal: None,
        moved: None,
        writing: false,
        listed: vec![],
        others: vec![],
        unmet: vec![],
        length: String::new(),
        full: false,
        next: 1,
        rule: None,
        saved: None,
        together: vec![],
        steps: vec![],
        appeal: String::new(),
    }
}

/// Marks the button at which the reader goes on: hands on a keyboard find the one they have just pressed, beside the
/// same person in the new place.
fn go_on(mine: &mut Mine, last: Last<'_>) {
    let places = mine.listed.len();
    for (number, place) in (1..).zip(&mut mine.listed) {
        let alone = place.len() == 1;
        let (up, down) = (!alone || number > 1, !alone || number < places);
        if let Some(one) = place.iter_mut().find(|one| one.id == last.at) {
            one.again = again(last.step, up, down).word();
        }
    }
    if let Some(off) = mine.others.iter_mut().find(|one| one.id == last.at) {
        off.again = Step::Add.word();
    }
}

/// The step pressed last, where it can be taken once more, or else the nearest one that can.
const fn again(pressed: Step, up: bool, down: bool) -> Step {
    match pressed {
        Step::Down if down => Step::Down,
        _ if up => Step::Up,
        _ if down => Step::Down,
        _ => Step::Off,
    }
}

/// Where the one whom the last step was about stands now.
fn moved(page: &Page, mine: &Mine, at: &str) -> Option<String> {
    for (number, place) in (1_usize..).zip(&mine.listed) {
        let Some(one) = place.iter().find(|one| one.id == at) else { continue };
        let name = one.name.as_str();
        let args = [("name", name.into()), ("place", number.into()), ("of", mine.listed.len().into())];
        let key = if place.len() > 1 { "choices-moved-equal" } else { "choices-moved" };
        return Some(say(page, key, &args));
    }
    let off = mine.others.iter().find(|one| one.id == at)?;
    Some(say(page, "choices-moved-off", &[("name", off.name.as_str().into())]))
}

/// What happens until the pairs are published.
fn steps(page: &Page, mine: &Mine) -> Vec<Signature> {
    let until = mine.until;
    let day = |day: Day| i18n::day_short(page.lang(), day);
    let side = match mine.side {
        Side::Newcomer => "newcomer",
        Side::Mentor => "mentor",
    };
    let step = |tail: &str, state: Signed| {
        let args = [("day", day(until).into()), ("opened", day(until.saturating_add(1.day())).into())];
        Signature {
            title: say(page, &format!("choices-step-{tail}"), &args),
            sub: say(page, &format!("choices-step-{tail}-sub"), &args),
            state,
        }
    };
    vec![
        step("write", if mine.now.is_ok() { Signed::You } else { Signed::Later }),
        step(&format!("others-{side}"), Signed::Later),
        step("open", Signed::Later),
        step("told", Signed::Later),
    ]
}

/// To whom somebody speaks who does not agree.
async fn appeal(page: &Page, tx: &mut Tx) -> Result<String, PageError> {
    let mut names = Vec::new();
    for (role, word) in [(Role::Coordinator, "choices-coordinator"), (Role::Head, "choices-head")] {
        names.push(crate::names::with_role(page, tx, role).await?.unwrap_or_else(|| page.text(word)));
    }
    let args = [("coordinator", names[0].as_str().into()), ("head", names[1].as_str().into())];
    Ok(say(page, "choices-appeal", &args))
}
