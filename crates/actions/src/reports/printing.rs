//! A report on paper and its lists as tables: the same facts, totals and words in Kazakh and in Russian (feat:F7).

use super::{Opened, View, caption, opened, prefix, said, view};
use crate::orders::{Unprintable, heading, laid_out};
use crate::rosters::exporting::{Download, Form, table as written};
use crate::{Context, Failed, Never};
use documents::Both;
use documents::orders::Named;
use documents::reports as printed;
use documents::tables::{Cell, Column, Kind as CellKind, Table};
use domain::ReportId;
use domain::calendar::local;
use domain::reports::{Basis, Label, List, Party, What, of_place};
use domain::schools::School;
use i18n::{Lang, t};

/// A label in a language.
pub(super) const fn label(lang: Lang, label: &Label) -> &String {
    match lang {
        Lang::Kk => &label.kk,
        Lang::Ru => &label.ru,
        Lang::En => &label.en,
    }
}

/// Prints a report that the actor may read. `address` is where people reach the system.
pub async fn print(
    context: &Context<'_>,
    id: &ReportId,
    lang: Lang,
    address: &str,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let opened = opened(&mut tx, context, id).await?.ok_or(Failed::NotFound)?;
    let school = store::schools::get(&mut tx, &opened.report.school).await?.ok_or(Failed::NotFound)?;
    let view = view(&mut tx, context, &opened).await?;
    drop(tx);
    let paper = paper(context, &opened, &view, &school, (lang, address));
    let made_at = context.now;
    laid_out(move || printed::pdf(&paper, lang, made_at)).await
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
        answers: answers(opened, view, lang),
        signatures: signatures(opened, school, lang),
    }
}

fn printed_list(lang: Lang, list: &List) -> printed::List {
    printed::List {
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
        label: label(lang, &field.label).clone(),
        by_law: field.basis == Basis::Law,
        text: view.words.get(&field.key).cloned().unwrap_or_default(),
    };
    opened.report.form.fields.iter().map(answer).collect()
}

fn signatures(opened: &Opened, school: &School, lang: Lang) -> Vec<printed::Signature> {
    let signature = |(place, signer): (u8, domain::reports::Signer)| {
        let key = format!("reports-signer-{}", signer.word());
        let given = of_place(&opened.signatures, place).map(|one| {
            let at = local(one.at, school.utc_offset_minutes);
            let when = format!("{}, {}", i18n::day(lang, at.date()), i18n::time(at.time()));
            printed::Given { name: one.name.clone(), when, hash: prefix(&one.hash).to_owned() }
        });
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
