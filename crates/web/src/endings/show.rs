//! The end of one pair, for those who lead: the day, what the two wrote for coordinators, the letter of thanks.

use super::{ListPath, ShowPath, TakeBackPath, ThanksPath, refusal, report};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::names::Names;
use crate::pairs::ShowPath as PairPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::endings::Evaluation;
use axum::http::StatusCode;
use axum::response::Response;
use domain::endings::{Ending, Reason, State, TakeBackRefused, works};
use domain::orders::{End, awaits_end};
use domain::pairs::Pair;
use domain::people::Role;
use domain::permissions::{Action, may};
use domain::sides::Side;
use domain::{Day, PairId};

/// The field of the day.
const DAY: &str = "last_day";

/// Where the day is named, and where it is taken back.
struct Naming {
    action: String,
    reasons: Vec<Choice>,
    /// A day is named already.
    named: bool,
    take_back: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "endings/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    /// The reason in words; for coordinators.
    reason: Option<String>,
    naming: Option<Naming>,
    /// Where the order on the end stands; none where none is needed.
    order: Option<String>,
    /// How many of the two have written.
    written: usize,
    /// What they wrote for coordinators: whose it is, and the words.
    evaluations: Vec<(String, Evaluation)>,
    /// The letter of thanks in both languages of papers.
    thanks: Vec<(String, &'static str)>,
    /// Where the year's report stands, and what is said of it.
    report: (Option<String>, String),
    coordinates: bool,
    /// The pair works: something is still to come.
    opens: bool,
    pair: String,
    list: String,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.pair, None).await
}

pub(super) async fn plan(path: ShowPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (day, reason) = (fields.day(DAY), fields.choice("reason", Reason::from_word));
    let Some((day, reason)) = day.zip(reason) else { return draw(&page, &path.pair, Some(fields)).await };
    match actions::endings::plan(&page.context(), &path.pair, day, reason).await {
        Ok(()) => Ok(page.done(&path, "endings-done-one", &[("day", i18n::day(page.lang(), day))])),
        Err(Failed::Refused(refused)) => {
            let (key, args) = refusal(&page, refused);
            fields.refuse(DAY, key, &args);
            draw(&page, &path.pair, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn take_back(path: TakeBackPath, page: Page) -> Result<Response, PageError> {
    let to = ShowPath { pair: path.pair };
    match actions::endings::take_back(&page.context(), &to.pair).await {
        Ok(()) => Ok(page.done(&to, "endings-done-taken-back", &[])),
        Err(Failed::Refused(why)) => {
            let key = match why {
                TakeBackRefused::NotOpen => "endings-not-open",
                TakeBackRefused::Ordered => "endings-ordered",
            };
            Ok(page.lead(&to, FlashKind::Note, key, &[]))
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(page: &Page, id: &PairId, typed: Option<Fields>) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let pair = store::pairs::get(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    may(page.actor(), &Action::PrintThanks(&pair.school)).map_err(|_| PageError::NotFound)?;
    let (programme, names) = Names::in_programme(&mut tx, &pair.school, &pair.programme).await?;
    let ending = store::endings::of_pair(&mut tx, &pair.school, id).await?;
    let name = |side: Side| match side {
        Side::Newcomer => names.newcomer(&pair.newcomer).map(|one| one.name.brief()),
        Side::Mentor => names.mentor(&pair.mentor).map(|one| one.name.brief()),
    };
    let mut evaluations = Vec::new();
    for one in actions::endings::evaluations(&mut tx, &page.context(), &pair, page.lang()).await? {
        evaluations.push((name(one.side)?, one));
    }
    let coordinates = page.actor().is_at(Role::Coordinator, &pair.school);
    let ordered = actions::orders::ordered(&mut tx, &pair).await?;
    let (title, text) = board(page, &pair, ending.as_ref(), [name(Side::Newcomer)?, name(Side::Mentor)?]);
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let fields = typed.unwrap_or_else(|| beginning(page, ending.as_ref(), programme.phases.work_until));
    let reason = ending.as_ref().filter(|_| coordinates).map(|ending| ending.reason);
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            title,
            text,
            reason: reason.map(|reason| page.text(&format!("endings-reason-{}", reason.word()))),
            naming: naming(page, &pair, ending.as_ref(), &fields, ordered.is_some()).filter(|_| coordinates),
            order: order(page, &pair, ending.as_ref(), programme.phases.work_until, ordered),
            written: store::endings::reviews(&mut tx, &pair.school, id).await?.len(),
            evaluations,
            thanks: thanks(&pair, ending.as_ref()),
            report: report(page, &mut tx, &programme, &pair).await?,
            coordinates,
            opens: works(&pair),
            pair: PairPath { id: id.clone() }.to_string(),
            list: ListPath.to_string(),
            fields,
        },
    )
}

fn board(
    page: &Page,
    pair: &Pair,
    ending: Option<&Ending>,
    [newcomer, mentor]: [String; 2],
) -> (String, String) {
    let key = match ending {
        Some(ending) if ending.state == State::Closed => "closed",
        Some(ending) if ending.is_open(pair) => "planned",
        _ if works(pair) => "none",
        _ => "not-working",
    };
    let day = ending.map_or_else(|| page.today(), |ending| ending.last_day);
    let said = |key: String| {
        Said::new(key).with("newcomer", &newcomer).with("mentor", &mentor).day(day).words(page.lang())
    };
    (said(format!("endings-show-{key}")), said(format!("endings-show-{key}-text")))
}

fn beginning(page: &Page, ending: Option<&Ending>, work_until: Day) -> Fields {
    let day = ending.map_or(work_until, |ending| ending.last_day);
    let reason = ending.map_or(Reason::Planned, |ending| ending.reason);
    Fields::beginning(page.lang(), &[(DAY, day.to_string()), ("reason", reason.word().to_owned())])
}

/// What is said of the order on the end: that it is signed, that it is to be prepared, or nothing where none is needed.
fn order(
    page: &Page,
    pair: &Pair,
    ending: Option<&Ending>,
    work_until: Day,
    ordered: Option<End>,
) -> Option<String> {
    let waits = ending.is_some_and(|ending| awaits_end(pair, ending, work_until, ordered));
    let key = match ordered {
        _ if waits => "endings-order-waits",
        Some(_) => "endings-order-signed",
        None => return None,
    };
    Some(page.text(key))
}

fn naming(
    page: &Page,
    pair: &Pair,
    ending: Option<&Ending>,
    fields: &Fields,
    ordered: bool,
) -> Option<Naming> {
    works(pair).then(|| Naming {
        action: ShowPath { pair: pair.id.clone() }.to_string(),
        reasons: Reason::ALL
            .map(|one| {
                let words = page.text(&format!("endings-reason-{}", one.word()));
                Choice::new(one.word(), words).chosen_if(fields.value("reason"))
            })
            .into(),
        named: ending.is_some(),
        take_back: ending.filter(|_| !ordered).map(|_| TakeBackPath { pair: pair.id.clone() }.to_string()),
    })
}

/// The paper in the two languages in which it is signed, once the pair has closed.
fn thanks(pair: &Pair, ending: Option<&Ending>) -> Vec<(String, &'static str)> {
    let closed = ending.is_some_and(|ending| ending.state == State::Closed);
    let path = |lang: &str| ThanksPath { pair: pair.id.clone(), lang: lang.to_owned() }.to_string();
    if closed {
        vec![(path("kk"), "endings-thanks-kk"), (path("ru"), "endings-thanks-ru")]
    } else {
        Vec::new()
    }
}
