//! The template of the work plan, a school's or a district's, what a change of it does to plans that run, and the act that
//! applies it (feat:E1).

use super::{ApplyPath, ShowPath, TemplatePath, choices};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::names::Names;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::formsets::{Whose as Keeper, whose as keeper};
use actions::plans::{Planned, apply, kept, lay_into, lay_own, planned, seen, starting};
use actions::{Failed, Never};
use axum::http::StatusCode;
use axum::response::Response;
use domain::plans::{Area, Effect, Line as Laid, Own, Step, Template, When, Whose};
use domain::{Day, TemplateStepId};
use store::Tx;

/// The answer for a step that new plans do not begin with.
const OUT: &str = "out";
/// Before the id of a step of the school's own, where a form names one.
const OWN: &str = "own:";

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
    /// It loses its signatures.
    loses: bool,
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
    /// How many of them would lose their signatures.
    losing: usize,
    plans: Vec<Plan>,
    seen: String,
    version: u16,
    /// A district keeps it for its schools.
    of_district: bool,
    own_title: String,
    rows: Vec<(String, String)>,
    /// What the school wrote: the id, what, when and who.
    own: Vec<(String, String, String)>,
    steps: Vec<Choice>,
    weeks: Vec<Choice>,
    areas: Vec<Choice>,
    whose: Vec<Choice>,
    /// The weeks that a new step may have.
    own_weeks: Vec<Choice>,
    fields: Fields,
}

pub(super) async fn show(_: TemplatePath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default(), StatusCode::OK).await
}

fn step_words(page: &Page, line: &Laid) -> String {
    actions::plans::words(page.lang(), line.step(), &line.says(page.today())).0
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
        Effect::Added(step, due) => {
            (step, Said::new("plans-template-added").day(*due), ("soon", "plus", "plans-template-chip-added"))
        }
        Effect::Moved(step, was, due) => (
            step,
            Said::new("plans-template-moved").with("was", day(was.content.due)).with("day", day(*due)),
            ("soon", "calendar-event", "plans-template-chip-moved"),
        ),
        Effect::Left(step, why) => (
            step,
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
            loses: one.loses(),
            lines: one.effects.iter().map(|effect| line(page, effect)).collect(),
        })
    };
    all.iter().map(one).collect()
}

/// Every line of the template as a choice, what the school wrote last.
fn steps(page: &Page, template: &Template, chosen: &str) -> Vec<Choice> {
    let step = |(step, _): &(Step, Option<When>)| {
        Choice::new(step.word(), step_words(page, &Laid::Step(*step))).chosen_if(chosen)
    };
    let own =
        |(own, _): &(Own, When)| Choice::new(format!("{OWN}{}", own.id), own.text.clone()).chosen_if(chosen);
    template.steps().iter().map(step).chain(template.own().iter().map(own)).collect()
}

fn own_weeks(page: &Page, chosen: &str) -> Vec<Choice> {
    let week = |when: When| Choice::new(when.word(), week_words(page, Some(when))).chosen_if(chosen);
    When::all().map(week).collect()
}

/// A step that the school wrote: its id, what, then when, about what and who.
fn own_row(page: &Page, (own, when): &(Own, When)) -> (String, String, String) {
    let area = page.text(&format!("plans-area-{}", own.area.word()));
    let whose = page.text(&format!("plans-whose-{}", own.whose.word()));
    let facts = [week_words(page, Some(*when)), area, whose].join(" · ");
    (own.id.to_string(), own.text.clone(), facts)
}

pub(super) async fn draw(page: &Page, fields: Fields, status: StatusCode) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let context = page.context();
    let whose = keeper::<Never>(&context)?;
    let all = match &whose {
        Keeper::School(school) => planned(&mut tx, &context, school).await?,
        Keeper::District(_) => Vec::new(),
    };
    let (version, template) = kept::<Never>(&mut tx, &context, &whose).await?;
    let changes = all.iter().filter(|one| one.changes()).count();
    let board = match &whose {
        Keeper::District(district) => {
            let schools = starting(&mut tx, &context, district).await?;
            Said::new("plans-template-district").with("count", schools)
        }
        Keeper::School(_) if changes > 0 => Said::new("plans-template-changes").with("count", changes),
        Keeper::School(_) => Said::new("plans-template-same"),
    };
    let of_district = matches!(whose, Keeper::District(_));
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
        losing: all.iter().filter(|one| one.loses()).count(),
        plans: plans(page, &mut tx, &all).await?,
        seen: seen(&all),
        version,
        of_district,
        own_title: page.text(if of_district { "plans-own-district" } else { "plans-own" }),
        rows: template
            .steps()
            .iter()
            .map(|(step, when)| (step_words(page, &Laid::Step(*step)), week_words(page, *when)))
            .collect(),
        own: template.own().iter().map(|own| own_row(page, own)).collect(),
        steps: steps(page, &template, fields.value("step")),
        areas: choices(page, "area", Area::ALL.map(Area::word), fields.value("area")),
        whose: choices(page, "whose", Whose::ALL.map(Whose::word), fields.value("whose")),
        own_weeks: own_weeks(page, fields.value("week")),
        weeks: When::all().map(Some).chain([None]).map(week).collect(),
        fields,
    };
    page.show_with(status, &drawn)
}

/// Which line of the template a form names.
enum Which {
    Step(Step),
    Own(TemplateStepId),
}

fn which(word: &str) -> Option<Which> {
    let own = || word.strip_prefix(OWN).map(|id| Which::Own(id.into()));
    Step::from_word(word).map(Which::Step).or_else(own)
}

pub(super) async fn change(_: TemplatePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let version = fields.value("version").parse().map_err(|_| PageError::Unreadable)?;
    let line = fields.choice("step", which);
    let week = |word: &str| if word == OUT { Some(None) } else { When::from_word(word).map(Some) };
    let when = fields.choice("when", week);
    let Some((line, when)) = line.zip(when) else {
        return draw(&page, fields, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let context = page.context();
    let whose = keeper::<Never>(&context)?;
    let laid = match line {
        Which::Step(step) => lay_into(&context, &whose, version, step, when).await,
        Which::Own(id) => lay_own(&context, &whose, version, &id, when).await,
    };
    match laid {
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
