//! The own form: seven motives from 1 to 5; beside it what the own answers come to, and how they moved.

use super::{OwnPath, moment_text, motive_text};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::motivations::{Form, answer, form};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::motivations::{GiveRefused, Given, Moment, Motive, Weights};
use domain::programmes::Programme;
use domain::surveys::Mark;
use i18n::Lang;
use std::collections::BTreeMap;
use store::Tx;

/// One motive of the form.
struct Question {
    name: String,
    text: String,
    marks: Vec<Choice>,
}

/// What the answers of one moment came to.
struct Outcome {
    title: String,
    /// Name and mean of each of the three.
    means: Vec<(&'static str, String)>,
    /// How they stand to each other.
    complex: String,
}

#[derive(askama::Template)]
#[template(path = "motivations/own.html")]
struct Own {
    shell: Shell,
    today: Day,
    board: String,
    text: String,
    questions: Vec<Question>,
    results: Vec<Outcome>,
    /// How the three moved between start and end, where both are there.
    shift: Vec<String>,
    /// From how many people on a group is read.
    least: u16,
    fields: Fields,
}

/// Which of the three weights a row shows.
type Part = fn(Weights) -> u16;

const MEANS: [(&str, Part); 3] = [
    ("motivations-inner", |weights| weights.inner),
    ("motivations-outer", |weights| weights.outer),
    ("motivations-avoiding", |weights| weights.avoiding),
];

fn field(motive: Motive) -> String {
    format!("mark-{}", motive.word())
}

/// Tenths as people write them: «4,5», in English «4.5».
fn decimal(lang: Lang, tenths: u16) -> String {
    let sign = if lang == Lang::En { '.' } else { ',' };
    format!("{}{sign}{}", tenths / 10, tenths % 10)
}

pub(super) async fn show(_: OwnPath, page: Page) -> Result<Response, PageError> {
    draw(&page, None).await
}

fn question(page: &Page, motive: Motive, fields: &Fields) -> Question {
    let name = field(motive);
    let mark = |mark: Mark| {
        let number = mark.number();
        let label = page.text(&format!("surveys-mark-{number}"));
        Choice::new(number.to_string(), label).chosen_if(fields.value(&name))
    };
    let marks = Mark::ALL.map(mark).into();
    Question { text: motive_text(page, motive), marks, name }
}

fn result(page: &Page, given: &Given) -> Outcome {
    let weights = given.marks.weights();
    let mean = |(key, of): (&'static str, fn(Weights) -> u16)| {
        (key, decimal(page.lang(), Weights::tenths(of(weights))))
    };
    let day = i18n::day(page.lang(), given.on);
    let said = Said::new("motivations-result").with("day", day);
    let said = said.with("moment", moment_text(page, given.moment));
    Outcome {
        title: said.words(page.lang()),
        means: MEANS.into_iter().map(mean).collect(),
        complex: page.text(&format!("motivations-complex-{}", weights.complex().word())),
    }
}

/// How each of the three moved; nothing before the end was answered.
fn shift(page: &Page, given: &[Given]) -> Vec<String> {
    let at = |moment: Moment| given.iter().find(|one| one.moment == moment).map(|one| one.marks.weights());
    let (Some(start), Some(end)) = (at(Moment::Start), at(Moment::End)) else { return Vec::new() };
    let line = |(key, of): (&'static str, fn(Weights) -> u16)| {
        let mean = |weights: Weights| decimal(page.lang(), Weights::tenths(of(weights)));
        let said = Said::new("motivations-shift").with("what", page.text(key));
        said.with("was", mean(start)).with("is", mean(end)).words(page.lang())
    };
    MEANS.into_iter().map(line).collect()
}

fn beginning(page: &Page, form: Option<&Form>) -> Fields {
    let now = form.and_then(|form| form.given.iter().find(|one| Some(one.moment) == form.moment));
    let each = now.iter().flat_map(|given| given.marks.each());
    let values: Vec<(String, String)> =
        each.map(|(motive, mark)| (field(motive), mark.number().to_string())).collect();
    let values: Vec<(&str, String)> =
        values.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    Fields::beginning(page.lang(), &values)
}

fn board(page: &Page, form: Option<&Form>) -> Said {
    match form {
        None => Said::new("motivations-none"),
        Some(Form { moment: None, .. }) => Said::new("motivations-not-now"),
        Some(Form { moment: Some(moment), given }) if given.iter().any(|one| one.moment == *moment) => {
            Said::new("motivations-answered")
        }
        Some(Form { moment: Some(moment), .. }) => {
            Said::new("motivations-asks").with("moment", moment_text(page, *moment))
        }
    }
}

/// What the reader answered in other programmes of the school, the latest year first: it stays theirs to read.
async fn earlier(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Vec<Given>, PageError> {
    let mut programmes = store::programmes::of_school(tx, page.school_id()?).await?;
    programmes.retain(|one| one.id != programme.id);
    programmes.sort_by_key(|one| std::cmp::Reverse(one.first_year));
    let mut given = Vec::new();
    for one in &programmes {
        let form = form(tx, &page.context(), one).await?;
        given.extend(form.map(|form| form.given).unwrap_or_default());
    }
    Ok(given)
}

/// The page; with what was marked where it was not taken.
async fn draw(page: &Page, typed: Option<Fields>) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let earlier = earlier(page, &mut tx, &programme).await?;
    let form = form(&mut tx, &page.context(), &programme).await?;
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let fields = typed.unwrap_or_else(|| beginning(page, form.as_ref()));
    let said = board(page, form.as_ref());
    let asks = form.as_ref().is_some_and(|form| form.moment.is_some());
    let given = form.map(|form| form.given).unwrap_or_default();
    let motives: &[Motive] = if asks { &Motive::ALL } else { &[] };
    page.show_with(
        status,
        &Own {
            shell: page.shell(),
            today: page.today(),
            text: said.explained(page.lang()),
            board: said.words(page.lang()),
            questions: motives.iter().map(|motive| question(page, *motive, &fields)).collect(),
            results: given.iter().chain(&earlier).map(|one| result(page, one)).collect(),
            shift: shift(page, &given),
            least: programme.settings.min_cell,
            fields,
        },
    )
}

pub(super) async fn keep(_: OwnPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mark = |motive: Motive| Some((motive, Mark::new(fields.value(&field(motive)).parse().ok()?)?));
    let marks: BTreeMap<Motive, Mark> = Motive::ALL.into_iter().filter_map(mark).collect();
    match answer(&page.context(), &programme, &marks, page.lang().tag()).await {
        Ok(()) => Ok(page.done(&OwnPath, "motivations-done", &[])),
        Err(Failed::Refused(GiveRefused::NotAll)) => {
            for motive in Motive::ALL.into_iter().filter(|motive| !marks.contains_key(motive)) {
                fields.refuse(&field(motive), "motivations-refused-not-all", &[]);
            }
            draw(&page, Some(fields)).await
        }
        Err(Failed::Refused(GiveRefused::NotNow)) => {
            Ok(page.lead(&OwnPath, FlashKind::Note, "motivations-refused-not-now", &[]))
        }
        Err(other) => Err(other.into()),
    }
}
