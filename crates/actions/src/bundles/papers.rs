//! Which papers a bundle holds, and how one of them is made.

use crate::lists::List;
use crate::meetings::journal;
use crate::orders::Unprintable;
use crate::reports::{Opened, Press, content_hash, opened, readable, sheet, view};
use crate::rosters::exporting::{Form, table};
use crate::{Context, Failed, Never};
use documents::tables::{Cell, Column, Kind as CellKind, Table};
use domain::calendar::local;
use domain::consents::{Consent, on_paper};
use domain::endings::State as EndingState;
use domain::orders::State as OrderState;
use domain::pairs::Pair;
use domain::programmes::Programme;
use domain::registers::Kind as Register;
use domain::reports::{State, What};
use domain::sides::Side;
use domain::{NewcomerId, ObservationId, OrderId, PairId, PlanId, ProgrammeId, ReportId, SchoolId};
use i18n::Lang;
use serde::{Deserialize, Serialize};
use store::Tx;

/// The languages in which papers are signed.
const LANGS: [Lang; 2] = [Lang::Kk, Lang::Ru];

/// What a paper is made of: ids and words alone, so that what may not be seen any more is not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Source {
    /// An order in a language.
    Order(OrderId, String),
    /// A work plan in a language.
    Plan(PlanId, String),
    /// The sheet of an observed lesson in a language.
    Sheet(ObservationId, String),
    /// The adaptation checklist of a newcomer in a language.
    Milestones(NewcomerId, String),
    /// The thanks at the end of a pair in a language.
    Thanks(PairId, String),
    /// Who of a pair consented when.
    Consents(PairId),
    /// The consent of one side of a pair in a language.
    Consent(PairId, String, String),
    /// A report in a language.
    Report(ReportId, String),
    /// A list of a report.
    List(ReportId, String),
    /// All reports of a programme, or of one pair, with the hash of each.
    Register(ProgrammeId, Option<PairId>),
    /// The log of a pair in a language: what was kept for documents.
    Log(PairId, String),
    /// The same as a table.
    LogTable(PairId),
    /// The regulation of a programme with its road map in a language.
    Regulation(ProgrammeId, String),
    /// The road map as a table.
    Road(ProgrammeId),
    /// The register of mentors or of newcomers in a language.
    People(ProgrammeId, String, String),
    /// The same as a table.
    PeopleTable(ProgrammeId, String),
}

/// A paper that is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Planned {
    /// Its path in the file.
    pub(super) path: String,
    pub(super) source: Source,
}

/// The papers of a pair of the actor's school.
pub(super) async fn of_pair(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
    pair: &PairId,
) -> Result<Vec<Planned>, Failed<Unprintable>> {
    let found = store::pairs::get(tx, pair).await?.filter(|found| found.school == *school);
    let found = found.ok_or(Failed::NotFound)?;
    let programme = store::programmes::get(tx, school, &found.programme).await?.ok_or(Failed::NotFound)?;
    let mut planned = orders(tx, &programme, "", Some(&found)).await?;
    planned.extend(plans(tx, &programme, "", Some(pair)).await?);
    planned.extend(of_one(tx, context, &found, "").await?);
    planned.extend(reports(tx, context, &programme, "", Some(pair)).await?);
    Ok(planned)
}

/// The papers of a programme: signed orders, work plans of pairs, their consents, logs, sheets and thanks, reports that are not
/// drafts, its regulation and registers.
pub(super) async fn of_programme(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    folder: &str,
) -> store::Result<Vec<Planned>> {
    let mut planned = orders(tx, programme, folder, None).await?;
    planned.extend(plans(tx, programme, folder, None).await?);
    let pairs = store::pairs::of_programme(tx, &programme.school, &programme.id).await?;
    for (number, pair) in (1..).zip(pairs.iter().filter(|pair| pair.assignment().is_some())) {
        planned.extend(of_one(tx, context, pair, &format!("{folder}pairs/{number}/")).await?);
    }
    planned.extend(reports(tx, context, programme, folder, None).await?);
    planned.extend(rules(programme, folder));
    Ok(planned)
}

fn in_both(path: &str, source: impl Fn(String) -> Source) -> [Planned; 2] {
    LANGS.map(|lang| {
        let lang = lang.tag().to_owned();
        Planned { path: format!("{path}-{lang}.pdf"), source: source(lang) }
    })
}

/// What stands for the whole of a programme: the regulation with its road map, and the registers as they are on the day.
fn rules(programme: &Programme, folder: &str) -> Vec<Planned> {
    let id = &programme.id;
    let mut planned: Vec<Planned> =
        in_both(&format!("{folder}regulation"), |lang| Source::Regulation(id.clone(), lang)).into();
    planned.push(Planned { path: format!("{folder}road-map.csv"), source: Source::Road(id.clone()) });
    for kind in Register::ALL {
        let (place, word) = (format!("{folder}registers/{}", kind.word()), kind.word().to_owned());
        planned.extend(in_both(&place, |lang| Source::People(id.clone(), word.clone(), lang)));
        planned.push(Planned { path: format!("{place}.csv"), source: Source::PeopleTable(id.clone(), word) });
    }
    planned
}

/// What one pair has beside its orders, its plan and its reports: consents, the adaptation checklist, the log of its meetings as
/// far as it was kept for documents, sheets that the actor may read, thanks. What its newcomer marked as difficult stays with
/// the two.
async fn of_one(
    tx: &mut Tx,
    context: &Context<'_>,
    pair: &Pair,
    folder: &str,
) -> store::Result<Vec<Planned>> {
    let mut planned = Vec::new();
    let consents = given(tx, pair).await?;
    if !consents.is_empty() {
        let source = Source::Consents(pair.id.clone());
        planned.push(Planned { path: format!("{folder}consents.csv"), source });
    }
    for given in &consents {
        let side = given.side.word();
        planned.extend(in_both(&format!("{folder}consent-{side}"), |lang| {
            Source::Consent(pair.id.clone(), side.to_owned(), lang)
        }));
    }
    planned.extend(in_both(&format!("{folder}adaptation"), |lang| {
        Source::Milestones(pair.newcomer.clone(), lang)
    }));
    if journal::is_any(tx, pair).await? {
        planned.extend(in_both(&format!("{folder}log"), |lang| Source::Log(pair.id.clone(), lang)));
        planned.push(Planned { path: format!("{folder}log.csv"), source: Source::LogTable(pair.id.clone()) });
    }
    let period = pair.assignment().map(|assignment| assignment.period);
    for one in store::observations::of_newcomer(tx, &pair.school, &pair.newcomer).await? {
        let within = period.is_some_and(|period| period.holds(one.day));
        let read = crate::observations::opened(tx, context, &one.id).await?;
        if within && read.is_some_and(|read| read.last().is_some_and(|sheet| sheet.finished.is_some())) {
            let path = format!("{folder}sheets/sheet-{}", one.number);
            planned.extend(in_both(&path, |lang| Source::Sheet(one.id.clone(), lang)));
        }
    }
    let ending = store::endings::of_pair(tx, &pair.school, &pair.id).await?;
    if ending.is_some_and(|ending| ending.state == EndingState::Closed) {
        planned.extend(in_both(&format!("{folder}thanks"), |lang| Source::Thanks(pair.id.clone(), lang)));
    }
    Ok(planned)
}

async fn orders(
    tx: &mut Tx,
    programme: &Programme,
    folder: &str,
    pair: Option<&Pair>,
) -> store::Result<Vec<Planned>> {
    let orders = store::orders::of_programme(tx, &programme.school, &programme.id).await?;
    let mut signed = Vec::new();
    for order in orders.into_iter().filter(|order| matches!(order.state, OrderState::Signed(_))) {
        let about = store::orders::lines(tx, &order).await?;
        // Of a pair, the order that ends it belongs here as the one that began it does.
        if pair.is_none_or(|pair| about.contains(&pair.id)) {
            signed.push(order);
        }
    }
    let both = (1..).zip(signed).flat_map(|(number, order)| {
        in_both(&format!("{folder}orders/order-{number}"), |lang| Source::Order(order.id.clone(), lang))
    });
    Ok(both.collect())
}

async fn plans(
    tx: &mut Tx,
    programme: &Programme,
    folder: &str,
    pair: Option<&PairId>,
) -> store::Result<Vec<Planned>> {
    let plans = store::plans::of_programme(tx, &programme.school, &programme.id).await?;
    let wanted = plans
        .into_iter()
        .filter(|plan| plan.pair.is_some() && (pair.is_none() || plan.pair.as_ref() == pair));
    let both = wanted.flat_map(|plan| {
        in_both(&format!("{folder}plans/plan-{}", plan.number), |lang| Source::Plan(plan.id.clone(), lang))
    });
    Ok(both.collect())
}

/// Reports that the actor may read and that are not drafts.
async fn bound(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    pair: Option<&PairId>,
) -> store::Result<Vec<Opened>> {
    let mut reports = readable(tx, context, programme).await?;
    reports.retain(|one| {
        one.report.state != State::Draft && (pair.is_none() || one.report.pair.as_ref() == pair)
    });
    Ok(reports)
}

async fn reports(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    folder: &str,
    pair: Option<&PairId>,
) -> store::Result<Vec<Planned>> {
    let mut planned = Vec::new();
    for opened in bound(tx, context, programme, pair).await? {
        let report = &opened.report;
        let place =
            format!("{folder}reports/{}-{}-{}", report.number, report.kind.word(), report.term.word());
        planned.extend(in_both(&format!("{place}/report"), |lang| Source::Report(report.id.clone(), lang)));
        planned.extend(view(tx, context, &opened).await?.facts.lists.iter().map(|list| Planned {
            path: format!("{place}/{}.csv", list.what.word()),
            source: Source::List(report.id.clone(), list.what.word().to_owned()),
        }));
    }
    let source = Source::Register(programme.id.clone(), pair.cloned());
    planned.push(Planned { path: format!("{folder}reports.csv"), source });
    Ok(planned)
}

/// Makes one paper, as far as the actor may read it now.
pub(super) async fn make(
    context: &Context<'_>,
    school: &SchoolId,
    source: &Source,
    press: Press<'_>,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let lang = |tag: &str| Lang::from_tag(tag).ok_or(Failed::NotFound);
    match source {
        Source::Order(id, tag) => crate::orders::print(context, id, lang(tag)?, press).await,
        Source::Plan(id, tag) => crate::plans::print(context, id, lang(tag)?, press).await,
        Source::Sheet(id, tag) => crate::observations::print(context, id, lang(tag)?, press).await,
        Source::Milestones(id, tag) => {
            printed(context, crate::milestones::list(context, id, lang(tag)?).await).await
        }
        Source::Thanks(id, tag) => crate::endings::print(context, id, lang(tag)?, press).await,
        Source::Consents(pair) => consents(context, school, pair).await,
        Source::Consent(pair, side, tag) => {
            let side = Side::from_word(side).ok_or(Failed::NotFound)?;
            crate::consents::print(context, pair, side, lang(tag)?, press.address).await
        }
        Source::Report(id, tag) => crate::reports::print(context, id, lang(tag)?, press).await,
        Source::List(id, what) => list(context, id, what).await,
        Source::Register(programme, pair) => register(context, school, programme, pair.as_ref()).await,
        Source::Log(pair, tag) => printed(context, journal::archived(context, pair, lang(tag)?).await).await,
        Source::LogTable(pair) => written(context, journal::archived(context, pair, Lang::Ru).await),
        Source::Regulation(id, tag) => {
            let programme = programme(context, school, id).await?;
            crate::regulations::print(context, &programme, lang(tag)?).await
        }
        Source::Road(id) => {
            let programme = programme(context, school, id).await?;
            written(context, crate::regulations::list(context, &programme, Lang::Ru).await)
        }
        Source::People(id, kind, tag) => {
            printed(context, people(context, school, (id, kind.as_str()), lang(tag)?).await).await
        }
        Source::PeopleTable(id, kind) => {
            written(context, people(context, school, (id, kind.as_str()), Lang::Ru).await)
        }
    }
}

/// A list on paper.
async fn printed(
    context: &Context<'_>,
    list: Result<List, Failed<Never>>,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    list.map_err(|why| why.map(|never| match never {}))?.print(context).await
}

/// A list as a table for whoever looks without the system.
fn written(context: &Context<'_>, list: Result<List, Failed<Never>>) -> Result<Vec<u8>, Failed<Unprintable>> {
    let made = list.and_then(|list| list.table(context, Form::Csv));
    Ok(made.map_err(|why| why.map(|never| match never {}))?.bytes)
}

async fn programme<R>(
    context: &Context<'_>,
    school: &SchoolId,
    id: &ProgrammeId,
) -> Result<Programme, Failed<R>> {
    let found = store::programmes::get(&mut *context.db.read().await?, school, id).await?;
    found.ok_or(Failed::NotFound)
}

/// The register of a programme that a word names.
async fn people(
    context: &Context<'_>,
    school: &SchoolId,
    (id, kind): (&ProgrammeId, &str),
    lang: Lang,
) -> Result<List, Failed<Never>> {
    let kind = Register::from_word(kind).ok_or(Failed::NotFound)?;
    crate::registers::list(context, &programme(context, school, id).await?, kind, lang).await
}

/// The consents that stand on paper.
async fn given(tx: &mut Tx, pair: &Pair) -> store::Result<Vec<Consent>> {
    if on_paper(pair) { store::consents::of_pair(tx, pair).await } else { Ok(Vec::new()) }
}

/// Who of a pair consented when, as a table for whoever looks without the system.
async fn consents(
    context: &Context<'_>,
    school: &SchoolId,
    pair: &PairId,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let pair = store::pairs::get(&mut tx, pair).await?.filter(|pair| pair.school == *school);
    let pair = pair.ok_or(Failed::NotFound)?;
    let there = store::schools::get(&mut tx, school).await?.ok_or(Failed::NotFound)?;
    let row = |consent: &Consent| {
        let day = local(consent.given_at, there.utc_offset_minutes).date();
        vec![Cell::Text(consent.side.word().to_owned()), Cell::Day(day)]
    };
    let rows = given(&mut tx, &pair).await?.iter().map(row).collect();
    let column = |heading: &str, kind| Column { heading: heading.to_owned(), kind };
    let columns = vec![column("side", CellKind::Text), column("given", CellKind::Day)];
    csv(context, &Table { title: "consents".to_owned(), columns, rows })
}

/// A list of a report as a table.
async fn list(context: &Context<'_>, id: &ReportId, what: &str) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let opened = opened(&mut tx, context, id).await?.ok_or(Failed::NotFound)?;
    let facts = view(&mut tx, context, &opened).await?.facts;
    let what = What::from_word(what).ok_or(Failed::NotFound)?;
    let list = facts.lists.iter().find(|list| list.what == what).ok_or(Failed::NotFound)?;
    csv(context, &sheet(Lang::Ru, list))
}

/// Every report with its state and the hash of its content, for whoever looks without the system.
async fn register(
    context: &Context<'_>,
    school: &SchoolId,
    programme: &ProgrammeId,
    pair: Option<&PairId>,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let programme = store::programmes::get(&mut tx, school, programme).await?.ok_or(Failed::NotFound)?;
    let reports = bound(&mut tx, context, &programme, pair).await?;
    let text = |text: &str| Cell::Text(text.to_owned());
    let rows = reports.iter().map(|opened| {
        let report = &opened.report;
        let last = report.form.places().last().map_or(0, |(place, _)| place);
        vec![
            Cell::Number(report.number.into()),
            text(report.kind.word()),
            text(report.term.word()),
            text(report.state.word()),
            text(&report.code),
            text(&content_hash(report, last).unwrap_or_default()),
        ]
    });
    let columns = ["number", "kind", "term", "state", "code", "content_sha256"];
    let columns = columns.map(|heading| Column { heading: heading.to_owned(), kind: CellKind::Text });
    csv(context, &Table { title: "reports".to_owned(), columns: columns.into(), rows: rows.collect() })
}

fn csv(context: &Context<'_>, of: &Table) -> Result<Vec<u8>, Failed<Unprintable>> {
    let csv = table(context, of, Form::Csv).map_err(|why| why.map(|never| match never {}))?;
    Ok(csv.bytes)
}
