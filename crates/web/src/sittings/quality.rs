//! All figures of a sitting's questions: what each option did, and the same as Moodle counts it. For whoever reads the key.

use super::figures::{alpha, coefficient, error, hidden, number, reading_key, share};
use super::{FiguresPath, ShowPath};
use crate::layout::Shell;
use crate::layout::parts::Fact;
use crate::{Page, PageError, filters};
use actions::sittings::{Figure, Label, MoodleQuestion, OptionReading, Picked, Question, Statistics};
use axum::response::Response;
use domain::Day;

/// An option.
struct Line {
    text: String,
    /// It is the right one.
    key: bool,
    count: String,
    upper: String,
    lower: String,
    rest: String,
    reading: String,
}

/// A question.
struct Block {
    title: String,
    facts: Vec<Fact>,
    /// Nothing where no option is chosen, or too few got the question.
    lines: Vec<Line>,
    /// Why there are no lines.
    none: String,
    moodle: Vec<Fact>,
}

#[derive(askama::Template)]
#[template(path = "sittings/quality.html")]
struct Quality {
    shell: Shell,
    today: Day,
    facts: Vec<Fact>,
    meanings: Vec<Fact>,
    blocks: Vec<Block>,
    quiz: Vec<Fact>,
    back: String,
}

/// What each heading says, in words.
const MEANINGS: [(&str, &str); 7] = [
    ("sittings-column-facility", "sittings-meaning-facility"),
    ("sittings-column-rest", "sittings-meaning-rest"),
    ("sittings-difference", "sittings-meaning-difference"),
    ("sittings-option-count", "sittings-meaning-count"),
    ("sittings-option-rest", "sittings-meaning-option"),
    ("sittings-alpha", "sittings-meaning-alpha"),
    ("sittings-error-paper", "sittings-meaning-error"),
];

fn fact(page: &Page, key: &str, value: String) -> Fact {
    Fact { name: page.text(key), value }
}

/// A number, or why it is not shown.
fn figure(page: &Page, figure: Figure<f64>, digits: usize) -> String {
    figure.map_or_else(|why| hidden(page, why), |value| number(page.lang(), value, digits))
}

/// The same in percent.
fn percent(page: &Page, shown: Figure<f64>) -> String {
    match shown {
        Ok(value) => {
            i18n::t(page.lang(), "sittings-percent", &[("value", number(page.lang(), value, 1).into())])
        }
        Err(why) => hidden(page, why),
    }
}

fn line(page: &Page, picked: &Picked) -> Line {
    let choice = picked.choice;
    let share = number(page.lang(), choice.share * 100.0, 0);
    let count = |count: Figure<u32>| count.map_or_else(|why| hidden(page, why), |count| count.to_string());
    let reading = choice.reading.map(|reading| match reading {
        OptionReading::Works => "sittings-option-works",
        OptionReading::Idle => "sittings-option-idle",
        OptionReading::CheckKey => "sittings-reading-key",
    });
    Line {
        text: match &picked.label {
            Label::Words(words) => words.clone(),
            Label::Truth(true) => page.text("attempts-true"),
            Label::Truth(false) => page.text("attempts-false"),
        },
        key: picked.key,
        count: i18n::t(
            page.lang(),
            "sittings-option-share",
            &[("n", choice.count.into()), ("value", share.into())],
        ),
        upper: count(choice.upper),
        lower: count(choice.lower),
        rest: coefficient(page, choice.rest),
        reading: reading.map(|key| page.text(key)).unwrap_or_default(),
    }
}

fn moodle(page: &Page, one: MoodleQuestion, highlighted: bool) -> Vec<Fact> {
    let mut facts: Vec<Fact> = [
        ("sittings-moodle-facility", one.facility_index),
        ("sittings-moodle-deviation", one.standard_deviation),
        ("sittings-moodle-intended", Ok(one.intended_weight)),
        ("sittings-moodle-effective", one.effective_weight),
        ("sittings-moodle-discrimination", one.discrimination_index),
        ("sittings-moodle-efficiency", one.discriminative_efficiency),
    ]
    .into_iter()
    .map(|(key, shown)| fact(page, key, percent(page, shown)))
    .collect();
    if highlighted {
        facts.push(fact(page, "sittings-column-reading", page.text("sittings-moodle-highlighted")));
    }
    facts
}

fn block(page: &Page, at: usize, question: &Question) -> Block {
    let item = question.item;
    let mut facts = vec![
        fact(page, "sittings-column-facility", share(page, item.facility)),
        fact(page, "sittings-column-rest", coefficient(page, item.rest)),
        fact(page, "sittings-difference", figure(page, item.difference, 2)),
    ];
    if let Some(reading) = item.reading {
        facts.push(fact(page, "sittings-column-reading", page.text(reading_key(reading))));
    }
    let (lines, none) = match &question.options {
        Some(Ok(all)) => (all.iter().map(|picked| line(page, picked)).collect(), String::new()),
        Some(Err(why)) => (Vec::new(), hidden(page, *why)),
        None => (Vec::new(), page.text("sittings-options-none")),
    };
    Block {
        title: format!("{}. {}", at + 1, question.text),
        facts,
        lines,
        none,
        moodle: moodle(page, question.moodle, question.highlighted),
    }
}

/// Moodle's figures of the whole.
fn quiz(page: &Page, found: &Statistics) -> Vec<Fact> {
    let all = found.quiz;
    let shape = found.shape;
    let stands = shape.and_then(|shape| shape.consistency);
    vec![
        fact(page, "sittings-moodle-average", percent(page, all.map(|all| all.average))),
        fact(page, "sittings-moodle-median", percent(page, all.map(|all| all.median))),
        fact(page, "sittings-moodle-deviation", percent(page, all.map(|all| all.standard_deviation))),
        fact(page, "sittings-moodle-skewness", figure(page, shape.map(|shape| shape.skewness), 2)),
        fact(page, "sittings-moodle-kurtosis", figure(page, shape.map(|shape| shape.kurtosis), 2)),
        fact(
            page,
            "sittings-moodle-consistency",
            percent(page, stands.map(|found| found.coefficient_of_internal_consistency)),
        ),
        fact(page, "sittings-moodle-ratio", percent(page, stands.map(|found| found.error_ratio))),
        fact(page, "sittings-moodle-error", percent(page, stands.map(|found| found.standard_error))),
    ]
}

pub(super) async fn show(path: FiguresPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let wanted = crate::questions::language(page.lang());
    let (sitting, found) = actions::sittings::figures(&mut tx, &page.context(), &path.id, wanted).await?;
    let each = found.iter().flat_map(|found| &found.questions).enumerate();
    let facts = found.as_ref().map(|found| {
        let when = i18n::day_and_time(page.lang(), page.local(sitting.begins));
        vec![
            fact(&page, "sittings-day", when),
            fact(&page, "sittings-papers", found.people.to_string()),
            fact(&page, "sittings-alpha", alpha(&page, found)),
            error(&page, found),
        ]
    });
    page.show(&Quality {
        shell: page.shell(),
        today: page.today(),
        facts: facts.unwrap_or_default(),
        meanings: MEANINGS.into_iter().map(|(key, words)| fact(&page, key, page.text(words))).collect(),
        blocks: each.map(|(at, question)| block(&page, at, question)).collect(),
        quiz: found.as_ref().map(|found| quiz(&page, found)).unwrap_or_default(),
        back: ShowPath { id: path.id }.to_string(),
    })
}
