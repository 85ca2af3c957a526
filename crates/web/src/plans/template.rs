//! The school's template of the work plan, what a change of it does to plans that run, and the act that applies it
//! (feat:E1).

use super::{ApplyPath, ShowPath, TemplatePath};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::names::Names;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::plans::{Planned, apply, lay_into, planned, seen};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::plans::{Effect, Step, When, untouched};
use store::Tx;

/// The answer for a step that new plans do not begin with.
const OUT: &str = "out";

/// What happens to one step of a plan.
struct Line {
    step: String,
    what: String,
    look: (&'static str, &'static str, &'static str),
}

/// A plan that runs.
struct Plan {
    href: String,
    people: String,
    lines: Vec<Line>,
}

#[derive(askama::Template)]
#[template(path = "plans/template.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    /// How many plans would change.
    changes: usize,
    plans: Vec<Plan>,
    seen: String,
    version: u16,
    rows: Vec<(String, String)>,
    steps: Vec<Choice>,
    weeks: Vec<Choice>,
    fields: Fields,
}

pub(super) async fn show(_: TemplatePath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default(), StatusCode::OK).await
}

fn step_words(page: &Page, step: Step) -> String {
    actions::plans::words(page.lang(), Some(step), &untouched(step, page.today())).0
}

fn week_words(page: &Page, when: Option<When>) -> String {
    let said = match when {
        None => Said::new("plans-template-out"),
        Some(When::WeekOfPair(number)) => Said::new("plans-template-pair-week").with("number", number),
        Some(When::WeekOfYear(week)) => Said::new("plans-week")
            .with("quarter", i32::from(week.quarter))
            .with("week", i32::from(week.number)),
    };
    said.words(page.lang())
}

fn line(page: &Page, effect: &Effect) -> Line {
    let day = |day: Day| i18n::day_short(page.lang(), day);
    let (step, what, look) = match effect {
        Effect::Added(step, due) => (
            *step,
            Said::new("plans-template-added").day(*due),
            ("soon", "plus", "plans-template-chip-added"),
        ),
        Effect::Moved(step, was, due) => (
            *step,
            Said::new("plans-template-moved").with("was", day(was.content.due)).with("day", day(*due)),
            ("soon", "calendar-event", "plans-template-chip-moved"),
        ),
        Effect::Left(step, why) => (
            *step,
            Said::new(format!("plans-template-left-{}", why.word())),
            ("", "minus", "plans-template-chip-left"),
        ),
    };
    Line { step: step_words(page, step), what: what.words(page.lang()), look }
}

async fn plans(page: &Page, tx: &mut Tx, all: &[Planned]) -> Result<Vec<Plan>, PageError> {
    let Some(first) = all.first() else { return Ok(Vec::new()) };
    let (_, names) = Names::in_programme(tx, &first.plan.school, &first.plan.programme).await?;
    let one = |one: &Planned| {
        let newcomer = names.newcomer(&one.pair.newcomer)?.name.brief();
        let mentor = names.mentor(&one.pair.mentor)?.name.brief();
        Ok(Plan {
            href: ShowPath { id: one.plan.id.clone() }.to_string(),
            people: format!("{newcomer}, {mentor}"),
            lines: one.effects.iter().map(|effect| line(page, effect)).collect(),
        })
    };
    all.iter().map(one).collect()
}

async fn draw(page: &Page, fields: Fields, status: StatusCode) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    let all = planned(&mut tx, &page.context(), school).await?;
    let (version, template) = store::plans::templates::latest(&mut tx, school).await?;
    let changes = all.iter().filter(|one| one.changes()).count();
    let board = Said::new(if changes > 0 { "plans-template-changes" } else { "plans-template-same" });
    let board = board.with("count", changes);
    let choice = |(step, _): &(Step, Option<When>)| {
        Choice::new(step.word(), step_words(page, *step)).chosen_if(fields.value("step"))
    };
    let week = |when: Option<When>| {
        let word = when.map_or_else(|| OUT.to_owned(), When::word);
        Choice::new(word, week_words(page, when)).chosen_if(fields.value("when"))
    };
    let drawn = Show {
        shell: page.shell(),
        today: page.today(),
        title: board.words(page.lang()),
        text: board.explained(page.lang()),
        changes,
        plans: plans(page, &mut tx, &all).await?,
        seen: seen(&all),
        version,
        rows: template
            .steps()
            .iter()
            .map(|(step, when)| (step_words(page, *step), week_words(page, *when)))
            .collect(),
        steps: template.steps().iter().map(choice).collect(),
        weeks: When::all().map(Some).chain([None]).map(week).collect(),
        fields,
    };
    page.show_with(status, &drawn)
}

pub(super) async fn change(_: TemplatePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let version = fields.value("version").parse().map_err(|_| PageError::Unreadable)?;
    let step = fields.choice("step", Step::from_word);
    let week = |word: &str| if word == OUT { Some(None) } else { When::from_word(word).map(Some) };
    let when = fields.choice("when", week);
    let Some((step, when)) = step.zip(when) else {
        return draw(&page, fields, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    match lay_into(&page.context(), page.school_id()?, version, step, when).await {
        Ok(()) => Ok(page.done(&TemplatePath, "plans-done-template", &[])),
        Err(Failed::Changed) => {
            Ok(page.lead(&TemplatePath, FlashKind::Refused, "plans-template-differs", &[]))
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn apply_shown(_: ApplyPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    match apply(&page.context(), page.school_id()?, fields.value("seen")).await {
        Ok(count) => Ok(page.done(&TemplatePath, "plans-done-applied", &[("count", count.to_string())])),
        Err(Failed::Changed) => {
            Ok(page.lead(&TemplatePath, FlashKind::Refused, "plans-template-differs", &[]))
        }
        Err(other) => Err(other.into()),
    }
}
