//! One plan: the present step on the board, then all the others.

use super::answers::{Questions, questions};
use super::sign::{Signing, sealing, signing};
use super::steps::{Rows, rows};
use super::{
    AddPath, HistoryPath, ListPath, MakePath, PaperPath, ShowPath, TablePath, TurnPath, refusal, words,
};
use crate::forms::Fields;
use crate::goals::ShowPath as GoalsPath;
use crate::layout::{FlashKind, Shell};
use crate::pairs::ShowPath as PairPath;
use crate::reports::seals::Sealing;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::plans::{Opened, is_left_to_paper};
use axum::http::StatusCode;
use axum::response::Response;
use domain::plans::{Item, Kind, now_and_next};
use domain::{Day, PersonId, PlanId};
use i18n::Lang;
use store::Tx;

/// What the board says, and the tick of the present step.
struct Board {
    title: String,
    text: String,
    /// The step after it.
    next: String,
    tick: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "plans/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    kind: String,
    by_law: bool,
    seen: String,
    board: Board,
    rows: Rows,
    done: usize,
    all: usize,
    /// The reader may change it.
    keeps: bool,
    questions: Questions,
    signing: Option<Signing>,
    sealing: Sealing,
    has_password: bool,
    fields: Fields,
    add: String,
    history: String,
    papers: [String; 2],
    /// Its steps as tables, with the keys of the names.
    tables: [(String, &'static str); 2],
    pair: Option<String>,
    /// The goals of a development plan.
    goals: Option<String>,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default(), StatusCode::OK).await
}

/// Draws a plan; `fields` hold what was typed where a form came back.
pub(super) async fn draw(
    page: &Page,
    id: &PlanId,
    fields: Fields,
    status: StatusCode,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let opened = actions::plans::opened(&mut tx, &page.context(), id).await?;
    let opened = opened.ok_or(PageError::NotFound)?;
    let items = actions::plans::items(&mut tx, &opened.plan).await?;
    let keeps = opened.may_keep(&page.context()).is_ok();
    let kind = opened.plan.kind;
    let (school, newcomer) = (&opened.plan.school, &opened.plan.newcomer);
    let fixed = actions::milestones::fixed(&mut tx, &page.context(), school, newcomer).await?;
    let goals = actions::goals::of_steps(&mut tx, &opened.plan).await?;
    let rows = rows(page, &mut tx, &opened.programme, &items, &goals, (keeps, &fixed)).await?;
    let chain = actions::plans::chain(&mut tx, &opened.plan).await?;
    let on_paper = is_left_to_paper(&mut tx, &opened, &chain, page.today()).await?;
    let signing = signing(page, &opened, &chain, &items, on_paper);
    let sealing = sealing(page, &mut tx, &opened, &chain).await?;
    let has_password = page.has_password(&mut tx).await?;
    let board = board(page, &mut tx, &opened, &items, keeps).await?;
    let paper = |lang: Lang| PaperPath { id: id.clone(), lang: lang.tag().to_owned() }.to_string();
    let table = |form: &str| TablePath { id: id.clone(), form: form.to_owned() }.to_string();
    let drawn = Show {
        shell: page.shell(),
        today: page.today(),
        kind: format!("plans-kind-{}", kind.word()),
        by_law: kind.is_by_law(),
        seen: format!("plans-seen-{}", kind.word()),
        board,
        done: rows.done.len(),
        all: rows.done.len() + rows.open.len(),
        rows,
        keeps,
        questions: questions(page, &opened.plan, keeps, &fields),
        signing,
        sealing,
        has_password,
        fields,
        add: AddPath { id: id.clone() }.to_string(),
        history: HistoryPath { id: id.clone() }.to_string(),
        papers: [paper(Lang::Kk), paper(Lang::Ru)],
        tables: [("xlsx", "layout-xlsx"), ("csv", "layout-csv")].map(|(form, key)| (table(form), key)),
        goals: (kind == Kind::Development).then(|| GoalsPath { newcomer: newcomer.clone() }.to_string()),
        pair: opened.pair.map(|pair| PairPath { id: pair.id }.to_string()),
    };
    page.show_with(status, &drawn)
}

async fn board(
    page: &Page,
    tx: &mut Tx,
    opened: &Opened,
    items: &[Item],
    keeps: bool,
) -> Result<Board, PageError> {
    let said = |key: &str| Board {
        title: page.text(key),
        text: page.text(&format!("{key}-text")),
        next: String::new(),
        tick: None,
    };
    let me = &page.actor().person;
    let is_one = *me == opened.newcomer || opened.mentor.as_ref() == Some(me);
    if !is_one {
        let title = Said::new("plans-board-leader")
            .with("newcomer", name(tx, Some(&opened.newcomer)).await?)
            .with("mentor", name(tx, opened.mentor.as_ref()).await?);
        return Ok(Board { title: title.words(page.lang()), ..said("plans-board-leader") });
    }
    if !keeps {
        return Ok(said("plans-board-over"));
    }
    let (Some(now), next) = now_and_next(items) else { return Ok(said("plans-board-all-done")) };
    let step = |key: &str, item: &Item| Said::new(key).with("step", words(page, item).0).words(page.lang());
    let until = i18n::day_short(page.lang(), now.content.due);
    Ok(Board {
        title: step("plans-board-now", now),
        text: Said::new("plans-board-now-text").with("day", until).words(page.lang()),
        next: next.map(|next| step("plans-board-next", next)).unwrap_or_default(),
        tick: Some(TurnPath { plan_item: now.id.clone() }.to_string()),
    })
}

/// Family and given name.
async fn name(tx: &mut Tx, person: Option<&PersonId>) -> Result<String, PageError> {
    let Some(person) = person else { return Ok(String::new()) };
    Ok(store::people::get(tx, person).await?.map(|person| person.name.brief()).unwrap_or_default())
}

pub(super) async fn make(path: MakePath, page: Page) -> Result<Response, PageError> {
    match actions::plans::make(&page.context(), &path.pair).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "plans-done-made", &[])),
        Err(Failed::Refused(why)) => {
            let (_, key, _) = refusal(&page, why);
            Ok(page.lead(&ListPath, FlashKind::Refused, key, &[]))
        }
        Err(other) => Err(other.into()),
    }
}

impl Show {
    fn has_next(&self) -> bool {
        !self.board.next.is_empty()
    }
    fn about_form(&self) -> &'static str {
        if self.by_law { "plans-law" } else { "plans-choice" }
    }
}
