//! The regulation with its road map on paper, in Kazakh and in Russian, with a place for the head's signature; the road map as a
//! table, too.

use super::{Said, chapters, opened, road};
use crate::lists::{Cell, Column, List, school_of};
use crate::orders::{Unprintable, laid_out};
use crate::people::head_of;
use crate::{Context, Failed, Never};
use documents::regulations as printed;
use documents::tables::Kind as CellKind;
use domain::programmes::Programme;
use i18n::{Lang, t};

/// Prints the regulation as it stands today.
pub async fn print(
    context: &Context<'_>,
    programme: &Programme,
    lang: Lang,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let opened = opened(&mut tx, context, programme).await?.ok_or(Failed::NotFound)?;
    let school = store::schools::get(&mut tx, &programme.school).await?.ok_or(Failed::NotFound)?;
    let head = head_of(&mut tx, &programme.school, context.today).await?.map(|head| head.name.full());
    drop(tx);
    let line = |said: Said| printed::Line {
        text: said.text,
        when: said.when,
        who: said.who,
        result: said.result,
        by_law: said.by_law,
    };
    let chapter = |(title, lines): (String, Vec<Said>)| printed::Chapter {
        title,
        lines: lines.into_iter().map(line).collect(),
    };
    let regulation = printed::Regulation {
        school: school_of(&school),
        school_year: programme.first_year,
        date: context.today,
        head,
        chapters: chapters(lang, &opened).into_iter().map(chapter).collect(),
        road: road(lang, &opened).into_iter().map(line).collect(),
    };
    let made_at = context.now;
    laid_out(move || printed::pdf(&regulation, lang, made_at)).await
}

/// The road map as it stands today, as a list.
pub async fn list(context: &Context<'_>, programme: &Programme, lang: Lang) -> Result<List, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let opened = opened(&mut tx, context, programme).await?.ok_or(Failed::NotFound)?;
    let column =
        |tail: &str, width| Column::new(lang, &format!("regulations-column-{tail}"), width, CellKind::Text);
    let row = |said: Said| {
        let basis = if said.by_law { "law" } else { "choice" };
        vec![
            Cell::words(said.text),
            Cell::words(said.when),
            Cell::words(said.who),
            Cell::words(said.result),
            Cell::words(t(lang, &format!("regulations-basis-{basis}"), &[])),
        ]
    };
    Ok(List {
        title: t(lang, "regulations-road", &[]),
        about: Vec::new(),
        columns: vec![
            column("event", 36),
            column("when", 20),
            column("who", 22),
            column("result", 24),
            column("basis", 20),
        ],
        rows: road(lang, &opened).into_iter().map(row).collect(),
        year: (&opened.programme).into(),
        lang,
    })
}
