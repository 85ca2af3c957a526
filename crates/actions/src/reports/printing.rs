//! A report on paper and its lists as tables: the same facts, totals and words in Kazakh and in Russian (feat:F7).

use super::{NotLaidOut, Opened, Press, Stopped, View, approved_at, caption, figure, opened, said, view};
use crate::formsets::{answered, label};
use crate::orders::{Unprintable, heading, laid_out};
use crate::rosters::exporting::{Download, Form, table as written};
use crate::{Context, Failed, Never};
use documents::orders::Named;
use documents::reports as printed;
use documents::tables::{Cell, Column, Kind as CellKind, Table};
use documents::templates::{Shaped, task};
use documents::{Both, PrintError};
use domain::calendar::local;
use domain::reports::{Basis, Edition, List, Party, What, of_place};
use domain::schools::School;
use domain::{EditionId, Instant, ReportId};
use i18n::{Lang, t};
use store::Tx;

/// Prints a report that the actor may read, with the body of the edition that it was begun with. Once everybody has
/// signed, the same paper comes out each time, byte for byte.
pub async fn print(
    context: &Context<'_>,
    id: &ReportId,
    lang: Lang,
    press: Press<'_>,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let opened = opened(&mut tx, context, id).await?.ok_or(Failed::NotFound)?;
    let school = store::schools::get(&mut tx, &opened.report.school).await?.ok_or(Failed::NotFound)?;
    let view = view(&mut tx, context, &opened).await?;
    let edition = edition_named(&mut tx, opened.report.form.edition.as_ref()).await?;
    drop(tx);
    let paper = paper(context, &opened, &view, &school, (lang, press.address));
    let made_at = approved_at(&opened.report, &opened.signatures).unwrap_or(context.now);
    shaped(press, paper, edition, id.as_str(), (lang, made_at)).await
}

/// The edition that a document was begun with, where it was begun with one.
pub(crate) async fn edition_named(
    tx: &mut Tx,
    edition: Option<&EditionId>,
) -> store::Result<Option<Edition>> {
    match edition {
        Some(edition) => store::reports::edition(tx, edition).await,
        None => Ok(None),
    }
}

/// Lays a paper out with the body of its edition; without one, or where it fails on this paper, with the body of the program.
pub(crate) async fn shaped<P: Shaped + Send + 'static>(
    press: Press<'_>,
    mut paper: P,
    edition: Option<Edition>,
    id: &str,
    (lang, made_at): (Lang, Instant),
) -> Result<Vec<u8>, Failed<Unprintable>> {
    if let Some(Edition { number, body: Some(body), .. }) = edition {
        let task = task(&paper, &body, lang, made_at);
        if let Some(pdf) = edited(press, task, id).await? {
            return Ok(pdf);
        }
        // The paper says by which version it is laid out.
        let version = &mut paper.paper_mut().template_version;
        if let Some(of_program) = version.strip_suffix(&format!("-{number}")) {
            *version = of_program.to_owned();
        }
    }
    laid_out(move || paper.pdf(lang, made_at)).await
}

/// Lays a paper out with an edited body. Nothing where a body that laid out every sample fails on this paper: it is printed
/// with the body of the program.
async fn edited(
    press: Press<'_>,
    task: Result<Vec<u8>, PrintError>,
    paper: &str,
) -> Result<Option<Vec<u8>>, Failed<Unprintable>> {
    let task = task.map_err(|why| Failed::Refused(Unprintable(why.to_string())))?;
    match press.typesetter.lay_out(task).await {
        Ok(pdf) => Ok(Some(pdf)),
        // Nothing is wrong with the body: another paper would be a false one.
        Err(NotLaidOut::Stopped(Stopped::Broken)) => {
            Err(Failed::Refused(Unprintable("the typesetter did not answer".to_owned())))
        }
        Err(why) => {
            failed_safely(paper, &why);
            Ok(None)
        }
    }
}

/// What the typesetter says may quote the paper, so it does not go into the log.
fn failed_safely(paper: &str, why: &NotLaidOut) {
    let (stopped, line) = match why {
        NotLaidOut::Stopped(stopped) => (Some(stopped), None),
        NotLaidOut::Troubles(troubles) => (None, troubles.first().and_then(|trouble| trouble.line)),
    };
    tracing::warn!(paper, ?stopped, line, "an edited body was not laid out");
}

fn paper(
    context: &Context<'_>,
    opened: &Opened,
    view: &View,
    school: &School,
    (lang, address): (Lang, &str),
) -> printed::Report {
    let report = &opened.report;
    let frozen = report.content.as_ref().filter(|_| !view.live).map_or(context.now, |content| content.at);
    let date = local(frozen, school.utc_offset_minutes).date();
    let mut head =
        heading(school, &opened.programme, &report.code, (report.number.to_string(), date), address);
    head.template_version = report.form.version.to_string();
    let kind = format!("reports-kind-{}-{}", report.kind.word(), report.term.word());
    let named = |party: &Option<Party>| {
        party
            .as_ref()
            .map(|one| Named { name: one.name.clone(), post: Both::new(&one.post_kk, &one.post_ru) })
    };
    let facts = &view.facts;
    printed::Report {
        paper: head,
        title: t(lang, &kind, &[]),
        by_law: report.form.basis == Basis::Law,
        draft: view.live,
        period: (facts.from, facts.until),
        novice: named(&facts.newcomer),
        mentor: named(&facts.mentor),
        order: facts
            .order
            .as_ref()
            .map(|(number, date)| documents::Reference { number: number.clone(), date: *date }),
        lists: facts.lists.iter().map(|list| printed_list(lang, list)).collect(),
        figures: facts.figures.iter().map(|one| figure(lang, *one)).collect(),
        answers: answers(opened, view, lang),
        signatures: signatures(opened, school, lang),
    }
}

fn printed_list(lang: Lang, list: &List) -> printed::List {
    printed::List {
        key: list.what.word().to_owned(),
        caption: caption(lang, list.what),
        minutes: (list.minutes() > 0).then(|| list.minutes()),
        lines: list
            .lines
            .iter()
            .map(|line| printed::Line {
                day: line.day,
                text: said(lang, list.what, line),
                minutes: line.minutes,
            })
            .collect(),
    }
}

fn answers(opened: &Opened, view: &View, lang: Lang) -> Vec<printed::Answer> {
    let answer = |field: &domain::reports::Field| printed::Answer {
        key: field.key.clone(),
        label: label(lang, &field.label).clone(),
        by_law: field.basis == Basis::Law,
        text: view.words.get(&field.key).map(|words| answered(lang, field, words)).unwrap_or_default(),
    };
    opened.report.form.fields.iter().map(answer).collect()
}

fn signatures(opened: &Opened, school: &School, lang: Lang) -> Vec<printed::Signature> {
    let signature = |(place, signer): (u8, domain::reports::Signer)| {
        let key = format!("reports-signer-{}", signer.word());
        let given =
            of_place(&opened.signatures, place).map(|one| crate::signatures::printed(one, school, lang));
        printed::Signature { place: t(lang, &key, &[]), given }
    };
    opened.report.form.places().map(signature).collect()
}

/// One list of a report as a table: as many rows as its total says (neg:N18).
pub(crate) fn sheet(lang: Lang, list: &List) -> Table {
    let column = |key: &str, kind| Column { heading: t(lang, &format!("reports-column-{key}"), &[]), kind };
    let row = |line: &domain::reports::Line| {
        vec![
            line.day.map_or(Cell::Empty, Cell::Day),
            Cell::Text(said(lang, list.what, line)),
            line.minutes.map_or(Cell::Empty, |minutes| Cell::Number(minutes.into())),
        ]
    };
    Table {
        title: caption(lang, list.what),
        columns: vec![
            column("day", CellKind::Day),
            column("what", CellKind::Text),
            column("minutes", CellKind::Number),
        ],
        rows: list.lines.iter().map(row).collect(),
    }
}

/// One list of a report that the actor may read, to download.
pub async fn table(
    context: &Context<'_>,
    id: &ReportId,
    what: What,
    lang: Lang,
    form: Form,
) -> Result<Download, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let opened = opened(&mut tx, context, id).await?.ok_or(Failed::NotFound)?;
    let view = view(&mut tx, context, &opened).await?;
    let list = view.facts.list(what).ok_or(Failed::NotFound)?;
    written(context, &sheet(lang, list), form)
}
