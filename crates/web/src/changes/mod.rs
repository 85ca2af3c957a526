//! What changed for pupils who are helped, as groups, and how classes changed: a change and never an effect, with the line of
//! the classmates beside it (feat:I9).

mod lot;

use crate::forms::Fields;
use crate::layout::Shell;
use crate::pupils::{ListPath as PupilsPath, shell};
use crate::said::Said;
use crate::sittings::number;
use crate::{Access, Page, PageError, Routes, filters};
use actions::changes::{
    Beside, Change, ClassChange, DECIMALS, Estimate, Figure, Indices, Marks, NotShown, Subject, changes,
};
use axum::http::StatusCode;
use axum::response::Response;
use axum_extra::routing::TypedPath;
use domain::Day;
use i18n::Lang;
use store::Tx;

/// What changed.
#[derive(TypedPath)]
#[typed_path("/changes")]
pub(crate) struct ShowPath;

/// A lot among children who wait is announced.
#[derive(TypedPath)]
#[typed_path("/changes/lot")]
pub(crate) struct LotPath;

/// Its number is entered.
#[derive(TypedPath)]
#[typed_path("/changes/lot/number")]
pub(crate) struct DrawPath;

/// The routes. Whoever asks classes has a duty and no role: the door is open and the action decides.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, show)
        .post(Access::SignedIn, lot::announce)
        .post(Access::SignedIn, lot::enter)
}

/// What is said of one group or one class.
struct Part {
    title: String,
    lines: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "changes/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    /// Of marks, and what is said of the list they come from.
    marks: Option<(String, Vec<Part>)>,
    /// Of classes.
    classes: Option<Vec<Part>>,
    /// Of the lot among those who wait, for whoever draws it.
    lot: Option<lot::Section>,
    pupils: String,
    fields: Fields,
}

async fn show(_: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default()).await
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let all = changes(&mut *page.read().await?, &page.context()).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Show {
            shell: shell(page),
            today: page.today(),
            marks: all.marks.map(|marks| {
                let parts = marks.subjects.iter().map(|one| subject(page, one)).collect();
                (listed(page, &marks), parts)
            }),
            classes: all.classes.map(|all| all.iter().map(|one| class(page, one)).collect()),
            lot: all.by_lot.map(|read| lot::section(page, &fields, &read)),
            pupils: PupilsPath.to_string(),
            fields,
        },
    )
}

/// True where the reader finds something here.
pub(crate) async fn is_open(page: &Page, tx: &mut Tx) -> Result<bool, PageError> {
    Ok(actions::changes::is_open(tx, &page.context()).await?)
}

/// From which list the marks are, and which of them count.
fn listed(page: &Page, marks: &Marks) -> String {
    let Some(day) = marks.listed else { return page.text("changes-no-list") };
    Said::new("changes-listed").with("day", i18n::day(page.lang(), day)).words(page.lang())
}

/// A change is told with its interval and with the line beside it, or not at all.
fn subject(page: &Page, one: &Subject) -> Part {
    let lines = match (one.change, one.beside) {
        (Ok(shown), Ok(others)) => [change(page, &shown), beside(page, &others)].concat(),
        (Err(why), _) => vec![line(page, "changes-no-mean", why)],
        (Ok(_), Err(why)) => vec![line(page, "changes-no-line", why)],
    };
    Part { title: title(page, &one.name, one.quarters), lines }
}

/// A subject with the quarter before and the quarter after.
fn title(page: &Page, name: &str, (before, after): (u8, u8)) -> String {
    Said::new("changes-subject")
        .with("name", name)
        .with("before", u32::from(before))
        .with("after", u32::from(after))
        .words(page.lang())
}

fn change(page: &Page, shown: &Change) -> Vec<String> {
    let lang = page.lang();
    let mut lines = vec![
        Said::new("changes-middle")
            .with("count", shown.n)
            .with("median", signed(lang, shown.median, DECIMALS))
            .words(lang),
    ];
    lines.push(estimate(lang, "changes-mean", shown.mean, DECIMALS));
    lines.extend(shown.size.ok().map(|size| estimate(lang, "changes-size", size, 2)));
    lines.extend(is_open_question(shown.mean).then(|| page.text("changes-unproved")));
    lines
}

fn beside(page: &Page, shown: &Beside) -> Vec<String> {
    let lang = page.lang();
    let mut lines = vec![
        Said::new("changes-expected")
            .with("count", shown.others)
            .with("value", signed(lang, shown.expected, DECIMALS))
            .words(lang),
    ];
    lines.push(estimate(lang, "changes-excess", shown.excess, DECIMALS));
    lines.extend(shown.is_far_apart().then(|| page.text("changes-apart")));
    lines.extend(shown.beyond.then(|| page.text("changes-beyond")));
    lines
}

/// A class was not chosen for being low, and there is nobody beside it: in place of a line that is said.
fn class(page: &Page, one: &ClassChange) -> Part {
    let question = page.text(&format!("sociometries-question-{}", one.question.word()));
    let lines = match (one.before.1, one.now.1, one.mutual) {
        (Ok(_), Ok(_), Ok(mutual)) => class_lines(page, one, mutual.mean),
        (Err(why), ..) | (_, Err(why), _) | (.., Err(why)) => vec![line(page, "changes-class-hidden", why)],
    };
    Part { title: format!("{}. {question}", one.class), lines }
}

fn class_lines(page: &Page, one: &ClassChange, mutual: Estimate) -> Vec<String> {
    let lang = page.lang();
    let mut lines: Vec<String> = [&one.before, &one.now].map(|indices| cohesion(page, indices)).into();
    let both = Said::new("changes-class-both")
        .with("count", one.both)
        .with("before", one.only_before)
        .with("now", one.only_now);
    lines.push(both.words(lang));
    lines.push(estimate(lang, "changes-class-mutual", mutual, 2));
    lines.extend(is_open_question(mutual).then(|| page.text("changes-unproved")));
    lines.push(page.text("changes-class-no-line"));
    lines
}

fn cohesion(page: &Page, (day, group): &Indices) -> String {
    let shown = |figure: Figure<f64>| {
        figure.map_or_else(|why| hidden(page, why), |value| number(page.lang(), value, 2))
    };
    let value = |of: fn(&actions::sociometries::Group) -> Figure<f64>| match group {
        Ok(group) => shown(of(group)),
        Err(why) => hidden(page, *why),
    };
    Said::new("changes-class")
        .with("day", i18n::day(page.lang(), *day))
        .with("cohesion", value(|one| one.cohesion))
        .with("reciprocity", value(|one| one.reciprocity))
        .words(page.lang())
}

/// The interval holds zero: the data neither prove nor exclude a change.
fn is_open_question(mean: Estimate) -> bool {
    mean.low <= 0.0 && mean.high >= 0.0
}

/// A change with its sign.
fn signed(lang: Lang, value: f64, digits: usize) -> String {
    let size = number(lang, value.abs(), digits);
    let is_zero = size.chars().all(|letter| !letter.is_ascii_digit() || letter == '0');
    match () {
        () if is_zero => size,
        () if value < 0.0 => format!("−{size}"),
        () => format!("+{size}"),
    }
}

fn estimate(lang: Lang, key: &str, one: Estimate, digits: usize) -> String {
    Said::new(key)
        .with("value", signed(lang, one.value, digits))
        .with("low", signed(lang, one.low, digits))
        .with("high", signed(lang, one.high, digits))
        .words(lang)
}

/// What is missing, and why.
fn line(page: &Page, key: &str, why: NotShown) -> String {
    i18n::t(page.lang(), key, &[("why", hidden(page, why).into())])
}

/// Why a figure is not shown.
fn hidden(page: &Page, why: NotShown) -> String {
    match why {
        NotShown::TooFew { need } => {
            i18n::t(page.lang(), "sociometries-hidden-few", &[("need", need.into())])
        }
        NotShown::Turnout { need } => {
            i18n::t(page.lang(), "changes-hidden-turnout", &[("need", need.into())])
        }
        NotShown::NoVariance => page.text("changes-hidden-same"),
        _ => page.text("sociometries-hidden-nothing"),
    }
}
