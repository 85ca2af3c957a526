//! The newcomer's own map: what is hard, and the small steps that are proposed for it, taken one by one.

use super::{Line, OwnPath, SharedPath, TakePath, topic_text};
use crate::forms::Fields;
use crate::layout::parts::{Choice, Handouts};
use crate::layout::{FlashKind, Shell};
use crate::plans::ShowPath as PlanPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::difficulties::{Answers, answer};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::difficulties::{FillRefused, Helper, MOST_WORDS, Map, Mark, Season, Topic};
use domain::plans::Item;
use domain::programmes::Programme;
use store::Tx;

/// One question.
struct Question {
    name: &'static str,
    text: String,
    marks: Vec<Choice>,
    error: String,
    /// The field of who could help.
    helper: String,
    helpers: Vec<Choice>,
}

/// The field of who could help with a topic.
fn helper_field(topic: Topic) -> String {
    format!("{}-helper", topic.word())
}

/// A step that is proposed for something hard.
struct Proposed {
    topic: &'static str,
    need: String,
    step: String,
    result: String,
    /// It is in the plan already.
    taken: bool,
}

/// A map that was filled in again: when, and what it says otherwise than before.
struct Refilled {
    title: String,
    lines: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "difficulties/own.html")]
struct Own {
    shell: Shell,
    today: Day,
    board: &'static str,
    /// Asked today: the month of the map.
    season: Option<String>,
    questions: Vec<Question>,
    proposed: Vec<Proposed>,
    earlier: Vec<Line>,
    refilled: Vec<Refilled>,
    /// The map of the season stands.
    filled: bool,
    /// It is shared with the mentor.
    shared: bool,
    plan: Option<String>,
    take: String,
    /// Nothing to hand out before the first map.
    handouts: Option<Handouts>,
    fields: Fields,
}

impl Own {
    fn board_text(&self) -> String {
        format!("{}-text", self.board)
    }
}

/// What stands there of a newcomer.
struct Standing {
    maps: Vec<Map>,
    /// What they said before they were filled in again.
    replaced: Vec<Map>,
    /// The development plan and its steps.
    plan: Option<String>,
    items: Vec<Item>,
}

async fn standing(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Standing, PageError> {
    let newcomer = actions::difficulties::own(tx, &page.context(), programme).await?;
    let newcomer = newcomer.ok_or(PageError::NotFound)?;
    let maps = store::difficulties::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    let replaced = store::difficulties::earlier(tx, &newcomer.school, &newcomer.id).await?;
    let plan = store::plans::development(tx, &newcomer.school, &newcomer.id).await?;
    let items = match &plan {
        Some(plan) => store::plans::items(tx, plan).await?,
        None => Vec::new(),
    };
    let plan = plan.map(|plan| PlanPath { id: plan.id }.to_string());
    Ok(Standing { maps, replaced, plan, items })
}

pub(super) async fn show(_: OwnPath, page: Page) -> Result<Response, PageError> {
    draw(&page, None).await
}

/// The values of a map, to begin with.
fn beginning(page: &Page, map: Option<&Map>) -> Fields {
    let Some(map) = map else { return Fields::beginning(page.lang(), &[]) };
    let helpers: Vec<(String, String)> =
        map.helpers.iter().map(|(topic, helper)| (helper_field(*topic), helper.word().to_owned())).collect();
    let mut values: Vec<(&str, String)> =
        map.marks.iter().map(|(topic, mark)| (topic.word(), mark.number().to_string())).collect();
    values.extend(helpers.iter().map(|(field, helper)| (field.as_str(), helper.clone())));
    values.push(("words", map.words.clone().unwrap_or_default()));
    values.push(("share", if map.shared { "yes".to_owned() } else { String::new() }));
    Fields::beginning(page.lang(), &values)
}

fn question(page: &Page, topic: Topic, fields: &Fields) -> Question {
    let mark = |mark: Mark| {
        let number = mark.number();
        let label = page.text(&format!("difficulties-mark-{number}"));
        Choice::new(number.to_string(), label).chosen_if(fields.value(topic.word()))
    };
    let field = helper_field(topic);
    let helper = |helper: Helper| {
        let label = page.text(&format!("difficulties-helper-{}", helper.word()));
        Choice::new(helper.word(), label).chosen_if(fields.value(&field))
    };
    let helpers = Helper::ALL.map(helper).into();
    Question {
        name: topic.word(),
        text: topic_text(page, topic),
        marks: Mark::ALL.map(mark).into(),
        error: fields.error(topic.word()).to_owned(),
        helper: field,
        helpers,
    }
}

fn proposed(page: &Page, topic: Topic, items: &[Item]) -> Proposed {
    let step = topic.step();
    let say = |part: &str| page.text(&format!("plans-{part}-{}", step.word()));
    Proposed {
        topic: topic.word(),
        need: topic_text(page, topic),
        step: say("step"),
        result: say("result"),
        taken: items.iter().any(|item| item.step == Some(step) && !item.removed),
    }
}

fn refilled(page: &Page, was: &Map, became: &Map) -> Refilled {
    let nothing = || page.text("plans-nothing");
    let differs = |field: String, was: String, became: String| {
        Said::new("plans-differs")
            .with("field", field)
            .with("was", was)
            .with("became", became)
            .words(page.lang())
    };
    let said = |map: &Map, topic: Topic| answer(page.lang(), topic, map).unwrap_or_else(nothing);
    let changed = was.changes(became).into_iter();
    let line = |topic: Topic| differs(topic_text(page, topic), said(was, topic), said(became, topic));
    let mut lines: Vec<String> = changed.map(line).collect();
    if was.words != became.words {
        let words = |map: &Map| map.words.clone().unwrap_or_else(nothing);
        lines.push(differs(page.text("difficulties-words"), words(was), words(became)));
    }
    let title = Said::new("difficulties-refilled-on")
        .text("season", format!("difficulties-season-{}", became.season.word()))
        .with("on", i18n::day_and_time(page.lang(), page.local(became.filled_at)));
    Refilled { title: title.words(page.lang()), lines }
}

/// Each time a map was filled in again, the last first.
fn all_refilled(page: &Page, maps: &[Map], replaced: &[Map]) -> Vec<Refilled> {
    let mut all = Vec::new();
    for map in maps {
        let mut states: Vec<&Map> = replaced.iter().filter(|one| one.season == map.season).collect();
        states.push(map);
        let steps = states.iter().zip(states.iter().skip(1));
        all.extend(steps.map(|(was, became)| refilled(page, was, became)));
    }
    all.reverse();
    all
}

/// The page; with the typed answers where they were not taken.
async fn draw(page: &Page, typed: Option<Fields>) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let Standing { maps, replaced, plan, items } = standing(page, &mut tx, &programme).await?;
    let season = Season::on(&programme, page.today());
    let present = maps.iter().find(|map| Some(map.season) == season);
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let fields = typed.unwrap_or_else(|| beginning(page, present));
    let needs = maps.last().map(Map::needs).unwrap_or_default();
    let board = match (season, present) {
        (None, _) => "difficulties-board-none",
        (Some(_), None) => "difficulties-board-ask",
        (Some(_), Some(_)) if needs.is_empty() => "difficulties-board-light",
        (Some(_), Some(_)) => "difficulties-board-needs",
    };
    let earlier = maps.iter().filter(|map| Some(map.season) != season);
    page.show_with(
        status,
        &Own {
            shell: page.shell(),
            today: page.today(),
            board,
            questions: Topic::ALL.map(|topic| question(page, topic, &fields)).into(),
            season: season.map(|season| page.text(&format!("difficulties-season-{}", season.word()))),
            proposed: needs.into_iter().map(|topic| proposed(page, topic, &items)).collect(),
            earlier: earlier.map(|map| Line::of(page, map)).collect(),
            refilled: all_refilled(page, &maps, &replaced),
            filled: present.is_some(),
            shared: present.is_some_and(|map| map.shared),
            plan,
            take: TakePath.to_string(),
            handouts: maps.first().map(|map| Handouts::at(&SharedPath { newcomer: map.newcomer.clone() })),
            fields,
        },
    )
}

const fn refusal(why: FillRefused) -> &'static str {
    match why {
        FillRefused::NotNow => "difficulties-refused-not-now",
        FillRefused::Nothing => "difficulties-refused-nothing",
        FillRefused::TooLong => "difficulties-refused-too-long",
        FillRefused::NotProposed => "difficulties-refused-not-proposed",
    }
}

pub(super) async fn keep(_: OwnPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mark = |topic: Topic| Some((topic, Mark::new(fields.value(topic.word()).parse().ok()?)?));
    let marks = Topic::ALL.into_iter().filter_map(mark).collect();
    let helper = |topic: Topic| Some((topic, Helper::from_word(fields.value(&helper_field(topic)))?));
    let helpers = Topic::ALL.into_iter().filter_map(helper).collect();
    let words = fields.optional_text("words", MOST_WORDS);
    if !fields.is_right() {
        return draw(&page, Some(fields)).await;
    }
    let answers = Answers { marks, helpers, words, shared: fields.ticked("share") };
    let done = actions::difficulties::fill(&page.context(), &programme, &answers).await;
    match page.sent(&OwnPath, done, &mut fields, (Topic::ALL[0].word(), refusal), "difficulties-done-kept")? {
        Some(taken) => Ok(taken),
        None => draw(&page, Some(fields)).await,
    }
}

pub(super) async fn take(_: TakePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let topic = Topic::from_word(fields.value("topic")).ok_or(PageError::Unreadable)?;
    match actions::difficulties::take_up(&page.context(), &programme, topic).await {
        Ok(_) => Ok(page.done(&OwnPath, "difficulties-done-taken", &[])),
        Err(Failed::Refused(why)) => Ok(page.lead(&OwnPath, FlashKind::Refused, refusal(why), &[])),
        Err(other) => Err(other.into()),
    }
}
