//! The page of goals: those that are open, what both say in January and in May, those that are closed, who changed what.

use super::{AddPath, ItemPath, ReviewPath, ShowPath, TablePath, TurnPath, item, refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::plans::ShowPath as PlanPath;
use crate::said::Said;
use crate::{Page, PageError, filters, handouts};
use actions::Failed;
use actions::goals::{Opened, beside_goal, marked};
use axum::http::StatusCode;
use axum::response::Response;
use domain::difficulties::{Map, Season, Topic};
use domain::goals::{Aim, Change, Field, Goal, MOST_REVIEW, Review, SelfMark};
use domain::{Day, NewcomerId, PersonId, PlanGoalId};
use std::collections::BTreeMap;
use store::Tx;

/// One goal.
struct Row {
    href: String,
    title: String,
    /// Until when, how it will be seen, its topic, its steps; how it stands where it is closed.
    facts: Vec<String>,
    turn: String,
    /// What the reader saw of it.
    version: i64,
}

/// A line of the history, or what somebody has said.
struct Line {
    title: String,
    facts: Vec<String>,
}

/// What the board says, and where its button leads, where it has one.
struct Board {
    title: String,
    text: String,
    button: Option<(&'static str, &'static str)>,
}

#[derive(askama::Template)]
#[template(path = "goals/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    board: Board,
    open: Vec<Row>,
    closed: Vec<Row>,
    /// Topics of the map that no open goal takes up, each with the form that begins with it.
    hard: Vec<(String, String)>,
    /// The reader may change something today.
    keeps: bool,
    add: String,
    /// Where a review is sent to, where it is time for one.
    review: Option<String>,
    /// There is nothing yet that a review could speak of.
    early: bool,
    /// The newcomer's own mark of a review; nobody else has one to give.
    marks: Vec<Choice>,
    reviews: Vec<Line>,
    history: Vec<Line>,
    /// The steps of the plan, once it has begun.
    plan: Option<String>,
    /// All of it as a table, with the keys of the names; nothing before the plan has begun.
    tables: Vec<(String, &'static str)>,
    fields: Fields,
}

/// What the newcomer's last map names as hard, as far as the reader may read it.
pub(super) async fn needs(page: &Page, tx: &mut Tx, newcomer: &NewcomerId) -> Result<Vec<Topic>, PageError> {
    let found = actions::difficulties::readable(tx, &page.context(), newcomer).await?;
    Ok(found.and_then(|(_, maps)| maps.last().map(Map::needs)).unwrap_or_default())
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.newcomer, None).await
}

/// The page; with the typed words where a review was not taken.
async fn draw(page: &Page, newcomer: &NewcomerId, typed: Option<Fields>) -> Result<Response, PageError> {
    let opened = item::found(page, newcomer).await?;
    let mut tx = page.read().await?;
    let names = names(&mut tx, &opened).await?;
    let steps = steps(page, &mut tx, &opened).await?;
    let rows = |open: bool| -> Vec<Row> {
        let goals = opened.goals.iter().filter(|goal| goal.is_open() == open);
        goals.map(|goal| row(page, goal, steps.get(&goal.id))).collect()
    };
    let season = opened.reviewed(&page.context());
    let own = season.and_then(|season| opened.review_of(season, &page.actor().person));
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let beginning = || {
        let words = own.map(|review| review.words.clone()).unwrap_or_default();
        let mark = own.and_then(|review| review.mark).map(|mark| mark.number().to_string());
        Fields::beginning(page.lang(), &[("words", words), ("mark", mark.unwrap_or_default())])
    };
    let mut hard = needs(page, &mut tx, newcomer).await?;
    hard.retain(|topic| !opened.goals.iter().any(|goal| goal.is_open() && goal.aim.topic == Some(*topic)));
    let changes = match &opened.plan {
        Some(plan) => store::goals::changes(&mut tx, plan).await?,
        None => Vec::new(),
    };
    let keeps = opened.may_keep(&page.context()).is_ok();
    let add = AddPath { newcomer: newcomer.clone() }.to_string();
    let fields = typed.unwrap_or_else(beginning);
    let shown = Show {
        shell: page.shell(),
        today: page.today(),
        board: board(page, &opened, opened.awaited(&page.context())),
        open: rows(true),
        closed: rows(false),
        hard: hard.iter().map(|topic| taken_up(page, &add, *topic)).collect(),
        keeps,
        add,
        review: season.filter(|_| keeps).map(|_| ReviewPath { newcomer: newcomer.clone() }.to_string()),
        early: opened.plan.is_none(),
        reviews: opened.reviews.iter().map(|review| said(page, review, &names)).collect(),
        history: changes.iter().map(|change| line(page, change, &opened, &names)).collect(),
        plan: opened.plan.as_ref().map(|plan| PlanPath { id: plan.id.clone() }.to_string()),
        tables: if opened.plan.is_some() { tables(newcomer) } else { Vec::new() },
        marks: marks(page, &opened, fields.value("mark")),
        fields,
    };
    page.show_with(status, &shown)
}

fn marks(page: &Page, opened: &Opened, chosen: &str) -> Vec<Choice> {
    if opened.newcomer.person != page.actor().person {
        return Vec::new();
    }
    let choice = |mark: SelfMark| {
        let number = mark.number();
        Choice::new(number.to_string(), page.text(&format!("goals-mark-{number}"))).chosen_if(chosen)
    };
    SelfMark::ALL.map(choice).into()
}

fn tables(newcomer: &NewcomerId) -> Vec<(String, &'static str)> {
    let form = |form: &str| TablePath { newcomer: newcomer.clone(), form: form.to_owned() }.to_string();
    vec![(form("xlsx"), "layout-xlsx"), (form("csv"), "layout-csv")]
}

/// The goals with their steps and what both have said, as a table in the reader's language.
pub(super) async fn table(path: TablePath, page: Page) -> Result<Response, PageError> {
    let list = actions::goals::list(&page.context(), &path.newcomer, page.lang()).await?;
    handouts::table(&page, list, &path.form, "development")
}

/// A topic, and the form of a goal that begins with it.
fn taken_up(page: &Page, add: &str, topic: Topic) -> (String, String) {
    (page.text(&format!("difficulties-topic-{}", topic.word())), format!("{add}?topic={}", topic.word()))
}

/// `review` is the season that the reader has not spoken of.
fn board(page: &Page, opened: &Opened, review: Option<Season>) -> Board {
    let open = opened.goals.iter().filter(|goal| goal.is_open()).count();
    let (said, button) = match (review, open) {
        (Some(_), _) => (Said::new("goals-board-review"), Some(("#review", "goals-board-review-act"))),
        (None, 0) => (Said::new("goals-board-none"), None),
        (None, open) => (Said::new("goals-board-open").with("count", open), None),
    };
    Board { title: said.words(page.lang()), text: said.explained(page.lang()), button }
}

/// Names of those who wrote or changed something.
async fn names(tx: &mut Tx, opened: &Opened) -> Result<BTreeMap<PersonId, String>, PageError> {
    let mut who: Vec<PersonId> = opened.reviews.iter().map(|review| review.by.clone()).collect();
    if let Some(plan) = &opened.plan {
        who.extend(store::goals::changes(tx, plan).await?.into_iter().map(|change| change.by));
    }
    who.sort();
    who.dedup();
    let mut names = BTreeMap::new();
    for id in who {
        if let Some(person) = store::people::get(tx, &id).await? {
            names.insert(id, person.name.polite());
        }
    }
    Ok(names)
}

/// The steps of each goal, in their words.
async fn steps(
    page: &Page,
    tx: &mut Tx,
    opened: &Opened,
) -> Result<BTreeMap<PlanGoalId, Vec<String>>, PageError> {
    let mut steps: BTreeMap<PlanGoalId, Vec<String>> = BTreeMap::new();
    let Some(plan) = &opened.plan else { return Ok(steps) };
    let goals = actions::goals::of_steps(tx, plan).await?;
    for item in actions::plans::items(tx, plan).await?.into_iter().filter(|item| !item.removed) {
        if let Some(goal) = goals.get(&item.id) {
            let (words, _) = actions::plans::words(page.lang(), item.step, &item.content);
            steps.entry(goal.id.clone()).or_default().push(words);
        }
    }
    Ok(steps)
}

fn row(page: &Page, goal: &Goal, steps: Option<&Vec<String>>) -> Row {
    let lang = page.lang();
    let state = page.text(&format!("goals-state-{}", goal.state.word()));
    let by = i18n::day_until(lang, goal.aim.by);
    let seen = Said::new("goals-seen-as").with("seen", goal.aim.seen.clone()).words(lang);
    let topic = goal.aim.topic.map(|topic| page.text(&format!("difficulties-topic-{}", topic.word())));
    let steps = steps.map(|steps| Said::new("goals-steps").with("steps", steps.join("; ")).words(lang));
    Row {
        href: ItemPath { plan_goal: goal.id.clone() }.to_string(),
        title: goal.aim.text.clone(),
        facts: [format!("{by} · {state}"), seen]
            .into_iter()
            .chain(beside_goal(lang, &goal.aim))
            .chain(topic)
            .chain(steps)
            .collect(),
        turn: TurnPath { plan_goal: goal.id.clone() }.to_string(),
        version: goal.version,
    }
}

fn name_of(names: &BTreeMap<PersonId, String>, person: &PersonId) -> String {
    names.get(person).cloned().unwrap_or_default()
}

fn said(page: &Page, review: &Review, names: &BTreeMap<PersonId, String>) -> Line {
    let season = i18n::capital(&page.text(&format!("difficulties-season-{}", review.season.word())));
    let title =
        Said::new("goals-review-line").with("season", season).with("name", name_of(names, &review.by));
    let facts = std::iter::once(review.words.clone()).chain(marked(page.lang(), review)).collect();
    Line { title: title.words(page.lang()), facts }
}

fn line(page: &Page, change: &Change, opened: &Opened, names: &BTreeMap<PersonId, String>) -> Line {
    let lang = page.lang();
    let at = i18n::day_and_time(lang, page.local(change.at));
    let who = Said::new("goals-history-line").with("day", at).with("name", name_of(names, &change.by));
    let goal = opened.goals.iter().find(|goal| goal.id == change.goal).map(|goal| goal.aim.text.clone());
    let mut facts: Vec<String> = goal.into_iter().chain([who.words(lang)]).collect();
    if let (Some(was), Some(became)) = (&change.was, &change.became) {
        facts.extend(differences(page, was, became));
    }
    Line { title: page.text(&format!("goals-deed-{}", change.deed.word())), facts }
}

fn differences(page: &Page, was: &Aim, became: &Aim) -> Vec<String> {
    let stands = |aim: &Aim, field: Field| match field {
        Field::Text => aim.text.clone(),
        Field::Seen => aim.seen.clone(),
        Field::By => i18n::day_short(page.lang(), aim.by),
        Field::Strengths => aim.strengths.clone().unwrap_or_else(|| page.text("goals-nothing")),
        Field::Support => aim.support.clone().unwrap_or_else(|| page.text("goals-nothing")),
        Field::Topic => match aim.topic {
            Some(topic) => page.text(&format!("difficulties-topic-{}", topic.word())),
            None => page.text("goals-nothing"),
        },
    };
    let difference = |field: Field| {
        Said::new("goals-differs")
            .text("field", format!("goals-field-{}", field.word()))
            .with("was", stands(was, field))
            .with("became", stands(became, field))
            .words(page.lang())
    };
    was.differences(became).into_iter().map(difference).collect()
}

pub(super) async fn review(path: ReviewPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let words = fields.text("words", MOST_REVIEW);
    let mark = fields.value("mark").parse().ok().and_then(SelfMark::new);
    if !fields.is_right() {
        return draw(&page, &path.newcomer, Some(fields)).await;
    }
    match actions::goals::review(&page.context(), &path.newcomer, (words.as_str(), mark)).await {
        Ok(()) => Ok(page.done(&ShowPath { newcomer: path.newcomer }, "goals-done-review", &[])),
        Err(Failed::Refused(why)) => {
            let (_, key, args) = refusal(&page, why);
            fields.refuse("words", key, &args);
            draw(&page, &path.newcomer, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}
