//! The awards of the school, and the form that publishes the rule of a new one.

use super::{ListPath, ShowPath, number};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::pupils::{ListPath as PupilsPath, shell};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::awards::{all, publish as do_publish};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::awards::{Award, Criterion, Fact, Kind, MOST_NAME, MOST_PRIZES, Prize, Rule, RuleRefused};

/// What stands in the form before anybody typed: a rule that fits a school year of weekly meetings.
const BEGINNING: [(&str, &str); 10] = [
    ("points_hours", "1"),
    ("most_hours", "40"),
    ("points_weeks", "1"),
    ("most_weeks", "30"),
    ("points_training", "2"),
    ("most_training", "10"),
    ("threshold", "20"),
    ("rest", "1"),
    ("reserve", "3"),
    ("appeals", "5"),
];

/// An award.
struct Row {
    title: String,
    text: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "awards/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    /// Where a rule is published, for those who lead the school, with the kinds of prizes.
    form: Option<(String, Vec<Choice>)>,
    /// The facts that earn points: names of the two fields, and the fact in words.
    facts: Vec<(String, String, String)>,
    pupils: String,
    fields: Fields,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let beginning = BEGINNING.map(|(name, value)| (name, value.to_owned()));
    draw(&page, Fields::beginning(page.lang(), &beginning)).await
}

pub(super) async fn publish(_: ListPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let title = fields.text("title", MOST_NAME);
    let rule = read_rule(&mut fields);
    let Some(rule) = rule.filter(|_| fields.is_right()) else { return draw(&page, fields).await };
    match do_publish(&page.context(), &title, &rule).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "awards-done-published", &[])),
        Err(Failed::Refused(why)) => {
            let (field, key) = refusal(why);
            fields.refuse(field, key, &[]);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

const fn refusal(why: RuleRefused) -> (&'static str, &'static str) {
    match why {
        RuleRefused::Begun => ("from", "awards-refused-begun"),
        RuleRefused::Days => ("to", "awards-refused-days"),
        RuleRefused::Criteria => ("points_hours", "awards-refused-criteria"),
        RuleRefused::Threshold => ("threshold", "awards-refused-threshold"),
        RuleRefused::Prizes => ("prizes", "awards-refused-prizes"),
        RuleRefused::Numbers => ("appeals", "awards-refused-numbers"),
        RuleRefused::Source => ("source", "awards-refused-source"),
        RuleRefused::Draw => ("draw_on", "awards-refused-draw"),
    }
}

/// The names of the fields of a fact: points for each, and most of them.
fn fields_of(fact: Fact) -> (String, String) {
    (format!("points_{}", fact.word()), format!("most_{}", fact.word()))
}

fn read_rule(fields: &mut Fields) -> Option<Rule> {
    let kind = fields.choice("kind", Kind::from_word);
    let days = (fields.day("from"), fields.day("to"), fields.day("draw_on"));
    let mut criteria = Vec::new();
    for fact in Fact::ALL {
        let (points, most) = fields_of(fact);
        let (points, most) = (number(fields, &points), number(fields, &most));
        // What gives no points is no criterion.
        if points > 0 {
            criteria.push(Criterion { fact, points, most });
        }
    }
    let (threshold, rest_years) = (number(fields, "threshold"), number(fields, "rest"));
    let (reserve, appeal_days) = (number(fields, "reserve"), number(fields, "appeals"));
    let source = fields.text("source", MOST_NAME);
    let typed = fields.text("prizes", MOST_NAME * MOST_PRIZES);
    let prizes = typed.lines().map(prize).collect::<Option<Vec<Prize>>>();
    if prizes.is_none() && fields.error("prizes").is_empty() {
        fields.refuse("prizes", "awards-refused-prizes", &[]);
    }
    let (Some(from), Some(to), Some(draw_on)) = days else { return None };
    let (kind, prizes) = kind.zip(prizes)?;
    Some(Rule {
        kind,
        from,
        to,
        criteria,
        threshold,
        rest_years,
        prizes,
        reserve,
        appeal_days,
        source,
        draw_on,
    })
}

/// A line of the form: how many, then what.
fn prize(line: &str) -> Option<Prize> {
    let (places, name) = line.trim().split_once(' ')?;
    Some(Prize { name: name.trim().to_owned(), places: places.parse().ok()? })
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (awards, keeps) = all(&mut tx, &page.context()).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let kind = |kind: Kind| {
        let label = page.text(&format!("awards-kind-{}", kind.word()));
        Choice::new(kind.word(), label).chosen_if(fields.value("kind"))
    };
    let fact = |fact: Fact| {
        let (points, most) = fields_of(fact);
        (points, most, page.text(&format!("awards-fact-{}", fact.word())))
    };
    page.show_with(
        status,
        &List {
            shell: shell(page),
            today: page.today(),
            rows: awards.iter().map(|one| row(page, one)).collect(),
            form: keeps.then(|| (ListPath.to_string(), Kind::ALL.map(kind).into())),
            facts: Fact::ALL.map(fact).into(),
            pupils: PupilsPath.to_string(),
            fields,
        },
    )
}

fn row(page: &Page, award: &Award) -> Row {
    let lang = page.lang();
    Row {
        title: award.title.clone(),
        text: Said::new("awards-row")
            .with("state", page.text(&format!("awards-state-{}", award.state.word())))
            .with("from", i18n::day(lang, award.rule.from))
            .with("to", i18n::day(lang, award.rule.to))
            .words(lang),
        href: ShowPath { id: award.id.clone() }.to_string(),
    }
}
