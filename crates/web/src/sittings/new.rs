//! A sitting is planned: the day, what is asked, the languages and the cut with how it was found.

use super::{ListPath, NewPath, ShowPath, TOPICS, language_text, read_points, refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::sittings::{Bar, Planned, Refused};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::calendar::instant_at;
use domain::exams::{Plan, PlanFault, SittingRefused};
use domain::permissions::{Action, may};
use domain::questions::{Blueprint, Language, NotEnough, Points};
use std::collections::BTreeMap;

/// The field of a topic.
struct TopicField {
    name: String,
    label: String,
    value: String,
    error: String,
}

#[derive(askama::Template)]
#[template(path = "sittings/new.html")]
struct New {
    shell: Shell,
    today: Day,
    topics: Vec<TopicField>,
    languages: Vec<Choice>,
    methods: Vec<Choice>,
    action: String,
    back: String,
    fields: Fields,
}

/// The two ways in which a cut is found.
pub(super) fn methods(page: &Page, fields: &Fields) -> Vec<Choice> {
    let method = |word: &str| {
        Choice::new(word, page.text(&format!("sittings-method-{word}"))).chosen_if(fields.value("method"))
    };
    ["agreed", "judges"].map(method).into()
}

/// The cut that was typed; what is wrong with it stands under its field.
pub(super) fn bar(fields: &mut Fields) -> Option<Bar> {
    let words = ["agreed", "judges"];
    let method = fields.choice("method", |word| words.into_iter().find(|one| *one == word))?;
    if method == "agreed" {
        let points = read_points(fields.value("points"));
        if points.is_none() {
            fields.refuse("points", "sittings-refused-points", &[]);
        }
        return points.map(Bar::Agreed);
    }
    let typed = fields.text("judges", 200);
    let each = typed.split([' ', ';']).filter(|one| !one.is_empty());
    let judges: Option<Vec<Points>> = each.map(read_points).collect();
    if judges.is_none() {
        fields.refuse("judges", "sittings-refused-points", &[]);
    }
    judges.filter(|_| fields.is_right()).map(Bar::Judges)
}

/// A whole number that may stand empty, for nought.
pub(super) fn whole(fields: &mut Fields, name: &str) -> Option<u16> {
    let typed = fields.value(name).trim().to_owned();
    let number = if typed.is_empty() { Some(0) } else { typed.parse().ok() };
    if number.is_none() {
        fields.refuse(name, "sittings-refused-number", &[]);
    }
    number
}

pub(super) async fn blank(_: NewPath, page: Page) -> Result<Response, PageError> {
    let values = [("minutes", "60".to_owned()), ("method", "agreed".to_owned())];
    draw(&page, StatusCode::OK, Fields::beginning(page.lang(), &values))
}

fn draw(page: &Page, status: StatusCode, fields: Fields) -> Result<Response, PageError> {
    may(page.actor(), &Action::ManageSittings(page.school_id()?)).map_err(|_| PageError::NotFound)?;
    let topic = |(_, word): &(_, &str)| {
        let name = format!("topic-{word}");
        TopicField {
            label: page.text(&format!("topics-{word}")),
            value: fields.value(&name).to_owned(),
            error: fields.error(&name).to_owned(),
            name,
        }
    };
    let language = |language: Language| {
        let chosen = fields.values("languages").contains(&language.word());
        Choice { chosen, ..Choice::new(language.word(), language_text(page, language)) }
    };
    let topics = TOPICS.iter().map(topic).collect();
    page.show_with(
        status,
        &New {
            shell: page.shell(),
            today: page.today(),
            topics,
            languages: Language::ALL.map(language).into(),
            methods: methods(page, &fields),
            action: NewPath.to_string(),
            back: ListPath.to_string(),
            fields,
        },
    )
}

/// Everything that was typed, or nothing where a field is wrong.
fn read(page: &Page, fields: &mut Fields) -> Option<Planned> {
    let (day, from, to) = (fields.day("day"), fields.time("from"), fields.time("to"));
    let (minutes, places) = (whole(fields, "minutes"), whole(fields, "places"));
    let mut blueprint = BTreeMap::new();
    for (topic, word) in TOPICS {
        let count = whole(fields, &format!("topic-{word}")).unwrap_or_default();
        if count > 0 {
            blueprint.insert(topic, count);
        }
    }
    let languages = fields.values("languages").into_iter().filter_map(Language::from_word).collect();
    let bar = bar(fields);
    let at = |day: Day, time| instant_at(day.to_datetime(time), page.offset());
    let planned = Planned {
        begins: at(day?, from?),
        ends: at(day?, to?),
        plan: Plan { blueprint: Blueprint(blueprint), minutes: minutes? },
        languages,
        bar: bar?,
        places: places?,
    };
    fields.is_right().then_some(planned)
}

/// Under which field a refusal stands.
fn place(fields: &Fields, why: &Refused) -> String {
    let field = match why {
        Refused::Plan(_, PlanFault::NotEnough(NotEnough { topic, .. }) | PlanFault::Unequal(topic)) => {
            return format!("topic-{}", topic.word());
        }
        Refused::Window => "day",
        Refused::NoLanguage => "languages",
        Refused::Places => "places",
        Refused::Plan(_, PlanFault::BadTime) => "minutes",
        Refused::Sitting(SittingRefused::Cut(_)) if fields.value("method") == "judges" => "judges",
        Refused::Sitting(SittingRefused::Cut(_)) => "points",
        _ => "topic-law",
    };
    field.to_owned()
}

pub(super) async fn plan(_: NewPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(planned) = read(&page, &mut fields) else {
        return draw(&page, StatusCode::UNPROCESSABLE_ENTITY, fields);
    };
    match actions::sittings::plan(&page.context(), &planned).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "sittings-done-planned", &[])),
        Err(Failed::Refused(why)) => {
            let place = place(&fields, &why);
            let (key, args) = refusal(&page, &why);
            fields.refuse(&place, key, &args);
            draw(&page, StatusCode::UNPROCESSABLE_ENTITY, fields)
        }
        Err(other) => Err(other.into()),
    }
}
